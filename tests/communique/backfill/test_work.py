"""From WARC files to the mart: everything once, whatever is killed in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique.backfill import bench, ledger
from communique.backfill.asked import Asked, BackfillError
from communique.backfill.work import Backfill, PartsFailed
from communique.pipeline import Pipeline
from communique.settings import Settings
from communique.warehouse import queue
from communique.warehouse.connection import connect

from benchmarks.backfill import made
from extractors.feed import Entry
from tests.communique.backfill.conftest import FETCHED_AT
from tests.conftest import Warehouse

Rows = Callable[[str], list[dict[str, Any]]]

TWICE = """
    SELECT count(*) AS articles, count(DISTINCT canonical_url) AS addresses,
        (SELECT count(*) FROM landing.capture) AS captures, (SELECT count(*) FROM landing.entry) AS entries,
        (SELECT count(*) FROM core.record) AS records
    FROM core.article"""


def done(backfill: Backfill, asked: Asked) -> ledger.Progress:
    """The whole of a backfill in this process."""
    for origin in backfill.begin(asked):
        backfill.look(asked.backfill_id, origin)
    backfill.bring_all(asked.backfill_id, backfill.divide(asked.backfill_id))
    return backfill.finish(asked.backfill_id)


def test_the_pages_of_a_file_end_in_the_mart_and_not_twice(backfill: Backfill, archive: Path, rows: Rows) -> None:
    asked = Asked.files([str(archive)], part_size=5)
    ended = done(backfill, asked)
    assert (ended.items, ended.parts, ended.parts_done, ended.items_done) == (12, 3, 3, 12)
    assert ended.outcome == {"loaded": 12, "records": rows("SELECT count(*) AS n FROM core.record")[0]["n"]}
    assert ended.finished_at is not None
    assert rows("SELECT count(*) AS n FROM mart.meetings WHERE is_main")[0]["n"] == 12 // made.CONTACTS
    before = rows(TWICE)
    assert before[0]["articles"] == before[0]["captures"] == 12
    assert done(backfill, asked).outcome == ended.outcome
    # The same captures under another name are known, and nobody reads them again.
    again = done(backfill, Asked.files([str(archive)], name="again"))
    assert again.outcome == {"known": 12, "records": 0}
    assert rows(TWICE) == before


def test_the_text_comes_from_the_file_and_names_it(backfill: Backfill, archive: Path, rows: Rows) -> None:
    done(backfill, Asked.files([str(archive)]))
    found = rows("""SELECT a.fetched_at, c.warc_path, c.url, a.url AS of, t.body, a.published_at
                    FROM core.article AS a JOIN landing.capture AS c USING (capture_id)
                    JOIN core.article_text USING (article_id, text_sha256)
                    JOIN core.article_body AS t USING (text_key) ORDER BY a.published_at""")
    assert {row["warc_path"] for row in found} == {f"file://{archive}"}
    assert all(row["url"] == row["of"] for row in found)
    assert [row["fetched_at"] - row["published_at"] for row in found] == [timedelta(hours=1)] * 12
    assert "Saryarqa News Agency reports" in found[0]["body"]


@pytest.mark.parametrize("stage", ["read", "extract", "validate", "load", "publish"])
def test_a_part_that_died_in_a_stage_goes_on(backfill: Backfill, archive: Path, rows: Rows, stage: str,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked.files([str(archive)])
    for origin in backfill.begin(asked):
        backfill.look(asked.backfill_id, origin)
    parts = backfill.divide(asked.backfill_id)

    def dies(self: Pipeline, batch_id: str) -> None:
        raise RuntimeError("the disk is on fire")

    with monkeypatch.context() as patch:
        patch.setattr(Pipeline, stage, dies)
        with pytest.raises(PartsFailed, match="part 1: RuntimeError: the disk is on fire"):
            backfill.bring_all(asked.backfill_id, parts)
    failed = rows("SELECT stage, problem, done_at FROM landing.backfill_part")
    assert failed == [{"stage": stage, "problem": "part 1: RuntimeError: the disk is on fire", "done_at": None}]
    assert done(backfill, asked).outcome["loaded"] == 12
    assert rows(TWICE)[0]["captures"] == 12


def test_one_part_that_fails_keeps_none_of_the_others(backfill: Backfill, archive: Path, rows: Rows,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked.files([str(archive)], part_size=4)
    for origin in backfill.begin(asked):
        backfill.look(asked.backfill_id, origin)
    whole = Pipeline.extract

    def fails(self: Pipeline, batch_id: str) -> dict[str, int]:
        if batch_id.endswith("__2"):
            raise ValueError("poison")
        return whole(self, batch_id)

    with monkeypatch.context() as patch:
        patch.setattr(Pipeline, "extract", fails)
        with pytest.raises(PartsFailed, match="1 of 3 parts are not done: part 2: ValueError: poison"):
            backfill.bring_all(asked.backfill_id, backfill.divide(asked.backfill_id))
    assert backfill.finish(asked.backfill_id).finished_at is None
    assert rows(TWICE)[0]["articles"] == 8
    assert backfill.divide(asked.backfill_id) == [2]
    assert done(backfill, asked).finished_at is not None


KILLED = """
import os, sys
from communique import settings
from communique.backfill import bench
from communique.backfill.asked import Asked
bench.run(settings.get(), sys.argv[1], Asked.files([sys.argv[2]], part_size=4), workers=1)
"""


def test_a_run_that_is_killed_goes_on_where_it_stopped(
        backfill: Backfill, configuration: Settings, warehouse: Warehouse, tmp_path: Path, rows: Rows) -> None:
    path = tmp_path / "many.warc.gz"
    made.write(path, 48)
    with connect(warehouse.loader) as listener:
        listener.execute(f"LISTEN {ledger.CHANNEL}")
        running = subprocess.Popen([sys.executable, "-c", KILLED, warehouse.loader, str(path)], env=os.environ.copy())
        try:
            told = 0
            for note in listener.notifies(timeout=240):
                told += '"stage": "done"' in note.payload
                if told == 2:
                    break
        finally:
            running.send_signal(signal.SIGKILL)
            running.wait()
        assert told == 2
        # Its workers end with it; a part that one of them held is free as soon as the server has noticed.
        _until_alone(listener)
    before = rows("SELECT count(*) AS n FROM landing.backfill_part WHERE done_at IS NULL")[0]["n"]
    assert 0 < before <= 10
    ended = bench.run(configuration, warehouse.loader, Asked.files([str(path)], part_size=4), workers=1)
    assert (ended.outcome["loaded"], ended.items_done) == (48, 48)
    assert rows(TWICE) == [{"articles": 48, "addresses": 48, "captures": 48, "entries": 48,
                            "records": ended.outcome["records"]}]
    assert rows("SELECT max(tries) AS n FROM landing.backfill_part")[0]["n"] <= 2


def _until_alone(connection: psycopg.Connection[Any]) -> None:
    """Waits until nobody holds a lock of another session on a part."""
    connection.execute("SET lock_timeout = '30s'")
    for pid, in connection.execute(
            "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()").fetchall():
        for _ in range(3000):
            gone = connection.execute("SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = %s), pg_sleep(0.01)",
                                      (pid,)).fetchone()
            if gone and gone[0]:
                break


def test_a_file_is_looked_through_from_where_the_look_stopped(
        backfill: Backfill, archive: Path, rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.backfill.archive.PIECE", 5)
    asked = Asked.files([str(archive)])
    origin, = backfill.begin(asked)
    whole = ledger.piece

    def dies(conn: Any, name: str, path: str, piece: Any) -> None:
        if piece.begun:
            raise KeyboardInterrupt
        whole(conn, name, path, piece)

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "piece", dies)
        with pytest.raises(KeyboardInterrupt):
            backfill.look(asked.backfill_id, origin)
    assert rows("SELECT seen, looked_at FROM landing.backfill_origin") == [{"seen": 5, "looked_at": None}]
    assert backfill.look(asked.backfill_id, origin) == 7
    assert rows("SELECT seen, taken, looked_at IS NULL AS open FROM landing.backfill_origin") == [
        {"seen": 12, "taken": 12, "open": False}]
    assert backfill.look(asked.backfill_id, origin) == 0


def page(words: str) -> bytes:
    text = "".join(f"<p>{words} The ministry of agriculture counts {n} tonnes of grain in the barns of region {n}.</p>"
                   for n in range(8))
    return (f"<html lang=en><head><title>{words}</title></head><body><article><h1>{words}</h1>{text}</article>"
            "</body></html>").encode()


def test_of_an_address_the_newest_capture_is_taken_and_a_newer_one_is_a_new_version(
        backfill: Backfill, written: Callable[..., Path], rows: Rows) -> None:
    address = f"{made.HOME}/news/barns"
    first = written([(address, page("Later."), {"fetched_at": FETCHED_AT + timedelta(hours=2)}),
                     (f"{address}?utm_source=feed", page("First."), {})])
    assert done(backfill, Asked.files([str(first)])).outcome["loaded"] == 1
    assert "Later." in rows("SELECT body FROM core.article_body")[0]["body"]
    older = written([(address, page("Older."), {"fetched_at": FETCHED_AT - timedelta(days=9)})], "CC-NEWS-3.warc.gz")
    assert done(backfill, Asked.files([str(older)])).outcome == {"known": 1, "records": 0}
    corrected = (address, page("Corrected."), {"fetched_at": FETCHED_AT + timedelta(days=9)})
    newer = written([corrected], "CC-NEWS-4.warc.gz")
    assert done(backfill, Asked.files([str(newer)])).outcome["loaded"] == 1
    stands = rows("SELECT b.body FROM core.article AS a JOIN core.article_text USING (article_id, text_sha256) "
                  "JOIN core.article_body AS b USING (text_key)")
    assert len(stands) == 1
    assert "Corrected." in stands[0]["body"]
    assert len(rows("SELECT FROM core.article_text")) == 2


def test_pages_without_an_article_are_counted_and_not_read_again(
        backfill: Backfill, written: Callable[..., Path], rows: Rows) -> None:
    path = written([(f"{made.HOME}/", b"<html><body><ul><li><a href=/1>One</a></ul></body></html>", {}),
                    (f"{made.HOME}/news/barns", page("Barns."), {}),
                    ("https://elsewhere.example/1", page("Elsewhere."), {})])
    ended = done(backfill, Asked.files([str(path)]))
    assert ended.outcome == {"loaded": 1, "no_article": 1, "records": 0}
    assert rows("SELECT left_out FROM landing.backfill_origin") == [{"left_out": {"no declared source": 1}}]
    assert done(backfill, Asked.files([str(path)], name="again")).outcome == {"known": 2, "records": 0}


def test_the_ingest_and_the_backfill_leave_each_other_their_entries(
        backfill: Backfill, archive: Path, warehouse: Warehouse, rows: Rows) -> None:
    asked = Asked.files([str(archive)])
    for origin in backfill.begin(asked):
        backfill.look(asked.backfill_id, origin)
    part, = backfill.divide(asked.backfill_id)
    addresses = [row["url"] for row in rows("SELECT url FROM landing.backfill_item ORDER BY warc_offset")]
    with closing(connect(warehouse.loader)) as connection:
        queue.add(connection, "sample", "https://saryarqa.example/rss", [
            Entry(url=address, guid=address) for address in (addresses[0], addresses[1])])
        queue.claim(connection, "ingest", 1, 5)
        assert ledger.take(connection, asked.backfill_id, part) == (0, 11), "what waits is taken, what is held is not"
        assert queue.claim(connection, "other", 500, 5) == 0
        assert ledger.take(connection, asked.backfill_id, part) == (0, 11)
        connection.execute("UPDATE landing.entry SET lease_until = now() WHERE batch_id = 'ingest'")
        assert ledger.take(connection, asked.backfill_id, part) == (0, 12), "what a dead batch left is taken too"


def test_a_part_is_one_workers_at_a_time(backfill: Backfill, archive: Path, warehouse: Warehouse) -> None:
    asked = Asked.files([str(archive)])
    for origin in backfill.begin(asked):
        backfill.look(asked.backfill_id, origin)
    part, = backfill.divide(asked.backfill_id)
    with closing(connect(warehouse.loader)) as other, ledger.held(other, asked.backfill_id, part) as mine:
        assert mine
        assert backfill.bring(asked.backfill_id, part) is None
    ended = backfill.bring(asked.backfill_id, part)
    assert ended is not None
    assert ended["loaded"] == 12


def test_a_name_is_one_backfills(backfill: Backfill, archive: Path) -> None:
    backfill.begin(Asked.files([str(archive)], name="mine"))
    with pytest.raises(BackfillError, match="mine is the name of another backfill"):
        backfill.begin(Asked.files([str(archive)], source_key="sample", name="mine"))
    with pytest.raises(BackfillError, match="no source 'nobody'"):
        backfill.begin(Asked.files([str(archive)], source_key="nobody"))
