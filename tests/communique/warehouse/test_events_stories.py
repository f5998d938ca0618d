"""Batch by batch the warehouse comes to the events that the rules make of all records at once."""

from __future__ import annotations

import random
from typing import Any

import pytest
from communique.warehouse.connection import Connection

from extractors.article import Article
from extractors.resolve import cluster, report
from tests.extractors.resolve.stories import FAMILIES, LIFECYCLES
from tests.extractors.resolve.told import record

Story = tuple[Article, list[dict[str, Any]]]


def articles() -> list[Story]:
    """Every article of every story, with its records, as the warehouse takes them."""
    found: dict[str, Story] = {}
    for number, lines in enumerate({**FAMILIES, **LIFECYCLES}.values()):
        for _, line in lines:
            made = record(line)
            name = f"{number}-{made['article']['id']}"
            article, records = found.setdefault(name, (Article(
                text=f"The text of {name}.", title=name, url=f"https://press.example/{name}",
                canonical_url=f"https://press.example/{name}", source=made["article"]["source"],
                published_at=made["article"]["published_at"]), []))
            made["article"] |= {"id": article.key, "url": article.url, "text_sha256": article.text_sha256}
            records.append(made)
    return list(found.values())


@pytest.mark.parametrize("seed", [1, 2])
def test_batches_in_any_order_come_to_the_same_events(conn: Connection, newsroom: Any, seed: int) -> None:
    told = articles()
    wanted = {frozenset(group) for group in cluster(
        report(one) for _, records in told for one in records).groups}
    random.Random(seed).shuffle(told)  # noqa: S311 - a deal of cards
    for number in range(6):
        batch = told[number::6]
        newsroom.run(conn, f"b{number}", [article for article, _ in batch], [one for _, of in batch for one in of])
    rows = conn.execute(
        "SELECT array_agg(g.article_id || '/' || r.record_id) FROM core.event_record AS e "
        "JOIN core.record AS r USING (record_key) JOIN core.reading AS g USING (reading_id) "
        "WHERE e.is_current GROUP BY e.event_id").fetchall()
    assert {frozenset(members) for (members,) in rows} == wanted
    assert len(wanted) > 80
    assert conn.execute(
        "SELECT count(*) FROM mart.event_aliases AS a LEFT JOIN mart.events AS e ON e.event_id = a.current_event_id "
        "WHERE e.event_id IS NULL").fetchone() == (0,)
