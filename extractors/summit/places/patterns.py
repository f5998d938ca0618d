"""The gazetteer: phrases of countries, organizations, cities, venues and titles as PhraseMatcher patterns."""

from __future__ import annotations

from typing import NamedTuple, cast

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

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
    for name in [*world.venues(), *world.shared_venues()]:
        exact[name] = Entry("V", name)
    for name, code in world.organization_names().items():
        exact[name] = Entry("O", code)
    for name, code in world.country_names().items():
        exact[name] = Entry("C", code)
    # "People’s Republic of China" is printed with either apostrophe
    exact |= {name.replace("'", "’"): entry for name, entry in exact.items() if "'" in name}
    lower: dict[str, Entry] = {phrase: Entry("T", role) for phrase, role in titles.TITLES.items()}
    lower |= {name.replace("'", "’"): entry for name, entry in lower.items() if "'" in name}
    lower |= {phrase: Entry("S", role) for phrase, role in titles.PLURALS.items()}
    cased, uncased = PhraseMatcher(nlp.vocab, attr="ORTH"), PhraseMatcher(nlp.vocab, attr="LOWER")
    cased.add("name", [_tokens(nlp, phrase) for phrase in sorted(exact)])
    uncased.add("title", [_tokens(nlp, phrase) for phrase in sorted(lower)])
    return cased, uncased, exact, lower


def _tokens(nlp: Language, phrase: str) -> Doc:
    """The phrase as the tokenizer parts it, which is at its spaces where there are only letters (and quicker)."""
    words = phrase.split(" ")
    if all(word.isalpha() and word not in cast("Tokenizer", nlp.tokenizer).rules for word in words):
        return Doc(nlp.vocab, words=words)
    return nlp.make_doc(phrase)
