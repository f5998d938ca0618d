"""The stack as a whole: from nothing, or from what an earlier run left, to everything serving."""

from __future__ import annotations

import contextlib
import importlib.metadata
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import IO

import psycopg

from communique.local import components, databases
from communique.local.environment import Addresses, for_processes
from communique.local.errors import LocalError
from communique.local.postgres import Cluster
from communique.local.state import State
from communique.local.supervisor import Supervisor, end_leftovers
from communique.settings import Settings
from communique.warehouse import events
from communique.warehouse.connection import connect
from communique.warehouse.migrate import migrate

_FREE_BYTES_NEEDED = 500 * 1024 * 1024


class Stack:
    """One stack in one state folder. `start` once, then `serve`, and `stop` in any case."""

    def __init__(self, settings: Settings, say: Callable[[str], None]) -> None:
        self.settings = settings
        self.say = say
        self.state = State.at(settings.state_dir.resolve())
        self.supervisor = Supervisor(say, lambda processes: self.state.remember("processes", processes))
        self._lock: IO[str] | None = None
        self.addresses: Addresses | None = None

    def start(self) -> Addresses:
        """Bring everything up and return where it is. Raises LocalError with what stands in the way."""
        self._check_disk()
        self._lock = self.state.lock()
        if self._lock is None:
            raise LocalError(f"another stack runs in {self.state.folder}")
        self._clear_leftovers()
        ports, moved = self.state.ports()
        for line in moved:
            self.say(f"  {line}")
        addresses = self.addresses = Addresses(ports, self.state.secrets())
        cluster = self._postgres(addresses)
        environment = for_processes(self.state, addresses, self.settings)
        self._migrate(cluster, addresses, environment)
        self.supervisor.start([
            components.sample_sites(self.state, addresses, environment, self.settings),
            *components.airflow(self.state, addresses, environment, self.settings),
        ])
        return addresses

    def _check_disk(self) -> None:
        free = shutil.disk_usage(self.state.folder).free
        if free < _FREE_BYTES_NEEDED:
            raise LocalError(f"only {free // 2**20} MB free at {self.state.folder}, "
                             f"{_FREE_BYTES_NEEDED // 2**20} MB are needed: free some space and run again")

    def _clear_leftovers(self) -> None:
        left = self.state.recall("processes") or {}
        for name in end_leftovers(left, str(self.state.folder)):
            self.say(f"  {name:<14} was left over from a run that was killed: ended it")
        self.state.remember("processes", {})

    def _postgres(self, addresses: Addresses) -> Cluster:
        cluster = Cluster(self.state.folder / "postgres", addresses.ports["postgres"],
                          addresses.secrets["postgres"], self.state.log("postgres"))
        if not (cluster.data / "PG_VERSION").exists():
            self.say("  postgres       making a new cluster")
        cluster.initialise()
        self.supervisor.start([components.postgres(self.state, cluster)])
        databases.ensure(cluster, addresses.secrets)
        return cluster

    def _migrate(self, cluster: Cluster, addresses: Addresses, environment: dict[str, str]) -> None:
        applied = migrate(addresses.owner)
        self.say(f"  warehouse      {f'{len(applied)} migrations applied' if applied else 'up to date'}")
        if applied:
            self._resolve(addresses)
        version = importlib.metadata.version("apache-airflow")
        if self.state.recall("airflow_migrated") == version and _has_airflow_tables(cluster):
            return
        self.say("  airflow        making its tables (once, some seconds)")
        with self.state.log("airflow-migrate").open("wb") as log:
            done = subprocess.run([sys.executable, "-m", "airflow", "db", "migrate"], env=environment,
                                  stdout=log, stderr=log, check=False, cwd=self.settings.home)
        if done.returncode:
            raise LocalError(f"airflow db migrate failed: {components.last_words(self.state, 'airflow-migrate')}")
        self.state.remember("airflow_migrated", version)

    def _resolve(self, addresses: Addresses) -> None:
        """Give the records of an older warehouse their events."""
        with contextlib.closing(connect(addresses.loader, application="communique run")) as connection:
            joined = events.resolve_all(connection).joined
        if joined:
            self.say(f"  warehouse      {joined} records of earlier runs resolved into events")

    def stop(self) -> None:
        """Stop everything that `start` started; safe after a start that failed halfway."""
        self.supervisor.stop()
        if self._lock is not None:
            with contextlib.suppress(OSError):
                self._lock.close()
            self._lock = None


def _has_airflow_tables(cluster: Cluster) -> bool:
    with psycopg.connect(cluster.dsn(databases.AIRFLOW)) as connection:
        row = connection.execute("SELECT to_regclass('public.alembic_version')").fetchone()
    return row is not None and row[0] is not None
