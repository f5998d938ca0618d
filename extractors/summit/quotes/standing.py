"""Whose words count as statements: those of persons in office, and not too far from the contact that is told of."""

from __future__ import annotations

from extractors.summit.quotes.patterns import Patterns
from extractors.summit.reading import Contact, Entity, Reading, Speech

_REACH = 18
_REACH_OTHERS = 13
"""How many sentences after a contact the statements on it of its parties stand, and of others; found on the development
sets, where farther ones are about something else."""
_WHOLE = frozenset({"quote.transcript", "quote.heading", "quote.signed"})
_BEFORE, _AFTER = 60, 90


def private(found: Reading, entity: Entity, use: Patterns) -> bool:
    """Whether the words beside somebody's name make him no official: an analyst, a shopkeeper, an executive."""
    if entity.role != "other" or entity.side is not None:
        return False
    for start, end in entity.mentions[:4]:
        sentence = found.sentence_at(start)
        if sentence is None or sentence.is_title:
            continue
        after = use.apposition.match(found.text, end, min(sentence.end, end + _AFTER))
        before = found.text[max(sentence.start, start - _BEFORE) : start]
        words = (after.group() if after else "") + " | " + before.rsplit(",", 1)[-1].rsplit("”", 1)[-1]
        if use.private.search(words) and not use.in_office.search(words):
            return True
    return False


def in_reach(speech: Speech, found: Reading, contacts: list[Contact]) -> bool:
    """Whether a passage stands near enough to the last contact told of before it to be about it."""
    sentence = found.sentence_at(speech.start)
    if sentence is None or speech.rule in _WHOLE or not contacts:
        return True
    before = [contact for contact in contacts if contact.sentence <= sentence.index] or contacts
    told = max(contact.sentence for contact in before)
    party = any(speech.speaker in contact.parties for contact in contacts)
    return sentence.index - told <= (_REACH if party else _REACH_OTHERS)
