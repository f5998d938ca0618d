"""Articles with their records, in the order of publication, without end: what agencies make of occasions.

One contact is told by one to five sources, by most of those that tell of it at all by three to five, each with gaps and
slips of its own: no date, no city, another spelling, the day of another time zone, a name that is missing. Some
occasions are announced, put off or called off first, some articles recall an earlier contact, some are reprints.
The same seed gives the same articles, so a run can be taken up in the middle. Memory holds what is still to be
published of some weeks, never more.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import accumulate
from typing import Any

from benchmarks.load.contacts import Contact, Occasion, World
from benchmarks.load.writing import VERSION, Told, write
from extractors.article import Article

__all__ = ["VERSION", "Made", "stream", "truth"]
SEED = 20_110_101
SOURCES = 60
TELLING = {1: 13, 2: 12, 3: 30, 4: 25, 5: 20}
"""How many sources tell of an occasion, by weight: three quarters by three to five."""
AHEAD_DAYS = 62
"""How long before its day an occasion must be known: the longest announcement of one that is put off."""
RECALLED, REPRINTED, BESIDE = 0.05, 0.05, 0.45
"""Shares: of the articles that recall an earlier contact, that reprint the first one's text; and how likely an article
on an occasion tells of each of its further contacts."""
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher: its key, language and hours from UTC."""

    key: str
    language: str
    hours: float


@dataclass(frozen=True, slots=True)
class Made:
    """An article, when it was fetched, and its records."""

    article: Article
    fetched_at: datetime
    records: list[dict[str, Any]]


def sources() -> list[Source]:
    """The publishers, the busiest first: two in three write English, the rest Russian and some Kazakh."""
    languages = ("en", "ru", "en", "en", "kk", "en", "ru", "en", "en", "en", "ru", "en")
    hours = (5, 3, 0, 5.5, 5, 8, 3, 1, -5, 4, 4, 9)
    return [Source(f"agency_{n + 1:02d}", languages[n % 12], hours[n % 12]) for n in range(SOURCES)]


def stream(skip: int = 0, seed: int = SEED) -> Iterator[Made]:
    """Articles in the order of publication, without end, but for the first `skip` ones."""
    for ordinal, (minute, piece) in enumerate(_pieces(seed)):
        if ordinal >= skip:
            days, minutes = divmod(minute, _MINUTES)
            moment = datetime.fromordinal(days).replace(tzinfo=UTC) + timedelta(minutes=minutes)
            local = moment.astimezone(timezone(timedelta(hours=piece.source.hours)))
            article, records = write(ordinal, piece.told, piece.source.key, piece.source.language, local, piece.seed)
            yield Made(article, moment + timedelta(minutes=20), records)


def truth(seed: int = SEED) -> Iterator[list[int]]:
    """For each article of the stream the numbers of the real contacts that its records tell of, in their order."""
    for _, piece in _pieces(seed):
        yield [one.contact.number for one in piece.told]


def _pieces(seed: int) -> Iterator[tuple[int, _Piece]]:
    desk = _Desk(random.Random(seed))  # noqa: S311 - made-up articles, and each time the same
    world = World(random.Random(seed + 1))  # noqa: S311
    for day, occasions in world.occasions():
        for occasion in occasions:
            desk.plan(day, occasion)
        yield from desk.until(day - timedelta(days=AHEAD_DAYS))


@dataclass(frozen=True, slots=True)
class _Piece:
    """An article that is going to be written: what of, by whom, with which stance; `seed` decides the rest."""

    told: tuple[Told, ...]
    source: Source
    seed: int


class _Desk:
    """Everything that is going to be published, by its minute (UTC, since year 1)."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._sources = sources()
        self._weights = list(accumulate(1 / (n + 8) for n in range(len(self._sources))))
        self._pieces: list[tuple[int, int, _Piece]] = []
        self._count = 0
        self._recent: list[Contact] = []

    def plan(self, day: date, occasion: Occasion) -> None:
        """Have the sources write about an occasion of that day."""
        chance = self._chance
        ours = self._telling(chance.choices(list(TELLING), list(TELLING.values()))[0])
        main = occasion.contacts[0]
        if occasion.announced is not None:
            first = occasion.first_day or day
            self._ahead(ours, main, first, day - timedelta(days=occasion.announced), "planned")
            if occasion.first_day is not None:
                self._ahead(ours, main, first, first - timedelta(days=chance.randint(0, 1)), "postponed")
            if occasion.is_cancelled:
                self._ahead(ours, main, day, day - timedelta(days=chance.randint(0, 1)), "cancelled")
                return
        # Hours of the place; the first report within minutes, the last on the next day
        hour = chance.gauss(14, 3) - (main.city.longitude / 15 if main.city else 4)
        begun = day.toordinal() * _MINUTES + int(60 * hour)
        original: _Piece | None = None
        for turn, source in enumerate(ours):
            told = tuple(
                Told(contact, "held", contact is main)
                for contact in occasion.contacts
                if contact is main or chance.random() < BESIDE
            )
            if chance.random() < RECALLED and self._recent:
                told += (Told(chance.choice(self._recent), "held", False),)
            seed = chance.getrandbits(40)
            if original is not None and original.source.language == source.language and chance.random() < REPRINTED:
                told, seed = original.told, original.seed
            piece = _Piece(told, source, seed)
            original = original or piece
            self._push(begun + 10 + int(chance.expovariate(1 / 150)) + 15 * turn, piece)
        self._recent = [*self._recent[-199:], main]

    def _ahead(self, ours: list[Source], main: Contact, first: date, told_on: date, status: str) -> None:
        minute = told_on.toordinal() * _MINUTES + 60 * 9
        for source in ours[: self._chance.choice((1, 1, 2))]:
            self._push(
                minute + int(self._chance.expovariate(1 / 120)),
                _Piece((Told(main, status, True, first),), source, self._chance.getrandbits(40)),
            )

    def _telling(self, count: int) -> list[Source]:
        found: dict[Source, None] = {}
        while len(found) < count:
            found[self._chance.choices(self._sources, cum_weights=self._weights)[0]] = None
        return list(found)

    def _push(self, minute: int, piece: _Piece) -> None:
        self._count += 1
        heapq.heappush(self._pieces, (minute, self._count, piece))

    def until(self, day: date) -> Iterator[tuple[int, _Piece]]:
        """What is published before that day, each with its minute."""
        end = day.toordinal() * _MINUTES
        while self._pieces and self._pieces[0][0] < end:
            minute, _, piece = heapq.heappop(self._pieces)
            yield minute, piece
