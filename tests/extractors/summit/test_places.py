"""Where a contact took place: the rules of places/whereabouts.py, shared names of buildings, points on the map."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from extractors.article import Article
from extractors.record import SummitRecord
from extractors.summit import SummitReader
from extractors.summit.places.patterns import _tokens, gazetteer

Main = Callable[..., SummitRecord]
Read = Callable[..., list[SummitRecord]]


def place(record: SummitRecord) -> tuple[str | None, str | None]:
    found = record["event"]["place"]
    return (found["city"], found["country"]) if found else (None, None)


def rule(record: SummitRecord) -> str | None:
    return record["event"]["rules"].get("place")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Norwegian Foreign Minister Espen Barth Eide met his Chilean counterpart Alberto van Klaveren in Bled on "
         "Tuesday.", ("Bled", "SI")),
        ("President Alexander Stubb held talks with President Karol Nawrocki in the capital of Portugal on Tuesday.",
         ("Lisbon", "PT")),
        ("President Alexander Stubb held talks with President Karol Nawrocki in the Portuguese capital on Tuesday.",
         ("Lisbon", "PT")),
        ("President Alexander Stubb met President Karol Nawrocki in Tripoli, Lebanon, on Tuesday.", ("Tripoli", "LB")),
        ("In Lisbon, Finland and Poland signed a treaty on Tuesday: President Alexander Stubb met President Karol "
         "Nawrocki in Lisbon, Poland and Finland said.", ("Lisbon", "PT")),
        ("President Alexander Stubb met President Karol Nawrocki on Tuesday, a day after formal talks in Lisbon.",
         (None, None)),
        ("President Alexander Stubb met President Karol Nawrocki on Tuesday and spoke about more aid to Kyiv.",
         (None, None)),
    ],
)
def test_place_in_the_contacts_sentence(main: Main, text: str, where: tuple[str | None, str | None]) -> None:
    assert place(main(text, source="none")) == where


def test_clause_with_where_and_city_as_host(read: Read) -> None:
    found = read(
        "President Alexander Stubb met President Karol Nawrocki in Oslo on Tuesday.\n"
        "The mood was better than in Reykjavik, where in June Stubb met Polish Prime Minister Donald Tusk.\n"
        "In May, Vienna hosted consultations between Slovakia and Hungary on the river.",
        source="none",
    )
    assert {(place(record), rule(record)) for record in found} >= {
        (("Oslo", "NO"), "place.near"),
        (("Reykjavik", "IS"), "place.where"),
        (("Vienna", "AT"), "place.hosted"),
    }


@pytest.mark.parametrize(
    ("title", "where"),
    [
        ("Finnish, Polish presidents meet in Lisbon", ("Lisbon", "PT")),
        ("Finland's Stubb holds talks with Poland's Nawrocki in Lisbon", ("Lisbon", "PT")),
        ("Stubb and Nawrocki discuss strikes in Odesa", (None, None)),
        ("Stubb meets Nawrocki as fighting rages in Odesa", (None, None)),
    ],
)
def test_title_gives_the_city_of_its_own_contact(
    main: Main, title: str, where: tuple[str | None, str | None]
) -> None:
    text = "President Alexander Stubb held talks with President Karol Nawrocki on Tuesday."
    assert place(main(text, title, source="none")) == where


def test_ministers_beside_their_leaders(read: Read) -> None:
    found = read(
        "Chilean President Gabriel Boric held talks with Peruvian President Dina Boluarte in Lisbon on Tuesday.\n"
        "On the sidelines Foreign Minister Alberto van Klaveren of Chile met his Peruvian counterpart Elmer "
        "Schialer.",
        source="none", published_at="2024-10-10",
    )
    ministers = next(r for r in found if any(p["role_class"] == "foreign_minister" for p in r["participants"]))
    assert (place(ministers), rule(ministers)) == (("Lisbon", "PT"), "place.beside")


def test_next_session_is_not_this_one(main: Main) -> None:
    record = main(
        "Presidents Alexander Stubb of Finland, Karol Nawrocki of Poland and Edgars Rinkēvičs of Latvia signed three "
        "documents on Tuesday.\nThe next session will be held in Lithuania on March 11, 2026.",
        "Presidents sign three documents in Tallinn", source="none",
    )
    assert place(record) == ("Tallinn", "EE")
    assert record["event"]["start_date"] == "2025-09-16"


@pytest.mark.parametrize(
    ("text", "source", "where"),
    [
        ("President Sadyr Japarov received Mongolian Foreign Minister Batmunkh Battsetseg at the White House on "
         "Tuesday.", "akipress", ("Bishkek", "KG")),
        ("President Sadyr Japarov met US President Donald Trump at the White House on Tuesday.", "akipress",
         ("Washington", "US")),
        ("President Donald Trump received Mongolian Foreign Minister Batmunkh Battsetseg at the White House on "
         "Tuesday.", "none", ("Washington", "US")),
        ("President Vladimir Putin received Mongolian Foreign Minister Batmunkh Battsetseg in the Kremlin on Tuesday.",
         "none", ("Moscow", "RU")),
        ("President Vladimir Putin received Mongolian Foreign Minister Batmunkh Battsetseg in the Kazan Kremlin on "
         "Tuesday.", "none", ("Kazan", "RU")),
        ("Zambian President Hakainde Hichilema held talks with Finnish President Alexander Stubb at State House on "
         "Tuesday.", "none", ("Lusaka", "ZM")),
    ],
)
def test_buildings_of_one_name(main: Main, text: str, source: str, where: tuple[str, str]) -> None:
    assert place(main(text, source=source)) == where


def test_points_on_the_map(main: Main) -> None:
    def of(text: str) -> dict[str, object]:
        found = main(text, source="none")["event"]["place"]
        assert found is not None
        return {"id": found["geoname_id"], "at": (found["latitude"], found["longitude"])}

    city = of("President Alexander Stubb met President Karol Nawrocki in Moscow on Tuesday.")
    house = of("President Vladimir Putin received President Alexander Stubb in the Kremlin on Tuesday.")
    assert city["id"] == house["id"] == 524901
    assert city["at"] != house["at"]
    country = of("Polish President Karol Nawrocki visited Portugal on Tuesday.")
    assert country == {"id": None, "at": (None, None)}


@pytest.mark.parametrize(
    "name", ["Ottavia Bergamo", "Wulfrida Zaragoza", "Ottavia Santander", "Jackson Reading", "Victoria Mobile"]
)
def test_surname_that_is_a_city_stays_a_name(main: Main, name: str) -> None:
    record = main(f"Foreign Minister {name} of Portugal met President Karol Nawrocki on Tuesday.", source="none")
    assert name in {person["name"] for person in record["participants"]}
    assert place(record) == (None, None)


def test_the_head_of_state_is_that_of_the_articles_home(english: SummitReader) -> None:
    def leader(home: str | None) -> set[str | None]:
        article = Article(
            text="President Kassym-Jomart Tokayev and President Shavkat Mirziyoyev opened a bridge on Monday.\n"
                 "On Tuesday the Head of State received Mongolian Foreign Minister Batmunkh Battsetseg.",
            published_at="2025-09-18", source="some-agency", home=home, id="h-1",
        )
        return {person["country"] for record in english.read(article) for person in record["participants"]} - {"MN"}

    assert leader("UZ") == {"UZ"}
    assert leader("KZ") == {"KZ"}


def test_phrases_are_parted_as_the_tokenizer_parts_them() -> None:
    nlp = spacy.blank("en")
    _, _, exact, lower = gazetteer(nlp, "en")
    for phrase in [*exact, *lower]:
        assert [token.text for token in _tokens(nlp, phrase)] == [token.text for token in nlp.make_doc(phrase)]


@pytest.mark.parametrize(
    ("title", "text", "where"),
    [
        # the city stands in the title alone
        ("Silina fetes Abela on Riga trip", "Latvian Prime Minister Evika Silina hosted Maltese Prime Minister Robert "
                                            "Abela.", ("Riga", "LV")),
        # where something goes on of which they speak
        (
            "Cod and nets",
            "Latvian President Edgars Rinkevics met Maltese President Myriam Spiteri Debono. The meeting was on human "
            "rights in "
            "Belarus and was held on Monday.",
            (None, None),
        ),
        (
            "Cod and nets",
            "Latvian President Edgars Rinkevics spoke after talks with Maltese President Myriam Spiteri Debono on "
            "Monday where he "
            "took aim at Moscow.",
            (None, None),
        ),
        # several cities: none is the place
        ("Cod and nets", "Latvian President Edgars Rinkevics will travel to Turin and Milan on Monday.", (None, "IT")),
        ("Cod and nets", "Latvian President Edgars Rinkevics flies into the Italian port of Genoa on Monday for a "
                         "visit.", ("Genoa", "IT")),
    ],
)
def test_place_in_wire_stories(read: Read, title: str, text: str, where: tuple[str | None, str | None]) -> None:
    assert {place(r) for r in read(text, title) if r["event"]["is_main"]} == {where}
