"""Loading: everything once, all or nothing, whatever is run again, at once, or killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from communique.warehouse import queue
from communique.warehouse.connection import Connection, connect
from communique.warehouse.load import TABLES, BatchNotReady, load, publish
from psycopg import sql as compose

ALL_TABLES = (*TABLES, "batch")


def counts(conn: Connection) -> dict[str, int]:
    found = {}
    for table in ALL_TABLES:
        row = conn.execute(compose.SQL("SELECT count(*) FROM {}").format(compose.Identifier("core", table))).fetchone()
        assert row is not None
        found[table] = row[0]
    return found


def versions(conn: Connection) -> dict[str, set[Any]]:
    """Where every row of core and the queue stands and who wrote it: equal only if no row was written."""
    found = {}
    for name in (*(compose.Identifier("core", table) for table in ALL_TABLES), compose.Identifier("landing", "entry")):
        query = compose.SQL("SELECT ctid::text, xmin::text FROM {}").format(name)
        found[name.as_string(conn)] = set(conn.execute(query).fetchall())
    return found


def test_a_batch_is_in_core_with_all_its_parts_and_shown_when_published(conn: Connection, newsroom: Any) -> None:
    one, two = newsroom.article(1), newsroom.article(2)
    entries = newsroom.enqueue(conn, "b1", [one.url, two.url])
    newsroom.stage(conn, "b1", [one, two], [newsroom.record(one), newsroom.record(one, 2)], entries=entries)
    newsroom.accept(conn, "b1")
    assert load(conn, "b1") == {
        "article": 2, "article_text": 2, "article_body": 2, "reading": 2, "record": 2, "record_json": 2,
        "participant": 4, "topic": 2, "outcome": 2, "figure": 2, "statement": 2, "claim": 68}
    assert conn.execute("SELECT count(*) FROM mart.meetings").fetchone() == (0,)
    assert {row["status"] for row in queue.counts(conn)} == {"fetched"}
    assert publish(conn, "b1") == 2
    assert conn.execute("SELECT count(*) FROM mart.meetings").fetchone() == (2,)
    assert {row["status"]: row["entries"] for row in queue.counts(conn)} == {"loaded": 2}


def test_the_same_batch_again_changes_no_row(conn: Connection, newsroom: Any) -> None:
    one, two = newsroom.article(1), newsroom.article(2, text=newsroom.article(1).text)
    entries = newsroom.enqueue(conn, "b1", [one.url, two.url])
    records = [newsroom.record(one), newsroom.record(two)]
    newsroom.run(conn, "b1", [one, two], records, entries=entries)
    before = versions(conn)
    assert set(newsroom.run(conn, "b1", [one, two], records, entries=entries).values()) == {0}
    assert versions(conn) == before


def test_the_same_articles_in_another_batch_add_nothing(conn: Connection, newsroom: Any) -> None:
    one = newsroom.article(1)
    newsroom.run(conn, "b1", [one], [newsroom.record(one)])
    written = newsroom.run(conn, "b2", [one], [newsroom.record(one)])
    assert set(written.values()) == {0}
    assert counts(conn)["record"] == 1


def test_what_was_not_read_or_not_validated_is_not_loaded(conn: Connection, newsroom: Any) -> None:
    from communique.warehouse.staging import StagedArticle, stage_articles

    one = newsroom.article(1)
    stage_articles(conn, "b1", [StagedArticle(one, newsroom.fetched_at)])
    with pytest.raises(BatchNotReady, match="batch b1: 1 staged articles have not been read"):
        load(conn, "b1")
    newsroom.stage(conn, "b1", [one], [newsroom.record(one)])
    with pytest.raises(BatchNotReady, match="batch b1: 1 staged records have not been checked"):
        load(conn, "b1")
    assert set(counts(conn).values()) == {0}


def test_what_was_held_back_stays_out_and_its_article_comes_in(conn: Connection, newsroom: Any) -> None:
    one = newsroom.article(1)
    newsroom.stage(conn, "b1", [one], [newsroom.record(one), newsroom.record(one, 2)])
    conn.execute("UPDATE staging.record SET held_back = (position = 0)")
    written = load(conn, "b1")
    assert (written["article"], written["reading"], written["record"]) == (1, 1, 1)
    assert conn.execute("SELECT record_id FROM core.record").fetchone() == (newsroom.record(one, 2)["record_id"],)


def test_a_batch_of_nothing_loads_and_publishes_nothing(conn: Connection) -> None:
    assert set(load(conn, "empty").values()) == {0}
    assert publish(conn, "empty") == 0
    assert publish(conn, "never heard of") == 0


def test_staging_lost_in_a_crash_closes_no_entry(conn: Connection, newsroom: Any) -> None:
    one = newsroom.article(1)
    entries = newsroom.enqueue(conn, "b1", [one.url])
    newsroom.stage(conn, "b1", [one], [newsroom.record(one)], entries=entries)
    newsroom.accept(conn, "b1")
    conn.execute("DELETE FROM staging.record")
    conn.execute("DELETE FROM staging.article")
    load(conn, "b1")
    publish(conn, "b1")
    assert [row["status"] for row in queue.counts(conn)] == ["fetched"]
    newsroom.run(conn, "b1", [one], [newsroom.record(one)], entries=entries)
    assert [row["status"] for row in queue.counts(conn)] == ["loaded"]


def test_two_entries_that_lead_to_one_article_are_both_done(conn: Connection, newsroom: Any) -> None:
    one = newsroom.article(1)
    entries = newsroom.enqueue(conn, "b1", [one.url, "https://herald.example/short/1"])
    newsroom.run(conn, "b1", [one, one], [newsroom.record(one)], entries=entries)
    assert {row["status"]: row["entries"] for row in queue.counts(conn)} == {"loaded": 2}
    assert counts(conn)["article"] == 1


def test_batches_at_once_neither_deadlock_nor_double(cleared: Any, conn: Connection, newsroom: Any) -> None:
    articles = [newsroom.article(n, text=f"{newsroom.text} Pair {n // 2}.") for n in range(40)]

    def run(worker: int) -> None:
        mine = articles if worker % 2 else list(reversed(articles))
        with connect(cleared.loader) as own:
            newsroom.run(own, f"b{worker}", mine, [newsroom.record(article) for article in mine])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run, range(4)))
    found = counts(conn)
    assert (found["article"], found["reading"], found["record"], found["participant"]) == (40, 40, 40, 80)
    assert conn.execute("SELECT count(*) FROM mart.meetings").fetchone() == (20,)
    assert conn.execute("SELECT count(*) FROM core.reading WHERE is_current").fetchone() == (40,)


class Killed(psycopg.Connection[Any]):
    """A connection whose server process is killed after its n-th statement."""

    remaining = 0
    killer: psycopg.Connection[Any]

    def execute(self, *arguments: Any, **options: Any) -> Any:
        done = super().execute(*arguments, **options)
        self.remaining -= 1
        if self.remaining == 0:
            self.killer.execute("SELECT pg_terminate_backend(%s, 5000)", [self.info.backend_pid])
        return done


@pytest.fixture
def killer(postgres: Any) -> Iterator[psycopg.Connection[Any]]:
    """Who may end any server process."""
    with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
        yield superuser


def kill_after(n: int, cleared: Any, killer: psycopg.Connection[Any], step: Callable[[Connection, str], Any]) -> bool:
    """Run `step` and kill its server process after the n-th statement; whether it got through instead."""
    conn = Killed.connect(cleared.loader, autocommit=True)
    conn.remaining, conn.killer = n, killer
    try:
        step(conn, "b1")
    except psycopg.OperationalError:
        return False
    finally:
        conn.close()
    return True


def test_a_load_killed_after_any_statement_leaves_all_or_nothing(
    cleared: Any, killer: psycopg.Connection[Any], conn: Connection, newsroom: Any
) -> None:
    one, two = newsroom.article(1), newsroom.article(2, text=newsroom.article(1).text)
    newsroom.stage(conn, "b1", [one, two], [newsroom.record(one), newsroom.record(two)])
    newsroom.accept(conn, "b1")
    n = 1
    while not kill_after(n, cleared, killer, load):
        assert set(counts(conn).values()) == {0}, f"killed after statement {n}"
        n += 1
    assert n > len(TABLES) + 3
    loaded = counts(conn)
    assert (loaded["article"], loaded["record"], loaded["participant"]) == (2, 2, 4)


def shown(conn: Connection) -> list[Any]:
    return [row[0] for row in conn.execute(
        "SELECT record_id FROM mart.meetings ORDER BY record_id").fetchall()]


def test_a_newer_version_of_the_extractor_takes_the_place_of_the_older(conn: Connection, newsroom: Any) -> None:
    one = newsroom.article(1)
    old, new = newsroom.record(one), newsroom.record(one, version="test-2")
    newsroom.run(conn, "b1", [one], [old])
    newsroom.stage(conn, "b2", [one], [new], version="test-2")
    newsroom.accept(conn, "b2")
    load(conn, "b2")
    assert shown(conn) == [old["record_id"]]
    publish(conn, "b2")
    assert shown(conn) == [new["record_id"]]
    assert counts(conn)["record"] == 2
    before = versions(conn)
    newsroom.run(conn, "b1", [one], [old])
    assert versions(conn) == before


def test_a_newer_version_that_finds_nothing_hides_what_the_older_found(conn: Connection, newsroom: Any) -> None:
    one = newsroom.article(1)
    newsroom.run(conn, "b1", [one], [newsroom.record(one)])
    newsroom.run(conn, "b2", [one], [], version="test-2")
    assert shown(conn) == []


def test_a_corrected_text_is_read_anew_and_the_old_one_kept(conn: Connection, newsroom: Any) -> None:
    first = newsroom.article(1)
    second = newsroom.article(1, text=newsroom.text + " Corrected.", title="Corrected")
    later = newsroom.fetched_at + timedelta(hours=1)
    newsroom.run(conn, "b1", [first], [newsroom.record(first)])
    newsroom.run(conn, "b2", [second], [newsroom.record(second)], fetched_at=later)
    assert shown(conn) == [newsroom.record(second)["record_id"]]
    assert conn.execute("SELECT article_title FROM mart.meetings").fetchone() == ("Corrected",)
    assert counts(conn)["article_text"] == 2
    # An older fetch that comes in late, and the first text that comes back later still.
    newsroom.run(conn, "b3", [first], [newsroom.record(first)])
    assert shown(conn) == [newsroom.record(second)["record_id"]]
    newsroom.run(conn, "b4", [first], [newsroom.record(first)], fetched_at=later + timedelta(hours=1))
    assert shown(conn) == [newsroom.record(first)["record_id"]]
    assert counts(conn)["record"] == 2


def copies(conn: Connection) -> dict[str, str | None]:
    return dict(conn.execute("SELECT article_id, copy_of_article_id FROM core.article").fetchall())


def test_a_copy_under_another_address_is_kept_and_shown_once(conn: Connection, newsroom: Any) -> None:
    one, two = newsroom.article(1), newsroom.article(2, text=newsroom.article(1).text)
    other = newsroom.article(3, text=one.text, source="gazette")
    newsroom.run(conn, "b1", [one], [newsroom.record(one)])
    newsroom.run(conn, "b2", [two, other], [newsroom.record(two), newsroom.record(other)])
    assert copies(conn) == {one.key: None, two.key: one.key, other.key: None}
    assert conn.execute("SELECT article_url FROM mart.meetings ORDER BY 1").fetchall() == [(one.url,), (other.url,)]
    assert conn.execute("SELECT count(*) FROM mart.statements").fetchone() == (2,)


def test_of_copies_in_one_batch_the_entry_announced_first_stands(conn: Connection, newsroom: Any) -> None:
    articles = [newsroom.article(n, text=newsroom.text) for n in range(6)]
    entries = newsroom.enqueue(conn, "b1", [article.url for article in articles])
    newsroom.run(conn, "b1", list(reversed(articles)), [newsroom.record(article) for article in articles],
                 entries=list(reversed(entries)))
    first = min(zip(entries, articles, strict=True), key=lambda pair: pair[0])[1]
    assert copies(conn) == {a.key: (None if a is first else first.key) for a in articles}


def test_a_copy_whose_original_is_corrected_stands_on_its_own(conn: Connection, newsroom: Any) -> None:
    one, two, three = (newsroom.article(n, text=newsroom.text) for n in (1, 2, 3))
    for batch, article in (("b1", one), ("b2", two), ("b3", three)):
        newsroom.run(conn, batch, [article], [newsroom.record(article)])
    corrected = newsroom.article(1, text=newsroom.text + " Corrected.")
    newsroom.run(conn, "b4", [corrected], [newsroom.record(corrected)],
                 fetched_at=newsroom.fetched_at + timedelta(hours=1))
    assert copies(conn) == {one.key: None, two.key: None, three.key: two.key}
    assert conn.execute("SELECT count(*) FROM mart.meetings").fetchone() == (2,)
