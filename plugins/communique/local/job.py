"""The main job of a run: wait until the sample agencies' news is in the mart, and show it."""

from __future__ import annotations

import time
from contextlib import closing
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from communique import sample, sources
from communique.cli_events import conflict_table
from communique.local.environment import Addresses
from communique.local.errors import LocalError
from communique.local.supervisor import Stopped, Supervisor
from communique.pipeline import PUBLISHED
from communique.settings import Settings
from communique.warehouse import report
from communique.warehouse.connection import WAREHOUSE_AWAY, connect

# A first run on a slow machine takes under a minute; past this something is wrong that waiting will not mend.
_PATIENCE_SECONDS = 300.0


def await_samples(addresses: Addresses, settings: Settings, supervisor: Supervisor) -> None:
    """Return when the queue holds entries of each sample agency that is watched, and none of them is under way.

    Woken by the announcement of each published batch; the supervisor goes on with its work meanwhile. Raises
    LocalError when the news does not come through in five minutes, Stopped when somebody asked to stop.
    """
    watched = _watched(addresses, settings)
    deadline = time.monotonic() + _PATIENCE_SECONDS
    told = 0
    state: dict[str, int] = {}
    while time.monotonic() < deadline:
        try:
            with closing(connect(addresses.loader, application="communique run")) as connection:
                connection.execute(f"LISTEN {PUBLISHED}")
                while time.monotonic() < deadline:
                    state = report.queue_of(connection, watched)
                    looked_at = state["sources"] == len(watched)
                    if looked_at and not state["under_way"]:
                        return
                    if looked_at and state["entries"] > told:
                        told = state["entries"]
                        supervisor.say(f"  the watcher has found {told} entries of {_agencies(len(watched))}; "
                                       "the ingest DAG takes them up")
                    # Ends at once when a batch is announced; the second is for the supervisor.
                    next(iter(connection.notifies(timeout=1, stop_after=1)), None)
                    if supervisor.attend(0):
                        raise Stopped
        except WAREHOUSE_AWAY:
            if supervisor.attend(1):
                raise Stopped from None
    raise LocalError(f"the news of {', '.join(watched)} did not reach the mart in {_PATIENCE_SECONDS:.0f} s ({state}): "
                     "look at the run of the DAG `ingest` in the Airflow UI, and at triggerer.log")


def _watched(addresses: Addresses, settings: Settings) -> list[str]:
    """The sample agencies that are switched on, as the stack's processes see them."""
    declared = sources.load(settings.sources_dir, settings.sources, addresses.sample_environment, selectors=False)
    return [key for key in sample.agencies() if key in declared and declared[key].enabled]


def _agencies(count: int) -> str:
    return "the sample agency" if count == 1 else f"the {count} sample agencies"


def show_events(dsn: str, console: Console, source: str | None = None) -> int:
    """Print the contacts that `source` (None: anybody) has articles about, each once, and what their reports disagree
    on; returns how many contacts there are."""
    with closing(connect(dsn, application="communique show")) as connection:
        rows = report.events(connection, source)
        disagreed = report.conflicts(connection, source)
    reports = sum(row["report_count"] for row in rows)
    table = Table(title=f"{len(rows)} contacts found, told of by {reports} reports", title_justify="left",
                  header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    # Some columns are held short, so that the counts and sources at the end are not cut off in a line of 130.
    table.add_column("day")
    table.add_column("type", max_width=len("bilateral meeting"))
    table.add_column("status")
    table.add_column("place")
    table.add_column("sidelines of", max_width=16)
    table.add_column("who", min_width=24)
    table.add_column("reports", justify="right", min_width=len("reports"))
    table.add_column("told by", min_width=max((len(key) for row in rows for key in row["sources"]), default=0))
    for row in rows:
        day = f"({row['day']})" if row["day_of_article"] and row["day"] else row["day"] or ""
        count = f"{row['report_count']}{'!' if row['conflict_count'] else ''}"
        table.add_row(day, row["event_type"].replace("_", " "), row["status"], row["place"],
                      row["parent_event"] or "", _who(row), count, "\n".join(row["sources"]))
    console.print(table)
    console.print("A day in brackets is the article's: the text names none for the contact.", style="dim")
    if disagreed:
        console.print("Where reports disagree (!) the best supported value stands, and all are kept:", style="dim")
        console.print(conflict_table(disagreed, _who))
    return len(rows)


def _who(row: dict[str, Any]) -> str:
    return ", ".join(row["participants"]) or ", ".join(row["sides"])
