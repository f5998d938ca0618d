"""What really took place: occasions with their contacts, day by day. The truth that resolution is held against.

An occasion is what agencies write about at once: a visit with its talks and a signing, a summit with talks on its
sidelines, a call. `occasions` makes them in the order of their days, for ever.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count

from benchmarks.load.actors import PORTFOLIOS, City, Someone, bodies, cities, holder, minister, states

BEGIN = date(2011, 1, 1)
A_DAY = 36
"""Occasions a day on average: what makes a million records of fifteen years."""
KINDS = {
    "talks": 34,
    "visit": 21,
    "phone_call": 20,
    "video_conference": 3,
    "multilateral_meeting": 5,
    "summit": 1.3,
    "forum": 2.5,
    "signing": 4,
    "correspondence": 7,
}
"""Shares of the occasions."""
LEVELS = {"leaders": 34, "foreign_ministers": 34, "ministers": 26, "governments": 6}
ANNOUNCED, MOVED, CANCELLED = 0.2, 0.06, 0.05
"""Shares: of the occasions that can be, announced beforehand; of those, put off to another day and called off."""
TOPICS = (
    "trade_economy",
    "bilateral_relations",
    "energy",
    "transport_logistics",
    "security_defence",
    "investment",
    "regional_cooperation",
    "conflict_peace",
    "culture_education",
    "water",
    "digital",
    "health",
    "agriculture_food",
    "environment_climate",
    "tourism",
    "humanitarian_aid",
    "counter_terrorism",
    "migration",
    "space",
    "nuclear",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a contact; `due` is ISO 8601 of any precision, None where nobody says."""

    type: str
    parties: tuple[str, ...]
    due: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number about the relation of two parties."""

    metric: str
    value: float
    unit: str
    period: str | None
    status: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """One real contact. `number` is its identity; `names` and `parents` what agencies call it and its parent event."""

    number: int
    type: str
    people: tuple[tuple[Someone, str], ...]
    """With the capacity that each takes part in."""
    day: date
    last_day: date | None = None
    city: City | None = None
    visit_kind: str | None = None
    names: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    organization: str | None = None
    topics: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is written about at once, its main contact first. `announced` is how many days before, None where it was
    not; `first_day` the day that it was announced for where it was put off; what `is_cancelled` never took place."""

    contacts: tuple[Contact, ...]
    announced: int | None = None
    first_day: date | None = None
    is_cancelled: bool = False


@dataclass
class World:
    """Makes occasions out of a seed."""

    chance: random.Random
    _numbers: Iterator[int] = field(default_factory=count)

    def occasions(self) -> Iterator[tuple[date, list[Occasion]]]:
        """Each day from BEGIN on with its occasions; fewer at weekends."""
        for passed in count():
            day = BEGIN + timedelta(days=passed)
            often = A_DAY * (0.35 if day.weekday() > 4 else 1.26)
            yield day, [self._occasion(day) for _ in range(round(self.chance.gauss(often, often**0.5)))]

    def _occasion(self, day: date) -> Occasion:
        chance = self.chance
        kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
        if kind == "summit":
            contacts = self._summit(day)
        elif kind in ("multilateral_meeting", "forum"):
            contacts = [self._several(kind, day)]
        else:
            contacts = self._pair(kind, day)
        if kind in ("phone_call", "video_conference", "correspondence") or chance.random() > ANNOUNCED:
            return Occasion(tuple(contacts))
        ahead = 1 + min(int(chance.expovariate(1 / 9)), 39)
        fate = chance.random()
        if fate < CANCELLED:
            return Occasion(tuple(contacts[:1]), ahead, is_cancelled=True)
        moved = day - timedelta(days=chance.randint(4, 15)) if fate < CANCELLED + MOVED else None
        return Occasion(tuple(contacts), ahead + (day - moved).days if moved else ahead, moved)

    def _pair(self, kind: str, day: date) -> list[Contact]:
        chance = self.chance
        one, other = states().several(chance, 2)
        level = chance.choices(list(LEVELS), list(LEVELS.values()))[0]
        host, guest = self._sent(one, level, day), self._sent(other, level, day)
        if kind in ("phone_call", "video_conference", "correspondence"):
            return [
                self._told(Contact(next(self._numbers), kind, ((host, "participant"), (guest, "participant")), day))
            ]
        there = self._city(states().one(chance) if chance.random() < 0.12 and kind == "talks" else one)
        received = ("host", "guest") if there is None or there.country == one else ("participant", "participant")
        people = ((host, received[0]), (guest, received[1]))
        if kind == "talks":
            return [self._told(Contact(next(self._numbers), "bilateral_meeting", people, day, city=there))]
        if kind == "signing":
            return [self._told(Contact(next(self._numbers), "signing", people, day, city=there))]
        stay = chance.choice((0, 0, 1, 1, 2))
        visit = Contact(
            next(self._numbers),
            "visit",
            people,
            day,
            day + timedelta(days=stay) if stay else None,
            there,
            visit_kind=chance.choice(("official", "official", "state", "working", "working")),
        )
        talks = Contact(next(self._numbers), "bilateral_meeting", people, day, city=there)
        found = (
            [self._told(talks), self._told(visit)]
            if chance.random() < 0.6
            else [self._told(visit), self._told(talks)]
        )
        if level == "leaders" and chance.random() < 0.3:
            others = ((self._sent(one, "governments", day), "host"), (guest, "guest"))
            if others[0][0] != host:
                found.append(self._told(Contact(next(self._numbers), "bilateral_meeting", others, day, city=there)))
        if chance.random() < 0.2:
            found.append(
                self._told(Contact(next(self._numbers), "signing", people, day + timedelta(days=stay), city=there))
            )
        return found

    def _several(self, kind: str, day: date) -> Contact:
        chance = self.chance
        level = chance.choice(("leaders", "foreign_ministers", "ministers"))
        sides = states().several(chance, 3 if kind == "multilateral_meeting" else chance.randint(4, 9))
        there = self._city(sides[0])
        people = tuple(
            (self._sent(side, level, day), "host" if n == 0 else "participant") for n, side in enumerate(sides)
        )
        names: tuple[str, ...] = ()
        if kind == "forum" and there is not None:
            topic = chance.choice(("Economic", "Investment", "Energy", "Security", "Water", "Media"))
            names = (f"{there.name} {topic} Forum", f"{topic} Forum in {there.name}")
        return self._told(Contact(next(self._numbers), kind, people, day, city=there, names=names))

    def _summit(self, day: date) -> list[Contact]:
        chance = self.chance
        body = bodies().one(chance)
        home, *away = chance.sample(body.members, min(len(body.members), 14))
        there = self._city(home)
        level = "leaders" if chance.random() < 0.6 else "foreign_ministers"
        people = tuple(
            (self._sent(side, level, day), "host" if side == home else "participant") for side in (home, *away)
        )
        called = (
            ("summit", "Summit") if level == "leaders" else ("ministerial meeting", "Council of Foreign Ministers")
        )
        names = (f"{body.code} {called[0]}", f"{called[1]} of the {body.name}", f"{day.year} {body.code} {called[0]}")
        summit = self._told(
            Contact(
                next(self._numbers),
                "summit" if level == "leaders" else "multilateral_meeting",
                people,
                day,
                day + timedelta(days=1) if chance.random() < 0.4 else None,
                there,
                names=names,
                organization=body.code,
            )
        )
        found = [summit]
        for _ in range(chance.randint(1, min(4, len(people) // 2))):
            first, second = chance.sample(people, 2)
            found.append(
                self._told(
                    Contact(
                        next(self._numbers),
                        "bilateral_meeting",
                        ((first[0], first[1]), (second[0], "participant")),
                        day,
                        city=there,
                        parents=names[:2],
                        organization=body.code,
                    )
                )
            )
        return found

    def _sent(self, side: str, level: str, day: date) -> Someone:
        month = day.isoformat()[:7]
        roles = {
            "leaders": ("head_of_state", "head_of_government"),
            "governments": ("head_of_government",),
            "foreign_ministers": ("foreign_minister",),
            "ministers": (),
        }[level]
        known = (holder(side, role, month) for role in roles)
        found = next((who for who in known if who is not None), None)
        return found or minister(
            side,
            self.chance.choice(PORTFOLIOS[:3]) if level == "leaders" else self.chance.choice(PORTFOLIOS),
            day.year,
        )

    def _city(self, country: str) -> City | None:
        known = cities(country)
        if known is None:
            return None
        return known.things[0] if self.chance.random() < 0.75 else known.one(self.chance)

    def _told(self, contact: Contact) -> Contact:
        """The contact with what was talked about and what came of it."""
        chance, day = self.chance, contact.day
        parties = tuple(sorted({who.side for who, _ in contact.people}))
        two = parties[:2]
        outcomes, figures = [], []
        if chance.random() < 0.25:
            kind = chance.choices(
                (
                    "invitation",
                    "commitment",
                    "next_meeting",
                    "agreement_signed",
                    "decision",
                    "declaration_adopted",
                    "no_agreement",
                ),
                (22, 30, 10, 22, 8, 6, 2),
            )[0]
            later = day + timedelta(days=chance.randint(30, 500))
            due = chance.choice(
                (None, None, str(later.year), f"{later:%Y-%m}", f"{later.year}-Q{(later.month + 2) // 3}")
            )
            outcomes.append(
                Outcome(
                    kind,
                    two,
                    due if kind in ("invitation", "commitment", "next_meeting") else None,
                    chance.randint(1, 30) if kind == "agreement_signed" else None,
                )
            )
        if chance.random() < 0.2 and len(two) == 2:
            metric = chance.choices(("trade_turnover", "exports", "investment", "growth"), (60, 15, 15, 10))[0]
            # One series a pair: what is said of a year is said again until the next figure is out
            base = sum(map(ord, "".join(two))) % 90 + 3
            period = chance.choice((str(day.year - 1), str(day.year - 1), f"{day.year}-01/{day:%Y-%m}"))
            value = float(base * 10**8 + day.year * 10**7) if metric != "growth" else float(base % 40)
            is_target = chance.random() < 0.15
            figures.append(
                Figure(
                    metric,
                    value * (3 if is_target else 1),
                    "USD" if metric != "growth" else "percent",
                    str(day.year + 5) if is_target else period,
                    "target" if is_target else "actual",
                    two,
                )
            )
        topics = tuple(
            dict.fromkeys(
                chance.choices(TOPICS, [1 / (n + 2) for n in range(len(TOPICS))], k=chance.choice((0, 1, 1, 2, 3)))
            )
        )
        return replace(contact, topics=topics, outcomes=tuple(outcomes), figures=tuple(figures))
