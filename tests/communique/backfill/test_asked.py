"""What a backfill may be asked for, and that the same is the same."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest
from communique.backfill.asked import Asked, BackfillError, archives_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.warc.gz", "a.warc.gz", "c.warc", "notes.txt"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def test_patterns_paths_and_lists_name_files_once(folder: Path) -> None:
    (folder / "warc.paths.gz").write_bytes(gzip.compress(f"a.warc.gz\n\n{folder}/c.warc\n".encode()))
    expected = tuple(f"file://{folder}/{name}" for name in ("a.warc.gz", "b.warc.gz", "c.warc"))
    assert archives_of([f"{folder}/*.warc.gz", f"{folder}/a.warc.gz", f"{folder}/warc.paths.gz"]) == expected


@pytest.mark.parametrize(("given", "says"), [
    ([], "no WARC file is given"), (["{}/gone.warc.gz"], "there is no WARC file"),
    (["{}/*.arc"], "there is no WARC file"), (["{}/gone.paths"], "gone.paths"), (["nosuch://x/a.warc.gz"], "nosuch"),
])
def test_a_name_that_leads_nowhere_is_said(given: list[str], says: str, folder: Path) -> None:
    with pytest.raises(BackfillError, match=says):
        archives_of([one.format(folder) for one in given])


def test_the_same_has_the_same_name(folder: Path) -> None:
    assert Asked.files([f"{folder}/a.warc.gz"]) == Asked.of({"archives": [f"{folder}/a.warc.gz"], "source": ""})
    assert Asked.files([f"{folder}/a.warc.gz"]).backfill_id != Asked.files([f"{folder}/b.warc.gz"]).backfill_id
    asked = Asked.of({"source": "tass_en", "first_day": "2025-10-01", "last_day": "2025-10-31"})
    assert (asked.backfill_id, asked.last_day) == ("tass_en-2025-10-01-2025-10-31", date(2025, 10, 31))


@pytest.mark.parametrize("params", [
    {}, {"source": "tass_en"}, {"source": "tass_en", "first_day": "2025-10-01"},
    {"first_day": "2025-10-01", "last_day": "2025-10-02"},
    {"source": "tass_en", "first_day": "2025-10-02", "last_day": "2025-10-01"},
    {"source": "tass_en", "first_day": "yesterday", "last_day": "2025-10-01"},
    {"archives": ["x.warc.gz"], "first_day": "2025-10-01"},
    {"source": "tass_en", "first_day": "2025-10-01", "last_day": "2025-10-02", "part_size": 5001},
])
def test_what_contradicts_itself_is_refused(params: dict[str, object]) -> None:
    with pytest.raises(BackfillError):
        Asked.of(params)
