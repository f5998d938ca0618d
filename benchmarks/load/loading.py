"""Batch after batch through staging, load and publication, with what each cost, written down as it goes."""

from __future__ import annotations

import json
import multiprocessing
import queue
import time
from dataclasses import asdict, dataclass
from itertools import count as count_from
from itertools import islice
from multiprocessing.process import BaseProcess
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
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Staged:
    """A batch that is ready to be loaded, and how many seconds its staging took by the clock."""

    number: int
    articles: int
    records: int
    stage: float


@dataclass(frozen=True, slots=True)
class Batch:
    """What one batch cost: seconds of `stage`, `load` and `publish` by the clock, of `worker` (staging left out) and
    `server` (all that it did meanwhile) by the processor; MiB of memory, the server's 0 where it was not looked at."""

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
    """Bring so many records to the marts; what `file` says was done before is not done again. A line a batch is added.

    Another process makes articles and stages them, a few batches ahead: on two cores it has one, and this one, which
    loads and publishes, shares the other with the server. Raises RuntimeError where that process fails.
    """
    done = progress(file)
    count = sum(one.records for one in done)
    if count >= records:
        return done
    context = multiprocessing.get_context("spawn")
    staged: multiprocessing.Queue[Staged] = context.Queue(maxsize=_AHEAD)
    skip = sum(one.articles for one in done)
    stager = context.Process(target=_stage_all, args=(server.loader, staged, len(done), skip, size), daemon=True)
    stager.start()
    try:
        with connect(server.loader, application="load benchmark") as conn, file.open("a", encoding="utf-8") as told:
            while count < records:
                batch = _one(conn, server, _next(staged, stager))
                done.append(batch)
                count += batch.records
                print(json.dumps(asdict(batch)), file=told, flush=True)
            stager.terminate()
            stager.join()
            conn.execute("DELETE FROM staging.record")
            conn.execute("DELETE FROM staging.article")
    finally:
        stager.terminate()
        stager.join()
    return done


def stage(conn: Connection, batch_id: str, made: list[Made]) -> None:
    """Stage a batch as a reader leaves it."""
    stage_articles(conn, batch_id, (StagedArticle(one.article, one.fetched_at) for one in made))
    stage_records(conn, batch_id, (record for one in made for record in one.records), VERSION)


def _stage_all(dsn: str, staged: multiprocessing.Queue[Staged], first: int, skip: int, size: int) -> None:
    made = stream(skip)
    with connect(dsn, application="load benchmark, staging") as conn:
        for number in count_from(first):
            batch = list(islice(made, size))
            began = time.perf_counter()
            stage(conn, _batch_id(number), batch)
            # As a validation without objection leaves them
            conn.execute("UPDATE staging.record SET held_back = false WHERE batch_id = %s", [_batch_id(number)])
            records = sum(len(one.records) for one in batch)
            staged.put(Staged(number, len(batch), records, time.perf_counter() - began))


def _next(staged: multiprocessing.Queue[Staged], stager: BaseProcess) -> Staged:
    while True:
        try:
            return staged.get(timeout=1)
        except queue.Empty:
            if not stager.is_alive():
                raise RuntimeError("the process that stages batches is no more; what it said stands above") from None


def _one(conn: Connection, server: Server, staged: Staged) -> Batch:
    batch_id = _batch_id(staged.number)
    process = psutil.Process()
    worker, serving, began = time.process_time(), server.seconds(), time.perf_counter()
    load(conn, batch_id)
    loaded = time.perf_counter()
    publish(conn, batch_id)
    # As old batches go where new ones come day by day
    sweep(conn, 0)
    ended = time.perf_counter()
    return Batch(
        staged.number,
        staged.articles,
        staged.records,
        staged.stage,
        loaded - began,
        ended - loaded,
        time.process_time() - worker,
        server.seconds() - serving,
        process.memory_info().rss / 2**20,
        server.memory() if staged.number % _MEMORY_EVERY == 0 else 0.0,
    )


def _batch_id(number: int) -> str:
    return f"made-{number:05d}"
