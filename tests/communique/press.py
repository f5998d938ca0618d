"""A publisher on loopback whose pages and feeds a test writes as it likes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

NOW = datetime.now(UTC).replace(microsecond=0)


class Press:
    """What the publisher serves, by path; `asked` are the paths asked for, in order.

    `on_asked` is called with each path before it is answered.
    """

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.host = f"127.0.0.1:{port}"
        self.served: dict[str, tuple[str, bytes]] = {}
        self.asked: list[str] = []
        self.on_asked: Callable[[str], None] = lambda path: None

    def put(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8") -> str:
        """Serve `body` at `path`; returns its address."""
        self.served[path] = (kind, body.encode() if isinstance(body, str) else body)
        return self.url + path

    def rss(self, path: str, *items: tuple[int, float], language: str = "en") -> str:
        """Serve an RSS feed; an item is an article's number and how many hours ago it was published."""
        lines = "".join(
            f"<item><title>Talks {n}</title><link>{self.url}/news/{n}</link>"
            f"<pubDate>{format_datetime(NOW - timedelta(hours=hours))}</pubDate></item>" for n, hours in items)
        return self.put(path, f"<?xml version='1.0'?><rss version='2.0'><channel><title>Daily Example</title>"
                              f"<language>{language}</language>{lines}</channel></rss>", "application/rss+xml")

    def article(self, number: int, *, paragraphs: int = 5, hours: float = 1, **changes: str) -> str:
        """Serve an article's page; returns its address."""
        title = changes.get("title", f"President receives envoy number {number} in the capital")
        body = "".join(
            f"<p>The President of Kazakhstan received envoy {number} in Astana and the sides discussed trade, "
            f"paragraph {n} of the article, which is as long as those of agencies are.</p>" for n in range(paragraphs))
        when = (NOW - timedelta(hours=hours)).isoformat()
        page = (f"<!DOCTYPE html><html lang='en'><head><title>{escape(title)}</title>"
                f"<meta property='article:published_time' content='{when}'></head><body>"
                "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
                f"<article><h1>{escape(title)}</h1><time datetime='{when}'>today</time>"
                f"<div class='content'>{changes.get('body', body)}</div></article>"
                "<footer>© Example</footer></body></html>")
        return self.put(changes.get("path", f"/news/{number}"), page)

    def source(self, *feeds: dict[str, Any], **changes: Any) -> dict[str, Any]:
        """A declaration of this publisher, as its YAML would give it."""
        return {
            "key": "press", "name": "Daily Example", "country": "KZ", "languages": ["en"], "home": f"{self.url}/",
            "time_zone": "Asia/Almaty", "confidence": "high", "evidence": "a test", "feeds": list(feeds),
            "politeness": {"delay_seconds": 0, "concurrency": 8, "robots": False}, "allow_private": [self.host],
            **changes,
        }


@contextmanager
def printing() -> Iterator[Press]:
    """A publisher on an ephemeral port of loopback."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            press.asked.append(self.path)
            press.on_asked(self.path)
            kind, body = press.served.get(self.path, ("text/plain", b"no such page"))
            self.send_response(200 if self.path in press.served else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, *_: object) -> None:
            pass  # clients that are killed hang up

    server = Server(("127.0.0.1", 0), Handler)
    press = Press(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield press
    finally:
        server.shutdown()
        server.server_close()
