"""Batch after batch through staging, load and publication, with what each cost, written down as it goes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import psutil
from communique.warehouse.connection import Connection, connect
from communique.warehouse.load import load, publish
from communique.warehouse.staging import StagedArticle, stage_articles, stage_records, sweep

from benchmarks.load.made import VERSION, Made, stream
from benchmarks.load.server import Server

BATCH = 1_000
"""Articles a batch."""
_MEMORY_EVERY = 10


@dataclass(frozen=True, slots=True)
class Batch:
    """What one batch cost: seconds of `stage`, `load` and `publish` by the clock, of `worker` (staging left out) and
    `server` by the processor; MiB of memory, the server's 0 where it was not looked at."""

    number: int
    articles: int
    records: int
    stage: float
    load: float
    publish: float
    worker: float
    server: float
    worker_memory: float
    server_memory: float

    @property
    def wall(self) -> float:
        """Seconds by the clock from staging to what analysts see."""
        return self.load + self.publish


def progress(file: Path) -> list[Batch]:
    """The batches that were done, as the file of an interrupted run says."""
    if not file.exists():
        return []
    return [Batch(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def run(server: Server, file: Path, records: int, *, size: int = BATCH) -> list[Batch]:
    """Bring so many records to the marts; what `file` says was done before is not done again. A line a batch is added."""
    done = progress(file)
    count = sum(one.records for one in done)
    with connect(server.loader, application="load benchmark") as conn, file.open("a", encoding="utf-8") as told:
        for made in _batches(stream(skip=sum(one.articles for one in done)), size):
            if count >= records:
                break
            batch = _one(conn, server, len(done), made)
            done.append(batch)
            count += batch.records
            print(json.dumps(asdict(batch)), file=told, flush=True)
    return done


def stage(conn: Connection, batch_id: str, made: list[Made]) -> None:
    """Stage a batch as a reader and a validation without objection leave it."""
    stage_articles(conn, batch_id, (StagedArticle(one.article, one.fetched_at) for one in made))
    stage_records(conn, batch_id, (record for one in made for record in one.records), VERSION)


def _one(conn: Connection, server: Server, number: int, made: list[Made]) -> Batch:
    batch_id = f"made-{number:05d}"
    process = psutil.Process()
    began = time.perf_counter()
    stage(conn, batch_id, made)
    conn.execute("UPDATE staging.record SET held_back = false WHERE batch_id = %s", [batch_id])
    staged, worker, serving = time.perf_counter(), time.process_time(), server.seconds()
    load(conn, batch_id)
    loaded = time.perf_counter()
    publish(conn, batch_id)
    # As old batches go where new ones come day by day
    sweep(conn, 0)
    ended = time.perf_counter()
    return Batch(
        number, len(made), sum(len(one.records) for one in made), staged - began, loaded - staged, ended - loaded,
        time.process_time() - worker, server.seconds() - serving, process.memory_info().rss / 2**20,
        server.memory() if number % _MEMORY_EVERY == 0 else 0.0)


def _batches(made: Iterator[Made], size: int) -> Iterator[list[Made]]:
    while batch := list(islice(made, size)):
        yield batch
