"""Trips of several stops, each with its day; where a contact is not; calls with partners that nobody names."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.article import Article
from extractors.summit import SummitReader

_LI = "Latvian Foreign Minister Baiba Braze"


def _events(reader: SummitReader, text: str) -> list[Any]:
    article = Article(text=text, title="News of the week", published_at="2024-05-15T10:00:00+00:00")
    return [record["event"] for record in reader.read(article)]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        (
            f"{_LI} will travel to Cork, Ireland, May 20-22, and Valletta, Malta, May 23-24, to meet officials.",
            [("IE", "2024-05-20", "2024-05-22"), ("MT", "2024-05-23", "2024-05-24")],
        ),
        (
            f"{_LI} will visit Ireland on May 20, Malta on May 21 and Cyprus on May 22.",
            [("IE", "2024-05-20", None), ("MT", "2024-05-21", None), ("CY", "2024-05-22", None)],
        ),
        (
            f"{_LI} will travel to Dublin and Valletta May 20-24. In Dublin on May 20, she will visit a school. On May "
            "23, she will travel to Valletta for talks on ports.",
            [("IE", "2024-05-20", None), ("MT", "2024-05-23", None)],
        ),
        (
            f"{_LI} will travel to Ireland and Malta May 20-24. In Dublin on May 20, she will visit a school.",
            [(None, "2024-05-20", "2024-05-24")],
        ),
    ],
)
def test_stops_of_a_trip(
    english: SummitReader, text: str, stops: list[tuple[str | None, str, str | None]]
) -> None:
    found = [
        ((event["place"] or {}).get("country"), event["start_date"], event["end_date"])
        for event in _events(english, text)
        if event["type"] == "visit"
    ]
    assert found == stops


@pytest.mark.parametrize(
    ("tail", "place"),
    [
        ("and urged her to send police to help restore order in Haiti.", (None, None)),
        ("and said ships would be stationed in Cyprus.", (None, None)),
        (", days after fresh floods in Malta.", (None, None)),
        ("at the Irish embassy in Valletta.", ("Valletta", "MT")),
        ("in Cyprus.", (None, "CY")),
    ],
)
def test_place_is_of_the_contact(english: SummitReader, tail: str, place: tuple[str | None, str | None]) -> None:
    events = _events(english, f"Irish Prime Minister Simon Harris met {_LI} on Tuesday {tail}")
    where = events[0]["place"] or {}
    assert (where.get("city"), where.get("country")) == place


def test_talks_of_years_ago_are_others(english: SummitReader) -> None:
    events = _events(
        english,
        "Senior officials from Latvia, Ireland and Malta met virtually to speak of ports. The meeting builds on the "
        f"talks held between {_LI} and Irish Foreign Minister Micheal Martin in Dublin on May 20, 2023.",
    )
    assert [event["start_date"] for event in events] == [None, "2023-05-20"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            f"{_LI} held a video call on Monday with allies and partners. Participants in the call included Irish "
            "Foreign Minister Micheal Martin.",
            ["Baiba Braze", "Micheal Martin"],
        ),
        (f"{_LI} spoke on Monday with European leaders about ferries.", ["Baiba Braze"]),
        (f"{_LI} spoke on Monday with business leaders about ferries.", []),
        (f"{_LI} spoke on Monday with partners at a law firm.", []),
    ],
)
def test_call_with_unnamed_partners(english: SummitReader, text: str, parties: list[str]) -> None:
    records = english.read(Article(text=text, title="News of the week", published_at="2024-05-15"))
    assert [party["name"] for record in records for party in record["participants"]] == parties


@pytest.mark.parametrize(
    "text",
    [
        "The fourth Ireland-Latvia Ports Dialogue on May 10 was co-chaired by Irish Prime Minister Simon Harris and "
        f"{_LI}.",
        "Ireland and Latvia held on May 10 in Dublin the first round of their ports dialogue.",
    ],
)
def test_dialogue_of_two(english: SummitReader, text: str) -> None:
    (event,) = _events(english, text)
    assert (event["type"], event["start_date"]) == ("bilateral_meeting", "2024-05-10")
