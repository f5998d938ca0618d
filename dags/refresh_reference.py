"""
### Refresh the register of office holders from Wikidata

Asks Wikidata's query service who has held the highest offices of each state (head of state, head of government,
foreign minister), one query a country and one at a time, and shows what that would change in the register.

- `countries`: ISO 3166-1 codes, one a line; empty: every state of the register (some ten minutes).
- `apply`: make the changes that nothing speaks against; otherwise they are only shown.
- `name`: of an earlier refresh, to go on with it: only what was not answered is asked.

| task | does | leaves |
|---|---|---|
| `ask` | one query a country; what came stays, so that a retry asks only for the rest | `reference.refresh_answer` |
| `compare` | shows in its log each change, and as warnings what is held back and why | `reference.proposed_change` |
| `apply` | with `apply` only, and in one transaction: closes the old rows, opens the new | `reference.tenure` |

An office is changed as a whole or not at all: nothing of it is applied where two would hold it at once, a date cannot
be, or several sources say otherwise. Where more than a tenth of the rows compared would change, nothing is applied.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from airflow.sdk import DAG, Param, get_current_context, task
from communique.airflow import reference


def run_id() -> str:
    return str(get_current_context()["run_id"])


with DAG(
    dag_id="refresh_reference",
    doc_md=__doc__,
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": timedelta(minutes=2), "retry_exponential_backoff": True},
    params={
        "countries": Param([], type=["null", "array"], items={"type": "string", "pattern": "^[A-Za-z]{2}$"},
                           description="ISO 3166-1 codes, one a line; empty: all"),
        "apply": Param(False, type="boolean", description="Make the changes that nothing speaks against"),
        "name": Param(None, type=["null", "string"], description="Of an earlier refresh, to go on with it"),
    },
    tags=["communique"],
) as dag:

    @task
    def ask(params=None):
        return reference.ask(params, run_id())

    @task
    def compare(params=None):
        return reference.compare(params, run_id())

    @task.short_circuit
    def is_to_be_applied(params=None) -> bool:
        return params["apply"]

    @task
    def apply(params=None):
        return reference.apply(params, run_id())

    ask() >> compare() >> is_to_be_applied() >> apply()
