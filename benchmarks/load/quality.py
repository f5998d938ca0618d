"""How well did resolution find the real contacts? The generator knows them: each record is held against its truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from communique.warehouse.connection import connect

from benchmarks.load.made import truth
from benchmarks.load.server import Server


@dataclass(frozen=True, slots=True)
class Quality:
    """B-cubed over `records`, which are of so many real `contacts` and came to so many `events`; `whole` contacts have
    all of their records in one event that holds nothing else."""

    records: int
    contacts: int
    events: int
    whole: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def measure(server: Server, articles: int) -> Quality:
    """Hold the events of the first `articles` articles of the stream against what really took place."""
    told = list(islice(truth(), articles))
    with connect(server.loader) as conn, conn.transaction(), conn.cursor("records of events") as cursor:
        cursor.itersize = 50_000
        cursor.execute(
            "SELECT r.record_id, e.event_id FROM core.event_record AS e JOIN core.record AS r USING (record_key) "
            "WHERE e.is_current"
        )
        return scored(
            (told[int(ordinal)][int(n)], event_id)
            for record_id, event_id in cursor
            for _, ordinal, n in [record_id.split("-")]
        )


def scored(pairs: Iterable[tuple[int, str]]) -> Quality:
    """B-cubed of records, pairs of what they are of and the event that they came to. Raises ValueError for none."""
    cells = Counter(pairs)
    of_truth, of_event = Counter[int](), Counter[str]()
    for (contact, event), count in cells.items():
        of_truth[contact] += count
        of_event[event] += count
    records = of_truth.total()
    if not records:
        raise ValueError("no record is in any event: nothing was published")
    precision = sum(count * count / of_event[event] for (_, event), count in cells.items()) / records
    recall = sum(count * count / of_truth[contact] for (contact, _), count in cells.items()) / records
    whole = sum(count == of_truth[contact] == of_event[event] for (contact, event), count in cells.items())
    return Quality(records, len(of_truth), len(of_event), whole, precision, recall)
