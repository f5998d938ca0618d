"""Something that one session at a time may do, kept from all others by a name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from communique.warehouse.connection import Connection, sql


@contextmanager
def held(conn: Connection, name: str) -> Iterator[bool]:
    """Keeps everybody else from what has this name during the block; the value is False where somebody else has it.

    It is the session that holds it, not a transaction: PostgreSQL gives it back when the session ends, however it does.
    """
    row = conn.execute(sql("locks/take"), {"name": name}).fetchone()
    mine = bool(row and row[0])
    try:
        yield mine
    finally:
        if mine and not conn.closed:
            conn.execute(sql("locks/give"), {"name": name})
