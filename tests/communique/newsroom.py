"""Articles and records made to measure, and a loader's connection to a fresh warehouse."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from communique.local import databases
from communique.warehouse import queue
from communique.warehouse.connection import Connection, connect
from communique.warehouse.load import load, publish
from communique.warehouse.staging import StagedArticle, stage_articles, stage_records
from psycopg import sql

from extractors.article import Article
from extractors.feed import Entry

TEXT = (
    "President Anna Berg received Prime Minister Omar Haddad in Oslo on Wednesday.\n"
    "Trade turnover reached 2.5 billion dollars in 2025, she noted. "
    "“We open a new page today,” said Berg.\n"
    "The guest invited the President to Amman."
)


class Newsroom:
    """Makes articles and the records that they hold, and takes them through the stages."""

    version = "test-1"
    fetched_at = datetime(2026, 3, 5, 12, tzinfo=UTC)
    text = TEXT

    @staticmethod
    def span(words: str) -> list[list[int]]:
        """The evidence for `words`: where they stand in TEXT."""
        start = TEXT.index(words)
        return [[start, start + len(words)]]

    def article(self, number: int = 1, *, text: str | None = None, source: str = "herald", **fields: Any) -> Article:
        """An article under an address of its own, with a text of its own unless one is given."""
        address = f"https://herald.example/news/{number}"
        given = {"title": f"Talks in Oslo {number}", "url": address, "canonical_url": address,
                 "published_at": "2026-03-05T10:00:00+01:00", **fields}
        return Article(text=f"{TEXT}\nNumber {number}." if text is None else text, source=source, **given)

    def record(self, article: Article, number: int = 1, *, version: str | None = None, **event: Any) -> dict[str, Any]:
        """A record of `article` that holds together; `event` overrides fields of its event."""
        version = version or self.version
        seed = f"{article.text_sha256} {version} {number}"
        return {
            "schema_version": "1.0",
            "record_id": "r" + hashlib.sha256(seed.encode()).hexdigest()[:15],
            "extractor_version": version,
            "article": {"id": article.key, "url": article.url, "source": article.source, "title": article.title,
                        "published_at": article.published_at, "language": "en",
                        "text_sha256": article.text_sha256},
            "event": {
                "type": "bilateral_meeting", "visit_kind": None, "status": "held", "is_main": True, "name": None,
                "start_date": "2026-03-04", "end_date": None, "date_precision": "day",
                "place": {"city": "Oslo", "country": "NO", "venue": None, "geoname_id": 3143244,
                          "latitude": 59.91, "longitude": 10.75},
                "parent_event": None, "codes": {"cameo": "043", "plover": "CONSULT"},
                "evidence": self.span("received"), **event,
            },
            "participants": [
                {"name": "Omar Haddad", "person_id": None, "title": "Prime Minister",
                 "role_class": "head_of_government", "country": "JO", "organization": None, "capacity": "guest",
                 "evidence": self.span("Omar Haddad")},
                {"name": "Anna Berg", "person_id": "Q1", "title": "President", "role_class": "head_of_state",
                 "country": "NO", "organization": None, "capacity": "host", "evidence": self.span("Anna Berg")},
            ],
            "topics": [{"code": "trade_economy", "evidence": self.span("Trade turnover")}],
            "outcomes": [{"type": "invitation", "text": "invited the President to Amman", "parties": ["JO", "NO"],
                          "due_date": None, "count": None, "evidence": self.span("invited the President to Amman")}],
            "figures": [{"metric": "trade_turnover", "value": 2.5e9, "unit": "USD", "qualifier": None,
                         "period": "2025", "status": "actual", "parties": ["JO", "NO"],
                         "evidence": self.span("2.5 billion dollars")}],
            "statements": [{"speaker": "Anna Berg", "person_id": "Q1", "kind": "direct",
                            "text": "We open a new page today", "evidence": self.span("We open a new page today")}],
            "confidence": 0.9,
        }

    def enqueue(self, conn: Connection, batch_id: str, urls: Sequence[str], source: str = "herald") -> list[int]:
        """Announce, claim and capture `urls` for the batch; the entries' ids, in the order of `urls`."""
        queue.add(conn, source, "https://herald.example/feed", [Entry(url=url, guid=url) for url in urls])
        queue.claim(conn, batch_id, 500, 5)
        ids = {}
        for entry in queue.claimed(conn, batch_id):
            capture = queue.Capture(url=entry.url, final_url=entry.url, http_status=200,
                                    fetched_at=self.fetched_at, headers={"content-type": "text/html"})
            queue.captured(conn, entry.entry_id, batch_id, capture)
            ids[entry.url] = entry.entry_id
        return [ids[url] for url in urls]

    def stage(self, conn: Connection, batch_id: str, articles: Sequence[Article], records: Sequence[dict[str, Any]],
              *, version: str | None = None, fetched_at: datetime | None = None, entries: Sequence[int] = ()) -> None:
        """Stage articles and records; the entries belong to the articles in order."""
        rows = [StagedArticle(article, fetched_at or self.fetched_at, entries[i] if i < len(entries) else None)
                for i, article in enumerate(articles)]
        stage_articles(conn, batch_id, rows)
        stage_records(conn, batch_id, records, version or self.version)

    def accept(self, conn: Connection, batch_id: str) -> None:
        """What a validation that finds nothing leaves behind."""
        conn.execute("UPDATE staging.record SET held_back = false WHERE batch_id = %s", [batch_id])

    def run(self, conn: Connection, batch_id: str, articles: Sequence[Article], records: Sequence[dict[str, Any]],
            **options: Any) -> dict[str, int]:
        """Stage, accept, load and publish; what the load wrote."""
        self.stage(conn, batch_id, articles, records, **options)
        self.accept(conn, batch_id)
        written = load(conn, batch_id)
        publish(conn, batch_id)
        return written


@pytest.fixture(scope="session")
def newsroom() -> Newsroom:
    return Newsroom()


@dataclass(frozen=True)
class Cleared:
    """The connection strings of a warehouse that the tests of one module share, emptied before each."""

    superuser: str
    owner: str
    loader: str


@pytest.fixture(scope="session")
def members(postgres: Any) -> dict[str, tuple[str, str]]:
    """By role a login that is a member of it and has no more rights than it: its name and password."""
    logins = {role: (f"{role}_{secrets.token_hex(4)}", secrets.token_hex(8)) for role in ("owner", "loader")}
    with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
        for key, role in (("owner", databases.OWNER), ("loader", databases.LOADER)):
            name, password = logins[key]
            superuser.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {} IN ROLE {}").format(
                sql.Identifier(name), sql.Literal(password), sql.Identifier(role)))
    return logins


@pytest.fixture(scope="module")
def shared(postgres: Any, warehouse_template: str, members: dict[str, tuple[str, str]]) -> Iterator[Cleared]:
    name = f"shared_{secrets.token_hex(4)}"
    with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
        superuser.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(databases.OWNER), sql.Identifier(warehouse_template)))
        databases.admit(superuser, name)
        yield Cleared(postgres.dsn(name), *(
            postgres.dsn(name, *members[role]) for role in ("owner", "loader")))
        superuser.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def cleared(shared: Cleared) -> Cleared:
    """A migrated warehouse without a row: a tenth of the time that a database of the test's own takes."""
    with psycopg.connect(shared.superuser, autocommit=True) as superuser:
        tables = superuser.execute(
            "SELECT schemaname, tablename FROM pg_tables "
            "WHERE schemaname IN ('landing', 'staging', 'core', 'quarantine')").fetchall()
        superuser.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY").format(
            sql.SQL(", ").join(sql.Identifier(*table) for table in tables)))
    return shared


@pytest.fixture
def conn(cleared: Cleared) -> Iterator[Connection]:
    """A connection of a loader to a warehouse without a row."""
    with connect(cleared.loader) as connection:
        yield connection
