"""Under which keys are the records found that may tell of the same contact?

Two records are candidates where one seeks a key under which the other is stored and their windows overlap.
Pairs that are no candidates never link, which the tests hold. So a batch costs what its neighbourhood costs:
the warehouse keeps `stored` and `window` of each record in indexed columns and asks for the `sought` ones of
the batch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Final

from extractors.resolve.dates import (
    ANNOUNCED_DAYS,
    CALLED_OFF,
    COMING,
    NEWS_DAYS,
    RECALLED_DAYS,
    REPLANNED_DAYS,
    RESCHEDULED_DAYS,
)
from extractors.resolve.report import Facts, Report

_ANY_DAY: Final = (date.min.toordinal(), date.max.toordinal())
_NEAR_DAYS: Final = 4
"""Days by which dates that still agree may differ, zones and a plan that slips included."""
_STAY_DAYS: Final = 12
_LONGEST_LIST: Final = 6
"""Of so many parties each two make a key; of more each party alone."""


def stored(facts: Facts) -> frozenset[str]:
    """The keys under which a record is found: `<kind of contact>:<what>`, as text for an index."""
    sides = sorted(facts.sides)
    keys = {f"any:{side}" for side in sides}
    if len(sides) == 1:
        keys.add(f"alone:{sides[0]}")
    if len(sides) <= _LONGEST_LIST:
        keys |= {f"pair:{one}+{other}" for one, other in combinations(sides, 2)}
    if _is_listed(facts):
        keys |= _gathered(facts)
    return frozenset(f"{facts.family}:{key}" for key in keys)


def sought(facts: Facts) -> frozenset[str]:
    """The keys under which a record looks for others; see `stored`."""
    sides = sorted(facts.sides)
    keys: set[str] = set()
    if len(sides) <= _LONGEST_LIST:
        keys |= {f"pair:{one}+{other}" for one, other in combinations(sides, 2)}
    keys |= {f"any:{side}" if len(sides) == 1 else f"alone:{side}" for side in sides}
    if _is_listed(facts):
        keys |= _gathered(facts)
    return frozenset(f"{facts.family}:{key}" for key in keys)


def window(facts: Facts) -> tuple[int, int]:
    """First and last day (ordinals, both included) on which the contact may have been or may come to be
    held."""
    low, high = _span(facts)
    return max(low, _ANY_DAY[0]), min(high, _ANY_DAY[1])


def _span(facts: Facts) -> tuple[int, int]:
    when, near = facts.when, _NEAR_DAYS
    published = when.published_day
    if when.first is not None and when.last is not None:
        last = max(when.last, when.end or when.last)
        if when.status in CALLED_OFF:
            return when.first - REPLANNED_DAYS, last + RESCHEDULED_DAYS
        if when.status in COMING:
            return when.first - near, last + max(REPLANNED_DAYS, near)
        return when.first - near, last + near
    if published is None:
        return _ANY_DAY
    if when.status == "ongoing":
        return published - _STAY_DAYS, published + _STAY_DAYS
    if when.status in COMING:
        far = when.status in CALLED_OFF or facts.is_gathering
        behind = REPLANNED_DAYS if when.status in CALLED_OFF else near
        return published - behind, published + (RESCHEDULED_DAYS if far else ANNOUNCED_DAYS)
    return published - (NEWS_DAYS if when.is_main else RECALLED_DAYS) - near, published + near


class Index:
    """Reports by the keys under which they are stored; answers which of them are candidates of another.

    A key must come once. What a report is stored under and looks for is worked out once, when it is put in.
    """

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._stored: dict[str, list[Report]] = defaultdict(list)
        self._windows: dict[str, tuple[int, int]] = {}
        for one in reports:
            self.add(one)

    def add(self, one: Report) -> None:
        """Put a report in. Raises ValueError where one with its key is there."""
        if one.key in self._windows:
            raise ValueError(f"two reports have the key {one.key!r}")
        self._windows[one.key] = window(one.facts)
        for key in stored(one.facts):
            self._stored[key].append(one)

    def of(self, one: Report) -> Iterator[Report]:
        """The reports in here that are candidates of `one`, itself left out, each once and in no certain order."""
        low, high = self._windows.get(one.key) or window(one.facts)
        met = {one.key}
        for key in sought(one.facts):
            for other in self._stored.get(key, ()):
                if other.key in met:
                    continue
                begins, ends = self._windows[other.key]
                if begins <= high and low <= ends:
                    met.add(other.key)
                    yield other


def candidates(reports: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    """Every two of `reports` that are candidates, each pair once, the one with the lesser key first.

    Raises ValueError where two reports have one key.
    """
    every = sorted(reports, key=lambda one: one.key)
    index = Index(every)
    for one in every:
        found = (other for other in index.of(one) if other.key > one.key)
        for other in sorted(found, key=lambda report: report.key):
            yield one, other


def _is_listed(facts: Facts) -> bool:
    return facts.is_gathering or facts.type == "signing"


def _gathered(facts: Facts) -> set[str]:
    """What finds a gathering whose list of participants is another than ours."""
    keys = {f"of:{body}" for body in facts.organizations} | {f"with:{side}" for side in facts.sides}
    return keys | {f"at:{facts.country}"} if facts.country else keys
