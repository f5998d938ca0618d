"""An article that the project does not hold, served by a feed under a source YAML of its own, read into the mart."""

from __future__ import annotations

import html
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique import sources
from communique.acquire.client import Fetcher
from communique.pipeline import Pipeline
from communique.settings import Settings
from communique.watch import Memory, look
from psycopg.rows import dict_row

from tests.conftest import Warehouse

DEV = Path(__file__).parents[3] / "shared" / "dev"

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>A feed</title><link>{url}</link><description>News</description>
<item><title>{title}</title><link>{url}/news/1</link><guid>{url}/news/1</guid></item></channel></rss>"""

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | An agency</title>
<meta property="article:published_time" content="{published}"></head><body>
<header><nav><a href="/">Home</a> <a href="/all">All news</a></nav></header>
<main><article><h1>{title}</h1><time datetime="{published}">{published}</time>{paragraphs}</article></main>
<footer><p>All rights reserved by an agency. Terms of use. Contacts.</p></footer></body></html>"""

DECLARED = """
key: other_agency
name: Another agency
country: KZ
languages: [en]
home: {url}/
time_zone: Asia/Almaty
enabled: true
confidence: high
evidence: Served by this test.
feeds:
  - {{url: "{url}/feed", format: rss, language: en}}
allow_private: ["{host}"]
politeness: {{delay_seconds: 0}}
"""


@pytest.fixture
def seed() -> dict[str, Any]:
    path = DEV / "seed.en.jsonl"
    if not path.exists():
        pytest.skip("the shared development articles are not beside the checkout")
    return dict(json.loads(path.read_text(encoding="utf-8").splitlines()[0]))


@pytest.fixture
def served(seed: dict[str, Any], tmp_path: Path) -> Iterator[Settings]:
    """The seed article on a site on loopback, declared in a registry of its own."""
    title = html.escape(seed["title"])
    paragraphs = "".join(f"<p>{html.escape(one)}</p>" for one in seed["text"].split("\n"))
    page = PAGE.format(title=title, published=seed["published_at"], paragraphs=paragraphs)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            bodies = {"/news/1": ("text/html", page),
                      "/feed": ("application/rss+xml", FEED.format(title=title, url=url))}
            kind, body = bodies.get(self.path, ("text/plain", ""))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:
            """A test prints nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    url = f"http://127.0.0.1:{server.server_port}"
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "other_agency.yml").write_text(
        DECLARED.format(url=url, host=f"127.0.0.1:{server.server_port}"))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Settings(home=tmp_path, state_dir=tmp_path)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def query(dsn: str, statement: str) -> list[dict[str, Any]]:
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        return connection.execute(statement.encode()).fetchall()


def test_it_ends_in_the_mart_with_its_values_and_the_same_feed_again_adds_nothing(
        served: Settings, warehouse: Warehouse) -> None:
    source = sources.load(served.sources_dir)["other_agency"]
    pipeline = Pipeline(served, warehouse.loader)

    def ingest() -> None:
        with Fetcher(served) as fetcher:
            look(source, Memory(), fetcher, warehouse.loader)
        pipeline.run("batch")

    ingest()
    meeting = query(warehouse.analyst, "SELECT * FROM mart.meetings WHERE is_main")
    assert [(row["event_type"], row["status"], row["start_date"], row["city"], row["country"],
             row["parent_organization"], row["sides"]) for row in meeting] == [
        ("bilateral_meeting", "held", None, "Astana", "KZ", "SCO", ["KZ", "RU"])]
    assert [(row["name"], row["role_class"], row["country"], row["capacity"]) for row in query(
        warehouse.analyst, "SELECT * FROM mart.participants WHERE is_main ORDER BY position")] == [
        ("Kassym-Jomart Tokayev", "head_of_state", "KZ", "host"), ("Vladimir Putin", "head_of_state", "RU", "guest")]
    assert [(row["metric"], float(row["value"]), row["unit"], row["figure_status"]) for row in query(
        warehouse.analyst, "SELECT * FROM mart.figures")] == [("trade_turnover", 30e9, "USD", "actual")]
    labelled = json.loads((DEV / "seed.en.labels.jsonl").read_text(encoding="utf-8").splitlines()[0])["statements"]
    assert [(row["speaker"], row["words"]) for row in query(
        warehouse.analyst, "SELECT * FROM mart.statements ORDER BY position")] == [
        (one["speaker"], one["text"]) for one in labelled]
    assert "invitation" in {row["outcome_type"] for row in query(warehouse.analyst, "SELECT * FROM mart.outcomes")}
    tables = "SELECT (SELECT count(*) FROM core.record), (SELECT count(*) FROM core.statement), " \
             "(SELECT count(*) FROM mart.meetings), (SELECT count(*) FROM landing.entry)"
    before = query(warehouse.owner, tables)
    ingest()
    assert query(warehouse.owner, tables) == before
