"""Which signs a contact shows."""

from __future__ import annotations

from extractors.summit.confidence.patterns import OWES_A_DATE, RANKS, REMOTE, SHORT
from extractors.summit.reading import Contact, Reading


def signs(found: Reading, contact: Contact) -> dict[str, bool]:
    """For each of `patterns.SIGNS` whether `contact`, complete but for its confidence, shows it."""
    named = [entity for key in contact.parties if (entity := found.entities[key]).name is not None]
    return {
        "main": contact.is_main,
        "named": len(named) > (0 if contact.type == "visit" else 1),
        "dated": contact.first_day is not None or contact.status not in OWES_A_DATE,
        "placed": contact.country is not None or contact.type in REMOTE,
        "pair": len(contact.parties) <= 2,
        "peers": len({RANKS.get(entity.role, entity.role) for entity in named}) == 1,
        "repeated": len(contact.evidence) > 1,
        "short": len(found.sentences[contact.sentence].units) < SHORT,
    }
