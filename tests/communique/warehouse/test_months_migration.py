"""A warehouse that is full comes to lie by month, and back, without a value lost."""

from __future__ import annotations

from typing import Any

from communique.warehouse.connection import Connection, connect
from communique.warehouse.migrate import migrate
from psycopg import sql

from tests.communique.newsroom import Newsroom
from tests.communique.warehouse.desk import Desk
from tests.communique.warehouse.undone import undo

FIRST = "20261124002600"
SHOWN = ("meetings", "participants", "statements", "figures", "outcomes", "event_reports", "event_provenance",
         "event_conflicts", "event_status_history", "corrections")
BEFORE = """
    INSERT INTO core.batch (batch_id) VALUES ('old');
    INSERT INTO core.article (article_id, source_key, url, language, published_on, text_sha256, fetched_at, batch_id)
        VALUES ('o', 'herald', 'https://herald.example/old/0', 'en', '2015-05-31', repeat('e', 64), '2026-03-01 12:00Z',
            'old');
    INSERT INTO core.article_text (article_id, text_sha256, body, fetched_at, batch_id)
        VALUES ('o', repeat('e', 64), 'They met. They talked.', '2026-03-01 12:00Z', 'old');
    INSERT INTO core.reading (article_id, text_sha256, extractor_version, is_current, published_at, batch_id)
        VALUES ('o', repeat('e', 64), 'test-0', true, now(), 'old');
    INSERT INTO core.record (reading_id, record_id, event_type, event_status, is_main, confidence, evidence, record,
            published_at, batch_id)
        SELECT reading_id, 'r-old', 'phone_call', 'held', true, 1, '{[0,9)}', '{"is": "old"}', now(), 'old'
        FROM core.reading WHERE article_id = 'o';
"""


def shown(conn: Connection) -> dict[str, list[Any]]:
    """What the marts say."""
    return {view: sorted(conn.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier("mart", view))), key=str)
            for view in SHOWN}


def lies(conn: Connection, key: int) -> Any:
    """Where the JSON of a record lies and where the text that it was read from."""
    return conn.execute(
        """
        SELECT j.tableoid::regclass::text, b.tableoid::regclass::text
        FROM core.record AS r
        JOIN core.record_json AS j USING (record_key)
        JOIN core.reading AS g USING (reading_id)
        JOIN core.article_text AS t USING (article_id, text_sha256)
        JOIN core.article_body AS b USING (text_key)
        WHERE r.record_key = %s""", [key]).fetchone()


def test_a_full_warehouse_is_laid_by_month_and_back(warehouse: Any) -> None:
    newsroom = Newsroom()
    with connect(warehouse.owner) as owner, connect(warehouse.loader) as loader:
        desk = Desk(loader, newsroom)
        desk.publish("b1", desk.story(1, published_at="2026-02-28T12:00:00+00:00"),
                     desk.story(2, "globe", published_at="2026-03-04T12:00:00+00:00"),
                     desk.story(3, published_at="2026-03-04T12:00:00+00:00", start_date="2026-03-01", type="visit"))
        desk.publish("b2", desk.story(1, published_at="2026-02-28T12:00:00+00:00", text=newsroom.text + "\nMore."))
        assert len(desk.rows("corrections")) == 1
        assert all(row["diff"] for row in desk.rows("corrections"))
        key = desk.record_of(1)
        full = shown(owner)
        assert all(full[view] for view in SHOWN if view not in ("event_conflicts",))

        undone = undo(owner, FIRST)
        assert shown(owner) == full
        owner.execute(BEFORE.encode())
        [(old,)] = owner.execute("SELECT record_key FROM core.record WHERE record_id = 'r-old'").fetchall()
        assert old == owner.execute("SELECT max(record_key % 10000000000) FROM core.record").fetchone()[0]  # type: ignore[index]
        with_old = shown(owner)

        assert migrate(warehouse.owner) == undone
        assert shown(owner) == with_old
        assert lies(owner, key) == ("months.record_json_202602", "months.article_body_202602")
        assert lies(owner, old) == ("months.record_json_before", "months.article_body_201505")
        assert owner.execute("SELECT record FROM core.record_json WHERE record_key = %s", [old]).fetchone() == (
            {"is": "old"},)

        desk.publish("b3", desk.story(4, "wire", published_at="2026-03-05T12:00:00+00:00"))
        assert desk.record_of(4) == 202603 * 10**10 + old + 1, "no number comes twice"
        assert lies(owner, desk.record_of(4)) == ("months.record_json_202603", "months.article_body_202603")
        later = shown(owner)
        undo(owner, FIRST)
        assert shown(owner) == later
        assert migrate(warehouse.owner) == undone
        assert shown(owner) == later
