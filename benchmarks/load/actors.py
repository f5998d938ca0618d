"""Who can meet whom, and where: states, organizations, office holders and cities of the registers, and invented others.

Which states are in the news follows Zipf and Mandelbrot: a pair of the busiest has some eighty contacts a year, most
pairs one in a decade. Nothing here is random but by the generator that is given, so that a seed gives the same world.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Generic, TypeVar

from extractors.lexicon import names
from extractors.lexicon.coordinates import position
from extractors.lexicon.offices import offices
from extractors.lexicon.tables import rows, split

BUSIEST = (
    "RU",
    "CN",
    "US",
    "KZ",
    "TR",
    "UZ",
    "UA",
    "DE",
    "FR",
    "GB",
    "KG",
    "AZ",
    "IN",
    "IR",
    "JP",
    "TJ",
    "AM",
    "BY",
    "IT",
    "KR",
    "PL",
    "HU",
    "TM",
    "PK",
    "SA",
    "AE",
    "GE",
    "IL",
    "EG",
    "QA",
    "MN",
    "BR",
    "RS",
    "FI",
    "AF",
)
"""The states that the news is fullest of; the rest follow in the order of the register."""
FLATTENING = 5
"""Of Zipf and Mandelbrot: the state of rank r weighs 1/(r + FLATTENING)."""
TERM_YEARS = 4
"""How long an invented minister stays."""
PORTFOLIOS = ("Trade", "Energy", "Defence", "Transport", "Culture", "Agriculture", "Health", "Water")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Someone:
    """Who takes part: `spellings` as agencies write the name, in Latin letters and in Cyrillic; the first is the
    register's. `side` is a state's code or an organization's abbreviation."""

    person_id: str | None
    spellings: tuple[str, ...]
    cyrillic: tuple[str, ...]
    title: str
    role: str
    side: str
    is_state: bool


@dataclass(frozen=True, slots=True)
class City:
    """A city with its place on the globe."""

    name: str
    country: str
    geoname_id: int | None
    latitude: float
    longitude: float


class Ranked(Generic[T]):
    """Things of which the first comes up most often."""

    def __init__(self, things: Sequence[T], flattening: float = FLATTENING) -> None:
        self.things = list(things)
        self._weights = list(accumulate(1 / (rank + flattening) for rank in range(1, len(things) + 1)))

    def one(self, chance: random.Random) -> T:
        return chance.choices(self.things, cum_weights=self._weights)[0]

    def several(self, chance: random.Random, count: int) -> list[T]:
        """So many different ones, or as many as there are."""
        found: dict[T, None] = {}
        while len(found) < min(count, len(self.things)):
            found[self.one(chance)] = None
        return list(found)


@cache
def states() -> Ranked[str]:
    """The states of the register by their codes."""
    known = [row["iso2"] for row in rows("countries")]
    return Ranked([code for code in BUSIEST if code in known] + [code for code in known if code not in BUSIEST])


@cache
def cities(country: str) -> Ranked[City] | None:
    """The cities of a state, its capital first; None where the register has none with a place on the globe."""
    known = sorted(
        (row for row in rows("cities") if row["country"] == country), key=lambda row: row["capital"] != "Y"
    )
    found = [
        City(row["name"], country, at.geoname_id, at.latitude, at.longitude)
        for row in known
        if (at := position(row["name"], country))
    ]
    return Ranked(found[:25], flattening=0) if found else None


@dataclass(frozen=True, slots=True)
class Body:
    """An organization whose members meet: its abbreviation, its name and their codes."""

    code: str
    name: str
    members: tuple[str, ...]


@cache
def bodies() -> Ranked[Body]:
    """Organizations with members, small ones first: those meet most often, and their summits are in the news."""
    states_known = set(states().things)
    found = [
        Body(row["abbr"], row["name"].split(" (")[0], members)
        for row in rows("organizations")
        if not row["speaks_as"]
        and len(members := tuple(sorted(states_known & set(split(row["members_iso2"]))))) >= 3
    ]
    return Ranked(sorted(found, key=lambda body: (len(body.members), body.code)))


@cache
def holder(side: str, role: str, month: str) -> Someone | None:
    """Who held that office of a state or an organization on the first of a month (YYYY-MM), by the register."""
    held = offices().at(side, f"{month}-01", role)
    if not held:
        return None
    who = held[0]
    title = next(one.title for one in who.tenures if one.holder_of == side and one.role == role)
    written = _written().get(who.wikidata_id) or (who.name,)
    return Someone(
        who.wikidata_id or None,
        tuple(name for name in written if name.isascii() or not _is_cyrillic(name)),
        tuple(name for name in written if _is_cyrillic(name)),
        title.split(" (")[0],
        role,
        side,
        len(side) == 2,
    )


@cache
def _written() -> dict[str, tuple[str, ...]]:
    """The spellings of each person of the register by Wikidata id, the register's own first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows("offices"):
        if row["wikidata_id"]:
            found[row["wikidata_id"]] += [
                row["person"],
                *(name for name in split(row["variants"]) if len(names.tokens(name)) > 1),
            ]
    return {person: tuple(dict.fromkeys(spelled)) for person, spelled in found.items()}


_GIVEN = (
    "Arman",
    "Yerlan",
    "Sergey",
    "Tamaz",
    "Javid",
    "Nikolay",
    "Ruslan",
    "Bakhyt",
    "Zhanna",
    "Leyla",
    "Aigul",
    "Marta",
    "Zoran",
    "Henrik",
    "Kaito",
    "Amadou",
    "Yusuf",
    "Khalid",
    "Tigran",
    "Vazha",
    "Shukhrat",
    "Oksana",
    "Irina",
    "Gyula",
)
_STEMS = (
    "Akh",
    "Zhum",
    "Kur",
    "Bay",
    "Tor",
    "Yes",
    "Khal",
    "Shar",
    "Niy",
    "Gul",
    "Tash",
    "Dzho",
    "Mikh",
    "Vel",
    "Orl",
    "Kov",
)
_MIDDLES = ("ma", "ba", "ly", "ta", "ni", "ra", "ke", "sa", "di", "zha", "kha", "shi")
_ENDS = ("ev", "ov", "in", "yan", "dze", "bek", "vich", "oglu", "ski", "enko", "ullah", "sson")
_OTHERWISE = (
    ("Zh", "J"),
    ("zh", "j"),
    ("Kh", "H"),
    ("kh", "h"),
    ("Y", "I"),
    ("y", "i"),
    ("Sh", "Ş"),
    ("ch", "tch"),
    ("ev", "yev"),
)
_CYRILLIC = (
    ("shch", "щ"),
    ("dzh", "дж"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("ts", "ц"),
    ("ya", "я"),
    ("yu", "ю"),
    ("ye", "е"),
    *zip("abvgdeziyklmnoprstufhjcwqx", "абвгдезийклмнопрстуфхжкукк", strict=False),
)


@cache
def minister(country: str, portfolio: str, year: int) -> Someone:
    """An invented minister, in office for TERM_YEARS, whose name agencies write in several ways."""
    chance = random.Random(f"{country} {portfolio} {(year + sum(map(ord, country))) // TERM_YEARS}")  # noqa: S311
    name = f"{chance.choice(_GIVEN)} {chance.choice(_STEMS)}{chance.choice(_MIDDLES)}{chance.choice(_ENDS)}"
    spelled = [name]
    for one, other in _OTHERWISE:
        if one in name:
            spelled.append(name.replace(one, other))
    return Someone(None, tuple(spelled[:4]), (cyrillic(name),), f"Minister of {portfolio}", "minister", country, True)


def cyrillic(name: str) -> str:
    """A name in Cyrillic letters, as an agency that has never seen it in them would write it."""
    text = name.lower()
    for latin, other in _CYRILLIC:
        text = text.replace(latin, other)
    return text.title()


def _is_cyrillic(name: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in name)
