"""A mart as CSV, UTF-8, with a header: the server writes it, block by block."""

from __future__ import annotations

from typing import IO

from psycopg import sql as compose

from communique.exports.marts import Mart
from communique.warehouse.connection import Connection


def write(connection: Connection, mart: Mart, out: IO[bytes]) -> int:
    """Write the mart's rows to `out`; returns how many. Null is an empty field, an empty text a quoted one."""
    copy = compose.SQL("COPY ({}) TO STDOUT (FORMAT csv, HEADER)").format(mart.query(text=True))
    with connection.cursor() as cursor:
        with cursor.copy(copy) as blocks:
            for block in blocks:
                out.write(block)
        return cursor.rowcount
