"""Feed bytes to entries: which articles does a publisher announce?

RSS, Atom and RDF go through feedparser, which reads ill-formed feeds too; JSON Feed, sitemaps and HTML listings have
small readers here, since feedparser knows none of them. Nothing here opens a connection or a file.
"""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterator

from extractors.feed import jsonfeed, listing, sitemap, syndication
from extractors.feed.entry import MAX_LISTED, Entry, FeedError
from extractors.feed.listing import Listing
from extractors.feed.sitemap import Named

__all__ = ["MAX_BYTES", "MAX_LISTED", "Entry", "FeedError", "Listing", "Named", "entries", "sitemaps"]

log = logging.getLogger(__name__)

MAX_BYTES = 10 * 1024 * 1024  # as much as the HTTP client lets through

_HTML_PAGE = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html)\b", re.I | re.DOTALL)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_START = 65536


def entries(data: bytes, url: str, *, of: Listing | None = None) -> Iterator[Entry]:
    """The entries of a feed, in the feed's order; the first MAX_LISTED of a longer one, which is logged.

    `data` is the response's body, decoded of its transfer encoding only; `url` is the address it came from, against
    which relative links are resolved. The kind of feed is told by the bytes, but for an HTML listing, which `of`
    describes. A feed that is ill-formed but yields entries is read. Entries without an address are left out and counted
    in one logged warning. Memory is that of a few hundred entries beside `data` itself.

    Raises FeedError at the call, before the first entry is taken, where the bytes are no feed.
    """
    data = _checked(data, url)
    found = listing.read(data, url, of) if of is not None else _reader(data, url)
    # The first is asked for here, so that what is no feed is refused at the call
    first = list(itertools.islice(found, 1))
    return _kept(itertools.chain(first, found), url)


def sitemaps(data: bytes, url: str) -> list[Named] | None:
    """The sitemaps that an index of sitemaps names, the current ones first; None where the bytes are no such index.

    Raises FeedError where they are empty, too large or cannot be unpacked.
    """
    data = _checked(data, url)
    return sitemap.named(data, url) if sitemap.kind(data[:_START]) == "sitemapindex" else None


def _checked(data: bytes, url: str) -> bytes:
    data = sitemap.unpacked(data, url, MAX_BYTES)
    if not data.strip():
        raise FeedError(f"{url}: the response is empty")
    if len(data) > MAX_BYTES:
        raise FeedError(f"{url}: {len(data)} bytes, more than the {MAX_BYTES} that a feed may have")
    return data


def _reader(data: bytes, url: str) -> Iterator[Entry | None]:
    start = data[:_START].removeprefix(_BYTE_ORDER_MARK).lstrip()
    if start.startswith((b"{", b"[")):
        return jsonfeed.read(data, url)
    if _HTML_PAGE.match(start[:2048]):
        raise FeedError(f"{url}: an HTML page, not a feed; look for <link rel=alternate> in it, or declare the page "
                        "as a feed of format html")
    match sitemap.kind(start):
        case "sitemapindex":
            raise FeedError(f"{url}: an index of sitemaps; declare it, or one that it names, as a feed of format "
                            "sitemap")
        case "urlset":
            return sitemap.read(data, url)
    return syndication.read(data, url)


def _kept(found: Iterator[Entry | None], url: str) -> Iterator[Entry]:
    without = listed = 0
    for entry in found:
        if listed >= MAX_LISTED:
            log.warning("%s: more than %d entries; the rest is left out", url, MAX_LISTED)
            break
        listed += 1
        if entry is None:
            without += 1
        else:
            yield entry
    if without:
        log.warning("%s: %d of %d entries have no address and are left out", url, without, listed)
