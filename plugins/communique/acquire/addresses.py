"""Which network addresses we may connect to: never one inside our own network, unless a source names its host."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Collection

from communique.acquire.errors import Fault, Reason

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_ALSO_INSIDE = (
    ipaddress.IPv4Network("168.63.129.16/32"),  # Azure's host agent, which lies in no reserved range
    ipaddress.IPv4Network("192.0.0.0/24"),  # IANA's special purposes; Oracle's cloud metadata is at 192.0.0.192
    ipaddress.IPv4Network("192.88.99.0/24"),  # the retired 6to4 relay
)
"""IPv4 networks that Python's ipaddress counts as global, at least in some versions, and we don't."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet.

    False for private, loopback, link-local (cloud metadata at 169.254.169.254 among them), shared, multicast,
    reserved and unspecified addresses, and for IPv6 addresses that carry such an IPv4 address (mapped,
    compatible, 6to4, Teredo, NAT64).
    """
    return _public(ipaddress.ip_address(address.partition("%")[0]))


def _public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        carried = _carried(address)
        if carried is not None:
            return _public(carried)
        if address not in _GLOBAL_UNICAST:
            return False
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not address.is_unspecified
        and not any(address in network for network in _ALSO_INSIDE)
    )


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address only wraps."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64 or int(address) >> 32 == 0:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def resolve(host: str, port: int, timeout: float) -> list[str]:
    """The IP addresses of a host in the system's order of preference, without doubles.

    The system's resolver knows no deadline, so it is asked from a thread that is left behind when `timeout`
    (seconds) runs out. Raises Fault (dns, timeout).
    """
    answers: list[str] = []
    errors: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
            answers.extend(dict.fromkeys(str(entry[4][0]) for entry in found))
        except (OSError, UnicodeError) as error:
            errors.append(error)

    thread = threading.Thread(target=ask, name=f"resolve {host}", daemon=True)
    thread.start()
    thread.join(max(timeout, 0.0))
    if thread.is_alive():
        raise Fault(Reason.TIMEOUT, f"looking up {host} took more than {timeout:.1f} s; is the network up?")
    if errors or not answers:
        raise Fault(Reason.DNS, f"the name {host} can't be looked up (no such host, or no network)")
    return list(answers)


def checked(host: str, port: int, timeout: float, allow_private: Collection[str]) -> list[str]:
    """The addresses of `host` that may be connected to; all of them are checked.

    One forbidden address among several refuses the host: a publisher's name has none, and an answer that mixes
    them is how a name is turned against our network. `allow_private` holds `host` or `host:port` (an IPv6
    address in brackets). Raises Fault (dns, timeout, forbidden_address).
    """
    found = resolve(host, port, timeout)
    name = f"[{host}]" if ":" in host else host
    if not {name.lower(), f"{name.lower()}:{port}"} & set(allow_private):
        for address in found:
            if not is_public(address):
                raise Fault(
                    Reason.FORBIDDEN_ADDRESS,
                    f"{name} leads to {address}, which is not on the open internet; if that is meant, "
                    f"list '{name}:{port}' under allow_private in the source's file",
                )
    return found
