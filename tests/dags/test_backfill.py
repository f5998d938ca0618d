"""The backfill DAG itself, run by Airflow (`dag.test()`) over the embedded PostgreSQL and made-up WARC files."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
from communique.backfill import ledger
from communique.local import databases
from communique.local.ports import free_port
from communique.local.postgres import Cluster
from communique.settings import Settings
from communique.warehouse.connection import connect

from benchmarks.backfill import made
from tests.communique.backfill.conftest import configuration  # noqa: F401 - the fixture
from tests.dags.conftest import Environment, run_dag


def test_the_dag_maps_over_files_and_parts_and_does_nothing_twice(
        airflow_of: Callable[[Settings, int], Environment], configuration: Settings,  # noqa: F811
        postgres: Cluster, tmp_path: Path) -> None:
    environment = airflow_of(configuration, free_port()) | {
        "COMMUNIQUE_SAMPLE_URL": made.HOME, "COMMUNIQUE_SAMPLE_HOST": "saryarqa.example"}
    for number in range(2):
        made.write(tmp_path / f"CC-NEWS-{number}.warc.gz", 8, first=8 * number)
    asked = {"archives": [f"{tmp_path}/CC-NEWS-*.warc.gz"], "part_size": 6, "name": "spring"}
    assert run_dag(environment, "backfill", asked) == [
        "TASK begin success",
        "TASK look 0 success 1 looked through: 8 items", "TASK look 1 success 1 looked through: 8 items",
        "TASK divide success",
        *(f"TASK bring {lane} success 1 of 1 parts: {items} items" for lane, items in enumerate((6, 6, 4))),
        "TASK finish success", "RUN success"]
    with closing(connect(environment["AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE"])) as connection:
        first, = ledger.progress(connection, "spring")
        assert (first.outcome["loaded"], first.parts_done, first.looked) == (16, 3, 2)
        assert first.finished_at is not None
        again = run_dag(environment, "backfill", asked)
        assert again[-1] == "RUN success"
        assert [line for line in again if " look " in line or " bring " in line] == [
            "TASK look skipped", "TASK bring skipped"]
        assert ledger.progress(connection, "spring") == [first]
    with psycopg.connect(postgres.dsn(databases.AIRFLOW)) as connection:
        told = connection.execute("SELECT value FROM xcom WHERE key = 'progress' AND task_id = 'bring'").fetchall()
        assert len(told) == 3
