"""Where a contact took place of which a later sentence tells who chaired, attended or signed: the first sentence says.

Rules: `place.lead` (a place named there), `place.hosted` ('a summit that C hosted').
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.summit.contacts.details import Details
from extractors.summit.reading import Contact, Reading, Sentence

_GATHERED = re.compile(
    r"\b(?:meeting|summit|talks|session|conference|gathering|sitting|negotiations|consultations|gathered|convened|"
    r"signed)\b"
)
_HOSTED = re.compile(
    r"\b(?:summit|meeting|session|talks|conference|gathering|E\d+)(?: ,)? (?:(?:that|which) (?:the )?C(?P<a>\d+) "
    r"(?:hosted|hosts|is hosting)\b|hosted by (?:the )?C(?P<b>\d+))"
)


def first_place(
    found: Reading, contact: Contact, details: Details, named: Callable[[Reading, Sentence], set[str | None]]
) -> None:
    """The place that the first sentence names, of what a later one tells by whom it was chaired, attended or signed."""
    sides = {found.entities[key].side for key in contact.parties}
    lead = next((s for s in found.sentences[:4] if not s.is_title and len(s.units) > 5), None)
    if lead is None or lead.index >= contact.sentence:
        return
    if not (sides & named(found, lead) or _GATHERED.search(lead.code)):
        return
    probe = Contact(contact.type, contact.status, [], lead.index, lead.start, lead.end, "lead")
    start = _GATHERED.search(lead.code) or re.search(r"\b(?:said|in|at)\b", lead.code)
    if start is not None:
        details.place(probe, lead, start)
    if probe.city or probe.venue:
        contact.city, contact.country, contact.venue = probe.city, probe.country, contact.venue or probe.venue
        contact.place_span, contact.rules["place"] = probe.place_span, "place.lead"
        return
    host = _HOSTED.search(lead.code)
    if host is not None:
        contact.country = found.countries[int(host["a"] or host["b"])]
        contact.place_span, contact.rules["place"] = lead.chars(host.start(), host.end()), "place.hosted"
