"""Great Expectations, called on one batch: which rows fail which expectation?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import psycopg

from communique.quality.suite import SUITE_NAME, expectations
from communique.warehouse.connection import WarehouseError, connect

if TYPE_CHECKING:
    from great_expectations.core import ExpectationSuiteValidationResult

ROW = "position"

RESULT_FORMAT = {
    "result_format": "COMPLETE",
    "unexpected_index_column_names": [ROW],
    # Great Expectations cuts the failing rows at 20 without a word unless told to keep more.
    "partial_unexpected_count": 1_000_000,
}


class QualityError(WarehouseError):
    """A batch could not be validated: an expectation raised instead of judging. Nothing was held back."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One expectation over one batch. `rows` maps the position of each failing record to the value that failed."""

    expectation: str
    column: str
    reason: str
    rows: dict[int, Any]


def findings(dsn: str, batch_id: str, review_confidence: float) -> Sequence[Finding]:
    """Judge the batch's staged records by every expectation of the suite, in its order.

    Raises QualityError when an expectation cannot be computed or does not say which rows fail it.
    """
    import great_expectations as gx  # takes seconds: only who validates pays for it
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.enable_analytics(enable=False)
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    # The connection is ours: the password stays out of Great Expectations' configuration, which would also
    # take a "$" in it for a variable, and the batch is named to the view by a setting of the session.
    sources: Any = context.data_sources  # its stub does not know `kwargs`
    datasource = sources.add_postgres(
        "warehouse",
        connection_string="postgresql+psycopg://loader@warehouse/warehouse",
        kwargs={"creator": _Connector(dsn, batch_id), "pool_size": 1, "max_overflow": 0},
    )
    table = datasource.add_table_asset("staged records", table_name="record_to_check")
    batch = table.add_batch_definition_whole_table("batch").get_batch()
    suite = gx.ExpectationSuite(name=SUITE_NAME, expectations=list(expectations(review_confidence)))
    try:
        judged = batch.validate(suite, result_format=RESULT_FORMAT)
    finally:
        datasource.get_execution_engine().close()
        datasource.get_engine().dispose()
    return _findings(judged, batch_id)


@dataclass(frozen=True)
class _Connector:
    """Opens the validation's connections. Compared by value: Great Expectations copies it, and would take a copy
    that is not equal for a changed configuration and build its engine anew."""

    dsn: str
    batch_id: str

    def __call__(self) -> psycopg.Connection[tuple[Any, ...]]:
        conn = connect(self.dsn, application="communique validate")
        conn.execute("SET search_path = staging")  # where Great Expectations looks for the table
        conn.execute("SELECT set_config('communique.batch_id', %s, false)", (self.batch_id,))
        conn.autocommit = False  # as SQLAlchemy expects of a driver's connection
        return conn


def _findings(judged: ExpectationSuiteValidationResult, batch_id: str) -> list[Finding]:
    found = []
    for result in judged.results:
        config = result.expectation_config
        if config is None:
            raise QualityError(f"batch {batch_id}: a result does not name its expectation")
        given = config.kwargs
        column = given.get("column") or f"{given.get('column_A')}, {given.get('column_B')}"
        name = f"{config.type}({column})"
        trouble = result.exception_info or {}
        if trouble.get("raised_exception") or "element_count" not in result.result:
            raise QualityError(f"batch {batch_id}: {name} could not be computed: {trouble}")
        rows = {
            int(row[ROW]): _value([value for field, value in row.items() if field != ROW])
            for row in result.result.get("unexpected_index_list") or ()
        }
        count = int(result.result["unexpected_count"])
        if len(rows) != count or bool(rows) == bool(result.success):
            raise QualityError(f"batch {batch_id}: {name} names {len(rows)} rows of {count} that fail it")
        found.append(Finding(config.type, column, str((config.meta or {})["reason"]), rows))
    return found


def _value(values: Sequence[Any]) -> Any:
    """The value as JSON can hold it; several of a pair as a list."""
    kept = [
        value if value is None or isinstance(value, str | bool | int)
        else float(value) if isinstance(value, float | Decimal) and math.isfinite(value)
        else str(value)
        for value in values
    ]
    return kept[0] if len(kept) == 1 else kept
