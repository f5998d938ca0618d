"""The work of a backfill: look through the origins, divide what they hold, take part after part through the stages.

The stages are those of every ingest (communique.pipeline). Whoever calls these again, here or on another worker, goes
on where the last one stopped: an origin at the piece that was not noted, a part at the entries that it still holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from communique import sources
from communique.acquire.client import Fetcher
from communique.acquire.errors import CaptureError, FetchError
from communique.backfill import archive, ledger, lists
from communique.backfill.asked import Asked, BackfillError
from communique.backfill.whose import Owners
from communique.parts import attempted
from communique.pipeline import Pipeline
from communique.settings import Settings
from communique.sources import Source
from communique.warehouse.connection import Connection, connect
from communique.warehouse.queue import LEASE_SECONDS
from extractors.feed import FeedError


class PartsFailed(BackfillError):
    """Some parts could not be brought through; the message names them and why. Those that could are done."""


@dataclass(slots=True)
class Backfill:
    """A backfill over the warehouse at `dsn` (its loader's)."""

    settings: Settings
    dsn: str
    _known: dict[str, Source] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known = sources.load(self.settings.sources_dir, self.settings.sources)

    def begin(self, asked: Asked) -> list[str]:
        """Enter what is asked for (once); returns the origins that are still to be looked through.

        Raises BackfillError where it cannot be done as asked, FetchError where a source does not tell its lists.
        """
        asked.checked(self._known)
        if not asked.archives:
            asked = replace(asked, part_size=fetched_in_time(asked.part_size, self._source(asked)))
        with closing(self._connect(asked)) as conn:
            asked = ledger.begin(conn, asked)
            origins: Sequence[str] = asked.archives
            if not origins:
                with self._fetcher(asked) as fetcher:
                    origins = lists.origins(self._source(asked), fetcher)
            ledger.add_origins(conn, asked.backfill_id, origins)
            return ledger.origins_left(conn, asked.backfill_id)

    def look(self, backfill_id: str, origin: str) -> int:
        """Look through one origin, and the lists that it leads to, and note what it holds; returns how many items that
        were. What cannot be read is noted in landing.backfill_origin and stops nobody.

        Raises CaptureError where a file cannot be opened, FetchError where a list may come at a later try.
        """
        with closing(self._connect(backfill_id)) as conn:
            asked = ledger.find(conn, backfill_id)
            work = self._look_at_file if asked.archives else self._look_at_lists
            return work(conn, asked, origin)

    def _look_at_file(self, conn: Connection, asked: Asked, path: str) -> int:
        start = ledger.reached(conn, asked.backfill_id, path)
        if start is None:
            return 0
        wanted = {asked.source_key: self._source(asked)} if asked.source_key else self._known
        owners = Owners(wanted.values())
        taken = 0
        try:
            for piece in archive.look(path, start, owners.of):
                ledger.piece(conn, asked.backfill_id, path, piece)
                taken += len(piece.taken)
        except CaptureError as error:
            ledger.unreadable(conn, asked.backfill_id, path, str(error), done=False)
            raise
        return taken

    def _look_at_lists(self, conn: Connection, asked: Asked, origin: str) -> int:
        source = self._source(asked)
        span = _span(asked, source)
        taken = 0
        waiting: FetchError | None = None
        left = ledger.origins_left(conn, asked.backfill_id, below=origin)
        asked_for = set(left)
        with self._fetcher(asked) as fetcher:
            while left:
                url = left.pop(0)
                try:
                    found = lists.look(source, url, fetcher, span, undated=asked.undated)
                except (FetchError, FeedError) as error:
                    again = isinstance(error, FetchError) and error.retryable
                    ledger.unreadable(conn, asked.backfill_id, url, str(error), done=not again)
                    waiting = error if again and isinstance(error, FetchError) else waiting
                    continue
                ledger.listed(conn, asked, url, found)
                taken += len(found.taken)
                # By the books, so that a list that leads back to one that was looked through ends there.
                more = [one for one in ledger.origins_left(conn, asked.backfill_id, below=url) if one not in asked_for]
                asked_for |= set(more)
                left += more
        if waiting is not None:
            raise waiting
        return taken

    def divide(self, backfill_id: str) -> list[int]:
        """Put what the origins hold into parts; returns the numbers of those that are not done."""
        with closing(self._connect(backfill_id)) as conn:
            return ledger.divide(conn, backfill_id)

    def bring(self, backfill_id: str, part: int) -> dict[str, int] | None:
        """Take one part through the stages; how its items ended, by the status of their entries (`known`: they were
        loaded before, or another batch has them). A part that is done is left as it is; None where another worker has
        it. Raises what a stage raises.
        """
        batch_id = ledger.batch_of(backfill_id, part)
        pipeline = Pipeline(self.settings, self.dsn)
        with closing(self._connect(backfill_id)) as conn, ledger.held(conn, backfill_id, part) as mine:
            if not mine:
                return None
            ended = ledger.outcome(conn, backfill_id, part)
            if ended is not None:
                return ended
            to_fetch, to_read = ledger.take(conn, backfill_id, part)

            def stage(name: str, work: Callable[[str], object]) -> None:
                ledger.stage(conn, backfill_id, part, name)
                work(batch_id)

            if to_fetch:
                # What the batch holds is all that it may take: the queue beyond it is the ingest's.
                stage("fetch", lambda batch: pipeline.fetch(batch, to_fetch + to_read))
            if to_fetch or to_read:
                stage("read", pipeline.read)
                stage("extract", pipeline.extract)
                stage("validate", pipeline.validate)
                stage("load", pipeline.load)
                stage("publish", pipeline.publish)
            return ledger.done(conn, backfill_id, part)

    def bring_all(self, backfill_id: str, parts: Sequence[int],
                  told: Callable[[int, dict[str, int]], None] = lambda part, ended: None) -> dict[str, int]:
        """Take several parts through, one after the other; the sum of how their items ended. `told` is called after
        each. A part that fails is noted and the others go on; at the end PartsFailed is raised.
        """
        total: dict[str, int] = {}
        problems: list[str] = []
        for part in parts:
            ended, problem = self.tried(backfill_id, part)
            if problem:
                problems.append(problem)
            elif ended is None:
                problems.append(f"part {part}: another worker has it")
            else:
                for name, count in ended.items():
                    total[name] = total.get(name, 0) + count
                told(part, ended)
        if problems:
            said = "; ".join(problems)
            raise PartsFailed(f"{backfill_id}: {len(problems)} of {len(parts)} parts are not done: {said}")
        return total

    def tried(self, backfill_id: str, part: int) -> tuple[dict[str, int] | None, str | None]:
        """`bring`, and where it raises, the reason instead, which is noted with the part.

        Raises WarehouseError and psycopg.OperationalError: without a warehouse no part can go on.
        """
        def noted(problem: str) -> None:
            with closing(self._connect(backfill_id)) as conn:
                ledger.failed(conn, backfill_id, part, problem)

        return attempted(backfill_id, part, lambda: self.bring(backfill_id, part), noted)

    def finish(self, backfill_id: str) -> ledger.Progress:
        """Note the end of the backfill, where all is done; how far it is."""
        with closing(self._connect(backfill_id)) as conn:
            ledger.finish(conn, backfill_id)
            return ledger.progress(conn, backfill_id)[0]

    def _connect(self, about: Asked | str) -> Connection:
        name = about if isinstance(about, str) else about.backfill_id
        return connect(self.dsn, application=f"backfill {name}"[:63])

    def _source(self, asked: Asked) -> Source:
        asked.checked(self._known)
        return self._known[asked.source_key or ""]

    def _fetcher(self, asked: Asked) -> Fetcher:
        from communique.acquire.landing import Landing

        return Fetcher(self.settings, Landing.of(self.settings), name=f"backfill {asked.backfill_id}", dsn=self.dsn)


def fetched_in_time(part_size: int, source: Source) -> int:
    """At most `part_size` pages: as many as the politeness of `source` lets through in half the time for which a batch
    holds its entries, so that the ingest does not take them over meanwhile."""
    delay = source.politeness.delay_seconds
    return max(1, min(part_size, int(LEASE_SECONDS / 2 / delay))) if delay else part_size


def _span(asked: Asked, source: Source) -> lists.Span:
    if asked.first_day is None or asked.last_day is None:
        raise BackfillError(f"{asked.backfill_id}: names no days")
    zone = ZoneInfo(source.time_zone)
    begin = datetime.combine(asked.first_day, time(), zone).astimezone(UTC)
    return lists.Span(begin, datetime.combine(asked.last_day + timedelta(days=1), time(), zone).astimezone(UTC))
