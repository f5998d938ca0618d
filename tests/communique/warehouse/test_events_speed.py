"""A batch costs what its neighbourhood costs: every question about events is answered by index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
import pytest
from communique.warehouse.connection import Connection, connect, sql
from communique.warehouse.events.blocks import EVER, block, seeker
from hypothesis import given
from hypothesis import strategies as st
from psycopg.types.json import Jsonb

from extractors.resolve import candidates, report
from tests.communique.newsroom import Newsroom

RECORDS = 8000
FILLED = """
SET session_replication_role = replica;
INSERT INTO core.batch (batch_id) VALUES ('made');
INSERT INTO core.article (article_id, source_key, language, text_sha256, fetched_at, batch_id)
    SELECT 'a' || n, 's' || n % 5, 'en', lpad(to_hex(n), 64, '0'), now(), 'b' || n / 20
    FROM generate_series(1, %(n)s) AS n;
INSERT INTO core.article_text (article_id, text_sha256, text_key, fetched_at, batch_id)
    SELECT article_id, text_sha256, substr(article_id, 2)::int, now(), batch_id FROM core.article;
INSERT INTO core.reading (article_id, text_sha256, extractor_version, is_current, published_at, batch_id)
    SELECT article_id, text_sha256, 'v1', true, now(), batch_id FROM core.article ORDER BY substr(article_id, 2)::int;
INSERT INTO core.record (record_key, reading_id, record_id, event_type, event_status, is_main, confidence, evidence,
        published_at, batch_id)
    SELECT reading_id, reading_id, 'r', 'phone_call', 'held', true, 1, '{}', now(), batch_id
    FROM core.reading ORDER BY 1;
INSERT INTO core.record_json (record_key, record) SELECT record_key, '{}' FROM core.record;
INSERT INTO core.event (event_id, event_type, event_status, is_main, sides, organizations, sources, report_count,
        conflict_count, founder_record_key)
    SELECT 'ev-' || lpad(to_hex(n), 16, '0'), 'phone_call', 'held', true, '{}', '{}', '{s1}', 4, 0, n
    FROM generate_series(1, %(n)s / 4) AS n;
INSERT INTO core.event_record (record_key, event_id, is_current, reason)
    SELECT n, 'ev-' || lpad(to_hex((n - 1) / 4 + 1), 16, '0'), true, 'x' FROM generate_series(1, %(n)s) AS n;
INSERT INTO core.record_block (record_key, dated_keys, day_window)
    SELECT n, ARRAY[to_char(day, 'YYYY-MM') || '@remote:pair:KZ+UZ', to_char(day, 'YYYY-MM') || '@remote:any:KZ'],
        daterange(day - 4, day + 4)
    FROM (SELECT n, date '2010-01-10' + n / 2 AS day FROM generate_series(1, %(n)s) AS n) AS made;
ANALYZE;
"""


@pytest.fixture(scope="module")
def filled(shared: Any) -> Iterator[Connection]:
    """A loader's connection to a warehouse that holds two calls of one pair on each day of eleven years."""
    with psycopg.connect(shared.superuser, autocommit=True) as superuser:
        for statement in FILLED.replace("%(n)s", str(RECORDS)).split(";\n"):
            superuser.execute(statement.encode())
    with connect(shared.loader) as conn:
        yield conn


SEEKERS = [{"keys": ["2015-03@remote:pair:KZ+UZ", "ever@remote:pair:KZ+UZ"], "first_day": "2015-03-02",
            "last_day": "2015-03-10"}]
QUESTIONS = {
    "near": {"seekers": Jsonb(SEEKERS)}, "extent": {}, "around": {"record_keys": [5, 4000]},
    "existing": {"record_keys": [5, 4000]}, "records": {"record_keys": [5, 4000], "known": [], "versions": []},
    "unblocked": {"record_keys": [5, 4000]},
    "batch_articles": {"batch_id": "b7"}, "appeared": {"article_ids": ["a5", "a4000"]},
    "vanished": {"article_ids": ["a5", "a4000"]}, "seeds": {"article_ids": ["a5"], "record_keys": [4000]},
    "events_of_articles": {"article_ids": ["a5"], "record_keys": [4000], "but": ["ev-0000000000000001"]},
    "given_ids": {"event_ids": ["ev-0000000000000001"]}, "standing": {"record_key": 5},
}


def scanned(plan: dict[str, Any]) -> Iterator[str]:
    """The tables that a plan reads from end to end."""
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from scanned(part)


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_reads_a_table_from_end_to_end(filled: Connection, name: str) -> None:
    row = filled.execute("EXPLAIN (FORMAT JSON) " + sql(f"events/{name}"), QUESTIONS[name]).fetchone()
    assert row is not None
    assert list(scanned(row[0][0]["Plan"])) == []


def test_candidates_are_found_by_key_and_month(filled: Connection) -> None:
    row = filled.execute("EXPLAIN (FORMAT JSON) " + sql("events/near"), QUESTIONS["near"]).fetchone()
    assert row is not None
    assert "record_block_keys" in str(row)
    found = filled.execute(sql("events/near"), QUESTIONS["near"]).fetchall()
    assert len(found) == 2 * 14, "of eleven years those of 1 to 14 March, whose windows touch"


def with_dates(start: str | None, end: str | None, status: str, published: str | None, number: int) -> Any:
    newsroom = Newsroom()
    article = newsroom.article(number, published_at=published)
    return report(newsroom.record(article, start_date=start, end_date=end, status=status), key=str(number))


DATES = st.none() | st.dates().map(str) | st.integers(1900, 2100).map(str) | st.sampled_from(
    ["2026-03", "2026-Q1", "2026-03-04", "2026-04", "0001", "9999"])
REPORTS = st.builds(with_dates, DATES, DATES, st.sampled_from(["held", "planned", "postponed", "ongoing"]),
                    st.none() | st.sampled_from(["2026-03-05", "2026-02-01T10:00:00+05:00", "1999-12-31"]), st.just(1))


@given(REPORTS, REPORTS)
def test_candidates_share_a_dated_key_and_a_day(one: Any, other: Any) -> None:
    """What the warehouse finds holds every pair that the rules may link."""
    second = type(other)("2", other.article + "'", other.published, other.facts, other.record)
    if not list(candidates([one, second])):
        return
    held = block(second.facts)
    first, last = (held[bound] or none for bound, none in (("first_day", "0001-01-01"), ("last_day", "9999-12-31")))
    begins = date.fromisoformat(first)
    wants = seeker(one.facts, (begins, begins))
    assert set(wants["keys"]) & set(held["dated_keys"])
    assert (wants["first_day"] or "0001-01-01") <= last
    assert first <= (wants["last_day"] or "9999-12-31")


def test_a_record_is_listed_under_the_months_of_its_window() -> None:
    held = block(with_dates("2026-03-04", None, "held", "2026-03-05", 1).facts)
    assert {key.split("@", 1)[0] for key in held["dated_keys"]} == {"2026-02", "2026-03"}
    undated = block(with_dates(None, None, "held", None, 1).facts)
    assert {key.split("@", 1)[0] for key in undated["dated_keys"]} == {EVER}
    assert (undated["first_day"], undated["last_day"]) == (None, None)
