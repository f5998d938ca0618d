"""How one agency writes about contacts: the article's text with everything in it, and the records that a reader makes
of it, with the gaps and slips that articles have."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from benchmarks.load.actors import Someone
from benchmarks.load.contacts import Contact
from benchmarks.load.words import Text, some
from extractors.article import Article
from extractors.codes import codes

VERSION: Final = "made-1"
"""The version of the reader that the records say they are from."""
NO_DATE, MONTH_ONLY, NEXT_DAY = 0.15, 0.03, 0.015
NO_PLACE, NO_CITY = 0.1, 0.2
NO_NAME, NO_ID, LEFT_OUT, NO_TITLE, NO_CAPACITY = 0.04, 0.15, 0.35, 0.3, 0.4
"""Shares of what a report lacks or has wrong; LEFT_OUT is how many of a gathering's participants a report omits."""
_FIGURE_OFF, _OUTCOME_TOLD, _FIGURE_TOLD, _QUOTED = 0.06, 0.6, 0.6, 0.45

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A contact as an article tells of it: whether it is the article's news, how it stands, and the day that it was
    planned for (`planned`), where that is not the day of the contact."""

    contact: Contact
    status: str
    is_main: bool
    planned: date | None = None


def write(
    ordinal: int, told: Sequence[Told], source: str, language: str, local: datetime, seed: int
) -> tuple[Article, list[Json]]:
    """The article number `ordinal` and its records, one of each contact in `told`; `local` is when it is published."""
    chance = random.Random(seed)  # noqa: S311 - made-up articles, and each time the same
    text = Text()
    title = some(chance, 9).capitalize()
    parts = [_record(chance, text, one, language, local) for one in told]
    for _ in range(max(1, int(chance.gauss(4.6, 2.5)))):
        text.add(f"{some(chance, chance.randint(20, 70)).capitalize()}.\n")
    address = f"https://{source.replace('_', '-')}.example/{local:%Y/%m/%d}/{ordinal}"
    article = Article(
        text=str(text),
        title=title,
        language=language,
        published_at=local.isoformat(),
        url=address,
        source=source,
        canonical_url=address,
        published_rule="json-ld.datePublished",
        text_rule="main.densest",
        section=chance.choice(("Politics", "World", None)),
    )
    about = {
        "id": article.key,
        "url": address,
        "source": source,
        "title": title,
        "published_at": article.published_at,
        "language": language,
        "text_sha256": article.text_sha256,
    }
    return article, [
        {
            "schema_version": "1.0",
            "record_id": f"made-{ordinal:08d}-{n}",
            "extractor_version": VERSION,
            "article": about,
            **part,
        }
        for n, part in enumerate(parts)
    ]


def _record(chance: random.Random, text: Text, told: Told, language: str, local: datetime) -> Json:
    contact = told.contact
    text.add(f"{some(chance, chance.randint(3, 8)).capitalize()} ")
    people = _participants(chance, text, contact, language)
    evidence = text.add(some(chance, 2))
    event = _event(chance, text, told, local) | {"evidence": evidence}
    text.add(f" {some(chance, chance.randint(5, 20))}.\n")
    topics = [
        {"code": code, "evidence": _said(chance, text, 3), "rule": "topic.words"}
        for code in contact.topics
        if chance.random() < 0.8
    ]
    held = told.status == "held"
    outcomes = [
        {
            "type": one.type,
            "text": (words := some(chance, chance.randint(6, 14))),
            "parties": list(one.parties),
            "due_date": one.due,
            "count": one.count,
            "evidence": _put(text, words),
            "rule": "outcome.verb",
        }
        for one in contact.outcomes
        if held and chance.random() < _OUTCOME_TOLD
    ]
    figures = []
    for one in contact.figures:
        if held and chance.random() < _FIGURE_TOLD:
            value = round(one.value * chance.choice((0.9, 1.04, 1.1))) if chance.random() < _FIGURE_OFF else one.value
            figures.append(
                {
                    "metric": one.metric,
                    "value": value,
                    "unit": one.unit,
                    "qualifier": chance.choice((None, None, "about", "over")),
                    "period": one.period,
                    "status": one.status,
                    "parties": list(one.parties),
                    "evidence": _put(text, f"{value:,.0f}"),
                    "rule": "figure.money",
                }
            )
    statements = []
    named = [one for one in people if one["name"]]
    if named and chance.random() < _QUOTED:
        speaker = chance.choice(named)
        words = some(chance, chance.randint(8, 30)).capitalize()
        statements.append(
            {
                "speaker": speaker["name"],
                "person_id": speaker["person_id"],
                "kind": "direct",
                "text": words,
                "evidence": _put(text, words),
                "rule": "quote.after",
            }
        )
    return {
        "event": event,
        "participants": people,
        "topics": topics,
        "outcomes": outcomes,
        "figures": figures,
        "statements": statements,
        "confidence": round(chance.uniform(0.55, 0.99), 3),
    }


def _participants(chance: random.Random, text: Text, contact: Contact, language: str) -> list[Json]:
    people = list(contact.people)
    if len(people) > 2:
        kept = [one for n, one in enumerate(people) if n < 2 or chance.random() > LEFT_OUT][:8]
        people = kept if len(kept) > 2 else people[:3]
    shown = []
    for who, capacity in people:
        name, known = _name(chance, who, language)
        title = None if name and chance.random() < NO_TITLE else who.title
        text.add(f"{title} " if title else "")
        evidence = text.add(name or who.side)
        text.add(" " + some(chance, 2) + " ")
        shown.append(
            {
                "name": name,
                "person_id": known,
                "title": title if name else None,
                "role_class": who.role if name else "delegation",
                "country": who.side if who.is_state else None,
                "organization": None if who.is_state else who.side,
                "capacity": "participant" if chance.random() < NO_CAPACITY else capacity,
                "evidence": evidence,
                "rule": "person.titled",
            }
        )
    return shown


def _name(chance: random.Random, who: Someone, language: str) -> tuple[str | None, str | None]:
    """The name as this agency writes it, and the Wikidata id where the reader knows it."""
    if chance.random() < NO_NAME:
        return None, None
    spellings = who.cyrillic if language != "en" and who.cyrillic else who.spellings
    name = spellings[0] if chance.random() < 0.8 else chance.choice(spellings)
    return name, None if chance.random() < NO_ID else who.person_id


def _event(chance: random.Random, text: Text, told: Told, local: datetime) -> Json:
    contact = told.contact
    start, end, precision = _dates(chance, told)
    if start:
        text.add(f" {start} ")
    name = chance.choice(contact.names) if contact.names and chance.random() < 0.85 else None
    parent = (
        {"name": chance.choice(contact.parents), "organization": contact.organization}
        if contact.parents and chance.random() < 0.75
        else None
    )
    return {
        "type": contact.type,
        "visit_kind": contact.visit_kind if chance.random() < 0.5 else None,
        "status": told.status,
        "is_main": told.is_main,
        "name": name,
        "start_date": start,
        "end_date": end,
        "date_precision": precision,
        "place": _place(chance, text, contact),
        "parent_event": parent,
        "codes": codes(contact.type, told.status),
        "rules": {
            "contact": "meet.each",
            "date": "date.weekday",
            "main": "main.title",
            "place": "place.near",
            "status": "status.past",
        },
    }


def _dates(chance: random.Random, told: Told) -> tuple[str | None, str | None, str | None]:
    contact, day = told.contact, told.planned or told.contact.day
    if not told.is_main and chance.random() < 0.3:
        return None, None, None
    fate = chance.random()
    if fate < NO_DATE and told.status == "held":
        return None, None, None
    if fate < NO_DATE + MONTH_ONLY or (told.status == "planned" and chance.random() < 0.15):
        return f"{day:%Y-%m}", None, "month"
    if fate < NO_DATE + MONTH_ONLY + NEXT_DAY and contact.type != "visit":
        day += timedelta(days=1)
    last = contact.last_day if told.planned is None and chance.random() < 0.7 else None
    return day.isoformat(), last.isoformat() if last and last > day else None, "day"


def _place(chance: random.Random, text: Text, contact: Contact) -> Json | None:
    there = contact.city
    if there is None or chance.random() < NO_PLACE:
        return None
    text.add(" " + there.country + " ")
    if chance.random() < NO_CITY:
        return {
            "city": None,
            "country": there.country,
            "venue": None,
            "geoname_id": None,
            "latitude": None,
            "longitude": None,
        }
    text.add(there.name + " ")
    return {
        "city": there.name,
        "country": there.country,
        "venue": None,
        "geoname_id": there.geoname_id,
        "latitude": there.latitude,
        "longitude": there.longitude,
    }


def _put(text: Text, words: str) -> list[list[int]]:
    evidence = text.add(words)
    text.add(". ")
    return evidence


def _said(chance: random.Random, text: Text, count: int) -> list[list[int]]:
    return _put(text, some(chance, count).capitalize())
