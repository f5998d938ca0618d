"""Where every response is kept whole: gzipped WARC/1.1 files on any fsspec path, read back by one ranged read.

Layout: `<root>/<year>/<month>/<day>/<writer>-<time>-<random>.warc.gz` by UTC. A writer begins a new file when the day
or the size is full, so that files can be moved, indexed and thrown away by the day. How records look: `warc.py`.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

import fsspec
from fsspec.implementations.local import LocalFileSystem

from communique.acquire import warc
from communique.acquire.encoding import decode
from communique.acquire.errors import CaptureError, Fault, LandingError, LandingFull
from communique.acquire.exchange import Exchange, Headers, field

if TYPE_CHECKING:
    from communique.settings import Settings

ROLL_BYTES = 256 * 1024 * 1024
"""A file that has grown to this is closed and the next one begun."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class CaptureRef:
    """Where a response is kept: `path` is relative to the landing's root, `offset` and `length` are bytes.

    `payload_sha256` is that of the decoded body (see Exchange); empty for captures that others wrote.
    """

    path: str
    offset: int
    length: int
    payload_sha256: str


@dataclass(frozen=True, slots=True)
class StoredCapture:
    """A kept response. `body` is decoded; where `intact` is False it was cut short or can't be decoded."""

    url: str
    status: int
    headers: Headers
    body: bytes
    fetched_at: datetime
    intact: bool = True


class Landing:
    """The store under one fsspec path (`/folder`, `file://…`, `s3://…`).

    `roll_bytes` is the size at which a writer begins a new file, `clock` the time (aware, UTC) that names files.
    """

    def __init__(
        self, root: str | Path, *, roll_bytes: int = ROLL_BYTES, clock: Callable[[], datetime] = _now
    ) -> None:
        try:
            self._fs, base = fsspec.core.url_to_fs(str(root))
        except (ImportError, ValueError) as error:
            raise LandingError(f"{root}: no such kind of store ({error}); see COMMUNIQUE_LANDING") from error
        self._root = str(base).rstrip("/")
        self._roll_bytes = roll_bytes
        self._clock = clock

    @classmethod
    def of(cls, settings: Settings) -> Landing:
        """The store that the settings name."""
        return cls(settings.landing_path, roll_bytes=settings.landing_roll_bytes)

    def writer(self, name: str) -> LandingWriter:
        """A writer with files of its own, to be used in a `with` block; `name` (a batch id) is part of theirs.

        On a local path each record can be read back as soon as it is written; on an object store, when its file
        is full or flushed or the block ends. A file comes into being with its first record.
        """
        safe = re.sub(r"[^A-Za-z0-9._-]+", "_", name).strip("._")[:80] or "capture"
        return LandingWriter(self._fs, self._root, safe, self._roll_bytes, self._clock)

    def open(self, ref: CaptureRef) -> StoredCapture:
        """The response kept at `ref`. Raises CaptureError when it is missing, torn or not what was written."""
        place, record = self._record(ref)
        intact = record.truncated is None
        try:
            coding = field(record.headers, "content-encoding") or ""
            body = decode(record.raw, coding, warc.MAX_RECORD) if intact else record.raw
        except Fault:
            body, intact = record.raw, False
        noted = ref.payload_sha256
        if noted and noted not in (hashlib.sha256(body).hexdigest(), hashlib.sha256(record.raw).hexdigest()):
            raise CaptureError(f"{place}: the body's SHA-256 is not that which was noted when it was kept")
        return StoredCapture(record.url, record.status, record.headers, body, record.fetched_at, intact)

    def holds(self, ref: CaptureRef, exchange: Exchange) -> bool:
        """Whether the response kept at `ref` is there and has the very body of `exchange`, codings and all."""
        try:
            _, record = self._record(ref)
        except CaptureError:
            return False
        same_coding = field(record.headers, "content-encoding") == field(exchange.headers, "content-encoding")
        return record.truncated is None and same_coding and record.raw == exchange.raw

    def _record(self, ref: CaptureRef) -> tuple[str, warc.Record]:
        place = f"{self._root}/{ref.path} at byte {ref.offset}"
        try:
            data = self._fs.cat_file(f"{self._root}/{ref.path}", start=ref.offset, end=ref.offset + ref.length)
        except (OSError, ValueError) as error:
            raise CaptureError(f"{place}: can't be read: {error}") from error
        if len(data) != ref.length:
            raise CaptureError(f"{place}: only {len(data):,} of {ref.length:,} bytes are there: the file is torn")
        try:
            return place, warc.parse(data)
        except warc.NotARecord as error:
            raise CaptureError(f"{place}: {error}") from error


class LandingWriter:
    """Appends captures to one WARC file after the other; safe for many threads."""

    def __init__(self, fs: Any, root: str, name: str, roll_bytes: int, clock: Callable[[], datetime]) -> None:
        self._fs = fs
        self._root = root
        self._name = name
        self._roll_bytes = roll_bytes
        self._clock = clock
        self._file: BinaryIO | None = None
        self._offset = 0
        self._lock = threading.Lock()
        self._closed = False
        self.path = self._next_path()

    def write(self, exchange: Exchange, unchanged: warc.Unchanged | None = None) -> CaptureRef:
        """Keeps a response and the request that it answers; returns where the response stands.

        Both are written by one append, so that a crash leaves the records before them whole. With `unchanged` (see
        warc.records) a revisit record stands for the body. Raises LandingFull or LandingError; what was kept before
        stays readable.
        """
        response, request = warc.records(exchange, unchanged)
        with self._lock:
            if self._closed:
                raise LandingError(f"{self._full_path}: the writer is closed")
            if self._file is not None and (self._offset >= self._roll_bytes or not self._of_today()):
                self._finish()
            if self._file is None:
                self.path, self._offset = self._next_path(), 0
                self._create()
            head = b"" if self._offset else warc.warcinfo(self.path)
            offset = self._offset + len(head)
            self._append(head + response + request)
            return CaptureRef(self.path, offset, len(response), exchange.payload_sha256)

    def flush(self) -> None:
        """Makes all that was written so far last, as `close` does, and goes on. Raises LandingError.

        On an object store that ends the file, since nothing of it is there before.
        """
        with self._lock:
            if self._file is None:
                return
            if isinstance(self._fs, LocalFileSystem):
                try:
                    os.fsync(self._file.fileno())
                except OSError as error:
                    raise self._failure(error) from error
            else:
                self._finish()

    def close(self) -> None:
        """Makes all that was written last: to the disk (fsync) or the object store. Raises LandingError."""
        with self._lock:
            self._closed = True
            self._finish()

    def __enter__(self) -> LandingWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _full_path(self) -> str:
        return f"{self._root}/{self.path}"

    def _next_path(self) -> str:
        now = self._clock()
        return f"{now:%Y/%m/%d}/{self._name}-{now:%H%M%S}-{secrets.token_hex(4)}.warc.gz"

    def _of_today(self) -> bool:
        return self.path.startswith(f"{self._clock():%Y/%m/%d}/")

    def _finish(self) -> None:
        if self._file is None:
            return
        file, self._file = self._file, None
        try:
            if isinstance(self._fs, LocalFileSystem):
                os.fsync(file.fileno())
            file.close()
        except OSError as error:
            raise self._failure(error) from error

    def _create(self) -> None:
        try:
            if isinstance(self._fs, LocalFileSystem):
                path = Path(self._full_path)
                path.parent.mkdir(parents=True, exist_ok=True)
                # Unbuffered: a record is with the operating system when write() returns, and a failed one can be cut.
                self._file = path.open("xb", buffering=0)
            else:
                self._file = self._open_remote()
        except OSError as error:
            raise self._failure(error) from error

    def _open_remote(self) -> BinaryIO:
        try:
            return self._fs.open(self._full_path, "wb")  # type: ignore[no-any-return]
        except FileNotFoundError:
            # A store with folders. Not made ahead of need: on an object store that would make a bucket of a slip.
            self._fs.makedirs(self._full_path.rpartition("/")[0], exist_ok=True)
            return self._fs.open(self._full_path, "wb")  # type: ignore[no-any-return]

    def _append(self, data: bytes) -> None:
        assert self._file is not None  # noqa: S101 (for the type checker)
        view = memoryview(data)
        try:
            while view:
                view = view[self._file.write(view):]
            self._file.flush()
        except OSError as error:
            if isinstance(self._fs, LocalFileSystem):
                self._file.truncate(self._offset)
                self._file.seek(self._offset)
            else:
                self._closed = True  # how much went through is unknown: offsets after it would lie
            raise self._failure(error) from error
        self._offset += len(data)

    def _failure(self, error: OSError) -> LandingError:
        if error.errno in _FULL:
            return LandingFull(
                f"{self._full_path}: no room left ({error.strerror}); free some space or point COMMUNIQUE_LANDING "
                "elsewhere, then run again: nothing kept so far is lost")
        return LandingError(f"{self._full_path}: can't be written: {error}")
