"""Exchanges as WARC/1.1 records (ISO 28500), each a gzip member of its own, and back.

The body is kept as it was received, content codings and all, so that any WARC reader decodes it by its headers; only
chunking is undone, since the HTTP layer hands bodies over without it. The headers tell the truth about what is kept:
those that no longer fit (Transfer-Encoding, a Content-Length that lied) keep their value under `X-Crawl-…`, as in the
Common Crawl, and bytes outside of ASCII stand as %XX.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from communique.acquire.exchange import Exchange, Headers, field

MAX_RECORD = 64 * 1024 * 1024
"""Bytes of a body that are read back; the fetcher keeps 10 MB at most, archives of others hold anything."""

_PROFILES = "http://netpreserve.org/warc/1.1/revisit/"


class NotARecord(ValueError):
    """The bytes are no WARC record of an HTTP response; the message says what they are."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The earlier response whose content an exchange repeats: its address and when it was fetched (aware)."""

    url: str
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """A response as it is kept: `raw` is the body with its content codings, `truncated` WARC's word or None."""

    url: str
    status: int
    headers: Headers
    raw: bytes
    fetched_at: datetime
    truncated: str | None


def warcinfo(filename: str) -> bytes:
    """The record that begins a file."""
    from importlib.metadata import version

    buffer, writer = _writer()
    writer.write_record(writer.create_warcinfo_record(filename.rpartition("/")[2], {
        "software": f"communique/{version('communique')} warcio/{version('warcio')}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "classic",
    }))
    return buffer.getvalue()


def records(exchange: Exchange, unchanged: Unchanged | None = None) -> tuple[bytes, bytes]:
    """The record of the response and the one of its request.

    The response's is a revisit record, without a body, where the server says that nothing has changed (304) or where
    `unchanged` names an earlier response with the very same body.
    """
    from warcio.statusandheaders import StatusAndHeaders

    buffer, writer = _writer()
    about = {"WARC-Date": _date(exchange.started_at), "WARC-IP-Address": exchange.address,
             "WARC-Protocol": exchange.protocol}
    if exchange.truncated:
        about["WARC-Truncated"] = exchange.truncated
    revisit = exchange.status == 304 or unchanged is not None
    if revisit:
        about["WARC-Profile"] = _PROFILES + (
            "server-not-modified" if exchange.status == 304 else "identical-payload-digest")
    if unchanged is not None:
        about["WARC-Refers-To-Target-URI"] = unchanged.url
        about["WARC-Refers-To-Date"] = _date(unchanged.fetched_at)
        if exchange.status != 304:
            digest = base64.b32encode(hashlib.sha1(exchange.raw, usedforsecurity=False).digest()).decode("ascii")
            about["WARC-Payload-Digest"] = f"sha1:{digest}"
    http = StatusAndHeaders(
        f"{exchange.status} {exchange.reason}".rstrip(), _kept_headers(exchange), protocol="HTTP/1.1")
    body = b"" if revisit else exchange.raw
    response = writer.create_warc_record(
        exchange.url, "revisit" if revisit else "response", payload=io.BytesIO(body), length=len(body),
        http_headers=http, warc_headers_dict=about)
    request = writer.create_warc_record(
        exchange.url, "request",
        http_headers=StatusAndHeaders(
            f"GET {exchange.request_target} HTTP/1.1", _ascii(exchange.request_headers), is_http_request=True),
        warc_headers_dict={"WARC-Date": about["WARC-Date"], "WARC-IP-Address": exchange.address})
    request.rec_headers.add_header("WARC-Concurrent-To", response.rec_headers.get_header("WARC-Record-ID"))
    writer.write_record(response)
    length = buffer.tell()
    writer.write_record(request)
    data = buffer.getvalue()
    return data[:length], data[length:]


def parse(data: bytes) -> Record:
    """The response in one record's bytes. Raises NotARecord."""
    from warcio.archiveiterator import ArchiveIterator

    try:
        record = next(iter(ArchiveIterator(io.BytesIO(data))))
        raw = _bounded(record.raw_stream)
        about, http = record.rec_headers, record.http_headers
        if record.rec_type != "response" or http is None:
            raise NotARecord(f"holds a record of type {record.rec_type!r}, not an HTTP response")
        return Record(
            url=str(about.get_header("WARC-Target-URI")), status=int(http.get_statuscode()),
            headers=tuple((str(name), str(value)) for name, value in http.headers), raw=raw,
            fetched_at=datetime.fromisoformat(about.get_header("WARC-Date")),
            truncated=about.get_header("WARC-Truncated"))
    except NotARecord:
        raise
    except Exception as error:
        # Damaged files make warcio raise whatever its parsers stumble over, AttributeError and zlib.error among them.
        raise NotARecord(f"no readable WARC record: {str(error)[:200] or type(error).__name__}") from error


def _bounded(stream: Any) -> bytes:
    """What is left of a record; a few bytes of gzip in somebody else's archive may swell without end."""
    whole = bytearray()
    while part := stream.read(65536):
        whole += part
        if len(whole) > MAX_RECORD:
            raise NotARecord(f"holds a body of more than {MAX_RECORD:,} bytes")
    return bytes(whole)


def _writer() -> tuple[io.BytesIO, Any]:
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    return buffer, WARCWriter(buffer, gzip=True, warc_version="1.1")


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _kept_headers(exchange: Exchange) -> list[tuple[str, str]]:
    """The response's headers as they fit the body that is kept."""
    kept: list[tuple[str, str]] = []
    # A 304 has no body; its Content-Length, where it has one, tells the length of the content that it leaves out.
    fits = exchange.status == 304 or field(exchange.headers, "content-length") == str(len(exchange.raw))
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
