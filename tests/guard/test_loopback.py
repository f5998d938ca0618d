"""The guard itself: it refuses, tells, and lets loopback be."""

from __future__ import annotations

import asyncio
import errno
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.guard.loopback import Loopback

BEYOND = [("93.184.216.34", 80), ("169.254.169.254", 80), ("10.0.0.1", 443), ("example.org", 80)]


@pytest.mark.parametrize("address", BEYOND)
def test_nothing_connects_or_sends_beyond(network: Loopback, address: tuple[str, int]) -> None:
    with socket.socket() as sock, pytest.raises(OSError, match="may not leave loopback"):
        sock.connect(address)
    with socket.socket() as sock:
        assert sock.connect_ex(address) == errno.ENETUNREACH
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(OSError, match="may not leave loopback"):
        sock.sendto(b"query", address)
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(OSError, match="may not leave loopback"):
        sock.sendmsg([b"query"], [], 0, address)
    assert network.attempts == [address[0]] * 4
    network.attempts.clear()


def test_asyncio_and_urllib_are_held_too(network: Loopback) -> None:
    with pytest.raises(OSError, match=r"leave loopback|no such name"):
        asyncio.run(asyncio.wait_for(asyncio.open_connection("93.184.216.34", 80), 5))
    with pytest.raises(OSError, match="no such name"):
        urllib.request.urlopen("http://example.org/", timeout=5)
    assert network.attempts == ["93.184.216.34"]
    assert network.looked_up == ["example.org"]
    network.attempts.clear()


def test_names_are_those_that_the_test_gives(network: Loopback) -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("agency.test", 80)
    network.name("agency.test", ["93.184.216.34"], ["127.0.0.1", "::1"])
    assert socket.gethostbyname("agency.test") == "93.184.216.34"
    assert {entry[4][0] for entry in socket.getaddrinfo("agency.test", 80)} == {"127.0.0.1", "::1"}
    assert socket.getfqdn("93.184.216.34") == "93.184.216.34", "no reverse look-up"


def test_loopback_is_open() -> None:
    with (socket.create_server(("127.0.0.1", 0)) as listener,
          socket.create_connection(("localhost", listener.getsockname()[1]), timeout=5) as sock):
        assert sock.getpeername()[0] == "127.0.0.1"


def test_a_child_is_held_and_tells(children_stay_on_loopback: Path) -> None:
    before = children_stay_on_loopback.stat().st_size
    code = "import socket; socket.create_connection(('169.254.169.254', 80), timeout=2)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "may not leave loopback" in done.stderr
    with children_stay_on_loopback.open("r+", encoding="utf-8") as file:
        file.seek(before)
        assert file.read() == "169.254.169.254\n"
        file.truncate(before)  # expected here, and no reason to fail
