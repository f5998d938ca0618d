"""`communique export`: marts as files, on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from communique import settings, sources


def register(app: typer.Typer, console: Console, warehouse: Callable[[], str]) -> None:
    """Add the command to `app`; it speaks on `console` and finds the warehouse's DSN by `warehouse`."""

    @app.command("export")
    def export(
        to: Annotated[Path, typer.Option(help="Folder for the files; made where it is missing.")],
        marts: Annotated[
            list[str] | None, typer.Argument(help="Marts, such as events; all where none is named.")] = None,
        form: Annotated[str, typer.Option("--format", help="csv or parquet.")] = "csv",
    ) -> None:
        """Write marts as CSV or Parquet, with a datapackage.json that describes every column (Frictionless)."""
        from communique import exports

        known = sources.load(settings.get().sources_dir, settings.get().sources)
        files = exports.export(warehouse(), marts or (), form, to, {key: one.home for key, one in known.items()})
        for file in files:
            console.print(f"{file.name:<32} {file.rows:>10} rows {file.size:>12} bytes", highlight=False)
        console.print(f"{to / 'datapackage.json'} describes them", highlight=False, soft_wrap=True)
