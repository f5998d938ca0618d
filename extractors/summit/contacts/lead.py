"""Place and day of a contact from the opening of the article, where a later sentence (or the title alone) says who met:
'The plan was signed on Friday in L', 'Two summits took place in L on D', 'was renamed on Friday at a summit in L'.

Rules recorded: `place.lead`, `date.lead`.
"""

from __future__ import annotations

from extractors.summit.contacts.details import Details
from extractors.summit.contacts.later import CLOSED
from extractors.summit.contacts.stays import words
from extractors.summit.places.whereabouts import REMOTE
from extractors.summit.reading import Contact, Reading, Sentence

_DEPTH = 4
"""Up to which sentence an article opens."""
_LEAST = 6
"""Units of a sentence that tells something."""
_SETTLED = frozenset({"cancelled", "postponed", "proposed"})


def by_lead(found: Reading, contact: Contact, contacts: list[Contact], details: Details) -> None:
    """Fills place and day of a main contact from an opening sentence that tells of it without naming who met."""
    if not contact.is_main or contact.type in (*REMOTE, "visit") or contact.status in _SETTLED:
        return
    if contact.country is not None and contact.first_day:
        return
    gathering = words(found.language).gathering
    titled = found.sentences[contact.sentence].is_title
    for sentence in found.sentences[:_DEPTH]:
        before = titled or sentence.index < contact.sentence
        if sentence.is_title or not before or len(sentence.units) < _LEAST:
            continue
        if any(c.sentence == sentence.index and c is not contact and c.type != "visit" for c in contacts):
            continue
        match = gathering.search(sentence.code)
        if match is None or not _ours(found, contact, sentence):
            continue
        probe = Contact(contact.type, contact.status, [], sentence.index, contact.start, contact.end, "lead")
        details.place(probe, sentence, match)
        details.day(probe, sentence, match)
        if contact.country is None and probe.country is not None:
            contact.city, contact.country, contact.venue = probe.city, probe.country, contact.venue or probe.venue
            contact.place_span, contact.rules["place"] = probe.place_span, "place.lead"
        if not contact.first_day and probe.precision == "day" and probe.status == contact.status:
            contact.first_day, contact.last_day, contact.precision = probe.first_day, probe.last_day, "day"
            contact.date_span, contact.rules["date"] = probe.date_span, "date.lead"
            if CLOSED.search(sentence.code) and not contact.last_day:
                for following in found.sentences[sentence.index + 1 : sentence.index + 2]:
                    details.days.closing(contact, following)


def _ours(found: Reading, contact: Contact, sentence: Sentence) -> bool:
    """Whether the sentence names one of the sides, or the contact is a session that anybody may tell of."""
    sides = {found.entities[key].side for key in contact.parties}
    named: set[str | None] = set()
    for unit in sentence.units:
        if unit.kind == "P":
            named.add(found.entities[unit.ref].side)
        elif unit.kind in ("A", "C"):
            named.add(found.countries[unit.ref])
        elif unit.kind == "O":
            named.add(found.organizations[unit.ref])
        elif unit.kind == "E" and found.events[unit.ref].organization:
            named.add(found.events[unit.ref].organization)
    return bool(named & sides) or not named
