"""Which events result when new records come in, and which ids stay?

An event keeps its id for good. Two that turn out to be one go under the id of the one that was opened first,
and the other id is redirected to it; of one that turns out to be two, the part with the founding record keeps
the id and the other gets a new one. An id that was given once is never given to anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from extractors.resolve.blocking import Index
from extractors.resolve.cluster import Pin, cluster
from extractors.resolve.likeness import BESIDE, Likenesses, weighed
from extractors.resolve.report import Report

Find = Callable[[Sequence[Report]], Iterable[Report]]
"""Asks the warehouse: the current reports that are candidates of any of the given ones (see `blocking`), all
reports of the articles of the given ones, and all members of their events. More of them is harmless, fewer may
split an event."""


@dataclass(frozen=True, slots=True)
class Existing:
    """An event as it stands: its id, what it is sorted by among events (the time it was opened in ISO 8601
    UTC, or any text that grows), the key of the report it was opened for, and the keys of all its reports."""

    id: str
    opened: str
    founder: str
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it results. `members` are in the order of their reports from the oldest; `is_new` is
    whether its id has been given now."""

    id: str
    founder: str
    members: tuple[str, ...]
    is_new: bool


@dataclass(frozen=True, slots=True)
class Resolution:
    """What results from a batch.

    `aliases` redirect the id of an event that is none any more to the one that it was merged into. `splits`
    names events that new ones were split off: (the id that stays, the new id). `emptied` are events of which
    no report is left. `ignored` are pins that could not be followed (see `Clustering`).
    """

    events: tuple[Event, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    splits: tuple[tuple[str, str], ...] = ()
    emptied: tuple[str, ...] = ()
    ignored: tuple[Pin, ...] = ()

    def id_of(self) -> dict[str, str]:
        """The event id of every report by its key."""
        return {key: event.id for event in self.events for key in event.members}


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """`reports` are those whose events a batch can change, `context` further ones that are only looked at."""

    reports: tuple[Report, ...]
    context: tuple[Report, ...]


def event_id(founder: str, taken: Collection[str] = ()) -> str:
    """The id of a new event opened for the report `founder` (its key): 'ev-' and 16 hexadecimal digits,
    always the same for one key unless `taken` holds it already."""
    turn = 0
    while True:
        name = founder if not turn else f"{founder}\n{turn}"
        made = "ev-" + blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        if made not in taken:
            return made
        turn += 1


def neighbourhood(
    new: Iterable[Report],
    find: Find,
    existing: Callable[[Collection[str]], Iterable[Existing]],
    pins: Iterable[Pin] = (),
    weigh: Likenesses | None = None,
) -> Neighbourhood:
    """Everything that the events of `new` reports can hang on, asked for step by step.

    `existing` gives the events that hold any of the keys asked for; `find` must give their members, too, when
    it is asked for reports among them. What `resolve` makes of it is what it would make of the whole
    warehouse. Likenesses are kept in `weigh`, which `resolve` can go on with.
    """
    weigh = Likenesses() if weigh is None else weigh
    reach = {one.key: one for one in new}
    seen = dict(reach)
    index = Index(reach.values())
    pinned: dict[str, set[str]] = {}
    for pin in pins:
        pinned.setdefault(pin.one, set()).add(pin.other)
        pinned.setdefault(pin.other, set()).add(pin.one)
    step: list[Report] = sorted(reach.values(), key=lambda one: one.key)
    while step:
        for one in find(step):
            if one.key not in seen:
                seen[one.key] = one
                index.add(one)
        beyond = {one.key for one in step} & pinned.keys()
        wanted = {key for one in beyond for key in pinned[one]}
        for event in existing({one.key for one in step}):
            wanted |= event.members
        fresh = {key for key in wanted if key in seen and key not in reach}
        for one in step:
            for other in index.of(one):
                if other.key in reach or other.key in fresh:
                    continue
                found = weigh.between(one, other)
                # Told beside another contact it may come to link, so that it belongs to what can change
                if found.forbidden is None and found.points + BESIDE >= 0:
                    fresh.add(other.key)
        reach |= {key: seen[key] for key in fresh}
        step = [seen[key] for key in sorted(fresh)]
    context = tuple(one for key, one in sorted(seen.items()) if key not in reach)
    return Neighbourhood(tuple(sorted(reach.values(), key=lambda one: one.order)), context)


def resolve(
    reports: Iterable[Report],
    existing: Iterable[Existing] = (),
    pins: Iterable[Pin] = (),
    *,
    context: Iterable[Report] = (),
    superseded: Iterable[Report] = (),
    taken: Collection[str] = (),
    weigh: Likenesses | None = None,
) -> Resolution:
    """The events of `reports`, under the ids that the `existing` ones have.

    `reports` are new ones with their neighbourhood (see `neighbourhood`), or simply all; `context` is looked
    at only. `superseded` are former readings of articles whose new readings are among `reports`: an event
    that loses its record that way goes on with the one that took its place. `taken` are ids given before that
    are none of `existing` (aliases). `weigh` are the likenesses that `neighbourhood` has found already.

    The outcome does not hang on the order of the arguments; over its own outcome it changes nothing. Raises
    ValueError where two reports have one key or two existing events one report.
    """
    ours = {one.key: one for one in sorted(reports, key=lambda one: one.order)}
    events = sorted(existing, key=lambda event: (event.opened, event.id))
    grouped = cluster(ours.values(), pins, context, weigh)
    heirs = _heirs(superseded, ours)
    group_of = {key: n for n, group in enumerate(grouped.groups) for key in group}
    claims: dict[int, list[Existing]] = {}
    held: dict[str, str] = {}
    emptied: list[str] = []
    shares: dict[str, set[int]] = {}
    for event in events:
        for key in event.members:
            if held.setdefault(key, event.id) != event.id:
                raise ValueError(f"report {key!r} is in events {held[key]!r} and {event.id!r}")
        now = {heirs.get(key, key) for key in event.members} & group_of.keys()
        if not now:
            emptied.append(event.id)
            continue
        shares[event.id] = {group_of[key] for key in now}
        claims.setdefault(_seat(event, now, grouped.groups, group_of, heirs), []).append(event)
    given = set(taken) | {event.id for event in events}
    aliases: dict[str, str] = {}
    made: list[Event] = []
    named: dict[int, str] = {}
    for n, group in enumerate(grouped.groups):
        if n in claims:
            first, *others = claims[n]
            aliases |= {other.id: first.id for other in others}
            founder = heirs.get(first.founder, first.founder)
            made.append(Event(first.id, founder if founder in group else group[0], group, False))
        else:
            new = event_id(group[0], given)
            given.add(new)
            made.append(Event(new, group[0], group, True))
        named[n] = made[-1].id
    splits = sorted(
        (aliases.get(event, event), named[n])
        for event, groups in shares.items()
        for n in groups
        if named[n] != aliases.get(event, event)
    )
    return Resolution(tuple(made), aliases, tuple(splits), tuple(emptied), grouped.ignored)


def _seat(
    event: Existing,
    now: set[str],
    groups: Sequence[tuple[str, ...]],
    group_of: Mapping[str, int],
    heirs: Mapping[str, str],
) -> int:
    """The group that keeps an event's id: that of its founding report, else that of the most of its
    reports."""
    founder = heirs.get(event.founder, event.founder)
    if founder in now:
        return group_of[founder]
    counts: dict[int, int] = {}
    for key in now:
        counts[group_of[key]] = counts.get(group_of[key], 0) + 1
    return min(counts, key=lambda n: (-counts[n], n))


def _heirs(superseded: Iterable[Report], ours: Mapping[str, Report]) -> dict[str, str]:
    """For each record of a former reading the one of the new reading that tells of the same contact, likest
    first."""
    by_article: dict[str, list[Report]] = {}
    for one in ours.values():
        by_article.setdefault(one.article, []).append(one)
    ranked = sorted(
        (-found.points, old.key, new.key)
        for old in superseded
        if old.key not in ours
        for new in by_article.get(old.article, ())
        if (found := weighed(old.facts, new.facts)).forbidden is None
    )
    heirs: dict[str, str] = {}
    for _, old_key, new_key in ranked:
        if old_key not in heirs and new_key not in heirs.values():
            heirs[old_key] = new_key
    return heirs
