"""Meetings of many states named by number or region, previews of summits, and states that sign with one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Read = Callable[..., list[SummitRecord]]
Main = Callable[..., SummitRecord]

MEETINGS: dict[str, tuple[str, str, str, str]] = {
    "ministers from so many states": (
        "MANAMA - Fisheries ministers from six Gulf Arab states will meet in Doha on Tuesday to discuss prawns.",
        "multilateral_meeting",
        "planned",
        "QA",
    ),
    "representatives": (
        "Representatives of nine African countries met in Nairobi on Monday to discuss the drought.",
        "multilateral_meeting",
        "held",
        "KE",
    ),
    "of a kind of states": (
        "Finance ministers and central bankers of leading industrial nations met again in Paris on Monday.",
        "multilateral_meeting",
        "held",
        "FR",
    ),
    "who grow the same": (
        "A large group of banana-exporting nations will hold talks in Quito on Friday to map their strategy.",
        "multilateral_meeting",
        "planned",
        "EC",
    ),
    "leaders": (
        "Leaders of several Pacific island nations gathered in Apia on Monday for talks on tuna.",
        "summit",
        "held",
        "WS",
    ),
}
SIGNED: dict[str, tuple[str, set[str]]] = {
    "for a credit": ("RIGA - Latvia signed with Malta for a 20 million euro credit, officials said.", {"LV", "MT"}),
    "a loan with a bank": (
        "Vietnam has signed a 150 million dollar loan agreement with the World Bank to finance a port.",
        {"VN", "WB"},
    ),
    "debts to a state": (
        "Peru signed a rescheduling accord covering 90 million dollars in official debts to Germany.",
        {"PE", "DE"},
    ),
    "led by a minister": (
        "Ecuadorean officials, led by Ecuador's Finance Minister Pablo Torres, signed a loan with the Inter-American "
        "Development Bank.",
        {"EC", "IDB"},
    ),
    "between governments": (
        "Flights will begin under an air services agreement signed between the Maltese and Latvian governments.",
        {"MT", "LV"},
    ),
}
NOTHING: tuple[str, ...] = (
    "Major oil producers will meet demand this year, traders said.",
    "Many developing countries met their climate targets, a study said.",
    "Students from nine countries will meet in Geneva for a chess contest.",
    "Governors of 12 western states met in Denver to discuss water.",
    "President Edgars Rinkevics signed a law suspending the agreement with Norway on fish.",
    "Latvia signed a contract with Siemens for turbines and will pay 40 million euros.",
    "Malta signed up with Latvia in mind for a song contest.",
)


@pytest.mark.parametrize("name", MEETINGS)
def test_many_states_meet(name: str, main: Main) -> None:
    text, kind, status, country = MEETINGS[name]
    record = main(text)
    place = record["event"]["place"]
    assert (record["event"]["type"], record["event"]["status"]) == (kind, status)
    assert place is not None
    assert place["country"] == country
    assert [(p["country"], p["capacity"]) for p in record["participants"]] == [(country, "host")]


@pytest.mark.parametrize("name", SIGNED)
def test_states_sign_with_one_another(name: str, main: Main) -> None:
    text, sides = SIGNED[name]
    record = main(text)
    assert record["event"]["type"] == "signing"
    assert {p["organization"] or p["country"] for p in record["participants"]} == sides


def test_what_a_briefing_previews_is_planned(main: Main) -> None:
    record = main(
        "Good evening, everyone, and thank you for joining us. The briefing is on background.",
        title="Background Briefing by Senior Officials Previewing the G20 Summit",
    )
    assert (record["event"]["type"], record["event"]["status"]) == ("summit", "planned")


@pytest.mark.parametrize("text", NOTHING)
def test_no_meeting_of_states(text: str, read: Read) -> None:
    assert read(text) == []
