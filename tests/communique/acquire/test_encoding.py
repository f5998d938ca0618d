"""Content codings are undone exactly and never beyond the limits; charsets are handed on only where usable."""

from __future__ import annotations

import contextlib
import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard
from communique.acquire.encoding import MAX_RATIO, TooLarge, charset, decode
from communique.acquire.errors import Fault
from hypothesis import given
from hypothesis import strategies as st


def _raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


ENCODERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "gzip in capitals": (" GZIP ", gzip.compress),
    "gzip in two members": ("gzip", lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:])),
    "gzip with padding": ("x-gzip", lambda data: gzip.compress(data) + b"\0" * 9),
    "deflate": ("deflate", zlib.compress),
    "bare deflate": ("deflate", _raw_deflate),
    "brotli": ("br", lambda data: brotli.compress(data, quality=5)),
    "zstd": ("zstd", zstandard.compress),
    "zstd in two frames": ("zstd", lambda data: zstandard.compress(data[:9]) + zstandard.compress(data[9:])),
    "two codings": ("gzip, br", lambda data: brotli.compress(gzip.compress(data))),
    "none": ("", bytes),
    "identity": ("identity", bytes),
}


@pytest.mark.parametrize("name", ENCODERS)
@given(data=st.binary(max_size=5000))
def test_what_was_encoded_comes_back(name: str, data: bytes) -> None:
    coding, encode = ENCODERS[name]
    assert decode(encode(data), coding, 5000) == data


@pytest.mark.parametrize("name", [name for name in ENCODERS if name not in ("none", "identity")])
@given(data=st.binary(max_size=300), junk=st.binary(min_size=1, max_size=300), cut=st.integers(0, 100))
def test_broken_bytes_give_a_named_fault_or_bytes(name: str, data: bytes, junk: bytes, cut: int) -> None:
    coding, encode = ENCODERS[name]
    whole = encode(data)
    for broken in (junk, whole[: -1 - cut], whole[:cut] + junk + whole[cut:]):
        with contextlib.suppress(Fault):  # anything else that is raised fails the test
            assert len(decode(broken, coding, 5000)) <= 5000


@pytest.mark.parametrize("name", ["gzip", "deflate", "brotli", "zstd"])
def test_large_bodies_pass_whole(name: str) -> None:
    coding, encode = ENCODERS[name]
    text = "".join(f"<p>paragraph {number} of a long page</p>" for number in range(50_000)).encode()
    assert decode(encode(text), coding, len(text)) == text


@pytest.mark.parametrize("name", ["gzip", "deflate", "brotli", "zstd", "none"])
def test_the_limit_cuts_and_keeps_what_came_before(name: str) -> None:
    coding, encode = ENCODERS[name]
    text = bytes(range(256)) * 40
    with pytest.raises(TooLarge) as caught:
        decode(encode(text), coding, len(text) - 1)
    assert caught.value.partial == text[:-1]


@pytest.mark.parametrize("name", ["gzip", "deflate", "brotli", "zstd"])
def test_a_bomb_is_stopped_by_its_ratio_before_the_limit(name: str) -> None:
    coding, encode = ENCODERS[name]
    packed = encode(bytes(30_000_000))
    with pytest.raises(TooLarge, match="swells") as caught:
        decode(packed, coding, 100_000_000)
    assert len(caught.value.partial) < max(MAX_RATIO * len(packed), 1024 * 1024) + 3_000_000


@pytest.mark.parametrize("coding", ["rot13", "gzip, utf-8", "gzip, gzip, gzip, gzip"])
def test_codings_that_make_no_sense_are_named(coding: str) -> None:
    with pytest.raises(Fault, match="coding"):
        decode(b"x", coding, 10)


@pytest.mark.parametrize(
    ("header", "label"),
    [("text/html; charset=UTF-8", "utf-8"), ('text/xml;charset="windows-1251"', "windows-1251"),
     ("text/html; charset='koi8-r'", "koi8-r"), ("text/html", None), (None, None), ("", None),
     ("text/html; charset=", None), ("text/html; charset=nonsense", None), ("text/html; charset=zlib", None),
     ("text/html; charset=undefined", None), ("text/html; charset=a\0b", None), ("text/html; charset*=x''y", None),
     ("charset=utf-8", "utf-8"), ("text/html; boundary=x; charset=cp866; y=z", "cp866")])
def test_the_charset_of_a_header(header: str | None, label: str | None) -> None:
    assert charset(header) == label


@given(st.text())
def test_no_header_breaks_the_charset(header: str) -> None:
    label = charset(header)
    assert label is None or b"x".decode(label)
