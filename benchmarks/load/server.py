"""A PostgreSQL of the benchmark's own, set up as the local stack does it, and what it costs."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from communique.local import databases
from communique.local.ports import free_port
from communique.local.postgres import Cluster, running
from communique.warehouse.migrate import migrate

from benchmarks import processes

_ROLES = (databases.AIRFLOW, databases.OWNER, databases.LOADER, databases.ANALYST)


@dataclass(frozen=True, slots=True)
class Server:
    """The DSNs of the warehouse by role, and the server's process."""

    owner: str
    loader: str
    analyst: str
    pid: int

    def seconds(self) -> float:
        """Processor time so far: of the sessions that have ended, and of those that have not."""
        return processes.seconds(self.pid)

    def memory(self) -> float:
        """MiB that the server's processes hold together, shared memory counted once."""
        total = 0.0
        for process in (psutil.Process(self.pid), *psutil.Process(self.pid).children(recursive=True)):
            try:
                total += process.memory_full_info().pss
            except psutil.NoSuchProcess:
                continue
        return total / 2**20


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """The server whose cluster lies in `folder`, made and migrated where there is none yet. Durability is on."""
    kept = folder / "passwords.json"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({role: secrets.token_hex(8) for role in ("superuser", *_ROLES)}), encoding="utf-8")
        kept.chmod(0o600)
    passwords = json.loads(kept.read_text(encoding="utf-8"))
    cluster = Cluster(folder / "postgres", free_port(), passwords["superuser"], folder / "postgres.log")
    with running(cluster):
        databases.ensure(cluster, {role: passwords[role] for role in _ROLES})
        owner, loader, analyst = (
            cluster.dsn(databases.WAREHOUSE, role, passwords[role])
            for role in (databases.OWNER, databases.LOADER, databases.ANALYST)
        )
        migrate(owner)
        pid = int((folder / "postgres" / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
        yield Server(owner, loader, analyst, pid)
