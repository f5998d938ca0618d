"""Place, building, day and hour above a transcript, or in the parentheses that end a heading."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from extractors.lexicon import world
from extractors.summit.dates.patterns import Patterns as DatePatterns
from extractors.summit.dates.pipe import read
from extractors.summit.layout.patterns import Patterns
from extractors.summit.reading import Chars, Reading, Scene

_PAREN = re.compile(r"\(([^()\n]{5,70})\)")
_TRAILING = re.compile(r", ((?:the )?[A-Z][^,()\n]{2,30}(?:, [A-Z][^,()\n\d]{2,30})?, [^,()\n]{4,20}(?:, \d{4})?)$")
"""', Lima, March 3, 2025' at the end of a heading."""
_TAIL = re.compile(r"\s\|\s([^|\n]{3,60})$")
_BUILDING = re.compile(
    r"\b(?:Room|House|Palace|Hotel|Ministry|Headquarters|Residence|Center|Centre|Office|Building|Embassy|Hall|Castle|"
    r"Chancellery|Villa|Palacio|Garden|Base|Airport|Pavilion|Complex|Resort|Estate|Department|Kremlin|Kantei)\b"
)
_LINES = 9
_HEADINGS = 14
"""Among how many paragraphs a heading of remarks is looked for, under a report of the talks."""
_LONGEST = 70


def scene(found: Reading, paragraphs: list[Chars], use: Patterns, dates: DatePatterns) -> Scene | None:
    """What the head of the page says of place and day; None where it says nothing."""
    lines = _above(found, paragraphs, use, dates)
    title = (0, found.offset - 2) if found.offset else (0, 0)
    for start, end in (*paragraphs[:2], title):
        trailing = _TRAILING.search(found.text, start, min(end, start + 600))
        enclosed = _enclosed(found, trailing, use, dates) if trailing is not None else None
        if enclosed is not None and enclosed.country is not None:
            return enclosed
    for start, end in (*paragraphs[:3], title, *paragraphs[3:_HEADINGS]):
        for match in _PAREN.finditer(found.text, start, min(end, start + 600)):
            if found.text[match.end() : end].strip(" .…*:"):
                continue
            enclosed = _enclosed(found, match, use, dates)
            if enclosed is not None and (lines is None or enclosed.country is not None):
                return enclosed
    tail = _tail(found, title, use)
    if lines is not None and lines.country is None and not lines.remote and tail is not None:
        return replace(lines, city=tail.city, country=tail.country)
    return lines or tail


def place(line: str, use: Patterns) -> tuple[str | None, str] | None:
    """City and country of a line that names nothing else: 'Lima, Peru', 'Boston, Massachusetts', 'Geneva'."""
    line = line.strip(" ,.\u00a0")
    line = line.title() if line.isupper() and len(line) > 4 else line
    if not line or not line[0].isupper():
        return None
    city, comma, region = (part.strip() for part in line.rpartition(","))
    if not comma:
        site = world.cities().get(line)
        if site is not None:
            return site.city, site.country
        # "Washington D.C."
        head, _, last = line.rpartition(" ")
        home = next((code for code, regions in use.regions.items() if last in regions and "." in last), None)
        return (head, home) if home and head in world.cities() else None
    city = city.rpartition(",")[2].strip()
    region = region.removeprefix("the ").removeprefix("The ")
    known = world.cities().get(city)
    country = world.country_names().get(region) or world.country_names().get(f"the {region}")
    if country is None:
        country = next((code for code, regions in use.regions.items() if region in regions), None)
        if country is not None and known is not None and known.country != country and known.city == city:
            # a namesake of a capital: the region decides
            known = None
    if country is None or not _named(city):
        return None
    return (known.city if known is not None and known.country == country else city), country


def _named(city: str) -> bool:
    words = city.split()
    return 0 < len(words) <= 5 and words[0][0].isupper() and not any(c.isdigit() for c in city)


def _above(found: Reading, paragraphs: list[Chars], use: Patterns, dates: DatePatterns) -> Scene | None:
    """The lines above a transcript, up to the first that is longer or speaks."""
    city = country = venue = room = None
    day: date | None = None
    hour: re.Match[str] | None = None
    remote, stop, told = False, 0, False
    text = found.text
    lines = [
        (start + match.start(), start + match.end())
        for start, end in paragraphs[:_LINES]
        for match in re.finditer(r"[^\n]+", text[start : min(end, start + 400)])
    ][:_LINES]
    for start, end in lines:
        line = text[start:end].strip()
        if len(line) > _LONGEST or re.search(r":(?:\s|$)|[.!?]$", re.sub(r"\b(?:[A-Z]\.)+$", "", line)):
            told = len(line) > _LONGEST or re.search(r":\s|^Q\b", line) is not None
            break
        hour_here = use.hour.fullmatch(line)
        named = place(line, use)
        date_here = dates.date.search(line)
        if hour_here is not None:
            hour = hour_here
        elif use.remote_line.fullmatch(line):
            remote = True
        elif date_here is not None and len(line) - len(date_here.group()) <= 14:
            mention = read(date_here, dates.calendar)
            when = mention.when(found.today, future=False) if mention else None
            if when is not None and when.precision == "day":
                day = date.fromisoformat(when.first)
        elif named is not None and country is None:
            city, country = named
        elif room is None and (held := _room(line, use)) is not None:
            room, venue = held, line.rstrip(" ,")
        elif venue is None and "," not in line.rstrip(" ,") and _BUILDING.search(line):
            venue = line.rstrip(" ,")
        else:
            continue
        stop = end
    if not told or not stop or (country is None and room is None and hour is None and day is None):
        return None
    if country is None and room is not None:
        city, country = room
    if day is None and hour is not None:
        day = _day_of(found, hour, use)
    return Scene(city, country, venue, day, remote, lines[0][0], stop)


def _room(line: str, use: Patterns) -> tuple[str, str] | None:
    name = line.strip(" ,.").replace("’", "'")
    for country, (city, rooms) in use.rooms.items():
        if name in rooms:
            return city, country
    site = world.venues().get(name) or world.venues().get(name.removeprefix("the "))
    return (site.city, site.country) if site is not None and site.city else None


def _day_of(found: Reading, hour: re.Match[str], use: Patterns) -> date | None:
    """The day of the hour above a transcript: the last one before publication at which the clock showed it there."""
    ahead = use.zones.get(hour["zone"] or "")
    if ahead is None or found.written_at is None:
        return found.today
    there: datetime = found.written_at.astimezone(timezone(timedelta(hours=ahead)))
    clock = int(hour["hour"]) % 12 + (12 if hour["half"] in "Pp" else 0)
    begun = clock * 60 + int(hour["minute"] or 0)
    day = there.date()
    return day if begun <= there.hour * 60 + there.minute + 60 else day - timedelta(days=1)


def _enclosed(found: Reading, match: re.Match[str], use: Patterns, dates: DatePatterns) -> Scene | None:
    """'(Lima, March 3, 2025)', '(3 March 2025, Lima)'."""
    inner = match[1]
    when = None
    found_date = dates.date.search(inner)
    if found_date is None:
        return None
    mention = read(found_date, dates.calendar)
    when = mention.when(found.today, future=False) if mention else None
    if when is None or when.precision != "day":
        return None
    rest = (inner[: found_date.start()] + inner[found_date.end() :]).strip(" ,;–-")
    named = place(rest, use) if rest else None
    if rest and named is None:
        parts = [part.strip() for part in rest.split(",")]
        named = next((site for part in parts if (site := place(part, use) or _room(part, use)) is not None), None)
    city, country = named if named is not None else (None, None)
    return Scene(city, country, None, date.fromisoformat(when.first), False, match.start(), match.end())


def _tail(found: Reading, title: Chars, use: Patterns) -> Scene | None:
    """'… Before Bilateral Meeting | Lima, Peru'."""
    match = _TAIL.search(found.text, *title)
    named = place(match[1], use) if match else None
    if match is None or named is None:
        return None
    return Scene(*named, None, None, False, match.start(1), match.end(1))
