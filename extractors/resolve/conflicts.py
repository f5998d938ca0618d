"""On what do the reports of one event disagree, and who says what?

A coarser date, a rounder number, a status that went its ordinary way are no disagreement. What is listed has
a kind: `update` where the contact itself changed between two reports (postponed, signed fewer than planned),
`basis` where both can be right (the day in two time zones), `dispute` else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, Literal

from extractors.resolve.dates import CALLED_OFF, COMING, explained_by_zones, meaning
from extractors.resolve.report import Report

Kind = Literal["update", "basis", "dispute"]
_SIMPLE: Final = ("type", "visit_kind")
_OF_THE_EVENT: Final = frozenset({"documents_signed"})
"""Counts of the contact itself: two of them are two answers to one question, whatever period and status they
carry."""
_ONE_SERIES: Final = frozenset({"trade_turnover"})
"""Numbers of the relation of which there is one a period, so that one without a period speaks of the
latest."""
_TOLERANCE: Final[Mapping[str | None, float]] = {"about": 0.1, "nearly": 0.1, "over": 0.1, "up_to": 0.1}
_ROUNDED: Final = 0.005


@dataclass(frozen=True, slots=True)
class Claim:
    """A value and the keys of the reports that state it, from the oldest. Figures are values of several
    parts."""

    value: Any
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which reports disagree (`figures.<metric>` for figures), with every value that is stated for
    it."""

    field: str
    kind: Kind
    claims: tuple[Claim, ...]


def conflicts(reports: Iterable[Report]) -> tuple[Conflict, ...]:
    """Every disagreement between the reports of one event, by field; empty where they agree."""
    ours = sorted(reports, key=lambda one: one.order)
    found: list[Conflict] = []
    for name in _SIMPLE:
        found += _values(name, [(one, one.record["event"].get(name)) for one in ours])
    for name in ("city", "country"):
        found += _values(name, [(one, (one.record["event"].get("place") or {}).get(name)) for one in ours])
    found += _status(ours)
    for name in ("start_date", "end_date"):
        found += _dates(name, ours)
    return tuple(found + _figures(ours))


def _values(field: str, stated: Sequence[tuple[Report, Any]]) -> list[Conflict]:
    claims = _claims([(one, value) for one, value in stated if value not in (None, "")])
    if len(claims) < 2:
        return []
    coming = [
        all(one.facts.when.status in COMING for one, value in stated if value == claim.value)
        for claim in claims
    ]
    return [Conflict(field, "update" if any(coming) and field != "visit_kind" else "dispute", tuple(claims))]


def _status(reports: Sequence[Report]) -> list[Conflict]:
    """Planned, ongoing and held follow each other; what was called off and what else is said of it do not."""
    claims = _claims([(one, one.facts.when.status) for one in reports])
    off = [one for one in reports if one.facts.when.status in CALLED_OFF]
    if len(claims) < 2 or not off:
        return []
    held_before = any(
        one.facts.when.status in ("held", "ongoing") and one.order < off[-1].order for one in reports
    )
    return [Conflict("status", "dispute" if held_before else "update", tuple(claims))]


def _dates(field: str, reports: Sequence[Report]) -> list[Conflict]:
    stated = [
        (one, text, spell)
        for one in reports
        if (text := one.record["event"].get(field)) and (spell := meaning(text))
    ]
    kinds: set[Kind] = set()
    for (a, _, of_a), (b, _, of_b) in combinations(stated, 2):
        if max(of_a[0], of_b[0]) > min(of_a[1], of_b[1]):
            kinds.add(_date_kind(field, a, b))
    if not kinds:
        return []
    kind: Kind = "dispute" if "dispute" in kinds else "update" if "update" in kinds else "basis"
    return [Conflict(field, kind, tuple(_claims([(one, text) for one, text, _ in stated])))]


def _date_kind(field: str, a: Report, b: Report) -> Kind:
    if field == "start_date" and explained_by_zones(a.facts.when, b.facts.when):
        return "basis"
    return "update" if a.facts.when.status in COMING or b.facts.when.status in COMING else "dispute"


def _figures(reports: Sequence[Report]) -> list[Conflict]:
    by_metric: dict[str, list[tuple[Report, Mapping[str, Any]]]] = {}
    for one in reports:
        for figure in one.record.get("figures") or []:
            by_metric.setdefault(str(figure["metric"]), []).append((one, figure))
    found = []
    for metric, of in sorted(by_metric.items()):
        at_odds: list[int] = []
        for (n, a), (m, b) in combinations(enumerate(of), 2):
            if _at_odds(metric, a, b):
                at_odds += [n, m]
        if at_odds:
            stated = [(of[n][0], _shown(of[n][1])) for n in sorted(set(at_odds))]
            statuses = {of[n][1].get("status") for n in at_odds}
            kind: Kind = "update" if {"target", "actual"} <= statuses else "dispute"
            found.append(Conflict(f"figures.{metric}", kind, tuple(_claims(stated))))
    return found


def _at_odds(metric: str, a: tuple[Report, Mapping[str, Any]], b: tuple[Report, Mapping[str, Any]]) -> bool:
    """Whether two figures answer one question with two numbers."""
    (of_a, x), (of_b, y) = a, b
    if str(x.get("unit")).lower() != str(y.get("unit")).lower():
        return False
    if metric not in _OF_THE_EVENT:
        if of_a.article == of_b.article or (x.get("status") == "target") != (y.get("status") == "target"):
            return False
        if x.get("period") != y.get("period") and not (
            metric in _ONE_SERIES and (x.get("period") is None or y.get("period") is None)
        ):
            return False
        if metric not in _ONE_SERIES and (x.get("period") is None or not x.get("parties")):
            return False
        parties = set(x.get("parties") or ()), set(y.get("parties") or ())
        if parties[0] and parties[1] and parties[0] != parties[1]:
            return False
    low, high = sorted((float(x["value"]), float(y["value"])))
    tolerance = max(_TOLERANCE.get(one.get("qualifier"), _ROUNDED) for one in (x, y))
    return high - low > tolerance * max(abs(low), abs(high)) * (1 if metric not in _OF_THE_EVENT else 0.1)


def _shown(figure: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, figure.get(name)) for name in ("value", "unit", "period", "status"))


def _claims(stated: Sequence[tuple[Report, Any]]) -> list[Claim]:
    """The values in the order in which they came up, each with its reports."""
    by_value: dict[Any, list[str]] = {}
    for one, value in sorted(stated, key=lambda item: item[0].order):
        by_value.setdefault(value, []).append(one.key)
    return [
        Claim(dict(value) if isinstance(value, tuple) else value, tuple(dict.fromkeys(keys)))
        for value, keys in by_value.items()
    ]
