"""How many articles a second does a backfill bring from WARC files to core, and does it stay so?

    .venv/bin/python -m benchmarks.backfill [CAPTURES …]        (default: 1000 10000)

Makes the files, starts a PostgreSQL of its own for each run, and writes the figures to benchmarks/backfill.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import psutil

from benchmarks.backfill.report import markdown
from benchmarks.backfill.runs import measured
from extractors.summit import EXTRACTOR_VERSION


def main() -> None:
    """Run the sizes that are asked for and write the report after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("captures", type=int, nargs="*", default=[1_000, 10_000], help="how many, for each run")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "backfill.md", help="the report")
    arguments = parser.parse_args()
    runs = []
    for captures in sorted(arguments.captures):
        with tempfile.TemporaryDirectory(prefix="communique-backfill-") as folder:
            runs.append(measured(Path(folder), captures))
        arguments.out.write_text(markdown(runs, _machine()), encoding="utf-8")
        print(f"{captures:,} captures: {runs[-1].per_core:.1f} articles/s per core, {runs[-1].memory:.0f} MiB: "
              f"{arguments.out}", flush=True)


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return (f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {memory:.0f} GiB, Python "
            f"{platform.python_version()}, extractor {EXTRACTOR_VERSION}.")


if __name__ == "__main__":
    main()
