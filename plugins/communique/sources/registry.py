"""Reads the declarations under `sources/`, says everything that is wrong with them, and picks the enabled ones."""

from __future__ import annotations

import difflib
import os
import typing
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from communique.sources.model import PLACEHOLDER, Source

PREFIX = "COMMUNIQUE_"
"""Only variables of ours may be read from a declaration: it must not be able to print other secrets."""


class SourceError(ValueError):
    """The declarations can't be used; `problems` holds one line for each thing to mend."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class _Loader(yaml.SafeLoader):
    """Safe YAML with the booleans of YAML 1.2, so that `country: NO` is Norway; a key given twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            if key_node.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key_node.value!r} stands twice", key_node.start_mark)
            seen.add(key_node.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(
    directory: Path, enabled: str = "", environment: Mapping[str, str] | None = None, *, selectors: bool = True
) -> dict[str, Source]:
    """All sources declared in `directory` (`<key>.yml`), by key in alphabetical order.

    `enabled` is a comma-separated list of keys to enable beside those whose file says `enabled: true`. A source
    that names an unset environment variable stays disabled, and its `disabled_reason` says which. Without
    `selectors`, CSS selectors aren't looked at: the DAG files are parsed over and over, and the parser of selectors
    brings all of BeautifulSoup with it. Raises SourceError with every problem of every file.
    """
    environment = os.environ if environment is None else environment
    problems: list[str] = []
    sources: dict[str, Source] = {}
    files: dict[str, Path] = {}
    for path in sorted(p for p in directory.glob("*.y*ml") if p.suffix in (".yml", ".yaml")):
        try:
            source = _read(path, environment, selectors)
        except SourceError as error:
            problems.extend(error.problems)
            continue
        if source.key in files:
            problems.append(f"{path}: key {source.key!r} is already declared by {files[source.key].name}")
        elif path.name != f"{source.key}.yml":
            problems.append(f"{path}: key is {source.key!r}: name the file {source.key}.yml, or mend the key")
        files.setdefault(source.key, path)
        sources[source.key] = source
    if not directory.is_dir():
        problems.append(f"{directory}: no such folder of sources")
    wanted = {key.strip() for key in enabled.split(",") if key.strip()}
    if not problems:
        for key in sorted(wanted - sources.keys()):
            problems.append(f"{PREFIX}SOURCES: there is no source {key!r}{_nearest(key, sources)}")
    if problems:
        raise SourceError(problems)
    return {key: _switched(source, key in wanted) for key, source in sorted(sources.items())}


def _switched(source: Source, wanted: bool) -> Source:
    on = (source.enabled or wanted) and source.disabled_reason is None
    return source.model_copy(update={"enabled": on})


def _read(path: Path, environment: Mapping[str, str], selectors: bool) -> Source:
    try:
        declared = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SourceError([f"{path}: not readable as YAML: {' '.join(str(error).split())}"]) from None
    if not isinstance(declared, dict):
        raise SourceError([f"{path}: holds no 'key: value' lines"])
    if "disabled_reason" in declared:
        raise SourceError([f"{path}: disabled_reason: unknown key{_nearest('disabled_reason', ['enabled'])}"])
    unset: set[str] = set()
    filled, problems = _filled(declared, environment, unset)
    if problems:
        raise SourceError(f"{path}: {problem}" for problem in problems)
    if unset:
        names = " and ".join(sorted(unset))
        filled["disabled_reason"] = f"{names} {'is' if len(unset) == 1 else 'are'} not set in the environment"
    try:
        return Source.model_validate(filled, context={"selectors": selectors})
    except ValidationError as error:
        raise SourceError(f"{path}: {line}" for line in _lines(error)) from None


def _filled(
    declared: dict[str, Any], environment: Mapping[str, str], unset: set[str]
) -> tuple[dict[str, Any], list[str]]:
    """The declaration with its placeholders filled in; unset variables are added to `unset`."""
    problems: list[str] = []

    def fill(value: Any, place: str) -> Any:
        if isinstance(value, dict):
            return {key: fill(inner, f"{place}.{key}" if place else str(key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [fill(inner, f"{place}.{number}") for number, inner in enumerate(value)]
        if not isinstance(value, str):
            return value
        names = PLACEHOLDER.findall(value)
        parts = place.split(".")
        if names and not (place == "home" or parts[0] == "allow_private" or (parts[0], parts[-1]) == ("feeds", "url")):
            problems.append(f"{place}: an environment variable may stand only in home, feeds.url and allow_private")
            return value
        for name in names:
            if not name.startswith(PREFIX):
                problems.append(f"{place}: ${{{name}}}: only variables that begin with {PREFIX} may be used")
            elif environment.get(name):
                value = value.replace(f"${{{name}}}", environment[name])
            else:
                unset.add(name)
        return value

    return {key: fill(value, str(key)) for key, value in declared.items()}, problems


def _lines(error: ValidationError) -> Iterator[str]:
    """One line for each error: the key's place, and what is wrong in a person's words."""
    for item in error.errors(include_url=False):
        place = ".".join(str(part) for part in item["loc"])
        message = item["msg"].removeprefix("Value error, ")
        if item["type"] == "extra_forbidden":
            model = _model_at(item["loc"][:-1])
            message = "unknown key" + _nearest(str(item["loc"][-1]), model.model_fields if model else ())
        elif item["type"] == "missing":
            message = "this key is missing"
        elif item["type"] not in ("value_error", "model_type", "missing"):
            message = f"{message} (it is {item['input']!r})"
        yield f"{place}: {message}" if place else message


def _model_at(location: tuple[int | str, ...]) -> type[BaseModel] | None:
    """The model that declares the mapping at `location` of a source."""
    model: type[BaseModel] | None = Source
    for part in location:
        if isinstance(part, int):
            continue
        if model is None or part not in model.model_fields:
            return None
        model = next(_models(model.model_fields[part].annotation), None)
    return model


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _models(inner)


def _nearest(word: str, known: Iterable[str]) -> str:
    """`: did you mean …?` with the likest of the known words, else the list of them."""
    names = [name for name in known if name != "disabled_reason"]
    likest = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    if likest:
        return f": did you mean {likest[0]!r}?"
    return f": known are {', '.join(sorted(names))}" if names else ""
