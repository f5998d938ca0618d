"""`communique backfill`: what it says; what it says is done in the modules that it calls."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import Progress as Bars
from rich.table import Table
from rich.text import Text

from communique import settings
from communique.backfill.asked import Asked, BackfillError, day

if TYPE_CHECKING:
    from communique.backfill.ledger import Progress

app = typer.Typer(no_args_is_help=True, help="What was published before anybody watched.")

_TICK_SECONDS = 1.0
_OUTCOMES = {
    "loaded": "loaded", "known": "known before", "no_article": "pages without an article",
    "waiting": "wait for another try", "dead": "given up", "records": "records",
}

Name = Annotated[str | None, typer.Option(help="Its name; default: made of what is asked for")]
PartSize = Annotated[int | None, typer.Option("--part-size", help="Items of a part (default 500, or 100 to fetch)")]
Workers = Annotated[int | None, typer.Option(help="Processes (default: one a core)")]


@app.command()
def days(
    source: str, first_day: Annotated[str, typer.Argument(help="Such as 2025-10-01")],
    last_day: Annotated[str, typer.Argument(help="Included")],
    undated: Annotated[bool, typer.Option(help="Take entries too that their list gives no date")] = False,
    workers: Workers = None, part_size: PartSize = None, name: Name = None,
) -> None:
    """Fetch and load what SOURCE published in some days, by its sitemaps and listings.

    As fast as its politeness allows. Stopped or killed, the same command goes on where it was.
    """
    _run(Asked.days(source, day(first_day), day(last_day), undated=undated, name=name, part_size=part_size), workers)


@app.command()
def warc(
    files: Annotated[list[str], typer.Argument(help="Paths, patterns, or lists of paths (warc.paths.gz)")],
    source: Annotated[str | None, typer.Option(help="Only this source (default: every declared one)")] = None,
    workers: Workers = None, part_size: PartSize = None, name: Name = None,
) -> None:
    """Load the pages of declared sources that WARC FILES hold, in the layout of the Common Crawl news archive.

    As fast as the machine is. Stopped or killed, the same command goes on where it was.
    """
    _run(Asked.files(files, source_key=source, name=name, part_size=part_size), workers)


@app.command("list")
def listed() -> None:
    """Every backfill and how far it is."""
    from communique.backfill import ledger
    from communique.warehouse.connection import connect

    with closing(connect(_warehouse())) as conn:
        found = ledger.progress(conn)
    table = Table(header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in ("name", "begun (UTC)", "origins", "items", "parts", "state", "outcome"):
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(one.backfill_id, f"{one.begun_at:%Y-%m-%d %H:%M}", f"{one.looked} of {one.origins}",
                      f"{one.items:,}", f"{one.parts_done} of {one.parts}", _state(one), _outcome(one))
    _console().print(table)


@app.command()
def watch(name: str) -> None:
    """Watch a backfill, whoever runs it (Airflow too), until it is finished."""
    from communique.backfill import ledger
    from communique.warehouse.connection import connect

    dsn = _warehouse()
    with closing(connect(dsn)) as conn:
        ledger.find(conn, name)
    with _bars() as bars:
        last = _follow(dsn, name, bars, lambda one: one.finished_at is not None)
    _summary(dsn, last)


def _run(asked: Asked, workers: int | None) -> None:
    from communique.acquire.errors import FetchError, LandingError
    from communique.backfill import bench, ledger
    from communique.backfill.work import Backfill, PartsFailed
    from communique.warehouse.connection import connect

    dsn = _warehouse()
    configuration = settings.get()
    failure: Exception | None = None
    try:
        Backfill(configuration, dsn).begin(asked)
        with _bars() as bars, _followed(dsn, asked.backfill_id, bars):
            bench.run(configuration, dsn, asked, workers=workers)
    except PartsFailed as error:
        failure = error
    except (FetchError, LandingError) as error:
        raise BackfillError(str(error)) from error
    except KeyboardInterrupt:
        _console().print(f"{asked.backfill_id} is interrupted; the same command goes on where it was.")
        raise typer.Exit(130) from None
    with closing(connect(dsn)) as conn:
        _summary(dsn, ledger.progress(conn, asked.backfill_id)[0])
    if failure is not None:
        raise failure


@contextmanager
def _followed(dsn: str, name: str, bars: Bars) -> Iterator[None]:
    """Keeps the bars up to date by what the workers tell, while the block lasts."""
    over = threading.Event()
    follower = threading.Thread(target=_follow, args=(dsn, name, bars, lambda one: over.is_set()), daemon=True)
    follower.start()
    try:
        yield
    finally:
        over.set()
        follower.join(timeout=5 * _TICK_SECONDS)


def _follow(dsn: str, name: str, bars: Bars, over: Callable[[Progress], bool]) -> Progress:
    from communique.backfill import ledger
    from communique.warehouse.connection import connect

    looking, working = bars.add_task("looking", total=None, more="", before=math.inf), None
    with closing(connect(dsn, application="backfill watch")) as conn:
        conn.execute(f"LISTEN {ledger.CHANNEL}")
        while True:
            one = ledger.progress(conn, name)[0]
            ending = over(one)
            bars.update(looking, completed=one.looked, total=one.origins,
                        description="lists" if one.first_day else "files",
                        more=f"{one.seen:,} seen, {one.items:,} taken")
            if one.parts and working is None:
                working = bars.add_task("articles", total=one.items, more="", before=one.items_done)
            if working is not None:
                under_way = ", ".join((one.under_way or [])[:4])
                bars.update(working, completed=one.items_done, total=one.items, more=under_way)
            if ending:
                return one
            for _ in conn.notifies(timeout=_TICK_SECONDS, stop_after=1):
                pass


class _Pace(ProgressColumn):
    """Items a second since the watching began, and the time that the rest takes at that rate."""

    def render(self, task: Task) -> Text:
        gained = task.completed - task.fields["before"]
        if gained <= 0 or not task.elapsed:
            return Text("")
        rate = gained / task.elapsed
        left = timedelta(seconds=round(((task.total or task.completed) - task.completed) / rate))
        return Text(f"{rate:.1f}/s, {left} left", style="progress.data.speed")


def _bars(console: Console | None = None) -> Bars:
    return Bars(TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), _Pace(),
                TextColumn("{task.fields[more]}"), console=console or _console())


def _summary(dsn: str, one: Progress) -> None:
    from communique.backfill import ledger
    from communique.warehouse.connection import connect

    console = _console()
    console.print(f"{one.backfill_id}: {_state(one)}; {one.items_done:,} of {one.items:,} items"
                  + (f": {_outcome(one)}" if one.outcome else ""), highlight=False, markup=False)
    with closing(connect(dsn)) as conn:
        noted = ledger.problems(conn, one.backfill_id)
    for row in noted[:20]:
        left_out = ", ".join(f"{count:,} {reason}" for reason, count in sorted(row["left_out"].items()))
        said = "; ".join(filter(None, (row["problem"], f"left out: {left_out}" if left_out else "")))
        console.print(f"  {row['what']}: {said}", highlight=False, markup=False)
    if len(noted) > 20:
        console.print(f"  and {len(noted) - 20} more (landing.backfill_origin, landing.backfill_part)", highlight=False)


def _state(one: Progress) -> str:
    if one.finished_at is not None:
        return f"finished {one.finished_at:%Y-%m-%d %H:%M} UTC"
    if one.failed:
        return f"{one.failed} parts failed"
    if one.under_way:
        return "under way"
    return "looking" if one.looked < one.origins else "not finished"


def _outcome(one: Progress) -> str:
    return ", ".join(f"{int(one.outcome[key]):,} {words}" for key, words in _OUTCOMES.items() if one.outcome.get(key))


def _warehouse() -> str:
    from communique.cli import _warehouse as dsn

    return dsn()


def _console() -> Console:
    from communique.cli import console

    return console
