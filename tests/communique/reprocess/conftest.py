"""A desk whose stories a second version of an extractor reads again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from communique import settings
from communique.reprocess.asked import Asked, Reader
from communique.reprocess.work import Reprocess
from psycopg import sql

from extractors.article import Article
from tests.communique.newsroom import Cleared, cleared, conn, members, newsroom, shared
from tests.communique.warehouse.conftest import desk
from tests.communique.warehouse.desk import Desk, Story

__all__ = ["cleared", "conn", "desk", "members", "newsroom", "shared"]

NEWER = "test-2"


@dataclass
class Rereading:
    """A second version, which reads what `says` makes of an article: by default what the first one read."""

    desk: Desk
    dsn: str
    stories: dict[str, Story] = field(default_factory=dict)
    changed: dict[str, Callable[[dict[str, Any]], Sequence[dict[str, Any]]]] = field(default_factory=dict)
    version: str = NEWER
    asked: list[str] = field(default_factory=list)

    def publish(self, batch_id: str, *stories: Story) -> None:
        """Take stories through the line, as read by the first version."""
        for article, records in stories:
            self.stories[article.key] = article, records
        self.desk.publish(batch_id, *stories)

    def reads(self, number: int, **event: Any) -> None:
        """The second version reads other values of the article's contact."""
        def make(record: dict[str, Any]) -> list[dict[str, Any]]:
            return [record | {"event": record["event"] | event}]
        self.changed[self.desk.newsroom.article(number).key] = make

    def reads_nothing(self, number: int) -> None:
        self.changed[self.desk.newsroom.article(number).key] = lambda record: []

    def records(self, article: Article) -> list[dict[str, Any]]:
        self.asked.append(article.key)
        found = []
        for number, record in enumerate(self.stories[article.key][1]):
            again = self.desk.newsroom.record(article, number + 1, version=self.version)
            named = {name: again[name] for name in ("record_id", "extractor_version", "article")}
            made = self.changed.get(article.key, lambda one: [one])(record | named)
            found += made
        return found

    @property
    def work(self) -> Reprocess:
        return Reprocess(settings.get(), self.dsn, Reader(self.version, self.records))

    def read(self, **options: Any) -> str:
        """Read everything, or what is asked for, beside; the run's name."""
        asked = Asked.of(self.version, **({"everything": True} | options))
        work = self.work
        work.read_all(asked.reprocess_id, work.begin(asked))
        return asked.reprocess_id

    def correct(self, batch_id: str, number: int, **event: Any) -> None:
        """The publisher changes the text of an article, which the first version reads."""
        article, _ = self.stories[self.desk.newsroom.article(number).key]
        text = f"{self.desk.newsroom.text} Corrected."
        self.publish(batch_id, self.desk.story(
            number, str(article.source), str(article.published_at), text=text, **event))

    def marts(self) -> dict[str, list[Any]]:
        """All that analysts see of articles, but for columns that count rows."""
        connection = self.desk.conn
        views = connection.execute(
            "SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'mart' AND c.relkind = 'v' ORDER BY 1").fetchall()
        return {view: sorted((row[0] for row in connection.execute(
            sql.SQL("SELECT v::text FROM {} AS v").format(sql.Identifier("mart", view)))), key=str) for view, in views}


@pytest.fixture
def again(desk: Desk, cleared: Cleared) -> Rereading:
    return Rereading(desk, cleared.loader)
