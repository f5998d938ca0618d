"""`communique reference refresh`: what it says; what it says is done in the modules that it calls."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from communique import settings

if TYPE_CHECKING:
    from rich.console import Console

app = typer.Typer(no_args_is_help=True, help="The register of office holders and its refreshes.")


@app.callback()
def group() -> None:
    """Keeps `refresh` a command of its own, though it is the only one."""


@app.command()
def refresh(
    countries: Annotated[list[str] | None, typer.Argument(
        metavar="[COUNTRY]...", help="ISO 3166-1 codes such as KZ (default: every state of the register)")] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Apply what nothing speaks against")] = False,
    name: Annotated[str | None, typer.Option(help="Its name; default: made of the day and the countries")] = None,
) -> None:
    """Ask Wikidata who holds the highest offices, and show what that would change in the register.

    Stopped or failed, the same command goes on where it was. Exit status 1 where answers are missing or there are too
    many changes to apply.
    """
    from communique.reference.refresh import Refresh, RefreshError

    asked = sorted({country.upper() for country in countries or ()})
    one = Refresh(settings.get(), _warehouse(), name or f"{datetime.now(UTC):%Y-%m-%d} {' '.join(asked) or 'all'}")
    console = _console()

    def say(words: str) -> None:
        console.print(words, highlight=False, markup=False, soft_wrap=True)

    one.ask(asked, say)
    changes = one.compare()
    for change in changes:
        say(str(change))
    held_back = sum(change.problem is not None for change in changes)
    say(f"{one.name}: {len(changes)} changes, {held_back} of them held back (reference.proposed_change)")
    if apply:
        say(f"{one.apply()} applied")
    elif len(changes) > held_back:
        say("The same command with --apply makes them.")
    if (why := one.refusal()) is not None:
        raise RefreshError(why)


def _warehouse() -> str:
    from communique.cli import _warehouse as dsn

    return dsn()


def _console() -> Console:
    from communique.cli import console

    return console
