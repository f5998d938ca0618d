"""Which marts there are, what their columns hold, and how each column's values are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, LiteralString

from psycopg import sql as compose

from communique.exports.errors import ExportError
from communique.warehouse.connection import Connection, sql

# A value of a PostgreSQL type as text of the Table Schema's lexical form: JSON for lists, true and false, ISO 8601.
_AS_TEXT: Final[dict[str, LiteralString]] = {
    "boolean": "{}::text",
    "text[]": "to_json({})::text",
    "timestamp with time zone": "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
}
_FIELD_TYPES: Final = {
    "boolean": "boolean", "smallint": "integer", "integer": "integer", "bigint": "integer", "real": "number",
    "double precision": "number", "numeric": "number", "date": "date", "timestamp with time zone": "datetime",
    "text": "string", "text[]": "array",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its PostgreSQL type as the catalog names it, and what the warehouse says of it."""

    name: str
    type: str
    description: str

    @property
    def field_type(self) -> str:
        """The type in a Table Schema. What has none there, such as a range of days, is a string as PostgreSQL
        writes it."""
        return _FIELD_TYPES.get(self.type, "string")

    def as_text(self) -> compose.Composed:
        """The expression that gives the value in the lexical form of its field type."""
        template = _AS_TEXT.get(self.type, "{}::text" if self.type not in _FIELD_TYPES else "{}")
        return compose.SQL(template).format(compose.Identifier(self.name))

    def as_value(self) -> compose.Composed:
        """The expression that gives the value for a typed file: floating point for numeric, which the numbers of
        articles are read as; text for what no file type has."""
        if self.type == "numeric":
            template: LiteralString = "{}::double precision"
        else:
            template = "{}" if self.type in _FIELD_TYPES else "{}::text"
        return compose.SQL(template).format(compose.Identifier(self.name))


@dataclass(frozen=True, slots=True)
class Mart:
    """A relation of the schema mart."""

    name: str
    description: str
    columns: tuple[Column, ...]

    def query(self, *, text: bool) -> compose.Composed:
        """A query for all its rows, with every value as text or as a value under its column's name."""
        select = compose.SQL(", ").join(
            compose.SQL("{} AS {}").format(one.as_text() if text else one.as_value(), compose.Identifier(one.name))
            for one in self.columns)
        return compose.SQL("SELECT {} FROM {}").format(select, compose.Identifier("mart", self.name))


def find(connection: Connection, names: Sequence[str]) -> list[Mart]:
    """The marts with these names, with or without the schema before them, in their order; all where none is named.

    Raises ExportError for a name that no mart has.
    """
    found: dict[str, Mart] = {}
    for relation, words, column, type_, description in connection.execute(sql("exports/columns")):
        mart = found.get(relation) or Mart(relation, words or "", ())
        one = Column(column, type_, description or "")
        found[relation] = Mart(relation, mart.description, (*mart.columns, one))
    wanted = list(dict.fromkeys(name.removeprefix("mart.") for name in names)) or sorted(found)
    unknown = [name for name in wanted if name not in found]
    if unknown:
        raise ExportError(f"there is no mart {', '.join(unknown)}; there are {', '.join(sorted(found))}")
    return [found[name] for name in wanted]
