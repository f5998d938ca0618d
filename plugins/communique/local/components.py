"""What the stack consists of: each component's command and how it shows that it is up."""

from __future__ import annotations

import datetime as dt
import json
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

from communique.local.environment import Addresses
from communique.local.postgres import Cluster
from communique.local.state import State
from communique.local.supervisor import Component, spawn
from communique.settings import Settings

# Local processes only: a proxy of the person's environment must not be asked for them.
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def last_words(state: State, component: str, lines: int = 6) -> str:
    """The end of a component's log, with the address of the log."""
    path = state.log(component)
    if not path.is_file():
        return f"it wrote no log ({path})"
    said = [line for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    return f"see {path}\n    " + "\n    ".join(said[-lines:])


def postgres(state: State, cluster: Cluster) -> Component:
    """The embedded PostgreSQL. Its start returns only when it answers."""

    def start() -> subprocess.Popen[bytes]:
        cluster.start()
        if cluster.process is None:
            raise RuntimeError("the cluster has started and yet has no process")
        return cluster.process

    return Component("postgres", start, cluster.answers, lambda: f"127.0.0.1:{cluster.port}",
                     lambda: last_words(state, "postgres"), stop_signal=signal.SIGINT, stop_seconds=30)


def sample_sites(state: State, addresses: Addresses, environment: Mapping[str, str], settings: Settings) -> Component:
    """The bundled agencies' sites, on loopback."""
    command = [sys.executable, "-m", "communique.sample", "--port", str(addresses.ports["sample"]),
               "--state", str(state.folder / "sample")]
    return Component("sample sites",
                     lambda: spawn(command, dict(environment), str(state.log("sample sites")), str(settings.home)),
                     lambda: _answers(addresses.sample + "/rss.xml"), lambda: addresses.sample,
                     lambda: last_words(state, "sample sites"))


def airflow(state: State, addresses: Addresses, environment: Mapping[str, str], settings: Settings) -> list[Component]:
    """Airflow's four processes. Scheduler and triggerer serve no logs of their own: the files are local."""
    roles = {
        "api-server": (["api-server"], addresses.ui),
        "scheduler": (["scheduler", "--skip-serve-logs"], "LocalExecutor"),
        "dag-processor": (["dag-processor"], str(settings.home / "dags")),
        "triggerer": (["triggerer", "--skip-serve-logs"], "watching the feeds"),
    }
    return [_airflow(state, addresses, environment, settings, name, *role) for name, role in roles.items()]


def _airflow(state: State, addresses: Addresses, environment: Mapping[str, str], settings: Settings,
             name: str, arguments: list[str], says: str) -> Component:
    begun = [0.0]

    def start() -> subprocess.Popen[bytes]:
        begun[0] = time.time()
        return spawn([sys.executable, "-m", "airflow", *arguments], dict(environment), str(state.log(name)),
                     str(settings.home))

    return Component(name, start, lambda: healthy(addresses, name, begun[0]), lambda: says,
                     lambda: last_words(state, name), start_seconds=120,
                     needs="postgres" if name == "api-server" else "api-server")


def healthy(addresses: Addresses, name: str, since: float = 0.0) -> bool:
    """Whether Airflow's own health report has a component healthy, with a heartbeat after `since` (epoch seconds)."""
    report = health(addresses)
    if report is None:
        return False
    if name == "api-server":
        return (report.get("metadatabase") or {}).get("status") == "healthy"
    part = name.replace("-", "_")
    entry = report.get(part) or {}
    beat = entry.get(f"latest_{part}_heartbeat")
    return entry.get("status") == "healthy" and beat is not None and dt.datetime.fromisoformat(beat).timestamp() > since


def health(addresses: Addresses) -> dict[str, Any] | None:
    """Airflow's health report, or None while nobody answers."""
    try:
        with _direct.open(addresses.ui + "/api/v2/monitor/health", timeout=5) as answer:
            report = json.load(answer)
    except (urllib.error.URLError, OSError, ValueError):
        return None
    return report if isinstance(report, dict) else None


def _answers(url: str) -> bool:
    try:
        with _direct.open(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
