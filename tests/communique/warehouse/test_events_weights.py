"""The registry's weights decide what holds of an event; what loses stays a conflict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from communique import settings
from communique.settings import PROJECT
from communique.warehouse.events import resolve_all
from communique.warehouse.events.weights import registered

from tests.communique.warehouse.desk import Desk

BERGEN = {"place": {"city": "Bergen", "country": "NO", "venue": None}}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout whose registry the test writes."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sql").symlink_to(PROJECT / "sql")
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path))
    settings.get.cache_clear()
    yield tmp_path
    settings.get.cache_clear()


def declare(home: Path, key: str, weight: float | None) -> None:
    declared = yaml.safe_load((PROJECT / "sources" / "astana_times.yml").read_text(encoding="utf-8")) | {"key": key}
    (home / "sources" / f"{key}.yml").write_text(
        yaml.safe_dump(declared | ({} if weight is None else {"weight": weight})), encoding="utf-8")


@pytest.mark.parametrize(("weight", "city"), [(None, "Oslo"), (1.9, "Oslo"), (2.5, "Bergen")])
def test_a_heavier_source_wins_and_the_others_are_still_heard(
    desk: Desk, home: Path, weight: float | None, city: str
) -> None:
    declare(home, "palace", weight)
    desk.publish("b1", desk.story(1, "herald"), desk.story(2, "gazette"), desk.story(3, "palace", **BERGEN))
    [event] = desk.rows("events")
    assert (event["city"], event["report_count"], event["conflict_count"]) == (city, 3, 1)
    said = {(row["value"], row["source"]) for row in desk.rows("event_conflicts")}
    assert said == {("Oslo", "herald"), ("Oslo", "gazette"), ("Bergen", "palace")}


def test_a_changed_weight_holds_when_events_are_made_anew(desk: Desk, home: Path) -> None:
    desk.publish("b1", desk.story(1, "herald"), desk.story(2, "gazette"), desk.story(3, "palace", **BERGEN))
    [before] = desk.rows("events")
    declare(home, "palace", 5)
    registered.__globals__["_of"].cache_clear()  # as in a process that begins now
    resolve_all(desk.conn, again=True)
    [after] = desk.rows("events")
    assert (before["city"], after["city"]) == ("Oslo", "Bergen")
    assert before["event_id"] == after["event_id"]
