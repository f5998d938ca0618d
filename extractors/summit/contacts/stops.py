"""A trip whose stops the sentence gives a day each: 'will travel to L, C, D, and L, C, D' is one visit a state.

The rule recorded is `date.stop`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.languages import part
from extractors.summit.contacts.days import FUTURE
from extractors.summit.contacts.same import tour_of_several
from extractors.summit.reading import Contact, Reading, Sentence

_RULES = frozenset({"visit.go", "visit.to", "visit.takes", "visit.noun"})


def one_by_one(found: Reading, contact: Contact, sentence: Sentence, match: re.Match[str]) -> list[Contact]:
    """The visits of `contact`, one a state, where the text that `match` begins names a day for each; else itself."""
    if contact.rule not in _RULES or not contact.guests or not match.groupdict().get("c"):
        return [contact]
    code, at = sentence.code, match.start("c")
    stop = re.compile(part(found.language, "stays").STOP)
    made: list[Contact] = []
    while (told := stop.match(code, at)) is not None:
        visit = _visit(found, contact, sentence, told)
        if visit is None or visit.country in {one.country for one in made}:
            break
        made.append(visit)
        at = told.end()
    return made if len(made) > 1 else [contact]


def by_days(found: Reading, contacts: list[Contact]) -> list[Contact]:
    """`contacts` with an announced trip to several states as one visit a state, where later sentences name a day for
    each of its stops."""
    out: list[Contact] = []
    for contact in contacts:
        visits = _dated(found, contact) if tour_of_several(contact) and contact.status == "planned" else []
        out += visits or [contact]
    return out


def _dated(found: Reading, tour: Contact) -> list[Contact]:
    """The visits of `tour`, none where a state has no day of its own."""
    visited = {found.entities[key].country for key in tour.hosts} - {found.home}
    made: dict[str | None, Contact] = {}
    for sentence in found.sentences[tour.sentence + 1 :]:
        for expression in part(found.language, "stays").STOP_DAY:
            for told in re.finditer(expression, sentence.code):
                visit = _visit(found, tour, sentence, told)
                if visit is not None and visit.country in visited:
                    made.setdefault(visit.country, visit)
    return [*made.values()] if len(made) > 1 and set(made) == visited else []


def _visit(found: Reading, contact: Contact, sentence: Sentence, told: re.Match[str]) -> Contact | None:
    kind, number = told["site"][0], int(told["site"][1:])
    country = found.countries[number] if kind == "C" else found.sites[number].country
    if told["more"]:
        country = found.countries[int(told["more"][1:])]
    when = found.dates[int(told["day"])].when(found.today, contact.status in FUTURE, None)
    if when is None or country is None:
        return None
    parent = contact.parent
    if parent is not None and not sentence.start <= parent.start < sentence.end:
        # it was named for another stop
        parent = None
    host = found.delegation(country)
    return replace(
        contact,
        parties=[*contact.guests, host],
        guests=list(contact.guests),
        hosts=[host],
        city=found.sites[number].city if kind == "L" else None,
        country=country,
        venue=None,
        parent=parent,
        first_day=when.first,
        last_day=when.last,
        precision=when.precision,
        date_rank=2,
        place_span=sentence.chars(told.start("site"), told.end("site")),
        date_span=sentence.chars(told.start("date"), told.end("date")),
        evidence=list(contact.evidence),
        rules={**contact.rules, "date": "date.stop"},
        topics=[],
        outcomes=[],
        figures=[],
    )
