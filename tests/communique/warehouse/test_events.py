"""Records become events as they are published: one contact one event, whoever reports it, in whatever order."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from communique.warehouse import queue
from communique.warehouse.connection import connect
from communique.warehouse.events import Settled, pin, resolve_all
from communique.warehouse.load import load, publish

from tests.communique.warehouse.desk import Desk
from tests.communique.warehouse.test_load import kill_after, killer, versions

MINISTERS = ({"name": "Sami Nasser", "role_class": "foreign_minister", "title": "Foreign Minister"},
             {"name": "Ida Holm", "person_id": None, "role_class": "foreign_minister", "title": "Foreign Minister"})
__all__ = ["killer"]

PLANNED = {"status": "planned", "start_date": "2026-03-04"}
POSTPONED = {"status": "postponed", "start_date": "2026-03-04"}
HELD_LATER = {"status": "held", "start_date": "2026-03-11"}


def test_agencies_in_one_batch_that_report_one_contact_give_one_event(desk: Desk) -> None:
    desk.publish("b1", desk.story(1, "herald"), desk.story(2, "gazette", "2026-03-04T19:30:00+01:00"),
                 desk.story(3, "courier", "2026-03-05T08:00:00+00:00", start_date=None, date_precision=None))
    [event] = desk.rows("events")
    assert (event["report_count"], event["sources"]) == (3, ["courier", "gazette", "herald"])
    assert (event["start_date"], event["city"], event["status"]) == ("2026-03-04", "Oslo", "held")
    assert (event["sides"], event["participants"]) == (["JO", "NO"], ["Anna Berg", "Omar Haddad"])
    assert [row["delay_minutes"] for row in desk.rows("event_reports", "article_published_at")] == [0, 90, 900]


def test_events_are_shown_with_their_records_and_not_before(desk: Desk, newsroom: Any) -> None:
    article, records = desk.story(1)
    newsroom.stage(desk.conn, "b1", [article], records)
    newsroom.accept(desk.conn, "b1")
    load(desk.conn, "b1")
    assert (desk.rows("meetings"), desk.rows("events")) == ([], [])
    publish(desk.conn, "b1")
    assert (len(desk.rows("meetings")), len(desk.rows("events"))) == (1, 1)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1), (1, 3, 0, 2)])
def test_the_order_in_which_reports_come_in_does_not_matter(desk: Desk, order: tuple[int, ...]) -> None:
    stories = [desk.story(1, "herald", "2026-02-20T10:00:00+01:00", **PLANNED),
               desk.story(2, "gazette", "2026-03-02T10:00:00+01:00", **POSTPONED),
               desk.story(3, "courier", "2026-03-11T20:00:00+01:00", **HELD_LATER),
               desk.story(4, "courier", "2026-03-11T20:00:00+01:00", type="phone_call", place=None,
                          start_date="2026-03-10")]
    for place in order:
        desk.publish(f"b{place}", stories[place])
    assert desk.groups() == [[1, 2, 3], [4]]
    event = next(row for row in desk.rows("events") if row["event_type"] == "bilateral_meeting")
    assert (event["status"], event["start_date"], event["report_count"]) == ("held", "2026-03-11", 3)
    history = [row["status"] for row in desk.rows("event_status_history", "position")
               if row["event_id"] == event["event_id"]]
    assert history == ["held", "postponed", "planned"]


def test_announced_then_postponed_then_held_is_one_event_under_one_id(desk: Desk) -> None:
    seen = []
    for number, (day, told) in enumerate((("2026-02-20", PLANNED), ("2026-03-02", POSTPONED),
                                          ("2026-03-11", HELD_LATER)), 1):
        desk.publish(f"b{number}", desk.story(number, f"paper{number}", f"{day}T20:00:00+01:00", **told))
        [event] = desk.rows("events")
        seen.append((event["event_id"], event["status"], event["start_date"]))
    assert len({event_id for event_id, _, _ in seen}) == 1
    assert [one[1:] for one in seen] == [("planned", "2026-03-04"), ("postponed", "2026-03-04"), ("held", "2026-03-11")]


def test_look_alikes_stay_apart(desk: Desk) -> None:
    desk.publish(
        "b1", desk.story(1, "herald"), desk.story(2, "gazette"),
        desk.story(3, "herald", "2026-03-06T18:00:00+01:00", start_date="2026-03-06"),
        desk.story(4, "gazette", "2026-03-05T18:00:00+01:00", type="phone_call", place=None, start_date="2026-03-05"),
        desk.story(5, "courier", parties=MINISTERS),
        desk.story(6, "courier", "2026-03-04T18:00:00+01:00", type="visit", visit_kind="official"))
    assert desk.groups() == [[1, 2], [3], [4], [5], [6]]


def test_two_contacts_that_one_article_tells_apart_stay_apart(desk: Desk, newsroom: Any) -> None:
    article = newsroom.article(1)
    desk.publish("b1", (article, [newsroom.record(article, 1), newsroom.record(article, 2, is_main=False)]))
    assert desk.groups() == [[1], [1]]


def test_a_second_run_changes_no_row(desk: Desk) -> None:
    stories = [desk.story(1, "herald"), desk.story(2, "gazette", city="Oslo"),
               desk.story(3, "courier", "2026-03-06T18:00:00+01:00", start_date="2026-03-06")]
    desk.publish("b1", *stories)
    desk.publish("b2", desk.story(4, "gazette", "2026-03-06T19:00:00+01:00", start_date="2026-03-06"))
    before = desk.versions()
    publish(desk.conn, "b1")
    publish(desk.conn, "b2")
    assert desk.versions() == before
    articles, records = zip(*stories, strict=True)
    desk.newsroom.run(desk.conn, "b1", articles, [record for of_one in records for record in of_one])
    assert desk.versions() == before
    assert resolve_all(desk.conn).joined == 0
    assert resolve_all(desk.conn, again=True, chunk=2).joined == 0
    assert desk.versions() == before


def test_an_event_goes_on_with_what_a_newer_extractor_reads(desk: Desk) -> None:
    desk.publish("b1", desk.story(1))
    event_id = desk.event_of(1)
    first = desk.record_of(1)
    desk.publish("b2", desk.story(1, version="test-2", start_date="2026-03-03"), version="test-2")
    assert desk.events() == {event_id: [1]}
    assert desk.rows("events")[0]["start_date"] == "2026-03-03"
    second = desk.record_of(1)
    kept = desk.conn.execute(
        "SELECT record_key, is_current, successor_record_key FROM core.event_record ORDER BY 1").fetchall()
    assert kept == [(first, False, second), (second, True, None)]


def test_an_event_goes_on_with_what_a_corrected_text_says(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, "gazette"))
    event_id = desk.event_of(1)
    desk.publish("b2", desk.story(1, text=f"{desk.newsroom.text} Corrected.", venue="Royal Palace"))
    assert desk.events() == {event_id: [1, 2]}


def test_records_that_vanish_leave_their_event_and_their_id_is_theirs_when_they_are_back(desk: Desk) -> None:
    old = desk.story(1)
    desk.publish("b1", old)
    event_id = desk.event_of(1)
    corrected, _ = desk.story(1, text=f"{desk.newsroom.text} It was not so.")
    desk.publish("b2", (corrected, []))
    assert desk.rows("events") == []
    retired = desk.conn.execute("SELECT event_id, retired_at IS NOT NULL FROM core.event").fetchall()
    assert retired == [(event_id, True)]
    assert desk.conn.execute("SELECT count(*) FROM core.record_block").fetchone() == (0,)
    desk.publish("b3", old)
    assert desk.events() == {event_id: [1]}


def test_of_two_reports_one_may_vanish(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, "gazette"))
    event_id = desk.event_of(1)
    corrected, _ = desk.story(1, text=f"{desk.newsroom.text} It was not so.")
    desk.publish("b2", (corrected, []))
    assert desk.events() == {event_id: [2]}
    [event] = desk.rows("events")
    assert (event["report_count"], event["sources"]) == (1, ["gazette"])


def test_a_report_between_two_events_makes_them_one_and_its_loss_makes_them_two(desk: Desk) -> None:
    desk.publish("b1", desk.story(1, "herald", "2026-02-20T10:00:00+01:00", **PLANNED))
    desk.publish("b2", desk.story(2, "gazette", "2026-03-11T20:00:00+01:00", **HELD_LATER))
    planned, held = desk.event_of(1), desk.event_of(2)
    assert planned != held
    desk.publish("b3", desk.story(3, "courier", "2026-03-02T10:00:00+01:00", **POSTPONED))
    assert desk.events() == {planned: [1, 2, 3]}
    assert (desk.alias(held), desk.alias(planned)) == (planned, None)
    corrected, _ = desk.story(3, text=f"{desk.newsroom.text} It was not so.")
    desk.publish("b4", (corrected, []))
    found = desk.events()
    assert found[planned] == [1]
    [other] = found.keys() - {planned}
    assert found[other] == [2]
    assert other != held, "an id that leads elsewhere is given to nothing else"
    assert desk.alias(held) == planned
    assert desk.conn.execute("SELECT event_id, split_event_id FROM core.event_split").fetchall() == [(planned, other)]


def test_ids_that_led_to_a_merged_event_lead_on(desk: Desk) -> None:
    desk.publish("b1", desk.story(1, "herald", "2026-02-20T10:00:00+01:00", **PLANNED))
    desk.publish("b2", desk.story(2, "gazette", "2026-03-20T20:00:00+01:00", start_date="2026-03-20"))
    desk.publish("b3", desk.story(3, "courier", "2026-03-11T20:00:00+01:00", **HELD_LATER))
    first, second, third = (desk.event_of(number) for number in (1, 2, 3))
    pin(desk.conn, desk.record_of(2), desk.record_of(3), is_same=True, who="ann", why="the day is a slip")
    assert desk.alias(third) == second
    pin(desk.conn, desk.record_of(1), desk.record_of(2), is_same=True, who="ann", why="the day is a slip")
    assert desk.events() == {first: [1, 2, 3]}
    assert (desk.alias(second), desk.alias(third)) == (first, first)


def test_a_copy_counts_when_its_original_is_no_longer_one(desk: Desk) -> None:
    one = desk.story(1, text="Berg met Haddad.")
    two = desk.story(2, text="Berg met Haddad.")
    for _, [record] in (one, two):
        record["figures"], record["outcomes"], record["statements"], record["topics"] = [], [], [], []
        for participant in record["participants"]:
            participant["evidence"] = [[0, 4]]
        record["event"]["evidence"] = [[0, 4]]
    desk.publish("b1", one)
    desk.publish("b2", two)
    assert desk.groups() == [[1]]
    desk.publish("b3", desk.story(1))
    assert desk.groups() == [[1, 2]]


def test_a_publication_killed_after_any_statement_leaves_all_or_nothing(
    desk: Desk, cleared: Any, killer: psycopg.Connection[Any], newsroom: Any
) -> None:
    """One that makes one event of two, so that every table about events is written."""
    desk.publish("b0", desk.story(1, "herald", "2026-02-20T10:00:00+01:00", **PLANNED),
                 desk.story(2, "gazette", "2026-03-11T20:00:00+01:00", **HELD_LATER))
    article, records = desk.story(3, "courier", "2026-03-02T10:00:00+01:00", **POSTPONED)
    entries = newsroom.enqueue(desk.conn, "b1", [article.url])
    newsroom.stage(desk.conn, "b1", [article], records, entries=entries)
    newsroom.accept(desk.conn, "b1")
    load(desk.conn, "b1")
    before, stood = desk.versions(), versions(desk.conn)
    n = 1
    while not kill_after(n, cleared, killer, publish):
        assert (desk.versions(), versions(desk.conn)) == (before, stood), f"killed after statement {n}"
        n += 1
    assert n > 30
    assert desk.groups() == [[1, 2, 3]]
    assert {row["status"]: row["entries"] for row in queue.counts(desk.conn)} == {"loaded": 1}


def test_batches_at_once_about_one_contact_give_one_event(desk: Desk, cleared: Any, newsroom: Any) -> None:
    stories = {worker: [desk.story(10 * worker + n, f"paper{worker}", start_date=f"2026-03-0{n + 1}",
                                   published_at=f"2026-03-0{n + 1}T20:00:00+01:00") for n in range(4)]
               for worker in range(4)}

    def run(worker: int) -> None:
        with connect(cleared.loader) as own:
            Desk(own, newsroom).publish(f"b{worker}", *stories[worker])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run, stories))
    assert desk.groups() == [[n, 10 + n, 20 + n, 30 + n] for n in range(4)]


def test_a_warehouse_that_holds_records_without_events_gets_them(desk: Desk, cleared: Any) -> None:
    desk.publish("b1", *(desk.story(10 * day + n, f"paper{n}", start_date=f"2026-03-0{day}",
                                    published_at=f"2026-03-0{day}T20:00:00+01:00")
                         for day, n in itertools.product(range(1, 5), range(3))))
    expected = desk.events()
    assert sorted(expected.values()) == [[10 * day + n for n in range(3)] for day in range(1, 5)]
    with psycopg.connect(cleared.superuser) as superuser:
        superuser.execute("TRUNCATE core.event, core.record_block CASCADE")
    assert desk.events() == {}
    settled = resolve_all(desk.conn, chunk=5)
    assert (settled.joined, settled.left, settled.retired) == (12, 0, 0)
    assert desk.groups() == sorted(expected.values())
    before = desk.versions()
    assert resolve_all(desk.conn, chunk=5) == Settled()
    assert desk.versions() == before


def test_a_load_that_was_never_published_is_settled_with_the_whole(desk: Desk, newsroom: Any) -> None:
    """An article that a load made a copy, or freed, between its own load and a publication that never came."""
    one, two = desk.story(1, text=newsroom.text), desk.story(2, text=newsroom.text)
    desk.publish("b1", one)
    desk.publish("b2", two)
    corrected, records = desk.story(1, text=f"{newsroom.text} Corrected.")
    newsroom.stage(desk.conn, "b3", [corrected], records, fetched_at=newsroom.fetched_at + timedelta(days=1))
    newsroom.accept(desk.conn, "b3")
    load(desk.conn, "b3")
    assert desk.groups() == [[1]]
    resolve_all(desk.conn)
    assert desk.groups() == [[1, 2]]
