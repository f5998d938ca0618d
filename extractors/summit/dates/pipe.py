"""Dates: what a phrase says about a day, and the day it means once the writing day and the tense are known.

Rules: `date.absolute`, `date.weekday`, `date.relative`, `date.month`, `date.season`, `date.period`, `date.year`,
`date.story` (counted from the event just told of).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from types import ModuleType

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.dates.patterns import Patterns, patterns
from extractors.summit.reading import reading

_STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1}
_SATURDAY = 5
_QUARTERS = ("first", "second", "third", "fourth")


@dataclass(slots=True)
class When:
    """A date of some precision: `first` and `last` are ISO (`last` None for a single day or period)."""

    first: str
    last: str | None
    precision: str
    rule: str


@dataclass(slots=True)
class DateMention:
    """A date phrase at [start, end). Which fields are set depends on `kind`; `shift` is the word before it (last,
    next)."""

    kind: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    month2: int | None = None
    day2: int | None = None
    weekday: int | None = None
    weekday2: int | None = None
    shift: str = ""
    number: int = 0
    unit: str = ""
    text: str = ""

    def when(self, today: date | None, future: bool, story: date | None = None) -> When | None:
        """The date meant, or None where the phrase gives no ground.

        `today` is the day of writing; `future` whether the phrase tells of something to come; `story` the day of
        the event told of just before.
        """
        try:
            return self._when(today, future, story)
        except (ValueError, OverflowError):
            return None

    def _when(self, today: date | None, future: bool, story: date | None) -> When | None:
        if self.kind == "day":
            return self._day(today, future)
        if self.kind == "weekday":
            return self._weekday(today, future)
        if self.kind == "story":
            base = story or today
            if base is None:
                return None
            told = base + timedelta(days=self.number)
            return _week(told, "date.story") if self.unit == "week" else _one(told, "date.story")
        if today is None:
            return When(str(self.year), None, "year", "date.year") if self.kind == "year" else None
        if self.kind == "relative":
            return _one(today + timedelta(days=self.number), "date.relative")
        if self.kind == "ago":
            return self._ago(today)
        if self.kind == "span":
            return When((today - timedelta(days=self.number)).isoformat(), today.isoformat(), "day", "date.relative")
        if self.kind == "ahead":
            return self._ahead(today) if future else None
        if self.kind == "month":
            return self._month(today, future)
        if self.kind == "season":
            year = self.year or today.year + _STEPS.get(self.shift, 0)
            return When(f"{year}-Q{self.number}", None, "season", "date.season")
        if self.kind == "period":
            return self._period(today, future)
        return When(str(self.year), None, "year", "date.year") if self.year else None

    def _day(self, today: date | None, future: bool) -> When | None:
        if self.month is None or self.day is None:
            return None
        year = self.year
        if year is None:
            if today is None:
                return None
            year = _nearest_year(today, self.month, self.day, future, self.weekday)
        first = date(year, self.month, self.day)
        if self.unit == "week":
            return _week(first, "date.period")
        if self.day2 is None:
            return _one(first, "date.absolute")
        last = date(year, self.month2 or self.month, self.day2)
        if last < first:
            return _one(first, "date.absolute")
        return When(first.isoformat(), last.isoformat(), "day", "date.absolute")

    def _weekday(self, today: date | None, future: bool) -> When | None:
        if today is None or self.weekday is None:
            return None
        ahead = (self.weekday - today.weekday()) % 7
        if self.shift in ("next", "coming"):
            first = today + timedelta(days=ahead or 7)
        elif self.shift in ("last", "past"):
            first = today - timedelta(days=(-ahead) % 7 or 7)
        elif self.shift == "this" and not future:
            # of the week that the article was written in
            first = today + timedelta(days=self.weekday - today.weekday())
        elif future:
            first = today + timedelta(days=ahead)
        else:
            first = today - timedelta(days=(-ahead) % 7)
        last = None
        if self.weekday2 is not None:
            last = (first + timedelta(days=(self.weekday2 - self.weekday) % 7)).isoformat()
        return When(first.isoformat(), last, "day", "date.weekday")

    def _ago(self, today: date) -> When | None:
        if not self.number:
            return None
        if self.unit == "day":
            return _one(today - timedelta(days=self.number), "date.relative")
        if self.unit == "year":
            return When(str(today.year - self.number), None, "year", "date.relative")
        if self.unit == "month":
            return When(_month(today, -self.number), None, "month", "date.relative")
        return _week(today - timedelta(weeks=self.number), "date.relative")

    def _ahead(self, today: date) -> When | None:
        """'in three days', 'in two weeks'."""
        if self.unit == "day":
            return _one(today + timedelta(days=self.number), "date.relative")
        return _week(today + timedelta(weeks=self.number), "date.relative")

    def _month(self, today: date, future: bool) -> When | None:
        if self.month is None:
            return None
        year = self.year
        if year is None:
            if self.unit == "of-year":
                year = today.year + _STEPS.get(self.shift, 0)
            elif self.shift in ("last", "past"):
                year = today.year if self.month < today.month else today.year - 1
            elif self.shift in ("next", "coming") or (future and self.month < today.month):
                year = today.year if self.month > today.month else today.year + 1
            elif not future and self.month > today.month:
                year = today.year - 1
            else:
                year = today.year
        return When(f"{year:04d}-{self.month:02d}", None, "month", "date.month")

    def _period(self, today: date, future: bool) -> When | None:
        step = _STEPS.get(self.shift, 0)
        if self.unit == "year":
            return When(str(today.year + step), None, "year", "date.period")
        if self.unit == "month":
            return When(_month(today, step), None, "month", "date.period")
        if self.unit == "weekend":
            # the one that the tense or "next" points to, two days of one month
            to_saturday = _SATURDAY - today.weekday()
            if not future and not self.shift and to_saturday > 0:
                step = -1
            saturday = today + timedelta(days=to_saturday, weeks=step)
            return _whole(saturday, saturday + timedelta(days=1), "date.period")
        return _week(today + timedelta(weeks=step), "date.period")


def _week(day: date, rule: str) -> When | None:
    """The month of the week around `day`, None where the week lies in two."""
    monday = day - timedelta(days=day.weekday())
    return _whole(monday, monday + timedelta(days=6), rule)


def _whole(first: date, last: date, rule: str) -> When | None:
    return When(f"{first.year:04d}-{first.month:02d}", None, "month", rule) if first.month == last.month else None


def _one(day: date, rule: str) -> When:
    return When(day.isoformat(), None, "day", rule)


def _month(today: date, step: int) -> str:
    months = today.year * 12 + today.month - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _nearest_year(today: date, month: int, day: int, future: bool, weekday: int | None = None) -> int:
    best, distance = today.year, None
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            meant = date(year, month, day)
        except ValueError:
            continue
        if weekday is not None and meant.weekday() != weekday:
            continue
        gap = (meant - today).days
        # a plan lies ahead and a report behind, but a few days of slack cover datelines and time zones
        wrong = gap < -5 if future else gap > 5
        cost = abs(gap) + (200 if wrong else 0)
        if distance is None or cost < distance:
            best, distance = year, cost
    return best


class Dates:
    """Finds date phrases and adds them to `reading.dates`, in order."""

    def __init__(self, language: str) -> None:
        self.patterns: Patterns = patterns(language)

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        found.dates = [
            mention
            for match in self.patterns.date.finditer(found.text)
            if (mention := read(match, self.patterns.calendar)) is not None
        ]
        return doc


def read(match: re.Match[str], calendar: ModuleType) -> DateMention | None:
    """The mention that a match of the date pattern stands for, None for an impossible one."""
    group = match.groupdict()
    # a preposition taken in by the pattern is no part of the date
    start, end = match.span()
    for name in ("mon", "moc", "yr", "wke", "wkf", "peb", "span", "ahead"):
        if group[name]:
            start = match.start(name)
    made = DateMention("", start, end, text=match.group())
    months: dict[str, int] = calendar.MONTHS

    def month(name: str) -> int:
        return months[group[name].lower()]

    def day(name: str) -> int:
        return int(re.sub(r"\D", "", group[name]))

    if group["iso"]:
        made.kind = "day"
        made.year, made.month, made.day = (int(x) for x in group["iso"].split("-"))
    elif group["num"]:
        made.kind = "day"
        made.day, made.month, made.year = (int(x) for x in re.split(r"[./]", group["num"]))
        if made.month > 12:
            made.day, made.month = made.month, made.day
    elif group["mda"]:
        made.kind, made.month, made.day = "day", month("mda"), day("mdb")
        if group["mdd"]:
            made.day2, made.month2 = day("mdd"), month("mdc") if group["mdc"] else None
        made.year = int(group["mdy"]) if group["mdy"] else None
    elif group["dma"]:
        made.kind, made.day, made.day2, made.month2 = "day", day("dma"), day("dmb"), month("dmc")
        made.month = month("dme") if group["dme"] else made.month2
        made.year = int(group["dmd"]) if group["dmd"] else None
    elif group["dsa"]:
        made.kind, made.day, made.month = "day", day("dsa"), month("dsb")
        made.year = int(group["dsc"]) if group["dsc"] else None
    elif group["sto"]:
        made.kind, made.unit = "story", group["stu"].rstrip("s")
        made.number = _number(group["sto"], calendar) * calendar.STORY_STEPS[group["std"].lower()]
        made.number *= 7 if made.unit == "week" else 1
    elif group["span"]:
        made.kind, made.number = "span", _number(group["spn"], calendar)
    elif group["ahead"]:
        made.kind, made.number, made.unit = "ahead", _number(group["ahn"], calendar), group["ahu"].rstrip("s")
    elif group["wka"]:
        made.kind, made.weekday = "weekday", calendar.WEEKDAYS[group["wka"].lower()]
        made.weekday2 = calendar.WEEKDAYS[group["wkb"].lower()] if group["wkb"] else None
        made.shift = (group["wkm"] or "").lower()
    elif group["rel"]:
        made.kind, made.number = "relative", calendar.RELATIVE_DAYS[group["rel"].lower()]
    elif group["story"]:
        made.kind, made.number = "story", calendar.STORY_DAYS[group["story"].lower()]
    elif group["ago"]:
        made.kind, made.unit = "ago", group["agou"].rstrip("s")
        made.number = _number(group["ago"], calendar)
    elif group["mya"]:
        made.kind, made.month, made.shift = "month", month("mya"), group["mym"].lower()
    elif group["moa"]:
        made.kind, made.month = "month", month("moa")
        _year_words(made, group["mob"])
    elif group["mon"] or group["moc"]:
        made.kind, made.month = "month", month("mon" if group["mon"] else "moc")
    elif group["sea"]:
        made.kind, made.number, made.shift = "season", calendar.SEASONS[group["sea"].lower()], group["sem"].lower()
        if group["seb"]:
            _year_words(made, group["seb"])
    elif group["sey"]:
        made.kind, made.number = "season", calendar.SEASONS[group["sey"].lower()]
        _year_words(made, group["sez"])
    elif group["quy"]:
        made.kind, made.number = "season", _QUARTERS.index(group["qun"]) + 1
        _year_words(made, group["quy"])
    elif group["peb"] or group["wke"] or group["wkf"]:
        made.kind, made.unit = "period", group["peb"] or "weekend"
    elif group["pea"]:
        made.kind, made.unit, made.shift = "period", group["pea"], group["pem"].split()[-1]
    else:
        made.kind, made.year = "year", int(group["halfy"] or group["yr"])
    if made.kind == "day":
        if group["dow"]:
            made.weekday = _weekday(group["dow"], calendar)
        made.unit = "week" if group["wof"] else ""
    return made


def _number(word: str, calendar: ModuleType) -> int:
    word = word.lower()
    if word.isascii() and word.isdigit() and len(word) < 4:
        return int(word)
    return int(calendar.NUMBERS.get(word, 0))


def _weekday(word: str, calendar: ModuleType) -> int:
    """The number of a weekday, written out or cut short."""
    low = word.lower().rstrip(".")
    days: dict[str, int] = calendar.WEEKDAYS
    return next(number for name, number in days.items() if name.startswith(low))


def _year_words(made: DateMention, words: str) -> None:
    if words[:2].isdigit():
        made.year = int(words)
    else:
        # "November last year" is settled against the writing day: a month or season of the year before
        made.shift = words.split()[0]
        made.unit = "of-year"


@Language.factory("communique_dates", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Dates:
    """The dates pipe for `language`."""
    return Dates(language)
