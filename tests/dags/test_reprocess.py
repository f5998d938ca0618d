"""The reprocess DAG itself, run by Airflow (`dag.test()`) over the embedded PostgreSQL and made-up WARC files."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from communique.backfill.asked import Asked
from communique.backfill.work import Backfill
from communique.local import databases
from communique.local.ports import free_port
from communique.local.postgres import Cluster
from communique.reprocess.switch import back
from communique.settings import Settings
from communique.warehouse.connection import connect

from benchmarks.backfill import made
from extractors.summit import version
from tests.communique.backfill.conftest import configuration  # noqa: F401 - the fixture
from tests.communique.reprocess.aged import OLDER, age
from tests.conftest import PASSWORDS
from tests.dags.conftest import Environment, run_dag


def test_the_dag_reads_beside_and_switches_when_told(
        airflow_of: Callable[[Settings, int], Environment], configuration: Settings,  # noqa: F811
        postgres: Cluster, tmp_path: Path) -> None:
    environment = airflow_of(configuration, free_port()) | {
        "COMMUNIQUE_SAMPLE_URL": made.HOME, "COMMUNIQUE_SAMPLE_HOST": "saryarqa.example"}
    loader = environment["AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE"]
    made.write(tmp_path / "CC-NEWS-9.warc.gz", 12, first=900)
    backfill, asked = Backfill(configuration, loader), Asked.files([str(tmp_path / "CC-NEWS-9.warc.gz")], name="aged")
    for origin in backfill.begin(asked):
        backfill.look("aged", origin)
    backfill.bring_all("aged", backfill.divide("aged"))
    count = age(postgres.dsn(databases.WAREHOUSE, databases.OWNER, PASSWORDS[databases.OWNER]))
    size = -(-count // 2)
    given = {"everything": True, "part_size": size, "name": "spring", "rehearse": True}
    assert run_dag(environment, "reprocess", given) == [
        "TASK begin success", "TASK read 0 success 1 of 1 parts", "TASK read 1 success 1 of 1 parts",
        "TASK compare success", "TASK is_to_be_switched success", "TASK switch skipped", "RUN success"]
    with closing(connect(loader)) as connection:
        shown = "SELECT DISTINCT extractor_version FROM mart.meetings"
        assert connection.execute(shown).fetchall() == [(OLDER,)]
        assert run_dag(environment, "reprocess", given | {"switch": True}) == [
            "TASK begin success", "TASK read skipped", "TASK compare success", "TASK is_to_be_switched success",
            "TASK switch success", "RUN success"]
        assert connection.execute(shown).fetchall() == [(version(),)]
        assert back(connection, "spring")["taken_back"] == count
        assert connection.execute(shown).fetchall() == [(OLDER,)]
