"""Cities resolve to one place on the map, whatever they were called; building the tables leaves false friends out."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from extractors.lexicon import names, world
from extractors.lexicon.build_cities import DOMINANT, Filter, chosen, located, plain, towns
from extractors.lexicon.coordinates import position
from extractors.lexicon.offices import offices
from extractors.lexicon.tables import rows, split


@pytest.mark.parametrize(
    ("spellings", "city", "country", "latitude", "longitude"),
    [
        (("Astana", "Nur-Sultan", "Nursultan", "Akmola", "Tselinograd"), "Astana", "KZ", 51.1, 71.4),
        (("Almaty", "Alma-Ata"), "Almaty", "KZ", 43.2, 76.9),
        (("Kyiv", "Kiev"), "Kyiv", "UA", 50.5, 30.5),
        (("Beijing", "Peking"), "Beijing", "CN", 39.9, 116.4),
        (("Saint Petersburg", "St. Petersburg", "Leningrad"), "Saint Petersburg", "RU", 59.9, 30.3),
        (("Mumbai", "Bombay"), "Mumbai", "IN", 19.1, 72.9),
        (("Yangon", "Rangoon"), "Yangon", "MM", 16.8, 96.2),
        (("Ho Chi Minh City", "Saigon"), "Ho Chi Minh City", "VN", 10.8, 106.6),
        (("Bishkek", "Frunze"), "Bishkek", "KG", 42.9, 74.6),
        (("Khankendi", "Stepanakert"), "Khankendi", "AZ", 39.8, 46.8),
        (("Ankara",), "Ankara", "TR", 39.9, 32.9),
        (("Heraklion",), "Heraklion", "GR", 35.3, 25.1),
        (("Davos",), "Davos", "CH", 46.8, 9.8),
        (("Cholpon-Ata",), "Cholpon-Ata", "KG", 42.6, 77.1),
        (("Sharm el-Sheikh",), "Sharm el-Sheikh", "EG", 27.9, 34.3),
        (("Shchuchinsk",), "Shchuchinsk", "KZ", 52.9, 70.2),
    ],
)
def test_every_spelling_is_the_same_place(
    spellings: tuple[str, ...], city: str, country: str, latitude: float, longitude: float
) -> None:
    for spelling in spellings:
        site = world.cities()[spelling]
        assert (site.city, site.country) == (city, country)
    point = position(city, country)
    assert point is not None
    assert point.geoname_id
    assert math.dist((point.latitude, point.longitude), (latitude, longitude)) < 0.2


def test_every_city_lies_somewhere() -> None:
    listed = {(row["name"], row["country"]) for row in rows("cities")}
    placed = [(row["name"], row["country"]) for row in rows("coordinates")]
    assert len(placed) == len(set(placed))
    assert set(placed) == listed
    for row in rows("coordinates"):
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180
        assert row["source"]
        assert row["geoname_id"].isdigit() or row["source"] == "own-knowledge", row


def test_every_capital_has_its_geoname() -> None:
    for country in world.countries().values():
        if country.capital:
            point = position(country.capital, country.code)
            assert point is not None, country
            assert point.geoname_id, country


def test_one_geoname_is_one_city() -> None:
    held: dict[str, set[str]] = {}
    for row in rows("coordinates"):
        if row["geoname_id"]:
            held.setdefault(row["geoname_id"], set()).add(row["name"])
    assert {name: who for name, who in held.items() if len(who) > 1} == {}


def test_building_has_its_own_point_and_the_id_of_its_city() -> None:
    city, house = position("Washington", "US"), position("Washington", "US", "White House")
    assert city
    assert house
    assert city.geoname_id == house.geoname_id
    assert (city.latitude, city.longitude) != (house.latitude, house.longitude)
    assert position("Washington", "US", "Guest House of the Embassy") == city
    lodge = position(None, "GB", "Chequers")
    assert lodge is not None
    assert lodge.geoname_id is None


def test_no_point_for_a_country_or_an_unknown_city() -> None:
    assert position(None, "KZ") is None
    assert position(None, None) is None
    assert position("Tripoli", "LB") is None
    assert position("Astana", "RU") is None


def test_cities_out_of_geonames_are_no_office_holders() -> None:
    people = {part for row in rows("offices") for part in names.fold(row["person"]).split()}
    for row in rows("cities"):
        if row["source"].startswith("GeoNames via"):
            parts = names.fold(row["name"]).split()
            assert not all(part in people for part in parts), row
            assert not offices().named(names.tokens(row["name"])), row
            assert row["name"] not in world.country_names(), row


def test_cities_by_hand_come_before_namesakes() -> None:
    taken = {name for row in rows("cities") if not row["source"].startswith("GeoNames via")
             for name in [row["name"], *split(row["alt"])]}
    added = {row["name"] for row in rows("cities") if row["source"].startswith("GeoNames via")}
    assert not taken & added


def town(
    number: int, name: str, country: str, inhabitants: int, *others: str, at: tuple[float, float] = (0, 0)
) -> dict[str, object]:
    return {"geonameid": number, "name": name, "countrycode": country, "latitude": at[0], "longitude": at[1],
            "population": inhabitants, "alternatenames": list(others)}


def test_choice_of_towns(tmp_path: Path) -> None:
    table = tmp_path / "cities.json"
    table.write_text(json.dumps({str(row["geonameid"]): row for row in [
        town(1, "Grand Port", "FR", 900_000, at=(45, 5)),
        town(2, "Petit Faubourg", "FR", 200_000, at=(45.1, 5.1)),
        town(3, "Reading", "FR", 300_000, at=(48, 1)),
        town(4, "Zuverna", "FR", 300_000, at=(43, 1)),
        town(5, "Zuverna", "IT", 300_000 // DOMINANT + 1, at=(42, 12)),
        town(6, "Qalmara", "IT", 200_000, at=(41, 15)),
        town(7, "Qalmara", "FR", 200_000 // DOMINANT, at=(47, 3)),
        town(8, "Smallville", "FR", 20_000, at=(46, 2)),
        town(9, "Vostrov", "RU", 400_000, at=(60, 60)),
        town(10, "Köhnä", "DE", 400_000, "Kohna the Old", at=(52, 10)),
    ]}), "utf-8")
    known = towns(table)
    fit = Filter(["reading", "Grand"], ["Lincoln"], ["Kazakhstan"])
    assert [found.name for found in chosen(known, {1}, fit)] == ["Köhnä", "Qalmara"]
    assert plain("Köhnä") == "Kohna"
    assert plain("‘Ayn Dāra") == "Ayn Dara"
    by_hand = [{"name": "Kohna the Old", "alt": "", "country": "DE"}, {"name": "Nowhere", "alt": "", "country": "DE"}]
    assert {key[0]: found.id for key, found in located(by_hand, known).items()} == {"Kohna the Old": 10}


@pytest.mark.parametrize("name", ["Reading", "Lincoln", "Kazakhstan", "Oz", "Circle 2", "Lincoln Reading"])
def test_names_that_are_something_else_do_not_pass(name: str) -> None:
    assert not Filter(["reading"], ["Lincoln"], ["Kazakhstan"]).passes(name, "US")
