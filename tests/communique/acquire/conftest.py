"""What every test of acquisition stands on: a server that answers as badly as we like, clients with short limits."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from communique.acquire import Fetcher, Landing
from communique.acquire.politeness import HostGates
from communique.acquire.robots import RobotsCache
from communique.settings import Settings
from communique.sources import Source


class Connection:
    """One request to the test server, and the means to answer it wrongly."""

    def __init__(self, sock: socket.socket, target: str, headers: dict[str, str], stopping: threading.Event) -> None:
        self.sock = sock
        self.target = target
        self.headers = headers
        self.stopping = stopping

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def answer(self, body: bytes = b"", status: str = "200 OK", **headers: str) -> None:
        given = {"content-length": str(len(body)), "connection": "close"}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
        self.send(f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body)

    def drip(self, data: bytes, every: float) -> None:
        """Sends one byte at a time until all are sent, or the test is over."""
        for byte in data:
            self.send(bytes([byte]))
            if self.stopping.wait(every):
                return

    def flood(self, data: bytes) -> None:
        """Sends `data` again and again until the other side hangs up."""
        while not self.stopping.is_set():
            self.send(data)

    def reset(self) -> None:
        """Breaks the connection with an RST rather than a FIN."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


Route = Callable[[Connection], None]


class Server:
    """A server on loopback; a path without a route is answered with 404."""

    def __init__(self, host: str = "127.0.0.1", wrap: Callable[[socket.socket], socket.socket] | None = None) -> None:
        self.routes: dict[str, Route] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.stopping = threading.Event()
        outer = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                # The client hangs up on most of this, as it should.
                with contextlib.suppress(OSError), wrap(self.request) if wrap else self.request as sock:
                    outer._serve(sock)

        class Listener(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            block_on_close = False
            address_family = socket.AF_INET6 if ":" in host else socket.AF_INET

        self._listener = Listener((host, 0), Handler)
        self.port: int = self._listener.server_address[1]
        self.host = f"[{host}]" if ":" in host else host
        threading.Thread(target=self._listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def authority(self) -> str:
        return f"{self.host}:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.authority}{path}"

    def paths(self) -> list[str]:
        return [target for target, _ in self.requests]

    def _serve(self, sock: socket.socket) -> None:
        data = b""
        while b"\r\n\r\n" not in data:
            part = sock.recv(65536)
            if not part:
                return
            data += part
        first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        target = first.split(" ")[1]
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        self.requests.append((target, headers))
        connection = Connection(sock, target, headers, self.stopping)
        route = self.routes.get(target.partition("?")[0])
        if route is None:
            connection.answer(b"nothing here", "404 Not Found")
        else:
            route(connection)

    def close(self) -> None:
        self.stopping.set()
        self._listener.shutdown()
        self._listener.server_close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Starts servers, and stops them at the end of the test."""
    started: list[Server] = []

    def start(*args: Any, **kwargs: Any) -> Server:
        started.append(Server(*args, **kwargs))
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture
def server(serve: Callable[..., Server]) -> Server:
    return serve()


@pytest.fixture
def declare() -> Callable[..., Source]:
    """A source that is not kept waiting; the servers given may be reached although they are on loopback."""

    def make(*servers: Server, **changes: Any) -> Source:
        politeness = {"delay_seconds": 0, "concurrency": 4, "robots": False} | changes.pop("politeness", {})
        return Source.model_validate({
            "key": "test_agency", "name": "A test agency", "country": "KZ", "languages": ["en"],
            "home": "http://agency.test/", "time_zone": "Asia/Almaty", "confidence": "high", "evidence": "a test",
            "feeds": [{"url": "http://agency.test/rss.xml", "format": "rss", "language": "en"}],
            "allow_private": [server.authority for server in servers], "politeness": politeness, **changes})

    return make


@pytest.fixture
def source(server: Server, declare: Callable[..., Source]) -> Source:
    return declare(server)


@pytest.fixture
def landing(tmp_path: Path) -> Landing:
    return Landing(tmp_path / "landing")


@pytest.fixture
def client(landing: Landing) -> Iterator[Callable[..., Fetcher]]:
    """Makes fetchers with limits that suit a test of seconds, each with politeness of its own."""
    opened: list[Fetcher] = []

    def make(*, keep: bool = True, ssl_context: Any = None, **settings: Any) -> Fetcher:
        limits: dict[str, Any] = {"fetch_deadline_seconds": 3.0, "fetch_max_bytes": 200_000,
                                  "contact": "https://communique.test/about"} | settings
        opened.append(Fetcher(
            Settings(**limits), landing if keep else None, gates=HostGates(), robots=RobotsCache(),
            ssl_context=ssl_context))
        return opened[-1]

    yield make
    for fetcher in opened:
        fetcher.close()


@pytest.fixture
def fetcher(client: Callable[..., Fetcher]) -> Fetcher:
    return client()
