"""A second look at the title and the opening where no rule found what the article is about: officials of two sides
and a word of a contact close together.

Weaker than the rules (its precision is about that of name-trigger-name windows, 0.8), and said so: rule `window.lead`
carries little confidence.
"""

from __future__ import annotations

import re

from extractors.summit.contacts.details import Details
from extractors.summit.contacts.parties import SILENT, Parties
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.reading import Contact, Reading, Sentence

_AHEAD = re.compile(r"\b(?:will|would|due to|set to|expected|scheduled|plans?|planned|planning|prepares?|preparing|"
                    r"going to)\b|^\S+ to ")
"""Signs before the word of a contact that it is to come."""
_WHEN_THEY = re.compile(
    r"\b(?:when|once|as soon as) (?:they|he|she|the two)(?: (?:next|both))? "
    r"(?:meets?|visits?|hosts?|speaks?|talks?|sees?)\b"
)
"""The present tense of what is to come: 'would raise it with N when they meet'."""
_TO_BE = re.compile(r"\b(?:will|would|to) be (?:\w+ly )?$")
"""Right before the word of a contact, whoever says so: 'said N would be discussed with P'."""
_SAID = frozenset({"said", "says", "announced", "added", "told", "wrote"})
_IF = re.compile(r"\b(?:if|whether|unless) (?:the )?(?:P\d+|he|she|they)\b")
_OPENING = 2
_REACH = 160
"""Characters of a sentence's code between the first official and the last."""


def windows(found: Reading, parties: Parties, details: Details, patterns: Patterns) -> list[Contact]:
    """The contact that the title or one of the first two sentences seems to report, at most one."""
    body = [s for s in found.sentences if not s.is_title and len(s.units) > 5][:_OPENING]
    for sentence in [*body, *(s for s in found.sentences if s.is_title)]:
        contact = _window(found, sentence, parties, details, patterns)
        if contact is not None:
            return [contact]
    return []


def _window(
    found: Reading, sentence: Sentence, parties: Parties, details: Details, patterns: Patterns
) -> Contact | None:
    people = [
        i
        for i, unit in enumerate(sentence.units)
        if unit.kind == "P"
        and found.entities[unit.ref].side is not None
        and found.entities[unit.ref].role not in (*SILENT, "")
        and not _owns(sentence, i, patterns)
        and not _only_says(sentence, i)
    ]
    if len({found.entities[sentence.units[i].ref].side for i in people}) < 2:
        return None
    if all(found.entities[sentence.units[i].ref].role == "other" for i in people):
        return None
    first, last = sentence.offsets[people[0]], sentence.offsets[people[-1]]
    if last - first > _REACH or _IF.search(sentence.code, first):
        return None
    if patterns.hostile.search(sentence.code) or patterns.negated.search(sentence.code):
        return None
    match = patterns.window.search(sentence.code, first, min(len(sentence.code), last + 60))
    if match is None:
        return None
    keys = parties.represented(list(dict.fromkeys(sentence.units[i].ref for i in people)))
    kind = "phone_call" if patterns.remote.search(match.group()) else "visit" if match["trip"] else "meeting"
    if kind == "visit":
        kind = "meeting"
    contact = Contact(kind, "held", keys, sentence.index, *sentence.chars(first, last + 1), rule="window.lead")
    contact.evidence = [(contact.start, contact.end)]
    if not details.fill(contact, sentence, match, keys[:1], keys[1:]):
        return None
    before = sentence.code[first : match.start()]
    said = max((told.end() for told in patterns.saying.finditer(before)), default=0)
    ahead = _TO_BE.search(before, said) is not None or _WHEN_THEY.search(sentence.code, first) is not None
    if contact.status == "held" and (ahead or (_AHEAD.search(before) and not said)):
        # "A will wrap up his visit, then press B": still to come
        contact.status, contact.rules["status"] = "planned", "status.planned"
        details.day(contact, sentence, match)
    return contact if parties.sound(contact) else None


def _only_says(sentence: Sentence, i: int) -> bool:
    """Whether the person is only who said so, at the sentence's end: '…, the EU's N said on Saturday'."""
    units = sentence.units
    after = units[i + 1].symbol if i + 1 < len(units) else ""
    return i > 3 and after in _SAID and any(unit.symbol == "," for unit in units[max(0, i - 5) : i])


def _owns(sentence: Sentence, i: int, patterns: Patterns) -> bool:
    """Whether the person is named only as the owner of something else than a contact ('P's government')."""
    if i + 1 >= len(sentence.units) or sentence.units[i + 1].symbol != "'s":
        return False
    at = sentence.offsets[i + 1]
    return patterns.window.search(sentence.code, at, at + 40) is None
