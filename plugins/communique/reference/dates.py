"""Dates as precise as a source gives them: YYYY-MM-DD, YYYY-MM or YYYY."""

from __future__ import annotations

import calendar
from datetime import date


def first_day(text: str) -> date:
    """The first day that `text` can mean. Raises ValueError for anything else than such a date."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day that `text` can mean. Raises ValueError for anything else than such a date."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def apart(a: str, b: str) -> int:
    """How many days lie at least between two such dates: 0 where they can mean the same day."""
    return max((first_day(a) - last_day(b)).days, (first_day(b) - last_day(a)).days, 0)


def _parts(text: str) -> tuple[int, int, int]:
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) > 3 or len(text) not in (4, 7, 10) or (len(numbers) > 1 and not 1 <= numbers[1] <= 12):
        raise ValueError(f"{text!r} is no date such as 2024-07-03, 2024-07 or 2024")
    year, month, day = [*numbers, 0, 0][:3]
    return year, month, day
