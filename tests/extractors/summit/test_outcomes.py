"""Results of a contact: every form in which English news tells of them, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Main = Callable[..., SummitRecord]
TITLE = "Estonian, Ghanaian presidents hold talks"
LEAD = "President of Estonia Alar Karis held talks with President of Ghana John Mahama in Accra on Tuesday.\n"
OUTCOMES = [
    ("The two countries signed a memorandum on fisheries.", ["agreement_signed"]),
    ("A memorandum on fisheries was signed.", ["agreement_signed"]),
    ("A memorandum on fisheries has been inked by the ministers.", ["agreement_signed"]),
    ("The visit saw the signing of six agreements.", ["agreement_signed"]),
    ("The visit culminated in the signing of a treaty on extradition.", ["agreement_signed"]),
    ("Six agreements were exchanged in the presence of the presidents.", ["agreement_signed"]),
    ("Following the talks, the parties inked a package of documents.", ["agreement_signed"]),
    ("They sealed deals worth $2 billion.", ["agreement_signed"]),
    ("The sides reached an agreement on landing rights.", ["agreement_signed"]),
    ("The sides struck a deal on landing rights.", ["agreement_signed"]),
    ("The ministers initialled a protocol on customs.", ["agreement_signed"]),
    (
        "Documents signed during the visit include a memorandum on ports and a protocol on customs.",
        ["agreement_signed"],
    ),
    ("The ministers also put their signatures to a treaty on extradition.", ["agreement_signed"]),
    ("The two countries signed a contract for 12 patrol boats.", ["agreement_signed"]),
    ("The agreement, signed by the two foreign ministers, covers ports.", ["agreement_signed"]),
    ("Under a deal signed on Tuesday, Ghana will sell cocoa to Estonia.", ["agreement_signed"]),
    ("The leaders presided over the signing of four agreements.", ["agreement_signed"]),
    ("The two sides will sign a treaty next year.", []),
    ("The sides are negotiating an agreement on visas.", []),
    ("They discussed the agreement signed in 2019.", []),
    ("The presidents discussed progress under a 1998 treaty.", []),
    ("Karis noted the importance of the agreements signed earlier.", []),
    ("The treaty has yet to be ratified.", []),
    ("A joint communique was issued.", ["declaration_adopted"]),
    ("The talks resulted in a joint declaration.", ["declaration_adopted"]),
    ("In a joint statement released after the talks, they called for peace.", ["declaration_adopted"]),
    ("The presidents signed a joint declaration on strategic partnership.", ["declaration_adopted"]),
    ("The participants endorsed the Accra Declaration.", ["declaration_adopted"]),
    ("In a joint statement, the presidents condemned the attack.", ["declaration_adopted"]),
    ("The ministry said in a statement that the talks were useful.", []),
    ("Karis issued a statement on the floods.", []),
    ("Karis invited Mahama to visit Tallinn.", ["invitation"]),
    ("Karis invited his counterpart to pay an official visit to Estonia at a convenient time.", ["invitation"]),
    ("Mahama accepted an invitation to Tallinn with gratitude.", ["invitation"]),
    ("An invitation to visit Estonia was handed over to Mahama.", ["invitation"]),
    ("Mahama was invited to Tallinn in the autumn.", ["invitation"]),
    ("The invitation was accepted.", ["invitation"]),
    ("Karis invited Ghanaian firms to invest in Estonian ports.", []),
    ("Karis came at the invitation of Mahama.", []),
    ("Karis thanked Mahama for the invitation.", []),
    ("The presidents will meet again in Tallinn in June.", ["next_meeting"]),
    ("They agreed to meet again in May.", ["next_meeting"]),
    ("The next round of talks is scheduled for 12 April.", ["next_meeting"]),
    ("The next meeting is set for April.", ["next_meeting"]),
    ("A second round of talks will take place in Tallinn in April.", ["next_meeting"]),
    ("The sides look forward to the next session of the joint commission in Tallinn in 2026.", ["next_meeting"]),
    ("Both sides plan to hold the next consultations in Tallinn.", ["next_meeting"]),
    ("The ministers will discuss the issue again in December.", ["next_meeting"]),
    ("Another meeting is planned for the end of the year.", ["next_meeting"]),
    ("The two leaders are expected to hold another round of talks next month.", ["next_meeting"]),
    ("The working group will hold its first meeting in October.", ["next_meeting"]),
    ("The date of the next meeting will be agreed through diplomatic channels.", ["next_meeting"]),
    ("They agreed to continue negotiations in Tallinn next week.", ["next_meeting"]),
    ("Talks will resume on Monday.", ["next_meeting"]),
    ("They plan several meetings before the end of the year.", ["next_meeting"]),
    ("Mahama confirmed his participation in the forthcoming summit in Tallinn.", ["next_meeting"]),
    ("The presidents decided to set up a joint commission.", ["decision"]),
    ("It was decided to open a consulate in Kumasi.", ["decision"]),
    ("The sides agreed to establish a visa-free regime.", ["decision"]),
    ("The presidents launched a dialogue on digital matters.", ["decision"]),
    ("Estonia will open an embassy in Accra, Karis announced.", ["decision"]),
    ("The presidents agreed on the opening of direct flights.", ["decision"]),
    ("An agreement was reached to establish a joint investment fund.", ["decision"]),
    ("The ministers approved a plan of joint work until 2028.", ["decision"]),
    ("The two countries agreed to lift tariffs on cocoa.", ["decision"]),
    ("They announced the establishment of a business council.", ["decision"]),
    ("The ministers gave their backing to a new scheme for fish quotas.", ["decision"]),
    ("Estonia has chosen not to close its embassy.", ["decision"]),
    ("The leaders instructed their governments to draft a road map.", ["decision"]),
    ("The presidents elevated relations to a strategic partnership.", ["decision"]),
    ("Diplomatic relations between the two states were restored.", ["decision"]),
    ("The two sides agreed to step up cooperation in ports.", ["commitment"]),
    ("They pledged to work together against piracy.", ["commitment"]),
    ("The presidents vowed to fight piracy.", ["commitment"]),
    ("Both sides reaffirmed their commitment to deepening ties.", ["commitment"]),
    ("The parties confirmed their mutual intention to expand trade.", ["commitment"]),
    ("Karis promised to help with the port.", ["commitment"]),
    ("Estonia pledged 40 million euros in aid.", ["commitment"]),
    ("The presidents were determined to press ahead with the port.", ["commitment"]),
    ("The sides expressed their readiness to deepen cooperation.", ["commitment"]),
    ("They reaffirmed the shared commitment to a free sea.", ["commitment"]),
    ("Mutual readiness to expand trade was noted.", ["commitment"]),
    ("The presidents reaffirm their commitment to a lasting friendship.", ["commitment"]),
    ("The two sides commit to further enhance their partnership.", ["commitment"]),
    ("It was agreed to maintain regular contacts.", ["commitment"]),
    ("The sides agreed that trade should double by 2030.", ["commitment"]),
    ("The sides agreed on the need to protect the sea.", []),
    ("The presidents agreed that the situation was serious.", []),
    ("Karis stressed the importance of commitment to the UN Charter.", []),
    ("They discussed their commitments under the Paris accord.", []),
    ("Estonia remains committed to a free sea.", ["commitment"]),
    ("The interlocutors emphasized their mutual interest in building up trade.", []),
    ("An agreement was reached to maintain a regular dialogue.", ["commitment"]),
    ("Mahama assured his guest that Ghana would protect investors.", ["commitment"]),
    ("The presidents put their signatures under a joint statement on fish.", ["declaration_adopted"]),
    ("They confirmed that both sides would work closely for the forum.", ["commitment"]),
    ("The presidents will come together again on 1 June in Tallinn.", ["next_meeting"]),
    ("Karis confirmed his wish to see Mahama in Estonia.", ["invitation"]),
    ("Karis said he looked forward to receiving Mahama in Tallinn.", ["invitation"]),
    ("The speakers agreed to revive the friendship groups.", ["commitment"]),
    ("Karis and Mahama, meeting on the margins of a forum in Accra, also agreed to keep in touch.", ["commitment"]),
    ("Both sides reaffirmed their intention to expand Estonia-Ghana trade.", ["commitment"]),
    ("Firm readiness was once again confirmed to expand trade.", ["commitment"]),
    ("Karis reiterated Estonia's commitment to supporting small farmers.", []),
    ("The singer was given the welcome that Ghana had promised for her.", []),
    ("They agreed on the importance of continued close coordination on fish.", ["commitment"]),
    ("They agreed on the importance of fish.", []),
    ("The ministers affirmed their commitment to supporting Ghana and others in need.", ["commitment"]),
    ("Karis offered Estonia's assistance in training pilots.", ["commitment"]),
    ("The two will stay in close touch on fish.", ["commitment"]),
    ("Ghana will host the next round.", ["next_meeting"]),
    ("The commission is to assemble next in Tallinn.", ["next_meeting"]),
    ("Estonia will provide a first tranche of aid.", ["commitment"]),
    ("The heads of the two cabinets agreed to revive the fishing fund.", ["commitment"]),
    ("The ministers endorsed the plan for the harbour.", ["decision"]),
    ("The talks broke down without a deal.", ["no_agreement"]),
    ("The sides failed to reach an agreement on fish.", ["no_agreement"]),
    ("No agreement was reached on fish.", ["no_agreement"]),
    ("The talks ended inconclusively.", ["no_agreement"]),
    ("Talks on fish are deadlocked over quotas.", ["no_agreement"]),
    ("The presidents could not agree on quotas.", ["no_agreement"]),
    ("The talks produced no breakthrough.", ["no_agreement"]),
    ("No documents were signed.", []),
]


@pytest.mark.parametrize(("text", "expected"), OUTCOMES)
def test_outcome(main: Main, text: str, expected: list[str]) -> None:
    record = main(LEAD + text, TITLE, published_at="2025-03-05T10:00:00+00:00")
    assert [outcome["type"] for outcome in record["outcomes"]] == expected


DUE = [
    ("The presidents agreed on Tuesday to build a pier.", [("decision", None)]),
    ("Estonia pledged to build a pier by 2027.", [("commitment", "2027")]),
    ("The next round of talks is scheduled for 12 April.", [("next_meeting", "2025-04-12")]),
]


@pytest.mark.parametrize(("text", "expected"), DUE)
def test_due_date(main: Main, text: str, expected: list[tuple[str, str | None]]) -> None:
    record = main(LEAD + text, TITLE, published_at="2025-03-05T10:00:00+00:00")
    assert [(outcome["type"], outcome["due_date"]) for outcome in record["outcomes"]] == expected


PARTIES = [
    ("Estonia pledged 40 million euros in aid.", ["EE"]),
    ("Both sides pledged to keep the peace.", ["EE", "GH"]),
    ("The presidents signed an agreement on air links.", ["EE", "GH"]),
    ("Karis invited Mahama to visit Tallinn.", ["EE", "GH"]),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_parties(main: Main, text: str, expected: list[str]) -> None:
    record = main(LEAD + text, TITLE, published_at="2025-03-05T10:00:00+00:00")
    assert [sorted(outcome["parties"]) for outcome in record["outcomes"]] == [expected]


def test_one_undertaking_stands_for_all(main: Main) -> None:
    text = "Karis promised to send teachers. The sides agreed to step up trade. They pledged to keep in touch."
    record = main(LEAD + text, TITLE)
    assert [outcome["text"] for outcome in record["outcomes"]] == ["sides agreed to step up trade"]


def test_what_is_to_come_has_no_results(main: Main) -> None:
    text = "President of Estonia Alar Karis will visit Ghana in May. Estonia has pledged to send teachers there."
    assert main(text, "Estonian president to visit Ghana", published_at="2025-03-05")["outcomes"] == []


def test_the_lead_tells_the_result_first(main: Main) -> None:
    text = (
        "Ministers failed to reach agreement on fish quotas, diplomats said.\n"
        "Estonian Foreign Minister Margus Tsahkna met Ghanaian Foreign Minister Samuel Ablakwa in Accra on Tuesday."
    )
    assert [o["type"] for o in main(text, published_at="2025-03-05")["outcomes"]] == ["no_agreement"]


def test_what_a_party_says_that_they_agreed(main: Main) -> None:
    text = "“We have agreed to share the port from May on,” Mahama said."
    assert [o["type"] for o in main(LEAD + text, TITLE)["outcomes"]] == ["commitment"]
