"""The refresh of the register as Airflow's tasks get it: the warehouse from the Airflow connection."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

log = logging.getLogger(__name__)


def ask(params: Mapping[str, Any], run_id: str) -> int:
    """Ask about the countries of the run's parameters; how many were answered now."""
    return int(_refresh(params, run_id).ask(params["countries"] or (), log.info))


def compare(params: Mapping[str, Any], run_id: str) -> dict[str, int]:
    """Show in the log what would change; how many changes, and how many of them something speaks against."""
    changes = _refresh(params, run_id).compare()
    for change in changes:
        (log.warning if change.problem else log.info)("%s", change)
    held_back = sum(change.problem is not None for change in changes)
    log.info("%d changes, %d of them held back", len(changes), held_back)
    return {"changes": len(changes), "held_back": held_back}


def apply(params: Mapping[str, Any], run_id: str) -> int:
    """Apply what nothing speaks against; how many changes that made.

    Raises AirflowFailException where there are too many: trying again would not make them fewer.
    """
    from airflow.sdk.exceptions import AirflowFailException

    from communique.reference.refresh import RefreshError

    try:
        return int(_refresh(params, run_id).apply())
    except RefreshError as error:
        raise AirflowFailException(str(error)) from error


def _refresh(params: Mapping[str, Any], run_id: str) -> Any:
    from communique import settings
    from communique.airflow.connections import warehouse_dsn
    from communique.reference.refresh import Refresh

    return Refresh(settings.get(), warehouse_dsn(), params["name"] or run_id)
