"""Fetches one address for one source: politely, under limits, redirects checked hop by hop, every response kept."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from types import TracebackType
from typing import TYPE_CHECKING, Literal

import tenacity

from communique.acquire.encoding import ACCEPTED, charset
from communique.acquire.errors import RETRYABLE, Fault, FetchError, Reason
from communique.acquire.exchange import Exchange, Headers, field
from communique.acquire.landing import CaptureRef, Landing, LandingWriter
from communique.acquire.politeness import HostGates
from communique.acquire.robots import AGENT, MAX_BYTES, MAX_REDIRECTS, RobotsCache, Rules

if TYPE_CHECKING:
    import ssl

    import httpx

    from communique.settings import Settings
    from communique.sources import Source

Kind = Literal["feed", "page"]

_ACCEPT: dict[str, str] = {
    "feed": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
            "text/xml;q=0.9, application/json;q=0.8, */*;q=0.5",
    "page": "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
    "robots": "text/plain, */*;q=0.5",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRIES = 3
_AT_ONCE = frozenset({Reason.TIMEOUT, Reason.RESET, Reason.STATUS_5XX, Reason.STATUS_4XX})
_PASSING_4XX = frozenset({408, 425, 429})
_LASTING_5XX = frozenset({501, 505})
_LONGEST_RETRY_AFTER = 24 * 3600.0

_gates = HostGates()
_robots = RobotsCache()


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask by whether anything has changed, word for word."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """A successful answer. `body` is decoded; empty when `not_modified` (304).

    `url` is as asked for, `final_url` after redirects; `fetched_at` is aware, UTC. `charset` is the HTTP
    header's, where it names one. `capture` says where the response is kept: None without a landing store and for
    a 304, which has nothing to keep.
    """

    url: str
    final_url: str
    status: int
    headers: Headers
    body: bytes
    fetched_at: datetime
    not_modified: bool
    validators: Validators
    charset: str | None
    capture: CaptureRef | None


class Fetcher:
    """The HTTP client of one process or task; sync, safe for many threads, to be used in a `with` block.

    With a landing store, all responses of this fetcher (redirects, errors and robots.txt too) go into one file
    named after `name`. Politeness (turns of a host, robots.txt) is shared by all fetchers of the process.
    """

    def __init__(
        self,
        settings: Settings,
        landing: Landing | None = None,
        *,
        name: str = "fetch",
        gates: HostGates | None = None,
        robots: RobotsCache | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        """Raises ValueError when the contact in the settings can't stand in a header."""
        from communique.acquire.transport import Transport

        if not settings.contact.isascii() or not settings.contact.isprintable():
            raise ValueError("COMMUNIQUE_CONTACT must be plain ASCII (a web or e-mail address)")
        self._settings = settings
        self._agent = f"{AGENT}/{version('communique')} (+{settings.contact})"
        self._writer: LandingWriter | None = None
        if landing is not None:
            self._writer = landing.writer(name)
        self._gates = _gates if gates is None else gates
        self._robots = _robots if robots is None else robots
        self._transport = Transport(ssl_context)

    def get(self, url: str, source: Source, *, validators: Validators | None = None, kind: Kind = "page") -> Response:
        """The current content at `url`, or that it has not changed since `validators`.

        The transfer with its redirects is bounded by the settings' deadline, size and number of hops; waiting for
        the host's turn is not part of it. A failure that may pass is tried again up to twice while the deadline
        lasts. Raises FetchError for everything that the publisher or the network does wrong, LandingError when
        the response can't be kept.
        """
        in_time = tenacity.stop_before_delay(self._settings.fetch_deadline_seconds)
        retrying = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(_TRIES) | in_time,
            wait=_wait,
            retry=tenacity.retry_if_exception(_worth_trying_at_once),
            reraise=True,
        )
        return retrying(self._attempt, url, source, kind, validators or Validators())

    def close(self) -> None:
        """Closes all connections and the landing file. Raises LandingError when the latter fails."""
        self._transport.close()
        if self._writer is not None:
            self._writer.close()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _attempt(self, url: str, source: Source, kind: Kind, validators: Validators) -> Response:
        budget = _Budget(self._settings.fetch_deadline_seconds)
        hop = _Hop(source, _ACCEPT[kind], validators, budget, self._settings.fetch_max_bytes)
        try:
            exchange, capture = self._walk(url, hop, self._settings.fetch_max_redirects, self._permission)
            _judge(exchange, validators)
        except Fault as fault:
            status, capture = (exchange.status, capture) if isinstance(fault, _Judged) else (None, None)
            raise FetchError(
                fault.reason, fault.text, source=source.key, url=url, retryable=_retryable(fault.reason, status),
                retry_after=fault.retry_after, status=status, capture=capture) from fault
        not_modified = exchange.status == 304
        given = Validators(field(exchange.headers, "etag"), field(exchange.headers, "last-modified"))
        if not_modified:
            given = Validators(given.etag or validators.etag, given.last_modified or validators.last_modified)
        return Response(
            url=url, final_url=exchange.url, status=exchange.status, headers=exchange.headers,
            body=b"" if not_modified else exchange.body or b"", fetched_at=exchange.started_at,
            not_modified=not_modified, validators=given,
            charset=charset(field(exchange.headers, "content-type")), capture=capture)

    def _walk(
        self, start: str, hop: _Hop, max_redirects: int, permission: Callable[[httpx.URL, Source], float]
    ) -> tuple[Exchange, CaptureRef | None]:
        """The last exchange of a chain of redirects, each address checked before it is asked. Raises Fault."""
        from communique.acquire.transport import address_of

        target, seen = address_of(start), set[str]()
        first = target
        while True:
            if str(target) in seen or len(seen) > max_redirects:
                what = "it redirects in a circle" if str(target) in seen else f"more than {max_redirects} redirects"
                raise Fault(Reason.TOO_MANY_REDIRECTS, f"{what}, at last to {target}")
            seen.add(str(target))
            try:
                exchange, capture = self._exchange(target, hop, permission(target, hop.source))
                location = field(exchange.headers, "location")
                if exchange.status not in _REDIRECTS or not location:
                    return exchange, capture
                target = _redirected(target, location)
            except Fault as fault:
                if target != first:
                    fault.text = f"redirected to {target}: {fault.text}"
                raise

    def _exchange(self, target: httpx.URL, hop: _Hop, delay: float) -> tuple[Exchange, CaptureRef | None]:
        """Waits for the host's turn, sends one request, and keeps what came."""
        source = hop.source
        host = f"{target.host}:{target.port or target.scheme}"
        headers = self._headers(target, hop)
        with self._gates.turn(host, delay, source.politeness.concurrency):
            exchange = hop.budget.spend(lambda seconds: self._transport.get(
                target, headers, seconds=seconds, max_bytes=hop.max_bytes,
                allow_private=frozenset(source.allow_private)))
        pause = _retry_after(exchange)
        if pause:
            self._gates.pause(host, pause)
        kept = self._writer is not None and exchange.status != 304
        return exchange, self._writer.write(exchange) if self._writer is not None and kept else None

    def _headers(self, target: httpx.URL, hop: _Hop) -> Headers:
        languages = [*hop.source.languages, *(["en"] if "en" not in hop.source.languages else [])]
        headers = [
            ("Host", target.netloc.decode("ascii")),
            ("User-Agent", self._agent),
            ("Accept", hop.accept),
            ("Accept-Encoding", ACCEPTED),
            ("Accept-Language", ", ".join(f"{code};q={1 - n / 10:.1f}" for n, code in enumerate(languages[:9]))),
        ]
        if hop.validators.etag:
            headers.append(("If-None-Match", hop.validators.etag))
        if hop.validators.last_modified:
            headers.append(("If-Modified-Since", hop.validators.last_modified))
        return tuple(headers)

    def _permission(self, target: httpx.URL, source: Source) -> float:
        """Seconds to keep between requests to this host. Raises Fault (robots) when its rules refuse the address."""
        from communique.acquire.transport import robots_address

        if not source.politeness.robots:
            return source.politeness.delay_seconds
        place = str(robots_address(target))
        rules: Rules = self._robots.rules(place, lambda: self._ask_robots(place, source))
        if not rules.allows(str(target)):
            raise Fault(Reason.ROBOTS, f"{place} disallows it for {AGENT}")
        return max(source.politeness.delay_seconds, rules.delay)

    def _ask_robots(self, place: str, source: Source) -> tuple[int, bytes]:
        """Status and body of a robots.txt; endless redirects count as none there (RFC 9309, 2.3.1.2)."""
        budget = _Budget(self._settings.fetch_deadline_seconds)
        hop = _Hop(source, _ACCEPT["robots"], Validators(), budget, MAX_BYTES)
        try:
            exchange, _ = self._walk(place, hop, MAX_REDIRECTS, lambda _, asked: asked.politeness.delay_seconds)
        except Fault as fault:
            if fault.reason is Reason.TOO_MANY_REDIRECTS:
                return 404, b""
            raise
        if exchange.fault is not None and exchange.fault.reason is not Reason.TOO_LARGE:
            raise exchange.fault
        return exchange.status, exchange.body or b""


class _Budget:
    """What is left of a call's deadline; only time on the wire counts, not waiting for a turn."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._left = seconds

    def spend(self, transfer: Callable[[float], Exchange]) -> Exchange:
        if self._left <= 0:
            raise Fault(Reason.TIMEOUT, f"not whole after {self._seconds:.0f} s")
        began = time.monotonic()
        try:
            return transfer(self._left)
        finally:
            self._left -= time.monotonic() - began


@dataclass(frozen=True, slots=True)
class _Hop:
    """What stays the same over a chain of redirects."""

    source: Source
    accept: str
    validators: Validators
    budget: _Budget
    max_bytes: int


class _Judged(Fault):
    """A response came, and is no success."""


def _judge(exchange: Exchange, validators: Validators) -> None:
    """Raises _Judged unless the response is a success, or says that nothing has changed."""
    status = exchange.status
    named = f"status {status} {exchange.reason}".rstrip()
    if status == 304 and (validators.etag or validators.last_modified):
        return
    if status >= 500:
        raise _Judged(Reason.STATUS_5XX, named, _retry_after(exchange))
    if status >= 400:
        raise _Judged(Reason.STATUS_4XX, named, _retry_after(exchange))
    if not 200 <= status < 300:
        raise _Judged(Reason.STATUS_3XX, f"{named} without a usable redirect")
    if exchange.fault is not None:
        raise _Judged(exchange.fault.reason, exchange.fault.text)


def _retryable(reason: Reason, status: int | None) -> bool:
    if reason is Reason.STATUS_4XX:
        return status in _PASSING_4XX
    if reason is Reason.STATUS_5XX:
        return status not in _LASTING_5XX
    return reason in RETRYABLE


def _redirected(target: httpx.URL, location: str) -> httpx.URL:
    """Where a Location header leads from `target`. Raises Fault (bad_url)."""
    import httpx

    from communique.acquire.transport import address_of

    with contextlib.suppress(UnicodeDecodeError):  # raw UTF-8 in a header is common, if not lawful
        location = location.encode("latin-1").decode("utf-8")
    try:
        joined = str(target.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise Fault(Reason.BAD_URL, f"the redirect leads to no web address ({error})") from None
    return address_of(joined)


def _retry_after(exchange: Exchange) -> float | None:
    """Seconds that a 429 or 503 asks us to wait (RFC 9110, 10.2.3), a day at most; None where it names none."""
    value = field(exchange.headers, "retry-after") if exchange.status in (429, 503) else None
    if value is None:
        return None
    try:
        if value.strip().isdigit():
            seconds = float(value)
        else:
            moment = parsedate_to_datetime(value)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            seconds = (moment - datetime.now(UTC)) / timedelta(seconds=1)
    except (ValueError, OverflowError):
        return None
    return min(max(seconds, 0.0), _LONGEST_RETRY_AFTER)


def _worth_trying_at_once(error: BaseException) -> bool:
    return isinstance(error, FetchError) and error.retryable and error.reason in _AT_ONCE


_jitter = tenacity.wait_random_exponential(multiplier=0.5, max=5)


def _wait(state: tenacity.RetryCallState) -> float:
    """Seconds before the next try: random, growing, and never less than the publisher asked for."""
    error = state.outcome.exception() if state.outcome is not None else None
    asked = error.retry_after if isinstance(error, FetchError) else None
    return max(_jitter(state), asked or 0.0)
