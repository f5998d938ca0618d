"""No secret stands in compose.yml, and the script that makes them makes all that it asks for."""

from __future__ import annotations

import base64
import re
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

REQUIRED = r"\$\{\w+:\?[^}]+\}"
_SECRET_NAME = re.compile(r"(PASSWORD|SECRET|SECRET_KEY|FERNET_KEY|AUTH)$")
_URL_PASSWORD = re.compile(r"://[^/@:\s]*:(?P<password>[^@]+)@")


def literals(environment: dict[str, Any]) -> list[str]:
    """The names of the variables that hold a secret in plain sight (or one that may be left unset)."""
    found = []
    for name, value in environment.items():
        text = str(value)
        if _SECRET_NAME.search(name) and not re.fullmatch(REQUIRED, text):
            found.append(name)
        for match in _URL_PASSWORD.finditer(text):
            if not re.fullmatch(REQUIRED, match["password"]):
                found.append(name)
    return found


def test_no_secret_is_written_down(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert literals(service["environment"]) == [], name


@pytest.mark.parametrize("environment", [
    {"AIRFLOW__API__SECRET_KEY": "changeme"},
    {"AIRFLOW__CORE__FERNET_KEY": ""},
    {"POSTGRES_PASSWORD": "${POSTGRES_PASSWORD:-postgres}"},
    {"POSTGRES_PASSWORD": "${POSTGRES_PASSWORD}"},
    {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "postgresql://airflow:airflow@postgres/airflow"},
    {"AIRFLOW__CELERY__BROKER_URL": "redis://:${REDIS_PASSWORD:-x}@redis:6379/0"},
])
def test_a_secret_in_plain_sight_would_be_found(environment: dict[str, Any]) -> None:
    assert literals(environment) == list(environment)


def test_no_secret_is_on_a_command_line(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        line = " ".join(service.get("command", [])) + " ".join(service.get("healthcheck", {}).get("test", []))
        assert "${" not in line, f"{name}: docker inspect and ps would show what compose puts there"


def test_the_new_file_sets_exactly_what_compose_requires(checkout: Path, variables: dict[str, str]) -> None:
    text = (checkout / "docker/compose.yml").read_text(encoding="utf-8")
    assert set(variables) == set(re.findall(r"\$\{(\w+):\?", text))


def test_the_secrets_are_long_distinct_and_safe_in_a_url(variables: dict[str, str]) -> None:
    key = variables["AIRFLOW_FERNET_KEY"]
    assert len(base64.urlsafe_b64decode(key)) == 32
    others = [value for name, value in variables.items() if name != "AIRFLOW_FERNET_KEY"]
    assert all(re.fullmatch(r"[0-9a-f]{64}", value) for value in others)
    assert len(set(others)) == len(others)


def test_the_new_file_is_its_owners_alone_and_never_overwritten(checkout: Path, secrets_file: Path) -> None:
    assert stat.S_IMODE(secrets_file.stat().st_mode) == 0o600
    before = secrets_file.read_text(encoding="utf-8")
    again = subprocess.run(["sh", str(checkout / "docker/new-env.sh"), str(secrets_file)],
                           capture_output=True, text=True, check=False)
    assert again.returncode == 1
    assert "exists" in again.stderr
    assert secrets_file.read_text(encoding="utf-8") == before


def test_each_secret_goes_only_where_it_is_used(compose: dict[str, Any], ours: dict[str, Any]) -> None:
    def seers(variable: str) -> set[str]:
        return {name for name, service in compose["services"].items() if variable in str(service["environment"])}

    control = set(ours) - {"worker"}
    assert seers("POSTGRES_SUPERUSER_PASSWORD") == {"postgres"}
    assert seers("WAREHOUSE_OWNER_PASSWORD") == {"postgres", "prepare"}
    assert seers("WAREHOUSE_ANALYST_PASSWORD") == {"postgres", "prepare"}
    assert seers("UI_ADMIN_PASSWORD") == {"prepare"}
    assert seers("AIRFLOW_DB_PASSWORD") == control | {"postgres"}
    assert seers("AIRFLOW_JWT_SECRET") == seers("AIRFLOW_FERNET_KEY") == seers("AIRFLOW_API_SECRET") == control
