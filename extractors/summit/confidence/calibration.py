"""From the signs of a contact to the share of such records that are right.

Weights are added up to a score (logistic regression), and a rising curve through the shares right of the development
set's records, ordered by score, makes a confidence of it (isotonic regression). `python -m benchmarks.calibrate` fits
both and writes them to calibration.json.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from extractors.summit.confidence.patterns import SIGNS

FLOOR, CEILING = 0.05, 0.95
"""No confidence is beyond: some hundred records can't show that one in twenty is wrong, or right, let alone fewer."""


class CalibrationError(Exception):
    """calibration.json doesn't fit the signs that the pipe looks for, or would let more signs mean less."""


@dataclass(frozen=True)
class Calibration:
    """`weights` by sign, and `curve`: scores, rising, each with the confidence there."""

    intercept: float
    weights: Mapping[str, float]
    curve: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        if self.weights.keys() != SIGNS.keys():
            raise CalibrationError(f"weights for {sorted(self.weights)}, but the pipe looks for {sorted(SIGNS)}: refit")
        if min(self.weights.values()) < 0:
            raise CalibrationError("a weight below 0 would let a sign speak against a record: refit")
        if not self.curve or any(a[0] >= b[0] or a[1] > b[1] for a, b in pairwise(self.curve)):
            raise CalibrationError("the curve is empty or doesn't rise: refit")

    def score(self, shown: Mapping[str, bool]) -> float:
        """The sum of the weights of the signs that are shown."""
        return self.intercept + sum(weight for sign, weight in self.weights.items() if shown[sign])

    def confidence(self, shown: Mapping[str, bool]) -> float:
        """The share of right records among those with this score, FLOOR to CEILING, to three places."""
        return round(min(CEILING, max(FLOOR, self._on_curve(self.score(shown)))), 3)

    def _on_curve(self, score: float) -> float:
        """Straight between the points of the curve, level beyond its ends."""
        after = bisect_right(self.curve, score, key=lambda point: point[0])
        if after in (0, len(self.curve)):
            return self.curve[min(after, len(self.curve) - 1)][1]
        (left, low), (right, high) = self.curve[after - 1 : after + 1]
        return low + (high - low) * (score - left) / (right - left)

    def to_json(self) -> dict[str, Any]:
        """What `from_json` reads."""
        return {"intercept": self.intercept, "weights": dict(self.weights), "curve": [list(p) for p in self.curve]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Calibration:
        """The calibration in the object of calibration.json; raises CalibrationError."""
        try:
            return cls(
                float(data["intercept"]),
                {str(sign): float(weight) for sign, weight in data["weights"].items()},
                tuple((float(score), float(share)) for score, share in data["curve"]),
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise CalibrationError(f"calibration.json has no intercept, weights and curve: {error!r}") from error


@cache
def shipped() -> Calibration:
    """The calibration that lies beside this file; raises CalibrationError."""
    text = resources.files("extractors.summit.confidence").joinpath("calibration.json").read_text(encoding="utf-8")
    return Calibration.from_json(json.loads(text))
