"""The ingest DAG itself, run by Airflow (`dag.test()`) over the embedded PostgreSQL and the sample agency."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from communique import sources
from communique.acquire.client import Fetcher
from communique.local import databases
from communique.local.environment import Addresses, for_processes
from communique.local.ports import free_port
from communique.local.postgres import Cluster
from communique.local.state import State
from communique.warehouse import report
from communique.warehouse.connection import connect
from communique.warehouse.migrate import migrate
from communique.watch import Memory, look

from tests.communique.conftest import Agency, agency  # noqa: F401 - the fixture
from tests.conftest import PASSWORDS

PROGRAM = """
import sys
sys.path.insert(0, "dags")
from ingest import dag
run = dag.test()
declared = list(dag.task_dict)
for ti in sorted(run.get_task_instances(), key=lambda ti: declared.index(ti.task_id)):
    print("TASK", ti.task_id, ti.state)
print("RUN", run.state)
"""


@pytest.fixture
def environment(postgres: Cluster, agency: Agency, tmp_path: Path) -> dict[str, str]:  # noqa: F811
    """The environment of a real Airflow with both databases migrated, as the local stack makes it."""
    ports = {"postgres": postgres.port, "ui": free_port(), "sample": int(agency.url.rsplit(":", 1)[1])}
    state = State.at(tmp_path)
    addresses = Addresses(ports, {**state.secrets(), **PASSWORDS})
    migrate(addresses.owner)
    made = for_processes(state, addresses, agency.settings)
    subprocess.run([sys.executable, "-m", "airflow", "db", "migrate"], env=made, check=True, capture_output=True)
    # dag.test() wants the DAG known, as the DAG processor makes it.
    subprocess.run([sys.executable, "-m", "airflow", "dags", "reserialize"], env=made, check=True,
                   capture_output=True)
    return made


def run(environment: dict[str, str]) -> list[str]:
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, cwd=environment["COMMUNIQUE_HOME"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return [line for line in done.stdout.splitlines() if line.startswith(("TASK", "RUN"))]


def test_the_dag_brings_the_queue_into_the_mart_and_then_finds_nothing_to_do(
        environment: dict[str, str], postgres: Cluster, agency: Agency) -> None:  # noqa: F811
    loader = environment["AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE"]
    source = sources.load(agency.settings.sources_dir)["sample"]
    with Fetcher(agency.settings) as fetcher:
        look(source, Memory(), fetcher, loader)
    stages = ("fetch", "read", "extract", "validate", "load", "publish")
    assert run(environment) == [*(f"TASK {stage} success" for stage in stages), "RUN success"]
    with closing(connect(loader)) as connection:
        found = report.meetings(connection, "sample")
        assert len(found) > 15
        assert run(environment) == ["TASK fetch success", *(f"TASK {stage} skipped" for stage in stages[1:]),
                                    "RUN success"]
        assert report.meetings(connection, "sample") == found
    with psycopg.connect(postgres.dsn(databases.AIRFLOW)) as connection:
        row = connection.execute("SELECT count(*) FROM asset_event WHERE source_dag_id = 'ingest'").fetchone()
        assert row == (1,), "a run that published brings the asset `mart` up to date, an empty one does not"
