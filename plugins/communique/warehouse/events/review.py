"""A reviewer decides that two records are one event, or are not."""

from __future__ import annotations

from dataclasses import dataclass

from communique.warehouse.connection import Connection, WarehouseError, sql
from communique.warehouse.events.batch import settle
from communique.warehouse.storable import storable


class PinError(WarehouseError):
    """A pin cannot be made as asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The two records that the pin is on now, and the event that each is in since."""

    one: int
    other: int
    events: tuple[str, str]


def pin(conn: Connection, one: int, other: int, *, is_same: bool, who: str, why: str) -> Decided:
    """Keep the word of `who` on two records, by their keys, and let it take effect at once, in one transaction.

    A record that a newer reading replaced stands for the one in its place. The pin holds in every later resolution,
    and for what newer readings make of the two; an older one that leaves no room for it gives way. Raises PinError for
    a record that is not shown, twice the same record, two of one article to be one, and a decision without a name or
    a reason.
    """
    name, reason = storable(who).strip(), storable(why).strip()
    if not name or not reason:
        raise PinError("a pin needs a name and a reason: whoever comes later has nothing else to go by")
    with conn.transaction():
        conn.execute(sql("merge/lock"))
        (first, article, _), (second, other_article, _) = _standing(conn, one), _standing(conn, other)
        if first == second:
            raise PinError(f"records {one} and {other} are one and the same record")
        if is_same and article == other_article:
            raise PinError(f"records {one} and {other} are of one article, which tells them apart")
        conn.execute(sql("events/pin"), {
            "one": first, "other": second, "is_same": is_same, "decided_by": name, "why": reason,
            "decided_one": one, "decided_other": other})
        settle(conn, [], None, again=(first, second))
        events = _standing(conn, first)[2], _standing(conn, second)[2]
    return Decided(first, second, events)


def _standing(conn: Connection, record_key: int) -> tuple[int, str, str]:
    row = conn.execute(sql("events/standing"), {"record_key": record_key}).fetchone()
    if row is None:
        raise PinError(f"record {record_key} is in no event: it is unknown, or not shown, and nothing took its place")
    return row[0], row[1], row[2]
