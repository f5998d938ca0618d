"""One measured run: a WARC file of made-up captures into a warehouse of its own, by one worker in its own process."""

from __future__ import annotations

import json
import os
import resource
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import processes

WARM_UP = 40
PART_SIZE = 500


@dataclass(frozen=True)
class Run:
    """What was measured. Seconds are of processor time but for `wall`; memory is in MiB.

    `look` finds the captures in the file, `bring` takes them through the stages; `server` is PostgreSQL's part of both.
    `rates` are articles a second of the worker's processor time for each part, in their order.
    """

    captures: int
    mebibytes: float
    loaded: int
    records: int
    look: float
    bring: float
    server: float
    wall: float
    memory: float
    memory_before: float
    rates: list[float]

    @property
    def per_core(self) -> float:
        """Articles a second of processor time, the server's included."""
        return self.loaded / (self.look + self.bring + self.server)

    @property
    def per_worker(self) -> float:
        """Articles a second of the worker's own processor time."""
        return self.loaded / (self.look + self.bring)


@contextmanager
def server(folder: Path) -> Iterator[tuple[str, int]]:
    """A fresh warehouse on an embedded PostgreSQL as the local stack has it: its loader's DSN, and the server's pid."""
    from communique.local import databases
    from communique.local.ports import free_port
    from communique.local.postgres import Cluster, running
    from communique.warehouse.migrate import migrate

    passwords = {role: secrets.token_hex(8) for role in (
        databases.AIRFLOW, databases.OWNER, databases.LOADER, databases.ANALYST)}
    cluster = Cluster(folder / "postgres", free_port(), secrets.token_hex(8), folder / "postgres.log")
    with running(cluster):
        databases.ensure(cluster, passwords)
        migrate(cluster.dsn(databases.WAREHOUSE, databases.OWNER, passwords[databases.OWNER]))
        pid = int((folder / "postgres" / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
        yield cluster.dsn(databases.WAREHOUSE, databases.LOADER, passwords[databases.LOADER]), pid


def measured(folder: Path, captures: int) -> Run:
    """Make a file of that many captures and bring it to a fresh warehouse, in a process of its own."""
    from benchmarks.backfill import made

    path, warm = folder / f"made-{captures}.warc.gz", folder / "warm.warc.gz"
    size = made.write(path, captures)
    made.write(warm, WARM_UP, first=10_000_000)
    with server(folder) as (dsn, pid):
        done = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, "-m", "benchmarks.backfill.runs", dsn, str(pid), str(warm), str(path)],
            env={**os.environ, "COMMUNIQUE_SAMPLE_URL": made.HOME, "COMMUNIQUE_SAMPLE_HOST": "saryarqa.example",
                 "COMMUNIQUE_STATE_DIR": str(folder / "state")}, stdout=subprocess.PIPE, text=True, check=True)
    path.unlink()
    return Run(captures=captures, mebibytes=size / 2**20, **json.loads(done.stdout.splitlines()[-1]))


def _bring(dsn: str, pid: int, warm: str, path: str) -> dict[str, object]:
    from communique import settings
    from communique.backfill.asked import Asked
    from communique.backfill.work import Backfill

    work = Backfill(settings.get(), dsn)
    rates: list[float] = []

    def whole(file: str) -> tuple[float, float, dict[str, int]]:
        asked = Asked.files([file], part_size=PART_SIZE)
        began = time.process_time()
        for origin in work.begin(asked):
            work.look(asked.backfill_id, origin)
        parts = work.divide(asked.backfill_id)
        looked = time.process_time()
        marks = [looked]

        def told(part: int, ended: dict[str, int]) -> None:
            marks.append(time.process_time())
            rates.append(ended["loaded"] / (marks[-1] - marks[-2]))
            sys.stderr.write(f"part {part} of {len(parts)}: {rates[-1]:.1f} articles/s\n")

        total = work.bring_all(asked.backfill_id, parts, told)
        work.finish(asked.backfill_id)
        return looked - began, time.process_time() - looked, total

    whole(warm)
    rates.clear()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    server_before, began = processes.seconds(pid), time.monotonic()
    look, bring, total = whole(path)
    return {"loaded": total["loaded"], "records": total["records"], "look": look, "bring": bring,
            "server": processes.seconds(pid) - server_before, "wall": time.monotonic() - began, "rates": rates,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "memory_before": before}


if __name__ == "__main__":
    print(json.dumps(_bring(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4])))
