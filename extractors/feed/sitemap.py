"""Sitemaps (sitemaps.org 0.9, with Google's news extension), and the indexes that lead to them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from lxml import etree
from lxml.etree import _Element

from extractors.feed.entry import MAX_LISTED, Entry, FeedError, absolute_address, made, read_date

_PIECE = 64 * 1024
_GZIP = b"\x1f\x8b"
_KIND = re.compile(rb"<(?:[a-z0-9]+:)?(urlset|sitemapindex)\b", re.I)


@dataclass(frozen=True, slots=True)
class Named:
    """A sitemap that an index names: its absolute address, and when it last changed, where that is said (UTC)."""

    url: str
    changed_at: datetime | None


def unpacked(data: bytes, url: str, limit: int) -> bytes:
    """`data`, unpacked where it is gzip (`sitemap.xml.gz` is one as a file). Raises FeedError beyond `limit` bytes."""
    if not data.startswith(_GZIP):
        return data
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(data, limit)
    except zlib.error as error:
        raise FeedError(f"{url}: begins like gzip and cannot be unpacked: {error}") from error
    if unpacker.unconsumed_tail:
        raise FeedError(f"{url}: more than the {limit} bytes that a feed may have, unpacked")
    return plain


def kind(start: bytes) -> str | None:
    """`urlset` for a sitemap, `sitemapindex` for an index of them, None for anything else; `start` is its beginning."""
    found = _KIND.search(start)
    return found[1].decode().lower() if found else None


def read(data: bytes, url: str) -> Iterator[Entry | None]:
    """The entries of a sitemap, in its order; None stands for one without an address."""
    for item in _elements(data, "url", url):
        news = item.find("{*}news")
        changed = read_date(item.findtext("{*}lastmod"))
        yield made(
            url,
            address=item.findtext("{*}loc"),
            title=None if news is None else news.findtext("{*}title"),
            published=None if news is None else read_date(news.findtext("{*}publication_date")),
            updated=changed,
            language=None if news is None else news.findtext("{*}publication/{*}language"),
        )


def named(data: bytes, url: str) -> list[Named]:
    """The sitemaps that an index names, those changed last first, and among those without a date the later ones first.

    Publishers append; an index by date therefore ends with what is current.
    """
    found = []
    for item in _elements(data, "sitemap", url):
        address = absolute_address(item.findtext("{*}loc"), url)
        if address is not None:
            found.append(Named(address, read_date(item.findtext("{*}lastmod"))))
    found.reverse()
    return sorted(found, key=lambda one: one.changed_at.timestamp() if one.changed_at else 0.0, reverse=True)


def _elements(data: bytes, name: str, url: str) -> Iterator[_Element]:
    """The elements of a name below the root, each let go before the next is made; MAX_LISTED at most.

    What comes before a break is read. Raises FeedError where nothing does.
    """
    parser = etree.XMLPullParser(
        events=("end",), tag=f"{{*}}{name}", resolve_entities=False, no_network=True, huge_tree=False, recover=True,
        load_dtd=False)
    count = 0
    reason = ""
    for start in range(0, len(data), _PIECE):
        try:
            parser.feed(data[start:start + _PIECE])
        except (etree.XMLSyntaxError, ValueError) as error:
            reason = str(error)
        for _, item in parser.read_events():
            element = cast(_Element, item)
            yield element
            count += 1
            if count >= MAX_LISTED:
                return
            element.clear()
            parent = element.getparent()
            while parent is not None and parent[0] is not element:
                del parent[0]
        if reason:
            break
    if not count and (reason or len(parser.error_log)):
        raise FeedError(f"{url}: a sitemap that cannot be read: {reason or parser.error_log[0].message}")
