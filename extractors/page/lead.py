"""The standfirst: a first paragraph that stands in its own box before the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from extractors.page.boilerplate import is_boilerplate, is_preliminary
from extractors.page.metadata import Page, tidy
from extractors.page.region import blocks
from extractors.page.tree import text_of, text_up_to

_NAME = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|intro|standfirst|summary|excerpt|dek|deck|subtitles?|sub-?title|subhead\w*|sub-?headline|"
    r"sub-?tit\w*|preamble|ingress|bajada|entradilla|sumario|catenaccio|occhiello|manchet|underrubrik|"
    r"chapo|teaser-?text|description|perex|sapo|vorspann|anons|lid|strapline|abstract|epigraph)(?:$|[\s_-])"
)
_PICTURE = re.compile(
    r"img|image|photo|picture|media|caption|foto|bild|video|carousel|gallery|overlay|modal|popup|feature"
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
    within: tuple[_Element, ...] = ()


def candidates(page: Page) -> list[Lead]:
    """The texts after the first headline that may be the standfirst, in order. To be asked before the page is pruned,
    because standfirsts often stand in boxes that are named like noise."""
    descriptions = [_letters(tidy(value)) for value in page.descriptions() if len(value) >= _SHORTEST]
    found: list[Lead] = []
    barred: dict[_Element, bool] = {}
    left = -1
    for element in page.root.iter():
        if element.tag == "h1":
            left = _LOOKED_AT
            continue
        left -= left > 0
        if left <= 0 or element.tag not in _HOLDERS or _is_barred(element.getparent(), barred):
            continue
        text = text_up_to(element, _LONGEST)
        if text is None or len(text) < _SHORTEST:
            continue
        if any(True for _ in element.iter(*_WHOLE - {element.tag})) or is_boilerplate(text) or is_preliminary(text):
            continue
        letters = _letters(text)
        if 2 * sum(len(text_of(link)) for link in element.iter("a")) > len(text):
            continue
        named = is_lead(element)
        described = len(letters) > 40 and any(one[:80] in letters or letters[:80] in one for one in descriptions)
        own = " ".join(((element.text or "") + "".join(child.tail or "" for child in element)).split())
        sentence = len(own) >= _UNNAMED and own[-1] in ".!?…»”\""
        if named or described or sentence:
            found.append(Lead(element, text, named or described, tuple(element.iterancestors())))
    return found


def _is_barred(element: _Element | None, known: dict[_Element, bool]) -> bool:
    if element is None:
        return False
    if element not in known:
        known[element] = element.tag in _NEVER or _is_barred(element.getparent(), known)
    return known[element]


def is_lead(element: _Element) -> bool:
    """Is the element, or the box that a paragraph stands in, named like a standfirst and not like a caption?"""
    parent = element.getparent()
    for one in (element, parent if element.tag == "p" else None):
        if one is not None:
            name = _CAMEL.sub("-", f"{one.get('class') or ''} {one.get('id') or ''}").lower()
            if _NAME.search(name) and not _PICTURE.search(name):
                return True
    return False


def is_lead_alone(region: _Element) -> bool:
    """Is what was found as the page's text no more than its standfirst?"""
    return text_up_to(region, _LONGEST) is not None and all(map(is_lead, blocks(region)))


def lead_of(found: list[Lead], region: _Element, order: dict[_Element, int]) -> list[str]:
    """The paragraphs of the standfirst among `found`: the last marked one before the region's text, with the marked
    ones beside it, else an unmarked one that shares the region's article. None of them where there is no standfirst or
    the body holds it already. `order` gives the elements' places on the page."""
    body = _letters(text_of(region))
    start = next((order[one] for one in region.iter() if len(" ".join((one.text or "").split())) >= _SHORTEST), 0)
    before = [
        one for one in found
        if order.get(one.element, 0) < (start if one.marked and region in one.within else order.get(region, 0))
        and _letters(one.text)[:80] not in body
    ]
    marked = [one for one in before if one.marked]
    if marked:
        beside = [one for one in marked if one.within[0] is marked[-1].within[0] and one.element.tag == "p"]
        return [one.text for one in beside] if marked[-1] in beside else [marked[-1].text]
    around = {element for element in region.iterancestors() if element.tag in ("article", "main")} | {region}
    return next(([one.text] for one in before if around & set(one.element.iterancestors())), [])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
