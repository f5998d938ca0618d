"""The words of topics as PhraseMatcher patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """`matcher` reports phrases, `codes` says which topics a phrase (in lower case) names, `weak` phrases less surely.

    `cues`, `said`, `background` and `denied` tell sentences about the talks from others, `agenda` those that name
    their subjects, `documents` those that list what was signed.
    `proper` phrases are names, of which `places` count only beside `conflict` or after `subject`. `relations` are
    words of two parties about each other, `worldwide` bodies without a region of their own.
    """

    matcher: PhraseMatcher
    codes: dict[str, tuple[str, ...]]
    weak: frozenset[str]
    cues: re.Pattern[str]
    said: re.Pattern[str]
    agenda: re.Pattern[str]
    aims: re.Pattern[str]
    documents: re.Pattern[str]
    massing: re.Pattern[str]
    background: re.Pattern[str]
    denied: re.Pattern[str]
    places: frozenset[str]
    proper: frozenset[str]
    conflict: re.Pattern[str]
    subject: re.Pattern[str]
    relations: re.Pattern[str]
    worldwide: frozenset[str]


def patterns(nlp: Language, language: str) -> Patterns:
    """The topic patterns of a language."""
    words, subjects = part(language, "topics"), part(language, "subjects")
    codes: dict[str, tuple[str, ...]] = {}
    for code, phrases in subjects.TOPICS.items():
        for phrase in phrases:
            codes[phrase] = (*codes.get(phrase, ()), code)
    for phrase in subjects.DECOYS:
        codes.setdefault(phrase, ())
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("topic", [nlp.make_doc(phrase) for phrase in sorted(codes)])
    return Patterns(
        matcher,
        codes,
        subjects.WEAK,
        re.compile(words.CUES),
        re.compile(words.SAID),
        re.compile(words.AGENDA),
        re.compile(words.AIMS),
        re.compile(words.DOCUMENTS),
        re.compile(words.MASSING),
        re.compile(words.BACKGROUND),
        re.compile(words.DENIED),
        subjects.PLACES,
        subjects.PLACES | subjects.REGIONS,
        re.compile(words.CONFLICT),
        re.compile(words.SUBJECT),
        re.compile(words.RELATIONS),
        words.GLOBAL,
    )
