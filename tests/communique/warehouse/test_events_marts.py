"""What analysts see of events: what holds, who reports it how soon, who disagrees, and the sentence behind a value."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import psycopg
from communique.warehouse.connection import connect
from communique.warehouse.events import show
from psycopg.rows import dict_row

from tests.communique.warehouse.desk import Desk
from tests.communique.warehouse.test_events import HELD_LATER, PLANNED, POSTPONED

FIRST = "President Anna Berg received Prime Minister Omar Haddad in Oslo on Wednesday."
TRADE = "Trade turnover reached 2.5 billion dollars in 2025, she noted."


def test_an_event_is_what_its_reports_agree_on(desk: Desk) -> None:
    desk.publish(
        "b1", desk.story(1, "herald", visit_kind="official"),
        desk.story(2, "gazette", "2026-03-04T18:30:00+01:00", start_date="2026-03", date_precision="month",
                   place={"city": None, "country": "NO", "venue": "Royal Palace", "geoname_id": None, "latitude": None,
                          "longitude": None}),
        desk.story(3, "courier", None, start_date=None, date_precision=None, is_main=False,
                   parent_event={"name": "Nordic Forum", "organization": "NF"}))
    [event] = desk.rows("events")
    assert event.pop("event_id").startswith("ev-")
    assert event == {
        "event_type": "bilateral_meeting", "visit_kind": "official", "status": "held", "is_main": True, "name": None,
        "start_date": "2026-03-04", "end_date": None, "date_precision": "day",
        "start_day_earliest": date(2026, 3, 4), "start_day_latest": date(2026, 3, 4),
        "end_day_latest": date(2026, 3, 4), "city": "Oslo", "country": "NO", "country_name": "Norway",
        "venue": "Royal Palace", "geoname_id": 3143244, "latitude": 59.91, "longitude": 10.75,
        "parent_event": "Nordic Forum", "parent_organization": "NF", "sides": ["JO", "NO"], "organizations": [],
        "participants": ["Anna Berg", "Omar Haddad"], "participant_count": 2, "topics": ["trade_economy"],
        "sources": ["courier", "gazette", "herald"], "source_count": 3, "report_count": 3, "conflict_count": 0,
        "first_reported_at": datetime(2026, 3, 4, 17, tzinfo=UTC),
        "last_reported_at": datetime(2026, 3, 4, 17, 30, tzinfo=UTC), "cameo_code": "043", "plover_code": "CONSULT",
    }
    support = dict(desk.conn.execute(
        "SELECT field, cardinality(record_keys) FROM core.event_value WHERE field IN ('city', 'start_date', 'venue')"
    ).fetchall())
    assert support == {"city": 2, "start_date": 2, "venue": 1}, "a month speaks for its days"
    assert [row["report_count"] for row in desk.rows("event_participants")] == [3, 3]


def test_a_report_without_a_moment_has_no_delay(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, "gazette", "2026-03-04"),
                 desk.story(3, "courier", "2026-03-05T01:01:00+03:00"))
    delays = {row["source"]: row["delay_minutes"] for row in desk.rows("event_reports")}
    assert delays == {"herald": 0, "gazette": None, "courier": 301}


def test_disagreement_is_kept_with_who_says_what(desk: Desk) -> None:
    desk.publish(
        "b1", desk.story(1, "herald", figures=[{}], visit_kind="working"),
        desk.story(2, "gazette", figures=[{"value": 3.1e9}], visit_kind="working"),
        desk.story(3, "courier", figures=[{}], visit_kind="official"))
    [event] = desk.rows("events")
    assert (event["conflict_count"], event["visit_kind"]) == (2, "working")
    found = [(row["field"], row["conflict_kind"], row["position"], row["value"], row["source"], row["evidence"])
             for row in desk.rows("event_conflicts", "field, position, source")]
    claims = {row["source"]: row["position"] for row in desk.rows("event_conflicts") if row["field"] == "visit_kind"}
    assert sorted(one[:2] + one[3:] for one in found) == sorted([
        ("figures.trade_turnover", "dispute", "2500000000 USD, 2025, actual", "courier", TRADE),
        ("figures.trade_turnover", "dispute", "2500000000 USD, 2025, actual", "herald", TRADE),
        ("figures.trade_turnover", "dispute", "3100000000 USD, 2025, actual", "gazette", TRADE),
        ("visit_kind", "dispute", "official", "courier", FIRST),
        ("visit_kind", "dispute", "working", "gazette", FIRST),
        ("visit_kind", "dispute", "working", "herald", FIRST),
    ])
    assert claims["gazette"] == claims["herald"] != claims["courier"]


def test_a_disagreement_goes_when_the_article_is_corrected(desk: Desk) -> None:
    desk.publish("b1", desk.story(1, visit_kind="working"), desk.story(2, "gazette", visit_kind="official"))
    assert desk.rows("events")[0]["conflict_count"] == 1
    desk.publish("b2", desk.story(2, "gazette", text=f"{desk.newsroom.text} Corrected.", visit_kind="working"))
    assert (desk.rows("events")[0]["conflict_count"], desk.rows("event_conflicts")) == (0, [])


def test_the_history_of_a_status_says_who_first_reported_each(desk: Desk) -> None:
    desk.publish("b1", desk.story(1, "herald", "2026-02-20T10:00:00+01:00", **PLANNED),
                 desk.story(2, "gazette", "2026-03-02T10:00:00+01:00", **POSTPONED),
                 desk.story(3, "courier", "2026-03-11T20:00:00+01:00", **HELD_LATER),
                 desk.story(4, "herald", "2026-03-11T21:00:00+01:00", **HELD_LATER))
    history = [(row["position"], row["status"], row["source"], row["start_date"], row["reported_at"], row["evidence"])
               for row in desk.rows("event_status_history", "position")]
    assert history == [
        (0, "held", "courier", "2026-03-11", datetime(2026, 3, 11, 19, tzinfo=UTC), FIRST),
        (1, "postponed", "gazette", "2026-03-04", datetime(2026, 3, 2, 9, tzinfo=UTC), FIRST),
        (2, "planned", "herald", "2026-03-04", datetime(2026, 2, 20, 9, tzinfo=UTC), FIRST),
    ]


def provenance(conn: psycopg.Connection[Any], event_id: str) -> list[dict[str, Any]]:
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute("SELECT * FROM mart.provenance(%s)", [event_id]).fetchall()


def test_every_value_leads_to_article_address_sentence_and_rule(desk: Desk) -> None:
    article, [record] = desk.story(1, "herald", venue=None)
    record["event"]["rules"] = {"contact": "talks.each", "date": "date.weekday", "place": "place.in"}
    record["participants"][0]["rule"] = "person.titled"
    record["figures"][0]["rule"] = "figure.money"
    desk.publish("b1", (article, [record]), desk.story(2, "gazette", start_date="2026-03", date_precision="month"))
    found = provenance(desk.conn, desk.event_of(1))
    of_first = {(row["part"], row["field"], row["value"]): row for row in found if row["source"] == "herald"}
    assert {key: (row["rule_id"], row["evidence"]) for key, row in of_first.items()} == {
        ("event", "event_type", "bilateral_meeting"): ("talks.each", FIRST),
        ("event", "event_status", "held"): ("talks.each", FIRST),
        ("event", "start_date", "2026-03-04"): ("date.weekday", FIRST),
        ("event", "city", "Oslo"): ("place.in", FIRST),
        ("event", "country", "NO"): ("place.in", FIRST),
        ("participants", "head_of_government", "Omar Haddad, Prime Minister, JO, guest"): ("person.titled", FIRST),
        ("participants", "head_of_state", "Anna Berg, President, NO, host"): (None, FIRST),
        ("topics", "topic", "trade_economy"): (None, TRADE),
        ("outcomes", "invitation", "invited the President to Amman"): (
            None, "The guest invited the President to Amman."),
        ("figures", "trade_turnover", "2500000000 USD, 2025, actual"): ("figure.money", TRADE),
        ("statements", "direct", "Anna Berg: We open a new page today"): (
            None, "“We open a new page today,” said Berg."),
    }
    assert {row["article_url"] for row in of_first.values()} == {article.url}
    assert {row["extractor_version"] for row in found} == {"test-1"}
    agreed = {(row["source"], row["value"]): row["is_agreed"] for row in found if row["field"] == "start_date"}
    assert agreed == {("herald", "2026-03-04"): True, ("gazette", "2026-03"): True}
    assert {row["is_agreed"] for row in found if row["part"] in ("outcomes", "figures", "statements")} == {None}


def test_every_value_of_an_event_is_stated_by_a_report_of_it(desk: Desk) -> None:
    desk.publish("b1", desk.story(1, "herald", visit_kind="working", end_date="2026-03-05", name="Oslo talks",
                                  parent_event={"name": "Nordic Forum", "organization": "NF"}),
                 desk.story(2, "gazette", visit_kind="official"))
    [event] = desk.rows("events")
    stated = {(row["field"], row["value"]) for row in provenance(desk.conn, event["event_id"]) if row["is_agreed"]}
    columns = {"name": "event_name", "status": "event_status", "parent_event": "parent_event_name",
               "parent_organization": "parent_event_organization"}
    for column in ("event_type", "visit_kind", "status", "name", "start_date", "end_date", "city", "country",
                   "parent_event", "parent_organization"):
        assert (columns.get(column, column), event[column]) in stated


def test_provenance_follows_ids_that_were_merged(desk: Desk) -> None:
    desk.publish("b1", desk.story(1, "herald", "2026-02-20T10:00:00+01:00", **PLANNED))
    desk.publish("b2", desk.story(2, "gazette", "2026-03-11T20:00:00+01:00", **HELD_LATER))
    planned, held = desk.event_of(1), desk.event_of(2)
    desk.publish("b3", desk.story(3, "courier", "2026-03-02T10:00:00+01:00", **POSTPONED))
    assert desk.alias(held) == planned
    assert provenance(desk.conn, held) == provenance(desk.conn, planned)
    assert {row["source"] for row in provenance(desk.conn, held)} == {"herald", "gazette", "courier"}
    assert provenance(desk.conn, "ev-0000000000000000") == []
    shown = show(desk.conn, held)
    assert (shown.event["event_id"], shown.event["is_alias"], len(shown.reports)) == (planned, True, 3)
    assert [row["status"] for row in shown.history] == ["held", "postponed", "planned"]


def test_the_analyst_reads_events_and_asks_for_provenance(warehouse: Any, newsroom: Any) -> None:
    with connect(warehouse.loader) as loader:
        desk = Desk(loader, newsroom)
        desk.publish("b1", desk.story(1), desk.story(2, "gazette"))
        event_id = desk.event_of(1)
    with psycopg.connect(warehouse.analyst, autocommit=True) as analyst:
        assert analyst.execute("SELECT report_count FROM mart.events").fetchall() == [(2,)]
        assert len(provenance(analyst, event_id)) == 22
        for view in ("event_reports", "event_conflicts", "event_status_history", "event_participants", "event_aliases"):
            analyst.execute(psycopg.sql.SQL("SELECT * FROM {}").format(psycopg.sql.Identifier("mart", view)))
