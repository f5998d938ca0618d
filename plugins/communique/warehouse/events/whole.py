"""Events for a warehouse that has records without any, or whose events older rules have made."""

from __future__ import annotations

from communique.warehouse.connection import Connection, sql
from communique.warehouse.events.batch import Settled, settle

CHUNK = 1000
"""Records resolved in one transaction: a neighbourhood larger than a batch's only costs memory."""


def resolve_all(conn: Connection, *, again: bool = False, chunk: int = CHUNK) -> Settled:
    """Give every record that is shown its event, and take those that are not out of theirs, `chunk` records at a time.

    With `again` every event is made anew by the present rules, under its id. Each chunk is a transaction of its own
    under the load's lock, so that batches go on between two of them; what was interrupted goes on when called again.
    Over its own outcome it changes no row.
    """
    total = Settled()
    after = 0
    while True:
        with conn.transaction():
            conn.execute(sql("merge/lock"))
            given = {"after": after, "again": again, "limit": chunk}
            found = conn.execute(sql("events/unsettled"), given).fetchall()
            if not found:
                return total
            articles = sorted({article_id for _, article_id, _ in found})
            anew = [record_key for record_key, _, is_shown in found if is_shown] if again else ()
            total += settle(conn, articles, None, again=anew)
        after = found[-1][0]


def unsettled(conn: Connection) -> bool:
    """Whether some record that is shown has no event, or some event has one that is not."""
    return conn.execute(sql("events/unsettled"), {"after": 0, "again": False, "limit": 1}).fetchone() is not None
