"""TLS and HTTP/2: names are proved, both versions work, and a hostile HTTP/2 peer is bounded as well."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import h2.config
import h2.connection
import h2.events
import pytest
from communique.acquire import Fetcher, FetchError, Landing, Reason
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NAME = "agency.test"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a self-signed certificate for NAME in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256()))
    path = tmp_path_factory.mktemp("tls") / "agency.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


@pytest.fixture
def secure(serve: Callable[..., Any], certificate: Path, network: Any) -> Callable[..., Any]:
    """Starts a server that speaks TLS under NAME, by HTTP/1.1 or HTTP/2."""

    def start(version: str = "http/1.1") -> Any:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        context.set_alpn_protocols([version])
        network.name(NAME, ["127.0.0.1"])
        server = serve(wrap=lambda sock: context.wrap_socket(sock, server_side=True))
        server.host = NAME
        return server

    return start


def test_the_name_is_proved_although_the_address_is_connected_to(
    secure: Any, client: Any, declare: Any, trusting: ssl.SSLContext
) -> None:
    server = secure()
    server.routes["/a"] = lambda c: c.answer(b"secret")
    response = client(ssl_context=trusting).get(f"https://{server.authority}/a", declare(server))
    assert response.body == b"secret"
    assert server.requests[0][1]["host"] == server.authority


def test_a_certificate_that_nobody_vouches_for_is_refused(secure: Any, fetcher: Fetcher, declare: Any) -> None:
    server = secure()
    with pytest.raises(FetchError) as caught:
        fetcher.get(f"https://{server.authority}/a", declare(server))
    assert (caught.value.reason, caught.value.retryable) == (Reason.TLS, True)
    assert "certificate of agency.test is not valid" in str(caught.value)


def test_a_certificate_of_another_name_is_refused(
    secure: Any, client: Any, declare: Any, network: Any, trusting: ssl.SSLContext
) -> None:
    server = secure()
    network.name("other.test", ["127.0.0.1"])
    server.host = "other.test"
    with pytest.raises(FetchError) as caught:
        client(ssl_context=trusting).get(f"https://{server.authority}/a", declare(server))
    assert caught.value.reason is Reason.TLS


def test_a_tls_handshake_that_hangs_is_given_up(server: Any, client: Any, declare: Any) -> None:
    began = time.monotonic()
    with pytest.raises(FetchError) as caught:
        client(fetch_deadline_seconds=0.5).get(f"https://{server.authority}/a", declare(server))
    assert caught.value.reason is Reason.TIMEOUT
    assert time.monotonic() - began < 1.5


class Http2:
    """One HTTP/2 connection seen from the server, just enough to answer GETs well or badly."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.state = h2.connection.H2Connection(h2.config.H2Configuration(
            client_side=False, validate_outbound_headers=False, normalize_outbound_headers=False))
        self.state.initiate_connection()
        self.flush()

    def flush(self) -> None:
        self.sock.sendall(self.state.data_to_send())

    def requests(self) -> Iterator[tuple[int, dict[str, str]]]:
        while data := self.sock.recv(65536):
            for event in self.state.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    yield event.stream_id or 0, {
                        bytes(k).decode(): bytes(v).decode() for k, v in event.headers or []}
            self.flush()

    def answer(self, stream: int, body: bytes = b"", *, end: bool = True, **headers: str) -> None:
        self.state.send_headers(stream, [(":status", "200"), *headers.items()])
        if body or end:
            self.state.send_data(stream, body, end_stream=end)
        self.flush()

    def pump(self, stream: int, stopping: Any) -> None:
        """Sends data for ever, as far as the other side's window lets us."""
        self.sock.settimeout(0.01)
        while not stopping.is_set():
            room = min(self.state.local_flow_control_window(stream), 16384)
            if room:
                self.state.send_data(stream, b"a" * room)
            try:
                data = self.sock.recv(65536)
                if not data:
                    return
                self.state.receive_data(data)
            except TimeoutError:
                pass
            self.flush()


def behave(connection: Any, server: Any) -> None:
    """Answers requests on one HTTP/2 connection by what their path asks for."""
    talk = Http2(connection)
    for stream, headers in talk.requests():
        server.seen.append(headers)
        match headers[":path"]:
            case "/good":
                talk.answer(stream, b"over h2")
            case "/endless":
                talk.answer(stream, end=False)
                talk.pump(stream, server.stopping)
                return
            case "/silent":
                talk.answer(stream, b"a", end=False)
            case "/reset":
                talk.answer(stream, b"a", end=False)
                talk.state.reset_stream(stream)
                talk.flush()
            case "/injected":
                talk.answer(stream, b"x", **{"x-a": "a\r\nx-b: b"})
            case "/goodbye":
                talk.state.close_connection()
                talk.flush()
            case "/garbage":
                while not server.stopping.is_set():
                    connection.sendall(b"\xff" * 65536)


@pytest.fixture
def h2_server(secure: Any) -> Any:
    server = secure("h2")
    server.seen = []
    server._serve = lambda sock: behave(sock, server)
    return server


def test_speaks_http2_where_offered(
    h2_server: Any, client: Any, declare: Any, trusting: ssl.SSLContext, landing: Landing, tmp_path: Path
) -> None:
    fetcher = client(ssl_context=trusting)
    response = fetcher.get(f"https://{h2_server.authority}/good", declare(h2_server))
    assert response.body == b"over h2"
    assert h2_server.seen[0][":authority"] == h2_server.authority
    from warcio.archiveiterator import ArchiveIterator

    with next((tmp_path / "landing").rglob("*.warc.gz")).open("rb") as file:
        headers = [record.rec_headers for record in ArchiveIterator(file) if record.rec_type == "response"]
    assert headers[0].get_header("WARC-Protocol") == "h2"
    assert headers[0].get_header("WARC-IP-Address") == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "reasons"),
    [("/endless", {Reason.TOO_LARGE}), ("/silent", {Reason.TIMEOUT}), ("/reset", {Reason.PROTOCOL, Reason.RESET}),
     ("/injected", {Reason.PROTOCOL}), ("/goodbye", {Reason.PROTOCOL, Reason.RESET}),
     ("/garbage", {Reason.PROTOCOL, Reason.RESET})])
def test_a_hostile_http2_peer_is_bounded_and_named(
    h2_server: Any, client: Any, declare: Any, trusting: ssl.SSLContext, path: str, reasons: set[Reason]
) -> None:
    fetcher, source = client(ssl_context=trusting, fetch_deadline_seconds=1.0), declare(h2_server)
    began = time.monotonic()
    with pytest.raises(FetchError) as caught:
        fetcher.get(f"https://{h2_server.authority}{path}", source)
    assert time.monotonic() - began < 2.5
    assert caught.value.reason in reasons
    assert fetcher.get(f"https://{h2_server.authority}/good", source).body == b"over h2"
