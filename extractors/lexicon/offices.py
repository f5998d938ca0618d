"""Who held which office on which day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extractors.lexicon import names
from extractors.lexicon.tables import rows, split

ROLE = {
    "head_of_state": "head_of_state",
    "head_of_government": "head_of_government",
    "foreign_minister": "foreign_minister",
    "deputy_head_of_government": "deputy_head",
    "deputy_head_of_state": "deputy_head",
    "head_of_state_representative": "other",
    "io_head": "io_head",
}
RANK = ("head_of_state", "head_of_government", "foreign_minister", "io_head", "io_official", "deputy_head", "other")
_NOT_HEADS = ("deputy", "special representative", "high representative", "vice")
_YEARS_OPEN = 8


def role_of(office_class: str, title: str) -> str:
    """The role class under which records give the holder of an office with this `title`.

    Raises KeyError for a class that the register does not have.
    """
    role = ROLE[office_class]
    if role == "head_of_government" and title.split(" (")[0] in ("President", "Acting President"):
        # an executive president is a president, whoever else reigns or guides
        return "head_of_state"
    if role == "io_head" and title.lower().startswith(_NOT_HEADS):
        return "io_official"
    return role


@dataclass(frozen=True, slots=True)
class Tenure:
    """One term of one office. `start` and `end` are ISO dates, possibly a bare month or year; empty: unknown or
    open."""

    holder_of: str
    role: str
    title: str
    start: str
    end: str
    status: str

    def covers(self, day: str) -> bool:
        """Whether the office was held on `day` (YYYY-MM-DD)."""
        if self.start and self.start > day:
            return False
        if self.end:
            return day <= self.end + "~"
        if self.status == "end-unknown":
            return bool(self.start) and int(day[:4]) - int(self.start[:4]) <= _YEARS_OPEN
        return True


@dataclass(frozen=True, slots=True)
class Person:
    """A holder of offices; `holder_of` of a tenure is a country (two letters) or an organization."""

    name: str
    wikidata_id: str
    spellings: tuple[tuple[str, ...], ...]
    tenures: tuple[Tenure, ...]

    def on(self, day: str) -> list[Tenure]:
        """The offices held on `day`, the highest first."""
        return sorted((t for t in self.tenures if t.covers(day)), key=lambda t: RANK.index(t.role))

    def spelled(self, parts: tuple[str, ...], exact: bool = True) -> bool:
        """Whether `parts` may name this person (every part found in one of the spellings)."""
        return any(names.within(parts, spelling, exact) for spelling in self.spellings)


class Offices:
    """The register of office holders, looked up by name, by part of a name, and by office and day."""

    def __init__(self, table: Iterable[dict[str, str]]) -> None:
        grouped: dict[tuple[str, str], list[dict[str, str]]] = {}
        for row in table:
            key = (row["wikidata_id"], "") if row["wikidata_id"] else (names.fold(row["person"]), row["holder_of"])
            grouped.setdefault(key, []).append(row)
        self.persons: list[Person] = [self._person(group) for group in grouped.values()]
        self._by_part: dict[str, list[Person]] = defaultdict(list)
        self._by_seat: dict[str, list[Person]] = defaultdict(list)
        for person in self.persons:
            for part in dict.fromkeys(part for spelling in person.spellings for part in spelling):
                self._by_part[part].append(person)
            for seat in dict.fromkeys(tenure.holder_of for tenure in person.tenures):
                self._by_seat[seat].append(person)

    @staticmethod
    def _person(group: list[dict[str, str]]) -> Person:
        spelled = [row["person"] for row in group] + [v for row in group for v in split(row["variants"])]
        tenures = []
        for row in group:
            title = row["office_title"]
            role = role_of(row["office_class"], title)
            tenures.append(Tenure(row["holder_of"], role, title, row["start"], row["end"], row["status"]))
        return Person(
            group[-1]["person"],
            group[0]["wikidata_id"],
            tuple(dict.fromkeys(names.tokens(name) for name in spelled)),
            tuple(tenures),
        )

    def named(self, parts: tuple[str, ...]) -> list[Person]:
        """Everyone whose name holds all `parts` (folded name parts), spelled exactly so."""
        if not parts:
            return []
        rarest = min((self._by_part.get(part, []) for part in parts), key=len)
        return [person for person in rarest if person.spelled(parts)]

    def known(self, part: str) -> bool:
        """Whether `part` (folded) is part of any holder's name."""
        return part in self._by_part

    def at(self, seat: str, day: str, role: str | None = None) -> list[Person]:
        """Who held an office (of `role`, where given) of the country or organization `seat` on `day`."""
        return [
            person
            for person in self._by_seat.get(seat, [])
            if any(t.holder_of == seat and (role is None or t.role == role) and t.covers(day) for t in person.tenures)
        ]


@cache
def offices() -> Offices:
    """The register, read once."""
    return Offices(rows("offices"))
