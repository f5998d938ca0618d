"""What a run leaves on disk and finds again: one folder, with ports, secrets, pids and a lock."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from communique.local.errors import LocalError
from communique.local.ports import free_port, is_free

SECRET_NAMES = (
    "postgres", "airflow", "communique", "loader", "analyst",
    "ui_admin", "jwt", "api_secret",
)
# Airflow signs with SHA-512 and warns of a key shorter than its block.
_SECRET_BYTES = {"jwt": 64}
PORT_NAMES = {"postgres": 55432, "ui": 8080, "sample": 8090}


def write_atomically(path: Path, text: str, mode: int = 0o600) -> None:
    """Replace `path` by `text` so that a reader or a crash sees the old or the new, never half."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@dataclass(slots=True)
class State:
    """The state folder of a stack."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> State:
        """The state in `folder`, made where it is missing."""
        try:
            (folder / "logs").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LocalError(f"cannot make the state folder {folder}: {error.strerror}") from error
        if not os.access(folder, os.W_OK):
            raise LocalError(f"{folder} is not yours to write in (made by another user?): remove it and run again")
        return cls(folder)

    def log(self, component: str) -> Path:
        return self.folder / "logs" / f"{component}.log"

    def _read(self, name: str) -> dict[str, Any]:
        path = self.folder / name
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise LocalError(f"{path} is not JSON ({error}): remove it and run again") from error
        if not isinstance(found, dict):
            raise LocalError(f"{path} holds no JSON object: remove it and run again")
        return found

    def secrets(self) -> dict[str, str]:
        """The passwords and keys of this stack by name, each generated once."""
        known = self._read("secrets.json")
        missing = [name for name in SECRET_NAMES if name not in known]
        if missing:
            known |= {name: secrets.token_urlsafe(_SECRET_BYTES.get(name, 18)) for name in missing}
            write_atomically(self.folder / "secrets.json", json.dumps(known, indent=1))
        return {name: str(value) for name, value in known.items()}

    def ports(self) -> tuple[dict[str, int], list[str]]:
        """A free port for each service, the remembered one if it is free; and a line for each that had to move."""
        known = self._read("ports.json")
        chosen: dict[str, int] = {}
        moved: list[str] = []
        for name, usual in PORT_NAMES.items():
            before = known.get(name)
            wanted = before if isinstance(before, int) else usual
            port = wanted if is_free(wanted) else free_port()
            if port != wanted and before is not None:
                moved.append(f"port {wanted} of {name} is in use by another program: taking {port}")
            chosen[name] = port
        write_atomically(self.folder / "ports.json", json.dumps(chosen, indent=1))
        return chosen, moved

    def known_ports(self) -> dict[str, int]:
        """The ports of the running or last stack; empty where there was none."""
        return {name: int(port) for name, port in self._read("ports.json").items()}

    def remember(self, what: str, value: Any) -> None:
        """Keep a JSON value under a name for the next run and for `status`."""
        notes = self._read("state.json")
        notes[what] = value
        write_atomically(self.folder / "state.json", json.dumps(notes, indent=1))

    def recall(self, what: str) -> Any:
        return self._read("state.json").get(what)

    def lock(self) -> IO[str] | None:
        """The lock that a running supervisor holds, or None where another process holds it.

        The kernel releases it when the process ends, however it ends: a stale one cannot be.
        """
        handle = (self.folder / "lock").open("a+", encoding="utf-8")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.close()
            return None
        handle.seek(0)
        handle.truncate()
        handle.write(str(os.getpid()))
        handle.flush()
        return handle

    def supervisor_pid(self) -> int | None:
        """The process id of the running supervisor, None where none runs."""
        held = self.lock()
        if held is not None:
            held.close()
            return None
        text = (self.folder / "lock").read_text(encoding="utf-8").strip()
        return int(text) if text.isdigit() else None
