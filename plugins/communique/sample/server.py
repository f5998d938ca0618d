"""The sample agencies' sites on one loopback port: home page, feed, articles, conditional requests."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from communique.sample import articles, pages, state
from communique.sample.articles import SampleArticle
from communique.sample.series import Series

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """One response before it is sent."""

    status: int
    body: bytes
    content_type: str = "text/html; charset=utf-8"
    modified: datetime | None = None

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'


class Agency:
    """One site's content: what lies in a directory, and what has been published since where it has a series."""

    def __init__(self, content: Path, state_dir: Path) -> None:
        self.site = articles.site(content)
        self._state_dir = state_dir
        self._standing = articles.load(content)
        self._series = Series.of(content)

    def articles(self) -> list[SampleArticle]:
        """Every article published so far, newest first, read anew from the state directory."""
        series = self._series
        times = state.published(self._state_dir) if series else []
        later = [series.article(number, time) for number, time in enumerate(times)] if series else []
        return sorted([*self._standing, *later], key=lambda article: article.published_at, reverse=True)

    def answer(self, path: str, base: str) -> Answer:
        """What the site answers to a GET of `path`, which begins where the site does; `base` is its own address,
        without a slash at the end."""
        published = self.articles()
        newest = published[0].published_at
        if path == "/":
            return Answer(200, pages.listing_page(published, self.site, base), modified=newest)
        if path == "/rss.xml":
            return Answer(200, pages.feed(published, self.site, base), "application/rss+xml; charset=utf-8", newest)
        for article in published:
            if article.path == path:
                # A page in another charset says so in its meta element only, as old sites do
                content_type = "text/html; charset=utf-8" if article.charset == "utf-8" else "text/html"
                body = pages.article_page(article, self.site, base)
                return Answer(200, body, content_type, article.published_at)
        return Answer(404, pages.missing_page(self.site))


class Host:
    """Several sites below one address, each below its own path."""

    def __init__(self, agencies: Sequence[Agency]) -> None:
        # The longest path first: the site at the root would take what lies in the others
        self._agencies = sorted(agencies, key=lambda agency: len(agency.site.path), reverse=True)

    def answer(self, path: str, url: str) -> Answer:
        """What the host answers to a GET of `path`; `url` is its address, without a slash at the end."""
        if path == "/robots.txt":
            return Answer(200, b"User-agent: *\nAllow: /\n", "text/plain; charset=utf-8")
        for agency in self._agencies:
            if f"{path}/".startswith(f"{agency.site.path}/"):
                return agency.answer(path.removeprefix(agency.site.path) or "/", url + agency.site.path)
        return Answer(404, b"", "text/plain; charset=utf-8")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Sample/1.0"
    sys_version = ""
    timeout = 15
    server: _Server

    def do_GET(self) -> None:
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        self._send(with_body=False)

    def _send(self, *, with_body: bool) -> None:
        try:
            answer = self.server.sites.answer(urlsplit(self.path).path, self.server.url)
        except (ValueError, articles.SampleError) as error:
            log.warning("sample agency: %s: %s", self.path, error)
            answer = Answer(500, b"", "text/plain; charset=utf-8")
        unchanged = answer.status == 200 and self._unchanged(answer)
        self.send_response(304 if unchanged else answer.status)
        self.send_header("ETag", answer.etag)
        if answer.modified:
            self.send_header("Last-Modified", format_datetime(answer.modified.astimezone(UTC), usegmt=True))
        if not unchanged:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if with_body and not unchanged:
            self.wfile.write(answer.body)

    def _unchanged(self, answer: Answer) -> bool:
        """RFC 9110: If-None-Match decides where it is given, else If-Modified-Since."""
        known = self.headers.get("If-None-Match")
        if known is not None:
            tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
            return "*" in tags or answer.etag in tags
        since = self.headers.get("If-Modified-Since")
        if since is None or answer.modified is None:
            return False
        try:
            return answer.modified.replace(microsecond=0) <= parsedate_to_datetime(since)
        except (TypeError, ValueError):
            return False

    def log_message(self, format: str, *args: object) -> None:
        log.debug("sample agency: " + format, *args)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, host: str, port: int, sites: Host) -> None:
        super().__init__((host, port), _Handler)
        self.sites = sites
        address, bound = self.server_address[:2]
        self.url = f"http://{address!s}:{bound}"


def open_server(host: str, port: int, state_dir: Path, contents: Sequence[Path]) -> _Server:
    """A server of the agencies in `contents`, bound to host and port (0: a free one), not yet serving.

    Raises OSError where the port is in use, SampleError where an agency cannot be read.
    """
    return _Server(host, port, Host([Agency(content, state_dir) for content in contents]))


@contextmanager
def serving(state_dir: Path, contents: Sequence[Path], host: str = "127.0.0.1", port: int = 0) -> Iterator[str]:
    """Serve in a thread for as long as the context lasts; gives the host's address, without a slash at the end."""
    server = open_server(host, port, state_dir, contents)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="sample-agencies", daemon=True)
    thread.start()
    try:
        yield server.url
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
