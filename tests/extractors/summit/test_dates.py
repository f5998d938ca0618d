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
    ("on Monday, Sept 22", True, "2025-09-22", None),
    ("on Tuesday (16 September)", False, "2025-09-16", None),
    ("on Thurs, 5 March", True, "2026-03-05", None),
    ("on Jan 14, 15 and 16", True, "2026-01-14", "2026-01-16"),
    ("on 1, 2 and 3 October", True, "2025-10-01", "2025-10-03"),
    ("from the 3rd to the 5th of October", True, "2025-10-03", "2025-10-05"),
    ("Sept 29, 30 and Oct 1", True, "2025-09-29", "2025-10-01"),
    ("on Tuesday, Wednesday and Thursday", True, "2025-09-23", "2025-09-25"),
    ("this Thursday", False, "2025-09-18", None),
    ("this Tuesday", False, "2025-09-16", None),
    ("the week of October 6", True, "2025-10", None),
    ("the week of Sept 29", True, None, None),
    ("at the weekend", False, "2025-09", None),
    ("the weekend talks", False, "2025-09", None),
    ("two weeks ago", False, "2025-09", None),
    ("in the past three days", False, "2025-09-14", "2025-09-17"),
    ("in five days", True, "2025-09-22", None),
    ("in five days", False, None, None),
    ("a July trip", True, "2026-07", None),
    ("during October", True, "2025-10", None),
    ("end-October", True, "2025-10", None),
    ("spring 2026", True, "2026-Q2", None),
    ("spring of next year", True, "2026-Q2", None),
    ("the second quarter of 2026", True, "2026-Q2", None),
    ("early 2027", True, "2027", None),
    ("later in the month", True, "2025-09", None),
    ("tomorrow morning", True, "2025-09-18", None),
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


@pytest.mark.parametrize(
    "phrase", ["they may meet", "the march began", "a second visit", "in 30 percent", "the fall of the government"]
)
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


@pytest.mark.parametrize(
    ("phrase", "day"),
    [("three days earlier", "2025-09-07"), ("two days later", "2025-09-12"), ("that evening", "2025-09-10")],
)
def test_days_counted_from_the_event(phrase: str, day: str) -> None:
    compiled = patterns("en")
    match = compiled.date.search(phrase)
    assert match is not None
    mention = read(match, compiled.calendar)
    assert mention is not None
    when = mention.when(WEDNESDAY, False, date(2025, 9, 10))
    assert when is not None
    assert when.first == day


def test_weekday_settles_the_year() -> None:
    compiled = patterns("en")
    match = compiled.date.search("Saturday, March 15")
    assert match is not None
    mention = read(match, compiled.calendar)
    assert mention is not None
    # in 2026 the day falls on a Sunday
    when = mention.when(WEDNESDAY, True)
    assert when is not None
    assert when.first == "2025-03-15"
