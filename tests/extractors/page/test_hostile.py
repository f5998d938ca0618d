"""Pages made to break a reader: nothing raises, and time stays in proportion to size."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.page import PageRules, read

URL = "https://agency.example/news/1"
P = "<p>President Tokayev met with Prime Minister Orbán in Astana on Monday, and they talked at length about trade.</p>"
MARKUP = st.lists(
    st.sampled_from([
        "<p>", "</p>", "<div class='lead date sidebar'>", "</div>", "<a href='x'>", "<br>", "<h1>", "</h1>", "<!--",
        "<article>", "<script type='application/ld+json'>", "</script>", '{"@type": "NewsArticle", "author": 5}',
        "<time datetime='2025-13-45'>", "<meta property=og:title content=''>", "<![CDATA[", "&#xD800;", "]]>",
        "&#99999999;", "\0", "\ud800",
        '{"@type": "Article", "headline": "\\ud800\\u0000", "articleBody": "\\ud800 x"}',
        '<html lang="">', P,
    ])
    | st.text(max_size=30),
    max_size=40,
).map("".join)


@given(MARKUP)
@settings(max_examples=200, deadline=None)
def test_no_string_raises(html: str) -> None:
    article = read(html, URL, rules=PageRules(body="article", title="h1", published="time", remove=("br",)))
    for found in (article, read(html, URL)):
        if found is not None:
            assert found.text
            values = [value for value in found.to_json().values() if isinstance(value, str)]
            assert "\0" not in "".join(values).encode("utf-8").decode(), "what a database refuses"


@given(st.binary(max_size=1000), st.binary(max_size=300), st.none() | st.sampled_from(["utf-16", "cp1251", "hex"]))
@settings(max_examples=150, deadline=None)
def test_no_bytes_raise(noise: bytes, more: bytes, charset: str | None) -> None:
    read(noise, URL, charset=charset)
    read(b"<html><h1>" + noise + b"</h1>" + P.encode() * 4 + more, URL, charset=charset)


@given(st.text(max_size=40))
@settings(deadline=None)
def test_no_address_raises(url: str) -> None:
    read("<link rel=canonical href='http://[x'><meta property=og:image content='//['>" + P * 4, url)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + P * 5 + "</div>" * 10_000,
        "<b>" * 10_000 + "x " * 1000,
        "<div class='date sidebar lead'><h1>t</h1>" * 10_000 + P,
        "<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + P * 4,
        "<p>" + '"' * 1_000_000 + "x",
        "<a " * 1_000_000,
        "<meta name=a content=b>" * 50_000 + P * 4,
        "<script type='application/ld+json'>" + "[" * 500_000 + "</script>" + P * 4,
        "<script type='application/ld+json'>x-->" + " " * 500_000 + "y</script>" + P * 4,
        "<p>" + "a line of text.<br>" * 60_000,
        "<h1>t</h1>" + "<div>" * 250 + "word " * 1_000_000,
        "<div>" * 250 + "<input type=email>" * 20_000 + "<i></i>" * 100_000 + P * 4,
        "<h1>t</h1>" + "<div class='text-block'>" * 250 + "a line of text.<br>" * 30_000,
        "<h1>t</h1>" + "<a href=x><div>" * 20_000 + P,
        "<section class=content-page><h1>t</h1>" * 250 + "<p>A day in May of 2020.</p>" * 20_000,
    ],
    ids=["divs", "inline", "names", "attributes", "quotes", "open tags", "metas", "JSON", "spaces", "breaks",
         "deep text", "fields", "deep lines", "cards", "layouts"],
)
def test_hostile_markup_is_read_in_bounded_time(html: str) -> None:
    for url in (URL, "https://mfa.gov.by/en/1", "https://tass.ru/1"):
        started = time.process_time()
        read(html, url)
        assert time.process_time() - started < 10


def test_what_lies_beyond_ten_megabytes_is_not_looked_at() -> None:
    started = time.process_time()
    start = "<h1>President meets Prime Minister</h1>" + P.replace("Monday", "a day")
    article = read(f"{start}<p>{'word ' * 4_000_000}{P}", URL)
    assert time.process_time() - started < 10
    assert article is None or "Monday" not in article.text
