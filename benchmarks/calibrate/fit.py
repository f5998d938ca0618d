"""A calibration out of cases: weights by logistic regression, a rising curve by isotonic regression.

Both are kept simple since the cases are few. The weights are drawn towards 0 (ridge) and never below it. The curve is
fitted to scores that each case got from weights fitted without its group, over stretches of at least LEAST records, so
that it also mends what the ridge or the regression got wrong in scale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.calibrate.cases import Case
from extractors.summit.confidence.calibration import Calibration
from extractors.summit.confidence.patterns import SIGNS

RIDGE = 1.0
"""Strength of the pull to 0: as if every sign had been seen in about one more case each way."""
LEAST = 20
"""Records in a stretch of the curve: with fewer, a share is off by more than 0.1 more often than not."""
FOLDS = 10
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Stretch:
    """Neighbours by score: how many they are, how many of them are right, and the sum of their scores."""

    records: int
    right: int
    scores: float

    @property
    def share(self) -> float:
        """The share right by Laplace's rule: never none nor all."""
        return (self.right + 1) / (self.records + 2)

    def __add__(self, other: Stretch) -> Stretch:
        return Stretch(self.records + other.records, self.right + other.right, self.scores + other.scores)


def fit(cases: Sequence[Case]) -> Calibration:
    """The calibration of `cases`, the same for the same cases; raises ValueError where all or none are right."""
    if len({case.right for case in cases}) < 2:
        raise ValueError(f"{len(cases)} records, all of them right or all wrong: nothing to fit a confidence to")
    scores = [0.0] * len(cases)
    for train, test in folds(cases, seed=2):
        intercept, weights = regression([cases[i] for i in train])
        for i in test:
            scores[i] = intercept + sum(weights[sign] for sign, shown in cases[i].signs.items() if shown)
    intercept, weights = regression(cases)
    return Calibration(intercept, weights, curve(scores, [case.right for case in cases]))


def folds(cases: Sequence[Case], seed: int) -> Iterator[tuple[list[int], list[int]]]:
    """FOLDS times the cases to learn from and those to try on, by number; a group stays together."""
    by_chance = sorted({case.group for case in cases}, key=lambda g: hashlib.sha256(f"{seed}:{g}".encode()).digest())
    fold = {group: i % FOLDS for i, group in enumerate(by_chance)}
    for number in range(FOLDS):
        test = [i for i, case in enumerate(cases) if fold[case.group] == number]
        if test:
            yield [i for i, case in enumerate(cases) if fold[case.group] != number], test


def regression(cases: Sequence[Case]) -> tuple[float, dict[str, float]]:
    """Intercept and weight by sign of a ridge logistic regression; a sign that would speak against gets 0."""
    right = np.array([case.right for case in cases], dtype=np.float64)
    kept = list(SIGNS)
    while True:
        shown = np.array([[1.0, *(float(case.signs[sign]) for sign in kept)] for case in cases])
        found = _newton(shown, right)
        if not kept or found[1:].min() >= 0:
            weights = dict(zip(kept, found[1:], strict=True))
            return round(float(found[0]), 3), {sign: round(float(weights.get(sign, 0.0)), 3) for sign in SIGNS}
        del kept[int(found[1:].argmin())]


def _newton(shown: Numbers, right: Numbers) -> Numbers:
    weights: Numbers = np.zeros(shown.shape[1], dtype=np.float64)
    # the intercept is all but free: enough to stay finite where all cases are alike
    pull = np.diag([1e-3, *([RIDGE] * (shown.shape[1] - 1))])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-shown @ weights))
        slope = shown.T @ (chance - right) + pull @ weights
        bend = (shown * (chance * (1 - chance))[:, np.newaxis]).T @ shown + pull
        step = np.asarray(np.linalg.solve(bend, slope), dtype=np.float64)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def curve(scores: Sequence[float], right: Sequence[bool]) -> tuple[tuple[float, float], ...]:
    """Points of a rising curve, mean score and share right: stretches of LEAST records and more, of which neighbours
    that would fall are made one (pool adjacent violators). Equal scores stay in one stretch."""
    stretches: list[Stretch] = []
    for stretch in _stretches(scores, right):
        stretches.append(stretch)
        while len(stretches) > 1 and stretches[-2].share >= stretches[-1].share:
            last = stretches.pop()
            stretches[-1] += last
    return tuple((round(one.scores / one.records, 3), round(one.share, 3)) for one in stretches)


def _stretches(scores: Sequence[float], right: Sequence[bool]) -> list[Stretch]:
    found = [Stretch(0, 0, 0.0)]
    previous = None
    for score, hit in sorted(zip(scores, right, strict=True)):
        if found[-1].records >= LEAST and score != previous:
            found.append(Stretch(0, 0, 0.0))
        found[-1] += Stretch(1, int(hit), score)
        previous = score
    if len(found) > 1 and found[-1].records < LEAST:
        last = found.pop()
        found[-1] += last
    return found
