"""Corrections: what changed between two versions of an article."""

from __future__ import annotations

import difflib

from communique.warehouse import months
from communique.warehouse.connection import Connection, sql

MAX_DIFF = 200_000
"""Characters of a diff that are kept; the texts themselves are whole in core.article_body."""

_MAX_PARAGRAPHS = 2000  # difflib takes the square of it at worst


def describe(conn: Connection, batch_id: str) -> int:
    """Write the diff of every change that the batch brought; returns how many were written."""
    changed = conn.execute(sql("changes/without_diff"), {"batch_id": batch_id}).fetchall()
    texts = months.bodies(conn, [key for _, _, *both in changed for key in both])
    for article_id, changed_at, earlier, later in changed:
        given = {"article_id": article_id, "changed_at": changed_at, "diff": diff(texts[earlier], texts[later])}
        conn.execute(sql("changes/diff"), given)
    return len(changed)


def diff(earlier: str, later: str) -> str:
    """Unified diff of two texts by paragraphs, with one paragraph of context; empty where they are equal."""
    before, after = (text.split("\n")[:_MAX_PARAGRAPHS] for text in (earlier, later))
    lines = difflib.unified_diff(before, after, "before", "after", n=1, lineterm="")
    return "\n".join(lines)[:MAX_DIFF]
