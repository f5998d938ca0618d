"""Asks the api-server whether one of Airflow's components is healthy: `healthy.py scheduler`.

Airflow's own `airflow jobs check` imports all of Airflow, five seconds of CPU time at every check of every container.
This asks about the component, not about the one container: with several schedulers, any live one will do.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from collections.abc import Mapping
from urllib.parse import urljoin

EXECUTION_API = "AIRFLOW__CORE__EXECUTION_API_SERVER_URL"
PATH = "/api/v2/monitor/health"
TIMEOUT_SECONDS = 8.0


def complaint(component: str, environment: Mapping[str, str]) -> str | None:
    """What ails `component` (a key of Airflow's health report: metadatabase, scheduler, triggerer, dag_processor).

    None where it is healthy. The api-server's address is that of the setting for the Execution API.
    """
    url = urljoin(environment[EXECUTION_API], PATH)
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as response:  # noqa: S310 - our own setting
            report = json.load(response)
    except (OSError, ValueError) as error:
        return f"{url} does not answer: {error}"
    if component not in report:
        return f"{url} reports no {component}, only {', '.join(report)}"
    status = report[component]["status"]
    return None if status == "healthy" else f"{component} is {status}"


if __name__ == "__main__":
    sys.exit(complaint(sys.argv[1], os.environ))
