"""Whose country an article's publisher belongs to: what the registry says, else what key and address tell."""

from __future__ import annotations

import pytest

from extractors.article import Article
from extractors.lexicon import world
from extractors.lexicon.tables import rows
from extractors.summit.home import home_of, publishers


@pytest.mark.parametrize(
    ("source", "url", "home"),
    [
        ("us-state-dept", None, "US"),
        ("mofa-japan", None, "JP"),
        ("qna", None, "QA"),
        ("kazinform_en", None, "KZ"),
        ("uk_prime_minister_en", None, "GB"),
        (None, "https://24.kg/english/1/", "KG"),
        (None, "https://www.state.gov/readout/", "US"),
        (None, "https://example.com/", None),
        (None, "https://[broken/", None),
        ("president_en", "https://president.az/en", None),
        ("reuters", None, None),
        ("", None, None),
    ],
)
def test_guess(source: str | None, url: str | None, home: str | None) -> None:
    assert home_of(Article(text="", source=source, url=url)) == home


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Doha, May 14 (QNA) - The Amir left.", "QA"),
        ("MOSCOW, May 14. /TASS/. The minister left.", "RU"),
        ("Riyadh, May 14, 2024, SPA -- The minister left.", "SA"),
        ("TOKYO (Reuters) - The minister left.", None),
        ("TEHRAN, Iran -- The minister left.", None),
    ],
)
def test_agency_that_signs(text: str, home: str | None) -> None:
    assert home_of(Article(text=text, source="newswire")) == home


def test_what_the_article_says_comes_first() -> None:
    assert home_of(Article(text="", source="kazinform_en", home="UZ")) == "UZ"
    assert home_of(Article(text="", source="kazinform_en", url="https://inform.kz", home="EU")) is None


def test_home_survives_json() -> None:
    article = Article(text="A text.", home="UZ")
    assert Article.from_json(article.to_json()).home == "UZ"
    assert Article.from_json({"text": "A text."}).home is None


def test_table_holds_countries() -> None:
    for row in rows("publishers"):
        assert row["source"]
        assert row["key"] == row["key"].lower()
        assert row["country"] in {"", *world.countries()}
    assert len(publishers()) == len(rows("publishers"))
