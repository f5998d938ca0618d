"""The whole line without Airflow: from the sample agency's feed to the mart, twice, and after crashes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
import yaml
from communique import sources
from communique.acquire.client import Fetcher
from communique.pipeline import PUBLISHED, Pipeline
from communique.watch import Memory, look
from psycopg.rows import dict_row

from tests.communique.conftest import Agency
from tests.conftest import Warehouse


@pytest.fixture
def pipeline(agency: Agency, warehouse: Warehouse) -> Pipeline:
    return Pipeline(agency.settings, warehouse.loader)


@pytest.fixture
def watched(agency: Agency, warehouse: Warehouse) -> Iterator[int]:
    """The sample agency's entries, queued; the value is how many."""
    source = sources.load(agency.settings.sources_dir)["sample"]
    with Fetcher(agency.settings) as fetcher:
        yield look(source, Memory(), fetcher, warehouse.loader).new


def rows(dsn: str, query: str) -> list[dict[str, Any]]:
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        return connection.execute(query.encode()).fetchall()


def size(dsn: str) -> dict[str, int]:
    """How many rows each table that keeps something has."""
    tables = ("landing.capture", "core.article", "core.record", "core.participant", "core.statement",
              "quarantine.record", "mart.meetings", "mart.statements", "mart.figures")
    return {table: rows(dsn, "SELECT count(*) AS n FROM " + table)[0]["n"] for table in tables}


def test_the_sample_agency_ends_in_the_mart(
        pipeline: Pipeline, watched: int, warehouse: Warehouse, agency: Agency) -> None:
    counts = pipeline.run("first")
    assert counts["fetch"]["claimed"] == watched
    assert counts["fetch"]["dead"] == 1, "one address of the feed answers 404"
    status = {row["status"]: row["n"] for row in rows(
        warehouse.owner, "SELECT status, count(*) AS n FROM landing.entry GROUP BY status")}
    assert status["dead"] == 1
    assert sum(status.values()) == watched
    assert set(status) <= {"dead", "loaded", "no_article"}
    truth = yaml.safe_load((agency.settings.sources_dir / "sample" / "expected.yml").read_text(encoding="utf-8"))
    found = _main_contacts(warehouse)
    for row in rows(warehouse.owner, "SELECT url FROM core.article WHERE copy_of_article_id IS NOT NULL"):
        truth[row["url"].rsplit("/", 1)[-1]] = {}  # the same text under a second address is shown once
    wrong = {slug: found.get(slug, []) for slug, wanted in truth.items()
             if found.get(slug, []) != [_wanted(event) for event in wanted.get("events", ())]}
    assert wrong == {}


def _wanted(event: dict[str, Any]) -> tuple[Any, ...]:
    place = event.get("place") or {}
    return (event["type"], event["status"], event.get("start_date"), place.get("city"), place.get("country"),
            sorted((one.get("country") or "", one["capacity"]) for one in event["participants"]))


def _main_contacts(warehouse: Warehouse) -> dict[str, list[tuple[Any, ...]]]:
    contacts: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows(warehouse.analyst, """
            SELECT m.article_url, m.event_type, m.status, m.start_date, m.city, m.country,
                   array_agg(coalesce(p.country, '') || ' ' || p.capacity) AS who
            FROM mart.meetings AS m JOIN mart.participants AS p USING (meeting_id)
            WHERE m.is_main
            GROUP BY m.meeting_id, m.article_url, m.event_type, m.status, m.start_date, m.city, m.country
            ORDER BY m.meeting_id"""):
        who = sorted(tuple(one.rsplit(" ", 1)) for one in row["who"])
        contacts.setdefault(row["article_url"].rsplit("/", 1)[-1], []).append(
            (row["event_type"], row["status"], row["start_date"], row["city"], row["country"], who))
    return contacts


def test_the_same_feed_again_adds_no_row(pipeline: Pipeline, watched: int, warehouse: Warehouse) -> None:
    pipeline.run("first")
    before = size(warehouse.owner)
    for stage in (pipeline.read, pipeline.extract, pipeline.validate, pipeline.load, pipeline.publish):
        stage("first")
    assert pipeline.run("second") == {"fetch": {"claimed": 0}}
    assert size(warehouse.owner) == before
    assert before["mart.meetings"] > 15


def test_a_run_that_died_after_fetching_is_taken_over_and_fetches_nothing_again(
        pipeline: Pipeline, watched: int, warehouse: Warehouse) -> None:
    pipeline.fetch("died")
    captures = size(warehouse.owner)["landing.capture"]
    counts = pipeline.run("died")
    assert counts["read"]["articles"] > 20
    assert size(warehouse.owner)["landing.capture"] == captures


def test_a_finished_batch_is_announced(pipeline: Pipeline, watched: int, warehouse: Warehouse) -> None:
    with psycopg.connect(warehouse.loader, autocommit=True) as listener:
        listener.execute(f"LISTEN {PUBLISHED}")
        pipeline.run("first", limit=3)
        assert [note.payload for note in listener.notifies(timeout=10, stop_after=1)] == ["first"]


def test_a_source_that_is_no_longer_declared_ends_in_the_dead_letters(
        pipeline: Pipeline, watched: int, warehouse: Warehouse) -> None:
    with psycopg.connect(warehouse.owner) as connection:
        connection.execute("UPDATE landing.entry SET source_key = 'bygone' WHERE entry_id = 1")
    pipeline.run("first", limit=1)
    dead = rows(warehouse.owner, "SELECT last_error FROM landing.entry WHERE status = 'dead'")
    assert len(dead) == 1
    assert "bygone: no such source is declared any more" in dead[0]["last_error"]


def test_one_duplicate_article_is_one_contact(pipeline: Pipeline, watched: int, warehouse: Warehouse) -> None:
    pipeline.run("first")
    copies = rows(warehouse.owner, "SELECT article_id FROM core.article WHERE copy_of_article_id IS NOT NULL")
    assert len(copies) == 1
    shown = rows(warehouse.analyst, "SELECT article_id FROM mart.meetings")
    assert copies[0]["article_id"] not in {row["article_id"] for row in shown}
