"""When we may ask a host again: least distance between requests, requests at a time, and pauses it asked for."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Iterator

from communique.acquire.errors import Fault, Reason

MAX_WAIT = 300.0
"""Seconds that a thread waits in line for a host; when its turn is further off, the queue waits instead."""

MAX_PAUSE = 30.0
"""Seconds of a pause that a host asked for, beyond which nobody waits for it."""


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
    def turn(self, host: str, delay: float, concurrency: int, max_wait: float = MAX_WAIT) -> Iterator[None]:
        """Waits in line for this host's turn and holds it for the block.

        Starts of requests keep `delay` seconds of distance, and at most `concurrency` run at a time; who came
        first goes first. Raises Fault (busy) with `retry_after` when the turn is more than `max_wait` seconds
        away, or the host asked for a pause longer than MAX_PAUSE.
        """
        gate, place = self._gate(host), object()
        with gate.changed:
            gate.line.append(place)
            try:
                self._wait(gate, place, host, delay, concurrency, time.monotonic() + max_wait)
                gate.active += 1
                gate.next_at = time.monotonic() + delay
            finally:
                gate.line.remove(place)
                gate.changed.notify_all()
        try:
            yield
        finally:
            with gate.changed:
                gate.active -= 1
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
