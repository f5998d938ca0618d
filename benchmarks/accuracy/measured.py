"""Everything that the benchmark measures, as one value: what the report prints and `--json` writes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.accuracy import confidence, errors, floors
from benchmarks.accuracy.goals import ALL, GOALS, HALVES_APART, Goal
from benchmarks.accuracy.sets import Read, Sample, read_by
from benchmarks.accuracy.tallies import NAMES, Counts, Estimate, Summary, agree, summary, tally
from extractors.summit.gate import may_report

SHIPPED = "as shipped"
FLOORS: dict[str, Read] = {"every pair": floors.every_pair, "keyword": floors.keyword}


@dataclass(frozen=True)
class Gate:
    """How many of the relevant and of the irrelevant articles the gate lets through to the pipes."""

    relevant: int
    relevant_passed: int
    irrelevant: int
    irrelevant_passed: int

    @property
    def recall(self) -> float:
        """The share of relevant articles that are let through."""
        return self.relevant_passed / self.relevant if self.relevant else math.nan


@dataclass(frozen=True)
class Measured:
    """The figures of the reader by set (and of all sets as ALL) and by half, those of the floors, and what is wrong."""

    sets: dict[str, Summary]
    halves: dict[str, dict[str, Summary]]
    floors: dict[str, dict[str, Summary]]
    errors: list[errors.ErrorClass]
    blockers: Counter[tuple[str, ...]]
    judged: dict[str, list[confidence.Judged]]
    """The records of all sets by how their confidence came about: SHIPPED, and the ways that `measure` was given."""
    gate: Gate

    def figure(self, set_: str, name: str) -> Estimate:
        """A figure by the name that goals go by."""
        if name == "gate_recall":
            return Estimate(self.gate.recall, math.nan, math.nan)
        whole = self.sets[set_]
        return whole.record_f1 if name == "record_f1" else whole.rates[name][2]

    def missed(self) -> list[tuple[Goal, float]]:
        """The goals that are not met, with what was reached."""
        reached = [(goal, self.figure(goal.set, goal.name).value) for goal in GOALS]
        return [(goal, value) for goal, value in reached if not goal.met(value)]

    def apart(self) -> dict[str, float]:
        """The sets whose halves differ in record_f1 by more than they may, with B less A."""
        gaps = {name: two["B"].f1("record_f1") - two["A"].f1("record_f1") for name, two in self.halves.items()
                if len(two) == 2 and name != ALL}
        return {name: gap for name, gap in gaps.items() if abs(gap) > HALVES_APART}

    def to_json(self) -> dict[str, Any]:
        """The figures as JSON values; NaN becomes null. Ids, counts and codes only: no word of an article."""
        return {
            "sets": {name: _summary(whole) for name, whole in self.sets.items()},
            "halves": {name: {half: _summary(one) for half, one in two.items()} for name, two in self.halves.items()},
            "floors": {name: {set_: _summary(one) for set_, one in by_set.items()}
                       for name, by_set in self.floors.items()},
            "errors": [{"class": one.kind[0], "what": one.kind[1], "count": one.count, "by_set": dict(one.by_set),
                        "ids": one.ids} for one in self.errors],
            "core_blockers": {" + ".join(kind) or "none": count for kind, count in sorted(self.blockers.items())},
            "confidence": {name: {"calibration_error": _number(confidence.calibration_error(records)),
                                  "squared_error": _number(confidence.squared_error(records)),
                                  "separation": _number(confidence.separation(records)),
                                  "bins": [{"low": b.low, "high": b.high, "records": b.records, "right": b.right,
                                            "mean": _number(b.mean)} for b in confidence.bins(records)]}
                           for name, records in self.judged.items()},
            "gate": {"recall": _number(self.gate.recall), "relevant": self.gate.relevant},
            "missed_goals": [{"set": goal.set, "name": goal.name, "goal": goal.bound, "reached": _number(value)}
                             for goal, value in self.missed()],
        }


def measure(scorer: Any, samples: Mapping[str, list[Sample]], read: Read,
            judged: Mapping[str, list[confidence.Judged]] | None = None) -> Measured:
    """Read every sample (by set) with `read` and with the floors, and score all of it.

    `judged` are the same records with a confidence that came about otherwise than the one they are read with.
    """
    ours = {name: read_by(read, of) for name, of in samples.items()}
    every = [one for of in ours.values() for one in of]
    counts: dict[str, Counts] = {}
    for one in every:
        counts[one.id] = tally(scorer, one)
    groups = {**ours, ALL: every}
    sets = {name: summary([counts[one.id] for one in of]) for name, of in groups.items()}
    for name, of in groups.items():
        agree(scorer, of, sets[name])
    return Measured(
        sets=sets,
        halves={name: _halves(of, counts) for name, of in groups.items()},
        floors={
            name: {set_: summary([tally(scorer, one) for one in read_by(floor, of)]) for set_, of in samples.items()}
            for name, floor in FLOORS.items()
        },
        errors=errors.classes(scorer, every),
        blockers=Counter(kind for one in every for kind in errors.core_blockers(scorer, one)),
        judged={SHIPPED: [j for one in every for j in confidence.judged(scorer, one)], **(judged or {})},
        gate=gate(every),
    )


def gate(samples: list[Sample]) -> Gate:
    """What the gate makes of the articles."""
    passed = {one.id: may_report(one.article.title, one.article.text) for one in samples}
    relevant = [one.id for one in samples if one.label["events"]]
    irrelevant = [one.id for one in samples if not one.label["events"]]
    return Gate(len(relevant), sum(passed[i] for i in relevant), len(irrelevant), sum(passed[i] for i in irrelevant))


def _halves(samples: list[Sample], counts: Mapping[str, Counts]) -> dict[str, Summary]:
    halves = {half: [counts[one.id] for one in samples if one.half == half] for half in "AB"}
    return {half: summary(of) for half, of in halves.items() if of}


def _summary(whole: Summary) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for name in NAMES:
        right, extracted, labelled = whole.counts[name]
        p, r, f1 = whole.rates[name]
        rows[name] = {"p": _number(p.value), "r": _number(r.value), "f1": _number(f1.value),
                      "f1_low": _number(f1.low), "f1_high": _number(f1.high),
                      "right": right, "extracted": extracted, "labelled": labelled}
    mean = whole.record_f1
    return {"articles": whole.articles, "record_f1": _number(mean.value), "record_f1_low": _number(mean.low),
            "record_f1_high": _number(mean.high), "rows": rows}


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)
