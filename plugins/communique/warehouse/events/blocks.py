"""Under which keys is a record found as a candidate? Those of `extractors.resolve`, each with the month.

Without the month a lookup of two neighbours would read every contact that they ever had. A record is stored under each
month of its window and sought in each month of the seeker's, so two whose windows have a day in common meet. The month
comes first, so that what is told of one time stands together in the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from extractors.resolve import Facts, sought, stored, window

EVER: Final = "ever"
"""Stands for the month of a window that is too wide to be listed by months."""
WIDE_DAYS: Final = 3 * 366
"""A plan for a year that was put off has a window of two years and a half; what is wider has no date to speak of."""
Extent = tuple[date, date]
"""The first and the last day on which a stored window begins."""


def block(facts: Facts) -> dict[str, Any]:
    """A record's columns of core.record_block: `dated_keys`, `first_day` and `last_day` (ISO, None: without bound)."""
    first, last = _days(facts)
    months = [EVER] if _is_wide(first, last) else list(_months(first, last))
    return {"dated_keys": sorted(_dated(stored(facts), months)), **_bounds(first, last)}


def seeker(facts: Facts, extent: Extent | None) -> dict[str, Any]:
    """What a record looks for: `keys`, and the bounds of the days as above.

    `extent` is needed where `is_wide(facts)`, unless nothing is stored: every month that there is is looked through.
    """
    first, last = _days(facts)
    bounds = _bounds(first, last)
    if _is_wide(first, last):
        # What begins before the first month of ours and reaches into it is listed under that month, too
        first = max(first, extent[0]) if extent else first
        last = max(first, min(last, extent[1])) if extent else first
    return {"keys": sorted(_dated(sought(facts), [EVER, *_months(first, last)])), **bounds}


def is_wide(facts: Facts) -> bool:
    """Whether a record says so little of its time that no list of months holds it."""
    return _is_wide(*_days(facts))


def _days(facts: Facts) -> tuple[date, date]:
    low, high = (min(max(day, date.min.toordinal()), date.max.toordinal()) for day in window(facts))
    return date.fromordinal(low), date.fromordinal(max(low, high))


def _is_wide(first: date, last: date) -> bool:
    return (last - first).days > WIDE_DAYS


def _bounds(first: date, last: date) -> dict[str, str | None]:
    return {"first_day": None if first == date.min else first.isoformat(),
            "last_day": None if last == date.max else last.isoformat()}


def _months(first: date, last: date) -> Iterator[str]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{month // 12:04d}-{month % 12 + 1:02d}"


def _dated(keys: Iterable[str], months: Iterable[str]) -> Iterator[str]:
    listed = list(months)
    return (f"{month}@{key}" for key in keys for month in listed)
