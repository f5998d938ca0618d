"""`communique source check`, `new`, `capture` and `poll`: how a publisher is added, on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
import yaml
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from communique import settings, sources
from communique.sources import Source, SourceError

_SHOWN = 200  # characters of a value


def register(app: typer.Typer, console: Console, warehouse: Callable[[], str]) -> None:
    """Add the commands to the group `source`; they speak on `console` and find the loader's DSN by `warehouse`."""

    @app.command("check")
    def check(
        key: Annotated[str, typer.Argument(help="The source's key.")],
        pages: Annotated[int, typer.Option(min=0, max=20, help="Pages to fetch.")] = 3,
    ) -> None:
        """Fetch a source's feeds and a few pages now; show what each field became, where it was read, what is wrong."""
        from communique.acquire.client import Fetcher
        from communique.sources.check import check as look

        with Fetcher(settings.get()) as fetcher:
            found = look(_declared(key), fetcher, pages)
        for report in found.feeds:
            console.print(f"\n[bold]feed[/] {escape(report.feed.url)}")
            dated = report.dated()
            span = f", {min(dated):%Y-%m-%d %H:%M} to {max(dated):%Y-%m-%d %H:%M} UTC" if dated else ""
            console.print(f"  {len(report.entries)} entries, {len(dated)} with a date{span}", highlight=False)
        for page in found.pages:
            console.print(f"\n[bold]page[/] {escape(page.url)}")
            table = Table(header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
            for heading in ("field", "value", "read in"):
                table.add_column(heading, overflow="fold")
            for one in page.fields:
                table.add_row(one.name, escape((one.value or "")[:_SHOWN]), one.where or "")
            if page.fields:
                console.print(table)
        wrong = found.problems()
        console.print("\nNothing is wrong." if not wrong else f"\n[bold red]{len(wrong)} wrong[/]")
        for problem in wrong:
            console.print(f"  {problem}", highlight=False, markup=False, soft_wrap=True)
        if wrong:
            raise typer.Exit(1)

    @app.command("new")
    def new(
        url: Annotated[str, typer.Argument(help="Address of a feed or of a front page.")],
        key: Annotated[str | None, typer.Option(help="The source's key; default: made of the host.")] = None,
        allow_private: Annotated[list[str] | None, typer.Option(
            help="Host (or host:port) that may lie in a private network.")] = None,
    ) -> None:
        """Draft a source's YAML from a feed or a front page, for a person to finish."""
        from communique.acquire.client import Fetcher
        from communique.acquire.errors import FetchError
        from communique.sources.draft import NothingToDraft, draft

        try:
            with Fetcher(settings.get()) as fetcher:
                drafted = draft(url, fetcher, key=key, allow_private=allow_private or ())
        except (FetchError, NothingToDraft) as error:
            raise SourceError([str(error).removeprefix("draft: ")]) from None
        Source.model_validate(yaml.safe_load(drafted.text))
        path = settings.get().sources_dir / f"{drafted.key}.yml"
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(drafted.text)
        except FileExistsError:
            raise SourceError([f"{path} is there already; give another --key, or move it away"]) from None
        console.print(drafted.text, highlight=False, markup=False)
        for note in drafted.notes:
            console.print(f"look at: {note}", highlight=False, markup=False, soft_wrap=True)
        console.print(f"written: {path}\nfinish it, then: communique source check {drafted.key}",
                      highlight=False, markup=False, soft_wrap=True)

    @app.command("capture")
    def capture(
        key: Annotated[str, typer.Argument(help="The source's key.")],
        url: Annotated[str, typer.Argument(help="A page of it.")],
        folder: Annotated[Path | None, typer.Option(help="Where fixtures lie; default: tests/data.")] = None,
    ) -> None:
        """Keep a page with the article that is read off it, as a fixture that the tests read again."""
        from communique.acquire.client import Fetcher
        from communique.acquire.errors import FetchError
        from communique.sources.fixture import FOLDER, NoArticle
        from communique.sources.fixture import capture as keep

        try:
            with Fetcher(settings.get()) as fetcher:
                path = keep(_declared(key), url, fetcher, folder or settings.get().home / FOLDER)
        except (FetchError, NoArticle) as error:
            raise SourceError([str(error)]) from None
        console.print(f"{path}\nLook through it: what stands there is what the tests will expect.",
                      highlight=False, markup=False, soft_wrap=True)

    @app.command("poll")
    def poll(key: Annotated[str, typer.Argument(help="The source's key.")]) -> None:
        """Look at a source's feeds once, here and now, and queue what is new; `communique ingest` does the rest."""
        from communique.acquire.client import Fetcher
        from communique.watch import Memory, look

        with Fetcher(settings.get()) as fetcher:
            found = look(_declared(key), Memory(), fetcher, warehouse())
        console.print(f"{found.new} queued, {found.waiting} waiting", highlight=False)
        for problem in found.problems:
            console.print(problem, style="yellow", highlight=False, markup=False, soft_wrap=True)
        if found.problems:
            raise typer.Exit(1)


def _declared(key: str) -> Source:
    """A source by its key. Raises SourceError where it is not declared, or names a variable that is not set."""
    configuration = settings.get()
    known = sources.load(configuration.sources_dir, key)
    source = known[key]
    if source.disabled_reason:
        raise SourceError([f"{key}: {source.disabled_reason}"])
    return source
