"""`source check` shows what each field became, and says plainly what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from communique.acquire.client import Fetcher
from communique.settings import Settings
from communique.sources import Source
from communique.sources.check import Checked, check

from tests.communique.press import Press, printing


@pytest.fixture
def press() -> Iterator[Press]:
    with printing() as made:
        for number in range(6):
            made.article(number, hours=number * 3 + 1)
        yield made


def checked(press: Press, *feeds: dict[str, Any], pages: int = 2, **changes: Any) -> Checked:
    declared = press.source(*(feeds or ({"url": f"{press.url}/rss", "format": "rss", "language": "en"},)), **changes)
    with Fetcher(Settings()) as fetcher:
        return check(Source.model_validate(declared), fetcher, pages)


def listed(press: Press, *numbers: int) -> None:
    press.rss("/rss", *((number, number * 3 + 1) for number in numbers))


def test_a_sound_source_shows_its_fields_and_where_they_stand(press: Press) -> None:
    listed(press, *range(6))
    found = checked(press, page={"body": ".content"})
    assert found.problems() == []
    assert len(found.feeds[0].entries) == len(found.feeds[0].dated()) == 6
    assert [page.url for page in found.pages] == [f"{press.url}/news/0", f"{press.url}/news/1"]
    where = {one.name: one.where for one in found.pages[0].fields}
    assert (where["title"], where["text"], where["published"], where["language"]) == ("h1", "publisher", "meta", "text")
    shown = {one.name: one.value for one in found.pages[0].fields}
    assert shown["title"] == "President receives envoy number 0 in the capital"
    assert "in 5 paragraphs" in (shown["text"] or "")


@pytest.mark.parametrize(("changes", "says"), [
    ({"page": {"body": ".story"}}, "page.body (.story) finds no text"),
    ({"page": {"published": ".when"}}, "page.published (.when) finds no date"),
    ({"home": "https://elsewhere.example/"}, "6 of 6 entries lead to other sites"),
    ({"yields": {"articles_per_day": {"min": 100, "max": 200}}}, "entries a day, the file expects 100 to 200"),
])
def test_what_the_file_gets_wrong_is_said(press: Press, changes: dict[str, Any], says: str) -> None:
    listed(press, *range(6))
    assert any(says in problem for problem in checked(press, **changes).problems())


def test_what_the_publisher_gets_wrong_is_said(press: Press) -> None:
    listed(press, 0, 7, 8)
    press.put("/news/7", "<html><head><title>Daily Example</title></head><body><p>Please accept cookies.</p></body>")
    found = checked(press, pages=3, yields={"share_with_text": 0.9})
    problems = found.problems()
    assert any(f"{press.url}/news/7: no article was found" in problem for problem in problems)
    assert any(f"{press.url}/news/8: status 404" in problem for problem in problems)
    assert any("1 of 3 pages gave an article" in problem for problem in problems)


@pytest.mark.parametrize(("body", "says"), [
    ("<html><body>no feed</body></html>", "an HTML page, not a feed"),
    ("<rss version='2.0'><channel></channel></rss>", "it lists no entry"),
    ("<rss version='2.0'><channel><item><link>/news/0</link></item></channel></rss>", "no entry has a date"),
    ("<rss version='2.0'><channel><item><link>/news/0</link><pubDate>Mon, 06 Oct 2025 15:30:00 GMT</pubDate></item>"
     "</channel></rss>", "is the feed still kept?"),
    ("<rss version='2.0'><channel><item><link>/news/0</link><title>Президент принял посла и обсудил с ним торговлю"
     "</title></item></channel></rss>", "the titles are in 'ru'"),
])
def test_what_is_wrong_with_a_feed_is_said(press: Press, body: str, says: str) -> None:
    press.put("/rss", body, "application/xml")
    assert any(says in problem for problem in checked(press).problems())


def test_a_text_in_another_language_is_said(press: Press) -> None:
    words = "Президент Казахстана принял посла и обсудил с ним торговлю, культуру и водные вопросы региона. " * 8
    press.article(1, body=f"<p>{words}</p>", title="Президент принял посла в столице страны")
    listed(press, 1)
    assert any("its text is in 'ru', which 'languages' does not list" in one for one in checked(press).problems())
