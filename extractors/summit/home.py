"""Which country does an article's publisher belong to?

That country's head of state is meant by a bare "the Head of State" in its news, and its clock by "today".
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from extractors.article import Article
from extractors.lexicon import world
from extractors.lexicon.tables import rows

_FIRST_WORD = re.compile(r"[^-_.:]*")
_WORDS = re.compile(r"[a-z]{4,}")
_HEAD = 120
"""Characters of a text in which its agency signs."""
_AGENCY = re.compile(r"(?:[(/]|(?<=[,.] ))(?P<name>[A-Z]\w{1,11})(?:[)/]| ?(?:--|—|–) )")
_AMERICAN = frozenset({"gov", "mil"})


def home_of(article: Article) -> str | None:
    """The ISO 3166-1 code of the publisher's country, None where nothing tells.

    What the article says of itself (`home`, which the pipeline fills from the registered source) is taken as it is, and
    a home that is no country, such as EU, is none. Without it the first word of the source's key is looked up in
    `lexicon/data/publishers.csv`, else read as a country code; else a country's name in the key, the agency that signs
    the first line, or the domain of the article's address tells.
    """
    known = world.countries()
    if article.home is not None:
        return article.home if article.home in known else None
    word = _first_word(article.source)
    if word in publishers():
        return publishers()[word]
    if len(word) == 2 and word.upper() in known:
        return word.upper()
    for other in _WORDS.findall((article.source or "").lower()):
        # "mofa-japan", "global-affairs-canada"
        if (code := world.country_names().get(other.capitalize())) is not None:
            return code
    for mark in _AGENCY.finditer(article.text[:_HEAD]):
        # "DOHA, May 20 (QNA) -", "/TASS/", "SPA --"
        signed = publishers().get(mark["name"].lower())
        if signed and mark["name"] not in world.country_names() and mark["name"] not in world.cities():
            return signed
    try:
        host = urlsplit(article.url or "").hostname or ""
    except ValueError:
        return None
    last = host.rsplit(".", 1)[-1]
    if last in _AMERICAN:
        return "US"
    return last.upper() if len(last) == 2 and last.upper() in known else None


@cache
def publishers() -> dict[str, str | None]:
    """First words of sources' keys to the country, None where the word tells nothing though it looks like a name."""
    return {row["key"]: row["country"] or None for row in rows("publishers")}


def _first_word(key: str | None) -> str:
    found = _FIRST_WORD.match((key or "").lower())
    return found.group() if found else ""
