"""The sockets under the HTTP client: connects only to checked addresses, and never outlives a deadline."""

from __future__ import annotations

import contextlib
import ssl
import threading
import time
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import httpcore

from communique.acquire.addresses import checked

_ADDRESSES_TRIED = 4
_local = threading.local()


@contextlib.contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Bounds all that this thread does on guarded sockets inside the block to `seconds` in sum.

    A timeout for each read alone would let a publisher that drips one byte at a time hold us for ever.
    """
    _local.ends = time.monotonic() + seconds
    try:
        yield
    finally:
        _local.ends = None


def remaining(timeout: float | None) -> float:
    """Seconds left for the next operation: the smaller of `timeout` and what the deadline leaves.

    Raises httpcore.ReadTimeout once nothing is left. Without a deadline, `timeout` alone counts.
    """
    ends: float | None = getattr(_local, "ends", None)
    left = float("inf") if ends is None else ends - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the transfer's deadline has passed")
    return left if timeout is None else min(left, timeout)


class GuardedStream(httpcore.NetworkStream):
    """A socket to `address` (host, port) whose every operation is held to the deadline of the using thread."""

    def __init__(self, stream: httpcore.NetworkStream, address: tuple[str, int]) -> None:
        self._stream = stream
        self._address = address

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, remaining(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, remaining(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        encrypted = self._stream.start_tls(ssl_context, server_hostname, remaining(timeout))
        return GuardedStream(encrypted, self._address)

    def get_extra_info(self, info: str) -> Any:
        if info == "server_addr":
            return self._address  # the socket can't tell any more once the peer has gone
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Looks a host up, checks every address, and connects to one of those very addresses.

    The name is looked up once: what was checked is what is connected to, so that a name whose answer changes
    between the two (rebinding) gains nothing. TLS and the Host header keep the name.
    """

    def __init__(self, allow_private: Collection[str]) -> None:
        self._allow_private = frozenset(allow_private)
        self._tcp = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Raises Fault (dns, timeout, forbidden_address) or httpcore's errors of connecting."""
        addresses = checked(host, port, remaining(timeout), self._allow_private)[:_ADDRESSES_TRIED]
        for number, address in enumerate(addresses):
            share = remaining(timeout) / (len(addresses) - number)
            try:
                stream = self._tcp.connect_tcp(address, port, share, local_address, socket_options)
                return GuardedStream(stream, (address, port))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(addresses) - 1:
                    raise
        raise httpcore.ConnectError("no address to connect to")
