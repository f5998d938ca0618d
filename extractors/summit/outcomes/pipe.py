"""Outcomes: what a contact led to, as sentences report it.

Rules: those of the language, `outcome.*`. One outcome of a type a sentence, each from words of its own; a sentence
that denies it, looks ahead to it or dates it before the contact gives none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.outcomes.patterns import Patterns, patterns
from extractors.summit.reading import Chars, Contact, OutcomeFound, Reading, Sentence, reading

_WORDS = 20
_REACH = 16
_REACH_AHEAD = 40
"""How many sentences after the contact its outcomes are told, and its next meeting, which stands last."""
_AHEAD = frozenset({"next_meeting", "invitation", "decision", "commitment"})
"""Outcomes that may name a day to come."""
_UNDERTAKEN = frozenset({"decision", "commitment"})
_OF_ALL = frozenset({"no_agreement", "declaration_adopted", "agreement_signed"})
_UNDENIED = frozenset({"no_agreement", "next_meeting", "invitation"})
_BESIDE = 40
"""How far before and after its words a result's day is looked for."""
_FRESH = timedelta(days=4)
_TWO = 2
_SUBJECT = 8
_LEAD = 3
"""How many sentences before the one that tells of the contact news tells what came of it."""
_MOST = {"agreement_signed": 2, "decision": 2}
"""How many results of a type a contact has: papers list dozens of undertakings, of which the first to name both sides
stands for all."""


class Outcomes:
    """Fills `reading.outcomes` and the `outcomes` of main contacts."""

    def __init__(self, language: str) -> None:
        self.patterns: Patterns = patterns(language)

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        main = [contact for contact in found.contacts if contact.is_main]
        if not main:
            return doc
        first = min(contact.sentence for contact in main)
        for sentence in found.sentences:
            if not sentence.is_title and sentence.index >= (first - _LEAD if first <= _LEAD + 1 else first):
                found.outcomes += self._sentence(found, found.text, sentence)
        for outcome in found.outcomes:
            contact = _owner(found, main, outcome)
            if contact is not None and _belongs(found, contact, outcome) and not self._dated(found, outcome):
                contact.outcomes.append(outcome)
        self._paper(found, main)
        self._said(found, main)
        for contact in main:
            contact.outcomes = _chosen(contact)
        return doc

    def _paper(self, found: Reading, main: list[Contact]) -> None:
        """An article that is the joint statement itself: its first sentence shows that there is one."""
        told = [sentence for sentence in found.sentences if not sentence.is_title]
        if not told or not self.patterns.joint.search(found.text, 0, found.offset):
            return
        talks = [c for c in main if c.status in ("held", "ongoing") and c.type != "visit"]
        if not talks or any(o.type == "declaration_adopted" for c in talks for o in c.outcomes):
            return
        contact = min(talks, key=lambda c: c.sentence)
        lead = next((s for s in told if s.index >= contact.sentence), told[0])
        end = _words(found.text, lead.start, lead.end)
        made = OutcomeFound("declaration_adopted", lead.start, end, lead.index, "outcome.paper")
        found.outcomes.append(made)
        contact.outcomes.insert(0, made)

    def _said(self, found: Reading, main: list[Contact]) -> None:
        """What a party says that they agreed, of a type that nothing else reports."""
        for speech in found.speeches:
            contact = next((c for c in reversed(main) if speech.speaker in c.parties and c.status == "held"), None)
            sentence = found.sentence_at(speech.start)
            if contact is None or sentence is None or contact.type in ("visit", "correspondence"):
                continue
            words = found.text[speech.start : speech.end].lower()
            for rule in self.patterns.said:
                match = rule.expression.search(words)
                if match is None or any(outcome.type == rule.type for outcome in contact.outcomes):
                    continue
                start = speech.start + match.start()
                told = found.sentence_at(start) or sentence
                if self.patterns.elsewhen.search(found.text[told.start : told.end].lower()):
                    continue
                end = _words(found.text, start, min(told.end, speech.end))
                made = OutcomeFound(rule.type, start, end, told.index, rule.id, sides=found.sides(told), mutual=True)
                found.outcomes.append(made)
                contact.outcomes.append(made)

    def _sentence(self, found: Reading, text: str, sentence: Sentence) -> list[OutcomeFound]:
        made: list[OutcomeFound] = []
        taken: list[Chars] = []
        sentence = _legible(text, sentence)
        if self.patterns.past.search(sentence.code):
            return made
        for rule in self.patterns.rules:
            if rule.needs and not any(map(sentence.code.__contains__, rule.needs)):
                continue
            type_ = rule.type
            if any(type_ == m.type for m in made):
                continue
            match = next(
                (
                    m
                    for m in rule.expression.finditer(sentence.code)
                    if not any(m.start() < e and m.end() > s for s, e in taken)
                ),
                None,
            )
            if (
                match is None
                or self._denied(type_, sentence.code, match)
                or self._restated(found, rule.id, sentence, match)
            ):
                continue
            taken.append(match.span())
            start, end = sentence.chars(match.start(), match.end())
            end = _words(text, start, sentence.end)
            until = end if type_ in _UNDERTAKEN else sentence.end
            made.append(
                OutcomeFound(
                    type_,
                    start,
                    end,
                    sentence.index,
                    rule.id,
                    self._count(type_, sentence.code),
                    _due(found, sentence, start, until, said_then=type_ in _UNDERTAKEN) if type_ in _AHEAD else None,
                    found.sides(sentence),
                    bool(self.patterns.mutual.search(sentence.code, max(0, match.start() - _BESIDE), match.end())),
                )
            )
        return sorted(made, key=lambda outcome: outcome.start)

    def _denied(self, type_: str, code: str, match: re.Match[str]) -> bool:
        if type_ == "invitation":
            return self.patterns.remembered.search(code[: match.start()]) is not None
        if type_ in _UNDENIED:
            return False
        around = code[max(0, match.start() - 30) : match.end()]
        return bool(self.patterns.negated.search(code) or self.patterns.not_yet.search(around))

    def _restated(self, found: Reading, rule: str, sentence: Sentence, match: re.Match[str]) -> bool:
        """'The agreement was signed by …' after a sentence that told of the signing."""
        return (
            rule == "outcome.signed.apposition"
            and any(o.type == "agreement_signed" and o.sentence < sentence.index for o in found.outcomes)
        ) or (
            rule == "outcome.signed.passive"
            and any(0 < sentence.index - o.sentence <= 3 and o.type == "agreement_signed" for o in found.outcomes)
            and self.patterns.restated.search(sentence.code[: match.start()]) is not None
        )

    def _dated(self, found: Reading, outcome: OutcomeFound) -> bool:
        """Whether the document is called by a year gone by."""
        match = self.patterns.dated.search(found.text, outcome.start, outcome.end)
        return match is not None and found.today is not None and int(match["year"]) < found.today.year

    def _count(self, type_: str, code: str) -> int | None:
        match = self.patterns.count.search(code) if type_ == "agreement_signed" else None
        if match is None:
            return None
        word = match["n"]
        return int(word) if word.isdigit() else self.patterns.numbers.get(word)


def _chosen(contact: Contact) -> list[OutcomeFound]:
    kept: list[OutcomeFound] = []
    for type_ in dict.fromkeys(outcome.type for outcome in contact.outcomes):
        alike = [outcome for outcome in contact.outcomes if outcome.type == type_]
        if type_ == "commitment":
            alike.sort(key=lambda outcome: outcome.rule == "outcome.would" or not outcome.mutual)
        kept += alike[: _MOST.get(type_, 1)]
    return sorted(kept, key=lambda outcome: outcome.start)


def _owner(found: Reading, main: list[Contact], outcome: OutcomeFound) -> Contact | None:
    """The main contact told of last before the outcome."""
    reach = _REACH_AHEAD if outcome.type == "next_meeting" else _REACH
    before = [
        contact
        for contact in main
        if contact.sentence <= outcome.sentence
        and told_between(found, contact.sentence, outcome.sentence) <= reach
        and contact.type != "correspondence"
        and contact.status != "cancelled"
        and (contact.status != "postponed" or outcome.type in ("next_meeting", "decision"))
    ]
    if not before:
        ahead = [c for c in main if c.sentence <= outcome.sentence + _LEAD and c.status in ("held", "ongoing")]
        lead = outcome.type not in ("next_meeting", "invitation") and (outcome.mutual or outcome.type in _OF_ALL)
        return min(ahead, key=lambda contact: contact.sentence) if ahead and lead else None
    talks = [contact for contact in before if contact.type != "visit"]
    return max(talks or before, key=lambda contact: contact.sentence)


def told_between(found: Reading, first: int, last: int) -> int:
    """How many sentences it is from `first` to `last`; those that are all speech do not count."""
    return sum(found.sentences[n].code.strip('"“”«» ') != "q" for n in range(first, last))


def _belongs(found: Reading, contact: Contact, outcome: OutcomeFound) -> bool:
    """Whether an outcome is one of this contact rather than of another time or of others."""
    if contact.status in ("planned", "proposed") and outcome.type != "invitation":
        # what is to come has no results yet
        return False
    sentence = found.sentences[outcome.sentence]
    if outcome.type == "next_meeting":
        if contact.status in ("planned", "proposed"):
            # that meeting is the contact itself
            return False
        people = {u.ref for u in sentence.units if u.kind == "P" and outcome.start <= u.start < outcome.end}
        return not people or bool(people & set(contact.parties))
    if outcome.type == "invitation":
        return True
    return not _of_others(found, sentence, contact, outcome) and not _before(found, sentence, contact, outcome)


def _of_others(found: Reading, sentence: Sentence, contact: Contact, outcome: OutcomeFound) -> bool:
    """Whether who acts, named just before or at the verb, is of a side that has no part in the contact."""
    sides = {found.entities[key].side for key in contact.parties} - {None}
    if len(sides) < _TWO:
        return False
    first = next((n for n, unit in enumerate(sentence.units) if unit.start >= outcome.start), 0)
    acting: set[str | None] = set()
    for n, unit in enumerate(sentence.units[max(0, first - _SUBJECT) : first + 1], max(0, first - _SUBJECT)):
        if unit.kind == "P" and len(sides) == _TWO:
            acting.add(found.entities[unit.ref].side)
        elif unit.kind == "C" and n == first and outcome.type in _UNDERTAKEN:
            # a state named anywhere else may be what the result is about
            acting.add(found.countries[unit.ref])
    return not acting <= sides


def _before(found: Reading, sentence: Sentence, contact: Contact, outcome: OutcomeFound) -> bool:
    """Whether the day nearest to an outcome's words is days before the contact (or before the day of writing)."""
    if found.today is None:
        return False
    base = found.today - _FRESH
    if contact.first_day and contact.precision == "day":
        base = min(base, date.fromisoformat(contact.first_day) - _FRESH)
    days = [unit for unit in sentence.units if unit.kind == "D"]
    after = [unit for unit in days if outcome.start <= unit.start < outcome.end + _BESIDE]
    ahead = [unit for unit in days if outcome.start - _BESIDE <= unit.start < outcome.start]
    for unit in after[:1] or ahead[-1:]:
        when = found.dates[unit.ref].when(found.today, future=False)
        if when is not None and "Q" not in when.first:
            return (when.last or when.first) < base.isoformat()[: len(when.first)]
    return False


def _legible(text: str, sentence: Sentence) -> Sentence:
    """The sentence with its first word spelled out: a capital there does not make it the name of somebody."""
    if not sentence.units or sentence.units[0].symbol != "x":
        return sentence
    first = sentence.units[0]
    word = text[first.start : first.end].lower()
    if not word.isalpha():
        return sentence
    made = replace(sentence, units=[replace(first, symbol=word), *sentence.units[1:]])
    made.encode()
    return made


def _due(found: Reading, sentence: Sentence, start: int, end: int, *, said_then: bool) -> str | None:
    """The day to come that the words from `start` to `end` name: until when, or when next."""
    if found.today is None:
        return None
    for n, unit in enumerate(sentence.units):
        if unit.kind == "D" and start < unit.start < end and not (said_then and sentence.units[n - 1].symbol == "on"):
            # 'agreed on Monday to …' is the day of the agreement
            when = found.dates[unit.ref].when(found.today, future=True)
            if when is not None and _after(when.first, found.today):
                return when.first
    return None


def _after(day: str, today: date) -> bool:
    if "Q" in day:
        return day >= f"{today.year}-Q{(today.month + 2) // 3}"
    return day > today.isoformat() or (len(day) < 10 and day >= today.isoformat()[: len(day)])


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
