"""docs/schema.md shows the tables that the migrations make, in diagrams that can be drawn."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from communique.warehouse.connection import Connection, connect

from tests.conftest import Warehouse

DOCS = Path(__file__).parents[2] / "docs"

# What Mermaid's grammar of erDiagram takes, of what is written: https://mermaid.js.org/syntax/entityRelationshipDiagram
NAME = r"[A-Za-z_]\w*"
LINES = (
    rf'    {NAME}\["{NAME}\.{NAME}"\]',
    rf'    {NAME} (?:\|\||\|o)--(?:o\{{|o\|) {NAME} : "[\w, ]+"',
    rf"    {NAME}",
    rf"    {NAME} \{{",
    rf"        [A-Za-z]\w*(?:\[\])? {NAME}(?: PK, FK| PK| FK)?",
    r"    \}",
)


@pytest.fixture(scope="module")
def schema() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("schema", DOCS / "pictures" / "schema.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["schema"] = module  # where its dataclasses look for their own names
    spec.loader.exec_module(module)
    yield module
    del sys.modules["schema"]


@pytest.fixture
def owner(warehouse: Warehouse) -> Iterator[Connection]:
    with connect(warehouse.owner) as connection:
        yield connection


def diagrams(text: str) -> list[list[str]]:
    return [found.splitlines() for found in re.findall(r"```mermaid\nerDiagram\n(.*?)```", text, re.DOTALL)]


def test_the_page_is_what_the_migrations_give(schema: ModuleType, owner: Connection) -> None:
    found = schema.page(owner)
    assert found == (DOCS / "schema.md").read_text(encoding="utf-8"), (
        "docs/schema.md is out of date: run .venv/bin/python docs/pictures/schema.py")


def test_a_new_table_with_a_key_and_a_line_is_drawn(schema: ModuleType, owner: Connection) -> None:
    owner.execute("CREATE TABLE core.rumour (rumour_id bigint PRIMARY KEY, "
                  "record_key bigint UNIQUE REFERENCES core.record, told_at timestamptz)")
    owner.execute("CREATE TABLE core.heard (a int) PARTITION BY LIST (a)")
    owner.execute("CREATE TABLE core.heard_once PARTITION OF core.heard FOR VALUES IN (1)")
    found = schema.page(owner)
    core = "\n".join(diagrams(found)[3])
    assert '    record |o--o| rumour : "record_key"\n' in core
    assert ("    rumour {\n        bigint rumour_id PK\n        bigint record_key FK\n"
            "        timestamptz told_at\n    }") in core
    assert "    heard {\n        integer a\n    }" in core
    assert "heard_once" not in found


def test_every_table_has_a_box_and_every_relation_a_line_in_a_list(schema: ModuleType, owner: Connection) -> None:
    text = schema.page(owner)
    boxes = [line.removesuffix(" {").strip() for lines in diagrams(text) for line in lines
             if re.fullmatch(rf"    {NAME}(?: \{{)?", line)]
    relations = owner.execute(
        "SELECT n.nspname, c.relname, c.relkind = 'v' FROM pg_class AS c "
        "JOIN pg_namespace AS n ON n.oid = c.relnamespace "
        "WHERE n.nspname IN ('landing', 'staging', 'core', 'quarantine', 'reference', 'mart') "
        "AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition").fetchall()
    assert sorted(boxes) == sorted(name for layer, name, is_view in relations if not is_view or layer == "mart")
    assert sorted(re.findall(r"^\| `(\S+)` \| \S", text, re.MULTILINE)) == sorted(
        f"{layer}.{name}" for layer, name, _ in relations)


def test_the_diagrams_keep_to_mermaids_grammar(schema: ModuleType, owner: Connection) -> None:
    found = diagrams(schema.page(owner))
    assert len(found) == len(schema.LAYERS)
    for lines in found:
        assert [line for line in lines if not any(re.fullmatch(allowed, line) for allowed in LINES)] == []
        named = [line.split()[0].split("[")[0] for line in lines if re.match(rf"    {NAME}(?:\[| \{{|$)", line)]
        assert len(set(named)) == len(named)
        for line in lines:
            if "--" in line:
                assert {line.split()[0], line.split()[2]} <= set(named), line
