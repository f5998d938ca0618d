"""The standfirst: a first paragraph that stands in its own box before the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from extractors.page.metadata import Page, tidy
from extractors.page.tree import text_of

_NAME = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|intro|standfirst|summary|excerpt|dek|deck|subtitles?|sub-?title|subhead\w*|sub-?headline|"
    r"chapo|teaser-?text|description|perex|sapo|vorspann|anons|lid|strapline|abstract|epigraph)(?:$|[\s_-])"
)
_NEVER: Final = frozenset({
    "nav", "aside", "footer", "figure", "figcaption", "button", "form", "a", "label", "script", "style",
})
_WHOLE: Final = frozenset({"p", "h1"})
_HOLDERS: Final = frozenset({"p", "h2", "h3", "h4", "div", "span", "strong", "section", "li"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHORTEST: Final = 30
_UNNAMED: Final = 60  # a text that nothing marks must be a sentence of this length
_LONGEST: Final = 900
_LOOKED_AT: Final = 400  # elements after the headline; a standfirst is not far from it


@dataclass(frozen=True, slots=True)
class Lead:
    """A text after the headline that may be the standfirst, with the element that holds it."""

    element: _Element
    text: str
    marked: bool


def candidates(page: Page) -> list[Lead]:
    """The texts after the first headline that may be the standfirst, in order. To be asked before the page is pruned,
    because standfirsts often stand in boxes that are named like noise."""
    descriptions = [
        _letters(tidy(value)) for name in ("description", "og:description", "twitter:description")
        if (value := page.meta.get(name)) and len(value) >= _SHORTEST
    ]
    found: list[Lead] = []
    left = -1
    for element in page.root.iter():
        if element.tag == "h1":
            left = _LOOKED_AT
            continue
        left -= left > 0
        if left <= 0 or element.tag not in _HOLDERS or any(one.tag in _NEVER for one in element.iterancestors()):
            continue
        text = text_of(element)
        if not _SHORTEST <= len(text) <= _LONGEST:
            continue
        if any(below.tag in _WHOLE for below in element.iterdescendants()):
            continue
        letters = _letters(text)
        named = _NAME.search(_CAMEL.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}").lower())
        described = len(letters) > 40 and any(one[:80] in letters or letters[:80] in one for one in descriptions)
        own = " ".join(((element.text or "") + "".join(child.tail or "" for child in element)).split())
        sentence = len(own) >= _UNNAMED and own[-1] in ".!?…»”\""
        if named or described or sentence:
            found.append(Lead(element, text, bool(named or described)))
    return found


def lead_of(found: list[Lead], region: _Element, order: dict[_Element, int]) -> str | None:
    """The standfirst among `found`: the last marked one before the region, else an unmarked one that shares the
    region's article. None where there is none or the body holds it already. `order` gives the elements' places on
    the page."""
    body = _letters(text_of(region))
    before = [
        one for one in found
        if order.get(one.element, 0) < order.get(region, 0) and _letters(one.text)[:80] not in body
    ]
    marked = [one for one in before if one.marked]
    if marked:
        return marked[-1].text
    around = {element for element in region.iterancestors() if element.tag in ("article", "main")} | {region}
    own = [one for one in before if around & set(one.element.iterancestors())]
    return own[0].text if own else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
