"""What has been published since the sample agencies were set up: one small file, shared between processes."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

_FILE = "published.json"


def published(state_dir: Path) -> list[datetime]:
    """When each article of the series was published (aware, UTC), in order; empty where nothing was yet."""
    try:
        times = json.loads((state_dir / _FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return [datetime.fromisoformat(time) for time in times]


def publish_next(state_dir: Path, now: datetime | None = None) -> int:
    """Note that the next article of the series is published, and give its number, from 0.

    Safe between processes: a lock is held over reading and writing, and the file is replaced whole, so that a
    reader sees the old state or the new one.
    """
    state_dir.mkdir(parents=True, exist_ok=True)
    with _locked(state_dir):
        times = published(state_dir)
        times.append(now or datetime.now(UTC))
        handle, name = tempfile.mkstemp(dir=state_dir, prefix=_FILE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump([time.isoformat() for time in times], file)
        Path(name).replace(state_dir / _FILE)
        return len(times) - 1


@contextmanager
def _locked(state_dir: Path) -> Iterator[None]:
    with (state_dir / f"{_FILE}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
