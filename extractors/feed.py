"""Feed bytes to entries: which articles does a publisher announce?

RSS, Atom and RDF go through feedparser, which reads ill-formed feeds too; JSON Feed 1.x and sitemaps
(sitemaps.org 0.9 with Google's news extension) have small readers here, since feedparser knows neither.
Nothing here opens a connection or a file: feedparser is handed a stream, never a string, because it would
take a string for an address or a path.
"""

from __future__ import annotations

import html
import io
import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree

from extractors.page.dates import parse_date

log = logging.getLogger(__name__)

MAX_BYTES = 10 * 1024 * 1024  # as much as the HTTP client lets through
MAX_TAGS = 400_000  # feedparser's loose parser takes about 35 microseconds a tag

_BREAK = re.compile(r"<(?:/?(?:p|div|li|tr|td|h[1-6])|br)\b[^<>]*>", re.I)
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--.*?--)>", re.DOTALL)
_CHARACTER_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,12})|([0-9]{1,12}));")
_HTML_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.DOTALL)
_SITEMAP = re.compile(rb"<(?:[a-z]+:)?(urlset|sitemapindex)\b", re.I)
_ISO_639_2 = {"eng": "en", "rus": "ru", "kaz": "kk", "kir": "ky", "uzb": "uz", "tgk": "tg", "tur": "tr", "aze": "az"}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class FeedError(Exception):
    """The bytes are no feed, or none that can be read; the message names the address and the reason."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a feed announces it.

    `url` is absolute, http or https. `guid` is the feed's own identifier, or the address where it gives none.
    `title` and `summary` are plain text. `published_at` is aware and in UTC; a date that the feed gives without
    a zone is taken for UTC. `language` is ISO 639-1.
    """

    url: str
    guid: str
    title: str | None = None
    summary: str | None = None
    published_at: datetime | None = None
    language: str | None = None


def entries(data: bytes, url: str) -> Iterator[Entry]:
    """The entries of a feed, in the feed's order.

    `data` is the response's body, decoded of its transfer encoding only; `url` is the address it came from,
    against which relative links are resolved. The format is told by the bytes. A feed that is ill-formed but yields
    entries is read. Entries without an address are left out and counted in one logged warning.

    Raises FeedError at the call, before the first entry is taken, where the bytes are no feed.
    """
    if not data.strip():
        raise FeedError(f"{url}: the response is empty")
    if len(data) > MAX_BYTES:
        raise FeedError(f"{url}: {len(data)} bytes, more than the {MAX_BYTES} that a feed may have")
    if (tags := data.count(b"<")) > MAX_TAGS:
        raise FeedError(f"{url}: {tags} tags, more than the {MAX_TAGS} that a feed may have")
    start = data.removeprefix(_BYTE_ORDER_MARK).lstrip()[:65536]
    if start.startswith((b"{", b"[")):
        found = list(_json_feed(data, url))
    elif _HTML_PAGE.match(start[:2048]):
        raise FeedError(f"{url}: an HTML page, not a feed; look for <link rel=alternate> in it")
    elif sitemap := _SITEMAP.search(start):
        if sitemap[1].lower() == b"sitemapindex":
            raise FeedError(f"{url}: an index of sitemaps; declare the sitemaps that it names as feeds")
        found = list(_sitemap(data, url))
    else:
        found = list(_feed(data, url))
    kept = [entry for entry in found if entry is not None]
    if len(kept) < len(found):
        log.warning("%s: %d of %d entries have no address and are left out", url, len(found) - len(kept), len(found))
    return iter(kept)


def _feed(data: bytes, url: str) -> Iterator[Entry | None]:
    parsed = _parse(data, url)
    if not parsed["entries"] and not parsed.get("version"):
        reason = parsed.get("bozo_exception")
        raise FeedError(f"{url}: neither RSS, Atom, RDF, JSON Feed nor a sitemap" + (f" ({reason})" if reason else ""))
    feed_language = parsed["feed"].get("language")
    for item in parsed["entries"]:
        detail = item.get("title_detail") or {}
        # An RDF item's rdf:about is its address; a guid that is no permalink is marked so by feedparser
        about = None if "guidislink" in item else item.get("id")
        yield _entry(
            url,
            address=item.get("link") or _alternate(item.get("links") or ()) or about,
            guid=item.get("id"),
            title=item.get("title"),
            summary=item.get("summary"),
            published=_utc(item) or _read_date(dict.get(item, "published") or dict.get(item, "updated")),
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
    # Markup is stripped from every value below, so neither sanitizing nor resolving links within it is needed.
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


def _utc(item: dict[str, Any]) -> datetime | None:
    # dict.get, because feedparser's own get() answers "updated" with "published" and warns of it
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        value = dict.get(item, name)
        if value:
            year, month, day, hour, minute, second = value[:6]
            try:
                return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
            except ValueError:
                continue
    return None


def _json_feed(data: bytes, url: str) -> Iterator[Entry | None]:
    try:
        feed = json.loads(data.removeprefix(_BYTE_ORDER_MARK))
    except (ValueError, RecursionError) as error:
        raise FeedError(f"{url}: begins like JSON but is none: {error}") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(feed.get("version")):
        raise FeedError(f"{url}: JSON, but not a JSON Feed (no 'version' of jsonfeed.org with a list of 'items')")
    for item in items:
        if not isinstance(item, dict):
            yield None
            continue
        guid = item.get("id")
        yield _entry(
            url,
            address=item.get("url") or guid,
            guid=None if guid is None else str(guid),
            title=item.get("title"),
            summary=item.get("summary") or item.get("content_text") or item.get("content_html"),
            published=_read_date(item.get("date_published") or item.get("date_modified")),
            language=item.get("language") or feed.get("language"),
        )


def _sitemap(data: bytes, url: str) -> Iterator[Entry | None]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FeedError(f"{url}: a sitemap that cannot be read: {error}") from error
    if root is None:
        raise FeedError(f"{url}: a sitemap that cannot be read")
    for item in root.iterfind("{*}url"):
        yield _entry(
            url,
            address=item.findtext("{*}loc"),
            guid=None,
            title=item.findtext("{*}news/{*}title"),
            summary=None,
            published=_read_date(item.findtext("{*}news/{*}publication_date") or item.findtext("{*}lastmod")),
            language=item.findtext("{*}news/{*}publication/{*}language"),
        )


def _entry(
    feed_url: str, *, address: object, guid: str | None, title: object, summary: object,
    published: datetime | None, language: object,
) -> Entry | None:
    absolute = _absolute(address, feed_url)
    if absolute is None:
        return None
    return Entry(
        url=absolute,
        guid=_plain(guid) or absolute,
        title=_plain(title),
        summary=_plain(summary),
        published_at=published,
        language=_language(language),
    )


def _absolute(address: object, base: str) -> str | None:
    if not isinstance(address, str) or not address.strip():
        return None
    try:
        absolute = urljoin(base, address.strip())
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if parts.scheme in ("http", "https") and parts.netloc else None


def _plain(text: object) -> str | None:
    if not isinstance(text, str):
        return None
    # U+0000 has no place in a PostgreSQL text, nor a lone surrogate in UTF-8
    bare = html.unescape(_TAG.sub("", _BREAK.sub(" ", text)))
    return " ".join(bare.replace("\0", "").encode("utf-8", "replace").decode("utf-8").split()) or None


def _read_date(text: object) -> datetime | None:
    if not isinstance(text, str):
        return None
    found = parse_date(text)
    if found is None:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _language(tag: object) -> str | None:
    if not isinstance(tag, str):
        return None
    primary = re.split(r"[-_]", tag.strip().lower())[0]
    primary = _ISO_639_2.get(primary, primary)
    return primary if re.fullmatch(r"[a-z]{2}", primary) else None
