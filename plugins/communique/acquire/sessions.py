"""The few database sessions that acquisition keeps: short statements of many threads over a small pool."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from psycopg_pool import ConnectionPool

Connection = psycopg.Connection[tuple[Any, ...]]

PATIENCE = 10.0
"""Seconds that a thread waits for a session before the warehouse counts as away."""

_OPTIONS = "-c statement_timeout=10s -c lock_timeout=10s -c idle_in_transaction_session_timeout=10s"

_pools: dict[tuple[int, str], ConnectionPool[Connection]] = {}
_lock = threading.Lock()


class Away(Exception):
    """The warehouse does not answer; the message says how."""


@contextmanager
def session(dsn: str) -> Iterator[Connection]:
    """A session of the process's pool, in autocommit mode. Raises Away when the warehouse does not answer."""
    with answering(), _pool(dsn).connection(timeout=PATIENCE) as connection:
        yield connection


@contextmanager
def listener(dsn: str, channel: str) -> Iterator[Connection]:
    """A session of its own that listens to `channel`, for as long as somebody waits. Raises Away."""
    with answering(), psycopg.connect(
            dsn, autocommit=True, connect_timeout=10, application_name=f"communique {channel}"[:63]) as connection:
        connection.execute(psycopg.sql.SQL("LISTEN {}").format(psycopg.sql.Identifier(channel)))
        yield connection


@contextmanager
def answering() -> Iterator[None]:
    """Names what psycopg raises when the server is away; an error in a statement passes as it is."""
    from psycopg_pool import PoolTimeout

    try:
        yield
    except (psycopg.OperationalError, PoolTimeout) as error:
        raise Away(f"the warehouse does not answer ({str(error).strip() or type(error).__name__})") from error


def _pool(dsn: str) -> ConnectionPool[Connection]:
    """The process's pool: no session while nobody asks, four at most however many fetchers there are."""
    from psycopg_pool import ConnectionPool

    key = (os.getpid(), dsn)  # a pool's threads and sockets do not live on in a fork
    with _lock:
        if key not in _pools:
            _pools[key] = ConnectionPool(
                dsn, min_size=0, max_size=4, max_idle=60.0, open=True, name="communique-acquire", num_workers=1,
                check=ConnectionPool.check_connection,
                kwargs={"autocommit": True, "application_name": "communique acquire", "options": _OPTIONS,
                        "connect_timeout": 10})
        return _pools[key]


def close() -> None:
    """Closes the sessions of this process that are open; the next statement opens new ones."""
    with _lock:
        open_pools = [pool for (pid, _), pool in _pools.items() if pid == os.getpid()]
        _pools.clear()
    for pool in open_pools:
        pool.close()
