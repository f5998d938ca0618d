"""Workers killed in the middle of 500 pages, by their own hand or the server's: every article is there, and once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import yaml
from communique.acquire import CaptureRef, Landing
from psycopg.rows import dict_row

from tests.communique.press import Press, printing
from tests.conftest import Warehouse

PAGES = 500
PROGRAM = """
import os, sys
from communique import settings
from communique.pipeline import Pipeline
line = Pipeline(settings.get(), os.environ["AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE"])
for batch in sys.argv[1:]:
    line.run(batch)
"""


@pytest.fixture
def press() -> Iterator[Press]:
    with printing() as made:
        for number in range(1000, 1000 + PAGES):
            made.article(number, hours=(number - 1000) / 60)
        made.rss("/rss.xml", *((number, (number - 1000) / 60) for number in range(1000, 1000 + PAGES)))
        yield made


class Line:
    """The line over the press, worked by processes that a test may kill."""

    def __init__(self, press: Press, warehouse: Warehouse, folder: Path) -> None:
        self.warehouse = warehouse
        sources = folder / "sources"
        sources.mkdir()
        declared = press.source({"url": f"{press.url}/rss.xml", "format": "rss", "language": "en"})
        (sources / "press.yml").write_text(yaml.safe_dump(declared), encoding="utf-8")
        (folder / "sql").symlink_to(Path(__file__).parents[2] / "sql")
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("AIRFLOW", "COMMUNIQUE"))} | {
            "COMMUNIQUE_HOME": str(folder), "COMMUNIQUE_STATE_DIR": str(folder / "state"),
            "AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE": warehouse.loader}

    def poll(self) -> None:
        subprocess.run([sys.executable, "-m", "communique", "source", "poll", "press"], env=self.environment,
                       check=True, capture_output=True)

    def start(self, *batch_ids: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", PROGRAM, *batch_ids], env=self.environment,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def finish(self, *batch_ids: str) -> None:
        worker = self.start(*batch_ids)
        said, _ = worker.communicate()
        assert worker.returncode == 0, said.decode()

    def count(self, query: str) -> int:
        with psycopg.connect(self.warehouse.owner) as connection:
            row = connection.execute(query.encode()).fetchone()
        return int(row[0]) if row else 0

    def kill_when(self, batch_id: str, ready: Callable[[], bool]) -> None:
        """Start a worker and end it with SIGKILL as soon as `ready`; it must not have finished before."""
        worker = self.start(batch_id)
        tick = threading.Event()
        while not ready():
            assert worker.poll() is None, f"it ended by itself: {worker.communicate()[0].decode()}"
            tick.wait(0.02)
        worker.send_signal(signal.SIGKILL)
        worker.communicate()

    def lapse(self) -> None:
        """What half an hour does: the leases of whoever is gone run out."""
        with psycopg.connect(self.warehouse.owner) as connection:
            connection.execute("UPDATE landing.entry SET lease_until = now() - interval '1 second' "
                               "WHERE status IN ('claimed', 'fetched')")


@pytest.mark.stack
@pytest.mark.timeout(600)
def test_killed_workers_leave_each_article_once(press: Press, warehouse: Warehouse, tmp_path: Path) -> None:
    line = Line(press, warehouse, tmp_path)
    line.poll()
    assert line.count("SELECT count(*) FROM landing.entry") == PAGES

    # In the middle of the fetch, then run again under the same batch, as a retried task is, and killed again
    line.kill_when("b1", lambda: len(press.asked) > 120)
    fetched = line.count("SELECT count(*) FROM landing.entry WHERE status = 'fetched'")
    assert 0 < fetched < PAGES
    asked = len(press.asked)
    line.kill_when("b1", lambda: len(press.asked) > asked + 150)
    assert len(press.asked) - len(set(press.asked)) <= 24, "of what was recorded nothing is asked for again"

    # Under another batch, when the leases have run out; the server ends the worker's own session while it loads
    line.lapse()

    def cut() -> bool:
        return line.count("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                          "WHERE application_name = 'ingest b2' AND EXISTS (SELECT FROM landing.entry "
                          "WHERE status = 'fetched' OFFSET 300)") > 0

    worker = line.start("b2")
    tick = threading.Event()
    while worker.poll() is None and not cut():
        tick.wait(0.02)
    said, _ = worker.communicate()
    assert worker.returncode != 0, "a worker whose session is gone says so"
    assert b"psycopg" in said

    # And once when its articles are staged, so that the load is what is cut short
    line.kill_when("b2", lambda: line.count("SELECT count(*) FROM staging.article WHERE batch_id = 'b2'") > 0)
    line.lapse()
    # What two workers did not come back from is suspect, and goes in small batches
    line.finish(*(f"b3.{number}" for number in range(21)))

    with psycopg.connect(warehouse.owner) as connection:
        rows = connection.execute(
            "SELECT status, last_error, count(*)::int FROM landing.entry GROUP BY 1, 2").fetchall()
    assert rows == [("loaded", None, PAGES)]
    with psycopg.connect(warehouse.owner, row_factory=dict_row) as connection:
        kept = connection.execute(
            "SELECT e.url, c.warc_path, c.warc_offset, c.warc_length, c.payload_sha256 "
            "FROM landing.entry AS e JOIN landing.capture AS c USING (capture_id)").fetchall()
    landing = Landing(str(tmp_path / "state" / "landing"))
    for row in kept:
        ref = CaptureRef(row["warc_path"], row["warc_offset"], row["warc_length"], row["payload_sha256"])
        assert landing.open(ref).body == press.served[row["url"].removeprefix(press.url)][1]
    assert line.count("SELECT count(*) FROM core.article") == PAGES
    assert line.count("SELECT count(DISTINCT url) FROM core.article") == PAGES
    assert line.count("SELECT count(*) FROM core.article_text") == PAGES
    assert line.count("SELECT count(*) FROM core.reading WHERE is_current") == PAGES
    assert line.count("SELECT count(*) FROM (SELECT 1 FROM core.record JOIN core.reading USING (reading_id) "
                      "GROUP BY article_id, record_id HAVING count(*) > 1) AS twice") == 0
    line.finish("b4")
    assert line.count("SELECT count(*) FROM core.article") == PAGES
