"""What the warehouse takes on disk, table by table, with their indexes."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg

from benchmarks.load.server import Server

_SIZES = """
SELECT n.nspname || '.' || coalesce(parent.relname, c.relname),
    sum(pg_table_size(c.oid))::bigint, sum(pg_indexes_size(c.oid))::bigint, sum(greatest(c.reltuples, 0))::bigint
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_inherits AS i ON i.inhrelid = c.oid
LEFT JOIN pg_class AS parent ON parent.oid = i.inhparent
WHERE c.relkind = 'r' AND n.nspname IN ('core', 'quarantine', 'landing')
GROUP BY 1
HAVING sum(pg_total_relation_size(c.oid)) > 100000
ORDER BY sum(pg_total_relation_size(c.oid)) DESC
"""
_INDEXES = """
SELECT coalesce(parent.relname, c.relname), sum(pg_relation_size(c.oid))::bigint
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_inherits AS i ON i.inhrelid = c.oid
LEFT JOIN pg_class AS parent ON parent.oid = i.inhparent
WHERE c.relkind = 'i' AND n.nspname = 'core'
GROUP BY 1 ORDER BY 2 DESC LIMIT %s
"""
LARGEST = 12


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its months counted together: bytes of its rows (long values with them) and of its indexes."""

    name: str
    heap: int
    indexes: int
    rows: int


@dataclass(frozen=True, slots=True)
class Disk:
    """The tables, the largest first, and the LARGEST indexes with their bytes."""

    tables: list[Table]
    indexes: list[tuple[str, int]]

    @property
    def total(self) -> int:
        """Bytes of everything."""
        return sum(one.heap + one.indexes for one in self.tables)


def measure(server: Server) -> Disk:
    """What there is now; it should have been vacuumed and analyzed, since rows are counted by the statistics."""
    with psycopg.connect(server.owner, autocommit=True) as conn:
        tables = [Table(*row) for row in conn.execute(_SIZES)]
        return Disk(tables, [(name, size) for name, size in conn.execute(_INDEXES, [LARGEST])])
