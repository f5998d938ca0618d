"""What other sentences add to a contact: its day, place and larger event.

Rules recorded: `place.heading`, `date.heading`, `type.heading` (above a transcript,
or in the parentheses of a heading), `date.deed` (what was done at an event), `*.beside` (told of in
passing), `date.follow`, `place.follow`, `parent.follow` (a later sentence on 'the talks'), `date.dateline`,
`place.dateline` (only the dateline names it, and the text bears it out), `*.lead` (a leader's day: the first sentence
says where and when all the meetings were).
"""

from __future__ import annotations

import re
from datetime import date

from extractors.summit.contacts.deeds import deed_day, lead_day, said_today
from extractors.summit.contacts.details import Details
from extractors.summit.contacts.later import later_day
from extractors.summit.contacts.lead import by_lead
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.contacts.setting import first_place
from extractors.summit.contacts.status import PRESENT
from extractors.summit.contacts.stays import visiting
from extractors.summit.reading import Contact, Reading, Sentence

_REMOTE = frozenset({"phone_call", "video_conference", "correspondence"})
_MEETINGS = frozenset({"bilateral_meeting", "multilateral_meeting"})
_BEFORE = re.compile(r"\bhad (?:\w+ )?(?:met|spoken|talked|seen|held)\b")
"""What is told of an earlier meeting."""
_OF_NOUN = {"summit": "summit", "visit": "visit", "trip": "visit"}
_OFF = ("postponed", "cancelled")
_REACH = 6
_BY_WHOM = ("chaired.by", "led.each", "part.each", "gathered.together", "sign.each", "sign.passive")


def follow_up(found: Reading, contact: Contact, patterns: Patterns, contacts: list[Contact], text: str) -> None:
    """Fills what the contact's own sentence left open."""
    if not contact.is_main:
        return
    details = Details(found, patterns, text)
    if "arrival" in contact.rules and not contact.first_day and found.dateline_day:
        # who "has arrived" did so on the day of the story
        contact.first_day, contact.precision = found.dateline_day.isoformat(), "day"
        contact.rules["date"] = "date.dateline"
        _arrived(found, contact)
        details.days.lasting(contact, found.sentences[contact.sentence])
    if contact.type == "visit":
        _received(found, contact, contacts)
    if contact.rule in _BY_WHOM and contact.country is None and contact.status == "held":
        first_place(found, contact, details, _named)
    mains = sum(c.is_main for c in contacts)
    for sentence in found.sentences:
        if sentence.is_title or sentence.index == contact.sentence or sentence.index > contact.sentence + _REACH:
            continue
        match = patterns.definite.search(sentence.code)
        if match is None or not patterns.happening.search(sentence.code):
            continue
        if details.days.words.ahead_of.search(sentence.code, max(0, match.start() - 24), match.start()):
            # "ahead of the talks" tells of another day
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
    _scene(found, contact)
    said_today(found, contact, text)
    if contact.country is None and contact.type not in ("visit", *_REMOTE):
        _heading(found, contact)
    visiting(found, contact, patterns, details.whereabouts)
    details.whereabouts.titled(contact)
    if not contact.first_day and ("title" in contact.rules or found.sentences[contact.sentence].is_title):
        _title_day(found, contact, details)
    if contact.rule in _BY_WHOM and not contact.first_day:
        # "the meeting was chaired by N and N": the one that the first sentence dates
        _first_sentence(found, contact, details)
    if not contact.first_day and found.sentences[contact.sentence].is_title:
        if contact.rule == "event.at":
            lead_day(found, contact)
        else:
            _first_sentence(found, contact, details)
    by_lead(found, contact, contacts, details)
    later_day(found, contact, contacts, patterns, details.days)
    if not contact.first_day and (contact.status == "held" or contact.rule in PRESENT):
        deed_day(found, contact, details)
    _dateline(found, contact, details)
    _arrived(found, contact)


def _arrived(found: Reading, contact: Contact) -> None:
    """Who arrived today or yesterday is there still."""
    if "arrival" in contact.rules and contact.status == "held" and contact.precision == "day" and contact.first_day:
        day = date.fromisoformat(contact.first_day)
        if found.today is not None and (found.today - day).days <= 1:
            contact.status, contact.rules["status"] = "ongoing", "status.arrival"


def _scene(found: Reading, contact: Contact) -> None:
    """Place and day from the head of the page: of what its title tells, or its first line ends with."""
    scene = found.scene
    if scene is None:
        return
    own = found.sentences[contact.sentence]
    enclosed = own.start <= scene.start < own.end
    if not (enclosed or own.is_title or "title" in contact.rules) or contact.type in ("visit", "correspondence"):
        return
    spoken = any(speech.rule == "quote.transcript" for speech in found.speeches)
    if not enclosed and not contact.rule.startswith("title.") and not spoken:
        # a city alone over a story is its dateline
        return
    if contact.first_day and contact.precision == "day" and scene.day and scene.day.isoformat() != contact.first_day:
        return
    if spoken and contact.rule == "talks.their" and contact.status == "planned":
        # what is said 'before their meeting' is said at its opening
        contact.status, contact.rules["status"] = "ongoing", "status.opening"
    if contact.status in ("proposed", *_OFF) or (contact.status == "planned" and not enclosed):
        return
    if scene.remote and contact.rule.startswith("title.") and contact.type == "bilateral_meeting":
        contact.type, contact.rules["type"] = "video_conference", "type.heading"
    if contact.country is None and scene.country is not None and contact.type not in _REMOTE:
        contact.city, contact.country, contact.venue = scene.city, scene.country, contact.venue or scene.venue
        contact.place_span, contact.rules["place"] = (scene.start, scene.end), "place.heading"
    if not contact.first_day and scene.day is not None:
        contact.first_day, contact.precision = scene.day.isoformat(), "day"
        contact.date_span, contact.rules["date"] = (scene.start, scene.end), "date.heading"


def _heading(found: Reading, contact: Contact) -> None:
    """The place that stands alone above a transcript: a line of nothing but city, state and building."""
    if not contact.rule.startswith("title."):
        return
    if found.scene is not None and found.scene.country is not None:
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


def _received(found: Reading, contact: Contact, contacts: list[Contact]) -> None:
    """Who met the visitor on arrival is the host, in place of the bare delegation."""
    for sentence in found.sentences[contact.sentence : contact.sentence + _REACH]:
        for match in re.finditer(
            r"\b(?:(?:met|welcomed|greeted|received|hosted)(?: \S+){0,4}? by|at the (?:\w+ )?invitation (?:of|from)|"
            r"(?:he|she|P\d+) (?:had been|was|has been) invited(?: \S+){0,2}? by) (?:the )?P(\d+)", sentence.code
        ):
            key = int(match[1])
            entity = found.entities[key]
            apart = re.match(r"received|hosted", match.group()) and any(
                c.type == "bilateral_meeting" and key in c.parties and set(c.parties) & set(contact.guests)
                for c in contacts
            )
            if apart:
                # "was received by N": talks of their own
                continue
            if entity.country == contact.country and entity.name is not None and key not in contact.parties:
                bare = [k for k in contact.hosts if found.entities[k].name is None]
                if bare:
                    contact.parties = [k for k in contact.parties if k not in bare]
                    contact.hosts = [k for k in contact.hosts if k not in bare]
                    contact.parties.append(key)
                    contact.hosts.append(key)
                    return


def _written(found: Reading) -> str:
    """The day of writing; the end of time where it is unknown."""
    return found.today.isoformat() if found.today else "9999"


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
    to_come = contact.status in ("held", "ongoing") and (probe.first_day or "") > _written(details.found)
    if probe.first_day and probe.precision == "day" and probe.status == contact.status and not to_come:
        until = re.search(
            r"\b(?:until|through|runs? to|lasts? to|last until|end(?:s|ed)? on) (?:\S+ )?D\d+", sentence.code
        )
        if contact.first_day and until and not contact.last_day and probe.first_day > contact.first_day:
            contact.last_day = probe.first_day
        elif not contact.first_day and not until:
            contact.first_day, contact.last_day, contact.precision = probe.first_day, probe.last_day, "day"
            contact.date_span, contact.rules["date"] = probe.date_span, "date.follow"
    of_then = (probe.first_day or "")[:7] not in ("", (contact.first_day or "")[:7]) or _BEFORE.search(sentence.code)
    if contact.parent is None and contact.type != "visit" and not of_then:
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


def _named(found: Reading, sentence: Sentence) -> set[str | None]:
    """Whom a sentence names: persons' states and bodies, and these themselves."""
    lists = {"C": found.countries, "A": found.countries, "O": found.organizations}
    return {
        found.entities[u.ref].side if u.kind == "P" else lists[u.kind][u.ref]
        for u in sentence.units
        if u.kind == "P" or u.kind in lists
    }


def _first_sentence(found: Reading, contact: Contact, details: Details) -> None:
    """The day that the first sentence names, where only the title reports the contact."""
    sides = {found.entities[key].side for key in contact.parties}
    lead = next(
        (
            s
            for s in found.sentences[:4]
            if not s.is_title and sides & _named(found, s)
        ),
        None,
    )
    if lead is None:
        return
    probe = Contact(contact.type, contact.status, [], lead.index, lead.start, lead.end, "title")
    start = re.match(r"\S*", lead.code)
    if start is not None:
        details.day(probe, lead, start)
    if probe.first_day and probe.precision == "day" and probe.status == contact.status:
        contact.first_day, contact.last_day, contact.precision = probe.first_day, probe.last_day, "day"
        contact.date_span, contact.rules["date"] = probe.date_span, "date.lead"


def _of_same_sides(found: Reading, contact: Contact, other: Contact) -> bool:
    """Whether officials met whose states met in `other`: the ministers beside their leaders."""
    sides = {found.entities[key].side for key in contact.parties}
    return len(sides) > 1 and None not in sides and sides <= {found.entities[key].side for key in other.parties}


def beside(found: Reading, contacts: list[Contact], patterns: Patterns) -> None:
    """A meeting told of in passing ('N also met', 'on the margins') took place where and when the one before did."""
    for i, contact in enumerate(contacts):
        if contact.type not in _MEETINGS or contact.status != "held" or contact.country or contact.first_day:
            continue
        if not patterns.besides.search(found.sentences[contact.sentence].code):
            continue
        for other in reversed(contacts[:i]):
            if (
                other.status == "held"
                and other.type not in (*_REMOTE, "visit")
                and other.country
                and contact.sentence - other.sentence <= _REACH
                and (set(other.parties) & set(contact.parties) or _of_same_sides(found, contact, other))
            ):
                contact.city, contact.country, contact.place_span = other.city, other.country, other.place_span
                contact.rules["place"] = "place.beside"
                if other.precision == "day":
                    contact.first_day, contact.precision, contact.date_span = other.first_day, "day", other.date_span
                    contact.rules["date"] = "date.beside"
                break


def _dateline(found: Reading, contact: Contact, details: Details) -> None:
    if (
        contact.status in ("held", "ongoing")
        and not contact.first_day
        and found.dateline_day
        and not (contact.type == "visit" and contact.status == "ongoing" and "arrival" not in contact.rules)
        and contact.rule != "visit.back"
    ):
        own = [s for s in found.sentences if s.index == contact.sentence or s.is_title]
        if not any(details.days.dated(sentence) for sentence in own):
            contact.first_day, contact.precision = found.dateline_day.isoformat(), "day"
            contact.rules["date"] = "date.dateline"
            _arrived(found, contact)
            details.days.lasting(contact, found.sentences[contact.sentence])
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
