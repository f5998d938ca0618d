"""Bytes to text: in which charset is this page written?"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_META_WINDOW = 4096  # HTML asks for the first 1024 bytes; publishers put comments and scripts before
_DETECTION_WINDOW = 64 * 1024
_BROWSERS_READ_AS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
}


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The page as text, and the charset that it was read in.

    `declared` is the charset of the HTTP header. The order of trust is that of browsers: byte order mark, HTTP,
    meta element, then UTF-8 if the bytes are valid in it, then detection by charset-normalizer. A declaration in
    which the bytes make no sense is passed over for the next. Bytes that fit nothing become U+FFFD; never raises.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark):].decode(name, "replace"), name
    meta = _META.search(data[:_META_WINDOW])
    for label in (declared, meta[1].decode("ascii") if meta else None, "utf-8"):
        codec = _codec(label)
        if codec is None or (codec.startswith("utf-16") and b"<" in data[:64].replace(b"<\0", b"")):
            continue
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError:
            # A multi-byte text cut off or damaged in one place is still that text
            text = data.decode(codec, "replace")
            if text.count("\ufffd") <= len(text) // 1000 + 1:
                return text, codec
    detected = from_bytes(data[:_DETECTION_WINDOW]).best()
    codec = (detected and _codec(detected.encoding)) or "cp1252"
    return data.decode(codec, "replace"), codec


def _codec(label: str | None) -> str | None:
    """Python's name of a text codec for a label, or None for what is unknown or turns bytes into no text."""
    if not label:
        return None
    try:
        found = codecs.lookup(label.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name in ("utf-7", "idna", "punycode", "unicode_escape",
                                                                      "raw_unicode_escape", "undefined", "mbcs", "oem"):
        return None
    return _BROWSERS_READ_AS.get(found.name, found.name)
