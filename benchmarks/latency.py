"""How long from an article's publication to its row in the mart, on the running stack?

    make run DETACH=1 && .venv/bin/python benchmarks/latency.py

Publishes articles on the sample agency one after the other, each at a random moment of the poll interval, waits
for each to appear in `mart.meetings`, and writes the figures to benchmarks/latency.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import time
from contextlib import closing
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psutil
from communique import settings, sources
from communique.local.run import running_addresses
from communique.pipeline import PUBLISHED
from communique.sample import publish
from communique.warehouse.connection import Connection, connect, sql
from rich.progress import track

GIVE_UP_SECONDS = 120.0


def until_visible(connection: Connection, url: str) -> float:
    """Seconds until the mart shows a contact of the article at `url`."""
    begun = time.monotonic()
    while time.monotonic() - begun < GIVE_UP_SECONDS:
        if connection.execute(sql("report/visible"), {"url": url}).fetchone():
            return time.monotonic() - begun
        # Wakes when a batch is published; the second is for the give-up only.
        next(iter(connection.notifies(timeout=1, stop_after=1)), None)
    raise SystemExit(f"{url} did not reach the mart in {GIVE_UP_SECONDS:.0f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--publications", type=int, default=20)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_suffix(".md"))
    arguments = parser.parse_args()
    configuration = settings.get()
    addresses = running_addresses(configuration)
    os.environ |= addresses.sample_environment
    poll = configuration.poll_seconds or sources.load(configuration.sources_dir)["sample"].poll_seconds
    chance = random.Random(7)  # noqa: S311 - a spread of moments, not a secret
    seconds = []
    with closing(connect(addresses.loader, application="latency benchmark")) as connection:
        connection.execute(f"LISTEN {PUBLISHED}")
        for _ in track(range(arguments.publications), description="publishing"):
            time.sleep(chance.uniform(0, poll))  # the moment within the poll interval is what varies
            url = addresses.sample + publish(configuration.state_dir / "sample").url_path
            seconds.append(until_visible(connection, url))
    report(arguments.out, seconds, poll)


def report(out: Path, seconds: list[float], poll: float) -> None:
    """Write the table, and say the two figures."""
    ranked = sorted(seconds)
    figures = {"p50": statistics.median(ranked), "p95": statistics.quantiles(ranked, n=20, method="inclusive")[18],
               "min": ranked[0], "max": ranked[-1]}
    memory = psutil.virtual_memory().total / 2**30
    lines = [
        "# Latency: from publication to the mart",
        "",
        f"{len(seconds)} articles published on the sample agency of a running stack, one after the other, each at a",
        f"random moment of the {poll:g} s poll interval; the clock stops when `mart.meetings` shows the contact.",
        "In between: the watcher's poll, the asset event, a DAG run of six tasks. Repeat it with",
        "`make run DETACH=1 && .venv/bin/python benchmarks/latency.py`.",
        "",
        "| p50 | p95 | min | max |",
        "|---|---|---|---|",
        "| " + " | ".join(f"{figures[name]:.1f} s" for name in ("p50", "p95", "min", "max")) + " |",
        "",
        f"Each, in seconds: {', '.join(f'{one:.1f}' for one in seconds)}.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}, "
        f"Airflow {version('apache-airflow')}, LocalExecutor.",
        "",
    ]
    out.write_text("\n".join(lines), encoding="utf-8")
    print(f"p50 {figures['p50']:.1f} s, max {figures['max']:.1f} s over {len(seconds)} publications: {out}")


if __name__ == "__main__":
    main()
