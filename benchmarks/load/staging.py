"""Staging beside a bare COPY of the same bytes, in one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

import psycopg
from communique.warehouse.connection import Connection, connect
from psycopg import sql

from benchmarks.load.loading import BATCH, stage
from benchmarks.load.made import stream
from benchmarks.load.server import Server

ROUNDS = 15
_TABLES = ("article", "record")


@dataclass(frozen=True, slots=True)
class Staging:
    """Medians over the rounds, in seconds a batch of so many `records` and `bytes` as COPY sends them.

    `whole` is our staging from articles and records in memory, contract and evidence checked; `rows` a plain psycopg
    COPY, row by row, of the same finished values into tables of the same columns without anything; `bare` the same
    from a
    buffer of finished bytes, the fastest that a client can be. `ratio` is the median of `rows / whole` of each round.
    """

    records: int
    articles: int
    bytes: int
    whole: float
    rows: float
    bare: float
    ratio: float
    bare_ratio: float


def compare(server: Server, *, rounds: int = ROUNDS, size: int = BATCH) -> Staging:
    """Stage the same batch again and again, each time beside the two bare ways, in turn. Leaves nothing behind."""
    made = list(islice(stream(), size))
    batch_id = "staging benchmark"
    with connect(server.loader) as conn, psycopg.connect(server.owner, autocommit=True) as owner:
        stage(conn, batch_id, made)
        given = {table: _given(conn, table, batch_id) for table in _TABLES}
        for table in _TABLES:
            owner.execute(
                sql.SQL("CREATE UNLOGGED TABLE staging.{} (LIKE staging.{})").format(
                    sql.Identifier(f"bare_{table}"), sql.Identifier(table)
                )
            )
        try:
            timed: list[tuple[float, float, float]] = []
            for turn in range(rounds + 1):
                again = f"staging benchmark {turn}"
                found = (
                    _timed(lambda again=again: stage(conn, again, made)),  # type: ignore[misc]
                    _timed(lambda: _rows(owner, given)),
                    _timed(lambda: _bytes(owner, given)),
                )
                _forget(conn, again)
                if turn:  # the first one warms up
                    timed.append(found)
                for table in _TABLES:
                    owner.execute(sql.SQL("TRUNCATE staging.{}").format(sql.Identifier(f"bare_{table}")))
        finally:
            for table in _TABLES:
                owner.execute(sql.SQL("DROP TABLE staging.{}").format(sql.Identifier(f"bare_{table}")))
            _forget(conn, batch_id)
    whole, rows, bare = (statistics.median(one[n] for one in timed) for n in range(3))
    return Staging(
        sum(len(one.records) for one in made),
        len(made),
        sum(len(one.data) for one in given.values()),
        whole,
        rows,
        bare,
        statistics.median(one[1] / one[0] for one in timed),
        statistics.median(one[2] / one[0] for one in timed),
    )


def _forget(conn: Connection, batch_id: str) -> None:
    for table in _TABLES:
        conn.execute(sql.SQL("DELETE FROM staging.{} WHERE batch_id = %s").format(sql.Identifier(table)), [batch_id])


@dataclass(frozen=True, slots=True)
class _Given:
    """What stands in a staging table: its columns, its rows as Python has them, and as COPY sends them."""

    columns: sql.Composed
    rows: list[tuple[object, ...]]
    data: bytes


def _given(conn: Connection, table: str, batch_id: str) -> _Given:
    chosen = sql.SQL("SELECT * FROM staging.{} WHERE batch_id = {} ORDER BY position").format(
        sql.Identifier(table), sql.Literal(batch_id)
    )
    with conn.cursor() as cursor:
        # As text, which is what our own rows are made of: a JSON value is written once
        cursor.adapters.register_loader("jsonb", psycopg.types.string.TextLoader)
        rows = cursor.execute(chosen).fetchall()
        columns = sql.SQL(", ").join(sql.Identifier(one.name) for one in cursor.description or ())
        with cursor.copy(sql.SQL("COPY ({}) TO STDOUT").format(chosen)) as copy:
            data = b"".join(bytes(part) for part in copy)
    return _Given(columns, rows, data)


def _rows(conn: Connection, given: dict[str, _Given]) -> None:
    for table, one in given.items():
        with conn.cursor() as cursor, cursor.copy(_copy(table, one)) as copy:
            for row in one.rows:
                copy.write_row(row)


def _bytes(conn: Connection, given: dict[str, _Given]) -> None:
    for table, one in given.items():
        with conn.cursor() as cursor, cursor.copy(_copy(table, one)) as copy:
            copy.write(one.data)


def _copy(table: str, given: _Given) -> sql.Composed:
    return sql.SQL("COPY staging.{} ({}) FROM STDIN").format(sql.Identifier(f"bare_{table}"), given.columns)


def _timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
