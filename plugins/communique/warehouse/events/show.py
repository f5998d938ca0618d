"""An event for people: what holds, who reports it, how it came about, and what its reports disagree on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from psycopg.rows import dict_row

from communique.warehouse.connection import Connection, WarehouseError, sql

Row = dict[str, Any]


class NoSuchEvent(WarehouseError):
    """No event stands under the id, and none ever was merged into one that does."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Rows of the marts about one event, by the columns that they have there: `event` of mart.events, with `is_alias`
    where the id that was asked for leads to it."""

    event: Row
    participants: list[Row]
    reports: list[Row]
    history: list[Row]
    conflicts: list[Row]


def show(conn: Connection, event_id: str) -> Shown:
    """The event with this id, or that it was merged into. Raises NoSuchEvent."""
    with conn.cursor(row_factory=dict_row) as cursor:
        event = cursor.execute(sql("events/show_event"), {"event_id": event_id}).fetchone()
        if event is None:
            raise NoSuchEvent(f"no event {event_id}: ids are in mart.events and mart.event_aliases")
        given = {"event_id": event["event_id"]}
        parts = {part: cursor.execute(sql(f"events/show_{part}"), given).fetchall()
                 for part in ("participants", "reports", "history", "conflicts")}
    return Shown(event, **parts)
