"""Whether confidence means what it says: of the records at 0.8, are about eight in ten right?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from benchmarks.accuracy.sets import Sample

BINS = 10
DRAWS = 2_000
SEED = 20_240_704


@dataclass(frozen=True)
class Judged:
    """A record's confidence, and whether its type, participants, country and start date are all right."""

    confidence: float
    right: bool
    is_main: bool = True
    set: str = ""


@dataclass(frozen=True)
class Bin:
    """The records with a confidence in [low, high), the last bin with its end."""

    low: float
    high: float
    records: int
    right: int
    mean: float

    @property
    def share(self) -> float:
        """The share of right records."""
        return self.right / self.records


def judged(scorer: Any, sample: Sample) -> list[Judged]:
    """Every record of an article, main or background, right or not; one that no labelled contact matches is not.

    Background records are judged like main ones, since labels hold the background contacts of an article too; that a
    main contact was read as background, or the other way round, makes no record wrong.
    """
    read = [(scorer.flatten(record), float(record["confidence"])) for record in sample.records]
    pairs = scorer.match_events(sample.label["events"], [event for event, _ in read])
    return [
        Judged(
            confidence,
            any(is_right(scorer, gold, event) for gold, other in pairs if other is event),
            bool(event.get("is_main")),
            sample.set,
        )
        for event, confidence in read
    ]


def is_right(scorer: Any, gold: dict[str, Any], event: dict[str, Any]) -> bool:
    """Whether an event has the labelled type, participants, country and start date, as the scorer compares them."""
    wanted, given = scorer.values(gold), scorer.values(event)
    people = scorer.pair_up(wanted["participants"], given["participants"], scorer.same_participant)
    return len(people) == len(wanted["participants"]) == len(given["participants"]) and all(
        wanted[name] == given[name] for name in ("type", "country", "start_date")
    )


def bins(records: Sequence[Judged], count: int = BINS) -> list[Bin]:
    """The records by confidence in `count` bins of one width; empty bins are left out."""
    edges = [i / count for i in range(count + 1)]
    found = []
    for low, high in pairwise(edges):
        inside = [r for r in records if low <= r.confidence < high or (high == 1 and r.confidence == 1)]
        if inside:
            mean = sum(r.confidence for r in inside) / len(inside)
            found.append(Bin(low, high, len(inside), sum(r.right for r in inside), mean))
    return found


def calibration_error(records: Sequence[Judged], count: int = BINS) -> float:
    """Expected calibration error: the mean gap between confidence and share right, bins weighed by their records."""
    if not records:
        return float("nan")
    return sum(b.records * abs(b.mean - b.share) for b in bins(records, count)) / len(records)


def error_by_chance(records: Sequence[Judged], count: int = BINS) -> float:
    """The calibration error to expect of these confidences if they were true to the last digit: so few records never
    split just as they should. Mean of DRAWS draws of who is right, the same each time."""
    if not records:
        return float("nan")
    confidence = np.array([r.confidence for r in records])
    inside = np.minimum((confidence * count).astype(int), count - 1)
    drawn = np.random.default_rng(SEED).random((DRAWS, len(records))) < confidence
    gaps = [np.abs((drawn - confidence)[:, inside == b].sum(axis=1)) for b in range(count)]
    return float(np.sum(gaps, axis=0).mean() / len(records))


def squared_error(records: Sequence[Judged]) -> float:
    """The mean square of confidence less 1 (right) or 0 (wrong): Brier's score, lower is better."""
    return sum((r.confidence - r.right) ** 2 for r in records) / len(records) if records else float("nan")


def separation(records: Sequence[Judged]) -> float:
    """The chance that a right record has more confidence than a wrong one (area under the ROC curve), ties half."""
    right = [r.confidence for r in records if r.right]
    wrong = [r.confidence for r in records if not r.right]
    if not right or not wrong:
        return float("nan")
    return sum((r > w) + (r == w) / 2 for r in right for w in wrong) / (len(right) * len(wrong))
