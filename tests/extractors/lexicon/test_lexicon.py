"""The tables hold together, and are looked up by day."""

from __future__ import annotations

import re

import pytest

from extractors.lexicon import names, world
from extractors.lexicon.offices import ROLE, offices
from extractors.lexicon.tables import rows

TABLES = ("countries", "organizations", "offices", "events", "cities", "venues")


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_source_and_status(table: str) -> None:
    for row in rows(table):
        assert row["source"], row
        assert row["status"], row


def test_codes_are_iso() -> None:
    codes = {row["iso2"] for row in rows("countries")}
    assert len(codes) == len(rows("countries"))
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    for table in ("cities", "venues"):
        assert {row["country"] for row in rows(table)} <= codes | {"HK", "MO"}


def test_offices_are_sound() -> None:
    for row in rows("offices"):
        assert row["office_class"] in ROLE, row
        assert re.fullmatch(r"(\d{4}(-\d\d){0,2})?", row["start"]), row
        assert re.fullmatch(r"(\d{4}(-\d\d){0,2})?", row["end"]), row
        assert not (row["start"] and row["end"] and row["end"] < row["start"][: len(row["end"])]), row


def test_no_id_for_two_unlike_names() -> None:
    held: dict[str, set[tuple[str, ...]]] = {}
    for row in rows("offices"):
        if row["wikidata_id"]:
            held.setdefault(row["wikidata_id"], set()).add(names.tokens(row["person"]))
    for wikidata_id, spellings in held.items():
        first = next(iter(sorted(spellings)))
        assert all(any(names.close(a, b) for a in first for b in other) for other in spellings), wikidata_id


@pytest.mark.parametrize(
    ("seat", "day", "role", "surname"),
    [
        ("KZ", "2018-06-01", "head_of_state", "Nazarbayev"),
        ("KZ", "2024-06-01", "head_of_state", "Tokayev"),
        ("US", "2022-06-01", "head_of_state", "Biden"),
        ("US", "2025-06-01", "head_of_state", "Trump"),
        ("UN", "2020-06-01", "io_head", "Guterres"),
    ],
)
def test_holder_on_a_day(seat: str, day: str, role: str, surname: str) -> None:
    assert any(surname in person.name for person in offices().at(seat, day, role))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sadyr Zhaparov", "Sadyr Japarov"),
        ("Joseph R. Biden", "Joe Biden"),
        ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
        ("Xi Jinping", "Xi Jinping"),
    ],
)
def test_same_name(a: str, b: str) -> None:
    assert names.same(names.tokens(a), names.tokens(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [("Vladimir Putin", "Vladimir Zelensky"), ("António Costa", "António Guterres"), ("Kim Jong Un", "Lee Jae Myung")],
)
def test_not_same_name(a: str, b: str) -> None:
    assert not names.same(names.tokens(a), names.tokens(b))


def test_world() -> None:
    assert world.country_adjectives()["Kazakh"] == "KZ"
    assert world.country_names()["Kyrgyz Republic"] == "KG"
    assert world.cities()["Kiev"].name == "Kyiv"
    assert world.venues()["Kremlin"].city == "Moscow"
    assert world.organization_names()["Shanghai Cooperation Organization"] == "SCO"
    assert world.organization_names()["UN General Assembly"] == "UN"
    assert "KZ" in world.members("SCO")
