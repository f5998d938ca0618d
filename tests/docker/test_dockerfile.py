"""The Dockerfile by hadolint and by what we ask of the image, and what is sent to the builder."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

Stages = dict[str, list[tuple[str, str]]]


def lint(path: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("hadolint")
    return subprocess.run([str(program), "--no-color", "--failure-threshold", "style", str(path)],
                          capture_output=True, text=True, check=False)


def copied(stages: Stages) -> list[str]:
    """What COPY takes from the checkout, in any stage."""
    found: list[str] = []
    for stage in stages.values():
        for instruction, arguments in stage:
            if instruction == "COPY" and not arguments.startswith("--from"):
                found += shlex.split(arguments)[:-1]
    return found


def test_hadolint_has_nothing_to_say(checkout: Path) -> None:
    result = lint(checkout / "docker/Dockerfile")
    assert result.returncode == 0, result.stdout + result.stderr


def test_hadolint_would_refuse_an_image_without_a_tag(checkout: Path, tmp_path: Path) -> None:
    text = (checkout / "docker/Dockerfile").read_text(encoding="utf-8")
    broken = tmp_path / "Dockerfile"
    broken.write_text(text.replace("python:3.11-slim-bookworm", "python"), encoding="utf-8")
    result = lint(broken)
    assert result.returncode == 1
    assert "DL3006" in result.stdout


def test_both_stages_stand_on_one_pinned_python(stages: Stages) -> None:
    # The environment's interpreter is a link into the base image: another base would leave it dangling.
    assert stages["python"] == [("FROM", "python:3.11-slim-bookworm AS python")]
    assert stages["build"][0] == ("FROM", "python AS build")
    assert stages["communique"][0] == ("FROM", "python AS communique")
    assert list(stages)[-1] == "communique"


def test_uv_is_the_one_that_makes_a_checkouts_environment_and_stays_behind(stages: Stages, checkout: Path) -> None:
    bootstrap = (checkout / "plugins/communique/local/bootstrap.sh").read_text(encoding="utf-8")
    version = re.search(r"^uv_version=(\d+\.\d+\.\d+)$", bootstrap, re.MULTILINE)
    assert version is not None
    assert stages["uv"] == [("FROM", f"ghcr.io/astral-sh/uv:{version[1]} AS uv")]
    sources = [arguments for instruction, arguments in stages["communique"] if instruction == "COPY"]
    assert not any("--from=uv" in arguments or "/usr/local/bin" in arguments for arguments in sources)


def test_packages_come_from_the_lock_without_the_development_ones(stages: Stages) -> None:
    syncs = [arguments for _, arguments in stages["build"] if "uv sync" in arguments]
    assert len(syncs) == 2
    assert all({"--frozen", "--no-dev"} <= set(arguments.split()) for arguments in syncs)
    assert "--no-install-project" in syncs[0]


def test_it_runs_as_a_user_who_owns_no_code(stages: Stages) -> None:
    final = stages["communique"]
    user = [arguments for instruction, arguments in final if instruction == "USER"]
    assert user == ["50000:50000"]
    assert final.index(("USER", user[0])) > max(i for i, step in enumerate(final) if step[0] in ("RUN", "COPY"))
    assert not any("--chown" in arguments for instruction, arguments in final if instruction == "COPY")
    owned = " ".join(arguments for instruction, arguments in final if instruction == "RUN")
    assert "/opt" not in owned


def test_the_image_knows_where_its_parts_stand(stages: Stages, image_environment: dict[str, str]) -> None:
    final = stages["communique"]
    assert image_environment["PYTHONDONTWRITEBYTECODE"] == "1"
    assert image_environment["COMMUNIQUE_HOME"] == dict(final)["WORKDIR"] == "/opt/communique"
    assert image_environment["AIRFLOW__CORE__DAGS_FOLDER"] == "/opt/communique/dags"
    assert image_environment["AIRFLOW__CORE__PLUGINS_FOLDER"] == "/opt/communique/plugins"
    made = " ".join(arguments for instruction, arguments in final if instruction == "RUN").split()
    for name in ("AIRFLOW_HOME", "COMMUNIQUE_STATE_DIR", "COMMUNIQUE_LANDING", "AIRFLOW__LOGGING__BASE_LOG_FOLDER"):
        assert image_environment[name] in made, f"{name}: a fresh volume there would belong to root"


def test_everything_that_runs_is_copied(stages: Stages, checkout: Path) -> None:
    wanted = {"extractors", "plugins", "dags", "sources", "sql", "pyproject.toml", "uv.lock", "LICENSE"}
    wanted |= {str(path.relative_to(checkout)) for path in (checkout / "docker").iterdir()
               if path.name in ("prepare.sh", "healthy.py", "write_passwords.py")}
    assert wanted <= set(copied(stages))
    assert all((checkout / path).exists() for path in copied(stages))


def test_the_builder_is_sent_only_what_is_copied(stages: Stages, checkout: Path) -> None:
    lines = (checkout / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    assert {rule[1:] for rule in rules if rule.startswith("!")} == set(copied(stages))
    assert "**/__pycache__" in rules


def test_secrets_are_kept_out_of_git(checkout: Path) -> None:
    assert ".env" in (checkout / "docker/.gitignore").read_text(encoding="utf-8").split()
