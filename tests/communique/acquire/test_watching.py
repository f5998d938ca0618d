"""The watcher's own looks: its feeds are kept and indexed, unchanged ones as revisits, under shared politeness."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from communique.acquire import CaptureRef, Landing, sessions
from communique.watch import Memory, Watcher

from tests.communique.conftest import Agency, agency
from tests.conftest import Warehouse

__all__ = ["agency"]


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    sessions.close()


def test_feeds_are_kept_like_pages(agency: Agency, warehouse: Warehouse) -> None:
    memory = Memory()
    with Watcher.of("sample", warehouse.loader) as watcher:
        assert watcher.look(memory, warehouse.loader).new > 20
        assert watcher.look(memory, warehouse.loader).new == 0
    with psycopg.connect(warehouse.owner, row_factory=psycopg.rows.dict_row) as connection:
        rows = connection.execute("SELECT * FROM landing.capture WHERE kind = 'feed' ORDER BY capture_id").fetchall()
        hosts = connection.execute("SELECT failures, answered_at FROM landing.host").fetchall()
    assert [(row["http_status"], row["record_type"]) for row in rows] == [(200, "response"), (304, "revisit")]
    assert rows[1]["revisit_of_capture_id"] == rows[0]["capture_id"]
    kept = Landing.of(agency.settings).open(CaptureRef(
        rows[0]["warc_path"], rows[0]["warc_offset"], rows[0]["warc_length"], rows[0]["payload_sha256"]))
    assert b"<rss" in kept.body
    assert [host["failures"] for host in hosts] == [0]
    assert rows[0]["batch_id"] == "feed-sample"
