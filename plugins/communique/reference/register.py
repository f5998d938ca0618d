"""The register that the project ships, as rows of the warehouse's reference tables.

The facts stand in `extractors/lexicon/data/*.csv`, which the reader uses too; `sql/reference/*.csv` adds what only the
warehouse needs: which offices several hold at once, which overlaps are known, memberships with dates. Every row keeps
its source and status.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from communique.reference import editions
from communique.warehouse.connection import WarehouseError
from extractors.codes import CAMEO_NAMES, codes
from extractors.lexicon import names, world
from extractors.lexicon.offices import role_of
from extractors.lexicon.tables import rows, split
from extractors.record import EventType, Status

Row = tuple[object, ...]

TABLES = (
    "country", "organization", "person", "office", "tenure", "membership", "place", "venue", "recurring_event",
    "event_edition", "event_type_code",
)
"""In the order of their foreign keys; each has a file in sql/reference."""

SHARED_CLASSES = ("deputy_head_of_government", "deputy_head_of_state")
"""Offices of which a state may have several holders at a time, as it has several deputy prime ministers."""


class RegisterError(WarehouseError):
    """The shipped register contradicts itself; the message names the file, the row and what to do."""


class Seat(NamedTuple):
    """An office by its natural key; `seat` tells those of one organization apart, None for a state's."""

    country: str | None
    organization: str | None
    office_class: str
    seat: str | None


def table(name: str, folder: Path) -> list[Row]:
    """The rows of a reference table, in the order of the columns of its `given_` table (sql/reference/given.sql).

    `folder` is sql/reference. Raises RegisterError.
    """
    makers: dict[str, Callable[[], list[Row]]] = {
        "country": lambda: _countries(folder), "organization": _organizations, "person": _persons,
        "place": _places, "venue": _venues, "recurring_event": _recurring_events, "event_type_code": _event_type_codes,
        "event_edition": lambda: [edition for row in rows("events") for edition in editions.of(row)],
        "office": lambda: _offices(folder), "tenure": lambda: _tenures(folder),
        "membership": lambda: _memberships(folder),
    }
    return makers[name]()


def person_id(row: dict[str, str]) -> str:
    """The id of an office holder: Wikidata's, else one made of the name and the side."""
    if row["wikidata_id"]:
        return row["wikidata_id"]
    seed = f"{names.fold(row['person'])}|{row['holder_of']}"
    return "n-" + hashlib.sha256(seed.encode()).hexdigest()[:16]


def seat_of(row: dict[str, str], folder: Path) -> Seat:
    """The office that a row of the register is about."""
    state = row["holder_of"] in world.countries() or row["holder_of"] in _states(folder)
    seat = None
    if row["office_class"] == "io_head":
        renamed = _special(folder).get((row["holder_of"], "io_head", row["office_title"]))
        seat = renamed["seat"] if renamed else row["office_title"]
    return Seat(row["holder_of"] if state else None, None if state else row["holder_of"], row["office_class"], seat)


def is_shared(seat: Seat, folder: Path) -> bool:
    """Whether several hold the office at a time by its nature."""
    special = _special(folder).get((seat.country or seat.organization or "", seat.office_class, ""))
    return seat.office_class in SHARED_CLASSES or (special is not None and special["is_shared"] == "true")


def _countries(folder: Path) -> list[Row]:
    columns = ("country", "iso3", "wikidata_id", "name", "official_name", "capital", "region", "subregion")
    return [(*(row[column] or None for column in columns), row["is_un_member"] == "true", row["source"])
            for row in _csv(folder / "country.csv")]


def _organizations() -> list[Row]:
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in rows("organizations"):
        grouped.setdefault(row["abbr"], []).append(row)
    made: list[Row] = []
    for abbreviation, group in grouped.items():
        first = group[0]
        spelled = {one for row in group for one in
                   (row["name"], *split(row["names_en"]), *split(row["names_cyrillic"]))} - {first["name"]}
        part_of = first["speaks_as"] if first["speaks_as"] != abbreviation else ""
        made.append((abbreviation, first["name"], sorted(spelled), first["kind"], part_of or None,
                     first["wikidata_id"] or None, first["source"], _verified(first), first["notes"] or None))
    return made


def _verified(row: dict[str, str]) -> str:
    # The register says in words of the source where it only believes an id.
    return "unverified" if "unverified" in row["source"] else row["status"]


def _persons() -> list[Row]:
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in rows("offices"):
        grouped.setdefault(person_id(row), []).append(row)
    made: list[Row] = []
    for key, group in grouped.items():
        last = group[-1]
        spelled = {one for row in group for one in (row["person"], *split(row["variants"]))} - {last["person"]}
        made.append((key, last["person"], sorted(spelled), last["source"]))
    return made


def _offices(folder: Path) -> list[Row]:
    latest: dict[Seat, dict[str, str]] = {}
    for row in rows("offices"):
        seat = seat_of(row, folder)
        if seat not in latest or latest[seat]["start"] <= row["start"]:
            latest[seat] = row
    made: list[Row] = []
    for seat, row in latest.items():
        special = _special(folder).get((row["holder_of"], seat.office_class, ""))
        made.append((*seat, row["office_title"], is_shared(seat, folder),
                     (special["note"] or None) if special else None, row["source"]))
    return made


def _tenures(folder: Path) -> list[Row]:
    marks = {(row["holder_of"], row["office_class"], row["person"], row["start"]): row
             for row in _csv(folder / "overlap.csv")}
    made: list[Row] = []
    for row in rows("offices"):
        seat = seat_of(row, folder)
        mark = marks.pop((row["holder_of"], row["office_class"], row["person"], row["start"]), None)
        overlap, reason = (mark["overlap"], mark["reason"]) if mark else (None, None)
        if overlap is None and is_shared(seat, folder):
            overlap = "shared"
        made.append((*seat, person_id(row), row["office_title"], role_of(row["office_class"], row["office_title"]),
                     row["start"], row["end"] or None, bool(row["end"]) or row["status"] != "end-unknown",
                     overlap, reason, row["status"], row["source"], row["notes"] or None))
    if marks:
        raise RegisterError(f"{folder / 'overlap.csv'}: no row of offices.csv has {', '.join(next(iter(marks)))}; "
                            "correct the line or take it out")
    return made


def _memberships(folder: Path) -> list[Row]:
    """Dated memberships first; a member that only the undated list names holds since an unknown day."""
    made: list[Row] = []
    dated = set()
    for row in _csv(folder / "membership.csv"):
        for member in split(row["members"]):
            state = row["member_kind"] == "state"
            dated.add((row["organization"], member if state else f"organization {member}"))
            made.append((row["organization"], member if state else None, None if state else member,
                         row["start_date"] or None, row["end_date"] or None, row["status"], row["source"],
                         row["note"] or None))
    states = world.countries().keys() | _states(folder)
    for row in rows("organizations"):
        for member in split(row["members_iso2"]):
            state = member in states
            if (row["abbr"], member if state else f"organization {member}") not in dated:
                made.append((row["abbr"], member if state else None, None if state else member, None, None,
                             _verified(row), row["source"], None))
    return made


def _places() -> list[Row]:
    points = {(row["name"], row["country"]): row for row in rows("coordinates")}
    made: list[Row] = []
    for row in rows("cities"):
        point = points.get((row["name"], row["country"]))
        made.append((row["name"], row["country"], sorted(split(row["alt"])), row["capital"] == "Y",
                     int(point["geoname_id"]) if point and point["geoname_id"] else None,
                     float(point["latitude"]) if point else None, float(point["longitude"]) if point else None,
                     row["source"], point["source"] if point else None, row["status"]))
    return made


def _venues() -> list[Row]:
    return [(row["name"], row["country"], row["city"] or None, row["kind"],
             float(row["latitude"]) if row["latitude"] else None,
             float(row["longitude"]) if row["longitude"] else None, row["source"], row["status"])
            for row in rows("venues")]


def _recurring_events() -> list[Row]:
    known = {row["abbr"] for row in rows("organizations")}
    return [(row["name"], row["abbr"] or None, sorted({*split(row["names_en"]), *split(row["names_cyrillic"])}),
             row["kind"], row["organizer"] or None, row["organizer"] if row["organizer"] in known else None,
             row["cadence"] or None, editions.months(row["usual_month"]), row["usual_place"] or None,
             row["source"], row["status"], row["notes"] or None) for row in rows("events")]


def _event_type_codes() -> list[Row]:
    made: list[Row] = []
    for event_type in get_args(EventType):
        for status in get_args(Status):
            given = codes(event_type, status)
            made.append((event_type, status, given["cameo"], CAMEO_NAMES[given["cameo"]], given["plover"],
                         "the mapping by which the extractor gives codes"))
    return made


def _states(folder: Path) -> set[str]:
    return {row["country"] for row in _csv(folder / "country.csv")}


def _special(folder: Path) -> dict[tuple[str, str, str], dict[str, str]]:
    return {(row["holder_of"], row["office_class"], row["title"]): row for row in _csv(folder / "office.csv")}


def _csv(path: Path) -> list[dict[str, str]]:
    return list(_read(path))


@cache
def _read(path: Path) -> tuple[dict[str, str], ...]:
    return tuple(_lines(path))


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if None in row or None in row.values():
                raise RegisterError(f"{path}: {row} has not a cell for each column")
            yield row
