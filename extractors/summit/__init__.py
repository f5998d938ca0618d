"""Reads summit records out of articles: a spaCy pipeline, one folder a pipe.

from extractors.article import Article
from extractors.summit import reader
records = reader("en").read(Article(text=..., title=..., published_at="2024-07-06"))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from extractors.article import Article
from extractors.languages import LANGUAGES, UnsupportedLanguage
from extractors.record import SummitRecord
from extractors.summit.reader import EXTRACTOR_VERSION, SummitReader

__all__ = ["EXTRACTOR_VERSION", "SummitReader", "UnsupportedLanguage", "read_many", "reader"]


@cache
def reader(language: str = "en") -> SummitReader:
    """The reader of a language, made once.

    Raises UnsupportedLanguage for a language that is not read yet.
    """
    if language not in LANGUAGES:
        raise UnsupportedLanguage(language)
    return SummitReader(language)


def read_many(articles: Iterable[Article]) -> Iterator[tuple[Article, list[SummitRecord]]]:
    """Each article with its records, in order; raises UnsupportedLanguage as `reader` does."""
    for article in articles:
        yield article, reader(article.language).read(article)
