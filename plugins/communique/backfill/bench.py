"""A backfill on this machine: worker processes that look through its origins and bring its parts through."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from communique.acquire.errors import CaptureError, FetchError
from communique.backfill.asked import Asked, BackfillError
from communique.backfill.ledger import Progress
from communique.backfill.work import Backfill, PartsFailed
from communique.settings import Settings

Result = TypeVar("Result")
Told = Callable[[str], None]

_backfill: Backfill | None = None


def run(configuration: Settings, dsn: str, asked: Asked, *, workers: int | None = None,
        told: Told = lambda what: None) -> Progress:
    """Do a backfill with `workers` processes (default: one a core); how far it is at the end.

    `told` is called with "look" or "part" whenever one of them ends, in this process. What could not be read is noted
    and told at the end: raises PartsFailed where parts or origins are not done, BackfillError, FetchError. Interrupted
    or killed, it goes on where it stopped when it is asked for again.
    """
    backfill = Backfill(configuration, dsn)
    origins = backfill.begin(asked)
    name = asked.backfill_id
    problems: list[str] = []
    with _workers(configuration, dsn, workers or os.cpu_count() or 1) as pool:
        for problem in _each(pool, _look, [(name, origin) for origin in origins]):
            problems += [problem] if problem else []
            told("look")
        parts = backfill.divide(name)
        told("divided")
        for problem in _each(pool, _bring, [(name, part) for part in parts]):
            problems += [problem] if problem else []
            told("part")
    if problems:
        raise PartsFailed(f"{name}: not all is done; ask for it again to go on. {'; '.join(problems[:5])}"
                          + (f"; and {len(problems) - 5} more" if len(problems) > 5 else ""))
    return backfill.finish(name)


@contextmanager
def _workers(configuration: Settings, dsn: str, count: int) -> Iterator[ProcessPoolExecutor]:
    # Not forked: this process has threads and connections, which a fork would tear.
    pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _begin, (configuration, dsn, os.getpid()))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise BackfillError("a worker process died (killed, or out of memory); ask for it again to go on, with fewer "
                            "workers or smaller parts") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _each(pool: ProcessPoolExecutor, work: Callable[[str, Result], str | None],
          items: Iterable[tuple[str, Result]]) -> Iterator[str | None]:
    pending: set[Future[str | None]] = {pool.submit(work, *item) for item in items}
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for one in done:
            yield one.result()


def _begin(configuration: Settings, dsn: str, parent: int) -> None:
    """In each worker: end with the parent, at once when it is interrupted, and hold the backfill."""
    from communique.local.supervisor import die_with_parent

    global _backfill
    die_with_parent(signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it ended before the kernel knew that it is waited for
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _backfill = Backfill(configuration, dsn)


def _look(name: str, origin: str) -> str | None:
    assert _backfill is not None  # noqa: S101 - set by _begin
    try:
        _backfill.look(name, origin)
    except (CaptureError, FetchError) as error:
        return str(error)
    return None


def _bring(name: str, part: int) -> str | None:
    assert _backfill is not None  # noqa: S101 - set by _begin
    ended, problem = _backfill.tried(name, part)
    return problem or (f"part {part}: another worker has it" if ended is None else None)
