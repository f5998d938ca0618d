"""Which records are one event? From pairs to groups, the same whatever order the records come in.

The likeliest two groups are joined first, until none are left that are one contact by their best pair and not
another by the rest. Nothing joins two groups of which any two records can never be one: what one article
keeps apart stays apart however the others speak. A reviewer's pins outdo everything, and what is like one of
two pinned records is not dropped for being unlike the other.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.resolve.blocking import candidates
from extractors.resolve.dates import CALLED_OFF
from extractors.resolve.likeness import Likeness, Likenesses, beside
from extractors.resolve.report import Report

MEAN_FLOOR: Final = -1.5
"""Two groups whose pairs are worse than this on the whole are not joined for the sake of one good pair."""
_NO_EVIDENCE: Final = -2.0
"""Below this a pair counts no further: two thin mentions have little to agree on, which says nothing against
them."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A reviewer's word on two records, by their keys: they are one event (`together`), or they are not.

    `decided_at` is an ISO 8601 time in UTC: of two pins that contradict each other the newer one holds.
    """

    one: str
    other: str
    together: bool
    decided_at: str = ""


@dataclass(frozen=True, slots=True)
class Clustering:
    """Groups of keys, each in the order of its reports from the oldest, and the groups by their first report.

    `ignored` are the pins that a newer one contradicts, or that name a report that is not there.
    """

    groups: tuple[tuple[str, ...], ...]
    ignored: tuple[Pin, ...]


@dataclass(slots=True)
class _Between:
    """All pairs between two groups in sum."""

    total: float
    count: int
    best: float
    moved_total: float
    moved_count: int
    forbidden: bool
    ruled: bool
    """What is `forbidden` no pin beside it undoes (a pin, or two records of one article); what is `ruled` out
    is so by rules only."""

    def joined(self, other: _Between, pinned: bool = False) -> _Between:
        """This and what stands between the same group and another that joins the one; `pinned` is whether a
        pin holds the two together.

        What a rule holds against one side of a pin is what it held against the pin: it counts no more where
        nothing is held against the other side.
        """
        return _Between(
            self.total + other.total,
            self.count + other.count,
            max(self.best, other.best),
            self.moved_total + other.moved_total,
            self.moved_count + other.moved_count,
            self.forbidden or other.forbidden,
            (self.ruled and other.ruled) if pinned else (self.ruled or other.ruled),
        )

    def worth(self, called_off: bool) -> float | None:
        """How much speaks for joining the two, None where they must not be joined.

        `called_off` is whether a report in either group says that the contact was postponed or cancelled:
        then the dates that it was planned for before don't count against it.
        """
        total = self.total - self.moved_total if called_off else self.total
        count = self.count - self.moved_count if called_off else self.count
        if self.forbidden or self.ruled or self.best < 0 or not count:
            return None
        mean = total / count
        return None if mean < MEAN_FLOOR else (self.best + mean) / 2


def cluster(
    reports: Iterable[Report],
    pins: Iterable[Pin] = (),
    context: Iterable[Report] = (),
    weigh: Likenesses | None = None,
) -> Clustering:
    """The groups of `reports` that are one event each.

    `context` are further reports of the same articles, which are looked at but not grouped. The outcome does
    not hang on the order of any argument, and no group hangs on reports that none of its own can be linked
    with. Likenesses that were found before are taken from `weigh`.

    Raises ValueError where two reports have one key.
    """
    ours = {one.key: one for one in sorted(reports, key=lambda one: one.order)}
    beyond: dict[str, Report] = {}
    for one in context:
        if one.key not in ours and beyond.setdefault(one.key, one) is not one:
            raise ValueError(f"two reports have the key {one.key!r}")
    # What only stands in articles without a report of ours says nothing of how two of ours are told
    told = {one.article for one in ours.values()}
    every = [*ours.values(), *(one for one in beyond.values() if one.article in told)]
    weigh = Likenesses() if weigh is None else weigh
    pairs = {(a.key, b.key): weigh.between(a, b) for a, b in candidates(every)}
    pairs = beside(pairs, {one.key: one.article for one in every})
    together, parted, ignored = _decided(pins, ours)
    links = [pair for pair, found in pairs.items() if found.links and pair[0] in ours and pair[1] in ours]
    groups: list[tuple[str, ...]] = []
    for members in _components(ours, [*links, *together]):
        groups += _grouped([ours[key] for key in members], pairs, weigh, together, parted)
    first = {group: ours[group[0]].order for group in groups}
    return Clustering(tuple(sorted(groups, key=lambda group: first[group])), ignored)


def _decided(
    pins: Iterable[Pin], ours: Mapping[str, Report]
) -> tuple[list[tuple[str, str]], set[tuple[str, str]], tuple[Pin, ...]]:
    """The pairs that are pinned together, those that are parted, and the pins that nobody can follow."""
    together: list[tuple[str, str]] = []
    parted: set[tuple[str, str]] = set()
    ignored: list[Pin] = []
    group = {key: key for key in ours}
    newest_first = sorted(
        pins, key=lambda pin: (pin.decided_at, pin.one, pin.other, pin.together), reverse=True
    )
    for pin in newest_first:
        if pin.one not in ours or pin.other not in ours or pin.one == pin.other:
            ignored.append(pin)
            continue
        a, b = _root(group, pin.one), _root(group, pin.other)
        if pin.together:
            if any({_root(group, x), _root(group, y)} == {a, b} and a != b for x, y in parted):
                ignored.append(pin)
                continue
            together.append((pin.one, pin.other))
            group[max(a, b)] = min(a, b)
        elif a == b:
            ignored.append(pin)
        else:
            parted.add((min(pin.one, pin.other), max(pin.one, pin.other)))
    return together, parted, tuple(ignored)


def _components(ours: Mapping[str, Report], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """What hangs together through links: no group reaches beyond it."""
    group = {key: key for key in ours}
    for a, b in links:
        one, other = _root(group, a), _root(group, b)
        if one != other:
            group[max(one, other)] = min(one, other)
    found: dict[str, list[str]] = defaultdict(list)
    for key in ours:
        found[_root(group, key)].append(key)
    return list(found.values())


def _root(group: dict[str, str], key: str) -> str:
    while group[key] != key:
        group[key] = group[group[key]]
        key = group[key]
    return key


def _grouped(
    reports: Sequence[Report],
    pairs: Mapping[tuple[str, str], Likeness],
    weigh: Likenesses,
    together: Iterable[tuple[str, str]],
    parted: set[tuple[str, str]],
) -> list[tuple[str, ...]]:
    """The groups within one component. Groups go by the place of their oldest report in `reports`."""
    if len(reports) == 1:
        return [(reports[0].key,)]
    place = {one.key: n for n, one in enumerate(reports)}
    members: dict[int, list[int]] = {n: [n] for n in range(len(reports))}
    off = {n: one.facts.when.status in CALLED_OFF for n, one in enumerate(reports)}
    pinned = dict.fromkeys(members, False)
    between: dict[int, dict[int, _Between]] = {n: {} for n in members}
    for n, one in enumerate(reports):
        for m in range(n):
            state = _state(reports[m], one, pairs, weigh, parted)
            between[n][m] = between[m][n] = state
    for pair in together:
        if place.keys() >= set(pair):
            first, second = sorted(next(g for g, of in members.items() if place[key] in of) for key in pair)
            if first != second:
                pinned[first] = True
                _join(first, second, members, off, pinned, between)
    heap: list[tuple[float, int, int, int, int]] = []

    def offer(a: int, b: int) -> None:
        worth = between[a][b].worth(off[a] or off[b])
        if worth is not None:
            low, high = min(a, b), max(a, b)
            heapq.heappush(heap, (-worth, low, high, len(members[low]), len(members[high])))

    for n in members:
        for m in between[n]:
            if m < n:
                offer(n, m)
    while heap:
        _, low, high, of_low, of_high = heapq.heappop(heap)
        if (
            low not in members
            or high not in members
            or (len(members[low]), len(members[high])) != (of_low, of_high)
        ):
            continue  # one of the two has been joined with another since
        _join(low, high, members, off, pinned, between)
        for other in between[low]:
            offer(low, other)
    return [tuple(reports[n].key for n in sorted(of)) for of in members.values()]


def _state(
    a: Report,
    b: Report,
    pairs: Mapping[tuple[str, str], Likeness],
    weigh: Likenesses,
    parted: set[tuple[str, str]],
) -> _Between:
    pair = (a.key, b.key) if a.key <= b.key else (b.key, a.key)
    found = pairs.get(pair) or weigh.between(a, b)
    moved = found.moved
    points = max(found.points, _NO_EVIDENCE) if not moved else found.points
    return _Between(
        points,
        1,
        found.points,
        points if moved else 0.0,
        int(moved),
        a.article == b.article or pair in parted,
        found.forbidden is not None,
    )


def _join(
    low: int,
    high: int,
    members: dict[int, list[int]],
    off: dict[int, bool],
    pinned: dict[int, bool],
    between: dict[int, dict[int, _Between]],
) -> None:
    """Makes one group of two, under the name of the lower."""
    members[low] += members.pop(high)
    off[low] = off.pop(high) or off[low]
    pinned[low] = pinned.pop(high) or pinned[low]
    gone = between.pop(high)
    for other, state in gone.items():
        del between[other][high]
        if other != low:
            between[low][other] = between[other][low] = between[low][other].joined(state, pinned[low])
