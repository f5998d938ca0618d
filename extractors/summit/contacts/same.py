"""Whether two sentences report the same contact: of one kind, by the same people, on days that agree."""

from __future__ import annotations

from datetime import date

from extractors.summit.contacts.capacity import REMOTE, sides
from extractors.summit.contacts.prominence import WEAK, from_title
from extractors.summit.reading import Contact, Reading

_TALKS = frozenset({"meeting", "bilateral_meeting", "multilateral_meeting", "phone_call", "video_conference"})
_OLD = 10
"""Days after which what "had been said" belongs to an earlier meeting."""
_LONG = 30
"""Days after which talks told of with their day are others than those of the opening."""
_OPENING = 2
SETTLED = ("cancelled", "postponed")
_TRIP = ("event.travel", "event.and")


def people(found: Reading, contact: Contact) -> set[int]:
    return {key for key in contact.parties if found.entities[key].name is not None}


def covers(found: Reading, one: Contact, other: Contact) -> bool:
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


def same(found: Reading, known: Contact, new: Contact) -> bool:
    if not _one_kind(found, known, new):
        return False
    if "talks.again" in (known.rule, new.rule) and known.rule != new.rule:
        # "the previous round" is not this one
        return False
    if known.event is not None and new.event is not None:
        return known.event.organization == new.event.organization and (days_agree(known, new) or on_a_trip(known, new))
    if _convened(known) and new.event is None and new.type == "multilateral_meeting" and not people(found, known):
        # a body's session, and in the next sentence who met there
        return new.sentence - known.sentence <= 1 and known.status == new.status and days_agree(known, new)
    if _convened(known) != _convened(new) and "bilateral_meeting" in (known.type, new.type):
        # talks of two beside a body's session
        return False
    if known.type == "visit":
        if not (set(known.guests) & set(new.guests)) or (
            known.country and new.country and known.country != new.country
        ):
            return False
        if tour_of_several(known) != tour_of_several(new):
            return False
    elif not (covers(found, known, new) or covers(found, new, known)):
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
    if not days_agree(known, new) or _of_old(found, known, new):
        return False
    if new.rule in WEAK or known.rule in WEAK:
        return known.status not in SETTLED or new.status in ("planned", *SETTLED)
    if known.status == new.status or from_title(found, known) or from_title(found, new):
        return True
    if known.type == "visit" and {known.status, new.status} <= {"held", "ongoing"}:
        return True
    if known.status in SETTLED:
        return new.status in ("planned", *SETTLED)
    return {known.status, new.status} in ({"ongoing", "held"}, {"planned", "proposed"}) and not any(
        rule.startswith("invite") for rule in (known.rule, new.rule)
    )


def _of_old(found: Reading, known: Contact, new: Contact) -> bool:
    """Whether `new` is recalled from before the story ("had spoken in New York in September", "builds on the talks
    held between A and B on D") and `known` is not."""
    if _long_before(found, known, new):
        return True
    if not new.earlier or known.earlier or not new.first_day or found.today is None:
        return False
    if len(new.first_day) < len("2000-01-01"):
        return not found.today.isoformat().startswith(new.first_day)
    return (found.today - date.fromisoformat(new.first_day)).days > _OLD


def _long_before(found: Reading, known: Contact, new: Contact) -> bool:
    """Whether `new` is talks of an exact day long past, told of after those of the opening that are given no day."""
    return (
        known.status == new.status == "held"
        and not known.first_day
        and new.type != "visit"
        and new.sentence > known.sentence
        and known.sentence <= _OPENING
        and found.today is not None
        and len(new.first_day or "") == len("2000-01-01")
        and (found.today - date.fromisoformat(new.first_day or "")).days > _LONG
    )


def _one_kind(found: Reading, known: Contact, new: Contact) -> bool:
    if known.type == new.type:
        return True
    if known.type == "summit" and new.type == "multilateral_meeting":
        return True
    if known.type == "multilateral_meeting" and new.type == "summit" and known.event is not None and from_title(
        found, known
    ):
        # a headline's "APEC meeting" is the summit of the text
        return new.event is not None and known.event.organization == new.event.organization
    if known.type in _TALKS and new.type in _TALKS:
        if (known.type in REMOTE) == (new.type in REMOTE):
            return True
        # a headline's "talks" may turn out to be a call
        return from_title(found, known) and known.type not in REMOTE
    return False


def on_a_trip(known: Contact, new: Contact) -> bool:
    """Whether the day of `known` is that on which somebody sets out for the session that `new` tells of."""
    return (
        known.rule in _TRIP
        and new.rule == "event.happen"
        and known.status == new.status == "planned"
        and (known.first_day or "") < (new.first_day or "")
    )


def _convened(contact: Contact) -> bool:
    """Whether a contact is the session of a body, not of two states."""
    return contact.event is not None and contact.event.organization is not None and len(contact.event.parties) != 2


def tour_of_several(contact: Contact) -> bool:
    """Whether a visit is a trip to several states."""
    return contact.type == "visit" and contact.country is None and len(contact.hosts) > 1


def days_agree(known: Contact, new: Contact) -> bool:
    if not known.first_day or not new.first_day or known.date_rank < 2 or new.date_rank < 2:
        return True
    a, b = sorted((known.first_day, new.first_day), key=len)
    if b.startswith(a):
        return True
    if "Q" in a and "Q" not in b and a[:4] == b[:4] and len(b) > 4 and (int(b[5:7]) + 2) // 3 == int(a[-1]):
        # "this summer", then "in July"
        return True
    if "Q" in b and "Q" not in a and a[:4] == b[:4] and len(a) > 4 and (int(a[5:7]) + 2) // 3 == int(b[-1]):
        return True
    if known.last_day and known.first_day <= new.first_day <= known.last_day:
        return True
    return bool(new.last_day and new.first_day <= known.first_day <= new.last_day)
