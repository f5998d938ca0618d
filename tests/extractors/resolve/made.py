"""Made-up batches of reports that resemble each other on purpose, and a warehouse in memory to resolve them
in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from hypothesis import strategies as st

from extractors.resolve import (
    Existing,
    Pin,
    Report,
    Resolution,
    neighbourhood,
    resolve,
    sought,
    stored,
    window,
)
from tests.extractors.resolve.told import told

PEOPLE = (
    "Kassym-Jomart Tokayev/hos/KZ",
    "Касым-Жомарт Токаев/hos/KZ",
    "-/del/KZ",
    "Murat Nurtleu/fm/KZ",
    "Vladimir Putin/hos/RU",
    "-/hos/RU",
    "Sergey Lavrov/fm/RU",
    "Xi Jinping/hos/CN",
    "-/del/CN",
    "-/del/SCO",
    "Donald Trump/hos/US",
    "Aman Bekov/min/KG",
)
DATES = (
    "",
    "2024-07-03",
    "2024-07-04",
    "2024-07-05",
    "2024-07-09",
    "2024-07",
    "2024-Q3",
    "2024-11-27",
    "2024",
    "2024-07-03..2024-07-05",
)
PUBLISHED = (
    "2024-06-30T10:00:00+05:00",
    "2024-07-03T14:00:00+08:00",
    "2024-07-03T22:30:00+03:00",
    "2024-07-04T09:00:00-04:00",
    "2024-07-05",
    "2024-07-20T09:00:00Z",
    "2024-11-27T20:00:00+05:00",
    "",
)
KINDS = (
    "talks",
    "talks",
    "talks",
    "several",
    "summit",
    "call",
    "video",
    "visit",
    "visit",
    "signing",
    "forum",
    "letter",
)
STATES = ("was", "was", "was", "will", "is", "later", "off", "may")
PLACES = ("", "Astana,KZ", ",KZ", "Moscow,RU", "Beijing,CN")
NAMES = ("", "", "SCO summit", "second China-Central Asia summit")


@st.composite
def batches(draw: st.DrawFn, most: int = 9) -> list[Report]:
    """Some reports of few articles about few things, so that many of them resemble each other; no two have
    one key."""
    few = {
        name: draw(st.lists(st.sampled_from(of), min_size=1, max_size=size, unique=True))
        for name, of, size in (
            ("kind", KINDS, 2),
            ("state", STATES, 3),
            ("date", DATES, 3),
            ("place", PLACES, 2),
            ("name", NAMES, 1),
            ("people", PEOPLE, 4),
        )
    }
    published = draw(st.lists(st.sampled_from(PUBLISHED), min_size=7, max_size=7))
    lines = draw(
        st.lists(
            st.tuples(
                st.integers(0, 6),
                st.booleans(),
                *(st.sampled_from(few[name]) for name in ("kind", "state", "date", "place")),
                st.lists(st.sampled_from(few["people"]), min_size=1, max_size=3, unique=True),
                st.sampled_from(few["name"]),
            ),
            min_size=1,
            max_size=most,
            unique_by=str,
        )
    )
    return [
        told(
            f"a-{article} | {published[article]} | {'' if main else 'bg '}{kind} {state} {date} | {place} | "
            f"{'; '.join(people)} | {name}"
        )
        for article, main, kind, state, date, place, people, name in lines
    ]


class Store:
    """What the warehouse keeps of reports and events, and how it answers; `asked` counts the reports it was
    asked for."""

    def __init__(self, pins: Iterable[Pin] = ()) -> None:
        self.reports: dict[str, Report] = {}
        self.events: dict[str, Existing] = {}
        self.aliases: dict[str, str] = {}
        self.pins = tuple(pins)
        self.opened = 0
        self.touched = 0

    def find(self, reports: Sequence[Report]) -> list[Report]:
        """As `incremental.Find` wants it."""
        found: dict[str, Report] = {}
        for one in reports:
            low, high = window(one.facts)
            for other in self.reports.values():
                begins, ends = window(other.facts)
                met = sought(one.facts) & stored(other.facts) or sought(other.facts) & stored(one.facts)
                if met and begins <= high and low <= ends:
                    found[other.key] = other
        ours = {one.key for one in reports}
        near = set(ours)
        for event in self.existing(ours):
            near |= event.members
        for pin in self.pins:
            if {pin.one, pin.other} & ours:
                near |= {key for key in (pin.one, pin.other) if key in self.reports}
        articles = {self.reports[key].article for key in near}
        return [one for one in self.reports.values() if one.key in found or one.article in articles]

    def existing(self, keys: Collection[str]) -> list[Existing]:
        """The events that hold any of the keys."""
        return [event for event in self.events.values() if event.members & set(keys)]

    def load(self, batch: Sequence[Report]) -> Resolution:
        """Takes a batch in, as the warehouse would."""
        self.reports |= {one.key: one for one in batch}
        hood = neighbourhood(batch, self.find, self.existing, self.pins)
        self.touched = len(hood.reports)
        existing = self.existing({one.key for one in hood.reports})
        pins = [pin for pin in self.pins if {pin.one, pin.other} <= {one.key for one in hood.reports}]
        result = resolve(hood.reports, existing, pins, context=hood.context, taken=set(self.aliases))
        for event in existing:
            del self.events[event.id]
        before = {event.id: event for event in existing}
        for made in result.events:
            self.opened += made.is_new
            opened = before[made.id].opened if made.id in before else f"{self.opened:06d}"
            assert made.id not in self.events
            self.events[made.id] = Existing(made.id, opened, made.founder, frozenset(made.members))
        self.aliases |= result.aliases
        return result

    def groups(self) -> set[frozenset[str]]:
        """The reports by event."""
        return {event.members for event in self.events.values()}

    def follow(self, event: str) -> str:
        """Where the id of an event leads now."""
        while event in self.aliases:
            event = self.aliases[event]
        return event
