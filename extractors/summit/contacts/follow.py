"""What other sentences add to a contact: its day, place and larger event.

Rules recorded: `place.heading` (above a transcript), `date.deed` (what was done at an event), `*.beside` (told of in
passing), `date.follow`, `place.follow`, `parent.follow` (a later sentence on 'the talks'), `date.dateline`,
`place.dateline` (only the dateline names it, and the text bears it out), `*.lead` (a leader's day: the first sentence
says where and when all the meetings were).
"""

from __future__ import annotations

import re

from extractors.summit.contacts.details import Details
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.reading import Contact, Reading, Sentence

_REMOTE = frozenset({"phone_call", "video_conference", "correspondence"})
_DAY_KINDS = frozenset({"day", "weekday", "relative"})
_OF_NOUN = {"summit": "summit", "visit": "visit", "trip": "visit"}
_REACH = 6


def follow_up(found: Reading, contact: Contact, patterns: Patterns, contacts: list[Contact], text: str) -> None:
    """Fills what the contact's own sentence left open."""
    if not contact.is_main:
        return
    if contact.type == "visit":
        _received(found, contact)
    details = Details(found, patterns, text)
    mains = sum(c.is_main for c in contacts)
    for sentence in found.sentences:
        if sentence.is_title or sentence.index == contact.sentence or sentence.index > contact.sentence + _REACH:
            continue
        match = patterns.definite.search(sentence.code)
        if match is None or not patterns.happening.search(sentence.code):
            continue
        if any(c.sentence == sentence.index and c is not contact for c in contacts):
            continue
        alike = _OF_NOUN.get(match.group().split()[-1])
        if alike is not None:
            # "the summit", "the visit": the only main contact of that kind
            if contact.type != alike or sum(c.is_main and c.type == alike for c in contacts) > 1:
                continue
        elif mains > 1 and not re.search(r"\bboth\b", match.group()):
            continue
        if contact.type == "visit" and not re.search(r"\b(?:visit|trip|tour)\b", match.group()):
            continue
        _adopt(contact, details, sentence, match)
    if contact.country is None and contact.type not in ("visit", *_REMOTE):
        _heading(found, contact)
    if not contact.first_day and ("title" in contact.rules or found.sentences[contact.sentence].is_title):
        _title_day(found, contact, details)
    if not contact.first_day and contact.rule == "event.at" and found.sentences[contact.sentence].is_title:
        _lead_day(found, contact)
    _dateline(found, contact, text)


def _heading(found: Reading, contact: Contact) -> None:
    """The place that stands alone above a transcript: a line of nothing but city, state and building."""
    if not contact.rule.startswith("title."):
        return
    for sentence in found.sentences[1:6]:
        if sentence.is_title or len(sentence.units) > 6 or sentence.code.endswith(" ."):
            continue
        kinds = {unit.kind for unit in sentence.units if unit.kind}
        if kinds and kinds <= {"L", "C", "V"} and sentence.units[0].kind in ("L", "V"):
            for unit in sentence.units:
                if unit.kind in ("L", "V"):
                    site = found.sites[unit.ref]
                    contact.city, contact.country = contact.city or site.city, contact.country or site.country
                    contact.venue = contact.venue or site.venue
            contact.place_span, contact.rules["place"] = (sentence.start, sentence.end), "place.heading"
            return


def _received(found: Reading, contact: Contact) -> None:
    """Who met the visitor on arrival is the host, in place of the bare delegation."""
    for sentence in found.sentences[contact.sentence : contact.sentence + _REACH]:
        for match in re.finditer(
            r"\b(?:met|welcomed|greeted|received|hosted)(?: \S+){0,4}? by (?:the )?P(\d+)", sentence.code
        ):
            key = int(match[1])
            entity = found.entities[key]
            if entity.country == contact.country and entity.name is not None and key not in contact.parties:
                bare = [k for k in contact.hosts if found.entities[k].name is None]
                if bare:
                    contact.parties = [k for k in contact.parties if k not in bare]
                    contact.hosts = [k for k in contact.hosts if k not in bare]
                    contact.parties.append(key)
                    contact.hosts.append(key)
                    return


def _adopt(contact: Contact, details: Details, sentence: Sentence, match: re.Match[str]) -> None:
    probe = Contact(contact.type, contact.status, [], sentence.index, contact.start, contact.end, "follow")
    if contact.country is None and contact.type not in ("visit", *_REMOTE):
        details.place(probe, sentence, match)
        if probe.country:
            contact.city, contact.country, contact.venue = probe.city, probe.country, probe.venue
            contact.place_span, contact.rules["place"] = probe.place_span, "place.follow"
    elif contact.venue is None and contact.type not in _REMOTE:
        details.venue(contact, sentence)
    details.day(probe, sentence, match)
    if probe.first_day and probe.precision == "day":
        until = re.search(
            r"\b(?:until|through|runs? to|lasts? to|last until|end(?:s|ed)? on) (?:\S+ )?D\d+", sentence.code
        )
        if contact.first_day and until and not contact.last_day and probe.first_day > contact.first_day:
            contact.last_day = probe.first_day
        elif not contact.first_day and not until:
            contact.first_day, contact.last_day, contact.precision = probe.first_day, probe.last_day, "day"
            contact.date_span, contact.rules["date"] = probe.date_span, "date.follow"
    if contact.parent is None and contact.type != "visit":
        details.parent(probe, sentence, match)
        if probe.parent is not None and probe.parent is not contact.event:
            contact.parent, contact.rules["parent"] = probe.parent, "parent.follow"


def _title_day(found: Reading, contact: Contact, details: Details) -> None:
    """A day that only the title names."""
    title = next((s for s in found.sentences if s.is_title), None)
    if title is None or "D" not in title.code:
        return
    probe = Contact(contact.type, contact.status, [], 0, contact.start, contact.end, "title")
    match = re.match(r"\S*", title.code)
    if match is not None:
        details.day(probe, title, match)
    if probe.first_day:
        contact.first_day, contact.last_day, contact.precision = probe.first_day, probe.last_day, probe.precision
        contact.rules["date"] = "date.title"


def _lead_day(found: Reading, contact: Contact) -> None:
    """'At the summit, N pledges aid' over 'N on Monday promised …': the day of what was done there."""
    lead = next((s for s in found.sentences if not s.is_title), None)
    match = lead and re.search(r"P(\d+) on D(\d+)", lead.code)
    if not match or int(match[1]) not in contact.parties:
        return
    mention = found.dates[int(match[2])]
    when = mention.when(found.today, contact.status in ("planned", "proposed"))
    if when is not None and when.precision == "day":
        contact.first_day, contact.precision, contact.date_span = when.first, "day", (mention.start, mention.end)
        contact.rules["date"] = "date.deed"


def beside(found: Reading, contacts: list[Contact], patterns: Patterns) -> None:
    """A meeting told of in passing ('N also met', 'on the margins') took place where and when the one before did."""
    for i, contact in enumerate(contacts):
        if contact.type != "bilateral_meeting" or contact.status != "held" or contact.country or contact.first_day:
            continue
        if not patterns.besides.search(found.sentences[contact.sentence].code):
            continue
        for other in reversed(contacts[:i]):
            if (
                other.status == "held"
                and other.type not in (*_REMOTE, "visit")
                and other.country
                and contact.sentence - other.sentence <= _REACH
                and set(other.parties) & set(contact.parties)
            ):
                contact.city, contact.country, contact.place_span = other.city, other.country, other.place_span
                contact.rules["place"] = "place.beside"
                if other.precision == "day":
                    contact.first_day, contact.precision, contact.date_span = other.first_day, "day", other.date_span
                    contact.rules["date"] = "date.beside"
                break


def _dateline(found: Reading, contact: Contact, text: str) -> None:
    if (
        contact.status in ("held", "ongoing")
        and not contact.first_day
        and found.dateline_day
        and not (contact.type == "visit" and contact.status == "ongoing")
    ):
        own = [s for s in found.sentences if s.index == contact.sentence or s.is_title]
        if not any(unit.kind == "D" and found.dates[unit.ref].kind in _DAY_KINDS for s in own for unit in s.units):
            contact.first_day, contact.precision = found.dateline_day.isoformat(), "day"
            contact.rules["date"] = "date.dateline"
    if contact.country is None and contact.type not in ("visit", *_REMOTE) and found.dateline_city:
        for sentence in found.sentences:
            for unit, after in zip(sentence.units, sentence.units[1:], strict=False):
                if unit.symbol == "in" and after.kind == "L" and found.sites[after.ref].city == found.dateline_city:
                    contact.city, contact.country = found.dateline_city, found.dateline_country
                    contact.place_span, contact.rules["place"] = (after.start, after.end), "place.dateline"
                    return


def _others(found: Reading, contacts: list[Contact], leader: int, frame: Sentence) -> None:
    """Further counterparts of a leader's day that no rule caught: 'With N he went over …'."""
    met = {key for contact in contacts if contact.sentence > frame.index for key in contact.parties}
    side = found.entities[leader].side
    for sentence in found.sentences[frame.index + 1 : frame.index + 14]:
        for match in re.finditer(r"(?:^|, |then )with (P\d+)", sentence.code):
            key = int(match[1][1:])
            if key not in met and found.entities[key].side not in (None, side):
                met.add(key)
                start, end = sentence.chars(match.start(), match.end())
                contacts.append(
                    Contact(
                        "bilateral_meeting",
                        "held",
                        [leader, key],
                        sentence.index,
                        start,
                        end,
                        "talks.series",
                        evidence=[(start, end)],
                    )
                )
    contacts.sort(key=lambda contact: contact.sentence)


def lead_frame(found: Reading, contacts: list[Contact], patterns: Patterns, text: str) -> None:
    """A leader's day: 'X held a number of meetings in L on D' makes the meetings told of after it main ones there
    and then."""
    for sentence in found.sentences:
        if sentence.is_title:
            continue
        match = patterns.series.search(sentence.code)
        if match is None or any(c.sentence == sentence.index and len(c.parties) > 1 for c in contacts):
            if sentence.paragraph > 0:
                return
            continue
        leader = int(match["x"][1:])
        frame = Contact("bilateral_meeting", "held", [leader], sentence.index, sentence.start, sentence.end, "frame")
        details = Details(found, patterns, text)
        details.day(frame, sentence, match)
        details.place(frame, sentence, match)
        details.parent(frame, sentence, match)
        _others(found, contacts, leader, sentence)
        for contact in contacts:
            if contact.sentence <= sentence.index or leader not in contact.parties or contact.status != "held":
                continue
            if contact.type == "phone_call" and not patterns.remote.search(found.sentences[contact.sentence].code):
                contact.type = "bilateral_meeting"
            if contact.type != "bilateral_meeting" or (
                contact.first_day
                and contact.date_rank > 1
                and frame.first_day
                and contact.first_day < frame.first_day
                and contact.precision == "day"
            ):
                continue
            if patterns.background.search(found.sentences[contact.sentence].code):
                continue
            contact.is_main, contact.rules["main"] = True, "main.series"
            contact.first_day, contact.last_day, contact.precision = frame.first_day, frame.last_day, frame.precision
            contact.date_span, contact.rules["date"] = frame.date_span, "date.lead"
            contact.city, contact.country, contact.venue = frame.city, frame.country, frame.venue
            contact.place_span, contact.rules["place"] = frame.place_span, "place.lead"
            contact.parent = frame.parent or contact.parent
        return
