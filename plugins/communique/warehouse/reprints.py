"""Texts that several articles print: marked as reprints of the one that was published first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from psycopg.types.json import Jsonb

from communique.warehouse import months
from communique.warehouse.connection import Connection, sql
from extractors.similar import ALIKE, bands, likeness, signature

Signature = tuple[int, ...]


def mark(conn: Connection, batch_id: str) -> int:
    """Compare the present texts of the batch's articles with all others; returns how many articles changed their mark.

    Articles whose texts are ALIKE, of any source, form a family, the earliest published of which is the first print;
    every other names it and how like it it is. A text that was corrected so that it is like no other leaves its family.
    To be called within the load's transaction, which is the only one at a time.
    """
    signed = _sign(conn, batch_id)
    if not signed:
        return 0
    pairs: list[tuple[str, str]] = []
    for one, ours, other, theirs in conn.execute(sql("reprints/near"), {"article_ids": signed}):
        if likeness(tuple(ours), tuple(theirs)) >= ALIKE:
            pairs.append((one, other))
    concerned = sorted({*signed, *(other for _, other in pairs)})
    members = {row[0]: _Member(*row) for row in conn.execute(sql("reprints/families"), {"article_ids": concerned})}
    moved: dict[str, tuple[str | None, float | None]] = {}
    for family in _families(members.values(), pairs, frozenset(signed)):
        first = min(family, key=lambda member: member.rank)
        for member in family:
            if member is first:
                moved[member.article_id] = (None, None)
            else:
                alike = likeness(member.signature, first.signature) if member.signature and first.signature else 0.0
                moved[member.article_id] = (first.article_id, alike)
    given = {"article_ids": list(moved), "first_ids": [first for first, _ in moved.values()],
             "likeness": [alike for _, alike in moved.values()]}
    return conn.execute(sql("reprints/mark"), given).rowcount


class _Member:
    """An article of a family, and what decides which of them was first."""

    def __init__(self, article_id: str, reprint_of: str | None, moment: datetime, loaded: datetime,
                 signed: list[int]) -> None:
        self.article_id = article_id
        self.reprint_of = reprint_of
        self.rank = (moment, loaded, article_id)
        self.signature: Signature = tuple(signed)


def _sign(conn: Connection, batch_id: str) -> list[str]:
    """Note the signatures of the batch's texts that have none yet; returns their articles."""
    unsigned = conn.execute(sql("reprints/unsigned"), {"batch_id": batch_id}).fetchall()
    texts = months.bodies(conn, [row[3] for row in unsigned])
    rows = []
    for article_id, text_sha256, printed_at, text_key in unsigned:
        found = signature(texts[text_key]) or ()
        rows.append({
            "article_id": article_id, "text_sha256": text_sha256, "signature": list(found),
            "bands": list(bands(found)) if found else [], "printed_at": printed_at.isoformat()})
    conn.execute(sql("reprints/sign"), {"rows": Jsonb(rows), "batch_id": batch_id})
    return [row[0] for row in unsigned]


def _families(members: Iterable[_Member], pairs: list[tuple[str, str]], anew: frozenset[str]) -> list[list[_Member]]:
    """Who belongs together: by the pairs found now, and by the marks of those whose text is as it was.

    A first print whose text has changed no longer holds its family together by its old marks: its reprints stay with
    each other.
    """
    by_id = {member.article_id: member for member in members}
    parents = {article_id: article_id for article_id in by_id}

    def root(article_id: str) -> str:
        while parents[article_id] != article_id:
            parents[article_id] = article_id = parents[parents[article_id]]
        return article_id

    def join(one: str, other: str) -> None:
        if one in parents and other in parents:
            parents[root(one)] = root(other)

    orphans: defaultdict[str, list[str]] = defaultdict(list)
    for member in by_id.values():
        if member.reprint_of is None or member.article_id in anew:
            continue
        if member.reprint_of in anew:
            orphans[member.reprint_of].append(member.article_id)
        else:
            join(member.article_id, member.reprint_of)
    for siblings in orphans.values():
        for one in siblings[1:]:
            join(siblings[0], one)
    for one, other in pairs:
        join(one, other)
    families: defaultdict[str, list[_Member]] = defaultdict(list)
    for article_id, member in by_id.items():
        families[root(article_id)].append(member)
    return list(families.values())
