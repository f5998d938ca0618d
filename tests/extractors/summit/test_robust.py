"""Any string gives records or none, and the same ones every time; never an exception."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.article import Article
from extractors.languages import UnsupportedLanguage
from extractors.record import problems
from extractors.summit import SummitReader, reader

WORDS = [
    "President",
    "Prime Minister",
    "foreign ministers",
    "Tokayev",
    "Putin",
    "of",
    "Kazakhstan",
    "Kazakh",
    "met",
    "with",
    "held",
    "talks",
    "and",
    ",",
    ".",
    "\n",
    "\n\n",
    '"',
    "“",
    "”",
    "said",
    "he",
    "they",
    "in",
    "Astana",
    "on",
    "Monday",
    "July 4",
    "the",
    "SCO summit",
    "will",
    "visit",
    "cancelled",
    "30 billion dollars",
    "phone",
    "'s",
    "-",
    "U.S.",
    "#",
    "T",
    "(",
    ")",
    "sidelines",
    "31.02.2025",
    "UN",
    "signed",
    "agreement",
    "of the",
    "former",
    "deputy",
    ":",
    "\u200b",
    "\ud800",
]
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=TEXTS,
    title=st.one_of(st.none(), TEXTS),
    published_at=st.sampled_from([None, "2025-09-18", "9999-12-31", "0001-01-01", "soon", "2025-09-18T23:00:00Z"]),
)
def test_any_string(text: str, title: str | None, published_at: str | None) -> None:
    article = Article(text=text, title=title, published_at=published_at)
    records = reader("en").read(article)
    for record in records:
        assert problems(record) == []
        spans = [
            span
            for part in ("participants", "topics", "outcomes", "figures", "statements")
            for item in record[part]
            for span in item["evidence"]
        ]  # type: ignore[literal-required]
        assert all(0 <= start < end <= len(text) for start, end in spans)
    assert reader("en").read(article) == records


@pytest.mark.parametrize(
    "text",
    [
        "President met " * 8000,
        "a" * 1_000_000,
        '"' * 20_000,
        "President of Kazakhstan and " * 5000,
        "Tokayev, Putin, " * 5000,
        "the meeting of the council of the heads of state of " * 3000,
        ("Kazakh President Kassym-Jomart Tokayev met with Chinese President Xi Jinping. " * 20 + "\n") * 100,
    ],
    ids=["trigger", "one-word", "marks", "titles", "names", "heads", "long"],
)
def test_long_and_strange_texts_take_linear_time(english: SummitReader, text: str) -> None:
    started = time.monotonic()
    english.read(Article(text=text, published_at="2025-09-18"))
    assert time.monotonic() - started < 20


def test_unsupported_language() -> None:
    with pytest.raises(UnsupportedLanguage, match="'ru'"):
        reader("ru")


def test_each_pipe_works_alone(english: SummitReader) -> None:
    import spacy

    nlp = spacy.blank("en")
    for name in ("dates", "layout", "places", "people"):
        nlp.add_pipe(f"communique_{name}")
    doc = nlp("President of Palau Surangel Whipps spoke on Monday.")
    assert [entity.name for entity in doc._.reading.entities] == ["Surangel Whipps"]
