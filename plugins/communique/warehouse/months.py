"""Where do texts and records lie? By month, each in the partition that its key begins with.

The planner looks into every partition that it cannot leave out by a value that it knows, and takes the longer the more
months there are. So whoever reads many texts or records first asks the tables of keys, which are whole, and then names
the keys; those of a batch are given as its first and last.
"""

from __future__ import annotations

from collections.abc import Collection

from communique.warehouse.connection import Connection, WarehouseError, sql

KEYS_A_MONTH = 10_000_000_000
"""As core.month_start has it: a key is the month (yyyymm) times this, and a number."""


class MonthDetached(WarehouseError):
    """What is asked for lies in a month that has been detached; the message says which and how to attach it."""


def open_all(conn: Connection, batch_id: str) -> None:
    """Make the partitions of the months in which the batch's texts lie, where they are missing.

    To be called within the load's transaction, under its lock, when the texts have their keys. The partitions of a load
    that fails go with it.
    """
    found = [row[0] for row in conn.execute(sql("months/of_batch"), {"batch_id": batch_id})]
    if found:
        conn.execute(sql("months/open"), {"month_keys": found})


def keys(conn: Connection, batch_id: str) -> dict[str, int]:
    """The first and the last record_key of the batch's records, as `first_key` and `last_key`; 0 where it has none."""
    row = conn.execute(sql("months/keys"), {"batch_id": batch_id}).fetchone()
    first, last = row if row else (0, 0)
    return {"first_key": first, "last_key": last}


def bodies(conn: Connection, text_keys: Collection[int]) -> dict[int, str]:
    """The texts with these keys. Raises MonthDetached where one is not there."""
    wanted = sorted(set(text_keys))
    if not wanted:
        return {}
    found: dict[int, str] = dict(conn.execute(sql("months/bodies"), {"text_keys": wanted}).fetchall())
    check(wanted, found, "article_body")
    return found


def check(wanted: Collection[int], found: Collection[int], table: str) -> None:
    """Raises MonthDetached where a key of `wanted` is not in `found`, which core.`table` gave."""
    gone = sorted({key // KEYS_A_MONTH for key in wanted if key not in found})
    if gone:
        names = ", ".join(f"months.{table}_{month}" for month in gone)
        raise MonthDetached(f"what this needs is not in core.{table}: {names} was detached; bring it back with "
                            f"SELECT core.attach_month({gone[0]})")
