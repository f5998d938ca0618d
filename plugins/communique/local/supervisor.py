"""Starts the components of the stack, keeps them running, and stops every one of them at the end."""

from __future__ import annotations

import contextlib
import ctypes
import os
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import FrameType

import psutil

from communique.local.errors import LocalError

# A component that lives this long is taken to be well again, and its next failure starts from the shortest wait.
_WELL_AFTER_SECONDS = 60.0
_LONGEST_WAIT_SECONDS = 20.0
_GIVE_UP_AFTER = 8
_LOOK_EVERY_SECONDS = 10.0

_PR_SET_PDEATHSIG = 1


@dataclass(slots=True)
class Component:
    """One long-running process: how to start it, how to tell that it is up, how to ask it to stop.

    `start` returns the running process; `ready` is asked until it says True, and now and then afterwards; both
    may raise LocalError. `needs` names the component without which `ready` cannot tell. One that is not ready for
    `start_seconds` is taken to be stuck.
    """

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    ready: Callable[[], bool]
    says: Callable[[], str]
    last_words: Callable[[], str]
    stop_signal: int = signal.SIGTERM
    stop_seconds: float = 20.0
    start_seconds: float = 90.0
    process: subprocess.Popen[bytes] | None = None
    needs: str = ""
    started: float = 0.0
    well: float = 0.0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class _Ended:
    component: Component
    process: subprocess.Popen[bytes]


@dataclass(frozen=True, slots=True)
class _Restart:
    component: Component


@dataclass(frozen=True, slots=True)
class _Stop:
    reason: str


class Stopped(Exception):
    """The stack was asked to stop while something was still waiting."""


@dataclass(slots=True)
class Supervisor:
    """The components in the order in which they start; they stop in the opposite order."""

    say: Callable[[str], None]
    note_processes: Callable[[dict[str, int]], None]
    components: list[Component] = field(default_factory=list)
    _events: queue.SimpleQueue[_Ended | _Restart | _Stop] = field(default_factory=queue.SimpleQueue)
    _stopping: threading.Event = field(default_factory=threading.Event)
    _looked: float = 0.0

    def start(self, components: list[Component]) -> None:
        """Start `components` together and return when each is ready, saying a line for each as it comes up.

        Raises LocalError when one ends or is not ready in time, Stopped when a signal came meanwhile.
        """
        for component in components:
            self.components.append(component)
            self._launch(component)
        waiting = list(components)
        while waiting:
            for component in list(waiting):
                if self._stopping.is_set():
                    raise Stopped
                process = component.process
                if process is None or process.poll() is not None:
                    raise LocalError(f"{component.name} ended while starting: {component.last_words()}")
                if component.ready():
                    waiting.remove(component)
                    self.say(f"  {component.name:<14} up   {time.monotonic() - component.started:5.1f} s   "
                             f"{component.says()}")
                elif time.monotonic() - component.started > component.start_seconds:
                    raise LocalError(f"{component.name} is not ready after {component.start_seconds:.0f} s: "
                                     f"{component.last_words()}")
            if waiting:
                self._stopping.wait(0.1)

    def _launch(self, component: Component) -> None:
        component.started = time.monotonic()
        process = component.process = component.start()
        self._note()

        def watch() -> None:
            process.wait()
            self._events.put(_Ended(component, process))

        threading.Thread(target=watch, name=f"watch-{component.name}", daemon=True).start()

    def _note(self) -> None:
        self.note_processes({c.name: c.process.pid for c in self.components if c.process is not None})

    @contextlib.contextmanager
    def signals(self) -> Iterator[None]:
        """While inside, SIGINT, SIGTERM and SIGHUP ask the stack to stop instead of ending this process."""

        def on_signal(number: int, frame: FrameType | None) -> None:
            self._stopping.set()
            self._events.put(_Stop(signal.Signals(number).name))

        before = {number: signal.signal(number, on_signal)
                  for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def serve(self) -> None:
        """Keep the components running until a signal comes. Raises LocalError when one cannot be kept alive."""
        while not self.attend(_LOOK_EVERY_SECONDS):
            pass

    def attend(self, seconds: float) -> bool:
        """Start again what has died, end what no longer does its work, for `seconds`; True once asked to stop.

        To be called again and again from the thread that started the components. Raises LocalError when one
        cannot be kept alive.
        """
        deadline = time.monotonic() + seconds
        while True:
            self._end_the_stuck()
            try:
                event = self._events.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                return False
            if isinstance(event, _Stop):
                self.say(f"{event.reason}: stopping")
                return True
            if isinstance(event, _Restart):
                self._restart(event.component)
            elif event.component.process is event.process:
                self._after_death(event.component)

    def _end_the_stuck(self) -> None:
        """Kill what runs and has not been well for too long; its death is then like any other."""
        now = time.monotonic()
        if now - self._looked < _LOOK_EVERY_SECONDS:
            return
        self._looked = now
        ill: set[str] = set()
        for component in self.components:
            if component.process is None or component.process.poll() is not None:
                ill.add(component.name)
            elif component.needs in ill:
                component.well = now  # it cannot be asked; who answers for it is ill itself
            elif component.ready():
                component.well = now
            else:
                ill.add(component.name)
                if now - max(component.well, component.started) > component.start_seconds:
                    self.say(f"  {component.name:<14} runs and does nothing: ending it")
                    component.process.kill()

    def _after_death(self, component: Component) -> None:
        assert component.process is not None  # noqa: S101 - only a started component can end
        _end_family(component.process.pid)
        if time.monotonic() - component.started > _WELL_AFTER_SECONDS:
            component.failures = 0
        component.failures += 1
        if component.failures > _GIVE_UP_AFTER:
            raise LocalError(f"{component.name} ended {component.failures} times in a row: {component.last_words()}")
        wait = min(_LONGEST_WAIT_SECONDS, 0.5 * 2 ** (component.failures - 1))
        code = component.process.returncode
        how = signal.Signals(-code).name if code < 0 else f"status {code}"
        self.say(f"  {component.name:<14} ended ({how}): starting again in {wait:.1f} s")
        timer = threading.Timer(wait, self._events.put, [_Restart(component)])
        timer.daemon = True
        timer.start()

    def _restart(self, component: Component) -> None:
        try:
            self._launch(component)
        except LocalError as error:
            component.failures += 1
            if component.failures > _GIVE_UP_AFTER:
                raise
            self.say(f"  {component.name:<14} does not start: {error}")
            timer = threading.Timer(_LONGEST_WAIT_SECONDS / 4, self._events.put, [_Restart(component)])
            timer.daemon = True
            timer.start()
        else:
            self.say(f"  {component.name:<14} started again")

    def stop(self) -> None:
        """Stop every component, last started first, and wait for each; kill what does not end in time."""
        for component in reversed(self.components):
            process = component.process
            component.process = None
            if process is None:
                continue
            if process.poll() is None:
                process.send_signal(component.stop_signal)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(component.stop_seconds)
            _end_family(process.pid)
        self.components.clear()
        self.note_processes({})


def spawn(arguments: list[str], environment: dict[str, str], log_path: str, cwd: str,
          stop_signal: int = signal.SIGTERM) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own, its output appended to a file.

    The kernel sends it `stop_signal` if this process dies without stopping it.
    """
    with open(log_path, "ab") as log:  # noqa: PTH123
        return subprocess.Popen(  # noqa: S603 - our own programs, our own arguments
            arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=cwd, env=environment,
            start_new_session=True, preexec_fn=lambda: die_with_parent(stop_signal))


def die_with_parent(number: int) -> None:
    """Ask the kernel to signal this process when its parent ends (Linux; elsewhere nothing happens)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, number)


def end_leftovers(processes: dict[str, int], mark: str) -> list[str]:
    """Kill what a dead supervisor left running, and tell which: only processes whose environment or
    arguments carry `mark`, so that a reused pid is safe."""
    ended = []
    for name, pid in processes.items():
        try:
            process = psutil.Process(pid)
            ours = mark in " ".join(process.cmdline()) or process.environ().get("COMMUNIQUE_STATE_DIR") == mark
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            _end_group(pid, mark)
            continue
        if ours:
            process.terminate()
            psutil.wait_procs([process], timeout=10)
            _end_family(pid)
            ended.append(name)
    return ended


def _end_group(leader: int, mark: str) -> None:
    """Kill what is left of the session that `leader` led, by the same test."""
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if os.getsid(process.pid) == leader and process.environ().get("COMMUNIQUE_STATE_DIR") == mark:
                process.kill()


def _end_family(leader: int) -> None:
    """Kill what is left of a component's session: a killed scheduler leaves its workers behind."""
    left = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if os.getsid(process.pid) == leader:
                process.kill()
                left.append(process)
    psutil.wait_procs(left, timeout=5)
