"""TLS that is wrong in every way it can be: named as such, within the deadline, and the next page is fetched."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from communique.acquire import FetchError, Reason
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.attack.bounded import bounded

NAME = "agency.test"
NOW = datetime.now(UTC)


def certificate(path: Path, begins: datetime, ends: datetime, name: str = NAME) -> Path:
    """A key and a self-signed certificate for `name` in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(begins).not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256()))
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM))
    return path


def server_context(pem: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def refuse(serve: Callable[..., Any], client: Any, declare: Any, network: Any, wrap: Any, trusted: Path) -> FetchError:
    """What a fetch from a server that wraps its sockets so ends with; an honest server is fetched from after it."""
    network.name(NAME, ["127.0.0.1"])
    hostile, honest = serve(wrap=wrap), serve()
    hostile.host = NAME
    honest.routes["/a"] = lambda c: c.answer(b"text")
    fetcher = client(fetch_deadline_seconds=1.0, ssl_context=ssl.create_default_context(cafile=str(trusted)))
    with bounded(seconds=3, megabytes=100), pytest.raises(FetchError) as caught:
        fetcher.get(f"https://{hostile.authority}/", declare(hostile))
    assert fetcher.get(honest.url("/a"), declare(honest)).body == b"text"
    return caught.value


@pytest.mark.parametrize(("begins", "ends", "name", "words"), [
    (-10, -1, NAME, "expired"), (1, 10, NAME, "not yet valid"), (-1, 1, "other.test", "Hostname mismatch")])
def test_a_certificate_that_does_not_hold(
    serve: Any, client: Any, declare: Any, network: Any, tmp_path: Path, begins: int, ends: int, name: str, words: str
) -> None:
    pem = certificate(tmp_path / "c.pem", NOW + timedelta(days=begins), NOW + timedelta(days=ends), name)
    context = server_context(pem)
    error = refuse(serve, client, declare, network, lambda sock: context.wrap_socket(sock, server_side=True), pem)
    assert error.reason is Reason.TLS
    assert words in str(error)


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    return certificate(tmp_path / "good.pem", NOW - timedelta(days=1), NOW + timedelta(days=1))


def test_garbage_instead_of_a_handshake(serve: Any, client: Any, declare: Any, network: Any, pem: Path) -> None:
    def garbage(sock: Any) -> Any:
        sock.sendall(b"\x16\x03\x03\x00\x40" + b"\xff" + os.urandom(63))  # a whole record of no handshake
        return sock

    error = refuse(serve, client, declare, network, garbage, pem)
    assert error.reason in (Reason.TLS, Reason.RESET)


def test_a_handshake_that_never_comes(serve: Any, client: Any, declare: Any, network: Any, pem: Path) -> None:
    error = refuse(serve, client, declare, network, lambda sock: sock, pem)  # it reads, and waits for HTTP
    assert error.reason is Reason.TIMEOUT


def test_a_hang_up_in_the_handshake(serve: Any, client: Any, declare: Any, network: Any, pem: Path) -> None:
    def hang_up(sock: Any) -> Any:
        sock.recv(5)
        sock.close()
        return sock

    assert refuse(serve, client, declare, network, hang_up, pem).reason is Reason.RESET


def test_a_cut_in_mid_body_is_no_end(serve: Any, client: Any, declare: Any, network: Any, pem: Path) -> None:
    """A connection that is cut without TLS's farewell must not pass for a body that is whole."""
    context = server_context(pem)

    def cut(sock: Any) -> Any:
        wrapped = context.wrap_socket(sock, server_side=True)
        wrapped.recv(65536)
        wrapped.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf of it")
        os.close(wrapped.detach())
        return sock

    assert refuse(serve, client, declare, network, cut, pem).reason is Reason.RESET


def test_what_is_too_old_to_be_safe(serve: Any, client: Any, declare: Any, network: Any, pem: Path) -> None:
    context = server_context(pem)
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.set_ciphers("ALL:@SECLEVEL=0")
    error = refuse(serve, client, declare, network, lambda sock: context.wrap_socket(sock, server_side=True), pem)
    assert error.reason is Reason.TLS
