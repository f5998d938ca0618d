"""Texts of elements, within a bound."""

from __future__ import annotations

import pytest
from lxml import html

from extractors.page.tree import text_of, text_up_to

DEEP = "<div>" + "<b>a </b>" * 300 + "</div>"


@pytest.mark.parametrize(
    "source",
    ["<p>one</p>", "<p> one  <b>two</b>\n three </p>", "<p></p>", DEEP,
     "<p>" + "<i> </i>" * 500 + "<b>x</b><b>y</b></p>",
     "<p>" + "<b>a </b> " * 120 + "</p>", "<p>" + "<i>x</i>   " * 130 + "</p>"],
)
@pytest.mark.parametrize("longest", [0, 3, 60, 240, 1000])
def test_a_bounded_text_is_the_whole_text_or_none(source: str, longest: int) -> None:
    element = html.fromstring(source)
    whole = text_of(element)
    assert text_up_to(element, longest) == (whole if len(whole) <= longest else None)
