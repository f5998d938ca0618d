"""From staging to core, and from core to what analysts see."""

from __future__ import annotations

from communique.warehouse import changes, events, months, queue, reprints
from communique.warehouse.connection import Connection, WarehouseError, sql

TABLES = (
    "article", "article_text", "article_body", "reading", "record", "record_json", "participant", "topic", "outcome",
    "figure", "statement", "claim",
)
"""In the order of their foreign keys, which is also the order of the files in sql/merge."""


class BatchNotReady(WarehouseError):
    """The batch has not been through a stage that must come before this one; the message names it."""


def load(conn: Connection, batch_id: str) -> dict[str, int]:
    """Bring the batch's staged articles, and the staged records that passed, into core, in one transaction.

    Returns how many rows each table gained (for `article`, gained or brought up to date). A second run changes
    no row. Nothing of it is shown in the marts before `publish`. Loads and publications go one after the other,
    so two batches at once wait and never deadlock. Raises BatchNotReady for a batch with articles that no
    extractor has read or records that no validation has looked at.
    """
    given: dict[str, str | int] = {"batch_id": batch_id}
    written: dict[str, int] = {}
    with conn.transaction():
        conn.execute(sql("merge/lock"))
        _check_ready(conn, batch_id)
        conn.execute(sql("merge/batch"), given)
        conn.execute(sql("merge/article_change"), given)
        for table in TABLES:
            if table == "article_body":
                months.open_all(conn, batch_id)
            elif table == "record_json":
                given |= months.keys(conn, batch_id)
            written[table] = conn.execute(sql(f"merge/{table}"), given).rowcount
        conn.execute(sql("merge/copies"), given)
        changes.describe(conn, batch_id)
        reprints.mark(conn, batch_id)
    return written


def publish(conn: Connection, batch_id: str) -> int:
    """Show the batch's loaded records in the marts with their events, and close its entries, in one transaction.

    Where an article has an older reading, the new one takes its place. Returns how many records were published
    now, of copies too, though the marts show a copied article's contacts once: a second run returns 0 and
    changes no row. A batch that was never loaded publishes nothing and closes nothing.
    """
    given = {"batch_id": batch_id}
    with conn.transaction():
        conn.execute(sql("merge/lock"))
        published = conn.execute(sql("publish/records"), given).rowcount
        for step in ("readings", "current_off", "current_on"):
            conn.execute(sql(f"publish/{step}"), given)
        events.resolve(conn, batch_id)
        conn.execute(sql("publish/batch"), given)
        queue.done(conn, batch_id)
    return published


def _check_ready(conn: Connection, batch_id: str) -> None:
    row = conn.execute(sql("merge/unready"), {"batch_id": batch_id}).fetchone()
    unread, unvalidated = row if row else (0, 0)
    if unread:
        raise BatchNotReady(f"batch {batch_id}: {unread} staged articles have not been read; stage_records first")
    if unvalidated:
        raise BatchNotReady(f"batch {batch_id}: {unvalidated} staged records have not been checked; validate first")
