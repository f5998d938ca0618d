"""A source added by YAML alone, as docs/add-a-source.md says it, word for word: its commands are run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import yaml
from communique.sources import Source, load
from communique.sources.fixture import FOLDER, fixtures

from tests.communique.press import Press, printing
from tests.conftest import Warehouse

PROJECT = Path(__file__).parents[2]
GUIDE = PROJECT / "docs" / "add-a-source.md"


@pytest.fixture
def press() -> Iterator[Press]:
    """The guide's agency, with nine articles."""
    with printing() as made:
        for number in range(9):
            made.article(number, hours=number * 2 + 1)
        made.rss("/rss/en.xml", *((number, number * 2 + 1) for number in range(9)))
        made.put("/", "<html><head><title>Example</title><meta property='og:site_name' content='Example News Agency'>"
                      "<link rel='alternate' type='application/rss+xml' href='/rss/en.xml'></head><body></body></html>")
        yield made


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout without sources, with the program at the place that the guide gives."""
    home = tmp_path / "checkout"
    (home / "sources").mkdir(parents=True)
    (home / "sql").symlink_to(PROJECT / "sql")
    (home / ".venv" / "bin").mkdir(parents=True)
    program = home / ".venv" / "bin" / "communique"
    program.write_text(f"#!/bin/sh\nexec {sys.executable} -m communique \"$@\"\n")
    program.chmod(0o755)
    return home


def shell(command: str, home: Path, warehouse: Warehouse) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "COMMUNIQUE"))}
    environment = inherited | {
        "COMMUNIQUE_HOME": str(home), "COMMUNIQUE_STATE_DIR": str(home / ".communique"),
        "AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE": warehouse.loader}
    return subprocess.run(["sh", "-c", command], cwd=home, env=environment, text=True, capture_output=True, check=False)


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


def commands() -> list[str]:
    return [line for block in blocks("sh") for line in block.splitlines()
            if line.strip() and not line.startswith(("#", "COMMUNIQUE_SOURCES="))]


def at_the_press(text: str, press: Press) -> str:
    """The guide's addresses, at the loopback address where the test serves them."""
    return text.replace("https://news.example.org", press.url)


def test_the_guide_adds_a_source_whose_articles_reach_the_warehouse(
        press: Press, checkout: Path, warehouse: Warehouse) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    named = re.search(r"Save this as `(sources/\w+\.yml)`", guide)
    assert named is not None
    declared = at_the_press(blocks("yaml")[0], press)
    # What a test must change: the press stands on loopback, and is in no hurry to be spared.
    declared = declared.replace("allow_private: []", f"allow_private: [\"{press.host}\"]")
    declared = declared.replace("delay_seconds: 2", "delay_seconds: 0").replace("enabled: false", "enabled: true")
    (checkout / named[1]).write_text(declared, encoding="utf-8")
    asked = commands()
    assert [re.search(r"communique source \w+|communique \w+", line)[0] for line in asked] == [  # type: ignore[index]
        "communique source new", "communique source check", "communique source capture", "communique source poll",
        "communique ingest"]
    for line in asked[1:]:
        done = shell(at_the_press(line, press), checkout, warehouse)
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
    with psycopg.connect(warehouse.owner) as connection:
        rows = connection.execute("SELECT source_key, url FROM core.article ORDER BY url").fetchall()
    assert rows == [("example_agency", f"{press.url}/news/{number}") for number in range(9)]
    (kept,) = fixtures(checkout / FOLDER)
    assert kept.read_again(load(checkout / "sources")["example_agency"]) == kept.expected


def test_the_guides_draft_is_a_source_that_passes_its_check(
        press: Press, checkout: Path, warehouse: Warehouse) -> None:
    line = at_the_press(commands()[0], press) + f" --key drafted --allow-private {press.host}"
    done = shell(line, checkout, warehouse)
    assert done.returncode == 0, done.stderr
    path = checkout / "sources" / "drafted.yml"
    drafted = Source.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert drafted.name == "Example News Agency"
    assert (drafted.feeds[0].url, drafted.feeds[0].format, drafted.feeds[0].language) == (
        f"{press.url}/rss/en.xml", "rss", "en")
    assert (drafted.page.body, drafted.page.title, drafted.page.published) == ("div.content", "h1", "time[datetime]")
    assert drafted.yields.articles_per_day is not None
    assert drafted.yields.articles_per_day.min < 12 < drafted.yields.articles_per_day.max
    assert not drafted.enabled
    path.write_text(path.read_text(encoding="utf-8").replace("delay_seconds: 2", "delay_seconds: 0"), encoding="utf-8")
    checked = shell(".venv/bin/communique source check drafted", checkout, warehouse)
    assert checked.returncode == 0, checked.stdout
    assert "Nothing is wrong." in checked.stdout
    assert "publisher" in checked.stdout, "where the text was read is told"
    assert shell(line, checkout, warehouse).returncode == 1, "a file that is there is not overwritten"


def test_the_guide_explains_every_key() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    for name in set(Source.model_fields) - {"disabled_reason"}:
        assert f"`{name}`" in text, f"the guide doesn't explain {name}"


