"""Where on the map does a city or a building lie?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Position:
    """A point in WGS 84 degrees; `geoname_id` is the city's in GeoNames, None where it has none there."""

    geoname_id: int | None
    latitude: float
    longitude: float


def position(city: str | None, country: str | None, venue: str | None = None) -> Position | None:
    """Where a place lies that is named as records name it: `city` as in `data/cities.csv`, `country` as ISO 3166-1.

    A building has its own point where the tables know one, beside the GeoNames id of its city, else the point of its
    city. A country alone has none: its middle is where nobody met. None, too, for a city the table does not know in
    that country.
    """
    found = _cities().get((city, country)) if city and country else None
    point = _venues().get((venue, country)) if venue and country else None
    if point is None:
        return found
    return Position(found.geoname_id if found else None, *point)


@cache
def _cities() -> dict[tuple[str, str], Position]:
    return {
        (row["name"], row["country"]): Position(
            int(row["geoname_id"]) if row["geoname_id"] else None, float(row["latitude"]), float(row["longitude"])
        )
        for row in rows("coordinates")
    }


@cache
def _venues() -> dict[tuple[str, str], tuple[float, float]]:
    return {
        (row["name"], row["country"]): (float(row["latitude"]), float(row["longitude"]))
        for row in rows("venues")
        if row["latitude"]
    }
