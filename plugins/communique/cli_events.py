"""`communique event show`, `pin`, `part` and `resolve`: what became one event and why, and a reviewer's word on it."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from communique.warehouse.connection import connect

Why = Annotated[str, typer.Option(help="What speaks for it; kept with the decision.")]
Who = Annotated[str | None, typer.Option(help="Who decides; default: who is logged in here.")]
_APPLICATION = "communique event"
_EVENT_WIDTH = 22
"""Characters for who takes part in an event: two names, one below the other; the sentences need the rest."""


def register(app: typer.Typer, console: Console, warehouse: Callable[[], str]) -> None:
    """Add the commands to the group `event`; they speak on `console` and find the loader's DSN by `warehouse`."""

    @app.command("show")
    def show(event_id: Annotated[str, typer.Argument(help="Id of an event, of mart.events or an old one.")]) -> None:
        """Show an event: what holds, who reports it and as which record, its history, and who says otherwise."""
        from communique.warehouse import events

        with closing(connect(warehouse(), application=_APPLICATION)) as connection:
            shown = events.show(connection, event_id)
        event = shown.event
        if event["is_alias"]:
            console.print(f"{event_id} was merged into {event['event_id']}", highlight=False)
        console.print(f"\n[bold]{event['event_id']}[/]  {_kind(event)}, {event['status']}", highlight=False)
        for label, value in (("day", _days(event)), ("place", _place(event)), ("part of", event["parent_event"]),
                             ("topics", ", ".join(event["topics"]))):
            if value:
                console.print(f"  {label:<8} {escape(value)}", highlight=False)
        console.print(table("", ("who", "office", "of", "as", "reports"), (
            (one["name"] or "", one["title"] or one["role_class"].replace("_", " "),
             one["organization"] or one["country_name"] or "", one["capacity"], str(one["report_count"]))
            for one in shown.participants)))
        headings = ("record", "published", "after", "source", "says", "why")
        console.print(table(f"{len(shown.reports)} reports", headings, (
            (str(one["meeting_id"]), _moment(one["article_published_at"]), _delay(one["delay_minutes"]), one["source"],
             one["evidence"], one["reason"]) for one in shown.reports)))
        for one in shown.reports:  # outside the table, which would break them
            console.print(f"  {one['meeting_id']}  {one['article_url'] or one['article_title'] or one['article_id']}",
                          highlight=False, markup=False, soft_wrap=True)
        console.print(table("history", ("since", "status", "first day", "source"), (
            (_moment(one["reported_at"]), one["status"], one["start_date"] or "", one["source"])
            for one in shown.history)))
        if shown.conflicts:
            console.print(conflict_table(shown.conflicts))

    @app.command("pin")
    def pin(
        one: Annotated[int, typer.Argument(help="Key of a record, as `event show` has it.")],
        other: Annotated[int, typer.Argument(help="Key of another one.")],
        why: Why,
        who: Who = None,
    ) -> None:
        """Say that two records tell of one event. It outdoes every rule, now and in every later run."""
        _decide(one, other, True, who, why)

    @app.command("part")
    def part(
        one: Annotated[int, typer.Argument(help="Key of a record, as `event show` has it.")],
        other: Annotated[int, typer.Argument(help="Key of another one.")],
        why: Why,
        who: Who = None,
    ) -> None:
        """Say that two records tell of two events. It outdoes every rule, now and in every later run."""
        _decide(one, other, False, who, why)

    def _decide(one: int, other: int, is_same: bool, who: str | None, why: str) -> None:
        from communique.warehouse import events

        with closing(connect(warehouse(), application=_APPLICATION)) as connection:
            decided = events.pin(connection, one, other, is_same=is_same, who=who or getpass.getuser(), why=why)
        for record_key, event_id in zip((decided.one, decided.other), decided.events, strict=True):
            console.print(f"record {record_key} is in {event_id}", highlight=False)

    @app.command("resolve")
    def resolve(
        again: Annotated[bool, typer.Option("--again", help="Make every event anew by the present rules.")] = False,
    ) -> None:
        """Give records without an event theirs, in a warehouse that is older than its events."""
        from communique.warehouse import events

        with closing(connect(warehouse(), application=_APPLICATION)) as connection:
            settled = events.resolve_all(connection, again=again)
        console.print(f"{settled.joined} records came to an event, {settled.left} left theirs; {settled.events} events "
                      f"are new or changed, {settled.retired} are none any more", highlight=False)


def conflict_table(conflicts: Sequence[dict[str, Any]], event: Callable[[dict[str, Any]], str] | None = None) -> Table:
    """Rows of mart.event_conflicts as a table, with a column that says which event where `event` tells that.

    The rows of one event and of one field of it stand together; each is named once, on the first of them, and a
    sentence that has been shown for the event already is not printed again.
    """
    made = table("disagreements", (*(("event",) if event else ()), "field", "", "value", "source", "says"), ())
    made.columns[-2].no_wrap = True
    if event:
        made.columns[0].max_width = _EVENT_WIDTH
    before: tuple[str, ...] = ("", "")
    shown: set[tuple[str, int, str]] = set()
    for one in conflicts:
        here = one["event_id"], one["field"]
        if event and before[0] not in ("", here[0]):
            made.add_section()
        field = "" if here == before else one["field"].removeprefix("figures.").replace("_", " ")
        named = (event(one) if here[0] != before[0] else "",) if event else ()
        kind = one["conflict_kind"] if field else ""
        sentence = one["event_id"], one["meeting_id"], one["evidence"]
        says = "(as above)" if sentence in shown else one["evidence"]
        shown.add(sentence)
        cells = (*named, field, kind, one["value"], one["source"], says)
        made.add_row(*(escape(cell) for cell in cells))
        before = here
    return made


def table(title: str, headings: Iterable[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table as the command line draws them; its cells are taken literally."""
    made = Table(title=title or None, title_justify="left", header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        made.add_column(heading, overflow="fold")
    for row in rows:
        made.add_row(*(escape(cell) for cell in row))
    return made


def _kind(event: dict[str, Any]) -> str:
    kind = event["event_type"].replace("_", " ")
    return f"{event['visit_kind']} {kind}" if event["visit_kind"] else kind


def _days(event: dict[str, Any]) -> str:
    return " to ".join(day for day in (event["start_date"], event["end_date"]) if day)


def _place(event: dict[str, Any]) -> str:
    return ", ".join(part for part in (event["venue"], event["city"], event["country_name"]) if part)


def _moment(at: Any) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""


def _delay(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes // 60}:{minutes % 60:02d}" if minutes else "first"
