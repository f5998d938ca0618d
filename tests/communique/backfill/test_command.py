"""`communique backfill`: what it brings, what it says, and that whoever runs it can be watched."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from communique.backfill import command as module
from communique.backfill.asked import Asked
from communique.backfill.work import Backfill
from communique.settings import PROJECT, Settings
from rich.console import Console

from benchmarks.backfill import made
from tests.conftest import Warehouse

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(configuration: Settings, warehouse: Warehouse, tmp_path: Path) -> Command:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE": warehouse.loader, "COLUMNS": "200",
                       "COMMUNIQUE_SAMPLE_URL": made.HOME, "COMMUNIQUE_SAMPLE_HOST": "saryarqa.example"}
        return subprocess.run([sys.executable, "-m", "communique", "backfill", *words], env=environment, text=True,
                              capture_output=True, check=False, cwd=PROJECT)
    return run


def test_files_are_brought_in_and_the_end_is_told(command: Command, archive: Path) -> None:
    done = command("warc", str(archive), "--workers", "1", "--part-size", "6", "--name", "spring")
    assert done.returncode == 0, done.stderr
    last = done.stdout.splitlines()[-1]
    assert last.startswith("spring: finished ")
    assert "12 of 12 items: 12 loaded, " in last
    again = command("warc", str(archive), "--name", "spring", "--part-size", "6")
    assert (again.returncode, again.stdout.splitlines()[-1]) == (0, last)
    assert "spring" in command("list").stdout
    watched = command("watch", "spring")
    assert (watched.returncode, watched.stdout.splitlines()[-1]) == (0, last)


def test_what_was_left_out_is_told(command: Command, backfill: Backfill, archive: Path) -> None:
    data = archive.read_bytes()
    archive.write_bytes(data[:len(data) - 900])
    done = command("warc", str(archive), "--workers", "1")
    assert done.returncode == 0, done.stderr
    assert "11 of 11 items" in done.stdout
    assert "left out: 1 " in done.stdout


@pytest.mark.parametrize(("words", "says"), [
    (("warc", "/nowhere/*.warc.gz"), "there is no WARC file"),
    (("days", "nobody", "2025-01-01", "2025-01-02"), "there is no source 'nobody'"),
    (("days", "sample", "2025-01-02", "2025-01-01"), "the last day (2025-01-01) is before the first"),
    (("days", "sample", "soon", "2025-01-01"), "'soon' is no day"), (("watch", "gone"), "there is no backfill 'gone'"),
])
def test_what_cannot_be_done_is_one_line(command: Command, words: tuple[str, ...], says: str) -> None:
    done = command(*words)
    assert done.returncode == 1
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_bars_show_rate_and_time_left(backfill: Backfill, archive: Path) -> None:
    """What a terminal shows while a backfill runs, drawn into a string."""
    asked = Asked.files([str(archive)], part_size=3)
    for origin in backfill.begin(asked):
        backfill.look(asked.backfill_id, origin)
    parts = backfill.divide(asked.backfill_id)
    backfill.bring_all(asked.backfill_id, parts[:2])
    shown = io.StringIO()
    bars = module._bars(Console(file=shown, width=160, force_terminal=True, color_system=None))
    with bars:
        calls = 0

        def twice(_: object) -> bool:
            nonlocal calls
            calls += 1
            if calls == 2:
                backfill.bring_all(asked.backfill_id, parts[2:3])
            return calls == 4

        module._follow(backfill.dsn, asked.backfill_id, bars, twice)
    line = next(line for line in reversed(shown.getvalue().splitlines()) if "articles" in line)
    assert "9/12" in line
    assert re.search(r"\d\.\d/s, \d:\d\d:\d\d left", line)
