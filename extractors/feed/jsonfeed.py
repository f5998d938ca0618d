"""JSON Feed 1.0 and 1.1 (jsonfeed.org), which feedparser does not know."""

from __future__ import annotations

import json
from collections.abc import Iterator

from extractors.feed.entry import Entry, FeedError, made, read_date

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read(data: bytes, url: str) -> Iterator[Entry | None]:
    """The entries of a feed; None stands for an item that names no address.

    Raises FeedError while the first is asked for.
    """
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
        yield made(
            url,
            address=item.get("url") or guid,
            guid=None if guid is None else str(guid),
            title=item.get("title"),
            summary=item.get("summary") or item.get("content_text") or item.get("content_html"),
            published=read_date(item.get("date_published")),
            updated=read_date(item.get("date_modified")),
            language=item.get("language") or feed.get("language"),
        )
