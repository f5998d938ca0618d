"""Where and when a contact was, as the sentences around it, its larger event or the opening of the article say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord
from extractors.summit.headline import evened

Read = Callable[..., list[SummitRecord]]

ESTONIAN = "Estonian Foreign Minister Margus Tsahkna"
MALTESE = "Maltese Foreign Minister Ian Borg"
Where = tuple[str | None, str | None]


def where(record: SummitRecord) -> Where:
    place = record["event"]["place"]
    return (place["city"], place["country"]) if place else (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ESTONIAN} met {MALTESE} on Monday. Borg, on a short visit to Estonia, praised herring.", (None, "EE")),
        (
            f"TALLINN, May 14 (Reuters) - {ESTONIAN} met {MALTESE} on Monday. Borg, on a brief visit to Estonia, "
            "praised the herring.",
            ("Tallinn", "EE"),
        ),
        (f"{ESTONIAN} will discuss ferries with {MALTESE} when he visits Tallinn on Friday.", ("Tallinn", "EE")),
        (f"{ESTONIAN} held talks with {MALTESE}, who flew into Tartu on Sunday.", ("Tartu", "EE")),
        (f"{ESTONIAN} met {MALTESE} today on the sidelines of the Munich Security Conference.", ("Munich", "DE")),
        (f"{ESTONIAN} met {MALTESE} on Monday on the sidelines of the #BatumiSecurityForum.", ("Batumi", "GE")),
        (
            f"{ESTONIAN} met {MALTESE} on Monday on the margins of the NATO summit. The NATO summit in Oslo goes on.",
            ("Oslo", "NO"),
        ),
        (
            f"TAUPO, New Zealand, May 14 - {ESTONIAN} and {MALTESE} met here on Monday.",
            ("Taupo", "NZ"),
        ),
        (f"LUANG PRABANG, Laos, May 14 - {ESTONIAN} met {MALTESE} in this old royal town.", ("Luang Prabang", "LA")),
        (f"{ESTONIAN} and {MALTESE} agreed on Monday to raise investment in Kenya.", (None, None)),
        (
            "BAKU, May 14 - The pact on herring was signed on Monday in Ganja, the first in years. "
            f"{ESTONIAN} and {MALTESE} put their names to the document.",
            ("Ganja", "AZ"),
        ),
    ],
)
def test_place_from_where_they_were(read: Read, text: str, expected: Where) -> None:
    assert [where(r) for r in read(text, "Herring and nets") if r["event"]["is_main"]] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is back says nothing of the days that he was away
        (f"{ESTONIAN} said on Monday on his return from a visit to Malta that ferries would sail.", (None, None)),
        (
            "TALLINN, May 14 - Estonian-Maltese ferry talks ended here today without agreement, officials said.",
            ("2024-05-14", None),
        ),
        (
            f"{ESTONIAN} arrived in Valletta on May 13 on a working visit. He was received by {MALTESE}.",
            ("2024-05-13", None),
        ),
    ],
)
def test_days_of_a_stay(read: Read, text: str, expected: tuple[str | None, str | None]) -> None:
    records = read(text, "Herring and nets", published_at="2024-05-15")
    assert (records[-1]["event"]["start_date"], records[-1]["event"]["end_date"]) == expected


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        (
            f"On May 3, {ESTONIAN} received Ayesha Malik on the occasion of the end of her mission as Ambassador "
            "of Pakistan to Estonia.",
            "Ayesha Malik",
            "PK",
        ),
        (f"{ESTONIAN} received Hans Vestberg, who is ending his term as Swedish Ambassador.", "Hans Vestberg", "SE"),
    ],
)
def test_envoy_named_before_the_mission(read: Read, text: str, name: str, side: str) -> None:
    guests = [p for r in read(text, "Herring and nets") for p in r["participants"] if p["name"] == name]
    assert [(guest["country"], guest["role_class"]) for guest in guests] == [(side, "ambassador")]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (
            "Statement by Permanent Representative of Fiji to the UN Office and Other International Organizations in "
            "Geneva Filipo Tora at the high-level segment of the Conference on Disarmament (Geneva, January 20, 2024)",
            "forum",
            {"FJ"},
        ),
        (
            "Statement by Permanent Representative of Fiji to the UN Filipo Tora at a meeting on the voice of "
            "small states in the UN Security Council (New York, March 4, 2024)",
            "multilateral_meeting",
            {"FJ", "UN"},
        ),
        ("Franco-Maltese talks on herring ended in Lyon on Monday, officials said.", "bilateral_meeting", {"FR", "MT"}),
        (
            "A meeting of finance ministers and central bankers of the Group of Ten ended on Monday.",
            "multilateral_meeting",
            {"G10"},
        ),
        (
            "Fisheries ministers of the six-nation Gulf Cooperation Council (GCC) have ended a meeting on nets.",
            "multilateral_meeting",
            {"GCC"},
        ),
    ],
)
def test_bodies_in_session(read: Read, text: str, kind: str, sides: set[str]) -> None:
    main = [r for r in read(text, text) if r["event"]["is_main"]]
    assert [r["event"]["type"] for r in main] == [kind]
    assert {p["organization"] or p["country"] for p in main[0]["participants"]} == sides


def test_title_in_capitals_keeps_the_names_of_states() -> None:
    assert evened("MALTESE MINISTER TO VISIT SRI LANKA, KENYA", "He spoke of nets.") == (
        "Maltese minister to visit Sri Lanka, Kenya"
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            f"{ESTONIAN} arrived in Valletta on May 13 on a visit. At Luqa Airport he was welcomed by {MALTESE}.",
            ["visit"],
        ),
        (
            f"{ESTONIAN} arrived in Valletta on May 13 on a working visit. {MALTESE} greeted the guest at the airport.",
            ["visit"],
        ),
        (
            f"{ESTONIAN} arrived in Valletta on May 13 on a working visit. He was received by {MALTESE}.",
            ["visit", "bilateral_meeting"],
        ),
    ],
)
def test_welcome_at_the_airport_is_a_part_of_the_visit(read: Read, text: str, kinds: list[str]) -> None:
    assert [r["event"]["type"] for r in read(text, "Herring and nets")] == kinds


def test_what_two_agreed_to_hold_is_no_meeting_that_was_held(read: Read) -> None:
    text = (
        f"{ESTONIAN} held talks with {MALTESE} in Valletta on May 13. Herring and nets were on the table. "
        "The catch of the past year was reviewed. "
        "The ministers agreed that the next session of the fisheries commission will be held in Narva in autumn 2024."
    )
    records = read(text, "Herring and nets", published_at="2024-05-15")
    assert [r["event"]["start_date"] for r in records if r["event"]["status"] == "held"] == ["2024-05-13"]
