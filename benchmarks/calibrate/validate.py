"""What a calibration is worth on articles that it has not seen."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.accuracy.confidence import Judged
from benchmarks.calibrate.cases import Case
from benchmarks.calibrate.fit import fit, folds

BY_HAND, FITTED = "set by hand", "fitted, cross-validated"


def validated(cases: Sequence[Case]) -> dict[str, list[Judged]]:
    """The cases with the confidence of weights set by hand, and with that of a calibration fitted, weights and curve,
    without their group."""
    fitted: list[Judged | None] = [None] * len(cases)
    for train, test in folds(cases, seed=1):
        calibration = fit([cases[i] for i in train])
        for i in test:
            fitted[i] = _judged(cases[i], calibration.confidence(cases[i].signs))
    return {
        BY_HAND: [_judged(case, case.by_hand) for case in cases],
        FITTED: [one for one in fitted if one is not None],
    }


def _judged(case: Case, confidence: float) -> Judged:
    return Judged(confidence, case.right, case.is_main, case.set)
