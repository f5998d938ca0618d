"""Who is named, in which office, of whom."""

from __future__ import annotations

import pytest

from extractors.article import Article
from extractors.summit import SummitReader
from extractors.summit.reading import Entity


def entities(
    english: SummitReader, text: str, published_at: str = "2025-09-18", source: str = "kazinform"
) -> list[Entity]:
    doc = english.doc(Article(text=text + " They met for talks.", published_at=published_at, source=source))
    assert doc is not None
    found: list[Entity] = doc._.reading.entities
    return found


INTRODUCED = [
    ("Kazakh Foreign Minister Yermek Kosherbayev spoke.", "Yermek Kosherbayev", "foreign_minister", "KZ", None),
    ("Minister of Foreign Affairs of Iran Abbas Araghchi spoke.", "Abbas Araghchi", "foreign_minister", "IR", None),
    ("Wopke Hoekstra, the EU commissioner, spoke.", "Wopke Hoekstra", "io_official", None, "EU"),
    (
        "Lars Lokke Rasmussen, Denmark's foreign minister, spoke.",
        "Lars Lokke Rasmussen",
        "foreign_minister",
        "DK",
        None,
    ),
    ("The Secretary General of NATO, Mark Rutte, spoke.", "Mark Rutte", "io_head", None, "NATO"),
    (
        "Secretary-General of the Shanghai Cooperation Organization Nurlan Yermekbayev spoke.",
        "Nurlan Yermekbayev",
        "io_head",
        None,
        "SCO",
    ),
    ("Prime Minister Lawrence Wong of Singapore spoke.", "Lawrence Wong", "head_of_government", "SG", None),
    ("Deputy Foreign Minister of Belarus Sergei Lukashevich spoke.", "Sergei Lukashevich", "other", "BY", None),
    ("Peruvian Minister of Energy and Mines Jorge Montero spoke.", "Jorge Montero", "minister", "PE", None),
    ("Former Italian Prime Minister Mario Draghi spoke.", "Mario Draghi", "other", "IT", None),
    ("European Commission President Ursula von der Leyen spoke.", "Ursula von der Leyen", "io_head", None, "EU"),
    ("U.S. National Security Advisor Waldo Pepper spoke.", "Waldo Pepper", "security_official", "US", None),
    ("Vice President of China Han Zheng spoke.", "Han Zheng", "deputy_head", "CN", None),
    (
        "Kyrgyz parliament speaker Nurlanbek Turgunbek uulu spoke.",
        "Nurlanbek Turgunbek uulu",
        "speaker_of_parliament",
        "KG",
        None,
    ),
]


@pytest.mark.parametrize(("text", "name", "role", "country", "organization"), INTRODUCED)
def test_introduced(
    english: SummitReader, text: str, name: str, role: str, country: str | None, organization: str | None
) -> None:
    person = entities(english, text)[0]
    assert person.name is not None
    assert name.startswith(person.name.split(" uulu")[0])
    assert (person.role, person.country, person.organization) == (role, country, organization)


@pytest.mark.parametrize(("day", "role"), [("2011-05-01", "head_of_government"), ("2014-05-01", "head_of_state")])
def test_office_is_that_of_the_day(english: SummitReader, day: str, role: str) -> None:
    assert entities(english, "Vladimir Putin spoke.", day)[0].role == role


def test_surname_and_office_mean_the_person_named_before(english: SummitReader) -> None:
    found = entities(
        english,
        "Hungarian Foreign Minister Peter Szijjarto came. Szijjarto spoke first. The Hungarian foreign minister left.",
    )
    assert [entity.name for entity in found] == ["Peter Szijjarto"]
    assert len(found[0].mentions) == 3


def test_counterpart_holds_the_same_office(english: SummitReader) -> None:
    found = entities(english, "Polish Foreign Minister Radoslaw Sikorski saw his Lithuanian counterpart Xaver Nemo.")
    assert {(e.name, e.country) for e in found} == {("Radoslaw Sikorski", "PL"), ("Xaver Nemo", "LT")}


def test_two_of_one_surname_are_told_apart_by_country(english: SummitReader) -> None:
    found = entities(
        english,
        "Prime Minister of Dominica Ann Charles and Foreign Minister of Belize Bob Charles came. Charles "
        "of Belize spoke.",
    )
    assert {(e.name, e.country) for e in found if e.name} == {("Ann Charles", "DM"), ("Bob Charles", "BZ")}


def test_names_that_are_places(english: SummitReader) -> None:
    found = entities(english, "Under Secretary of State Victoria Plum and French Foreign Minister Jordan Blanc came.")
    assert [e.name for e in found if e.name] == ["Victoria Plum", "Jordan Blanc"]


def test_list_under_one_title(english: SummitReader) -> None:
    found = entities(english, "Presidents Javier Milei of Argentina and Santiago Pena of Paraguay came.")
    assert {(e.name, e.country, e.role) for e in found} == {
        ("Javier Milei", "AR", "head_of_state"),
        ("Santiago Pena", "PY", "head_of_state"),
    }


@pytest.mark.parametrize(
    ("text", "name", "role", "side"),
    [
        (
            "Egypt's Minister of Foreign Affairs, Emigration and Egyptian Expatriates Nabil Oak spoke over the phone.",
            "Nabil Oak",
            "foreign_minister",
            "EG",
        ),
        (
            "Jan Oak, Minister of Foreign Affairs, Trade and Tunisians Abroad of the Republic of Tunisia met us.",
            "Jan Oak",
            "foreign_minister",
            "TN",
        ),
        ("The leader of Lebanese movement Cedar, Nabil Oak, came.", "Nabil Oak", "other", "LB"),
        ("Estonian Foreign Ministry Secretary General Jaan Oak came.", "Jaan Oak", "other", "EE"),
        ("President of the Commission of ECOWAS Jan Oak came.", "Jan Oak", "io_head", "ECOWAS"),
        ("Jan Oak, Secretary of the Armenian Security Council, came.", "Jan Oak", "other", "AM"),
        ("President Oak of the State of Israel came.", "Oak", "head_of_state", "IL"),
        ("Chief of the General Staff of the Israel Defense Forces Jan Oak came.", "Jan Oak", "other", "IL"),
    ],
)
def test_long_titles(english: SummitReader, text: str, name: str, role: str, side: str | None) -> None:
    person = next(e for e in entities(english, text) if e.name)
    assert (person.name, person.role, person.side) == (name, role, side)
