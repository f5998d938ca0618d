"""What holds for every DAG file: it imports, quickly, and tells what it does."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
DAGS = sorted((PROJECT / "dags").glob("*.py"))
# CPU seconds beyond `import airflow`; the DAG processor pays them at every parse, and so does every task.
BUDGET = 1.0

PROGRAM = """
import json, runpy, sys, time
import airflow
from airflow.sdk import DAG
from airflow.triggers.base import BaseEventTrigger
before = time.process_time()
found = runpy.run_path(sys.argv[1])
spent = time.process_time() - before
dags = [value for value in found.values() if isinstance(value, DAG)]
print(json.dumps({
    "spent": spent,
    "heavy": [name for name in ("spacy", "great_expectations", "bs4") if name in sys.modules],
    "dags": [{"id": dag.dag_id, "doc": dag.doc_md, "tasks": len(dag.tasks), "catchup": dag.catchup,
              "retries": min(task.retries for task in dag.tasks)} for dag in dags],
}))
"""


@pytest.fixture(params=DAGS, ids=lambda path: path.name, scope="module")
def parsed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict:
    environment = {**os.environ, "AIRFLOW_HOME": str(tmp_path_factory.mktemp("airflow")),
                   "COMMUNIQUE_SAMPLE_URL": "http://127.0.0.1:1", "COMMUNIQUE_SAMPLE_HOST": "127.0.0.1:1"}
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(request.param)], env=environment, text=True,
                          capture_output=True, check=False, cwd=PROJECT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_it_is_parsed_within_its_budget(parsed: dict) -> None:
    assert parsed["heavy"] == []
    assert parsed["spent"] < BUDGET


def test_it_declares_what_its_readers_need(parsed: dict) -> None:
    assert parsed["dags"]
    for dag in parsed["dags"]:
        assert len(dag["doc"].strip()) > 100
        assert dag["tasks"] <= 7
        assert dag["catchup"] is False
        assert dag["retries"] >= 1


@pytest.mark.parametrize("path", DAGS, ids=lambda path: path.name)
def test_it_imports_only_what_wiring_needs(path: Path) -> None:
    """dags → plugins → extractors; and of the plugins only what is written for Airflow."""
    imported = [name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import)
                             else [node.module or ""] if isinstance(node, ast.ImportFrom) else [])]
    allowed = ("__future__", "datetime", "airflow", "communique.airflow", "extractors.record")
    assert [name for name in imported if not name.startswith(allowed)] == []
