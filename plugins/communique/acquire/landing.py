"""Where every response is kept whole: gzipped WARC/1.1 files on any fsspec path, read back by one ranged read.

Layout: `<root>/<year>/<month>/<day>/<writer>-<time>-<random>.warc.gz` by UTC, one file a writer. The body is kept
as it was received, content codings and all, so that any WARC reader decodes it by its headers; only chunking is
undone, since the HTTP layer hands bodies over without it. The headers tell the truth about what is kept: those
that no longer fit (Transfer-Encoding, a Content-Length that lied) keep their value under `X-Crawl-…`, as in the
Common Crawl, and bytes outside of ASCII stand as %XX.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import fsspec
from fsspec.implementations.local import LocalFileSystem

from communique.acquire.encoding import decode
from communique.acquire.errors import CaptureError, Fault, LandingError, LandingFull
from communique.acquire.exchange import Exchange, Headers, field

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_MAX_BODY = 64 * 1024 * 1024


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
    """The store under one fsspec path (`/folder`, `file://…`, `s3://…`)."""

    def __init__(self, root: str | Path) -> None:
        self._fs, base = fsspec.core.url_to_fs(str(root))
        self._root = str(base).rstrip("/")

    def writer(self, name: str) -> LandingWriter:
        """A writer with a file of its own, to be used in a `with` block; `name` (a batch id) is part of the file's.

        On a local path each record can be read back as soon as it is written; on an object store, when the block
        ends. The file comes into being with the first record.
        """
        safe = re.sub(r"[^A-Za-z0-9._-]+", "_", name).strip("._")[:80] or "capture"
        now = datetime.now(UTC)
        path = f"{now:%Y/%m/%d}/{safe}-{now:%H%M%S}-{secrets.token_hex(4)}.warc.gz"
        return LandingWriter(self._fs, f"{self._root}/{path}", path)

    def open(self, ref: CaptureRef) -> StoredCapture:
        """The response kept at `ref`. Raises CaptureError when it is missing, torn or not what was written."""
        place = f"{self._root}/{ref.path} at byte {ref.offset}"
        try:
            data = self._fs.cat_file(f"{self._root}/{ref.path}", start=ref.offset, end=ref.offset + ref.length)
        except (OSError, ValueError) as error:
            raise CaptureError(f"{place}: can't be read: {error}") from error
        if len(data) != ref.length:
            raise CaptureError(f"{place}: only {len(data):,} of {ref.length:,} bytes are there: the file is torn")
        return _parsed(data, ref, place)


class LandingWriter:
    """Appends captures to one WARC file; safe for many threads."""

    def __init__(self, fs: Any, full_path: str, path: str) -> None:
        self._fs = fs
        self._full_path = full_path
        self._file: BinaryIO | None = None
        self._offset = 0
        self._lock = threading.Lock()
        self._closed = False
        self.path = path

    def write(self, exchange: Exchange) -> CaptureRef:
        """Keeps a response and the request that it answers; returns where the response stands.

        Both are written by one append, so that a crash leaves the records before them whole. Raises LandingFull
        or LandingError; what was kept before stays readable.
        """
        response, request = _records(exchange)
        with self._lock:
            if self._closed:
                raise LandingError(f"{self._full_path}: the writer is closed")
            if self._file is None:
                self._create()
            head = b"" if self._offset else _warcinfo(self.path)
            offset = self._offset + len(head)
            self._append(head + response + request)
        return CaptureRef(self.path, offset, len(response), exchange.payload_sha256)

    def close(self) -> None:
        """Makes all that was written last: to the disk (fsync) or the object store. Raises LandingError."""
        with self._lock:
            self._closed = True
            if self._file is None:
                return
            file, self._file = self._file, None
            try:
                if isinstance(self._fs, LocalFileSystem):
                    os.fsync(file.fileno())
                file.close()
            except OSError as error:
                raise self._failure(error) from error

    def __enter__(self) -> LandingWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _create(self) -> None:
        try:
            if isinstance(self._fs, LocalFileSystem):
                path = Path(self._full_path)
                path.parent.mkdir(parents=True, exist_ok=True)
                # Unbuffered: a record is with the operating system when write() returns, and a failed one can be cut.
                self._file = path.open("xb", buffering=0)
            else:
                self._fs.makedirs(self._full_path.rpartition("/")[0], exist_ok=True)
                self._file = self._fs.open(self._full_path, "wb")
        except OSError as error:
            raise self._failure(error) from error

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


def _warcinfo(filename: str) -> bytes:
    from importlib.metadata import version

    buffer, writer = _warc_writer()
    writer.write_record(writer.create_warcinfo_record(filename.rpartition("/")[2], {
        "software": f"communique/{version('communique')} warcio/{version('warcio')}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "classic",
    }))
    return buffer.getvalue()


def _warc_writer() -> tuple[io.BytesIO, Any]:
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    return buffer, WARCWriter(buffer, gzip=True, warc_version="1.1")


def _records(exchange: Exchange) -> tuple[bytes, bytes]:
    """The response record and the request record, each a gzip member of its own."""
    from warcio.statusandheaders import StatusAndHeaders

    date = exchange.started_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    buffer, writer = _warc_writer()
    about = {"WARC-Date": date, "WARC-IP-Address": exchange.address, "WARC-Protocol": exchange.protocol}
    if exchange.truncated:
        about["WARC-Truncated"] = exchange.truncated
    response = writer.create_warc_record(
        exchange.url, "response", payload=io.BytesIO(exchange.raw), length=len(exchange.raw),
        http_headers=StatusAndHeaders(
            f"{exchange.status} {exchange.reason}".rstrip(), _kept_headers(exchange), protocol="HTTP/1.1"),
        warc_headers_dict=about)
    request = writer.create_warc_record(
        exchange.url, "request",
        http_headers=StatusAndHeaders(
            f"GET {exchange.request_target} HTTP/1.1", _ascii(exchange.request_headers), is_http_request=True),
        warc_headers_dict={"WARC-Date": date, "WARC-IP-Address": exchange.address})
    request.rec_headers.add_header("WARC-Concurrent-To", response.rec_headers.get_header("WARC-Record-ID"))
    writer.write_record(response)
    length = buffer.tell()
    writer.write_record(request)
    data = buffer.getvalue()
    return data[:length], data[length:]


def _kept_headers(exchange: Exchange) -> list[tuple[str, str]]:
    """The response's headers as they fit the body that is kept."""
    kept: list[tuple[str, str]] = []
    fits = field(exchange.headers, "content-length") == str(len(exchange.raw))
    for name, value in exchange.headers:
        lower = name.lower()
        moved = lower == "transfer-encoding" or (lower == "content-length" and not fits)
        kept.append((f"X-Crawl-{name.title()}" if moved else name, value))
    if not fits:
        kept.append(("Content-Length", str(len(exchange.raw))))
    return _ascii(kept)


def _ascii(headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Headers with every byte outside of ASCII as %XX: warcio would do it in part, and fail on some."""
    return [
        (name, re.sub("[^\x00-\x7f]", lambda found: f"%{ord(found[0]):02X}", value)) for name, value in headers
    ]


def _parsed(data: bytes, ref: CaptureRef, place: str) -> StoredCapture:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        record = next(iter(ArchiveIterator(io.BytesIO(data))))
        raw = record.raw_stream.read()
        about, http = record.rec_headers, record.http_headers
        if record.rec_type != "response" or http is None:
            raise CaptureError(f"{place}: holds a record of type {record.rec_type!r}, not an HTTP response")
        fetched_at = datetime.fromisoformat(about.get_header("WARC-Date"))
        status = int(http.get_statuscode())
    except (ArchiveLoadFailed, EOFError, StopIteration, ValueError, OSError) as error:
        raise CaptureError(f"{place}: no readable WARC record: {error}") from error
    headers: Headers = tuple((str(name), str(value)) for name, value in http.headers)
    intact = about.get_header("WARC-Truncated") is None
    try:
        body = decode(raw, field(headers, "content-encoding") or "", _MAX_BODY) if intact else raw
    except Fault:
        body, intact = raw, False
    noted = ref.payload_sha256
    if noted and noted not in (hashlib.sha256(body).hexdigest(), hashlib.sha256(raw).hexdigest()):
        raise CaptureError(f"{place}: the body's SHA-256 is not that which was noted when it was kept")
    return StoredCapture(about.get_header("WARC-Target-URI"), status, headers, body, fetched_at, intact)
