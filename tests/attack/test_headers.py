"""Headers that try to become other headers, other requests, or rows: they stay what they are or are refused."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from communique.acquire import Fetcher, FetchError, Landing, Reason, Validators
from communique.acquire.errors import Fault
from communique.acquire.exchange import Exchange
from communique.acquire.retries import retry_after
from communique.sources import Source
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.communique.acquire.test_landing import exchange


@pytest.mark.parametrize("location", [
    "/x%0d%0aHost:%20evil", "/x\tHost: evil", "/x Host: evil", "//evil.test\\@127.0.0.1/", "/\u2028x", "/x#\u202e",
    "https:/\\evil.test/", "http:evil.test", "?\x7f", "/x\u0130"])
def test_a_redirect_never_adds_to_a_request(
    server: Any, client: Callable[..., Fetcher], source: Source, location: str
) -> None:
    server.routes["/start"] = lambda c: c.send(
        b"HTTP/1.1 302 Found\r\nlocation: " + location.encode("utf-8", "replace") + b"\r\ncontent-length: 0\r\n\r\n")
    with pytest.raises(FetchError):
        client(fetch_deadline_seconds=1.0).get(server.url("/start"), source)
    for target, headers in server.requests:
        assert headers["host"] == server.authority
        assert " " not in target
        assert "evil" not in headers.values()


@pytest.mark.parametrize("etag", ['"a"\r\nX-Evil: 1', '"\x00"', '"a\nb"', "\u0416"])
def test_a_validator_never_adds_to_a_request(server: Any, client: Any, source: Source, etag: str) -> None:
    """Validators come back from the store that keeps them, which need not be honest."""
    server.routes["/rss"] = lambda c: c.answer(b"<rss/>")
    response = client().get(server.url("/rss"), source, kind="feed", validators=Validators(etag, etag))
    assert response.body == b"<rss/>"
    ((_, headers),) = server.requests
    assert {"x-evil", "if-none-match", "if-modified-since"}.isdisjoint(headers)


def test_an_etag_that_is_no_etag_comes_back_as_it_was(server: Any, client: Any, source: Source) -> None:
    server.routes["/rss"] = lambda c: c.answer(b"<rss/>", etag="W/\"\u00e9' OR 1=1 --")
    first = client().get(server.url("/rss"), source, kind="feed")
    client().get(server.url("/rss"), source, kind="feed", validators=first.validators)
    assert server.requests[1][1]["if-none-match"] == "W/\"\u00e9' OR 1=1 --"


def test_a_hundred_kilobytes_of_headers_are_kept_or_refused(
    server: Any, client: Any, source: Source, landing: Landing
) -> None:
    lines = b"".join(b"X-H%d: %s\r\n" % (n, b"v" * 90) for n in range(900))
    server.routes["/x"] = lambda c: c.send(b"HTTP/1.1 200 OK\r\n" + lines + b"content-length: 2\r\n\r\nok")
    response = client().get(server.url("/x"), source)
    assert response.body == b"ok"
    assert len(landing.open(response.capture).headers) == 901


@given(st.text(st.characters(max_codepoint=0xFF), max_size=60)
       | st.from_regex(r"(Mon|Tue), [0-9]{1,3} (Nov|Foo) [0-9]{1,6} [0-9:]{1,12} (GMT|[+-][0-9]{1,9})", fullmatch=True)
       | st.integers().map(str), st.text(st.characters(max_codepoint=0xFF), max_size=40))
@settings(max_examples=400, deadline=None)
def test_any_retry_after_is_a_time_of_a_day_at_most_or_none(value: str, date: str) -> None:
    came: Exchange = exchange(status=503, headers=(("Retry-After", value), ("Date", date)))
    began = time.monotonic()
    seconds = retry_after(came)
    assert seconds is None or 0 <= seconds <= 24 * 3600
    assert time.monotonic() - began < 1


def test_the_publishers_clock_counts_for_a_date() -> None:
    headers = (("Retry-After", "Tue, 03 Nov 2020 10:02:00 GMT"), ("Date", "Tue, 03 Nov 2020 10:00:00 GMT"))
    assert retry_after(exchange(status=429, headers=headers)) == 120
    assert retry_after(exchange(status=429, headers=headers[:1])) == 0
    assert retry_after(exchange(status=200, headers=headers)) is None


def test_a_fault_keeps_what_hostile_text_it_quotes_short() -> None:
    error = FetchError(Reason.BAD_URL, "no web address", source="s", url="http://a.test/" + "a" * 100_000)
    assert len(str(error)) < 700
    assert isinstance(Fault(Reason.DNS, "x"), Exception)
