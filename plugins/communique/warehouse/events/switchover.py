"""The events of many articles when a newer extractor's readings of them take the place of the former ones, and back.

A publication settles the events of its batch in one piece. A switch may be of every article that there is, so it goes
in two rounds over pieces of them: first each new record takes the seat of the one that it replaces (event, pin,
founder), so that all that is shown has its event; then what changed in what resolution looks at is resolved anew, which
may be done piece by piece. Taken back, records return to the seats that a switch noted in core.reprocess_before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from communique.warehouse.connection import Connection, sql
from communique.warehouse.events import outcome
from communique.warehouse.events.batch import Settled, settle
from communique.warehouse.events.neighbours import Neighbours
from communique.warehouse.events.pins import carry
from communique.warehouse.events.successors import successors
from communique.warehouse.events.values import rows

CHUNK = 1000
"""Articles, or events, at a time."""


@dataclass(slots=True)
class _Seats:
    """What the first round leaves to the second: records to resolve anew, by article, and events that lost one."""

    again: dict[str, list[int]] = field(default_factory=dict)
    robbed: set[str] = field(default_factory=set)


def switch_events(conn: Connection, article_ids: Sequence[str], batch_id: str, chunk: int = CHUNK) -> Settled:
    """Bring the events of these articles up to the readings that are current now, keeping their ids where the contact
    is the same.

    To be called in the transaction that made the readings current, under the load's lock.
    """
    seats = _Seats()
    total = Settled()
    for piece in _pieces(article_ids, chunk):
        total += _take_seats(conn, piece, batch_id, seats)
    for piece in _pieces(sorted(seats.robbed), chunk):
        members = conn.execute(sql("events/members"), {"event_ids": list(piece)}).fetchall()
        empty = [event_id for event_id, _, left in members if not left]
        total += Settled(retired=outcome.retire(conn, batch_id, empty))
        for record_key, article_id in _articles_of(conn, [key for _, _, left in members for key in left or ()]):
            seats.again.setdefault(article_id, []).append(record_key)
    ours = set(article_ids)
    for piece in _pieces([*article_ids, *sorted(seats.again.keys() - ours)], chunk):
        again = sorted({key for article_id in piece for key in seats.again.get(article_id, ())})
        total += settle(conn, piece, batch_id, again=again)
    return total


def _take_seats(conn: Connection, article_ids: Sequence[str], batch_id: str, seats: _Seats) -> Settled:
    """Let new records take the seats of former ones. Where what resolution reads of an article has changed, all that it
    tells is resolved anew: what is told beside a contact counts, too."""
    given = {"article_ids": list(article_ids)}
    neighbours = Neighbours(conn)
    vanished = conn.execute(sql("events/vanished"), given).fetchall()
    appeared = conn.execute(sql("events/appeared"), given).fetchall()
    former = neighbours.told([key for key, _ in vanished])
    new = neighbours.told([key for key, _ in appeared])
    heirs = successors(former, new)
    facts = {one.record_key: one.report.facts for one in (*former, *new)}
    lost = [one.record_key for one in former if one.record_key not in heirs]
    inherited = set(heirs.values())
    changed = {one.report.article for one in former
               if one.record_key not in heirs or facts[heirs[one.record_key]] != facts[one.record_key]}
    changed |= {one.report.article for one in new if one.record_key not in inherited}
    seats.robbed |= {row[0] for row in conn.execute(sql("events/events_of_records"), {"record_keys": lost})}
    carry(conn, heirs)
    if heirs:
        seated = {"record_keys": list(heirs), "heirs": list(heirs.values()), "batch_id": batch_id}
        conn.execute(sql("events/take_over"), seated)
        conn.execute(sql("events/take_over_founders"), seated)
    outcome.leave(conn, batch_id, [one.record_key for one in former], heirs)
    outcome.block_records(conn, [one for one in new if one.record_key in inherited])
    shown = conn.execute(sql("events/seeds"), {"article_ids": sorted(changed), "record_keys": []}).fetchall()
    for record_key, article_id in _articles_of(conn, [row[0] for row in shown]):
        seats.again.setdefault(article_id, []).append(record_key)
    return Settled(joined=len(heirs), left=len(former))


def take_back(conn: Connection, reprocess_id: str, switched_at: datetime, batch_id: str, article_ids: Sequence[str],
              chunk: int = CHUNK) -> Settled:
    """Return the events to what they were before the switch of this run, made at `switched_at`, and settle what came in
    since.

    `article_ids` are those that had been switched. To be called in the transaction that made the former readings
    current again, under the load's lock.
    """
    given: dict[str, Any] = {"reprocess_id": reprocess_id, "switched_at": switched_at}
    heirs: Mapping[int, int] = {new: old for old, new in conn.execute(sql("events/before_records"), given)}
    gone = [row[0] for row in conn.execute(sql("events/before_gone"), given)]
    touched = [row[0] for row in conn.execute(sql("events/before_events"), given)]
    carry(conn, heirs)
    outcome.leave(conn, batch_id, gone, heirs)
    restored = conn.execute(sql("events/before_restore_records"), given).fetchall()
    neighbours = Neighbours(conn)
    for piece in _pieces([key for key, is_current in restored if is_current], chunk):
        outcome.block_records(conn, neighbours.told(piece))
    for step in ("restore_founders", "aliases_gone", "aliases", "splits_gone"):
        conn.execute(sql(f"events/before_{step}"), given)
    again: dict[int, str] = dict(conn.execute(sql("events/before_since"), given | {"event_ids": touched}).fetchall())
    again |= dict(conn.execute(sql("events/before_pins"), given).fetchall())
    total = Settled(joined=sum(is_current for _, is_current in restored), left=len(gone))
    for piece in _pieces(sorted(touched), chunk):
        total += _say_anew(conn, piece, batch_id)
    for piece in _pieces(sorted({*_unsettled(conn, article_ids, chunk), *again.values()}), chunk):
        within = set(piece)
        total += settle(conn, piece, batch_id, again=[key for key, of in again.items() if of in within])
    return total


def _say_anew(conn: Connection, event_ids: Sequence[str], batch_id: str) -> Settled:
    """Write what holds of these events by the records that they have; one without any is none."""
    neighbours = Neighbours(conn)
    members = conn.execute(sql("events/members"), {"event_ids": list(event_ids)}).fetchall()
    retired = outcome.retire(conn, batch_id, [event_id for event_id, _, keys in members if not keys])
    changed = outcome.write_events(conn, batch_id, [
        rows(event_id, founder, neighbours.told(keys)) for event_id, founder, keys in members if keys])
    return Settled(events=changed, retired=retired)


def _unsettled(conn: Connection, article_ids: Sequence[str], chunk: int) -> set[str]:
    """Those of the articles whose events do not fit what is shown of them: it was another article's copy, or is one."""
    found: set[str] = set()
    for piece in _pieces(article_ids, chunk):
        for step in ("appeared", "vanished"):
            found |= {row[1] for row in conn.execute(sql(f"events/{step}"), {"article_ids": piece})}
    return found


def _articles_of(conn: Connection, record_keys: Collection[int]) -> list[tuple[int, str]]:
    return conn.execute(sql("events/articles_of"), {"record_keys": sorted(record_keys)}).fetchall()


def _pieces(values: Sequence[Any], size: int) -> Iterator[Any]:
    return (list(values[start:start + size]) for start in range(0, len(values), size))
