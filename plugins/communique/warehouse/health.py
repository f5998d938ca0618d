"""How the sources are doing: what the last look at each feed brought, and what lies in the queue too long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.rows import dict_row

from communique.warehouse.connection import Connection, sql
from communique.warehouse.storable import storable

PATIENCE_SECONDS = 20.0
"""A doorbell is answered in seconds; an entry that lies longer than this was missed."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of which entries may be missing: from the newest entry known to the oldest that was still listed (UTC).

    `until` is None where the feed gives no dates.
    """

    since: datetime
    until: datetime | None

    def __str__(self) -> str:
        end = f"{self.until:%Y-%m-%d %H:%M}" if self.until else "now"
        return f"{self.since:%Y-%m-%d %H:%M} to {end} UTC"


def read(conn: Connection, source_key: str, feed_url: str, *, listed: int | None, new: int,
         newest_at: datetime | None = None) -> None:
    """Note that a feed was read: `listed` entries stood in it (None: unchanged), `new` were not known.

    `newest_at` is the publication time of the newest of them, where the feed gives any.
    """
    conn.execute(sql("health/read"), {"source_key": source_key, "feed_url": feed_url, "listed": listed, "new": new,
                                      "newest_at": newest_at})


def rolled_over(conn: Connection, source_key: str, feed_url: str, oldest_at: datetime | None) -> Gap | None:
    """Note, before `read`, that a feed lists nothing that is known; returns the gap, or None where there is none.

    There is none where the feed was never read before or was empty, and where its oldest entry (published at
    `oldest_at`, if the feed says so) is older than the newest that it listed before: then its addresses have changed.
    """
    given = {"source_key": source_key, "feed_url": feed_url, "oldest_at": oldest_at}
    row = conn.execute(sql("health/rolled_over"), given).fetchone()
    return Gap(row[0], oldest_at) if row else None


def gap(conn: Connection, source_key: str) -> Gap | None:
    """The time over which entries of the source were lost and not found since, over all its feeds; None for none."""
    row = conn.execute(sql("health/gap"), {"source_key": source_key}).fetchone()
    return Gap(*row) if row else None


def filled(conn: Connection, source_key: str, reaches_back_to: datetime) -> int:
    """Close the gaps that begin later than what has been read reaches back to; returns how many."""
    given = {"source_key": source_key, "reaches_back_to": reaches_back_to}
    return conn.execute(sql("health/filled"), given).rowcount


def troubles(conn: Connection) -> list[dict[str, Any]]:
    """The feeds that cannot be read now or have an open gap: rows of landing.feed_health, times in UTC."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("health/troubles")).fetchall()


def failed(conn: Connection, source_key: str, feed_url: str, error: Exception) -> None:
    """Note that a feed could not be read, with the error's words and, where it has one, its reason."""
    given = {"source_key": source_key, "feed_url": feed_url, "reason": str(getattr(error, "reason", "not_a_feed")),
             "error": storable(str(error))}
    conn.execute(sql("health/failed"), given)


def feeds(conn: Connection) -> list[dict[str, Any]]:
    """The rows of landing.feed_health, by source and address; times are UTC."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("health/feeds")).fetchall()


def overdue(conn: Connection, source_key: str, patience_seconds: float = PATIENCE_SECONDS) -> int:
    """How many entries of the source are due and have not been taken for `patience_seconds`, or were dropped by
    a batch that died."""
    row = conn.execute(sql("queue/overdue"), {"source_key": source_key, "patience": patience_seconds}).fetchone()
    return int(row[0]) if row else 0
