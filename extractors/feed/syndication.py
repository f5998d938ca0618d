"""RSS, Atom and RDF, well-formed or not, by feedparser; long feeds a few hundred entries at a time.

feedparser takes 20 to 35 microseconds a tag and a kilobyte or two of memory for each, whether the tag belongs to an
entry or not. So a long feed is cut between its entries and read in pieces, and what a feed may cost is bounded by the
tags that bring no entry: a hostile one is over in a second or two, an honest one of ten thousand entries is read whole.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time
from typing import Any

import feedparser

from extractors.feed.entry import MAX_LISTED, Entry, FeedError, made, read_date

log = logging.getLogger(__name__)

IDLE_TAGS = 40_000
"""Tags that a feed may have beside those of its entries: a second and a half of feedparser's time."""
TAGS_AN_ENTRY = 20
"""Tags that an entry may have without touching IDLE_TAGS; feeds that carry whole texts as XHTML have more."""

_PIECE = 200  # entries that are read at a time
_PIECE_TAGS = 8000

_ENTRY = re.compile(rb"<(?:[A-Za-z0-9]+:)?(?:item|entry)(?=[\s>/])", re.I)
_ENTRY_END = re.compile(rb"</(?:[A-Za-z0-9]+:)?(?:item|entry)\s*>", re.I)
_ENDLESS_TAG = re.compile(rb"<[A-Za-z][^<>]{65536}")  # sgmllib takes seconds over a million attributes
_RDF_CONTENTS = re.compile(rb"<(?:[a-z]+:)?items\b", re.I)
_RDF_CONTENTS_END = re.compile(rb"</(?:[a-z]+:)?items\s*>", re.I)
_CHARACTER_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,12})|([0-9]{1,12}));")


def read(data: bytes, url: str) -> Iterator[Entry | None]:
    """The entries of a feed; None stands for one that names no address.

    Raises FeedError while the first is asked for.
    """
    if _ENDLESS_TAG.search(data):
        raise FeedError(f"{url}: a tag of more than 64 kB")
    idle, listed = IDLE_TAGS, 0
    for number, piece in enumerate(_pieces(data)):
        tags = _weight(piece)
        if tags > idle + TAGS_AN_ENTRY * _PIECE:
            if not listed:
                raise FeedError(f"{url}: {data.count(b'<')} tags and {data.count(b'&')} references, most of which "
                                "belong to no entry")
            log.warning("%s: entries after the first %d are left out: the feed has too many tags that belong to none",
                        url, listed)
            return
        parsed = _parse(piece, url)
        if not number and not parsed["entries"] and not parsed.get("version"):
            reason = parsed.get("bozo_exception")
            why = f" ({reason})" if reason else ""
            raise FeedError(f"{url}: neither RSS, Atom, RDF, JSON Feed nor a sitemap{why}")
        found = 0
        for entry in _entries(parsed, url):
            found += entry is not None
            yield entry
        listed += found
        idle -= max(0, tags - TAGS_AN_ENTRY * found)
        if listed >= MAX_LISTED:
            return


def _pieces(data: bytes) -> Iterator[bytes]:
    """The feed in pieces that are feeds themselves: each with the head and the end of the whole."""
    starts = [match.start() for match in _ENTRY.finditer(data)]
    if not starts or (len(starts) <= _PIECE and _weight(data) <= _PIECE_TAGS):
        yield data
        return
    ends = [match.end() for match in _ENTRY_END.finditer(data, starts[-1])]
    end = ends[-1] if ends else len(data)
    head, tail = _without_contents(data[:starts[0]]), data[end:]
    piece: list[bytes] = []
    tags = 0
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        entry = data[start:stop]
        size = _weight(entry)
        if piece and (len(piece) >= _PIECE or tags + size > _PIECE_TAGS):
            yield head + b"".join(piece) + tail
            piece, tags = [], 0
        piece.append(entry)
        tags += size
    yield head + b"".join(piece) + tail


def _weight(data: bytes) -> int:
    """What feedparser has to do, in tags; a character reference takes it a twentieth of the time."""
    return data.count(b"<") + data.count(b"&") // 20


def _without_contents(head: bytes) -> bytes:
    """The head of an RDF feed without its table of contents, which names every entry once more."""
    start = _RDF_CONTENTS.search(head)
    end = _RDF_CONTENTS_END.search(head, start.end()) if start else None
    return head[:start.start()] + head[end.end():] if start and end else head


def _entries(parsed: Any, url: str) -> Iterator[Entry | None]:
    feed_language = parsed["feed"].get("language")
    for item in parsed["entries"]:
        detail = item.get("title_detail") or {}
        # An RDF item's rdf:about is its address; a guid that is no permalink is marked so by feedparser
        about = None if "guidislink" in item else item.get("id")
        yield made(
            url,
            address=item.get("link") or _alternate(item.get("links") or ()) or about,
            guid=item.get("id"),
            title=item.get("title"),
            summary=item.get("summary"),
            published=_moment(item, "published") or _moment(item, "created"),
            updated=_moment(item, "updated"),
            language=item.get("language") or detail.get("language") or feed_language,
        )


def _parse(data: bytes, url: str) -> Any:
    try:
        return _feedparser(data, url)
    except Exception as first:
        # feedparser's loose parser raises on references beyond Unicode ("&#99999999;") and on surrogates:
        # one bad character must not cost the whole feed.
        cleaned = _CHARACTER_REFERENCE.sub(_drop_impossible, data)
        if cleaned == data:
            raise FeedError(f"{url}: feedparser gave up: {type(first).__name__}: {first}") from first
        try:
            return _feedparser(cleaned, url)
        except Exception as second:
            raise FeedError(f"{url}: feedparser gave up: {type(second).__name__}: {second}") from second


def _feedparser(data: bytes, url: str) -> Any:
    # A stream, never a string: feedparser would take that for an address or a path. Markup is stripped from every
    # value afterwards, so neither sanitizing nor resolving links within it is needed.
    return feedparser.parse(
        io.BytesIO(data),
        response_headers={"content-location": url, "content-type": "application/xml"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _drop_impossible(reference: re.Match[bytes]) -> bytes:
    point = int(reference[1], 16) if reference[1] else int(reference[2])
    return b"" if point > 0x10FFFF or 0xD800 <= point <= 0xDFFF else reference[0]


def _alternate(links: Iterable[Mapping[str, Any]]) -> str | None:
    return next((link.get("href") for link in links if link.get("rel", "alternate") == "alternate"), None)


def _moment(item: dict[str, Any], name: str) -> datetime | None:
    """When an item says that something happened, in UTC.

    feedparser knows the forms of feeds with their zones by name; in other languages it takes a year alone for a whole
    date, and a zone that it does not know costs it the time.
    """
    # dict.get, because feedparser's own get() answers "updated" with "published" and warns of it
    text, value = dict.get(item, name), dict.get(item, f"{name}_parsed")
    ours = read_date(text)
    if not value or (ours and isinstance(text, str) and not text.isascii()):
        return ours
    year, month, day, hour, minute, second = value[:6]
    try:
        theirs = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return ours
    return ours if ours and theirs.time() == time() else theirs
