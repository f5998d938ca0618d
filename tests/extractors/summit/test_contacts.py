"""Every contact rule on sentences of its own: (title, text, type, status, parties as name/side)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.lexicon import names
from extractors.record import SummitRecord

Main = Callable[..., SummitRecord]

CASES = [
    # meet.with, with the day in the sentence
    (
        "",
        "Finnish President Alexander Stubb met with Estonian Prime Minister Kristen Michal in Tallinn on Monday.",
        "bilateral_meeting",
        "held",
        {"Alexander Stubb/FI", "Kristen Michal/EE"},
    ),
    # meet.each
    (
        "",
        "Brazilian Foreign Minister Mauro Vieira and Indian External Affairs Minister S. Jaishankar met in Brasilia.",
        "bilateral_meeting",
        "held",
        {"Mauro Vieira/BR", "S. Jaishankar/IN"},
    ),
    # talks.with
    (
        "",
        "German Chancellor Friedrich Merz held talks with Polish Prime Minister Donald Tusk in Berlin on Tuesday.",
        "bilateral_meeting",
        "held",
        {"Friedrich Merz/DE", "Donald Tusk/PL"},
    ),
    # talks.each, in a headline
    (
        "Macron, Sanchez hold talks in Paris",
        "The presidents of the two sides talked about migration.\nFrench President "
        "Emmanuel Macron and Spanish Prime Minister Pedro Sanchez held talks in Paris.",
        "bilateral_meeting",
        "held",
        {"Emmanuel Macron/FR", "Pedro Sanchez/ES"},
    ),
    # receive.host
    (
        "",
        "President of Uzbekistan Shavkat Mirziyoyev received Foreign Minister of Oman Badr Albusaidi in Tashkent.",
        "bilateral_meeting",
        "held",
        {"Shavkat Mirziyoyev/UZ", "Badr Albusaidi/OM"},
    ),
    # received.by
    (
        "",
        "Foreign Minister of Japan Takeshi Iwaya was received by President of Mongolia Ukhnaa Khurelsukh in "
        "Ulaanbaatar.",
        "bilateral_meeting",
        "held",
        {"Takeshi Iwaya/JP", "Ukhnaa Khurelsukh/MN"},
    ),
    # talks.between
    (
        "",
        "Talks between Turkish Foreign Minister Hakan Fidan and Iraqi Foreign Minister Fuad Hussein took place in "
        "Ankara.",
        "bilateral_meeting",
        "held",
        {"Hakan Fidan/TR", "Fuad Hussein/IQ"},
    ),
    # planned
    (
        "",
        "Canadian Prime Minister Mark Carney will meet with Italian Prime Minister Giorgia Meloni in Rome on Thursday.",
        "bilateral_meeting",
        "planned",
        {"Mark Carney/CA", "Giorgia Meloni/IT"},
    ),
    # speak.with
    (
        "",
        "Secretary of State Marco Rubio spoke today with Egyptian Foreign Minister Badr Abdelatty.",
        "phone_call",
        "held",
        {"Marco Rubio/US", "Badr Abdelatty/EG"},
    ),
    # talks.each over the phone
    (
        "",
        "President of Azerbaijan Ilham Aliyev and President of Georgia Mikheil Kavelashvili had a telephone "
        "conversation.",
        "phone_call",
        "held",
        {"Ilham Aliyev/AZ", "Mikheil Kavelashvili/GE"},
    ),
    # call.make
    (
        "",
        "President of Serbia Aleksandar Vucic made a phone call to President of Cyprus Nikos Christodoulides.",
        "phone_call",
        "held",
        {"Aleksandar Vučić/RS", "Nikos Christodoulides/CY"},
    ),
    # video
    (
        "",
        "Prime Minister of Kazakhstan Olzhas Bektenov and Prime Minister of Armenia Nikol Pashinyan held a video "
        "conference.",
        "video_conference",
        "held",
        {"Oljas Bektenov/KZ", "Nikol Pashinyan/AM"},
    ),
    # multilateral: three parties
    (
        "",
        "A trilateral meeting of the Presidents of Kazakhstan, Uzbekistan and Tajikistan was held in Khiva on "
        "September 9.",
        "multilateral_meeting",
        "held",
        {"None/KZ", "None/UZ", "None/TJ"},
    ),
    # chair.each
    (
        "",
        "Norwegian Prime Minister Jonas Gahr Store and Swedish Prime Minister Ulf Kristersson co-chaired the annual "
        "council "
        "session in Oslo.",
        "bilateral_meeting",
        "held",
        {"Jonas Gahr Støre/NO", "Ulf Kristersson/SE"},
    ),
    # write.to
    (
        "",
        "President Kassym-Jomart Tokayev sent a telegram of condolences to President of Chile Gabriel Boric.",
        "correspondence",
        "held",
        {"Kassym-Jomart Tokayev/KZ", "Gabriel Boric/CL"},
    ),
    # congratulate
    (
        "",
        "President of Turkmenistan Serdar Berdimuhamedov congratulated President of Malta Myriam Spiteri Debono on the "
        "national day.",
        "correspondence",
        "held",
        {"Serdar Berdimuhamedov/TM", "Myriam Spiteri Debono/MT"},
    ),
    # sign.each without talks
    (
        "",
        "Foreign Minister of Laos Thongsavanh Phomvihane and Foreign Minister of Belarus Maxim Ryzhenkov signed a "
        "memorandum "
        "on visas in Minsk.",
        "signing",
        "held",
        {"Thongsavanh Phomvihane/LA", "Maxim Ryzhenkov/BY"},
    ),
]


@pytest.mark.parametrize(("title", "text", "type_", "status", "parties"), CASES)
def test_sentence_gives_contact(main: Main, title: str, text: str, type_: str, status: str, parties: set[str]) -> None:
    record = main(text, title or None)
    event = record["event"]
    assert (event["type"], event["status"]) == (type_, status)
    found = {str(p["organization"] or p["country"]): str(p["name"]) for p in record["participants"]}
    expected = {side: name for name, side in (party.rsplit("/", 1) for party in parties)}
    assert found.keys() == expected.keys()
    # the register may spell a name otherwise
    assert all(names.same(names.tokens(found[side]), names.tokens(expected[side])) for side in expected), found


VISITS = [
    (
        "Prime Minister of Bhutan Tshering Tobgay will pay an official visit to Nepal on October 3-5.",
        "planned",
        "official",
        "2025-10-03",
        "2025-10-05",
        "NP",
    ),
    ("President of Ghana John Mahama visited Rwanda last week.", "held", None, None, None, "RW"),
    (
        "The state visit of President of Portugal Marcelo Rebelo de Sousa to Angola has been postponed.",
        "postponed",
        "state",
        None,
        None,
        "AO",
    ),
    (
        "Latvian President Edgars Rinkevics cancelled a trip to Moldova on Friday.",
        "cancelled",
        None,
        "2025-09-19",
        None,
        "MD",
    ),
    (
        "President of Kenya William Ruto arrived in Addis Ababa on September 18 on a working visit.",
        "ongoing",
        "working",
        "2025-09-18",
        None,
        "ET",
    ),
]


@pytest.mark.parametrize(("text", "status", "kind", "first", "last", "country"), VISITS)
def test_visits(
    main: Main, text: str, status: str, kind: str | None, first: str | None, last: str | None, country: str
) -> None:
    event = main(text)["event"]
    assert (event["type"], event["status"], event["visit_kind"]) == ("visit", status, kind)
    if first is not None:
        assert (event["start_date"], event["end_date"]) == (first, last)
    assert event["place"] is not None
    assert event["place"]["country"] == country


def test_visited_state_is_host_delegation(main: Main) -> None:
    record = main("President of Ghana John Mahama visited Rwanda.")
    roles = {p["role_class"]: p["capacity"] for p in record["participants"]}
    assert roles == {"head_of_state": "guest", "delegation": "host"}


def test_invitation_is_outcome_and_proposed_visit(read: Callable[..., list[SummitRecord]]) -> None:
    records = read(
        "President of Finland Alexander Stubb held talks with President of Iceland Halla Tomasdottir in Helsinki. "
        "Stubb invited Tomasdottir to pay a state visit to Finland next year."
    )
    main = next(r for r in records if r["event"]["is_main"])
    assert [o["type"] for o in main["outcomes"]] == ["invitation"]
    visit = next(r for r in records if r["event"]["type"] == "visit")
    assert (visit["event"]["status"], visit["event"]["start_date"], visit["event"]["is_main"]) == (
        "proposed",
        "2026",
        False,
    )


def test_sidelines_and_neutral_ground(main: Main) -> None:
    record = main(
        "President of Kazakhstan Kassym-Jomart Tokayev met with President of Slovenia Natasa Pirc Musar on the "
        "sidelines of the UN General Assembly in New York on Wednesday."
    )
    event = record["event"]
    assert event["place"] is not None
    assert (event["place"]["city"], event["place"]["country"], event["start_date"]) == ("New York", "US", "2025-09-17")
    assert event["parent_event"] is not None
    assert event["parent_event"]["organization"] == "UN"
    assert {p["capacity"] for p in record["participants"]} == {"participant"}


def test_summit_with_chair_members_and_guest(main: Main) -> None:
    record = main(
        "BISHKEK. KAZINFORM – The 12th OTS summit was held in Bishkek on September 16.\nThe meeting was chaired by "
        "President of "
        "Kyrgyzstan Sadyr Japarov. It was attended by President of Azerbaijan Ilham Aliyev, President of Uzbekistan "
        "Shavkat "
        "Mirziyoyev and President of Türkiye Recep Tayyip Erdoğan. Prime Minister of Hungary Viktor Orban took part as "
        "a guest."
    )
    event = record["event"]
    assert (event["type"], event["start_date"]) == ("summit", "2025-09-16")
    capacities = {p["country"]: p["capacity"] for p in record["participants"]}
    assert capacities == {"KG": "chair", "AZ": "participant", "UZ": "participant", "TR": "participant", "HU": "guest"}


def test_several_calls_are_several_records(read: Callable[..., list[SummitRecord]]) -> None:
    records = read(
        "President of Brazil Luiz Inacio Lula da Silva spoke by phone with President of Colombia Gustavo Petro and "
        "President of Mexico Claudia Sheinbaum."
    )
    assert sorted(sorted(str(p["country"]) for p in r["participants"]) for r in records) == [["BR", "CO"], ["BR", "MX"]]


def test_leaders_day(read: Callable[..., list[SummitRecord]]) -> None:
    records = read(
        "On the sidelines of the G20 summit, President of Türkiye Recep Tayyip Erdogan held a series of bilateral "
        "meetings in Johannesburg on Saturday.\nErdogan met with Prime Minister of Japan Shigeru Ishiba.\nThen he "
        "met with Prime Minister of Canada Mark Carney.",
        published_at="2025-11-23",
    )
    main = [r for r in records if r["event"]["is_main"]]
    assert len(main) == 2
    for record in main:
        event = record["event"]
        assert event["place"] is not None
        assert event["parent_event"] is not None
        assert (event["start_date"], event["place"]["city"], event["parent_event"]["organization"]) == (
            "2025-11-22",
            "Johannesburg",
            "G20",
        )


NOTHING = [
    "The government reviewed the draft budget at its weekly meeting, and the minister of finance spoke about revenue.",
    "Barcelona met Real Madrid in the final on Saturday and won 3-1.",
    "Acme Corp said it held talks with Globex about a merger of their operations in Germany.",
    "President of Kazakhstan Kassym-Jomart Tokayev signed a law on water at a meeting with the governor of Atyrau "
    "Region.",
    "The foreign ministry denied that a meeting between the Russian president and the Ukrainian president would take "
    "place.",
    "The United States condemned the launch and imposed sanctions on three companies.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_contact(read: Callable[..., list[SummitRecord]], text: str) -> None:
    assert read(text) == []
