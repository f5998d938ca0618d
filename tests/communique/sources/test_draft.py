"""`source new` drafts a file from a feed, a front page, or a page that lists news."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import yaml
from communique.acquire.client import Fetcher
from communique.settings import Settings
from communique.sources import Source
from communique.sources.draft import Draft, NothingToDraft, draft

from tests.communique.press import NOW, Press, printing

EVENTS = [f"President receives envoy number {n} in the capital" for n in range(8)]


@pytest.fixture
def press() -> Iterator[Press]:
    with printing() as made:
        for number in range(8):
            made.article(number, hours=number * 3 + 1)
        yield made


def drafted(press: Press, path: str) -> tuple[Source, Draft]:
    with Fetcher(Settings()) as fetcher:
        found = draft(press.url + path, fetcher, key="drafted", allow_private=[press.host], delay_seconds=0)
    return Source.model_validate(yaml.safe_load(found.text)), found


def test_a_feed_is_drafted_with_its_news_sitemap(press: Press) -> None:
    press.rss("/rss", *((number, number * 3 + 1) for number in range(8)))
    press.put("/", "<html><head><title>Front &amp; Page: \"news\"</title></head><body></body></html>")
    press.put("/news-sitemap.xml", f"<urlset><url><loc>{press.url}/news/0</loc><lastmod>{NOW.isoformat()}</lastmod>"
                                   "</url></urlset>", "text/xml")
    source, found = drafted(press, "/rss")
    assert [(feed.url, feed.format, feed.fills_gaps) for feed in source.feeds] == [
        (f"{press.url}/rss", "rss", False), (f"{press.url}/news-sitemap.xml", "sitemap", True)]
    assert source.name == 'Front & Page: "news"'
    assert source.poll_seconds == 3600
    assert source.page.body == "div.content"
    assert any("does not tell the country" in note for note in found.notes)


def test_a_page_that_lists_news_is_drafted_with_selectors(press: Press) -> None:
    cards = "".join(
        f"<div class='event card'><span class='day'>{NOW - timedelta(hours=n * 3):%d.%m.%Y}</span>"
        f"<h3><a href='/news/{n}'>{title}</a></h3></div>" for n, title in enumerate(EVENTS))
    press.put("/en/events", f"<html><body><nav><a href='/a'>A link of the menu, quite long</a></nav>{cards}</body>")
    source, found = drafted(press, "/en/events")
    feed = source.feeds[0]
    assert feed.format == "html"
    assert feed.listing is not None
    assert (feed.listing.items, feed.listing.date) in {("div.event", "span.day"), ("div.card", "span.day")}
    assert any("guessed selectors" in note for note in found.notes)


def test_a_page_that_names_nothing_is_said_with_what_was_tried(press: Press) -> None:
    press.put("/", "<html><body><p>Welcome.</p></body></html>")
    with pytest.raises(NothingToDraft, match=r"no feed, and no page.*/rss\.xml"):
        drafted(press, "/")


def test_the_feed_that_is_found_is_not_that_of_comments(press: Press) -> None:
    press.rss("/en/rss", *((number, number) for number in range(6)))
    press.put("/", "<html><head><link rel='alternate' type='application/rss+xml' href='/comments/feed/'>"
                   "</head><body><a href='/en/rss'>RSS</a></body></html>")
    assert drafted(press, "/")[0].feeds[0].url == f"{press.url}/en/rss"


def test_articles_without_a_common_layout_get_no_selectors(press: Press) -> None:
    for number in range(3):
        page = press.served[f"/news/{number}"][1].decode().replace("class='content'", f"class='c{number}x'")
        press.put(f"/news/{number}", page.replace("<h1>", "<h1 class='a'>"))
    press.rss("/rss", *((number, number * 3 + 1) for number in range(6)))
    source, _ = drafted(press, "/rss")
    assert source.page.body in (None, "article"), "what holds on all of them, or nothing"
    assert source.page.title is not None
