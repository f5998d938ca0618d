"""What speaks for and against two records telling of one contact, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PRIOR: Final = -4.0
"""Two records of one kind are of different contacts unless something says otherwise."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason and its weight in points: above 0 for one contact, below 0 against it. Points add up like
    logarithms of odds; they are set by judgement, not fitted."""

    reason: str
    points: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """All findings on one pair. `forbidden` is the reason why the two can never be one contact, None where
    nothing rules it out; `moved` is whether a date stands against it that a postponement in between would
    explain."""

    findings: tuple[Finding, ...] = ()
    forbidden: str | None = None
    moved: bool = False

    @classmethod
    def of(cls, *findings: Finding, moved: bool = False) -> Evidence:
        """Evidence that rules nothing out."""
        return cls(findings, None, moved)

    @classmethod
    def never(cls, reason: str) -> Evidence:
        """What rules out that the two are one."""
        return cls((), reason)

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(
            self.findings + other.findings, self.forbidden or other.forbidden, self.moved or other.moved
        )

    @property
    def points(self) -> float:
        """The sum of the findings' points."""
        return sum(finding.points for finding in self.findings)
