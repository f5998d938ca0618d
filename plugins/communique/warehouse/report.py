"""What a person at the terminal is shown of the warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from psycopg.rows import dict_row

from communique.warehouse.connection import Connection, sql


def events(conn: Connection, source: str | None = None) -> list[dict[str, Any]]:
    """The events in the mart that some article is about, reported by one source or by any, by their first reports."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("report/events"), {"source": source}).fetchall()


def conflicts(conn: Connection, source: str | None = None) -> list[dict[str, Any]]:
    """On what the reports of those events disagree: rows of mart.event_conflicts, with who takes part in each event."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("report/conflicts"), {"source": source}).fetchall()


def queue_of(conn: Connection, sources: Sequence[str]) -> dict[str, int]:
    """How many of these sources' entries stand where: `under_way`, `waiting`, `loaded`, `no_article`, `dead`, and all,
    `entries`; and how many of the sources have any, `sources`."""
    with conn.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(sql("report/queue"), {"sources": list(sources)}).fetchone()
    return {name: int(count) for name, count in (row or {}).items()}
