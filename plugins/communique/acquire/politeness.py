"""When we may ask a host again: least distance between requests, requests at a time, and pauses it asked for.

The gates here put the threads of one process in line; where a warehouse is at hand, the thread at the head of a line
takes its turn from `communique.acquire.shared`, which all workers share.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.acquire.errors import Fault, Reason

if TYPE_CHECKING:
    from communique.acquire.shared import SharedPoliteness, Turn

log = logging.getLogger(__name__)

MAX_WAIT = 300.0
"""Seconds that a thread waits in line for a host; when its turn is further off, the queue waits instead."""


MAX_PAUSE = 30.0
"""Seconds of a pause that a host asked for, beyond which nobody waits for it."""


@dataclass(slots=True)
class Visit:
    """A turn while it is used; who uses it notes how the host did.

    `failure` is what the request failed of, empty where the host answered, None where nothing was learned of it.
    """

    failure: str | None = None


class _Gate:
    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.line: deque[object] = deque()
        self.active = 0
        self.next_at = 0.0
        self.paused_until = 0.0


class HostGates:
    """One gate for each host (`host:port`), shared by all threads of this process."""

    def __init__(self) -> None:
        self._gates: dict[str, _Gate] = {}
        self._lock = threading.Lock()

    def _gate(self, host: str) -> _Gate:
        with self._lock:
            return self._gates.setdefault(host, _Gate())

    @contextlib.contextmanager
    def turn(
        self, host: str, delay: float, concurrency: int, max_wait: float = MAX_WAIT,
        shared: SharedPoliteness | None = None,
    ) -> Iterator[Visit]:
        """Waits in line for this host's turn and holds it for the block.

        Starts of requests keep `delay` seconds of distance, and at most `concurrency` run at a time, in this
        process or, with `shared`, in all; who came first in this process goes first. Raises Fault (busy) with
        `retry_after` when the turn is more than `max_wait` seconds away, or the host asked for a pause longer than
        MAX_PAUSE; what `shared` raises besides.
        """
        gate, place = self._gate(host), object()
        gives_up = time.monotonic() + max_wait
        held: Turn | None = None
        begun = gives_up
        visit = Visit()
        with gate.changed:
            gate.line.append(place)
            try:
                self._wait(gate, place, host, delay, concurrency, gives_up)
            except BaseException:
                self._leave(gate, place)
                raise
            gate.active += 1
        try:
            try:
                if shared is not None:
                    held = shared.take(host, delay, concurrency, max(gives_up - time.monotonic(), 0.0))
                    _until_start(held)
                    begun = time.monotonic()
                with gate.changed:
                    gate.next_at = time.monotonic() + delay
            finally:
                with gate.changed:
                    self._leave(gate, place)
            yield visit
        finally:
            with gate.changed:
                gate.active -= 1
                gate.changed.notify_all()
            if shared is not None and held is not None:
                _give_back(shared, held, visit.failure, max(time.monotonic() - begun, 0.0))

    @staticmethod
    def _leave(gate: _Gate, place: object) -> None:
        gate.line.remove(place)
        gate.changed.notify_all()

    @staticmethod
    def _wait(gate: _Gate, place: object, host: str, delay: float, concurrency: int, gives_up: float) -> None:
        while True:
            now = time.monotonic()
            paused, ahead = gate.paused_until - now, gate.line.index(place)
            away = max(gate.next_at - now, paused, 0.0)
            free = gate.active < concurrency
            if ahead == 0 and free and away == 0:
                return
            expected = away + ahead * delay
            if paused > MAX_PAUSE or now + expected > gives_up or now >= gives_up:
                seconds = max(expected, delay, 1.0)
                text = f"{host} is to be asked again in {seconds:.0f} s at the earliest"
                raise Fault(Reason.BUSY, text, seconds)
            gate.changed.wait(away if ahead == 0 and free else gives_up - now)

    def pause(self, host: str, seconds: float) -> None:
        """Lets nobody ask this host for `seconds` (its own Retry-After)."""
        gate = self._gate(host)
        with gate.changed:
            gate.paused_until = max(gate.paused_until, time.monotonic() + seconds)
            gate.changed.notify_all()


def _until_start(turn: Turn) -> None:
    """Waits until the turn begins; a computed time, which nothing can bring forward."""
    ends = time.monotonic() + turn.wait
    while (left := ends - time.monotonic()) > 0:
        time.sleep(left)


def _give_back(shared: SharedPoliteness, turn: Turn, failure: str | None, ran_for: float) -> None:
    try:
        shared.release(turn, failure, ran_for)
    except Fault as fault:  # the response is had, and the lease gives the turn back
        log.warning("the turn of %s is not given back before its lease runs out: %s", turn.host, fault)
