"""Politeness across tasks and workers: the turns of a host, its circuit breaker and its robots.txt, in PostgreSQL.

A turn is one request. The row of its host in `landing.host` is locked while one is given out, so that starts keep
their distance whoever asks; the slot that it takes in `landing.host_slot` is a lease, so that a worker that dies in
mid-request gives it back. Nobody polls: the time of a start is computed and waited for, and a slot that comes free
is announced (LISTEN/NOTIFY).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

import psycopg
from psycopg.rows import dict_row

from communique.acquire import sessions
from communique.acquire.errors import Fault, Reason
from communique.acquire.politeness import MAX_PAUSE
from communique.acquire.sessions import Connection
from communique.warehouse.connection import sql

CHANNEL = "communique_host"
"""Where the release of a turn is announced, with the host's name."""

LONGEST_OPEN = 900.0
"""Seconds after which a host that does not answer is tried again at the latest."""

_AWAY_FOR = 5.0


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to send one request to `host`, in `wait` seconds from when it was given; the next starts `delay`
    seconds later at the earliest."""

    host: str
    id: UUID
    wait: float
    delay: float


@dataclass(frozen=True, slots=True)
class _Full:
    """All slots are taken; the first lease runs out in `frees_in` seconds."""

    frees_in: float


@dataclass(frozen=True, slots=True)
class StoredRobots:
    """A robots.txt as some worker last read it, `age` seconds ago."""

    status: int
    content: bytes
    age: float


class SharedPoliteness:
    """What all workers of one warehouse keep together about hosts; safe for many threads.

    `lease_seconds` is longer than any one request may take. After `failures` failed requests in a row a host is left
    alone for `cooldown_seconds`, doubled with every probe that fails, LONGEST_OPEN at most. Every method raises
    Fault (busy) when the warehouse does not answer: without it nobody can know whose turn it is.
    """

    def __init__(self, dsn: str, *, lease_seconds: float, failures: int = 5, cooldown_seconds: float = 60.0) -> None:
        self._dsn = dsn
        self._lease = lease_seconds
        self._failures = failures
        self._cooldown = cooldown_seconds

    def take(self, host: str, delay: float, concurrency: int, max_wait: float) -> Turn:
        """The next turn of `host`: at most `concurrency` at a time, starts `delay` seconds apart.

        Returns at once with the seconds still to wait, or waits for a slot. Raises Fault: busy with `retry_after`
        when the turn is more than `max_wait` seconds away or the host asked for a long pause; circuit_open while
        the host is left alone because it does not answer.
        """
        gives_up = time.monotonic() + max_wait
        found = self._try(host, delay, concurrency, max_wait)
        if isinstance(found, Turn):
            return found
        with _named(), sessions.listener(self._dsn, CHANNEL) as listener:
            while True:
                found = self._try(host, delay, concurrency, gives_up - time.monotonic())
                if isinstance(found, Turn):
                    return found
                left = gives_up - time.monotonic()
                if left <= 0:
                    raise _busy(host, max(delay, found.frees_in, 1.0))
                _await(listener, host, min(left, found.frees_in + 0.01))

    def release(self, turn: Turn, failure: str | None, ran_for: float = 0.0) -> None:
        """Gives a turn back, `ran_for` seconds after its request was begun.

        `failure` says what the request failed of, is empty where the host answered, and None where the request says
        nothing about the host.
        """
        given = {
            "host": turn.host, "turn": turn.id, "delay": turn.delay, "ran_for": ran_for,
            "failure": failure and failure[:500].replace("\0", " "), "threshold": self._failures,
            "cooldown": self._cooldown, "longest": LONGEST_OPEN}
        with self._connection() as connection:
            connection.execute(sql("politeness/release"), given)

    def pause(self, host: str, seconds: float) -> None:
        """Lets nobody ask `host` for `seconds` (its own Retry-After)."""
        with self._connection() as connection:
            connection.execute(sql("politeness/pause"), {"host": host, "seconds": seconds})

    def robots(self, url: str) -> StoredRobots | None:
        """The robots.txt at `url` as last read by any worker, however old; None where none has been read."""
        with self._connection() as connection:
            row = connection.execute(sql("politeness/robots"), {"robots_url": url}).fetchone()
        return None if row is None else StoredRobots(int(row[0]), bytes(row[1]), float(row[2]))

    def keep_robots(self, url: str, status: int, content: bytes) -> None:
        """Keeps a robots.txt for all workers."""
        with self._connection() as connection:
            connection.execute(sql("politeness/keep_robots"),
                               {"robots_url": url, "http_status": status, "content": content})

    def _try(self, host: str, delay: float, concurrency: int, max_wait: float) -> Turn | _Full:
        with (self._connection() as connection, connection.transaction(),
              connection.cursor(row_factory=dict_row) as cursor):
            state = cursor.execute(sql("politeness/lock"), {"host": host}).fetchone()
            slots = cursor.execute(sql("politeness/slots"), {"host": host}).fetchone()
            if state is None or slots is None:
                raise psycopg.DataError(f"no row came back for the host {host}")
            if state["open_for"] > 0:
                raise Fault(
                    Reason.CIRCUIT_OPEN, f"{host} is left alone for {state['open_for']:.0f} s: {state['failures']} "
                    f"requests in a row failed, the last because {state['last_failure']}", state["open_for"])
            # Half open: the host was left alone long enough, and one probe at a time asks whether it is back.
            allowed = 1 if state["failures"] >= self._failures else concurrency
            wait = max(state["next_in"], state["paused_for"])
            if wait > max_wait or state["paused_for"] > MAX_PAUSE:
                raise _busy(host, max(wait, delay, 1.0))
            if slots["taken"] >= allowed:
                return _Full(max(float(slots["frees_in"]), 0.0))
            turn = Turn(host, uuid4(), wait, delay)
            cursor.execute(sql("politeness/take"), {
                "host": host, "turn": turn.id, "slot": slots["free_slot"], "wait": wait, "delay": delay,
                "lease": self._lease})
            return turn

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        with _named(), sessions.session(self._dsn) as connection:
            yield connection


@contextmanager
def _named() -> Iterator[None]:
    try:
        yield
    except sessions.Away as away:
        raise Fault(Reason.BUSY, f"{away}, so nobody knows whose turn it is", _AWAY_FOR) from away


def _await(listener: Connection, host: str, seconds: float) -> None:
    """Returns when a turn of `host` is given back, or after `seconds`."""
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        for note in listener.notifies(timeout=left, stop_after=1):
            if note.payload == host:
                return


def _busy(host: str, seconds: float) -> Fault:
    return Fault(Reason.BUSY, f"{host} is to be asked again in {seconds:.0f} s at the earliest", seconds)
