"""Ids stay: joined, merged, split, read anew, pinned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.resolve import Existing, Pin, Report, event_id, resolve
from tests.extractors.resolve.made import Store
from tests.extractors.resolve.told import told

PAIR = "Kassym-Jomart Tokayev/hos/KZ; Shavkat Mirziyoyev/hos/UZ"


def talks(article: str, day: int, more: str = "talks was") -> Report:
    return told(
        f"{article} | 2025-03-{day:02d}T18:00:00+05:00 | {more} 2025-03-{day:02d} | Tashkent,UZ | {PAIR}"
    )


def test_a_new_report_joins_and_the_id_stays() -> None:
    store = Store()
    first = store.load([talks("a-1", 3)]).events[0]
    assert first.is_new
    joined = store.load([talks("b-1", 3)]).events[0]
    assert (joined.id, joined.is_new, len(joined.members)) == (first.id, False, 2)
    # an older report that comes late changes nothing of it
    late = replace(talks("c-1", 3), published="2025-03-03T01:00")
    assert store.load([late]).events[0].id == first.id


def test_a_batch_does_not_touch_what_it_has_nothing_to_do_with() -> None:
    store = Store()
    for day in range(1, 29, 9):
        store.load([talks(f"a-{day}", day)])
    store.load(
        [told("z-1 | 2025-03-10T18:00:00+05:00 | call was 2025-03-10 | | Donald Trump/hos/US; -/hos/MX")]
    )
    assert store.touched == 1
    store.load([talks("b-10", 10)])
    assert store.touched == 2


def test_two_events_become_one_and_the_younger_id_leads_to_the_older() -> None:
    plan = told(
        f"a-1 | 2025-02-20T10:00:00+05:00 | visit will 2025-03-03 | ,UZ | {PAIR.replace(';', '/g;')}/h"
    )
    held = told(
        f"b-1 | 2025-04-20T20:00:00+05:00 | visit was 2025-04-20 | ,UZ | {PAIR.replace(';', '/g;')}/h"
    )
    off = told(
        f"c-1 | 2025-03-01T20:00:00+05:00 | visit later 2025-03-03 | ,UZ | {PAIR.replace(';', '/g;')}/h"
    )
    store = Store()
    one, other = (store.load([report]).events[0].id for report in (plan, held))
    assert one != other
    merged = store.load([off])
    assert dict(merged.aliases) == {other: one}
    assert [event.id for event in merged.events] == [one]
    assert store.follow(other) == one


def test_a_split_keeps_the_id_with_the_founder_and_says_where_the_rest_went() -> None:
    a, b, c = talks("a-1", 3), talks("b-1", 3), talks("c-1", 3)
    store = Store()
    event = store.load([a, b, c]).events[0].id
    store.pins = (Pin(a.key, b.key, together=False), Pin(b.key, c.key, together=True))
    parted = store.load([a])
    kept, new = parted.events
    assert (kept.id, kept.members) == (event, (a.key,))
    assert new.is_new
    assert set(new.members) == {b.key, c.key}
    assert parted.splits == ((event, new.id),)
    # taken back, the new id leads to the old one, and a second parting does not give it out again
    store.pins = ()
    assert dict(store.load([a]).aliases) == {new.id: event}
    store.pins = (Pin(a.key, b.key, together=False), Pin(b.key, c.key, together=True))
    again = store.load([a]).events[1]
    assert again.id not in (event, new.id)


def test_pins_that_contradict_each_other_follow_the_newer_one() -> None:
    a, b, c = talks("a-1", 3), talks("b-1", 3), talks("c-1", 9)
    pins = [
        Pin(a.key, b.key, False, "2025-04-01"),
        Pin(a.key, c.key, True, "2025-04-02"),
        Pin(b.key, c.key, True, "2025-04-03"),
        Pin("gone", a.key, True, "2025-04-04"),
    ]
    result = resolve([a, b, c], pins=pins)
    assert [set(event.members) for event in result.events] == [{a.key, b.key, c.key}]
    assert set(result.ignored) == {pins[0], pins[3]}


def test_a_pin_joins_what_one_article_keeps_apart() -> None:
    a, b = talks("a-1", 3), talks("a-1", 9)
    assert len(resolve([a, b]).events) == 2
    assert len(resolve([a, b], pins=[Pin(a.key, b.key, together=True)]).events) == 1


def test_a_new_reading_goes_on_with_the_events_of_the_old_one() -> None:
    old_talks, old_call = (
        talks("a-1", 3),
        told(f"a-1 | 2025-03-03T18:00:00+05:00 | bg call was 2025-03-01 | | {PAIR}"),
    )
    new_talks = replace(talks("a-1", 3, "bg talks was"), key="a-1/new-talks")
    new_call = replace(old_call, key="a-1/new-call")
    before = resolve([old_talks, old_call])
    existing = [
        Existing(event.id, str(n), event.founder, frozenset(event.members))
        for n, event in enumerate(before.events)
    ]
    after = resolve([new_call, new_talks], existing, superseded=[old_talks, old_call])
    assert {event.id: event.members for event in after.events} == {
        before.id_of()[old_talks.key]: (new_talks.key,),
        before.id_of()[old_call.key]: (new_call.key,),
    }
    assert not any(event.is_new for event in after.events)
    # a reading that finds less leaves an event without a report
    less = resolve([new_talks], existing, superseded=[old_talks, old_call])
    assert less.emptied == (before.id_of()[old_call.key],)


def test_what_cannot_be_is_refused() -> None:
    a = talks("a-1", 3)
    with pytest.raises(ValueError, match="two reports have the key"):
        resolve([a], context=[a, talks("b-1", 3), talks("b-1", 3)])
    with pytest.raises(ValueError, match="is in events"):
        resolve(
            [a],
            [Existing("x", "1", a.key, frozenset({a.key})), Existing("y", "2", a.key, frozenset({a.key}))],
        )


def test_event_ids() -> None:
    first = event_id("k")
    assert first == event_id("k")
    assert event_id("k", {first}) not in (first, event_id("l"))
    assert resolve([]).events == ()
