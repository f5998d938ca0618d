"""Fetches one address for one source: politely, under limits, redirects checked hop by hop, every response kept."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from communique.acquire.encoding import ACCEPTED, charset
from communique.acquire.errors import Fault, FetchError, Reason
from communique.acquire.exchange import Exchange, Headers, field
from communique.acquire.keeping import Keeper, Kept
from communique.acquire.landing import CaptureRef, Landing
from communique.acquire.politeness import HostGates
from communique.acquire.retries import LASTING_5XX, retry_after, retryable, retrying
from communique.acquire.robots import AGENT, MAX_BYTES, MAX_REDIRECTS, RobotsCache, Rules

if TYPE_CHECKING:
    import ssl

    import httpx

    from communique.acquire.index import CaptureIndex, Kind
    from communique.acquire.shared import SharedPoliteness
    from communique.settings import Settings
    from communique.sources import Source

Asked = Literal["feed", "page"]

_ACCEPT: dict[Kind, str] = {
    "feed": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
            "text/xml;q=0.9, application/json;q=0.8, */*;q=0.5",
    "page": "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
    "robots": "text/plain, */*;q=0.5",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HOST_FAILS = frozenset({
    Reason.DNS, Reason.REFUSED, Reason.UNREACHABLE, Reason.TLS, Reason.TIMEOUT, Reason.RESET, Reason.PROTOCOL})
_LEASE_MARGIN = 5.0
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]{1,1000}")

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
    header's, where it names one. `capture` says where the body is kept, which is an earlier response of the address
    where this one repeats it; None without a landing store, and for a 304 of which nothing earlier is known.
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

    With a landing store, all responses of this fetcher (redirects, errors, feeds and robots.txt too) go into files
    named after `name`. With a warehouse (`dsn`, its loader's), they are entered in `landing.capture`, and politeness
    (turns and circuit breaker of a host, robots.txt) is shared by all workers of that warehouse, else by all fetchers
    of the process. What answers a page is left to the caller to enter, with its queue entry.
    """

    def __init__(
        self,
        settings: Settings,
        landing: Landing | None = None,
        *,
        name: str = "fetch",
        dsn: str | None = None,
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
        index, self._shared = _over_warehouse(dsn, name, settings)
        self._keeper = None if landing is None else Keeper(landing, name, index)
        self._gates = _gates if gates is None else gates
        self._robots = _robots if robots is None else robots
        self._transport = Transport(ssl_context)

    def get(self, url: str, source: Source, *, validators: Validators | None = None, kind: Asked = "page") -> Response:
        """The current content at `url`, or that it has not changed since `validators`.

        The transfer with its redirects is bounded by the settings' deadline, size and number of hops; waiting for
        the host's turn is not part of it. A failure that may pass is tried again up to twice while the deadline
        lasts. Raises FetchError for everything that the publisher or the network does wrong, LandingError when
        the response can't be kept.
        """
        failed: list[Kept] = []

        def before_next(error: FetchError) -> None:
            self._note(failed.pop() if failed else None, str(error))

        tries = retrying(self._settings.fetch_deadline_seconds, before_next)
        try:
            response, kept = tries(self._attempt, url, source, kind, validators or Validators(), failed)
        except FetchError as error:
            if kind != "page" or (failed and failed[-1].revisit):
                before_next(error)
            raise
        if kind != "page" or (kept is not None and kept.revisit):
            self._note(kept)
        return response

    def flush(self) -> None:
        """Makes all responses kept so far last, for a fetcher that lives long. Raises LandingError."""
        if self._keeper is not None:
            self._keeper.flush()

    def close(self) -> None:
        """Closes all connections and the landing file. Raises LandingError when the latter fails."""
        self._transport.close()
        if self._keeper is not None:
            self._keeper.close()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _attempt(
        self, url: str, source: Source, kind: Asked, validators: Validators, failed: list[Kept]
    ) -> tuple[Response, Kept | None]:
        """One try. What was kept of an answer that is no success is appended to `failed`."""
        budget = _Budget(self._settings.fetch_deadline_seconds)
        hop = _Hop(source, kind, validators, budget, self._settings.fetch_max_bytes)
        try:
            exchange, kept = self._walk(url, hop, self._settings.fetch_max_redirects, self._permission)
            _judge(exchange, validators)
        except Fault as fault:
            status, place = None, None
            if isinstance(fault, _Judged):
                status, place = exchange.status, None if kept is None else kept.content
                failed.extend([] if kept is None else [kept])
            raise FetchError(
                fault.reason, fault.text, source=source.key, url=url, retryable=retryable(fault.reason, status),
                retry_after=fault.retry_after, status=status, capture=place) from fault
        not_modified = exchange.status == 304
        given = Validators(field(exchange.headers, "etag"), field(exchange.headers, "last-modified"))
        if not_modified:
            given = Validators(given.etag or validators.etag, given.last_modified or validators.last_modified)
        return Response(
            url=url, final_url=exchange.url, status=exchange.status, headers=exchange.headers,
            body=b"" if not_modified else exchange.body or b"", fetched_at=exchange.started_at,
            not_modified=not_modified, validators=given,
            charset=charset(field(exchange.headers, "content-type")),
            capture=None if kept is None else kept.content), kept

    def _walk(
        self, start: str, hop: _Hop, max_redirects: int, permission: Callable[[httpx.URL, Source], float]
    ) -> tuple[Exchange, Kept | None]:
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
                exchange, kept = self._exchange(target, hop, permission(target, hop.source))
                location = field(exchange.headers, "location")
                if exchange.status not in _REDIRECTS or not location:
                    return exchange, kept
                self._note(kept)
                target = _redirected(target, location)
            except Fault as fault:
                if target != first:
                    fault.text = f"redirected to {target}: {fault.text}"
                raise

    def _exchange(self, target: httpx.URL, hop: _Hop, delay: float) -> tuple[Exchange, Kept | None]:
        """Waits for the host's turn, sends one request, and keeps what came."""
        source = hop.source
        host = f"{target.host}:{target.port or target.scheme}"
        headers = self._headers(target, hop)
        with self._gates.turn(host, delay, source.politeness.concurrency, shared=self._shared) as visit:
            try:
                exchange = hop.budget.spend(lambda seconds: self._transport.get(
                    target, headers, seconds=seconds, max_bytes=hop.max_bytes,
                    allow_private=frozenset(source.allow_private)))
            except Fault as fault:
                visit.failure = fault.text if fault.reason in _HOST_FAILS else None
                raise
            visit.failure = _host_failure(exchange)
            pause = retry_after(exchange)
            if pause:
                self._gates.pause(host, pause)
                if self._shared is not None:
                    self._shared.pause(host, pause)
        if self._keeper is None:
            return exchange, None
        return exchange, self._keeper.keep(exchange, hop.kind, source.key)

    def _note(self, kept: Kept | None, error: str | None = None) -> None:
        if self._keeper is not None and kept is not None:
            self._keeper.note(kept, error)

    def _headers(self, target: httpx.URL, hop: _Hop) -> Headers:
        languages = [*hop.source.languages, *(["en"] if "en" not in hop.source.languages else [])]
        headers = [
            ("Host", target.netloc.decode("ascii")),
            ("User-Agent", self._agent),
            ("Accept", _ACCEPT[hop.kind]),
            ("Accept-Encoding", ACCEPTED),
            ("Accept-Language", ", ".join(f"{code};q={1 - n / 10:.1f}" for n, code in enumerate(languages[:9]))),
        ]
        asked_by = {"If-None-Match": hop.validators.etag, "If-Modified-Since": hop.validators.last_modified}
        for name, value in asked_by.items():
            # They come back from a store: what could not have been a header's value is not made one.
            if value and _VALUE.fullmatch(value):
                headers.append((name, value))
        return tuple(headers)

    def _permission(self, target: httpx.URL, source: Source) -> float:
        """Seconds to keep between requests to this host. Raises Fault (robots) when its rules refuse the address."""
        from communique.acquire.transport import robots_address

        if not source.politeness.robots:
            return source.politeness.delay_seconds
        place = str(robots_address(target))
        rules: Rules = self._robots.rules(place, lambda: self._ask_robots(place, source), self._shared)
        if not rules.allows(str(target)):
            raise Fault(Reason.ROBOTS, f"{place} disallows it for {AGENT}")
        return max(source.politeness.delay_seconds, rules.delay)

    def _ask_robots(self, place: str, source: Source) -> tuple[int, bytes]:
        """Status and body of a robots.txt; endless redirects count as none there (RFC 9309, 2.3.1.2)."""
        budget = _Budget(self._settings.fetch_deadline_seconds)
        hop = _Hop(source, "robots", Validators(), budget, MAX_BYTES)
        try:
            exchange, kept = self._walk(place, hop, MAX_REDIRECTS, lambda _, asked: asked.politeness.delay_seconds)
        except Fault as fault:
            if fault.reason is Reason.TOO_MANY_REDIRECTS:
                return 404, b""
            raise
        self._note(kept, None if exchange.fault is None else exchange.fault.text)
        if exchange.fault is not None and exchange.fault.reason is not Reason.TOO_LARGE:
            raise exchange.fault
        return exchange.status, exchange.body or b""


def _over_warehouse(
    dsn: str | None, name: str, settings: Settings
) -> tuple[CaptureIndex | None, SharedPoliteness | None]:
    if dsn is None:
        return None, None
    # Imported here: who fetches without a warehouse needs no database driver, which takes a while to load.
    from communique.acquire.index import CaptureIndex
    from communique.acquire.shared import SharedPoliteness

    return CaptureIndex(dsn, name), SharedPoliteness(
        dsn, lease_seconds=settings.fetch_deadline_seconds + _LEASE_MARGIN,
        failures=settings.breaker_failures, cooldown_seconds=settings.breaker_seconds)


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
    kind: Kind
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
        raise _Judged(Reason.STATUS_5XX, named, retry_after(exchange))
    if status >= 400:
        raise _Judged(Reason.STATUS_4XX, named, retry_after(exchange))
    if not 200 <= status < 300:
        raise _Judged(Reason.STATUS_3XX, f"{named} without a usable redirect")
    if exchange.fault is not None:
        raise _Judged(exchange.fault.reason, exchange.fault.text)


def _host_failure(exchange: Exchange) -> str | None:
    """What an exchange says about its host, as Visit.failure has it; a host that asks for a pause has not failed."""
    if exchange.fault is not None and exchange.fault.reason in _HOST_FAILS:
        return exchange.fault.text
    if exchange.status < 500 or exchange.status in LASTING_5XX:
        return None if exchange.status == 429 else ""
    return None if retry_after(exchange) else f"it answered with status {exchange.status}"


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
