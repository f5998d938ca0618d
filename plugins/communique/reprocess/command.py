"""`communique reprocess`: what it says; what it says is done in the modules that it calls."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from communique import settings
from communique.reprocess.asked import Asked, Reader, day

if TYPE_CHECKING:
    from communique.reprocess import ledger

app = typer.Typer(no_args_is_help=True, help="A newer extractor reads again what landed.")

_WORDS = {
    "switched": "switched", "changed": "left out, their text has changed since",
    "overtaken": "left out, shown by another reading since", "unread": "left out, their page could not be read",
    "there": "shown already", "taken_back": "taken back", "kept": "kept, something newer is shown",
    "given_up": "given up", "events_made": "new events", "events_gone": "events gone",
    "events_changed": "events changed",
}

Name = Annotated[str, typer.Argument(help="Of a run, as `reprocess status` has it")]


@app.command()
def start(
    sources: Annotated[list[str] | None, typer.Argument(help="Keys of sources; none: see --everything")] = None,
    first_day: Annotated[str | None, typer.Option("--from", help="First day of publication, as 2025-10-01")] = None,
    last_day: Annotated[str | None, typer.Option("--to", help="Last day of publication, included")] = None,
    everything: Annotated[bool, typer.Option("--everything", help="Whatever is shown by another version")] = False,
    from_page: Annotated[bool, typer.Option("--from-page", help="Read the kept pages again, too")] = False,
    workers: Annotated[int | None, typer.Option(help="Processes (default: one a core)")] = None,
    part_size: Annotated[int | None, typer.Option("--part-size", help="Articles of a part (default 500)")] = None,
    name: Annotated[str | None, typer.Option(help="Its name; default: made of what is asked for")] = None,
) -> None:
    """Read again, by the installed extractor, beside what is shown. Nothing is seen of it before `switch`.

    Stopped or killed, the same command goes on where it was.
    """
    from communique.reprocess import lanes

    configuration, dsn = settings.get(), _warehouse()
    asked = Asked.of(Reader.present(configuration).version, sources or (), day(first_day), day(last_day),
                     everything=everything, is_from_page=from_page, name=name, part_size=part_size)
    try:
        with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
                      TimeRemainingColumn(), console=_console(), transient=True) as bars:
            bar = bars.add_task("parts", total=None)

            def told(part: int, ended: Mapping[str, int]) -> None:
                one = _progress(dsn, asked.reprocess_id)[0]
                bars.update(bar, completed=one.parts_done, total=one.parts)

            lanes.run(configuration, dsn, asked, workers=workers, told=told)
    except KeyboardInterrupt:
        _console().print(f"{asked.reprocess_id} is interrupted; the same command goes on where it was.")
        raise typer.Exit(130) from None
    _tell(_progress(dsn, asked.reprocess_id)[0])


@app.command()
def status(name: Annotated[str | None, typer.Argument(help="Of one run, with what differs by source and field")] = None,
           ) -> None:
    """Every run and how far it is; of one, in what its readings differ from those that are shown."""
    from communique.reprocess import ledger
    from communique.warehouse.connection import connect

    dsn = _warehouse()
    if name is None:
        table = _table("name", "version", "begun (UTC)", "articles", "parts", "state")
        for one in _progress(dsn):
            table.add_row(one.reprocess_id, one.extractor_version, f"{one.begun_at:%Y-%m-%d %H:%M}",
                          f"{one.articles:,}", f"{one.parts_done} of {one.parts}", _state(one))
        _console().print(table)
        return
    with closing(connect(dsn)) as conn:
        ledger.find(conn, name)
        found = ledger.differences(conn, name)
    _tell(_progress(dsn, name)[0])
    table = _table("source", "field", "articles that differ", "values before", "now", "only before", "only now")
    for row in found:
        table.add_row(row["source_key"], row["field"], *(f"{row[column]:,}" for column in (
            "articles_differing", "former_values", "new_values", "only_former", "only_new")))
    _console().print(table)


@app.command()
def switch(name: Name, rehearse: Annotated[bool, typer.Option(
        "--rehearse", help="Only tell what it would do to the events; the marts stay as they are")] = False) -> None:
    """Show what a run has read in place of what was shown, in one transaction. `back` takes it back."""
    from communique.reprocess import switch as module
    from communique.warehouse.connection import connect

    with closing(connect(_warehouse(), application=f"reprocess {name}"[:63])) as conn:
        outcome = (module.rehearse if rehearse else module.switch)(conn, name)
    _say(f"{name}: {'rehearsed' if rehearse else 'switched'}: {_counts(outcome)}")


@app.command()
def back(name: Name) -> None:
    """Take a switch back, in one transaction; what was read stays beside. One that is not switched is given up."""
    from communique.reprocess import switch as module
    from communique.warehouse.connection import connect

    with closing(connect(_warehouse(), application=f"reprocess {name}"[:63])) as conn:
        outcome = module.back(conn, name)
    _say(f"{name}: {_counts(outcome)}")


def _progress(dsn: str, name: str | None = None) -> list[ledger.Progress]:
    from communique.reprocess import ledger
    from communique.warehouse.connection import connect

    with closing(connect(dsn)) as conn:
        return ledger.progress(conn, name)


def _tell(one: ledger.Progress) -> None:
    totals = ", ".join(f"{count:,} {key.replace('_', ' ')}" for key, count in sorted(one.totals.items()) if count)
    _say(f"{one.reprocess_id}: {_state(one)}; {one.articles_done:,} of {one.articles:,} articles"
         + (f": {totals}" if totals else ""))
    if one.problem:
        _say(f"  {one.problem}")
    if one.outcome and one.reprocess_status in ("switched", "taken_back"):
        _say(f"  {_counts(one.outcome)}")
    elif one.rehearsal:
        _say(f"  a switch would be: {_counts(one.rehearsal)}")


def _state(one: ledger.Progress) -> str:
    if one.reprocess_status == "switched":
        return f"switched {one.switched_at:%Y-%m-%d %H:%M} UTC"
    if one.reprocess_status == "taken_back":
        return f"taken back {one.taken_back_at:%Y-%m-%d %H:%M} UTC"
    if one.reprocess_status == "given_up":
        return "given up"
    if one.failed:
        return f"{one.failed} parts failed"
    return "not all read" if one.read_at is None else "read, not shown"


def _counts(outcome: Mapping[str, int]) -> str:
    return ", ".join(f"{outcome[key]:,} {words}" for key, words in _WORDS.items() if outcome.get(key)) or "nothing"


def _table(*headings: str) -> Table:
    table = Table(header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _say(words: str) -> None:
    _console().print(words, highlight=False, markup=False, soft_wrap=True)


def _warehouse() -> str:
    from communique.cli import _warehouse as dsn

    return dsn()


def _console() -> Console:
    from communique.cli import console

    return console
