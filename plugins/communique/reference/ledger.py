"""What the warehouse keeps of refreshes: answers, proposed changes, and what was applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from communique.reference.diff import Change, Known
from communique.warehouse.connection import Connection, WarehouseError, sql
from extractors.lexicon.offices import role_of


class RefreshError(WarehouseError):
    """A refresh cannot do what was asked; the message says why and what helps."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh is. `compared_at` and `applied_at` are aware, UTC; None before."""

    refresh_id: str
    countries: list[str]
    compared_at: datetime | None
    compared: int | None
    refusal: str | None
    applied_at: datetime | None


def states(conn: Connection) -> dict[str, str]:
    """The states that Wikidata can be asked about, by ISO 3166-1 code, and the ids of their items."""
    return dict(conn.execute(sql("refresh/states")).fetchall())


def begin(conn: Connection, refresh_id: str, countries: Sequence[str]) -> Progress:
    """Enter a refresh, or find the one of that name. Raises RefreshError where that asks about other countries."""
    with conn.transaction():
        conn.execute(sql("refresh/begin"), {"refresh_id": refresh_id, "countries": list(countries)})
        found = find(conn, refresh_id)
    if found.countries != list(countries):
        raise RefreshError(f"the refresh {refresh_id!r} asks about {' '.join(found.countries)}; give another name")
    return found


def find(conn: Connection, refresh_id: str) -> Progress:
    """A refresh by its name. Raises RefreshError where there is none."""
    row = conn.execute(sql("refresh/find"), {"refresh_id": refresh_id}).fetchone()
    if row is None:
        raise RefreshError(f"there is no refresh {refresh_id!r} (reference.refresh)")
    return Progress(*row)


def unanswered(conn: Connection, refresh_id: str) -> list[tuple[str, str]]:
    """The states still to be asked about, and their items."""
    return conn.execute(sql("refresh/unanswered"), {"refresh_id": refresh_id}).fetchall()


def keep(conn: Connection, refresh_id: str, country: str, answered_at: datetime, answer: dict[str, Any]) -> None:
    """Keep an answer as it came; a second one about the same state is not looked at."""
    conn.execute(sql("refresh/keep_answer"), {
        "refresh_id": refresh_id, "country": country, "answered_at": answered_at, "answer": Jsonb(answer)})


def answers(conn: Connection, refresh_id: str) -> list[tuple[str, datetime, Any]]:
    """The answers kept so far: country, when it came, what came."""
    return conn.execute(sql("refresh/answers"), {"refresh_id": refresh_id}).fetchall()


def known(conn: Connection, countries: Sequence[str]) -> list[Known]:
    """What the register now says about those countries' offices, by country, office and start."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return [Known(**row) for row in cursor.execute(sql("refresh/tenures"), {"countries": list(countries)})]


def propose(
    conn: Connection, refresh_id: str, changes: Sequence[Change], compared: int, refusal: str | None
) -> None:
    """Keep what a refresh would change, in the place of what it was found to change before."""
    with conn.transaction(), conn.cursor() as cursor:
        cursor.execute(sql("refresh/clear"), {"refresh_id": refresh_id})
        cursor.executemany(sql("refresh/propose"), [{
            "refresh_id": refresh_id, "kind": one.kind, "country": one.country, "office_class": one.office_class,
            "tenure_id": one.old and one.old.tenure_id, "person_id": one.person_id, "name": one.name,
            "title": one.title, "old_start": one.old and one.old.start_date, "old_end": one.old and one.old.end_date,
            "start": one.start, "end": one.end, "is_end_known": one.is_end_known, "problem": one.problem,
        } for one in changes])
        cursor.execute(sql("refresh/compared"), {
            "refresh_id": refresh_id, "compared": compared, "refusal": refusal})


def changes(conn: Connection, refresh_id: str) -> list[dict[str, Any]]:
    """The rows of reference.proposed_change of a refresh, by country, office and start."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("refresh/changes"), {"refresh_id": refresh_id}).fetchall()


def apply(conn: Connection, refresh_id: str) -> int:
    """Apply what was proposed and has no problem, in one transaction; how many changes it made.

    Once applied, a refresh changes nothing any more and 0 is returned. A row of the register that something else has
    changed since the comparison is left alone, and the proposal says so. Raises RefreshError for a refresh that has
    not been compared or was refused, and psycopg's ExclusionViolation should the changes contradict what the register
    has come to say meanwhile: nothing is changed then.
    """
    with conn.transaction():
        conn.execute(sql("refresh/lock"))
        one = find(conn, refresh_id)
        if one.compared_at is None:
            raise RefreshError(f"the refresh {refresh_id!r} has not been compared with the register yet")
        if one.refusal is not None:
            raise RefreshError(f"the refresh {refresh_id!r} is not applied: {one.refusal}")
        if one.applied_at is not None:
            return 0
        source = f"Wikidata, asked {one.compared_at:%Y-%m-%d}"
        todo = [row for row in changes(conn, refresh_id) if row["problem"] is None]
        standing = [row for row in todo if row["tenure_id"] is None or _close(conn, row)]
        for row in standing:
            _take(conn, row, source)
        conn.execute(sql("refresh/applied"), {"refresh_id": refresh_id})
    return len(standing)


def _close(conn: Connection, row: dict[str, Any]) -> bool:
    if conn.execute(sql("refresh/close"), {"tenure_id": row["tenure_id"]}).rowcount:
        return True
    conn.execute(sql("refresh/mark_overtaken"), {"proposed_change_id": row["proposed_change_id"]})
    return False


def _take(conn: Connection, row: dict[str, Any], source: str) -> None:
    given = {
        "kind": row["change_kind"], "country": row["country"], "office_class": row["office_class"],
        "tenure_id": row["tenure_id"], "person_id": row["person_id"], "name": row["name"], "title": row["title"],
        "role_class": role_of(row["office_class"], row["title"]), "start": row["start_date"], "end": row["end_date"],
        "is_end_known": row["is_end_known"], "source": source,
    }
    conn.execute(sql("refresh/add_person"), given)
    conn.execute(sql("refresh/add_office"), given)
    made = conn.execute(sql("refresh/take"), given).fetchone()
    conn.execute(sql("refresh/mark_applied"), {
        "proposed_change_id": row["proposed_change_id"], "applied_tenure_id": made and made[0]})
