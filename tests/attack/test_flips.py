"""One byte in a hundred is flipped, in every fixture and wherever bytes come in: a result or a named error, in time."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest
import zstandard
from communique.acquire import CaptureError, CaptureRef, Fetcher, FetchError, Landing
from communique.acquire.encoding import decode
from communique.acquire.errors import Fault
from communique.acquire.robots import parse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.feed import FeedError, entries
from extractors.page import read
from tests.attack.conftest import article
from tests.attack.flipping import BASE, feed_fixtures, flipped, page_fixtures
from tests.communique.acquire.test_landing import exchange

SEEDS = st.integers(0, 2**32)
PATIENCE = 5.0


def read_page(data: bytes) -> None:
    began = time.monotonic()
    found = read(data, BASE + "/news/1")
    assert time.monotonic() - began < PATIENCE
    if found is not None:
        assert found.text
        # What the warehouse takes: no NUL, nothing that UTF-8 can't hold.
        assert "\0" not in json.dumps(found.to_json(), ensure_ascii=False).encode().decode()


def read_feed(data: bytes) -> None:
    began = time.monotonic()
    try:
        for entry in entries(data, BASE + "/rss"):
            assert entry.url.lower().startswith(("http://", "https://"))  # a scheme is read in any case (RFC 3986, 3.1)
    except FeedError as error:
        assert BASE in str(error)  # noqa: PT017 - either outcome is right
    assert time.monotonic() - began < PATIENCE


def test_every_page_is_flipped() -> None:
    for seed, (name, page) in enumerate(page_fixtures().items()):
        try:
            read_page(flipped(page, seed))
        except Exception as error:
            error.add_note(f"fixture {name}, seed {seed}")
            raise


def test_every_feed_is_flipped() -> None:
    for seed, (name, data) in enumerate(feed_fixtures().items()):
        try:
            read_feed(flipped(data, seed))
        except Exception as error:
            error.add_note(f"fixture {name}, seed {seed}")
            raise


@given(st.sampled_from(sorted(page_fixtures())), SEEDS, st.sampled_from([0.0001, 0.01, 0.1]))
@settings(max_examples=120, deadline=None)
def test_a_page_that_is_flipped_is_read_or_refused(name: str, seed: int, share: float) -> None:
    read_page(flipped(page_fixtures()[name], seed, share))


@given(st.sampled_from(sorted(feed_fixtures())), SEEDS, st.sampled_from([0.0001, 0.01, 0.1]))
@settings(max_examples=120, deadline=None)
def test_a_feed_that_is_flipped_is_read_or_refused(name: str, seed: int, share: float) -> None:
    read_feed(flipped(feed_fixtures()[name], seed, share))


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress, "br": brotli.compress, "zstd": zstandard.compress}


@given(st.sampled_from(sorted(CODINGS)), SEEDS)
@settings(max_examples=200, deadline=None)
def test_a_coded_body_that_is_flipped_is_decoded_or_named(coding: str, seed: int) -> None:
    began = time.monotonic()
    try:
        body = decode(flipped(CODINGS[coding](article() * 20), seed), coding, 1_000_000)
    except Fault as fault:
        body = fault.text.encode()[:1000]
    assert len(body) <= 1_000_000
    assert time.monotonic() - began < PATIENCE


@given(SEEDS)
@settings(max_examples=60, deadline=None)
def test_a_robots_that_is_flipped_is_read(seed: int) -> None:
    rules = parse(flipped(b"User-agent: *\nDisallow: /a/*.pdf$\nCrawl-delay: 2\nRequest-rate: 1/10s\n" * 20, seed))
    assert 0 <= rules.delay <= 24 * 3600
    assert rules.allows(BASE + "/news/1") in (True, False)


@given(SEEDS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_kept_response_that_is_flipped_is_never_mistaken(landing: Landing, tmp_path: Path, seed: int) -> None:
    with landing.writer("batch") as writer:
        ref = writer.write(exchange(article()))
    path = tmp_path / "landing" / ref.path
    path.write_bytes(flipped(path.read_bytes(), seed))
    try:
        assert landing.open(ref).body == article()  # the flips hit other records, or headers
    except CaptureError as error:
        assert ref.path in str(error)  # noqa: PT017 - either outcome is right
    with pytest.raises(CaptureError):
        landing.open(CaptureRef(ref.path, ref.offset + 1, ref.length, ref.payload_sha256))


@given(SEEDS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_answer_that_is_flipped_on_its_way_is_taken_or_named(
    server: Any, fetcher_for_flips: Fetcher, source: Any, seed: int
) -> None:
    body = gzip.compress(article(), mtime=0)
    answer = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
              b"Content-Length: %d\r\nETag: \"abc\"\r\nConnection: close\r\n\r\n" % len(body)) + body
    server.routes["/x"] = lambda c: c.send(flipped(answer, seed))
    began = time.monotonic()
    try:
        assert len(fetcher_for_flips.get(server.url("/x"), source).body) <= 200_000
    except FetchError as error:
        assert error.url in str(error)  # noqa: PT017 - either outcome is right
    assert time.monotonic() - began < PATIENCE


@pytest.fixture
def fetcher_for_flips(client: Callable[..., Fetcher]) -> Fetcher:
    return client(fetch_deadline_seconds=0.3)
