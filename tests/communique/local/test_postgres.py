"""The launcher of the embedded PostgreSQL: what it makes, mends and refuses."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from communique.local.errors import LocalError
from communique.local.ports import free_port
from communique.local.postgres import Cluster, running


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    folder = Path(tempfile.mkdtemp(prefix="communique-test-"))  # 0700: closed to the server's account when root
    yield Cluster(folder / "postgres", free_port(), secrets.token_hex(8), folder / "postgres.log")
    shutil.rmtree(folder, ignore_errors=True)


def ask(cluster: Cluster, question: str) -> object:
    with psycopg.connect(cluster.dsn()) as connection:
        row = connection.execute(question.encode()).fetchone()
        assert row is not None
        return row[0]


def test_it_is_what_the_design_asks_for(cluster: Cluster) -> None:
    with running(cluster):
        assert str(ask(cluster, "SHOW server_version")).startswith("18.")
        assert ask(cluster, "SHOW data_checksums") == "on"
        assert ask(cluster, "SHOW listen_addresses") == "127.0.0.1"
        assert ask(cluster, "SHOW password_encryption") == "scram-sha-256"
        assert ask(cluster, "SELECT datlocprovider::text || datlocale FROM pg_database LIMIT 1") == "bC.UTF-8"
        pid = int((cluster.data / "postmaster.pid").read_text().split()[0])
        assert psutil.Process(pid).uids().effective != 0
        rules = (cluster.data / "pg_hba.conf").read_text()
        assert not [r for r in rules.splitlines() if not r.startswith("#") and "trust" in r]


def test_a_wrong_password_does_not_enter(cluster: Cluster) -> None:
    with running(cluster), pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(cluster.dsn(password="wrong"))


def test_a_killed_server_starts_again_with_its_data(cluster: Cluster) -> None:
    with running(cluster):
        with psycopg.connect(cluster.dsn()) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        assert cluster.process is not None
        pid = int((cluster.data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        cluster.process.wait(10)
        cluster.start()
        assert ask(cluster, "SELECT answer FROM kept") == 42


def test_a_stale_pid_of_somebody_else_is_cleared(cluster: Cluster) -> None:
    cluster.initialise()
    (cluster.data / "postmaster.pid").write_text(f"{os.getpid()}\n{cluster.data}\n")
    with running(cluster):
        assert ask(cluster, "SELECT 1") == 1


def test_a_server_that_outlived_its_supervisor_is_replaced(cluster: Cluster) -> None:
    cluster.initialise()
    cluster.start()
    orphan = cluster.process
    assert orphan is not None
    cluster.start()
    assert orphan.wait(10) == 0
    assert ask(cluster, "SELECT 1") == 1
    cluster.stop()


def test_a_half_made_cluster_is_made_anew(cluster: Cluster) -> None:
    making = cluster.data.with_name("postgres.making")
    (making / "base").mkdir(parents=True)
    with running(cluster):
        assert ask(cluster, "SELECT 1") == 1
    assert not making.exists()


def test_a_port_in_use_is_said_and_does_not_hang(cluster: Cluster, postgres: Cluster) -> None:
    cluster.initialise()
    cluster.port = postgres.port
    with pytest.raises(LocalError, match=r"could not bind|stopped while starting"):
        cluster.start()


def test_another_major_version_is_refused(cluster: Cluster) -> None:
    cluster.data.mkdir(parents=True)
    (cluster.data / "PG_VERSION").write_text("16\n")
    with pytest.raises(LocalError, match="PostgreSQL 16"):
        cluster.initialise()
