"""Which paragraphs are the article's? The region's markup cleaned with BeautifulSoup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from extractors.page.boilerplate import is_boilerplate, is_preliminary

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEXTUAL: Final = _HEADINGS | {"p", "li", "blockquote"}
_ENDS: Final = (".", "!", "?", "…", ":", "»", "”", '"')
_REMOVED: Final = (
    "script", "style", "noscript", "template", "figure", "figcaption", "iframe", "button", "svg", "nav", "aside",
)

_START: Final = 3  # lines in which a date line or a byline may stand before the text
_SHORT: Final = 30  # characters under which text outside of a paragraph must end like a sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text within one block: its element's name, and how many of its characters are links."""

    text: str
    tag: str
    linked: int


def paragraphs(markup: str | Iterable[Tag], title: str | None = None, remove: Iterable[str] = ()) -> list[str]:
    """The paragraphs of a body's markup, cleaned.

    `markup` is HTML, or elements already selected from a soup. Paragraphs end at blocks and at `<br>`. Left out:
    elements that match the selectors `remove`, captions and widgets, "read also" lines and other boilerplate, lines
    and lists that are mostly links, the headline itself, headings with nothing under them, and repetitions.
    """
    roots = [BeautifulSoup(markup, "lxml")] if isinstance(markup, str) else list(markup)
    found: list[Paragraph] = []
    for root in roots:
        for element in root.find_all(_REMOVED):
            element.decompose()
        for selector in remove:
            for element in root.select(selector):
                element.decompose()
        found += _runs(root)
    return _kept(found, title)


def _runs(root: Tag) -> Iterator[Paragraph]:
    block: Tag | None = None
    pieces: list[str] = []
    linked = 0

    def flush() -> Iterator[Paragraph]:
        text = " ".join("".join(pieces).split())
        if text:
            yield Paragraph(text, block.name if block else "div", linked)

    for node in root.descendants:
        if isinstance(node, Tag):
            if node.name == "br" or node.name in BLOCKS:
                yield from flush()
                pieces, linked = [], 0
            continue
        if not isinstance(node, NavigableString) or isinstance(node, PreformattedString):
            continue
        holder, in_link = _holder(node)
        if holder is not block:
            yield from flush()
            pieces, linked, block = [], 0, holder
        pieces.append(str(node))
        if in_link:
            linked += len(node.strip())
    yield from flush()


def _holder(node: NavigableString) -> tuple[Tag | None, bool]:
    in_link = False
    for parent in node.parents:
        if parent.name == "a":
            in_link = True
        elif parent.name in BLOCKS:
            return parent, in_link
    return None, in_link


def _kept(found: list[Paragraph], title: str | None) -> list[str]:
    kept: list[Paragraph] = []
    seen: set[str] = set()
    headline = _letters(title or "")
    for paragraph in found:
        text = paragraph.text
        key = _letters(text)
        if not key or key == headline or (len(key) > 40 and key in seen) or is_boilerplate(text):
            continue
        if paragraph.linked > len(text) * 0.7 and (len(text) < 200 or paragraph.tag == "li"):
            continue
        if len(kept) < _START and is_preliminary(text):
            continue
        if paragraph.tag not in _TEXTUAL and len(text) < _SHORT and not text.endswith(_ENDS):
            continue
        seen.add(key)
        kept.append(paragraph)
    while kept and kept[-1].tag in _HEADINGS:
        kept.pop()
    return [
        paragraph.text for number, paragraph in enumerate(kept)
        if not (paragraph.tag in _HEADINGS and kept[number + 1].tag in _HEADINGS and len(paragraph.text) < 60)
    ]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
