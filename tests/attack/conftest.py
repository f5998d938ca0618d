"""The hostile server and the fetchers of the tests of acquisition, and a newsroom that is attacked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique import settings, sources
from communique.acquire import Fetcher, Landing, sessions
from communique.acquire.politeness import HostGates
from communique.acquire.robots import RobotsCache
from communique.pipeline import Pipeline
from communique.settings import Settings
from communique.sources import Source
from communique.watch import Look, Memory, look

from tests.communique.acquire.conftest import Server, client, declare, fetcher, landing, serve, server, source
from tests.conftest import Warehouse

__all__ = ["Line", "client", "declare", "fetcher", "landing", "line", "serve", "server", "source"]

ARTICLE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="article:published_time" content="2026-11-03T10:00:00+05:00"></head><body><article><h1>{title}</h1>
<p>President of Kazakhstan Kassym-Jomart Tokayev held talks with President of Uzbekistan Shavkat Mirziyoyev in Astana
on November 3.</p><p>The parties discussed trade, transport and water, and agreed to meet again in spring, the press
service of the head of state said in a statement that was released after the talks.</p>
<p>It was their third meeting this year. The delegations also signed a programme of cultural exchange.</p>
</article></body></html>"""


def article(title: str = "Presidents hold talks in Astana") -> bytes:
    """A page with an article."""
    return ARTICLE.format(title=title).encode()


def feed(addresses: list[str]) -> bytes:
    """An RSS feed that announces these addresses."""
    items = "".join(f"<item><title>News {n}</title><link>{escape(url)}</link><guid>{n}</guid></item>"
                    for n, url in enumerate(addresses))
    return f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>".encode()


@dataclass
class Line:
    """One agency taken through the line: its feed is looked at, its pages are fetched and read."""

    settings: Settings
    warehouse: Warehouse
    source: Source

    def look(self) -> Look:
        with Fetcher(self.settings, Landing.of(self.settings), name="feed", dsn=self.warehouse.loader,
                     gates=HostGates(), robots=RobotsCache()) as polling:
            return look(self.source, Memory(), polling, self.warehouse.loader)

    def ingest(self) -> dict[str, dict[str, Any]]:
        """Fetches and reads what is queued; the entries as they then stand, by address."""
        pipeline = Pipeline(self.settings, self.warehouse.loader)
        pipeline.fetch("attacked")
        pipeline.read("attacked")
        with psycopg.connect(self.warehouse.owner, row_factory=psycopg.rows.dict_row) as connection:
            return {row["url"]: row for row in connection.execute("SELECT * FROM landing.entry").fetchall()}

    def staged(self) -> int:
        with psycopg.connect(self.warehouse.owner) as connection:
            row = connection.execute("SELECT count(*) FROM staging.article").fetchone()
        return row[0] if row else 0


@pytest.fixture
def line(
    tmp_path: Path, warehouse: Warehouse, declare: Callable[..., Source], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Line]]:
    """Makes the line for an agency with one feed on the given servers."""

    def make(feed_url: str, *servers: Server, **changes: Any) -> Line:
        declared = declare(*servers, feeds=[{"url": feed_url, "format": "rss", "language": "en"}], **changes)
        monkeypatch.setattr(sources, "load", lambda *_: {declared.key: declared})
        monkeypatch.setenv("COMMUNIQUE_STATE_DIR", str(tmp_path))
        monkeypatch.setenv("COMMUNIQUE_FETCH_DEADLINE_SECONDS", "1.5")
        monkeypatch.setenv("COMMUNIQUE_FETCH_MAX_BYTES", "2000000")
        settings.get.cache_clear()
        return Line(settings.get(), warehouse, declared)

    yield make
    settings.get.cache_clear()
    sessions.close()
