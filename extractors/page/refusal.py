"""Is there an article on this page at all? Home pages, listings, errors and consent walls are to be refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from extractors.page.metadata import Page

MIN_CHARACTERS: Final = 120  # a news flash of one sentence has about 150
# What is left on a page whose article is gone (author boxes, legal notes, paywalls) does not speak of its title.
# On 257 news pages every text under SHORT shares 0.44 or more of its title's stems; of the leftovers two in three
# share less than 0.3.
SHORT: Final = 1500
LEAST_SHARED: Final = 0.3

_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")

_ERROR: Final = re.compile(
    r"^\W*(?:error |http |fehler |erreur )?(?:404|403|410|500|502|503)\W*(?:$|[-–—|:]|error|not found|page|forbidden|"
    r"gone|bad)|"
    r"(?:error|http)\W*(?:404|403|410|500|502|503)\b|not found|access denied|forbidden|just a moment|attention "
    r"required|are you a robot|not a robot|"
    r"page (?:is )?unavailable|service unavailable|error page|страница не найдена|не найдено|ошибка \d|бет табылмады|"
    r"seite nicht gefunden|page introuvable|página no encontrada",
    re.I,
)
_CONSENT: Final = re.compile(
    r"cookie|consent|your privacy|personal data|partners? (?:store|process)|javascript|ad-?blocker|конфиденциальност|"
    r"datenschutz|einwilligung|подпис|subscri|sign in|log in|terms of (?:use|service)|"
    r"third[- ]part(?:y|ies)|personal information|opt(?:ing)?[- ]out",
    re.I,
)


def is_no_article(paragraphs: Sequence[str], page: Page, title: str | None) -> bool:
    """Whether what was found on a page is too little, or of the wrong kind, to be an article's text."""
    characters = sum(map(len, paragraphs))
    if characters < MIN_CHARACTERS:
        return True
    if title and characters < SHORT and shared(title, paragraphs) < LEAST_SHARED:
        return True
    if title and characters < 800 and _ERROR.search(title):
        return True
    about_reading = sum(len(paragraph) for paragraph in paragraphs if _CONSENT.search(paragraph))
    if about_reading > characters * (0.5 if characters < 4000 else 0.8):
        return True
    if not urlsplit(page.url).path.strip("/") and not urlsplit(page.url).query and not says_article(page):
        return True
    longest = max(map(len, paragraphs))
    return longest < 80 and not says_article(page)


def shared(title: str, paragraphs: Sequence[str]) -> float:
    """The share of the title's word stems that the text has too; 1 where the title has fewer than two."""
    wanted = _stems(title)
    return len(wanted & _stems("\n".join(paragraphs))) / len(wanted) if len(wanted) > 1 else 1.0


def _stems(text: str) -> set[str]:
    """The first five letters of each word of four or more; pairs of signs where words are not spaced."""
    stems: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if _UNSPACED.search(word):
            stems.update(word[place : place + 2] for place in range(len(word) - 1))
        elif len(word) >= 4:
            stems.add(word[:5])
    return stems


def says_article(page: Page) -> bool:
    """Does the page declare itself an article (Open Graph, JSON-LD)?"""
    return page.meta.get("og:type", "").lower() == "article" or any(
        str(article.get("@type")).lower() != "webpage" for article in page.articles
    )
