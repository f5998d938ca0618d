"""What a record claims: every value that was read, with the words it stands on and the rule that read it.

The fields are a closed grammar, each named by its way through the record: `event.start_date`, `event.place.city`,
`participants.name`. A claim of a list counts its item from 0 and writes its path as `participants[0].name`. The
warehouse makes the same claims of the same record (`core.claims` in sql/migrations); a test holds the two together.

No claims are the ids, the article, the confidence, and what follows from other values whatever the article says:
`event.date_precision` from the form of the date, `event.codes` from type and status.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extractors.record import Span

_EVENT_RULES = {
    "event.type": "type",
    "event.visit_kind": "contact",
    "event.status": "status",
    "event.is_main": "main",
    "event.name": "contact",
    "event.start_date": "date",
    "event.end_date": "date",
    "event.place.city": "place",
    "event.place.country": "place",
    "event.place.venue": "place",
    "event.place.geoname_id": "place",
    "event.place.latitude": "place",
    "event.place.longitude": "place",
    "event.parent_event.name": "parent",
    "event.parent_event.organization": "parent",
}
"""Under which name `event.rules` keeps a field's rule; where it has none, the contact's stands."""

_OWN_EVIDENCE = frozenset({"date", "place"})
"""Those of which `event.field_evidence` may tell where they stand; else it is the contact's evidence."""

_ITEMS = {
    "participants": ("name", "person_id", "title", "role_class", "country", "organization", "capacity"),
    "topics": ("code",),
    "outcomes": ("type", "text", "parties", "due_date", "count"),
    "figures": ("metric", "value", "unit", "qualifier", "period", "status", "parties"),
    "statements": ("speaker", "person_id", "kind", "text"),
}

FIELDS = (*_EVENT_RULES, *(f"{part}.{name}" for part, names in _ITEMS.items() for name in names))
"""Every field that a claim can be of."""

MAX_RULE_LENGTH = 100
"""Characters of a rule id. A record from outside may have anything under that name; what is longer names no rule."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of a record.

    `position` counts the items of the field's list from 0, and is 0 for the event. `value` is what the record's JSON
    holds at `path`, never null and never an empty list. `evidence` are spans in the article's text; where a value
    stands in the title alone it is empty and `title_evidence` has the spans there. `rule_id` is None where the
    extractor names no rule.
    """

    field: str
    position: int
    value: Any
    evidence: list[Span]
    title_evidence: list[Span]
    rule_id: str | None

    @property
    def path(self) -> str:
        """Where in the record's JSON the value stands: `event.place.city`, `participants[0].name`."""
        part, _, name = self.field.partition(".")
        return self.field if part == "event" else f"{part}[{self.position}].{name}"


def claims(record: Mapping[str, Any]) -> Iterator[Claim]:
    """The claims of a record that keeps the contract (`extractors.record.problems`), whoever read it.

    One claim for each of FIELDS that has a value, the event first, then the lists item by item.
    """
    event = record["event"]
    rules, own = event.get("rules"), event.get("field_evidence")
    rules, own = (kept if isinstance(kept, Mapping) else {} for kept in (rules, own))
    contact = _rule(rules.get("contact"))
    for field, name in _EVENT_RULES.items():
        value = _at(event, field.split(".")[1:])
        if _said(value):
            spans = own.get(name) if name in _OWN_EVIDENCE else None
            yield Claim(field, 0, value, spans or event.get("evidence") or [],
                        [] if spans else event.get("title_evidence") or [], _rule(rules.get(name)) or contact)
    for part, names in _ITEMS.items():
        for position, item in enumerate(record[part]):
            rule = _rule(item.get("rule"))
            for name in names:
                if _said(item.get(name)):
                    yield Claim(f"{part}.{name}", position, item[name], item["evidence"],
                                item.get("title_evidence") or [], rule)


def _at(value: Any, path: list[str]) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _said(value: Any) -> bool:
    return value is not None and value != []


def _rule(value: Any) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= MAX_RULE_LENGTH else None
