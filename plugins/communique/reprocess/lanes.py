"""A re-reading on this machine: worker processes that read its parts."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from communique.reprocess.asked import Asked, ReprocessError
from communique.reprocess.work import PartsFailed, Reprocess
from communique.settings import Settings

Told = Callable[[int, dict[str, int]], None]

_work: Reprocess | None = None


def run(configuration: Settings, dsn: str, asked: Asked, *, workers: int | None = None,
        told: Told = lambda part, ended: None) -> None:
    """Read all that is asked for with `workers` processes (default: one a core, none where there is one part).

    `told` is called, in this process, with each part that ends and what came of it. Raises PartsFailed where parts are
    not done, ReprocessError. Interrupted or killed, it goes on where it stopped when it is asked for again.
    """
    work = Reprocess.present(configuration, dsn)
    parts = work.begin(asked)
    count = min(workers or os.cpu_count() or 1, len(parts))
    if count <= 1:
        work.read_all(asked.reprocess_id, parts, told)
        return
    problems: list[str] = []
    # Not forked: this process has threads and connections, which a fork would tear.
    pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _begin, (configuration, dsn, os.getpid()))
    try:
        pending = {pool.submit(_read, asked.reprocess_id, part): part for part in parts}
        for one in as_completed(pending):
            ended, problem = one.result()
            if ended is None:
                problems.append(problem or f"part {pending[one]}: another worker has it")
            else:
                told(pending[one], ended)
    except BrokenProcessPool as error:
        raise ReprocessError("a worker process died (killed, or out of memory); ask for it again to go on, with fewer "
                             "workers or smaller parts") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    if problems:
        raise PartsFailed(f"{asked.reprocess_id}: {len(problems)} of {len(parts)} parts are not done; ask for it again "
                          f"to go on. {'; '.join(problems[:5])}")


def _begin(configuration: Settings, dsn: str, parent: int) -> None:
    """In each worker: end with the parent, at once when it is interrupted, and hold what reads."""
    from communique.local.supervisor import die_with_parent

    global _work
    die_with_parent(signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it ended before the kernel knew that it is waited for
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _work = Reprocess.present(configuration, dsn)


def _read(reprocess_id: str, part: int) -> tuple[dict[str, int] | None, str | None]:
    assert _work is not None  # noqa: S101 - set by _begin
    return _work.tried(reprocess_id, part)
