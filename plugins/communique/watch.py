"""One look at a source's feeds: what is new goes into the queue, and whether to ring is said."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from communique import settings, sources
from communique.acquire.client import Fetcher, Validators
from communique.acquire.errors import FetchError, LandingError
from communique.acquire.landing import Landing
from communique.announced import announced
from communique.sources import Feed, Source
from communique.warehouse import health, queue
from communique.warehouse.address import canonical_url
from communique.warehouse.connection import WAREHOUSE_AWAY, Connection, connect
from communique.warehouse.health import Gap
from extractors.feed import Entry, FeedError

__all__ = ["WAREHOUSE_AWAY", "Look", "Memory", "Watcher", "look"]

# A feed rarely holds more; what is forgotten is still known to the queue, so it costs a look-up and nothing else.
_SEEN_KEPT = 500


@dataclass(slots=True)
class Memory:
    """What one look leaves to the next: per feed address its validators and the ids of the entries it listed."""

    validators: dict[str, Validators] = field(default_factory=dict)
    seen: dict[str, list[str]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As a JSON object that `from_json` reads back."""
        return {
            "validators": {url: [v.etag, v.last_modified] for url, v in self.validators.items()},
            "seen": self.seen,
        }

    @classmethod
    def from_json(cls, kept: object) -> Memory:
        """The memory that was kept; an empty one where none was, or where its form is not ours: then the feeds
        are read anew, which the queue stands."""
        if not isinstance(kept, dict):
            return cls()
        validators = kept.get("validators")
        seen = kept.get("seen")
        if not isinstance(validators, dict) or not isinstance(seen, dict):
            return cls()
        return cls({str(url): Validators(*pair) for url, pair in validators.items()},
                   {str(url): [str(one) for one in ids] for url, ids in seen.items()})


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a source found.

    `new` entries were queued now, those that have changed once more; `waiting` are due in the queue and nobody has
    taken them for a while;
    `problems` are sentences for the log: feeds that could not be read, and times of which entries are missing.
    """

    new: int
    waiting: int
    problems: tuple[str, ...]

    @property
    def ring(self) -> bool:
        """Whether there is work, so that the doorbell should be rung."""
        return self.new > 0 or self.waiting > 0


class Watcher:
    """Looks at one source again and again with one HTTP client; to be used in a `with` block."""

    def __init__(self, source: Source, fetcher: Fetcher) -> None:
        self.source = source
        self.fetcher = fetcher

    @classmethod
    def of(cls, source_key: str, dsn: str) -> Watcher:
        """The watcher of a declared source, by the settings; `dsn` is the warehouse's, where politeness is shared and
        what its feeds answer is indexed. Raises SourceError for a key that is not declared.
        """
        configuration = settings.get()
        known = sources.load(configuration.sources_dir, configuration.sources)
        if source_key not in known:
            raise sources.SourceError([f"there is no source {source_key!r} any more: its YAML is gone"])
        landing = Landing.of(configuration)
        return cls(known[source_key], Fetcher(configuration, landing, name=f"feed-{source_key}", dsn=dsn))

    def look(self, memory: Memory, dsn: str) -> Look:
        """See the function `look`."""
        return look(self.source, memory, self.fetcher, dsn)

    def __enter__(self) -> Watcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.fetcher.close()


def look(source: Source, memory: Memory, fetcher: Fetcher, dsn: str) -> Look:
    """Poll each feed of `source` once, queue what is new or changed, and make `memory` what the next look should know.

    The entries are committed before the memory is changed, so that a crash between the two repeats work and
    loses none. A feed that cannot be fetched or read is noted in `landing.feed_health` and does not keep the
    others from being read. Where a feed has rolled over since the last look, the feeds that fill gaps are asked.
    Raises one of WAREHOUSE_AWAY when the warehouse is.
    """
    new = 0
    problems: list[str] = []
    with closing(connect(dsn, application=f"watch {source.key}")) as connection:
        for feed in source.feeds:
            gap = health.gap(connection, source.key) if feed.fills_gaps else None
            if feed.fills_gaps and gap is None:
                continue
            try:
                new += _look_at_feed(source, feed, memory, fetcher, connection, problems, gap)
            except (FetchError, FeedError, LandingError) as error:
                problems.append(str(error))
                health.failed(connection, source.key, feed.url, error)
        gap = health.gap(connection, source.key)
        if gap is not None:
            problems.append(f"{source.key}: entries of {gap} are missing: {_advice(source)}")
        try:
            fetcher.flush()
        except LandingError as error:
            problems.append(str(error))
        waiting = health.overdue(connection, source.key)
    return Look(new, waiting, tuple(problems))


def _look_at_feed(source: Source, feed: Feed, memory: Memory, fetcher: Fetcher, connection: Connection,
                  problems: list[str], gap: Gap | None) -> int:
    """Returns how many entries were queued, as new or once more."""
    validators = None if gap else memory.validators.get(feed.url)
    found = announced(fetcher, source, feed, validators=validators, since=gap.since if gap else None)
    problems.extend(found.problems)
    if found.entries is None:
        health.read(connection, source.key, feed.url, listed=None, new=0)
        return 0
    listed = found.entries
    known = set(memory.seen.get(feed.url, ()))
    fresh = [entry for entry in listed if _mark(entry) not in known]
    dates = [entry.published_at for entry in listed if entry.published_at]
    with connection.transaction():
        # In one transaction: a crash after the entries were queued would make a gap look like a known feed.
        again = queue.again(connection, source.key, fresh)
        new = queue.add(connection, source.key, feed.url, fresh)
        if not feed.fills_gaps and new and new == len({canonical_url(entry.url) for entry in listed}):
            lost = health.rolled_over(connection, source.key, feed.url, found.back_to)
            if lost is not None:
                problems.append(f"{source.key}: {feed.url} has rolled over: nothing that it lists was known, so that "
                                f"entries of {lost} were not seen")
        health.read(connection, source.key, feed.url, listed=len(listed), new=new, newest_at=max(dates, default=None))
        if gap is not None and found.back_to is not None:
            health.filled(connection, source.key, found.back_to)
    memory.seen[feed.url] = _marks(listed)
    if found.validators is None:
        memory.validators.pop(feed.url, None)
    else:
        memory.validators[feed.url] = found.validators
    return new + again


def _advice(source: Source) -> str:
    if any(feed.fills_gaps for feed in source.feeds):
        return "the feeds that fill gaps do not reach back that far"
    return "declare a sitemap with fills_gaps: true, or poll more often than every " \
           f"{source.poll_seconds:.0f} s (poll_seconds)"


def _marks(listed: Sequence[Entry]) -> list[str]:
    return [_mark(entry) for entry in listed[:_SEEN_KEPT]]


def _mark(entry: Entry) -> str:
    """A short id of an entry as it stands now, so that the memory of a long feed stays small."""
    what = f"{entry.guid}\n{entry.url}\n{entry.updated_at or ''}"
    return hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:12]
