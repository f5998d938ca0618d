"""Countries, organizations, cities and venues by the names they go by in English text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.lexicon.tables import rows, split


@dataclass(frozen=True, slots=True)
class Country:
    """A country; `utc_offset` in hours (standard time of the capital) where known."""

    code: str
    name: str
    capital: str | None
    utc_offset: float | None


@dataclass(frozen=True, slots=True)
class Site:
    """A city, or a building that stands for its city; `name` is the English exonym."""

    name: str
    city: str | None
    country: str


@cache
def countries() -> dict[str, Country]:
    """Every country by its ISO 3166-1 alpha-2 code."""
    capitals = {row["country"]: row["name"] for row in reversed(rows("cities")) if row["capital"]}
    return {
        row["iso2"]: Country(
            row["iso2"],
            row["name_en"],
            capitals.get(row["iso2"]),
            float(row["utc_offset"]) if row["utc_offset"] else None,
        )
        for row in rows("countries")
    }


@cache
def country_names() -> dict[str, str]:
    """English names of countries to their codes."""
    found = {name: row["iso2"] for row in rows("countries") for name in [row["name_en"], *split(row["names_en"])]}
    for name in [name for name in found if name.startswith("Saint ")]:
        for short in ("St", "St."):
            found.setdefault(f"{short} {name.removeprefix('Saint ')}", found[name])
    return found


@cache
def country_adjectives() -> dict[str, str]:
    """English adjectives and demonyms to the code of their country ('Kazakh' to KZ)."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        for word in [*split(row["demonyms_en"]), *split(row["adjectives_en"])]:
            # an adjective that two countries share goes to the one that news means by it
            found[word] = {"Korean": "KR", "Koreans": "KR", "Dominican": "DO", "Congolese": "CD"}.get(word, row["iso2"])
    return found


@cache
def organization_names() -> dict[str, str]:
    """English names and abbreviations of organizations to the abbreviation they are recorded under."""
    found: dict[str, str] = {}
    for row in rows("organizations"):
        code = row["speaks_as"] or row["abbr"]
        for name in [row["abbr"], row["name"], *split(row["names_en"])]:
            found.setdefault(name, code)
    return found


@cache
def members(organization: str) -> frozenset[str]:
    """Codes of the member countries of an organization; empty where the table names none."""
    return frozenset(
        code for row in rows("organizations") if row["abbr"] == organization for code in split(row["members_iso2"])
    )


@cache
def cities() -> dict[str, Site]:
    """English names of cities to the city; the first country wins where two share a name, capitals before others."""
    found: dict[str, Site] = {}
    table = sorted(rows("cities"), key=lambda row: row["capital"] != "Y")
    for row in table:
        for name in [row["name"], *split(row["alt"])]:
            found.setdefault(name, Site(row["name"], row["name"], row["country"]))
    return found


@cache
def venues() -> dict[str, Site]:
    """Residences and offices of government by a name that stands for one of them, with the city they stand in."""
    return {row["name"]: _venue(row) for row in rows("venues") if row["kind"] != "shared"}


@cache
def shared_venues() -> dict[str, tuple[Site, ...]]:
    """Residences by a name that is theirs only in their own country's news: a State House stands in a dozen capitals,
    and a White House in Bishkek, too."""
    found: dict[str, list[Site]] = {}
    for row in rows("venues"):
        if row["kind"] == "shared":
            found.setdefault(row["name"], []).append(_venue(row))
    return {name: tuple(sites) for name, sites in found.items()}


def _venue(row: dict[str, str]) -> Site:
    return Site(row["name"], row["city"] or None, row["country"])


@cache
def residences() -> frozenset[str]:
    """The venues at which guests are received, as against ministries that only speak."""
    return frozenset(row["name"] for row in rows("venues") if row["kind"] in ("residence", "shared"))


@cache
def event_organizers() -> dict[str, str | None]:
    """Names of recurring events to the organization that holds them, None where no registered one does."""
    known = set(organization_names().values())
    found: dict[str, str | None] = {}
    for row in rows("events"):
        organizer = row["organizer"] if row["organizer"] in known else None
        for name in [row["name"].split(" (")[0], *split(row["names_en"])]:
            found.setdefault(name, organizer)
    return found
