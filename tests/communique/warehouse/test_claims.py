"""Claims in the warehouse: what `extractors.claims` makes of a record stands in core.claim, and the marts count it."""

from __future__ import annotations

import copy
from typing import Any

import psycopg
import pytest
from communique.warehouse.connection import Connection, connect
from communique.warehouse.load import load, publish
from communique.warehouse.migrate import migrate
from hypothesis import HealthCheck, given, settings
from psycopg import sql as compose
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb
from psycopg.types.multirange import Multirange
from psycopg.types.range import Range

from extractors.claims import FIELDS, claims
from tests.communique.newsroom import Newsroom
from tests.communique.warehouse.desk import Desk
from tests.communique.warehouse.undone import undo
from tests.conftest import Warehouse
from tests.extractors.records_made import RECORDS


def spans(given: list[list[int]]) -> Multirange[int]:
    """Spans as the database holds them: in order, what overlaps or touches as one."""
    kept: list[list[int]] = []
    for start, end in sorted(given):
        if kept and start <= kept[-1][1]:
            kept[-1][1] = max(kept[-1][1], end)
        else:
            kept.append([start, end])
    return Multirange([Range(start, end) for start, end in kept])


def wanted(record: dict[str, Any]) -> dict[tuple[str, int], tuple[Any, ...]]:
    return {
        (claim.field, claim.position): (
            claim.path, _same(claim.value), spans(claim.evidence), spans(claim.title_evidence) or None, claim.rule_id)
        for claim in claims(record)}


COLUMNS = compose.SQL(
    "SELECT field::text, position, core.claim_path(field, position), value, evidence, title_evidence, rule_id FROM ")


def rows(conn: psycopg.Connection[Any], query: compose.SQL, *given: Any) -> dict[tuple[str, int], tuple[Any, ...]]:
    found = conn.execute(COLUMNS + query, given).fetchall()
    assert len({row[:2] for row in found}) == len(found)
    return {(field, position): (path, _same(value), *others) for field, position, path, value, *others in found}


def _same(value: Any) -> Any:
    """A number as JSON means it: 5e16 is one number, whether a database writes it with an exponent or without."""
    return value if isinstance(value, bool) or not isinstance(value, int | float) else float(value)


def read(newsroom: Any, article: Any, number: int = 1, **event: Any) -> dict[str, Any]:
    """A record that names its rules, as our reader's do."""
    record: dict[str, Any] = copy.deepcopy(newsroom.record(article, number, **event))
    record["event"]["rules"] = {"contact": "talks.each", "date": "date.weekday", "place": "place.in"}
    record["event"]["field_evidence"] = {"place": newsroom.span("in Oslo")}
    for person in record["participants"]:
        person["rule"] = "person.titled"
    record["topics"][0]["rule"] = "topic.words"
    return record


def test_the_fields_are_those_of_the_extractor(conn: Connection) -> None:
    found = conn.execute("SELECT unnest(enum_range(NULL::core.claim_field))::text").fetchall()
    assert [row[0] for row in found] == list(FIELDS)


def test_a_record_is_loaded_with_its_claims(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    record = read(newsroom, article)
    newsroom.run(conn, "b1", [article], [record])
    found = rows(conn, compose.SQL("core.claim"))
    assert found == wanted(record)
    assert found["event.place.city", 0] == (
        "event.place.city", "Oslo", spans(newsroom.span("in Oslo")), None, "place.in")
    assert found["event.status", 0][2:] == (spans(newsroom.span("received")), None, "talks.each")
    assert found["participants.name", 1][:2] == ("participants[1].name", "Anna Berg")
    assert {key for key, row in found.items() if row[4] is None} == {
        key for key in found if key[0].split(".")[0] in ("outcomes", "figures", "statements")}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(RECORDS)
def test_the_warehouse_makes_the_same_claims_as_the_extractor(conn: Connection, record: dict[str, Any]) -> None:
    assert rows(conn, compose.SQL("core.claims(%s)"), Jsonb(record)) == wanted(record)


def test_a_second_load_writes_nothing_and_a_newer_reading_has_its_own(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    newsroom.run(conn, "b1", [article], [read(newsroom, article)])
    one = newsroom.run(conn, "b2", [article], [read(newsroom, article, version="test-2")], version="test-2")["claim"]
    query = "SELECT ctid::text, xmin::text, record_key FROM core.claim ORDER BY 1"
    before = conn.execute(query).fetchall()
    assert len(before) == 2 * one > 0
    for batch in ("b1", "b2"):
        assert load(conn, batch)["claim"] == 0
        publish(conn, batch)
    assert conn.execute(query).fetchall() == before
    assert len({row[2] for row in before}) == 2


def test_a_record_that_is_held_back_claims_nothing_until_it_is_let_in(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    newsroom.stage(conn, "b1", [article], [read(newsroom, article, 1), read(newsroom, article, 2)])
    conn.execute("UPDATE staging.record SET held_back = (position = 1)")
    first = load(conn, "b1")["claim"]
    assert conn.execute("SELECT count(DISTINCT record_key) FROM core.claim").fetchone() == (1,)
    newsroom.accept(conn, "b1")
    assert load(conn, "b1")["claim"] == first > 0
    assert conn.execute("SELECT count(DISTINCT record_key) FROM core.claim").fetchone() == (2,)


def test_what_was_loaded_before_there_were_claims_has_them_from_the_migration(warehouse: Any) -> None:
    newsroom = Newsroom()
    articles = [newsroom.article(1), newsroom.article(2)]
    query = ("SELECT field, position, value, evidence, title_evidence, rule_id FROM core.claim "
             "ORDER BY record_key, field, position")
    with connect(warehouse.owner) as owner, connect(warehouse.loader) as loader:
        newsroom.run(loader, "b1", articles, [read(newsroom, articles[0]), newsroom.record(articles[1])])
        before = loader.execute(query).fetchall()
        undone = undo(owner, "20261124002500")
        assert owner.execute("SELECT to_regclass('core.claim')").fetchone() == (None,)
        assert migrate(warehouse.owner) == undone
        assert loader.execute(query).fetchall() == before != []


@pytest.mark.parametrize("broken", [
    "UPDATE core.claim SET value = 'null'",
    "UPDATE core.claim SET value = '[]'",
    "UPDATE core.claim SET rule_id = ''",
    "UPDATE core.claim SET title_evidence = '{}'",
    "UPDATE core.claim SET position = 1 WHERE field = 'event.type'",
    "UPDATE core.claim SET position = -1",
    "UPDATE core.claim SET record_key = record_key + 1",
    "UPDATE core.claim SET position = 0",
])
def test_what_must_hold_of_a_claim_is_refused_otherwise(conn: Connection, newsroom: Any, broken: str) -> None:
    article = newsroom.article(1)
    newsroom.run(conn, "b1", [article], [read(newsroom, article)])
    with pytest.raises(psycopg.errors.IntegrityError):
        conn.execute(broken.encode())


def test_spans_of_a_field_outside_the_text_hold_a_record_back(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    record = read(newsroom, article)
    record["event"]["field_evidence"] = {"date": [[5, 5]], "place": [["a", "b"]]}
    record["event"]["title_evidence"] = [[0, 9999]]
    newsroom.stage(conn, "b1", [article], [record])
    row = conn.execute("SELECT evidence_problems FROM staging.record").fetchone()
    assert row is not None
    for words in ("event in the title: [0, 9999) runs past", "event.field_evidence.date: [5, 5) is empty",
                  "event.field_evidence.place: ['a', 'b'] is not [start, end)"):
        assert words in row[0]


def test_a_mart_says_what_rests_on_a_rule(desk: Desk, newsroom: Any) -> None:
    articles = [newsroom.article(1), newsroom.article(2, source="gazette")]
    records = [read(newsroom, article) for article in articles]
    records[1]["confidence"] = 0.5
    records[1]["event"]["rules"]["place"] = "place.dateline"
    newsroom.run(desk.conn, "b1", articles, records)
    rules = {row.pop("rule_id"): row for row in desk.rows("rules")}
    assert set(rules) == {"talks.each", "date.weekday", "place.in", "place.dateline", "person.titled", "topic.words"}
    person = rules["person.titled"]
    assert (person["claim_count"], person["meeting_count"], person["event_count"], person["source_count"],
            person["mean_confidence"]) == (2 * 11, 2, 1, 2, 0.7)
    place = rules["place.dateline"]
    assert (place["claim_count"], place["source_count"], place["mean_confidence"]) == (5, 1, 0.5)
    resting = [row for row in desk.rows("claims", "path") if row["rule_id"] == "place.dateline"]
    assert [(row["path"], row["value"]) for row in resting] == [
        ("event.place.city", "Oslo"), ("event.place.country", "NO"), ("event.place.geoname_id", "3143244"),
        ("event.place.latitude", "59.91"), ("event.place.longitude", "10.75")]
    [event] = desk.events()
    assert {(row["event_id"], row["source"], row["article_url"], row["evidence_words"], row["evidence"])
            for row in resting} == {(event, "gazette", articles[1].url, "in Oslo", newsroom.text.split("\n")[0])}
    assert sum(rule["claim_count"] for rule in rules.values()) == len(
        [row for row in desk.rows("claims") if row["rule_id"] is not None])


def test_rules_count_what_is_shown_alone(desk: Desk, newsroom: Any) -> None:
    one = newsroom.article(1)
    copied = newsroom.article(2, text=one.text)
    newsroom.run(desk.conn, "b1", [one], [read(newsroom, one)])
    newsroom.run(desk.conn, "b2", [copied], [read(newsroom, copied)])
    assert {row["meeting_count"] for row in desk.rows("rules")} == {1}
    newsroom.run(desk.conn, "b3", [one], [], version="test-2")
    assert (desk.rows("rules"), desk.rows("claims")) == ([], [])


def test_provenance_has_the_sentence_of_the_value_itself(desk: Desk, newsroom: Any) -> None:
    article = newsroom.article(1)
    record = read(newsroom, article)
    record["event"]["evidence"] = newsroom.span("received") + newsroom.span("2.5 billion dollars in 2025")
    record["event"]["field_evidence"]["date"] = newsroom.span("in 2025")
    newsroom.run(desk.conn, "b1", [article], [record])
    first, second = newsroom.text.split("\n")[0], "Trade turnover reached 2.5 billion dollars in 2025, she noted."
    [event] = desk.events()
    with desk.conn.cursor(row_factory=dict_row) as cursor:
        found = cursor.execute("SELECT * FROM mart.provenance(%s) WHERE part = 'event'", [event]).fetchall()
    assert {row["field"]: (row["rule_id"], row["evidence"]) for row in found} == {
        "event_type": ("talks.each", f"{first} … {second}"), "event_status": ("talks.each", f"{first} … {second}"),
        "start_date": ("date.weekday", second), "city": ("place.in", first), "country": ("place.in", first)}


def test_the_analyst_asks_for_rules_and_not_for_core(warehouse: Any, newsroom: Any) -> None:
    article = newsroom.article(1)
    with connect(warehouse.loader) as loader:
        newsroom.run(loader, "b1", [article], [read(newsroom, article)])
    with psycopg.connect(warehouse.analyst, autocommit=True) as analyst:
        row = analyst.execute("SELECT claim_count, value FROM mart.rules JOIN mart.claims USING (rule_id) "
                              "WHERE rule_id = 'date.weekday'").fetchone()
        assert row == (1, "2026-03-04")
        for refused in ("SELECT * FROM core.claim", "SELECT * FROM core.claims('{}')"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                analyst.execute(refused.encode())


def test_every_value_that_the_sample_agency_told_has_a_rule_and_words(sample_warehouse: Warehouse) -> None:
    with psycopg.connect(sample_warehouse.loader, autocommit=True) as conn:
        for number, record in conn.execute("SELECT record_key, record FROM core.record_json").fetchall():
            assert rows(conn, compose.SQL("core.claim WHERE record_key = %s"), number) == wanted(record)
        assert conn.execute(
            "SELECT count(*) > 0, count(*) FILTER (WHERE rule_id IS NULL OR "
            "(isempty(evidence) AND title_evidence IS NULL)) FROM core.claim").fetchone() == (True, 0)
