"""The re-reading as Airflow's tasks get it: the warehouse from the Airflow connection, what is asked for by the run."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

log = logging.getLogger(__name__)

NAME = "name"
"""The key of the XCom of the task begin that holds the run's name."""

LANES = 64
"""Mapped tasks at most; a lane reads several parts, one after the other."""

WORKERS = 4
"""Lanes of a run at a time, so that the ingest gets its turn."""


def begin(params: Mapping[str, Any], context: Any) -> list[dict[str, Any]]:
    """Enter what the run's parameters ask for; the parts that are still to be read, by lane."""
    from communique.reprocess.asked import Asked, day

    work = _work()
    asked = Asked.of(
        work.reader.version, params["sources"] or (), day(params["first_day"]), day(params["last_day"]),
        everything=bool(params["everything"]), is_from_page=params["read"] == "page", name=params["name"] or None,
        part_size=params["part_size"])
    parts = work.begin(asked)
    context["ti"].xcom_push(key=NAME, value=asked.reprocess_id)
    count = min(len(parts), LANES)
    return [{"name": asked.reprocess_id, "parts": parts[lane::count]} for lane in range(count)]


def read(name: str, parts: list[int], context: Any) -> dict[str, int]:
    """Read the parts of a lane; what came of them."""
    done = 0

    def told(part: int, ended: Mapping[str, int]) -> None:
        nonlocal done
        done += 1
        _say(context, f"{done} of {len(parts)} parts")

    _say(context, f"parts {parts[0]} to {parts[-1]}")
    return dict(_work().read_all(name, parts, told))


def compare(context: Any, rehearsed: bool) -> dict[str, Any]:
    """Show in the log in what the new readings differ; with `rehearsed` also what a switch would do to the events.

    Raises ReprocessError where parts are not read: clear this run, or trigger it again, to go on.
    """
    from contextlib import closing

    from communique.reprocess import ledger, switch
    from communique.reprocess.asked import ReprocessError
    from communique.warehouse.connection import connect

    name = _name(context)
    with closing(connect(_dsn(), application=f"reprocess {name}"[:63])) as conn:
        one = ledger.progress(conn, name)[0]
        if one.read_at is None:
            raise ReprocessError(f"{name}: {one.parts_done} of {one.parts} parts are read; clear this run, or trigger "
                                 "it again with the same parameters, to go on")
        for row in ledger.differences(conn, name):
            log.info("%(source_key)s: %(field)s: %(articles_differing)d articles differ; %(former_values)d values "
                     "before, %(new_values)d now; %(only_former)d only before, %(only_new)d only now", row)
        found = switch.rehearse(conn, name) if rehearsed else {}
    log.info("%s: a switch would be: %s", name, found or "not rehearsed")
    return {"name": name, "articles": one.articles, **one.totals, **found}


def change(context: Any) -> dict[str, int]:
    """The switch, once; how many articles and events it changed. Raises AirflowFailException where it cannot be: trying
    again would not help."""
    from contextlib import closing

    from airflow.sdk.exceptions import AirflowFailException

    from communique.reprocess import ledger, switch
    from communique.reprocess.asked import ReprocessError
    from communique.warehouse.connection import connect

    name = _name(context)
    try:
        with closing(connect(_dsn(), application=f"reprocess {name}"[:63])) as conn:
            one = ledger.progress(conn, name)[0]
            if one.reprocess_status == "switched":  # by a try that was killed after it
                return dict(one.outcome or {})
            return switch.switch(conn, name)
    except ReprocessError as error:
        raise AirflowFailException(str(error)) from error


def _name(context: Any) -> str:
    name = context["ti"].xcom_pull(task_ids="begin", key=NAME)
    if not name:
        raise RuntimeError("the task begin has not said what is to be done")
    return str(name)


def _work() -> Any:
    from communique import settings
    from communique.reprocess.work import Reprocess

    return Reprocess.present(settings.get(), _dsn())


def _dsn() -> str:
    from communique.airflow.connections import warehouse_dsn

    return warehouse_dsn()


def _say(context: Any, words: str) -> None:
    """Shown beside the task's number in the UI while it runs and after; and in its log."""
    log.info("%s", words)
    context["progress"] = words
    context["ti"].xcom_push(key="progress", value=words)
