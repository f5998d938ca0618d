"""Every kept page is read again, and gives the article that is kept beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from communique import sources
from communique.acquire.client import Fetcher
from communique.settings import Settings
from communique.sources import Source
from communique.sources.fixture import FOLDER, Fixture, NoArticle, capture, fixtures

from tests.communique.press import Press, printing

PROJECT = Path(__file__).parents[3]
KEPT = list(fixtures(PROJECT / FOLDER))


@pytest.mark.parametrize("kept", KEPT, ids=[f"{one.source_key}/{one.path.stem}" for one in KEPT])
def test_a_kept_page_gives_the_article_that_is_expected_of_it(kept: Fixture) -> None:
    source = sources.load(PROJECT / "sources", environment={}).get(kept.source_key)
    assert kept.read_again(source) == kept.expected


def test_there_are_kept_pages() -> None:
    assert KEPT


@pytest.fixture
def press() -> Iterator[Press]:
    with printing() as made:
        yield made


def test_a_page_is_kept_with_its_article_and_a_changed_one_is_noticed(press: Press, tmp_path: Path) -> None:
    feed = {"url": f"{press.url}/rss", "format": "rss", "language": "en"}
    source = Source.model_validate(press.source(feed, page={"body": ".content"}))
    url = press.article(7)
    with Fetcher(Settings()) as fetcher:
        path = capture(source, url, fetcher, tmp_path)
        first = (path.read_bytes(), path.with_suffix(".html.gz").read_bytes())
        assert capture(source, url, fetcher, tmp_path) == path
        assert path.with_suffix(".html.gz").read_bytes() == first[1], "an unchanged page is the same file"
        (kept,) = fixtures(tmp_path)
        assert kept.read_again(source) == kept.expected
        assert kept.expected["text_rule"] == "publisher"
        assert len(kept.expected["text"]) == 5
        told = json.loads(path.read_text(encoding="utf-8"))
        assert (told["url"], told["charset"]) == (url, "utf-8")
        without = source.model_copy(update={"page": source.page.model_copy(update={"body": None, "remove": ("p",)})})
        assert kept.read_again(without) != kept.expected
        with pytest.raises(NoArticle, match="nothing is kept"):
            capture(source, press.put("/empty", "<html><body></body></html>"), fetcher, tmp_path)
