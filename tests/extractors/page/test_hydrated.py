"""Texts that stand in a page's scripts alone."""

# ruff: noqa: E501 (the examples are text and markup, easier to read unbroken)

from __future__ import annotations

import json

import pytest
from lxml import etree

from extractors.page import hydrated, read

TITLE = "Ministers agree on a second crossing at the border"
BODY = [
    "The two ministers met in the capital on Monday and spoke about trade, transit and a second crossing at the border.",
    "They agreed to open the crossing before the end of the year, the ministry of the host country said in a statement.",
    "The next round of talks will take place in the spring, and the guests invited their hosts to a forum on energy.",
]
MARKUP = "<div class=body>" + "".join(f"<p>{text}</p>" for text in BODY) + "</div>"
URL = "https://agency.example/news/1"


def page(*strings: str, title: str = TITLE) -> str:
    pushes = "".join(f"<script>self.__next_f.push([1,{json.dumps(one).replace('<', chr(92) + 'u003c')}])</script>"
                     for one in strings)
    return f"<html><head><title>{title}</title></head><body><div id=app></div>{pushes}</body></html>"


def test_a_text_in_the_strings_of_a_script_is_read() -> None:
    article = read(page("1:HL", f'2:{{"html":"{MARKUP}"}}'), URL)
    assert article is not None
    assert (article.text.split("\n"), article.text_rule, article.title) == (BODY, "script", TITLE)


def test_the_text_of_another_article_is_not() -> None:
    assert read(page(MARKUP, title="Harvest festival opens in the southern hills"), URL) is None


@pytest.mark.parametrize(
    "script",
    [
        '"' * 500_000,
        '"' + "\\" * 500_001,
        '"<p>' * 100_000,
        "[" + '"<p>a<p>b<p>c",' * 50_000,
        '"<p><p><p>\\ud800"',
        "'<p> <p> <p>'",
    ],
    ids=["quotes", "escapes", "open strings", "many strings", "a lone surrogate", "other quotes"],
)
def test_no_script_breaks_the_search(script: str) -> None:
    root = etree.Element("html")
    etree.SubElement(root, "script").text = script
    found = hydrated.markup(root)
    assert found is None or len(found) <= hydrated.MAX_MARKUP
    read(f"<html><title>{TITLE}</title><script>{script}</script></html>", URL)
