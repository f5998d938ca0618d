"""Editions of recurring events, out of how the register words them."""

from __future__ import annotations

import pytest
from communique.reference import editions


def read(text: str) -> tuple[object, ...]:
    event = {"name": "A summit", "editions": text, "status": "own-knowledge", "source": "a test"}
    row, = editions.of(event)
    assert row[0] == "A summit"
    assert row[-2:] == ("own-knowledge", "a test")
    return row[1:-2]


@pytest.mark.parametrize(("text", "row"), [
    ("2024 Astana", (2024, 1, None, "2024", "Astana", "Astana", "KZ", False, None, None)),
    ("2024 COP29 Baku", (2024, 1, 29, "2024", "Baku", "Baku", "AZ", False, None, None)),
    ("2020 Riyadh (virtual)", (2020, 1, None, "2020", "Riyadh", "Riyadh", "SA", True, None, None)),
    ("2022 virtual (Beijing)", (2022, 1, None, "2022", "Beijing", "Beijing", "CN", True, None, None)),
    ("2021 virtual", (2021, 1, None, "2021", None, None, None, True, None, None)),
    ("2020 cancelled", (2020, 1, None, "2020", None, None, None, False, "cancelled", None)),
    ("2025 Baku (postponed)", (2025, 1, None, "2025", "Baku", "Baku", "AZ", False, "postponed", None)),
    ("2024 Moscow (May)", (2024, 1, None, "2024-05", "Moscow", "Moscow", "RU", False, None, None)),
    ("2020 Moscow (24 June)", (2020, 1, None, "2020-06-24", "Moscow", "Moscow", "RU", False, None, None)),
    ("2020 Riyadh (Jan 2021)", (2020, 1, None, "2021-01", "Riyadh", "Riyadh", "SA", False, None, None)),
    ("2026 India", (2026, 1, None, "2026", "India", None, "IN", False, None, None)),
    ("2022 Astana (informal)", (2022, 1, None, "2022", "Astana", "Astana", "KZ", False, None, "informal")),
    ("2024 Nowhere Hall (Malta)", (2024, 1, None, "2024", "Nowhere Hall (Malta)", None, "MT", False, None, None)),
])
def test_an_edition_is_read(text: str, row: tuple[object, ...]) -> None:
    assert read(text) == row


def test_two_editions_of_a_year_are_counted() -> None:
    event = {"name": "G20", "editions": "2008 Washington|2009 London|2009 Pittsburgh", "status": "", "source": ""}
    assert [row[1:3] for row in editions.of(event)] == [(2008, 1), (2009, 1), (2009, 2)]


def test_an_edition_without_a_year_is_named() -> None:
    with pytest.raises(ValueError, match=r"G20.*'London'"):
        editions.of({"name": "G20", "editions": "London", "status": "", "source": ""})


@pytest.mark.parametrize(("cell", "months"), [
    ("", []), ("9", [9]), ("9-11", [9, 10, 11]), ("5|12", [5, 12]), ("5|10-11", [5, 10, 11]), ("11-1", [11, 12, 1]),
])
def test_months(cell: str, months: list[int]) -> None:
    assert editions.months(cell) == months
