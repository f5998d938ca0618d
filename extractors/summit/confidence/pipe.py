"""Confidence of each contact, from how it was found and how complete it is."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.confidence.patterns import LOOSE_RULES, WEIGHTS
from extractors.summit.reading import Contact, Reading, reading


class Confidence:
    """Sets `confidence` of every contact."""

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        for contact in found.contacts:
            contact.confidence = score(found, contact)
        return doc


def score(found: Reading, contact: Contact) -> float:
    """The confidence of a contact, 0.05 to 0.97."""
    people = [found.entities[key] for key in contact.parties]
    named = [entity for entity in people if entity.name is not None]
    signs = {
        "base": True,
        "main": contact.is_main,
        "named": len(named) >= 2,
        "known": bool(named) and all(entity.person_id for entity in named),
        "dated": contact.first_day is not None,
        "placed": contact.country is not None,
        "remote": contact.type in ("phone_call", "video_conference"),
        "title": "title" in contact.rules,
        "loose": contact.rule in LOOSE_RULES,
        "unnamed": not named,
        "many": len(people) > 3,
        "several": sum(c.is_main for c in found.contacts) > 1,
    }
    return round(min(0.97, max(0.05, sum(WEIGHTS[sign] for sign, holds in signs.items() if holds))), 3)


@Language.factory("communique_confidence", assigns=["doc._.reading"])
def make(nlp: Language, name: str) -> Confidence:
    """The confidence pipe."""
    return Confidence()
