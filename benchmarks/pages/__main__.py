"""How well are articles read off pages, beside the well-known readers?

    .venv/bin/python -m benchmarks.pages                     writes benchmarks/pages.md
    .venv/bin/python -m benchmarks.pages --only communique   our reader alone, printed
    .venv/bin/python -m benchmarks.pages --half A --check    goals that are missed on half of the publishers

Reads the pages in the folder `shared` beside the checkout (`--shared PATH`). The other readers are no dependencies of
the project: `pip install trafilatura readability-lxml newspaper4k[all] resiliparse` into the environment, or into a
folder that PYTHONPATH names; what is not installed is left out and the report says so.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.pages.corpus import SHARED, MaterialMissing, pages
from benchmarks.pages.measured import Measured, measure
from benchmarks.pages.readers import OURS, READERS, absent, installed
from benchmarks.pages.report import markdown, missed


def main() -> None:
    """Measure, then write the report, or print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help=f"the shared material (default {SHARED})")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "pages.md", help="the report")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures for other tools, too")
    parser.add_argument("--half", choices=("A", "B"), help="only the pages of this half of the publishers; no report")
    parser.add_argument("--only", nargs="+", metavar="READER", choices=[reader.name for reader in READERS],
                        help="only these readers beside ours; no report")
    parser.add_argument("--check", action="store_true", help="print the goals that are missed, write no report")
    arguments = parser.parse_args()
    try:
        material = pages(arguments.shared, arguments.half)
    except MaterialMissing as error:
        raise SystemExit(str(error)) from error
    names = {OURS, *arguments.only} if arguments.only else {reader.name for reader in READERS}
    readers = [reader for reader in installed() if reader.name in names]
    measured = measure(material, readers, lambda what: print(what, file=sys.stderr))
    if arguments.json:
        arguments.json.write_text(
            json.dumps([result.to_json() for result in measured.results], indent=1) + "\n", encoding="utf-8")
    print(_said(measured))
    if arguments.check:
        print("\n".join(missed(measured)) or "all goals met")
    elif not arguments.half and not arguments.only:
        arguments.out.write_text(markdown(measured, absent(), _machine()), encoding="utf-8")
        print(arguments.out)


def _said(measured: Measured) -> str:
    return "\n".join(
        f"{result.reader.name}: " + ", ".join(f"{name} {figure.value:.3f}" for name, figure in result.figures.items())
        + f", {result.cpu_ms:.1f} ms, {result.peak_mb:.0f} MB" for result in measured.results
    )


def _machine() -> str:
    return (f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, lxml {version('lxml')}, "
            f"BeautifulSoup {version('beautifulsoup4')}, {platform.machine()}.")


if __name__ == "__main__":
    main()
