"""A fetcher with a warehouse: every response is in the index, unchanged content is kept once, politeness is shared."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique.acquire import Fetcher, FetchError, Landing, LandingError, Reason, Validators, sessions
from communique.acquire.landing import CaptureRef
from communique.acquire.politeness import HostGates
from communique.acquire.robots import RobotsCache
from communique.settings import Settings
from communique.sources import Source
from warcio.archiveiterator import ArchiveIterator

from tests.conftest import Warehouse

RSS = b"<rss version='2.0'><channel><title>News</title></channel></rss>"


@pytest.fixture
def worker(warehouse: Warehouse, landing: Landing) -> Iterator[Callable[..., Fetcher]]:
    """Makes fetchers that share nothing but the warehouse and the landing store, as workers do."""
    opened: list[Fetcher] = []

    def make(**settings: Any) -> Fetcher:
        limits: dict[str, Any] = {"fetch_deadline_seconds": 3.0, "fetch_max_bytes": 200_000} | settings
        opened.append(Fetcher(Settings(**limits), landing, name="batch-1", dsn=warehouse.loader,
                              gates=HostGates(), robots=RobotsCache()))
        return opened[-1]

    yield make
    for fetcher in opened:
        fetcher.close()
    sessions.close()


def index(warehouse: Warehouse) -> list[dict[str, Any]]:
    with psycopg.connect(warehouse.owner, row_factory=psycopg.rows.dict_row) as connection:
        return connection.execute("SELECT * FROM landing.capture ORDER BY capture_id").fetchall()


def ref(row: dict[str, Any]) -> CaptureRef:
    return CaptureRef(row["warc_path"], row["warc_offset"], row["warc_length"], row["payload_sha256"])


def record_types(tmp_path: Path) -> list[str]:
    found = []
    for path in sorted((tmp_path / "landing").rglob("*.warc.gz")):
        with path.open("rb") as file:
            found += [record.rec_type for record in ArchiveIterator(file) if record.rec_type in ("response", "revisit")]
    return found


def test_a_feed_is_kept_and_entered(
    server: Any, worker: Any, source: Source, landing: Landing, warehouse: Warehouse
) -> None:
    server.routes["/rss"] = lambda c: c.answer(RSS, content_type="application/rss+xml; charset=utf-8", etag='"1"')
    response = worker().get(server.url("/rss"), source, kind="feed")
    (row,) = index(warehouse)
    assert (row["kind"], row["source_key"], row["batch_id"], row["entry_id"]) == (
        "feed", source.key, "batch-1", None)
    assert (row["record_type"], row["http_status"], row["error"], row["charset"]) == ("response", 200, None, "utf-8")
    assert row["url"] == row["final_url"] == server.url("/rss")
    assert row["fetched_at"] == response.fetched_at
    assert row["headers"]["etag"] == '"1"'
    assert landing.open(ref(row)).body == RSS
    assert ref(row) == response.capture


def test_errors_redirects_tries_and_robots_are_entered_too(
    server: Any, worker: Any, declare: Any, landing: Landing, warehouse: Warehouse
) -> None:
    answers = ["503 Busy", "404 Not Found"]
    server.routes["/robots.txt"] = lambda c: c.answer(b"User-agent: *\nDisallow: /no")
    server.routes["/old"] = lambda c: c.answer(b"moved", "301 Moved Permanently", location="/rss")
    server.routes["/rss"] = lambda c: c.answer(b"sorry", answers.pop(0))
    with pytest.raises(FetchError, match="404"):
        worker().get(server.url("/old"), declare(server, politeness={"robots": True}), kind="feed")
    rows = index(warehouse)
    assert [(row["kind"], row["url"].rpartition("/")[2], row["http_status"]) for row in rows] == [
        ("robots", "robots.txt", 200), ("feed", "old", 301), ("feed", "rss", 503), ("feed", "old", 301),
        ("feed", "rss", 404)]
    assert [row["error"] is not None for row in rows] == [False, False, True, False, True]
    assert [landing.open(ref(row)).body for row in rows[1:3]] == [b"moved", b"sorry"]


def test_a_page_is_left_to_the_queue_but_what_led_to_it_is_not(
    server: Any, worker: Any, source: Source, warehouse: Warehouse
) -> None:
    answers = ["503 Busy", "200 OK", "404 Not Found"]
    server.routes["/old"] = lambda c: c.answer(b"", "302 Found", location="/a")
    server.routes["/a"] = lambda c: c.answer(b"text", answers.pop(0))
    response = worker().get(server.url("/old"), source)
    with pytest.raises(FetchError) as caught:
        worker().get(server.url("/a"), source)
    rows = index(warehouse)
    assert [row["http_status"] for row in rows] == [302, 503, 302]
    assert {response.capture, caught.value.capture}.isdisjoint(ref(row) for row in rows)


def test_what_has_not_changed_is_kept_once(
    server: Any, worker: Any, source: Source, landing: Landing, warehouse: Warehouse, tmp_path: Path
) -> None:
    body = [RSS]
    server.routes["/rss"] = lambda c: c.answer(gzip.compress(body[0], mtime=0), content_encoding="gzip")
    first = worker().get(server.url("/rss"), source, kind="feed")
    again = worker().get(server.url("/rss"), source, kind="feed")
    body[0] = RSS + b"<!-- new -->"
    changed = worker().get(server.url("/rss"), source, kind="feed")
    assert record_types(tmp_path) in (["response", "revisit", "response"], ["response", "response", "revisit"],
                                      ["revisit", "response", "response"])
    assert (first.body, again.body, changed.body) == (RSS, RSS, body[0])
    assert again.capture == first.capture != changed.capture
    assert again.capture is not None
    assert landing.open(again.capture).body == RSS
    rows = index(warehouse)
    assert [row["record_type"] for row in rows] == ["response", "revisit", "response"]
    assert rows[1]["revisit_of_capture_id"] == rows[0]["capture_id"]
    assert rows[1]["fetched_at"] == again.fetched_at


def test_content_whose_original_is_gone_is_kept_again(
    server: Any, worker: Any, source: Source, landing: Landing, warehouse: Warehouse, tmp_path: Path
) -> None:
    server.routes["/rss"] = lambda c: c.answer(RSS)
    worker().get(server.url("/rss"), source, kind="feed")
    for path in (tmp_path / "landing").rglob("*.warc.gz"):
        path.unlink()
    again = worker().get(server.url("/rss"), source, kind="feed")
    assert landing.open(again.capture).body == RSS
    assert [row["record_type"] for row in index(warehouse)] == ["response", "response"]


def test_not_modified_leads_to_what_is_kept(
    server: Any, worker: Any, source: Source, landing: Landing, warehouse: Warehouse
) -> None:
    server.routes["/rss"] = lambda c: (
        c.answer(status="304 Not Modified") if "if-none-match" in c.headers else c.answer(RSS, etag='"1"'))
    first = worker().get(server.url("/rss"), source, kind="feed")
    again = worker().get(server.url("/rss"), source, kind="feed", validators=first.validators)
    assert again.not_modified
    assert again.capture == first.capture
    rows = index(warehouse)
    assert [(row["http_status"], row["record_type"]) for row in rows] == [(200, "response"), (304, "revisit")]
    unknown = worker().get(server.url("/rss?x"), source, kind="feed", validators=Validators('"1"'))
    assert (unknown.not_modified, unknown.capture) == (True, None)


def test_an_unchanged_page_refers_to_the_one_that_the_queue_entered(
    server: Any, worker: Any, source: Source, landing: Landing, warehouse: Warehouse
) -> None:
    server.routes["/a"] = lambda c: c.answer(b"text")
    first = worker().get(server.url("/a"), source)
    with psycopg.connect(warehouse.loader, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO landing.capture (batch_id, source_key, url, final_url, http_status, fetched_at, warc_path, "
            "warc_offset, warc_length, payload_sha256) VALUES ('b', 's', %s, %s, 200, %s, %s, %s, %s, %s)",
            (first.url, first.final_url, first.fetched_at, first.capture.path, first.capture.offset,
             first.capture.length, first.capture.payload_sha256))
    again = worker().get(server.url("/a"), source)
    assert again.capture == first.capture
    assert landing.open(again.capture).body == b"text"
    assert [row["record_type"] for row in index(warehouse)] == ["response", "revisit"]


def test_workers_ask_for_robots_once(server: Any, worker: Any, declare: Any) -> None:
    server.routes["/robots.txt"] = lambda c: c.answer(b"User-agent: *\nDisallow: /no\nCrawl-delay: 0.4")
    server.routes["/a"] = lambda c: c.answer(b"text")
    polite = declare(server, politeness={"robots": True})
    began = time.monotonic()
    for _ in range(2):
        assert worker().get(server.url("/a"), polite).body == b"text"
        with pytest.raises(FetchError, match="disallows"):
            worker().get(server.url("/no"), polite)
    assert server.paths() == ["/robots.txt", "/a", "/a"]
    assert time.monotonic() - began >= 0.4, "the delay that robots.txt asks for holds between workers"


def test_a_pause_that_one_worker_was_asked_for_holds_the_other(server: Any, worker: Any, source: Source) -> None:
    server.routes["/x"] = lambda c: c.answer(b"", "429 Too Many", retry_after="3600")
    with pytest.raises(FetchError, match="429"):
        worker().get(server.url("/x"), source)
    with pytest.raises(FetchError) as caught:
        worker().get(server.url("/other"), source)
    assert (caught.value.reason, caught.value.asked) == (Reason.BUSY, False)
    assert server.paths() == ["/x"]


def test_a_host_that_is_down_is_left_alone_by_all_and_comes_back(server: Any, worker: Any, source: Source) -> None:
    answers = {"/x": b""}
    server.routes["/x"] = lambda c: c.answer(b"back") if answers["/x"] else c.answer(b"", "500 Oops")
    limits = {"breaker_failures": 3, "breaker_seconds": 0.3}
    with pytest.raises(FetchError, match="500"):
        worker(**limits).get(server.url("/x"), source)
    with pytest.raises(FetchError) as caught:
        worker(**limits).get(server.url("/other"), source)
    error = caught.value
    assert (error.reason, error.retryable, error.asked) == (Reason.CIRCUIT_OPEN, True, False)
    assert "it answered with status 500" in str(error)
    assert server.paths() == ["/x"] * 3
    answers["/x"] = b"up"
    time.sleep(error.retry_after or 0)
    assert worker(**limits).get(server.url("/x"), source).body == b"back"
    with pytest.raises(FetchError, match="404"):
        worker(**limits).get(server.url("/other"), source)


def test_a_page_that_is_missing_says_nothing_against_its_host(server: Any, worker: Any, source: Source) -> None:
    fetcher = worker(breaker_failures=2)
    for number in range(4):
        with pytest.raises(FetchError, match="404"):
            fetcher.get(server.url(f"/{number}"), source)


def test_without_the_index_nothing_is_handed_out(
    server: Any, source: Source, landing: Landing, warehouse: Warehouse
) -> None:
    server.routes["/rss"] = lambda c: c.answer(RSS)
    with (Fetcher(Settings(), landing, dsn=warehouse.loader) as fetcher,
          psycopg.connect(warehouse.owner, autocommit=True) as owner):
        owner.execute("ALTER TABLE landing.capture RENAME TO moved")
        with pytest.raises(LandingError, match=r"landing\.capture"):
            fetcher.get(server.url("/rss"), source, kind="feed")
    sessions.close()
