"""Identity, dates and series, each by itself."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.resolve import likeness, window
from extractors.resolve.dates import When, agree, explained_by_zones, meaning, moment, stated
from extractors.resolve.identity import party, registered, same_person
from extractors.resolve.series import UNNAMED, series
from extractors.resolve.transliterate import parts
from tests.extractors.resolve.told import told

TOKAYEV = "Q200881"


@pytest.mark.parametrize(
    "name",
    [
        "Kassym-Jomart Tokayev",
        "Касым-Жомарт Токаев",
        "Касым-Жомарт Кемелевич Токаев",
        "Қасым-Жомарт Тоқаев",
        "Kassym-Zhomart Tokaev",
        "Qasym-Jomart Toqayev",
        "Tokayev",
    ],
)
def test_a_person_of_the_register_in_any_spelling(name: str) -> None:
    assert registered(name, "KZ", "2024-07-03") == TOKAYEV


def test_who_shares_a_name_is_told_by_side_and_day() -> None:
    father = registered("Berdimuhamedow", "TM", "2015-01-01")
    son = registered("Berdimuhamedow", "TM", "2025-01-01")
    assert father
    assert son
    assert father != son
    assert registered("Jane Nobody", "KZ", "2024-07-03") is None
    assert registered("Kassym-Jomart Tokayev", "", None) == TOKAYEV


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Yerlan Zhakypbekov", "Ерлан Жакыпбеков", True),
        ("Ұзарбек Жылқыбаев", "Uzarbek Zhylkybayev", True),
        ("Хоакин Феникс", "Joaquin Fernandez", False),
        ("Sergei Ivanov", "Sergey Petrov", False),
        ("Ali Karimli", "A. Karimli", True),
    ],
)
def test_names_in_no_register(one: str, other: str, same: bool) -> None:
    a, b = (party({"name": name, "country": "XX", "role_class": "minister"}, None) for name in (one, other))
    assert same_person(a, b) is same
    assert same_person(b, a) is same


def test_an_unnamed_office_is_its_holder_on_that_day() -> None:
    def unnamed(day: str) -> str | None:
        return party({"name": None, "country": "US", "role_class": "head_of_state"}, day).person

    assert unnamed("2024-07-03") == registered("Joe Biden", "US", "2024-07-03")
    assert unnamed("2025-07-03") == registered("Donald Trump", "US", "2025-07-03")
    assert party({"name": None, "country": "US", "role_class": "delegation"}, "2024-07-03").person is None


def test_patronymics_and_initials_are_dropped_and_one_name_is_left() -> None:
    assert parts("Владимир Владимирович Путин") == parts("Vladimir V. Putin") == ("vladimir", "putin")
    assert parts("Иванович") == ("ivanovich",)
    assert parts("") == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-07-03", "2024-07-03", "2024-07-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_what_a_date_means(text: str, first: str, last: str) -> None:
    assert meaning(text) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize("text", [None, "", "July", "2024-13", "2024-02-30", "2024-Q5", "0000-01-01"])
def test_what_is_no_date(text: str | None) -> None:
    assert meaning(text) is None
    assert stated(text, None, long=True) == (None, None, None)


def test_moments() -> None:
    assert moment("2024-07-03T02:00:00+05:00")[0] == moment("2024-07-02T21:00:00Z")[0]
    assert moment("2024-07-03T02:00:00+05:00")[1] == date(2024, 7, 3).toordinal()
    assert moment("2024-07-03") == (None, date(2024, 7, 3).toordinal(), None)
    assert moment("yesterday") == moment(None) == (None, None, None)


def when(
    day: str,
    published: str,
    status: str = "held",
    parties: tuple[float, float] | None = None,
    there: float | None = None,
) -> When:
    first, last, end = stated(day or None, None, long=False)
    return When(status, True, first, last, end, *moment(published), there, parties)


def test_a_day_between_time_zones() -> None:
    moscow, baku, washington = 3.0, 4.0, -5.0
    tuesday = when("2023-06-13", "2023-06-14T11:30:00-04:00", parties=(-5.0, 8.0))
    wednesday = when("2023-06-14", "2023-06-14T12:20:00+08:00", parties=(-5.0, 8.0))
    assert explained_by_zones(tuesday, wednesday)
    assert agree(tuesday, wednesday, long=False) == agree(wednesday, tuesday, long=False)
    near = [
        when(f"2024-12-{day}", f"2024-12-29T2{day % 10}:00:00+03:00", parties=(moscow, baku))
        for day in (28, 29)
    ]
    assert not explained_by_zones(*near)
    there = [
        when("2025-11-06", "2025-11-06T22:00:00-05:00", there=washington),
        when("2025-11-07", "2025-11-07T08:00:00+05:00", there=washington),
    ]
    assert explained_by_zones(*there)
    # told before the next day had begun anywhere that matters
    early = when("2025-11-06", "2025-11-06T10:00:00-05:00", there=washington)
    late = when("2025-11-07", "2025-11-07T20:00:00+05:00", there=washington)
    assert not explained_by_zones(early, late)


def test_what_was_held_cannot_be_announced_afterwards() -> None:
    held = when("2024-07-03", "2024-07-03T20:00:00+05:00")
    announced = when("", "2024-07-10T20:00:00+05:00", "planned")
    assert agree(held, announced, long=True).forbidden
    assert agree(when("", "2024-07-01T20:00:00+05:00", "planned"), held, long=True).forbidden is None


def test_names_of_gatherings() -> None:
    assert series("SCO Summit").organization == series("саммит ШОС").organization == "SCO"
    assert series("first C5+1 summit").recurring == series("C5+1 саммиті").recurring is not None
    assert series("first C5+1 summit").ordinal == 1
    assert series("80th session of the UN General Assembly").ordinal == 80
    assert series("XXII заседание Совета").ordinal == 22
    assert series("Munich Security Conference 2025").year == 2025
    assert series("SCO Council of Heads of Government").recurring != series("SCO summit").recurring
    assert series(None) == series("") == UNNAMED


def test_reasons_name_what_counts() -> None:
    a = told(
        "a-1 | 2025-03-03T15:00:00+05:00 | call was 2025-03-03 | | Kassym-Jomart Tokayev/hos/KZ; -/hos/UZ"
    )
    b = told(
        "b-1 | 2025-03-03T15:00:00+05:00 | talks was 2025-03-03 | | Kassym-Jomart Tokayev/hos/KZ; -/hos/UZ"
    )
    assert likeness(a, b).forbidden == "another kind of contact"
    assert not likeness(a, b).links
    low, high = window(a.facts)
    assert low < date(2025, 3, 3).toordinal() < high


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(KeyError):
        told("a-1 | | party was | | -/del/KZ")


def test_a_window_is_made_of_days_that_there_are() -> None:
    first = told("a-1 | 0001-01-02T00:00:00Z | visit later 0001-01-02 | | -/del/KZ; -/del/UZ")
    last = told("b-1 | 9999-12-30T00:00:00Z | visit later 9999-12-30 | | -/del/KZ; -/del/UZ")
    undated = told("c-1 | | visit was | | -/del/KZ; -/del/UZ")
    for one in (first, last, undated):
        low, high = map(date.fromordinal, window(one.facts))
        assert date.min <= low <= high <= date.max
