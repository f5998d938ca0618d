"""What a person at the terminal is shown of the warehouse."""

from __future__ import annotations

from typing import Any

from psycopg.rows import dict_row

from communique.warehouse.connection import Connection, sql


def meetings(conn: Connection, source: str | None = None) -> list[dict[str, Any]]:
    """The main contacts in the mart, of one source or of all, in the order of their articles."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("report/meetings"), {"source": source}).fetchall()


def queue_of(conn: Connection, source: str) -> dict[str, int]:
    """How many of a source's entries stand where: `under_way`, `waiting`, `loaded`, `no_article`, `dead`, `entries`."""
    with conn.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(sql("report/queue"), {"source": source}).fetchone()
    return {name: int(count) for name, count in (row or {}).items()}
