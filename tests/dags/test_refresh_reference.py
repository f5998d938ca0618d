"""The DAG refresh_reference itself, run by Airflow (`dag.test()`) over the embedded PostgreSQL and a service on
loopback."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from communique.local.ports import free_port
from communique.settings import PROJECT, Settings
from communique.warehouse.connection import connect

from tests.communique.reference.conftest import Service, configuration, service  # noqa: F401 - the fixtures
from tests.dags.conftest import Environment, run_dag


def test_it_asks_compares_and_applies_when_told(
        airflow_of: Callable[[Settings, int], Environment], configuration: Settings,  # noqa: F811
        service: Service) -> None:  # noqa: F811
    environment = airflow_of(configuration, free_port()) | {"COMMUNIQUE_WIKIDATA_URL": service.url}
    done = run_dag(environment, "refresh_reference", {"countries": ["EE"], "apply": True})
    assert done == ["TASK ask success", "TASK compare success", "TASK is_to_be_applied success", "TASK apply success",
                    "RUN success"]
    with closing(connect(environment["AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE"])) as connection:
        assert connection.execute("SELECT name FROM mart.offices WHERE country = 'EE' AND is_current "
                                  "AND office_class = 'head_of_government'").fetchall() == [("Anu Tamm",)]
        assert connection.execute("SELECT refresh_id LIKE '%__%', applied_at IS NOT NULL FROM reference.refresh"
                                  ).fetchall() == [(True, True)]
    assert service.asked == ["EE"]


def test_it_applies_nothing_unless_told() -> None:
    text = (PROJECT / "dags" / "refresh_reference.py").read_text(encoding="utf-8")
    assert '"apply": Param(False, type="boolean"' in text
    assert "ask() >> compare() >> is_to_be_applied() >> apply()" in text
