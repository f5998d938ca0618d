"""WARC files as others keep them (response records, gzipped each for itself, as in the Common Crawl news archive).

Read as a stream, whatever their size; a damaged stretch costs the records in it and no others.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, BinaryIO

import fsspec

from communique.acquire.errors import CaptureError
from communique.acquire.landing import CaptureRef, Landing, StoredCapture

MAX_RECORD = 10 * 1024 * 1024
"""Bytes of a response that is read: as many as the HTTP client takes."""

PIECE = 500
"""Captures after which a look at a file is noted, so that an interrupted one goes on there."""

PIECE_BYTES = 32 * 1024 * 1024
HEAD = 4096
"""Bytes of a page by which its language may be told."""

_MEMBER = b"\x1f\x8b\x08"
_WINDOW = 1024 * 1024
_PROBE = 4096
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Archived:
    """A response in a WARC file: an HTML page with status 200. `fetched_at` is aware; the place is in bytes."""

    source_key: str
    url: str
    status: int
    headers: dict[str, str]
    fetched_at: datetime
    path: str
    offset: int
    length: int


@dataclass(slots=True)
class Piece:
    """What a stretch of a file holds. `begun` is its first byte, `reached` the one to go on at, `seen` counts
    responses, `left_out` those that are not taken, by the reason, `problem` says what could not be read, `done` that
    the file ends.
    """

    begun: int
    reached: int
    seen: int = 0
    taken: list[Archived] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    problem: str | None = None
    done: bool = False


Choose = Callable[[str, bytes], tuple[str | None, str]]
"""Given the address and the beginning of the body: the source to which a capture belongs, or None and the reason."""


def look(path: str, start: int, choose: Choose) -> Iterator[Piece]:
    """Read the WARC file at `path` (an fsspec path) from the record at byte `start` on, piece by piece.

    What cannot be read is told in a piece; raises CaptureError where the file cannot be opened at all.
    """
    try:
        with fsspec.open(path, "rb") as file:
            yield from _pieces(file, path, start, choose)
    except (OSError, ImportError, ValueError) as error:
        raise CaptureError(f"{path}: can't be read: {error}") from error


def _pieces(file: BinaryIO, path: str, start: int, choose: Choose) -> Iterator[Piece]:
    from warcio.archiveiterator import WARCIterator
    from warcio.exceptions import ArchiveLoadFailed

    size = file.seek(0, 2)
    piece = Piece(start, start)
    while start < size:
        file.seek(start)
        records = WARCIterator(file)
        try:
            for record in records:
                _note(piece, records, record, path, choose)
                piece.reached = start = records.get_record_offset() + records.get_record_length()
                if len(piece.taken) >= PIECE or start - piece.begun >= PIECE_BYTES:
                    yield piece
                    piece = Piece(start, start)
            said = _unread(file, start)
            if not said:
                break
        except (ArchiveLoadFailed, EOFError, ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
            said = " ".join(str(error).split())[:200] or type(error).__name__
        piece.problem = piece.problem or f"{path}: damaged at byte {start:,}: {said}"
        piece.left_out["damaged"] += 1
        start = _next_member(file, start + 1)
    piece.reached, piece.done = size, True
    yield piece


def _unread(file: BinaryIO, start: int) -> str:
    """What to say of the bytes that are left, where the iterator takes damage for the end of the file."""
    file.seek(start)
    return "no record begins there" if file.read(_WINDOW).strip() else ""


def _note(piece: Piece, records: Any, record: Any, path: str, choose: Choose) -> None:
    if record.rec_type != "response":
        return
    piece.seen += 1
    found, reason = _archived(record, path, choose)
    offset, length = records.get_record_offset(), records.get_record_length()
    if found is not None and getattr(record.raw_stream, "limit", 0) > 0:
        found, reason = None, "torn"
    if found is None:
        piece.left_out[reason] += 1
    else:
        piece.taken.append(replace(found, offset=offset, length=length))


def _archived(record: Any, path: str, choose: Choose) -> tuple[Archived | None, str]:
    about, http = record.rec_headers, record.http_headers
    url = str(about.get_header("WARC-Target-URI") or "").strip("<> ")
    if not url.startswith(("http://", "https://")) or http is None:
        return None, "no web page"
    if http.get_statuscode() != "200":
        return None, "another status"
    kind = (http.get_header("Content-Type") or "").split(";")[0].strip().lower()
    if kind and kind not in _HTML:
        return None, "no web page"
    if int(about.get_header("Content-Length") or 0) > MAX_RECORD:
        return None, "too large"
    if about.get_header("WARC-Truncated"):
        return None, "torn"
    key, reason = choose(url, b"")
    if key is None and reason == AMBIGUOUS:
        key, reason = choose(url, record.raw_stream.read(HEAD))
    if key is None:
        return None, reason
    moment = datetime.fromisoformat(str(about.get_header("WARC-Date")))
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    headers = {str(name): str(value) for name, value in http.headers}
    return Archived(key, url, 200, headers, moment, path, 0, 1), ""


AMBIGUOUS = "several sources"
"""The reason where an address alone does not tell to which of several sources a page belongs."""


def _next_member(file: BinaryIO, start: int) -> int:
    """Where the next gzip member with a WARC record begins, at `start` or later; the file's size where none does."""
    while True:
        file.seek(start)
        window = file.read(_WINDOW + _PROBE)
        at = window.find(_MEMBER)
        while 0 <= at < _WINDOW:
            if _is_record(window[at:at + _PROBE]):
                return start + at
            at = window.find(_MEMBER, at + 1)
        if len(window) < _WINDOW + _PROBE:
            return start + len(window)
        start += _WINDOW


def _is_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, 16).startswith(b"WARC/")
    except zlib.error:
        return False


class Store(Landing):
    """The landing store, and beside it the WARC files of others: a capture whose path is an address lies there."""

    def open(self, ref: CaptureRef) -> StoredCapture:
        """The response kept at `ref`; see Landing."""
        if "://" not in ref.path:
            return super().open(ref)
        folder, _, name = ref.path.rpartition("/")
        return Landing(folder).open(replace(ref, path=name))
