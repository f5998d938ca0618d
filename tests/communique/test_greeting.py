"""What `make psql` says first: every mart with a line, the cookbook, how to ask."""

from __future__ import annotations

import io
from pathlib import Path

from communique import greeting, settings
from rich.console import Console

from tests.conftest import Warehouse


def said(dsn: str, cookbook: Path) -> str:
    out = io.StringIO()
    greeting.show(dsn, cookbook, Console(file=out, width=120))
    return out.getvalue()


def test_every_mart_has_a_line_and_the_cookbook_is_named(warehouse: Warehouse) -> None:
    cookbook = settings.get().sql_dir / "cookbook"
    lines = said(warehouse.analyst, cookbook).splitlines()
    named = [line.split()[0] for line in lines if line.strip().startswith("mart.")]
    assert named[0] == "mart.events"
    assert {"mart.meeting_pairs", "mart.leader_trips", "mart.commitments", "mart.offices"} <= set(named)
    assert len(named) == len(set(named)) > 20
    assert all(len(line.split()) > 3 for line in lines if line.strip().startswith("mart."))
    told = "\n".join(lines)
    assert f"questions with their queries in {cookbook}" in told
    assert r"\d+ mart.events" in told
    assert "mart.provenance(" in told


def test_a_warehouse_that_does_not_answer_leaves_the_shell_to_say_so(tmp_path: Path) -> None:
    told = said("postgresql://nobody@127.0.0.1:1/warehouse", tmp_path)
    assert r"\d+ mart.events" in told
    assert "mart.offices" not in told
    assert "Cookbook" not in told
