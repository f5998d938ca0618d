"""The health check against a server that reports as Airflow's api-server does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from communique.local.ports import free_port

REPORT = {
    "metadatabase": {"status": "healthy"},
    "scheduler": {"status": "healthy", "latest_scheduler_heartbeat": "2026-02-03T10:00:00+00:00"},
    "triggerer": {"status": "unhealthy", "latest_triggerer_heartbeat": "2026-02-03T09:00:00+00:00"},
    "dag_processor": {"status": None, "latest_dag_processor_heartbeat": None},
}


class ApiServer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = self.path == "/api/v2/monitor/health"
        body = json.dumps(REPORT).encode() if known else b"<html>not here</html>"
        self.send_response(200 if known else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the test's output is the check's."""


@pytest.fixture
def execution_api() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), ApiServer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/execution/"
        server.shutdown()


def check(checkout: Path, component: str, url: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": url}
    return subprocess.run([sys.executable, str(checkout / "docker/healthy.py"), component],
                          env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("component", ["metadatabase", "scheduler"])
def test_healthy(checkout: Path, execution_api: str, component: str) -> None:
    result = check(checkout, component, execution_api)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(("component", "said"), [
    ("triggerer", "triggerer is unhealthy"),
    ("dag_processor", "dag_processor is None"),
    ("trigerer", "reports no trigerer"),
])
def test_not_healthy(checkout: Path, execution_api: str, component: str, said: str) -> None:
    result = check(checkout, component, execution_api)
    assert result.returncode == 1
    assert said in result.stderr


def test_an_api_server_that_does_not_answer_is_named(checkout: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}/execution/"
    result = check(checkout, "scheduler", url)
    assert result.returncode == 1
    assert "does not answer" in result.stderr
    assert "Traceback" not in result.stderr
