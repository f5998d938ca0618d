"""What processes of this machine have used."""

from __future__ import annotations

import psutil


def seconds(pid: int) -> float:
    """Processor seconds so far of a process and of its children, those that have ended and those that have not."""
    process = psutil.Process(pid)
    times = process.cpu_times()
    total = times.user + times.system + times.children_user + times.children_system
    for child in process.children(recursive=True):
        try:
            its = child.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += its.user + its.system
    return float(total)
