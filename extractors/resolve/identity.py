"""Who is the same participant, in any spelling and any script?

A person of the register is their Wikidata id; of anybody else the name is all there is, laid side by side in
one romanization. A person who is not named but whose office is ('the Kazakh President') is who held it on
that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from extractors.lexicon import names, world
from extractors.lexicon.offices import Person, offices
from extractors.resolve.transliterate import parts

LEADER: Final = "leader"
MINISTER: Final = "minister"
OFFICIAL: Final = "official"
_LEVELS: Final[Mapping[str, str]] = {
    "head_of_state": LEADER,
    "head_of_government": LEADER,
    "io_head": LEADER,
    "deputy_head": MINISTER,
    "foreign_minister": MINISTER,
    "minister": MINISTER,
    "speaker_of_parliament": OFFICIAL,
    "security_official": OFFICIAL,
    "ambassador": OFFICIAL,
    "io_official": OFFICIAL,
}
_SINGLE_OFFICES: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister", "io_head"})
"""Offices that one person holds at a time, so that the office on a day says who it is."""


@dataclass(frozen=True, slots=True)
class Party:
    """One participant as resolution sees it.

    `side` is the ISO 3166-1 alpha-2 code or the organization's abbreviation that the participant acts for, ''
    where neither is known. `person` is a Wikidata id or None; `name` the parts of the name in one
    romanization, empty for a bare delegation. `level` is leader, minister or official, None where the role
    says nothing of it.
    """

    side: str
    person: str | None
    name: tuple[str, ...]
    role: str
    level: str | None
    capacity: str

    @property
    def is_named(self) -> bool:
        """Whether it is known who it is."""
        return self.person is not None or bool(self.name)


def party(participant: Mapping[str, Any], day: str | None) -> Party:
    """The participant of a record (as the contract has it) on `day` (YYYY-MM-DD, None where unknown).

    Never raises on an unknown person, country or organization: they stay what the record calls them.
    """
    side = str(participant.get("organization") or participant.get("country") or "")
    role, name = str(participant.get("role_class") or "other"), participant.get("name")
    known = participant.get("person_id")
    if known is None:
        known = registered(str(name), side, day) if name else _holder(side, role, day)
    return Party(
        side,
        known,
        parts(str(name)) if name else (),
        role,
        _LEVELS.get(role),
        str(participant.get("capacity") or "participant"),
    )


def same_person(a: Party, b: Party) -> bool:
    """Whether two named participants are one person; False where either is not named.

    Two Wikidata ids decide it. A name beside an id, or two names, must agree in two parts, or in the surname
    and an initial, and stand for the same side where both sides are known.
    """
    if a.person is not None and b.person is not None:
        return a.person == b.person
    if not a.name or not b.name or (a.side and b.side and a.side != b.side):
        return False
    return names.same(a.name, b.name)


def succeeded(a: Party, b: Party) -> bool:
    """Whether two different persons speak from one and the same office: a new minister keeps his
    predecessor's appointments."""
    return bool(a.side) and a.side == b.side and a.role == b.role and a.role in _SINGLE_OFFICES


@lru_cache(maxsize=65536)
def registered(name: str, side: str, day: str | None) -> str | None:
    """The Wikidata id of a name in any of the register's spellings, None where nobody or several answer to
    it.

    Where several do, those with an office of `side` come first, then those in office on `day` (YYYY-MM-DD). A
    name in a spelling that the register does not have is compared with whoever held an office of `side` on
    `day`, nobody else: that few people may be told apart by a likeness of letters.
    """
    register, written = offices(), names.tokens(name)
    for tried in dict.fromkeys((written, tuple(part for part in written if len(part) > 1))):
        if len(tried) < 2:
            continue
        found = [person for person in register.named(tried) if person.wikidata_id]
        if found:
            return _one_of(found, side, day)
    if not side or day is None:
        return None
    spelled = parts(name)
    alike = [
        person
        for person in register.at(side, day)
        if person.wikidata_id and any(_alike(spelled, spelling) for spelling in person.spellings)
    ]
    return alike[0].wikidata_id if len(alike) == 1 else None


def _alike(spelled: tuple[str, ...], spelling: tuple[str, ...]) -> bool:
    return bool(spelled) and names.same(spelled, parts(" ".join(spelling)))


def _one_of(found: list[Person], side: str, day: str | None) -> str | None:
    there = [person for person in found if any(tenure.holder_of == side for tenure in person.tenures)]
    left = there or found
    if len(left) > 1 and day is not None:
        left = [person for person in left if person.on(day)] or left
    return left[0].wikidata_id if len(left) == 1 else None


@lru_cache(maxsize=65536)
def _holder(side: str, role: str, day: str | None) -> str | None:
    if role not in _SINGLE_OFFICES or day is None or not side:
        return None
    if role == "io_head" and side in world.countries():
        return None
    holders = {person.wikidata_id for person in offices().at(side, day, role)}
    return holders.pop() or None if len(holders) == 1 else None
