"""Hold back what does not hold together, and keep the score."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from psycopg.types.json import Jsonb

from communique import settings
from communique.quality.run import Finding, QualityError, findings
from communique.warehouse.connection import connect, sql

__all__ = ["QualityError", "Verdict", "validate"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a batch's staged records. `failures` counts them by the reason of the
    expectation that they fail, none at 0; one record may fail several.

    `duration_seconds` is wall time without the import of Great Expectations.
    """

    batch_id: str
    checked: int
    passed: int
    held_back: int
    duration_seconds: float
    failures: dict[str, int] = field(default_factory=dict)


def validate(dsn: str, batch_id: str, *, review_confidence: float | None = None, beside: bool = False) -> Verdict:
    """Judge the batch's staged records; who fails goes to quarantine.record with every reason, the rest may load.

    `review_confidence` (0 to 1) is the setting COMMUNIQUE_REVIEW_CONFIDENCE unless given. All is written in one
    transaction, and a second run judges the same records anew: one held before that passes now, or that
    its article's newest reading does not contain any more, becomes `superseded`; with `beside`, where the batch is read
    beside what is shown, only what the same extractor version had held. Great Expectations is imported
    here (seconds), and not at all for a batch without records.
    Raises QualityError when an expectation cannot be computed, holding nothing back and passing nothing.
    """
    threshold = settings.get().review_confidence if review_confidence is None else review_confidence
    with connect(dsn, application="communique validate") as conn:
        row = conn.execute(sql("quality/staged"), {"batch_id": batch_id}).fetchone()
        checked = int(row[0]) if row else 0
        if checked:
            import great_expectations.expectations  # noqa: F401 - so that the clock measures the validation alone
        started = time.monotonic()
        found = findings(dsn, batch_id, threshold) if checked else ()
        held = _reasons(found)
        duration = time.monotonic() - started
        given = {
            "batch_id": batch_id, "checked": checked, "held_back": len(held), "passed": checked - len(held),
            "duration_seconds": duration, "beside": beside,
            "held": Jsonb([{"position": position, "reasons": reasons} for position, reasons in held.items()]),
            "results": Jsonb([
                {"expectation": f.expectation, "column_name": f.column, "message": f.reason, "failed": len(f.rows)}
                for f in found
            ]),
        }
        with conn.transaction():
            for step in ("mark", "hold", "supersede", "validation", "clear_results", "results"):
                conn.execute(sql(f"quality/{step}"), given)
    failures = {f.reason: len(f.rows) for f in found if f.rows}
    return Verdict(batch_id, checked, checked - len(held), len(held), duration, failures)


def _reasons(found: Sequence[Finding]) -> dict[int, list[dict[str, Any]]]:
    held: dict[int, list[dict[str, Any]]] = {}
    for finding in found:
        for position, value in finding.rows.items():
            held.setdefault(position, []).append({
                "expectation": finding.expectation, "column": finding.column, "value": value,
                "message": finding.reason,
            })
    return held
