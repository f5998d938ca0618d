"""
### Ingest: from the queue of feed entries to the mart

Runs when a watched feed rings (`feed_*` assets) and once a day in any case; either way it takes what is due in
`landing.entry`, so a bell that was missed loses nothing.

| task | does | leaves |
|---|---|---|
| `fetch` | claims entries, fetches each page politely | WARC files, `landing.capture` |
| `read` | cleans the pages | `staging.article` |
| `extract` | reads summit records out of the text | `staging.record` |
| `validate` | holds them against the expectations | `quarantine.record` |
| `load` | staging to core, one transaction | `core.*` |
| `publish` | shows the batch | `mart.*`, the asset `mart` |

The run id is the batch id. Every task may be cleared and run again: a stage that finds its work done changes
nothing. When `fetch` finds nothing due, the rest is skipped. Dead letters: `SELECT * FROM landing.entry WHERE
status = 'dead'`; what was held back: `quarantine.record`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from airflow.sdk import DAG, AssetAny, AssetOrTimeSchedule, CronTriggerTimetable, Param, get_current_context, task
from communique.airflow.assets import MART, feed_assets

bells = feed_assets()
daily = CronTriggerTimetable("17 3 * * *", timezone="UTC")


def batch() -> str:
    return str(get_current_context()["run_id"])


def pipeline():
    from communique.airflow.ingest import pipeline

    return pipeline()


with DAG(
    dag_id="ingest",
    doc_md=__doc__,
    schedule=AssetOrTimeSchedule(timetable=daily, assets=AssetAny(*bells)) if bells else daily,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": timedelta(seconds=5), "retry_exponential_backoff": True},
    params={"limit": Param(None, type=["null", "integer"], minimum=1,
                           description="Entries to take from the queue; empty: COMMUNIQUE_BATCH_LIMIT")},
    tags=["communique"],
) as dag:

    @task.short_circuit
    def fetch(params=None) -> bool:
        return pipeline().fetch(batch(), params["limit"])["claimed"] > 0

    @task
    def read():
        return pipeline().read(batch())

    @task
    def extract():
        return pipeline().extract(batch())

    @task
    def validate():
        return pipeline().validate(batch())

    @task
    def load():
        return pipeline().load(batch())

    @task(outlets=[MART])
    def publish():
        return pipeline().publish(batch())

    fetch() >> read() >> extract() >> validate() >> load() >> publish()
