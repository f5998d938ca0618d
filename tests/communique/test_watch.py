"""A look at a source's feeds: what is new is queued once, what fails is noted, and when to ring."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg
import pytest
from communique import sources
from communique.acquire.client import Fetcher
from communique.sources import Source
from communique.warehouse import health
from communique.warehouse.connection import connect
from communique.watch import Look, Memory, look

from tests.communique.conftest import Agency
from tests.conftest import Warehouse


@pytest.fixture
def source(agency: Agency) -> Source:
    return sources.load(agency.settings.sources_dir)["sample"]


@pytest.fixture
def fetcher(agency: Agency) -> Iterator[Fetcher]:
    with Fetcher(agency.settings) as made:
        yield made


def rows(dsn: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(dsn) as connection:
        return connection.execute(query.encode()).fetchall()


def test_new_entries_are_queued_once_and_the_second_look_finds_nothing_changed(
        source: Source, fetcher: Fetcher, warehouse: Warehouse) -> None:
    memory = Memory()
    first = look(source, memory, fetcher, warehouse.loader)
    assert first.ring
    assert first.new == rows(warehouse.owner, "SELECT count(*) FROM landing.entry")[0][0] > 25
    assert memory.validators[source.feeds[0].url].etag
    assert look(source, memory, fetcher, warehouse.loader) == Look(0, 0, ())
    assert rows(warehouse.owner, "SELECT readable, listed FROM landing.feed_health") == [(True, first.new)]


def test_a_published_article_rings_alone(
        source: Source, fetcher: Fetcher, warehouse: Warehouse, agency: Agency) -> None:
    memory = Memory()
    look(source, memory, fetcher, warehouse.loader)
    url = agency.publish()
    assert look(source, memory, fetcher, warehouse.loader).new == 1
    assert (url,) in rows(warehouse.owner, "SELECT url FROM landing.entry")


def test_a_watcher_that_lost_its_memory_queues_nothing_twice(
        source: Source, fetcher: Fetcher, warehouse: Warehouse) -> None:
    look(source, Memory(), fetcher, warehouse.loader)
    assert look(source, Memory(), fetcher, warehouse.loader).new == 0


def test_the_memory_survives_json(source: Source, fetcher: Fetcher, warehouse: Warehouse) -> None:
    memory = Memory()
    look(source, memory, fetcher, warehouse.loader)
    assert Memory.from_json(json.loads(json.dumps(memory.to_json()))) == memory


@pytest.mark.parametrize("kept", [None, 3, "x", [], {}, {"validators": 1, "seen": 2}])
def test_a_memory_of_another_form_is_an_empty_one(kept: object) -> None:
    assert Memory.from_json(kept) == Memory()


def test_entries_left_lying_ring_again(source: Source, fetcher: Fetcher, warehouse: Warehouse) -> None:
    memory = Memory()
    queued = look(source, memory, fetcher, warehouse.loader).new
    with psycopg.connect(warehouse.owner) as connection:
        connection.execute("UPDATE landing.entry SET next_attempt_at = now() - interval '1 minute'")
    again = look(source, memory, fetcher, warehouse.loader)
    assert (again.new, again.waiting, again.ring) == (0, queued, True)


def test_an_unreachable_feed_is_noted_and_disturbs_no_other(
        source: Source, fetcher: Fetcher, warehouse: Warehouse) -> None:
    away = source.feeds[0].model_copy(update={"url": source.feeds[0].url.replace("rss.xml", "gone.xml")})
    both = source.model_copy(update={"feeds": (away, *source.feeds)})
    found = look(both, Memory(), fetcher, warehouse.loader)
    assert found.new > 25
    assert len(found.problems) == 1
    assert "gone.xml" in found.problems[0]
    with closing(connect(warehouse.loader)) as connection:
        noted = {row["feed_url"]: row for row in health.feeds(connection)}
    assert (noted[away.url]["readable"], noted[away.url]["reason"]) == (False, "status_4xx")
    assert noted[away.url]["failing_since"] is not None
    assert noted[source.feeds[0].url]["readable"] is True


def test_a_publisher_that_does_not_answer_is_noted_as_such(
        source: Source, fetcher: Fetcher, warehouse: Warehouse) -> None:
    away = source.feeds[0].model_copy(update={"url": "http://127.0.0.1:1/rss.xml"})
    silent = source.model_copy(update={"feeds": (away,), "allow_private": ("127.0.0.1:1",)})
    assert look(silent, Memory(), fetcher, warehouse.loader).ring is False
    assert rows(warehouse.owner, "SELECT readable, reason FROM landing.feed_health") == [(False, "refused")]


def test_a_page_that_is_no_feed_is_noted(source: Source, fetcher: Fetcher, warehouse: Warehouse) -> None:
    page = source.feeds[0].model_copy(update={"url": source.feeds[0].url.replace("rss.xml", "")})
    found = look(source.model_copy(update={"feeds": (page,)}), Memory(), fetcher, warehouse.loader)
    assert (found.new, found.ring, len(found.problems)) == (0, False, 1)
    assert rows(warehouse.owner, "SELECT reason, failures FROM landing.feed_health") == [("not_a_feed", 1)]


def test_a_warehouse_that_is_away_is_said(source: Source, fetcher: Fetcher, warehouse: Warehouse) -> None:
    from communique.warehouse.connection import WarehouseError

    with pytest.raises(WarehouseError, match="cannot be reached"):
        look(source, Memory(), fetcher, "host=127.0.0.1 port=1 dbname=none user=none")
