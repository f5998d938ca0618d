"""Which addresses count as the open internet."""

from __future__ import annotations

import ipaddress
from typing import Any

import pytest
from communique.acquire.addresses import checked, is_public
from communique.acquire.errors import Fault, Reason
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8",
                                     "64:ff9b::808:808", "2002:808:808::1"])
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",  # noqa: S104
     "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192", "198.18.0.1", "224.0.0.1", "240.0.0.1",
     "255.255.255.255", "168.63.129.16", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254",
     "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
     "2002:a9fe:a9fe::1", "2001:db8::1", "fec0::1", "64:ff9b:1::1", "192.88.99.1",
     "2001:0:4136:e378:8000:63bf:80ff:fffe"])
def test_not_public(address: str) -> None:
    assert not is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_wrapped_in_another_counts_as_itself(address: ipaddress.IPv4Address) -> None:
    public = is_public(str(address))
    assert is_public(f"::ffff:{address}") == public
    assert is_public(f"64:ff9b::{address}") == public


@pytest.mark.parametrize(
    ("host", "port", "allowed"),
    [("inside.test", 80, ["inside.test"]), ("INSIDE.test", 80, ["inside.test:80"]), ("::1", 80, ["[::1]:80"]),
     ("127.0.0.1", 81, ["127.0.0.1"])])
def test_an_allowed_host_may_be_private(network: Any, host: str, port: int, allowed: list[str]) -> None:
    network.name(host, ["10.0.0.1"])
    assert len(checked(host, port, 2.0, allowed)) == 1


@pytest.mark.parametrize("allowed", [[], ["inside.test:81"], ["test"], ["10.0.0.1"]])
def test_others_may_not(network: Any, allowed: list[str]) -> None:
    network.name("inside.test", ["10.0.0.1"])
    with pytest.raises(Fault) as caught:
        checked("inside.test", 80, 2.0, allowed)
    assert caught.value.reason is Reason.FORBIDDEN_ADDRESS
