"""The queue: one row of landing.entry for every address that a source ever announced.

    queued ─claim─▶ claimed ─captured─▶ fetched ─load, publish─▶ loaded
                       │                   └─no_article─▶ no_article
                       └─failed─▶ waiting (claimed again when due) or dead (out of tries, or not worth one)
    loaded ─again─▶ queued (the publisher says that it has changed the article)

A claim is a lease: a batch whose worker dies loses its entries to the next claim when the lease runs out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from psycopg.rows import class_row, dict_row
from psycopg.types.json import Jsonb

from communique.warehouse.address import canonical_url, shortened
from communique.warehouse.connection import Connection, WarehouseError, sql
from communique.warehouse.storable import storable, storable_json

LEASE_SECONDS = 1800
"""Longer than 500 pages of one publisher take at a page every two seconds; every capture renews its own."""

MAX_ERROR_LENGTH = 2000

MAX_REVISITS = 20
"""A running report is changed every few minutes for a day: often enough, and no more."""


class LeaseLost(WarehouseError):
    """The entry is no longer this batch's: its lease ran out and another batch took it, or it is done."""


class AnnouncedEntry(Protocol):
    """What the queue needs of a feed entry; `extractors.feed.Entry` is one."""

    @property
    def url(self) -> str: ...
    @property
    def guid(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def summary(self) -> str | None: ...
    @property
    def published_at(self) -> datetime | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def updated_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class ClaimedEntry:
    """An entry that a batch holds and has still to fetch. Times are UTC; `attempts` counts this one."""

    entry_id: int
    source_key: str
    feed_url: str
    url: str
    canonical_url: str
    guid: str
    title: str | None
    summary: str | None
    published_at: datetime | None
    language: str | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Capture:
    """One fetch: what was asked, what came, and where the response lies in the landing store.

    `url` was asked for, `final_url` answered after redirects. `warc_offset` and `warc_length` are bytes in the
    file `warc_path`; `charset` is as the response declared it.
    """

    url: str
    fetched_at: datetime
    final_url: str | None = None
    http_status: int | None = None
    headers: Mapping[str, str] | None = None
    charset: str | None = None
    warc_path: str | None = None
    warc_offset: int | None = None
    warc_length: int | None = None
    payload_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class FetchedEntry:
    """An entry of the batch with its capture, ready to be read. `url` is what was asked for."""

    entry_id: int
    source_key: str
    entry_url: str
    canonical_url: str
    title: str | None
    published_at: datetime | None
    language: str | None
    capture_id: int
    url: str
    final_url: str
    http_status: int
    headers: dict[str, str]
    charset: str | None
    fetched_at: datetime
    warc_path: str | None
    warc_offset: int | None
    warc_length: int | None
    payload_sha256: str | None


def add(conn: Connection, source_key: str, feed_url: str, entries: Sequence[AnnouncedEntry]) -> int:
    """Queue what `source_key` announces and the queue does not know yet; returns how many were new.

    An entry is known by its canonical address or by its guid, within its source; a known one is left as it is.
    """
    rows = _rows(entries)
    if not rows:
        return 0
    given = {"source_key": source_key, "feed_url": feed_url, "entries": Jsonb(rows)}
    with _alone(conn, source_key):
        return conn.execute(sql("queue/add"), given).rowcount


def again(conn: Connection, source_key: str, entries: Sequence[AnnouncedEntry]) -> int:
    """Queue once more the loaded entries that the feed says were changed since; returns how many.

    Only articles of the last seven days are asked for again, each MAX_REVISITS times at most. A revisit that fails
    for good leaves the entry loaded, as it was, with its last error.
    """
    rows = [row for row in _rows(entries) if row["updated_at"]]
    if not rows:
        return 0
    given = {"source_key": source_key, "entries": Jsonb(rows), "max_revisits": MAX_REVISITS}
    with _alone(conn, source_key):
        return conn.execute(sql("queue/again"), given).rowcount


@contextmanager
def _alone(conn: Connection, source_key: str) -> Iterator[None]:
    with conn.transaction():
        # Two pollers of one source would meet the same rows in different orders and deadlock.
        conn.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"landing.entry {source_key}",))
        yield


def _rows(entries: Sequence[AnnouncedEntry]) -> list[dict[str, Any]]:
    return [
        {
            "url": storable(entry.url),
            "canonical_url": storable(canonical_url(entry.url)),
            "guid": storable(shortened(entry.guid or canonical_url(entry.url))),
            "title": storable(entry.title),
            "summary": storable(entry.summary),
            "published_at": entry.published_at.isoformat() if entry.published_at else None,
            "updated_at": entry.updated_at.isoformat() if entry.updated_at else None,
            "language": storable(entry.language),
        }
        for entry in entries
    ]


def claim(
    conn: Connection, batch_id: str, limit: int, max_attempts: int, *, lease_seconds: float = LEASE_SECONDS
) -> int:
    """Take up to `limit` due entries for the batch; returns how many it now holds, claimed or fetched.

    Due are queued ones, waiting ones whose time has come, and those whose lease ran out. Run again, a batch
    keeps what it holds, with a new lease, and takes only what is missing to `limit`. Two claims at once never
    take the same entry. An entry whose lease ran out on its `max_attempts`-th try is buried as dead; one whose
    lease ran out twice is claimed with few of its kind, then alone, so that a page that ends its worker ends no other.
    """
    given: dict[str, Any] = {"batch_id": batch_id, "max_attempts": max_attempts, "lease_seconds": lease_seconds}
    with conn.transaction():
        conn.execute(sql("queue/bury"), given)
        held = conn.execute(sql("queue/renew"), given).rowcount
        taken = conn.execute(sql("queue/claim"), {**given, "limit": max(0, limit - held), "held": held}).rowcount
    return held + taken


def claimed(conn: Connection, batch_id: str) -> list[ClaimedEntry]:
    """The entries that the batch has claimed and not fetched yet, oldest first."""
    with conn.cursor(row_factory=class_row(ClaimedEntry)) as cursor:
        return cursor.execute(sql("queue/claimed"), {"batch_id": batch_id}).fetchall()


def fetched(conn: Connection, batch_id: str) -> list[FetchedEntry]:
    """The entries that the batch has fetched, each with its newest capture; loaded ones are no longer here."""
    with conn.cursor(row_factory=class_row(FetchedEntry)) as cursor:
        return cursor.execute(sql("queue/fetched"), {"batch_id": batch_id}).fetchall()


def captured(
    conn: Connection, entry_id: int, batch_id: str, capture: Capture, *, lease_seconds: float = LEASE_SECONDS
) -> int:
    """Record a fetch that brought a response, and make the entry fetched; returns the capture's id.

    Raises LeaseLost, recording nothing, when the entry is not this batch's any more.
    """
    with conn.transaction():
        capture_id = _capture(conn, entry_id, batch_id, capture, error=None)
        given = {"entry_id": entry_id, "batch_id": batch_id, "capture_id": capture_id, "lease_seconds": lease_seconds}
        if conn.execute(sql("queue/captured"), given).rowcount != 1:
            raise _lost(entry_id, batch_id)
    return capture_id


def failed(
    conn: Connection,
    entry_id: int,
    batch_id: str,
    error: str,
    *,
    retryable: bool,
    max_attempts: int,
    retry_after: float | None = None,
    counts: bool = True,
    capture: Capture | None = None,
) -> str:
    """Record a try that failed; returns the entry's new status: `waiting` or `dead`, or `loaded` for a revisit.

    It waits 1, 4, 16 ... minutes by its number of tries, 6 hours at most, or the `retry_after` seconds that the
    server asked for, a day at most, if that is longer. A try that does not count (`counts` False: it never got
    as far as asking for the page) is not taken off the entry's tries. `capture` is the failed fetch where there
    was one. Raises LeaseLost, recording nothing, when the entry is not this batch's any more.
    """
    message = storable(error)[:MAX_ERROR_LENGTH]
    given = {
        "entry_id": entry_id, "batch_id": batch_id, "error": message, "retryable": retryable,
        "max_attempts": max_attempts, "retry_after": max(0.0, retry_after or 0.0),
        "counts": counts,
    }
    with conn.transaction():
        if capture is not None:
            _capture(conn, entry_id, batch_id, capture, error=message)
        row = conn.execute(sql("queue/failed"), given).fetchone()
        if row is None:
            raise _lost(entry_id, batch_id)
    return str(row[0])


def no_article(
    conn: Connection, batch_id: str, entry_ids: Sequence[int], reason: str = "the page holds no article"
) -> int:
    """Close the batch's fetched entries whose page holds no article; returns how many were."""
    given = {"batch_id": batch_id, "entry_ids": list(entry_ids), "reason": storable(reason)[:MAX_ERROR_LENGTH]}
    return conn.execute(sql("queue/no_article"), given).rowcount


def done(conn: Connection, batch_id: str) -> int:
    """Close the batch's fetched entries whose staged article has been loaded; returns how many were."""
    return conn.execute(sql("queue/done"), {"batch_id": batch_id}).rowcount


def revive(conn: Connection, source_key: str | None = None) -> int:
    """Queue the dead entries of one source, or of all, with all their tries before them; returns how many."""
    return conn.execute(sql("queue/revive"), {"source_key": source_key}).rowcount


def counts(conn: Connection) -> list[dict[str, Any]]:
    """Rows of source_key, status, entries (how many) and next_attempt_at (the earliest), for status pages."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("queue/counts")).fetchall()


def _capture(conn: Connection, entry_id: int, batch_id: str, capture: Capture, error: str | None) -> int:
    given = {
        "entry_id": entry_id,
        "batch_id": batch_id,
        "url": storable(capture.url),
        "final_url": storable(capture.final_url),
        "http_status": capture.http_status,
        "headers": None if capture.headers is None else Jsonb(storable_json(capture.headers)),
        "charset": storable(capture.charset),
        "fetched_at": capture.fetched_at,
        "warc_path": capture.warc_path,
        "warc_offset": capture.warc_offset,
        "warc_length": capture.warc_length,
        "payload_sha256": capture.payload_sha256,
        "error": error,
    }
    row = conn.execute(sql("queue/capture"), given).fetchone()
    if row is None:
        raise WarehouseError(f"entry {entry_id}: the capture of {capture.url} was not recorded")
    return int(row[0])


def _lost(entry_id: int, batch_id: str) -> LeaseLost:
    return LeaseLost(f"entry {entry_id} is not held by batch {batch_id} any more; another batch has it or it is done")
