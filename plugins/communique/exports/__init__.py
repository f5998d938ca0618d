"""Marts as files: CSV or Parquet, with a datapackage.json that says what they hold (Frictionless Data Package v1)."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import IO, Final

import psycopg

from communique.exports import csv_file, package
from communique.exports.errors import ExportError
from communique.exports.marts import Mart, find
from communique.exports.package import File
from communique.warehouse.connection import Connection, connect, sql

__all__ = ["FORMATS", "ExportError", "File", "export"]

FORMATS: Final = ("csv", "parquet")


def export(dsn: str, names: Sequence[str], form: str, folder: Path, publishers: Mapping[str, str]) -> list[File]:
    """Write the marts `names` (all where none is named) of the warehouse at `dsn` into `folder`, a file each, and
    datapackage.json; returns what was written.

    All files show one moment. Rows pass through in blocks, so that memory stays bounded however large a mart is. A
    file appears under its name when it is whole, and replaces an older one; `folder` is made where it is missing.
    `publishers` gives the address of each by its key in the source registry. Raises ExportError for a form or mart
    that there is not and where Parquet is asked for without pyarrow, OSError where the folder cannot be written.
    """
    if form not in FORMATS:
        raise ExportError(f"there is no format {form}; there are {', '.join(FORMATS)}")
    with closing(connect(dsn, application="export")) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.transaction():
            connection.execute("SET LOCAL statement_timeout = 0")
            marts = find(connection, names)
            folder.mkdir(parents=True, exist_ok=True)
            files = [_file(connection, mart, form, folder) for mart in marts]
            told = [row[0] for row in connection.execute(sql("exports/publishers"))]
    with _whole(folder / "datapackage.json") as out:
        out.write(package.described(files, {key: publishers.get(key) for key in told}))
    return files


def _file(connection: Connection, mart: Mart, form: str, folder: Path) -> File:
    path = folder / f"{mart.name}.{form}"
    with _whole(path) as out:
        if form == "csv":
            rows = csv_file.write(connection, mart, out)
        else:
            from communique.exports import parquet_file  # pyarrow: only for who asks for it

            rows = parquet_file.write(connection, mart, out)
    return File.of(mart, path, rows)


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that gets its name when the block ends well, and is gone when it does not."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What the user keeps new files from: a temporary file is its maker's alone, an export is not."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
