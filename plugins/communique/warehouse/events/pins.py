"""A reviewer's word on two records, as it stands now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC

from communique.warehouse.connection import Connection, sql
from extractors.resolve import Pin


@dataclass(frozen=True, slots=True)
class StandingPin:
    """A pin with the keys of its two records, as resolution takes it (`pin`), and who decided it why."""

    pin: Pin
    one: int
    other: int
    decided_by: str
    why: str

    def partner(self, record_key: int) -> int | None:
        """The other record of the two; None where `record_key` is neither."""
        return {self.one: self.other, self.other: self.one}.get(record_key)


def standing(conn: Connection) -> list[StandingPin]:
    """Every pin in the order of their decision. There are as many as people have made, so they are read whole."""
    return [
        StandingPin(
            Pin(one_key, other_key, is_same, decided_at.astimezone(UTC).isoformat()), one, other, decided_by, why)
        for _, one, other, is_same, decided_at, decided_by, why, one_key, other_key in conn.execute(sql("events/pins"))
    ]


def partners(pins: Iterable[StandingPin]) -> dict[int, set[int]]:
    """For each pinned record those that it is pinned to or parted from."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for pin in pins:
        found[pin.one].add(pin.other)
        found[pin.other].add(pin.one)
    return dict(found)


def carry(conn: Connection, heirs: Mapping[int, int]) -> int:
    """Let pins on records that a newer reading replaced be on those that took their place (`heirs`, by the former).

    Returns how many pins that were. A pin on a record without an heir waits for it: the former reading may come back.
    """
    if not heirs:
        return 0
    given = {"record_keys": list(heirs), "heirs": list(heirs.values())}
    return conn.execute(sql("events/carry_pins"), given).rowcount
