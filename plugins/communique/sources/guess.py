"""Selectors of an article's parts, guessed from sample pages that the general reader could read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from extractors.article import Article
from extractors.page import PageRules, tree
from extractors.page import read as read_page
from extractors.page.charset import decode
from extractors.page.dates import parse_moment

_NAME = re.compile(r"^[A-Za-z_][\w-]*$")
_OPENING = 40  # characters of a paragraph by which it is found again
_SAME_TEXT = 0.05  # of its length that a text may lose or gain by a selector


@dataclass(frozen=True, slots=True)
class Sample:
    """A page as fetched, and the article that the general reader found on it."""

    url: str
    body: bytes
    charset: str | None
    article: Article


@dataclass(frozen=True, slots=True)
class Guess:
    """Selectors that hold on every sample; None where none does."""

    body: str | None
    title: str | None
    published: str | None


def guess(samples: Sequence[Sample]) -> Guess:
    """Selectors that find on each sample what the general reader found there, and nothing else."""
    if not samples:
        return Guess(None, None, None)
    soups = [BeautifulSoup(tree.clean(decode(sample.body, sample.charset)[0]), "lxml") for sample in samples]
    return Guess(
        body=_common(samples, soups, _body_names, _gives_body),
        title=_common(samples, soups, _title_names, _gives_title),
        published=_common(samples, soups, _date_names, _gives_date))


_Names = Callable[[Sample, BeautifulSoup], list[str]]
_Holds = Callable[[Sample, str], bool]


def _common(samples: Sequence[Sample], soups: Sequence[BeautifulSoup], names: _Names, holds: _Holds) -> str | None:
    candidates = names(samples[0], soups[0])
    for name in candidates:
        if all(len(soup.select(name)) == 1 for soup in soups) and all(holds(sample, name) for sample in samples):
            return name
    return None


def _body_names(sample: Sample, soup: BeautifulSoup) -> list[str]:
    openings = [line[:_OPENING] for line in sample.article.text.split("\n") if len(line) >= _OPENING]
    if not openings:
        return []

    def held(element: Tag) -> int:
        text = " ".join(element.get_text().split())
        return sum(opening in text for opening in openings)

    element: Tag = soup
    while True:
        inner = max((child for child in element.find_all(True, recursive=False)), key=held, default=None)
        if inner is None or held(inner) < 0.8 * len(openings):
            break
        element = inner
    return [name for holder in (element, *list(element.parents)[:3]) for name in _selectors(holder)]


def _title_names(sample: Sample, soup: BeautifulSoup) -> list[str]:
    found = [element for element in soup.find_all(["h1", "h2"])
             if sample.article.title and _bare(element.get_text()) == _bare(sample.article.title)]
    return [name for element in found for name in (element.name, *_selectors(element))]


def _date_names(sample: Sample, soup: BeautifulSoup) -> list[str]:
    day = (sample.article.published_at or "")[:10]
    names = []
    for element in soup.find_all("time", datetime=True):
        names += [*_selectors(element), "time[datetime]"]
    for element in soup.find_all(class_=re.compile(r"date|time|publish", re.I)):
        text = element.get_text(" ", strip=True)
        moment = parse_moment(text) if len(text) < 80 else None
        if moment and moment.day.isoformat() == day:
            names += _selectors(element)
    return list(dict.fromkeys(names))


def _gives_body(sample: Sample, name: str) -> bool:
    read = _read(sample, PageRules(body=name))
    if read is None or read.text_rule != "publisher":
        return False
    return abs(len(read.text) - len(sample.article.text)) <= _SAME_TEXT * len(sample.article.text)


def _gives_title(sample: Sample, name: str) -> bool:
    read = _read(sample, PageRules(title=name))
    return read is not None and _bare(read.title) == _bare(sample.article.title)


def _gives_date(sample: Sample, name: str) -> bool:
    read = _read(sample, PageRules(published=name))
    if read is None or read.published_rule != "publisher":
        return False
    return (read.published_at or "")[:10] == (sample.article.published_at or read.published_at or "")[:10]


def _read(sample: Sample, rules: PageRules) -> Article | None:
    return read_page(sample.body, sample.url, charset=sample.charset, rules=rules)


def _selectors(element: Tag) -> list[str]:
    """Selectors of an element by its id or one class, names made by machines left out."""
    names = []
    given = element.get("id")
    if isinstance(given, str) and _NAME.match(given) and not re.search(r"\d", given):
        names.append(f"{element.name}#{given}")
    names += [f"{element.name}.{name}" for name in element.get_attribute_list("class")
              if name and _NAME.match(str(name)) and not re.search(r"\d{3}|[A-Z0-9]{5}", str(name))]
    if element.name in ("article", "main"):
        names.append(element.name)
    return names


def _bare(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").casefold()))
