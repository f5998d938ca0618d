"""What tests of the DAGs share: an Airflow whose database and key outlive a test, as a deployment's do."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from communique.local.environment import Addresses, for_processes
from communique.local.ports import free_port
from communique.local.postgres import Cluster
from communique.local.state import State
from communique.settings import Settings
from communique.warehouse.migrate import migrate

from tests.conftest import PASSWORDS

Environment = dict[str, str]

# What a run of `dag.test()` did, a line for each task instance in the order of its tasks.
_PROGRAM = """
import importlib, json, sys
sys.path.insert(0, "dags")
dag = importlib.import_module(sys.argv[1]).dag
run = dag.test(run_conf=json.loads(sys.argv[2]))
order = [task.task_id for task in dag.topological_sort()]
for ti in sorted(run.get_task_instances(), key=lambda ti: (order.index(ti.task_id), ti.map_index)):
    print("TASK", ti.task_id, *([] if ti.map_index < 0 else [ti.map_index]), ti.state,
          *([ti.rendered_map_index] if ti.rendered_map_index else []))
print("RUN", run.state)
"""


@pytest.fixture(scope="session")
def airflow_state(postgres: Cluster, tmp_path_factory: pytest.TempPathFactory) -> State:
    """The state folder of the session's Airflow: what it has encrypted is read by the key that is kept there."""
    return State.at(tmp_path_factory.mktemp("airflow"))


@pytest.fixture(scope="session")
def airflow_of(postgres: Cluster, airflow_state: State) -> Callable[[Settings, int], Environment]:
    """Makes the environment of a real Airflow with both databases migrated, as the local stack does.

    It takes the settings that its tasks are to have and the port of the sample agency.
    """
    migrated: set[str] = set()

    def make(settings: Settings, sample: int) -> Environment:
        addresses = Addresses({"postgres": postgres.port, "ui": free_port(), "sample": sample},
                              {**airflow_state.secrets(), **PASSWORDS})
        made = for_processes(airflow_state, addresses, settings)
        if not migrated:
            migrate(addresses.owner)
            _airflow(made, "db", "migrate")
            migrated.add(addresses.owner)
        # dag.test() wants the DAG known, as the DAG processor makes it.
        _airflow(made, "dags", "reserialize")
        return made

    return make


def run_dag(environment: Environment, name: str, conf: dict[str, Any] | None = None) -> list[str]:
    """A run of the DAG in `dags/NAME.py`: the lines of its tasks and of itself."""
    return [line for line in _python(environment, "-c", _PROGRAM, name, json.dumps(conf or {})).splitlines()
            if line.startswith(("TASK", "RUN"))]


def _airflow(environment: Environment, *command: str) -> None:
    _python(environment, "-m", "airflow", *command)


def _python(environment: Environment, *arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], env=environment, text=True, capture_output=True, check=False,
                          cwd=Path(environment["COMMUNIQUE_HOME"]))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
