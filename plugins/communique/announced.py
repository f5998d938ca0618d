"""What a declared feed announces now: fetched, told apart by its format, indexes of sitemaps followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from communique.acquire.client import Fetcher, Response, Validators
from communique.acquire.errors import FetchError
from communique.sources import Feed, Source
from extractors.feed import Entry, FeedError, Listing, Named, entries, sitemaps

RECENT = timedelta(days=2)
"""What is taken of a sitemap: news sitemaps hold two days, others the whole archive."""

_FOLLOWED = 3  # sitemaps of an index that a look asks for; of an index without dates the last ones are current
_FOLLOWED_FOR_GAP = 20
_UNDATED = 1000  # a longer sitemap without dates is an archive, of which nobody knows what is new


@dataclass(frozen=True, slots=True)
class Announced:
    """The entries that a feed lists, in its order; None where it has not changed since the validators.

    `validators` are for the next look, where the feed may be asked by them. `problems` are sentences about parts that
    could not be read. `back_to` is the date (UTC) of the oldest entry that stood there, taken or not.
    """

    entries: tuple[Entry, ...] | None
    validators: Validators | None = None
    problems: tuple[str, ...] = ()
    back_to: datetime | None = None


def announced(fetcher: Fetcher, source: Source, feed: Feed, *, validators: Validators | None = None,
              since: datetime | None = None) -> Announced:
    """Ask for a feed of `source` once and read it; see Announced.

    Of a sitemap only what was published or changed after `since` (aware; default: two days ago) is taken, and an index
    of sitemaps is followed to those that may hold that. Raises FetchError and FeedError.
    """
    response = fetcher.get(feed.url, source, validators=validators, kind="feed")
    if response.not_modified:
        return Announced(None, response.validators)
    if feed.format != "sitemap":
        listed = list(entries(response.body, response.final_url, of=listing_of(source, feed, response)))
        return Announced(tuple(listed), response.validators, back_to=_oldest(listed))
    after = since or datetime.now(UTC) - RECENT
    named = sitemaps(response.body, response.final_url)
    if named is None:
        listed = list(entries(response.body, response.final_url))
        return Announced(_after(after, listed), response.validators, back_to=_oldest(listed))
    # An index stays the same while the sitemaps that it names change: it is never asked for by validators.
    return _followed(fetcher, source, _current(named, after, _FOLLOWED if since is None else _FOLLOWED_FOR_GAP), after)


def listing_of(source: Source, feed: Feed, response: Response) -> Listing | None:
    """The selectors of a feed of format html, as the feed reader takes them; None for any other format."""
    if feed.listing is None:
        return None
    return Listing(**feed.listing.model_dump(), date_order=source.page.date_order or "DMY", charset=response.charset)


def _current(named: list[Named], after: datetime, limit: int) -> list[Named]:
    return [one for one in named if one.changed_at is None or one.changed_at >= after][:limit]


def _followed(fetcher: Fetcher, source: Source, named: Iterable[Named], after: datetime) -> Announced:
    found: list[Entry] = []
    problems: list[str] = []
    oldest: list[datetime | None] = []
    asked = 0
    for one in named:
        asked += 1
        try:
            response = fetcher.get(one.url, source, kind="feed")
            listed = list(entries(response.body, response.final_url))
        except (FetchError, FeedError) as error:
            problems.append(str(error))
            continue
        found.extend(_after(after, listed))
        oldest.append(_oldest(listed))
    if asked and len(problems) == asked:
        raise FeedError(f"none of the {asked} sitemaps that the index names could be read: {problems[0]}")
    return Announced(tuple(found), None, tuple(problems), min(filter(None, oldest), default=None))


def _oldest(listed: Iterable[Entry]) -> datetime | None:
    return min((moment for entry in listed if (moment := entry.published_at or entry.updated_at)), default=None)


def _after(after: datetime, listed: list[Entry]) -> tuple[Entry, ...]:
    taken = []
    for entry in listed:
        moment = entry.updated_at or entry.published_at
        if moment >= after if moment else len(listed) <= _UNDATED:
            taken.append(entry)
    return tuple(taken)
