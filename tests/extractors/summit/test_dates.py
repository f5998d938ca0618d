"""What date phrases mean on a given day of writing."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.summit.dates.patterns import patterns
from extractors.summit.dates.pipe import read

WEDNESDAY = date(2025, 9, 17)
PHRASES = [
    ("on Monday", False, "2025-09-15", None),
    ("on Monday", True, "2025-09-22", None),
    ("on Wednesday", False, "2025-09-17", None),
    ("next Wednesday", True, "2025-09-24", None),
    ("last Thursday", False, "2025-09-11", None),
    ("today", False, "2025-09-17", None),
    ("Tomorrow", True, "2025-09-18", None),
    ("on 3 and 4 December 2025", True, "2025-12-03", "2025-12-04"),
    ("from July 30 to August 2", False, "2025-07-30", "2025-08-02"),
    ("3-4 July", False, "2025-07-03", "2025-07-04"),
    ("Nov. 21 to 23", True, "2025-11-21", "2025-11-23"),
    ("November last year", False, "2024-11", None),
    ("last November", False, "2024-11", None),
    ("in November", True, "2025-11", None),
    ("this fall", True, "2025-Q4", None),
    ("this spring", False, "2025-Q2", None),
    ("on 31.03.2025", False, "2025-03-31", None),
    ("in July 2015", False, "2015-07", None),
    ("last month", False, "2025-08", None),
    ("later this week", True, "2025-09", None),
    ("two days ago", False, "2025-09-15", None),
    ("next year", True, "2026", None),
    ("on February 29, 2025", False, None, None),
    ("from Wednesday to Saturday", True, "2025-09-17", "2025-09-20"),
]


@pytest.mark.parametrize(("phrase", "future", "first", "last"), PHRASES)
def test_phrase(phrase: str, future: bool, first: str | None, last: str | None) -> None:
    compiled = patterns("en")
    match = compiled.date.search(phrase)
    assert match is not None
    mention = read(match, compiled.calendar)
    assert mention is not None
    when = mention.when(WEDNESDAY, future)
    assert (when.first if when else None) == first
    assert (when.last if when else None) == last


@pytest.mark.parametrize("phrase", ["they may meet", "the march began", "a second visit", "in 30 percent"])
def test_no_date(phrase: str) -> None:
    assert patterns("en").date.search(phrase) is None


def test_story_day_counts_from_the_event() -> None:
    compiled = patterns("en")
    match = compiled.date.search("a day earlier he left")
    assert match is not None
    mention = read(match, compiled.calendar)
    assert mention is not None
    when = mention.when(WEDNESDAY, False, date(2025, 9, 10))
    assert when is not None
    assert when.first == "2025-09-09"
