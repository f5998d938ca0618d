"""Days of a source by its own lists, asked for over loopback: indexes, sitemaps, listings, robots.txt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from communique import settings
from communique.backfill.asked import Asked, BackfillError
from communique.backfill.work import Backfill, fetched_in_time
from communique.settings import PROJECT, Settings
from communique.sources.model import Politeness

from tests.conftest import Warehouse

Rows = Callable[[str], list[dict[str, Any]]]


@dataclass
class Site:
    """A publisher's site: what it answers by path, and what it was asked for."""

    pages: dict[str, bytes | int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def article(self, path: str) -> None:
        words = f"The barns of {path.strip('/')} are full."
        text = "".join(f"<p>{words} The ministry of agriculture counts {n} tonnes of grain in region {n}.</p>"
                       for n in range(8))
        self.pages[path] = (f"<html lang=en><head><title>{words}</title></head><body><article><h1>{words}</h1>{text}"
                            "</article></body></html>").encode()

    def sitemap(self, path: str, entries: dict[str, str]) -> None:
        items = "".join(f"<url><loc>{self.url}{one}</loc><lastmod>{day}</lastmod></url>"
                        for one, day in entries.items())
        self.pages[path] = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</urlset>'.encode()
        for one in entries:
            self.article(one)

    def index(self, path: str, named: dict[str, str]) -> None:
        items = "".join(
            f"<sitemap><loc>{self.url}{one}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
            for one, day in named.items())
        self.pages[path] = (f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}'
                            "</sitemapindex>").encode()

    def listing(self, path: str, entries: dict[str, str], more: str = "") -> None:
        items = "".join(f'<li class=item><a href="{one}">{one}</a><time datetime="{day}T10:00:00+00:00"></time></li>'
                        for one, day in entries.items())
        self.pages[path] = f"<html><body><ul>{items}</ul>{more}</body></html>".encode()
        for one in entries:
            self.article(one)


@contextmanager
def serving(site: Site) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            answer = site.pages.get(self.path, 404)
            self.send_response(200 if isinstance(answer, bytes) else answer)
            body = answer if isinstance(answer, bytes) else b""
            self.send_header("Content-Type", "text/html" if b"<html" in body else "text/xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    with serving(made):
        made.pages["/robots.txt"] = b"User-agent: *\nAllow: /\n"
        yield made


@pytest.fixture
def backfill(site: Site, warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
             ) -> Iterator[Callable[..., Backfill]]:
    """The backfill of a registry with the one source `barns`, whose feeds the test gives."""
    (tmp_path / "home" / "sources").mkdir(parents=True)
    (tmp_path / "home" / "sql").symlink_to(PROJECT / "sql")

    def declared(*feeds: dict[str, Any]) -> Backfill:
        source = {
            "key": "barns", "name": "Barns", "country": "KZ", "languages": ["en"], "home": f"{site.url}/",
            "time_zone": "Asia/Almaty", "confidence": "high", "evidence": "made up",
            "feeds": [{"language": "en", "url": f"{site.url}/rss", "format": "rss"}, *feeds],
            "politeness": {"delay_seconds": 0, "concurrency": 2}, "allow_private": [site.url.removeprefix("http://")]}
        (tmp_path / "home" / "sources" / "barns.yml").write_text(yaml.safe_dump(source), encoding="utf-8")
        monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "home"))
        monkeypatch.setenv("COMMUNIQUE_STATE_DIR", str(tmp_path / "state"))
        settings.get.cache_clear()
        return Backfill(Settings(), warehouse.loader)

    yield declared
    settings.get.cache_clear()


def feed(site: Site, path: str, **more: Any) -> dict[str, Any]:
    return {"language": "en", "url": site.url + path, "format": "sitemap", "fills_gaps": True, **more}


MARCH = Asked.days("barns", date(2025, 3, 10), date(2025, 3, 12))


def found(backfill: Backfill, rows: Rows, asked: Asked = MARCH) -> list[str]:
    """Looks through all lists; the paths of the items."""
    for origin in backfill.begin(asked):
        backfill.look(asked.backfill_id, origin)
    items = rows("SELECT url FROM landing.backfill_item ORDER BY url")
    return [f"/{row['url'].split('/', 3)[3]}" for row in items]


def test_the_days_of_an_index_of_sitemaps_are_fetched_and_loaded_once(
        backfill: Callable[..., Backfill], site: Site, rows: Rows) -> None:
    site.index("/sitemap.xml", {"/sitemap-2025-03.xml": "", "/sitemap-2024-11.xml": "", "/old.xml": "2025-02-01",
                                "/news.xml": "2025-04-01"})
    site.sitemap("/sitemap-2025-03.xml", {"/a": "2025-03-10", "/b": "2025-03-12T23:30:00+05:00", "/c": "2025-03-13",
                                          "/d": "2025-03-09T12:00:00Z"})
    site.sitemap("/news.xml", {"/b": "2025-03-12", "/e": "2025-03-11"})
    work = backfill(feed(site, "/sitemap.xml"))
    assert found(work, rows) == ["/a", "/b", "/e"]
    assert "/old.xml" not in site.asked
    assert "/sitemap-2024-11.xml" not in site.asked
    work.bring_all(MARCH.backfill_id, work.divide(MARCH.backfill_id))
    ended = work.finish(MARCH.backfill_id)
    assert ended.outcome == {"loaded": 3, "records": 0}
    assert ended.finished_at is not None
    site.asked.clear()
    assert work.begin(MARCH) == []
    assert work.divide(MARCH.backfill_id) == []
    assert [path for path in site.asked if path != "/robots.txt"] == []
    texts = rows("SELECT a.published_on::text AS day, c.warc_path FROM core.article AS a JOIN landing.capture AS c "
                 "USING (capture_id) ORDER BY a.url")
    assert [row["day"] for row in texts] == ["2025-03-10", "2025-03-12", "2025-03-11"]
    assert all("://" not in row["warc_path"] for row in texts), "kept in the landing store like any response"


def test_a_listing_is_read_page_by_page_to_the_first_day_and_no_further(
        backfill: Callable[..., Backfill], site: Site, rows: Rows) -> None:
    site.listing("/news", {"/f": "2025-03-20", "/e": "2025-03-12"},
                 '<a href="/news?page=2">2</a><a href="/news?page=3">3</a>')
    site.listing("/news?page=2", {"/d": "2025-03-11", "/c": "2025-03-10"},
                 '<a href="/news?page=1">1</a><a rel="next" href="/news?page=3">older</a>')
    site.listing("/news?page=3", {"/b": "2025-03-08", "/a": "2025-03-07"}, '<a href="/news?page=4">4</a>')
    work = backfill(feed(site, "/news", format="html", fills_gaps=False, listing={"items": "li.item"}))
    assert found(work, rows) == ["/c", "/d", "/e"]
    assert [path for path in site.asked if path.startswith("/news")] == ["/news", "/news?page=2", "/news?page=3"]


def test_sitemaps_that_only_robots_txt_names_are_found(
        backfill: Callable[..., Backfill], site: Site, rows: Rows) -> None:
    site.pages["/robots.txt"] = (f"User-agent: *\nAllow: /\nSitemap: {site.url}/map.xml\n"
                                 "Sitemap: https://elsewhere.example/map.xml\n").encode()
    site.sitemap("/map.xml", {"/a": "2025-03-10"})
    assert found(backfill(), rows) == ["/a"]


def test_a_source_without_a_list_that_reaches_back_is_refused(backfill: Callable[..., Backfill], site: Site) -> None:
    with pytest.raises(BackfillError, match="barns: declares neither a sitemap nor a listing"):
        backfill().begin(MARCH)


def test_a_list_that_cannot_be_read_is_noted_and_the_others_are_read(
        backfill: Callable[..., Backfill], site: Site, rows: Rows) -> None:
    site.index("/sitemap.xml", {"/gone.xml": "", "/odd.xml": "", "/good.xml": ""})
    site.pages["/odd.xml"] = b"<urlset><url>"
    site.sitemap("/good.xml", {"/a": "2025-03-10"})
    work = backfill(feed(site, "/sitemap.xml"))
    assert found(work, rows) == ["/a"]
    noted = {row["origin"].rsplit("/", 1)[1]: row["problem"] for row in rows("SELECT * FROM landing.backfill_origin")}
    assert "status 404" in noted["gone.xml"]
    assert noted["good.xml"] is None
    work.bring_all(MARCH.backfill_id, work.divide(MARCH.backfill_id))
    assert work.finish(MARCH.backfill_id).finished_at is not None


def test_a_list_that_is_away_is_looked_at_again(backfill: Callable[..., Backfill], site: Site, rows: Rows) -> None:
    from communique.acquire.errors import FetchError

    site.index("/sitemap.xml", {"/away.xml": "", "/good.xml": ""})
    site.sitemap("/good.xml", {"/a": "2025-03-10"})
    site.pages["/away.xml"] = 501
    work = backfill(feed(site, "/sitemap.xml"))
    origin, = work.begin(MARCH)
    site.pages["/away.xml"] = 500
    with pytest.raises(FetchError, match="status 500"):
        work.look(MARCH.backfill_id, origin)
    assert [one.rsplit("/", 1)[1] for one in work.begin(MARCH)] == ["away.xml"]
    site.sitemap("/away.xml", {"/b": "2025-03-11"})
    site.asked.clear()
    assert work.look(MARCH.backfill_id, origin) == 1
    assert [path for path in site.asked if path.endswith(".xml")] == ["/away.xml"]


def test_lists_that_lead_in_a_circle_end(backfill: Callable[..., Backfill], site: Site, rows: Rows) -> None:
    site.index("/sitemap.xml", {"/other.xml": ""})
    site.index("/other.xml", {"/sitemap.xml": "", "/other.xml": "", "/good.xml": ""})
    site.sitemap("/good.xml", {"/a": "2025-03-10"})
    assert found(backfill(feed(site, "/sitemap.xml")), rows) == ["/a"]
    assert len([path for path in site.asked if path.endswith(".xml")]) == 3


def test_entries_without_a_date_are_taken_when_asked_for(
        backfill: Callable[..., Backfill], site: Site, rows: Rows) -> None:
    site.sitemap("/map.xml", {"/a": "", "/b": "2025-03-10"})
    work = backfill(feed(site, "/map.xml"))
    assert found(work, rows) == ["/b"]
    assert rows("SELECT left_out FROM landing.backfill_origin") == [{"left_out": {"no date": 1}}]
    asked = Asked.days("barns", date(2025, 3, 10), date(2025, 3, 12), undated=True)
    for origin in work.begin(asked):
        work.look(asked.backfill_id, origin)
    assert len(rows("SELECT FROM landing.backfill_item WHERE backfill_id LIKE '%undated'")) == 2


def test_a_page_that_fails_waits_in_the_queue_for_its_next_try(
        backfill: Callable[..., Backfill], site: Site, rows: Rows) -> None:
    site.sitemap("/map.xml", {"/a": "2025-03-10", "/b": "2025-03-11"})
    site.pages["/b"] = 404
    work = backfill(feed(site, "/map.xml"))
    found(work, rows)
    total = work.bring_all(MARCH.backfill_id, work.divide(MARCH.backfill_id))
    assert total == {"loaded": 1, "dead": 1, "records": 0}
    assert "status 404" in rows("SELECT last_error FROM landing.entry WHERE status = 'dead'")[0]["last_error"]


@pytest.mark.parametrize(("delay", "given", "pages"), [(0, 5000, 5000), (2, 100, 100), (2, 5000, 450), (30, 100, 30)])
def test_a_part_is_fetched_while_its_batch_holds_it(
        backfill: Callable[..., Backfill], delay: float, given: int, pages: int) -> None:
    source = backfill()._known["barns"]
    slow = source.model_copy(update={"politeness": Politeness(delay_seconds=delay)})
    assert fetched_in_time(given, slow) == pages
