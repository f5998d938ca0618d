"""The switch shows the newer readings in one transaction, and taking it back leaves the marts as they were."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from communique.reprocess.asked import Asked, ReprocessError
from communique.reprocess.switch import back, rehearse, switch
from communique.warehouse.connection import connect
from communique.warehouse.events import pin, resolve_all, switchover, unsettled

from tests.communique.reprocess.conftest import NEWER, Rereading
from tests.communique.warehouse.test_load import kill_after, killer, versions

__all__ = ["killer"]

PALACE = {"city": "Oslo", "country": "NO", "venue": "Royal Palace"}
PLANNED = {"status": "planned", "start_date": "2026-03-04"}
POSTPONED = {"status": "postponed", "start_date": "2026-03-04"}
HELD_LATER = {"status": "held", "start_date": "2026-03-11"}


def three_events(again: Rereading) -> None:
    """A contact by two agencies, another day's by one, and a call."""
    desk = again.desk
    again.publish("b1", desk.story(1), desk.story(2, "gazette", "2026-03-04T19:00:00+01:00"),
                  desk.story(3, "courier", "2026-03-06T18:00:00+01:00", start_date="2026-03-06"),
                  desk.story(4, "courier", type="phone_call", place=None))


def two_chains(again: Rereading) -> None:
    """A plan, its postponement and what was held in the end: one contact by the article in the middle alone."""
    desk = again.desk
    again.publish("b1", desk.story(1, "herald", "2026-02-20T10:00:00+01:00", **PLANNED))
    again.publish("b2", desk.story(2, "gazette", "2026-03-11T20:00:00+01:00", **HELD_LATER))
    again.publish("b3", desk.story(3, "courier", "2026-03-02T10:00:00+01:00", type="phone_call", place=None))


def test_nothing_is_seen_before_the_switch_and_all_after_it_under_the_same_ids(again: Rereading) -> None:
    three_events(again)
    before, events = again.marts(), again.desk.events()
    again.reads(1, place=PALACE)
    name = again.read()
    assert again.marts() == before
    outcome = switch(again.desk.conn, name)
    assert outcome == {"switched": 4, "events_made": 0, "events_gone": 0, "events_changed": 1}
    assert again.desk.events() == events
    assert {row["extractor_version"] for row in again.desk.rows("meetings")} == {NEWER}
    [event] = [row for row in again.desk.rows("events") if row["report_count"] == 2]
    assert event["venue"] == "Royal Palace"
    assert not unsettled(again.desk.conn)
    stood = again.desk.versions()
    assert resolve_all(again.desk.conn, again=True).joined == 0
    assert again.desk.versions() == stood, "what a switch leaves is what the rules make of the whole"


def test_taken_back_the_marts_are_as_they_were(again: Rereading) -> None:
    three_events(again)
    before = again.marts()
    again.reads(1, place=PALACE, start_date="2026-03-06")
    again.reads(3, type="phone_call", place=None)
    again.reads_nothing(4)
    name = again.read()
    switch(again.desk.conn, name)
    assert again.marts() != before
    assert back(again.desk.conn, name) == {"taken_back": 4}
    assert again.marts() == before
    assert not unsettled(again.desk.conn)
    stood = again.desk.versions()
    resolve_all(again.desk.conn, again=True)
    assert again.desk.versions() == stood


def test_a_merger_is_taken_back_with_its_alias_and_made_again(again: Rereading) -> None:
    two_chains(again)
    before, stood = again.marts(), again.desk.events()
    planned, held = again.desk.event_of(1), again.desk.event_of(2)
    again.reads(3, type="bilateral_meeting", place={"city": "Oslo", "country": "NO", "venue": None}, **POSTPONED)
    name = again.read()
    outcome = switch(again.desk.conn, name)
    assert again.desk.events() == {planned: [1, 2, 3]}
    assert again.desk.alias(held) == planned
    assert (outcome["events_made"], outcome["events_gone"]) == (0, 2)
    switched = again.marts()
    back(again.desk.conn, name)
    assert again.desk.events() == stood
    assert again.desk.alias(held) is None
    assert again.marts() == before
    assert again.read() == name
    switch(again.desk.conn, name)
    assert again.desk.events() == {planned: [1, 2, 3]}
    assert {view: len(found) for view, found in again.marts().items()} == {
        view: len(found) for view, found in switched.items()}
    back(again.desk.conn, name)
    assert again.marts() == before


def test_a_split_is_taken_back(again: Rereading) -> None:
    desk = again.desk
    again.publish("b1", desk.story(1), desk.story(2, "gazette"), desk.story(3, "courier"))
    before = again.marts()
    again.reads(1, start_date="2026-03-08")
    again.reads(3, type="phone_call", place=None)
    name = again.read()
    outcome = switch(desk.conn, name)
    assert (desk.groups(), outcome["events_made"]) == ([[1], [2], [3]], 2)
    back(desk.conn, name)
    assert again.marts() == before


def test_small_pieces_give_what_one_piece_gives(again: Rereading, monkeypatch: pytest.MonkeyPatch) -> None:
    """Events reach over the pieces of a large switch."""
    two_chains(again)
    again.publish("b4", *(again.desk.story(10 + n, f"paper{n}", f"2026-03-2{n}T10:00:00+01:00", start_date="2026-03-20")
                          for n in range(4)))
    again.reads(3, type="bilateral_meeting", place={"city": "Oslo", "country": "NO", "venue": None}, **POSTPONED)
    again.reads(11, start_date="2026-03-11")
    again.reads(12, start_date="2026-03-11")
    before = again.marts()
    name = again.read()
    switch(again.desk.conn, name)
    whole, groups = again.marts(), again.desk.events()
    back(again.desk.conn, name)
    assert again.marts() == before
    monkeypatch.setattr(switchover, "CHUNK", 1)
    monkeypatch.setattr(switchover.switch_events, "__defaults__", (1,))
    monkeypatch.setattr(switchover.take_back, "__defaults__", (1,))
    again.read()
    switch(again.desk.conn, name)
    assert again.desk.events() == groups
    assert {view: len(found) for view, found in again.marts().items()} == {
        view: len(found) for view, found in whole.items()}
    back(again.desk.conn, name)
    assert again.marts() == before


def test_pins_outlive_the_switch_and_its_taking_back(again: Rereading) -> None:
    three_events(again)
    desk = again.desk
    pin(desk.conn, desk.record_of(1), desk.record_of(3), is_same=True, who="ann", why="one evening")
    pin(desk.conn, desk.record_of(1), desk.record_of(2), is_same=False, who="ann", why="two contacts")
    groups, before = desk.groups(), again.marts()
    name = again.read()
    switch(desk.conn, name)
    assert desk.groups() == groups == [[1, 3], [2], [4]]
    pin(desk.conn, desk.record_of(2), desk.record_of(4), is_same=True, who="bob", why="by telephone")
    assert desk.groups() == [[1, 3], [2, 4]]
    back(desk.conn, name)
    assert desk.groups() == [[1, 3], [2, 4]], "what a reviewer decided meanwhile holds"
    assert again.marts() != before
    pins = desk.conn.execute("SELECT one_record_key, other_record_key FROM core.pin ORDER BY pin_id").fetchall()
    one, two, three, four = (desk.record_of(n) for n in (1, 2, 3, 4))
    assert pins == [(one, three), (one, two), (two, four)]


def test_an_article_changed_meanwhile_is_left_out_and_said(again: Rereading) -> None:
    three_events(again)
    name = again.read()
    again.correct("b2", 1, place=PALACE)
    outcome = switch(again.desk.conn, name)
    assert (outcome["switched"], outcome["changed"]) == (3, 1)
    assert {row["article_url"][-1]: row["extractor_version"] for row in again.desk.rows("meetings")} == {
        "1": "test-1", "2": NEWER, "3": NEWER, "4": NEWER}
    assert back(again.desk.conn, name) == {"taken_back": 3, "changed": 1}
    assert {row["extractor_version"] for row in again.desk.rows("meetings")} == {"test-1"}


def test_an_article_that_another_version_was_shown_of_since_is_left_out(again: Rereading) -> None:
    three_events(again)
    name = again.read()
    again.desk.publish("b2", again.desk.story(1, version="test-3"), version="test-3")
    again.desk.publish("b3", again.desk.story(2, "gazette", "2026-03-04T19:00:00+01:00"))
    outcome = switch(again.desk.conn, name)
    assert (outcome["switched"], outcome["overtaken"]) == (3, 1)


def test_an_article_that_the_ingest_has_read_by_that_version_is_there_already(again: Rereading) -> None:
    three_events(again)
    asked = Asked.of(NEWER, everything=True)
    parts = again.work.begin(asked)
    again.desk.publish("b2", again.desk.story(1, version=NEWER), version=NEWER)
    again.work.read_all(asked.reprocess_id, parts)
    assert len(again.asked) == 3
    outcome = switch(again.desk.conn, asked.reprocess_id)
    assert (outcome["switched"], outcome["there"]) == (3, 1)
    assert back(again.desk.conn, asked.reprocess_id) == {"taken_back": 3, "there": 1}


def test_what_came_in_since_the_switch_stays_when_it_is_taken_back(again: Rereading) -> None:
    two_chains(again)
    desk = again.desk
    planned, held = desk.event_of(1), desk.event_of(2)
    again.reads(3, type="bilateral_meeting", place={"city": "Oslo", "country": "NO", "venue": None}, **POSTPONED)
    name = again.read()
    switch(desk.conn, name)
    again.publish("b4", desk.story(4, "monitor", "2026-03-11T21:00:00+01:00", **HELD_LATER))
    again.correct("b5", 1, place=PALACE, **PLANNED)
    assert desk.events() == {planned: [1, 2, 3, 4]}
    assert back(desk.conn, name) == {"taken_back": 2, "kept": 1}
    events = desk.events()
    assert events[held] == [2, 4]
    assert events[planned] == [1]
    assert sorted(events.values()) == [[1], [2, 4], [3]]
    assert not unsettled(desk.conn)
    stood = desk.versions()
    resolve_all(desk.conn, again=True)
    assert desk.versions() == stood


def test_copies_are_read_and_shown_once(again: Rereading) -> None:
    desk = again.desk
    text = desk.newsroom.text
    again.publish("b1", desk.story(1, text=text))
    again.publish("b2", desk.story(2, text=text))
    before = again.marts()
    name = again.read()
    assert switch(desk.conn, name)["switched"] == 2
    assert [row["article_url"][-1] for row in desk.rows("meetings")] == ["1"]
    again.correct("b3", 1)
    assert {row["article_url"][-1]: row["extractor_version"] for row in desk.rows("meetings")} == {
        "1": "test-1", "2": NEWER}
    assert back(desk.conn, name) == {"taken_back": 1, "kept": 1}
    assert {row["article_url"][-1]: row["extractor_version"] for row in desk.rows("meetings")} == {
        "1": "test-1", "2": "test-1"}
    assert not unsettled(desk.conn)
    assert again.marts() != before


def test_a_version_that_had_been_shown_before_is_shown_again(again: Rereading) -> None:
    """An older extractor has read over it meanwhile: its reading is the later one, and stays off."""
    desk = again.desk
    again.version = "test-0"
    again.publish("b0")
    desk.publish("b1", desk.story(1, version="test-0"), version="test-0")
    again.publish("b2", desk.story(1))
    before = again.marts()
    name = again.read()
    assert again.asked == []
    assert switch(desk.conn, name)["switched"] == 1
    assert [row["extractor_version"] for row in desk.rows("meetings")] == ["test-0"]
    again.desk.publish("b3", *again.stories.values())
    assert [row["extractor_version"] for row in desk.rows("meetings")] == ["test-0"], "the switch outlives a fetch"
    back(desk.conn, name)
    assert again.marts() == before
    again.desk.publish("b4", *again.stories.values())
    assert again.marts() == before


def test_the_newest_of_two_switches_is_taken_back_first(again: Rereading) -> None:
    three_events(again)
    before = again.marts()
    first = again.read()
    switch(again.desk.conn, first)
    again.version = "test-3"
    second = again.read()
    switch(again.desk.conn, second)
    with pytest.raises(ReprocessError, match=f"{second} was switched later over some of the same articles"):
        back(again.desk.conn, first)
    back(again.desk.conn, second)
    back(again.desk.conn, first)
    assert again.marts() == before
    with pytest.raises(ReprocessError, match="is taken back: nothing of it is shown"):
        back(again.desk.conn, first)


def test_a_rehearsal_tells_what_a_switch_would_do_and_does_nothing(again: Rereading) -> None:
    two_chains(again)
    again.reads(3, type="bilateral_meeting", place={"city": "Oslo", "country": "NO", "venue": None}, **POSTPONED)
    name = again.read()
    before, stood = again.desk.versions(), versions(again.desk.conn)
    told = rehearse(again.desk.conn, name)
    assert (again.desk.versions(), versions(again.desk.conn)) == (before, stood)
    assert switch(again.desk.conn, name) == told


def test_a_switch_or_its_taking_back_killed_after_any_statement_leaves_all_or_nothing(
    again: Rereading, cleared: Any, killer: psycopg.Connection[Any]
) -> None:
    two_chains(again)
    again.reads(3, type="bilateral_meeting", place={"city": "Oslo", "country": "NO", "venue": None}, **POSTPONED)
    name = again.read()
    for first, step in ((1, switch), (3, back)):
        before, stood = again.desk.versions(), versions(again.desk.conn)
        n = first
        while not kill_after(n, cleared, killer, lambda conn, _, step=step: step(conn, name)):
            assert (again.desk.versions(), versions(again.desk.conn)) == (before, stood), f"killed after statement {n}"
            n += 5
        assert n > 30
    assert sorted(len(found) for found in again.desk.groups()) == [1, 1, 1]


def test_a_switch_and_publications_at_once_wait_for_each_other(again: Rereading, cleared: Any) -> None:
    three_events(again)
    name = again.read()
    more = [again.desk.story(20 + n, f"paper{n}") for n in range(3)]

    def act(turn: int) -> None:
        with connect(cleared.loader) as own:
            if turn == 0:
                switch(own, name)
            else:
                again.desk.newsroom.run(own, f"c{turn}", [more[turn - 1][0]], more[turn - 1][1])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(act, range(4)))
    assert again.desk.groups() == [[1, 2, 20, 21, 22], [3], [4]]
    assert not unsettled(again.desk.conn)
