"""Who is named, in which office, of whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.article import Article
from extractors.record import SummitRecord
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
        "General Secretary of the Communist Party of Vietnam Central Committee and President To Lam spoke.",
        "To Lam",
        "head_of_state",
        "VN",
        None,
    ),
    (
        "Waldo Pepper, general secretary of the ruling party and president of Laos, spoke.",
        "Waldo Pepper",
        "head_of_state",
        "LA",
        None,
    ),
    ("Business and Trade Secretary of Kenya Waldo Pepper spoke.", "Waldo Pepper", "minister", "KE", None),
    ("The High Commissioner of Ghana Waldo Pepper spoke.", "Waldo Pepper", "ambassador", "GH", None),
    ("Foreign Minister of Oman Amir Pepper Salt spoke.", "Amir Pepper Salt", "foreign_minister", "OM", None),
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


AT_HOME = [
    ("with His Majesty King Letsie III of Lesotho", "Letsie III", "head_of_state", "LS"),
    ("with Acting Malian Prime Minister Abdoul Oak", "Abdoul Oak", "head_of_government", "ML"),
    ("with Polish MFA Secretary General Anna Oak", "Anna Oak", "other", "PL"),
    ("with Latvian Ministry of Foreign Affairs Political Director Ilze Oak", "Ilze Oak", "other", "LV"),
    ("with the People’s Republic of China (PRC) Special Representative Liu Oak", "Liu Oak", "other", "CN"),
    ("with Organization for Economic Cooperation and Development Secretary-General Oak", "Oak", "io_head", "OECD"),
    ("with European External Action Service Secretary General Piero Oak", "Piero Oak", "io_official", "EU"),
    ("with Kenyan Cabinet Secretary for Foreign Affairs Ann Oak", "Ann Oak", "foreign_minister", "KE"),
    ("with Mexican Foreign Secretary Ann Oak", "Ann Oak", "foreign_minister", "MX"),
    ("with Bo Oak, Foreign and Security Advisor to the Danish Prime Minister", "Bo Oak", "security_official", "DK"),
    ("with Eva Oak, State Secretary for Foreign Affairs to the Prime Minister of Finland", "Eva Oak", "other", "FI"),
    ("with Major General Tomas Oak, Chief of the General Staff of the Czech Armed Forces", "Tomas Oak", "other", "CZ"),
    ("with Lebanese Armed Forces (LAF) Commander Joseph Oak", "Joseph Oak", "other", "LB"),
    ("with the Secretary General of Japan’s National Security Secretariat, Kenji Oak", "Kenji Oak", "other", "JP"),
    ("with Norwegian Prime Minister-Designate Kari Oak", "Kari Oak", "other", "NO"),
    ("with Ana Oak, Head of the Department of the Presidential Administration of Peru", "Ana Oak", "other", "PE"),
    ("with Special Representative for the DPRK Sung Kim", "Sung Kim", "other", "US"),
    ("with Special Envoy for Rivers, Ambassador Deb Oak", "Deb Oak", "other", "US"),
    ("with Deputy National Security Advisor for Emerging Technologies Ann Oak", "Ann Oak", "security_official", "US"),
    ("with Secretary of Defense Lloyd J. Austin III", "Lloyd J. Austin III", "minister", "US"),
]


@pytest.mark.parametrize(("text", "name", "role", "side"), AT_HOME)
def test_titles_on_a_governments_own_page(
    english: SummitReader, text: str, name: str, role: str, side: str | None
) -> None:
    found = entities(english, f"Secretary of State Nora Reed spoke today {text}.", "2024-05-15", "us-state-dept")
    person = next(e for e in found if e.name not in (None, "Nora Reed"))
    assert (person.name, person.role, person.side) == (name, role, side)


def test_president_and_prime_minister_are_two_people(english: SummitReader) -> None:
    found = entities(english, "The talks between the President and Prime Minister Sanna Oak were short.")
    assert [e.role for e in found if e.name] == ["head_of_government"]


def test_officials_met_with_a_minister_are_of_his_state(english: SummitReader) -> None:
    found = entities(
        english,
        "Deputy National Security Advisor Dale Shaw met with Peruvian Trade Minister Luis Oak and Principal Secretary "
        "Ana Elm.",
        "2024-05-15",
        "us-white-house",
    )
    assert {e.name: e.country for e in found if e.name} == {"Dale Shaw": "US", "Luis Oak": "PE", "Ana Elm": "PE"}


@pytest.mark.parametrize("short", ["President Joe Oak", "Joe Oak"])
def test_short_form_of_a_given_name(english: SummitReader, short: str) -> None:
    found = entities(english, f"President Joseph R. Oak of Liberia left. {short} came back.")
    assert [e.name for e in found if e.name] == ["Joseph R. Oak"]


def test_a_title_behind_a_comma_may_be_the_next_persons(read: Callable[..., list[SummitRecord]]) -> None:
    record = read(
        "Minister of Defence Aino Salo, Fijian Minister of Foreign Affairs Dr. Jone Tora and Fijian Prime Minister "
        "Sitiveni Rabuka met in Helsinki on Monday.",
        source="fi-valtioneuvosto",
    )[0]
    assert {(p["name"], p["country"]) for p in record["participants"]} == {
        ("Aino Salo", "FI"),
        ("Jone Tora", "FJ"),
        ("Sitiveni Rabuka", "FJ"),
    }


@pytest.mark.parametrize(
    "envoy", ["Chadian President Mahamat Déby's special envoy", "the Chadian President’s Special Envoy", "Déby's envoy"]
)
def test_an_envoy_serves_the_state_of_whom_he_serves(read: Callable[..., list[SummitRecord]], envoy: str) -> None:
    record = read(
        f"President of Latvia Edgars Rinkēvičs met with {envoy} Ousmane Tirgo in Riga. Chad's President Mahamat Déby "
        "wrote.",
        source="ru-mfa",
    )[0]
    assert {(p["name"], p["country"]) for p in record["participants"]} == {
        ("Edgars Rinkēvičs", "LV"),
        ("Ousmane Tirgo", "TD"),
    }


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("The President met adviser H.R. Pickle and others.", "H.R. Pickle", None),
        ("Deputy Secretary of State for Quarries and Resources Brian P. Marlowe left.", "Brian P. Marlowe", "US"),
        ("Assistant Secretary Monica P. Medina left.", "Monica P. Medina", "US"),
        ("Dora Quill, a leading lawmaker in the European Parliament, spoke.", "Dora Quill", "EU"),
        ("French Finance Minister Bruno Le Maire and his German counterpart, Christian Lindner, left.", "Christian "
                                                                                                        "Lindner",
                                                                                                        "DE"),
        ("Bundesbank President Otto Kranich left.", "Otto Kranich", "DE"),
        (
            "The Secretary General of the Organization for Economic Development and Cooperation (OECD) Emil Rast left.",
            "Emil Rast",
            "OECD",
        ),
        ("Fijian Defense Minister Jonathan “Jojo” Tora left.", "Jonathan “Jojo” Tora", "FJ"),
        (
            "The Secretary wrote to Afghan High Council for National Reconciliation Chair Omar Fazli.",
            "Omar Fazli",
            "AF",
        ),
    ],
)
def test_names_and_titles_of_wire_stories(english: SummitReader, text: str, name: str, side: str | None) -> None:
    found = entities(english, text, source="us-state-dept")
    assert (name, side) in [(entity.name, entity.side) for entity in found]


def test_a_surname_is_that_of_whom_the_text_has_named(english: SummitReader) -> None:
    text = (
        "The wife of Taiwanese rights activist Lee Ming-che left. Lee, a teacher, taught in Taiwan. "
        "Taiwan's President spoke."
    )
    assert "Lee" not in {entity.name for entity in entities(english, text, published_at="2017-09-10")}


def test_an_office_to_come_says_nothing_of_now(english: SummitReader) -> None:
    text = (
        "BERLIN, May 15 - Defence Minister Ursula von der Leyen spoke by phone with Canadian Defence Minister "
        "Peter MacKay."
    )
    found = entities(english, text, published_at="2014-05-15", source="reuters-x")
    assert "EU" not in {entity.side for entity in found}


def test_lawmakers_are_not_their_namesakes(english: SummitReader) -> None:
    found = entities(english, "The meeting, which also included Rep. Gallagher, took place in the Vatican.",
        published_at="2021-06-24")
    assert {entity.side for entity in found if entity.name} <= {"US"}


def test_a_catchword_is_no_person(english: SummitReader) -> None:
    text = "EU chief Brexit negotiator Guy Verhofstadt spoke. The Brexit plan stood."
    assert "Brexit" not in {entity.name for entity in entities(english, text, published_at="2017-01-18")}


def test_president_of_today_and_not_of_old(read: Callable[..., list[SummitRecord]]) -> None:
    records = read(
        "Edgars Rinkevics met the Maltese prime minister in Riga on Monday, an aide of the Latvian president said. In "
        "the 1930s an "
        "envoy of Latvian President Alberts Kviesis bought ships.",
        "Prime Minister Abela in Riga",
        published_at="2025-09-18",
    )
    assert {p["name"] for record in records for p in record["participants"]} & {"Alberts Kviesis"} == set()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway will send ships to Malta, Defence Minister Jens Olafson said after talks with Maltese Defence "
         "Minister Ian Borg.", "NO"),
        ("Brexit minister Jens Olafson held talks with Maltese Foreign Minister Ian Borg.", "GB"),
    ],
)
def test_state_of_a_minister_named_without_it(read: Callable[..., list[SummitRecord]], text: str, country: str) -> None:
    found = read(f"BRUSSELS (Reuters) - {text}", "Ships", source="reuters")
    assert country in {p["country"] for r in found for p in r["participants"] if p["name"] == "Jens Olafson"}


@pytest.mark.parametrize(
    "text",
    [
        # whose office it is tells the first of the list, after the name or before it
        "It was hosted by Waldo Pepper, President of Latvia, Ana Reis, Prime Minister of Peru, and Juma Otieno, "
        "Foreign Minister of Kenya.",
        "It was hosted by the President of Latvia, Waldo Pepper, the Prime Minister of Peru, Ana Reis, and the Foreign "
        "Minister of Kenya, Juma Otieno.",
    ],
)
def test_offices_in_a_list_stand_on_one_side_of_the_names(english: SummitReader, text: str) -> None:
    assert [(e.name, e.role, e.country) for e in entities(english, text)] == [
        ("Waldo Pepper", "head_of_state", "LV"),
        ("Ana Reis", "head_of_government", "PE"),
        ("Juma Otieno", "foreign_minister", "KE"),
    ]
