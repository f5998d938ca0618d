"""Who may log in to a warehouse that somebody else runs."""

from __future__ import annotations

from collections.abc import Mapping

import psycopg
from psycopg import sql as compose


def grant_logins(dsn: str, passwords: Mapping[str, str]) -> None:
    """Let each role in `passwords` log in with its password; `dsn` is a role that may alter them.

    Idempotent. Raises psycopg.Error when the server refuses.
    """
    with psycopg.connect(dsn, autocommit=True) as connection:
        for role, password in passwords.items():
            connection.execute(compose.SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(
                compose.Identifier(role), compose.Literal(password)))
