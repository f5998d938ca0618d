"""A second opinion on contacts, from the dependency parser of a spaCy model that the user names.

Asked only of sentences with a word of meeting or travel that no rule explains: there it adds contacts told in passing.
As a judge over what rules found, or as a source of further parties of theirs, it harmed (`benchmarks/parser`). Rules
recorded: `syntax.meet`, `syntax.go`, `syntax.trip`, `syntax.trip.kill`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

import spacy
from spacy.language import Language

from extractors.languages import part
from extractors.summit.contacts.details import Details
from extractors.summit.contacts.parties import Parties
from extractors.summit.reading import Contact, Reading, Sentence, Unit
from extractors.summit.syntax.patterns import PARTIES, PLACES
from extractors.summit.syntax.shown import shown
from extractors.summit.syntax.tree import Suggestion, Tree

UNUSED = ("ner", "lemmatizer", "attribute_ruler", "entity_linker", "textcat")
LONGEST, WIDEST = 120, 3_000
"""Units and characters. What is longer is a list that was not split, and no parser makes sense of it."""


class NoParser(ValueError):
    """A model that was named for the second opinion and can't give one."""


@dataclass(slots=True)
class Told:
    """A sentence, the contacts that the rules found in it, and whom 'they', whom 'he' and which day 'that day' meant
    before it."""

    sentence: Sentence
    contacts: list[Contact]
    pair: list[int]
    subject: int | None
    day: date | None


class SecondOpinion:
    """Finds contacts in sentences where rules found none, by a pipeline of spaCy's with a parser (see `loaded`)."""

    def __init__(self, language: str, parser: Language) -> None:
        self.parser, self.words = parser, part(language, "syntax")
        self.meeting: frozenset[str] = self.words.MEET
        self.travel: frozenset[str] = self.words.VISIT | self.words.GO | self.words.LEAVE | self.words.TRIP

    def __call__(self, found: Reading, told: list[Told], parties: Parties, details: Details) -> list[Contact]:
        """The contacts beside those in `told`, in the order of the sentences."""
        asked = [one for one in told if self.worth(one)]
        if not asked:
            return []
        texts = [shown(found, one.sentence, self.words.NAME, self.words.QUOTATION) for one in asked]
        out: list[Contact] = []
        # the words of each article are forgotten with it
        with self.parser.memory_zone():
            for one, text, doc in zip(asked, texts, self.parser.pipe(text.text for text in texts), strict=True):
                parties.story(one.pair, one.subject)
                details.days.story_day = one.day
                out += self._new(found, one, Tree(doc, text, one.sentence, self.words), parties, details)
        return out

    @staticmethod
    def _new(found: Reading, one: Told, tree: Tree, parties: Parties, details: Details) -> list[Contact]:
        """What the tree suggests and no rule has found."""
        out: list[Contact] = []
        for suggestion in tree.suggestions():
            if _explained(one, one.sentence.units[suggestion.trigger], suggestion.type == "visit"):
                continue
            new = _contact(found, one.sentence, suggestion, parties, details)
            if new is not None and not any(_is_part(new, known) for known in (*one.contacts, *out)):
                out.append(new)
        return out

    def worth(self, one: Told) -> bool:
        """Whether the sentence has a word of a contact that no rule explains, and parties for it."""
        units = one.sentence.units
        if one.sentence.is_title or len(units) > LONGEST or one.sentence.end - one.sentence.start > WIDEST:
            return False
        persons = any(unit.kind == "P" for unit in units)
        parties = len({unit.symbol for unit in units if unit.kind in PARTIES})
        return (
            parties > 1
            and any(unit.symbol in self.meeting and not _explained(one, unit, visit=False) for unit in units)
        ) or (
            persons
            and any(unit.kind in PLACES for unit in units)
            and any(unit.symbol in self.travel and not _explained(one, unit, visit=True) for unit in units)
        )


@cache
def loaded(model: str) -> Language:
    """A spaCy model by name or path, made once. Raises NoParser where there is none or it doesn't parse."""
    try:
        made = spacy.load(model, exclude=list(UNUSED))
    except OSError as error:
        raise NoParser(f"spaCy model {model!r} is neither installed nor a folder: name another, or none") from error
    if "parser" not in made.pipe_names:
        has = ", ".join(made.pipe_names) or "nothing"
        raise NoParser(f"spaCy model {model!r} has no dependency parser, only {has}: name another, or none")
    return made


def _explained(one: Told, unit: Unit, visit: bool) -> bool:
    """Whether a rule has found a contact of the kind in the very words."""
    return any(
        contact.start <= unit.start < contact.end and (contact.type == "visit") == visit for contact in one.contacts
    )


def _is_part(new: Contact, known: Contact) -> bool:
    return (new.type == "visit") == (known.type == "visit") and set(new.parties) <= set(known.parties)


def _contact(
    found: Reading, sentence: Sentence, suggestion: Suggestion, parties: Parties, details: Details
) -> Contact | None:
    """The suggestion as a contact with its day and place, None where it has not the parties of one."""
    at = sentence.offsets[suggestion.trigger]
    symbols = [unit.symbol for unit in sentence.units]
    x_code = " ".join(symbols[i] for i in suggestion.x) or suggestion.x_word
    y_code = " ".join(symbols[i] for i in suggestion.y) or suggestion.y_word
    x = parties.represented(parties.keys(x_code, sentence, at))
    y = parties.represented([key for key in parties.keys(y_code, sentence, at) if key not in x])
    if not x:
        return None
    if suggestion.type == "visit":
        if all(found.entities[key].role == "delegation" for key in x):
            return None
    elif not y and len({found.entities[key].side for key in x}) < 2:
        return None
    match = _as_match(sentence, suggestion)
    if match is None:
        return None
    start, end = sentence.chars(match.start(), match.end())
    contact = Contact(suggestion.type, "held", [*x, *y], sentence.index, start, end, suggestion.rule)
    contact.evidence = [(start, end)]
    if not details.fill(contact, sentence, match, x, y):
        return None
    return contact if parties.sound(contact) else None


def _as_match(sentence: Sentence, suggestion: Suggestion) -> re.Match[str] | None:
    """The suggestion as if a rule had matched it, so that status, day and place are read as for any other contact.

    A pattern of fixed widths: the groups are spans of the sentence's code, and those of the parties may lie anywhere.
    """
    at, code = sentence.offsets, sentence.code
    ends = [offset + len(unit.symbol) for offset, unit in zip(at, sentence.units, strict=True)]
    used = [*suggestion.x, *suggestion.y, *suggestion.to, suggestion.trigger, suggestion.verb]
    start, end = min(at[min(used)], at[suggestion.aux]), ends[max(used)]
    ahead = ""
    for name, units in (("x", suggestion.x[:1]), ("y", suggestion.y[:1]), ("c", suggestion.to)):
        if units:
            first, last = at[min(units)], ends[max(units)]
            ahead += f"(?=.{{{first - start}}}(?P<{name}>.{{{last - first}}}))"
    trigger, verb = at[suggestion.trigger], at[suggestion.verb]
    if suggestion.verb == suggestion.trigger == suggestion.aux:
        lead, verb = trigger, trigger
    else:
        # a rule's group of auxiliaries begins with the space before them
        lead = max(start, at[suggestion.aux] - 1)
        verb = max(lead, verb)
    noun = max(verb, trigger)
    widths = (lead - start, verb - lead, noun - verb, end - noun)
    body = ".{{{}}}(?P<aux>.{{{}}})(?P<np>.{{{}}}).{{{}}}".format(*widths)
    return re.compile(ahead + body, re.DOTALL).match(code, start)
