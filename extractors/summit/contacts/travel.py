"""Meetings on a trip: where and when they are, from the trip that the article tells of.

Rules recorded: `place.trip`, `date.trip`. A notice of travel names the place once ("will travel to L, C"); whom the
traveller meets after that is met there, where it is an official of the visited state or the next sentence says so.
"""

from __future__ import annotations

import re

from extractors.summit.contacts.capacity import REMOTE, sides
from extractors.summit.contacts.same import days_agree
from extractors.summit.reading import Contact, Reading

_PURPOSE = re.compile(r"\bto (?:participate|attend|take part|meet|hold|co-chair|chair)\b")
_NOUNS = frozenset({"visit.noun", "visit.of", "visit.during", "visit.to.by"})
_BEGUN = frozenset({"held", "ongoing"})
_NEXT = 2
_SOON = 5


def without_echoes(found: Reading, contacts: list[Contact]) -> list[Contact]:
    """`contacts` without "her first visit there", said of the trip that is the news: no trip of its own."""
    kept: list[Contact] = []
    for contact in contacts:
        echo = (
            contact.type == "visit"
            and not contact.is_main
            and contact.rule in _NOUNS
            and not contact.first_day
            and any(
                other is not contact
                and other.type == "visit"
                and other.is_main
                and set(other.guests) & set(contact.guests)
                and contact.country in _countries(found, other)
                for other in contacts
            )
        )
        if not echo:
            kept.append(contact)
    return kept


def welcomed(found: Reading, contacts: list[Contact]) -> list[Contact]:
    """`contacts` without the welcome that is the visit of the title itself: 'Statement on the visit of N' over 'the
    President looks forward to welcoming N on D'. The visit takes over host, day and place."""
    kept: list[Contact] = []
    for contact in contacts:
        trip = next(
            (
                c
                for c in contacts
                if c.type == "visit"
                and c.status == contact.status == "planned"
                and found.sentences[c.sentence].is_title
                and set(c.guests) & set(contact.guests)
                and c.country in {found.entities[key].country for key in contact.hosts}
            ),
            None,
        )
        if trip is None or contact.rule != "receive.host":
            kept.append(contact)
            continue
        own = [key for key in trip.hosts if found.entities[key].name is not None] + contact.hosts
        trip.parties = [key for key in trip.parties if key not in trip.hosts] + own
        trip.hosts = own
        trip.city, trip.venue = trip.city or contact.city, trip.venue or contact.venue
        if contact.first_day and not trip.first_day:
            trip.first_day, trip.last_day, trip.precision = contact.first_day, contact.last_day, contact.precision
            trip.date_span, trip.rules["date"] = contact.date_span, contact.rules.get("date", "")
        trip.evidence += contact.evidence
    return kept


def on_the_trip(found: Reading, contacts: list[Contact]) -> None:
    """Gives the meetings of a traveller the place of the trip, and its day where it lasted one."""
    trips = [c for c in contacts if c.type == "visit" and c.guests]
    for contact in contacts:
        if contact.type in (*REMOTE, "visit", "correspondence", "signing"):
            continue
        trip = _trip_of(found, contact, trips)
        if trip is None:
            continue
        if contact.country is not None:
            _same_days(contact, trip)
            if contact.country == trip.country:
                _day_of_arrival(found, contact, trip)
            continue
        if "date" in contact.rules and contact.date_rank > 1 and not (trip.first_day and days_agree(trip, contact)):
            continue
        own = set(sides(found, trip.guests))
        others = [side for side in sides(found, contact.parties) if side not in own]
        certain = trip.city or (trip.rule == "visit.go" and trip.first_day == contact.first_day)
        close = _follows(found, trip, contact) or _leads(found, trip, contact)
        nearby = certain and close and len(_countries(found, trip)) == 1
        if trip.country in others or nearby:
            contact.city, contact.country = trip.city, trip.country
        else:
            visited = [side for side in others if side in _countries(found, trip)]
            if len(visited) != 1:
                continue
            contact.country = visited[0]
        contact.place_span, contact.rules["place"] = trip.place_span, "place.trip"
        if not contact.first_day and trip.first_day and not trip.last_day and (
            contact.status == trip.status or (contact.status == "held" and trip.status == "ongoing" and _follows(found,
                trip, contact))
        ):
            contact.first_day, contact.precision, contact.date_span = trip.first_day, trip.precision, trip.date_span
            contact.rules["date"] = "date.trip"
        _day_of_arrival(found, contact, trip)


def _day_of_arrival(found: Reading, contact: Contact, trip: Contact) -> None:
    """'N arrived in L on D. He was received by N': on that day, where no other is named in between."""
    between = found.sentences[trip.sentence + 1 : contact.sentence + 1]
    if (
        not contact.first_day
        and trip.first_day
        and trip.precision == "day"
        and not trip.last_day
        and (trip.rule == "visit.go" or "status.arrival" in trip.rules.values())
        and contact.status == "held"
        and trip.status in _BEGUN
        and 0 < len(between) <= _SOON
        and not any(unit.kind == "D" for sentence in between for unit in sentence.units)
    ):
        contact.first_day, contact.precision, contact.date_span = trip.first_day, trip.precision, trip.date_span
        contact.rules["date"] = "date.trip"


def _same_days(contact: Contact, trip: Contact) -> None:
    """'Is travelling to L on D for a meeting of …': what the sentence on the trip says it is for, is in these days."""
    if (
        not contact.first_day
        and trip.first_day
        and trip.sentence == contact.sentence
        and contact.country == trip.country
        and contact.type in ("multilateral_meeting", "summit", "forum")
        and contact.status in ("planned", "ongoing")
    ):
        contact.first_day, contact.last_day, contact.precision = trip.first_day, trip.last_day, trip.precision
        contact.date_span, contact.rules["date"] = trip.date_span, "date.trip"


def _trip_of(found: Reading, contact: Contact, trips: list[Contact]) -> Contact | None:
    """The trip told of before `contact`, the last one first: by the same people, both to come or both begun."""
    paragraph = found.sentences[contact.sentence].paragraph
    states = sides(found, contact.parties)
    # of several stops that one sentence tells of, the one whose officials are met
    for trip in sorted(trips, key=lambda c: (-c.sentence, c.country not in states)):
        if (
            set(trip.guests) & set(contact.parties)
            and (trip.status in _BEGUN) == (contact.status in _BEGUN)
            and (
                _leads(found, trip, contact)
                or (
                    (trip.is_main or found.sentences[trip.sentence].paragraph == paragraph)
                    and (trip.sentence <= contact.sentence or "title" in trip.rules)
                )
            )
            and trip.status not in ("cancelled", "postponed", "proposed")
        ):
            return trip
    return None


def _countries(found: Reading, trip: Contact) -> list[str]:
    if trip.country:
        return [trip.country]
    return [country for key in trip.hosts if (country := found.entities[key].country)]


def _leads(found: Reading, trip: Contact, contact: Contact) -> bool:
    """Whether the first sentence tells of the trip on which the meeting of the title was: 'A led a delegation to L to
    participate in' below 'A's participation in talks with B'."""
    return (
        found.sentences[contact.sentence].is_title
        and trip.sentence == contact.sentence + 1
        and _PURPOSE.search(found.sentences[trip.sentence].code) is not None
    )


def _follows(found: Reading, trip: Contact, contact: Contact) -> bool:
    """Whether the very next sentences of the same paragraph tell of the meeting."""
    return (
        0 <= contact.sentence - trip.sentence <= _NEXT
        and found.sentences[trip.sentence].paragraph == found.sentences[contact.sentence].paragraph
    )
