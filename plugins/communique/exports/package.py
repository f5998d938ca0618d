"""What the files hold, as a Frictionless Data Package (https://specs.frictionlessdata.io/data-package/, version 1)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from communique.exports.marts import Column, Mart

_MEDIA_TYPES: Final = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
# What goes into the marts beside the publishers' articles; extractors/lexicon/data/LICENSES.md has the tables.
_REFERENCE: Final = (
    {"title": "GeoNames: coordinates of places, CC BY 4.0", "path": "https://www.geonames.org"},
    {"title": "Wikidata: persons and offices, CC0", "path": "https://www.wikidata.org"},
    {"title": "The World Factbook: office holders, public domain", "path": "https://www.cia.gov/the-world-factbook"},
)
# GeoNames asks to be named by whoever passes its coordinates on. The publishers' sentences remain the publishers'.
_LICENSES: Final = ({"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
                     "title": "Creative Commons Attribution 4.0 (coordinates by GeoNames)"},)


@dataclass(frozen=True, slots=True)
class File:
    """A mart's file: its name in the folder, rows, bytes and SHA-256 in hexadecimal."""

    mart: Mart
    name: str
    rows: int
    size: int
    sha256: str

    @classmethod
    def of(cls, mart: Mart, path: Path, rows: int) -> File:
        """The file at `path`, read through once."""
        with path.open("rb") as written:
            digest = hashlib.file_digest(written, "sha256")
        return cls(mart, path.name, rows, path.stat().st_size, digest.hexdigest())


def described(files: Iterable[File], publishers: Mapping[str, str | None]) -> bytes:
    """The descriptor of a package with these files, of articles by these publishers (key and address, where known)."""
    sources: list[dict[str, str]] = [
        {"title": f"Publisher {key}", **({"path": address} if address else {})} for key, address in publishers.items()]
    package = {
        "profile": "data-package",
        "name": "communique-marts",
        "title": "Communiqué: diplomatic contacts read from news",
        "description": "Who met whom, where, when, in what capacity, with what outcome, and who said so. "
                       "Sentences quoted as evidence are their publishers'.",
        "created": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "sources": [*sources, *_REFERENCE],
        "licenses": list(_LICENSES),
        "resources": [_resource(file) for file in files],
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n"


def _resource(file: File) -> dict[str, Any]:
    form = file.name.rsplit(".", 1)[-1]
    resource: dict[str, Any] = {
        # A resource's name is lower case, with . _ - between; a mart's name is.
        "name": file.mart.name,
        "path": file.name,
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "description": file.mart.description,
        "format": form,
        "mediatype": _MEDIA_TYPES[form],
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": {"fields": [_field(column) for column in file.mart.columns], "missingValues": [""]},
    }
    if form == "csv":
        resource["encoding"] = "utf-8"
        resource["dialect"] = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}
    return resource


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": column.field_type, "description": column.description}
