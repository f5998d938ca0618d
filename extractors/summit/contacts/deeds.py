"""The day of a contact from the day of what was said or done there.

Rules recorded: `date.deed` ('N urged C on Tuesday to …. Speaking at a news conference with N, …'), `date.today` (said
at the opening of a meeting).
"""

from __future__ import annotations

import re

from extractors.summit.contacts.details import Details
from extractors.summit.contacts.status import PRESENT
from extractors.summit.reading import Contact, Reading

_LEAST = 6
"""Units of a first sentence that tells something."""
_SPOKEN = frozenset(
    {"press.with", "press.opening", "press.own", "alongside", "talks.loose", "talks.bare", "after.meet", "told.at"}
    | {"talks.their"}
)
"""Rules of what is told as the occasion of words spoken."""
_SPEAKS = re.compile(r"\b(?:said|told|speaking|says|added|tells|conference|alongside|briefing)\b")
_SAID_TODAY = re.compile(r"\b[Tt]oday\b(?!['’]s (?:world|generation))")


def lead_day(found: Reading, contact: Contact) -> None:
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


def deed_day(found: Reading, contact: Contact, details: Details) -> None:
    """'N urged C on Tuesday to …. Speaking at a news conference with N, …': the day of what was said there; 'has sent a
    telegram, the palace said on Tuesday': that of the news."""
    own = found.sentences[contact.sentence]
    lead = next((s for s in found.sentences if not s.is_title and len(s.units) > _LEAST), None)
    if lead is None or own.index > lead.index + 3:
        return
    if contact.type == "correspondence":
        match = re.search(r"\b(?:said|reported|announced) on D(?P<day>\d+) \.?$", own.code)
    elif contact.rule in PRESENT and not own.is_title:
        match = _does_on(own.code, contact) or (None if details.days.dated(own) else _does_on(lead.code, contact))
    elif own is lead or own.is_title or contact.rule not in _SPOKEN or details.days.dated(own):
        return
    else:
        match = _does_on(lead.code, contact)
        if match is None:
            return
        if not _SPEAKS.search(own.code) or re.search(r"\bhad (?:\w+ly )?(?:met|held|visited|spoken)\b", own.code):
            return
    if match is None:
        return
    mention = found.dates[int(match["day"])]
    when = mention.when(found.today, False)
    if when is not None and when.precision == "day" and mention.kind in ("weekday", "day", "relative"):
        contact.first_day, contact.precision, contact.date_span = when.first, "day", (mention.start, mention.end)
        contact.rules["date"] = "date.deed"


def _does_on(code: str, contact: Contact) -> re.Match[str] | None:
    """Where a sentence says on what day one of the parties said or did something."""
    match = re.search(r"\bP(?P<who>\d+)(?: (?!P\d)[^\s,.;]+){0,8}? on D(?P<day>\d+)", code)
    return match if match is not None and int(match["who"]) in contact.parties else None


def said_today(found: Reading, contact: Contact, text: str) -> None:
    """What is said at the opening of a meeting, on the day that it is printed: 'the issues that we discuss today'."""
    if contact.first_day or found.today is None or "status.opening" not in contact.rules.values():
        return
    match = _SAID_TODAY.search(text, found.body_start)
    if match is not None and any(s.start <= match.start() < s.end for s in found.speeches):
        contact.first_day, contact.precision = found.today.isoformat(), "day"
        contact.date_span, contact.rules["date"] = match.span(), "date.today"
