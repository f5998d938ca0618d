"""A mart as Parquet, by pyarrow, some thousand rows at a time."""

from __future__ import annotations

from typing import IO, Final

from communique.exports.errors import ExportError
from communique.exports.marts import Column, Mart
from communique.warehouse.connection import Connection

try:
    import pyarrow as pa  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from pyarrow import parquet
except ImportError as error:
    raise ExportError("Parquet needs pyarrow, which is not installed: install it, or take --format csv") from error

BATCH_ROWS: Final = 10_000
"""Rows in memory at a time, and in a row group of the file: some ten megabytes with the sentences of the evidence."""

_TYPES: Final = {
    "boolean": pa.bool_(), "smallint": pa.int16(), "integer": pa.int32(), "bigint": pa.int64(), "real": pa.float32(),
    "double precision": pa.float64(), "numeric": pa.float64(), "date": pa.date32(),
    "timestamp with time zone": pa.timestamp("us", tz="UTC"), "text[]": pa.list_(pa.string()),
}


def write(connection: Connection, mart: Mart, out: IO[bytes]) -> int:
    """Write the mart's rows to `out`; returns how many.

    Reads through a cursor of the server, so within a transaction. Descriptions of the mart and its columns go into the
    file's schema. A number of the type numeric becomes a double.
    """
    schema = pa.schema([_field(column) for column in mart.columns], metadata={"description": mart.description})
    rows = 0
    with (connection.cursor(f"export {mart.name}") as cursor,
          parquet.ParquetWriter(out, schema, compression="zstd") as file):
        cursor.itersize = BATCH_ROWS
        cursor.execute(mart.query(text=False))
        while batch := cursor.fetchmany(BATCH_ROWS):
            columns = [pa.array(values, type=field.type)
                       for values, field in zip(zip(*batch, strict=True), schema, strict=True)]
            file.write_batch(pa.record_batch(columns, schema=schema))
            rows += len(batch)
    return rows


def _field(column: Column) -> pa.Field:
    return pa.field(column.name, _TYPES.get(column.type, pa.string()), metadata={"description": column.description})
