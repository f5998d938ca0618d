"""One look at a source's feeds: what is new goes into the queue, and whether to ring is said."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from communique import settings, sources
from communique.acquire.client import Fetcher, Validators
from communique.acquire.errors import FetchError
from communique.sources import Feed, Source
from communique.warehouse import health, queue
from communique.warehouse.connection import WAREHOUSE_AWAY, Connection, connect
from extractors.feed import Entry, FeedError, entries

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

    `new` entries were queued now; `waiting` more are due in the queue and nobody has taken them for a while;
    `problems` are sentences for the log, one a feed that could not be read.
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
    def of(cls, source_key: str) -> Watcher:
        """The watcher of a declared source, by the settings. Raises SourceError for a key that is not declared."""
        configuration = settings.get()
        known = sources.load(configuration.sources_dir, configuration.sources)
        if source_key not in known:
            raise sources.SourceError([f"there is no source {source_key!r} any more: its YAML is gone"])
        return cls(known[source_key], Fetcher(configuration))

    def look(self, memory: Memory, dsn: str) -> Look:
        """See the function `look`."""
        return look(self.source, memory, self.fetcher, dsn)

    def __enter__(self) -> Watcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.fetcher.close()


def look(source: Source, memory: Memory, fetcher: Fetcher, dsn: str) -> Look:
    """Poll each feed of `source` once, queue what is new, and change `memory` to what the next look should know.

    The entries are committed before the memory is changed, so that a crash between the two repeats work and
    loses none. A feed that cannot be fetched or read is noted in `landing.feed_health` and does not keep the
    others from being read. Raises one of WAREHOUSE_AWAY when the warehouse is.
    """
    new = 0
    problems: list[str] = []
    with closing(connect(dsn, application=f"watch {source.key}")) as connection:
        for feed in source.feeds:
            try:
                new += _look_at_feed(source, feed, memory, fetcher, connection)
            except (FetchError, FeedError) as error:
                problems.append(str(error))
                health.failed(connection, source.key, feed.url, error)
        waiting = health.overdue(connection, source.key)
    return Look(new, waiting, tuple(problems))


def _look_at_feed(source: Source, feed: Feed, memory: Memory, fetcher: Fetcher, connection: Connection) -> int:
    response = fetcher.get(feed.url, source, validators=memory.validators.get(feed.url), kind="feed")
    if response.not_modified:
        health.read(connection, source.key, feed.url, listed=None, new=0)
        return 0
    listed = list(entries(response.body, response.final_url))
    known = set(memory.seen.get(feed.url, ()))
    fresh = [entry for entry in listed if _mark(entry) not in known]
    new = queue.add(connection, source.key, feed.url, fresh) if fresh else 0
    health.read(connection, source.key, feed.url, listed=len(listed), new=new)
    memory.seen[feed.url] = _marks(listed)
    if response.validators is None:
        memory.validators.pop(feed.url, None)
    else:
        memory.validators[feed.url] = response.validators
    return new


def _marks(listed: Sequence[Entry]) -> list[str]:
    return [_mark(entry) for entry in listed[:_SEEN_KEPT]]


def _mark(entry: Entry) -> str:
    """A short id of an entry, so that the memory of a long feed stays small."""
    return hashlib.sha256(f"{entry.guid}\n{entry.url}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
