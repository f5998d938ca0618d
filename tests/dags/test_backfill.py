"""The backfill DAG itself, run by Airflow (`dag.test()`) over the embedded PostgreSQL and made-up WARC files."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from communique.backfill import ledger
from communique.local import databases
from communique.local.environment import Addresses, for_processes
from communique.local.ports import free_port
from communique.local.postgres import Cluster
from communique.local.state import State
from communique.settings import Settings
from communique.warehouse.connection import connect
from communique.warehouse.migrate import migrate

from benchmarks.backfill import made
from tests.communique.backfill.conftest import configuration  # noqa: F401 - the fixture
from tests.conftest import PASSWORDS

PROGRAM = """
import json, sys
sys.path.insert(0, "dags")
from backfill import dag
run = dag.test(run_conf=json.loads(sys.argv[1]))
order = ["begin", "look", "divide", "bring", "finish"]
for ti in sorted(run.get_task_instances(), key=lambda ti: (order.index(ti.task_id), ti.map_index)):
    print("TASK", ti.task_id, ti.map_index, ti.state, ti.rendered_map_index)
print("RUN", run.state)
"""


@pytest.fixture
def environment(postgres: Cluster, configuration: Settings, tmp_path: Path) -> dict[str, str]:  # noqa: F811
    """The environment of a real Airflow with both databases migrated, as the local stack makes it."""
    ports = {"postgres": postgres.port, "ui": free_port(), "sample": free_port()}
    state = State.at(tmp_path)
    addresses = Addresses(ports, {**state.secrets(), **PASSWORDS})
    migrate(addresses.owner)
    environment = for_processes(state, addresses, configuration) | {
        "COMMUNIQUE_SAMPLE_URL": made.HOME, "COMMUNIQUE_SAMPLE_HOST": "saryarqa.example"}
    for command in (("db", "migrate"), ("dags", "reserialize")):
        subprocess.run([sys.executable, "-m", "airflow", *command], env=environment, check=True, capture_output=True)
    return environment


def test_the_dag_maps_over_files_and_parts_and_does_nothing_twice(
        environment: dict[str, str], postgres: Cluster, tmp_path: Path) -> None:
    for number in range(2):
        made.write(tmp_path / f"CC-NEWS-{number}.warc.gz", 8, first=8 * number)
    asked = {"archives": [f"{tmp_path}/CC-NEWS-*.warc.gz"], "part_size": 6, "name": "spring"}

    def run() -> list[str]:
        done = subprocess.run([sys.executable, "-c", PROGRAM, json.dumps(asked)], env=environment, text=True,
                              cwd=environment["COMMUNIQUE_HOME"], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return [line for line in done.stdout.splitlines() if line.startswith(("TASK", "RUN"))]

    assert run() == [
        "TASK begin -1 success None",
        "TASK look 0 success 1 looked through: 8 items", "TASK look 1 success 1 looked through: 8 items",
        "TASK divide -1 success None",
        *(f"TASK bring {lane} success 1 of 1 parts: {items} items" for lane, items in enumerate((6, 6, 4))),
        "TASK finish -1 success None", "RUN success"]
    with closing(connect(environment["AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE"])) as connection:
        first, = ledger.progress(connection, "spring")
        assert (first.outcome["loaded"], first.parts_done, first.looked) == (16, 3, 2)
        assert first.finished_at is not None
        again = run()
        assert again[-1] == "RUN success"
        assert [line for line in again if " look " in line or " bring " in line] == [
            "TASK look -1 skipped None", "TASK bring -1 skipped None"]
        assert ledger.progress(connection, "spring") == [first]
    with psycopg.connect(postgres.dsn(databases.AIRFLOW)) as connection:
        told = connection.execute("SELECT value FROM xcom WHERE key = 'progress' AND task_id = 'bring'").fetchall()
        assert len(told) == 3
