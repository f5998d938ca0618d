"""Where on the page is the article's body?"""

from __future__ import annotations

import re
from typing import Final

from lxml.etree import _Element

from extractors.page.tree import raw_text, text_of

_INLINE: Final = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    "br",
})
_BODY_NAME = re.compile(
    r"article-?_?(?:body|text|content)|story-?_?(?:body|text|content)|post-?_?(?:body|content|text)|entry-?_?content|"
    r"news-?_?(?:body|text|content|detail)|content-?_?body|body-?_?content|rich-?text|text-?body|detail-?_?(?:content|text)",
    re.I,
)
_SENTENCE = re.compile(r"[.!?…,;。，،؛؟।]\s|[.!?…。！？؟۔।:\"”»')\]]$")
_MIN_PARAGRAPH: Final = 35
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LEAST: Final = 60  # of running text outside of headings: a standfirst in a heading without a body is none
_LEAVES: Final = frozenset({"p", "blockquote", "li", "h2", "h3", "h4"})
_VOTES: Final = (1.0, 0.75, 0.55, 0.4, 0.3)  # of a block for its parent, grandparent, ...
_LONG: Final = 0.2  # the share of the best block's text from which an `<article>` is one of several and no teaser
_CARDS: Final = 4  # headings under links from which a region may be a listing
_CARD: Final = 400  # characters of running text for each of them, below which it is one
_WORTH_CLIMBING: Final = 0.12  # the share of further text that a parent must add to be taken in its child's place


def find(root: _Element, title: str | None = None) -> _Element | None:
    """The smallest element that holds the article's paragraphs, of a page that has been pruned; None for no text.

    Every block of running text votes for its ancestors, the nearer the more. The winner's ancestors are taken in its
    place as long as they add running text that is no list of teasers: bodies are often split over siblings. An
    enclosing `<article>` is the limit; an element named like a body that holds nearly the same text is preferred. Of
    several long articles on one page, the one with the headline is meant (`title`), not the next one appended.
    """
    weights = _weights(root)
    if sum(weight for element, weight in weights.items() if element.tag not in _HEADINGS) < _LEAST:
        return None
    sums: dict[_Element, float] = {}
    votes: dict[_Element, float] = {}
    for element, weight in weights.items():
        for distance, ancestor in enumerate((element, *element.iterancestors())):
            sums[ancestor] = sums.get(ancestor, 0) + weight
            if 0 < distance <= len(_VOTES) or (distance == 0 and element.tag not in _LEAVES):
                votes[ancestor] = votes.get(ancestor, 0) + weight * _VOTES[max(distance - 1, 0)]
    votes = votes or sums
    best = max(votes, key=lambda element: votes[element])
    own = _with_headline(root, best, sums, title)
    if own is not None:
        inside = set(own.iter())
        best = max((element for element in votes if element in inside), key=lambda element: votes[element], default=own)
    chosen = _climb(best, sums)
    for element in (best, *best.iterancestors()):
        if _named_like_body(element) and sums[element] >= sums[chosen] * 0.85:
            return element
        if element is chosen:
            break
    return chosen


def _with_headline(
    root: _Element, best: _Element, sums: dict[_Element, float], title: str | None
) -> _Element | None:
    """The `<article>` that holds the headline, where the best block lies in another one."""
    wanted = _letters(title or "")
    if len(wanted) < 8:
        return None
    around = [element for element in (best, *best.iterancestors()) if element.tag == "article"]
    long = sum(1 for element in best.iter("article") if sums.get(element, 0) >= sums[best] * _LONG)
    if not around and long < 2:
        return None
    for heading in root.iter("h1", "h2"):
        if _letters(text_of(heading)) != wanted:
            continue
        holder = next(heading.iterancestors("article"), None)
        if holder is None and around:
            # a headline above its article: the first one after it
            elements = list(root.iter("h1", "h2", "article"))
            later = elements[elements.index(heading) + 1 :]
            holder = next((element for element in later if element.tag == "article"), None)
        if holder is None or holder in around or sums.get(holder, 0) < sums[best] * _LONG:
            return None
        return holder
    return None


def _climb(start: _Element, sums: dict[_Element, float]) -> _Element:
    chosen = start
    for ancestor in start.iterancestors():
        if chosen.tag == "article" or ancestor.tag in ("body", "html"):
            break
        added = sums[ancestor] - sums[chosen]
        teasers = _teasers(ancestor, chosen, sums)
        if (added >= sums[chosen] * _WORTH_CLIMBING and not teasers) or (ancestor.tag == "article" and not teasers):
            chosen = ancestor
    return chosen


def _teasers(ancestor: _Element, chosen: _Element, sums: dict[_Element, float]) -> bool:
    """Is what the ancestor adds a list of other articles: headings and texts under links, card by card?"""
    within = next((child for child in ancestor if child is chosen or child in set(chosen.iterancestors())), None)
    others = [child for child in ancestor if child is not within and isinstance(child.tag, str)]
    running = sum(sums.get(child, 0) for child in others)
    linked = cards = 0
    for child in others:
        linked += sum(len(raw_text(link).strip()) for link in child.iter("a"))
        cards += sum(1 for heading in child.iter("h2", "h3", "h4", "h5") if _is_linked(heading))
    return linked > running * 0.6 or (cards > 1 and running / cards < 600)


def blocks(region: _Element) -> list[_Element]:
    """The elements in which running text stands directly."""
    return list(_weights(region))


def is_listing(region: _Element) -> bool:
    """Is the region a list of articles: linked headings with little text to each?"""
    cards = sum(1 for heading in region.iter("h2", "h3", "h4", "h5") if _is_linked(heading))
    return cards >= _CARDS and sum(_weights(region).values()) / cards < _CARD


def _is_linked(heading: _Element) -> bool:
    return any(True for _ in heading.iter("a")) or any(True for _ in heading.iterancestors("a"))


def _weights(root: _Element) -> dict[_Element, float]:
    """Characters of running text that stands directly in each block: long enough, a sentence, not mostly links."""
    weights: dict[_Element, float] = {}
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in _INLINE or element.tag in ("html", "head", "h1", "title"):
            continue
        text, linked = _own_text(element)
        length = len(text)
        if length < _MIN_PARAGRAPH or linked > length * 0.5 or not _SENTENCE.search(text):
            continue
        weights[element] = min(length, 1500) * (1.0 if element.tag == "p" else 0.8)
    return weights


def _own_text(element: _Element) -> tuple[str, int]:
    pieces = [element.text or ""]
    linked = 0
    for child in element:
        if isinstance(child.tag, str) and child.tag in _INLINE:
            inner = raw_text(child)
            pieces.append(inner)
            if child.tag == "a":
                linked += len(inner)
            else:
                linked += sum(len(raw_text(link)) for link in child.iter("a"))
        pieces.append(child.tail or "")
    return " ".join("".join(pieces).split()), linked


def _named_like_body(element: _Element) -> bool:
    if element.get("itemprop") == "articleBody":
        return True
    return _BODY_NAME.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
