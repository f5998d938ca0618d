"""The reading of a run: part after part through the stages of every ingest, short of showing anything.

Whoever calls these again, here or on another worker, goes on where the last one stopped. An article that has a reading
by the version already is not read again.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any

from psycopg.rows import dict_row

from communique import sources
from communique.parts import attempted
from communique.reprocess import ledger
from communique.reprocess.asked import Asked, Reader, ReprocessError
from communique.settings import Settings
from communique.sources import Source
from communique.warehouse.connection import Connection, connect, sql
from communique.warehouse.queue import FetchedEntry
from communique.warehouse.staging import StagedArticle
from extractors.article import Article

log = logging.getLogger(__name__)


class PartsFailed(ReprocessError):
    """Some parts could not be read; the message names them and why. Those that could are done."""


@dataclass(slots=True)
class Reprocess:
    """A re-reading by `reader` over the warehouse at `dsn` (its loader's)."""

    settings: Settings
    dsn: str
    reader: Reader
    _known: dict[str, Source] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known = sources.load(self.settings.sources_dir, self.settings.sources)

    @classmethod
    def present(cls, settings: Settings, dsn: str) -> Reprocess:
        """By the extractor that is installed here."""
        return cls(settings, dsn, Reader.present(settings))

    def begin(self, asked: Asked) -> list[int]:
        """Enter what is asked for (once); the numbers of the parts that are still to be read. Raises ReprocessError."""
        self._of_this_version(asked.checked(self._known))
        with closing(self._connect(asked.reprocess_id)) as conn:
            ledger.begin(conn, asked)
            return ledger.parts_left(conn, asked.reprocess_id)

    def read(self, reprocess_id: str, part: int) -> dict[str, int] | None:
        """Read one part and load what came of it, shown nowhere; what that was. A part that is done is left as it is;
        None where another worker has it. Raises what a stage raises.
        """
        from communique.quality import validate
        from communique.warehouse import staging
        from communique.warehouse.load import load

        batch_id = ledger.batch_of(reprocess_id, part)
        with closing(self._connect(reprocess_id)) as conn, ledger.held(conn, reprocess_id, part) as mine:
            if not mine:
                return None
            ended = ledger.outcome(conn, reprocess_id, part)
            if ended is not None:
                return ended
            asked = self._of_this_version(ledger.find(conn, reprocess_id))
            ledger.begin_part(conn, reprocess_id, part)
            counts: Counter[str] = Counter()
            given = {"reprocess_id": reprocess_id, "part": part, "extractor_version": asked.extractor_version,
                     "batch_id": batch_id}
            found = self._pages(conn, given, counts) if asked.is_from_page else _texts(conn, given)
            counts["read"] = len(found)
            if found:
                ledger.stage(conn, reprocess_id, part, "extract")
                staging.stage_articles(conn, batch_id, found)
                articles = [Article.from_json(line) for line in staging.articles(conn, batch_id)]
                staging.stage_records(conn, batch_id, self._records(articles, counts), self.reader.version)
                ledger.stage(conn, reprocess_id, part, "validate")
                counts["held_back"] = validate(self.dsn, batch_id, beside=True).held_back
                self._decided(conn, given, counts)
                ledger.stage(conn, reprocess_id, part, "load")
                load(conn, batch_id)
            return ledger.done(conn, asked, part, counts)

    def read_all(self, reprocess_id: str, parts: Sequence[int],
                 told: Callable[[int, dict[str, int]], None] = lambda part, ended: None) -> dict[str, int]:
        """Read several parts, one after the other; the sum of what came of them. `told` is called after each. A part
        that fails is noted and the others go on; at the end PartsFailed is raised.
        """
        total: Counter[str] = Counter()
        problems: list[str] = []
        for part in parts:
            ended, problem = self.tried(reprocess_id, part)
            if problem or ended is None:
                problems.append(problem or f"part {part}: another worker has it")
                continue
            total.update(ended)
            told(part, ended)
        if problems:
            raise PartsFailed(f"{reprocess_id}: {len(problems)} of {len(parts)} parts are not done; ask for it again "
                              f"to go on. {'; '.join(problems)}")
        return dict(total)

    def tried(self, reprocess_id: str, part: int) -> tuple[dict[str, int] | None, str | None]:
        """`read`, and where it raises, the reason instead, which is noted with the part.

        Raises WarehouseError and psycopg.OperationalError: without a warehouse no part can go on.
        """
        def noted(problem: str) -> None:
            with closing(self._connect(reprocess_id)) as conn:
                ledger.failed(conn, reprocess_id, part, problem)

        return attempted(reprocess_id, part, lambda: self.read(reprocess_id, part), noted)

    def _records(self, articles: Sequence[Article], counts: Counter[str]) -> Iterator[Mapping[str, Any]]:
        from communique.reading import at_home
        from extractors.languages import UnsupportedLanguage

        for article in articles:
            try:
                yield from self.reader.read(at_home(article, self._known))
            except UnsupportedLanguage:
                counts[f"language_{article.language}"] += 1

    def _decided(self, conn: Connection, given: Mapping[str, Any], counts: Counter[str]) -> None:
        """A reviewer's decision on a held record holds for what the newer version reads alike."""
        if counts["held_back"]:
            with conn.transaction():
                conn.execute(sql("reprocess/decided"), given)
                counts["released"] = conn.execute(sql("reprocess/released"), given).rowcount

    def _pages(self, conn: Connection, given: Mapping[str, Any], counts: Counter[str]) -> list[StagedArticle]:
        """The part's articles as their kept pages give them now; what could not be read is counted."""
        from communique.backfill.archive import Store
        from communique.reading import read_captures

        with conn.cursor(row_factory=dict_row) as cursor:
            rows = cursor.execute(sql("reprocess/pages"), given).fetchall()
        store = Store.of(self.settings)
        staged: list[StagedArticle] = []
        for row in rows:
            article_id = row.pop("article_id")
            if row["capture_id"] is None:
                counts["unkept"] += 1
                continue
            found = read_captures([FetchedEntry(**row)], self._known, store)
            for _, problem in (*found.unreadable, *found.without):
                log.warning("%s", problem)
            counts["unreadable"] += len(found.unreadable)
            counts["no_article"] += len(found.without)
            # Whatever address the page gives itself now, the article is the one that it was read as.
            staged += [replace(one, article=replace(one.article, id=article_id)) for one in found.articles]
        return staged

    def _of_this_version(self, asked: Asked) -> Asked:
        if asked.extractor_version != self.reader.version:
            raise ReprocessError(
                f"{asked.reprocess_id} is read by version {asked.extractor_version}, this is {self.reader.version}: "
                "give it up (`communique reprocess back`) and start a run of this version")
        return asked

    def _connect(self, reprocess_id: str) -> Connection:
        return connect(self.dsn, application=f"reprocess {reprocess_id}"[:63])


def _texts(conn: Connection, given: Mapping[str, Any]) -> list[StagedArticle]:
    with conn.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(sql("reprocess/articles"), given).fetchall()
    return [StagedArticle(Article.from_json(row), row["fetched_at"], row["entry_id"], row["capture_id"])
            for row in rows]
