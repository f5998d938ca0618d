"""Editions of recurring events, out of how the register words them: '2020 Riyadh (virtual)', '2024 COP29 Baku'."""

from __future__ import annotations

import re
from collections import Counter

from extractors.lexicon import world
from extractors.lexicon.tables import split

_EDITION = re.compile(r"(?P<year>\d{4}) (?:COP(?P<number>\d+) )?(?P<words>.+)")
_REMARK = re.compile(r"(?P<words>.*?) ?\((?P<remark>[^()]+)\)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WHEN = re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)})[a-z]*(?: (?P<year>\d{{4}}))?")

Row = tuple[object, ...]


def of(event: dict[str, str]) -> list[Row]:
    """The editions of an event (a row of the table `events`), as rows of event_edition; see sql/reference/given.sql.

    Raises ValueError naming the event for an edition that does not begin with its year.
    """
    made: list[Row] = []
    in_year: Counter[int] = Counter()
    for text in split(event["editions"]):
        found = _EDITION.fullmatch(text)
        if found is None:
            raise ValueError(f"events.csv: {event['name']}: the edition {text!r} does not begin with its year")
        year = int(found["year"])
        in_year[year] += 1
        words, start_date, status, virtual, note = _read(found["words"], found["year"])
        city, country = _place(words)
        made.append((event["name"], year, in_year[year], int(found["number"]) if found["number"] else None, start_date,
                     words, city, country, virtual, status, note, event["status"], event["source"]))
    return made


def months(cell: str) -> list[int]:
    """The months that a cell names: '9-11' is September to November, '5|12' May and December, '11-1' over new year.

    Raises ValueError for anything else.
    """
    found: list[int] = []
    for part in split(cell):
        first, _, last = part.partition("-")
        begin, end = int(first), int(last or first)
        found += [(month - 1) % 12 + 1 for month in range(begin, end + 1 if end >= begin else end + 13)]
    return found


def _read(text: str, year: str) -> tuple[str | None, str, str | None, bool, str | None]:
    """Place, start date, status, whether by video link, and what remains to be remarked."""
    words, remark = text, ""
    if (found := _REMARK.fullmatch(text)) is not None:
        words, remark = found["words"], found["remark"]
    if words in ("cancelled", "postponed"):
        return None, year, words, False, remark or None
    if words == "virtual":
        # The place in brackets is that of the chair.
        return remark or None, year, None, True, None
    if remark == "virtual":
        return words, year, None, True, None
    if remark in ("cancelled", "postponed"):
        return words, year, remark, False, None
    when = _WHEN.fullmatch(remark)
    if when is not None:
        month = f"{when['year'] or year}-{_MONTHS.index(when['month']) + 1:02}"
        return words, f"{month}-{int(when['day']):02}" if when["day"] else month, None, False, None
    if remark and _place(words) == (None, None) and _place(remark) != (None, None):
        # The town near which a resort lies, or the country.
        return f"{words} ({remark})", year, None, False, None
    return words, year, None, False, remark or None


def _place(words: str | None) -> tuple[str | None, str | None]:
    """City and country that the words name, as far as the register knows them."""
    if words is None:
        return None, None
    for name in (words, *re.findall(r"\(([^()]+)\)", words)):
        if (site := world.cities().get(name)) is not None:
            return site.city, site.country
        if (country := world.country_names().get(name)) is not None:
            return None, country
    return None, None
