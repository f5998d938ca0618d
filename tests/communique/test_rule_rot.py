"""A publisher changes its layout: what its rules no longer find is read all the same, flagged, and said."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml
from communique.acquire.client import Fetcher
from communique.pipeline import Pipeline
from communique.settings import Settings
from communique.sources import load
from communique.warehouse import rules
from communique.warehouse.connection import connect
from communique.watch import Memory, look

from tests.communique.press import Press, printing
from tests.conftest import Warehouse

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def press() -> Iterator[Press]:
    with printing() as made:
        yield made


class Desk:
    """One source with a selector of its own, taken through the line again and again."""

    def __init__(self, press: Press, home: Path, warehouse: Warehouse) -> None:
        (home / "sources").mkdir()
        (home / "sql").symlink_to(PROJECT / "sql")
        declared = press.source({"url": f"{press.url}/rss", "format": "rss", "language": "en"}, enabled=True,
                                page={"body": "div.content"})
        (home / "sources" / "press.yml").write_text(yaml.safe_dump(declared), encoding="utf-8")
        self.press, self.home, self.warehouse = press, home, warehouse
        self.settings = Settings(home=home, state_dir=home / "state")
        self.memory = Memory()

    def bring(self, *numbers: int, changed: bool = False) -> dict[str, int]:
        """Publish these articles, in the old layout or the changed one, and ingest them; the counts of the reading."""
        for number in numbers:
            self.press.article(number)
            if changed:
                kind, page = self.press.served[f"/news/{number}"]
                self.press.served[f"/news/{number}"] = (kind, page.replace(b"class='content'", b"class='story'"))
        self.press.rss("/rss", *((number, 1) for number in numbers))
        with Fetcher(self.settings) as fetcher:
            look(load(self.settings.sources_dir)["press"], self.memory, fetcher, self.warehouse.loader)
        return Pipeline(self.settings, self.warehouse.loader).run(f"batch {numbers}")["read"]

    def state(self) -> dict[str, Any]:
        with closing(connect(self.warehouse.loader)) as connection:
            row, = rules.state(connection)
        return row

    def communique(self, *words: str) -> str:
        inherited = {name: value for name, value in os.environ.items()
                     if not name.startswith(("AIRFLOW", "COMMUNIQUE"))}
        return subprocess.run(
            [sys.executable, "-m", "communique", *words], text=True, capture_output=True, check=False, cwd=self.home,
            env=inherited | {"COMMUNIQUE_HOME": str(self.home), "COMMUNIQUE_STATE_DIR": str(self.home / "state"),
                             "COLUMNS": "250", "AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE": self.warehouse.loader}).stdout


@pytest.fixture
def desk(press: Press, tmp_path: Path, warehouse: Warehouse) -> Desk:
    return Desk(press, tmp_path, warehouse)


def test_a_changed_layout_is_flagged_on_its_captures_and_shown_in_the_sources_health(desk: Desk) -> None:
    assert desk.bring(*range(4)) == {"articles": 4, "no_article": 0, "unreadable": 0, "doubtful": 0}
    before = desk.state()
    assert (before["pages"], before["by_rule"], before["doubted"], before["rotten"]) == (4, 4, 0, False)
    assert "4 read" in desk.communique("source", "list")

    assert desk.bring(4, 5, changed=True)["doubtful"] == 2
    assert not desk.state()["rotten"], "two pages may be odd ones"
    assert "rules in doubt: 2 of 6 pages" in desk.communique("source", "list")

    assert desk.bring(6, changed=True) == {"articles": 1, "no_article": 0, "unreadable": 0, "doubtful": 1}
    row = desk.state()
    assert (row["pages"], row["by_rule"], row["doubted"], row["rotten"]) == (7, 4, 3, True)
    assert row["rule_warning"] == "publisher found no text, the generic reader did"
    assert "press: rules probably out of date: 3 of 7 pages" in desk.communique("status")
    with psycopg.connect(desk.warehouse.owner) as connection:
        flagged = connection.execute("""
            SELECT c.url, a.text_rule FROM landing.capture AS c JOIN core.article AS a USING (capture_id)
            WHERE c.rule_warning IS NOT NULL ORDER BY c.url""").fetchall()
    assert flagged == [(f"{desk.press.url}/news/{number}", "generic") for number in (4, 5, 6)]


def test_a_page_that_is_read_again_by_mended_rules_is_no_longer_doubted(desk: Desk) -> None:
    desk.bring(1, 2, 3, changed=True)
    assert desk.state()["rotten"]
    with closing(connect(desk.warehouse.loader)) as connection:
        doubted = connection.execute("SELECT capture_id FROM landing.capture WHERE text_rule = 'generic'").fetchall()
        rules.note(connection, [rules.RuleUse(capture_id, "publisher", None) for capture_id, in doubted])
    assert (desk.state()["doubted"], desk.state()["rotten"]) == (0, False)
