"""
### Backfill: what was published before anybody watched

Trigger it with either of these; with the same parameters again, it goes on where it stopped, and does nothing twice.

- `source`, `first_day`, `last_day`: what the source's sitemaps and listings name for those days (in its time zone) is
  fetched, at the rate that its politeness sets.
- `archives`, perhaps `source`: the pages of declared sources in WARC files (one gzip member a record, as in the Common
  Crawl news archive) are read as fast as the workers are; fsspec paths, patterns, or lists of paths (`warc.paths.gz`).

| task | does | leaves |
|---|---|---|
| `begin` | enters what is asked for | `landing.backfill` |
| `look` (mapped) | looks through files, sitemaps and listings | `landing.backfill_origin`, `landing.backfill_item` |
| `divide` | puts what they hold into parts of some hundred items | `landing.backfill_part` |
| `bring` (mapped) | takes part after part through the stages of `ingest` | `core.*`, `mart.*` |
| `finish` | fails when something is left | the asset `mart` |

Each mapped task says beside its number, and in its XCom `progress`, how far it is; the whole stands in
`landing.backfill_part`, or on a terminal as a bar with rate and time left: `communique backfill watch NAME`. What
cannot be read is noted there and stops nobody. At most four lanes work at a time, after the tasks of `ingest`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from airflow.sdk import DAG, Param, get_current_context, task
from communique.airflow import backfill
from communique.airflow.assets import MART

with DAG(
    dag_id="backfill",
    doc_md=__doc__,
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=4,
    default_args={"retries": 3, "retry_delay": timedelta(seconds=30), "retry_exponential_backoff": True,
                  "weight_rule": "absolute", "max_active_tis_per_dagrun": backfill.WORKERS},
    params={
        "source": Param(None, type=["null", "string"], description="Key of a source; empty: every one in the archives"),
        "first_day": Param(None, type=["null", "string"], format="date", description="Without archives: the first day"),
        "last_day": Param(None, type=["null", "string"], format="date", description="The last day, included"),
        "archives": Param([], type="array", items={"type": "string"}, description="WARC files, one a line"),
        "undated": Param(False, type="boolean", description="Take entries too that their list gives no date"),
        "part_size": Param(None, type=["null", "integer"], minimum=1, maximum=5000,
                           description="Items of a part; empty: 500, or 100 to fetch"),
        "name": Param(None, type=["null", "string"], description="Empty: made of what is asked for"),
    },
    tags=["communique"],
) as dag:

    @task
    def begin(params=None):
        return backfill.begin(params, get_current_context())

    @task(map_index_template="{{ progress | default('begins') }}")
    def look(lane):
        return backfill.look(**lane, context=get_current_context())

    @task(trigger_rule="all_done")
    def divide():
        return backfill.divide(get_current_context())

    @task(map_index_template="{{ progress | default('begins') }}")
    def bring(lane):
        return backfill.bring(**lane, context=get_current_context())

    @task(trigger_rule="all_done", outlets=[MART])
    def finish():
        return backfill.finish(get_current_context())

    begun, divided = begin(), divide()
    begun >> divided
    look.expand(lane=begun) >> divided
    bring.expand(lane=divided) >> finish()
