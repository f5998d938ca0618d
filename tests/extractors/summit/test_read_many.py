"""Many articles: the same records in the same order whatever the batch size and the number of processes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

import pytest

from extractors.article import Article
from extractors.languages import UnsupportedLanguage
from extractors.summit import SummitReader, read_many

FIRST, SECOND = "President of Palau Surangel Whipps", "President of Nauru David Adeang"
TEXTS = (
    f"{FIRST} met with {SECOND} in Ngerulmud on Monday.",
    "The harbour was rebuilt after the storm.",
    f"{FIRST} spoke with {SECOND} by phone on Tuesday. They discussed trade.",
    f"{FIRST} will visit Malta on Friday.",
)
ARTICLES = [
    Article(text=text, id=f"m-{i}", published_at="2025-09-18", title="Islands talk" if i % 2 else None)
    for i, text in enumerate(TEXTS * 5)
]


def dumped(pairs: Iterator[tuple[Article, list[object]]]) -> list[tuple[str, str]]:
    return [(article.key, json.dumps(records)) for article, records in pairs]


@pytest.fixture(scope="module")
def expected(english: SummitReader) -> list[tuple[str, str]]:
    return [(article.key, json.dumps(english.read(article))) for article in ARTICLES]


@pytest.mark.parametrize("options", [{}, {"batch_size": 1}, {"batch_size": 7}, {"batch_size": 1000},
                                     {"processes": 2, "batch_size": 3}, {"processes": 3, "batch_size": 1}])
def test_same_records_in_the_same_order(
    english: SummitReader, expected: list[tuple[str, str]], options: dict[str, int]
) -> None:
    assert sum(records != "[]" for _, records in expected) >= 15
    assert dumped(english.read_many(iter(ARTICLES), **options)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("processes", [1, 2])
def test_endless_articles_are_taken_as_they_are_read(english: SummitReader, processes: int) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            for article in ARTICLES:
                taken += 1
                yield article

    pairs = english.read_many(endless(), batch_size=2, processes=processes)
    assert len(list(islice(pairs, 9))) == 9
    assert taken <= 9 + 2 * 2 * processes + 1


@pytest.mark.parametrize("options", [{"batch_size": 0}, {"processes": 0}])
def test_numbers_below_one_are_refused(english: SummitReader, options: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="1 or more"):
        english.read_many(ARTICLES, **options)


def test_an_unsupported_language_is_named() -> None:
    with pytest.raises(UnsupportedLanguage, match="'xx'"):
        list(read_many([Article(text="x", language="xx")]))


def test_pipeline_alone_reads_text_and_prepared_docs_in_several_processes(english: SummitReader) -> None:
    assert len(english.nlp(TEXTS[0])._.records) == 1
    made = [[doc for article in ARTICLES if (doc := english.prepared(article)) is not None] for _ in range(2)]
    alone = [doc._.records for doc in english.nlp.pipe(made[0])]
    assert any(alone)
    assert [doc._.records for doc in english.nlp.pipe(made[1], n_process=2, batch_size=3)] == alone
