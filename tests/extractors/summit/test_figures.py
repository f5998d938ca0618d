"""Numbers of a contact: what they measure, of when, of whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Main = Callable[..., SummitRecord]
TITLE = "Estonian, Ghanaian presidents hold talks"
LEAD = "President of Estonia Alar Karis held talks with President of Ghana John Mahama in Accra on Tuesday.\n"
Figure = tuple[str, float, str, str, str | None, str | None]
FIGURES: list[tuple[str, list[Figure]]] = [
    (
        "The portfolio of joint projects stands at 700 million euros.",
        [("projects", 700000000.0, "EUR", "actual", None, None)],
    ),
    (
        "Work has begun on the $2 billion railway to Tamale.",
        [("projects", 2000000000.0, "USD", "actual", None, None)],
    ),
    (
        "Some 60 companies from Estonia are registered in Ghana.",
        [("joint_ventures", 60.0, "count", "actual", None, "about")],
    ),
    (
        "They agreed to raise the number of exchanges to 20 thousand by 2031.",
        [("other", 20000.0, "count", "target", None, None)],
    ),
    (
        "Under the deal the duties on cocoa are cut to 5 percent.",
        [("other", 5.0, "percent", None, None, None)],
    ),
    (
        "The reform plan, worth 90 million euros, was praised.",
        [("loan_or_aid", 90000000.0, "EUR", "actual", None, None)],
    ),
    ("In May 2019, their predecessors signed 14 agreements worth 300 million dollars in Tallinn.", []),
    ("The tariffs of 15 percent that Brussels imposed were mentioned.", []),
    (
        "Trade between the two countries reached 1.4 billion dollars last year.",
        [("trade_turnover", 1400000000.0, "USD", "actual", "2024", None)],
    ),
    (
        "Bilateral trade amounted to USD 230 mln in 2023.",
        [("trade_turnover", 230000000.0, "USD", "actual", "2023", None)],
    ),
    (
        "Trade turnover rose 23% to $640 million in January-November 2024.",
        [
            ("trade_turnover", 640000000.0, "USD", "actual", "2024-01/2024-11", None),
            ("growth", 23, "percent", "actual", "2024-01/2024-11", None),
        ],
    ),
    (
        "The volume of trade has doubled to over 3.2 billion dollars.",
        [("trade_turnover", 3200000000.0, "USD", "actual", None, "over")],
    ),
    ("Bilateral trade fell by 8.5 per cent in 2024.", [("growth", -8.5, "percent", "actual", "2024", None)]),
    (
        "They want to bring trade to 5 billion dollars by 2030.",
        [("trade_turnover", 5000000000.0, "USD", "target", "2030", None)],
    ),
    (
        "The sides aim to double trade to $2 billion within five years.",
        [("trade_turnover", 2000000000.0, "USD", "target", None, None)],
    ),
    ("Ghana's exports to Estonia stood at 40 million euros.", [("exports", 40000000.0, "EUR", "actual", None, None)]),
    (
        "Imports from Ghana grew to 12.5 million euros in the first half of 2024.",
        [("imports", 12500000.0, "EUR", "actual", "2024-01/2024-06", None)],
    ),
    ("Estonia exported goods worth €18m to Ghana.", [("exports", 18000000.0, "EUR", "actual", None, None)]),
    (
        "Estonian investment in Ghana exceeds 300 million dollars.",
        [("investment", 300000000.0, "USD", "actual", None, "over")],
    ),
    (
        "Estonian companies plan to invest $150 million in a port.",
        [("investment", 150000000.0, "USD", "target", None, None)],
    ),
    (
        "Estonia will provide a 25 million euro loan for clinics.",
        [("loan_or_aid", 25000000.0, "EUR", "target", None, None)],
    ),
    (
        "Estonia pledged 3.5 million euros in humanitarian aid.",
        [("loan_or_aid", 3500000.0, "EUR", "target", None, None)],
    ),
    (
        "Estonia has granted Ghana $60 million in credits since 2010.",
        [("loan_or_aid", 60000000.0, "USD", "actual", None, None)],
    ),
    ("Deals worth around $900 million were signed.", [("investment", 900000000.0, "USD", "actual", None, "about")]),
    ("The sides signed 14 agreements and memorandums.", [("documents_signed", 14, "count", "actual", None, None)]),
    ("Fourteen documents were signed following the talks.", [("documents_signed", 14, "count", "actual", None, None)]),
    ("A package of 11 bilateral documents was signed.", [("documents_signed", 11, "count", "actual", None, None)]),
    (
        "Eleven interdepartmental documents were inked as well.",
        [("documents_signed", 11, "count", "actual", None, None)],
    ),
    ("Penalty tariffs of 300 million dollars burden trade.", []),
    (
        "Trade has come close to 30 million dollars, which is a fine result.",
        [("trade_turnover", 30000000.0, "USD", "actual", None, "nearly")],
    ),
    ("Some 60 joint ventures operate in Ghana.", [("joint_ventures", 60, "count", "actual", None, "about")]),
    (
        "More than 45 companies with Estonian capital operate in Ghana.",
        [("joint_ventures", 45, "count", "actual", None, "over")],
    ),
    (
        "The two sides are carrying out 22 joint projects worth $1.1 billion.",
        [("investment", 1100000000.0, "USD", "actual", None, None), ("projects", 22, "count", "actual", None, None)],
    ),
    (
        "Ghana ships 2 million tonnes of oil to Estonia a year.",
        [("energy_volume", 2000000.0, "tonnes", "actual", None, None)],
    ),
    (
        "Estonia will buy 500,000 barrels of oil from Ghana.",
        [("energy_volume", 500000, "barrels", "target", None, None)],
    ),
    (
        "The pipeline will carry 10 billion cubic meters of gas a year.",
        [("energy_volume", 10000000000.0, "cubic_metres", "target", None, None)],
    ),
    (
        "Trade grew almost threefold, from 200 million to 590 million dollars, between 2020 and 2024.",
        [("trade_turnover", 590000000.0, "USD", "actual", None, None)],
    ),
    ("Trade reached half a billion dollars.", [("trade_turnover", 500000000.0, "USD", "actual", None, None)]),
    ("Trade hit a record $4.2bn in 2024.", [("trade_turnover", 4200000000.0, "USD", "actual", "2024", None)]),
    ("Two-way commerce was valued at $75 million.", [("trade_turnover", 75000000.0, "USD", "actual", None, None)]),
    ("Mutual trade stood at 14.7 billion yuan.", [("trade_turnover", 14700000000.0, "CNY", "actual", None, None)]),
    ("Cargo transit through Ghana rose by 20 percent.", [("growth", 20, "percent", "actual", None, None)]),
    ("About 4,000 Ghanaian students study in Estonia.", []),
    ("The port, built in 1962 for 20 million dollars, was closed.", []),
    ("Karis, 66, and Mahama met for 45 minutes.", []),
    ("Inflation in Ghana fell to 12 percent.", []),
    ("The national debt stands at 40 billion dollars.", []),
    ("Estonia spends 3 percent of GDP on defence.", []),
    ("Ghana's economy, worth $80 billion, grew by 5 percent.", []),
    ("The budget of the film was 3 million euros.", []),
    (
        "Ghana will receive $3 billion from the IMF under a loan programme.",
        [("loan_or_aid", 3000000000.0, "USD", "target", None, None)],
    ),
    ("A grant of 1.2 million euros was announced.", [("loan_or_aid", 1200000.0, "EUR", "actual", None, None)]),
    (
        "Since 2001 Estonia has given nearly 90 million euros of aid to Ghana.",
        [("loan_or_aid", 90000000.0, "EUR", "actual", None, "nearly")],
    ),
    (
        "In 2024, trade rose to 1 billion dollars from 800 million dollars in 2023.",
        [
            ("trade_turnover", 1000000000.0, "USD", "actual", "2024", None),
            ("trade_turnover", 800000000.0, "USD", "actual", "2023", None),
        ],
    ),
    (
        "The sides agreed to raise trade turnover from the present 600 million to 1 billion dollars.",
        [("trade_turnover", 1000000000.0, "USD", "target", None, None)],
    ),
    ("They adopted a plan of 35 joint events.", []),
    ("The fund will have a capital of $100 million.", [("investment", 100000000.0, "USD", "target", None, None)]),
    (
        "Exports were worth $1.5 billion and imports $700 million.",
        [("exports", 1500000000.0, "USD", "actual", None, None), ("imports", 700000000.0, "USD", "actual", None, None)],
    ),
    ("The trade deficit stands at 90 million dollars.", []),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figure(main: Main, text: str, expected: list[Figure]) -> None:
    found = main(LEAD + text, TITLE, published_at="2025-03-05T10:00:00+00:00")["figures"]
    got = [(f["metric"], f["value"], f["unit"], f["status"], f["period"], f["qualifier"]) for f in found]
    assert got == expected


def test_an_amount_that_begins_the_next_sentence(main: Main) -> None:
    text = "Seven million dollars of annual trade is too little. Thirty million is within reach."
    assert [f["value"] for f in main(LEAD + text, TITLE)["figures"]] == [7e6, 3e7]


PARTIES = [
    ("Estonia will lend 40 million euros as a loan for clinics.", ["EE"]),
    ("Estonia exported goods worth €18m to Ghana.", ["EE", "GH"]),
    ("Trade with Ghana reached 1.2 billion euros.", ["EE", "GH"]),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_parties(main: Main, text: str, expected: list[str]) -> None:
    assert [sorted(f["parties"]) for f in main(LEAD + text, TITLE)["figures"]] == [expected]


def test_a_topic_is_found_by_the_words_of_its_code(main: Main) -> None:
    topics = main(LEAD + "They discussed tourism and the construction of a railway.", TITLE)["topics"]
    assert {t["rule"] for t in topics} == {f"topic.{t['code']}" for t in topics}
