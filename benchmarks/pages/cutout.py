"""A news page without its article: what a reader must call no article."""

from __future__ import annotations

import json
from typing import Any, cast

from lxml import etree
from lxml.etree import _Element

from benchmarks.pages.corpus import words

BLOCKS = frozenset({"p", "div", "li", "blockquote", "h2", "h3", "h4", "h5", "section", "td", "span", "strong", "b",
                    "em", "a", "figcaption", "article", "dd", "center", "font", "i", "u"})
SHARE = 0.8  # of a block's shingles that stand in the article's text, from which the block is taken out
NEARLY = 0.95
IN_SCRIPT = 0.3  # of an article's shingles in a script that is no JSON; escapes and tags break up the others
SIZE = 4
PARAGRAPHS = ("p", "div", "li", "blockquote", "h2", "h3", "h4")
_Shingle = tuple[str, ...]


def without_article(html: str, text: str) -> str:
    """The page with every block taken out whose words stand in `text`, the article's, and the blocks beside these of
    the same element and class (reviewed texts lack a paragraph here and there); all else stays as it was.

    Blocks go one by one and not by their container, so that boxes within the article, its captions, its headline, the
    author's portrait and everything that says "this is an article" stay: it is the page of a paywall, or of an article
    whose text was taken down. The text goes from JSON-LD and other data in scripts too.
    """
    # A page may name a charset in XML's way, which lxml refuses in a str
    root = etree.fromstring(html.replace("\0", "").encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    known = _shingles(words(text))
    emptied = [element for element in root.iter(*BLOCKS) if _stands_in(_text(element), known)]
    beside = {(element.getparent(), *_kind(element)) for element in emptied if element.tag in PARAGRAPHS}
    for element in root.iter(*PARAGRAPHS):
        if (element.getparent(), *_kind(element)) in beside:
            emptied.append(element)
    for element in emptied:
        _empty(element)
    for parent in {line.getparent() for line in root.iter("br")}:
        _empty_lines(parent, known)
    for script in root.iter("script"):
        if script.text and len(script.text) > len(text) / 2:
            script.text = _data_without(script.text, known)
    return etree.tostring(root, encoding="unicode", method="html")


def without_body(html: str, text: str) -> str:
    """As without_article, and with the container gone that held the article: the deepest element with nearly all of
    `text` that the page shows. What is left is the frame: headers, lists of other news, footers, policies."""
    root = etree.fromstring(html.replace("\0", "").encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    known = _shingles(words(text))
    container, best = None, 0.0
    for element in root.iter("div", "article", "section", "main", "td"):
        shared = len(_shingles(words(_text(element))) & known)
        # in the page's order: an element as good as its parent is deeper
        if shared >= max(best, 0.5 * len(known)) * NEARLY:
            container, best = element, max(best, shared)
    if container is not None:
        _empty(container)
    return without_article(etree.tostring(root, encoding="unicode", method="html"), text)


def left(html: str, text: str) -> float:
    """The share of an article's shingles that a page still has: how well it was cut out."""
    root = etree.fromstring(html.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    for element in list(root.iter("script", "style")):
        element.text = None
    known = _shingles(words(text))
    return len(_shingles(words(_text(root))) & known) / max(len(known), 1)


def _shingles(of: list[str]) -> set[_Shingle]:
    return {tuple(of[place : place + SIZE]) for place in range(max(1, len(of) - SIZE + 1))}


def _text(element: _Element) -> str:
    return "".join(cast("list[str]", list(element.itertext())))


def _stands_in(text: str, known: set[_Shingle]) -> bool:
    found = words(text)
    if len(found) < SIZE:
        return False
    shingles = _shingles(found)
    return len(shingles & known) >= SHARE * len(shingles)


def _kind(element: _Element) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""


def _empty_lines(parent: _Element | None, known: set[_Shingle]) -> None:
    """Take out the text between line breaks of a block where some of it is the article's."""
    if parent is None or not any(_stands_in(child.tail or "", known) for child in parent):
        return
    parent.text = None
    for child in parent:
        child.tail = None


def _empty(element: _Element) -> None:
    tail = element.tail
    element.clear()
    element.tail = tail


def _data_without(source: str, known: set[_Shingle]) -> str:
    try:
        data = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return "" if len(_shingles(words(source)) & known) > IN_SCRIPT * len(known) else source
    return json.dumps(_pruned(data, known)).replace("</", "<\\/")


def _pruned(data: Any, known: set[_Shingle]) -> Any:
    if isinstance(data, dict):
        return {key: "" if key == "articleBody" else _pruned(value, known) for key, value in data.items()}
    if isinstance(data, list):
        return [_pruned(value, known) for value in data]
    if isinstance(data, str) and len(found := words(data)) > 12:
        shingles = _shingles(found)
        return "" if len(shingles & known) > len(shingles) / 2 else data
    return data
