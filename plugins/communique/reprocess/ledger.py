"""The books of a re-reading, in core.reprocess*: what is asked for, divided, under way and read.

Every function is one transaction or less, so that a run may be killed anywhere and goes on from what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import psycopg
from psycopg.rows import class_row, dict_row
from psycopg.types.json import Jsonb

from communique.reprocess.asked import Asked, ReprocessError
from communique.warehouse import locks
from communique.warehouse.connection import Connection, sql
from communique.warehouse.storable import storable

_MAX_PROBLEM = 2000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. `totals` sums the outcomes of the parts that are done; `rehearsal` and `outcome` count what a
    switch would do and did. Times are UTC."""

    reprocess_id: str
    extractor_version: str
    source_keys: list[str]
    first_day: date | None
    last_day: date | None
    is_from_page: bool
    reprocess_status: str
    begun_at: datetime
    read_at: datetime | None
    switched_at: datetime | None
    taken_back_at: datetime | None
    rehearsal: dict[str, int] | None
    outcome: dict[str, int] | None
    articles: int
    parts: int
    parts_done: int
    articles_done: int
    failed: int
    problem: str | None
    totals: dict[str, int]


def begin(conn: Connection, asked: Asked) -> Asked:
    """Enter a run with the articles that it is about, or find it again; what it is asked for, as entered first.

    One that was taken back or given up is open again, with the same articles as they stand now. Raises ReprocessError
    where the name is another run's, where it has been switched, and where another open run has some of its articles.
    """
    given = {name: getattr(asked, name) for name in Asked.__slots__} | {"source_keys": list(asked.source_keys)}
    try:
        with conn.transaction():
            is_new = conn.execute(sql("reprocess/begin"), given).rowcount > 0
            status = _locked(conn, asked.reprocess_id)[0]
            stands = find(conn, asked.reprocess_id)
            if any(getattr(stands, name) != getattr(asked, name) for name in Asked.__slots__ if name != "part_size"):
                raise ReprocessError(f"{asked.reprocess_id} is the name of another run (of version "
                                     f"{stands.extractor_version}); give this one its own")
            if status == "switched":
                raise ReprocessError(f"{asked.reprocess_id} has been switched; give a run over newer articles a name "
                                     "of its own")
            if is_new:
                conn.execute(sql("reprocess/choose"), given)
            elif status != "open":
                conn.execute(sql("reprocess/reopen"), given)
                conn.execute(sql("reprocess/reopen_articles"), given)
            if is_new or status != "open":
                conn.execute(sql("reprocess/parts"), given)
                conn.execute(sql("reprocess/read"), given)  # over at once where there is nothing to read
    except psycopg.errors.UniqueViolation:
        raise ReprocessError(_claimed(conn, given)) from None
    return stands


def _claimed(conn: Connection, given: Mapping[str, Any]) -> str:
    others = conn.execute(sql("reprocess/claimed"), given).fetchall()
    said = "; ".join(f"{name} has {count} of its articles, such as {article}" for name, article, count in others)
    return (f"{given['reprocess_id']} cannot begin beside another run: {said or 'one that has just begun'}. Switch "
            "that one, or give it up (`communique reprocess back`), or choose other articles")


def find(conn: Connection, reprocess_id: str) -> Asked:
    """What a run is asked for. Raises ReprocessError where there is none of that name."""
    with conn.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(sql("reprocess/asked"), {"reprocess_id": reprocess_id}).fetchone()
    if row is None:
        raise ReprocessError(f"there is no run {reprocess_id!r}; `communique reprocess status` shows them")
    del row["reprocess_status"]
    return Asked(**row | {"source_keys": tuple(row["source_keys"])})


def _locked(conn: Connection, reprocess_id: str) -> tuple[str, datetime | None, datetime | None]:
    row = conn.execute(sql("reprocess/lock"), {"reprocess_id": reprocess_id}).fetchone()
    if row is None:
        raise ReprocessError(f"there is no run {reprocess_id!r}; `communique reprocess status` shows them")
    return row[0], row[1], row[2]


def _open(conn: Connection, reprocess_id: str) -> None:
    status = _locked(conn, reprocess_id)[0]
    if status != "open":
        raise ReprocessError(f"{reprocess_id} is {status.replace('_', ' ')}; `communique reprocess start` opens it")


def locked(conn: Connection, reprocess_id: str) -> tuple[str, datetime | None, datetime | None]:
    """The run's status, and when it was read and switched; nobody else decides on it until the transaction ends."""
    return _locked(conn, reprocess_id)


def parts_left(conn: Connection, reprocess_id: str) -> list[int]:
    """The numbers of the parts that are not done."""
    return [row[0] for row in conn.execute(sql("reprocess/parts_left"), {"reprocess_id": reprocess_id})]


def batch_of(reprocess_id: str, part: int | str) -> str:
    """The batch id of a part: the same whenever it is begun. That of a switch is of the part "switch"."""
    return f"reprocess__{reprocess_id}__{part}"


def held(conn: Connection, reprocess_id: str, part: int) -> AbstractContextManager[bool]:
    """Keeps everybody else from the part during the block; the value is False where somebody else has it."""
    return locks.held(conn, f"part {batch_of(reprocess_id, part)}")


def outcome(conn: Connection, reprocess_id: str, part: int) -> dict[str, int] | None:
    """What came of a part; None where it is not done."""
    row = conn.execute(sql("reprocess/outcome"), {"reprocess_id": reprocess_id, "part": part}).fetchone()
    return row[0] if row else None


def begin_part(conn: Connection, reprocess_id: str, part: int) -> None:
    """Note that a part is begun. Raises ReprocessError where the run is not open."""
    given = {"reprocess_id": reprocess_id, "part": part}
    with conn.transaction():
        _open(conn, reprocess_id)
        conn.execute(sql("reprocess/begin_part"), given)


def stage(conn: Connection, reprocess_id: str, part: int, name: str) -> None:
    """Note the stage that a part is in."""
    conn.execute(sql("reprocess/stage"), {"reprocess_id": reprocess_id, "part": part, "stage": name})


def done(conn: Connection, asked: Asked, part: int, counts: Mapping[str, int]) -> dict[str, int]:
    """Close a part whose readings are loaded: which they are, and in what they differ from those shown.

    Returns what came of it. Raises ReprocessError where the run is not open any more, or an article has no reading that
    should have one.
    """
    given = {"reprocess_id": asked.reprocess_id, "part": part, "extractor_version": asked.extractor_version,
             "batch_id": batch_of(asked.reprocess_id, part), "outcome": Jsonb(dict(counts))}
    with conn.transaction():
        _open(conn, asked.reprocess_id)  # before its articles, as whoever gives it up does: else the two would deadlock
        conn.execute(sql("reprocess/note_pages" if asked.is_from_page else "reprocess/note_readings"), given)
        if not asked.is_from_page:
            row = conn.execute(sql("reprocess/missing"), given).fetchone()
            if row and row[0]:
                raise ReprocessError(f"{asked.reprocess_id}: part {part}: {row[0]} articles were not read: what was "
                                     "staged is gone; ask for it again")
        for step in ("clear_differences", "differences"):
            conn.execute(sql(f"reprocess/{step}"), given)
        row = conn.execute(sql("reprocess/done"), given).fetchone()
        conn.execute(sql("staging/clear_articles"), given)
        conn.execute(sql("reprocess/read"), given)
    return dict(row[0]) if row else {}


def failed(conn: Connection, reprocess_id: str, part: int, problem: str) -> None:
    """Note why a part could not be read; it is begun again by the next run."""
    conn.execute(sql("reprocess/part_failed"), {
        "reprocess_id": reprocess_id, "part": part, "problem": storable(problem)[:_MAX_PROBLEM]})


def progress(conn: Connection, reprocess_id: str | None = None) -> list[Progress]:
    """How far the run of that name, or each, is; the newest first."""
    with conn.cursor(row_factory=class_row(Progress)) as cursor:
        return cursor.execute(sql("reprocess/progress"), {"reprocess_id": reprocess_id}).fetchall()


def differences(conn: Connection, reprocess_id: str) -> list[dict[str, Any]]:
    """In what the new readings differ from those shown: rows of quarantine.reprocess_differences."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("reprocess/compared"), {"reprocess_id": reprocess_id}).fetchall()
