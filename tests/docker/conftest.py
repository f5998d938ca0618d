"""The files of docker/, read once: as data where a test asks what they say, by path where it runs them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

CHECKOUT = Path(__file__).resolve().parents[2]
_VARIABLE = re.compile(r"\$\$|\$\{(?P<name>\w+)(?P<how>:-|:\?)?(?P<rest>[^}]*)\}")

Stages = dict[str, list[tuple[str, str]]]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The checkout's root."""
    return CHECKOUT


@pytest.fixture(scope="session")
def compose() -> dict[str, Any]:
    """compose.yml with its anchors resolved and its variables left as they stand."""
    loaded = yaml.safe_load((CHECKOUT / "docker/compose.yml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(scope="session")
def ours(compose: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The services that run our own image, by name."""
    return {name: service for name, service in compose["services"].items()
            if service["image"].startswith("communique:")}


@pytest.fixture(scope="session")
def secrets_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of fresh secrets, made as a newcomer makes it."""
    path = tmp_path_factory.mktemp("compose") / ".env"
    subprocess.run(["sh", str(CHECKOUT / "docker/new-env.sh"), str(path)], check=True, capture_output=True)
    return path


@pytest.fixture(scope="session")
def variables(secrets_file: Path) -> dict[str, str]:
    """What that file sets."""
    lines = secrets_file.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


@pytest.fixture(scope="session")
def render(variables: dict[str, str]) -> Callable[[str], str]:
    """Replace compose's variables in a text as `docker compose` would; KeyError names a required one that is unset."""

    def value(match: re.Match[str]) -> str:
        if match["name"] is None:
            return "$"
        if match["how"] == ":-":
            return variables.get(match["name"]) or match["rest"]
        return variables[match["name"]]

    return lambda text: _VARIABLE.sub(value, text)


@pytest.fixture(scope="session")
def environment_of(
    compose: dict[str, Any], image_environment: dict[str, str], render: Callable[[str], str]
) -> Callable[[str], dict[str, str]]:
    """The environment in which a service's processes start: the image's, then compose's."""

    def environment(name: str) -> dict[str, str]:
        service: Mapping[str, Any] = compose["services"][name]
        return image_environment | {key: render(str(value)) for key, value in service["environment"].items()}

    return environment


@pytest.fixture(scope="session")
def stages() -> Stages:
    """The Dockerfile's instructions by stage, in order, continuation lines joined and comments dropped."""
    lines = (CHECKOUT / "docker/Dockerfile").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    found: Stages = {}
    stage: list[tuple[str, str]] = []
    for line in re.sub(r"\\\n\s*", " ", text).splitlines():
        if not line.strip():
            continue
        instruction, arguments = line.split(maxsplit=1)
        if instruction == "FROM":
            stage = found.setdefault(arguments.rsplit(" AS ", 1)[1], [])
        stage.append((instruction, arguments))
    return found


@pytest.fixture(scope="session")
def image_environment(stages: Stages) -> dict[str, str]:
    """What the final stage's ENV sets, PATH aside."""
    words = [word for instruction, arguments in stages["communique"] if instruction == "ENV"
             for word in arguments.split()]
    return {name: value for name, value in (word.split("=", 1) for word in words) if name != "PATH"}
