"""What Wikidata's answer would change in the register, and what speaks against it. Pure: no database, no network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from communique.reference.dates import apart, first_day, last_day
from communique.reference.wikidata import CLASSES, Holder
from extractors.lexicon import names

Kind = Literal["added", "changed", "ended"]

SLACK_DAYS = 7
"""Dates that differ by no more are not news: a government is named, sworn in and gazetted on different days."""

AHEAD_DAYS = 31
"""How far ahead a tenure may begin or end: an election is known weeks before the oath."""

LONGEST_YEARS = 72
"""The longest reign on record: Louis XIV, 72 years."""

LARGEST_SHARE = 0.1
"""Share of the tenures compared that one refresh may change: what changes more is a fault, not the course of events."""

ALWAYS_ALLOWED = 5
"""Changes that are never too many: a new government in one of a few countries asked about."""


@dataclass(frozen=True, slots=True)
class Known:
    """A tenure as the register has it now; dates as of `communique.reference.dates`."""

    tenure_id: int
    country: str
    office_class: str
    office_title: str
    is_shared: bool
    person_id: str
    name: str
    names: Sequence[str]
    start_date: str
    end_date: str | None
    is_end_known: bool
    status: str
    overlap: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would change; `problem` says why it must not, None where nothing speaks against it.

    `old` is the register's row, None for one added. An `end` of None means that the tenure goes on, or, where
    `is_end_known` is False, that nobody knows when it ended.
    """

    kind: Kind
    country: str
    office_class: str
    title: str
    person_id: str
    name: str
    start: str
    end: str | None
    is_end_known: bool
    old: Known | None = None
    problem: str | None = None

    def __str__(self) -> str:
        sign = {"added": "+", "changed": "~", "ended": "-"}[self.kind]
        until = self.end or ("now" if self.is_end_known else "?")
        was = ""
        if self.old is not None:
            old_end = self.old.end_date or ("now" if self.old.is_end_known else "?")
            was = f", was {self.old.name} {self.old.start_date} to {old_end}"
        said = f"  NOT: {self.problem}" if self.problem else ""
        return f"{sign} {self.country} {self.office_class}: {self.name} {self.start} to {until}{was}{said}"


def compare(country: str, known: Iterable[Known], found: Iterable[Holder], today: date) -> list[Change]:
    """What the holders that Wikidata has of a country's offices would change in the register, each with what speaks
    against it, by office and start.

    An office is changed as a whole or not at all: where something speaks against one of its changes, the others
    wait, since one holder's end is the next one's beginning. What the register has and Wikidata lacks stays as it is.
    """
    changes: list[Change] = []
    register = [one for one in known if one.country == country]
    held = list(found)
    for office_class in CLASSES:
        ours = [one for one in register if one.office_class == office_class]
        theirs = [one for one in held if one.office_class == office_class]
        of_office = [change for one in theirs if (change := _change(country, ours, theirs, one)) is not None]
        of_office = [replace(change, problem=_problem(change, today)) for change in _once(of_office)]
        of_office = _checked(ours, of_office)
        if any(change.problem for change in of_office):
            of_office = [replace(change, problem=change.problem or "waits for the other changes of this office")
                         for change in of_office]
        changes += of_office
    return changes


def refusal(changes: Sequence[Change], compared: int, share: float = LARGEST_SHARE) -> str | None:
    """Why none of `changes` to `compared` tenures may be applied; None where they are few enough."""
    if len(changes) <= max(ALWAYS_ALLOWED, compared * share):
        return None
    return (f"{len(changes)} changes to {compared} tenures are more than {share:.0%}; look through them "
            "(reference.proposed_change), and ask for fewer countries at a time")


def _change(country: str, ours: list[Known], theirs: list[Holder], one: Holder) -> Change | None:
    same = [row for row in ours if _same_person(row, one) and _meet(row, one)]
    title = ours[-1].office_title if ours else (one.title or one.office_class.replace("_", " ").capitalize())
    name = one.name or one.person_id
    if not same:
        return Change("added", country, one.office_class, title, one.person_id, name, one.start, one.end,
                      one.is_end_known)
    first, last = same[0], same[-1]
    if last.person_id == one.person_id:
        name = last.name
    start, end, is_end_known = last.start_date, last.end_date, last.is_end_known
    # A later term of the same tenure does not move its beginning.
    begins = not any(other.person_id == one.person_id and other.start < one.start and _meet(first, other)
                     for other in theirs)
    if first is last and begins and apart(first.start_date, one.start) > SLACK_DAYS:
        start = one.start
    # An end that Wikidata lacks says nothing: it lacks many.
    if one.end is not None and (last.end_date is None or apart(last.end_date, one.end) > SLACK_DAYS):
        end, is_end_known = one.end, True
    if (start, end, is_end_known, one.person_id) == (
            last.start_date, last.end_date, last.is_end_known, last.person_id):
        return None
    ended = last.end_date is None and last.is_end_known and (start, one.person_id) == (last.start_date, last.person_id)
    return Change("ended" if ended else "changed", country, one.office_class, title, one.person_id, name, start, end,
                  is_end_known, last)


def _same_person(row: Known, one: Holder) -> bool:
    if row.person_id == one.person_id:
        return True
    # The register knows some only by name.
    return row.person_id.startswith("n-") and one.name is not None and any(
        names.same(names.tokens(name), names.tokens(one.name)) for name in (row.name, *row.names))


def _meet(row: Known, one: Holder) -> bool:
    """Whether the two tenures overlap, or miss each other by a month at most."""
    grace = timedelta(days=31)
    return (first_day(row.start_date) - grace <= _last(one.end, one.is_end_known, one.start)
            and first_day(one.start) - grace <= _last(row.end_date, row.is_end_known, row.start_date))


def _last(end: str | None, is_end_known: bool, start: str) -> date:
    if end is not None:
        return last_day(end)
    return date.max if is_end_known else last_day(start)


def _once(changes: list[Change]) -> list[Change]:
    """A row of the register is changed once: of two statements about it, the one that ends later counts."""
    by_row: dict[object, Change] = {}
    for change in changes:
        key: object = change.old.tenure_id if change.old else (change.person_id, change.start)
        if key not in by_row or (change.end or "9999") > (by_row[key].end or "9999"):
            by_row[key] = change
    return list(by_row.values())


def _problem(change: Change, today: date) -> str | None:
    """What is wrong with a change by itself."""
    limit = today + timedelta(days=AHEAD_DAYS)
    begin, end = first_day(change.start), last_day(change.end) if change.end else None
    if change.name == change.person_id:
        return "Wikidata has no English name"
    if begin > limit or (change.end and first_day(change.end) > limit):
        return f"a date that lies more than {AHEAD_DAYS} days ahead"
    if end is not None and end < begin:
        return "it would end before it begins"
    if ((end or today) - begin).days > LONGEST_YEARS * 366:
        return f"a tenure of more than {LONGEST_YEARS} years"
    if change.kind == "changed" and change.old is not None and change.old.status == "multi-source" and (
            change.start, change.end) != (change.old.start_date, change.old.end_date):
        return "several sources give the register's dates"
    return None


def _checked(ours: list[Known], changes: list[Change]) -> list[Change]:
    """The changes of an office, with a problem where two would then surely hold it on one day."""
    if not changes or any(one.is_shared for one in ours):
        return changes
    replaced = {change.old.tenure_id for change in changes if change.old}
    after: dict[int, tuple[str, tuple[date, date]]] = {
        number: (change.name, _surely(change.start, change.end, change.is_end_known))
        for number, change in enumerate(changes) if change.old is None or change.old.overlap is None}
    stay = [(one.name, _surely(one.start_date, one.end_date, one.is_end_known))
            for one in ours if one.tenure_id not in replaced and one.overlap is None]
    made = []
    for number, change in enumerate(changes):
        with_whom = _overlapping(number, after, stay)
        made.append(replace(change, problem=change.problem or f"it would overlap {', '.join(with_whom)}")
                    if with_whom else change)
    return made


def _overlapping(
    number: int, after: Mapping[int, tuple[str, tuple[date, date]]], stay: list[tuple[str, tuple[date, date]]]
) -> list[str]:
    if number not in after:
        return []
    begin, end = after[number][1]
    others = [value for key, value in after.items() if key != number] + stay
    return [name for name, (from_, to) in others if max(begin, from_) < min(end, to)]


def _surely(start: str, end: str | None, is_end_known: bool) -> tuple[date, date]:
    """The days from which to before which the office was surely held; as reference.tenure.surely_held has it."""
    begin = last_day(start)
    if end is not None:
        return begin, max(begin, first_day(end))
    return begin, date.max if is_end_known else begin
