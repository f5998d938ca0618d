"""Holds a block of a test to a time and to a peak of memory."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_STATUS = Path("/proc/self/status")


def _megabytes(field: str) -> float:
    for line in _STATUS.read_text(encoding="ascii").splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    raise AssertionError(f"{_STATUS} has no {field}")


@contextmanager
def bounded(seconds: float, megabytes: float) -> Iterator[None]:
    """Fails the test when the block takes longer, or holds more memory at any moment than before it and this much.

    The process's peak is set back first (proc(5), clear_refs), so that what earlier tests held does not hide it.
    """
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, began = _megabytes("VmRSS:"), time.monotonic()
    yield
    took, grown = time.monotonic() - began, _megabytes("VmHWM:") - before
    assert took <= seconds, f"took {took:.1f} s, {seconds} at most are allowed"
    assert grown <= megabytes, f"held {grown:.0f} MB more, {megabytes} at most are allowed"
