"""A feed that rolls over between two looks is noticed and said, sitemaps fill the gap, changes are asked for again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique.acquire.client import Fetcher
from communique.settings import Settings
from communique.sources import Source
from communique.warehouse import health
from communique.warehouse.connection import connect
from communique.watch import Look, Memory, look

from tests.communique.press import NOW, Press, printing
from tests.conftest import Warehouse


@pytest.fixture
def press() -> Iterator[Press]:
    with printing() as made:
        yield made


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(Settings()) as made:
        yield made


class Desk:
    """One source, looked at again and again."""

    def __init__(self, declared: dict[str, Any], fetcher: Fetcher, dsn: str) -> None:
        self.source = Source.model_validate(declared)
        self.fetcher = fetcher
        self.dsn = dsn
        self.memory = Memory()

    def look(self) -> Look:
        return look(self.source, self.memory, self.fetcher, self.dsn)

    def queued(self) -> list[int]:
        with psycopg.connect(self.dsn) as connection:
            rows = connection.execute("SELECT url FROM landing.entry ORDER BY entry_id").fetchall()
        return sorted(int(row[0].rsplit("/", 1)[1]) for row in rows)

    def health(self, url: str) -> dict[str, Any]:
        with closing(connect(self.dsn)) as connection:
            return next(row for row in health.feeds(connection) if row["feed_url"] == url)


def sitemap(press: Press, path: str, *items: tuple[int, float]) -> str:
    lines = "".join(
        f"<url><loc>{press.url}/news/{n}</loc><lastmod>{(NOW - timedelta(hours=hours)).isoformat()}</lastmod></url>"
        for n, hours in items)
    return press.put(path, f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{lines}</urlset>", "text/xml")


def feed(url: str, **more: Any) -> dict[str, Any]:
    return {"url": url, "format": "rss", "language": "en", **more}


def test_a_feed_that_rolled_over_is_said_and_stays_open(press: Press, fetcher: Fetcher, warehouse: Warehouse) -> None:
    url = press.rss("/rss", (1, 9), (2, 8))
    desk = Desk(press.source(feed(url)), fetcher, warehouse.loader)
    assert desk.look().problems == ()
    press.rss("/rss", (3, 7), (2, 8))
    assert desk.look().problems == ()
    press.rss("/rss", (8, 1), (7, 2), (6, 3))
    said = desk.look().problems
    assert "has rolled over" in said[0]
    assert "poll more often" in said[1]
    row = desk.health(url)
    assert (row["rollovers"], row["gap_from"], row["gap_until"], row["gap_filled_at"]) == (
        1, NOW - timedelta(hours=7), NOW - timedelta(hours=3), None)
    assert desk.queued() == [1, 2, 3, 6, 7, 8]
    press.rss("/rss", (9, 0.5), (8, 1))
    assert "are missing" in desk.look().problems[0], "it is said until it is filled"


def test_status_says_what_is_missing(press: Press, fetcher: Fetcher, warehouse: Warehouse, tmp_path: Path) -> None:
    url = press.rss("/rss", (1, 9))
    desk = Desk(press.source(feed(url)), fetcher, warehouse.loader)
    desk.look()
    press.rss("/rss", (8, 1))
    desk.look()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "COMMUNIQUE"))}
    done = subprocess.run(
        [sys.executable, "-m", "communique", "status"], text=True, capture_output=True, check=False, cwd=tmp_path,
        env=environment | {"COMMUNIQUE_STATE_DIR": str(tmp_path),
                           "AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE": warehouse.loader})
    assert f"press: {url}: rolled over at" in done.stdout
    assert f"entries since {NOW - timedelta(hours=9):%Y-%m-%d %H:%M} are missing" in done.stdout


def test_a_rollover_while_nobody_remembers_is_noticed_too(
        press: Press, fetcher: Fetcher, warehouse: Warehouse) -> None:
    url = press.rss("/rss", (1, 9))
    Desk(press.source(feed(url)), fetcher, warehouse.loader).look()
    press.rss("/rss", (5, 2))
    restarted = Desk(press.source(feed(url)), fetcher, warehouse.loader)
    assert "has rolled over" in restarted.look().problems[0]


def test_new_addresses_of_old_news_are_no_rollover(press: Press, fetcher: Fetcher, warehouse: Warehouse) -> None:
    url = press.rss("/rss", (1, 9), (2, 8))
    desk = Desk(press.source(feed(url)), fetcher, warehouse.loader)
    desk.look()
    press.rss("/rss", (101, 9), (102, 8), (103, 1))
    assert desk.look().problems == ()


def test_a_feed_that_was_empty_has_lost_nothing(press: Press, fetcher: Fetcher, warehouse: Warehouse) -> None:
    url = press.rss("/rss")
    desk = Desk(press.source(feed(url)), fetcher, warehouse.loader)
    desk.look()
    press.rss("/rss", (1, 1))
    assert desk.look() == Look(1, 0, ())


def test_a_sitemap_is_asked_only_for_a_gap_and_fills_it(press: Press, fetcher: Fetcher, warehouse: Warehouse) -> None:
    url = press.rss("/rss", (1, 9))
    map_url = sitemap(press, "/news.xml", (0, 10), *((n, 10 - n) for n in range(2, 9)))
    desk = Desk(press.source(feed(url), feed(map_url, format="sitemap", fills_gaps=True)), fetcher, warehouse.loader)
    desk.look()
    assert "/news.xml" not in press.asked
    press.rss("/rss", (8, 2), (7, 3))
    found = desk.look()
    assert "has rolled over" in found.problems[0]
    assert len(found.problems) == 1, "what is filled is not complained of"
    assert desk.queued() == [1, 2, 3, 4, 5, 6, 7, 8], "and what was before the gap is left alone"
    assert desk.health(url)["gap_filled_at"] is not None
    asked = press.asked.count("/news.xml")
    desk.look()
    assert press.asked.count("/news.xml") == asked == 1


def test_a_sitemap_that_does_not_reach_back_leaves_the_gap_open(
        press: Press, fetcher: Fetcher, warehouse: Warehouse) -> None:
    url = press.rss("/rss", (1, 9))
    map_url = sitemap(press, "/news.xml", (6, 4), (7, 3))
    desk = Desk(press.source(feed(url), feed(map_url, format="sitemap", fills_gaps=True)), fetcher, warehouse.loader)
    desk.look()
    press.rss("/rss", (8, 2), (7, 3))
    assert "do not reach back that far" in desk.look().problems[-1]
    assert desk.queued() == [1, 6, 7, 8]


def test_an_index_of_sitemaps_is_followed_to_what_is_recent(
        press: Press, fetcher: Fetcher, warehouse: Warehouse) -> None:
    sitemap(press, "/new.xml", (1, 5), (2, 90))
    sitemap(press, "/old.xml", (3, 900))
    lines = "".join(f"<sitemap><loc>{press.url}/{name}.xml</loc><lastmod>{(NOW - timedelta(hours=h)).isoformat()}"
                    "</lastmod></sitemap>" for name, h in (("old", 900), ("new", 5), ("gone", 3)))
    url = press.put("/index.xml", f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{lines}"
                                  "</sitemapindex>", "text/xml")
    desk = Desk(press.source(feed(url, format="sitemap")), fetcher, warehouse.loader)
    found = desk.look()
    assert desk.queued() == [1]
    assert len(found.problems) == 1
    assert "gone.xml" in found.problems[0]
    assert "/old.xml" not in press.asked


def test_a_listing_is_watched(press: Press, fetcher: Fetcher, warehouse: Warehouse) -> None:
    url = press.put("/events", "<ul><li><a href='/news/1'>One</a></li><li><a href='/news/2'>Two</a></li></ul>")
    desk = Desk(press.source(feed(url, format="html", listing={"items": "li"})), fetcher, warehouse.loader)
    assert desk.look() == Look(2, 0, ())
    press.put("/events", "<p>We have a new site!</p>")
    assert "nothing matches 'li'" in desk.look().problems[0]


def test_an_article_that_the_feed_says_has_changed_is_asked_for_again(
        press: Press, fetcher: Fetcher, warehouse: Warehouse) -> None:
    def atom(updated: str) -> str:
        entry = f"<entry><id>t1</id><link href='/news/1'/><published>{(NOW - timedelta(hours=2)).isoformat()}" \
                f"</published><updated>{updated}</updated></entry>"
        return press.put("/atom", f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>", "application/atom+xml")

    desk = Desk(press.source(feed(atom((NOW - timedelta(hours=2)).isoformat()), format="atom")),
                fetcher, warehouse.loader)
    desk.look()
    with psycopg.connect(warehouse.owner) as connection:
        connection.execute("UPDATE landing.entry SET status = 'loaded', claimed_at = now() - interval '1 hour'")
    assert desk.look().new == 0
    atom((NOW - timedelta(minutes=10)).isoformat())
    assert desk.look().new == 1
    with psycopg.connect(warehouse.owner) as connection:
        rows = connection.execute("SELECT status, attempts, revisits FROM landing.entry").fetchall()
    assert rows == [("queued", 0, 1)]
    assert desk.look().new == 0
