"""`communique event`, and what `make run` shows at its end: stories told twice, merged, and who says what."""

from __future__ import annotations

import io
import re
from typing import Any

import psycopg
import pytest
from communique import cli
from communique.local.job import show_events
from communique.pipeline import Pipeline
from rich.console import Console
from typer.testing import CliRunner

from tests.communique.conftest import Agency
from tests.conftest import Warehouse

TWICE = ("22-kazakhstan-azerbaijan-aim-at-one-billion-dollars-in-trade", "31-bektenov-asadov-sum-up-talks-in-baku")


@pytest.fixture
def ingested(agency: Agency, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> Warehouse:
    """A warehouse into which the sample agencies have been read."""
    monkeypatch.setattr(cli, "_warehouse", lambda: warehouse.loader)
    agency.watch_all(warehouse.loader)
    Pipeline(agency.settings, warehouse.loader).run("b1")
    return warehouse


def ask(dsn: str, question: str, *values: Any) -> list[Any]:
    with psycopg.connect(dsn) as connection:
        return connection.execute(question.encode(), values).fetchall()


def _report(warehouse: Warehouse, source: str, slug: str) -> tuple[str, int]:
    """The event that the article's report belongs to, and the report's key."""
    [(event_id, meeting_id)] = ask(warehouse.analyst, (
        "SELECT event_id, meeting_id FROM mart.event_reports WHERE is_main AND source = %s AND article_url LIKE %s"),
        source, f"%/{slug}")
    return event_id, meeting_id


def communique(*words: str) -> str:
    done = CliRunner().invoke(cli.app, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return re.sub(r"\s+", " ", done.output)


def test_stories_told_twice_are_shown_once_with_what_they_disagree_on(
    ingested: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = io.StringIO()
    count = show_events(ingested.analyst, Console(file=told, width=240))
    said = re.sub(r"\s+", " ", told.getvalue())
    [(events, reports)] = ask(ingested.analyst, "SELECT count(*), sum(report_count) FROM mart.events WHERE is_main")
    assert count == events < reports
    assert f"{count} contacts found, told of by {reports} reports" in said
    assert "Ali Asadov, Olzhas Bektenov 3! sample" in said
    assert "Jeyhun Bayramov, Maka Botchorishvili 1 sample_khazar" in said
    for value, source, words in (
            ("488300000 USD, 2024, actual", "sample", "Trade turnover between the two countries amounted to 488.3"),
            ("488300000 USD, 2024, actual", "sample_khazar", "Trade turnover between Azerbaijan and Kazakhstan"),
            ("521000000 USD, 2024, actual", "sample", "According to the Azerbaijani side, bilateral trade reached"),
            ("7, actual", "sample", "Seven documents were signed"),
            ("8, actual", "sample_khazar", "Eight documents were signed"),
            ("cancelled", "sample", "SARYARQA – The official visit of Prime Minister of Armenia Nikol Pashinyan"),
            ("postponed", "sample_khazar", "BISHKEK, 8 October (Khazar Dispatch)")):
        assert re.search(rf"{value} +{source} +{re.escape(words)}", told.getvalue()), words

    narrow = io.StringIO()
    show_events(ingested.analyst, Console(file=narrow, width=130))  # as wide as where nobody's window limits it
    for words in (r"who +reports +told by\b", r"Ali Asadov, Olzhas +3! +sample\b", r"Bektenov +sample_khazar\b"):
        assert re.search(words, narrow.getvalue()), words

    event_id, one = _report(ingested, "sample", TWICE[0])
    assert _report(ingested, "sample", TWICE[1])[0] == event_id
    other = _report(ingested, "sample", TWICE[1])[1]
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
    ours = [event_id, _report(ingested, "sample", TWICE[1])[0]]
    assert ask(ingested.analyst, "SELECT count(*) FROM mart.event_conflicts WHERE event_id = ANY(%s)", ours) == [(0,)]
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
