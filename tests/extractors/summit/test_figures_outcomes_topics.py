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
    (
        "About 85 companies with Croatian capital work in the country.",
        ("joint_ventures", 85, "count", "actual", None, "about"),
    ),
    (
        "Trade grew by 9 percent in the first four months of the year.",
        ("growth", 9, "percent", "actual", "2025-01/2025-04", None),
    ),
    (
        "Trade amounted to $640 million in January-March 2023.",
        ("trade_turnover", 6.4e8, "USD", "actual", "2023-01/2023-03", None),
    ),
    (
        "Trade exceeded $200 million in the second quarter of 2024.",
        ("trade_turnover", 2e8, "USD", "actual", "2024-Q2", "over"),
    ),
    (
        "Twenty-two million euros of trade is too little.",
        ("trade_turnover", 2.2e7, "EUR", "actual", None, None),
    ),
    (
        "Contracts worth 70 million euros were exchanged in Zagreb.",
        ("investment", 7e7, "EUR", "actual", None, None),
    ),
    (
        "Since 2015, trade has risen to $1.1 billion.",
        ("trade_turnover", 1.1e9, "USD", "actual", None, None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figure(main: Main, text: str, expected: tuple[str, float, str, str, str | None, str | None]) -> None:
    found = main(LEAD + text)["figures"]
    assert [(f["metric"], f["value"], f["unit"], f["status"], f["period"], f["qualifier"]) for f in found] == [expected]


def test_an_amount_without_unit_has_that_of_the_one_before(main: Main) -> None:
    found = main(LEAD + "Trade came to 2 billion dollars in 2023 and can be raised to 5 billion.")["figures"]
    assert [(f["metric"], f["value"], f["unit"], f["status"]) for f in found] == [
        ("trade_turnover", 2e9, "USD", "actual"),
        ("trade_turnover", 5e9, "USD", "target"),
    ]


def test_documents_to_be_signed_are_not_counted(main: Main) -> None:
    assert main(LEAD + "Nine documents are ready to be signed.")["figures"] == []


def test_every_value_has_evidence(main: Main) -> None:
    record = main(
        LEAD + "They discussed tourism. The sides signed 3 agreements.",
        title="Kazakhstan, Croatia plan $2 billion trade",
    )
    values = [*record["topics"], *record["outcomes"], *record["figures"]]
    assert values
    assert all(value["evidence"] for value in values)
    assert [f["value"] for f in record["figures"]] == [3]


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
    # what goes on as before is a commitment, an act that is ordered a decision
    ("The presidents agreed to keep in touch.", ["commitment"]),
    ("The presidents agreed to reopen their embassies.", ["decision"]),
    ("The presidents agreed to allow trucks to cross without permits.", ["decision"]),
    ("Ferries between the ports will be resumed.", ["decision"]),
    ("Readiness was expressed to build a dam together.", ["commitment"]),
    ("Participants affirmed their countries' commitments to patrol the river together.", ["commitment"]),
    ("Croatia was ready to help restore the monastery.", ["commitment"]),
    ("He announced that Croatia would supply 12 buses.", ["commitment"]),
    # a stand, an opinion, a visit that was promised
    ("He reiterated Kazakhstan's commitment to Croatia's sovereignty and territorial integrity.", []),
    ("The presidents agreed on the vital importance of clean rivers.", []),
    # two results in one sentence
    (
        "The presidents adopted a joint statement and signed around 12 decisions.",
        ["declaration_adopted", "agreement_signed"],
    ),
    ("They agreed to continue talks on visas, with Milanovic inviting Tokayev to Split.", ["commitment", "invitation"]),
    ("The presidents signed 5 documents, including a strategy on fisheries.", ["agreement_signed"]),
    ("Documents on fisheries were signed in their presence.", ["agreement_signed"]),
    # told once
    ("The presidents signed a pact on fish. The pact was signed in the old library.", ["agreement_signed"]),
    # of another time, of others, of guests thanked
    ("Kazakhstan and Croatia signed an agreement on visas in March 2019.", []),
    ("Milanovic and Prime Minister of Italy Giorgia Meloni signed an agreement on ferries.", []),
    ("Croatia, which signed a 1998 peace treaty with its neighbours, watches them closely.", []),
    ("Tokayev thanked him for the invitation to attend the forum.", []),
    ("Nine months after Milanovic invited him, the road is still closed.", []),
    ("Montenegro was invited to join the project.", []),
    ("They discussed the upcoming forum in Split.", []),
    ("The presidents agreed to resume the conversation at the coming forum in Split.", ["next_meeting"]),
    ("The relief agency has ordered 300 tents.", []),
]


def test_an_article_that_is_the_statement_itself(main: Main) -> None:
    text = LEAD + "We shall build a ferry together."
    outcomes = main(text, title="Joint Statement of Kazakhstan and Croatia on Ferries")["outcomes"]
    assert [o["type"] for o in outcomes] == ["declaration_adopted"]
    start, end = outcomes[0]["evidence"][0]
    assert text[start:end] == outcomes[0]["text"]


def test_count_and_due_date(main: Main) -> None:
    record = main(
        LEAD
        + "The presidents signed twenty agreements. "
        + "The next meeting of the presidents will be held in Astana in March 2026."
    )
    assert [(o["type"], o["count"], o["due_date"]) for o in record["outcomes"]] == [
        ("agreement_signed", 20, None),
        ("next_meeting", None, "2026-03"),
    ]


def test_the_next_meeting_stands_far_below(main: Main) -> None:
    filler = " ".join(["The presidents discussed tourism."] * 20)
    record = main(f"{LEAD}{filler}\nThe next round of talks will be held in Astana in March 2026.")
    assert [o["type"] for o in record["outcomes"]] == ["next_meeting"]


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


NOT_TOPICS = [
    # a part of a name
    ("They spoke about a speech at the UN Security Council.", "security_defence"),
    ("They thanked the Ministry of Energy and Mines.", "energy"),
    # what was not spoken of
    ("They did not discuss tourism.", "tourism"),
    # a place is not its conflict
    ("They welcomed the singers who came from Syria.", "conflict_peace"),
]


@pytest.mark.parametrize(("text", "code"), NOT_TOPICS)
def test_no_topic(main: Main, text: str, code: str) -> None:
    assert code not in {t["code"] for t in main(LEAD + text)["topics"]}


def test_place_as_a_conflict(main: Main) -> None:
    assert "conflict_peace" in {t["code"] for t in main(LEAD + "They discussed the situation in Syria.")["topics"]}


def test_what_a_party_speaks_of(main: Main) -> None:
    record = main(LEAD + '"Our vineyards need your fertilizers," Milanovic said.')
    assert "agriculture_food" in {t["code"] for t in record["topics"]}


def test_two_parties_talked_about_each_other(main: Main) -> None:
    topics = main(LEAD + "The partnership of the two countries has grown. They discussed tourism.")["topics"]
    assert {t["code"] for t in topics} == {"bilateral_relations", "tourism"}


def test_what_did_not_take_place_had_no_subject(main: Main) -> None:
    record = main(
        "The visit of President of Croatia Zoran Milanovic to Kazakhstan has been cancelled, his office said.\n"
        "He was to discuss tourism with President Kassym-Jomart Tokayev."
    )
    assert record["event"]["status"] == "cancelled"
    assert record["topics"] == []


def test_aims_of_a_trip_are_its_topics(main: Main) -> None:
    record = main(
        "Under Secretary of State Ann Plum will travel to Peru on May 20. The Under Secretary will underscore the U.S. "
        "commitment to humane answers to irregular migration and to food security.",
        "Under Secretary Plum’s Travel to Peru",
        published_at="2024-05-15",
        source="us-state-dept",
    )
    assert {"migration", "agriculture_food"} <= {t["code"] for t in record["topics"]}
