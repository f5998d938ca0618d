"""The supervisor: order, restarts, and that nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from communique.local.errors import LocalError
from communique.local.supervisor import Component, Stopped, Supervisor, end_leftovers, spawn

# Starts a child of its own, says so, and waits for ever: as the scheduler does with its workers.
PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open(sys.argv[1], "w").write(str(child.pid))
time.sleep(600)
"""


class Bench:
    """A supervisor, what it said, and components made of small Python programs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.notes: list[dict[str, int]] = []
        self.restarted = threading.Event()
        self.supervisor = Supervisor(self.say, self.notes.append)

    def say(self, line: str) -> None:
        self.said.append(line)
        if "started again" in line:
            self.restarted.set()

    def component(self, name: str, program: str, *arguments: str, ready: bool = True,
                  **more: float | str) -> Component:
        def start() -> subprocess.Popen[bytes]:
            return spawn([sys.executable, "-c", program, *arguments],
                         {**os.environ, "COMMUNIQUE_STATE_DIR": str(self.folder)},
                         str(self.folder / f"{name}.log"), str(self.folder))

        return Component(name, start, lambda: ready, lambda: "", lambda: f"see {name}.log", **more)  # type: ignore[arg-type]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.supervisor.stop()


def pid_of_child(folder: Path, component: Component) -> int:
    """The pid that PARENT wrote, once it has."""
    note = folder / component.name
    assert component.process is not None
    while not (note.exists() and note.read_text()):
        with pytest.raises(subprocess.TimeoutExpired):
            component.process.wait(0.02)
    return int(note.read_text())


def test_it_stops_grandchildren_too(bench: Bench) -> None:
    component = bench.component("scheduler", PARENT, str(bench.folder / "scheduler"))
    bench.supervisor.start([component])
    child = psutil.Process(pid_of_child(bench.folder, component))
    bench.supervisor.stop()
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
    assert bench.notes[-1] == {}


def test_what_is_killed_starts_again_and_its_orphans_are_ended(bench: Bench) -> None:
    component = bench.component("triggerer", PARENT, str(bench.folder / "triggerer"))
    with bench.supervisor.signals():
        bench.supervisor.start([component])
        first = component.process
        assert first is not None
        orphan = psutil.Process(pid_of_child(bench.folder, component))
        os.kill(first.pid, signal.SIGKILL)

        def end_when_restarted() -> None:
            bench.restarted.wait(20)
            os.kill(os.getpid(), signal.SIGTERM)

        threading.Thread(target=end_when_restarted, daemon=True).start()
        bench.supervisor.serve()
    assert component.process is not None
    assert component.process.pid != first.pid
    assert component.process.poll() is None
    assert not orphan.is_running() or orphan.status() == psutil.STATUS_ZOMBIE
    assert any("ended (SIGKILL)" in line for line in bench.said)


def test_one_that_runs_and_does_nothing_is_started_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.local.supervisor._LOOK_EVERY_SECONDS", 0.1)
    asleep = "import time; time.sleep(600)"
    server = bench.component("api-server", asleep)
    stuck = bench.component("scheduler", asleep, start_seconds=0.3, needs="api-server")
    unknown = bench.component("triggerer", asleep, start_seconds=0.3, needs="scheduler")
    bench.supervisor.start([server, stuck, unknown])
    before = {component.name: component.process for component in (server, stuck, unknown)}
    stuck.ready = unknown.ready = lambda: bench.restarted.is_set()
    for _ in range(200):
        if bench.restarted.is_set():
            break
        assert bench.supervisor.attend(0.05) is False
    assert bench.restarted.is_set()
    assert stuck.process is not before["scheduler"]
    assert (server.process, unknown.process) == (before["api-server"], before["triggerer"]), \
        "the one that answers is well, and of the one that cannot be asked nothing is known"


def test_one_that_cannot_stay_up_is_given_up(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.local.supervisor._GIVE_UP_AFTER", 2)
    component = bench.component("scheduler", PARENT, str(bench.folder / "scheduler"))
    bench.supervisor.start([component])
    pid_of_child(bench.folder, component)
    component.start = lambda: spawn([sys.executable, "-c", "raise SystemExit(3)"], dict(os.environ),
                                    str(bench.folder / "scheduler.log"), str(bench.folder))
    assert component.process is not None
    component.process.kill()
    with pytest.raises(LocalError, match="scheduler ended 3 times in a row"):
        bench.supervisor.serve()


def test_one_that_ends_while_starting_is_said_with_its_log(bench: Bench) -> None:
    component = bench.component("api-server", "import sys; sys.exit('no such table')", ready=False)
    with pytest.raises(LocalError, match=r"api-server ended while starting: see api-server.log"):
        bench.supervisor.start([component])


def test_one_that_never_gets_ready_is_said(bench: Bench) -> None:
    component = bench.component("api-server", "import time; time.sleep(60)", ready=False, start_seconds=0.5)
    with pytest.raises(LocalError, match=r"not ready after"):
        bench.supervisor.start([component])


def test_a_signal_while_starting_stops_the_start(bench: Bench) -> None:
    component = bench.component("api-server", "import time; time.sleep(60)", ready=False)
    with bench.supervisor.signals():
        threading.Timer(0.3, os.kill, [os.getpid(), signal.SIGINT]).start()
        with pytest.raises(Stopped):
            bench.supervisor.start([component])


def test_leftovers_are_ended_and_strangers_are_left_alone(tmp_path: Path) -> None:
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    ours = spawn(sleeper, {**os.environ, "COMMUNIQUE_STATE_DIR": str(tmp_path)}, str(tmp_path / "log"), str(tmp_path))
    stranger = subprocess.Popen(sleeper)
    try:
        # Until its exec, a fork still shows its parent's environment.
        while psutil.Process(ours.pid).environ().get("COMMUNIQUE_STATE_DIR") != str(tmp_path):
            with pytest.raises(subprocess.TimeoutExpired):
                ours.wait(0.02)
        assert end_leftovers({"scheduler": ours.pid, "triggerer": stranger.pid}, str(tmp_path)) == ["scheduler"]
        assert ours.poll() is not None
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()
