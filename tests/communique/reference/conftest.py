"""What tests of the register share: answers of Wikidata made by hand, a service on loopback that sends them, and a
warehouse whose register a test may change."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from communique import settings
from communique.settings import Settings

from tests.communique.newsroom import members, shared

__all__ = ["members", "shared"]

ANSWERS = Path(__file__).parents[2] / "data" / "wikidata"
ITEMS = {"Q191": "EE", "Q232": "KZ"}


def recorded(country: str) -> dict[str, Any]:
    """The answer about a country; see tests/data/wikidata/README.md."""
    answer: dict[str, Any] = json.loads((ANSWERS / f"{country}.json").read_text(encoding="utf-8"))
    return answer


class Service:
    """A query service; `asked` are the countries asked about in order, `fails` what it answers instead, by country."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/sparql"
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.fails: dict[str, tuple[int, bytes]] = {}


@contextmanager
def serving() -> Iterator[Service]:
    """A query service on an ephemeral port of loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            given = parse_qs(urlsplit(self.path).query)
            item = given["query"][0].partition("wd:")[2].split()[0]
            country = ITEMS[item]
            service.asked.append(country)
            service.agents.add(self.headers["User-Agent"])
            status, body = service.fails.get(country) or (200, json.dumps(recorded(country)).encode())
            assert given["format"] == ["json"]
            self.send_response(status)
            self.send_header("Content-Type", "application/sparql-results+json;charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service = Service(server.server_address[1])
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """The query service that the settings name while the test lasts."""
    with serving() as one:
        monkeypatch.setenv("COMMUNIQUE_WIKIDATA_URL", one.url)
        settings.get.cache_clear()
        yield one
        settings.get.cache_clear()


@pytest.fixture
def configuration(service: Service) -> Settings:
    return settings.get()
