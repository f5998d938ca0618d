"""What the words around a contact add: who else was there, whose an official is, the day, the place, the status."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Main = Callable[..., SummitRecord]
Read = Callable[..., list[SummitRecord]]


def plain(text: str) -> str:
    """`text` without accents: the register's spelling may have them where the article's has none."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def people(record: SummitRecord) -> set[str]:
    return {
        f"{plain(p['name'] or p['role_class'])}/{p['organization'] or p['country']}" for p in record["participants"]
    }


def place(record: SummitRecord) -> tuple[str | None, str | None]:
    found = record["event"]["place"]
    return (found["city"], found["country"]) if found else (None, None)


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Remarks by President Ruto and President Mahama of Ghana Before Bilateral Meeting", "Nairobi, Kenya"),
        ("Kenyan President William Ruto and Ghanaian President John Mahama at a Joint Press Availability", "Nairobi"),
    ],
)
def test_transcript_is_a_meeting_at_the_place_above_it(main: Main, title: str, heading: str) -> None:
    record = main(
        f"{heading}\n\nPRESIDENT RUTO: Welcome to our country, dear friend.", title, published_at="2025-09-18"
    )
    assert people(record) == {"William Ruto/KE", "John Mahama/GH"}
    assert place(record) == ("Nairobi", "KE")


def test_official_of_the_publishers_government_travels_with_others(main: Main) -> None:
    record = main(
        "Assistant Secretary for African Affairs Ann Plum will travel to Ghana and Togo from June 2 to 6.\n"
        "Senior Director Bob Pear and Deputy Assistant Secretary Carl Fig will join the delegation.",
        "Assistant Secretary Plum’s Travel to Ghana and Togo",
        published_at="2022-05-30",
        source="us-state-dept",
    )
    assert people(record) == {"Ann Plum/US", "Bob Pear/US", "Carl Fig/US", "delegation/GH", "delegation/TG"}


def test_delegation_that_is_comprised_of(main: Main) -> None:
    record = main(
        "Under Secretary Ann Plum will lead a delegation to Peru on June 2. The delegation is comprised of Senior "
        "Director Bob Pear and Deputy Assistant Secretary Carl Fig.",
        published_at="2022-05-30",
        source="us-state-dept",
    )
    assert {"Ann Plum/US", "Bob Pear/US", "Carl Fig/US"} <= people(record)


def test_minister_of_a_state_without_such_office_is_a_foreigner(main: Main) -> None:
    record = main(
        "In Norway, Under Secretary Ann Plum met with Deputy Foreign Minister Kari Birch.",
        published_at="2022-05-30",
        source="us-state-dept",
    )
    assert people(record) == {"Ann Plum/US", "Kari Birch/NO"}


def test_of_two_who_met_the_one_without_state_is_of_the_other(main: Main) -> None:
    record = main(
        "Under Secretary of State Ann Plum and Deputy Foreign Minister Omer Elm met in Ankara on April 4.",
        "U.S.-Turkey Joint Statement on Water",
        published_at="2022-04-05",
    )
    assert people(record) == {"Ann Plum/US", "Omer Elm/TR"}


def test_leaders_of_delegations_are_of_their_states(main: Main) -> None:
    record = main(
        "Canada and Japan held consultations on fisheries in Ottawa. The Canadian delegation was led by Director Ann "
        "Plum and the Japanese side was headed by Deputy Director Ken Elm."
    )
    assert people(record) == {"Ann Plum/CA", "Ken Elm/JP"}


def test_joint_statement_says_who_we_are(main: Main) -> None:
    record = main(
        "We met in Lima today and agreed on the protection of the ocean.",
        "Joint Statement of Chile, Peru and Ecuador",
        published_at="2025-09-18",
    )
    assert people(record) == {"delegation/CL", "delegation/PE", "delegation/EC"}
    assert (record["event"]["type"], record["event"]["start_date"]) == ("multilateral_meeting", "2025-09-18")


def test_we_in_other_texts_is_nobody(read: Read) -> None:
    assert read("We met in Lima today and agreed on the protection of the ocean, the mayor of Lima said.") == []


def test_officials_stand_for_their_states(main: Main) -> None:
    record = main("Serbian President Aleksandar Vucic met senior diplomats from Germany and France on Monday.")
    assert people(record) == {"Aleksandar Vucic/RS", "delegation/DE", "delegation/FR"}


def test_named_person_stands_for_the_other_officials(main: Main) -> None:
    record = main("Serbian President Aleksandar Vucic met Prime Minister Edi Rama and other Albanian officials.")
    assert people(record) == {"Aleksandar Vucic/RS", "Edi Rama/AL"}


def test_institution_cancels_a_visit(main: Main) -> None:
    record = main("Spain's Defence Ministry said on Friday that it had called off its visit to Morocco.")
    assert (record["event"]["type"], record["event"]["status"]) == ("visit", "cancelled")
    assert people(record) == {"delegation/ES", "delegation/MA"}


def test_who_said_that_he_would_meet(main: Main) -> None:
    record = main("Finnish President Alexander Stubb said on Monday he would meet Polish President Karol Nawrocki.")
    assert record["event"]["status"] == "planned"


def test_ministers_of_the_two_countries(main: Main) -> None:
    record = main(
        "Armenia took up an Azerbaijani offer of talks between the foreign ministers of the two countries."
    )
    assert {side.rsplit("/", 1)[1] for side in people(record)} == {"AM", "AZ"}


def test_witnesses_of_a_signing(main: Main) -> None:
    record = main(
        "Prime Minister of Fiji Sitiveni Rabuka and Prime Minister of Tonga Aisake Eke signed a treaty in Suva, "
        "witnessed by Prime Minister of New Zealand Christopher Luxon."
    )
    assert "Christopher Luxon/NZ" in people(record)


def test_who_stayed_away_is_no_participant(main: Main) -> None:
    record = main(
        "The OTS summit opened in Baku on Monday, attended by President of Azerbaijan Ilham Aliyev and President of "
        "Kazakhstan Kassym-Jomart Tokayev.\nPrime Minister of Hungary Viktor Orban was absent from the meeting."
    )
    assert "Viktor Orban/HU" not in people(record)


def test_meeting_in_passing_is_at_the_same_place_and_day(read: Read) -> None:
    records = read(
        "German Foreign Minister Johann Wadephul met Foreign Minister of Chile Alberto van Klaveren in Berlin on "
        "Monday. Wadephul also met with Foreign Minister of Peru Elmer Schialer."
    )
    other = next(r for r in records if "Elmer Schialer/PE" in people(r))
    assert (other["event"]["start_date"], place(other)) == ("2025-09-15", ("Berlin", "DE"))


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        # what goes on when it is said
        (
            "Finnish President Alexander Stubb has started a meeting with Polish President Karol Nawrocki, a spokesman "
            "said on Wednesday.",
            "2025-09-17",
            "ongoing",
        ),
        # said after the event
        (
            "The White House spoke of wheat on Monday after Finnish President Alexander Stubb spoke by phone with "
            "Polish President Karol Nawrocki.",
            "2025-09-15",
            "held",
        ),
        # another event's day
        (
            "Finnish President Alexander Stubb spoke by phone with Polish President Karol Nawrocki about Sunday's "
            "election.",
            None,
            "held",
        ),
        (
            "Meetings between Finnish President Alexander Stubb and Polish President Karol Nawrocki will focus on "
            "ports.",
            None,
            "planned",
        ),
        (
            "Finnish President Alexander Stubb called for talks with Polish President Karol Nawrocki.",
            None,
            "proposed",
        ),
    ],
)
def test_day_and_status(main: Main, text: str, day: str | None, status: str) -> None:
    record = main(text)
    assert (record["event"]["start_date"], record["event"]["status"]) == (day, status)


def test_rejected_meeting_is_none(read: Read) -> None:
    assert (
        read("The press wrote of Finnish President Alexander Stubb's rejected meeting with President Karol Nawrocki.")
        == []
    )


def test_deed_at_a_summit_dates_it(main: Main) -> None:
    record = main(
        "Canadian Prime Minister Mark Carney on Tuesday promised aid for fishermen.",
        "At NATO summit, Carney promises aid",
        published_at="2025-06-25",
    )
    assert (record["event"]["type"], record["event"]["start_date"]) == ("summit", "2025-06-24")


def test_names_run_over_hard_wrapped_lines(main: Main) -> None:
    record = main(
        "LIMA, June 4 - Prime Minister of New\nZealand Christopher Luxon met President "
        "of\nPeru Dina Boluarte here today.\n\n"
        "The talks were about fish, wool and the price of copper\nin the ports of the south.",
        published_at="2025-06-04",
    )
    assert people(record) == {"Christopher Luxon/NZ", "Dina Boluarte/PE"}
    assert place(record) == ("Lima", "PE")


def test_shouted_headline_has_no_names_of_its_own(read: Read) -> None:
    records = read(
        "Greek Premier Kyriakos Mitsotakis met Prime Minister of Malta Robert Abela in Athens.",
        "GREEK PREMIER HINTS AT PEACE",
    )
    assert [people(r) for r in records] == [{"Kyriakos Mitsotakis/GR", "Robert Abela/MT"}]


def test_meetings_of_a_trip_are_where_it_goes(read: Read) -> None:
    records = read(
        "Secretary of State Nora Reed will travel to Lusaka, Zambia on May 20.\n\nShe will meet with President "
        "Hakainde Hichilema. This will be her first visit to Zambia.",
        "Secretary Reed’s Travel to Zambia",
        published_at="2024-05-15",
        source="us-state-dept",
    )
    assert [(r["event"]["type"], place(r), r["event"]["start_date"]) for r in records] == [
        ("visit", ("Lusaka", "ZM"), "2024-05-20"),
        ("bilateral_meeting", ("Lusaka", "ZM"), "2024-05-20"),
    ]


def test_trip_named_by_its_stops(main: Main) -> None:
    record = main(
        "Special Envoy Deb Plum will travel to the Balkans from May 20 to 24, with stops in Albania and Serbia.",
        published_at="2024-05-15",
        source="us-state-dept",
    )
    assert (record["event"]["type"], record["event"]["status"]) == ("visit", "planned")
    assert people(record) == {"Deb Plum/US", "delegation/AL", "delegation/RS"}


def test_delegation_led_by_several(main: Main) -> None:
    record = main(
        "A U.S. delegation – led by Coordinator Kurt Plum, Assistant Secretary Dan Pear, and Senior Director Al Fig – "
        "visited Apia, Samoa.",
        "Readout of the Delegation’s Visit to Samoa",
        published_at="2024-05-15",
        source="us-white-house",
    )
    assert people(record) == {"Kurt Plum/US", "Dan Pear/US", "Al Fig/US", "delegation/WS"}


@pytest.mark.parametrize(
    ("title", "calls"), [("Deputy Secretary Plum’s Call with Counterparts", 1), ("Deputy Secretary Plum’s Calls", 2)]
)
def test_one_call_with_several_or_several_calls(read: Read, title: str, calls: int) -> None:
    records = read(
        "Deputy Secretary of State Ann Plum spoke by phone today with counterparts from Latvia and Malta.",
        title,
        published_at="2024-05-15",
        source="us-state-dept",
    )
    assert [r["event"]["type"] for r in records] == ["phone_call"] * calls


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("On behalf of the United States, I would like to congratulate the people of Fiji.", "delegation/FJ"),
        ("I extend my warm congratulations to Ana Elm on her election as President of Slovenia.", "Ana Elm/SI"),
        ("I send our condolences to the people of Malta on the passing of its first president.", "delegation/MT"),
    ],
)
def test_message_in_the_first_person(main: Main, text: str, other: str) -> None:
    record = main(text, "Statement by President Bob Plum", published_at="2024-05-15", source="us-white-house")
    assert (record["event"]["type"], record["event"]["status"]) == ("correspondence", "held")
    assert people(record) == {"Bob Plum/US", other}


def test_president_of_the_publishers_own_state(main: Main) -> None:
    record = main(
        "The President and the First Lady look forward to welcoming His Majesty King Letsie III of Lesotho to the "
        "White House on July 19.",
        "Statement on Lesotho",
        published_at="2024-05-15",
        source="us-white-house",
    )
    assert "head_of_state/US" in people(record)
    assert place(record) == ("Washington", "US")


def test_joint_statement_is_of_the_meeting_it_was_made_at(main: Main) -> None:
    record = main(
        "The following is the text of a joint statement by the United States of America and the Slovak Republic.\n\n"
        "Begin text:\n\nThe Governments of the United States and Slovakia held a Strategic Dialogue in Washington, "
        "D.C. on March 17, 2024.",
        "U.S.-Slovakia Joint Statement",
        published_at="2024-03-18",
        source="us-state-dept",
    )
    assert (record["event"]["start_date"], place(record)) == ("2024-03-17", ("Washington", "US"))


def test_congratulations_in_talks_are_no_message(read: Read) -> None:
    records = read(
        "President of Latvia Edgars Rinkevics met with President of Malta Myriam Spiteri Debono. He also congratulated "
        "President Spiteri Debono on the harvest."
    )
    assert [r["event"]["type"] for r in records] == ["bilateral_meeting"]
