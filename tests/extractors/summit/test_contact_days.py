"""Which of the dates in an article is that of the contact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Main = Callable[..., SummitRecord]
Read = Callable[..., list[SummitRecord]]
WRITTEN = "2024-05-15"
"""A Wednesday."""

ONE_DAY = [
    (
        "Fijian President Ratu Vula met Samoan Prime Minister Tui Faleolo, who took office in May, in Apia on Monday.",
        "2024-05-13",
    ),
    (
        "Fijian President Ratu Vula said on Wednesday he spoke by telephone with Samoan Prime Minister Tui Faleolo "
        "last Friday.",
        "2024-05-10",
    ),
    (
        "Peru's President Luis Ramos on Tuesday hosted Chilean Foreign Minister Pedro Soto to discuss the agreement "
        "signed on May 2 "
        "and the vote on June 9.",
        "2024-05-14",
    ),
    ("Peru's President Luis Ramos received Chilean Foreign Minister Pedro Soto on Tuesday (May 14).", "2024-05-14"),
    (
        "Peru's President Luis Ramos will receive Chilean Foreign Minister Pedro Soto on Thursday, May 16, at 11:30 "
        "a.m., the "
        "palace said.",
        "2024-05-16",
    ),
    (
        "Bolivian President Juan Mamani is due in Santiago on May 30 for talks with Chilean President Diego Vera, the "
        "foreign "
        "ministry said on Tuesday.",
        "2024-05-30",
    ),
    ("Yesterday evening, Chilean President Diego Vera received Japanese Foreign Minister Ken Mori.", "2024-05-14"),
    (
        "Chilean President Diego Vera told reporters on Tuesday after meeting Japanese Foreign Minister Ken Mori that "
        "a deal was "
        "near.",
        "2024-05-14",
    ),
    (
        "Chilean President Diego Vera, before leaving for Lima on Monday, met Bolivian Foreign Minister Juan Mamani in "
        "Santiago on "
        "Sunday.",
        "2024-05-12",
    ),
    (
        "Chilean Foreign Minister Pedro Soto met Bolivian President Juan Mamani in La Paz.\nTuesday's talks lasted "
        "three hours.",
        "2024-05-14",
    ),
    (
        "Chilean Foreign Minister Pedro Soto and Bolivian President Juan Mamani discussed the border.\nThe talks on "
        "Tuesday lasted "
        "three hours.",
        "2024-05-14",
    ),
    ("Chilean Foreign Minister Pedro Soto held talks with Bolivian President Juan Mamani at the weekend.", "2024-05"),
    (
        "Samoan Prime Minister Tui Faleolo, who arrived in Suva on Sunday, met President Ratu Vula of Fiji on Monday.",
        "2024-05-13",
    ),
]


@pytest.mark.parametrize(("text", "day"), ONE_DAY)
def test_day(main: Main, text: str, day: str) -> None:
    record = main(text, published_at=WRITTEN, source="x")
    assert record["event"]["start_date"] == day


@pytest.mark.parametrize(
    "text",
    [
        "Chilean President Diego Vera has met Japanese Foreign Minister Ken Mori to discuss lithium, the ministry said "
        "on Tuesday.",
        "Peru's President Luis Ramos met Chilean Foreign Minister Pedro Soto ahead of Sunday's election in Chile.",
        "Chilean Foreign Minister Pedro Soto met Bolivian President Juan Mamani in La Paz for the first time since the "
        "two "
        "countries broke off relations in 1978.",
        "Chilean Foreign Minister Pedro Soto met Bolivian President Juan Mamani to discuss this year's tin prices.",
    ],
)
def test_no_day(main: Main, text: str) -> None:
    assert main(text, published_at=WRITTEN, source="x")["event"]["start_date"] is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "Estonian President Jaan Tamm will pay a three-day state visit to Malta from May 21, his office said on "
            "Wednesday.",
            "2024-05-21",
            "2024-05-23",
        ),
        ("Chilean Foreign Minister Pedro Soto will visit Peru between May 29 and June 1.", "2024-05-29", "2024-06-01"),
        ("Chilean Foreign Minister Pedro Soto visited Peru on 6, 7 and 8 May.", "2024-05-06", "2024-05-08"),
        (
            "Japanese Foreign Minister Ken Mori returned on Monday from a four-day visit to Chile.",
            "2024-05-10",
            "2024-05-13",
        ),
        ("Japanese Foreign Minister Ken Mori returned from a trip to Chile on Monday.", None, "2024-05-13"),
        (
            "Cypriot President Andreas Petrou and Lebanese Prime Minister Karim Haddad met for a second day on Tuesday "
            "to discuss "
            "the maritime border.",
            "2024-05-13",
            "2024-05-14",
        ),
        (
            "Chilean Foreign Minister Pedro Soto met Bolivian President Juan Mamani on Monday, the first day of a "
            "four-day tour of "
            "the region.",
            "2024-05-13",
            None,
        ),
    ],
)
def test_length(main: Main, text: str, first: str | None, last: str | None) -> None:
    event = main(text, published_at=WRITTEN, source="x")["event"]
    assert (event["start_date"], event["end_date"]) == (first, last)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Peru's President Luis Ramos on Tuesday postponed a visit to Chile that had been planned for May 20.",
            "2024-05-20",
        ),
        (
            "Chilean Foreign Minister Pedro Soto has cancelled a trip to Peru.\nHe was to arrive in Lima on Friday, "
            "May 17.",
            "2024-05-17",
        ),
        ("Peru's President Luis Ramos on Tuesday called off a visit to Chile, his office said.", None),
    ],
)
def test_day_that_no_longer_holds(main: Main, text: str, first: str | None) -> None:
    assert main(text, published_at=WRITTEN, source="x")["event"]["start_date"] == first


def test_day_within_the_week_named(main: Main) -> None:
    event = main(
        "Estonian President Jaan Tamm will visit Malta next week, his office said on Wednesday.\n"
        "He leaves for Valletta on Tuesday and will return on Thursday.",
        published_at=WRITTEN,
        source="x",
    )["event"]
    assert (event["status"], event["start_date"]) == ("planned", "2024-05-21")


def test_day_after_the_meeting_told_of(read: Read) -> None:
    found = read(
        "Chilean Foreign Minister Pedro Soto met Peruvian President Luis Ramos on May 6 in Lima.\n"
        "A day later he held talks with Bolivian Foreign Minister Juan Mamani in La Paz.",
        published_at=WRITTEN,
        source="x",
    )
    assert {r["event"]["start_date"] for r in found} == {"2024-05-06", "2024-05-07"}


def test_meeting_after_the_talks_is_on_their_day(read: Read) -> None:
    found = read(
        "Chilean Foreign Minister Pedro Soto met Peruvian President Luis Ramos on Tuesday in Lima.\n"
        "After the talks, Ramos received Bolivian Foreign Minister Juan Mamani.",
        published_at=WRITTEN,
        source="x",
    )
    assert [r["event"]["start_date"] for r in found] == ["2024-05-14", "2024-05-14"]


def test_title_has_the_meeting_and_the_first_sentence_its_day(main: Main) -> None:
    event = main(
        "The maritime border was at the centre when Lebanese Prime Minister Karim Haddad came to Nicosia on Tuesday.",
        "Cypriot President Petrou meets Lebanese Prime Minister Haddad",
        published_at=WRITTEN,
        source="x",
    )["event"]
    assert event["start_date"] == "2024-05-14"


MINISTERS = [
    (
        "BRUSSELS, May 15 - European Union (EU) agriculture ministers ended a three-day meeting here without a deal.",
        "minister/EU",
        "held",
        "2024-05-13",
        "2024-05-15",
    ),
    (
        "BRUSSELS, May 15 - The row is expected to dominate talks by EU foreign ministers here tomorrow.",
        "foreign_minister/EU",
        "planned",
        "2024-05-16",
        None,
    ),
    (
        "VIENNA, May 15 - Oil ministers of OPEC gather here on Friday to review output.",
        "minister/OPEC",
        "planned",
        "2024-05-17",
        None,
    ),
    (
        "BRUSSELS, May 15 - Spain set out its objections at a meeting of EU fisheries ministers.",
        "minister/EU",
        "held",
        "2024-05-15",
        None,
    ),
]


@pytest.mark.parametrize(("text", "who", "status", "first", "last"), MINISTERS)
def test_ministers_of_a_body(main: Main, text: str, who: str, status: str, first: str, last: str | None) -> None:
    record = main(text, published_at=WRITTEN, source="reuters-x")
    event = record["event"]
    assert [f"{p['role_class']}/{p['organization']}" for p in record["participants"]] == [who]
    assert (event["type"], event["status"], event["start_date"], event["end_date"]) == (
        "multilateral_meeting",
        status,
        first,
        last,
    )


def test_who_chaired_the_ministers(main: Main) -> None:
    record = main(
        "BRUSSELS, May 15 - EU transport ministers met here on Tuesday.\n"
        "Speaking after chairing a two-day meeting of the ministers, Maltese Transport Minister Joseph Vella called it "
        "a success.",
        published_at=WRITTEN,
        source="reuters-x",
    )
    assert {(p["name"], p["capacity"]) for p in record["participants"]} == {("Joseph Vella", "chair"), (None, "host")}
    assert (record["event"]["start_date"], record["event"]["end_date"]) == ("2024-05-13", "2024-05-14")


def test_agency_means_the_officers_of_the_state_it_writes_from(main: Main) -> None:
    record = main(
        "SUVA, May 15 - President Ratu Vula today had talks with Samoan Prime Minister Tui Faleolo.",
        published_at=WRITTEN,
        source="reuters-x",
    )
    assert {(p["name"], p["country"]) for p in record["participants"]} == {("Ratu Vula", "FJ"), ("Tui Faleolo", "WS")}


def test_planned_trip_of_a_month(main: Main) -> None:
    event = main(
        "Chilean President Diego Vera plans a July trip to Bolivia, aides said.", published_at=WRITTEN, source="x"
    )["event"]
    assert (event["status"], event["start_date"]) == ("planned", "2024-07")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "On May 13, Fijian President Ratu Vula and Samoan Prime Minister Tui Faleolo had another telephone "
            "conversation (after the one on May 3).",
            "2024-05-13",
        ),
        (
            "Fijian President Ratu Vula signed a treaty with Samoan Prime Minister Tui Faleolo on Monday that ends the "
            "lease of the islands in 2030.",
            "2024-05-13",
        ),
        (
            "Peru put on a friendly face on Tuesday ahead of President Luis Ramos's meeting with Chilean President "
            "Diego "
            "Vera.\nThe two are due to meet on Friday in Arica.",
            "2024-05-17",
        ),
    ],
)
def test_days_of_other_things(main: Main, text: str, day: str) -> None:
    assert main(text, published_at=WRITTEN, source="x")["event"]["start_date"] == day


HERE = [
    (
        "MUSCAT, May 15 - Norwegian Oil Minister Arne Lund said at the end of a visit here his country wanted stable "
        "prices.",
        "held",
        "Muscat",
    ),
    (
        "RABAT, May 15 - Jordanian Trade Minister Zaid Khoury arrived here today to discuss phosphates.",
        "ongoing",
        "Rabat",
    ),
    (
        "QUITO, May 15 - The loan was agreed during a visit here this week by Peru's Energy Minister Javier Ponce.",
        "held",
        "Quito",
    ),
]


@pytest.mark.parametrize(("text", "status", "city"), HERE)
def test_visit_here(main: Main, text: str, status: str, city: str) -> None:
    event = main(text, published_at=WRITTEN, source="reuters-x")["event"]
    assert (event["type"], event["status"]) == ("visit", status)
    assert event["place"] is not None
    assert event["place"]["city"] == city


def test_officials_of_a_field_stand_for_their_state(main: Main) -> None:
    record = main(
        "OSLO, May 15 - A senior Danish fisheries official met Norwegian trade negotiators here today.",
        published_at=WRITTEN,
        source="reuters-x",
    )
    assert {(p["name"], p["country"]) for p in record["participants"]} == {(None, "DK"), (None, "NO")}


@pytest.mark.parametrize(
    "text",
    [
        "VIENNA, May 15 - Delegates said OPEC ministers might meet if prices fell.",
        "BRUSSELS, May 15 - The plan must be approved by EU finance ministers before it can take effect.",
        "BRUSSELS, May 15 - Farmers' unions urged EU farm ministers to reject price cuts.",
        "BRUSSELS, May 15 - A meeting of EU farm ministers is unlikely to be held next week.",
    ],
)
def test_ministers_who_do_not_meet(read: Read, text: str) -> None:
    assert read(text, published_at=WRITTEN, source="reuters-x") == []


@pytest.mark.parametrize(
    "text",
    [
        "Latvian Foreign Minister Baiba Braze urged Malta on Tuesday to spare the cod. Speaking at a joint news "
        "conference with "
        "Maltese Foreign Minister Ian Borg, Braze spoke of quotas.",
        "Latvian President Edgars Rinkevics said on Tuesday that cod are few. Rinkevics told a briefing in Riga after "
        "talks with "
        "Maltese President Myriam Spiteri Debono that nets must rest.",
        "Latvian President Edgars Rinkevics has sent a telegram to Maltese President Myriam Spiteri Debono, praising "
        "her fleet, the "
        "palace said on Tuesday.",
    ],
)
def test_day_of_what_was_said_there(read: Read, text: str) -> None:
    events = [r["event"] for r in read(text, "Cod and nets", published_at="2025-09-18") if r["event"]["is_main"]]
    assert [event["start_date"] for event in events] == ["2025-09-16"]


def test_words_at_the_opening_are_of_the_day_that_they_name_as_today(read: Read) -> None:
    text = (
        "Washington, D.C.\n\nSECRETARY BLINKEN: Welcome, my friend. We have a lot to speak of {}.\n\n"
        "FOREIGN MINISTER TORA: Thank you."
    )
    title = "Secretary Antony J. Blinken and Fijian Foreign Minister Jone Tora Before Their Meeting"
    for words, day in (("today", "2022-05-04"), ("in this room", None)):
        (record,) = read(text.format(words), title, published_at="2022-05-04T18:00:00+00:00", source="us-state-dept")
        assert record["event"]["start_date"] == day


def test_day_after_a_month_cut_short(read: Read) -> None:
    text = "Latvian President Edgars Rinkevics has cancelled a trip to Valletta planned for Oct. 19, the palace said."
    assert [r["event"]["start_date"] for r in read(text, published_at="2025-09-18")] == ["2025-10-19"]


def test_said_after_meeting_somebody_that_day(read: Read) -> None:
    text = (
        "Latvian President Edgars Rinkevics said after meeting President Myriam Spiteri Debono of Malta on Tuesday "
        "that cod are few."
    )
    assert [r["event"]["start_date"] for r in read(text, published_at="2025-09-18")] == ["2025-09-16"]


def test_arrival_that_only_the_dateline_dates(read: Read) -> None:
    text = "OSLO, May 15. /TASS/. Fijian Foreign Minister Jone Tora has arrived in Oslo on a two-day official visit."
    event = read(text, published_at="2024-05-15")[0]["event"]
    assert (event["status"], event["start_date"], event["end_date"]) == ("ongoing", "2024-05-15", "2024-05-16")
