"""The confidence that the fitted one replaced: weights as a person guessed them, to be compared with."""

from __future__ import annotations

from extractors.summit.reading import Contact, Reading

WEIGHTS: dict[str, float] = {
    "base": 0.30, "main": 0.08, "named": 0.14, "known": 0.10, "dated": 0.10, "placed": 0.08, "remote": 0.08,
    "title": 0.08, "loose": -0.18, "unnamed": -0.10, "many": -0.12, "several": -0.05,
}
LOOSE = frozenset(
    {"talks.loose", "discuss.with", "meet.due", "visit.go", "talks.each", "meet.each", "visit.noun", "event.happen"}
)
"""Rules thought to find a contact on weak grounds."""


def by_hand(found: Reading, contact: Contact) -> float:
    """The confidence of a contact, 0.05 to 0.97."""
    people = [found.entities[key] for key in contact.parties]
    named = [entity for entity in people if entity.name is not None]
    shown = {
        "base": True,
        "main": contact.is_main,
        "named": len(named) >= 2,
        "known": bool(named) and all(entity.person_id for entity in named),
        "dated": contact.first_day is not None,
        "placed": contact.country is not None,
        "remote": contact.type in ("phone_call", "video_conference"),
        "title": "title" in contact.rules,
        "loose": contact.rule in LOOSE,
        "unnamed": not named,
        "many": len(people) > 3,
        "several": sum(one.is_main for one in found.contacts) > 1,
    }
    return round(min(0.97, max(0.05, sum(WEIGHTS[sign] for sign, holds in shown.items() if holds))), 3)
