"""
### Reprocess: a newer extractor reads again what landed

Reads articles that are shown by another version of the extractor, beside what is shown; compares; and, when told to,
switches to the new readings in one transaction. With the same parameters again, it goes on where it stopped, and what
the version has read already is not read twice.

- `sources`, `first_day`, `last_day` (days of publication as printed), or `everything`.
- `read`: `text` takes the article's text as it stands; `page` reads the article off its kept page, too.
- `rehearse`: do the switch and roll it back, to tell what would become of the events; publications wait meanwhile.
- `switch`: show the new readings. `communique reprocess back NAME` takes that back, ids of events and all.

| task | does | leaves |
|---|---|---|
| `begin` | chooses the articles, in parts of some hundred | `core.reprocess`, `core.reprocess_article` |
| `read` (mapped) | takes part after part through `extract`, `validate` and `load`; shows nothing | `core.record` |
| `compare` | shows in its log what differs by source and field | `quarantine.reprocess_differences` |
| `switch` | with `switch` only: current readings and their events, all or nothing | `mart.*` |

An article whose text its publisher has changed since, or that another reading is shown of, is left out and counted.
Two runs never have the same article: the second is refused.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from airflow.sdk import DAG, Param, get_current_context, task
from communique.airflow import reprocess
from communique.airflow.assets import MART

with DAG(
    dag_id="reprocess",
    doc_md=__doc__,
    schedule=None,
    start_date=datetime(2025, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=2,
    default_args={"retries": 3, "retry_delay": timedelta(seconds=30), "retry_exponential_backoff": True,
                  "weight_rule": "absolute", "max_active_tis_per_dagrun": reprocess.WORKERS},
    params={
        "sources": Param([], type=["null", "array"], items={"type": "string"}, description="Their keys, one a line"),
        "first_day": Param(None, type=["null", "string"], format="date", description="First day of publication"),
        "last_day": Param(None, type=["null", "string"], format="date", description="The last, included"),
        "everything": Param(False, type="boolean", description="Whatever is shown by another version"),
        "read": Param("text", enum=["text", "page"], description="From where to read again"),
        "part_size": Param(None, type=["null", "integer"], minimum=1, maximum=5000,
                           description="Articles of a part; empty: 500"),
        "name": Param(None, type=["null", "string"], description="Empty: made of what is asked for"),
        "rehearse": Param(False, type="boolean", description="Tell what a switch would do to the events"),
        "switch": Param(False, type="boolean", description="Show the new readings"),
    },
    tags=["communique"],
) as dag:

    @task
    def begin(params=None):
        return reprocess.begin(params, get_current_context())

    @task(map_index_template="{{ progress | default('begins') }}")
    def read(lane):
        return reprocess.read(**lane, context=get_current_context())

    @task(trigger_rule="all_done")
    def compare(params=None):
        return reprocess.compare(get_current_context(), params["rehearse"])

    @task.short_circuit
    def is_to_be_switched(params=None) -> bool:
        return params["switch"]

    @task(outlets=[MART])
    def switch():
        return reprocess.change(get_current_context())

    read.expand(lane=begin()) >> compare() >> is_to_be_switched() >> switch()
