"""`communique event`, and what `make run` shows at its end: stories told twice, merged, and who says what."""

from __future__ import annotations

import io
import re
from typing import Any

import psycopg
import pytest
from communique import cli, sources
from communique.acquire.client import Fetcher
from communique.local.job import show_events
from communique.pipeline import Pipeline
from communique.watch import Memory, look
from rich.console import Console
from typer.testing import CliRunner

from tests.communique.conftest import Agency
from tests.conftest import Warehouse

TWICE = ("22-kazakhstan-azerbaijan-aim-at-one-billion-dollars-in-trade", "31-bektenov-asadov-sum-up-talks-in-baku")


@pytest.fixture
def ingested(agency: Agency, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> Warehouse:
    """A warehouse into which the sample agency has been read."""
    monkeypatch.setattr(cli, "_warehouse", lambda: warehouse.loader)
    with Fetcher(agency.settings) as fetcher:
        look(sources.load(agency.settings.sources_dir)["sample"], Memory(), fetcher, warehouse.loader)
    Pipeline(agency.settings, warehouse.loader).run("b1")
    return warehouse


def ask(dsn: str, question: str, *values: Any) -> list[Any]:
    with psycopg.connect(dsn) as connection:
        return connection.execute(question.encode(), values).fetchall()


def communique(*words: str) -> str:
    done = CliRunner().invoke(cli.app, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return re.sub(r"\s+", " ", done.output)


def test_stories_told_twice_are_shown_once_with_what_they_disagree_on(
    ingested: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = io.StringIO()
    count = show_events(ingested.analyst, Console(file=told, width=200), "sample")
    said = re.sub(r"\s+", " ", told.getvalue())
    assert [(count, count + 1)] == ask(ingested.analyst, (
        "SELECT count(*), sum(report_count) FROM mart.events WHERE is_main"))
    assert f"{count} contacts found, told of by {count + 1} reports" in said
    assert "Ali Asadov, Oljas Bektenov 2!" in said
    for value, words in (("488300000 USD, 2024, actual", "amounted to 488.3 million US dollars in 2024"),
                         ("521000000 USD, 2024, actual", "bilateral trade reached 521 million US dollars in 2024"),
                         ("5, actual", "five documents were signed"), ("7, actual", "Seven documents were signed")):
        assert value in said
        assert words in said

    [(event_id, one, other)] = ask(ingested.analyst, (
        "SELECT event_id, min(meeting_id), max(meeting_id) FROM mart.event_reports GROUP BY 1 HAVING count(*) > 1"))
    monkeypatch.setattr(cli.console, "width", 200)
    said = communique("event", "show", event_id)
    assert "bilateral meeting, held" in said
    assert "Baku, Azerbaijan" in said
    for part in (*TWICE, f" {one} ", f" {other} ", "3:35", "same day +4.0", "521000000 USD"):
        assert part in said

    said = communique("event", "part", str(one), str(other), "--why", "told by two delegations", "--who", "ann")
    assert f"record {one} is in {event_id}" in said
    assert f"record {other} is in {event_id}" not in said
    assert "0 records came to an event" in communique("event", "resolve", "--again")
    assert ask(ingested.analyst, "SELECT count(*) FROM mart.event_conflicts") == [(0,)]
    said = communique("event", "pin", str(one), str(other), "--why", "one evening after all", "--who", "ann")
    assert said.count(event_id) == 2
    [(parted,)] = ask(ingested.analyst, "SELECT event_id FROM mart.event_aliases")
    assert f"{parted} was merged into {event_id}" in communique("event", "show", parted)
    assert ask(ingested.owner, "SELECT is_same, decided_by, why FROM core.pin ORDER BY pin_id") == [
        (False, "ann", "told by two delegations"), (True, "ann", "one evening after all")]


def test_an_event_or_record_that_is_not_there_is_one_line(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch,
                                                          capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli, "_warehouse", lambda: warehouse.loader)
    for words, says in ((("show", "ev-0000000000000000"), "no event ev-0000000000000000"),
                        (("pin", "1", "2", "--why", "x"), "record 1 is in no event")):
        monkeypatch.setattr("sys.argv", ["communique", "event", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert ended.value.code == 1
        assert says in capsys.readouterr().err
