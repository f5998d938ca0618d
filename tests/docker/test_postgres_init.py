"""The initialisation of the database container, run by psql on a PostgreSQL 18 of the test's own."""

from __future__ import annotations

import secrets
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique.local import databases
from communique.local.ports import free_port
from communique.local.postgres import Cluster, binaries, running

PASSWORDS = {"airflow": "AIRFLOW_DB_PASSWORD", "communique": "WAREHOUSE_OWNER_PASSWORD",
             "loader": "WAREHOUSE_LOADER_PASSWORD", "analyst": "WAREHOUSE_ANALYST_PASSWORD"}


def initialise(cluster: Cluster, script: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """As the image's entry point does: psql, the superuser, no password asked for, stop at the first error."""
    return subprocess.run(
        [str(binaries() / "psql"), "--no-psqlrc", "--no-password", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1",
         "-p", str(cluster.port), "-U", "postgres", "-d", "postgres", "-f", str(script)],
        env=environment | {"PGPASSWORD": cluster.password}, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def script(checkout: Path) -> Path:
    return checkout / "docker/postgres/10-databases.sql"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A cluster as the image makes it: nothing but the superuser."""
    folder = Path(tempfile.mkdtemp(prefix="communique-docker-"))
    with running(Cluster(folder / "postgres", free_port(), secrets.token_hex(8), folder / "postgres.log")) as server:
        yield server
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def ready(cluster: Cluster, script: Path, environment_of: Callable[[str], dict[str, str]]) -> Cluster:
    environment = environment_of("postgres")
    lacking = {name: value for name, value in environment.items() if name != "WAREHOUSE_ANALYST_PASSWORD"}
    refused = initialise(cluster, script, lacking)
    assert refused.returncode != 0, "a missing password must stop the initialisation"
    with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
        connection.execute("DROP ROLE airflow, communique, loader")
    done = initialise(cluster, script, environment)
    assert done.returncode == 0, done.stderr
    for password in PASSWORDS.values():
        assert environment[password] not in done.stdout + done.stderr
    return cluster


@pytest.fixture(scope="module")
def login(ready: Cluster, variables: dict[str, str]) -> Callable[[str, str], psycopg.Connection[Any]]:
    def connect(role: str, database: str) -> psycopg.Connection[Any]:
        return psycopg.connect(ready.dsn(database, role, variables[PASSWORDS[role]]), autocommit=True)

    return connect


@pytest.mark.parametrize(("role", "database"), [("airflow", "airflow"), ("communique", "warehouse")])
def test_each_database_has_its_owner(
    login: Callable[[str, str], psycopg.Connection[Any]], role: str, database: str
) -> None:
    with login(role, database) as connection:
        connection.execute("CREATE SCHEMA proof")
        connection.execute("DROP SCHEMA proof")


@pytest.mark.parametrize(("role", "database"), [
    ("airflow", "warehouse"), ("communique", "airflow"), ("loader", "airflow"), ("analyst", "airflow"),
])
def test_nobody_enters_the_database_of_others(
    login: Callable[[str, str], psycopg.Connection[Any]], role: str, database: str
) -> None:
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        login(role, database)


@pytest.mark.parametrize("role", ["loader", "analyst"])
def test_readers_and_loaders_may_enter_but_not_build(
    login: Callable[[str, str], psycopg.Connection[Any]], role: str
) -> None:
    with login(role, "warehouse") as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE SCHEMA proof")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE public.proof (n int)")


def test_the_owner_may_change_the_passwords_later(
    login: Callable[[str, str], psycopg.Connection[Any]], ready: Cluster, variables: dict[str, str]
) -> None:
    with login("communique", "warehouse") as connection:
        connection.execute("ALTER ROLE analyst PASSWORD 'another'")
        with psycopg.connect(ready.dsn("warehouse", "analyst", "another")) as analyst:
            assert analyst.execute("SELECT current_user").fetchone() == ("analyst",)
        connection.execute(f"ALTER ROLE analyst PASSWORD '{variables['WAREHOUSE_ANALYST_PASSWORD']}'".encode())


def test_the_roles_are_those_of_the_local_stack(ready: Cluster) -> None:
    with psycopg.connect(ready.dsn()) as connection:
        rows = connection.execute("SELECT rolname, rolsuper, rolcreaterole FROM pg_roles "
                                  "WHERE rolcanlogin AND rolname <> 'postgres' ORDER BY rolname").fetchall()
    assert rows == [(databases.AIRFLOW, False, False), (databases.ANALYST, False, False),
                    (databases.OWNER, False, True), (databases.LOADER, False, False)]


def test_the_warehouse_migrates_as_its_owner(
    login: Callable[[str, str], psycopg.Connection[Any]], ready: Cluster, variables: dict[str, str]
) -> None:
    migrate = pytest.importorskip("communique.warehouse.migrate").migrate
    migrate(ready.dsn("warehouse", "communique", variables[PASSWORDS["communique"]]))
    with login("analyst", "warehouse") as connection:
        assert connection.execute("SELECT count(*) FROM mart.meetings").fetchone() == (0,)


def test_initdb_takes_the_arguments_that_compose_gives(
    cluster: Cluster, environment_of: Callable[[str], dict[str, str]]
) -> None:
    arguments = shlex.split(environment_of("postgres")["POSTGRES_INITDB_ARGS"])
    folder = cluster.data.with_name("initdb")
    folder.mkdir()
    cluster.who().own(folder)
    initdb = [*cluster.who().prefix, str(binaries() / "initdb"), "--no-sync", "-D", str(folder)]
    made = subprocess.run([*initdb, *arguments], cwd="/", capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert "Data page checksums are enabled" in made.stdout
    assert "C.UTF-8" in made.stdout
