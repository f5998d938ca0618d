"""What resulted, into the tables: only rows that differ are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from psycopg.types.json import Jsonb

from communique.warehouse.connection import Connection, sql
from communique.warehouse.events.blocks import block
from communique.warehouse.events.neighbours import Told
from communique.warehouse.events.values import TABLES, Row, Rows


def leave(conn: Connection, batch_id: str | None, vanished: Sequence[int], successors: Mapping[int, int]) -> None:
    """Note of records that they no longer count, and what took their place."""
    given = {"record_keys": list(vanished), "successors": [successors.get(key) for key in vanished],
             "batch_id": batch_id}
    conn.execute(sql("events/leave"), given)
    conn.execute(sql("events/unblock"), {"record_keys": list(vanished)})


def block_records(conn: Connection, told: Iterable[Told]) -> None:
    """Have the records found as candidates from now on."""
    rows = [{"record_key": one.record_key, **block(one.report.facts)} for one in told]
    conn.execute(sql("events/block"), {"rows": Jsonb(rows)})


def write_events(conn: Connection, batch_id: str | None, events: Sequence[Rows]) -> int:
    """Make events and everything that holds of them; returns how many rows of core.event were new or changed."""
    if not events:
        return 0
    given = {"rows": Jsonb([one.event for one in events]), "batch_id": batch_id}
    changed = conn.execute(sql("events/event"), given).rowcount
    event_ids = [one.event["event_id"] for one in events]
    for table in TABLES:
        replace(conn, table, event_ids, [row for one in events for row in one.parts[table]])
    return changed


def replace(conn: Connection, table: str, event_ids: Sequence[str], rows: Sequence[Row]) -> None:
    """Let `rows`, one of TABLES, be all that these events have there."""
    given = {"event_ids": list(event_ids), "rows": Jsonb(list(rows))}
    conn.execute(sql(f"events/{table}_gone"), given)
    if rows:
        conn.execute(sql(f"events/{table}"), given)


def join(conn: Connection, batch_id: str | None, rows: Sequence[Row]) -> int:
    """Put records into their events (`record_key`, `event_id`, `reason`); returns how many came or moved."""
    return conn.execute(sql("events/event_record"), {"rows": Jsonb(list(rows)), "batch_id": batch_id}).rowcount


def redirect(conn: Connection, batch_id: str | None, aliases: Mapping[str, str]) -> None:
    """Let the ids of events that were merged into others lead there, and those that led to them."""
    if not aliases:
        return
    given = {"event_ids": list(aliases), "current_event_ids": list(aliases.values()), "batch_id": batch_id}
    for step in ("redirect_aliases", "redirect_former", "alias"):
        conn.execute(sql(f"events/{step}"), given)


def note_splits(conn: Connection, batch_id: str | None, splits: Sequence[tuple[str, str]]) -> None:
    """Note from which event records went to which (the one that they left, the one that they came to)."""
    if splits:
        given = {"event_ids": [one for one, _ in splits], "split_event_ids": [other for _, other in splits],
                 "batch_id": batch_id}
        conn.execute(sql("events/split"), given)


def retire(conn: Connection, batch_id: str | None, event_ids: Collection[str]) -> int:
    """Mark events that are none any more; nothing holds of them. Returns how many were marked now."""
    if not event_ids:
        return 0
    given = {"event_ids": sorted(event_ids), "batch_id": batch_id}
    for table in TABLES:
        replace(conn, table, sorted(event_ids), [])
    return conn.execute(sql("events/retire"), given).rowcount
