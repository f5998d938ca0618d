"""How a contact stands: held, under way, planned, only thought of; and what is told of but is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Read = Callable[..., list[SummitRecord]]

FISH = "Fish and ships"
STANDS = [
    # a preposition before the talks is no sign of what is to come
    (
        "Latvian Foreign Minister Baiba Braze stressed the commitment to NATO in a telephone call with Maltese Foreign "
        "Minister Ian Borg on Tuesday, the ministry said.",
        "phone_call",
        "held",
    ),
    ("Latvian Foreign Minister Baiba Braze is currently discussing quotas with Maltese Foreign Minister Ian Borg by "
     "phone.",
     "phone_call", "ongoing"),
    # a bare verb that a distant "to" governs
    ("Latvian Prime Minister Evika Silina began a trip to speak of fish and attend the G20 summit in South Africa.",
     "summit", "planned"),
    ("A meeting between Latvian President Edgars Rinkevics and Maltese Prime Minister Robert Abela in Riga is highly "
     "likely, a "
     "spokesman said.", "bilateral_meeting", "proposed"),
    ("Latvian President Edgars Rinkevics said the voyage leads up to a meeting with Maltese Prime Minister Robert "
     "Abela.",
     "bilateral_meeting", "planned"),
    ("Nobody expected much of Latvian Defense Minister Andris Spruds's trip to Malta this week.", "visit", "ongoing"),
    ("Latvian President Edgars Rinkevics said of his trip that he would spend an extra day in Malta.", "visit",
        "planned"),
    ("A row over cod clouded Latvian President Edgars Rinkevics's Valletta visit.", "visit", "held"),
    # what somebody says at an event, or as he comes
    ("Latvian Prime Minister Evika Silina said cod was scarce. \"Cod is scarce,\" Silina told reporters on arrival at "
     "an EU summit in Brussels.", "summit", "ongoing"),
    ("Latvian President Edgars Rinkevics on Tuesday defended the cod quota at a regional summit in Iceland.", "summit",
     "held"),
    ("Latvian Trade Minister Ilze Indriksone said she would attend a Baltic trade ministers conference in Finland.",
     "multilateral_meeting", "planned"),
    # trips that did not come to pass, or that others join
    ("UN refugee chief Filippo Grandi has been barred from visiting Malta next month.", "visit", "cancelled"),
    ("Malta has refused a visa to UN refugee chief Filippo Grandi, who had planned a visit.", "visit", "cancelled"),
    ("Latvian President Edgars Rinkevics, who had been due to visit Malta next week, will stay at home.", "visit",
     "cancelled"),
    ("A dozen fishmongers will join Latvian President Edgars Rinkevics on a trip to Malta.", "visit", "planned"),
    ("Latvian President Edgars Rinkevics left Malta on Monday for a conference on cod.", "visit", "held"),
    # talks that somebody would like
    ("Malta wants direct talks with Latvia, Fisheries Minister Anton Refalo said.", "bilateral_meeting", "proposed"),
    ("Latvian President Edgars Rinkevics left open the possibility of meeting Maltese President Myriam Spiteri Debono.",
     "bilateral_meeting", "proposed"),
    ("Latvian President Edgars Rinkevics said he hoped to meet Maltese President Myriam Spiteri Debono.",
     "bilateral_meeting", "proposed"),
    # talks that belong to what is told of beside them
    ("Latvian Prime Minister Evika Silina began a visit to Malta on Monday that will include talks with Prime Minister "
     "Robert Abela.", "bilateral_meeting", "planned"),
    ("Latvian Foreign Minister Baiba Braze was in Valletta on Tuesday to meet Maltese Foreign Minister Ian Borg.",
     "bilateral_meeting", "held"),
    ("Latvian Foreign Minister Baiba Braze travels to Valletta on Monday for talks with Maltese Foreign Minister Ian "
     "Borg.", "bilateral_meeting", "planned"),
    ("Latvia and Malta had a frank exchange of views on cod.", "bilateral_meeting", "held"),
    ("Latvia, Malta and Cyprus failed to agree on cod at talks in Oslo on Wednesday.", "multilateral_meeting", "held"),
]


@pytest.mark.parametrize(("text", "kind", "status"), STANDS)
def test_status(read: Read, text: str, kind: str, status: str) -> None:
    assert (kind, status) in [(r["event"]["type"], r["event"]["status"]) for r in read(text, FISH)]


NONE = [
    # a trip within the country
    "Latvia criticized a visit by Russian President Vladimir Putin to the remote valley of Kem.",
    # a condition
    "Latvian President Edgars Rinkevics left open what he would say if President Myriam Spiteri Debono visits Latvia.",
    "Officials said there could be an opportunity for talks between Latvia and Malta if prices fell.",
    # private persons
    "Latvian lawyer Anna Berzina met Maltese Prime Minister Robert Abela.",
    "Maltese Prime Minister Robert Abela held talks with the Latvian tycoon Janis Ozols.",
    # who works for a politician's campaign
    "A Latvian adviser to the Edgars Rinkevics campaign met Maltese officials, and Rinkevics aides met Maltese "
    "diplomats.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_contact(read: Read, text: str) -> None:
    assert [r for r in read(text, FISH) if r["event"]["is_main"]] == []


def test_testimony_on_old_meetings_is_no_news_of_them(read: Read) -> None:
    text = (
        "A former aide testified to a congressional committee on Tuesday about boats.\nHe recalled that Latvian "
        "Foreign "
        "Minister Baiba Braze met Maltese Foreign Minister Ian Borg in March 2024."
    )
    assert read(text, "Prosecutors question aide on Malta contacts", published_at="2025-09-18") == []


def test_visit_of_the_title_takes_over_the_welcome(read: Read) -> None:
    records = read(
        "President Biden looks forward to welcoming Latvian President Egils Levits to the White House on "
        "March 3, 2022.",
        "Statement on the Visit of President Egils Levits of Latvia",
        published_at="2022-02-20",
        source="us-white-house",
    )
    assert [(r["event"]["type"], r["event"]["start_date"]) for r in records] == [("visit", "2022-03-03")]
    assert {(p["name"], p["capacity"]) for p in records[0]["participants"]} == {("Biden", "host"), ("Egils Levits",
        "guest")} or {
        p["capacity"] for p in records[0]["participants"]
    } == {"host", "guest"}


def test_leader_does_not_go_along_with_a_minister(read: Read) -> None:
    text = (
        "Latvian Foreign Minister Baiba Braze met Maltese Foreign Minister Ian Borg in Riga on Tuesday.\nThe ministers "
        "spoke of "
        "the talks at a forum on the sea, with Latvian President Edgars Rinkevics participating in the event."
    )
    main = next(r for r in read(text, FISH) if r["event"]["is_main"])
    assert {p["name"] for p in main["participants"]} == {"Baiba Braze", "Ian Borg"}
