"""The stack as a user has it: `make run`, a publication, two kills, `make stop`. Takes a minute or two."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import psycopg
import pytest
from communique.local.environment import Addresses
from communique.local.run import addresses_of
from communique.local.state import State
from communique.pipeline import PUBLISHED
from communique.sample import publish, sites
from communique.warehouse.connection import WarehouseError, connect, sql

PROJECT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120.0

pytestmark = [pytest.mark.stack, pytest.mark.timeout(900)]


class User:
    """Somebody at a terminal, with a state folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = State.at(folder)
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("AIRFLOW", "COMMUNIQUE"))} | {"COMMUNIQUE_STATE_DIR": str(folder)}

    def make(self, *words: str, given: str | None = None) -> str:
        done = subprocess.run(["make", "-s", "-C", str(PROJECT), *words], env=self.environment, input=given,
                              text=True, capture_output=True, check=False)
        assert done.returncode == 0, f"make {' '.join(words)}:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    @property
    def addresses(self) -> Addresses:
        return addresses_of(self.state)

    def publish(self) -> str:
        return self.addresses.sample + publish(self.folder / "sample").url_path

    def await_in_mart(self, url: str) -> None:
        """Return when the mart shows the article; PostgreSQL may be down for a while meanwhile."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                with closing(connect(self.addresses.loader)) as connection:
                    connection.execute(f"LISTEN {PUBLISHED}")
                    while time.monotonic() < deadline:
                        if connection.execute(sql("report/visible"), {"url": url}).fetchone():
                            return
                        next(iter(connection.notifies(timeout=1, stop_after=1)), None)
            except (WarehouseError, psycopg.Error):
                psutil.Process(self.pid("supervisor"))  # it must live to bring PostgreSQL back
        pytest.fail(f"{url} is not in the mart after {PATIENCE_SECONDS:.0f} s; logs in {self.folder / 'logs'}")

    def pid(self, component: str) -> int:
        if component == "supervisor":
            found = self.state.supervisor_pid()
            assert found is not None
            return found
        return int(self.state.recall("processes")[component])


@pytest.fixture(scope="module")
def user() -> Iterator[User]:
    folder = Path(tempfile.mkdtemp(prefix="communique-stack-"))
    somebody = User(folder)
    yield somebody
    subprocess.run(["make", "-s", "-C", str(PROJECT), "stop"], env=somebody.environment, check=False)
    shutil.rmtree(folder, ignore_errors=True)


def test_a_user_starts_it_and_sees_the_summits(user: User) -> None:
    said = user.make("run", "DETACH=1")
    for component in ("postgres", "sample sites", "api-server", "scheduler", "dag-processor", "triggerer"):
        assert f"  {component:<14} up" in said
    assert "contacts found" in said
    assert f"entries of the {len(sites())} sample agencies" in said
    for key, site in sites().items():
        assert f" {key} " in said, "each agency tells of something"
        assert f"{user.addresses.sample}{site.path}/ " in said
    assert user.addresses.ui in said
    assert user.addresses.secrets["ui_admin"] in said
    assert user.addresses.analyst in said


def test_a_second_run_starts_nothing_and_loads_nothing(user: User) -> None:
    count = "SELECT (SELECT count(*) FROM mart.meetings), (SELECT count(*) FROM mart.statements)"
    before = user.make("psql", given=count)
    begun = time.monotonic()
    assert "Already running" in user.make("run", "DETACH=1")
    assert time.monotonic() - begun < 15
    assert user.make("psql", given=count) == before


def test_status_tells_that_all_is_well(user: User) -> None:
    said = user.make("status")
    assert said.count(" up ") == 6
    assert "unhealthy" not in said


def test_psql_is_read_only(user: User) -> None:
    done = subprocess.run(["make", "-s", "-C", str(PROJECT), "psql"], env=user.environment, text=True,
                          input="CREATE TABLE mart.mine (x int)", capture_output=True, check=False)
    assert done.returncode != 0
    assert "read-only" in done.stderr or "permission denied" in done.stderr


def test_a_published_article_comes_by_itself(user: User) -> None:
    user.await_in_mart(user.publish())


def test_killed_triggerer_and_postgres_lose_and_double_nothing(user: User) -> None:
    killed = {name: user.pid(name) for name in ("triggerer", "postgres")}
    for name, pid in killed.items():
        process = psutil.Process(pid)
        if name == "postgres" and process.name() != "postgres":
            process = process.children()[0]
        process.send_signal(signal.SIGKILL)
    url = user.publish()
    user.await_in_mart(url)
    with closing(connect(user.addresses.analyst)) as connection:
        shown = connection.execute(
            "SELECT count(DISTINCT article_id), count(DISTINCT meeting_id), count(*) FROM mart.meetings "
            "WHERE article_url = %s AND is_main", [url]).fetchone()
    assert shown == (1, 1, 1)
    for name, pid in killed.items():
        assert user.pid(name) != pid


def test_stop_leaves_nothing_running(user: User) -> None:
    running = [psutil.Process(pid) for pid in user.state.recall("processes").values()]
    assert len(running) == 6
    user.make("stop")
    left = [process for process in running if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]
    marked = [process.pid for process in psutil.process_iter(["environ"])
              if (process.info["environ"] or {}).get("COMMUNIQUE_STATE_DIR") == str(user.folder)
              and process.name() not in ("make",)]
    assert (left, marked) == ([], [])
    assert "Nothing is running" in user.make("stop")


def test_a_second_start_takes_up_where_it_was(user: User) -> None:
    said = user.make("run", "DETACH=1")
    assert "making its tables" not in said
    assert "contacts found" in said
    user.make("stop")
