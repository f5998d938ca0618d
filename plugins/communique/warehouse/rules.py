"""Which reading rules gave the articles, and which sources' rules have probably rotted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from psycopg.rows import dict_row

from communique.warehouse.connection import Connection, sql


@dataclass(frozen=True, slots=True)
class RuleUse:
    """How one capture was read: by which rule (None: it holds no article), and what speaks against that rule."""

    capture_id: int
    text_rule: str | None
    rule_warning: str | None


def note(conn: Connection, uses: Iterable[RuleUse]) -> None:
    """Keep with each capture how it was read; reading it again replaces that."""
    with conn.transaction(), conn.cursor() as cursor:
        cursor.executemany(sql("captures/read"), [asdict(use) for use in uses])


def state(conn: Connection) -> list[dict[str, Any]]:
    """The rows of landing.rule_health, by source; times are UTC."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("health/rules")).fetchall()
