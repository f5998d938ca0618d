"""What makes a record more or less likely to be right in type, participants, place and date."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "base": 0.30,
    "main": 0.08,
    "named": 0.14,
    "known": 0.10,
    "dated": 0.10,
    "placed": 0.08,
    "remote": 0.08,
    "title": 0.08,
    "loose": -0.18,
    "unnamed": -0.10,
    "many": -0.12,
    "several": -0.05,
}
"""Added up, then cut to between 0.05 and 0.97."""
LOOSE_RULES = frozenset(
    {"talks.loose", "discuss.with", "meet.due", "visit.go", "talks.each", "meet.each", "visit.noun", "event.happen"}
)
"""Rules that find a contact on weak grounds."""
