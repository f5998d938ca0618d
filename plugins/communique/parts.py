"""A large run goes part by part; what breaks one part is told with it and stops no other."""

from __future__ import annotations

import logging
from collections.abc import Callable

import psycopg

from communique.warehouse.connection import WarehouseError

log = logging.getLogger(__name__)


def attempted(
    run: str, part: int, work: Callable[[], dict[str, int] | None], noted: Callable[[str], None]
) -> tuple[dict[str, int] | None, str | None]:
    """What `work` returns for a part of `run`, and where it raises, the reason instead, which `noted` is given, too.

    Raises WarehouseError and psycopg.OperationalError: without a warehouse no part can go on.
    """
    try:
        return work(), None
    except (WarehouseError, psycopg.OperationalError):
        raise
    except Exception as error:
        # Whatever it is, it is one part's; the others are told nothing of it.
        log.exception("%s: part %d", run, part)
        problem = f"part {part}: {type(error).__name__}: {error}"
        noted(problem)
        return None, problem
