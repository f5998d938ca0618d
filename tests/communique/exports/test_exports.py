"""Marts as files: what is read back from them is what the mart holds, and the package describes them."""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import psycopg
import pytest
from communique import cli, exports
from communique.exports import ExportError, marts
from communique.warehouse.connection import WarehouseError
from psycopg import sql
from typer.testing import CliRunner

from tests.conftest import Warehouse

# What https://specs.frictionlessdata.io (version 1) demands of a package, its resources and their fields.
NAME = {"type": "string", "pattern": "^[-a-z0-9._/]+$"}
LINK = {"type": "object", "required": ["title"], "properties": {"path": {"type": "string", "format": "uri"}}}
PACKAGE = {
    "type": "object",
    "required": ["profile", "name", "resources", "sources", "licenses", "created"],
    "properties": {
        "profile": {"const": "data-package"}, "name": NAME, "created": {"type": "string", "format": "date-time"},
        "sources": {"type": "array", "minItems": 1, "items": LINK},
        "licenses": {"type": "array", "minItems": 1, "items": {"type": "object", "anyOf": [
            {"required": ["name"]}, {"required": ["path"]}]}},
        "resources": {"type": "array", "minItems": 1, "items": {
            "type": "object",
            "required": ["name", "path", "profile", "schema", "format", "mediatype", "bytes", "hash", "description"],
            "properties": {
                "name": NAME, "path": {"type": "string", "pattern": r"^(?!/)(?!.*\.\.)[^~]+$"},
                "profile": {"enum": ["data-resource", "tabular-data-resource"]},
                "bytes": {"type": "integer", "minimum": 0},
                "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
                "description": {"type": "string", "minLength": 10},
                "schema": {"type": "object", "required": ["fields"], "properties": {"fields": {
                    "type": "array", "minItems": 1, "items": {
                        "type": "object", "required": ["name", "type", "description"], "properties": {
                            "type": {"enum": ["string", "number", "integer", "boolean", "date", "datetime", "array"]},
                            "description": {"type": "string", "minLength": 3}}}}}},
            }}},
    },
}
READ: dict[str, Any] = {
    "string": str, "number": float, "integer": int, "date": date.fromisoformat, "datetime": datetime.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__, "array": json.loads,
}


@pytest.fixture(scope="module")
def analyst(sample_warehouse: Warehouse) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(sample_warehouse.analyst, autocommit=True, options="-c timezone=UTC") as connection:
        yield connection


def held(connection: psycopg.Connection[Any], name: str) -> list[tuple[Any, ...]]:
    """The rows of a mart, with what a table schema has no type for as text, in any fixed order."""
    [mart] = marts.find(connection, [name])
    columns = [sql.SQL("{}::text" if one.field_type == "string" else "{}").format(sql.Identifier(one.name))
               for one in mart.columns]
    rows = connection.execute(sql.SQL("SELECT {} FROM {}").format(
        sql.SQL(", ").join(columns), sql.Identifier("mart", name))).fetchall()
    return sorted((tuple(float(one) if one is not None and column.type == "numeric" else one
                         for one, column in zip(row, mart.columns, strict=True)) for row in rows), key=repr)


def test_every_mart_reads_back_from_csv_as_it_is(
        analyst: psycopg.Connection[Any], sample_warehouse: Warehouse, tmp_path: Path) -> None:
    files = exports.export(sample_warehouse.analyst, (), "csv", tmp_path, {})
    assert {file.mart.name for file in files} >= {"events", "meeting_pairs", "offices", "statements"}
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for file, resource in zip(files, package["resources"], strict=True):
        with (tmp_path / resource["path"]).open(encoding="utf-8", newline="") as text:
            header, *lines = csv.reader(text)
        fields = resource["schema"]["fields"]
        assert header == [field["name"] for field in fields]
        read = sorted((tuple(None if value == "" else READ[field["type"]](value)
                             for value, field in zip(line, fields, strict=True)) for line in lines), key=repr)
        wanted = held(analyst, file.mart.name)
        assert [tuple(map(str, row)) for row in read] == [tuple(map(str, row)) for row in wanted], file.name
        assert file.rows == len(wanted)
    assert sum(file.rows for file in files if file.mart.name == "events") > 20


def test_every_mart_reads_back_from_parquet_as_it_is(
        analyst: psycopg.Connection[Any], sample_warehouse: Warehouse, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    from communique.exports import parquet_file
    from pyarrow import parquet

    monkeypatch.setattr(parquet_file, "BATCH_ROWS", 7)  # so that there are several batches
    names = ["events", "figures", "event_participants", "pair_figures", "reprints", "corrections", "statements"]
    for file in exports.export(sample_warehouse.analyst, names, "parquet", tmp_path, {}):
        table = parquet.read_table(tmp_path / file.name)
        read = sorted((tuple(row.values()) for row in table.to_pylist()), key=repr)
        wanted = held(analyst, file.mart.name)
        assert [tuple(map(str, row)) for row in read] == [tuple(map(str, row)) for row in wanted], file.name
        assert parquet.ParquetFile(tmp_path / file.name).num_row_groups == -(-len(wanted) // 7)
        for column in file.mart.columns:
            assert table.schema.field(column.name).metadata[b"description"].decode() == column.description


def test_the_package_is_valid_and_says_what_every_column_means(sample_warehouse: Warehouse, tmp_path: Path) -> None:
    exports.export(sample_warehouse.analyst, (), "csv", tmp_path, {"sample": "https://saryarqa.example/"})
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(PACKAGE, format_checker=jsonschema.FormatChecker()).validate(package)
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names))
    assert {"title": "Publisher sample", "path": "https://saryarqa.example/"} in package["sources"]
    for resource in package["resources"]:
        contents = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(contents)
        assert resource["hash"] == "sha256:" + hashlib.sha256(contents).hexdigest()
    events = next(one for one in package["resources"] if one["name"] == "events")
    types = {field["name"]: field["type"] for field in events["schema"]["fields"]}
    assert (types["sides"], types["is_main"], types["start_day_earliest"], types["first_reported_at"],
            types["latitude"], types["source_count"]) == ("array", "boolean", "date", "datetime", "number", "integer")


@pytest.mark.parametrize("name", ["core.event", "nothing", 'events"; DROP TABLE core.event; --', ""])
def test_nothing_but_a_mart_is_exported(sample_warehouse: Warehouse, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="there is no mart"):
        exports.export(sample_warehouse.analyst, [name], "csv", tmp_path / "out", {})
    assert not (tmp_path / "out").exists()


def test_a_format_that_there_is_not_is_named(sample_warehouse: Warehouse, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no format xlsx"):
        exports.export(sample_warehouse.analyst, [], "xlsx", tmp_path, {})


def test_parquet_without_pyarrow_says_what_is_missing_and_leaves_nothing(
        sample_warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "communique.exports.parquet_file", raising=False)
    monkeypatch.delattr(exports, "parquet_file", raising=False)
    with pytest.raises(ExportError, match="pyarrow"):
        exports.export(sample_warehouse.analyst, ["events"], "parquet", tmp_path, {})
    assert list(tmp_path.iterdir()) == []


def test_an_older_export_stands_until_the_new_one_is_whole(
        sample_warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exports.export(sample_warehouse.analyst, ["events"], "csv", tmp_path, {})
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def torn(*given: Any) -> int:
        given[-1].write(b"half a li")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("communique.exports.csv_file.write", torn)
    with pytest.raises(OSError, match="No space left"):
        exports.export(sample_warehouse.analyst, ["events"], "csv", tmp_path, {})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_command_line_writes_them_and_says_so(
        sample_warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.cli._warehouse", lambda: sample_warehouse.analyst)
    monkeypatch.setattr("communique.sources.load", lambda *_: {})
    out = tmp_path / "out"
    done = CliRunner().invoke(cli.app, ["export", "mart.events", "summits", "--format", "csv", "--to", str(out)])
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in out.iterdir()) == ["datapackage.json", "events.csv", "summits.csv"]
    wrong = CliRunner().invoke(cli.app, ["export", "meals", "--to", str(out)])
    assert isinstance(wrong.exception, WarehouseError)
