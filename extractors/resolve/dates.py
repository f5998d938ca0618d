"""Do two dated mentions allow one event, given how precise they are, the time zones and when they were
published?

Days are counted as ordinals of the proleptic Gregorian calendar (`date.toordinal`), moments as minutes of UTC
since day 1. What a date means follows the labelling guide of the record contract: a day, a month, a quarter
('season'), a year; a day is the day at the place of the contact, but agencies print their own day often
enough.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final

from extractors.resolve.evidence import Evidence, Finding

DAY: Final = 24 * 60
_SLACK_MINUTES: Final = 3 * 60
"""Articles carry the time of their first version now and then, or a clock that is an hour or two off."""
_SHAPE: Final = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?\Z")
COMING: Final = frozenset({"planned", "proposed", "postponed", "cancelled"})
"""Statuses of a contact that had not taken place when it was written about."""
CALLED_OFF: Final = frozenset({"postponed", "cancelled"})
_ZONE_HOURS: Final = 2.0
"""So far apart two zones must lie that a difference of one day is put down to them: with less, a contact
would have to fall into the very hour around midnight."""
RESCHEDULED_DAYS: Final = 400
"""What was called off longer ago than this is not what is held now."""
ANNOUNCED_DAYS: Final = 150
"""An announcement without a date reaches so far ahead: an invitation says little of a visit a year later."""
NEWS_DAYS: Final = 7
"""News without a day is of the last days; what it recalls without a day may lie further back."""
RECALLED_DAYS: Final = 120
REPLANNED_DAYS: Final = 60
"""So much later than planned a contact may be told to be called off."""
_HOPELESS: Final = -20.0
_GUESSED_VISIT_DAYS: Final = 4
_STAY_DAYS: Final = 10
"""So long after its first day a visit or gathering without a last one may still be told to go on."""


@dataclass(frozen=True, slots=True)
class When:
    """What one report says of the time of a contact.

    `first` and `last` are the days between which the contact starts (equal for a date of day precision),
    `end` its last day where given; None where the report does not say. `published` is the moment of
    publication, `published_day` its day where the publisher is and `publisher` the publisher's hours from
    UTC. `there` are the hours from UTC at the place, where that is known, and `parties` those of the parties'
    capitals (lowest, highest).
    """

    status: str
    is_main: bool
    first: int | None
    last: int | None
    end: int | None
    published: int | None
    published_day: int | None
    publisher: float | None = None
    there: float | None = None
    parties: tuple[float, float] | None = None

    def zones(self, there: float | None = None) -> tuple[float, float]:
        """The lowest and highest hours from UTC in which the day may be meant: at the place (`there` where
        another report knows it), else at home with the parties; and where the publisher is."""
        place = self.there if self.there is not None else there
        known = [place] if place is not None else list(self.parties or ())
        hours = [*known, self.publisher] if self.publisher is not None else known
        return (min(hours), max(hours)) if hours else (0.0, 0.0)

    @property
    def told_by(self) -> int | None:
        """The latest minute of UTC at which the report can have been written; None where nothing says
        when."""
        if self.published is not None:
            return self.published + _SLACK_MINUTES
        return None if self.published_day is None else (self.published_day + 1) * DAY + _SLACK_MINUTES

    @property
    def is_day(self) -> bool:
        """Whether the start is known to the day."""
        return self.first is not None and self.first == self.last


@lru_cache(maxsize=65536)
def meaning(text: str | None) -> tuple[int, int] | None:
    """The first and the last day that a date of the contract can mean; None for None and for what is no such
    date."""
    shape = _SHAPE.match(text) if text else None
    if shape is None:
        return None
    year, quarter, month, day = (int(part) if part else 0 for part in shape.groups())
    try:
        if day:
            found = date(year, month, day).toordinal()
            return found, found
        start, end = (month, month) if month else ((quarter - 1) * 3 + 1, quarter * 3) if quarter else (1, 12)
        return (
            date(year, start, 1).toordinal(),
            date(year, end, calendar.monthrange(year, end)[1]).toordinal(),
        )
    except ValueError:
        return None


def moment(text: str | None) -> tuple[int | None, int | None, float | None]:
    """The UTC minute, the publisher's day and the publisher's hours from UTC of an ISO 8601 time; None where
    the text does not say. A bare date has a day and no minute."""
    if not text:
        return None, None, None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None, None, None
    if len(text) <= len("2024-07-03"):
        return None, at.toordinal(), None
    offset = at.utcoffset()
    utc = at.astimezone(UTC) if offset is not None else at
    minute = utc.toordinal() * DAY + utc.hour * 60 + utc.minute
    return minute, at.toordinal(), None if offset is None else offset.total_seconds() / 3600


def stated(start: str | None, end: str | None, long: bool) -> tuple[int | None, int | None, int | None]:
    """First and last day of the start and the day of the end (see When) from the dates of a record.

    `long` contacts (visits, gatherings) that have an end alone began at most a few days earlier.
    """
    begins, ends = meaning(start), meaning(end)
    last_day = ends[1] if ends else None
    if begins is None:
        if ends is None:
            return None, None, None
        return (ends[0] - (_GUESSED_VISIT_DAYS if long else 0), ends[1], last_day)
    return begins[0], begins[1], last_day if last_day is None or last_day >= begins[0] else None


def agree(a: When, b: When, long: bool, recurring: bool = False) -> Evidence:
    """The evidence that the times of two reports give for one contact; order of `a` and `b` does not matter.

    `long` is whether contacts of this kind last for days (visits, gatherings), `recurring` whether they come
    every year and are announced that long ahead. Evidence that is forbidden rules one contact out.
    """
    for one, other in ((a, b), (b, a)):
        if _excluded(one, other, long):
            return Evidence.never("one is told as past before the other can have begun")
    if a.first is None or b.first is None:
        return _undated(a, b, recurring)
    if a.last is None or b.last is None:  # never: first and last come together
        return Evidence()
    if a.is_day and b.is_day:
        return _two_days(a, b, long)
    low, high = max(a.first, b.first), min(a.last, b.last)
    runs = max(a.end or a.last, b.end or b.last)
    if low <= high or (long and low <= min(a.end or a.last, b.end or b.last)):
        wide = max(a.last - a.first, b.last - b.first)
        points = 2.0 if wide <= 31 else 1.5 if wide <= 93 else 1.0
        return Evidence.of(Finding("dates agree as far as they are precise", points))
    if runs and _may_have_moved(a, b):
        return _moved(a, b)
    return Evidence.never("dates of different months or years")


def explained_by_zones(a: When, b: When) -> bool:
    """Whether two days next to each other may be one moment, seen from two time zones, before either
    publication."""
    if a.first is None or b.first is None or not (a.is_day and b.is_day) or abs(a.first - b.first) != 1:
        return False
    early, late = (a, b) if a.first < b.first else (b, a)
    east, west = late.zones(early.there)[1], early.zones(late.there)[0]
    if east - west < _ZONE_HOURS:
        return False
    later = max(a.first, b.first)
    begins, ends = later * DAY - int(east * 60), later * DAY - int(west * 60)
    told = [one.told_by for one in (a, b) if one.told_by is not None and one.status == "held"]
    return min([ends, *told]) > begins


def _excluded(past: When, other: When, long: bool) -> bool:
    """Whether `past` is over for its reporter before `other` begins, or `other` still to come when `past` is
    over."""
    if past.status == "held" and past.told_by is not None and other.first is not None:
        begins = other.first * DAY - int(other.zones(past.there)[1] * 60)
        if begins > past.told_by:
            return True
    if other.published_day is None or past.status in COMING:
        return False
    if other.status in COMING and past.status == "held":
        over = past.published_day if past.last is None else max(past.last, past.end or past.last)
        # What was called off is told of afterwards, too; what was held can no longer be announced
        told_late = (
            other.status in CALLED_OFF
            and other.first is not None
            and past.last is not None
            and other.first <= past.last
        )
        return over is not None and over < other.published_day - 1 and not told_late
    if other.status != "ongoing":
        return False
    told = past.published_day if past.status == "held" else None
    if told is not None and told < other.published_day - _STAY_DAYS:
        return True  # told as over, and weeks later as going on
    if past.is_day and past.first is not None:
        # A plan may have moved since, what has been held has not
        over = past.end or past.first
        return not past.first - 2 <= other.published_day <= over + (_STAY_DAYS if long else 1)
    return False


def _two_days(a: When, b: When, long: bool) -> Evidence:
    if a.first is None or b.first is None:
        return Evidence()
    if a.first == b.first:
        return Evidence.of(Finding("same day", 4.0))
    apart = abs(a.first - b.first)
    if long and max(a.first, b.first) <= min(a.end or a.first, b.end or b.first):
        return Evidence.of(Finding("days overlap", 3.0))
    if explained_by_zones(a, b):
        return Evidence.of(Finding("days differ by the time zone", 2.5))
    settled = a.status not in COMING and b.status not in COMING
    if settled and long and apart <= 2 and "ongoing" in (a.status, b.status):
        return Evidence.of(Finding("days within one stay", 1.0))
    if settled:
        return _off_by_one(a, b, long) if apart == 1 else Evidence.never("on different days")
    if apart == 1:
        return Evidence.of(Finding("planned for the day before or after", -0.5))
    if apart <= 3 and long:
        return Evidence.of(Finding("planned for a day nearby", -0.5))
    if _may_have_moved(a, b):
        return _moved(a, b)
    return Evidence.never("planned for another day")


def _off_by_one(a: When, b: When, long: bool) -> Evidence:
    """Newsrooms count a day wrong; but who each tell of the day they write on tell of two contacts."""
    if a.published_day is None or b.published_day is None:
        return Evidence.never("on successive days")
    if abs(a.published_day - b.published_day) > (2 if long else 0):
        return Evidence.never("on successive days")
    return Evidence.of(Finding("a day apart, written on the same day", -0.5 if long else -1.5))


def _may_have_moved(a: When, b: When) -> bool:
    """Whether the earlier plan can have given way to the later date: it was written before that date came."""
    if a.first is None or b.first is None:
        return False
    early, late = (a, b) if (a.first, a.published or 0) <= (b.first, b.published or 0) else (b, a)
    return (
        early.status in COMING
        and late.first is not None
        and early.first is not None
        and late.first - early.first <= RESCHEDULED_DAYS
    )


def _moved(a: When, b: When) -> Evidence:
    if a.first is None or b.first is None:
        return Evidence()
    early, late = (a, b) if (a.first, a.published or 0) <= (b.first, b.published or 0) else (b, a)
    apart = abs(b.first - a.first)
    if early.status in CALLED_OFF:
        return Evidence.of(
            Finding("held or planned anew after it was called off", 1.0 if apart <= 200 else 0.0)
        )
    if late.status in CALLED_OFF and apart <= REPLANNED_DAYS:
        return Evidence.of(Finding("called off after it had been planned for another day", 0.5))
    return _unexplained(apart)


def _unexplained(apart: int) -> Evidence:
    """A date that was planned and came to nothing, days before the other: only a postponement explains it,
    and of one that nobody tells of a few weeks can be believed."""
    points = -4.0 if apart <= REPLANNED_DAYS else _HOPELESS
    return Evidence.of(Finding("planned for another day", points), moved=True)


def _undated(a: When, b: When, recurring: bool) -> Evidence:
    """One or both don't say when: what is left is when they were published, and how they speak of the
    contact."""
    bare, other = (a, b) if a.first is None else (b, a)
    if bare.published_day is None:
        return Evidence.of(Finding("no date to compare", -1.0))
    if other.first is None:
        return _both_undated(bare, other)
    begins = other.first
    over = max(other.end or begins, other.last or begins)
    if bare.status == "ongoing":
        return _under_way(bare.published_day, begins, over, other.status)
    if bare.status in COMING:
        behind = bare.published_day - over
        if behind > 1 and other.status not in COMING:
            return Evidence.never("over before it was announced")
        return _announced(bare.status, begins - bare.published_day, behind, recurring)
    since = max(0, bare.published_day - over)
    if bare.is_main:
        return _by_gap("told without a day", since, (1, 2.5), (3, 1.5), (NEWS_DAYS, 0.0))
    return _by_gap("recalled without a day", since, (3, 1.0), (14, 0.0), (45, -1.0), (RECALLED_DAYS, -2.5))


def _announced(status: str, ahead: int, behind: int, recurring: bool) -> Evidence:
    """One is still to come without a day, the other has it begin `ahead` days later, or be over `behind` days
    before."""
    if behind > 1:
        # Only a plan can lie behind an announcement: it came to nothing, and the contact is announced anew
        return _by_gap("announced anew or called off after its day", behind, (REPLANNED_DAYS, -1.0))
    if status in CALLED_OFF:
        return _by_gap("called off, then held or planned anew", ahead, (200, 1.0), (RESCHEDULED_DAYS, 0.0))
    steps = (45, 1.0), (ANNOUNCED_DAYS, 0.0), (RESCHEDULED_DAYS, -1.0)
    if not recurring:
        steps = (14, 1.0), (45, 0.0), (ANNOUNCED_DAYS, -1.0)
    return _by_gap("announced without a day", ahead, *steps)


def _under_way(day: int, begins: int, over: int, status: str) -> Evidence:
    """One is written on `day` while the contact goes on, the other has it begin and end on other days."""
    if begins - 1 <= day <= over + 1:
        return Evidence.of(Finding("under way when the other has it", 3.0))
    if status not in COMING:
        apart = max(begins - day, day - over)
        return _by_gap("under way about when the other has it", apart, (_STAY_DAYS, 1.0))
    if begins > day:
        return Evidence.never("under way before it was planned for")
    if status in CALLED_OFF:
        return _by_gap("under way after it was called off", day - over, (200, 1.0), (RESCHEDULED_DAYS, 0.0))
    return _unexplained(day - over)


def _both_undated(a: When, b: When) -> Evidence:
    """Nothing but the days of publication: what is told to come is told first, what is recalled is recalled
    later."""
    if a.published_day is None or b.published_day is None:
        return Evidence.of(Finding("no date to compare", -1.0))
    apart = abs(a.published_day - b.published_day)
    if a.status in COMING and b.status in COMING:
        return _by_gap(
            "both still without a day", apart, (3, 1.5), (14, 0.5), (90, 0.0), (ANNOUNCED_DAYS, -1.0)
        )
    if a.status in COMING or b.status in COMING:
        before, after = (a, b) if a.status in COMING else (b, a)
        if (after.published_day or 0) < (before.published_day or 0) - 1:
            return Evidence.never("under way before it was planned for")
        far = RESCHEDULED_DAYS if before.status in CALLED_OFF else ANNOUNCED_DAYS
        return _by_gap("announced, then told without a day", apart, (3, 1.0), (14, 0.0), (far, -1.5))
    news, recalled = sorted((a, b), key=_as_news)
    if (news.is_main and recalled.is_main) or news.status == recalled.status == "ongoing":
        return _by_gap("both news without a day", apart, (1, 2.5), (3, 1.0), (NEWS_DAYS, -1.0))
    if (recalled.published_day or 0) < (news.published_day or 0):
        return _by_gap("mentioned shortly before it was news", apart, (1, 1.0), (3, 0.0))
    return _by_gap("recalled without a day", apart, (3, 1.0), (10, 0.0), (RECALLED_DAYS, -2.0))


def _as_news(one: When) -> tuple[bool, int]:
    """Sorts what is the news of its article before what is recalled, and the earlier before the later."""
    return not (one.is_main or one.status == "ongoing"), one.published_day or 0


def _by_gap(reason: str, days: int, *steps: tuple[int, float]) -> Evidence:
    """The points of the first step whose days are not exceeded; beyond the last one it is another contact."""
    points = next((points for most, points in steps if days <= most), None)
    return Evidence.never("too long apart") if points is None else Evidence.of(Finding(reason, points))
