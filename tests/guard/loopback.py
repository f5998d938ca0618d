"""Keeps the test session on loopback: names that tests give, no connection beyond, every attempt told.

A guard of ours that fails shows here as an attempt, and so as a failed test, and never as traffic. What is replaced is
Python's own socket layer, which all of our HTTP goes through. Child processes get the same through `sitecustomize.py`
beside this file, and tell their attempts in the file that FILE_VARIABLE names.
"""

from __future__ import annotations

import errno
import ipaddress
import socket
from pathlib import Path
from typing import Any

FILE_VARIABLE = "COMMUNIQUE_TESTS_BEYOND_LOOPBACK"

_HERE = frozenset({"localhost", "localhost.localdomain", "ip6-localhost"})
_real_getaddrinfo = socket.getaddrinfo
_real = {name: getattr(socket.socket, name) for name in ("connect", "connect_ex", "sendto", "sendmsg")}


class Loopback:
    """The only names there are, and every attempt to leave loopback."""

    def __init__(self, told: str | None = None) -> None:
        """`told` is a file to which attempts are appended, for whoever started this process."""
        self._told = told
        self.names: dict[str, list[list[str]]] = {}
        self.looked_up: list[str] = []
        self.attempts: list[str] = []

    def name(self, host: str, *answers: list[str]) -> None:
        """Lets `host` resolve to each of `answers` in turn; the last one stays."""
        self.names[host] = list(answers)

    def forget(self) -> None:
        """As at the beginning: no names, no look-ups, no attempts."""
        self.names.clear()
        self.looked_up.clear()
        self.attempts.clear()

    def install(self) -> None:
        """Takes the place of name resolution and of connecting and sending, for the rest of the process."""
        socket.getaddrinfo = self._getaddrinfo
        socket.gethostbyname = self._gethostbyname
        socket.gethostbyname_ex = lambda host: (host, [], [self._gethostbyname(host)])
        socket.gethostbyaddr = self._gethostbyaddr
        for name in _real:
            setattr(socket.socket, name, _held(self, name))

    def admit(self, family: int, address: Any) -> bool:
        """Whether a socket may go there; an attempt that may not is noted."""
        if family not in (socket.AF_INET, socket.AF_INET6) or not isinstance(address, tuple):
            return True
        host = str(address[0])
        try:
            inside = host in _HERE or ipaddress.ip_address(host.partition("%")[0]).is_loopback
        except ValueError:
            inside = False  # a name: the system would look it up
        if not inside:
            self.attempts.append(host)
            if self._told:
                with Path(self._told).open("a", encoding="utf-8") as file:
                    file.write(f"{host}\n")
        return inside

    def _getaddrinfo(self, host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        text = host.decode() if isinstance(host, bytes) else host
        if text is None or text in _HERE or _is_address(text):
            return _real_getaddrinfo(host, port, *args, **kwargs)
        self.looked_up.append(text)
        if text not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "no such name in this test")
        answers = self.names[text]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [entry for address in addresses for entry in _real_getaddrinfo(address, port, *args, **kwargs)]

    def _gethostbyname(self, host: str) -> str:
        return str(self._getaddrinfo(host, None, socket.AF_INET)[0][4][0])

    def _gethostbyaddr(self, host: str) -> tuple[str, list[str], list[str]]:
        raise socket.herror(1, "no reverse look-up in this test")


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return True


def _held(guard: Loopback, name: str) -> Any:
    real = _real[name]

    def held(sock: socket.socket, *args: Any) -> Any:
        # The address comes last: connect(address), sendto(data[, flags], address), sendmsg(…, …, flags, address)
        addressed = name != "sendmsg" or len(args) == 4
        if addressed and args and not guard.admit(sock.family, args[-1]):
            if name == "connect_ex":
                return errno.ENETUNREACH
            raise OSError(errno.ENETUNREACH, f"tests may not leave loopback: {args[-1]}")
        return real(sock, *args)

    return held
