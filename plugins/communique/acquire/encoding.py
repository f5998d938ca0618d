"""Undoes Content-Encoding under limits, and says which charset the HTTP header names."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from email.message import Message

from communique.acquire.errors import Fault, Reason

ACCEPTED = "gzip, br, zstd;q=0.5"
"""What we ask for; zstd last, because readers of WARC files commonly know only the other two."""

MAX_RATIO = 200.0
"""Pages and feeds compress 4 to 20 times, gzip's most is about 1,030 times: beyond this it's a bomb."""

_RATIO_FROM = 1024 * 1024
_CHUNK = 64 * 1024
_MAX_CODINGS = 3
_ZSTD_WINDOW = 8 * 1024 * 1024  # RFC 9659: the largest window that a sender may use over HTTP
_ZSTD_BITE = 64  # the decompressor takes no limit for what one bite becomes: 2 MB at most from so few bytes


class TooLarge(Fault):
    """The body grows beyond a limit; `partial` is what came until then."""

    def __init__(self, text: str, partial: bytes) -> None:
        self.partial = partial
        super().__init__(Reason.TOO_LARGE, text)


def decode(raw: bytes, content_encoding: str, max_bytes: int) -> bytes:
    """The body with its codings undone, the last one first.

    `content_encoding` is the header's value (empty for none). At no time is more than `max_bytes` of decoded
    data held. Raises TooLarge, or Fault (decode) for a coding we don't know, one that is broken or cut short.
    """
    codings = [name.strip().lower() for name in content_encoding.split(",")]
    codings = [name for name in codings if name and name != "identity"]
    if len(codings) > _MAX_CODINGS:
        raise Fault(Reason.DECODE, f"{len(codings)} content codings on top of each other")
    body = raw
    for name in reversed(codings):
        decoder = _DECODERS.get(name)
        if decoder is None:
            raise Fault(Reason.DECODE, f"unknown content coding {name[:40]!r}")
        if body:  # an empty answer is often labelled with a coding that it doesn't have
            body = _bounded(decoder(body), len(raw), max_bytes, name)
    if len(body) > max_bytes:
        raise TooLarge(f"more than {max_bytes:,} bytes", body[:max_bytes])
    return body


def _bounded(parts: Iterator[bytes], received: int, max_bytes: int, name: str) -> bytes:
    whole = bytearray()
    for part in parts:
        whole += part
        if len(whole) > max_bytes:
            raise TooLarge(f"more than {max_bytes:,} bytes after undoing {name}", bytes(whole[:max_bytes]))
        if len(whole) > max(_RATIO_FROM, MAX_RATIO * received):
            raise TooLarge(f"{name} swells to more than {MAX_RATIO:.0f} times its size", bytes(whole))
    return bytes(whole)


def _zlib(raw: bytes, bits: int, name: str) -> Iterator[bytes]:
    data = raw
    while data:
        member = zlib.decompressobj(bits)
        while not member.eof:
            try:
                part = member.decompress(data, _CHUNK)
            except zlib.error as error:
                raise Fault(Reason.DECODE, f"broken {name}: {error}") from None
            data = member.unconsumed_tail
            if part:
                yield part
            elif not data and not member.eof:
                raise Fault(Reason.DECODE, f"the {name} body is cut short")
        data = member.unused_data
        if name != "gzip" or not data.startswith(b"\x1f\x8b"):
            return  # padding after the last member is ignored, as gunzip does


def _gzip(raw: bytes) -> Iterator[bytes]:
    return _zlib(raw, 16 + zlib.MAX_WBITS, "gzip")


def _deflate(raw: bytes) -> Iterator[bytes]:
    """RFC 9110 means zlib's format; many servers send the bare stream, so the header's check decides."""
    wrapped = len(raw) >= 2 and raw[0] & 0x0F == 8 and (raw[0] << 8 | raw[1]) % 31 == 0
    return _zlib(raw, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS, "deflate")


def _brotli(raw: bytes) -> Iterator[bytes]:
    import brotli  # type: ignore[import-untyped]

    decoder = brotli.Decompressor()
    try:
        part = decoder.process(raw, output_buffer_limit=_CHUNK)
        while part or not decoder.can_accept_more_data():
            yield part
            part = decoder.process(b"", output_buffer_limit=_CHUNK)
    except brotli.error as error:
        raise Fault(Reason.DECODE, f"broken br: {error}") from None
    if not decoder.is_finished():
        raise Fault(Reason.DECODE, "the br body is cut short")


def _zstd(raw: bytes) -> Iterator[bytes]:
    import zstandard

    data = raw
    while data:
        frame = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        view = memoryview(data)
        position = 0
        try:
            while position < len(view) and not frame.eof:
                part = frame.decompress(view[position : position + _ZSTD_BITE])
                position += _ZSTD_BITE
                if part:
                    yield part
        except zstandard.ZstdError as error:
            raise Fault(Reason.DECODE, f"broken zstd: {error}") from None
        if not frame.eof:
            raise Fault(Reason.DECODE, "the zstd body is cut short")
        data = frame.unused_data + bytes(view[position:])


_DECODERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd,
}


def charset(content_type: str | None) -> str | None:
    """The charset that a Content-Type header names, where Python can decode text by it; else None."""
    if not content_type:
        return None
    header = Message()
    header["content-type"] = "".join(c if c.isprintable() else " " for c in content_type)
    label = header.get_param("charset")
    if not isinstance(label, str):
        return None
    label = label.strip().strip("\"'").lower()
    try:
        b"x".decode(label)
    except (LookupError, UnicodeError, ValueError):
        return None
    return label
