"""Every setting in docker/ is one that Airflow or we know, the same as in the local stack, and Airflow reads it."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from communique.local.environment import Addresses, for_processes
from communique.local.state import State
from communique.settings import Settings

# Read by `communique migrate`, which sets the roles' passwords; they are nobody else's settings.
MIGRATE_ONLY = {"COMMUNIQUE_LOADER_PASSWORD", "COMMUNIQUE_ANALYST_PASSWORD"}
CONNECTIONS = {"AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE", "AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE_OWNER"}

ASK_AIRFLOW = """
import json, sys
from airflow import settings
from airflow.api_fastapi.auth.managers.simple.simple_auth_manager import SimpleAuthManager
from airflow.api_fastapi.core_api.datamodels.monitor import HealthInfoResponse
from airflow.cli.cli_parser import get_parser
from airflow.configuration import conf
settings.configure_orm()
commands, answer = json.loads(sys.argv[1]), sys.argv[2]
parser = get_parser()
json.dump({
    "executor": conf.get("core", "executor"),
    "execution_api": conf.get("core", "execution_api_server_url"),
    "drivers": [settings.engine.dialect.driver, settings.async_engine.dialect.driver],
    "async": settings.async_engine.dialect.is_async,
    "users": [(user.username, user.role) for user in SimpleAuthManager.get_users()],
    "passwords": SimpleAuthManager.get_passwords(),
    "health": sorted(HealthInfoResponse.model_fields),
    "commands": {name: [args.subcommand, getattr(args, "skip_serve_logs", None)]
                 for name, command in commands.items() for args in [parser.parse_args(command[1:])]},
}, open(answer, "w"))
"""


@pytest.fixture(scope="module")
def options() -> set[tuple[str, str]]:
    """(section, option) of everything that the installed Airflow and its Celery provider describe."""
    spec = importlib.util.find_spec("airflow")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent
    described = yaml.safe_load((package / "config_templates/config.yml").read_text(encoding="utf-8"))
    celery = importlib.util.spec_from_file_location(
        "celery_provider_info", package / "providers/celery/get_provider_info.py")
    assert celery is not None
    assert celery.loader is not None
    module = importlib.util.module_from_spec(celery)
    celery.loader.exec_module(module)
    described |= module.get_provider_info()["config"]
    return {(section, option) for section, body in described.items() for option in body["options"]}


@pytest.fixture(scope="module")
def names(compose: dict[str, Any], ours: dict[str, Any], image_environment: dict[str, str]) -> set[str]:
    """Every variable that our image or one of its services sets."""
    return set(image_environment).union(*(service["environment"] for service in ours.values()))


@pytest.fixture(scope="module")
def answers(
    ours: dict[str, Any], environment_of: Callable[[str], dict[str, str]], checkout: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Any]:
    """What the installed Airflow makes of the api-server's environment and of every `airflow` command."""
    folder = tmp_path_factory.mktemp("airflow")
    environment = environment_of("prepare") | {
        "AIRFLOW_HOME": str(folder),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(folder / "passwords.json"),
        "PATH": os.environ["PATH"],
    }
    for name in ("DAGS_FOLDER", "PLUGINS_FOLDER"):
        environment[f"AIRFLOW__CORE__{name}"] = str(folder)
    environment["AIRFLOW__LOGGING__BASE_LOG_FOLDER"] = str(folder / "logs")
    subprocess.run([sys.executable, str(checkout / "docker/write_passwords.py")], env=environment, check=True)
    commands = {name: service["command"] for name, service in ours.items() if name != "prepare"}
    answer = folder / "answer.json"
    subprocess.run([sys.executable, "-c", ASK_AIRFLOW, json.dumps(commands), str(answer)],
                   env=environment, cwd=folder, check=True, capture_output=True)
    loaded = json.loads(answer.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_every_airflow_setting_exists(names: set[str], options: set[tuple[str, str]]) -> None:
    set_here = {name for name in names if name.startswith("AIRFLOW__")}
    assert len(set_here) > 20
    unknown = {name for name in set_here if tuple(name.lower().split("__")[1:]) not in options}
    assert unknown == set()


def test_every_setting_of_ours_exists(names: set[str], ours: dict[str, Any]) -> None:
    known = {f"COMMUNIQUE_{field.upper()}" for field in Settings.model_fields}
    assert {name for name in names if name.startswith("COMMUNIQUE_")} - MIGRATE_ONLY <= known
    assert set(ours["prepare"]["environment"]) >= MIGRATE_ONLY
    assert {name for name in names if name.startswith("AIRFLOW_CONN_")} == CONNECTIONS


def test_settings_take_the_warehouse_and_the_folders_from_it(
    environment_of: Callable[[str], dict[str, str]], monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    for name, value in environment_of("worker").items():
        monkeypatch.setenv(name, value)
    settings = Settings()
    password = variables["WAREHOUSE_LOADER_PASSWORD"]
    assert settings.warehouse_dsn == f"postgresql://loader:{password}@postgres:5432/warehouse"
    assert settings.landing_path == "/var/lib/communique/landing"
    assert settings.sources_dir == Path("/opt/communique/sources")


def test_control_processes_share_their_settings(ours: dict[str, Any]) -> None:
    api_server = ours["api-server"]["environment"]
    for name in ("scheduler", "dag-processor", "triggerer"):
        assert ours[name]["environment"] == api_server
    assert api_server.items() <= ours["prepare"]["environment"].items()


def test_a_worker_knows_the_same_but_holds_no_key_to_airflows_database(ours: dict[str, Any]) -> None:
    worker = ours["worker"]["environment"]
    assert worker.items() < ours["scheduler"]["environment"].items()
    kept_back = {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC",
                 "AIRFLOW__CORE__FERNET_KEY", "AIRFLOW__API_AUTH__JWT_SECRET", "AIRFLOW__API__SECRET_KEY"}
    assert kept_back <= set(ours["scheduler"]["environment"])
    assert not kept_back & set(worker)


# What the local stack sets and a container has otherwise, each for its reason.
OTHERWISE = {
    "AIRFLOW__CORE__DAGS_FOLDER": "a path of the image",
    "AIRFLOW__CORE__PLUGINS_FOLDER": "a path of the image",
    "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": "on a volume",
    "AIRFLOW__LOGGING__BASE_LOG_FOLDER": "on a volume",
    "AIRFLOW__LOGGING__DAG_PROCESSOR_CHILD_PROCESS_LOG_DIRECTORY": "on a volume",
    "AIRFLOW__CORE__EXECUTOR": "Celery in place of local processes",
    "AIRFLOW__CORE__FERNET_KEY": "a secret of its own",
    "AIRFLOW__API__SECRET_KEY": "a secret of its own",
    "AIRFLOW__API_AUTH__JWT_SECRET": "a secret of its own",
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "an address of the network",
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC": "an address of the network",
    "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": "an address of the network",
    "AIRFLOW__API__BASE_URL": "the published port",
}
# What concerns one machine with LocalExecutor: its process pool, its loopback addresses, its free ports.
LOCAL_ONLY = {
    "AIRFLOW__CORE__PARALLELISM", "AIRFLOW__CORE__MP_FORKSERVER_PRELOAD", "AIRFLOW__SCHEDULER__MP_START_METHOD",
    "AIRFLOW__API__HOST", "AIRFLOW__API__PORT",
}


def test_the_settings_are_those_of_the_local_stack(
    environment_of: Callable[[str], dict[str, str]], options: set[tuple[str, str]], tmp_path: Path
) -> None:
    secrets = dict.fromkeys(("airflow", "communique", "loader", "analyst", "ui_admin", "api_secret", "jwt"), "x")
    addresses = Addresses({"ui": 1, "sample": 2, "postgres": 3}, secrets)
    there = {name: value for name, value in for_processes(State(tmp_path), addresses, Settings()).items()
             if name.startswith("AIRFLOW__") and tuple(name.lower().split("__")[1:]) in options}
    here = environment_of("scheduler")
    assert {name for name in there if name not in here} - LOCAL_ONLY == set()
    differing = {name for name in there if name in here and here[name] != there[name]}
    assert differing - set(OTHERWISE) == set()


def test_airflow_reads_it_as_meant(answers: dict[str, Any], variables: dict[str, str]) -> None:
    assert answers["executor"] == "CeleryExecutor"
    assert answers["execution_api"] == "http://api-server:8080/execution/"
    assert answers["drivers"] == ["psycopg", "psycopg"]
    assert answers["async"] is True
    assert answers["users"] == [["admin", "admin"]]
    assert answers["passwords"] == {"admin": variables["UI_ADMIN_PASSWORD"]}


def test_airflow_knows_the_commands(answers: dict[str, Any]) -> None:
    assert answers["commands"] == {
        "api-server": ["api-server", None],
        "scheduler": ["scheduler", True],
        "dag-processor": ["dag-processor", None],
        "triggerer": ["triggerer", True],
        "worker": ["worker", True],
    }


def test_airflow_reports_the_components_that_are_asked_about(answers: dict[str, Any], ours: dict[str, Any]) -> None:
    asked = {service["healthcheck"]["test"][-1] for name, service in ours.items() if name not in ("prepare", "worker")}
    assert asked <= set(answers["health"])
    assert len(asked) == 4


def test_prepare_migrates_both_databases(checkout: Path) -> None:
    lines = (checkout / "docker/prepare.sh").read_text(encoding="utf-8").splitlines()
    assert lines.index("airflow db migrate") < lines.index("communique migrate")
    assert "set -eu" in lines
    if importlib.util.find_spec("communique.cli") is None:
        pytest.skip("the command line is not there yet")
    program = Path(sys.executable).with_name("communique")
    told = subprocess.run([str(program), "migrate", "--help"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
