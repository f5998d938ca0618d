"""What every test may use: a throwaway embedded PostgreSQL and freshly migrated warehouses on it.

The whole session is held to loopback (tests/guard): a test in which anything tries to leave it fails.
"""

from __future__ import annotations

import itertools
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from communique.local import databases
from communique.local.ports import free_port
from communique.local.postgres import Cluster, running
from psycopg import sql

from tests.guard import loopback

LOOPBACK = loopback.Loopback()
LOOPBACK.install()

_numbers = itertools.count(1)
PASSWORDS = {role: secrets.token_hex(8) for role in (
    databases.AIRFLOW, databases.OWNER, databases.LOADER, databases.ANALYST)}


@pytest.fixture(scope="session", autouse=True)
def children_stay_on_loopback() -> Iterator[Path]:
    """Holds the Python processes that tests start to loopback too; the value is the file of their attempts."""
    folder = Path(loopback.__file__).parent
    with (tempfile.NamedTemporaryFile(prefix="communique-beyond-loopback-") as told,
          pytest.MonkeyPatch.context() as patch):
        patch.setenv(loopback.FILE_VARIABLE, told.name)
        patch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep)
        yield Path(told.name)


@pytest.fixture(autouse=True)
def network(children_stay_on_loopback: Path) -> Iterator[loopback.Loopback]:
    """The names that there are in this test, and its attempts to leave loopback: with one left, the test fails."""
    LOOPBACK.forget()
    before = children_stay_on_loopback.stat().st_size
    yield LOOPBACK
    attempts = LOOPBACK.attempts + children_stay_on_loopback.read_text(encoding="utf-8")[before:].split()
    LOOPBACK.forget()
    assert attempts == [], "something tried to leave loopback"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """An embedded PostgreSQL of this test session, in a folder that goes with it."""
    folder = Path(tempfile.mkdtemp(prefix="communique-test-"))
    cluster = Cluster(folder / "postgres", free_port(), secrets.token_hex(8), folder / "postgres.log")
    try:
        with running(cluster):
            with psycopg.connect(cluster.dsn(), autocommit=True) as superuser:
                superuser.execute("ALTER SYSTEM SET fsync = off")  # it is thrown away: no test needs its disk
                superuser.execute("SELECT pg_reload_conf()")
            databases.ensure(cluster, PASSWORDS)
            yield cluster
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Warehouse:
    """The connection strings of one test warehouse, by role."""

    def __init__(self, cluster: Cluster, database: str) -> None:
        self.owner = cluster.dsn(database, databases.OWNER, PASSWORDS[databases.OWNER])
        self.loader = cluster.dsn(database, databases.LOADER, PASSWORDS[databases.LOADER])
        self.analyst = cluster.dsn(database, databases.ANALYST, PASSWORDS[databases.ANALYST])


@pytest.fixture(scope="session")
def warehouse_template(postgres: Cluster) -> str:
    """The name of a migrated warehouse that the fresh ones are copied from."""
    from communique.warehouse.migrate import migrate

    databases.create(postgres, "warehouse_template", databases.OWNER)
    migrate(postgres.dsn("warehouse_template", databases.OWNER, PASSWORDS[databases.OWNER]))
    return "warehouse_template"


@pytest.fixture
def warehouse(postgres: Cluster, warehouse_template: str) -> Iterator[Warehouse]:
    """A migrated, empty warehouse of this test alone."""
    name = f"warehouse_{next(_numbers)}"
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(databases.OWNER), sql.Identifier(warehouse_template)))
        databases.admit(connection, name)
        yield Warehouse(postgres, name)
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def warehouse_dsn(warehouse: Warehouse) -> str:
    """The owner's connection string of a migrated, empty warehouse of this test alone."""
    return warehouse.owner
