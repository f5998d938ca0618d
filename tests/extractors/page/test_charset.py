"""Which charset a page is read in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.page.charset import decode

RUSSIAN = "Президент «Казахстана» принял № 3 делегации — об этом сообщает пресс-служба Акорды."


def page(text: str, meta: str = "") -> str:
    return f"<html><head>{meta}</head><body>{text}</body></html>"


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        (page(RUSSIAN).encode(), None, "utf-8"),
        (page(RUSSIAN).encode("cp1251"), "windows-1251", "cp1251"),
        (page(RUSSIAN, '<meta charset="windows-1251">').encode("cp1251"), None, "cp1251"),
        (page(RUSSIAN, "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>").encode("cp1251"),
         None, "cp1251"),
        (page(RUSSIAN * 5).encode("cp1251"), None, "cp1251"),
        (page(RUSSIAN, '<meta charset="utf-8">').encode("cp1251"), "windows-1251", "cp1251"),
        (page(RUSSIAN, '<meta charset="windows-1251">').encode("utf-8-sig"), "windows-1251", "utf-8"),
        (page(RUSSIAN).encode("utf-16"), None, "utf-16-le"),
        (page(RUSSIAN).encode(), "no-such-charset", "utf-8"),
        (page(RUSSIAN, '<meta charset="utf-16">').encode(), None, "utf-8"),
        (page(RUSSIAN).encode(), "base64", "utf-8"),
    ],
)
def test_the_declaration_that_fits_is_taken(data: bytes, declared: str | None, expected: str) -> None:
    text, charset = decode(data, declared)
    assert charset == expected
    assert RUSSIAN in text


def test_a_wrong_utf8_declaration_gives_way_to_the_meta_element() -> None:
    data = page(RUSSIAN, '<meta charset="windows-1251">').encode("cp1251")
    assert decode(data, "utf-8") == (data.decode("cp1251"), "cp1251")


def test_latin_1_is_read_as_browsers_do() -> None:
    assert decode("“quoted” – said".encode("cp1252"), "iso-8859-1")[0] == "“quoted” – said"


def test_one_damaged_byte_does_not_change_the_charset() -> None:
    data = page(RUSSIAN).encode()
    text, charset = decode(data[:100] + b"\xff" + data[100:])
    assert charset == "utf-8"
    assert text.count("\ufffd") == 1


@given(st.binary(max_size=500), st.none() | st.text(max_size=20) | st.sampled_from(["utf-7", "idna", "hex", "utf-16"]))
def test_no_bytes_and_no_label_raise(data: bytes, declared: str | None) -> None:
    text, _ = decode(data, declared)
    assert isinstance(text, str)
