"""Feeds made to break the feed reader: bounded in time and memory, refused by name, and nothing else is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractors.feed import Entry, FeedError, entries
from tests.attack.bounded import bounded
from tests.attack.conftest import feed
from tests.attack.test_line import LAUGHS

URL = "https://agency.test/rss"
MB = 1024 * 1024
ITEM = b"<item><title>News</title><link>https://agency.test/news/1</link></item>"


def rss(inside: bytes, before: bytes = b"") -> bytes:
    return b"<?xml version='1.0'?>" + before + b"<rss version='2.0'><channel>" + inside + b"</channel></rss>"


QUADRATIC = b"<!DOCTYPE rss [<!ENTITY a '" + b"a" * 50_000 + b"'>]>"
PARAMETERS = b"<!DOCTYPE rss [<!ENTITY % a 'x'>" + b"".join(
    b"<!ENTITY %% p%d '%%a;%s'>" % (n, b"%a;" * 50) for n in range(1000)) + b"]>"

FEEDS: dict[str, Callable[[], bytes]] = {
    "a billion laughs": lambda: LAUGHS,
    "laughs in an item": lambda: LAUGHS.replace(b"<title>&l9;</title>", b"<item><title>&l9;</title></item>" + ITEM),
    "quadratic entities": lambda: rss(b"<title>" + b"&a;" * 50_000 + b"</title>" + ITEM, QUADRATIC),
    "parameter entities": lambda: rss(ITEM, PARAMETERS),
    "an entity that is itself": lambda: rss(
        b"<title>&a;</title>", b"<!DOCTYPE rss [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>"),
    "an endless DTD": lambda: b"<!DOCTYPE rss [" + b"<!ELEMENT a (b)>" * 200_000 + rss(ITEM),
    "one line of 50 MB": lambda: rss(b"<title>" + b"x" * (50 * MB) + b"</title>" + ITEM),
    "one line of 9 MB": lambda: rss(b"<title>" + b"word " * (9 * MB // 5) + b"</title>" + ITEM),
    "one attribute of 9 MB": lambda: rss(b"<a b='" + b"x" * (9 * MB) + b"'/>" + ITEM),
    "10,000 nested tags": lambda: rss(b"<a>" * 10_000 + ITEM + b"</a>" * 10_000),
    "10,000 nested tags that never close": lambda: rss(b"<description>" + b"<div>" * 10_000 + ITEM),
    "10,000 nested escapes": lambda: rss(b"<item><description>" + b"&lt;div>" * 10_000 + b"</description></item>"),
    "a million nulls": lambda: rss(b"\0" * 1_000_000 + ITEM),
    "a million namespaces": lambda: rss(b" ".join(b"<x xmlns:n%d='u%d'/>" % (n, n) for n in range(50_000)) + ITEM),
    "JSON of 100,000 levels": lambda: b'{"version":"https://jsonfeed.org/version/1.1","items":' + b"[" * 100_000,
    "JSON with a number of a million digits": lambda: (
        b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":' + b"9" * 1_000_000 + b"}]}"),
    "JSON with 200,000 items": lambda: (
        b'{"version":"https://jsonfeed.org/version/1.1","items":[' + b'{"id":"1","url":"http://a.test/"},' * 200_000
        + b"{}]}"),
    "a sitemap that laughs": lambda: LAUGHS.replace(b"rss", b"urlset").replace(b"channel", b"url"),
    "a sitemap of 100,000 levels": lambda: b"<urlset>" + b"<url>" * 100_000,
    "a date of a million digits": lambda: rss(
        b"<item><link>http://a.test/</link><pubDate>" + b"Mon, 03 Nov 2026 " * 60_000 + b"</pubDate></item>"),
    "an encoding of its own": lambda: rss(ITEM).replace(b"'1.0'", b"'1.0' encoding='" + b"utf-7" * 1000 + b"'"),
    "UTF-16 that isn't": lambda: b"\xff\xfe" + rss(ITEM),
}


def outcome(data: bytes, url: str) -> tuple[list[Entry], str | None]:
    """The feed's entries, or none and why."""
    try:
        return list(entries(data, url)), None
    except FeedError as error:
        return [], str(error)


@pytest.mark.parametrize("attack", FEEDS)
def test_a_feed_is_read_or_refused_within_bounds(attack: str) -> None:
    data = FEEDS[attack]()
    with bounded(seconds=12, megabytes=600):
        found, refusal = outcome(data, URL)
    assert refusal is None or refusal.startswith(URL)
    assert len(refusal or "") < 500
    assert all(len(entry.title or "") < 100_000 for entry in found), "an entity was expanded"


EXTERNAL = {
    "entity": b"<!DOCTYPE rss [<!ENTITY x SYSTEM '%s'>]>",
    "public entity": b"<!DOCTYPE rss [<!ENTITY x PUBLIC '-//a//b' '%s'>]>",
    "DTD": b"<!DOCTYPE rss SYSTEM '%s'>",
    "parameter entity": b"<!DOCTYPE rss [<!ENTITY %% p SYSTEM '%s'> %%p;]>",
    "stylesheet": b"<?xml-stylesheet type='text/xsl' href='%s'?>",
}


@pytest.mark.parametrize("kind", EXTERNAL)
@pytest.mark.parametrize("root", ["rss", "urlset"])
def test_nothing_outside_of_a_feed_is_opened(
    kind: str, root: str, server: Any, tmp_path: Path, network: Any
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    for place in (secret.as_uri(), server.url("/entity"), "ftp://127.0.0.1/x", "expect://id"):
        data = rss(b"<item><title>&x;</title><description>&x;</description><link>http://a.test/1</link></item>"
                   b"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='%s'/>" % place.encode(),
                   EXTERNAL[kind] % place.encode()).replace(b"rss", root.encode())
        assert "secret words" not in repr(outcome(data, server.url("/rss")))
    assert server.paths() == []
    assert network.looked_up == []


def test_ten_thousand_entries_are_read_in_bounded_memory() -> None:
    data = feed([f"https://agency.test/news/{n}" for n in range(10_000)])
    with bounded(seconds=30, megabytes=300):
        found = list(entries(data, URL))
    assert len({entry.url for entry in found}) == 10_000
