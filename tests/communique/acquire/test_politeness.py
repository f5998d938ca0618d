"""A host's turns: distance, how many at a time, and pauses."""

from __future__ import annotations

import threading
import time

import pytest
from communique.acquire.errors import Fault, Reason
from communique.acquire.politeness import HostGates


def test_as_many_at_a_time_as_allowed() -> None:
    gates, lock = HostGates(), threading.Lock()
    inside, most = 0, 0
    full = threading.Event()

    def visit() -> None:
        nonlocal inside, most
        with gates.turn("agency.test:443", 0, 2):
            with lock:
                inside += 1
                most = max(most, inside)
                if inside == 2:
                    full.set()
            assert full.wait(5)
            with lock:
                inside -= 1

    threads = [threading.Thread(target=visit) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert most == 2


def test_starts_keep_their_distance_and_hosts_do_not_share_it() -> None:
    gates = HostGates()
    began = time.monotonic()
    for _ in range(3):
        with gates.turn("a:80", 0.1, 1):
            pass
        with gates.turn("b:80", 0.1, 1):
            pass
    assert 0.2 <= time.monotonic() - began < 0.5


def test_who_came_first_goes_first() -> None:
    gates, order = HostGates(), []
    threads = []
    with gates.turn("a:80", 0.01, 1):
        for number in range(5):
            def visit(number: int = number) -> None:
                with gates.turn("a:80", 0.01, 1):
                    order.append(number)

            threads.append(threading.Thread(target=visit))
            threads[-1].start()
            while len(gates._gate("a:80").line) <= number:
                time.sleep(0.001)
    for thread in threads:
        thread.join(5)
    assert order == [0, 1, 2, 3, 4]


def test_a_long_pause_is_waited_for_by_nobody_and_a_short_one_is() -> None:
    gates = HostGates()
    gates.pause("a:80", 40)
    gates.pause("b:80", 0.2)
    began = time.monotonic()
    with pytest.raises(Fault) as caught, gates.turn("a:80", 0, 1):
        pass
    assert caught.value.reason is Reason.BUSY
    assert caught.value.retry_after == pytest.approx(40, abs=2)
    assert time.monotonic() - began < 0.2
    with gates.turn("b:80", 0, 1):
        assert time.monotonic() - began >= 0.2


def test_a_turn_too_far_off_is_refused_at_once() -> None:
    gates = HostGates()
    with gates.turn("a:80", 400, 1):
        pass
    began = time.monotonic()
    with pytest.raises(Fault) as caught, gates.turn("a:80", 400, 1):
        pass
    assert caught.value.reason is Reason.BUSY
    assert caught.value.retry_after == pytest.approx(400, abs=2)
    assert time.monotonic() - began < 1


def test_a_slot_that_stays_taken_is_given_up() -> None:
    gates = HostGates()
    with gates.turn("a:80", 0, 1), pytest.raises(Fault) as caught, gates.turn("a:80", 0, 1, max_wait=0.1):
        pass
    assert caught.value.reason is Reason.BUSY


def test_a_failed_visit_frees_its_slot() -> None:
    gates = HostGates()
    with pytest.raises(RuntimeError), gates.turn("a:80", 0, 1):
        raise RuntimeError
    with gates.turn("a:80", 0, 1, max_wait=0.1):
        pass
