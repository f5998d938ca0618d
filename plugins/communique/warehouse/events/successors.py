"""Which record of a newer reading took the place of a former one?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from communique.warehouse.events.neighbours import Told
from extractors.resolve import Existing, resolve


def successors(former: Iterable[Told], now: Iterable[Told]) -> dict[int, int]:
    """For each former record the one of its article, among `now`, that tells of the same contact; keys of records.

    Former ones without any are missing. It is the same that the event of a former record goes on with: each is made an
    event of its own here, and resolution says which of the new ones keeps its id.
    """
    before: defaultdict[str, list[Told]] = defaultdict(list)
    after: defaultdict[str, list[Told]] = defaultdict(list)
    for groups, records in ((before, former), (after, now)):
        for one in records:
            groups[one.report.article].append(one)
    found: dict[int, int] = {}
    for article, old in before.items():
        if after[article]:
            found |= _within(old, after[article])
    return found


def _within(old: list[Told], new: list[Told]) -> Mapping[int, int]:
    old_by_key = {one.report.key: one.record_key for one in old}
    new_by_key = {one.report.key: one.record_key for one in new}
    alone = [Existing(key, key, key, frozenset({key})) for key in old_by_key]
    events = resolve((one.report for one in new), alone, superseded=[one.report for one in old]).events
    return {old_by_key[event.id]: new_by_key[event.founder] for event in events if not event.is_new}
