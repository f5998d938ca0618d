"""The whole line without Airflow: from the sample agencies' feeds to the mart, twice, and after crashes."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
import yaml
from communique import sample
from communique.pipeline import PUBLISHED, Pipeline
from communique.warehouse import report
from psycopg.rows import dict_row

from tests.communique.conftest import Agency
from tests.conftest import Warehouse


@pytest.fixture
def pipeline(agency: Agency, warehouse: Warehouse) -> Pipeline:
    return Pipeline(agency.settings, warehouse.loader)


@pytest.fixture
def watched(agency: Agency, warehouse: Warehouse) -> int:
    """The sample agencies' entries, queued; the value is how many."""
    return agency.watch_all(warehouse.loader)


def rows(dsn: str, query: str) -> list[dict[str, Any]]:
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        return connection.execute(query.encode()).fetchall()


def size(dsn: str) -> dict[str, int]:
    """How many rows each table that keeps something has."""
    tables = ("landing.capture", "core.article", "core.record", "core.participant", "core.statement",
              "quarantine.record", "mart.meetings", "mart.statements", "mart.figures")
    return {table: rows(dsn, "SELECT count(*) AS n FROM " + table)[0]["n"] for table in tables}


def labels() -> dict[str, Any]:
    """The label of every article of every sample agency, by `AGENCY/SLUG`."""
    return {
        f"{key}/{slug}": label
        for key in sample.agencies()
        for slug, label in yaml.safe_load((sample.content_dir(key) / "expected.yml").read_text("utf-8")).items()
    }


def name_of(row: dict[str, Any]) -> str:
    """`AGENCY/SLUG` of an article of the warehouse."""
    return f"{row['source']}/{row['article_url'].rsplit('/', 1)[-1]}"


def test_the_sample_agencies_end_in_the_mart(
        pipeline: Pipeline, watched: int, warehouse: Warehouse) -> None:
    with psycopg.connect(warehouse.loader) as connection:
        queue = report.queue_of(connection, sample.agencies())
    assert (queue["entries"], queue["under_way"], queue["sources"]) == (watched, watched, len(sample.agencies()))
    counts = pipeline.run("first")
    with psycopg.connect(warehouse.loader) as connection:
        assert report.queue_of(connection, sample.agencies())["under_way"] == 0
        assert report.queue_of(connection, ["sample_khazar", "unheard_of"])["sources"] == 1
    assert counts["fetch"]["claimed"] == watched
    assert counts["fetch"]["dead"] == 1, "one address of the first agency's feed answers 404"
    status = {row["status"]: row["n"] for row in rows(
        warehouse.owner, "SELECT status, count(*) AS n FROM landing.entry GROUP BY status")}
    assert status["dead"] == 1
    assert sum(status.values()) == watched
    assert set(status) <= {"dead", "loaded", "no_article"}
    truth = labels()
    found = _main_contacts(warehouse)
    for row in rows(warehouse.owner, "SELECT source_key AS source, url AS article_url FROM core.article "
                                     "WHERE copy_of_article_id IS NOT NULL"):
        truth[name_of(row)] = {}  # the same text under a second address of one agency is shown once
    wrong = {name: found.get(name, []) for name, wanted in truth.items()
             if found.get(name, []) != [_wanted(event) for event in wanted.get("events", ())]}
    assert wrong == {}
    assert _told_together(warehouse) == {frozenset(group) for group in _same_contacts(truth)}


def _same_contacts(truth: dict[str, Any]) -> list[set[str]]:
    """The articles that tell of one contact, where several do."""
    groups: list[set[str]] = []
    for name, label in truth.items():
        told = {name, *label.get("same_contact", ())}
        assert told <= truth.keys()
        if len(told) > 1:
            joined = [group for group in groups if group & told]
            groups = [*(group for group in groups if group not in joined), told.union(*joined)]
    return groups


def _told_together(warehouse: Warehouse) -> set[frozenset[str]]:
    """The articles whose main contacts are one event of the mart, where several are."""
    groups: dict[str, set[str]] = {}
    for row in rows(warehouse.analyst, "SELECT event_id, source, article_url FROM mart.event_reports WHERE is_main"):
        groups.setdefault(row["event_id"], set()).add(name_of(row))
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def _wanted(event: dict[str, Any]) -> tuple[Any, ...]:
    place = event.get("place") or {}
    return (event["type"], event["status"], event.get("start_date"), place.get("city"), place.get("country"),
            sorted((one.get("country") or "", one["capacity"]) for one in event["participants"]))


def _main_contacts(warehouse: Warehouse) -> dict[str, list[tuple[Any, ...]]]:
    contacts: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows(warehouse.analyst, """
            SELECT m.source, m.article_url, m.event_type, m.status, m.start_date, m.city, m.country,
                   array_agg(coalesce(p.country, '') || ' ' || p.capacity) AS who
            FROM mart.meetings AS m JOIN mart.participants AS p USING (meeting_id)
            WHERE m.is_main
            GROUP BY m.meeting_id, m.source, m.article_url, m.event_type, m.status, m.start_date, m.city, m.country
            ORDER BY m.meeting_id"""):
        who = sorted(tuple(one.rsplit(" ", 1)) for one in row["who"])
        contacts.setdefault(name_of(row), []).append(
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
