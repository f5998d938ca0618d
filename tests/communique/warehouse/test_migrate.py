"""Migration: complete, repeatable, safe beside another migrator, and clear when it fails."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique import settings
from communique.local import databases
from communique.warehouse.connection import WarehouseError, connect, sql
from communique.warehouse.migrate import MigrationError, migrate
from psycopg import sql as compose

_numbers = itertools.count(1)
FILES = sorted(path.name for path in (settings.get().sql_dir / "migrations").glob("*.sql"))
SCHEMAS = ["landing", "staging", "core", "quarantine", "mart", "reference"]


@pytest.fixture
def empty(postgres: Any, warehouse: Any) -> Iterator[str]:
    """The owner's connection string of a database that nothing has been done to."""
    name = f"unmigrated_{next(_numbers)}"
    databases.create(postgres, name, databases.OWNER)
    try:
        yield psycopg.conninfo.make_conninfo(warehouse.owner, dbname=name)
    finally:
        with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
            superuser.execute(compose.SQL("DROP DATABASE {} WITH (FORCE)").format(compose.Identifier(name)))


def with_sql(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, text: str) -> None:
    """Let the project's SQL stand in `folder`, with one more migration."""
    shutil.copytree(settings.get().sql_dir, folder / "sql")
    (folder / "sql" / "migrations" / name).write_text(text, encoding="utf-8")
    changed = settings.get().model_copy(update={"home": folder})
    monkeypatch.setattr(settings, "get", lambda: changed)
    sql.cache_clear()


def test_a_second_migration_applies_nothing(empty: str) -> None:
    assert migrate(empty) == FILES
    assert migrate(empty) == []


def test_a_url_with_unusual_characters_in_it_is_migrated(postgres: Any, empty: str) -> None:
    given = psycopg.conninfo.conninfo_to_dict(empty)
    password = "p@ss:w/rd %?#&é"
    with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
        superuser.execute(compose.SQL(
            "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'odd user') THEN "
            "CREATE ROLE \"odd user\" SUPERUSER LOGIN; END IF; END $$"))
        superuser.execute(compose.SQL("ALTER ROLE \"odd user\" PASSWORD {}").format(compose.Literal(password)))
        dsn = psycopg.conninfo.make_conninfo(empty, user="odd user", password=password)
        assert given["user"] != "odd user"
        assert migrate(dsn) == FILES


def test_two_migrators_at_once_apply_each_migration_once(empty: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        applied = list(pool.map(migrate, [empty, empty]))
    assert sorted(applied, key=len) == [[], FILES]


def test_warehouses_of_one_server_can_be_migrated_at_once(postgres: Any, empty: str) -> None:
    names = [f"beside_{n}" for n in range(3)]
    dsns = [psycopg.conninfo.make_conninfo(empty, dbname=name) for name in names]
    with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
        try:
            for name in names:
                databases.create(postgres, name, databases.OWNER)
            with ThreadPoolExecutor(3) as pool:
                assert list(pool.map(migrate, dsns)) == [FILES] * 3
        finally:
            for name in names:
                superuser.execute(compose.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
                    compose.Identifier(name)))


def test_a_broken_migration_is_named_and_leaves_nothing(
    empty: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    name = "99990101000000_broken.sql"
    with_sql(monkeypatch, tmp_path, name,
             "-- migrate:up\nCREATE TABLE core.half (a int);\nSELECT * FROM nowhere;\n-- migrate:down\n")
    try:
        with pytest.raises(MigrationError, match=f"{name}.*nowhere") as raised:
            migrate(empty)
    finally:
        sql.cache_clear()
    secret = str(psycopg.conninfo.conninfo_to_dict(empty)["password"])
    assert secret not in str(raised.value)
    with connect(empty) as conn:
        assert conn.execute("SELECT to_regclass('core.half'), to_regclass('core.record')").fetchone() == (
            None, "core.record")


def test_a_column_without_a_comment_is_noticed_by_the_check_below(
    empty: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_sql(monkeypatch, tmp_path, "99990101000000_undescribed.sql",
             "-- migrate:up\nCREATE TABLE core.undescribed (nothing_like_it int);\n-- migrate:down\n")
    try:
        migrate(empty)
    finally:
        sql.cache_clear()
    assert undescribed(empty) == ["core.undescribed.", "core.undescribed.nothing_like_it"]


def test_a_comment_on_what_is_not_there_is_refused(
    empty: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_sql(monkeypatch, tmp_path, "99990101000000_renamed.sql",
             "-- migrate:up\nALTER TABLE core.topic RENAME topic TO subject;\n-- migrate:down\n")
    try:
        with pytest.raises(MigrationError, match=r"comments.sql failed.*core.topic.topic"):
            migrate(empty)
    finally:
        sql.cache_clear()


def undescribed(dsn: str) -> list[str]:
    with connect(dsn) as conn:
        rows = conn.execute(
            """
            SELECT n.nspname || '.' || c.relname || '.' || coalesce(a.attname, '')
            FROM pg_class AS c
            JOIN pg_namespace AS n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (
                SELECT attname::text, attnum::int FROM pg_attribute
                WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                UNION ALL SELECT NULL, 0) AS a
            WHERE n.nspname = ANY(%s) AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
              AND coalesce(CASE a.attnum WHEN 0 THEN obj_description(c.oid, 'pg_class')
                           ELSE col_description(c.oid, a.attnum) END, '') = ''
            ORDER BY 1
            """,
            [SCHEMAS],
        ).fetchall()
    return [str(row[0]) for row in rows]


def test_every_relation_and_column_is_described(warehouse_dsn: str) -> None:
    assert undescribed(warehouse_dsn) == []


def test_every_migration_can_be_undone_and_done_again(empty: str) -> None:
    migrate(empty)
    with connect(empty) as conn:
        for name in reversed(FILES):
            text = (settings.get().sql_dir / "migrations" / name).read_text(encoding="utf-8")
            conn.execute(text.split("-- migrate:down", 1)[1].encode())
        assert conn.execute(
            "SELECT count(*) FROM pg_namespace WHERE nspname = ANY(%s)", [SCHEMAS]).fetchone() == (0,)
        conn.execute("DELETE FROM public.schema_migrations")
    assert migrate(empty) == FILES


def test_all_of_iso_3166_is_there_with_kosovo(warehouse_dsn: str) -> None:
    with connect(warehouse_dsn) as conn:
        row = conn.execute(
            "SELECT count(*), count(*) FILTER (WHERE is_un_member), count(*) FILTER (WHERE country = 'XK') "
            "FROM reference.country").fetchone()
    assert row == (250, 193, 1)


def test_reference_rows_are_only_touched_where_they_changed(empty: str) -> None:
    migrate(empty)
    with connect(empty) as conn:
        conn.execute("UPDATE reference.country SET name = 'Elsewhere' WHERE country = 'KZ'")
        before = dict(conn.execute("SELECT country, xmin::text FROM reference.country").fetchall())
        migrate(empty)
        after = dict(conn.execute("SELECT country, xmin::text FROM reference.country").fetchall())
        assert conn.execute("SELECT name FROM reference.country WHERE country = 'KZ'").fetchone() == ("Kazakhstan",)
    assert {country for country in before if before[country] != after[country]} == {"KZ"}


def test_no_server_is_a_clear_error(warehouse: Any) -> None:
    secret = "not-to-be-told"
    with pytest.raises(WarehouseError, match="cannot be reached") as raised:
        migrate(f"postgresql://nobody:{secret}@127.0.0.1:1/warehouse")
    assert secret not in str(raised.value)


def test_a_sql_file_that_is_not_there_is_named() -> None:
    with pytest.raises(WarehouseError, match=r"no SQL file .*no_such_file"):
        sql("queue/no_such_file")
