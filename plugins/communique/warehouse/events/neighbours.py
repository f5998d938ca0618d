"""What of the warehouse can a batch's events hang on? Asked for by index, step by step, and read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from communique.warehouse import months
from communique.warehouse.connection import Connection, sql
from communique.warehouse.events.blocks import Extent, is_wide, seeker
from communique.warehouse.events.kept import KEPT
from extractors.resolve import Existing, Report, report


@dataclass(frozen=True, slots=True)
class Told:
    """A record as the warehouse holds it: its key there, its publisher, and when its article was published (UTC; None
    where the page gives no moment), with the report that resolution reads."""

    record_key: int
    source: str
    published_at: datetime | None
    report: Report


class Neighbours:
    """Answers the two questions of `extractors.resolve.neighbourhood` out of the warehouse.

    To be used within one transaction under the load's lock. `partners` are the records that each is pinned to.
    """

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self.partners: Mapping[int, Collection[int]] = {}
        self._told: dict[int, Told] = {}
        self._record_key: dict[str, int] = {}
        self._extent: Extent | None = None

    def told(self, record_keys: Iterable[int]) -> list[Told]:
        """The records with these keys, in that order; read from the warehouse where they have not been.

        Raises MonthDetached where one lies in a month that is not attached.
        """
        wanted = list(record_keys)
        missing = [key for key in wanted if key not in self._told]
        if missing:
            known = KEPT.versions(self._conn, missing)
            given = {"record_keys": missing, "known": list(known), "versions": list(known.values())}
            for record_key, key, source, published_at, version, record in self._conn.execute(
                    sql("events/records"), given):
                if record is None:
                    found = KEPT.get(self._conn, record_key)
                else:
                    found = report(record, key)
                    KEPT.put(self._conn, record_key, version, found)
                self._told[record_key] = Told(record_key, source, published_at, found)
            KEPT.trim()
            months.check(missing, self._told, "record_json")
        return [self._told[key] for key in wanted]

    def shown(self, record_keys: Iterable[int]) -> list[Report]:
        """The reports of records that count, or are about to; from now on their keys lead to these records."""
        found = self.told(record_keys)
        self._record_key |= {one.report.key: one.record_key for one in found}
        return [one.report for one in found]

    def by_key(self, key: str) -> Told:
        """The record of a report that `shown` or `find` gave."""
        return self._told[self._record_key[key]]

    def find(self, reports: Sequence[Report]) -> list[Report]:
        """The candidates of any of these reports, and all of the reports' own events and articles."""
        ours = {self._record_key[one.key] for one in reports}
        pinned = {other for key in ours for other in self.partners.get(key, ())}
        near = self._ids("events/near", {"seekers": Jsonb(self._seekers(reports))})
        around = self._ids("events/around", {"record_keys": sorted({*ours, *pinned})})
        return self.shown(sorted({*near, *around}))

    def existing(self, keys: Iterable[str]) -> list[Existing]:
        """The events that any of these reports are in."""
        return self.existing_of(self._record_key[key] for key in keys)

    def existing_of(self, record_keys: Iterable[int]) -> list[Existing]:
        """The events that any of these records are in; also those of which nothing is left: a record may be back."""
        rows = self._conn.execute(sql("events/existing"), {"record_keys": sorted(set(record_keys))}).fetchall()
        return [
            # Those that one batch opened stand in the order in which their first reports were published
            Existing(event_id, f"{opened_at.isoformat()} {told_at.isoformat() if told_at else ''}", founder,
                     frozenset(members))
            for event_id, opened_at, told_at, _, founder, members in _without_doubles(rows)
        ]

    def _seekers(self, reports: Iterable[Report]) -> list[dict[str, Any]]:
        """What the reports look for, each once: those of one contact look for the same."""
        distinct: dict[tuple[Any, ...], dict[str, Any]] = {}
        for one in reports:
            wants = seeker(one.facts, self._whole() if is_wide(one.facts) else None)
            distinct[tuple(wants["keys"]), wants["first_day"], wants["last_day"]] = wants
        return [wants for wants in distinct.values() if wants["keys"]]

    def _whole(self) -> Extent | None:
        if self._extent is None:
            row = self._conn.execute(sql("events/extent")).fetchone()
            self._extent = (row[0], row[1]) if row and row[0] is not None else None
        return self._extent

    def _ids(self, query: str, given: Mapping[str, Any]) -> list[int]:
        return [row[0] for row in self._conn.execute(sql(query), given)]


def _without_doubles(rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The events as given, but none that is retired beside one that stands and holds the same report.

    Two readings whose records have one id: the report is then the standing event's.
    """
    standing: defaultdict[str, int] = defaultdict(int)
    for _, _, _, is_retired, _, members in rows:
        for key in set(members):
            standing[key] += not is_retired
    return [row for row in rows if not row[3] or not any(standing[key] for key in row[5])]
