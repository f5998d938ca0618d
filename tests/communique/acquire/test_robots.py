"""What robots.txt means, and how long it is believed."""

from __future__ import annotations

import time

import pytest
from communique.acquire.errors import Fault, Reason
from communique.acquire.robots import RobotsCache, parse
from hypothesis import given
from hypothesis import strategies as st

URL = "https://agency.test/robots.txt"


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [("User-agent: *\nDisallow: /", "/a", False), ("User-agent: *\nDisallow:", "/a", True),
     ("User-agent: communique\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", True),
     ("User-agent: Communique\nAllow: /a/open\nDisallow: /a", "/a/open/1", True),
     ("User-agent: otherbot\nDisallow: /", "/a", True), ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False),
     ("\ufeffUser-agent: *\r\nDisallow: /a", "/a", False), ("<html>not found</html>", "/a", True), ("", "/a", True)])
def test_rules(robots: str, path: str, allowed: bool) -> None:
    assert parse(robots.encode()).allows(f"https://agency.test{path}") is allowed


@pytest.mark.parametrize(
    ("robots", "delay"),
    [("User-agent: *\nCrawl-delay: 5", 5.0), ("User-agent: *\nRequest-rate: 1/10s", 10.0),
     ("User-agent: *\nCrawl-delay: 2\nRequest-rate: 1/4", 4.0), ("User-agent: *\nCrawl-delay: 1e300", 86400.0),
     ("User-agent: *\nCrawl-delay: -1", 0.0), ("User-agent: *\nCrawl-delay: soon", 0.0), ("", 0.0)])
def test_delays(robots: str, delay: float) -> None:
    assert parse(robots.encode()).delay == delay


@given(st.binary(max_size=2000))
def test_no_bytes_break_it(body: bytes) -> None:
    rules = parse(body)
    rules.allows("https://agency.test/a")
    assert 0 <= rules.delay <= 86400


@pytest.mark.parametrize("line", ["Disallow: /" + "*a" * 400, "Disallow: /a", "User-agent: x", "%%%%", "a" * 500_000])
def test_a_poisoned_file_costs_little(line: str) -> None:
    body = ("User-agent: *\n" + f"{line}\n" * (600_000 // len(line))).encode()
    began = time.process_time()
    parse(body).allows("https://agency.test/" + "a" * 2000)
    assert time.process_time() - began < 3


def test_rules_are_asked_once_and_outlive_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("communique.acquire.robots.time.monotonic", lambda: now[0])
    answers = [(200, b"User-agent: *\nDisallow: /a"), (503, b""), (200, b"")]
    cache = RobotsCache()

    def allowed() -> bool:
        return cache.rules(URL, lambda: answers.pop(0)).allows("https://agency.test/a")

    assert not allowed()
    now[0] += 23 * 3600
    assert not allowed()
    assert len(answers) == 2
    now[0] += 2 * 3600
    assert not allowed()
    assert len(answers) == 1
    now[0] += 61
    assert allowed()


def test_a_fault_of_the_network_is_passed_on_and_not_remembered() -> None:
    cache = RobotsCache()

    def unreachable() -> tuple[int, bytes]:
        raise Fault(Reason.DNS, "no network")

    for _ in range(2):
        with pytest.raises(Fault, match="no network"):
            cache.rules(URL, unreachable)
    assert cache.rules(URL, lambda: (404, b"")).allows("https://agency.test/a")
