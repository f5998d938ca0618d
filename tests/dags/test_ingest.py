"""The ingest DAG itself, run by Airflow (`dag.test()`) over the embedded PostgreSQL and the sample agencies."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import psycopg
from communique.local import databases
from communique.local.postgres import Cluster
from communique.settings import Settings
from communique.warehouse import report
from communique.warehouse.connection import connect

from tests.communique.conftest import Agency, agency  # noqa: F401 - the fixture
from tests.dags.conftest import Environment, run_dag


def test_the_dag_brings_the_queue_into_the_mart_and_then_finds_nothing_to_do(
        airflow_of: Callable[[Settings, int], Environment], postgres: Cluster, agency: Agency) -> None:  # noqa: F811
    environment = airflow_of(agency.settings, int(agency.url.rsplit(":", 1)[1]))
    loader = environment["AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE"]
    agency.watch_all(loader)
    stages = ("fetch", "read", "extract", "validate", "load", "publish")
    assert run_dag(environment, "ingest") == [*(f"TASK {stage} success" for stage in stages), "RUN success"]
    with closing(connect(loader)) as connection:
        found = report.events(connection)
        assert len(found) > 15
        assert ["sample", "sample_khazar"] in [event["sources"] for event in found]
        assert run_dag(environment, "ingest") == [
            "TASK fetch success", *(f"TASK {stage} skipped" for stage in stages[1:]), "RUN success"]
        assert report.events(connection) == found
    with psycopg.connect(postgres.dsn(databases.AIRFLOW)) as connection:
        row = connection.execute("SELECT count(*) FROM asset_event WHERE source_dag_id = 'ingest'").fetchone()
        assert row == (1,), "a run that published brings the asset `mart` up to date, an empty one does not"
