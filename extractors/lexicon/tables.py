"""The tables beside this module, as rows."""

from __future__ import annotations

import csv
import io
from importlib import resources


def rows(table: str) -> list[dict[str, str]]:
    """The rows of `data/<table>.csv` in file order, every cell a string (empty where nothing is known).

    Raises FileNotFoundError for a table that is not shipped, ValueError where a row has not a cell for each column.
    """
    path = resources.files("extractors.lexicon").joinpath("data", f"{table}.csv")
    header, *lines = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    return [dict(zip(header, line, strict=True)) for line in lines if line]


def split(cell: str) -> list[str]:
    """The values of a cell that holds several, which the tables part by '|'."""
    return [value for value in cell.split("|") if value]
