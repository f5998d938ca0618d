"""Which addresses are one."""

from __future__ import annotations

import pytest
from communique.warehouse.address import MAX_LENGTH, article_url, canonical_url, shortened
from hypothesis import given
from hypothesis import strategies as st

ONE = [
    "https://herald.example/a/b?id=7",
    "http://herald.example/a/b?id=7",
    "https://HERALD.example:443/a/b/?id=7#comments",
    "https://herald.example./a/b?utm_source=rss&id=7&fbclid=x",
    "  https://herald.example/a/b?id=7&yclid=1 ",
    "https://www.herald.example/a/b?id=7",
    "https://m.herald.example/a/b/?id=7",
    "https://www.m.herald.example/a/b/?id=7&amp=1",
    "https://amp.herald.example/a/b?id=7",
    "https://herald.example/amp/a/b?id=7",
    "https://herald.example/a/b/amp/?id=7",
    "https://herald.example/a/b.amp?id=7",
    "https://herald.example/a/b/print?id=7",
    "https://herald.example/a/b?print=1&id=7",
    "https://herald.example/a/b?id=7&outputType=amp",
    "https://herald.example/a/b/index.html?id=7",
]


@pytest.mark.parametrize("url", ONE)
def test_what_does_not_change_the_page_does_not_count(url: str) -> None:
    assert canonical_url(url) == ONE[0]


@pytest.mark.parametrize("url", [
    "https://herald.example/A/b?id=7",
    "https://herald.example/a/b?id=8",
    "https://herald.example/a/b",
    "https://herald.example:8443/a/b?id=7",
    "https://press.herald.example/a/b?id=7",
    "https://herald.example/a/b?id=7&view=full",
    "https://herald.example/a/b/amplify?id=7",
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


def test_a_host_of_two_labels_is_never_cut() -> None:
    assert canonical_url("https://m.example/a") == "https://m.example/a"
    assert canonical_url("https://www.kz/a") == "https://www.kz/a"


@pytest.mark.parametrize(("declared", "stands"), [
    (None, "https://herald.example/amp/7"),
    ("https://herald.example/7", "https://herald.example/7"),
    ("https://www.herald.example/7", "https://www.herald.example/7"),
    ("https://wire.example/original", "https://herald.example/amp/7"),
    ("https://herald.example/", "https://herald.example/amp/7"),
    ("https://[broken", "https://herald.example/amp/7"),
])
def test_a_canonical_address_stands_for_the_article_where_it_can_be_true(declared: str | None, stands: str) -> None:
    assert article_url("https://herald.example/amp/7", declared) == stands


@given(st.lists(st.sampled_from(["/", "amp", "print", "/amp", "mobile", ".amp", ".html", "a", "index.html"]),
                max_size=8))
def test_twins_of_twins_have_one_form_too(parts: list[str]) -> None:
    once = canonical_url("https://www.m.h.example/" + "".join(parts))
    assert canonical_url(once) == once


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_address_has_one_form_that_stays(path: str, query: str, fragment: str) -> None:
    once = canonical_url(f"https://h.example/{path}?{query}#{fragment}")
    assert canonical_url(once) == once


@given(st.text(max_size=3000))
def test_a_name_fits_the_index_and_keeps_its_identity(name: str) -> None:
    assert len(shortened(name).encode("utf-8", "surrogatepass")) <= max(MAX_LENGTH, 4 * (MAX_LENGTH // 4) + 70)
    assert shortened(name) == name or shortened(name) != shortened(name + "x")
