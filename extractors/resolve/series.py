"""Which gathering is meant: of what organization, of what recurring series, and which edition of it?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from extractors.languages import words as words_of
from extractors.lexicon import names, world
from extractors.lexicon.tables import rows, split

_ORDINALS: Final[Mapping[str, int]] = {
    word: number
    for number, words in enumerate(
        (
            "first inaugural первый первая первого первом бірінші алғашқы",
            "second второй вторая второго втором екінші",
            "third третий третья третьего третьем үшінші",
            "fourth четвертый четвертая четвертого төртінші",
            "fifth пятый пятая пятого бесінші",
            "sixth шестой шестая шестого алтыншы",
            "seventh седьмой седьмая седьмого жетінші",
            "eighth восьмой восьмая восьмого сегізінші",
            "ninth девятый девятая девятого тоғызыншы",
            "tenth десятый десятая десятого оныншы",
        ),
        1,
    )
    for word in words.split()
}
_NUMBERED: Final = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th|-?(?:й|я|го|му|м|ші|шы))\b", re.IGNORECASE)
_ROMAN: Final = re.compile(r"\b(?=[XVI])(X{0,3})(IX|IV|V?I{0,3})\b")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_WORD: Final = re.compile(r"[^\W_]+(?:\+\w+)?")
_COMMON: Final = words_of(
    """the of and in on at a an for to with meeting meetings session summit summits council councils leaders
    leader heads head state states government presidents informal extraordinary annual regular plenary high
    level talks conference forum foreign ministers ministerial
    саммит саммита саммите заседание заседания заседании сессия сессии совета совет глав государств главы
    встреча встречи форум форума министров иностранных дел
    саммиті отырысы кеңесі кеңесінің мемлекет басшылары форумы"""
)


@dataclass(frozen=True, slots=True)
class Series:
    """What the name of an event says of it.

    `organization` is the abbreviation in the register, `recurring` the name of a recurring event in the
    register, `ordinal` the number of the edition, `year` the year in the name, `words` what else tells it
    from others; None or empty where the name does not say.
    """

    organization: str | None
    recurring: str | None
    ordinal: int | None
    year: int | None
    words: frozenset[str]


UNNAMED: Final = Series(None, None, None, None, frozenset())


@lru_cache(maxsize=16384)
def series(name: str | None) -> Series:
    """What `name` (in English, Russian or Kazakh; None for an event without one) says; UNNAMED where
    nothing."""
    if not name:
        return UNNAMED
    folded = f" {_plain(name)} "
    organization = next((code for phrase, code in _organizations() if phrase in folded), None)
    recurring, organizer = next((one for phrase, one in _recurring() if phrase in folded), (None, None))
    year = _YEAR.search(name)
    words = frozenset(
        word
        for word in names.fold(name).split()
        if word not in _COMMON and word not in _ORDINALS and not word.isdigit()
    )
    return Series(organization or organizer, recurring, _ordinal(name), int(year[0]) if year else None, words)


def parent(event: Mapping[str, Any]) -> Series:
    """What the larger event of a record's event is; UNNAMED where there is none."""
    larger = event.get("parent_event")
    if not larger:
        return UNNAMED
    told = series(larger.get("name"))
    given = larger.get("organization")
    return told if given is None else Series(str(given), told.recurring, told.ordinal, told.year, told.words)


def _ordinal(name: str) -> int | None:
    for word in _WORD.findall(name.lower()):
        if word.replace("ё", "е") in _ORDINALS:
            return _ORDINALS[word.replace("ё", "е")]
    numbered = _NUMBERED.search(name)
    if numbered:
        return int(numbered[1])
    roman = _ROMAN.search(name)
    if roman is None or not roman[0]:
        return None
    return (
        10 * len(roman[1])
        + {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}[roman[2]]
    )


def _plain(text: str) -> str:
    # '+' is what tells C5+1 from C5, so that it is kept as a word
    return names.fold(text.replace("+", " plus "))


@cache
def _organizations() -> tuple[tuple[str, str], ...]:
    """Phrases that stand for an organization, the longest first."""
    found: dict[str, str] = {}
    for row in rows("organizations"):
        code = row["speaks_as"] or row["abbr"]
        for name in (row["abbr"], row["name"], *split(row["names_en"]), *split(row["names_cyrillic"])):
            if len(name) > 1:
                found.setdefault(f" {_plain(name)} ", code)
    return tuple(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))


@cache
def _recurring() -> tuple[tuple[str, tuple[str, str | None]], ...]:
    """Phrases that stand for a recurring event with its name and organizer, the longest first."""
    known = set(world.organization_names().values())
    found: dict[str, tuple[str, str | None]] = {}
    for row in rows("events"):
        organizer = row["organizer"] if row["organizer"] in known else None
        full = row["name"].split(" (")[0]
        for name in (full, row["abbr"], *split(row["names_en"]), *split(row["names_cyrillic"])):
            # an abbreviation that is the organization's own says nothing of which of its events is meant
            if len(name) > 2 and name not in known:
                found.setdefault(f" {_plain(name)} ", (full, organizer))
    return tuple(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))
