"""The books of a backfill, in landing.backfill*: what is asked for, found, divided, under way and done.

Every function is one transaction or less, so that a backfill may be killed anywhere and goes on from what stands here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from psycopg.rows import class_row, dict_row
from psycopg.types.json import Jsonb

from communique.acquire.encoding import charset
from communique.backfill.archive import Archived, Piece
from communique.backfill.asked import Asked, BackfillError
from communique.backfill.lists import Found
from communique.warehouse import locks
from communique.warehouse.address import canonical_url
from communique.warehouse.connection import Connection, sql
from communique.warehouse.queue import LEASE_SECONDS
from communique.warehouse.storable import storable, storable_json

CHANNEL = "communique_backfill"
"""The channel of the warehouse on which progress is told (LISTEN/NOTIFY): a JSON object with backfill, part, stage."""

_MAX_PROBLEM = 2000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a backfill is. `seen` counts responses or listed entries, `items` what was found among them; `outcome`
    counts how the items of the parts that are done ended. Times are UTC."""

    backfill_id: str
    source_key: str | None
    first_day: date | None
    last_day: date | None
    archives: int
    begun_at: datetime
    finished_at: datetime | None
    origins: int
    looked: int
    seen: int
    problems: int
    items: int
    parts: int
    parts_done: int
    items_done: int
    failed: int
    under_way: list[str] | None
    outcome: dict[str, int]


def begin(conn: Connection, asked: Asked) -> Asked:
    """Enter a backfill, or find it again; returns what it is asked for, as entered first.

    Raises BackfillError where its name is another's.
    """
    given = {name: getattr(asked, name) for name in Asked.__slots__} | {"archives": list(asked.archives)}
    conn.execute(sql("backfill/begin"), given)
    stands = find(conn, asked.backfill_id)
    what = ("source_key", "first_day", "last_day", "archives", "undated")
    if any(getattr(stands, name) != getattr(asked, name) for name in what):
        raise BackfillError(f"{asked.backfill_id} is the name of another backfill; give this one its own")
    return stands


def find(conn: Connection, backfill_id: str) -> Asked:
    """What a backfill is asked for. Raises BackfillError where there is none of that name."""
    with conn.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(sql("backfill/asked"), {"backfill_id": backfill_id}).fetchone()
    if row is None:
        raise BackfillError(f"there is no backfill {backfill_id!r}; `communique backfill list` shows them")
    return Asked(**row | {"archives": tuple(row["archives"])})


def add_origins(conn: Connection, backfill_id: str, origins: Sequence[str], *, found_in: str | None = None) -> None:
    """Enter where items come from, with the list that led there; what is known stays as it is."""
    conn.execute(sql("backfill/add_origins"), {
        "backfill_id": backfill_id, "origins": [storable(one) for one in origins], "found_in": storable(found_in)})


def origins_left(conn: Connection, backfill_id: str, below: str | None = None) -> list[str]:
    """The origins that have not been looked through to their end; with `below` that one and those that it led to."""
    if below is None:
        return [row[0] for row in conn.execute(sql("backfill/origins_left"), {"backfill_id": backfill_id})]
    given = {"backfill_id": backfill_id, "origin": below}
    return [row[0] for row in conn.execute(sql("backfill/origins_left_of"), given)]


def reached(conn: Connection, backfill_id: str, origin: str) -> int | None:
    """The byte to go on at in a WARC file; None where it has been looked through."""
    row = conn.execute(sql("backfill/reached"), {"backfill_id": backfill_id, "origin": origin}).fetchone()
    return 0 if row is None else None if row[1] else int(row[0])


def piece(conn: Connection, backfill_id: str, origin: str, found: Piece) -> None:
    """Enter what a piece of a WARC file holds, and that it has been looked through."""
    with conn.transaction():
        _add_items(conn, backfill_id, origin, [_archived(one) for one in found.taken])
        _looked(conn, backfill_id, origin, reached=found.reached, seen=found.seen, taken=len(found.taken),
                left_out=found.left_out, problem=found.problem, done=found.done)


def listed(conn: Connection, asked: Asked, origin: str, found: Found) -> None:
    """Enter what a list holds, and the lists that it leads to."""
    with conn.transaction():
        add_origins(conn, asked.backfill_id, found.more, found_in=origin)
        _add_items(conn, asked.backfill_id, origin, [
            {"source_key": asked.source_key, "canonical_url": canonical_url(entry.url), "url": entry.url,
             "title": entry.title, "language": entry.language,
             "published_at": entry.published_at.isoformat() if entry.published_at else None}
            for entry in found.taken])
        _looked(conn, asked.backfill_id, origin, reached=0, seen=found.seen, taken=len(found.taken),
                left_out=found.left_out, problem=None, done=True)


def unreadable(conn: Connection, backfill_id: str, origin: str, problem: str, *, done: bool) -> None:
    """Note that an origin could not be read; with `done` for good, else it is looked at again."""
    with conn.transaction():
        at = reached(conn, backfill_id, origin) or 0
        _looked(conn, backfill_id, origin, reached=at, seen=0, taken=0, left_out={}, problem=problem, done=done)


def divide(conn: Connection, backfill_id: str) -> list[int]:
    """Put the items that belong to no part yet into parts; returns the numbers of the parts that are not done."""
    with conn.transaction():
        conn.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"divide {backfill_id}",))
        conn.execute(sql("backfill/divide"), {"backfill_id": backfill_id})
    return parts_left(conn, backfill_id)


def parts_left(conn: Connection, backfill_id: str) -> list[int]:
    """The numbers of the parts that are not done."""
    return [row[0] for row in conn.execute(sql("backfill/parts_left"), {"backfill_id": backfill_id})]


def batch_of(backfill_id: str, part: int) -> str:
    """The batch id of a part: the same whenever it is begun, so that a part goes on with what it holds."""
    return f"backfill__{backfill_id}__{part}"


def held(conn: Connection, backfill_id: str, part: int) -> AbstractContextManager[bool]:
    """Keeps everybody else from the part during the block; the value is False where somebody else has it."""
    return locks.held(conn, f"part {batch_of(backfill_id, part)}")


def outcome(conn: Connection, backfill_id: str, part: int) -> dict[str, int] | None:
    """How the items of a part ended; None where it is not done."""
    row = conn.execute(sql("backfill/outcome"), {"backfill_id": backfill_id, "part": part}).fetchone()
    return row[0] if row else None


def take(conn: Connection, backfill_id: str, part: int) -> tuple[int, int]:
    """Give the part's items to its batch as entries of the queue; how many it then has to fetch, and how many to read.

    An entry that another batch has under way stays there; one that is loaded is taken only for a newer capture.
    """
    given = {"backfill_id": backfill_id, "part": part, "batch_id": batch_of(backfill_id, part),
             "lease_seconds": LEASE_SECONDS}
    with conn.transaction():
        for step in ("begin_part", "lock_sources", "take_new", "take_known", "renew", "captures"):
            conn.execute(sql(f"backfill/{step}"), given)
        row = conn.execute(sql("backfill/held"), given).fetchone()
        _tell(conn, backfill_id, part, "take")
    return (int(row[0]), int(row[1])) if row else (0, 0)


def stage(conn: Connection, backfill_id: str, part: int, name: str) -> None:
    """Note, and tell whoever watches, the stage that a part is in."""
    with conn.transaction():
        conn.execute(sql("backfill/stage"), {"backfill_id": backfill_id, "part": part, "stage": name})
        _tell(conn, backfill_id, part, name)


def done(conn: Connection, backfill_id: str, part: int) -> dict[str, int]:
    """Close a part that has been through all stages; returns how its items ended."""
    given = {"backfill_id": backfill_id, "part": part, "batch_id": batch_of(backfill_id, part)}
    with conn.transaction():
        row = conn.execute(sql("backfill/done"), given).fetchone()
        _tell(conn, backfill_id, part, "done")
    return dict(row[0]) if row else {}


def failed(conn: Connection, backfill_id: str, part: int, problem: str) -> None:
    """Note why a part could not be brought through; it is begun again by the next run."""
    with conn.transaction():
        conn.execute(sql("backfill/part_failed"),
                     {"backfill_id": backfill_id, "part": part, "problem": storable(problem)[:_MAX_PROBLEM]})
        _tell(conn, backfill_id, part, "failed")


def finish(conn: Connection, backfill_id: str) -> None:
    """Note the end of a backfill all of whose origins and parts are done; changes nothing where some are not."""
    conn.execute(sql("backfill/finish"), {"backfill_id": backfill_id})
    _tell(conn, backfill_id, 0, "finished")


def progress(conn: Connection, backfill_id: str | None = None) -> list[Progress]:
    """How far the backfill of that name, or each, is; the newest first."""
    with conn.cursor(row_factory=class_row(Progress)) as cursor:
        return cursor.execute(sql("backfill/progress"), {"backfill_id": backfill_id}).fetchall()


def problems(conn: Connection, backfill_id: str) -> list[dict[str, Any]]:
    """What could not be read or was left out: rows of what, problem, left_out (counts by reason)."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("backfill/problems"), {"backfill_id": backfill_id}).fetchall()


def _tell(conn: Connection, backfill_id: str, part: int, name: str) -> None:
    conn.execute("SELECT pg_notify(%s, %s)", (
        CHANNEL, json.dumps({"backfill": backfill_id[:1000], "part": part, "stage": name})))


def _archived(one: Archived) -> dict[str, Any]:
    declared = next((value for name, value in one.headers.items() if name.lower() == "content-type"), None)
    return {"source_key": one.source_key, "canonical_url": canonical_url(one.url), "url": one.url,
            "fetched_at": one.fetched_at.isoformat(), "http_status": one.status, "headers": one.headers,
            "charset": charset(declared), "warc_path": one.path, "warc_offset": one.offset, "warc_length": one.length}


def _add_items(conn: Connection, backfill_id: str, origin: str, items: Sequence[Mapping[str, Any]]) -> None:
    if items:
        conn.execute(sql("backfill/add_items"), {"backfill_id": backfill_id, "origin": storable(origin),
                                                 "items": Jsonb(storable_json(items))})


def _looked(conn: Connection, backfill_id: str, origin: str, *, reached: int, seen: int, taken: int,
            left_out: Mapping[str, int], problem: str | None, done: bool) -> None:
    conn.execute(sql("backfill/looked"), {
        "backfill_id": backfill_id, "origin": storable(origin), "reached": reached, "seen": seen, "taken": taken,
        "left_out": Jsonb({name: count for name, count in left_out.items() if count}),
        "problem": None if problem is None else storable(problem)[:_MAX_PROBLEM], "done": done})
    _tell(conn, backfill_id, 0, "looking")
