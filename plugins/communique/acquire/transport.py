"""Sends one GET and takes in its response under limits of time and size; redirects and retries are not its business."""

from __future__ import annotations

import re
import ssl
import threading
from datetime import UTC, datetime
from http import HTTPStatus

import h2.exceptions
import httpcore
import httpx

from communique.acquire.encoding import TooLarge, decode
from communique.acquire.errors import Fault, Reason
from communique.acquire.exchange import Exchange, Headers, field
from communique.acquire.network import GuardedBackend, deadline

_NOT_IN_HEADERS = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_HOST = re.compile(r"[A-Za-z0-9._:-]{1,253}")
_MAX_URL = 8192


class Transport:
    """Connections to publishers, kept alive between requests; safe for many threads.

    Sources that may reach different private hosts never share a connection: an address is checked when it is
    connected to, and a connection that one source was allowed must not serve another.
    """

    def __init__(self, ssl_context: ssl.SSLContext | None = None) -> None:
        self._ssl_context = ssl_context
        self._pools: dict[frozenset[str], httpcore.ConnectionPool] = {}
        self._lock = threading.Lock()

    def close(self) -> None:
        """Closes every connection; the transport can be used again and opens new ones."""
        with self._lock:
            pools, self._pools = self._pools, {}
        for pool in pools.values():
            pool.close()

    def get(
        self, url: httpx.URL, headers: Headers, *, seconds: float, max_bytes: int, allow_private: frozenset[str]
    ) -> Exchange:
        """The response to one GET of `url`, whatever its status.

        `seconds` bounds everything from the name's look-up to the last byte, `max_bytes` the body both as
        received and decoded. Once the response's head is there, an Exchange is returned even if its body fails:
        `fault` then says how. Raises Fault when there is no head.
        """
        request = httpcore.Request(
            method="GET",
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=[(name.encode("ascii"), value.encode("latin-1")) for name, value in headers],
            extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), seconds)},
        )
        started_at = datetime.now(UTC)
        with deadline(seconds):
            try:
                response = self._pool(allow_private).handle_request(request)
            except _FAILURES as error:
                raise _fault(error, url, seconds) from error
            try:
                raw, fault, truncated = _receive(response, url, seconds, max_bytes)
                network = response.extensions["network_stream"]
                if fault is not None:
                    # An HTTP/2 connection would go on carrying a stream that nobody reads: give it up whole.
                    network.close()
                address = network.get_extra_info("server_addr")
            finally:
                _close(response)
        received = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
        if any(not name.isascii() or _NOT_IN_HEADERS.search(name + value) for name, value in received):
            raise Fault(Reason.PROTOCOL, "a response header holds characters that may not stand in one")
        body: bytes | None = None
        try:
            body = decode(raw, field(received, "content-encoding") or "", max_bytes)
        except TooLarge as error:
            body, fault = error.partial, fault or error
        except Fault as error:
            fault = fault or error
        return Exchange(
            url=str(url),
            request_target=url.raw_path.decode("ascii"),
            request_headers=headers,
            status=response.status,
            reason=_phrase(response),
            headers=received,
            raw=raw,
            body=body,
            started_at=started_at,
            address=str(address[0]),
            protocol="h2" if response.extensions.get("http_version") == b"HTTP/2" else "http/1.1",
            fault=fault,
            truncated=truncated,
        )

    def _pool(self, allow_private: frozenset[str]) -> httpcore.ConnectionPool:
        with self._lock:
            if allow_private not in self._pools:
                if self._ssl_context is None:
                    self._ssl_context = httpx.create_ssl_context()
                self._pools[allow_private] = httpcore.ConnectionPool(
                    ssl_context=self._ssl_context,
                    max_connections=100,
                    max_keepalive_connections=20,
                    keepalive_expiry=20.0,
                    http2=True,
                    network_backend=GuardedBackend(allow_private),
                )
            return self._pools[allow_private]


def address_of(text: str) -> httpx.URL:
    """The address to ask for, normalized, its fragment dropped. Raises Fault (bad_url).

    Only http and https with a host pass; a user name in it is refused, since it is made to mislead.
    """
    if len(text) > _MAX_URL:
        raise Fault(Reason.BAD_URL, f"an address of {len(text):,} characters")
    try:
        url = httpx.URL(text.strip())
        host, port, _ = url.raw_host.decode("ascii"), url.port, url.host  # url.host: fails for a broken IDN label
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise Fault(Reason.BAD_URL, f"not a web address ({error})") from None
    if url.scheme not in ("http", "https") or not host:
        raise Fault(Reason.BAD_URL, "not a web address: only http:// and https:// with a host can be fetched")
    if not _HOST.fullmatch(host):
        raise Fault(Reason.BAD_URL, f"{host[:100]!r} is no host name")
    if url.userinfo:
        raise Fault(Reason.BAD_URL, "a user name stands in the address")
    if port is not None and not 0 < port < 65536:
        raise Fault(Reason.BAD_URL, f"there is no port {port}")
    return url.copy_with(fragment=None)


def _receive(
    response: httpcore.Response, url: httpx.URL, seconds: float, max_bytes: int
) -> tuple[bytes, Fault | None, str | None]:
    """The body as far as it came, what ended it early, and the word that WARC has for that."""
    body = bytearray()
    try:
        for part in response.iter_stream():
            body += part
            if len(body) > max_bytes:
                return bytes(body[:max_bytes]), Fault(Reason.TOO_LARGE, f"more than {max_bytes:,} bytes"), "length"
    except _FAILURES as error:
        fault = _fault(error, url, seconds)
        return bytes(body), fault, "time" if fault.reason is Reason.TIMEOUT else "disconnect"
    return bytes(body), None, None


def _close(response: httpcore.Response) -> None:
    try:
        response.close()
    except _FAILURES:
        return  # the response is had, or its own fault is already told; the pool drops such a connection


_FAILURES = (
    httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol,
    h2.exceptions.H2Error, ssl.SSLError, OSError, ValueError, Fault,
)
"""What the HTTP layers raise for a hostile or broken peer (ValueError: a status or length that is no number)."""


def _fault(error: BaseException, url: httpx.URL, seconds: float) -> Fault:
    """What went wrong, in few words and with the cause that a person can act on."""
    if isinstance(error, Fault):
        return error
    chain = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and cause not in chain:
        chain.append(cause)
    place = f"{url.host}:{url.port or (443 if url.scheme == 'https' else 80)}"
    for link in chain:
        if isinstance(link, Fault):
            return link
        if isinstance(link, ssl.SSLCertVerificationError):
            return Fault(Reason.TLS, f"the certificate of {url.host} is not valid: {link.verify_message}")
        if isinstance(link, ssl.SSLError) and not isinstance(link, ssl.SSLEOFError):
            return Fault(Reason.TLS, f"TLS with {place} failed: {link.reason or link}")
        if isinstance(link, ConnectionRefusedError):
            return Fault(Reason.REFUSED, f"{place} refuses the connection")
    if isinstance(error, httpcore.ConnectTimeout):
        return Fault(Reason.TIMEOUT, f"{place} doesn't answer a connection within {seconds:.0f} s")
    if isinstance(error, httpcore.TimeoutException):
        return Fault(Reason.TIMEOUT, f"not whole after {seconds:.0f} s")
    if isinstance(error, httpcore.ConnectError):
        if any(isinstance(link, ConnectionResetError | ssl.SSLEOFError) for link in chain):
            return Fault(Reason.RESET, f"{place} breaks the connection off while it is made")
        return Fault(Reason.UNREACHABLE, f"{place} can't be reached ({error or 'no route'})")
    if isinstance(error, httpcore.NetworkError | ConnectionError) or "disconnected" in str(error):
        return Fault(Reason.RESET, f"{place} breaks the connection off")
    if "peer closed connection" in str(error):
        return Fault(Reason.RESET, f"{place} closes the connection in mid-body")
    return Fault(Reason.PROTOCOL, f"{place} doesn't speak proper HTTP ({str(error)[:200] or type(error).__name__})")


def _phrase(response: httpcore.Response) -> str:
    phrase = response.extensions.get("reason_phrase", b"")
    if phrase:
        return _NOT_IN_HEADERS.sub(" ", str(phrase.decode("ascii", "replace").replace("\ufffd", "?"))).strip()
    try:
        return HTTPStatus(response.status).phrase
    except ValueError:
        return ""


def robots_address(url: httpx.URL) -> httpx.URL:
    """Where the rules for robots of this address stand (RFC 9309: per scheme, host and port)."""
    return url.copy_with(raw_path=b"/robots.txt", fragment=None)
