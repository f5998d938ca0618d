"""Which events does a batch change? Resolved where it is published, in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from communique.warehouse.connection import Connection, sql
from communique.warehouse.events import outcome
from communique.warehouse.events.neighbours import Neighbours, Told
from communique.warehouse.events.pins import StandingPin, carry, partners, standing
from communique.warehouse.events.successors import successors
from communique.warehouse.events.values import Row, rows
from extractors.resolve import Existing, Likenesses, Pin, Resolution, event_id, likeness, neighbourhood, reasons
from extractors.resolve import resolve as resolve_reports

FIRST = "the first report"


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of it: how many records came to an event or changed it, how many no longer count, how many rows of
    core.event are new or changed, how many events are none any more."""

    joined: int = 0
    left: int = 0
    events: int = 0
    retired: int = 0

    def __add__(self, other: Settled) -> Settled:
        return Settled(self.joined + other.joined, self.left + other.left, self.events + other.events,
                       self.retired + other.retired)


def resolve(conn: Connection, batch_id: str) -> Settled:
    """Bring the events of the batch's articles up to what is shown of them.

    To be called within the publication, after the current readings have been switched, under the load's lock. Looks at
    the neighbourhood of what appeared or vanished and at nothing else; over its own outcome it changes no row. What a
    load changed of other articles (that they are a copy, or none any more) is settled here, too.
    """
    found = conn.execute(sql("events/batch_articles"), {"batch_id": batch_id}).fetchall()
    return settle(conn, [row[0] for row in found], batch_id)


def settle(conn: Connection, article_ids: Sequence[str], batch_id: str | None, again: Collection[int] = ()) -> Settled:
    """Bring the events of these articles up to what is shown of them, and resolve the records `again` anew."""
    given = {"article_ids": list(article_ids)}
    appeared = conn.execute(sql("events/appeared"), given).fetchall()
    vanished = conn.execute(sql("events/vanished"), given).fetchall()
    neighbours = Neighbours(conn)
    settled, written = Settled(), list[str]()
    if appeared or vanished or again:
        touched = sorted({article_id for _, article_id in (*appeared, *vanished)})
        settled, written = _resolve(conn, neighbours, batch_id, touched, [row[0] for row in vanished], again)
    return settled + _refresh(conn, neighbours, batch_id, article_ids, again, written)


def _resolve(conn: Connection, neighbours: Neighbours, batch_id: str | None, touched: Sequence[str],
             vanished: Sequence[int], again: Collection[int]) -> tuple[Settled, list[str]]:
    given = {"article_ids": list(touched), "record_keys": list(vanished)}
    seeds = sorted({row[0] for row in conn.execute(sql("events/seeds"), given)} | set(again))
    former = neighbours.told(vanished)
    heirs = successors(former, neighbours.told(seeds))
    carry(conn, heirs)
    pins = standing(conn)
    neighbours.partners = partners(pins)
    words = [one.pin for one in pins]
    weigh = Likenesses()
    hood = neighbourhood(neighbours.shown(seeds), neighbours.find, neighbours.existing, words, weigh)
    ours = {one.key: neighbours.by_key(one.key) for one in hood.reports}
    existing = neighbours.existing_of([*(one.record_key for one in ours.values()), *vanished])
    result = resolve_reports(hood.reports, existing, words, context=hood.context,
                             superseded=[one.report for one in former], taken=_taken(conn, ours),
                             weigh=weigh)
    fresh = {row[0] for row in conn.execute(
        sql("events/unblocked"), {"record_keys": [one.record_key for one in ours.values()]})}
    outcome.leave(conn, batch_id, vanished, heirs)
    outcome.block_records(conn, [one for one in ours.values() if one.record_key in fresh or one.record_key in again])
    settled, written = _write(conn, batch_id, result, existing, ours, fresh, _Reasons(heirs, pins, result.ignored))
    return settled + Settled(left=len(vanished)), written


def _write(conn: Connection, batch_id: str | None, result: Resolution, existing: Sequence[Existing],
           ours: Mapping[str, Told], fresh: Collection[int], reasons_for: _Reasons) -> tuple[Settled, list[str]]:
    """Write what resulted, but for events that have the reports that they had; returns the ids of those written."""
    before = {key: event.id for event in existing for key in event.members}
    as_before = {(event.id, event.founder, event.members) for event in existing}
    values, joining = [], list[Row]()
    for event in result.events:
        members = [ours[key] for key in event.members]
        newly = [one for one in members if one.record_key in fresh or before.get(one.report.key) != event.id]
        if newly or (event.id, event.founder, frozenset(event.members)) not in as_before:
            values.append(rows(event.id, ours[event.founder].record_key, members))
        joining += [{"record_key": one.record_key, "event_id": event.id,
                     "reason": reasons_for.joining(one, members, ours[event.founder])} for one in newly]
    changed = outcome.write_events(conn, batch_id, values)
    joined = outcome.join(conn, batch_id, joining)
    outcome.redirect(conn, batch_id, result.aliases)
    outcome.note_splits(conn, batch_id, result.splits)
    retired = outcome.retire(conn, batch_id, {*result.aliases, *result.emptied})
    return Settled(joined=joined, events=changed, retired=retired), [one.event["event_id"] for one in values]


class _Reasons:
    """Why a record is in its event, for people."""

    def __init__(self, heirs: Mapping[int, int], pins: Sequence[StandingPin], ignored: Collection[Pin]) -> None:
        self._former = {new: old for old, new in heirs.items()}
        self._pins = [one for one in reversed(pins) if one.pin.together and one.pin not in ignored]

    def joining(self, one: Told, members: Sequence[Told], founder: Told) -> str:
        others = {other.record_key: other for other in members if other is not one}
        for pin in self._pins:
            if pin.partner(one.record_key) in others:
                return f"pinned to record {pin.partner(one.record_key)} by {pin.decided_by}: {pin.why}"
        if one.record_key in self._former:
            return f"a newer reading of record {self._former[one.record_key]}"
        ranked = [(found.points, -other.record_key, reasons(found)) for other in others.values()
                  if (found := likeness(one.report, other.report)).forbidden is None]
        if not ranked or founder is one:
            return FIRST
        _, other, words = max(ranked)
        return f"like record {-other}: {words}"


def _taken(conn: Connection, ours: Mapping[str, Told]) -> set[str]:
    """The ids that records of ours would open an event under and that were given before."""
    taken: set[str] = set()
    wanted = {event_id(key) for key in ours}
    while wanted:
        fresh = {row[0] for row in conn.execute(sql("events/given_ids"), {"event_ids": sorted(wanted)})} - taken
        taken |= fresh
        wanted = {event_id(key, taken) for key in ours} if fresh else set()
    return taken


def _refresh(conn: Connection, neighbours: Neighbours, batch_id: str | None, article_ids: Sequence[str],
             again: Collection[int], written: Sequence[str]) -> Settled:
    """Say anew what holds of the articles' other events: an article's time may have changed without its records."""
    given = {"article_ids": list(article_ids), "record_keys": list(again), "but": list(written)}
    events = conn.execute(sql("events/events_of_articles"), given).fetchall()
    return Settled(events=outcome.write_events(conn, batch_id, [
        rows(event_id, founder, neighbours.told(members)) for event_id, founder, members in events]))
