"""Printed dates: which day, time and zone does a piece of text name?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from extractors.page.months import MONTHS

MAX_TEXT = 400  # longer text is prose, not a date line

_ISO = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})(?!\d)")
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.|-го)?\s*(?:de |of |-)?\s*"
    r"([^\W\d_]{3,12})\.?,?\s*(?:de |del |-)?\s*(\d{4})(?!\d)",
    re.I,
)
_MONTH_DAY = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)", re.I)
_YEAR_DAY_MONTH = re.compile(r"(?<!\d)(\d{4})\s+(?:жылғы|жылы|ж\.|ж|жыл)?\s*(\d{1,2})\s*[- ]?\s*([^\W\d_]{3,12})", re.I)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)")
_TIME = re.compile(
    r"(?<![\d.])([01]?\d|2[0-3])(?::|h|\.(?=\d\d(?:\s*uhr|\s*[ap]\.?m)))([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?\s*"
    r"([ap]\.?\s?m\b\.?)?[\s|(]*"
    r"(?:(z\b)|(?:gmt|utc)?\s*([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)|(gmt|utc|msk|мск|cet|cest|est|edt|ist|kst)\b)?",
    re.I,
)
_ZONES = {
    "gmt": 0.0, "utc": 0.0, "msk": 3.0, "мск": 3.0, "cet": 1.0, "cest": 2.0, "est": -5.0, "edt": -4.0,
    "ist": 5.5, "kst": 9.0,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with a time where one is printed, and the time's zone where that is printed too."""

    day: date
    at: time | None = None

    def iso(self, zone: tzinfo | None = None) -> str:
        """ISO 8601: the day alone where no time is known; `zone` supplies an offset that the text lacks."""
        if self.at is None:
            return self.day.isoformat()
        moment = datetime.combine(self.day, self.at)
        if moment.tzinfo is None and zone is not None:
            moment = moment.replace(tzinfo=zone)
        return moment.isoformat(timespec="seconds")


def parse_moment(text: str, order: str = "DMY") -> Moment | None:
    """The first date that a text names, with its time.

    `order` says how an all-numeric date is to be read where both ways are possible: "DMY" or "MDY". Month
    names of some fifteen languages are known. Returns None where the text names no whole date (a day without a
    year is none) or one outside 1990 to 2100.
    """
    text = text[:MAX_TEXT].strip()
    for day, start, end in _days(text, order):
        clock = _TIME.search(text, end) or _TIME.search(text[:start])
        return Moment(day, _time_of(clock) if clock else None)
    return None


def parse_date(text: str, order: str = "DMY") -> datetime | None:
    """As parse_moment, as a datetime: midnight where no time is printed, naive where no zone is."""
    moment = parse_moment(text, order)
    return datetime.combine(moment.day, moment.at or time()) if moment else None


def _days(text: str, order: str) -> Iterator[tuple[date, int, int]]:
    found: list[tuple[int, int, date]] = []
    for pattern, fields in (
        (_ISO, "ymd"), (_YEAR_FIRST, "ymd"), (_DAY_MONTH, "dMy"), (_MONTH_DAY, "Mdy"), (_YEAR_DAY_MONTH, "ydM"),
        (_NUMERIC, "mdy" if order == "MDY" else "dmy"),
    ):
        for match in pattern.finditer(text):
            day = _day(dict(zip(fields, match.groups(), strict=True)))
            if day is not None:
                found.append((match.start(), match.end(), day))
                break
    for start, end, day in sorted(found, key=lambda item: item[0]):
        yield day, start, end


def _day(parts: dict[str, str]) -> date | None:
    month = MONTHS.get(parts["M"].lower().replace("i̇", "i")) if "M" in parts else int(parts["m"])
    if month is None:
        return None
    year, day = int(parts["y"]), int(parts["d"])
    if year < 100:
        year += 2000
    if "m" in parts and month > 12 >= day:
        month, day = day, month
    if not 1990 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time_of(match: re.Match[str]) -> time | None:
    hour, minute, second, half, zulu, sign, off_hours, off_minutes, name = match.groups()
    value = int(hour)
    if half:
        if value > 12:
            return None
        value = value % 12 + (12 if half[0] in "pP" else 0)
    zone: tzinfo | None = None
    if zulu:
        zone = UTC
    elif sign:
        offset = timedelta(hours=int(off_hours), minutes=int(off_minutes or 0))
        if offset <= timedelta(hours=14):
            zone = timezone(offset if sign == "+" else -offset)
    elif name:
        zone = timezone(timedelta(hours=_ZONES[name.lower()]))
    return time(value, int(minute), int(second or 0), tzinfo=zone)
