"""A worker that is killed in mid-fetch, again and again: in the end each article is there once, and whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml
from communique import settings
from communique.acquire import CaptureRef, Landing, sessions
from communique.pipeline import Pipeline

from tests.attack.conftest import feed
from tests.conftest import Warehouse

PAGES = 500
NUMBERS = range(1000, 1000 + PAGES)
KILLS_AT = (40, 200, 380)
"""How many pages the server has been asked for when the worker is killed."""

PAGE = """<!doctype html><html lang="en"><head><title>Snow falls at station NUMBER</title>
<meta property="article:published_time" content="2026-11-03T10:00:00+05:00"></head><body><article>
<h1>Snow falls at station NUMBER</h1><p>Snow fell over the mountains on Tuesday, the weather service says, and station
NUMBER measured NUMBER centimetres by noon. More is expected overnight, and roads over the pass may be closed.</p>
<p>Drivers were advised to carry chains. The wind will turn to the north on Wednesday and ease by the evening, while
the temperature falls to twelve degrees below zero in the valleys and to twenty below on the plateau.</p>
</article></body></html>"""
WORKER = """
import sys
from communique import settings
from communique.pipeline import Pipeline
print(Pipeline(settings.get(), sys.argv[1]).fetch("killed", limit=10_000))
"""
LOOK = """
import sys
from communique import settings, sources
from communique.acquire import Fetcher
from communique.watch import Memory, look
configuration = settings.get()
with Fetcher(configuration) as fetcher:
    print(look(sources.load(configuration.sources_dir)["killed_agency"], Memory(), fetcher, sys.argv[1]))
"""


@pytest.fixture
def home(server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout of its own whose only source is the test server."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sql").symlink_to(settings.get().sql_dir)
    (tmp_path / "sources" / "killed_agency.yml").write_text(yaml.safe_dump({
        "key": "killed_agency", "name": "Killed Agency", "country": "KZ", "languages": ["en"], "home": server.url("/"),
        "time_zone": "Asia/Almaty", "enabled": True, "confidence": "high", "evidence": "a test",
        "feeds": [{"url": server.url("/rss"), "format": "rss", "language": "en"}],
        "politeness": {"delay_seconds": 0, "concurrency": 8, "robots": False}, "allow_private": [server.authority]}))
    for name, value in {"HOME": tmp_path, "STATE_DIR": tmp_path / "state", "FETCH_DEADLINE_SECONDS": 2}.items():
        monkeypatch.setenv(f"COMMUNIQUE_{name}", str(value))
    settings.get.cache_clear()
    yield tmp_path
    settings.get.cache_clear()
    sessions.close()


class Worker:
    """The fetch stage in a process of its own."""

    def __init__(self, program: str, dsn: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, dsn], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)

    def end(self) -> int:
        out, err = self.process.communicate(timeout=120)
        assert self.process.returncode in (0, -signal.SIGKILL), out + err
        return self.process.returncode


class Agency:
    """Serves the pages, and kills the worker of the moment whenever it has been asked for as many as KILLS_AT says.

    The news is of the weather: nobody meets anybody, so that the stages after reading have little to do.
    """

    def __init__(self, server: Any) -> None:
        self.asked = 0
        self.worker: Worker | None = None
        self._lock = threading.Lock()
        for n in NUMBERS:
            server.routes[f"/news/{n}"] = self._page
        server.routes["/rss"] = lambda c: c.answer(feed([server.url(f"/news/{n}") for n in NUMBERS]))

    def _page(self, connection: Any) -> None:
        with self._lock:
            self.asked += 1
            if self.asked in KILLS_AT and self.worker is not None:
                self.worker.kill()
        number = connection.target.rpartition("/")[2]
        connection.answer(PAGE.replace("NUMBER", number).encode(), content_type="text/html; charset=utf-8")


@pytest.mark.timeout(280)
def test_killed_workers_leave_each_article_once(server: Any, home: Path, warehouse: Warehouse) -> None:
    agency = Agency(server)
    assert Worker(LOOK, warehouse.loader).end() == 0
    ends = []
    for _ in range(len(KILLS_AT) + 1):
        agency.worker = Worker(WORKER, warehouse.loader)
        ends.append(agency.worker.end())
    assert ends == [-signal.SIGKILL] * len(KILLS_AT) + [0]
    assert PAGES <= agency.asked <= PAGES + 24 * len(KILLS_AT), "what was recorded is not asked for again"

    pipeline = Pipeline(settings.get(), warehouse.loader)
    assert pipeline.read("killed")["articles"] == PAGES
    pipeline.extract("killed")
    pipeline.load("killed")
    pipeline.load("killed")
    landing = Landing.of(settings.get())
    with psycopg.connect(warehouse.owner, row_factory=psycopg.rows.dict_row) as connection:
        entries = connection.execute(
            "SELECT e.url, c.warc_path, c.warc_offset, c.warc_length, c.payload_sha256 "
            "FROM landing.entry AS e JOIN landing.capture AS c USING (capture_id)").fetchall()
        articles = connection.execute("SELECT url FROM core.article").fetchall()
    assert len(entries) == PAGES
    for entry in entries:
        kept = landing.open(CaptureRef(
            entry["warc_path"], entry["warc_offset"], entry["warc_length"], entry["payload_sha256"]))
        assert f"station {entry['url'].rpartition('/')[2]}<".encode() in kept.body
    assert sorted(row["url"] for row in articles) == sorted(server.url(f"/news/{n}") for n in NUMBERS)
