"""An article's parts by a publisher's own rules: a layout that is known, or the selectors of a source's YAML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup
from lxml import etree
from lxml.etree import _Element

from extractors.page import body, tree
from extractors.page.dates import Moment, parse_moment
from extractors.page.metadata import Page, tidy
from extractors.page.published import zone_of
from extractors.page.publishers import Layout, Publisher
from extractors.page.refusal import MIN_CHARACTERS
from extractors.page.rules import PageRules

_T = TypeVar("_T")
MAX_MARKUP: Final = 1024 * 1024  # characters of a body's markup that are cleaned; BeautifulSoup takes 60 us an element
STRONG: Final = 0.5  # agreement below which a rule and the generic reader are said to disagree strongly


@dataclass(frozen=True, slots=True)
class Selected:
    """What a publisher's rules found on a page. `rule` names them; `expected` says that they should fit the page, so
    that their finding no text is a fault; dates are ISO 8601 with the offset that the publisher's zone gives."""

    rule: str
    paragraphs: list[str] = field(default_factory=list)
    title: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    expected: bool = True

    @property
    def has_text(self) -> bool:
        """Is what was found enough to be an article?"""
        return sum(map(len, self.paragraphs)) >= MIN_CHARACTERS


def by_selectors(text: str, rules: PageRules, title: str | None) -> Selected | None:
    """What the CSS selectors of `rules` find in a page's source; None where there are none.

    The whole page becomes a soup, which costs ten times the lxml tree. `title` is the headline as the generic rules
    read it, which is no paragraph.
    """
    if not (rules.body or rules.title or rules.published):
        return None
    try:
        soup = BeautifulSoup(tree.clean(text), "lxml")
    except ParserRejectedMarkup:
        return None
    element = soup.select_one(rules.title) if rules.title else None
    title = (tidy(element.get_text(" ")) or None if element else None) or title
    dated = None
    if rules.published and (element := soup.select_one(rules.published)):
        values = (element.get("datetime"), element.get("content"), element.get_text(" "))
        dated = _first(_moments((value for value in values if isinstance(value, str)), rules.date_order))
    paragraphs: list[str] = []
    if rules.body:
        chosen = soup.select(rules.body)
        outermost = [one for one in chosen if not any(parent in chosen for parent in one.parents)]
        paragraphs = body.paragraphs(outermost, [title] if title else [], rules.remove)
    return Selected(
        "publisher", paragraphs, title, dated.iso(zone_of(rules.time_zone)) if dated else None,
        expected=rules.body is not None,
    )


def by_layout(page: Page, publisher: type[Publisher], on: date | None, headlines: Iterable[str]) -> Selected:
    """What the first of a publisher's layouts that fits the page finds; without text where none does.

    The page's tree is left as it is. `on` is the day on which the page was fetched: a layout that stood then is
    expected to fit; without it, one that still stands. `headlines` are wordings of the headline, no paragraphs.
    """
    wordings = list(headlines)
    for layout in publisher.layouts:
        markup = _markup(page.root, layout.body)
        title = _first(_texts(page.root, layout.title))
        paragraphs = body.paragraphs(markup, [*wordings, *([title] if title else [])], layout.remove)
        result = Selected(
            f"{publisher.__name__}.{layout.__name__}", paragraphs, title,
            _date(page.root, layout.published, publisher), _date(page.root, layout.modified, publisher),
            tuple(_texts(page.root, layout.authors)), _first(_texts(page.root, layout.section)),
        )
        if result.has_text and (title or layout.title is None):
            return result
    return Selected(publisher.__name__, expected=any(_stands(layout, on) for layout in publisher.layouts))


def doubt(chosen: Selected | None, generic: list[str]) -> str | None:
    """Why a publisher's rules may be out of date, for people and for the source's health; None where nothing speaks
    against them: they found no text where the generic reader did, or quite another one."""
    if chosen is None or sum(map(len, generic)) < MIN_CHARACTERS:
        return None
    if not chosen.has_text:
        return f"{chosen.rule} found no text, the generic reader did" if chosen.expected else None
    shared = agreement(chosen.paragraphs, generic)
    if shared < STRONG:
        return f"{chosen.rule} and the generic reader agree in {shared:.2f} of the text"
    return None


def agreement(one: Iterable[str], other: Iterable[str]) -> float:
    """How much of two texts is the same: words in common, twice, over the words of both; from 0 to 1."""
    left, right = (Counter(word for text in texts for word in text.split()) for texts in (one, other))
    return 2 * (left & right).total() / max(left.total() + right.total(), 1)


def _stands(layout: type[Layout], on: date | None) -> bool:
    return layout.valid_until is None or (on is not None and on <= layout.valid_until)


def _found(root: _Element, path: str) -> list[_Element | str]:
    found = root.xpath(path)
    several = found if isinstance(found, list) else [found]
    return [one for one in several if isinstance(one, _Element | str)]


def _markup(root: _Element, path: str) -> str:
    """The source of the elements that a path finds, but of none twice, cut to MAX_MARKUP."""
    found = [one for one in _found(root, path) if isinstance(one, _Element)]
    known = set(found)
    pieces: list[str] = []
    length = 0
    for one in found:
        if length < MAX_MARKUP and known.isdisjoint(one.iterancestors()):
            pieces.append(etree.tostring(one, encoding="unicode", method="html", with_tail=False))
            length += len(pieces[-1])
    return "".join(pieces)[:MAX_MARKUP]


def _texts(root: _Element, path: str | None) -> Iterator[str]:
    for one in _found(root, path) if path else ():
        text = tidy(one if isinstance(one, str) else tree.text_of(one))
        if text:
            yield text


def _date(root: _Element, paths: Iterable[str], publisher: type[Publisher]) -> str | None:
    for path in paths:
        for one in _found(root, path):
            values = (one,) if isinstance(one, str) else (one.get("datetime"), one.get("content"), tree.text_of(one))
            moment = _first(_moments((value for value in values if value), publisher.date_order))
            if moment:
                return moment.iso(zone_of(publisher.time_zone))
    return None


def _moments(values: Iterable[str], order: str | None) -> Iterator[Moment]:
    for value in values:
        moment = parse_moment(value, order or "DMY")
        if moment:
            yield moment


def _first(found: Iterable[_T]) -> _T | None:
    return next(iter(found), None)
