"""Numbers, results and subjects of a contact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Main = Callable[..., SummitRecord]
LEAD = "President of Kazakhstan Kassym-Jomart Tokayev held talks with President of Croatia Zoran Milanovic in Zagreb.\n"

FIGURES = [
    (
        "Trade turnover reached 1.2 billion US dollars in 2024.",
        ("trade_turnover", 1.2e9, "USD", "actual", "2024", None),
    ),
    ("Trade grew by 14.5 percent last year.", ("growth", 14.5, "percent", "actual", "2024", None)),
    ("The leaders set the goal of bringing trade to $3 billion.", ("trade_turnover", 3e9, "USD", "target", None, None)),
    (
        "Croatian companies have invested nearly €250 million in the country.",
        ("investment", 2.5e8, "EUR", "actual", None, "nearly"),
    ),
    (
        "Croatia will lend over 40 million euros as a loan for clinics.",
        ("loan_or_aid", 4e7, "EUR", "target", None, "over"),
    ),
    ("The sides signed seven documents after the talks.", ("documents_signed", 7, "count", "actual", None, None)),
    ("There are 36 joint ventures in the country.", ("joint_ventures", 36, "count", "actual", None, None)),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figure(main: Main, text: str, expected: tuple[str, float, str, str, str | None, str | None]) -> None:
    found = main(LEAD + text)["figures"]
    assert [(f["metric"], f["value"], f["unit"], f["status"], f["period"], f["qualifier"]) for f in found] == [expected]


OUTCOMES = [
    ("Following the talks, the presidents signed an agreement on air links.", ["agreement_signed"]),
    ("The presidents adopted a joint declaration.", ["declaration_adopted"]),
    ("A joint statement was adopted after the talks.", ["declaration_adopted"]),
    ("The talks ended without agreement on the transit of oil.", ["no_agreement"]),
    ("The sides agreed to work together on wheat.", ["commitment"]),
    ("The presidents agreed to establish a working group on ports.", ["decision"]),
    ("The next meeting of the presidents will be held in Astana in 2026.", ["next_meeting"]),
    ("Zoran Milanovic accepted the invitation.", ["invitation"]),
    ("No documents were signed.", []),
]


@pytest.mark.parametrize(("text", "expected"), OUTCOMES)
def test_outcome(main: Main, text: str, expected: list[str]) -> None:
    record = main(LEAD + text)
    assert [o["type"] for o in record["outcomes"]] == expected
    whole = LEAD + text
    for outcome in record["outcomes"]:
        start, end = outcome["evidence"][0]
        assert whole[start:end] == outcome["text"]


TOPICS = [
    ("They discussed the construction of a railway and tourism.", {"transport_logistics", "tourism"}),
    (
        "The sides exchanged views on the fight against terrorism and on cooperation in water resources.",
        {"counter_terrorism", "water"},
    ),
    ("The presidents spoke about bilateral relations and investment.", {"bilateral_relations", "investment"}),
]


@pytest.mark.parametrize(("text", "expected"), TOPICS)
def test_topics(main: Main, text: str, expected: set[str]) -> None:
    assert expected <= {t["code"] for t in main(LEAD + text)["topics"]}
