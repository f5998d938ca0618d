"""Assembles the contract's records from the contacts of a reading."""

from __future__ import annotations

import hashlib
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc

from extractors.article import Article
from extractors.lexicon import world
from extractors.lexicon.coordinates import position
from extractors.record import (
    SCHEMA_VERSION,
    Event,
    Figure,
    Outcome,
    Participant,
    Place,
    Span,
    Statement,
    SummitRecord,
    Topic,
)
from extractors.summit.assemble.patterns import codes
from extractors.summit.quotes.standing import in_reach
from extractors.summit.reading import Chars, Contact, Entity, Reading, TopicFound, reading

_TWO = 2
_ONE_SIDED = frozenset({"commitment", "decision"})
"""Results that may be of one side alone."""
_MUTUAL = frozenset({"trade_turnover", "growth", "joint_ventures", "documents_signed", "projects"})
"""Numbers that are about both sides, whichever of them is named."""


class Assemble:
    """Leaves the contract's records in `doc._.records`."""

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        doc._.records = [body(found.printed or found.text, found, contact) for contact in found.contacts]
        return doc


def records(doc: Doc, article: Article, version: str) -> list[SummitRecord]:
    """The records of an article whose Doc went through the pipes; ids depend on article, version and content alone."""
    made: list[SummitRecord] = []
    seen: dict[str, int] = {}
    key, text_sha256 = article.key, article.text_sha256
    for partial in cast("list[dict[str, Any]]", doc._.records):
        record = cast(
            "SummitRecord",
            {
                "schema_version": SCHEMA_VERSION,
                "record_id": "",
                "extractor_version": version,
                "article": {
                    "id": key,
                    "url": article.url,
                    "source": article.source,
                    "title": article.title,
                    "published_at": article.published_at,
                    "language": article.language,
                    "text_sha256": text_sha256,
                },
                **partial,
            },
        )
        identity = "|".join(
            [
                key,
                text_sha256,
                version,
                record["event"]["type"],
                record["event"]["status"],
                str(record["event"]["start_date"]),
                *sorted(f"{p['name']}/{p['country']}/{p['organization']}" for p in record["participants"]),
            ]
        )
        number = seen[identity] = seen.get(identity, 0) + 1
        digest = hashlib.sha256(f"{identity}|{number}".encode("utf-8", "surrogatepass")).hexdigest()
        record["record_id"] = f"r{digest[:23]}"
        made.append(record)
    return made


def body(text: str, found: Reading, contact: Contact) -> dict[str, Any]:
    """All of a record but its ids and its article."""
    parties = [found.entities[key] for key in contact.parties]
    return {
        "event": _event(found, contact),
        "participants": [_participant(found, contact, entity) for entity in parties],
        "topics": [_topic(found, topic) for topic in contact.topics],
        "outcomes": [_outcome(text, found, contact, i) for i in range(len(contact.outcomes))],
        "figures": [_figure(found, contact, i) for i in range(len(contact.figures))],
        "statements": _statements(text, found) if _carries_statements(found, contact) else [],
        "confidence": contact.confidence,
    }


def _spans(found: Reading, chars: list[Chars]) -> list[Span]:
    """Spans of the Doc as spans of the article's text; what stands in the title has none."""
    kept = sorted({(start - found.offset, end - found.offset) for start, end in chars if start >= found.offset})
    return [[start, end] for start, end in kept if end > start]


def _evidence(found: Reading, chars: list[Chars]) -> dict[str, list[Span]]:
    """The evidence of a value; offsets into the title, apart, where it stands nowhere else."""
    spans = _spans(found, chars)
    if spans:
        return {"evidence": spans}
    title = sorted({(start, end) for start, end in chars if start < end <= found.offset - 2})
    return {"evidence": [], "title_evidence": [[start, end] for start, end in title]}


def _event(found: Reading, contact: Contact) -> Event:
    place: Place | None = None
    if contact.country or contact.city or contact.venue:
        point = position(contact.city, contact.country, contact.venue)
        place = {
            "city": contact.city,
            "country": contact.country,
            "venue": contact.venue,
            "geoname_id": point.geoname_id if point else None,
            "latitude": point.latitude if point else None,
            "longitude": point.longitude if point else None,
        }
    evidence = [*contact.evidence, *(span for span in (contact.place_span, contact.date_span) if span)]
    parent = contact.parent
    return cast(
        "Event",
        {
            "type": contact.type,
            "visit_kind": contact.visit_kind,
            "status": contact.status,
            "is_main": contact.is_main,
            "name": contact.event.name if contact.event else None,
            "start_date": contact.first_day,
            "end_date": contact.last_day,
            "date_precision": contact.precision if contact.first_day else None,
            "place": place,
            "parent_event": {"name": parent.name, "organization": parent.organization} if parent else None,
            "codes": codes(contact.type, contact.status),
            **_evidence(found, evidence),
            "rules": {"contact": contact.rule, **{k: v for k, v in sorted(contact.rules.items()) if v}},
            **_own_evidence(found, contact, with_place=place is not None),
        },
    )


def _own_evidence(found: Reading, contact: Contact, *, with_place: bool) -> dict[str, dict[str, list[Span]]]:
    """Where in the text day and place themselves are told: a part of the contact's evidence."""
    told = [("date", contact.date_span, contact.first_day is not None), ("place", contact.place_span, with_place)]
    own = {name: spans for name, span, said in told if said and span and (spans := _spans(found, [span]))}
    return {"field_evidence": own} if own else {}


def _participant(found: Reading, contact: Contact, entity: Entity) -> Participant:
    if entity.key in contact.chairs and contact.type in ("summit", "multilateral_meeting", "forum"):
        capacity = "chair"
    elif entity.key in contact.hosts:
        capacity = "host"
    elif entity.key in contact.guests:
        capacity = "guest"
    else:
        capacity = "participant"
    mentions = entity.mentions[:6] or contact.evidence
    return cast(
        "Participant",
        {
            "name": entity.shown,
            "person_id": entity.person_id,
            "title": entity.title,
            "role_class": entity.role,
            "country": entity.country,
            "organization": entity.organization,
            "capacity": capacity,
            **_evidence(found, mentions),
            "rule": entity.rule or "person",
        },
    )


def _topic(found: Reading, topic: TopicFound) -> Topic:
    return cast("Topic", {"code": topic.code, **_evidence(found, [(topic.start, topic.end)]), "rule": topic.rule})


def _parties(found: Reading, contact: Contact, named: tuple[str, ...], *, both: bool) -> list[str]:
    """The sides of a contact whom a result or number is about: those that its sentence names, all where it names none
    or where what it tells takes two (`both`) and it names but one."""
    sides = list(dict.fromkeys(side for key in contact.parties if (side := found.entities[key].side)))
    meant = [side for side in sides if side in named]
    if not sides:
        return list(named)
    return sides if len(meant) < (_TWO if both else 1) else meant


def _outcome(text: str, found: Reading, contact: Contact, i: int) -> Outcome:
    outcome = contact.outcomes[i]
    both = outcome.mutual or outcome.type not in _ONE_SIDED
    return cast(
        "Outcome",
        {
            "type": outcome.type,
            "text": text[outcome.start : outcome.end],
            "parties": _parties(found, contact, outcome.sides, both=both),
            "due_date": outcome.due,
            "count": outcome.count,
            **_evidence(found, [(outcome.start, outcome.end)]),
            "rule": outcome.rule,
        },
    )


def _figure(found: Reading, contact: Contact, i: int) -> Figure:
    figure = contact.figures[i]
    return cast(
        "Figure",
        {
            "metric": figure.metric,
            "value": figure.value,
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "period": figure.period,
            "status": figure.status,
            "parties": _parties(found, contact, figure.sides, both=figure.metric in _MUTUAL),
            **_evidence(found, [(figure.start, figure.end)]),
            "rule": figure.rule,
        },
    )


def _carries_statements(found: Reading, contact: Contact) -> bool:
    """The article's statements stand with each of its main contacts, with the first of all where none is main."""
    if any(one.is_main for one in found.contacts):
        return contact.is_main
    return contact is found.contacts[0]


def _statements(text: str, found: Reading) -> list[Statement]:
    made: list[Statement] = []
    main = [contact for contact in found.contacts if contact.is_main]
    for speech in found.speeches:
        entity = found.entities[speech.speaker] if speech.speaker is not None else None
        speaker = entity.shown if entity else speech.label
        if speaker is None or speech.start < found.offset or not in_reach(speech, found, main or found.contacts):
            continue
        made.append(
            {
                "speaker": speaker,
                "person_id": entity.person_id if entity else None,
                "kind": "direct",
                "text": text[speech.start : speech.end],
                "evidence": _spans(found, [(speech.start, speech.end)]),
                "rule": speech.rule,
            }
        )
    return made


def country_name(code: str) -> str:
    """English name of a country."""
    country = world.countries().get(code)
    return country.name if country else code


if not Doc.has_extension("records"):
    Doc.set_extension("records", default=None)


@Language.factory("communique_assemble", assigns=["doc._.records"])
def make(nlp: Language, name: str) -> Assemble:
    """The assembling pipe."""
    return Assemble()
