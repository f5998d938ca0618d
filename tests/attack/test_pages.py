"""Pages made to break the page reader, read directly: bounded in time and memory, never a traceback."""

from __future__ import annotations

import pytest

from extractors.page import read
from tests.attack.bounded import bounded
from tests.attack.conftest import article

URL = "https://agency.test/news/1"
MB = 1024 * 1024


def nested(tag: str, depth: int = 10_000) -> bytes:
    return f"<{tag}>".encode() * depth + article() + f"</{tag}>".encode() * depth


PAGES = {
    "one line of 50 MB": lambda: article().replace(b"</article>", b"<p>" + b"word " * (10 * MB) + b"</p></article>"),
    "one word of 50 MB": lambda: article().replace(b"</article>", b"w" * (50 * MB) + b"</article>"),
    "one attribute of 50 MB": lambda: b"<html data-x='" + b"a" * (50 * MB) + b"'>" + article(),
    "one comment of 50 MB": lambda: b"<!--" + b"-" * (50 * MB) + b"-->" + article(),
    "one script of 50 MB": lambda: b"<script>" + b"x=1;" * (12 * MB) + b"</script>" + article(),
    "10,000 nested divs": lambda: nested("div"),
    "10,000 nested tables": lambda: nested("table><tr><td"),
    "10,000 nested blockquotes": lambda: nested("blockquote"),
    "10,000 nested links": lambda: nested("a href=x"),
    "10,000 nested formats": lambda: nested("b><i><font"),
    "10,000 nested lists": lambda: nested("ul><li"),
    "10,000 nested templates": lambda: nested("template"),
    "10,000 nested svg": lambda: nested("svg><foreignObject"),
    "a million nulls": lambda: b"\0" * 1_000_000 + article(),
    "nulls between all bytes": lambda: b"\0".join(bytes([byte]) for byte in article()),
    "200,000 entities": lambda: article().replace(b"Trade", b"") + b"<p>" + b"&amp;&notanentity;&#0;&#xD800;" * 50_000,
    "200,000 headlines": lambda: b"<h1>Talks</h1>" * 200_000 + article(),
    "100,000 dates": lambda: b"<time datetime='2026-11-03T10:00:00Z'>3 November 2026</time>" * 100_000 + article(),
    "100,000 JSON-LD articles": lambda: (
        b"<script type='application/ld+json'>[" + b'{"@type":"NewsArticle","headline":"x"},' * 100_000
        + b'{}]</script>' + article()),
    "JSON-LD of 100,000 levels": lambda: (
        b"<script type='application/ld+json'>" + b'{"@graph":[' * 100_000 + b"</script>" + article()),
    "a number of a million digits": lambda: (
        b"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"x\":" + b"9" * 1_000_000 + b"}</script>"
        + article()),
    "a date of a million digits": lambda: b"<time datetime='" + b"2026-11-" * 100_000 + b"'></time>" + article(),
    "a charset of its own": lambda: b"<meta charset='" + b"utf-16be," * 100_000 + b"'>" + article(),
    "a charset that runs code": lambda: b"<meta charset='unicode_escape'><meta charset=rot13>" + article(),
    "a DTD with entities": lambda: (
        b"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&a;&a;&a;'>]>"
        + article().replace(b"their third", b"&a;&b;")),
    "a base that leads inside": lambda: b"<base href='http://169.254.169.254/'><link rel=canonical href=x>" + article(),
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20_000,
    "an archive": lambda: b"PK\x03\x04" + bytes(range(255, -1, -1)) * 20_000,
    "nothing": lambda: b"",
}


@pytest.mark.parametrize("attack", PAGES)
def test_a_page_is_read_or_refused_within_bounds(attack: str) -> None:
    page = PAGES[attack]()
    with bounded(seconds=10, megabytes=400):
        found = read(page, URL)
    if found is not None:
        assert "root:" not in found.text
        assert len(found.text) <= 2 * MB
        assert "\0" not in found.text


def test_the_attacks_are_made_of_a_page_that_is_read() -> None:
    found = read(article(), URL)
    assert found is not None
    assert found.text.startswith("President of Kazakhstan")
