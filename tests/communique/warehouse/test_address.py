"""Which addresses are one."""

from __future__ import annotations

import pytest
from communique.warehouse.address import MAX_LENGTH, canonical_url, shortened
from hypothesis import given
from hypothesis import strategies as st

ONE = [
    "https://herald.example/a/b?id=7",
    "http://herald.example/a/b?id=7",
    "https://HERALD.example:443/a/b/?id=7#comments",
    "https://herald.example./a/b?utm_source=rss&id=7&fbclid=x",
    "  https://herald.example/a/b?id=7&yclid=1 ",
]


@pytest.mark.parametrize("url", ONE)
def test_what_does_not_change_the_page_does_not_count(url: str) -> None:
    assert canonical_url(url) == ONE[0]


@pytest.mark.parametrize("url", [
    "https://herald.example/A/b?id=7",
    "https://herald.example/a/b?id=8",
    "https://herald.example/a/b",
    "https://herald.example:8443/a/b?id=7",
    "https://www.herald.example/a/b?id=7",
    "https://herald.example/a/b?id=7&page=2",
])
def test_what_may_change_the_page_counts(url: str) -> None:
    assert canonical_url(url) != ONE[0]


def test_the_order_of_parameters_and_empty_ones_stay() -> None:
    assert canonical_url("https://h.example/?b=1&a=&c") == "https://h.example/?b=1&a=&c="


def test_escaped_and_plain_letters_are_one_address() -> None:
    assert canonical_url("https://h.example/встреча") == canonical_url("https://h.example/%D0%B2%D1%81%D1%82%D1%80%D0%B5%D1%87%D0%B0")


@pytest.mark.parametrize("url", [
    "mailto:a@b.example", "urn:x", "https://[::1", "https://h.example:notaport/", "", "//x",
])
def test_what_is_no_web_address_comes_back(url: str) -> None:
    assert canonical_url(url) == url


def test_an_ipv6_host_keeps_its_brackets() -> None:
    assert canonical_url("http://[::1]:8080/a") == "https://[::1]:8080/a"


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_address_has_one_form_that_stays(path: str, query: str, fragment: str) -> None:
    once = canonical_url(f"https://h.example/{path}?{query}#{fragment}")
    assert canonical_url(once) == once


@given(st.text(max_size=3000))
def test_a_name_fits_the_index_and_keeps_its_identity(name: str) -> None:
    assert len(shortened(name).encode("utf-8", "surrogatepass")) <= max(MAX_LENGTH, 4 * (MAX_LENGTH // 4) + 70)
    assert shortened(name) == name or shortened(name) != shortened(name + "x")
