"""Who receives, who comes, who only sits at the table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Main = Callable[..., SummitRecord]

CASES = [
    (
        "President of Latvia Edgars Rinkevics met with President of Chad Mahamat Deby in Riga on Tuesday.",
        {"Edgars Rinkevics": "host", "Mahamat Deby": "guest"},
    ),
    # neutral ground
    (
        "President of Latvia Edgars Rinkevics met with President of Chad Mahamat Deby in Oslo on Tuesday.",
        {"Edgars Rinkevics": "participant", "Mahamat Deby": "participant"},
    ),
    # the United Nations' ground is nobody's
    (
        "On the sidelines of the UN General Assembly, President of Chad Mahamat Deby met with U.S. President "
        "Donald Trump in New York on Tuesday.",
        {"Mahamat Deby": "participant", "Donald Trump": "participant"},
    ),
    # who is received with others is one of several
    (
        "U.S. Secretary of State Antony Blinken hosted Foreign Minister of Latvia Baiba Braze and Foreign Minister of "
        "Chad Mahamat Saleh Annadif for trilateral talks in Washington on Tuesday.",
        {"Antony Blinken": "host", "Baiba Braze": "participant", "Mahamat Saleh Annadif": "participant"},
    ),
    # who sits beside the host receives nobody, who comes along is a guest
    (
        "President of Latvia Edgars Rinkevics received President of Chad Mahamat Deby in Riga on Tuesday.\n"
        "Foreign Minister of Latvia Baiba Braze also attended the meeting.",
        {"Edgars Rinkevics": "host", "Mahamat Deby": "guest", "Baiba Braze": "participant"},
    ),
    # a body at its own seat
    (
        "President of Latvia Edgars Rinkevics met with IMF Managing Director Kristalina Georgieva in Washington on "
        "Tuesday.",
        {"Edgars Rinkevics": "guest", "Kristalina Georgieva": "host"},
    ),
    (
        "President of Latvia Edgars Rinkevics spoke by phone with President of Chad Mahamat Deby on Tuesday.",
        {"Edgars Rinkevics": "participant", "Mahamat Deby": "participant"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_capacity(main: Main, text: str, expected: dict[str, str]) -> None:
    assert {p["name"]: p["capacity"] for p in main(text)["participants"]} == expected


def test_larger_event_of_that_week(main: Main) -> None:
    event = main(
        "President of Latvia Edgars Rinkevics met with President of Finland Alexander Stubb in Madrid on Tuesday, on "
        "the margins of this week's NATO Summit."
    )["event"]
    assert event["parent_event"] is not None
    assert event["parent_event"]["organization"] == "NATO"


def test_larger_event_of_an_earlier_meeting(main: Main) -> None:
    event = main(
        "President of Latvia Edgars Rinkevics met with President of Finland Alexander Stubb in Riga on Tuesday.\n"
        "They had met in Madrid in March, on the sidelines of the NATO Summit."
    )["event"]
    assert event["parent_event"] is None
