"""The state folder: what is remembered, and what is said when it cannot be."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from communique.local.errors import LocalError
from communique.local.state import State


def test_secrets_are_made_once_and_are_ours_alone(tmp_path: Path) -> None:
    state = State.at(tmp_path / "state")
    first = state.secrets()
    assert State.at(tmp_path / "state").secrets() == first
    assert len(set(first.values())) == len(first)
    assert (tmp_path / "state" / "secrets.json").stat().st_mode & 0o077 == 0


def test_ports_are_remembered_and_move_when_somebody_else_has_them(tmp_path: Path) -> None:
    state = State.at(tmp_path)
    before, moved = state.ports()
    assert not moved
    assert state.ports() == (before, [])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", before["ui"]))
        taken.listen()
        after, moved = state.ports()
    assert after["ui"] != before["ui"]
    assert after["postgres"] == before["postgres"]
    assert [str(before["ui"]) in line for line in moved] == [True]


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    program = ("import sys; from pathlib import Path; from communique.local.state import State; "
               "held = State.at(Path(sys.argv[1])).lock(); print('held', flush=True); sys.stdin.read()")
    holder = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    state = State.at(tmp_path)
    assert state.supervisor_pid() == holder.pid
    holder.kill()
    holder.communicate()
    assert state.supervisor_pid() is None


def test_a_broken_file_is_said_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "ports.json").write_text('{"ui": ')
    with pytest.raises(LocalError, match=r"ports\.json is not JSON"):
        State.at(tmp_path).ports()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LocalError, match="cannot make the state folder"):
        State.at(tmp_path / "file" / "state")
