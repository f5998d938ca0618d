"""Texts and records by month: where they lie, what stays unique over all months, and how a month comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from communique.warehouse import changes
from communique.warehouse.connection import Connection, connect, sql
from communique.warehouse.events import neighbours
from communique.warehouse.events.kept import Kept
from communique.warehouse.load import load
from communique.warehouse.months import MonthDetached

from tests.communique.newsroom import Cleared
from tests.communique.warehouse.desk import Desk

WHERE = """
    SELECT right(a.url, 1)::int, b.tableoid::regclass::text, j.tableoid::regclass::text,
        t.text_key / 10000000000, j.record_key / 10000000000
    FROM core.article AS a
    JOIN core.article_text AS t USING (article_id, text_sha256)
    JOIN core.article_body AS b USING (text_key)
    JOIN core.reading AS g USING (article_id, text_sha256)
    JOIN core.record AS r USING (reading_id)
    JOIN core.record_json AS j USING (record_key)
    ORDER BY 1"""


@pytest.fixture
def owner(cleared: Cleared) -> Iterator[Connection]:
    """A connection of the owner to the warehouse of the module."""
    with connect(cleared.owner) as connection:
        yield connection


def opened(conn: Connection) -> set[int]:
    """The months that have partitions."""
    return {row[0] for row in conn.execute(
        "SELECT right(relname, 6)::int FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace "
        "WHERE nspname = 'months' AND relkind = 'r' AND relname ~ '^record_json_[0-9]{6}$'")}


@pytest.mark.parametrize(("at", "on", "month"), [
    ("2026-03-05T10:00:00+01:00", "2026-03-05", 202603),
    ("2026-03-01T01:00:00+05:00", "2026-03-01", 202602),
    ("2025-12-31T23:00:00-05:00", "2025-12-31", 202601),
    (None, "2010-07-31", 201007),
    (None, None, 202603),
    ("2026-03-06T09:00:00+00:00", "2026-03-06", 202603),
    ("2026-04-02T00:00:00+00:00", None, 202603),
    (None, "9999-12-31", 202603),
    (None, "0001-01-01", 202603),
])
def test_the_month_is_that_of_publication_or_else_of_the_fetch(
        conn: Connection, at: str | None, on: str | None, month: int) -> None:
    row = conn.execute("SELECT core.month_of(%s::timestamptz, %s::date, '2026-03-05 12:00Z')", [at, on]).fetchone()
    assert row == (month,)


def test_a_text_and_its_records_lie_in_the_month_of_the_article(conn: Connection, desk: Desk) -> None:
    desk.publish("b1", *(desk.story(n, published_at=f"{day}T12:00:00+00:00", start_date=day) for n, day in (
        (1, "2010-01-15"), (2, "2019-12-31"), (3, "2026-03-01"))))
    assert conn.execute(WHERE).fetchall() == [
        (n, f"months.article_body_{month}", f"months.record_json_{month}", month, month)
        for n, month in ((1, 201001), (2, 201912), (3, 202603))]
    assert len(desk.rows("meetings")) == 3


def test_a_later_text_and_reading_of_an_article_lie_where_it_does(conn: Connection, desk: Desk) -> None:
    desk.publish("b1", desk.story(1, published_at="2026-02-28T12:00:00+00:00"))
    desk.publish("b2", desk.story(1, published_at="2026-02-28T12:00:00+00:00", text=desk.newsroom.text + "\nMore."))
    desk.publish("b3", desk.story(1, published_at="2026-02-28T12:00:00+00:00", text=desk.newsroom.text + "\nMore.",
                                  version="test-2"), version="test-2")
    assert conn.execute("SELECT count(*), count(DISTINCT tableoid) FROM core.article_body").fetchone() == (2, 1)
    assert conn.execute("SELECT count(*), count(DISTINCT tableoid) FROM core.record_json").fetchone() == (3, 1)
    assert conn.execute("SELECT diff LIKE '%%+More.%%' FROM core.article_change").fetchone() == (True,)


def test_a_second_load_changes_no_row(conn: Connection, desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, published_at="2015-05-05T12:00:00+00:00"))
    rows = ("SELECT tableoid, ctid, xmin::text, text_key FROM core.article_body UNION ALL "
            "SELECT tableoid, ctid, xmin::text, record_key FROM core.record_json ORDER BY 4")
    before = conn.execute(rows).fetchall()
    assert load(conn, "b1")["record_json"] == 0
    assert len(before) == 4
    assert conn.execute(rows).fetchall() == before


TWINS = (
    """INSERT INTO core.article_text (article_id, text_sha256, text_key, fetched_at, batch_id)
       SELECT article_id, text_sha256, core.month_start(201501) + 1, fetched_at, batch_id FROM core.article_text""",
    """INSERT INTO core.record (record_key, reading_id, record_id, event_type, event_status, is_main, confidence,
           evidence, batch_id)
       SELECT core.month_start(201501) + 1, reading_id, record_id, event_type, event_status, is_main, confidence,
           evidence, batch_id FROM core.record""",
)


@pytest.mark.parametrize("twin", TWINS)
def test_what_is_unique_is_unique_over_all_months(conn: Connection, desk: Desk, twin: str) -> None:
    desk.publish("b1", desk.story(1))
    with pytest.raises(psycopg.errors.UniqueViolation, match=r"article_id, text_sha256|reading_id, record_id"):
        conn.execute(twin.encode())


def test_what_belongs_to_a_month_that_is_not_open_is_refused(conn: Connection, desk: Desk) -> None:
    desk.publish("b1", desk.story(1))
    with pytest.raises(psycopg.errors.CheckViolation, match="no partition"):
        conn.execute("INSERT INTO core.record_json VALUES (core.month_start(188801) + 1, '{}')")


def test_the_loader_opens_a_month_once(conn: Connection) -> None:
    assert conn.execute("SELECT core.open_month(190001), core.open_month(190001)").fetchone() == (True, False)
    for wrong in (190000, 190013, 182001, 1, 0, -202601):
        with pytest.raises(psycopg.errors.InvalidParameterValue, match="no month"):
            conn.execute("SELECT core.open_month(%s)", [wrong])


def test_of_two_that_open_a_month_at_once_the_second_waits(conn: Connection, shared: Cleared) -> None:
    def second() -> Any:
        with connect(shared.loader) as other:
            return other.execute("SELECT core.open_month(190002)").fetchone()

    with ThreadPoolExecutor(1) as pool:
        with conn.transaction():
            assert conn.execute("SELECT core.open_month(190002)").fetchone() == (True,)
            waiting = pool.submit(second)
            with connect(shared.loader) as observer:
                while not observer.execute(
                        "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted").fetchone():
                    assert not waiting.done()
        assert waiting.result() == (False,)


def test_a_month_of_a_load_that_fails_is_not_there(
        conn: Connection, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    article, records = desk.story(1, published_at="1999-07-01T12:00:00+00:00")
    desk.newsroom.stage(conn, "b1", [article], records)
    desk.newsroom.accept(conn, "b1")

    def broken(*_: object) -> int:
        raise RuntimeError("the machine went down")

    with monkeypatch.context() as patch:
        patch.setattr(changes, "describe", broken)
        with pytest.raises(RuntimeError):
            load(conn, "b1")
    assert 199907 not in opened(conn)
    load(conn, "b1")
    assert 199907 in opened(conn)


def test_a_reader_is_not_held_up_while_a_month_is_opened(conn: Connection, desk: Desk, shared: Cleared) -> None:
    desk.publish("b1", desk.story(1))
    with connect(shared.loader) as other, other.transaction():
        assert other.execute("SELECT core.open_month(190003)").fetchone() == (True,)
        conn.execute("SET lock_timeout = '100ms'")
        assert len(desk.rows("meetings")) == 1


def test_keys_lead_to_their_months_alone(conn: Connection, owner: Connection, desk: Desk) -> None:
    owner.execute("SELECT count(core.open_month(y * 100 + m)) FROM generate_series(2005, 2009) AS y, "
                  "generate_series(1, 12) AS m")
    desk.publish("b1", desk.story(1), desk.story(2, published_at="2008-05-05T12:00:00+00:00", start_date="2008-05-04"))
    key = desk.record_of(2)
    looked = {
        "the resolution": touched(conn, sql("events/records"), {"record_keys": [key], "known": [],
                                                                  "versions": []}),
        "the load": touched(conn, sql("merge/topic"), {"batch_id": "b1", "first_key": key, "last_key": key}),
        "a mart": touched(conn, "SELECT evidence FROM mart.meetings WHERE meeting_id = %(key)s", {"key": key}),
        "the proof": touched(conn, "SELECT * FROM mart.provenance(%(event_id)s)", {"event_id": desk.event_of(2)}),
    }
    assert looked == {"the resolution": {"record_json_200805"}, "the load": {"record_json_200805"},
                      "a mart": {"article_body_200805"}, "the proof": {"article_body_200805"}}


def touched(conn: Connection, query: str, given: dict[str, Any]) -> set[str]:
    """The partitions that a query really reads."""
    row = conn.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + query, given).fetchone()
    assert row is not None
    return {name for name in read(row[0][0]["Plan"]) if name.startswith(("article_body_", "record_json_"))}


def read(plan: dict[str, Any]) -> Iterator[str]:
    """The tables that a plan has looked into."""
    if plan["Actual Loops"] and "Relation Name" in plan:
        yield plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from read(part)


def test_of_a_detached_month_the_title_stands_for_the_sentence(owner: Connection, desk: Desk) -> None:
    desk.publish("b1", desk.story(1, published_at="2014-01-05T12:00:00+00:00"))
    [before] = desk.rows("meetings")
    assert owner.execute("SELECT core.detach_month(201401)").fetchone() == (["detached.article_body_201401"],)
    try:
        [after] = desk.rows("meetings")
        assert after == before | {"evidence": before["article_title"]}
        assert after["evidence"] != before["evidence"]
        desk.publish("b2", desk.story(2, published_at="2014-01-06T12:00:00+00:00"))
        assert len(desk.rows("meetings")) == 2, "what comes later for the month has a place"
    finally:
        moved = owner.execute("SELECT core.attach_month(201401)").fetchone()
    assert moved == (["months.article_body_201401"],)
    assert before in desk.rows("meetings")
    assert owner.execute("SELECT count(*), to_regclass('detached.article_body_201401') FROM core.article_body"
                         ).fetchone() == (2, None)


def test_what_needs_a_detached_record_says_so_and_goes_on_when_it_is_back(
        conn: Connection, owner: Connection, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.publish("b1", desk.story(1, published_at="2014-02-05T12:00:00+00:00", start_date="2014-02-04"))
    another = desk.story(2, "globe", published_at="2014-02-05T13:00:00+00:00", start_date="2014-02-04")
    owner.execute("SELECT core.detach_month(201402, with_records => true)")
    # as a process that has not read the record itself
    monkeypatch.setattr(neighbours, "KEPT", Kept())
    try:
        with pytest.raises(MonthDetached, match=r"months.record_json_201402 .*core.attach_month"):
            desk.publish("b2", another)
        assert desk.groups() == [[1]]
    finally:
        moved = owner.execute("SELECT core.attach_month(201402)").fetchone()
    assert moved == (["months.article_body_201402", "months.record_json_201402"],)
    desk.publish("b2", another)
    assert desk.groups() == [[1, 2]]
