"""Staging keeps what it is given, replaces what the batch had, and notes what is wrong with a record."""

from __future__ import annotations

import copy
import math
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from communique.warehouse.columns import RECORD_COLUMNS, record_columns
from communique.warehouse.connection import Connection
from communique.warehouse.load import load, publish
from communique.warehouse.staging import StagedArticle, articles, stage_articles, stage_records, sweep
from hypothesis import given
from hypothesis import strategies as st

from extractors.article import Article

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


def test_an_article_comes_back_as_it_went_in(conn: Connection, newsroom: Any) -> None:
    given_ = newsroom.article(
        1, authors=("A. Writer", "Ә. Жазушы"), section="World", lead_image="https://h.example/i.jpg", origin="Wire",
        modified_at="2026-03-05T11:00:00+01:00", published_rule="meta", text_rule="density", language="kk")
    assert stage_articles(conn, "b1", [StagedArticle(given_, NOW)]) == 1
    [line] = articles(conn, "b1")
    back = Article.from_json(line)
    assert back.to_json() == given_.to_json()


def test_staging_again_replaces_the_batchs_own_and_nothing_else(conn: Connection, newsroom: Any) -> None:
    one, two, three = (newsroom.article(n) for n in (1, 2, 3))
    newsroom.stage(conn, "b1", [one, two], [newsroom.record(one)])
    newsroom.stage(conn, "b2", [three], [newsroom.record(three)])
    newsroom.stage(conn, "b1", [two], [newsroom.record(two), newsroom.record(two, 2)])
    assert [line["id"] for line in articles(conn, "b1")] == [two.key]
    assert [line["id"] for line in articles(conn, "b2")] == [three.key]
    assert dict(conn.execute("SELECT batch_id, count(*) FROM staging.record GROUP BY 1").fetchall()) == {
        "b1": 2, "b2": 1}
    stage_articles(conn, "b1", [])
    assert conn.execute("SELECT count(*) FROM staging.record WHERE batch_id = 'b1'").fetchone() == (0,)


def test_a_failed_staging_leaves_what_was_there(conn: Connection, newsroom: Any) -> None:
    one = newsroom.article(1)
    newsroom.stage(conn, "b1", [one], [newsroom.record(one)])
    with pytest.raises(ValueError, match="names no source"):
        stage_articles(conn, "b1", [StagedArticle(newsroom.article(2), NOW),
                                    StagedArticle(Article(text="x", url="https://h.example/"), NOW)])
    assert [line["id"] for line in articles(conn, "b1")] == [one.key]


def test_what_the_database_cannot_hold_keeps_its_place(conn: Connection, newsroom: Any) -> None:
    nasty = newsroom.article(1, text="A\x00B\ud800C \\N \t “tab”\r\n😀", title="\x00")
    stage_articles(conn, "b1", [StagedArticle(nasty, NOW)])
    [line] = articles(conn, "b1")
    assert line["text"] == "A�B�C \\N \t “tab”\r\n😀"
    assert len(line["text"]) == len(nasty.text)
    assert line["text_sha256"] == Article(text=line["text"]).text_sha256
    record = newsroom.record(Article.from_json(line))
    record["statements"][0]["text"] = "a\x00b\udfff"
    record["event"]["na\x00me"] = math.nan
    assert stage_records(conn, "b1", [record], "v1") == 1
    row = conn.execute("SELECT record #>> '{statements,0,text}', contract_problems FROM staging.record").fetchone()
    assert row == ("a�b�", None)


def test_of_two_fetches_of_one_article_the_later_one_is_read(conn: Connection, newsroom: Any) -> None:
    old, new = newsroom.article(1, text="Old text."), newsroom.article(1, text="New text.")
    stage_articles(conn, "b1", [StagedArticle(new, NOW + timedelta(minutes=1), None), StagedArticle(old, NOW, None)])
    assert [line["text"] for line in articles(conn, "b1")] == ["New text."]


def test_publication_keeps_its_day_and_takes_a_moment_only_where_there_is_one(
    conn: Connection, newsroom: Any
) -> None:
    printed = ["2026-03-05T01:00:00+05:00", "2026-03-05T01:00:00", "2026-03-05", "2026-03", None, "yesterday"]
    stage_articles(conn, "b1", [StagedArticle(newsroom.article(n, published_at=text), NOW)
                                for n, text in enumerate(printed)])
    rows = conn.execute(
        "SELECT published_text, published_on::text, published_at FROM staging.article ORDER BY position").fetchall()
    assert rows == [
        (printed[0], "2026-03-05", datetime(2026, 3, 4, 20, tzinfo=UTC)),
        (printed[1], "2026-03-05", None), (printed[2], "2026-03-05", None), (printed[3], None, None),
        (None, None, None), ("yesterday", None, None),
    ]


def test_the_columns_of_a_sound_record(newsroom: Any) -> None:
    article = newsroom.article(1)
    found = record_columns(newsroom.record(article), len(article.text))
    assert found == {
        "event_type": "bilateral_meeting", "event_status": "held", "is_main": True, "start_date": "2026-03-04",
        "end_date": None, "date_precision": "day", "city": "Oslo", "country": "NO", "countries": ["JO", "NO"],
        "capacities": ["guest", "host"], "participant_count": 2, "named_participant_count": 2,
        "blank_name_count": 0, "side_count": 2, "smallest_figure": 2.5e9, "confidence": 0.9,
        "evidence_problems": None, "range_problems": None,
    }


@pytest.mark.parametrize(("people", "sides"), [
    ([{"country": "KZ"}, {"country": "KZ"}], 1),
    ([{"country": "KZ"}, {"country": "CN"}, {"organization": "SCO", "country": None}], 3),
    ([{"country": None}, {"country": None, "organization": None}], 2),
    ([], 0),
    ("nobody", 0),
    ([None, 3, {"country": "KZ"}], 1),
])
def test_sides_are_states_and_organizations(people: Any, sides: int) -> None:
    assert record_columns({"participants": people}, None)["side_count"] == sides


@pytest.mark.parametrize(("evidence", "problem"), [
    ([], "has no evidence"), (None, "has no evidence"), ([[5, 5]], "empty or turned round"),
    ([[9, 3]], "empty or turned round"), ([[-1, 3]], "empty or turned round"), ([[0, 31]], "runs past"),
    ([[0, 30]], None), ([[0]], "is not [start, end)"), ([[0, 1.5]], "is not [start, end)"),
    ([[True, 2]], "is not [start, end)"), ("words", "not a list"),
])
def test_evidence_must_lie_in_the_text(evidence: Any, problem: str | None) -> None:
    found = record_columns({"topics": [{"code": "energy", "evidence": evidence}]}, 30)["evidence_problems"]
    assert found is None if problem is None else problem in found
    if problem:
        assert found.startswith("topics[0]")


def test_a_falling_growth_is_no_negative_figure() -> None:
    figures = [{"metric": "growth", "value": -5.0}, {"metric": "exports", "value": 0}]
    assert record_columns({"figures": figures}, None)["smallest_figure"] == 0


@pytest.mark.parametrize(("record", "problem"), [
    ({"event": {"place": {"latitude": 90.5, "longitude": -180}}}, "latitude is 90.5"),
    ({"event": {"place": {"latitude": -90, "longitude": 181}}}, "longitude is 181"),
    ({"event": {"place": {"geoname_id": 10**30}}}, "geoname_id is 1e+30"),
    ({"outcomes": [{"count": 3}, {"count": -1}]}, "outcomes[1].count is -1"),
    ({"participants": [{"name": "x" * 301}]}, "participants[0].name has 301 characters"),
    ({"statements": [{"speaker": "x" * 5000}]}, "statements[0].speaker has 5000 characters"),
    ({"event": {"place": {"latitude": 90, "longitude": 180, "geoname_id": None}},
      "outcomes": [{"count": None}], "participants": [{"name": "x" * 300}]}, None),
])
def test_values_beyond_all_measure_are_noted(record: dict[str, Any], problem: str | None) -> None:
    assert record_columns(record, None)["range_problems"] == problem


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["event", "participants", "figures", "evidence", "place", "country", "organization", "name",
                         "type", "value", "start_date", "statements", "capacity"]), inner, max_size=5),
    max_leaves=25)


@given(st.dictionaries(st.sampled_from(["event", "participants", "topics", "outcomes", "figures", "statements",
                                        "confidence"]), JSON))
def test_no_record_however_wrong_makes_the_columns_fail(record: dict[str, Any]) -> None:
    assert set(record_columns(record, 100)) == set(RECORD_COLUMNS)


def test_records_however_wrong_are_staged_with_their_problems(conn: Connection, newsroom: Any) -> None:
    article = newsroom.article(1)
    broken = copy.deepcopy(newsroom.record(article))
    broken["event"]["type"] = "tea_party"
    broken["confidence"] = math.inf
    broken["participants"] = "nobody"
    newsroom.stage(conn, "b1", [article], [{}, {"article": 3, "record_id": []}, broken])
    rows = conn.execute(
        "SELECT article_id, event_type, confidence, contract_problems IS NOT NULL FROM staging.record ORDER BY position"
    ).fetchall()
    assert rows == [("", None, None, True), ("", None, None, True), (article.key, "tea_party", None, True)]


def test_old_batches_are_swept_and_unpublished_ones_kept(conn: Connection, newsroom: Any) -> None:
    for batch, number in (("old", 1), ("new", 2), ("open", 3)):
        article = newsroom.article(number)
        newsroom.stage(conn, batch, [article], [newsroom.record(article)])
        if batch != "open":
            newsroom.accept(conn, batch)
            load(conn, batch)
            publish(conn, batch)
    conn.execute("UPDATE core.batch SET published_at = now() - interval '8 days' WHERE batch_id = 'old'")
    assert sweep(conn, 7) == 1
    assert conn.execute("SELECT array_agg(DISTINCT batch_id ORDER BY batch_id) FROM staging.record").fetchone() == (
        ["new", "open"],)
    assert sweep(conn, 7) == 0
