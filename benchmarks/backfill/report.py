"""The measurements as Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from benchmarks.backfill.made import CONTACTS
from benchmarks.backfill.runs import PART_SIZE, WARM_UP, Run

SIZES = (1_000, 10_000, 100_000)


def markdown(runs: Sequence[Run], machine: str) -> str:
    """The report over the runs, smallest first."""
    rows = [[f"{run.captures:,}", f"{run.mebibytes:.0f} MiB", f"{run.loaded:,}", f"{run.records:,}",
             f"{run.per_core:.1f}", f"{run.per_worker:.1f}", f"{1000 * run.look / run.captures:.2f}",
             f"{1000 * run.bring / run.loaded:.1f}", f"{1000 * run.server / run.loaded:.1f}",
             f"{run.memory:.0f} MiB", f"{run.wall:.0f} s"] for run in runs]
    missing = [f"{size:,}" for size in SIZES if size not in {run.captures for run in runs}]
    lines = [
        "# Backfill: articles a second from WARC files to `core`", "",
        "Made-up captures in the layout of the Common Crawl news archive, no two texts the same, one in "
        f"{CONTACTS} with a",
        "contact (`benchmarks/backfill/made.py`); real pages are larger, and take the reader of pages longer. "
        "One worker",
        "process brings them through the very stages of an ingest, to `core` and `mart`, "
        f"{PART_SIZE} a part, into a fresh",
        f"PostgreSQL with its durability on, after a warm-up of {WARM_UP}. Rates are by processor time, since the "
        "machine",
        "is shared: *per core* counts the worker's and the server's, *worker* the worker's alone. Repeat it with",
        f"`.venv/bin/python -m benchmarks.backfill {' '.join(map(str, SIZES))}`.", "",
        *_table(["captures", "file", "loaded", "records", "articles/s per core", "articles/s, worker", "look, ms",
                 "stages, ms an article", "server, ms an article", "peak memory", "wall"], rows), "",
    ]
    if missing:
        lines += [f"Not run: {', '.join(missing)} captures.", ""]
    if len(runs) > 1:
        first, last = runs[0], runs[-1]
        lines += [f"From {first.captures:,} to {last.captures:,} captures the rate per core changes by "
                  f"{last.per_core / first.per_core - 1:+.0%}, the peak memory by "
                  f"{last.memory - first.memory:+.0f} MiB.", ""]
    lines += _flat(runs[-1])
    return "\n".join([*lines, machine, ""])


def _flat(run: Run) -> list[str]:
    """How the rate goes within the largest run."""
    if len(run.rates) < 4:
        return []
    size = max(1, len(run.rates) // 4)
    quarters = [run.rates[start:start + size] for start in range(0, size * 4, size)]
    return [f"Within the run over {run.captures:,}, articles a second of the worker, median of each quarter of its "
            "parts:", ", ".join(f"{statistics.median(one):.1f}" for one in quarters) + ".", ""]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads), *(f"| {' | '.join(row)} |" for row in rows)]
