"""The password file of the web interface: whole, private, replaced in one step."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

FILE = "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE"
PASSWORD = "UI_ADMIN_PASSWORD"


def write(checkout: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(checkout / "docker/write_passwords.py")],
                          env=environment, capture_output=True, text=True, check=False)


def test_a_new_password_replaces_the_old_one(checkout: Path, tmp_path: Path) -> None:
    target = tmp_path / "passwords.json"
    for password in ("first", 'a "quoted" пароль'):
        result = write(checkout, {FILE: str(target), PASSWORD: password})
        assert result.returncode == 0, result.stderr
        assert password not in result.stdout + result.stderr
        assert json.loads(target.read_text(encoding="utf-8")) == {"admin": password}
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("missing", [FILE, PASSWORD])
def test_a_missing_variable_is_named(checkout: Path, tmp_path: Path, missing: str) -> None:
    environment = {FILE: str(tmp_path / "passwords.json"), PASSWORD: "first"}
    environment[missing] = ""
    result = write(checkout, environment)
    assert result.returncode == 1
    assert missing in result.stderr
    assert list(tmp_path.iterdir()) == []
