"""A desk at which articles of several agencies about one contact come in, batch by batch."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from communique.warehouse.connection import Connection
from psycopg import sql
from psycopg.rows import dict_row

from extractors.article import Article

TABLES = ("event", "event_record", "event_alias", "event_split", "event_value", "event_participant", "event_topic",
          "event_status", "event_conflict", "pin", "record_block")


Story = tuple[Article, list[dict[str, Any]]]
"""An article with its records."""


@dataclass
class Desk:
    """Takes stories through the line and tells which events came of them."""

    conn: Connection
    newsroom: Any
    _hours: Any = field(default_factory=lambda: itertools.count(1))

    def story(self, number: int, source: str = "herald", published_at: str = "2026-03-04T18:00:00+01:00", *,
              parties: Iterable[dict[str, Any]] = (), text: str | None = None, version: str | None = None,
              figures: Iterable[dict[str, Any]] | None = None, **event: Any) -> Story:
        """An article and its one record; `parties` change the participants field by field, in their order."""
        article = self.newsroom.article(number, source=source, published_at=published_at, text=text)
        record = self.newsroom.record(article, version=version, **event)
        for participant, changed in zip(record["participants"], parties, strict=False):
            participant |= changed
        if figures is not None:
            record["figures"] = [record["figures"][0] | changed for changed in figures]
        return article, [record]

    def publish(self, batch_id: str, *stories: Story, version: str | None = None) -> None:
        """Take the stories through the line, each batch fetched an hour after the one before."""
        later = self.newsroom.fetched_at + timedelta(hours=next(self._hours))
        self.newsroom.run(self.conn, batch_id, [article for article, _ in stories],
                          [record for _, records in stories for record in records], version=version, fetched_at=later)

    def rows(self, view: str, order: str = "1") -> list[dict[str, Any]]:
        """Every row of a mart."""
        with self.conn.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(sql.SQL("SELECT * FROM {} ORDER BY {}").format(
                sql.Identifier("mart", view), sql.SQL(order))).fetchall()  # type: ignore[arg-type]

    def events(self) -> dict[str, list[int]]:
        """The numbers of the articles that report each event that stands, by its id."""
        found: dict[str, list[int]] = {}
        for row in self.rows("event_reports"):
            found.setdefault(row["event_id"], []).append(int(row["article_url"].rsplit("/", 1)[1]))
        return {event_id: sorted(numbers) for event_id, numbers in found.items()}

    def groups(self) -> list[list[int]]:
        """The same without the ids."""
        return sorted(self.events().values())

    def event_of(self, number: int) -> str:
        """The id of the event that the article with this number reports."""
        [found] = [event_id for event_id, numbers in self.events().items() if number in numbers]
        return found

    def record_of(self, number: int) -> int:
        """The key of the record that the article with this number is shown with."""
        [found] = [row["meeting_id"] for row in self.rows("meetings") if row["article_url"].endswith(f"/{number}")]
        return int(found)

    def alias(self, event_id: str) -> str | None:
        """The event that an id leads to."""
        row = self.conn.execute(
            "SELECT current_event_id FROM mart.event_aliases WHERE event_id = %s", [event_id]).fetchone()
        return row[0] if row else None

    def versions(self) -> dict[str, set[Any]]:
        """Where every row about events stands and who wrote it: equal only if no row was written."""
        parts = [sql.SQL("SELECT {}, ctid::text, xmin::text FROM {}").format(
            sql.Literal(table), sql.Identifier("core", table)) for table in TABLES]
        found: dict[str, set[Any]] = {table: set() for table in TABLES}
        for table, *row in self.conn.execute(sql.SQL(" UNION ALL ").join(parts)):
            found[table].add(tuple(row))
        return found
