"""The switch: what was read beside is shown, in one transaction; the same is rehearsed, and taken back.

Everything here runs under the lock of the load: publications wait meanwhile, and see all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from communique.pipeline import PUBLISHED
from communique.reprocess import ledger
from communique.reprocess.asked import ReprocessError
from communique.warehouse import reprints
from communique.warehouse.connection import Connection, sql
from communique.warehouse.events import switchover

_OPEN = "it is open again by `communique reprocess start`"


def switch(conn: Connection, reprocess_id: str) -> dict[str, int]:
    """Show the readings of a run in place of the former ones, with their events, in one transaction.

    Events keep their ids where the contact is the same. An article is left as it is where its publisher has changed the
    text since it was chosen (`changed`), where it is shown by another reading than then (`overtaken`), and where it
    could not be read (`unread`). Returns how many articles ended how, and of events how many were `events_made`,
    `events_gone` and `events_changed`. Raises ReprocessError where not all is read, or the run is not open.
    """
    with conn.transaction():
        outcome = _switch(conn, reprocess_id)
        conn.execute(sql("reprocess/switched"), {"reprocess_id": reprocess_id, "outcome": Jsonb(outcome)})
        # Sent by the server when the transaction commits, so a listener that looks finds the rows.
        conn.execute("SELECT pg_notify(%s, %s)", (PUBLISHED, ledger.batch_of(reprocess_id, "switch")))
    return outcome


def rehearse(conn: Connection, reprocess_id: str) -> dict[str, int]:
    """What `switch` would do now, by doing it and rolling it back; it is noted with the run. Costs what a switch costs,
    and lets publications wait as long. Raises as `switch` does."""
    with conn.transaction(force_rollback=True):
        outcome = _switch(conn, reprocess_id)
    conn.execute(sql("reprocess/rehearsed"), {"reprocess_id": reprocess_id, "outcome": Jsonb(outcome)})
    return outcome


def _switch(conn: Connection, reprocess_id: str) -> dict[str, int]:
    given = _given(conn, reprocess_id) | {"is_back": False}
    conn.execute(sql("merge/lock"))
    status, read_at, _ = ledger.locked(conn, reprocess_id)
    if status != "open":
        raise ReprocessError(f"{reprocess_id} is {status.replace('_', ' ')}"
                             + ("" if status == "switched" else f"; {_OPEN}"))
    if read_at is None:
        left = len(ledger.parts_left(conn, reprocess_id))
        raise ReprocessError(f"{reprocess_id}: {left} parts are not read; `communique reprocess start` goes on")
    conn.execute(sql("reprocess/name"), given)
    conn.execute(sql("merge/batch"), given)
    for step in ("sort", "off", "on", "publish_records", "supersede", "batches"):
        conn.execute(sql(f"reprocess/{step}"), given)
    articles = _affected(conn, reprocess_id, "switched") + _read_off_pages(conn, given)
    switchover.switch_events(conn, articles, given["batch_id"])
    row = conn.execute(sql("reprocess/events_changed"), given).fetchone() or (0, 0, 0)
    conn.execute(sql("reprocess/name"), {"reprocess_id": ""})
    return _outcomes(conn, reprocess_id) | dict(
        zip(("events_made", "events_gone", "events_changed"), row, strict=True))


def back(conn: Connection, reprocess_id: str) -> dict[str, int]:
    """Take a switch back, in one transaction: what was shown before is shown again, under the same event ids, and what
    was read stays beside. A run that has not been switched is given up instead: its articles are free for another.

    What came in since stays: an article that has been read anew is left as it is (`kept`), a new report of an event
    joins it as it was, a reviewer's pins hold. Returns how many articles ended how. Raises ReprocessError where a later
    switch stands over some of the same articles.
    """
    with conn.transaction():
        conn.execute(sql("merge/lock"))
        status, _, switched_at = ledger.locked(conn, reprocess_id)
        given = _given(conn, reprocess_id) | {"switched_at": switched_at, "is_back": True}
        if status == "open":
            conn.execute(sql("reprocess/give_up_articles"), given)
            conn.execute(sql("reprocess/give_up"), given)
            return _outcomes(conn, reprocess_id)
        if status != "switched" or switched_at is None:
            raise ReprocessError(f"{reprocess_id} is {status.replace('_', ' ')}: nothing of it is shown; {_OPEN}")
        later = [row[0] for row in conn.execute(sql("reprocess/standing_later"), given)]
        if later:
            raise ReprocessError(f"{reprocess_id}: {', '.join(later)} was switched later over some of the same "
                                 "articles; take that back first")
        outcome = _take_back(conn, reprocess_id, given, switched_at)
        conn.execute(sql("reprocess/taken_back"), given | {"outcome": Jsonb(outcome)})
        conn.execute("SELECT pg_notify(%s, %s)", (PUBLISHED, given["batch_id"]))
    return outcome


def _take_back(conn: Connection, reprocess_id: str, given: dict[str, Any], switched_at: datetime) -> dict[str, int]:
    for step in ("sort_back", "off_back", "on_back", "unpublish_records", "hold_back", "batches"):
        conn.execute(sql(f"reprocess/{step}"), given)
    articles = _affected(conn, reprocess_id, "taken_back", "kept") + _read_off_pages(conn, given)
    switchover.take_back(conn, reprocess_id, switched_at, given["batch_id"], articles)
    conn.execute(sql("reprocess/forget"), given)
    return _outcomes(conn, reprocess_id)


def _read_off_pages(conn: Connection, given: dict[str, Any]) -> list[str]:
    """Let what the page says stand as it was read again, or before; the other articles that this makes a copy of one,
    or frees."""
    if not conn.execute(sql("reprocess/articles_again"), given).rowcount:
        return []
    conn.execute(sql("merge/copies"), given)
    reprints.mark(conn, given["batch_id"])
    known = set(_affected(conn, given["reprocess_id"], "switched", "taken_back"))
    return [row[0] for row in conn.execute(sql("events/batch_articles"), given) if row[0] not in known]


def _given(conn: Connection, reprocess_id: str) -> dict[str, Any]:
    asked = ledger.find(conn, reprocess_id)
    return {"reprocess_id": reprocess_id, "extractor_version": asked.extractor_version,
            "batch_id": ledger.batch_of(reprocess_id, "switch"), "batch_prefix": ledger.batch_of(reprocess_id, ""),
            "decided_by": f"reprocess {reprocess_id}"}


def _affected(conn: Connection, reprocess_id: str, *outcomes: str) -> list[str]:
    given: dict[str, str | Sequence[str]] = {"reprocess_id": reprocess_id, "outcomes": list(outcomes)}
    return [row[0] for row in conn.execute(sql("reprocess/affected"), given)]


def _outcomes(conn: Connection, reprocess_id: str) -> dict[str, int]:
    return {name: int(count) for name, count in conn.execute(
        sql("reprocess/outcomes"), {"reprocess_id": reprocess_id})}
