"""Counts per article by the contract's scorer, their sums as precision, recall and F1, and intervals by bootstrap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy.sets import Sample

FIELDS = ("type", "status", "country", "city", "start_date", "end_date", "parent_event", "participants", "roles",
          "capacity", "topics", "outcomes", "figures", "statements")
"""What record_f1 is the mean of, over those that are labelled at all."""
SCORED = ("relevance", "events_main", "events_all", *FIELDS)
NAMES = (*SCORED, "statements_marked", "statements_unmarked", "core_exact", "false_alarms")
"""Rows of a tally. The last two are shares, not pairs of precision and recall: found = wanted = all there are."""
RESAMPLES = 1_000
SEED = 20_240_704
Counts = NDArray[np.int64]
"""Right, extracted and labelled (last axis) per row of NAMES."""
Figures = NDArray[np.float64]


@dataclass(frozen=True)
class Estimate:
    """A figure with the bounds of its 95 % interval; NaN where nothing is there to count."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Summary:
    """All figures of a set of samples: `rates[name]` is precision, recall and F1."""

    articles: int
    counts: dict[str, tuple[int, int, int]]
    rates: dict[str, tuple[Estimate, Estimate, Estimate]]
    record_f1: Estimate

    def f1(self, name: str) -> float:
        """The F1 of a row of NAMES, or the share where the row is one; `record_f1` too."""
        return self.record_f1.value if name == "record_f1" else self.rates[name][2].value


def tally(scorer: Any, sample: Sample) -> Counts:
    """What the scorer counts in one article."""
    result, _ = scorer.score([sample.label], sample.records)
    counts = np.zeros((len(NAMES), 3), dtype=np.int64)
    for row, name in enumerate(SCORED):
        one = result[name]
        # the scorer gives shares to four places: exact as long as an article has fewer than 5,000 values
        counts[row] = round(one["p"] * one["pred"]), one["pred"], one["gold"]
    counts[NAMES.index("statements_marked" if sample.marked else "statements_unmarked")] = counts[
        NAMES.index("statements")
    ]
    main = result["events_main"]["gold"]
    counts[NAMES.index("core_exact")] = round(result["core_exact"] * main), main, main
    if not sample.label["events"]:
        counts[NAMES.index("false_alarms")] = int(bool(sample.records)), 1, 1
    return counts


def rates(counts: Counts) -> Figures:
    """Precision, recall and F1 in place of the last axis of counts; NaN where nothing is labelled nor extracted."""
    right, extracted, labelled = (counts[..., i].astype(np.float64) for i in range(3))
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = [right / extracted, right / labelled, 2 * right / (extracted + labelled)]
    empty = extracted + labelled == 0
    return np.stack([np.where(empty, np.nan, np.nan_to_num(share)) for share in shares], axis=-1)


def record_f1(counts: Counts) -> Figures:
    """The mean F1 of the FIELDS that are labelled, over the leading axes of counts."""
    rows = [NAMES.index(name) for name in FIELDS]
    f1 = rates(counts)[..., rows, 2]
    labelled = counts[..., rows, 2] > 0
    total: Figures = np.where(labelled, np.nan_to_num(f1), 0.0).sum(axis=-1)
    share: Figures = total / np.maximum(labelled.sum(axis=-1), 1)
    return share


def resampled(per_article: Counts, resamples: int = RESAMPLES, seed: int = SEED) -> Counts:
    """Sums over `resamples` draws of as many articles as there are, with replacement; the same for the same seed."""
    articles = len(per_article)
    weights = np.random.default_rng(seed).multinomial(articles, np.full(articles, 1 / articles), size=resamples)
    return np.tensordot(weights, per_article, axes=1)


def summary(per_article: Sequence[Counts]) -> Summary:
    """The figures of some articles with 95 % intervals (percentile bootstrap over the articles).

    Raises ValueError for no articles.
    """
    if not per_article:
        raise ValueError("no articles to sum up")
    stacked = np.stack(per_article)
    whole, draws = stacked.sum(axis=0), resampled(stacked)
    point, spread = rates(whole), rates(draws)
    return Summary(
        articles=len(stacked),
        counts={name: (int(whole[i, 0]), int(whole[i, 1]), int(whole[i, 2])) for i, name in enumerate(NAMES)},
        rates={
            name: (
                _estimate(point[i, 0], spread[:, i, 0]),
                _estimate(point[i, 1], spread[:, i, 1]),
                _estimate(point[i, 2], spread[:, i, 2]),
            )
            for i, name in enumerate(NAMES)
        },
        record_f1=_estimate(record_f1(whole[np.newaxis])[0], record_f1(draws)),
    )


def agree(scorer: Any, samples: Sequence[Sample], whole: Summary) -> None:
    """Raises AssertionError where the sums over articles are not what the scorer gives for all of them at once."""
    result, _ = scorer.score([one.label for one in samples], [record for one in samples for record in one.records])
    ours = {name: round(whole.f1(name), 3) for name in ("record_f1", "core_exact", "participants", "statements")}
    for name, value in ours.items():
        theirs = result[name] if isinstance(result[name], float) else result[name]["f1"]
        if not np.isnan(value) and abs(value - theirs) > 0.001:
            raise AssertionError(f"{name} is {value} by the sums and {theirs} by the scorer: score.py has changed")


def _estimate(value: float, spread: Figures) -> Estimate:
    kept = spread[~np.isnan(spread)]
    if np.isnan(value) or not kept.size:
        return Estimate(float("nan"), float("nan"), float("nan"))
    low, high = np.percentile(kept, [2.5, 97.5])
    return Estimate(float(value), float(low), float(high))
