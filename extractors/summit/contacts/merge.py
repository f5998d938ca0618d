"""One contact of the sentences that report the same, which of them the article is about, and who hosts.

Rules recorded in `contact.rules`: `date` (`date.dateline` where only the dateline
names a day), `capacity`.
"""

from __future__ import annotations

import re
from collections import Counter

from extractors.summit.contacts.attendance import accompany, attend, travel_along, witness
from extractors.summit.contacts.capacity import capacity, hosted_visit, received_at_home, sides
from extractors.summit.contacts.follow import beside, follow_up, lead_frame
from extractors.summit.contacts.later import then
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.contacts.prominence import from_title, inquiry, mark_main
from extractors.summit.contacts.same import SETTLED, covers, days_agree, on_a_trip, people, same, tour_of_several
from extractors.summit.contacts.stays import at_event
from extractors.summit.contacts.travel import on_the_trip, welcomed, without_echoes
from extractors.summit.places.whereabouts import Whereabouts
from extractors.summit.reading import Contact, Entity, NamedEvent, Reading

_COMING = {"planned", "ongoing"}
_OF_LEADERS = re.compile(r"\b(?:summits?|leaders|heads|presidents|supreme|chiefs|general assembly|retreat)\b")
_GREETING = ("congratulate", "wish")


def settle(found: Reading, raw: list[Contact], patterns: Patterns, text: str) -> list[Contact]:
    """The contacts of the article, in order of first mention, from those of its sentences."""
    contacts: list[Contact] = []
    for contact in _each_apart(found, raw):
        _typed(found, contact)
        known = next((c for c in contacts if same(found, c, contact)), None)
        if known is None:
            contacts.append(contact)
        else:
            _join(found, known, contact)
    for contact in contacts:
        _typed(found, contact)
    contacts = _stops(found, contacts)
    told = [c for c in contacts if c.rule != "talks.again" and (_alive(found, c) or c.event is not None)]
    mark_main(found, told)
    attend(found, contacts, patterns)
    for contact in contacts:
        if not contact.parties and contact.event is not None and contact.event.organization:
            # a session told of without any name: the body's own
            contact.parties.append(found.delegation(None, contact.event.organization))
            titled = "title" in contact.rules or from_title(found, contact)
            contact.is_main = contact.is_main and (titled or contact.status in SETTLED)
    accompany(found, contacts, patterns)
    travel_along(found, contacts, patterns)
    witness(found, contacts, patterns)
    lead_frame(found, contacts, patterns, text)
    contacts = _signed_talks(found, [contact for contact in contacts if _alive(found, contact)])
    _natures(found, contacts)
    _for_talks(found, contacts)
    _called_off(found, contacts)
    contacts = welcomed(found, contacts)
    for contact in contacts:
        hosted_visit(found, contact)
        follow_up(found, contact, patterns, contacts, text)
    beside(found, contacts, patterns)
    then(found, contacts, patterns)
    contacts = [contact for contact in without_echoes(found, contacts) if not _said_there(contact, contacts)]
    on_the_trip(found, contacts)
    at_event(found, contacts, Whereabouts(found, text))
    for contact in contacts:
        received_at_home(found, contact)
        capacity(found, contact)
    if not any(c.is_main or people(found, c) or _in_title(found, c) for c in contacts) or (
        inquiry(found) and not any(c.is_main for c in contacts)
    ):
        # states "in talks" somewhere in a story of something else
        return []
    return contacts


def _each_apart(found: Reading, raw: list[Contact]) -> list[Contact]:
    """`raw` without what the title tells at once ('N meets N and N') where the text tells that they met one by one."""
    told = [c for c in raw if not from_title(found, c) and len(c.parties) > 1]
    at_once = Counter((c.start, c.end) for c in told)
    kept = []
    for contact in raw:
        company = set(contact.parties)
        if from_title(found, contact) and contact.event is None and contact.type != "visit" and len(
                sides(found, contact.parties)) > 2:
            parts = [
                c
                for c in told
                if c.event is None
                and at_once[c.start, c.end] > 1
                and set(c.parties) < company
                and len(sides(found, c.parties)) == 2
            ]
            if len(parts) > 1 and {key for part in parts for key in part.parties} >= company:
                for part in parts:
                    part.rules["title"] = "yes"
                continue
        kept.append(contact)
    return kept


def _typed(found: Reading, contact: Contact) -> None:
    if contact.type == "event" and contact.event is not None:
        if not contact.parties and contact.event.organization and "leaders" in contact.event.name.lower():
            # "EU leaders met": the body itself is there
            contact.parties.append(found.delegation(None, contact.event.organization))
        _assembled(found, contact, contact.event)
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
    elif contact.rule == "title.body":
        # an envoy among many at a body's seat
        contact.type = "multilateral_meeting"
    elif contact.event is None and contact.type in ("meeting", "bilateral_meeting", "multilateral_meeting"):
        contact.type = "bilateral_meeting" if len(sides(found, contact.parties)) <= 2 else "multilateral_meeting"


def _assembled(found: Reading, contact: Contact, event: NamedEvent) -> None:
    """'EC farm ministers': the body's ministers without names, whom it convenes."""
    if not event.role or event.organization is None:
        return
    office = (None, event.role, event.organization)
    entity = next((e for e in found.entities if (e.name, e.role, e.organization) == office), None)
    if entity is None:
        entity = Entity(len(found.entities), None, event.role, organization=event.organization, rule="person.office")
        found.entities.append(entity)
    for keys in (contact.parties, contact.hosts):
        if entity.key not in keys:
            keys.append(entity.key)


def _in_title(found: Reading, contact: Contact) -> bool:
    """Whether the title names one of the sides, as a state or body."""
    title = next((sentence for sentence in found.sentences if sentence.is_title), None)
    if title is None:
        return True
    named: set[str | None] = set()
    for unit in title.units:
        if unit.kind in ("A", "C"):
            named.add(found.countries[unit.ref])
        elif unit.kind == "O":
            named.add(found.organizations[unit.ref])
    return bool(named & set(sides(found, contact.parties)))


def _stops(found: Reading, contacts: list[Contact]) -> list[Contact]:
    """`contacts` with a trip to several states as one visit a state, where the text tells of the stops by themselves;
    a single stop, or the stops of a trip whose first and last day are named, are a part of the trip."""
    for tour in [contact for contact in contacts if tour_of_several(contact)]:
        visited = set(sides(found, tour.hosts))
        stops = [
            c
            for c in contacts
            if c.type == "visit"
            and c is not tour
            and not tour_of_several(c)
            and c.country in visited
            and set(c.guests) & set(tour.guests)
            and not c.earlier
            and (c.status == tour.status or from_title(found, tour) or {c.status, tour.status} <= _COMING)
        ]
        if {c.country for c in stops} == visited and not tour.last_day:
            for stop in stops:
                if from_title(found, tour) or "title" in tour.rules or found.sentences[tour.sentence].paragraph == 0:
                    stop.rules["title"] = "yes"
            contacts = [contact for contact in contacts if contact is not tour]
        elif tour.last_day or len(stops) == 1:
            parts = [stop for stop in stops if days_agree(tour, stop)]
            for stop in parts:
                _join(found, tour, stop)
            contacts = [contact for contact in contacts if contact not in parts]
    return contacts


def _join(found: Reading, known: Contact, new: Contact) -> None:
    """Adds what `new` says to `known`; the text outdoes the title, a person the bare delegation."""
    title = from_title(found, known)
    if known.rule in _GREETING and new.rule.startswith("write."):
        # the message itself is told of, not only the good wishes
        known.rule = new.rule
    if title and new.rule in ("receive.host", "received.by", "call.on"):
        # "N and N meet", and then who received whom
        known.rule = new.rule
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
    if (title or new.status in SETTLED) and known.status not in SETTLED:
        known.status, known.rules["status"] = new.status, new.rules.get("status", "")
    if new.first_day and (
        not known.first_day
        or on_a_trip(known, new)
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
    known.event = new.event if title and new.event is not None else known.event or new.event
    known.visit_kind = known.visit_kind or new.visit_kind
    known.evidence += [span for span in new.evidence if span not in known.evidence]
    if title:
        known.sentence, known.start, known.end = new.sentence, new.start, new.end
        known.rules["title"] = "yes"


def _said_there(contact: Contact, contacts: list[Contact]) -> bool:
    """Whether congratulations were a part of talks or a call told of as well: 'they met; A also congratulated B'."""
    return contact.rule in _GREETING and any(
        other.type not in ("correspondence", "visit")
        and other.status in ("held", "ongoing")
        and set(contact.parties) <= set(other.parties)
        for other in contacts
    )


def _alive(found: Reading, contact: Contact) -> bool:
    states = sides(found, contact.parties)
    if contact.event is not None and contact.event.unlisted:
        # abroad, or with somebody from abroad
        return bool(states) and len({*states, contact.country} - {None}) > 1
    if contact.event is not None:
        # a forum of no body's is diplomacy only where two states are there
        if contact.event.organization is None and contact.type == "forum":
            return len({*states, contact.country} - {None}) > 1
        return bool(states)
    if contact.type == "visit":
        return bool(contact.guests)
    if contact.rule == "call.group":
        return bool(states)
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
            and re.search(r"(?<!years of )(?<!months of )(?<!rounds of )\b(?:talks|negotiations|conversation)\b", early)
        ):
            contact.type, contact.rules["type"] = "bilateral_meeting", "type.talks"
        if (
            contact.type == "multilateral_meeting"
            and len(contact.parties) > 3
            and all(found.entities[key].role in ("head_of_state", "head_of_government") for key in contact.parties)
            and re.search(r"\bsummit\b", early)
        ) or (
            contact.type == "multilateral_meeting"
            and len({entity.side for entity in named if entity.role in ("head_of_state", "head_of_government")}) > 3
            and any(entity.role == "io_head" for entity in named)
        ):
            contact.type, contact.rules["type"] = "summit", "type.leaders"
        if (
            contact.type == "multilateral_meeting"
            and contact.event is not None
            and contact.event.organization
            and "minister" not in contact.event.name.lower()
            and named
            and all(entity.role in ("head_of_state", "head_of_government") for entity in named)
        ):
            contact.type, contact.rules["type"] = "summit", "type.leaders"
        if (
            contact.type == "summit"
            and contact.event is not None
            and not _OF_LEADERS.search(contact.event.name.lower())
            and named
            and all(entity.role in ("other", "minister", "ambassador", "foreign_minister") for entity in named)
        ):
            # a session of officials below the leaders
            contact.type, contact.rules["type"] = "multilateral_meeting", "type.officials"
        if (
            contact.type == "visit"
            and contact.is_main
            and (not contact.first_day or contact.precision == "year")
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
                and c.first_day.startswith(contact.first_day or "")
            )
            if days:
                contact.first_day, contact.precision = days[0], "day"
                contact.last_day = days[-1] if days[-1] != days[0] else None
                contact.rules["date"] = "date.meetings"


def _for_talks(found: Reading, contacts: list[Contact]) -> None:
    """'travels to C on Monday for talks with N': the talks are as much to come as the trip."""
    for trip in contacts:
        if trip.type != "visit" or trip.status != "planned":
            continue
        for talks in contacts:
            if (
                talks.rule == "talks.loose"
                and talks.status == "held"
                and talks.sentence == trip.sentence
                and set(trip.guests) & set(talks.parties)
            ):
                talks.status, talks.rules["status"] = trip.status, "status.trip"
                if trip.precision == "day":
                    talks.first_day, talks.precision, talks.date_span = trip.first_day, "day", trip.date_span
                    talks.rules["date"] = "date.trip"


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
                    covers(found, talks, signing)
                    and abs(talks.sentence - signing.sentence) <= 12
                    and days_agree(talks, signing)
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
    off = [c for c in contacts if c.is_main and c.status in SETTLED and c.type == "visit"]
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
