"""Imported once by the server process that tasks are forked from; see `[core] mp_forkserver_preload`.

A task that reads or validates needs spaCy or Great Expectations: seconds of imports, and the reader's automata on
top. Pages that are shared after the fork cost neither time nor memory. Nothing here opens a connection or starts
a thread, since neither would live on in a fork.
"""

from __future__ import annotations

import airflow.sdk.execution_time.task_runner  # noqa: F401
import great_expectations.expectations  # noqa: F401

import communique.acquire.client
import communique.acquire.transport
import communique.airflow.assets
import communique.pipeline
import communique.quality.run
import communique.reading
import communique.warehouse.load  # noqa: F401
from extractors import page, summit

summit.reader("en")
page.read("<html><body><p>warm</p></body></html>", "http://localhost/")
