"""Imported once by the server process that tasks are forked from; see `[core] mp_forkserver_preload`.

A task that reads or validates needs spaCy or Great Expectations: seconds of imports, and the reader's automata on
top. Pages that are shared after the fork cost neither time nor memory. Nothing here opens a connection or starts
a thread, since neither would live on in a fork.
"""

from __future__ import annotations

import importlib
import sys
import traceback

MODULES = (
    "airflow.sdk.execution_time.task_runner",
    "great_expectations.expectations",
    "communique.acquire.transport",
    "communique.backfill.work",
    "communique.airflow.assets",
    "communique.pipeline",
    "communique.quality.run",
    "communique.reading",
    "communique.warehouse.load",
)


def warm() -> None:
    """Import what tasks need and build the English reader; what fails is told and left to the task that needs it.

    An exception here would end the server and with it the scheduler, for a fault of one stage.
    """
    try:
        for name in MODULES:
            importlib.import_module(name)
        from communique import settings
        from extractors import page, summit

        summit.reader("en", settings.get().spacy_model)
        page.read("<html><body><p>warm</p></body></html>", "http://localhost/")
    except Exception:  # noqa: BLE001 - whatever it is, the task that needs it will raise it again
        traceback.print_exc(file=sys.stderr)


warm()
