"""The command line: one line and exit status 1 for what a person can do something about."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.communique.conftest import Agency
from tests.conftest import Warehouse

PROJECT = Path(__file__).parents[2]


def communique(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "COMMUNIQUE"))}
    return subprocess.run([sys.executable, "-m", "communique", *words], env=inherited | environment, text=True,
                          capture_output=True, check=False, cwd=PROJECT)


@pytest.mark.parametrize(("words", "says"), [
    (("status",), ""), (("psql",), "the stack is not running"), (("sample", "publish"), "the stack is not running"),
    (("ingest",), "the stack is not running"), (("migrate",), "set AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE_OWNER"),
])
def test_without_a_stack_it_says_what_to_do(words: tuple[str, ...], says: str, tmp_path: Path) -> None:
    done = communique(*words, COMMUNIQUE_STATE_DIR=str(tmp_path))
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert "make run" in done.stdout + done.stderr or words == ("migrate",)


def test_stopping_nothing_is_no_error(tmp_path: Path) -> None:
    done = communique("stop", COMMUNIQUE_STATE_DIR=str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "Nothing is running.\n")


def test_a_state_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = communique("status", COMMUNIQUE_STATE_DIR=str(tmp_path / "file" / "state"))
    assert done.returncode == 1
    assert "cannot make the state folder" in done.stderr


def test_an_unknown_source_is_said_with_the_nearest(tmp_path: Path) -> None:
    done = communique("source", "list", COMMUNIQUE_STATE_DIR=str(tmp_path), COMMUNIQUE_SOURCES="astana_tmes")
    assert done.returncode == 1
    assert "astana_times" in done.stderr


def test_the_registry_is_listed_without_a_stack(tmp_path: Path) -> None:
    done = communique("source", "list", COMMUNIQUE_STATE_DIR=str(tmp_path), COMMUNIQUE_SOURCES="astana_times")
    assert done.returncode == 0, done.stderr
    rows = {line.split()[0]: line.split() for line in done.stdout.splitlines() if line.strip()}
    assert rows["astana_times"][2] == "yes"
    assert rows["kazinform_ru"][2] == "no"
    assert "COMMUNIQUE_SAMPLE_URL" in done.stdout, "why the sample agency cannot be enabled"


def test_migrate_and_ingest_work_on_any_warehouse(agency: Agency, warehouse: Warehouse) -> None:
    migrated = communique("migrate", AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE_OWNER=warehouse.owner)
    assert (migrated.returncode, migrated.stdout) == (0, "up to date\n")
    empty = communique("ingest", AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE=warehouse.loader,
                       COMMUNIQUE_STATE_DIR=str(agency.state_dir))
    assert (empty.returncode, empty.stdout.split()) == (0, ["fetch", "claimed", "0"])
