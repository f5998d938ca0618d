"""The mechanical parts of the speed benchmark, on a handful of made-up articles."""

from __future__ import annotations

import pytest

from benchmarks.speed import runs
from extractors.article import Article
from extractors.summit import SummitReader, reader

TALKS = "President Vladimir Putin received Kazakh President Kassym-Jomart Tokayev in Moscow on Thursday."
ARTICLES = [Article(text=TALKS if i % 2 else "Wheat prices rose.", id=f"t-{i}", published_at="2024-07-05")
            for i in range(6)]


@pytest.fixture(scope="module")
def english() -> SummitReader:
    return reader("en")


def test_a_pass_times_every_article_and_keeps_its_records(english: SummitReader) -> None:
    found = runs.timed_pass(english, ARTICLES)
    assert list(found.seconds) == list(found.tokenizer) == [article.key for article in ARTICLES]
    assert [bool(found.records[article.key]) for article in ARTICLES] == [False, True] * 3
    assert (found.raised, found.broken) == ({}, {})


def test_an_article_that_breaks_the_reader_is_named_and_the_rest_are_read(
    english: SummitReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = english.read

    def breaks(article: Article) -> list[object]:
        if article.key == "t-3":
            raise RuntimeError("no")
        return [{"schema_version": "0"}] if article.key == "t-1" else list(whole(article))

    monkeypatch.setattr(english, "read", breaks)
    monkeypatch.setattr(runs, "WARM_UP", 0)
    found = runs.timed_pass(english, ARTICLES)
    assert found.raised == {"t-3": "RuntimeError: no"}
    assert list(found.broken) == ["t-1"]
    assert found.records["t-5"]


def test_pipes_are_timed_and_left_as_they_were(english: SummitReader) -> None:
    before = [type(pipe).__call__ for _, pipe in english.nlp.pipeline]
    parts = runs.by_pipe(english, ARTICLES)
    assert list(parts) == ["gate", "tokenizer", *english.nlp.pipe_names, "rest"]
    assert all(seconds > 0 for name, seconds in parts.items() if name != "rest")
    assert [type(pipe).__call__ for _, pipe in english.nlp.pipeline] == before


def test_growth_of_a_part_is_about_one_where_it_is_linear(english: SummitReader) -> None:
    growth = runs.growth_by_part(english, "x " * (runs.LENGTHS[-1] // 2))
    # a part that went with the square of the length would show 20; other processes disturb the clock
    assert 0.2 < growth["tokenizer"] < 6


def test_one_in_ten_is_one_in_ten_in_the_same_order_each_time() -> None:
    relevant = [Article(text="r", id=f"r{i}") for i in range(50)]
    irrelevant = [Article(text="i", id=f"i{i}") for i in range(95)]
    drawn = runs.one_in_ten(relevant, irrelevant)
    assert len(drawn) == 100
    assert sum(article.text == "r" for article in drawn) == 10
    assert len({article.key for article in drawn}) == 100
    assert drawn == runs.one_in_ten(relevant, irrelevant)


def test_variations_tell_records_that_differ(english: SummitReader) -> None:
    expected = {article.key: list(english.read(article)) for article in ARTICLES}
    assert {row[1] for row in runs.variations(english, ARTICLES, expected)} <= {"yes", "not offered by `read_many`"}
    expected["t-1"] = []
    assert "no: 1 articles, t-1" in {row[1] for row in runs.variations(english, ARTICLES, expected)}


def test_the_command_line_in_another_process_prints_the_same_records(english: SummitReader) -> None:
    child = runs.command_line(runs.article_lines(ARTICLES))
    assert child.out.decode() == runs.dumped(record for article in ARTICLES for record in english.read(article))
    assert 30 < child.mebibytes < 2_000
