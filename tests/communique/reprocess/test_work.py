"""Reading beside: what is chosen, that it is read once and shown nowhere, and what is held back of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import psycopg
import pytest
from communique.reprocess import ledger
from communique.reprocess.asked import Asked, ReprocessError, day
from communique.reprocess.switch import back, switch
from communique.reprocess.work import PartsFailed
from communique.warehouse.connection import Connection

from extractors.languages import UnsupportedLanguage
from tests.communique.reprocess.conftest import NEWER, Rereading


def four(again: Rereading) -> None:
    desk = again.desk
    again.publish("b1", desk.story(1), desk.story(2, "gazette", "2026-03-05T18:00:00+01:00"),
                  desk.story(3, "courier", "2026-03-06T18:00:00+01:00"), desk.story(4, "courier"))


def chosen(again: Rereading, **options: Any) -> list[str]:
    asked = Asked.of(NEWER, **options)
    again.work.begin(asked)
    return [row[0][-1] for row in again.desk.conn.execute(
        "SELECT a.url FROM core.reprocess_article JOIN core.article AS a USING (article_id) WHERE reprocess_id = %s "
        "ORDER BY 1", [asked.reprocess_id])]


def held(conn: Connection) -> list[tuple[Any, ...]]:
    return conn.execute(
        "SELECT extractor_version, status FROM quarantine.record ORDER BY quarantine_id").fetchall()


@pytest.mark.parametrize(("options", "numbers"), [
    ({"everything": True}, "1234"), ({"first_day": date(2026, 3, 5), "last_day": date(2026, 3, 5)}, "2"),
    ({"first_day": date(2026, 3, 5)}, "23"), ({"last_day": date(2026, 3, 4)}, "14"),
])
def test_articles_are_chosen_by_day_or_all(again: Rereading, options: dict[str, Any], numbers: str) -> None:
    four(again)
    assert "".join(chosen(again, **options)) == numbers


def test_by_source_and_two_runs_are_disjoint_or_the_second_is_refused(again: Rereading) -> None:
    four(again)
    conn = again.desk.conn
    for asked in (Asked("one", NEWER, ("courier",)), Asked("two", NEWER, ("gazette",))):
        ledger.begin(conn, asked)
    with pytest.raises(ReprocessError, match=r"three cannot begin beside another run: one has 2 of its articles, "
                                             r"such as .*; two has 1 of its articles"):
        ledger.begin(conn, Asked("three", NEWER))
    back(conn, "one")
    back(conn, "two")
    assert ledger.parts_left(conn, ledger.begin(conn, Asked("three", NEWER)).reprocess_id) == [1]
    with pytest.raises(ReprocessError, match="one cannot begin beside another run: three has"):
        ledger.begin(conn, Asked("one", NEWER, ("courier",)))
    with pytest.raises(ReprocessError, match="there is no source 'courier'"):
        again.work.begin(Asked("four", NEWER, ("courier",)))


def test_it_is_read_once_whoever_is_asked_and_how_often(again: Rereading) -> None:
    four(again)
    work, asked = again.work, Asked.of(NEWER, everything=True, part_size=2)
    parts = work.begin(asked)
    assert parts == [1, 2]
    assert work.read(asked.reprocess_id, 1) == {"read": 2, "records": 2, "held_back": 0, "changed": 0}
    assert work.begin(asked) == [2]
    with ThreadPoolExecutor(2) as pool:
        ended = list(pool.map(lambda _: work.read(asked.reprocess_id, 2), range(2)))
    assert {"read": 2, "records": 2, "held_back": 0, "changed": 0} in ended
    assert work.begin(asked) == []
    assert work.read_all(asked.reprocess_id, [1, 2])["read"] == 4
    assert len(again.asked) == 4
    assert again.desk.conn.execute("SELECT count(*) FROM staging.article WHERE batch_id LIKE 'reprocess%'"
                                   ).fetchone() == (0,)
    assert {row["extractor_version"] for row in again.desk.rows("meetings")} == {"test-1"}
    [one] = ledger.progress(again.desk.conn)
    assert (one.parts_done, one.articles_done, one.reprocess_status, one.totals["read"]) == (2, 4, "open", 4)
    assert one.read_at is not None
    back(again.desk.conn, asked.reprocess_id)
    again.read()
    assert len(again.asked) == 4, "what was given up stays read"


def test_a_part_killed_before_its_end_goes_on_and_doubles_nothing(
    again: Rereading, monkeypatch: pytest.MonkeyPatch
) -> None:
    four(again)
    conn = again.desk.conn

    def cut(*_: Any) -> None:
        raise psycopg.OperationalError("the server closed the connection")

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "done", cut)
        with pytest.raises(psycopg.OperationalError):
            again.read()
    assert conn.execute("SELECT count(*) FROM core.reading WHERE extractor_version = %s", [NEWER]).fetchone() == (4,)
    with pytest.raises(ReprocessError, match="1 parts are not read"):
        switch(conn, f"{NEWER}-everything")
    name = again.read()
    assert len(again.asked) == 4
    assert conn.execute("SELECT count(*) FROM core.record").fetchone() == (8,)
    assert switch(conn, name)["switched"] == 4


def test_a_part_that_fails_is_noted_and_the_others_go_on(again: Rereading) -> None:
    four(again)
    key = again.desk.newsroom.article(2).key

    def broken(record: dict[str, Any]) -> list[dict[str, Any]]:
        raise ZeroDivisionError("by nothing")

    again.changed[key] = broken
    with pytest.raises(PartsFailed, match=r"1 of 4 parts are not done; .* ZeroDivisionError: by nothing"):
        again.read(part_size=1)
    [one] = ledger.progress(again.desk.conn)
    assert (one.parts_done, one.failed) == (3, 1)
    assert one.problem is not None
    del again.changed[key]
    again.read(part_size=1)
    assert ledger.progress(again.desk.conn)[0].read_at is not None


def test_what_does_not_hold_together_is_held_back_and_what_is_shown_keeps_its_own(again: Rereading) -> None:
    four(again)
    conn = again.desk.conn
    conn.execute(
        "INSERT INTO quarantine.record (batch_id, article_id, record_id, extractor_version, record, reasons) "
        "VALUES ('b1', %s, 'r1', 'test-1', '{\"a\": 1}', '[{\"message\": \"odd\"}]')",
        [again.desk.newsroom.article(1).key])
    again.reads(1, start_date="2026-03-04", end_date="2026-03-01")
    name = again.read()
    assert ledger.progress(conn)[0].totals["held_back"] == 1
    assert held(conn) == [("test-1", "held"), (NEWER, "held")]
    switch(conn, name)
    assert sorted(row["article_url"][-1] for row in again.desk.rows("meetings")) == ["2", "3", "4"]
    assert held(conn) == [("test-1", "superseded"), (NEWER, "held")]
    back(conn, name)
    assert held(conn) == [("test-1", "held"), (NEWER, "held")]


@pytest.mark.parametrize(("decision", "shown"), [("released", ["1", "2", "3", "4"]), ("rejected", ["2", "3", "4"])])
def test_a_reviewers_decision_holds_for_what_the_newer_version_reads_alike(
    again: Rereading, decision: str, shown: list[str]
) -> None:
    four(again)
    again.reads(1, start_date="2026-03-04", end_date="2026-03-01")
    first = again.read()
    conn = again.desk.conn
    conn.execute("UPDATE quarantine.record SET status = %s, decided_by = 'ann', decided_at = now()", [decision])
    back(conn, first)
    again.version = "test-3"
    name = again.read()
    assert held(conn) == [(NEWER, decision), ("test-3", decision)]
    switch(conn, name)
    assert sorted(row["article_url"][-1] for row in again.desk.rows("meetings")) == shown


def test_what_differs_is_told_by_source_and_field(again: Rereading) -> None:
    four(again)
    again.reads(3, status="postponed")
    again.reads_nothing(4)
    name = again.read()
    found = {(row["source_key"], row["field"]): tuple(row.values())[2:]
             for row in ledger.differences(again.desk.conn, name)}
    assert found["courier", "records"] == (1, 2, 1, 1, 0)
    assert found["courier", "event_status"] == (2, 2, 1, 2, 1)
    assert found["courier", "participants"] == (1, 4, 2, 2, 0)
    assert found["herald", "figures"] == (0, 1, 1, 0, 0)


def test_an_article_that_nobody_reads_is_read_and_counted(again: Rereading) -> None:
    desk = again.desk
    article, _ = desk.story(1)
    again.publish("b1", (article, []))

    def unreadable(record: dict[str, Any]) -> list[dict[str, Any]]:
        raise UnsupportedLanguage("kk")

    again.stories[article.key] = desk.story(1)
    again.changed[article.key] = unreadable
    name = again.read()
    assert ledger.progress(desk.conn)[0].totals["language_en"] == 1
    assert switch(desk.conn, name)["switched"] == 1


def test_another_version_does_not_go_on_with_a_run(again: Rereading) -> None:
    four(again)
    name = again.read(name="spring")
    again.version = "test-3"
    with pytest.raises(ReprocessError, match="spring is the name of another run"):
        again.read(name="spring")
    back(again.desk.conn, name)
    with pytest.raises(ReprocessError, match="spring is given up"):
        switch(again.desk.conn, name)


@pytest.mark.parametrize(("options", "says"), [
    ({}, "give sources, days, or everything"), ({"everything": True, "first_day": date(2026, 1, 1)}, "either sources"),
    ({"first_day": date(2026, 1, 2), "last_day": date(2026, 1, 1)}, "is before the first"),
    ({"everything": True, "part_size": 9999}, "a part of 9999 articles"),
])
def test_what_cannot_be_asked_for_is_said(options: dict[str, Any], says: str) -> None:
    with pytest.raises(ReprocessError, match=says):
        Asked.of("1", **options)
    with pytest.raises(ReprocessError, match="'soon' is no day"):
        day("soon")


def test_a_run_is_named_by_what_it_is_about() -> None:
    assert Asked.of("1.2", everything=True).reprocess_id == "1.2-everything"
    assert Asked.of("1.2", ["b", "a"], date(2026, 1, 1)).reprocess_id == "1.2-a,b-2026-01-01.."
    assert Asked.of("1.2", last_day=date(2026, 1, 1), is_from_page=True).reprocess_id == "1.2-..2026-01-01-page"
    assert len(Asked.of("1.2", [f"source_{n}" for n in range(40)]).reprocess_id) < 60
