"""Sessions of standing councils and of bodies of states: held, planned, sought; and what only names such a body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Read = Callable[..., list[SummitRecord]]
Main = Callable[..., SummitRecord]

SESSIONS: dict[str, tuple[str, str, str, set[str]]] = {
    "requested": (
        "UNITED NATIONS - Latvia and Malta on Monday requested an urgent United Nations Security Council meeting on "
        "the fighting in Sudan.",
        "multilateral_meeting",
        "proposed",
        {"LV", "MT", "UN"},
    ),
    "called for": (
        "RIGA - Latvia called on Monday for an emergency session of the U.N. Security Council after the coup in Niger.",
        "multilateral_meeting",
        "proposed",
        {"LV", "UN"},
    ),
    "being sought": (
        "VALLETTA - Malta is seeking closed consultations of the UN Security Council on Libya, diplomats said.",
        "multilateral_meeting",
        "proposed",
        {"MT", "UN"},
    ),
    "to come, at the request of": (
        "The U.N. Security Council will meet on Wednesday at the request of Malta and Latvia to discuss the storm.",
        "multilateral_meeting",
        "planned",
        {"UN", "MT", "LV"},
    ),
    "held": (
        "The UN Security Council met behind closed doors on Monday and spoke of the coup in Niger.",
        "multilateral_meeting",
        "held",
        {"UN"},
    ),
    "of a body in a city": (
        "The Arab League will hold an emergency meeting in Tunis on Wednesday to discuss Sudan, its office said.",
        "multilateral_meeting",
        "planned",
        {"LAS"},
    ),
    "of the African Union's council": (
        "The African Union's Peace and Security Council met on Monday to discuss Sudan.",
        "multilateral_meeting",
        "held",
        {"AU"},
    ),
    "summit called for": (
        "RIGA - Latvian Prime Minister Evika Silina called on Monday for an extraordinary EU summit on the cables.",
        "summit",
        "proposed",
        {"Evika Silina"},
    ),
}


def names(record: SummitRecord) -> set[str | None]:
    return {person["name"] or person["organization"] or person["country"] for person in record["participants"]}


@pytest.mark.parametrize(("text", "kind", "status", "there"), SESSIONS.values(), ids=SESSIONS)
def test_session(main: Main, text: str, kind: str, status: str, there: set[str]) -> None:
    record = main(text)
    assert (record["event"]["type"], record["event"]["status"]) == (kind, status)
    assert names(record) == there


def test_day_of_a_request_is_not_that_of_the_session(main: Main) -> None:
    record = main(SESSIONS["requested"][0])
    assert record["event"]["start_date"] is None
    place = record["event"]["place"]
    assert place is None or place["country"] is None


@pytest.mark.parametrize(
    "text",
    [
        "The UN Security Council voted on Monday to extend the sanctions on Mali, Malta and Latvia said.",
        "Malta's Prime Minister Robert Abela urged the UN Security Council on Monday to condemn the attack on Latvia.",
        "The National Security Council of Latvia met on Monday to discuss the budget with the Minister of Finance.",
    ],
)
def test_council_only_named(read: Read, text: str) -> None:
    assert not [r for r in read(text) if r["event"]["is_main"]]


def test_body_is_visited(main: Main) -> None:
    record = main("President of Ukraine Volodymyr Zelensky will visit the European Parliament on Wednesday.")
    assert (record["event"]["type"], record["event"]["status"]) == ("visit", "planned")
    assert [(p["organization"], p["capacity"]) for p in record["participants"] if not p["name"]] == [("EU", "host")]


def test_visit_weighed_is_proposed(main: Main) -> None:
    record = main("Maltese Prime Minister Robert Abela is considering a visit to Latvia in October, an aide said.")
    assert (record["event"]["type"], record["event"]["status"]) == ("visit", "proposed")


def test_what_comes_when_they_meet_is_planned(main: Main) -> None:
    record = main(
        "President of Latvia Edgars Rinkevics said on Monday he would raise the quota with President of Malta Myriam "
        "Spiteri Debono when they meet in Tunis in October."
    )
    assert record["event"]["status"] == "planned"


def test_meeting_ruled_out_is_none(read: Read) -> None:
    text = "Latvian Foreign Minister Baiba Braze ruled out a meeting with her Maltese counterpart Ian Borg."
    assert not [r for r in read(text) if r["event"]["is_main"] and r["event"]["status"] != "cancelled"]


def test_told_by_phone_is_a_call(main: Main) -> None:
    record = main(
        "President of Latvia Edgars Rinkevics told his Maltese counterpart Myriam Spiteri Debono in a phone call on "
        "Monday that ships would come."
    )
    assert record["event"]["type"] == "phone_call"
