"""The command line. It says; what it says is done in the modules that it calls."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import Annotated, NoReturn

import psycopg
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from communique import cli_events, cli_export, cli_sources, settings, sources
from communique.backfill.asked import BackfillError
from communique.backfill.command import app as backfill_app
from communique.local.errors import LocalError
from communique.reference.command import app as reference_app
from communique.reprocess.command import app as reprocess_app
from communique.sample import SampleError
from communique.warehouse.connection import WarehouseError, connect

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                  help="Communiqué: from news of diplomacy to a warehouse of who met whom.")
source_app = typer.Typer(no_args_is_help=True, help="The registry of sources.")
event_app = typer.Typer(no_args_is_help=True, help="Events: what several articles tell of once.")
sample_app = typer.Typer(no_args_is_help=True, help="The bundled sample agencies.")
app.add_typer(source_app, name="source")
app.add_typer(event_app, name="event")
app.add_typer(sample_app, name="sample")
app.add_typer(backfill_app, name="backfill")
app.add_typer(reference_app, name="reference")
app.add_typer(reprocess_app, name="reprocess")
# Where the output is no terminal, nobody's window limits the tables.
console = Console(width=None if sys.stdout.isatty() else 130)
_errors = Console(stderr=True)
cli_sources.register(source_app, console, lambda: _warehouse())
cli_events.register(event_app, console, lambda: _warehouse())
cli_export.register(app, console, lambda: _warehouse())


def main() -> None:
    """Run the command line; an error that a person can do something about is one line and exit status 1."""
    try:
        app()
    except (LocalError, WarehouseError, BackfillError, sources.SourceError, SampleError,
            psycopg.OperationalError) as error:
        _complain(str(error))
    except OSError as error:
        # A full disk, a folder of another user: what the system says, with the file that it is about.
        _complain(f"{error.filename or 'the system'}: {error.strerror or error}")


def _complain(words: str) -> NoReturn:
    _errors.print(f"communique: {words}", style="red", highlight=False, markup=False, soft_wrap=True)
    sys.exit(1)


@app.command()
def run(detach: Annotated[bool, typer.Option("--detach", help="Return when the main job is done.")] = False) -> None:
    """Start the whole stack, ingest the sample agencies, show what was found, and serve until Ctrl-C."""
    from communique.local import run as local

    (local.run_detached if detach else local.run)(settings.get(), console)


@app.command()
def stop() -> None:
    """Stop the running stack."""
    from communique.local import run as local

    local.stop(settings.get(), console)


@app.command()
def status() -> None:
    """Tell what runs and where it is; exit status 1 when something does not run."""
    from communique.local import run as local

    well = local.status(settings.get(), console)
    _tell_troubles()
    if not well:
        raise typer.Exit(1)


def _tell_troubles() -> None:
    """Say which feeds cannot be read, of which entries are missing, and which reading rules have probably rotted,
    where there is a warehouse to ask."""
    from communique.warehouse import health, rules

    try:
        with closing(connect(_warehouse())) as connection:
            said = [f"{row['source_key']}: {row['feed_url']}: {_look(row)}" for row in health.troubles(connection)]
            said += [f"{row['source_key']}: {_pages(row)}" for row in rules.state(connection) if row["rotten"]]
    except (LocalError, WarehouseError):
        return
    for line in said:
        console.print(f"  {line}", style="yellow", highlight=False, markup=False, soft_wrap=True)


@app.command()
def psql() -> None:
    """Open the analyst's read-only shell; runs SQL from standard input where that is no terminal."""
    from communique.local import databases
    from communique.local import run as local
    from communique.local.postgres import binaries

    addresses = local.running_addresses(settings.get())
    program = str(binaries() / "psql")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {
        "PGPASSWORD": addresses.secrets[databases.ANALYST], "PGHOST": "127.0.0.1",
        "PGPORT": str(addresses.ports["postgres"]), "PGUSER": databases.ANALYST,
        "PGDATABASE": databases.WAREHOUSE, "PGCLIENTENCODING": "UTF8",
    }
    if sys.stdin.isatty():
        from communique import greeting

        greeting.show(addresses.analyst, settings.get().sql_dir / "cookbook", console)
    sys.stdout.flush()
    os.execve(program, [program, "--no-psqlrc", "--set=ON_ERROR_STOP=1"], environment)  # noqa: S606


@app.command()
def migrate() -> None:
    """Bring the warehouse at AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE_OWNER (a URI of its owner) to the newest schema.

    Where COMMUNIQUE_LOADER_PASSWORD and COMMUNIQUE_ANALYST_PASSWORD are set, those two roles may log in with them.
    """
    from communique.warehouse.logins import grant_logins
    from communique.warehouse.migrate import migrate as bring_up_to_date

    dsn = os.environ.get("AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE_OWNER")
    if not dsn:
        raise WarehouseError("set AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE_OWNER to the warehouse's URI as its owner")
    applied = bring_up_to_date(dsn)
    console.print("\n".join(applied) or "up to date", highlight=False)
    _tell_unresolved(dsn)
    grant_logins(dsn, {role: password for role in ("loader", "analyst")
                       if (password := os.environ.get(f"COMMUNIQUE_{role.upper()}_PASSWORD"))})


def _tell_unresolved(dsn: str) -> None:
    from communique.warehouse.events import unsettled

    with closing(connect(dsn)) as connection:
        if unsettled(connection):
            console.print("There are records without an event: `communique event resolve` gives them theirs.",
                          highlight=False)


@app.command()
def ingest(limit: Annotated[int | None, typer.Option(help="Entries to take from the queue.")] = None) -> None:
    """Do one ingest run here and now, without Airflow: everything that is due in the queue."""
    from communique.pipeline import Pipeline

    batch_id = f"cli__{datetime.now(UTC).isoformat()}"
    for stage, counts in Pipeline(settings.get(), _warehouse()).run(batch_id, limit).items():
        console.print(f"{stage:<9} " + "  ".join(f"{name} {count}" for name, count in counts.items()), highlight=False)


def _warehouse() -> str:
    """The loader's DSN: as set, else of the stack that runs here."""
    from communique.local import run as local

    return settings.get().warehouse_dsn or local.running_addresses(settings.get()).loader


@source_app.command("list")
def source_list() -> None:
    """Every declared source: enabled or not, and how the last look at each feed went."""
    from communique.local import run as local
    from communique.warehouse import health, rules

    configuration = settings.get()
    looks = {}
    read = {}
    try:
        if not configuration.warehouse_dsn:
            os.environ |= local.running_addresses(configuration).sample_environment
        with closing(connect(_warehouse())) as connection:
            looks = {(row["source_key"], row["feed_url"]): row for row in health.feeds(connection)}
            read = {row["source_key"]: row for row in rules.state(connection)}
    except (LocalError, WarehouseError) as error:
        _errors.print(f"without the state of the feeds: {error}", highlight=False)
    known = sources.load(configuration.sources_dir, configuration.sources)
    table = Table(header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in ("key", "language", "enabled", "address known", "last look", "pages", "feed"):
        table.add_column(heading, overflow="fold")
    for key, source in sorted(known.items()):
        for feed in source.feeds:
            table.add_row(key, feed.language, "yes" if source.enabled else source.disabled_reason or "no",
                          source.confidence, _look(looks.get((key, feed.url))),
                          _pages(read.get(key)), feed.url)
    console.print(table)


def _look(row: dict[str, object] | None) -> str:
    if row is None:
        return ""
    if row["readable"] and row["gap_from"] is not None and row["gap_filled_at"] is None:
        return f"rolled over at {row['rolled_over_at']:%Y-%m-%d %H:%M}: entries since " \
               f"{row['gap_from']:%Y-%m-%d %H:%M} are missing"
    if row["readable"]:
        return f"read, {row['listed']} entries"
    word = "unreadable" if row["reason"] == "not_a_feed" else "unreachable"
    return f"{word} ({row['reason']}) since {row['failing_since']:%Y-%m-%d %H:%M}"


def _pages(row: dict[str, object] | None) -> str:
    """How the source's reading rules do, of a row of landing.rule_health."""
    if row is None:
        return ""
    if not row["doubted"]:
        return f"{row['pages']} read"
    verdict = "rules probably out of date" if row["rotten"] else "rules in doubt"
    return f"{verdict}: {row['doubted']} of {row['pages']} pages, the last being capture {row['capture_id']}: " \
           f"{row['rule_warning']}"


@sample_app.command("publish")
def sample_publish() -> None:
    """Publish one more article on the first of the running sample agencies; it is in the mart a few seconds later."""
    from communique.local import run as local
    from communique.sample import publish

    addresses = local.running_addresses(settings.get())
    published = publish(settings.get().state_dir / "sample")
    console.print(f"published: {published.title}\n{addresses.sample}{published.url_path}", highlight=False)
