"""One reader over some pages, in a process of its own, so that its time and memory are its own.

    python -m benchmarks.pages.worker READER ROUNDS < pages.jsonl > found.jsonl
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.pages.readers import READERS, Found, Reader

TOP = Path(__file__).resolve().parents[2]
WAIT = 3600  # seconds that a reader may take for all pages


class WorkerFailed(Exception):
    """A reader's process ended badly."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a reader found, page by page, the CPU milliseconds of each (the least of the rounds), the pages that it
    raised an exception on, and the process's resident megabytes: before the first page, and at most."""

    found: dict[str, Found]
    cpu_ms: dict[str, float]
    failed: dict[str, str]
    start_mb: float
    peak_mb: float


def run(reader: Reader, pages: Iterable[tuple[str, str, str]], rounds: int = 1) -> Run:
    """Run a reader over pages (id, address, source) in a process of its own; raises WorkerFailed."""
    with TemporaryDirectory() as folder:
        given, got = Path(folder, "pages.jsonl"), Path(folder, "found.jsonl")
        with given.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(page) + "\n" for page in pages)
        with given.open(encoding="utf-8") as source, got.open("w", encoding="utf-8") as target:
            ended = subprocess.run(  # noqa: S603 (our own module, by the interpreter that runs)
                [sys.executable, "-m", "benchmarks.pages.worker", reader.name, str(rounds)], cwd=TOP, stdin=source,
                stdout=target, stderr=subprocess.PIPE, text=True, timeout=WAIT, check=False)
        if ended.returncode:
            raise WorkerFailed(f"{reader.name} ended with {ended.returncode}: {ended.stderr[-2000:]}")
        with got.open(encoding="utf-8") as results:
            *each, last = (json.loads(line) for line in results)
    return Run(
        {one["id"]: Found(**one["found"]) for one in each},
        {one["id"]: one["cpu_ms"] for one in each},
        {one["id"]: one["error"] for one in each if one["error"]},
        last["start_mb"], last["peak_mb"],
    )


def main() -> None:
    """Read pages from standard input and write what is found to standard output, a JSON line each; then the memory."""
    name, rounds = sys.argv[1], int(sys.argv[2])
    read = next(reader for reader in READERS if reader.name == name).make()
    read("<html><body><p>A page to load what is loaded late.</p></body></html>", "https://news.example/1")
    start = _memory("VmRSS")
    for line in sys.stdin:
        page, url, html = json.loads(line)
        print(json.dumps(_one(read, page, url, html, rounds)))
    print(json.dumps({"start_mb": start, "peak_mb": _memory("VmHWM")}))


def _one(read: Any, page: str, url: str, html: str, rounds: int) -> dict[str, Any]:
    found, error, least = Found(), "", float("inf")
    for _ in range(rounds):
        began = time.process_time()
        try:
            found = read(html, url)
        except Exception as raised:  # noqa: BLE001 (a reader may raise anything; it is counted)
            error = f"{type(raised).__name__}: {raised}"[:200]
        least = min(least, time.process_time() - began)
    return {"id": page, "found": asdict(found), "cpu_ms": least * 1000, "error": error}


def _memory(key: str) -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(key):
            return int(line.split()[1]) / 1024
    return float("nan")


if __name__ == "__main__":
    main()
