"""How fast does the warehouse take in a million records, how good are its events, how fast its answers, how large?

    .venv/bin/python -m benchmarks.load [RECORDS …]        (default: 20000 1000000)

Starts a PostgreSQL of its own for each size and writes the figures to benchmarks/load.md after each. What a run has
done is kept in its folder (--folder), a line a batch in progress.jsonl: an interrupted run goes on from there when
called again, and starts afresh when the folder is removed. A finished run's folder is removed unless --keep is given.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import psutil
import psycopg

from benchmarks.load import disk, loading, marts, quality, staging
from benchmarks.load.report import SIZES, Run, markdown
from benchmarks.load.server import server

PROGRESS = "progress.jsonl"


def main() -> None:
    """Run the sizes that are asked for, smallest first, and write the report after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=int, nargs="*", default=list(SIZES), help="how many, for each run")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "load.md", help="the report")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "communique-load",
        help="where clusters and progress lie",
    )
    parser.add_argument("--keep", action="store_true", help="leave the warehouses in the folder")
    parser.add_argument("--batch", type=int, default=loading.BATCH, help="articles a batch")
    arguments = parser.parse_args()
    runs = []
    for records in sorted(arguments.records):
        folder = arguments.folder / str(records)
        print(f"{records:,} records: progress in {folder / PROGRESS}", flush=True)
        runs.append(measured(folder, records, arguments.batch))
        arguments.out.write_text(markdown(runs), encoding="utf-8")
        print(f"{runs[-1].records:,} records: {arguments.out}", flush=True)
        if not arguments.keep:
            shutil.rmtree(folder)


def measured(
    folder: Path, records: int, batch: int = loading.BATCH, *, turns: int = marts.TURNS, rounds: int = staging.ROUNDS
) -> Run:
    """Load so many records into the warehouse in `folder`, which may hold a part of them, and measure it all."""
    with server(folder) as running:
        compared = staging.compare(running, rounds=rounds, size=batch)
        batches = loading.run(running, folder / PROGRESS, records, size=batch)
        with psycopg.connect(running.owner, autocommit=True) as owner:
            owner.execute("VACUUM (ANALYZE)")  # as autovacuum leaves it after a while
        return Run(
            records,
            batches,
            compared,
            marts.measure(running, turns=turns),
            marts.cookbook(running, turns=min(turns, marts.COOKBOOK_TURNS)),
            disk.measure(running),
            quality.measure(running, sum(one.articles for one in batches)),
            _machine(),
        )


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}."
    )


if __name__ == "__main__":
    main()
