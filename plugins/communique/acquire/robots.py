"""What robots.txt allows, remembered per host (RFC 9309)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protego import Protego

from communique.acquire.errors import Fault, Reason

if TYPE_CHECKING:
    from communique.acquire.shared import SharedPoliteness

AGENT = "Communique"
"""The product token under which publishers address us in robots.txt."""

MAX_BYTES = 512 * 1024
"""RFC 9309, 2.5: at least 500 KiB must be read; the rest is ignored."""

MAX_REDIRECTS = 5
"""RFC 9309, 2.3.1.2."""

_FRESH = 24 * 3600.0  # RFC 9309, 2.4: no copy older than a day
_FAILING_FOR = 60.0
_LONGEST_DELAY = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Rules:
    """One host's rules; without any (no robots.txt there) everything is allowed."""

    parsed: Protego | None = None

    def allows(self, url: str) -> bool:
        return self.parsed is None or bool(self.parsed.can_fetch(url, AGENT))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the host asks for (Crawl-delay, Request-rate), else 0."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(AGENT)
        per_request = rate.seconds / rate.requests if rate is not None and rate.requests > 0 else 0.0
        return min(max(float(self.parsed.crawl_delay(AGENT) or 0.0), per_request, 0.0), _LONGEST_DELAY)


class _Entry:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.rules: Rules | None = None
        self.failed_with = 0
        self.expires = 0.0


class RobotsCache:
    """The rules of every host asked so far, shared by all threads of this process, and with a warehouse by all."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}
        self._lock = threading.Lock()

    def rules(
        self, url: str, fetch: Callable[[], tuple[int, bytes]], shared: SharedPoliteness | None = None
    ) -> Rules:
        """The rules at the robots.txt address `url`, fetched by `fetch` (status, body) when none are fresh.

        As RFC 9309 has it: 2xx is parsed; 4xx and endless redirects mean that there are no rules; a host that
        fails (5xx, 429, no connection) disallows everything for now, unless rules are known from before. Raises
        Fault: robots_unreachable for a failing status, which is remembered for a minute; one of the network as
        it is, and not remembered.
        """
        with self._lock:
            entry = self._entries.setdefault(url, _Entry())
        with entry.lock:
            if time.monotonic() >= entry.expires and shared is not None:
                _recall(entry, url, shared)
            if time.monotonic() >= entry.expires:
                _renew(entry, url, fetch, shared)
            if entry.rules is None:
                raise Fault(
                    Reason.ROBOTS_UNREACHABLE,
                    f"{url} answers with status {entry.failed_with}, so nothing is asked of its host for now",
                    retry_after=max(entry.expires - time.monotonic(), 1.0))
            return entry.rules


def _recall(entry: _Entry, url: str, shared: SharedPoliteness) -> None:
    """Takes over what another worker has read; old rules serve for as long as the host fails."""
    known = shared.robots(url)
    if known is None or (entry.rules is not None and known.age > _FRESH):
        return
    entry.rules = _rules(known.status, known.content)
    entry.expires = time.monotonic() + _FRESH - known.age


def _renew(
    entry: _Entry, url: str, fetch: Callable[[], tuple[int, bytes]], shared: SharedPoliteness | None
) -> None:
    try:
        status, body = fetch()
    except Fault:
        if entry.rules is None:
            raise
        entry.expires = time.monotonic() + _FAILING_FOR
        return
    if status >= 500 or status == 429:
        entry.failed_with = status
        entry.expires = time.monotonic() + _FAILING_FOR
        return
    entry.rules = _rules(status, body)
    entry.expires = time.monotonic() + _FRESH
    if shared is not None:
        shared.keep_robots(url, status, body[:MAX_BYTES] if 200 <= status < 300 else b"")


def _rules(status: int, body: bytes) -> Rules:
    return parse(body) if 200 <= status < 300 else Rules()


def parse(body: bytes) -> Rules:
    """The rules in a robots.txt; lines that are none are skipped, whatever the body holds."""
    return Rules(Protego.parse(body[:MAX_BYTES].decode("utf-8-sig", "replace")))
