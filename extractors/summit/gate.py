"""Whether an article can report a diplomatic contact at all: one cheap look at its words before the pipes.

An article passes where a word of a contact (met, talks, visit) stands near two parties in one sentence: offices, or
states, bodies and cities of different states. A word that much else shares (conference, received) takes three
parties. Every word is looked up once in one table, which costs a fifth of what tokenizing does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractors.languages import part
from extractors.lexicon import world

NEAR, PARTIES = 20, 2
"""Within how many words of a word of a contact so many parties must stand."""
NEAR_FAINT, PARTIES_FAINT = 20, 3
"""The same for a faint word. With these no labelled article that reports a contact is lost; fewer words, or three
parties for all, begin to lose some."""
SHORT = 300
"""Characters up to which a text passes with any word of a contact: reading it costs little, and two sentences leave
little to be near to."""
_TOKEN = re.compile(
    # initials (U.S.), words without a genitive's s, and the mark at which a sentence or paragraph ends
    r"(?:[^\W\d_]\.){2,}|\w+(?:['’](?!s\b)\w+)*"
    r"|(?<=[^\W\d_A-ZÀ-Þ]{3})[.!?](?=[\"”’)\]]*\s+[\"“«(]?[A-ZÀ-ÞЀ-Я])|\n(?=[^\S\n]*\n)"
)
_ENDS = frozenset(".!?\n")


@dataclass(frozen=True, slots=True)
class Word:
    """What a word may be: of a contact (`near` and `least` parties), a party (`side` is a state or body, empty for an
    office), a wish; or the first of a longer name, whose other words and side stand in `longer`."""

    near: int = 0
    least: int = 0
    party: bool = False
    side: str = ""
    wish: bool = False
    longer: tuple[tuple[tuple[str, ...], str], ...] = ()


@dataclass(frozen=True)
class Words:
    """A language's words by their forms, and those with which a speaker names himself."""

    table: Mapping[str, Word | None]
    own: frozenset[str]
    opinion: re.Pattern[str]


@cache
def words(language: str) -> Words:
    """The gate's words of a language; a mark that ends a sentence stands for None."""
    known = part(language, "gate")
    table: dict[str, Word | None] = dict.fromkeys(_ENDS)
    for listed, word in (
        (known.OFFICES, Word(party=True)),
        (known.WISHES, Word(near=NEAR, least=PARTIES, wish=True)),
        (known.FAINT - known.OFFICES, Word(near=NEAR_FAINT, least=PARTIES_FAINT)),
        (known.FAINT & known.OFFICES, Word(near=NEAR_FAINT, least=PARTIES_FAINT, party=True)),
        (known.CONTACT, Word(near=NEAR, least=PARTIES)),
    ):
        table |= {form: word for low in listed for form in (low, low.capitalize(), low.upper())}
    cities = {name: site.country for name, site in world.cities().items()}
    longer: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, side in (
        cities | world.organization_names() | world.country_names() | world.country_adjectives()
    ).items():
        first, *rest = _TOKEN.findall(name)
        if rest:
            longer.setdefault(first, []).append((tuple(rest), side))
        elif len(first) > 1:
            table.setdefault(first, Word(party=True, side=side))
    for first, names in longer.items():
        alone = table.get(first) or Word()
        table[first] = Word(alone.near, alone.least, alone.party, alone.side, alone.wish, tuple(names))
    return Words(table, known.SELF, re.compile(known.OPINION, re.IGNORECASE))


def may_report(title: str | None, text: str, language: str = "en") -> bool:
    """False only where nothing says that parties were in contact; raises UnsupportedLanguage."""
    known = words(language)
    if title and known.opinion.match(title):
        return False
    tokens = _TOKEN.findall(text)
    if len(text) <= SHORT:
        found = [known.table.get(token) for token in (*_TOKEN.findall(title or ""), *tokens)]
        return any(word is not None and word.near for word in found)
    return _reports(tokens, known) or (bool(title) and _reports(_TOKEN.findall(title or ""), known))


def _reports(tokens: list[str], known: Words) -> bool:
    table = known.table
    contacts: list[tuple[int, Word]] = []
    parties: list[tuple[int, str]] = []
    for i, word in [(i, table[token]) for i, token in enumerate(tokens) if token in table]:
        if word is None:
            if len(parties) > 1 and any(_between(parties, at, contact) for at, contact in contacts):
                return True
            contacts, parties = [], []
            continue
        if word.wish:
            if not i or tokens[i - 1].lower() not in known.own:
                continue
            parties.append((i, ""))
        if word.near:
            contacts.append((i, word))
        side = word.side
        party = word.party
        for rest, of in word.longer:
            if tuple(tokens[i + 1 : i + 1 + len(rest)]) == rest:
                side, party = of, True
        if party:
            parties.append((i, side))
    return any(_between(parties, at, contact) for at, contact in contacts)


def _between(parties: list[tuple[int, str]], at: int, contact: Word) -> bool:
    """Whether parties enough stand near the word of a contact at `at`; a state counts once, every office for itself."""
    near = [side for i, side in parties if -contact.near <= i - at <= contact.near]
    return near.count("") + len({side for side in near if side}) >= contact.least
