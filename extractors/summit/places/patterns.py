"""The gazetteer: phrases of countries, organizations, cities, venues and titles as PhraseMatcher patterns."""

from __future__ import annotations

from typing import NamedTuple

from spacy.language import Language
from spacy.matcher import PhraseMatcher

from extractors.languages import part
from extractors.lexicon import world


class Entry(NamedTuple):
    """What a phrase means: its kind (A adjective, C country, O organization, L city, V venue,
    E event, T title, S plural title)."""

    kind: str
    value: str


def gazetteer(nlp: Language, language: str) -> tuple[PhraseMatcher, PhraseMatcher, dict[str, Entry], dict[str, Entry]]:
    """Two matchers over the tables, one that minds case (names) and one that does not (titles), and what each phrase
    means.

    The matchers report phrases under one key; the entry is looked up by the matched text.
    """
    titles = part(language, "titles")
    exact: dict[str, Entry] = {}
    for word, code in world.country_adjectives().items():
        exact[word] = Entry("A", code)
    for name in world.event_organizers():
        exact[name] = Entry("E", name)
    for name in world.cities():
        exact[name] = Entry("L", name)
    for name in world.venues():
        exact[name] = Entry("V", name)
    for name, code in world.organization_names().items():
        exact[name] = Entry("O", code)
    for name, code in world.country_names().items():
        exact[name] = Entry("C", code)
    lower: dict[str, Entry] = {phrase: Entry("T", role) for phrase, role in titles.TITLES.items()}
    lower |= {phrase: Entry("S", role) for phrase, role in titles.PLURALS.items()}
    cased, uncased = PhraseMatcher(nlp.vocab, attr="ORTH"), PhraseMatcher(nlp.vocab, attr="LOWER")
    cased.add("name", [nlp.make_doc(phrase) for phrase in sorted(exact)])
    uncased.add("title", [nlp.make_doc(phrase) for phrase in sorted(lower)])
    return cased, uncased, exact, lower
