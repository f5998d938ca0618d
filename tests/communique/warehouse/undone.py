"""Migrations taken back, as far as somebody wants."""

from __future__ import annotations

from communique import settings
from communique.warehouse.connection import Connection


def undo(conn: Connection, first: str) -> list[str]:
    """Take back the migrations from the one that begins with `first` on; their names in order."""
    files = [path for path in sorted((settings.get().sql_dir / "migrations").glob("*.sql")) if path.name >= first]
    for path in reversed(files):
        with conn.transaction():
            conn.execute(path.read_text(encoding="utf-8").split("-- migrate:down", 1)[1].encode())
    conn.execute("DELETE FROM public.schema_migrations WHERE version >= %s", [first])
    return [path.name for path in files]
