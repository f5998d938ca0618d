"""Sentences, paragraphs, datelines and headlines."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.article import Article
from extractors.summit import SummitReader
from extractors.summit.headline import evened
from extractors.summit.layout.pipe import paragraphs
from extractors.summit.reader import written_on
from extractors.summit.reading import Reading

TAIL = "The President met the foreign minister of Malta on Sunday. He spoke of U.S. aid. J. Smith listened."
DATELINES = [
    ("ASTANA. KAZINFORM – ", "Astana", None),
    ("BEIJING, Jan. 29 (Xinhua) -- ", "Beijing", date(2025, 1, 29)),
    ("MOSCOW, January 28. /TASS/. ", "Moscow", date(2025, 1, 28)),
    ("WASHINGTON (Reuters) - ", "Washington", None),
    ("DUSHANBE, 28.01.2025 /NIAT Khovar/. ", "Dushanbe", date(2025, 1, 28)),
    ("Paris, Jan 29 - ", "Paris", date(2025, 1, 29)),
    ("Havana, Jan 29 (Prensa Latina) ", "Havana", date(2025, 1, 29)),
    ("Colombo [Sri Lanka], January 28 (ANI): ", "Colombo", date(2025, 1, 28)),
    ("NAIROBI, Kenya, Tuesday, 28 January 2025 – ", "Nairobi", date(2025, 1, 28)),
    ("YEREVAN, JANUARY 28, ARMENPRESS. ", "Yerevan", date(2025, 1, 28)),
    ("", None, None),
]


def reading(english: SummitReader, text: str) -> Reading:
    doc = english.doc(Article(text=text, published_at="2025-01-30"))
    assert doc is not None
    found: Reading = doc._.reading
    return found


@pytest.mark.parametrize(("head", "city", "day"), DATELINES)
def test_dateline(english: SummitReader, head: str, city: str | None, day: date | None) -> None:
    found = reading(english, head + TAIL)
    assert (found.dateline_city, found.dateline_day) == (city, day)
    assert found.sentences[0].code.startswith("the t met") or "met" in found.sentences[0].code
    assert found.text[found.sentences[0].start :].startswith("The President")


def test_abbreviations_do_not_end_sentences(english: SummitReader) -> None:
    assert len(reading(english, TAIL).sentences) == 3


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The foreign ministers of the two neighbouring countries met\nagain on Friday to go over the plan for a "
        "bridge.\n\n"
        "They will meet once more in a month."
    )
    assert len(paragraphs(text, 0)) == 2


def test_headline_in_capitals_takes_the_case_of_the_text() -> None:
    assert evened("PRESIDENT OF PERU VISITS LIMA PORT", "The president of Peru came to the port of Lima.") == (
        "president of Peru visits Lima port"
    )
    assert evened("Tokayev visits Lima", "Tokayev came.") == "Tokayev visits Lima"


def test_day_of_writing_is_the_publishers() -> None:
    assert written_on("2025-01-30T02:00:00+00:00", "US") == date(2025, 1, 29)
    assert written_on("2025-01-30T02:00:00+05:00", "KZ") == date(2025, 1, 30)
    assert written_on("2025-01-30", None) == date(2025, 1, 30)
    assert written_on("soon", None) is None


SCENES = [
    ("Lima, Peru\n\n3:05 P.M. EST", ("Lima", "PE", date(2025, 1, 30))),
    ("Boston, Massachusetts", ("Boston", "US", None)),
    ("Hamilton, Canada", ("Hamilton", "CA", None)),
    ("Washington, D.C.\n\nTreaty Room", ("Washington", "US", None)),
    ("Oval Office\n\n9:00 A.M. EST", ("Washington", "US", date(2025, 1, 30))),
    # in Tokyo it was six in the morning of the 31st when this was published
    ("Tokyo, Japan\n\n11:30 P.M. JST", ("Tokyo", "JP", date(2025, 1, 30))),
    ("Tokyo, Japan\n\n5:30 A.M. JST", ("Tokyo", "JP", date(2025, 1, 31))),
    ("Suva, Fiji\n\n(January 28, 2025)", ("Suva", "FJ", date(2025, 1, 28))),
    ("Via Teleconference\n\n9:00 A.M. EST", (None, None, date(2025, 1, 30))),
]


@pytest.mark.parametrize(("lines", "expected"), SCENES)
def test_lines_above_a_transcript(
    english: SummitReader, lines: str, expected: tuple[str | None, str | None, date | None]
) -> None:
    doc = english.doc(
        Article(
            text=f"{lines}\n\nPRESIDENT OKORO: Welcome, Mr. Prime Minister. We met last in spring.",
            title="Remarks by President Okoro and Prime Minister Silva",
            published_at="2025-01-30T21:00:00+00:00",
            source="us-test",
        )
    )
    assert doc is not None
    scene = doc._.reading.scene
    assert scene is not None
    assert (scene.city, scene.country, scene.day) == expected


@pytest.mark.parametrize(
    "tail",
    [
        " (Lima, January 28, 2025)",
        " (January 28, 2025, Lima)",
        " (Lima, 28 January 2025)...",
        ", Lima, January 28, 2025",
        ", Lima, Peru, January 28, 2025",
    ],
)
def test_place_and_day_that_end_a_heading(english: SummitReader, tail: str) -> None:
    scene = reading(english, f"Opening remarks by President Okoro at a meeting with Prime Minister Silva{tail}").scene
    assert scene is not None
    assert (scene.city, scene.country, scene.day) == ("Lima", "PE", date(2025, 1, 28))


def test_a_story_has_no_scene(english: SummitReader) -> None:
    assert reading(english, TAIL).scene is None
