"""What `make psql` says before the first prompt: where to begin."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rich.console import Console

from communique.warehouse.connection import WarehouseError, connect, sql

_FIRST = (
    "events", "event_participants", "event_reports", "event_conflicts", "meeting_pairs", "person_pairs",
    "leader_travel", "leader_trips", "summits", "summit_attendance", "statements", "pair_figures",
    "commitments", "planned_calendar", "media_coverage",
)
"""The marts that most questions are about, in the order in which one meets them; the others follow by name."""


def show(dsn: str, cookbook: Path, console: Console) -> None:
    """Print the marts of the warehouse at `dsn` with a line each, where the cookbook is, and how to ask for more.

    Where the warehouse does not answer, only the last: the shell says for itself what is wrong.
    """
    try:
        with closing(connect(dsn, application="greeting")) as connection:
            found: dict[str, str | None] = dict(connection.execute(sql("report/marts")).fetchall())
    except WarehouseError:
        found = {}
    width = max((len(name) for name in found), default=0)
    for name in [*(name for name in _FIRST if name in found), *sorted(set(found) - set(_FIRST))]:
        # One line each, whatever the window: the rest is what \d+ is for.
        console.print(f"mart.{name:<{width}}   {first_sentence(found[name] or '')}", highlight=False, markup=False,
                      no_wrap=True, overflow="ellipsis", crop=True)
    recipes = sorted(cookbook.glob("*.sql"))
    if recipes:
        console.print(f"Cookbook: {len(recipes)} questions with their queries in {cookbook}; one of them: "
                      f"\\i {recipes[0]}", highlight=False, markup=False, soft_wrap=True)
    for line in (r"What a mart and its columns mean:   \d+ mart.events",
                 "Every value with its sentence:      SELECT * FROM mart.provenance('ev-…');",
                 "What was said about something:      SELECT * FROM mart.search_statements('railway');",
                 r"All marts: \dv mart.*   offices and the like: \dt reference.*   wide rows: \x auto   leave: \q"):
        console.print(line, highlight=False, markup=False, soft_wrap=True)


def first_sentence(words: str) -> str:
    """The first sentence of a description, without its full stop."""
    return words.split(". ", 1)[0].rstrip(".")
