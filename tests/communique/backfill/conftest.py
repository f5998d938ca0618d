"""What tests of the backfill share: WARC files of invented articles, and a warehouse to bring them to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique import settings
from communique.backfill.work import Backfill
from communique.settings import Settings
from psycopg.rows import dict_row
from warcio.warcwriter import WARCWriter

from benchmarks.backfill import made
from tests.conftest import Warehouse

FETCHED_AT = datetime(2025, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """Settings by which the invented articles belong to the source `sample`."""
    monkeypatch.setenv("COMMUNIQUE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("COMMUNIQUE_SAMPLE_URL", made.HOME)
    monkeypatch.setenv("COMMUNIQUE_SAMPLE_HOST", "saryarqa.example")
    settings.get.cache_clear()
    yield settings.get()
    settings.get.cache_clear()


@pytest.fixture
def backfill(configuration: Settings, warehouse: Warehouse) -> Backfill:
    return Backfill(configuration, warehouse.loader)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A WARC file with twelve captures, three of them of articles about a contact."""
    path = tmp_path / "CC-NEWS-1.warc.gz"
    made.write(path, 12)
    return path


Captures = list[tuple[str, bytes, dict[str, Any]]]


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes captures (address, body, what else `made.capture` takes) to a WARC file."""
    def write(captures: Captures, name: str = "CC-NEWS-2.warc.gz") -> Path:
        path = tmp_path / name
        with path.open("wb") as file:
            writer = WARCWriter(file, gzip=True, warc_version="1.0")
            for url, body, more in captures:
                made.capture(writer, url, body, **{"fetched_at": FETCHED_AT, **more})
        return path
    return write


@pytest.fixture
def rows(warehouse: Warehouse) -> Callable[[str], list[dict[str, Any]]]:
    """What a query of the warehouse's owner brings."""
    def query(words: str) -> list[dict[str, Any]]:
        with psycopg.connect(warehouse.owner, row_factory=dict_row) as connection:
            return connection.execute(words.encode()).fetchall()
    return query
