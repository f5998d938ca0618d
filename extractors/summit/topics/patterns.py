"""The words of topics as PhraseMatcher patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """`matcher` reports phrases, `codes` says which topics a phrase (in lower case) names."""

    matcher: PhraseMatcher
    codes: dict[str, tuple[str, ...]]
    weak: frozenset[str]
    cues: re.Pattern[str]
    background: re.Pattern[str]


def patterns(nlp: Language, language: str) -> Patterns:
    """The topic patterns of a language."""
    words = part(language, "topics")
    codes: dict[str, tuple[str, ...]] = {}
    for code, phrases in words.TOPICS.items():
        for phrase in phrases:
            codes[phrase] = (*codes.get(phrase, ()), code)
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("topic", [nlp.make_doc(phrase) for phrase in sorted(codes)])
    return Patterns(matcher, codes, words.WEAK, re.compile(words.CUES), re.compile(words.BACKGROUND))
