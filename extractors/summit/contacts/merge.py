"""One contact of the sentences that report the same, which of them the article is about, and who hosts.

Rules recorded in `contact.rules`: `date` (`date.dateline` where only the dateline
names a day), `capacity`.
"""

from __future__ import annotations

import re

from extractors.summit.contacts.attendance import accompany, attend, travel_along, witness
from extractors.summit.contacts.capacity import REMOTE, capacity, hosted_visit, sides
from extractors.summit.contacts.follow import beside, follow_up, lead_frame
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.contacts.prominence import WEAK, from_title, mark_main
from extractors.summit.reading import Contact, Reading

_TALKS = frozenset({"meeting", "bilateral_meeting", "multilateral_meeting", "phone_call", "video_conference"})
_SETTLED = ("cancelled", "postponed")


def settle(found: Reading, raw: list[Contact], patterns: Patterns, text: str) -> list[Contact]:
    """The contacts of the article, in order of first mention, from those of its sentences."""
    contacts: list[Contact] = []
    for contact in raw:
        _typed(found, contact)
        known = next((c for c in contacts if _same(found, c, contact)), None)
        if known is None:
            contacts.append(contact)
        else:
            _join(found, known, contact)
    for contact in contacts:
        _typed(found, contact)
    mark_main(found, [contact for contact in contacts if _alive(found, contact) or contact.event is not None])
    attend(found, contacts, patterns)
    accompany(found, contacts, patterns)
    travel_along(found, contacts, patterns)
    witness(found, contacts, patterns)
    lead_frame(found, contacts, patterns, text)
    contacts = _signed_talks(found, [contact for contact in contacts if _alive(found, contact)])
    _natures(found, contacts)
    _called_off(found, contacts)
    for contact in contacts:
        hosted_visit(found, contact)
        follow_up(found, contact, patterns, contacts, text)
    beside(found, contacts, patterns)
    for contact in contacts:
        capacity(found, contact)
    return contacts


def _typed(found: Reading, contact: Contact) -> None:
    if contact.type == "event" and contact.event is not None:
        contact.type = contact.event.kind
        if (len(contact.event.parties) == 2 and contact.type != "forum") or (
            len(contact.event.parties) == 2 and "ialogue" in contact.event.name
        ):
            contact.type = "bilateral_meeting"
            present = sides(found, contact.parties)
            for side in contact.event.parties:
                if side not in present:
                    contact.parties.append(
                        found.delegation(side)
                        if side.isupper() and len(side) == 2 and side not in ("EU", "UN", "AU")
                        else found.delegation(None, side)
                    )
    elif contact.event is None and contact.type in ("meeting", "bilateral_meeting", "multilateral_meeting"):
        contact.type = "bilateral_meeting" if len(sides(found, contact.parties)) <= 2 else "multilateral_meeting"


def _people(found: Reading, contact: Contact) -> set[int]:
    return {key for key in contact.parties if found.entities[key].name is not None}


def _covers(found: Reading, one: Contact, other: Contact) -> bool:
    """Whether every party of `other` may be one of `one`: the same person, or a delegation of a state present there."""
    present = set(one.parties)
    states = set(sides(found, one.parties))
    for key in other.parties:
        entity = found.entities[key]
        if key in present:
            continue
        if entity.name is not None or entity.side not in states:
            # a person may take the place of the delegation of the same state
            if entity.side in states and any(
                found.entities[k].name is None and found.entities[k].side == entity.side for k in present
            ):
                continue
            return False
    return True


def _same(found: Reading, known: Contact, new: Contact) -> bool:
    if not _one_kind(found, known, new):
        return False
    if known.event is not None and new.event is not None:
        return known.event.organization == new.event.organization and _days_agree(known, new)
    if known.type == "visit":
        if not (set(known.guests) & set(new.guests)) or (
            known.country and new.country and known.country != new.country
        ):
            return False
    elif not (_covers(found, known, new) or _covers(found, new, known)):
        return False
    elif (
        not from_title(found, known)
        and len(sides(found, known.parties)) > 1
        and (set(sides(found, new.parties)) - set(sides(found, known.parties)))
    ):
        # a further party makes it another meeting
        return False
    if new.apart and not from_title(found, known):
        return False
    if not _days_agree(known, new):
        return False
    if new.rule in WEAK or known.rule in WEAK:
        return known.status not in _SETTLED or new.status in ("planned", *_SETTLED)
    if known.status == new.status or from_title(found, known) or from_title(found, new):
        return True
    if known.type == "visit" and {known.status, new.status} <= {"held", "ongoing"}:
        return True
    if known.status in _SETTLED:
        return new.status in ("planned", *_SETTLED)
    return {known.status, new.status} in ({"ongoing", "held"}, {"planned", "proposed"}) and not any(
        rule.startswith("invite") for rule in (known.rule, new.rule)
    )


def _one_kind(found: Reading, known: Contact, new: Contact) -> bool:
    if known.type == new.type:
        return True
    if known.type == "summit" and new.type == "multilateral_meeting":
        return True
    if known.type in _TALKS and new.type in _TALKS:
        if (known.type in REMOTE) == (new.type in REMOTE):
            return True
        # a headline's "talks" may turn out to be a call
        return from_title(found, known) and known.type not in REMOTE
    return False


def _days_agree(known: Contact, new: Contact) -> bool:
    if not known.first_day or not new.first_day or known.date_rank < 2 or new.date_rank < 2:
        return True
    a, b = sorted((known.first_day, new.first_day), key=len)
    if b.startswith(a):
        return True
    if known.last_day and known.first_day <= new.first_day <= known.last_day:
        return True
    return bool(new.last_day and new.first_day <= known.first_day <= new.last_day)


def _join(found: Reading, known: Contact, new: Contact) -> None:
    """Adds what `new` says to `known`; the text outdoes the title, a person the bare delegation."""
    title = from_title(found, known)
    for key in new.parties:
        if key not in known.parties:
            entity = found.entities[key]
            if entity.name is None and entity.side in sides(found, known.parties):
                continue
            known.parties.append(key)
    named = {found.entities[key].side for key in known.parties if found.entities[key].name is not None}
    known.parties = [
        key for key in known.parties if found.entities[key].name is not None or found.entities[key].side not in named
    ]
    for mine, theirs in ((known.hosts, new.hosts), (known.guests, new.guests), (known.chairs, new.chairs)):
        mine += [key for key in theirs if key not in mine]
        mine[:] = [key for key in mine if key in known.parties]
    if title and new.type != known.type:
        known.type = new.type
    if (title or new.status in _SETTLED) and known.status not in _SETTLED:
        known.status, known.rules["status"] = new.status, new.rules.get("status", "")
    if new.first_day and (
        not known.first_day
        or known.date_rank < new.date_rank
        or (title and len(new.first_day) >= len(known.first_day) and known.date_rank <= new.date_rank)
    ):
        known.first_day, known.last_day, known.precision = new.first_day, new.last_day, new.precision
        known.date_span, known.date_rank = new.date_span, new.date_rank
        known.rules["date"] = new.rules.get("date", "")
    if (known.country is None or known.country == new.country) and not (known.type == "visit" and len(known.hosts) > 1):
        known.country = known.country or new.country
        known.city, known.venue = known.city or new.city, known.venue or new.venue
        known.place_span = known.place_span or new.place_span
        if "place" in new.rules:
            known.rules.setdefault("place", new.rules["place"])
    known.parent = known.parent or new.parent
    known.event = known.event or new.event
    known.visit_kind = known.visit_kind or new.visit_kind
    known.evidence += [span for span in new.evidence if span not in known.evidence]
    if title:
        known.sentence, known.start, known.end = new.sentence, new.start, new.end
        known.rules["title"] = "yes"


def _alive(found: Reading, contact: Contact) -> bool:
    states = sides(found, contact.parties)
    if contact.event is not None:
        # a forum of no body's is diplomacy only where two states are there
        return len(states) > 1 if contact.event.organization is None and contact.type == "forum" else bool(states)
    if contact.type == "visit":
        return bool(contact.guests)
    return len(states) >= 2


def _natures(found: Reading, contacts: list[Contact]) -> None:
    """What a contact is by the words around it: a signing after talks, a gathering called a summit, a trip's days."""
    early = " ".join(s.code for s in found.sentences if s.paragraph <= 2)
    for contact in contacts:
        named = [found.entities[key] for key in contact.parties if found.entities[key].name is not None]
        if (
            contact.type == "signing"
            and contact.is_main
            and len(sides(found, contact.parties)) == 2
            and len({entity.side for entity in named}) == 2
            and re.search(r"\b(?:talks|negotiations|conversation)\b", early)
        ):
            contact.type, contact.rules["type"] = "bilateral_meeting", "type.talks"
        if (
            contact.type == "multilateral_meeting"
            and len(contact.parties) > 3
            and all(found.entities[key].role in ("head_of_state", "head_of_government") for key in contact.parties)
            and re.search(r"\bsummit\b", early)
        ):
            contact.type, contact.rules["type"] = "summit", "type.leaders"
        if (
            contact.type == "visit"
            and contact.is_main
            and not contact.first_day
            and contact.status in ("held", "ongoing")
        ):
            days = sorted(
                c.first_day
                for c in contacts
                if c.type != "visit"
                and c.first_day
                and c.precision == "day"
                and c.date_rank > 1
                and set(c.parties) & set(contact.guests)
                and c.country in (None, contact.country)
                and c.status == "held"
            )
            if days:
                contact.first_day, contact.precision = days[0], "day"
                contact.last_day = days[-1] if days[-1] != days[0] else None
                contact.rules["date"] = "date.meetings"


def _signed_talks(found: Reading, contacts: list[Contact]) -> list[Contact]:
    """Talks that end in a signing by the same parties are talks, and the signing their outcome."""
    dropped: list[int] = []
    for signing in contacts:
        if signing.type != "signing":
            continue
        for talks in contacts:
            if (
                talks.type in ("bilateral_meeting", "multilateral_meeting", "summit")
                and talks.status == signing.status
                and (
                    _covers(found, talks, signing)
                    and abs(talks.sentence - signing.sentence) <= 12
                    and _days_agree(talks, signing)
                )
            ):
                main, sentence = talks.is_main or signing.is_main, min(talks.sentence, signing.sentence)
                if signing.sentence < talks.sentence or signing.is_main:
                    _join(found, talks, signing)
                talks.is_main, talks.sentence = main, sentence
                if main:
                    talks.rules.setdefault("main", "main.signing")
                dropped.append(id(signing))
                break
    return [contact for contact in contacts if id(contact) not in dropped]


def _called_off(found: Reading, contacts: list[Contact]) -> None:
    """What a traveller "was to" do on a trip that is off is off as well."""
    off = [c for c in contacts if c.is_main and c.status in _SETTLED and c.type == "visit"]
    for contact in contacts:
        for trip in off:
            if (
                contact is not trip
                and contact.status == "planned"
                and "status" in contact.rules
                and (set(contact.parties) & set(trip.guests))
                and contact.type != "phone_call"
                and (contact.country in (None, trip.country))
                and contact.rules.get("past") == "yes"
            ):
                contact.status = trip.status
