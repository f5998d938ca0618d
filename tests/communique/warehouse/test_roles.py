"""What each role may do, and above all what it may not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from communique.local import databases
from communique.warehouse.connection import WarehouseError, connect
from communique.warehouse.migrate import migrate
from psycopg import sql as compose

DATABASE = "warehouse_of_roles"


@pytest.fixture(scope="module")
def migrated(postgres: Any) -> Iterator[Any]:
    """A warehouse of this module: a role's settings do not come along with a copied database, so migrated itself."""
    databases.create(postgres, DATABASE, databases.OWNER)
    yield postgres
    with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
        superuser.execute(compose.SQL("DROP DATABASE {} WITH (FORCE)").format(compose.Identifier(DATABASE)))


@pytest.fixture
def logins(warehouse: Any, migrated: Any) -> dict[str, str]:
    """The connection strings of that warehouse by role."""
    given = {role: psycopg.conninfo.make_conninfo(getattr(warehouse, role), dbname=DATABASE)
             for role in ("owner", "loader", "analyst")}
    migrate(given["owner"])
    return given


@pytest.fixture
def analyst(logins: dict[str, str]) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(logins["analyst"], autocommit=True) as connection:
        yield connection


def test_the_analyst_reads_every_mart(analyst: psycopg.Connection[Any]) -> None:
    names = analyst.execute(
        "SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema IN ('mart', 'reference')"
    ).fetchall()
    assert ("mart", "meetings") in names
    for schema, name in names:
        analyst.execute(psycopg.sql.SQL("SELECT * FROM {}").format(psycopg.sql.Identifier(schema, name)))


def test_the_analyst_needs_no_schema_name(analyst: psycopg.Connection[Any]) -> None:
    assert analyst.execute("SELECT count(*) FROM meetings").fetchone() == (0,)


def allowed(conn: psycopg.Connection[Any], statements: tuple[Any, ...]) -> list[str]:
    """Those of the statements that are not refused for want of a privilege, with what they did instead."""
    found = []
    for statement in statements:
        try:
            conn.execute(statement)
            found.append(f"{statement}: done")
        except psycopg.errors.InsufficientPrivilege:
            continue
        except psycopg.Error as error:
            found.append(f"{statement}: {error}")
    return found


ANALYST_MAY_NOT = (
    "SELECT * FROM core.record",
    "SELECT core.open_month(202601)",
    "SELECT * FROM landing.entry",
    "SELECT * FROM staging.article",
    "SELECT * FROM quarantine.record",
    "UPDATE reference.country SET name = 'x'",
    "DELETE FROM reference.country",
    "CREATE TABLE mart.mine (a int)",
    "CREATE TABLE public.mine (a int)",
    "CREATE SCHEMA mine",
    "CREATE TEMPORARY TABLE mine (a int)",
    "SET ROLE loader",
    "COPY reference.country TO PROGRAM 'cat'",
    "SELECT pg_read_file('/etc/passwd')",
)


def test_the_analyst_may_not(analyst: psycopg.Connection[Any]) -> None:
    analyst.execute("SET default_transaction_read_only = off")  # a default, and not what protects the warehouse
    assert allowed(analyst, ANALYST_MAY_NOT) == []


def test_the_analysts_sessions_are_read_only_and_bounded(analyst: psycopg.Connection[Any]) -> None:
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        analyst.execute("UPDATE reference.country SET name = 'x'")
    assert analyst.execute("SHOW statement_timeout").fetchone() == ("1min",)
    assert analyst.execute("SHOW idle_in_transaction_session_timeout").fetchone() == ("10min",)


LOADER_MAY_NOT = (
    "DROP TABLE core.record",
    "DROP VIEW mart.meetings",
    "DROP SCHEMA staging CASCADE",
    "ALTER TABLE landing.entry ADD COLUMN mine int",
    "CREATE TABLE core.mine (a int)",
    "CREATE TABLE public.mine (a int)",
    "CREATE SCHEMA mine",
    "CREATE VIEW mart.mine AS SELECT 1",
    "TRUNCATE core.record CASCADE",
    "TRUNCATE staging.record",
    "DELETE FROM core.record",
    "DELETE FROM core.article",
    "DELETE FROM core.record_json",
    "SELECT * FROM months.record_json_before",
    "DROP TABLE months.record_json_before",
    "CREATE TABLE months.mine PARTITION OF core.record_json FOR VALUES FROM (-2) TO (-1)",
    "SELECT core.detach_month(202601)",
    "SELECT core.attach_month(202601)",
    "SELECT setval('core.record_number', 1)",
    "DELETE FROM landing.entry",
    "DELETE FROM landing.capture",
    "DELETE FROM quarantine.record",
    "UPDATE reference.country SET name = 'x'",
    "SET ROLE analyst",
    "COMMENT ON TABLE core.record IS 'mine'",
    "SELECT * FROM public.schema_migrations",
)


def test_the_loader_may_not(warehouse: Any) -> None:
    with connect(warehouse.loader) as conn:
        assert allowed(conn, LOADER_MAY_NOT) == []


def test_who_is_neither_may_not_enter(postgres: Any, warehouse: Any) -> None:
    with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
        superuser.execute("CREATE ROLE stranger LOGIN PASSWORD 'stranger'")
    try:
        dsn = psycopg.conninfo.make_conninfo(warehouse.owner, user="stranger", password="stranger")
        with pytest.raises(WarehouseError, match="permission denied"):
            connect(dsn)
    finally:
        with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
            superuser.execute("DROP ROLE stranger")


def test_a_role_can_be_taken_on_only_by_a_member(warehouse: Any) -> None:
    with connect(warehouse.owner, role="loader") as conn:
        assert conn.execute("SELECT current_user").fetchone() == ("loader",)
    with pytest.raises(WarehouseError, match="cannot be taken on"):
        connect(warehouse.loader, role="analyst")


def test_times_are_utc_whatever_the_client_says(warehouse: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGTZ", "Asia/Almaty")
    with connect(warehouse.loader) as conn:
        assert conn.execute("SHOW TimeZone").fetchone() == ("UTC",)
