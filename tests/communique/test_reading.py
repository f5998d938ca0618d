"""What the registry of sources adds to an article."""

from __future__ import annotations

from pathlib import Path

from communique import sources
from communique.reading import at_home

from extractors.article import Article
from extractors.summit.home import home_of

KNOWN = sources.load(Path(__file__).parents[2] / "sources")


def test_articles_home_is_its_sources_country() -> None:
    assert at_home(Article(text="", source="uk_prime_minister_en"), KNOWN).home == "GB"
    assert at_home(Article(text="", source="un_news_en"), KNOWN).home == "UN"


def test_source_that_is_no_longer_declared_is_guessed() -> None:
    article = at_home(Article(text="", source="kazinform_of_old"), KNOWN)
    assert article.home is None
    assert home_of(article) == "KZ"


def test_every_guess_agrees_with_the_registry() -> None:
    for key, source in KNOWN.items():
        guess = home_of(Article(text="", source=key))
        assert guess in (None, source.country), key
