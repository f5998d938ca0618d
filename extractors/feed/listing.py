"""HTML pages that list news, for publishers that keep no feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup
from soupsieve import SelectorSyntaxError

from extractors.feed.entry import Entry, FeedError, made, read_date
from extractors.page import tree
from extractors.page.charset import decode

_MAX_CHARACTERS = 2 * 1024 * 1024  # BeautifulSoup takes 60 microseconds an element


@dataclass(frozen=True, slots=True)
class Listing:
    """Where the entries of a listing stand, as CSS selectors.

    `items` matches each entry, or its link itself. Within an entry `link` matches what carries the address (default:
    the first link), `title` the headline (default: the link's text) and `date` the day (its `datetime`, `content` or
    text).
    `date_order` ("DMY" or "MDY") settles all-numeric dates; `charset` is that of the HTTP header.
    """

    items: str
    link: str | None = None
    title: str | None = None
    date: str | None = None
    date_order: str = "DMY"
    charset: str | None = None


def read(data: bytes, url: str, of: Listing) -> Iterator[Entry | None]:
    """The entries of a page, in its order, each address once.

    Raises FeedError while the first is asked for, where no element matches `items` or a selector is none.
    """
    text = tree.clean(decode(data, of.charset)[0][:_MAX_CHARACTERS])
    try:
        soup = BeautifulSoup(text, "lxml")
        items = soup.select(of.items)
        if not items:
            raise FeedError(f"{url}: a page on which nothing matches {of.items!r}: the layout has changed, or it is "
                            "built by script")
        seen: set[str] = set()
        for item in items:
            entry = _entry(item, url, of)
            if entry is None:
                yield None
            elif entry.url not in seen:
                seen.add(entry.url)
                yield entry
    except ParserRejectedMarkup as error:
        raise FeedError(f"{url}: a page that cannot be parsed: {error}") from error
    except SelectorSyntaxError as error:
        raise FeedError(f"{url}: the listing's selectors: {' '.join(str(error).split())}") from error


def _entry(item: Tag, url: str, of: Listing) -> Entry | None:
    link = item.select_one(of.link) if of.link else item if item.get("href") else item.select_one("a[href]")
    if link is None:
        return None
    title = item.select_one(of.title) if of.title else link
    dated = item.select_one(of.date) if of.date else item.select_one("time")
    return made(
        url,
        address=link.get("href"),
        title=title.get_text(" ") if title else None,
        published=_published(dated, of.date_order) if dated else None,
    )


def _published(element: Tag, order: str) -> datetime | None:
    for value in (element.get("datetime"), element.get("content"), element.get_text(" ")):
        moment = read_date(value, order)
        if moment is not None:
            return moment
    return None
