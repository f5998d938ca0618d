"""Do two records name the same company: the same two parties, or the same gathering?

Two parties in contact are named nearly always, so that another party or person rules it out. Of a gathering
each agency lists whom its readers care for, so that lists only lean one way or the other, and the
organization, the series and its edition decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extractors.lexicon import world
from extractors.resolve.dates import COMING
from extractors.resolve.evidence import Evidence, Finding
from extractors.resolve.identity import LEADER, MINISTER, OFFICIAL, Party, same_person, succeeded
from extractors.resolve.report import VISIT, Facts
from extractors.resolve.series import Series

_HALF: Final = 0.5
_MOST_WITHOUT_NAME: Final = 3.0


def company(a: Facts, b: Facts) -> Evidence:
    """The evidence that the participants of two records of one family give."""
    if a.is_gathering and b.is_gathering:
        return _gatherings(a, b)
    if a.is_gathering or b.is_gathering:
        gathering, pair = (a, b) if a.is_gathering else (b, a)
        return _pair_in_gathering(pair, gathering)
    if a.type == "signing" and b.type == "signing" and len(a.sides | b.sides) > 2:
        return _gatherings(a, b)
    return _pairs(a, b)


def _pairs(a: Facts, b: Facts) -> Evidence:
    """Two contacts of two parties each."""
    if a.sides - b.sides and b.sides - a.sides:
        return Evidence.never("another party")
    shared = a.sides & b.sides
    if not shared:
        return Evidence.never("no party in common")
    found = Evidence()
    for side in sorted(shared):
        found += _same_side(_of(a, side), _of(b, side), _told_before(a, b))
    if a.sides != b.sides:
        found += Evidence.of(Finding("a party is missing", -0.5))
    return found + _direction(a, b)


def _same_side(a: list[Party], b: list[Party], before: bool) -> Evidence:
    """One party of two contacts; `before` is whether one of the two was still to come when it was told."""
    named_a, named_b = [one for one in a if one.is_named], [one for one in b if one.is_named]
    if named_a and named_b:
        if any(same_person(x, y) for x in named_a for y in named_b):
            return Evidence.of(Finding("the same person", 2.0))
        if before and any(succeeded(x, y) for x in named_a for y in named_b):
            return Evidence.of(Finding("the successor in one office", 0.0))
        return Evidence.never("another person of the same party")
    levels = {one.level for one in a if one.level}, {one.level for one in b if one.level}
    if levels[0] and levels[1] and not levels[0] & levels[1]:
        return Evidence.never("ministers, not leaders")
    return Evidence.of(Finding("the same party", 0.5 if named_a or named_b else 1.0))


def _direction(a: Facts, b: Facts) -> Evidence:
    """A visit has a guest and a host; who comes is not who receives."""
    hosts_a, hosts_b = _sides_as(a, "host"), _sides_as(b, "host")
    if not hosts_a or not hosts_b or hosts_a & hosts_b:
        return Evidence()
    if a.family == VISIT:
        return Evidence.never("the guest of one is the host of the other")
    return Evidence.of(Finding("another host", -2.0))


def _pair_in_gathering(pair: Facts, gathering: Facts) -> Evidence:
    """Talks of two and a meeting of many: the sidelines are not the summit. A summit of two parties is
    talks."""
    if pair.type == "signing":
        if len(gathering.sides) < 3 and not gathering.organizations:
            return Evidence.never("a signing of two")
        if len(pair.sides) < 3:
            return Evidence.never("a signing of two at a gathering")
        return _gatherings(pair, gathering)
    if gathering.type == pair.type and pair.sides < gathering.sides:
        # the same kind of contact with one party more: a reader's slip, or a third one who joined
        return _sides_shared(pair, gathering) + Evidence.of(Finding("a party more", -2.0))
    if len(gathering.sides) != 2 or gathering.sides != pair.sides:
        return Evidence.never("talks of two beside a meeting of several")
    within = any(
        other in world.members(body) for body in gathering.sides for other in gathering.sides - {body}
    )
    if within or (gathering.name.recurring is not None and not gathering.name.words):
        return Evidence.never("a body's own gathering")
    return _pairs(pair, gathering)


def _sides_shared(a: Facts, b: Facts) -> Evidence:
    found = Evidence()
    for side in sorted(a.sides & b.sides):
        found += _same_side(_of(a, side), _of(b, side), _told_before(a, b))
    return found


def _gatherings(a: Facts, b: Facts) -> Evidence:
    """Two meetings of many."""
    bodies_a, bodies_b = a.organizations, b.organizations
    if not (a.sides & b.sides or bodies_a & bodies_b or (a.country and a.country == b.country)):
        return Evidence.never("no party, organization or country in common")
    found = _edition(a.name, b.name) + _level(a, b) + _lists(a, b)
    if bodies_a & bodies_b:
        return (
            found
            + Evidence.of(Finding("of the same organization", 3.5))
            + _outsiders(a, b, bodies_a & bodies_b)
        )
    if bodies_a and bodies_b:
        return found + Evidence.never("of another organization")
    if bodies_a or bodies_b:
        bodied, other = (a, b) if bodies_a else (b, a)
        if other.name.recurring:
            return found + Evidence.never("of a series that is not the organization's")
        found += _membership(bodied.organizations, other.sides - bodied.organizations)
        # Members of one organization meet in many formats: without its name a list of them says only so much
        above = found.points - _MOST_WITHOUT_NAME
        if above > 0:
            found += Evidence.of(Finding("the organization is not named", -above))
    return found


def _edition(a: Series, b: Series) -> Evidence:
    """What the names of two gatherings say of series and edition."""
    if a.recurring and b.recurring and a.recurring != b.recurring:
        return Evidence.never("of another series")
    if a.ordinal and b.ordinal and a.ordinal != b.ordinal:
        return Evidence.never("another edition by its number")
    if a.year and b.year and a.year != b.year:
        return Evidence.never("another edition by its year")
    if a.recurring and a.recurring == b.recurring:
        return Evidence.of(Finding("of the same series", 2.0))
    if a.words and b.words:
        if a.words <= b.words or b.words <= a.words:
            return Evidence.of(Finding("the same name", 1.0))
        if not a.words & b.words:
            return Evidence.of(Finding("another name", -0.5))
    return Evidence()


def _level(a: Facts, b: Facts) -> Evidence:
    if {a.level, b.level} in ({LEADER, MINISTER}, {LEADER, OFFICIAL}):
        if any(same_person(x, y) for x in a.parties for y in b.parties if x.is_named and y.is_named):
            return Evidence()
        return Evidence.never("ministers, not leaders")
    return Evidence()


def _lists(a: Facts, b: Facts) -> Evidence:
    """Two lists of participants, each as far as its agency went."""
    people = sum(any(same_person(x, y) for y in b.parties) for x in a.parties if x.is_named)
    others = sum(_other_leader(a, b, side) for side in a.sides & b.sides)
    states_a, states_b = a.sides - a.organizations, b.sides - b.organizations
    findings = []
    if people:
        complete = people > 2 and people == len(a.parties) == len(b.parties)
        findings.append(Finding("the same persons", 3.0 if complete else min(2.0, 1.0 * people)))
    if others:
        findings.append(Finding("another leader of the same party", -2.0 * others))
    if states_a and states_b:
        shared, fewer = len(states_a & states_b), min(len(states_a), len(states_b))
        union = len(states_a | states_b)
        if shared >= 2 and shared / union >= _HALF:
            findings.append(Finding("mostly the same parties", 2.5))
        elif shared == fewer:
            findings.append(
                Finding("the parties of one among those of the other", 1.5 if shared > 1 else 0.5)
            )
        elif not (a.organizations & b.organizations):
            findings.append(Finding("other parties", -2.5 if shared / fewer < _HALF else -1.0))
    return Evidence.of(*findings)


def _membership(bodies: Iterable[str], sides: frozenset[str]) -> Evidence:
    """One names the organization, the other lists states: are they its members?"""
    states = {side for side in sides if side in world.countries()}
    members = frozenset().union(*(world.members(body) for body in bodies))
    if not states or not members:
        return Evidence()
    share = len(states & members) / len(states)
    if share >= _HALF:
        return Evidence.of(
            Finding("members of the organization", 1.5 if share == 1 and len(states) > 2 else 0.5)
        )
    return Evidence.of(Finding("not members of the organization", -2.5))


def _outsiders(a: Facts, b: Facts, bodies: frozenset[str]) -> Evidence:
    """A body meets alone and, next to that, with guests: who is no member tells the one meeting from the
    other."""
    members = frozenset().union(*(world.members(body) for body in bodies))
    guests_a, guests_b = (one.sides - members - bodies if members else frozenset() for one in (a, b))
    if guests_a != guests_b and not guests_a & guests_b and any(one.when.status == "held" for one in (a, b)):
        return Evidence.of(Finding("with others than the members", -1.0))
    return Evidence()


def _other_leader(a: Facts, b: Facts, side: str) -> bool:
    """Whether both name a leader of one party, and not the same one."""
    of_a = [one for one in _of(a, side) if one.is_named and one.level == LEADER]
    of_b = [one for one in _of(b, side) if one.is_named and one.level == LEADER]
    return bool(of_a and of_b) and not any(same_person(x, y) for x in of_a for y in of_b)


def _told_before(a: Facts, b: Facts) -> bool:
    return a.when.status in COMING or b.when.status in COMING


def _of(facts: Facts, side: str) -> list[Party]:
    return [one for one in facts.parties if one.side == side]


def _sides_as(facts: Facts, capacity: str) -> frozenset[str]:
    return frozenset(one.side for one in facts.parties if one.capacity == capacity and one.side)
