"""A record as resolution sees it: what can tell one contact from another, in forms that compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from extractors.lexicon import names, world
from extractors.resolve.dates import When, moment, stated
from extractors.resolve.identity import LEADER, MINISTER, OFFICIAL, Party, party
from extractors.resolve.series import Series, parent, series

IN_PERSON: Final = "in_person"
REMOTE: Final = "remote"
VISIT: Final = "visit"
LETTER: Final = "letter"
FAMILIES: Final[Mapping[str, str]] = {
    "summit": IN_PERSON,
    "bilateral_meeting": IN_PERSON,
    "multilateral_meeting": IN_PERSON,
    "signing": IN_PERSON,
    "forum": IN_PERSON,
    "phone_call": REMOTE,
    "video_conference": REMOTE,
    "visit": VISIT,
    "correspondence": LETTER,
}
"""Event types that may be two names for one contact; across families nothing is ever joined: a call is no
meeting, and the talks within a visit are an event of their own."""
GATHERINGS: Final = frozenset({"summit", "multilateral_meeting", "forum"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What resolution compares; equal for reports that say the same, so that each pair is weighed once.

    `country` is ISO 3166-1 alpha-2, `city` and `venue` folded. `organizations` are those that the gathering
    is one of: from its name, or as a bare delegation. `told` are the participants as the record lists them,
    `parties` each once, sorted.
    """

    type: str
    family: str
    when: When
    city: str | None
    country: str | None
    venue: str | None
    parent: Series
    name: Series
    language: str
    told: tuple[Party, ...]
    parties: tuple[Party, ...]
    sides: frozenset[str]
    organizations: frozenset[str]
    level: str | None

    @property
    def is_gathering(self) -> bool:
        """Whether it is a meeting of many, whose lists of participants are always partial."""
        return self.type in GATHERINGS or len(self.sides) > 2

    @property
    def is_long(self) -> bool:
        """Whether contacts of this kind last for days."""
        return self.family == VISIT or self.type in ("summit", "forum")


@dataclass(frozen=True, slots=True)
class Report:
    """One record: `key` names it uniquely among all that are ever compared, `article` all records of its
    article.

    `record` is the summit record itself, by the contract. `published` sorts reports by time ('' where
    unknown: first).
    """

    key: str
    article: str
    published: str
    facts: Facts
    record: Mapping[str, Any]

    @property
    def order(self) -> tuple[str, str]:
        """Sorts reports from the oldest to the newest, always the same way."""
        return self.published, self.key


def report(record: Mapping[str, Any], key: str | None = None) -> Report:
    """The report of a record as the contract has it; `key` defaults to the article's id and the record's.

    Raises KeyError where the record lacks `article`, `event` or `record_id`, ValueError for a type of event
    that the contract does not know.
    """
    article = record["article"]
    if key is None:
        key = f"{article['id']}/{record['record_id']}"
    return Report(key, str(article["id"]), _sortable(article.get("published_at")), facts(record), record)


def facts(record: Mapping[str, Any]) -> Facts:
    """What resolution compares of a record. Raises as `report` does."""
    event, article = record["event"], record["article"]
    kind = str(event["type"])
    if kind not in FAMILIES:
        raise ValueError(f"record {record.get('record_id')}: no event type {kind!r} in the contract")
    family = FAMILIES[kind]
    minute, published_day, offset = moment(article.get("published_at"))
    first, last, end = stated(
        event.get("start_date"), event.get("end_date"), family == VISIT or kind in GATHERINGS
    )
    day = _iso(first if first is not None and first == last else published_day)
    told = tuple(party(one, day) for one in record.get("participants") or [])
    parties = tuple(
        sorted(
            set(told),
            key=lambda one: (one.side, one.person or "", one.name, one.role, one.capacity),
        )
    )
    place = event.get("place") or {}
    country = place.get("country")
    name = series(event.get("name"))
    sides = frozenset(one.side for one in parties if one.side)
    bare = {one.side for one in parties if not one.is_named and one.side in _bodies()}
    organizations = bare | ({name.organization} if name.organization else set())
    when = When(
        str(event["status"]),
        bool(event.get("is_main")),
        first,
        last,
        end,
        minute,
        published_day,
        offset,
        None if family == REMOTE else _hours(country),
        _at_home(sides),
    )
    return Facts(
        kind,
        family,
        when,
        _city(place.get("city")),
        country,
        _folded(place.get("venue")),
        parent(event),
        name,
        str(article.get("language") or ""),
        told,
        parties,
        sides,
        frozenset(organizations),
        _level(parties),
    )


def _level(parties: tuple[Party, ...]) -> str | None:
    """The level that most of those with an office meet at, the higher of two equal ones."""
    counts = {level: sum(one.level == level for one in parties) for level in (LEADER, MINISTER, OFFICIAL)}
    best = max(counts, key=lambda level: counts[level])
    return best if counts[best] else None


def _hours(country: str | None) -> float | None:
    known = world.countries().get(country) if country else None
    return known.utc_offset if known else None


def _at_home(sides: frozenset[str]) -> tuple[float, float] | None:
    """The lowest and the highest hours from UTC at the parties' capitals; None where none is known."""
    hours = [one for one in map(_hours, sides) if one is not None]
    return (min(hours), max(hours)) if hours else None


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return frozenset(world.organization_names().values())


def _city(text: str | None) -> str | None:
    """A city by the name that the lexicon has for it (Kiev is Kyiv), folded; None in another script, which
    the contract does not have: it would tell apart what is one place."""
    known = world.cities().get(text) if text else None
    folded = _folded(known.name if known else text)
    return folded if folded and folded.isascii() else None


def _folded(text: str | None) -> str | None:
    return names.fold(text) if text else None


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day is not None and day > 0 else None


def _sortable(published: str | None) -> str:
    """An ISO time as text that sorts by the moment: in UTC where its zone is known."""
    minute, day, _ = moment(published)
    if minute is None:
        return _iso(day) or ""
    days, minutes = divmod(minute, 24 * 60)
    return f"{_iso(days)}T{minutes // 60:02d}:{minutes % 60:02d}"
