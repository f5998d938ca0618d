"""What a backfill is asked for, and the name under which it is known when it is asked for again."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from communique.sources import Source

PART_SIZE = 500
"""Captures of a part: what one batch of an ingest takes."""

PART_SIZE_FETCHED = 100
"""Pages of a part that have to be fetched: some minutes at a page every two seconds."""

MAX_PART_SIZE = 5000
_SUFFIXES = (".warc", ".warc.gz")


class BackfillError(Exception):
    """A backfill cannot be done as it is asked for; the message names the source or file, and what to do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One backfill: either the days from `first_day` to `last_day` (both included, in the time zone of the source) of
    `source_key`, or `archives`: fsspec paths of WARC files, of one source or of every declared one (None).

    `undated` takes entries that their list gives no date. `part_size` is how many items a part has at most.
    """

    backfill_id: str
    source_key: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    archives: tuple[str, ...] = ()
    undated: bool = False
    part_size: int = PART_SIZE

    @classmethod
    def days(cls, source_key: str, first_day: date, last_day: date, *, undated: bool = False, name: str | None = None,
             part_size: int | None = None) -> Asked:
        """A source's days. Raises BackfillError where they are in the wrong order."""
        if last_day < first_day:
            raise BackfillError(f"{source_key}: the last day ({last_day}) is before the first ({first_day})")
        words = f"{source_key}-{first_day}-{last_day}" + ("-undated" if undated else "")
        return cls(name or words, source_key, first_day, last_day, (), undated, _size(part_size or PART_SIZE_FETCHED))

    @classmethod
    def files(cls, given: Sequence[str], *, source_key: str | None = None, name: str | None = None,
              part_size: int | None = None) -> Asked:
        """The WARC files that `given` names (see `archives_of`). Raises BackfillError."""
        archives = archives_of(given)
        digest = hashlib.sha256("\n".join(archives).encode("utf-8", "surrogatepass")).hexdigest()[:10]
        return cls(name or f"{source_key or 'archives'}-{digest}", source_key, None, None, archives, False,
                   _size(part_size or PART_SIZE))

    @classmethod
    def of(cls, params: Mapping[str, Any]) -> Asked:
        """What the parameters of a run of the DAG ask for: source, first_day, last_day, archives, undated, name,
        part_size; what is not given is None or empty. Raises BackfillError where they contradict each other."""
        source_key, archives = params.get("source") or None, params.get("archives") or ()
        first, last = params.get("first_day") or None, params.get("last_day") or None
        options = {"name": params.get("name") or None, "part_size": params.get("part_size") or None}
        if archives:
            if first or last:
                raise BackfillError("give either days or WARC files: captures in WARC files have days of their own")
            return cls.files(archives, source_key=source_key, **options)
        if not (source_key and first and last):
            raise BackfillError("give a source with its first and last day, or WARC files")
        return cls.days(source_key, day(first), day(last), undated=bool(params.get("undated")), **options)

    def checked(self, known: Mapping[str, Source]) -> Asked:
        """Itself. Raises BackfillError where its source is not declared, or cannot be asked (see Source)."""
        source = known.get(self.source_key or "")
        if self.source_key is not None and source is None:
            raise BackfillError(f"there is no source {self.source_key!r}; `communique source list` shows the declared")
        if source is not None and self.first_day and source.disabled_reason:
            raise BackfillError(f"{source.key}: {source.disabled_reason}")
        return self


def day(text: str) -> date:
    """A day as people write it, ISO 8601. Raises BackfillError."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise BackfillError(f"{text!r} is no day such as 2025-10-31") from None


def archives_of(given: Sequence[str]) -> tuple[str, ...]:
    """The WARC files that paths, patterns (`/data/*.warc.gz`) and lists of paths name, as absolute fsspec addresses.

    A list is a file of another ending (`warc.paths`, `warc.paths.gz`) with a path a line; relative ones are looked for
    beside it. Raises BackfillError where a name leads to nothing.
    """
    found: dict[str, None] = {}
    for name in given:
        for path in _expanded(name.strip()):
            found[path] = None
    if not found:
        raise BackfillError("no WARC file is given")
    return tuple(found)


def _expanded(name: str) -> list[str]:
    import fsspec

    try:
        fs, path = fsspec.core.url_to_fs(name)
        if any(mark in name for mark in "*?["):
            paths = sorted(fs.glob(path))
        elif name.endswith(_SUFFIXES):
            paths = [path] if fs.exists(path) else []
        else:
            folder = name.rpartition("/")[0]
            with fs.open(path, "rb") as file:
                data = file.read()
            lines = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8").splitlines()
            return [one for line in lines if line.strip() for one in _expanded(_beside(line.strip(), folder))]
    except (OSError, ValueError, ImportError, EOFError) as error:
        raise BackfillError(f"{name}: {error}") from error
    wanted = [fs.unstrip_protocol(one) for one in paths if str(one).endswith(_SUFFIXES)]
    if not wanted:
        raise BackfillError(f"{name}: there is no WARC file (*.warc.gz, *.warc) of that name")
    return wanted


def _beside(line: str, folder: str) -> str:
    return line if "://" in line or line.startswith("/") or not folder else f"{folder}/{line}"


def _size(given: int) -> int:
    if not 1 <= given <= MAX_PART_SIZE:
        raise BackfillError(f"a part of {given} items: from 1 to {MAX_PART_SIZE} are possible")
    return given
