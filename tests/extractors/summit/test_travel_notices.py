"""Notices of travel and what governments' own pages print about a trip: the sessions that it is for, its days, who
travels."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Read = Callable[..., list[SummitRecord]]
Main = Callable[..., SummitRecord]
WRITTEN = "2024-05-15T10:00:00+00:00"
TITLE = "Notice of Travel"


def _told(record: SummitRecord) -> tuple[str, str, str | None, str | None, str | None]:
    event = record["event"]
    place = event["place"]
    where = (place["city"] or place["country"]) if place else None
    return event["type"], event["status"], event["start_date"], event["end_date"], where


NOTICES: dict[str, tuple[str, set[tuple[str, str, str | None, str | None, str | None]]]] = {
    "two sessions with days of their own": (
        "Deputy Secretary of State Ann Lowell will travel to Lisbon, Portugal from May 19 to 22 to lead the U.S. "
        "delegation for the second High Level Meeting of the U.S.-EU Dialogue on Africa on May 20 and the U.S.-EU "
        "Consultations on the Arctic on May 21.",
        {
            ("visit", "planned", "2024-05-19", "2024-05-22", "Lisbon"),
            ("bilateral_meeting", "planned", "2024-05-20", None, "Lisbon"),
            ("bilateral_meeting", "planned", "2024-05-21", None, "Lisbon"),
        },
    ),
    "on the way": (
        "Under Secretary Ann Lowell is traveling to Santiago, Chile, May 14-17 where she will represent the United "
        "States at the Copper Ministers Summit.",
        {
            ("visit", "ongoing", "2024-05-14", "2024-05-17", "Santiago"),
            ("multilateral_meeting", "planned", "2024-05-14", "2024-05-17", "Santiago"),
        },
    ),
    "there already": (
        "Special Envoy for Yemen Ann Lowell is in Oman May 14-16, where she will speak with fishermen.",
        {("visit", "ongoing", "2024-05-14", "2024-05-16", "OM")},
    ),
    "session gone to": (
        "Deputy Secretary of State Ann Lowell traveled to Vienna, Austria on May 8 to participate in a special session "
        "of the OSCE Permanent Council.",
        {
            ("visit", "held", "2024-05-08", None, "Vienna"),
            ("multilateral_meeting", "held", "2024-05-08", None, "Vienna"),
        },
    ),
    "first trip": (
        "U.S. Ambassador at Large Ann Lowell will embark on her first trip abroad to Dakar, Senegal, May 17-19.",
        {("visit", "planned", "2024-05-17", "2024-05-19", "Dakar")},
    ),
    "conference known by its capitals": (
        "The U.S. delegation, led by Special Envoy Ann Lowell, will attend the Conference of Island Parties in The "
        "Hague May 20-24.",
        {("forum", "planned", "2024-05-20", "2024-05-24", "The Hague")},
    ),
    "who invited does not travel": (
        "At the invitation of King Abdullah II, President Joe Biden conducted an official visit to the Hashemite "
        "Kingdom of Jordan May 13-14, 2024.",
        {("visit", "held", "2024-05-13", "2024-05-14", "JO")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), NOTICES.values(), ids=NOTICES)
def test_notice(
    read: Read, text: str, expected: set[tuple[str, str, str | None, str | None, str | None]]
) -> None:
    records = read(text, TITLE, published_at=WRITTEN, source="us-state-dept")
    assert {_told(r) for r in records if r["event"]["is_main"]} == expected


def test_days_of_a_trip_from_the_departure(main: Main) -> None:
    text = (
        "On June 26, 2024, Special Envoy for Sudan Ann Lowell will depart for her first trip to the region. The 9-day "
        "trip will include stops in Kenya, Uganda, and Egypt."
    )
    record = main(text, TITLE, published_at=WRITTEN, source="us-state-dept")
    assert record["event"]["start_date"] == "2024-06-26"
    assert {p["country"] for p in record["participants"] if p["capacity"] == "host"} == {"KE", "UG", "EG"}


def test_speaking_at_a_session_is_no_call(read: Read) -> None:
    text = (
        "Secretary of State Antony J. Blinken spoke today with foreign ministers of the Caribbean Community (CARICOM) "
        "nations and the CARICOM Secretary General during the U.S.-CARICOM Foreign Ministers’ Meeting."
    )
    records = read(text, "News", published_at=WRITTEN, source="us-state-dept")
    assert [r["event"]["type"] for r in records] == ["multilateral_meeting"]


def test_what_two_convene_is_for_others(main: Main) -> None:
    text = (
        "Secretary of State Antony J. Blinken will join Norwegian Foreign Minister Espen Barth Eide in co-hosting a "
        "meeting of the foreign ministers of the Coalition on Mines on June 28."
    )
    record = main(text, "News", published_at=WRITTEN, source="us-state-dept")
    assert record["event"]["type"] == "multilateral_meeting"
    assert {p["capacity"] for p in record["participants"] if p["name"]} == {"host"}


@pytest.mark.parametrize(
    ("title", "guests"),
    [
        ("Assistant Secretary Ann Lowell on the Secretary’s Upcoming Travel to Laos and Brunei", {"foreign_minister"}),
        ("Background Press Call Previewing the Greek Prime Minister’s Visit", {"head_of_government"}),
    ],
)
def test_who_travels_is_not_who_briefs(main: Main, title: str, guests: set[str]) -> None:
    text = "MODERATOR: Thanks. Secretary Blinken is going to travel to Laos. We preview the Prime Minister’s visit."
    record = main(text, title, published_at=WRITTEN, source="us-state-dept")
    assert (record["event"]["type"], record["event"]["status"]) == ("visit", "planned")
    assert {p["role_class"] for p in record["participants"] if p["capacity"] == "guest"} == guests


def test_initials_and_ranks_are_no_names(read: Read) -> None:
    order = "Today, President Biden signed an Executive Order (E.O.) to respond to President Putin’s action."
    assert read(order, "Order", published_at=WRITTEN, source="us-white-house") == []
    met = (
        "Deputy Secretary of State Ann Lowell met yesterday in Vientiane with Deputy Minister of Defense Sr. Lt. Gen. "
        "Vongkham Phommakone of Laos."
    )
    names = [p["name"] for r in read(met, "News", published_at=WRITTEN) for p in r["participants"]]
    assert names == ["Ann Lowell", "Vongkham Phommakone"]
