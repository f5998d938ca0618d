"""Dates as precise as a source gives them."""

from __future__ import annotations

from datetime import date

import pytest
from communique.reference.dates import apart, first_day, last_day


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)), ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-12", date(2023, 12, 1), date(2023, 12, 31)), ("2024", date(2024, 1, 1), date(2024, 12, 31)),
])
def test_a_date_means_a_range_of_days(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2024-00", "2023-02-29", "2024-7", "2024-07-03T00:00", "now"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        first_day(text)


@pytest.mark.parametrize(("a", "b", "days"), [
    ("2024-01-01", "2024-01-08", 7), ("2024-01-08", "2024-01-01", 7), ("2024", "2024-05-03", 0),
    ("2024-05", "2024-06-02", 2), ("2023", "2025", 366 + 1),
])
def test_dates_are_as_far_apart_as_they_must_be(a: str, b: str, days: int) -> None:
    assert apart(a, b) == days
