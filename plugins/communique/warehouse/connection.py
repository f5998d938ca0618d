"""How to reach the warehouse, and the one door to its SQL files."""

from __future__ import annotations

from functools import cache
from typing import Any, LiteralString

import psycopg
from psycopg import sql as compose

from communique import settings

Connection = psycopg.Connection[tuple[Any, ...]]

STATEMENT_TIMEOUT_SECONDS = 300
LOCK_TIMEOUT_SECONDS = 60
IDLE_TIMEOUT_SECONDS = 600


class WarehouseError(Exception):
    """The warehouse cannot do what was asked; the message says why and what helps."""


WAREHOUSE_AWAY = (psycopg.Error, WarehouseError)
"""What a function over the warehouse raises when it does not answer."""


def connect(dsn: str, *, role: str | None = None, application: str = "communique") -> Connection:
    """Open a connection to the warehouse at `dsn` (a URI or a libpq string), in autocommit mode.

    Every function of this package that writes opens a transaction of its own, so nothing stays open between
    calls. Times come and go in UTC. `role` is taken on with SET ROLE, for who logs in as the owner.
    A statement may run 300 s, wait 60 s for a lock, and a transaction may idle 600 s: a dead worker frees its
    rows. Raises WarehouseError when the server cannot be reached; the message never holds the password.
    """
    options = (
        f"-c statement_timeout={STATEMENT_TIMEOUT_SECONDS}s"
        f" -c lock_timeout={LOCK_TIMEOUT_SECONDS}s"
        f" -c idle_in_transaction_session_timeout={IDLE_TIMEOUT_SECONDS}s"
    )
    try:
        conn = psycopg.connect(
            dsn, autocommit=True, application_name=application, options=options, connect_timeout=10
        )
        conn.execute("SET TIME ZONE 'UTC'")  # not by option: the variable PGTZ would win over it
    except psycopg.Error as error:
        raise WarehouseError(f"the warehouse cannot be reached: {error}; is its server up?") from error
    if role is not None:
        try:
            conn.execute(compose.SQL("SET ROLE {}").format(compose.Identifier(role)))
        except psycopg.Error as error:
            conn.close()
            raise WarehouseError(f"the role {role!r} cannot be taken on: {error}") from error
    return conn


@cache
def sql(name: str) -> LiteralString:
    """The text of `sql/<name>.sql`, such as "queue/claim". Raises WarehouseError for a name without a file."""
    path = settings.get().sql_dir / f"{name}.sql"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise WarehouseError(f"there is no SQL file {path}") from None
    return text  # a file of the checkout is as trusted as the code beside it, which is what LiteralString asks for
