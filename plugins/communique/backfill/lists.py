"""What a source published in some days, by its own lists: sitemaps, indexes of sitemaps, and listings page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup
from protego import Protego

from communique.acquire.client import Fetcher, Response
from communique.acquire.errors import FetchError
from communique.announced import listing_of
from communique.backfill.asked import BackfillError
from communique.sources import Feed, Source
from communique.warehouse.address import site
from extractors.feed import Entry, entries, sitemaps

__all__ = ["Found", "Span", "look", "origins"]

MAX_PAGES = 1000
"""Pages of one listing that are read: at 30 entries each, ten years of a small ministry."""

_PAGER = re.compile(r"^(?:page|paged|p|pg|PAGEN_\d+|start|offset)$", re.I)
_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_/]?(0[1-9]|1[0-2])(?:[-_/]?[0-3]\d)?(?!\d)")
_MAX_CHARACTERS = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Span:
    """A time from `begin` on and before `end`, both aware."""

    begin: datetime
    end: datetime

    def holds(self, moment: datetime) -> bool:
        return self.begin <= moment < self.end


@dataclass(slots=True)
class Found:
    """What one list (a sitemap, or one page of a listing) holds for the days asked for. `more` are lists that it leads
    to and that are still to be read; `seen` counts its entries, `left_out` those not taken, by the reason."""

    seen: int = 0
    taken: list[Entry] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    more: list[str] = field(default_factory=list)


def origins(source: Source, fetcher: Fetcher) -> list[str]:
    """The addresses of the lists to begin with: declared sitemaps and listings; where no sitemap is declared, those
    that the robots.txt of the source's home names.

    Raises BackfillError where there is none: an RSS feed does not reach back.
    """
    found = [feed.url for feed in source.feeds if feed.format in ("sitemap", "html")]
    problem = ""
    if not any(feed.format == "sitemap" for feed in source.feeds):
        place = urljoin(source.home, "/robots.txt")
        try:
            robots = fetcher.get(place, source, kind="feed").body.decode("utf-8", "replace")
            home = site(urlsplit(source.home).hostname or "")
            found += [one for one in dict.fromkeys(Protego.parse(robots).sitemaps)
                      if one.startswith(("http://", "https://")) and site(urlsplit(one).hostname or "") == home]
        except (FetchError, ValueError) as error:
            problem = f" ({error})"
    if not found:
        raise BackfillError(
            f"{source.key}: declares neither a sitemap nor a listing, and its robots.txt names no sitemap{problem}; "
            "add a feed of format sitemap (fills_gaps: true) or html to its YAML, or give WARC files")
    return found


def look(source: Source, url: str, fetcher: Fetcher, span: Span, *, undated: bool = False) -> Found:
    """Fetch one list of `source` and read it. Raises FetchError and FeedError."""
    feed = _feed(source, url)
    response = fetcher.get(url, source, kind="feed")
    found = Found()
    if feed is None or feed.format == "sitemap":
        named = sitemaps(response.body, response.final_url)
        if named is not None:
            found.more = [one.url for one in named
                          if (one.changed_at is None or one.changed_at >= span.begin) and _may_hold(one.url, span)]
            return found
        _sort(found, entries(response.body, response.final_url), span, undated)
        return found
    listed = entries(response.body, response.final_url, of=listing_of(source, feed, response))
    dated = _sort(found, listed, span, undated)
    # Listings begin with what is newest: a page on which all is older than the days asked for is the last.
    if found.left_out["published before"] < dated or (undated and not dated and found.seen):
        found.more = list(_next_page(response))
    return found


def _feed(source: Source, url: str) -> Feed | None:
    """The declared feed that `url` is, or a later page of; None for a sitemap that no feed names."""
    for feed in source.feeds:
        if feed.url == url:
            return feed
    listings = [feed for feed in source.feeds if feed.format == "html" and _page(feed.url)[0] == _page(url)[0]]
    return listings[0] if listings else None


def _sort(found: Found, listed: Iterator[Entry], span: Span, undated: bool) -> int:
    """Takes what was published in `span`; returns how many entries have a date."""
    dated = 0
    for entry in listed:
        found.seen += 1
        moment = entry.published_at or entry.updated_at
        dated += moment is not None
        if moment is None:
            if undated:
                found.taken.append(entry)
            else:
                found.left_out["no date"] += 1
        elif span.holds(moment):
            found.taken.append(entry)
        else:
            found.left_out["published before" if moment < span.begin else "published after"] += 1
    return dated


def _may_hold(url: str, span: Span) -> bool:
    """Whether a sitemap whose address names a month may hold what was published in `span`; a day of grace each way."""
    months = [(int(one[1]), int(one[2])) for one in _MONTH.finditer(urlsplit(url).path)]
    if len(months) != 1:
        return True
    first, last = span.begin - timedelta(days=1), span.end + timedelta(days=1)
    return (first.year, first.month) <= months[0] <= (last.year, last.month)


def _next_page(response: Response) -> Iterator[str]:
    """The address of the next page of a listing: what it calls rel=next, else a link that differs in a higher number
    of the page."""
    here = response.final_url
    base, number = _page(here)
    if number >= MAX_PAGES:
        return
    try:
        soup = BeautifulSoup(response.body[:_MAX_CHARACTERS], "lxml", from_encoding=response.charset)
    except (ParserRejectedMarkup, LookupError, ValueError):
        return
    following: list[tuple[int, str]] = []
    for link in soup.select("link[rel~=next][href], a[rel~=next][href], a[href]"):
        try:
            address = urljoin(here, str(link["href"]))
            parts, ours = urlsplit(address), urlsplit(here)
            its_base, its_number = _page(address)
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or parts.netloc != ours.netloc or address == here:
            continue
        if "next" in (link.get("rel") or ()):
            yield address.partition("#")[0]
            return
        if its_base == base and its_number > number:
            following.append((its_number, address.partition("#")[0]))
    if following:
        yield min(following)[1]


def _page(url: str) -> tuple[str, int]:
    """A listing's address without the number of its page, and that number: 0 where it names none."""
    parts = urlsplit(url)
    number = 0
    kept = []
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if _PAGER.match(name) and value.isdecimal() and len(value) < 7:
            number = int(value)
        else:
            kept.append((name, value))
    path = parts.path
    named = re.match(r"^(.*?)/page/(\d{1,5})/?$", path)
    if named:
        path, number = named[1], int(named[2])
    return f"{parts.netloc}{path.rstrip('/')}?{kept}", number
