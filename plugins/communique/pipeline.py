"""The six stages of an ingest run, each over the same batch, each safe to run again.

fetch → read → extract → validate → load → publish. What a stage leaves is in the warehouse or the landing
store and never only in memory, so any stage may be repeated, or run by another worker than the one before.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, as_completed, wait
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from communique import sources
from communique.settings import Settings
from communique.warehouse import queue
from communique.warehouse.connection import Connection, connect

if TYPE_CHECKING:
    from communique.acquire.client import Fetcher
    from communique.acquire.landing import CaptureRef
    from extractors.article import Article

log = logging.getLogger(__name__)

_FETCHERS = 8
_AHEAD = 2 * _FETCHERS
# What a batch had staged is kept this long, for whoever wants to see what a stage made of it.
_STAGED_DAYS = 7.0


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The stages, given where the warehouse is and what is set. Counts that they return are for people."""

    settings: Settings
    dsn: str

    def _connect(self, batch_id: str) -> Connection:
        return connect(self.dsn, application=f"ingest {batch_id}"[:63])

    def fetch(self, batch_id: str, limit: int | None = None) -> dict[str, int]:
        """Take what is due from the queue and fetch each page into the landing store.

        A page that cannot be fetched waits for its next try or ends in the dead letters; it stops nobody else.
        Returns how many entries the batch holds (`claimed`) and how each fetch ended.
        """
        from communique.acquire.client import Fetcher
        from communique.acquire.landing import Landing

        known = sources.load(self.settings.sources_dir, self.settings.sources)
        counts: Counter[str] = Counter()
        with closing(self._connect(batch_id)) as connection:
            counts["claimed"] = queue.claim(connection, batch_id, limit or self.settings.batch_limit,
                                            self.settings.max_attempts)
            claimed = queue.claimed(connection, batch_id)
            if not claimed:
                return dict(counts)
            with (Fetcher(self.settings, Landing.of(self.settings), name=batch_id, dsn=self.dsn) as fetcher,
                  ThreadPoolExecutor(min(_FETCHERS, len(claimed))) as workers):
                # Fetched side by side, recorded one after the other: a connection is one thread's.
                for entry, outcome in _as_they_come(workers, lambda entry: _fetch(fetcher, known, entry), claimed):
                    counts[self._record(connection, batch_id, entry, outcome)] += 1
        return dict(counts)

    def _record(self, connection: Connection, batch_id: str, entry: queue.ClaimedEntry, outcome: _Outcome) -> str:
        try:
            if outcome.error is None and outcome.capture is not None:
                queue.captured(connection, entry.entry_id, batch_id, outcome.capture)
                return "fetched"
            log.warning("%s", outcome.error)
            return queue.failed(connection, entry.entry_id, batch_id, outcome.error or "nothing came",
                                retryable=outcome.retryable, max_attempts=self.settings.max_attempts,
                                retry_after=outcome.retry_after, counts=outcome.counts, capture=outcome.capture)
        except queue.LeaseLost as error:
            log.warning("%s", error)
            return "lost"

    def read(self, batch_id: str) -> dict[str, int]:
        """Read the article off every page that the batch has fetched, and stage it.

        A page without an article is closed as such; one whose kept response cannot be read waits or dies.
        """
        from communique.backfill.archive import Store
        from communique.reading import read_captures
        from communique.warehouse import rules
        from communique.warehouse.staging import stage_articles

        known = sources.load(self.settings.sources_dir, self.settings.sources)
        with closing(self._connect(batch_id)) as connection:
            found = read_captures(queue.fetched(connection, batch_id), known, Store.of(self.settings))
            for entry_id, problem in found.unreadable:
                log.warning("%s", problem)
                queue.failed(connection, entry_id, batch_id, problem, retryable=True,
                             max_attempts=self.settings.max_attempts)
            for entry_id, problem in found.without:
                log.info("%s", problem)
                queue.no_article(connection, batch_id, [entry_id], problem)
            rules.note(connection, found.rules)
            for use in found.rules:
                if use.rule_warning:
                    log.warning("capture %d: %s", use.capture_id, use.rule_warning)
            staged = stage_articles(connection, batch_id, found.articles)
        return {"articles": staged, "no_article": len(found.without), "unreadable": len(found.unreadable),
                "doubtful": sum(use.rule_warning is not None for use in found.rules)}

    def extract(self, batch_id: str) -> dict[str, int]:
        """Read the summit records out of the batch's staged articles and stage them.

        An article in a language that nobody reads yet stays, without records, and is counted.
        """
        from communique.reading import at_home
        from communique.warehouse import staging
        from extractors.article import Article
        from extractors.summit import version

        known = sources.load(self.settings.sources_dir, self.settings.sources)
        counts: Counter[str] = Counter()
        with closing(self._connect(batch_id)) as connection:
            articles = [at_home(Article.from_json(line), known) for line in staging.articles(connection, batch_id)]
            model = self.settings.spacy_model
            records = list(_records(articles, counts, model))
            staging.stage_records(connection, batch_id, records, version(model))
        return {"articles": len(articles), "records": len(records), **counts}

    def validate(self, batch_id: str) -> dict[str, int]:
        """Hold the staged records against the expectations; what fails is moved to quarantine with the reasons."""
        from communique.quality import validate

        verdict = validate(self.dsn, batch_id)
        return {"checked": verdict.checked, "passed": verdict.passed, "held_back": verdict.held_back}

    def load(self, batch_id: str) -> dict[str, int]:
        """Bring the batch from staging into core, in one transaction."""
        from communique.warehouse.load import load

        with closing(self._connect(batch_id)) as connection:
            return load(connection, batch_id)

    def publish(self, batch_id: str) -> int:
        """Make the batch visible in mart, close its entries, and tell whoever listens. Returns the records shown."""
        from communique.warehouse.load import publish
        from communique.warehouse.staging import sweep

        with closing(self._connect(batch_id)) as connection, connection.transaction():
            shown = publish(connection, batch_id)
            # Sent by the server when the transaction commits, so a listener that looks finds the rows.
            connection.execute("SELECT pg_notify(%s, %s)", (PUBLISHED, batch_id))
            sweep(connection, _STAGED_DAYS)
        return shown

    def run(self, batch_id: str, limit: int | None = None) -> dict[str, dict[str, int]]:
        """All six stages in this process, for the command line and for tests: the counts of each by its name."""
        counts = {"fetch": self.fetch(batch_id, limit)}
        if counts["fetch"]["claimed"]:
            for name, stage in (("read", self.read), ("extract", self.extract), ("validate", self.validate),
                                ("load", self.load)):
                counts[name] = stage(batch_id)
            counts["publish"] = {"shown": self.publish(batch_id)}
        return counts


PUBLISHED = "communique_published"
"""The channel of the warehouse on which a finished batch is announced (LISTEN/NOTIFY), with its id."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How one fetch ended: a capture, or an error with or without the response that it came in."""

    capture: queue.Capture | None
    error: str | None = None
    retryable: bool = False
    retry_after: float | None = None
    counts: bool = True


_Fetched = tuple[queue.ClaimedEntry, _Outcome]


def _as_they_come(
    workers: Executor, fetch: Callable[[queue.ClaimedEntry], _Fetched], claimed: Iterable[queue.ClaimedEntry]
) -> Iterator[_Fetched]:
    """The outcome of each fetch as soon as it is there, whatever waits before it.

    Fetching never runs more than _AHEAD pages before recording: what a killed worker had fetched and not recorded
    is asked for again.
    """
    under_way: set[Future[_Fetched]] = set()
    for entry in claimed:
        under_way.add(workers.submit(fetch, entry))
        if len(under_way) >= _AHEAD:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    for future in as_completed(under_way):
        yield future.result()


def _fetch(fetcher: Fetcher, known: dict[str, sources.Source],
           entry: queue.ClaimedEntry) -> tuple[queue.ClaimedEntry, _Outcome]:
    from communique.acquire.errors import FetchError

    source = known.get(entry.source_key)
    if source is None:
        return entry, _Outcome(None, f"{entry.source_key}: no such source is declared any more; restore its YAML, "
                                     f"or leave {entry.url} in the dead letters")
    try:
        response = fetcher.get(entry.url, source, kind="page")
    except FetchError as error:
        kept = None
        if error.capture is not None:
            kept = queue.Capture(url=entry.url, fetched_at=datetime.now(UTC), http_status=error.status,
                                 **_whereabouts(error.capture))
        return entry, _Outcome(kept, str(error), error.retryable, error.retry_after, counts=error.asked)
    if response.capture is None:
        raise RuntimeError(f"{entry.source_key}: {entry.url} was fetched and not kept: the landing is not set")
    return entry, _Outcome(queue.Capture(
        url=response.url, fetched_at=response.fetched_at, final_url=response.final_url, http_status=response.status,
        headers=dict(response.headers), charset=response.charset, **_whereabouts(response.capture)))


def _whereabouts(capture: CaptureRef) -> dict[str, Any]:
    """Where a response is kept, as the queue's capture names it."""
    return {"warc_path": capture.path, "warc_offset": capture.offset, "warc_length": capture.length,
            "payload_sha256": capture.payload_sha256}


def _records(articles: list[Article], counts: Counter[str], model: str) -> Iterator[dict[str, object]]:
    """The records of each article, and a count of the articles that nobody can read, by language."""
    from extractors.summit import UnsupportedLanguage, reader

    for article in articles:
        try:
            found = reader(article.language, model).read(article)
        except UnsupportedLanguage:
            counts[f"language_{article.language}"] += 1
            continue
        counts["relevant"] += bool(found)
        for record in found:
            yield dict(record)
