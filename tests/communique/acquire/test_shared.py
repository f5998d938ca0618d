"""A host's turns between processes: one distance, one count and one circuit breaker for all workers."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from communique.acquire import sessions
from communique.acquire.errors import Fault, Reason
from communique.acquire.politeness import HostGates
from communique.acquire.shared import SharedPoliteness

from tests.conftest import Warehouse

HOST = "agency.test:443"


@pytest.fixture
def dsn(warehouse: Warehouse) -> Iterator[str]:
    yield warehouse.loader
    sessions.close()


@pytest.fixture
def shared(dsn: str) -> SharedPoliteness:
    return SharedPoliteness(dsn, lease_seconds=5, failures=3, cooldown_seconds=0.5)


def host(dsn: str) -> dict[str, Any]:
    with psycopg.connect(dsn, row_factory=psycopg.rows.dict_row) as connection:
        row = connection.execute("SELECT * FROM landing.host WHERE host = %s", (HOST,)).fetchone()
    assert row is not None
    return row


def refused(shared: SharedPoliteness, concurrency: int = 1, max_wait: float = 0.0) -> Fault:
    with pytest.raises(Fault) as caught:
        shared.take(HOST, 0, concurrency, max_wait)
    return caught.value


def _visit(dsn: str, visits: int, delay: float, concurrency: int, moments: Any) -> None:
    shared, gates = SharedPoliteness(dsn, lease_seconds=5), HostGates()
    for _ in range(visits):
        with gates.turn(HOST, delay, concurrency, 60, shared):
            began = time.monotonic()
            time.sleep(0.02)  # the request itself
            moments.append((began, time.monotonic()))


def _processes(target: Any, *args: Any, count: int = 3) -> None:
    context = multiprocessing.get_context("spawn")
    started = [context.Process(target=target, args=args) for _ in range(count)]
    for process in started:
        process.start()
    for process in started:
        process.join(60)
        assert process.exitcode == 0


def test_processes_keep_one_distance(dsn: str) -> None:
    with multiprocessing.get_context("spawn").Manager() as manager:
        moments = manager.list()
        _processes(_visit, dsn, 4, 0.1, 1, moments)
        begins = sorted(began for began, _ in moments)
    assert len(begins) == 12
    distances = [later - earlier for earlier, later in itertools.pairwise(begins)]
    assert min(distances) > 0.08
    assert begins[-1] - begins[0] < 11 * 0.1 + 3  # nobody waits much longer than the distance asks for


def test_processes_keep_one_count(dsn: str) -> None:
    with multiprocessing.get_context("spawn").Manager() as manager:
        moments = manager.list()
        _processes(_visit, dsn, 10, 0, 2, moments)
        visits = sorted(moments)
    assert len(visits) == 30
    at_once = [sum(began <= moment < ended for began, ended in visits) for moment, _ in visits]
    assert max(at_once) == 2


def test_hosts_do_not_wait_for_each_other(shared: SharedPoliteness) -> None:
    assert shared.take(HOST, 60, 1, 5).wait == 0
    assert shared.take("other.test:443", 60, 1, 5).wait == 0


def test_a_turn_given_back_wakes_who_waits(shared: SharedPoliteness) -> None:
    first = shared.take(HOST, 0, 1, 5)
    waited: list[float] = []

    def wait() -> None:
        began = time.monotonic()
        shared.release(shared.take(HOST, 0, 1, 30), "")
        waited.append(time.monotonic() - began)

    thread = threading.Thread(target=wait)
    thread.start()
    thread.join(0.3)
    assert thread.is_alive()
    shared.release(first, "")
    thread.join(3)  # the lease of 5 s would wake it later
    assert waited
    assert waited[0] < 3


def _take_and_die(dsn: str) -> None:
    SharedPoliteness(dsn, lease_seconds=1.0).take(HOST, 0, 1, 5)
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_worker_that_dies_gives_its_turn_back(dsn: str, shared: SharedPoliteness) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_take_and_die, args=(dsn,))
    process.start()
    process.join(30)
    assert process.exitcode == -signal.SIGKILL
    began = time.monotonic()
    shared.release(shared.take(HOST, 0, 1, 10), "")
    assert time.monotonic() - began < 2.5


def test_a_turn_too_far_off_is_refused_at_once_and_changes_nothing(shared: SharedPoliteness, dsn: str) -> None:
    turn = shared.take(HOST, 100, 1, 0)
    shared.release(turn, "")
    before = host(dsn)
    fault = refused(shared, max_wait=50)
    assert fault.reason is Reason.BUSY
    assert fault.retry_after == pytest.approx(100, abs=5)
    assert host(dsn) == before


def test_a_pause_holds_all_workers(shared: SharedPoliteness, dsn: str) -> None:
    shared.release(shared.take(HOST, 0, 1, 0), None)
    shared.pause(HOST, 3600)
    shared.pause(HOST, 5)  # a shorter one does not end it
    other = SharedPoliteness(dsn, lease_seconds=5)
    fault = refused(other, max_wait=1e6)
    assert fault.reason is Reason.BUSY
    assert fault.retry_after == pytest.approx(3600, abs=5)


def fail(shared: SharedPoliteness, times: int) -> None:
    for _ in range(times):
        shared.release(shared.take(HOST, 0, 1, 5), "it breaks the connection off")


def test_a_host_that_fails_is_left_alone_then_probed_once_at_a_time(shared: SharedPoliteness, dsn: str) -> None:
    fail(shared, 2)
    assert host(dsn)["open_until"] is None
    fail(shared, 1)
    fault = refused(SharedPoliteness(dsn, lease_seconds=5), concurrency=4)
    assert fault.reason is Reason.CIRCUIT_OPEN
    assert fault.retry_after is not None
    assert 0 < fault.retry_after <= 0.5
    assert "3 requests in a row failed, the last because it breaks the connection off" in fault.text
    time.sleep(fault.retry_after + 0.05)
    probe = shared.take(HOST, 0, 4, 0)
    assert refused(shared, concurrency=4).reason is Reason.BUSY, "half open: one probe at a time"
    shared.release(probe, "still no answer")
    again = refused(shared, concurrency=4)
    assert again.reason is Reason.CIRCUIT_OPEN
    assert again.retry_after is not None
    assert 0.5 < again.retry_after <= 1.0, "twice as long"
    time.sleep(again.retry_after + 0.05)
    shared.release(shared.take(HOST, 0, 4, 0), "")
    turns = [shared.take(HOST, 0, 4, 0) for _ in range(4)]
    assert len(turns) == 4
    state = host(dsn)
    assert (state["failures"], state["open_until"], state["last_failure"]) == (0, None, "still no answer")


def test_an_answer_in_between_closes_the_count(shared: SharedPoliteness, dsn: str) -> None:
    fail(shared, 2)
    shared.release(shared.take(HOST, 0, 1, 0), "")
    fail(shared, 2)
    shared.release(shared.take(HOST, 0, 1, 0), None)  # says nothing about the host
    assert host(dsn)["failures"] == 2


def test_the_time_alone_grows_to_a_quarter_of_an_hour_at_most(dsn: str) -> None:
    shared = SharedPoliteness(dsn, lease_seconds=5, failures=1, cooldown_seconds=60)
    shared.release(shared.take(HOST, 0, 1, 0), "down")
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("UPDATE landing.host SET failures = 2000, open_until = NULL")
    shared.release(shared.take(HOST, 0, 1, 0), "down")
    assert refused(shared).retry_after == pytest.approx(900, abs=5)


def test_a_refusal_leaves_the_line_of_the_process_open(shared: SharedPoliteness) -> None:
    gates = HostGates()
    fail(shared, 3)
    for _ in range(3):
        with pytest.raises(Fault) as caught, gates.turn(HOST, 0, 1, 5, shared):
            pass
        assert caught.value.reason is Reason.CIRCUIT_OPEN
    time.sleep(0.55)
    with gates.turn(HOST, 0, 1, 5, shared) as visit:
        visit.failure = ""
    with gates.turn(HOST, 0, 1, 5, shared):
        pass


def test_without_a_warehouse_nobody_is_asked(postgres: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "PATIENCE", 0.5)
    shared = SharedPoliteness("postgresql://loader@127.0.0.1:1/nowhere", lease_seconds=5)
    fault = refused(shared)
    assert fault.reason is Reason.BUSY
    assert "warehouse does not answer" in fault.text
    sessions.close()


def test_robots_are_kept_for_all(shared: SharedPoliteness, dsn: str) -> None:
    assert shared.robots("http://agency.test/robots.txt") is None
    shared.keep_robots("http://agency.test/robots.txt", 200, b"User-agent: *\0\xff")
    shared.keep_robots("http://agency.test/robots.txt", 200, b"Disallow: /\0\xff")
    known = SharedPoliteness(dsn, lease_seconds=5).robots("http://agency.test/robots.txt")
    assert known is not None
    assert (known.status, known.content) == (200, b"Disallow: /\0\xff")
    assert 0 <= known.age < 5
