"""A robots.txt made to stop or to turn a crawler: bounded, never obeyed into our own network, never waited for long."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from communique.acquire import Fetcher, FetchError, Reason
from communique.acquire.robots import parse
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attack.bounded import bounded

HARMLESS: dict[str, bytes] = {
    "stars without end": b"User-agent: *\nDisallow: /" + b"*a" * 200_000 + b"$\n",
    "stars that backtrack": b"User-agent: *\n" + b"Disallow: /a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b$\n" * 2000,
    "a hundred thousand rules": b"User-agent: *\n" + b"".join(b"Disallow: /p%d\n" % n for n in range(30_000)),
    "a hundred thousand agents": b"User-agent: a\n" * 40_000 + b"Disallow: /\n",
    "one line of half a megabyte": b"User-agent: *\nDisallow: /" + b"x" * 520_000,
    "nulls": b"User-agent: *\0\nDisallow: /\0\n\0" * 1000,
    "delays that are no numbers": b"User-agent: *\nCrawl-delay: nan\nCrawl-delay: -1e999\nRequest-rate: 0/0\n",
    "a rate that is none": b"User-agent: *\nRequest-rate: 99999999999999999999/0s 2500-9900\nVisit-time: x-y\n",
    "percent signs": b"User-agent: *\nDisallow: /%zz%%%\nDisallow: /%E2%80%AE\n" * 100,
    "a page": b"<html><body>Disallow: / everything</body></html>",
    "bytes of every kind": bytes(range(256)) * 1000,
}


@pytest.mark.parametrize("attack", HARMLESS)
def test_a_poisoned_robots_is_read_within_bounds(
    server: Any, client: Callable[..., Fetcher], declare: Any, attack: str
) -> None:
    server.routes["/robots.txt"] = lambda c: c.answer(HARMLESS[attack])
    server.routes["/" + "a" * 3000] = lambda c: c.answer(b"text")
    polite = declare(server, politeness={"robots": True})
    with bounded(seconds=6, megabytes=200):
        assert client().get(server.url("/" + "a" * 3000), polite).body == b"text"


@pytest.mark.parametrize("line", [b"Crawl-delay: 99999999", b"Crawl-delay: inf", b"Request-rate: 1/9999999h"])
def test_nobody_waits_for_a_delay_without_end(server: Any, client: Any, declare: Any, line: bytes) -> None:
    server.routes["/robots.txt"] = lambda c: c.answer(b"User-agent: *\n" + line)
    server.routes["/a"] = lambda c: c.answer(b"text")
    polite, fetcher = declare(server, politeness={"robots": True}), client()
    began = time.monotonic()
    fetcher.get(server.url("/a"), polite)
    if b"inf" not in line:  # no number that RFC or use knows: it counts as none
        with pytest.raises(FetchError) as caught:
            fetcher.get(server.url("/a"), polite)
        assert caught.value.reason is Reason.BUSY
        assert caught.value.retry_after is not None
        assert caught.value.retry_after <= 24 * 3600
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("answer", [
    lambda c: c.answer(b"", "302 Found", location="http://169.254.169.254/robots.txt"),
    lambda c: c.answer(b"", "302 Found", location="http://[::1]:1/robots.txt"),
    lambda c: c.answer(b"", "302 Found", location="file:///etc/passwd"),
    lambda c: (c.send(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\n"), c.drip(b"Disallow: /\n" * 1000, 0.05)),
    lambda c: (c.send(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nUser-agent"), c.reset()),
    lambda c: c.send(b"HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n"),
    lambda c: c.answer(b"", "503 Busy"),
], ids=["metadata", "loopback", "file", "drip", "reset", "header", "down"])
def test_a_robots_that_fails_lets_nothing_through(server: Any, client: Any, declare: Any, answer: Any) -> None:
    """RFC 9309: what cannot be reached disallows everything; the entry is told why."""
    server.routes["/robots.txt"] = answer
    server.routes["/a"] = lambda c: c.answer(b"text")
    with bounded(seconds=6, megabytes=100), pytest.raises(FetchError) as caught:
        client(fetch_deadline_seconds=1.0).get(server.url("/a"), declare(server, politeness={"robots": True}))
    assert "/a" not in server.paths()
    assert len(str(caught.value)) < 600


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
       st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise(noise: bytes, path: str) -> None:
    rule = b"User-agent: *\nDisallow: /%b\nCrawl-delay: %b\nRequest-rate: %b" % (noise, noise, noise)
    for body in (noise, rule):
        rules = parse(body)
        assert rules.allows(f"http://agency.test/{path}") in (True, False)
        assert 0 <= rules.delay <= 24 * 3600
