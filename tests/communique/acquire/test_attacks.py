"""A hostile publisher: whatever it sends costs bounded time and memory, gets a name, and harms no other page."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from typing import Any

import brotli
import pytest
import zstandard
from communique.acquire import Fetcher, FetchError, Landing, Reason
from communique.sources import Source

HEAD = b"HTTP/1.1 200 OK\r\n"
ZEROS = bytes(50 * 1024 * 1024)


def bomb(coding: str) -> bytes:
    return {"gzip": lambda: gzip.compress(ZEROS), "deflate": lambda: zlib.compress(ZEROS),
            "br": lambda: brotli.compress(ZEROS, quality=5), "zstd": lambda: zstandard.compress(ZEROS),
            "gzip, gzip": lambda: gzip.compress(gzip.compress(ZEROS))}[coding]()


def encoded(coding: str) -> Callable[[Any], None]:
    return lambda c: c.answer(bomb(coding), content_encoding=coding)


ATTACKS: dict[str, tuple[Callable[[Any], None], Reason]] = {
    "drips its head": (lambda c: c.drip(HEAD + b"x-a: " + b"a" * 10_000, 0.05), Reason.TIMEOUT),
    "drips its body": (lambda c: (c.send(HEAD + b"\r\n"), c.drip(b"a" * 10_000, 0.05)), Reason.TIMEOUT),
    "says nothing": (lambda c: c.stopping.wait(10), Reason.TIMEOUT),
    "says nothing after its head": (
        lambda c: (c.send(HEAD + b"content-length: 10\r\n\r\n"), c.stopping.wait(10)), Reason.TIMEOUT),
    "never ends": (lambda c: (c.send(HEAD + b"\r\n"), c.flood(b"a" * 65536)), Reason.TOO_LARGE),
    "never ends in chunks": (
        lambda c: (c.send(HEAD + b"transfer-encoding: chunked\r\n\r\n"), c.flood(b"400\r\n" + b"a" * 1024 + b"\r\n")),
        Reason.TOO_LARGE),
    "has one endless chunk": (
        lambda c: (c.send(HEAD + b"transfer-encoding: chunked\r\n\r\nffffffffffff\r\n"), c.flood(b"a" * 65536)),
        Reason.TOO_LARGE),
    "has endless headers": (lambda c: (c.send(HEAD), c.flood(b"x-header: " + b"a" * 1000 + b"\r\n")), Reason.PROTOCOL),
    "continues for ever": (lambda c: c.flood(b"HTTP/1.1 100 Continue\r\n\r\n" * 100), Reason.TIMEOUT),
    "claims too much": (lambda c: c.send(HEAD + b"content-length: 1000\r\n\r\nshort"), Reason.RESET),
    "claims a senseless length": (lambda c: c.send(HEAD + b"content-length: -5\r\n\r\nbody"), Reason.PROTOCOL),
    "claims two lengths": (
        lambda c: c.send(HEAD + b"content-length: 5\r\ncontent-length: 6\r\n\r\nbody.."), Reason.PROTOCOL),
    "resets in mid-body": (
        lambda c: (c.send(HEAD + b"content-length: 1000\r\n\r\nshort"), c.reset()), Reason.RESET),
    "hangs up at once": (lambda c: c.sock.close(), Reason.RESET),
    "cuts a chunk short": (
        lambda c: c.send(HEAD + b"transfer-encoding: chunked\r\n\r\n400\r\nabc"), Reason.RESET),
    "has a null in a header": (lambda c: c.send(HEAD + b"x-a: a\0b\r\ncontent-length: 0\r\n\r\n"), Reason.PROTOCOL),
    "has a bare newline in a header": (lambda c: c.send(HEAD + b"x-a: a\rb\r\ncontent-length: 0\r\n\r\n"),
                                       Reason.PROTOCOL),
    "speaks no HTTP": (lambda c: c.send(b"220 mail.test ESMTP\r\n\r\n"), Reason.PROTOCOL),
    "speaks TLS to us": (lambda c: c.send(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20), Reason.PROTOCOL),
    "has a status that is none": (lambda c: c.send(b"HTTP/1.1 999999 Very\r\n\r\n"), Reason.PROTOCOL),
    "redirects in a circle": (lambda c: c.answer(b"", "302 Found", location="/x"), Reason.TOO_MANY_REDIRECTS),
    "redirects for ever": (
        lambda c: c.answer(b"", "302 Found", location=f"/x?{time.monotonic_ns()}"), Reason.TOO_MANY_REDIRECTS),
    "redirects to nonsense": (lambda c: c.answer(b"", "302 Found", location="http://[oops/"), Reason.BAD_URL),
    "is a gzip bomb": (encoded("gzip"), Reason.TOO_LARGE),
    "is a gzip bomb in gzip": (encoded("gzip, gzip"), Reason.TOO_LARGE),
    "is a deflate bomb": (encoded("deflate"), Reason.TOO_LARGE),
    "is a brotli bomb": (encoded("br"), Reason.TOO_LARGE),
    "is a zstd bomb": (encoded("zstd"), Reason.TOO_LARGE),
    "lies about its coding": (lambda c: c.answer(b"plain text", content_encoding="gzip"), Reason.DECODE),
    "cuts its coding short": (lambda c: c.answer(gzip.compress(b"a" * 999)[:-9], content_encoding="gzip"),
                              Reason.DECODE),
    "has a coding of its own": (lambda c: c.answer(b"x", content_encoding="rot13"), Reason.DECODE),
    "piles codings up": (lambda c: c.answer(b"x", content_encoding=", ".join(["gzip"] * 50)), Reason.DECODE),
}


@pytest.fixture(scope="module", autouse=True)
def bombs_are_made_before_the_clock_runs() -> None:
    global bomb
    made = {coding: bomb(coding) for coding in ("gzip", "deflate", "br", "zstd", "gzip, gzip")}
    bomb = made.__getitem__


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_bounded_and_named(
    server: Any, client: Callable[..., Fetcher], source: Source, landing: Landing, attack: str
) -> None:
    route, reason = ATTACKS[attack]
    server.routes["/x"] = route
    server.routes["/good"] = lambda c: c.answer(b"unharmed")
    fetcher = client(fetch_deadline_seconds=1.0)
    began = time.monotonic()
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/x"), source)
    assert time.monotonic() - began < 2.5  # a first try and, for what may pass, another within the deadline
    assert caught.value.reason is reason
    assert len(str(caught.value)) < 500
    if caught.value.capture is not None:
        kept = landing.open(caught.value.capture)
        assert not kept.intact
        assert len(kept.body) <= 200_000
    assert fetcher.get(server.url("/good"), source).body == b"unharmed"


def test_what_came_before_a_break_is_kept(server: Any, fetcher: Fetcher, source: Source, landing: Landing) -> None:
    server.routes["/x"] = lambda c: (c.send(HEAD + b"content-length: 1000\r\n\r\nthe first half"), c.reset())
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/x"), source)
    assert caught.value.retryable
    assert caught.value.capture is not None
    kept = landing.open(caught.value.capture)
    assert (kept.body, kept.intact) == (b"the first half", False)


def test_more_than_was_claimed_is_ignored(server: Any, fetcher: Fetcher, source: Source) -> None:
    server.routes["/x"] = lambda c: c.send(HEAD + b"content-length: 4\r\n\r\nbody<script>")
    assert fetcher.get(server.url("/x"), source).body == b"body"


def test_a_body_at_the_limit_passes_and_one_above_does_not(server: Any, client: Any, source: Source) -> None:
    server.routes["/fits"] = lambda c: c.answer(b"a" * 1000)
    server.routes["/fits.gz"] = lambda c: c.answer(gzip.compress(b"a" * 1000), content_encoding="gzip")
    server.routes["/over"] = lambda c: c.answer(b"a" * 1001)
    fetcher = client(fetch_max_bytes=1000)
    assert len(fetcher.get(server.url("/fits"), source).body) == 1000
    assert len(fetcher.get(server.url("/fits.gz"), source).body) == 1000
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/over"), source)
    assert (caught.value.reason, caught.value.retryable) == (Reason.TOO_LARGE, False)


def test_odd_but_lawful_answers_are_taken(server: Any, fetcher: Fetcher, source: Source, landing: Landing) -> None:
    server.routes["/x"] = lambda c: c.send(
        "HTTP/1.1 200 Всё хорошо\r\nX-Title: Астана\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n\r\nbody".encode())
    response = fetcher.get(server.url("/x"), source)
    assert response.body == b"body"
    assert response.capture is not None
    assert landing.open(response.capture).body == b"body"
    fetcher.get(server.url("/x"), source)
    assert all("cookie" not in headers for _, headers in server.requests)
