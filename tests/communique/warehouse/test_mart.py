"""What analysts see: every value with its article and the sentence it was read from."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from communique.warehouse.connection import Connection
from psycopg import sql
from psycopg.rows import dict_row

VIEWS = ("meetings", "participants", "statements", "figures", "outcomes")
FIRST = "President Anna Berg received Prime Minister Omar Haddad in Oslo on Wednesday."


def rows(conn: Connection, view: str) -> list[dict[str, Any]]:
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier("mart", view))).fetchall()


def test_a_meeting_says_who_where_when_and_who_reported_it(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    record = newsroom.record(
        article, name="Oslo talks", visit_kind="official", end_date="2026-03",
        parent_event={"name": "Nordic Forum", "organization": "NF"})
    newsroom.run(conn, "b1", [article], [record])
    [row] = rows(conn, "meetings")
    assert isinstance(row.pop("meeting_id"), int)
    shown_at = row.pop("first_published_at")
    assert abs((datetime.now(UTC) - shown_at).total_seconds()) < 60
    assert row == {
        "record_id": record["record_id"], "event_type": "bilateral_meeting", "visit_kind": "official",
        "status": "held", "is_main": True, "name": "Oslo talks", "start_date": "2026-03-04", "end_date": "2026-03",
        "date_precision": "day", "start_day_earliest": date(2026, 3, 4), "start_day_latest": date(2026, 3, 4),
        "end_day_latest": date(2026, 3, 31), "city": "Oslo", "country": "NO", "country_name": "Norway",
        "venue": None, "geoname_id": 3143244, "latitude": 59.91, "longitude": 10.75,
        "parent_event": "Nordic Forum", "parent_organization": "NF", "sides": ["JO", "NO"], "organizations": [],
        "participants": ["Anna Berg", "Omar Haddad"], "participant_count": 2, "topics": ["trade_economy"],
        "outcome_count": 1, "figure_count": 1, "statement_count": 1, "cameo_code": "043", "plover_code": "CONSULT",
        "confidence": 0.9, "evidence": FIRST, "article_id": article.key, "article_url": article.url,
        "article_title": "Talks in Oslo 1", "source": "herald", "article_language": "en",
        "article_published_on": date(2026, 3, 5), "article_published_at": datetime(2026, 3, 5, 9, tzinfo=UTC),
        "extractor_version": "test-1",
    }


def test_a_date_that_is_not_a_day_spans_what_it_can_mean(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    records = [newsroom.record(article, 1, start_date="2026-Q2", date_precision="season"),
               newsroom.record(article, 2, start_date=None, date_precision=None)]
    newsroom.run(conn, "b1", [article], records)
    days = {(r["start_date"], r["start_day_earliest"], r["start_day_latest"], r["end_day_latest"])
            for r in rows(conn, "meetings")}
    assert days == {("2026-Q2", date(2026, 4, 1), date(2026, 6, 30), date(2026, 6, 30)), (None, None, None, None)}


def test_participants_stand_by_capacity_and_delegations_count(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    record = copy.deepcopy(newsroom.record(article))
    guest, host = record["participants"]
    record["participants"] = [
        {**guest, "name": "Plain One", "capacity": "participant", "country": None, "organization": "UN"},
        {**guest, "name": None, "role_class": "delegation", "country": "SE"},
        guest, host, {**host, "name": "The Chair", "capacity": "chair"},
    ]
    newsroom.run(conn, "b1", [article], [record])
    [row] = rows(conn, "meetings")
    assert row["participants"] == ["The Chair", "Anna Berg", "Omar Haddad", "Plain One"]
    assert (row["participant_count"], row["sides"], row["organizations"]) == (5, ["JO", "NO", "SE"], ["UN"])
    assert [p["position"] for p in rows(conn, "participants")] == [0, 1, 2, 3, 4]


def test_the_parts_of_a_meeting_lead_to_it_and_to_their_words(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    newsroom.run(conn, "b1", [article], [newsroom.record(article)])
    [meeting] = rows(conn, "meetings")
    for view in VIEWS[1:]:
        for row in rows(conn, view):
            assert (row["meeting_id"], row["article_id"], row["article_url"], row["article_title"], row["source"],
                    row["start_day_earliest"]) == (
                meeting["meeting_id"], article.key, article.url, article.title, "herald", date(2026, 3, 4))
    guest, host = rows(conn, "participants")
    assert (guest["name"], guest["country_name"], guest["role_class"], guest["capacity"]) == (
        "Omar Haddad", "Jordan", "head_of_government", "guest")
    assert (host["evidence_words"], host["evidence"]) == ("Anna Berg", FIRST)
    [statement] = rows(conn, "statements")
    assert (statement["speaker"], statement["speaker_title"], statement["speaker_country"], statement["evidence"]) == (
        "Anna Berg", "President", "NO", "We open a new page today")
    [figure] = rows(conn, "figures")
    assert (figure["value"], figure["unit"], figure["figure_status"], figure["evidence_words"], figure["evidence"]) == (
        Decimal(2500000000), "USD", "actual", "2.5 billion dollars",
        "Trade turnover reached 2.5 billion dollars in 2025, she noted.")
    assert str(figure["value"]) == "2500000000"
    [outcome] = rows(conn, "outcomes")
    assert (outcome["outcome_type"], outcome["parties"], outcome["evidence"]) == (
        "invitation", ["JO", "NO"], "The guest invited the President to Amman.")


def test_a_statement_that_two_records_of_an_article_carry_is_shown_once(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    records = [newsroom.record(article, 1, is_main=False), newsroom.record(article, 2)]
    newsroom.run(conn, "b1", [article], records)
    [statement] = rows(conn, "statements")
    main = next(row for row in rows(conn, "meetings") if row["is_main"])
    assert statement["meeting_id"] == main["meeting_id"]


def test_two_statements_of_the_same_words_elsewhere_in_the_text_are_two(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    record = copy.deepcopy(newsroom.record(article))
    record["statements"].append({**record["statements"][0], "evidence": newsroom.span("President Anna Berg")})
    newsroom.run(conn, "b1", [article], [record])
    assert len(rows(conn, "statements")) == 2


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_shown_before_it_is_published(conn: Connection, newsroom: Any, view: str) -> None:
    from communique.warehouse.load import load

    article = newsroom.article(1)
    newsroom.stage(conn, "b1", [article], [newsroom.record(article)])
    newsroom.accept(conn, "b1")
    load(conn, "b1")
    assert rows(conn, view) == []


def test_evidence_is_counted_in_characters_whatever_the_script(conn: Connection, newsroom: Any) -> None:
    text = "😀 Президент Берг қабылдады. 会談 в Осло."
    article = newsroom.article(1, text=text)
    record = copy.deepcopy(newsroom.record(article))
    for name in ("topics", "outcomes", "figures", "statements"):
        record[name] = []
    for person, words in zip(record["participants"], ("Берг", "会談"), strict=True):
        person["evidence"] = [[text.index(words), text.index(words) + len(words)]]
    record["event"]["evidence"] = [[text.index("қабылдады"), text.index("қабылдады") + len("қабылдады")]]
    newsroom.run(conn, "b1", [article], [record])
    assert [row["evidence_words"] for row in rows(conn, "participants")] == ["Берг", "会談"]
    assert [row["evidence"] for row in rows(conn, "participants")] == ["😀 Президент Берг қабылдады.", "会談 в Осло."]
    assert rows(conn, "meetings")[0]["evidence"] == "😀 Президент Берг қабылдады."
