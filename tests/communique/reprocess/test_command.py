"""`communique reprocess`, by the installed extractor over a warehouse that an older one has left."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from communique import cli, settings
from communique.backfill.asked import Asked
from communique.backfill.work import Backfill
from communique.settings import Settings

from extractors.summit import version
from tests.communique.backfill.conftest import archive, backfill, configuration, rows
from tests.communique.reprocess.aged import OLD_TITLE, OLDER, age
from tests.conftest import Warehouse

__all__ = ["archive", "backfill", "configuration", "rows"]

Command = Callable[..., str]
Rows = Callable[[str], list[dict[str, Any]]]
EVENTS = "SELECT event_id FROM mart.events ORDER BY 1"
READ = "SELECT extractor_version, venue FROM mart.meetings GROUP BY 1, 2 ORDER BY 1, 2"
TITLES = "SELECT DISTINCT article_title FROM mart.meetings ORDER BY 1"


@pytest.fixture
def command(configuration: Settings, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch,
            capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command line in this process: what it says on either stream."""
    monkeypatch.setenv("AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE", warehouse.loader)
    settings.get.cache_clear()

    def run(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["communique", "reprocess", *words])
        with pytest.raises(SystemExit):
            cli.main()
        said = capsys.readouterr()
        return said.out + said.err
    return run


@pytest.fixture
def brought(backfill: Backfill, archive: Path) -> int:
    """Twelve pages are in the warehouse; how many of them."""
    asked = Asked.files([str(archive)])
    for origin in backfill.begin(asked):
        backfill.look(asked.backfill_id, origin)
    return backfill.bring_all(asked.backfill_id, backfill.divide(asked.backfill_id))["loaded"]


def test_from_the_first_reading_to_the_switch_and_back(
    command: Command, brought: int, rows: Rows, warehouse: Warehouse
) -> None:
    assert age(warehouse.owner) == brought == 12
    old = [{"extractor_version": OLDER, "venue": "Old Palace"}]
    assert "spring: read, not shown; 12 of 12 articles" in command("start", "--everything", "--name", "spring")
    assert rows(READ) == old
    events = rows(EVENTS)
    said = command("status", "spring")
    assert "venue" in said
    assert "a switch would be" not in said
    assert "spring: rehearsed: 12 switched" in command("switch", "spring", "--rehearse")
    assert "a switch would be: 12 switched" in command("status", "spring")
    assert rows(READ) == old
    assert "spring: switched: 12 switched" in command("switch", "spring")
    assert {row["extractor_version"] for row in rows(READ)} == {version()}
    assert "Old Palace" not in {row["venue"] for row in rows(READ)}
    assert rows(EVENTS) == events
    assert "spring: 12 taken back" in command("back", "spring")
    assert rows(READ) == old
    assert "taken back" in command("status")


def test_the_pages_themselves_are_read_again(command: Command, brought: int, rows: Rows, warehouse: Warehouse) -> None:
    titles = rows(TITLES)
    age(warehouse.owner, texts=True)
    assert [row["article_title"] for row in rows(TITLES)] == [OLD_TITLE]
    events, meetings = rows(EVENTS), rows("SELECT * FROM mart.meetings ORDER BY 1")
    assert "12 of 12 articles: " in command(
        "start", "sample", "--from-page", "--name", "spring", "--part-size", "6", "--workers", "1")
    assert "2 of 2" in command("status")
    assert [row["article_title"] for row in rows(TITLES)] == [OLD_TITLE]
    assert "spring: switched: 12 switched" in command("switch", "spring")
    assert rows(TITLES) == titles
    assert rows(EVENTS) == events
    assert rows("SELECT count(*) FROM mart.corrections") == [{"count": 0}], "the publisher has corrected nothing"
    assert "spring: 12 taken back" in command("back", "spring")
    assert rows("SELECT * FROM mart.meetings ORDER BY 1") == meetings


@pytest.mark.stack
def test_worker_processes_read_the_parts(command: Command, brought: int, warehouse: Warehouse) -> None:
    age(warehouse.owner)
    said = command("start", "--from", "2000-01-01", "--workers", "2", "--part-size", "6")
    assert "read, not shown; 12 of 12 articles: 1 held back, 12 read, " in said


@pytest.mark.parametrize(("words", "says"), [
    (("start",), "give sources, days, or everything"), (("start", "nobody"), "there is no source 'nobody'"),
    (("start", "--to", "soon"), "'soon' is no day"), (("switch", "gone"), "there is no run 'gone'"),
    (("back", "gone"), "there is no run 'gone'"), (("status", "gone"), "there is no run 'gone'"),
])
def test_what_cannot_be_done_is_one_line(command: Command, words: tuple[str, ...], says: str) -> None:
    said = command(*words)
    assert says in said
    assert len(said.strip().splitlines()) == 1
