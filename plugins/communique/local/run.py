"""`communique run`, `stop` and `status`: the life of the local stack as a person sees it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import psutil
from rich.console import Console

from communique import sample
from communique.local import components, job
from communique.local.environment import UI_USER, Addresses
from communique.local.errors import LocalError
from communique.local.stack import Stack
from communique.local.state import State
from communique.local.supervisor import Stopped
from communique.settings import Settings

_STOP_SECONDS = 90.0


def run(settings: Settings, console: Console) -> None:
    """Bring the stack up, do the main job, show what came of it, and serve until Ctrl-C or SIGTERM.

    Where a stack runs already it is shown instead. Raises LocalError with what stands in the way; whatever
    was started is stopped then.
    """
    state = State.at(settings.state_dir.resolve())
    pid = state.supervisor_pid()
    if pid is not None:
        console.print(f"Already running (process {pid}).")
        _show(state, settings, console)
        return
    stack = Stack(settings, lambda line: console.print(line, highlight=False, soft_wrap=True))
    with stack.supervisor.signals():
        try:
            console.print("Starting (logs in " f"{state.folder / 'logs'})", highlight=False, soft_wrap=True)
            stack.state.remember("serving", False)
            addresses = stack.start()
            job.await_samples(addresses, settings, stack.supervisor)
            stack.state.remember("serving", True)
            _show(state, settings, console)
            _announce_ready()
            console.print("Serving until Ctrl-C (or `make stop`).")
            stack.supervisor.serve()
        except Stopped:
            console.print("Asked to stop while starting.")
        finally:
            stack.state.remember("serving", False)
            stack.stop()
            console.print("Everything is stopped.")


def run_detached(settings: Settings, console: Console) -> None:
    """The same in the background: returns when the main job is done and its result has been printed.

    Raises LocalError when the background process ended instead.
    """
    state = State.at(settings.state_dir.resolve())
    if state.supervisor_pid() is not None:
        run(settings, console)
        return
    log = state.log("supervisor")
    ours, theirs = os.pipe()
    with log.open("wb") as output:
        child = subprocess.Popen(
            [sys.executable, "-m", "communique", "run"], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            cwd=settings.home, start_new_session=True, pass_fds=[theirs],
            env=os.environ | {_READY_FD: str(theirs), "COLUMNS": str(console.width)})
    os.close(theirs)
    done = threading.Event()
    follower = threading.Thread(target=_follow, args=(log, done, console), daemon=True)
    follower.start()
    with os.fdopen(ours, "rb") as ready:
        came = ready.read()  # ends when the child says that it is ready, or when it is no more
    done.set()
    follower.join()
    if came != b"ready":
        child.wait()
        raise LocalError(f"the stack did not come up; what it said is above and in {log}")
    console.print("It goes on in the background: `make status`, `make stop`.")


_READY_FD = "COMMUNIQUE_READY_FD"


def _announce_ready() -> None:
    """Tell the process that started us in the background that the main job is done."""
    handle = os.environ.pop(_READY_FD, None)
    if handle is not None:
        with os.fdopen(int(handle), "wb") as ready, contextlib.suppress(BrokenPipeError):
            ready.write(b"ready")


def _follow(log: Path, done: threading.Event, console: Console) -> None:
    """Copy what the background process writes to its log until `done`, and then the rest."""
    with log.open(encoding="utf-8", errors="replace") as lines:
        while True:
            finished = done.is_set()
            for line in lines:
                console.out(line, end="", highlight=False)
            if finished:
                return
            done.wait(0.2)


def stop(settings: Settings, console: Console) -> None:
    """Stop the running stack and wait until it has; says so where none runs. Raises LocalError if it won't end."""
    state = State.at(settings.state_dir.resolve())
    pid = state.supervisor_pid()
    if pid is None:
        console.print("Nothing is running.")
        return
    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        process.send_signal(signal.SIGTERM)
        _, alive = psutil.wait_procs([process], timeout=_STOP_SECONDS)
        if alive:
            raise LocalError(f"process {pid} has not stopped in {_STOP_SECONDS:.0f} s: see {state.log('supervisor')}")
    console.print("Stopped.")


def status(settings: Settings, console: Console) -> bool:
    """Print what runs, what does not and where it all is; True when everything is up."""
    state = State.at(settings.state_dir.resolve())
    if state.supervisor_pid() is None:
        console.print("Not running: `make run` starts it.")
        return False
    addresses = addresses_of(state)
    report = components.health(addresses)
    well = report is not None
    for name, pid in (state.recall("processes") or {}).items():
        alive = psutil.pid_exists(pid)
        well = well and alive
        told = "" if name in ("postgres", "sample sites") or not alive else _health(addresses, name)
        console.print(f"  {name:<14} {'up' if alive else 'down':<5} process {pid:<8} {told}", highlight=False)
        well = well and told != "unhealthy"
    _print_addresses(addresses, console)
    return well


def _health(addresses: Addresses, name: str) -> str:
    return "healthy" if components.healthy(addresses, name) else "unhealthy"


def addresses_of(state: State) -> Addresses:
    """Where the running stack's services are. Raises LocalError when none was ever started here."""
    ports = state.known_ports()
    if not ports:
        raise LocalError("nothing was started here yet: `make run`")
    return Addresses(ports, state.secrets())


def running_addresses(settings: Settings) -> Addresses:
    """Where the running stack's services are. Raises LocalError when none runs."""
    state = State.at(settings.state_dir.resolve())
    if state.supervisor_pid() is None:
        raise LocalError("the stack is not running: `make run` starts it")
    return addresses_of(state)


def _show(state: State, settings: Settings, console: Console) -> None:
    addresses = addresses_of(state)
    if state.recall("serving"):
        job.show_events(addresses.analyst, console)
    else:
        console.print("It is still starting; `make status` tells how far it is.")
    _print_addresses(addresses, console)


def _print_addresses(addresses: Addresses, console: Console) -> None:
    show: Callable[[str], None] = lambda line: console.print(line, highlight=False, soft_wrap=True, markup=False)  # noqa: E731
    show(f"Airflow UI     {addresses.ui}   user {UI_USER}, password {addresses.secrets['ui_admin']}")
    show(f"Warehouse      {addresses.analyst}   (read-only; `make psql` opens it)")
    for key, site in sample.sites().items():
        more = "; `.venv/bin/communique sample publish` publishes an article" if key == sample.PUBLISHING else ""
        show(f"Sample agency  {addresses.sample}{site.path}/   ({site.name}{more})")
