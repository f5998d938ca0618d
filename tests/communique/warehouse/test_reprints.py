"""Reprints are marked, of whatever source, with the earliest first; corrections are kept with what changed."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import pytest
from communique.warehouse.connection import Connection

from tests.communique.newsroom import Newsroom

STORY = [f"term{random.Random(1).randrange(5000)} of{n}" for n in range(120)]  # noqa: S311 - a made-up text


def story(lead: str = "", end: str = "") -> str:
    return "\n".join(filter(None, (lead, " ".join(STORY[:60]), " ".join(STORY[60:]), end)))


def marks(conn: Connection) -> dict[str, str | None]:
    """By address the address of the first print, None for a first print."""
    return dict(conn.execute(
        "SELECT a.url, f.url FROM core.article AS a LEFT JOIN core.article AS f "
        "ON f.article_id = a.reprint_of_article_id").fetchall())


def address(number: int) -> str:
    return f"https://herald.example/news/{number}"


def test_a_reprint_names_the_earliest_whatever_the_order_of_loading(conn: Connection, newsroom: Newsroom) -> None:
    late = newsroom.article(1, text=story("Gazette, citing Herald."), source="gazette",
                            published_at="2026-03-05T14:00:00+01:00")
    other = newsroom.article(2, text="Nothing of the kind. " + " ".join(f"else{n}" for n in range(80)))
    newsroom.run(conn, "b1", [late, other], [])
    assert marks(conn) == {address(1): None, address(2): None}
    first = newsroom.article(3, text=story(), published_at="2026-03-05T09:00:00+01:00")
    later = newsroom.article(4, text=story("", "More follows."), source="post",
                             published_at="2026-03-06T09:00:00+01:00")
    newsroom.run(conn, "b2", [later, first], [])
    assert marks(conn) == {address(1): address(3), address(2): None, address(3): None, address(4): address(3)}
    rows = conn.execute("SELECT source, first_source, likeness FROM mart.reprints ORDER BY source").fetchall()
    assert [row[:2] for row in rows] == [("gazette", "herald"), ("post", "herald")]
    assert all(row[2] >= 0.8 for row in rows)


def test_a_second_load_of_the_batch_changes_nothing(conn: Connection, newsroom: Newsroom) -> None:
    both = [newsroom.article(1, text=story()), newsroom.article(
        2, text=story("A lead."), source="gazette", published_at="2026-03-05T11:00:00+01:00")]
    newsroom.run(conn, "b1", both, [])
    before = marks(conn)
    newsroom.run(conn, "b1", both, [])
    assert marks(conn) == before
    assert sorted(map(str, before.values())) == ["None", address(1)]


def test_a_text_printed_again_a_month_later_is_news_of_its_own(conn: Connection, newsroom: Newsroom) -> None:
    newsroom.run(conn, "b1", [newsroom.article(1, text=story()),
                              newsroom.article(2, text=story(), published_at="2026-04-20T10:00:00+01:00")], [])
    assert set(marks(conn).values()) == {None}


def test_short_texts_are_never_taken_for_one(conn: Connection, newsroom: Newsroom) -> None:
    text = "The President congratulated the King on the national holiday."
    newsroom.run(conn, "b1", [newsroom.article(1, text=text), newsroom.article(2, text=text, source="gazette")], [])
    assert set(marks(conn).values()) == {None}


def test_a_first_print_that_is_rewritten_leaves_its_family(conn: Connection, newsroom: Newsroom) -> None:
    articles = [newsroom.article(n, text=story(f"Lead {n}."), source=source,
                                 published_at=f"2026-03-05T1{n}:00:00+01:00")
                for n, source in ((1, "herald"), (2, "gazette"), (3, "post"))]
    newsroom.run(conn, "b1", articles, [])
    assert marks(conn) == {address(1): None, address(2): address(1), address(3): address(1)}
    rewritten = newsroom.article(1, text="Withdrawn. " + " ".join(f"sorry{n}" for n in range(80)),
                                 published_at="2026-03-05T11:00:00+01:00")
    newsroom.run(conn, "b2", [rewritten], [], fetched_at=newsroom.fetched_at + timedelta(hours=1))
    assert marks(conn) == {address(1): None, address(2): None, address(3): address(2)}


def test_a_correction_is_a_version_with_a_diff(conn: Connection, newsroom: Newsroom) -> None:
    def version(batch: str, hours: int, text: str, title: str = "Talks") -> None:
        newsroom.run(conn, batch, [newsroom.article(1, text=text, title=title)], [],
                     fetched_at=newsroom.fetched_at + timedelta(hours=hours))

    version("b1", 0, "First paragraph.\nTrade reached 2 billion.\nThe end.")
    version("b2", 1, "First paragraph.\nTrade reached 3 billion.\nThe end.")
    version("b3", 2, "First paragraph.\nTrade reached 3 billion.\nThe end.")
    version("b4", 3, "First paragraph.\nTrade reached 3 billion.\nThe end.", "Talks end")
    version("b5", 4, "First paragraph.\nTrade reached 2 billion.\nThe end.", "Talks end")
    version("old", -1, "Something older that came late.")
    changes: list[tuple[Any, ...]] = conn.execute(
        "SELECT from_title, to_title, diff FROM mart.corrections ORDER BY changed_at").fetchall()
    assert [row[:2] for row in changes] == [("Talks", "Talks"), ("Talks", "Talks end"), ("Talks end", "Talks end")]
    assert changes[0][2].splitlines()[3:] == [
        " First paragraph.", "-Trade reached 2 billion.", "+Trade reached 3 billion.", " The end."]
    assert changes[1][2] == ""
    assert "+Trade reached 2 billion." in changes[2][2]
    assert conn.execute("SELECT count(*) FROM core.article").fetchone() == (1,)


@pytest.mark.parametrize("again", [1, 2])
def test_a_load_repeated_notes_a_correction_once(conn: Connection, newsroom: Newsroom, again: int) -> None:
    newsroom.run(conn, "b1", [newsroom.article(1, text="One.\nTwo.")], [])
    for _ in range(again):
        newsroom.run(conn, "b2", [newsroom.article(1, text="One.\nThree.")], [],
                     fetched_at=newsroom.fetched_at + timedelta(hours=1))
    assert conn.execute("SELECT count(*) FROM core.article_change").fetchone() == (1,)
