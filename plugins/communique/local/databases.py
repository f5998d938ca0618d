"""The two databases of the embedded cluster, and who may enter them."""

from __future__ import annotations

from collections.abc import Mapping

import psycopg
from psycopg import sql

from communique.local.postgres import Cluster

Connection = psycopg.Connection[tuple[object, ...]]

AIRFLOW = "airflow"
WAREHOUSE = "warehouse"
OWNER = "communique"
LOADER = "loader"
ANALYST = "analyst"


def ensure(cluster: Cluster, passwords: Mapping[str, str]) -> None:
    """Create the roles `airflow`, `communique` (the warehouse's owner), `loader` and `analyst` and both databases.

    Idempotent; `passwords` names one for each role and is set anew each time, so that a regenerated secrets
    file cures itself.
    """
    with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
        for role in (AIRFLOW, OWNER, LOADER, ANALYST):
            _ensure_role(connection, role, passwords[role])
        connection.execute(sql.SQL("ALTER ROLE {} CREATEROLE").format(sql.Identifier(OWNER)))
        for role in (LOADER, ANALYST):
            connection.execute(sql.SQL("GRANT {} TO {} WITH ADMIN OPTION").format(
                sql.Identifier(role), sql.Identifier(OWNER)))
    create(cluster, AIRFLOW, AIRFLOW)
    create(cluster, WAREHOUSE, OWNER)


def create(cluster: Cluster, database: str, owner: str) -> None:
    """Create `database` for `owner` where it is missing, closed to all but those whom it is for."""
    with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if not found:
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(
                sql.Identifier(database), sql.Identifier(owner)))
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(database)))
        if owner == OWNER:
            admit(connection, database)


def admit(connection: Connection, database: str) -> None:
    """Let the loader and the analyst into a warehouse, and nobody else but its owner."""
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(database)))
    connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}, {}").format(
        sql.Identifier(database), sql.Identifier(LOADER), sql.Identifier(ANALYST)))


def _ensure_role(connection: Connection, role: str, password: str) -> None:
    found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    verb = sql.SQL("ALTER" if found else "CREATE")
    connection.execute(sql.SQL("{} ROLE {} LOGIN PASSWORD {}").format(
        verb, sql.Identifier(role), sql.Literal(password)))
