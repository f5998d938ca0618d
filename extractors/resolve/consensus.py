"""What holds of an event of which several report? Each field's value with those who say so, and where it
stands.

Reports weigh by their source, by whether the contact is their news or only recalled, and by the reader's
confidence; reprints of one text count once. Of dates and the like those count that told of the contact when
it took place; as long as it has not, the newest plan does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from extractors.resolve.dates import CALLED_OFF, COMING, meaning
from extractors.resolve.identity import same_person
from extractors.resolve.report import Report

RECALLED: Final = 0.5
"""What a report that only recalls a contact weighs beside one whose news it is."""
Weight = Callable[[Report], float]
_FIELDS: Final = ("type", "visit_kind", "name")
_PLACE: Final = ("city", "country", "venue")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a field, what speaks for it in sum, and the keys of the reports that do, from the oldest."""

    value: Any
    support: float
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """From `since` (as published, ISO 8601) on the contact is reported as `status`, first by the report
    `key`."""

    since: str | None
    status: str
    key: str


@dataclass(frozen=True, slots=True)
class Consensus:
    """What holds of an event: values by field (those nobody states are missing), its participants by
    identity, its status and how it came about."""

    fields: Mapping[str, Value]
    participants: tuple[Value, ...]
    status: str
    history: tuple[Step, ...]


def by_source(weights: Mapping[str, float] | None = None) -> Weight:
    """The weight of a report from those of the sources (by their keys in the registry; 1 for a source without
    one)."""
    known = weights or {}

    def weight(report: Report) -> float:
        source = known.get(str(report.record["article"].get("source")), 1.0)
        confidence = report.record.get("confidence")
        news = 1.0 if report.facts.when.is_main else RECALLED
        return source * news * (1.0 if confidence is None else max(0.05, float(confidence)))

    return weight


def consensus(reports: Iterable[Report], weight: Weight | None = None) -> Consensus:
    """What holds of the event of which all `reports` are.

    `weight` gives a report's weight above 0 (default `by_source()`). Raises ValueError where there is no
    report.
    """
    ours = sorted(reports, key=lambda one: one.order)
    if not ours:
        raise ValueError("an event without a report has no values")
    weigh = weight or by_source()
    status, history = standing(ours)
    telling = _telling(ours, status)
    fields: dict[str, Value] = {}
    for name in _FIELDS:
        _put(fields, name, [(one, one.record["event"].get(name)) for one in ours], weigh)
    for name in _PLACE:
        _put(
            fields,
            name,
            [(one, (one.record["event"].get("place") or {}).get(name)) for one in telling],
            weigh,
        )
    for name in ("start_date", "end_date"):
        stated = [(one, one.record["event"].get(name)) for one in telling]
        chosen = _date([(one, text) for one, text in stated if meaning(text)], weigh)
        if chosen is not None:
            fields[name] = chosen
    for name in ("name", "organization"):
        _put(
            fields,
            f"parent_{name}",
            [(one, (one.record["event"].get("parent_event") or {}).get(name)) for one in ours],
            weigh,
        )
    return Consensus(fields, participants(ours, weigh), status, history)


def standing(reports: Sequence[Report]) -> tuple[str, tuple[Step, ...]]:
    """The status of an event and how it came about, from its reports sorted from the oldest.

    The newest report counts, with two reservations: what somebody reports as held is not made a plan again by
    who writes later and knows less, and an article that recalls only what was once planned says nothing new.
    """
    steps: list[Step] = []
    status = ""
    for one in reports:
        told = one.facts.when.status
        if (
            told == status
            or (status == "held" and told not in CALLED_OFF)
            or (status == "ongoing" and told in ("planned", "proposed"))
        ):
            continue
        if status == "held" and told in CALLED_OFF and not one.facts.when.is_main:
            continue
        if status == "planned" and told == "proposed":
            continue
        status = told
        steps.append(Step(one.record["article"].get("published_at"), told, one.key))
    return status, tuple(steps)


def participants(reports: Sequence[Report], weigh: Weight) -> tuple[Value, ...]:
    """Everybody who takes part by any report, each once, best supported first. A bare delegation of a party
    of which some report names somebody is not listed beside them.

    Each value is the participant as its weightiest report has them, without evidence.
    """
    groups: list[list[tuple[Report, Any, Mapping[str, Any]]]] = []
    for one in reports:
        for party, raw in zip(one.facts.told, one.record.get("participants") or [], strict=True):
            group = next((of for of in groups if any(_same(party, other) for _, other, _ in of)), None)
            if group is None:
                groups.append([(one, party, raw)])
            else:
                group.append((one, party, raw))
    named = {party.side for of in groups for _, party, _ in of if party.is_named}
    found = []
    for of in groups:
        if not any(party.is_named for _, party, _ in of) and of[0][1].side in named:
            continue
        best = max(of, key=lambda item: (item[1].is_named, weigh(item[0]), item[0].order))[2]
        shown = {k: v for k, v in best.items() if k not in ("evidence", "title_evidence", "rule")}
        found.append(Value(shown, _support([one for one, _, _ in of], weigh), _keys(one for one, _, _ in of)))
    return tuple(
        sorted(found, key=lambda value: (-value.support, str(value.value.get("name")), value.reports))
    )


def _same(a: Any, b: Any) -> bool:
    if a.is_named and b.is_named:
        return same_person(a, b)
    return not a.is_named and not b.is_named and a.side == b.side and a.role == b.role


def _telling(reports: Sequence[Report], status: str) -> list[Report]:
    """The reports whose dates and places count: of what took place those that say so, of a plan the newest
    state."""
    if status not in COMING:
        return [one for one in reports if one.facts.when.status not in COMING] or list(reports)
    newest = reports[-1]
    off = [n for n, one in enumerate(reports) if one.facts.when.status in CALLED_OFF]
    if off and newest.facts.when.status not in CALLED_OFF:
        return list(reports[off[-1] + 1 :])
    return list(reports)


def _put(fields: dict[str, Value], name: str, stated: Iterable[tuple[Report, Any]], weigh: Weight) -> None:
    by_value: dict[Any, list[Report]] = {}
    for one, value in stated:
        if value not in (None, ""):
            by_value.setdefault(value, []).append(one)
    if by_value:
        value = max(by_value, key=lambda v: (_support(by_value[v], weigh), by_value[v][-1].order, str(v)))
        fields[name] = Value(value, _support(by_value[value], weigh), _keys(by_value[value]))


def _date(stated: Sequence[tuple[Report, Any]], weigh: Weight) -> Value | None:
    """The date that most agree with, the most precise of those that agree: a month speaks for each of its
    days."""
    best: tuple[tuple[float, int, tuple[str, str]], Value] | None = None
    for _, text in stated:
        low, high = meaning(text) or (0, 0)
        agreeing = [other for other, t in stated if (m := meaning(t)) and m[0] <= low and high <= m[1]]
        exact = [other for other, t in stated if t == text]
        rank = (_support(agreeing, weigh) + 0.5 * _support(exact, weigh), low - high, exact[-1].order)
        if best is None or rank > best[0]:
            best = rank, Value(text, _support(agreeing, weigh), _keys(agreeing))
    return best[1] if best else None


def _support(reports: Iterable[Report], weigh: Weight) -> float:
    """What reports weigh together; of those that are one text or one source only the weightiest counts."""
    heaviest: dict[str, float] = {}
    of_text: dict[str, str] = {}
    for one in sorted(reports, key=lambda r: r.order):
        article = one.record["article"]
        text = str(article.get("text_sha256") or one.article)
        voice = of_text.setdefault(text, str(article.get("source") or one.article))
        heaviest[voice] = max(heaviest.get(voice, 0.0), weigh(one))
    return round(sum(heaviest.values()), 6)


def _keys(reports: Iterable[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.key for one in sorted(reports, key=lambda r: r.order)))
