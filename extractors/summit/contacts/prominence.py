"""Which contacts an article is about: those of its title and first sentence.

Rule recorded in `contact.rules`: `main` (`main.title`, `main.lead`).
"""

from __future__ import annotations

import re
from datetime import timedelta

from extractors.summit.reading import Contact, NamedEvent, Reading

_PREAMBLE = re.compile(
    r"(?:the )?(?:(?:text|content) of )?(?:the )?(?:following|below)\b(?! (?:talks|a|an|his|her|their|the (?:meeting|"
    r"talks|visit)))"
    r"(?: \S+){0,8}? (?:is|are|was|were|joint|statement|text)\b|(?:begin|end) text\b"
)
"""What stands above the text of a statement: 'The following is the text of …'."""
_TRIP = re.compile(r"\b(?:travels?|trip|visits?|delegation|tour) (?:to|in|of)\b")
_PROBE = re.compile(
    r"\b(?:special counsel|indict\w+|plead\w* guilty|pleaded|testif\w+|testimony|subpoena\w*|perjury|fbi|"
    r"grand jury|under oath|"
    r"oversight (?:panel|committee)|watchdog panel|"
    r"(?:house|senate|congressional|intelligence|judiciary) (?:panel|committee|investigators)|"
    r"misled (?:legislators|lawmakers|congress|investigators)|(?:to|before) (?:[AC]\d+ )?(?:lawmakers|legislators)|"
    r"C\d+ (?:probe|contacts|inquiry)|"
    r"investigators|collusion|campaign (?:t|adviser|aide|chairman|manager)|prosecutors)\b"
)
"""Signs of an inquiry at home into what somebody did."""
_RECENT = 60
_BESIDES = re.compile(r"\b(?:also|(?:on )?the same day|in conjunction with|separately|on the (?:sidelines|margins))\b")
WEAK = frozenset(
    {
        "talks.bare",
        "after.meet",
        "window.lead",
        "talks.their",
        "talks.loose",
        "talks.occasion",
        "meet.due",
        "talks.title",
        "talks.nominal",
        "joint.each",
        "told.with",
        "event.at",
        "event.present",
        "event.speaking",
        "event.speaking.own",
        "event.travel",
        "event.dated",
        "talks.between",
    }
)
"""Rules whose noun ("the meeting with") says nothing of how the contact stands."""


_SESSIONS = frozenset({"event.travel", "event.listed.and", "event.attend", "event.and"})


def mark_main(found: Reading, contacts: list[Contact]) -> None:
    """Main are the contacts of the title and of the first sentence; of several kinds at once, the talks before the
    trip."""
    # bylines, places and hours printed above the story are no sentence
    body = [s for s in found.sentences if not s.is_title]
    body = [s for s in body if not _PREAMBLE.match(s.code)] or body
    opening = next(
        (s.index for s in body if len(s.units) > 6 or (len(s.units) > 3 and s.code.endswith(" ."))),
        body[0].index if body else 0,
    )
    if inquiry(found):
        # testimony on old conversations is no news of them
        contacts = [c for c in contacts if c.rule not in WEAK and not _old(found, c)]
    contacts = [c for c in contacts if not _recalled(found, c)]
    in_title = [c for c in contacts if "title" in c.rules or from_title(found, c)]
    first = [
        c
        for c in contacts
        if c.sentence == opening
        or (
            c.sentence == opening + 1
            and found.sentences[c.sentence].paragraph == found.sentences[opening].paragraph
            and not in_title
            and not _BESIDES.search(found.sentences[c.sentence].code)
        )
    ]
    # "in keeping with what they agreed at their meeting in L, A and B launched": the news before the noun
    first.sort(key=_weak)
    chosen = list(in_title)
    named = [e for e in found.events if e.end < found.offset]
    bodies = _titled_bodies(found)
    for contact in contacts:
        if (
            contact.event is not None
            and contact not in chosen
            and contact.rule != "event.dated"
            and (any(_one_event(contact.event, e) for e in named) or contact.event.organization in bodies)
        ):
            chosen.append(contact)
    for contact in first:
        if contact not in chosen and (not _weak(contact) or not chosen):
            chosen.append(contact)
    if not chosen and contacts:
        second = found.sentences[opening].paragraph + 1 if body else 1
        early = [c for c in contacts if found.sentences[c.sentence].paragraph <= second and c.sentence <= opening + 3]
        # what lies months back is told as background
        chosen = [c for c in early if not (c.status == "held" and _old(found, c))][:1]
    talks = [
        c
        for c in chosen
        if c.type != "visit"
        and not c.rule.startswith("invite")
        and c.rule != "talks.loose"
        and not ((c.status == "planned" or c.rule in _SESSIONS) and _on_trip(c, chosen))
    ]
    for contact in chosen:
        if (
            contact.type == "visit"
            and [c for c in talks if not _session_on(c, contact) and c.sentence <= contact.sentence]
            and not ("title" in contact.rules or from_title(found, contact) or _titled_trip(found, contact))
        ):
            continue
        if _in_passing(found, contact, chosen):
            continue
        if (
            contact.rule == "talks.loose"
            and any(
                c.type == "visit" and c.sentence == contact.sentence and set(c.guests) & set(contact.parties)
                for c in chosen
            )
        ) or (contact.status == "planned" and contact not in in_title and _within_trip(contact, chosen)):
            # "arrived in L for talks with Y": the trip is the news, and the talks its purpose
            continue
        if contact.rule.startswith("invite") and len(chosen) > 1 and contact not in in_title:
            continue
        contact.is_main = True
        contact.rules["main"] = "main.title" if contact in in_title else "main.lead"


def _in_passing(found: Reading, trip: Contact, chosen: list[Contact]) -> bool:
    """Whether only a clause on whom somebody met says that he was on a visit: 'held talks with N, who visited C',
    'hosts N on L trip'."""
    return (
        trip.type == "visit"
        and trip.status in ("held", "ongoing")
        and (", who " in found.text[trip.start : trip.end] or trip.rule == "visit.owned")
        and any(
            c.type != "visit"
            and c.sentence == trip.sentence
            and c.start < trip.start
            and set(c.parties) & set(trip.guests)
            for c in chosen
        )
    )


def inquiry(found: Reading) -> bool:
    """Whether title or first sentence tell of an investigation at home."""
    head = [s for s in found.sentences if s.is_title] + [s for s in found.sentences if not s.is_title][:1]
    return any(_PROBE.search(sentence.code) for sentence in head)


def _old(found: Reading, contact: Contact) -> bool:
    """Whether the contact lies more than two months back, as far as the text says."""
    if not contact.first_day or found.today is None:
        return contact.status != "held"
    month = found.today - timedelta(days=_RECENT)
    return contact.first_day[:7] < month.isoformat()[:7]


def _recalled(found: Reading, contact: Contact) -> bool:
    """Whether a session is only named as that of a month gone by: 'agreed at last month's meeting of …'."""
    return (
        contact.rule == "event.within"
        and contact.status == "held"
        and contact.precision in ("month", "season", "year")
        and found.today is not None
        and (contact.first_day or "9")[:7] < found.today.isoformat()[:7]
    )


def _weak(contact: Contact) -> bool:
    """Whether the rule says little; a session that somebody sets out for is news like the trip."""
    return contact.rule in WEAK and contact.rule != "event.travel"


def _within_trip(contact: Contact, chosen: list[Contact]) -> bool:
    """Whether talks are what a planned trip of the same sentence is to bring: 'travels to C, where he will meet Y'."""
    return contact.rule not in _SESSIONS and _on_trip(contact, chosen)


def _on_trip(contact: Contact, chosen: list[Contact]) -> bool:
    """Whether the same sentence announces the trip on which the contact is to be."""
    return contact.type != "visit" and any(
        c.type == "visit"
        and (contact.rule in _SESSIONS or c.status in ("planned", "cancelled", "postponed"))
        and c.sentence == contact.sentence
        and c.start <= contact.start
        and set(c.guests) & set(contact.parties)
        for c in chosen
    )


def _session_on(session: Contact, visit: Contact) -> bool:
    """Whether `session` is a body's to which who pays `visit` goes on the same trip: 'will attend E in L and pay a
    state visit to C' announces both."""
    return (
        session.event is not None
        and visit.visit_kind is not None
        and session.status == visit.status == "planned"
        and session.sentence == visit.sentence
    )


def _titled_trip(found: Reading, trip: Contact) -> bool:
    """Whether the title is about a trip to where `trip` goes, whoever travels: 'Readout of the visit to C'."""
    title = next((sentence for sentence in found.sentences if sentence.is_title), None)
    if title is None or trip.country is None or not _TRIP.search(title.code):
        return False
    return any(
        (found.countries[unit.ref] if unit.kind == "C" else found.sites[unit.ref].country) == trip.country
        for unit in title.units
        if unit.kind in ("C", "L")
    )


def from_title(found: Reading, contact: Contact) -> bool:
    """Whether the title reports `contact`."""
    return found.sentences[contact.sentence].is_title


def _titled_bodies(found: Reading) -> set[str]:
    """The bodies whose meetings the title lists: 'to attend SCO, G20 meetings'."""
    title = next((s for s in found.sentences if s.is_title), None)
    match = title and re.search(r"(?:O\d+ (?:, |and )+)+O\d+ (?:\S+ )?(?:meetings|summits|sessions|gatherings)\b",
        title.code)
    if not match:
        return set()
    return {found.organizations[int(number)] for number in re.findall(r"O(\d+)", match.group())}


def _one_event(a: NamedEvent, b: NamedEvent) -> bool:
    if a.organization and b.organization:
        alike = a.kind == b.kind or ({a.kind, b.kind} == {"summit", "multilateral_meeting"} and not (a.role or b.role))
        return a.organization == b.organization and alike
    return bool(
        set(a.name.lower().split())
        & set(b.name.lower().split()) - {"summit", "forum", "the", "first", "of", "conference", "-", "–"}
    )
