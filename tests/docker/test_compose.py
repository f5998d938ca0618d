"""compose.yml against the compose specification, and against what we ask of each service."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

Services = dict[str, dict[str, Any]]

COMMANDS = {
    "prepare": ["sh", "/opt/communique/docker/prepare.sh"],
    "api-server": ["airflow", "api-server"],
    "scheduler": ["airflow", "scheduler", "--skip-serve-logs"],
    "dag-processor": ["airflow", "dag-processor"],
    "triggerer": ["airflow", "triggerer", "--skip-serve-logs"],
    "worker": ["airflow", "celery", "worker", "--skip-serve-logs"],
}


def check_schema(path: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("check-jsonschema")
    return subprocess.run([str(program), "--builtin-schema", "vendor.compose-spec", str(path)],
                          capture_output=True, text=True, check=False)


def test_it_follows_the_compose_specification(checkout: Path) -> None:
    result = check_schema(checkout / "docker/compose.yml")
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_schema_check_refuses_a_misspelt_key(checkout: Path, tmp_path: Path) -> None:
    text = (checkout / "docker/compose.yml").read_text(encoding="utf-8")
    broken = tmp_path / "compose.yml"
    broken.write_text(text.replace("    healthcheck:", "    healthchek:", 1), encoding="utf-8")
    result = check_schema(broken)
    assert result.returncode == 1
    assert "healthchek" in result.stdout + result.stderr


def test_each_process_has_its_entry_point(ours: Services) -> None:
    assert {name: service["command"] for name, service in ours.items()} == COMMANDS


def test_all_our_processes_run_one_image_of_this_version(ours: Services, checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {service["image"] for service in ours.values()} == {f"communique:{project['version']}"}
    builds = [service["build"] for service in ours.values()]
    assert all(build == {"context": "..", "dockerfile": "docker/Dockerfile"} for build in builds)
    assert (checkout / "docker" / builds[0]["context"] / builds[0]["dockerfile"]).is_file()


def test_our_processes_have_no_more_rights_than_they_need(ours: Services, stages: dict[str, Any]) -> None:
    account = dict(stages["communique"])["USER"]
    for name, service in ours.items():
        assert service["user"] == account != "0:0", name
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["init"] is True, name
        assert "privileged" not in service, name


def test_what_lasts_is_on_named_volumes(
    compose: dict[str, Any], ours: Services, image_environment: dict[str, str]
) -> None:
    for name, service in ours.items():
        places = dict(volume.split(":", 1) for volume in service["volumes"])
        assert set(places) <= set(compose["volumes"]), name
        assert places["logs"] == image_environment["AIRFLOW__LOGGING__BASE_LOG_FOLDER"], name
        if name != "prepare":
            assert places["landing"] == image_environment["COMMUNIQUE_LANDING"], name
            assert places["state"] == image_environment["COMMUNIQUE_STATE_DIR"], name
        # Airflow writes its configuration and pid files here, and the root file system is read-only.
        assert any(mount.startswith(image_environment["AIRFLOW_HOME"] + ":") for mount in service["tmpfs"]), name


def test_the_password_file_is_seen_by_its_writer_and_its_reader_alone(ours: Services) -> None:
    seers = {name for name, service in ours.items()
             if any(volume.startswith("auth:") for volume in service["volumes"])}
    assert seers == {"prepare", "api-server"}
    folder = Path(ours["api-server"]["environment"]["AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE"]).parent
    assert f"auth:{folder}" in ours["api-server"]["volumes"]


def test_every_service_that_stays_is_watched_and_restarted(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        if name == "prepare":
            assert service["restart"] == "no"
            continue
        assert service["restart"] == "unless-stopped", name
        check = service["healthcheck"]
        assert check["test"][0] in ("CMD", "CMD-SHELL"), name
        assert len(check["test"]) > 1, name
        assert {"interval", "timeout", "retries", "start_period"} <= set(check), name


def test_nothing_starts_before_what_it_needs(compose: dict[str, Any], ours: Services) -> None:
    services = compose["services"]
    assert services["prepare"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    for name, service in ours.items():
        if name != "prepare":
            assert service["depends_on"]["prepare"] == {"condition": "service_completed_successfully"}, name
    for name in ("scheduler", "worker"):
        assert services[name]["depends_on"]["redis"] == {"condition": "service_healthy"}
    assert services["worker"]["depends_on"]["api-server"] == {"condition": "service_healthy"}


def test_every_foreign_image_is_pinned_to_a_release(compose: dict[str, Any], ours: Services) -> None:
    foreign = {name: service["image"] for name, service in compose["services"].items() if name not in ours}
    assert set(foreign) == {"redis", "postgres"}
    for name, image in foreign.items():
        assert re.fullmatch(rf"{name}:\d+(\.\d+)+-[a-z]+", image), image
    assert foreign["postgres"].startswith("postgres:18.")


def test_postgres_keeps_its_cluster_where_its_image_does(compose: dict[str, Any]) -> None:
    # From 18 on the image's volume is the folder above; one at .../data would leave the cluster in the container.
    assert "postgres:/var/lib/postgresql" in compose["services"]["postgres"]["volumes"]


def test_ports_are_published_on_loopback_alone(compose: dict[str, Any]) -> None:
    ports = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}
    assert set(ports) == {"api-server", "postgres"}
    for name, published in ports.items():
        assert all(re.fullmatch(r"127\.0\.0\.1:\$\{\w+:-\d+\}:\d+", port) for port in published), name


@pytest.mark.parametrize("name", ["scheduler", "dag-processor", "triggerer", "api-server"])
def test_health_is_asked_of_the_script_in_the_image(ours: Services, name: str, checkout: Path) -> None:
    _, program, script, _ = ours[name]["healthcheck"]["test"]
    assert program == "python"
    assert (checkout / Path(script).relative_to("/opt/communique")).is_file()
