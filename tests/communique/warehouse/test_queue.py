"""The queue: what is announced once stays once, and every entry is somebody's or nobody's, never two batches'."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest
from communique.warehouse import queue
from communique.warehouse.connection import Connection, connect
from communique.warehouse.queue import Capture, LeaseLost

from extractors.feed import Entry

FEED = "https://herald.example/feed"
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


def entries(*numbers: int) -> list[Entry]:
    return [Entry(url=f"https://herald.example/news/{n}", guid=f"guid-{n}", title=f"News {n}", published_at=NOW)
            for n in numbers]


def statuses(conn: Connection) -> Counter[str]:
    return Counter({row["status"]: row["entries"] for row in queue.counts(conn)})


def fetch(url: str) -> Capture:
    return Capture(url=url, final_url=url, http_status=200, fetched_at=NOW, headers={"server": "x"},
                   warc_path="2026/03/05.warc.gz", warc_offset=0, warc_length=100, payload_sha256="0" * 64)


def expire(conn: Connection, batch_id: str) -> None:
    """Let the batch's leases have run out."""
    conn.execute("UPDATE landing.entry SET lease_until = now() - interval '1 second' WHERE batch_id = %s", [batch_id])


def test_an_entry_is_queued_once_with_what_the_feed_says(conn: Connection) -> None:
    assert queue.add(conn, "herald", FEED, entries(1, 2)) == 2
    assert queue.add(conn, "herald", FEED, entries(2, 3)) == 1
    assert queue.add(conn, "herald", FEED, []) == 0
    queue.claim(conn, "b1", 10, 5)
    first = queue.claimed(conn, "b1")[0]
    assert (first.url, first.guid, first.title, first.published_at, first.source_key, first.attempts) == (
        "https://herald.example/news/1", "guid-1", "News 1", NOW, "herald", 1)


@pytest.mark.parametrize("again", [
    Entry(url="https://herald.example/news/1?utm_source=rss", guid="other"),
    Entry(url="http://HERALD.example/news/1/#top", guid="another"),
    Entry(url="https://herald.example/moved/1", guid="guid-1"),
])
def test_the_same_article_under_another_guise_is_known(conn: Connection, again: Entry) -> None:
    queue.add(conn, "herald", FEED, entries(1))
    assert queue.add(conn, "herald", FEED, [again]) == 0
    assert queue.add(conn, "gazette", FEED, [again]) == 1


def test_one_announcement_with_the_same_entry_twice_queues_it_once(conn: Connection) -> None:
    assert queue.add(conn, "herald", FEED, [*entries(1), *entries(1)]) == 1


def test_hostile_entries_are_kept_and_stop_nothing(conn: Connection) -> None:
    nasty = [
        Entry(url="https://herald.example/" + "a" * 50_000, guid="g" * 50_000, title="long"),
        Entry(url="https://herald.example/" + "a" * 50_001, guid="g" * 50_001, title="longer"),
        Entry(url="https://herald.example/nul", guid="nul\x00", title="NUL \x00 and \ud800", language="en"),
        Entry(url="https://herald.example/'; DROP TABLE landing.entry; --", guid="'", title="%s %(x)s"),
        Entry(url="https://herald.example/no-guid", guid=""),
    ]
    assert queue.add(conn, "herald", FEED, [*nasty, *entries(1)]) == 6
    assert queue.add(conn, "herald", FEED, [*nasty, *entries(1)]) == 0
    queue.claim(conn, "b1", 10, 5)
    held = {entry.title for entry in queue.claimed(conn, "b1")}
    assert held == {"long", "longer", "NUL � and �", "%s %(x)s", None, "News 1"}


def test_pollers_of_one_source_at_once_queue_each_entry_once(cleared: Any, conn: Connection) -> None:
    def poll(worker: int) -> int:
        order = list(range(200))
        with connect(cleared.loader) as own:
            return queue.add(own, "herald", FEED, entries(*(order if worker % 2 else reversed(order))))

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(poll, range(4))) == 200
    assert statuses(conn) == {"queued": 200}


def test_a_claim_takes_up_to_its_limit_and_run_again_only_what_is_missing(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(*range(5)))
    assert queue.claim(conn, "b1", 2, 5) == 2
    assert queue.claim(conn, "b1", 2, 5) == 2
    assert queue.claim(conn, "b1", 3, 5) == 3
    assert queue.claim(conn, "b2", 10, 5) == 2
    assert queue.claim(conn, "b3", 10, 5) == 0
    assert [entry.attempts for entry in queue.claimed(conn, "b1")] == [1, 1, 1]


def test_claims_at_once_never_share_an_entry(cleared: Any, conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(*range(300)))

    def take(worker: int) -> set[int]:
        with connect(cleared.loader) as own:
            queue.claim(own, f"b{worker}", 100, 5)
            return {entry.entry_id for entry in queue.claimed(own, f"b{worker}")}

    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(take, range(4)))
    assert len(set().union(*taken)) == sum(map(len, taken)) == 300


def test_what_a_dead_batch_held_goes_to_the_next_claim(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(1, 2))
    queue.claim(conn, "dead", 10, 5)
    first, second = queue.claimed(conn, "dead")
    queue.captured(conn, first.entry_id, "dead", fetch(first.url))
    assert queue.claim(conn, "b2", 10, 5) == 0
    expire(conn, "dead")
    assert queue.claim(conn, "b2", 10, 5) == 2
    assert [entry.attempts for entry in queue.claimed(conn, "b2")] == [2, 2]
    assert queue.claimed(conn, "dead") == []
    with pytest.raises(LeaseLost, match=f"entry {second.entry_id} .*batch dead"):
        queue.captured(conn, second.entry_id, "dead", fetch(second.url))
    with pytest.raises(LeaseLost):
        queue.failed(conn, second.entry_id, "dead", "too late", retryable=True, max_attempts=5)
    assert conn.execute("SELECT count(*) FROM landing.capture").fetchone() == (1,)


def test_a_batch_whose_lease_ran_out_keeps_what_nobody_took(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(1))
    queue.claim(conn, "b1", 10, 5)
    expire(conn, "b1")
    assert queue.claim(conn, "b1", 10, 5) == 1
    assert queue.claim(conn, "b2", 10, 5) == 0
    assert queue.claimed(conn, "b1")[0].attempts == 1


def test_an_entry_that_kills_its_workers_is_buried(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(1, 2))
    for number in range(3):
        assert queue.claim(conn, f"b{number}", 1, 3) == 1
        expire(conn, f"b{number}")
        conn.execute("UPDATE landing.entry SET next_attempt_at = now() + interval '1 day' WHERE status = 'queued'")
    assert queue.claim(conn, "b9", 1, 3) == 0
    assert statuses(conn) == {"dead": 1, "queued": 1}
    row = conn.execute("SELECT last_error FROM landing.entry WHERE status = 'dead'").fetchone()
    assert row == ("given up: its worker did not come back, 3 times",)


def test_a_capture_is_kept_and_hands_the_entry_on(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(1))
    queue.claim(conn, "b1", 10, 5)
    entry = queue.claimed(conn, "b1")[0]
    capture_id = queue.captured(conn, entry.entry_id, "b1", fetch(entry.url))
    assert queue.claimed(conn, "b1") == []
    [found] = queue.fetched(conn, "b1")
    assert (found.capture_id, found.entry_id, found.final_url, found.http_status, found.headers, found.fetched_at,
            found.warc_path, found.warc_offset, found.warc_length) == (
        capture_id, entry.entry_id, entry.url, 200, {"server": "x"}, NOW, "2026/03/05.warc.gz", 0, 100)
    newer = queue.captured(conn, entry.entry_id, "b1", fetch(entry.url))
    assert [again.capture_id for again in queue.fetched(conn, "b1")] == [newer]


@pytest.mark.parametrize(("attempts", "retry_after", "seconds"), [
    (1, None, 60), (2, None, 240), (3, None, 960), (9, None, 6 * 3600),
    (1, 30, 60), (1, 600, 600), (1, 1e12, 86400), (1, -5, 60),
])
def test_a_failed_try_waits_longer_each_time(
    conn: Connection, attempts: int, retry_after: float | None, seconds: int
) -> None:
    queue.add(conn, "herald", FEED, entries(1))
    queue.claim(conn, "b1", 10, 99)
    conn.execute("UPDATE landing.entry SET attempts = %s", [attempts])
    entry = queue.claimed(conn, "b1")[0]
    assert queue.failed(conn, entry.entry_id, "b1", "HTTP 503", retryable=True, max_attempts=99,
                        retry_after=retry_after) == "waiting"
    row = conn.execute("SELECT extract(epoch FROM next_attempt_at - updated_at)::int, last_error FROM landing.entry")
    assert row.fetchone() == (seconds, "HTTP 503")
    assert queue.claim(conn, "b2", 10, 99) == 0
    conn.execute("UPDATE landing.entry SET next_attempt_at = now()")
    assert queue.claim(conn, "b2", 10, 99) == 1


@pytest.mark.parametrize(("retryable", "max_attempts"), [(False, 5), (True, 1)])
def test_what_is_not_worth_a_try_or_has_had_all_is_dead_until_revived(
    conn: Connection, retryable: bool, max_attempts: int
) -> None:
    queue.add(conn, "herald", FEED, entries(1))
    queue.claim(conn, "b1", 10, max_attempts)
    entry = queue.claimed(conn, "b1")[0]
    failed = Capture(url=entry.url, fetched_at=NOW)
    assert queue.failed(conn, entry.entry_id, "b1", "gone \x00" + "x" * 9999, retryable=retryable,
                        max_attempts=max_attempts, capture=failed) == "dead"
    row = conn.execute("SELECT left(error, 6), length(error), http_status FROM landing.capture").fetchone()
    assert row == ("gone �", queue.MAX_ERROR_LENGTH, None)
    assert queue.claim(conn, "b2", 10, 5) == 0
    assert queue.revive(conn, "gazette") == 0
    assert queue.revive(conn, "herald") == 1
    assert queue.claim(conn, "b2", 10, 5) == 1
    assert queue.claimed(conn, "b2")[0].attempts == 1


def test_a_try_that_does_not_count_is_given_back_even_the_last_one(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(1))
    for batch_id in ("b1", "b2"):
        queue.claim(conn, batch_id, 10, 1)
        entry = queue.claimed(conn, batch_id)[0]
        assert entry.attempts == 1
        assert queue.failed(conn, entry.entry_id, batch_id, "the host is busy", retryable=True, max_attempts=1,
                            counts=False) == "waiting"
        conn.execute("UPDATE landing.entry SET next_attempt_at = now()")


def test_a_page_without_an_article_closes_its_entry(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(1, 2))
    queue.claim(conn, "b1", 10, 5)
    first, second = queue.claimed(conn, "b1")
    queue.captured(conn, first.entry_id, "b1", fetch(first.url))
    assert queue.no_article(conn, "b1", [first.entry_id, second.entry_id]) == 1
    assert statuses(conn) == {"no_article": 1, "claimed": 1}
    assert queue.fetched(conn, "b1") == []


def test_done_closes_nothing_that_is_not_in_core(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(1))
    queue.claim(conn, "b1", 10, 5)
    entry = queue.claimed(conn, "b1")[0]
    queue.captured(conn, entry.entry_id, "b1", fetch(entry.url))
    assert queue.done(conn, "b1") == 0
    assert statuses(conn) == {"fetched": 1}


def test_a_claimed_entry_without_a_lease_cannot_be(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(1))
    with pytest.raises(psycopg.errors.CheckViolation):
        conn.execute("UPDATE landing.entry SET status = 'claimed'")


def test_a_claim_reads_an_index_however_many_entries_are_done(conn: Connection, cleared: Any) -> None:
    queue.add(conn, "herald", FEED, entries(*range(3000)))
    conn.execute("UPDATE landing.entry SET status = 'no_article' WHERE entry_id > 20")
    with connect(cleared.owner) as owner:
        owner.execute("ANALYZE landing.entry")
    given = {"batch_id": "b1", "lease_seconds": 60, "limit": 10, "held": 0}
    plan = "\n".join(str(row[0]) for row in conn.execute(b"EXPLAIN " + queue.sql("queue/claim").encode(), given))
    assert "Seq Scan" not in plan
    assert queue.claim(conn, "b1", 10, 5) == 10
    assert timedelta(0) < queue_lease(conn) <= timedelta(seconds=queue.LEASE_SECONDS)


def queue_lease(conn: Connection) -> timedelta:
    row = conn.execute("SELECT max(lease_until) - now() FROM landing.entry").fetchone()
    assert row is not None
    lease: timedelta = row[0]
    return lease


def changed(hours: float, number: int = 1, **fields: Any) -> Entry:
    (entry,) = entries(number)
    at = datetime.now(UTC) + timedelta(hours=hours)
    return replace(entry, published_at=at - timedelta(hours=2), updated_at=at, **fields)


def loaded(conn: Connection) -> None:
    conn.execute("UPDATE landing.entry SET status = 'loaded', claimed_at = now() - interval '1 hour', attempts = 1")


def test_an_article_that_was_changed_is_queued_again_and_once(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, [changed(-2)])
    loaded(conn)
    assert queue.again(conn, "herald", [changed(-1.5)]) == 0, "that change was seen: it was fetched later"
    moved = changed(-0.5, title="Corrected")
    assert queue.again(conn, "gazette", [moved]) == 0
    assert queue.again(conn, "herald", [moved]) == 1
    assert queue.again(conn, "herald", [moved]) == 0
    rows = conn.execute("SELECT status, attempts, revisits, title, changed_at FROM landing.entry").fetchall()
    assert rows == [("queued", 0, 1, "Corrected", moved.updated_at)]
    loaded(conn)
    assert queue.again(conn, "herald", [moved]) == 0


def test_an_article_on_its_way_or_old_is_not_queued_again(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, [changed(-2)])
    assert queue.again(conn, "herald", [changed(-0.5)]) == 0
    loaded(conn)
    conn.execute("UPDATE landing.entry SET published_at = now() - interval '8 days'")
    assert queue.again(conn, "herald", [changed(-0.5)]) == 0


def test_an_article_is_asked_for_again_so_often_and_no_more(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, [changed(-2)])
    queued = 0
    for minute in range(queue.MAX_REVISITS + 5):
        loaded(conn)
        queued += queue.again(conn, "herald", [changed(-0.5 + minute / 100)])
    assert queued == queue.MAX_REVISITS


def test_a_revisit_that_fails_for_good_leaves_the_article_loaded(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, [changed(-2)])
    loaded(conn)
    queue.again(conn, "herald", [changed(-0.5)])
    queue.claim(conn, "b1", 10, 5)
    (entry,) = queue.claimed(conn, "b1")
    assert queue.failed(conn, entry.entry_id, "b1", "410 gone", retryable=False, max_attempts=5) == "loaded"
    assert conn.execute("SELECT status, last_error FROM landing.entry").fetchall() == [("loaded", "410 gone")]


def test_a_revisit_whose_workers_die_is_not_buried(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, [changed(-2)])
    loaded(conn)
    queue.again(conn, "herald", [changed(-0.5)])
    queue.claim(conn, "b1", 10, 1)
    expire(conn, "b1")
    assert queue.claim(conn, "b2", 10, 1) == 0
    assert statuses(conn) == {"loaded": 1}


def test_a_page_that_ends_its_worker_is_buried_alone(conn: Connection) -> None:
    """Whichever worker holds entry 7 dies; all others finish what they hold."""
    queue.add(conn, "herald", FEED, entries(*range(100)))
    for run in range(60):
        batch = f"b{run}"
        queue.claim(conn, batch, 100, 5)
        held = queue.claimed(conn, batch)
        if any(entry.guid == "guid-7" for entry in held):
            expire(conn, batch)
        else:
            conn.execute("UPDATE landing.entry SET status = 'loaded' WHERE batch_id = %s AND status = 'claimed'",
                         [batch])
    assert statuses(conn) == {"loaded": 99, "dead": 1}
    assert conn.execute("SELECT guid FROM landing.entry WHERE status = 'dead'").fetchall() == [("guid-7",)]


def test_suspects_do_not_keep_others_waiting_for_long(conn: Connection) -> None:
    queue.add(conn, "herald", FEED, entries(*range(40)))
    for batch in ("b1", "b2"):
        queue.claim(conn, batch, 100, 5)
        expire(conn, batch)
    queue.add(conn, "herald", FEED, entries(*range(100, 110)))
    taken = []
    for run in range(9):
        taken.append(queue.claim(conn, f"c{run}", 100, 5))
    assert taken == [5] * 8 + [10]
