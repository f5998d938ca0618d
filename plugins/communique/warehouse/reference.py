"""Load the register that the project ships into the reference tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from psycopg import sql as compose

from communique import settings
from communique.reference import register
from communique.warehouse.connection import Connection, WarehouseError, sql


class RegisterOverlap(WarehouseError):
    """Two holders of one office overlap in the register, and nothing says that they may; the message names them."""


def load(conn: Connection, given: Mapping[str, Sequence[register.Row]] | None = None) -> dict[str, int]:
    """Bring the reference tables to what the register says, in one transaction; the rows written, by table.

    `conn` is the owner's; `given` the register's tables as of `register.table`, by default those that are shipped. A
    row that the register words otherwise, or no more, is closed (`valid_to`), or kept in reference.former, and the new
    wording is opened. What a refresh took over from Wikidata stays until the register says something new about it. The
    same register twice changes no row. Raises RegisterOverlap, and RegisterError for a register that contradicts
    itself.
    """
    written: dict[str, int] = {}
    folder = settings.get().sql_dir / "reference"
    with conn.transaction():
        conn.execute("LOCK TABLE reference.tenure IN SHARE ROW EXCLUSIVE MODE")
        conn.execute(sql("reference/given"))
        for name in register.TABLES:
            _give(conn, name, _rows(name, folder) if given is None else given[name])
        for name in register.TABLES:
            if name == "tenure":
                _prepare(conn)
            written[name] = conn.execute(sql(f"reference/{name}")).rowcount
    return written


def _give(conn: Connection, name: str, rows: Sequence[register.Row]) -> None:
    if not rows:
        raise register.RegisterError(f"the register's table {name} is empty; it would close every row")
    given = compose.Identifier(f"given_{name}")
    width = len(rows[0])
    with conn.cursor() as cursor:
        cursor.execute(compose.SQL("SELECT * FROM {} LIMIT 0").format(given))
        columns = [compose.Identifier(column.name) for column in (cursor.description or [])[:width]]
        with cursor.copy(compose.SQL("COPY {} ({}) FROM STDIN").format(
                given, compose.SQL(", ").join(columns))) as copy:
            for row in rows:
                copy.write_row(row)


def _prepare(conn: Connection) -> None:
    """Resolve the given tenures' offices, and take out what a refresh knows better."""
    conn.execute(sql("reference/tenure_office"))
    conn.execute(sql("reference/tenure_refreshed"))
    while conn.execute(sql("reference/tenure_contradicted")).rowcount:
        pass
    conn.execute(sql("reference/tenure_overtaken"))
    pairs = conn.execute(sql("reference/overlaps")).fetchall()
    if pairs:
        told = "; ".join(f"{seat} {office}: {a} ({a_from} to {a_to or 'now'}) and {b} ({b_from} to {b_to or 'now'})"
                         for seat, office, a, a_from, a_to, b, b_from, b_to in pairs[:5])
        raise RegisterOverlap(f"{len(pairs)} pairs of holders overlap: {told}; correct extractors/lexicon/data/"
                              "offices.csv, or mark one of each pair in sql/reference/overlap.csv")


@cache
def _rows(name: str, folder: Path) -> list[register.Row]:
    """The rows as the files had them when this process first looked."""
    return register.table(name, folder)
