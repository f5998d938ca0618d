"""A reviewer's word on two records outdoes every rule, at once and for good."""

from __future__ import annotations

import psycopg
import pytest
from communique.warehouse.events import PinError, pin, resolve_all
from communique.warehouse.load import publish

from tests.communique.warehouse.desk import Desk

OTHER_DAY = {"published_at": "2026-03-06T18:00:00+01:00", "start_date": "2026-03-06"}


ELSEWHERE = {"type": "forum", "place": {"city": "Bergen", "country": "NO", "venue": None}}


def decide(desk: Desk, one: int, other: int, is_same: bool) -> None:
    pin(desk.conn, desk.record_of(one), desk.record_of(other), is_same=is_same, who="ann", why="as the ministry says")


def test_pinned_records_are_one_event_and_parted_ones_two(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, "gazette", "2026-03-04T19:00:00+01:00"),
                 desk.story(3, "courier", "2026-03-04T20:00:00+01:00", **ELSEWHERE))
    first = desk.event_of(1)
    assert desk.groups() == [[1, 2], [3]]
    decide(desk, 1, 3, True)
    assert desk.events() == {first: [1, 2, 3]}
    reasons = {row["article_url"][-1]: row["reason"] for row in desk.rows("event_reports")}
    assert reasons["3"] == f"pinned to record {desk.record_of(1)} by ann: as the ministry says"
    assert reasons["2"].startswith(f"like record {desk.record_of(1)}: ")
    assert "same day +4.0" in reasons["2"]
    decide(desk, 1, 2, False)
    assert desk.groups() == [[1, 3], [2]]
    assert desk.event_of(1) == first


CALL = {"type": "phone_call", "place": None}


def test_what_is_like_one_of_two_pinned_records_stays_with_them_though_a_rule_keeps_it_from_the_other(
    desk: Desk
) -> None:
    """A call is no meeting: that rule is what the pin outdoes, for all that report either."""
    desk.publish("b1", desk.story(1), desk.story(2, "gazette"), desk.story(3, "courier", **CALL),
                 desk.story(4, "monitor", **CALL), desk.story(5, "tribune", **CALL, start_date="2026-03-09",
                                                             published_at="2026-03-09T18:00:00+01:00"))
    first = desk.event_of(1)
    assert desk.groups() == [[1, 2], [3, 4], [5]]
    decide(desk, 1, 3, True)
    assert desk.events()[first] == [1, 2, 3, 4]
    assert desk.groups() == [[1, 2, 3, 4], [5]]
    before = desk.versions()
    resolve_all(desk.conn, again=True)
    assert desk.versions() == before
    desk.publish("b2", desk.story(6, "bulletin", **CALL), desk.story(7, "observer"))
    assert desk.groups() == [[1, 2, 3, 4, 6, 7], [5]]
    decide(desk, 1, 4, False)
    assert [numbers for numbers in desk.groups() if {1, 4} <= set(numbers)] == []


def test_pins_outlive_every_run_and_new_reports(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, "gazette"), desk.story(3, "courier", **OTHER_DAY))
    decide(desk, 1, 2, False)
    decide(desk, 2, 3, True)
    before = desk.versions()
    publish(desk.conn, "b1")
    resolve_all(desk.conn, again=True)
    assert desk.versions() == before
    desk.publish("b2", desk.story(4, "monitor"))
    assert [numbers for numbers in desk.groups() if 2 in numbers and 1 in numbers] == []
    assert [numbers for numbers in desk.groups() if {2, 3} <= set(numbers)] != []


def test_pins_go_over_to_what_newer_readings_make_of_the_records(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, "gazette"), desk.story(3, "courier", **OTHER_DAY))
    decide(desk, 1, 2, False)
    decide(desk, 2, 3, True)
    first, second = desk.event_of(1), desk.event_of(2)
    desk.publish("b2", desk.story(1, version="test-2"), desk.story(2, "gazette", version="test-2"),
                 desk.story(3, "courier", version="test-2", **OTHER_DAY), version="test-2")
    assert desk.events() == {first: [1], second: [2, 3]}
    desk.publish("b3", desk.story(2, "gazette", text=f"{desk.newsroom.text} Corrected."))
    assert desk.events() == {first: [1], second: [2, 3]}
    pins = desk.conn.execute(
        "SELECT one_record_key, other_record_key, decided_by FROM core.pin ORDER BY pin_id").fetchall()
    assert pins == [(desk.record_of(1), desk.record_of(2), "ann"), (desk.record_of(2), desk.record_of(3), "ann")]


def test_a_record_that_was_replaced_stands_for_the_one_in_its_place(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, "gazette", **OTHER_DAY))
    former = desk.record_of(1)
    desk.publish("b2", desk.story(1, version="test-2"), version="test-2")
    decided = pin(desk.conn, former, desk.record_of(2), is_same=True, who="ann", why="one evening")
    assert (decided.one, decided.other) == (desk.record_of(1), desk.record_of(2))
    assert desk.groups() == [[1, 2]]


def test_of_two_words_on_the_same_records_the_newer_one_holds(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, "gazette"))
    first = desk.event_of(1)
    decide(desk, 1, 2, False)
    decide(desk, 1, 2, True)
    assert desk.events() == {first: [1, 2]}


def test_a_pin_between_records_far_apart_brings_them_together_though_no_rule_would(desk: Desk) -> None:
    desk.publish("b1", desk.story(1))
    desk.publish("b2", desk.story(2, "gazette", "2027-09-01T18:00:00+02:00", start_date="2027-08-31",
                                  type="phone_call", place=None))
    decide(desk, 2, 1, True)
    assert desk.groups() == [[1, 2]]
    desk.publish("b3", desk.story(2, "gazette", "2027-09-01T18:00:00+02:00", start_date="2027-08-31", venue="Palace",
                                  type="phone_call", place=None, version="test-2"), version="test-2")
    assert desk.groups() == [[1, 2]]


@pytest.mark.parametrize(("one", "other", "who", "why", "message"), [
    (1, 999, "ann", "so it is", "record 999 is in no event"),
    (1, 1, "ann", "so it is", "one and the same record"),
    (1, 2, " ", "so it is", "a name and a reason"),
    (1, 2, "ann", "", "a name and a reason"),
])
def test_a_pin_that_cannot_be_is_refused_and_changes_nothing(
    desk: Desk, one: int, other: int, who: str, why: str, message: str
) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, "gazette", **OTHER_DAY))
    keys = {1: desk.record_of(1), 2: desk.record_of(2)}
    before = desk.versions()
    with pytest.raises(PinError, match=message):
        pin(desk.conn, keys[one], keys.get(other, other), is_same=True, who=who, why=why)
    assert desk.versions() == before


def test_records_of_one_article_are_not_pinned_together(desk: Desk) -> None:
    article = desk.newsroom.article(1)
    desk.publish("b1", (article, [desk.newsroom.record(article, 1), desk.newsroom.record(article, 2, is_main=False)]))
    one, other = (row["meeting_id"] for row in desk.rows("meetings"))
    with pytest.raises(PinError, match="of one article"):
        pin(desk.conn, one, other, is_same=True, who="ann", why="so it is")


def test_an_older_word_that_leaves_no_room_for_a_newer_one_gives_way(desk: Desk) -> None:
    desk.publish("b1", *(desk.story(n, f"paper{n}", f"2026-03-{2 * n:02d}T18:00:00+01:00",
                                    start_date=f"2026-03-{2 * n:02d}") for n in (1, 2, 3)))
    decide(desk, 1, 2, True)
    decide(desk, 2, 3, True)
    assert desk.groups() == [[1, 2, 3]]
    decide(desk, 1, 3, False)
    assert desk.groups() == [[1], [2, 3]]


def test_the_database_holds_a_pin_to_its_form(desk: Desk) -> None:
    desk.publish("b1", desk.story(1))
    key = desk.record_of(1)
    with pytest.raises(psycopg.errors.CheckViolation):
        desk.conn.execute(
            "INSERT INTO core.pin (one_record_key, other_record_key, is_same, decided_by, why, decided_one_record_key, "
            "decided_other_record_key) VALUES (%(k)s, %(k)s, true, 'ann', 'x', %(k)s, %(k)s)", {"k": key})
