"""Which paragraphs are the article's? The region's markup cleaned with BeautifulSoup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from extractors.page.boilerplate import is_about, is_boilerplate, is_preliminary

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

_INITIALS: Final = re.compile(r"[A-ZА-Я]{2,3}(?:/[A-ZА-Я]{2,3})?")  # of the desk that signs an agency's text
_START: Final = 3  # lines in which a date line or a byline may stand before the text
_LAST: Final = 4  # paragraphs at the end among which an author may be presented
_CARD: Final = 500  # characters that a link around whole blocks may have
_SAME: Final = 0.6  # of a heading's words that a headline has, from which the two are wordings of one
_TEASER: Final = 200  # characters that a linked paragraph may have to be a teaser and no text full of links
_SHORT: Final = 30  # characters under which text outside of a paragraph must end like a sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text within one block: its element's name, how many of its characters are links, and whether it stands
    in a card: a link around whole blocks."""

    text: str
    tag: str
    linked: int
    card: bool = False


def paragraphs(
    markup: str | Iterable[Tag], headlines: Iterable[str] = (), remove: Iterable[str] = (), authors: Iterable[str] = ()
) -> list[str]:
    """The paragraphs of a body's markup, cleaned.

    `markup` is HTML, or elements already selected from a soup. Paragraphs end at blocks and at `<br>`. Left out:
    elements that match the selectors `remove`, captions and widgets, "read also" lines and other boilerplate, lines
    and lists that are mostly links, the headline itself (`headlines`: its wordings), portraits of the `authors` at the
    end, headings with nothing under them, and repetitions.
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
    return _kept(found, {_letters(one): _words(one) for one in headlines}, list(authors))


def _runs(root: Tag) -> Iterator[Paragraph]:
    cards: dict[int, bool] = {}
    holders: dict[int, tuple[Tag | None, bool, bool]] = {}  # by the id of a text's parent
    block: Tag | None = None
    pieces: list[str] = []
    linked = 0
    card = False

    def flush() -> Iterator[Paragraph]:
        text = " ".join("".join(pieces).split())
        if text:
            yield Paragraph(text, block.name if block else "div", linked, card)

    for node in root.descendants:
        if isinstance(node, Tag):
            if node.name == "br" or node.name in BLOCKS:
                yield from flush()
                pieces, linked = [], 0
            continue
        if not isinstance(node, NavigableString) or isinstance(node, PreformattedString):
            continue
        if id(node.parent) not in holders:
            holders[id(node.parent)] = _holder(node, cards)
        holder, in_link, in_card = holders[id(node.parent)]
        if holder is not block:
            yield from flush()
            pieces, linked, block, card = [], 0, holder, in_card
        pieces.append(str(node))
        if in_link:
            linked += len(node.strip())
    yield from flush()


def _holder(node: NavigableString, cards: dict[int, bool]) -> tuple[Tag | None, bool, bool]:
    """The block that a piece of text stands in, whether it is a link, and whether it stands in a card. `cards`
    remembers, by id, which links are cards. An `<a>` that was never closed goes around half the page and is none."""
    in_link = in_card = False
    holder: Tag | None = None
    for parent in node.parents:
        if parent.name == "a" and not in_link and parent.get("href"):
            if holder is not None and id(parent) not in cards:
                cards[id(parent)] = len(parent.get_text()) < _CARD
            in_card = holder is not None and cards[id(parent)]
            in_link = holder is None or in_card
        elif holder is None and parent.name in BLOCKS:
            holder = parent
    return holder, in_link, in_card


def _kept(found: list[Paragraph], headlines: dict[str, set[str]], authors: list[str]) -> list[str]:
    kept: list[Paragraph] = []
    seen: set[str] = set()
    for paragraph in found:
        text = paragraph.text
        key = _letters(text)
        if not key or key in headlines or (len(key) > 40 and key in seen) or is_boilerplate(text):
            continue
        if _is_teaser(paragraph):
            continue
        if len(kept) < _START and paragraph.tag in _HEADINGS and _is_headline(text, key, headlines):
            continue
        if len(kept) < _START and is_preliminary(text):
            continue
        if paragraph.tag not in _TEXTUAL and len(text) < _SHORT and not text.endswith(_ENDS):
            continue
        seen.add(key)
        kept.append(paragraph)
    _drop_end(kept, authors)
    return [
        paragraph.text for number, paragraph in enumerate(kept)
        if not (paragraph.tag in _HEADINGS and kept[number + 1].tag in _HEADINGS and len(paragraph.text) < 60)
    ]


def _is_teaser(paragraph: Paragraph) -> bool:
    """Does a paragraph tell of another article? A linked sentence that ends with a full stop belongs to the text."""
    text, tag = paragraph.text, paragraph.tag
    if tag == "li" and paragraph.linked > len(text) * 0.4 and not text.endswith(_ENDS):
        return True
    if paragraph.linked <= len(text) * 0.7:
        return False
    sentence = tag == "p" and text.endswith(".") and len(text) > 2 * _SHORT
    return paragraph.card or tag in ("li", "div") or tag in _HEADINGS or (len(text) < _TEASER and not sentence)


def _is_headline(text: str, key: str, headlines: dict[str, set[str]]) -> bool:
    """Is a heading another wording of the headline, or its kicker? `headlines` gives letters and words of each."""
    words = _words(text)
    return any(key in letters or len(words & known) > len(words) * _SAME for letters, known in headlines.items())


def _drop_end(kept: list[Paragraph], authors: list[str]) -> None:
    """Take off what follows a text: headings with nothing under them and portraits of those who wrote it."""
    for place in range(len(kept) - 1, max(len(kept) - 1 - _LAST, 0), -1):
        if is_about(kept[place].text, authors):
            del kept[place]
    while kept and (kept[-1].tag in _HEADINGS or _INITIALS.fullmatch(kept[-1].text)):
        kept.pop()


def _words(text: str) -> set[str]:
    return {word.strip(".,:;!?«»“”„\"'‘’()") for word in text.lower().split()}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
