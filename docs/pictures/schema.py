"""docs/schema.md: the warehouse's tables and how they hang together, drawn from the catalog of a migrated database.

.venv/bin/python docs/pictures/schema.py            # migrates a throwaway embedded PostgreSQL and writes the page anew
.venv/bin/python docs/pictures/schema.py --dsn ...  # asks a warehouse that stands
"""

from __future__ import annotations

import argparse
import re
import secrets
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.local import databases
from communique.local.ports import free_port
from communique.local.postgres import Cluster, running
from communique.warehouse.connection import Connection, connect
from communique.warehouse.migrate import migrate
from psycopg.rows import class_row

PAGE = Path(__file__).parents[1] / "schema.md"

# Partitions are left out: their table stands for them.
RELATIONS = """
SELECT n.nspname AS schema, c.relname AS name, c.relkind IN ('v', 'm') AS is_view,
    coalesce(obj_description(c.oid, 'pg_class'), '') AS words,
    (SELECT jsonb_agg(jsonb_build_array(a.attname, format_type(a.atttypid, NULL), EXISTS (
                SELECT FROM pg_constraint AS k
                WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY(k.conkey))) ORDER BY a.attnum)
     FROM pg_attribute AS a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('landing', 'staging', 'core', 'quarantine', 'reference', 'mart')
  AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition
ORDER BY n.nspname, c.relname
"""
LINKS = """
SELECT n.nspname AS schema, c.relname AS name, pn.nspname AS to_schema, p.relname AS to_name,
    ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u (attnum, place)
          JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.attnum ORDER BY u.place) AS columns,
    EXISTS (SELECT FROM pg_attribute AS a
            WHERE a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey) AND NOT a.attnotnull) AS is_optional,
    EXISTS (SELECT FROM pg_constraint AS o
            WHERE o.conrelid = k.conrelid AND o.contype IN ('p', 'u') AND o.conkey <@ k.conkey) AS is_single
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_class AS p ON p.oid = k.confrelid
JOIN pg_namespace AS pn ON pn.oid = p.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0 AND NOT c.relispartition
ORDER BY 1, 2, 5
"""

HEAD = """# The warehouse's schema

Made from the catalog by `.venv/bin/python docs/pictures/schema.py`; a test fails where this page is not what the
migrations give. What a column means, `\\d+ core.record` tells in `make psql`; how names are made,
[naming.md](naming.md).

Lines are foreign keys, from what is pointed to (left) to what points (right): `||` exactly one, `|o` one or none,
`o{` any number. Left out, for the sake of the others, are the lines to `core.batch` and `reference.country`, to which
nearly all point; their columns are marked FK. Marts are views and have no keys: their lines are drawn by the names of
columns, and only ids stand in their boxes.
"""
UNDRAWN = {("core", "batch"), ("reference", "country")}

_EVENTS = re.compile("event|pin$|record_block|country_pair|person_pair")
LAYERS: tuple[tuple[str, str], ...] = (
    ("Landing: what was announced and fetched", "landing"),
    ("Staging: a batch on its way", "staging"),
    ("Quarantine: what was held back", "quarantine"),
    ("Core: articles, records and their claims", "core"),
    ("Core: events", "core events"),
    ("Reference: what does not come from articles", "reference"),
    ("Marts: what analysts read", "mart"),
)

# A type is one word in a diagram.
_SHORT = {"timestamp with time zone": "timestamptz", "double precision": "float8"}
# By name, since views have no keys: the relation of the mart that a column leads to.
_LEADS = {"event_id": "events", "current_event_id": "events", "meeting_id": "meetings", "rule_id": "rules"}


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view of the warehouse; a column is its name, its type, and whether it is of the key."""

    schema: str
    name: str
    is_view: bool
    words: str
    columns: list[tuple[str, str, bool]]


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key from `name` to `to_name`; `is_single` where no two rows point to the same one."""

    schema: str
    name: str
    to_schema: str
    to_name: str
    columns: list[str]
    is_optional: bool
    is_single: bool


def page(connection: Connection) -> str:
    """The page, from the catalog of the warehouse that is asked; the same schema gives the same text."""
    with connection.cursor(row_factory=class_row(Relation)) as relations:
        found = relations.execute(RELATIONS).fetchall()
    with connection.cursor(row_factory=class_row(Link)) as asked:
        links = asked.execute(LINKS).fetchall()
    return "\n".join([HEAD, *(line for title, layer in LAYERS for line in _section(title, layer, found, links))])


def layer_of(relation: Relation) -> str:
    """Which of LAYERS shows the relation."""
    if relation.schema == "core":
        return "core events" if _EVENTS.match(relation.name) else "core"
    return relation.schema


def _section(title: str, layer: str, found: list[Relation], links: list[Link]) -> Iterator[str]:
    shown = [relation for relation in found if layer_of(relation) == layer]
    drawn = [relation for relation in shown if layer == "mart" or not relation.is_view]
    yield f"## {title}\n\n```mermaid\nerDiagram"
    if layer == "mart":
        yield from _mart_lines(drawn)
    else:
        yield from _lines(drawn, links)
    for relation in drawn:
        yield from _box(relation, links)
    yield "```\n\n| | one row is |\n|---|---|"
    for relation in shown:
        yield f"| `{relation.schema}.{relation.name}` | {relation.words.replace('|', '/')} |"
    yield ""


def _lines(drawn: Iterable[Relation], links: list[Link]) -> Iterator[str]:
    own = {(relation.schema, relation.name) for relation in drawn}
    outside: dict[tuple[str, str], None] = {}
    lines = []
    for link in links:
        target = (link.to_schema, link.to_name)
        if (link.schema, link.name) not in own or target in UNDRAWN:
            continue
        if target not in own:
            outside[target] = None
        left, right = "|o" if link.is_optional else "||", "o|" if link.is_single else "o{"
        lines.append(f'    {_id(target, own)} {left}--{right} {link.name} : "{", ".join(link.columns)}"')
    for target in outside:
        yield f'    {_id(target, own)}["{".".join(target)}"]'
    yield from lines


def _id(target: tuple[str, str], own: set[tuple[str, str]]) -> str:
    return target[1] if target in own else "_".join(target)


def _mart_lines(drawn: list[Relation]) -> Iterator[str]:
    for relation in drawn:
        names = [name for name, *_ in relation.columns]
        for name in names:
            if name == "event_id" and "current_event_id" in names:
                continue  # an id that leads to no event any more
            if name in _LEADS and relation.name != _LEADS[name]:
                yield f'    {_LEADS[name]} ||--o{{ {relation.name} : "{name}"'


def _box(relation: Relation, links: list[Link]) -> Iterator[str]:
    """A box with all columns; of a view, which has many and no keys, those by which it is joined."""
    pointing = {name for link in links if (link.schema, link.name) == (relation.schema, relation.name)
                for name in link.columns}
    columns = [column for column in relation.columns if column[0].endswith("_id") or not relation.is_view]
    if not columns:
        yield f"    {relation.name}"
        return
    yield f"    {relation.name} {{"
    for name, kind, is_key in columns:
        marks = ", ".join(mark for mark, holds in (("PK", is_key), ("FK", name in pointing)) if holds)
        yield f"        {_type(kind)} {name} {marks}".rstrip()
    yield "    }"


def _type(kind: str) -> str:
    return _SHORT.get(kind, kind.rpartition(".")[2])


@contextmanager
def _migrated() -> Iterator[str]:
    """The connection string of a throwaway warehouse with all migrations."""
    with tempfile.TemporaryDirectory(prefix="communique-schema-") as folder:
        cluster = Cluster(Path(folder, "postgres"), free_port(), secrets.token_hex(8), Path(folder, "log"))
        passwords = {role: secrets.token_hex(8) for role in (
            databases.AIRFLOW, databases.OWNER, databases.LOADER, databases.ANALYST)}
        with running(cluster):
            databases.ensure(cluster, passwords)
            dsn = cluster.dsn(databases.WAREHOUSE, databases.OWNER, passwords[databases.OWNER])
            migrate(dsn)
            yield dsn


def _write(dsn: str, to: Path) -> None:
    with closing(connect(dsn, application="schema page")) as connection:
        to.write_text(page(connection), encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description="Draw the warehouse's schema.")
    parser.add_argument("--dsn", help="a migrated warehouse, asked as its owner or loader; else one is made for it")
    parser.add_argument("--to", type=Path, default=PAGE)
    given: Any = parser.parse_args(arguments)
    if given.dsn:
        _write(given.dsn, given.to)
    else:
        with _migrated() as dsn:
            _write(dsn, given.to)


if __name__ == "__main__":
    main()
