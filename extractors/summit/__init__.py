"""Reads summit records out of articles: a spaCy pipeline, one folder a pipe.

from extractors.article import Article
from extractors.summit import reader
records = reader("en").read(Article(text=..., title=..., published_at="2024-07-06"))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from extractors.article import Article
from extractors.languages import LANGUAGES, UnsupportedLanguage
from extractors.record import SummitRecord
from extractors.summit.reader import BATCH, EXTRACTOR_VERSION, SummitReader, version

__all__ = ["EXTRACTOR_VERSION", "SummitReader", "UnsupportedLanguage", "read_many", "reader", "version"]


def reader(language: str = "en", model: str = "") -> SummitReader:
    """The reader of a language, made once; `model` as of SummitReader.

    Raises UnsupportedLanguage for a language that is not read yet.
    """
    if language not in LANGUAGES:
        raise UnsupportedLanguage(language)
    return _made(language, model)


@cache
def _made(language: str, model: str) -> SummitReader:
    return SummitReader(language, model)


def read_many(
    articles: Iterable[Article], *, batch_size: int = BATCH, processes: int = 1
) -> Iterator[tuple[Article, list[SummitRecord]]]:
    """Each article with its records, in order, each by the reader of its language; see `SummitReader.read_many`.

    Raises UnsupportedLanguage as `reader` does.
    """
    for language, run in groupby(articles, key=lambda article: article.language):
        yield from reader(language).read_many(run, batch_size=batch_size, processes=processes)
