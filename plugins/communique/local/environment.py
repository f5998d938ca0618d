"""The environment that every process of the local stack is started with: Airflow's settings and ours."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from communique.local import databases
from communique.local.state import State, write_atomically
from communique.settings import Settings

UI_USER = "admin"
# Imported once in the process that tasks are forked from, so that a task does not pay seconds for them.
PRELOAD = "communique.airflow.preload"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the services of a stack are found."""

    ports: Mapping[str, int]
    secrets: Mapping[str, str]

    @property
    def ui(self) -> str:
        return f"http://127.0.0.1:{self.ports['ui']}"

    @property
    def sample(self) -> str:
        return f"http://127.0.0.1:{self.ports['sample']}"

    @property
    def sample_environment(self) -> dict[str, str]:
        """The variables that stand in the declarations of the sample agencies, `sources/sample*.yml`."""
        return {"COMMUNIQUE_SAMPLE_URL": self.sample, "COMMUNIQUE_SAMPLE_HOST": f"127.0.0.1:{self.ports['sample']}"}

    def uri(self, role: str, database: str, scheme: str = "postgresql") -> str:
        """A connection URI for `role` to `database`."""
        password = quote(self.secrets[role], safe="")
        return f"{scheme}://{role}:{password}@127.0.0.1:{self.ports['postgres']}/{database}"

    @property
    def loader(self) -> str:
        return self.uri(databases.LOADER, databases.WAREHOUSE)

    @property
    def owner(self) -> str:
        return self.uri(databases.OWNER, databases.WAREHOUSE)

    @property
    def analyst(self) -> str:
        return self.uri(databases.ANALYST, databases.WAREHOUSE)


def for_processes(state: State, addresses: Addresses, settings: Settings) -> dict[str, str]:
    """The whole environment of a child process: the caller's, less its Airflow settings, plus the stack's."""
    home = state.folder / "airflow"
    home.mkdir(exist_ok=True)
    passwords = home / "passwords.json"
    write_atomically(passwords, json.dumps({UI_USER: addresses.secrets["ui_admin"]}))
    ours = {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__DAGS_FOLDER": str(settings.home / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(settings.home / "plugins"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__PARALLELISM": "4",
        "AIRFLOW__CORE__FERNET_KEY": _fernet_key(addresses.secrets["api_secret"]),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": f"{UI_USER}:admin",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(passwords),
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{addresses.ui}/execution/",
        "AIRFLOW__CORE__MP_FORKSERVER_PRELOAD": PRELOAD,
        "AIRFLOW__SCHEDULER__MP_START_METHOD": "forkserver",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": addresses.uri("airflow", "airflow", "postgresql+psycopg"),
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC": addresses.uri("airflow", "airflow", "postgresql+psycopg_async"),
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(addresses.ports["ui"]),
        "AIRFLOW__API__BASE_URL": addresses.ui,
        "AIRFLOW__API__SECRET_KEY": addresses.secrets["api_secret"],
        "AIRFLOW__API_AUTH__JWT_SECRET": addresses.secrets["jwt"],
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(home / "logs"),
        "AIRFLOW__LOGGING__DAG_PROCESSOR_CHILD_PROCESS_LOG_DIRECTORY": str(home / "logs" / "dag_processor"),
        # The delay between a doorbell and its run is made of these loops; an idle loop is one short query.
        "AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.2",
        "AIRFLOW__SCHEDULER__JOB_HEARTBEAT_SEC": "2",
        "AIRFLOW__TRIGGERER__JOB_HEARTBEAT_SEC": "2",
        "AIRFLOW__TRIGGERER__TRIGGERER_HEALTH_CHECK_THRESHOLD": "10",
        "AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES": "1",
        "GX_ANALYTICS_ENABLED": "False",
        "AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE": addresses.loader,
        "COMMUNIQUE_HOME": str(settings.home),
        "COMMUNIQUE_STATE_DIR": str(state.folder),
        **addresses.sample_environment,
        "PYTHONUNBUFFERED": "1",
        "NO_PROXY": "127.0.0.1,localhost",
    }
    inherited = {name: value for name, value in os.environ.items()
                 if not name.startswith(("AIRFLOW", "PG")) and name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    inherited["PATH"] = os.pathsep.join([_programs(), inherited.get("PATH", os.defpath)])
    return inherited | ours


def _programs() -> str:
    """The folder of this environment's programs, first on the children's PATH."""
    return str(Path(sys.executable).parent)


def _fernet_key(secret: str) -> str:
    """A Fernet key (32 bytes, URL-safe base64) derived from one of the stack's secrets."""
    return base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).decode()
