"""Outcomes: what a contact led to, as sentences report it.

Rules: those of the language, `outcome.*`. One outcome of a type a sentence; a sentence that denies it or looks ahead
to it gives none.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.outcomes.patterns import Patterns, patterns
from extractors.summit.reading import Contact, OutcomeFound, Reading, Sentence, reading

_WORDS = 20
_REACH = 16
_EXCLUSIVE = {
    "declaration_adopted": {"agreement_signed"},
    "next_meeting": {"commitment", "decision"},
    "invitation": {"commitment"},
    "decision": {"commitment"},
    "agreement_signed": {"commitment"},
}


class Outcomes:
    """Fills `reading.outcomes` and the `outcomes` of main contacts."""

    def __init__(self, language: str) -> None:
        self.patterns: Patterns = patterns(language)

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        main = [contact for contact in found.contacts if contact.is_main]
        if not main:
            return doc
        for sentence in found.sentences:
            if not sentence.is_title and sentence.index >= main[0].sentence:
                found.outcomes += self._sentence(found, found.text, sentence)
        for outcome in found.outcomes:
            contact = _owner(found, main, outcome)
            if contact is not None and outcome.sentence - contact.sentence <= _REACH:
                contact.outcomes.append(outcome)
        return doc

    def _sentence(self, found: Reading, text: str, sentence: Sentence) -> list[OutcomeFound]:
        made: list[OutcomeFound] = []
        if self.patterns.past.search(sentence.code):
            return made
        for rule, type_, expression in self.patterns.rules:
            if any(type_ == m.type or type_ in _EXCLUSIVE.get(m.type, ()) for m in made):
                continue
            match = expression.search(sentence.code)
            if match is None:
                continue
            if type_ not in ("no_agreement", "next_meeting", "invitation") and (
                self.patterns.negated.search(sentence.code)
                or self.patterns.not_yet.search(sentence.code[max(0, match.start() - 30) : match.end()])
            ):
                continue
            start, end = sentence.chars(match.start(), match.end())
            end = _words(text, start, sentence.end)
            count = self.patterns.count.search(sentence.code)
            made.append(
                OutcomeFound(
                    type_,
                    start,
                    end,
                    sentence.index,
                    rule,
                    self._number(count) if count and type_ == "agreement_signed" else None,
                    sides=tuple(_sides(found, sentence)),
                )
            )
        return made

    def _number(self, match: re.Match[str]) -> int | None:
        word = match["n"].split()[0]
        return int(word) if word.isdigit() else self.patterns.numbers.get(word)


def _owner(found: Reading, main: list[Contact], outcome: OutcomeFound) -> Contact | None:
    """The main contact told of last before the outcome."""
    before = [
        contact
        for contact in main
        if contact.sentence <= outcome.sentence
        and contact.type != "correspondence"
        and contact.status not in ("cancelled", "postponed")
    ]
    if not before:
        return None
    talks = [contact for contact in before if contact.type != "visit"]
    return max(talks or before, key=lambda contact: contact.sentence)


def _sides(found: Reading, sentence: Sentence) -> list[str]:
    named = []
    for unit in sentence.units:
        if unit.kind == "P":
            named.append(found.entities[unit.ref].side)
        elif unit.kind == "C":
            named.append(found.countries[unit.ref])
    return list(dict.fromkeys(side for side in named if side))


def _words(text: str, start: int, stop: int) -> int:
    """The end of the first 20 words from `start` on, no farther than `stop` and without the full stop."""
    end = start
    for count, match in enumerate(re.finditer(r"\S+", text[start:stop])):
        if count == _WORDS:
            break
        end = start + match.end()
    while end > start + 1 and text[end - 1] in ".,;:":
        end -= 1
    return end


@Language.factory("communique_outcomes", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Outcomes:
    """The outcomes pipe for `language`."""
    return Outcomes(language)
