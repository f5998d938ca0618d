"""The backfill as Airflow's tasks get it: the warehouse from the Airflow connection, what is asked for from the run."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from typing import Any

log = logging.getLogger(__name__)

NAME = "name"
"""The key of the XCom of the task begin that holds the backfill's name."""

LANES = 256
"""Mapped tasks at most; a lane takes several parts, one after the other (Airflow maps over 1,024 values at most)."""

WORKERS = 4
"""Lanes of a run at a time, so that the ingest gets its turn."""


def begin(params: Mapping[str, Any], context: Any) -> list[dict[str, Any]]:
    """Enter what the run's parameters ask for; the origins that are still to be looked through, by lane."""
    from communique.backfill.asked import Asked

    asked = Asked.of(params)
    origins = _backfill().begin(asked)
    context["ti"].xcom_push(key=NAME, value=asked.backfill_id)
    return [{"name": asked.backfill_id, "origins": lane} for lane in _lanes(origins)]


def look(name: str, origins: list[str], context: Any) -> dict[str, Any]:
    """Look through the origins of a lane; how many items they hold. Raises at the end where one could not be read."""
    from communique.acquire.errors import CaptureError, FetchError
    from communique.backfill.asked import BackfillError

    backfill = _backfill()
    items, problems = 0, []
    for done, origin in enumerate(origins):
        _say(context, f"{origin.rpartition('/')[2] or origin} ({done + 1} of {len(origins)})")
        try:
            items += backfill.look(name, origin)
        except (CaptureError, FetchError) as error:
            problems.append(str(error))
    _say(context, f"{len(origins)} looked through: {items} items")
    if problems:
        raise BackfillError(f"{name}: {len(problems)} of {len(origins)} could not be read: {'; '.join(problems)}")
    return {"origins": len(origins), "items": items}


def divide(context: Any) -> list[dict[str, Any]]:
    """The numbers of the parts that are not done, by lane."""
    name = _name(context)
    return [{"name": name, "parts": lane} for lane in _lanes(_backfill().divide(name))]


def bring(name: str, parts: list[int], context: Any) -> dict[str, int]:
    """Take the parts of a lane through the stages; how their items ended."""
    done: Counter[str] = Counter()

    def told(part: int, ended: dict[str, int]) -> None:
        done["parts"] += 1
        done["items"] += sum(count for word, count in ended.items() if word != "records")
        _say(context, f"{done['parts']} of {len(parts)} parts: {done['items']} items")

    _say(context, f"parts {parts[0]} to {parts[-1]}")
    return dict(_backfill().bring_all(name, parts, told))


def finish(context: Any) -> dict[str, Any]:
    """Note the end. Raises BackfillError where something is left: run it again to go on."""
    from communique.backfill.asked import BackfillError

    one = _backfill().finish(_name(context))
    if one.finished_at is None:
        raise BackfillError(
            f"{one.backfill_id}: {one.parts_done} of {one.parts} parts are done and {one.looked} of {one.origins} "
            "origins looked through; clear this run, or trigger it again with the same parameters, to go on")
    return {"name": one.backfill_id, "items": one.items, **one.outcome}


def _name(context: Any) -> str:
    name = context["ti"].xcom_pull(task_ids="begin", key=NAME)
    if not name:
        raise RuntimeError("the task begin has not said what is to be done")
    return str(name)


def _backfill() -> Any:
    from communique import settings
    from communique.airflow.connections import warehouse_dsn
    from communique.backfill.work import Backfill

    return Backfill(settings.get(), warehouse_dsn())


def _lanes(values: list[Any]) -> list[list[Any]]:
    count = min(len(values), LANES)
    return [values[lane::count] for lane in range(count)]


def _say(context: Any, words: str) -> None:
    """Shown beside the task's number in the UI while it runs and after; and in its log."""
    log.info("%s", words)
    context["progress"] = words
    context["ti"].xcom_push(key="progress", value=words)
