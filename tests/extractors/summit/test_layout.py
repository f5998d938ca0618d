"""Sentences, paragraphs, datelines and headlines."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.article import Article
from extractors.summit import SummitReader
from extractors.summit.headline import evened
from extractors.summit.layout.pipe import paragraphs
from extractors.summit.reader import home_of, written_on
from extractors.summit.reading import Reading

TAIL = "The President met the foreign minister of Malta on Sunday. He spoke of U.S. aid. J. Smith listened."
DATELINES = [
    ("ASTANA. KAZINFORM – ", "Astana", None),
    ("BEIJING, Jan. 29 (Xinhua) -- ", "Beijing", date(2025, 1, 29)),
    ("MOSCOW, January 28. /TASS/. ", "Moscow", date(2025, 1, 28)),
    ("WASHINGTON (Reuters) - ", "Washington", None),
    ("DUSHANBE, 28.01.2025 /NIAT Khovar/. ", "Dushanbe", date(2025, 1, 28)),
    ("Paris, Jan 29 - ", "Paris", date(2025, 1, 29)),
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


def test_home_of_publisher() -> None:
    assert home_of(Article(text="", source="us-state-dept")) == "US"
    assert home_of(Article(text="", source="kazinform_en")) == "KZ"
    assert home_of(Article(text="", url="https://24.kg/english/1/")) == "KG"
    assert home_of(Article(text="", url="https://example.com/")) is None
