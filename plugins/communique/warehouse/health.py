"""How the sources are doing: what the last look at each feed brought, and what lies in the queue too long."""

from __future__ import annotations

from typing import Any

from psycopg.rows import dict_row

from communique.warehouse.connection import Connection, sql
from communique.warehouse.storable import storable

PATIENCE_SECONDS = 20.0
"""A doorbell is answered in seconds; an entry that lies longer than this was missed."""


def read(conn: Connection, source_key: str, feed_url: str, *, listed: int | None, new: int) -> None:
    """Note that a feed was read: `listed` entries stood in it (None: unchanged), `new` were not known."""
    conn.execute(sql("health/read"), {"source_key": source_key, "feed_url": feed_url, "listed": listed, "new": new})


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
