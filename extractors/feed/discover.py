"""Which feeds does a page name, and where on it do news stand, if it lists them itself?"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup

from extractors.feed.entry import absolute_address
from extractors.feed.listing import Listing
from extractors.page import tree
from extractors.page.charset import decode

_TYPES = {"application/rss+xml": "rss", "application/atom+xml": "atom", "application/rdf+xml": "rdf",
          "application/feed+json": "json"}
_FEED_LINK = re.compile(r"(?:^|[/._-])(?:rss|feeds?|atom)(?:[/._?-]|\d*$|\.xml$)", re.I)
_NAME = re.compile(r"^[A-Za-z_][\w-]*$")
_MIN_CARDS = 4
_MIN_HEADLINE = 20  # characters; links to sections are shorter


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page names: absolute address, declared format (None where only the address tells), title."""

    url: str
    format: str | None
    title: str | None


def feeds_of(data: bytes, url: str, charset: str | None = None) -> list[FoundFeed]:
    """The feeds that an HTML page names, the declared ones first, then links that look like feeds; each once."""
    soup = _soup(data, charset)
    found: dict[str, FoundFeed] = {}
    for link in soup.find_all("link", href=True) if soup else ():
        kind = _TYPES.get(str(link.get("type") or "").lower().strip())
        address = absolute_address(link["href"], url)
        rel = {str(word).lower() for word in link.get_attribute_list("rel")}
        if kind and address and "alternate" in rel and not _of_comments(address):
            found.setdefault(address, FoundFeed(address, kind, str(link.get("title") or "") or None))
    for link in soup.find_all("a", href=True) if soup else ():
        address = absolute_address(link["href"], url)
        if address and _FEED_LINK.search(urlsplit(address).path) and not _of_comments(address):
            found.setdefault(address, FoundFeed(address, None, link.get_text(" ", strip=True) or None))
    return list(found.values())


def listing_of(data: bytes, url: str, charset: str | None = None) -> Listing | None:
    """Selectors of the news that a page lists: the kind of element that holds most of its long links; None for none."""
    soup = _soup(data, charset)
    if soup is None:
        return None
    cards: defaultdict[str, dict[str, Tag]] = defaultdict(dict)
    for link in soup.find_all("a", href=True):
        address = absolute_address(link["href"], url)
        if not address or urlsplit(address).hostname != urlsplit(url).hostname:
            continue
        if len(link.get_text(" ", strip=True)) < _MIN_HEADLINE or link.find_parent(["nav", "footer", "header"]):
            continue
        for holder in (link, *list(link.parents)[:4]):
            for name in _names(holder):
                cards[name].setdefault(address, holder)
    best: tuple[int, int, str] | None = None
    for name, held in cards.items():
        matched = soup.select(name)
        if len(held) < _MIN_CARDS or len(matched) > 1.5 * len(held):
            continue
        dated = sum(1 for holder in held.values() if holder.name != "a" and _date_in(holder))
        rank = (len(held) + dated, -len(name), name)
        best = rank if best is None or rank > best else best
    if best is None:
        return None
    name = best[2]
    dates = [selector for holder in cards[name].values() if (selector := _date_in(holder))]
    date = max(set(dates), key=dates.count) if len(dates) * 2 > len(cards[name]) else None
    title = "a" if all(holder.name != "a" for holder in cards[name].values()) else None
    return Listing(items=name, link="a[href]" if title else None, date=date)


def _soup(data: bytes, charset: str | None) -> BeautifulSoup | None:
    try:
        return BeautifulSoup(tree.clean(decode(data, charset)[0][:2 * 1024 * 1024]), "lxml")
    except ParserRejectedMarkup:
        return None


def _of_comments(address: str) -> bool:
    return "comment" in urlsplit(address).path.lower()


def _names(element: Tag) -> list[str]:
    """Selectors by which an element may be known from others: its tag with each class that is a plain name."""
    return [f"{element.name}.{name}" for name in element.get_attribute_list("class")
            if name and _NAME.match(str(name)) and not re.search(r"\d{3}|[A-Z0-9]{5}", str(name))]


def _date_in(holder: Tag) -> str | None:
    if holder.select_one("time"):
        return "time"
    for element in holder.find_all(class_=re.compile(r"date|time|day", re.I)):
        names = _names(element)
        if names and any(char.isdigit() for char in element.get_text()):
            return names[0]
    return None
