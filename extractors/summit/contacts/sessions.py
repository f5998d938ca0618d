"""Which mentions of a larger event tell that somebody goes to it, and which only name it."""

from __future__ import annotations

import re

from extractors.summit.contacts.patterns import Patterns, Rule
from extractors.summit.reading import Contact, Reading, Sentence
from extractors.summit.sidelines.councils import ENVOYS

_WENT_TO_ONE = re.compile(
    r"\b(?:attend|participat|(?:take|took|takes) part|lead|led|address|join|represent)"
    r"[^.;]{0,90}? E\d+(?: (?:on|in|at|from) (?:the )?[LCVD]\d+)*(?: ,)? $"
)
"""What stands before the second of several sessions that somebody goes to."""
_WENT_TO_ATTEND = re.compile(
    r"\b(?:travell?ed|went|flew|is travell?ing)\b(?: \S+){1,12} to (?:attend|participate|take|address|speak|join|chair|"
    r"co-|deliver|represent|lead)"
)
_ASIDE_OF = re.compile(
    r"\b(?:sidelines|margins|fringes|framework|eve|part|results|outcomes|decisions) of(?: \S+){0,3} $"
)

_SITS = re.compile(r"\b(?:[Mm]eetings?|[Ss]essions?|[Cc]onsultations|[Dd]ebates?|[Bb]riefings?|[Vv]otes?)\b")
_MEETS = re.compile(r"\b(?:meets?|met|meeting|holds?|held|conven\w+|gather\w*|began|begins|opened|opens)\b")
_THERE = re.compile(r"(?:at|during|in|after|following|told|chairing|chaired|attending|addressing)\b")

_ASKED = re.compile(r"\bat the (?:request|behest|initiative|invitation) of (?:the )?[CPGO]\d")
_ITS_DAY = re.compile(r"(?: (?:in|at) (?:the )?[LV]\d+)?(?: ,)?(?: (?:on|for|later|early|late|this|next))* D\d")
_ITS_SEAT = re.compile(r"(?: (?:in|at) (?:the )?[LV]\d+\b)")
_CALLED_BY = re.compile(
    r"\b(?:at the (?:request|initiative|behest|invitation) of|"
    r"(?:requested|called|convened|sought|initiated)(?: for)? by)"
    r"(?P<who>(?:(?: ,)?(?: and)?(?: the)? [CP]\d+)+)"
)


def council_session(found: Reading, contact: Contact, sentence: Sentence, match: re.Match[str]) -> None:
    """Day, place and parties of a session that somebody seeks, or that a standing council holds.

    The day of the request is not that of the session; such a council sits at its seat, and what its agenda names
    ('a meeting on the fighting in C') is no place of it; who asked for the session is there.
    """
    if contact.event is None or "event" not in match.groupdict():
        return
    if contact.rule == "event.sought" and contact.status == "proposed" and not _ITS_DAY.match(
        sentence.code, match.end("event")
    ):
        contact.first_day = contact.last_day = None
    if contact.event.role != ENVOYS:
        return
    if contact.event.organization == "UN" and not _ITS_SEAT.match(sentence.code, match.end("event")):
        contact.city = contact.country = contact.venue = contact.place_span = None
    called = _CALLED_BY.search(sentence.code, match.start())
    for kind, number in re.findall(r"([CP])(\d+)", called["who"] if called else ""):
        key = int(number) if kind == "P" else found.delegation(found.countries[int(number)])
        if key not in contact.parties:
            contact.parties.append(key)


def only_named(found: Reading, patterns: Patterns, rule: Rule, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the event of `match` is named in passing, though the rule fits."""
    group = match.groupdict()
    if rule.id == "talks.between":
        # "will meet at the request of C and C": they asked for it
        return _ASKED.search(match.group()) is not None
    if rule.id == "event.listed.and":
        return not _WENT_TO_ONE.search(sentence.code[: match.start()])
    if rule.id == "event.travel":
        # who came for a session is on a visit; only of one to come, or to attend which somebody travelled, is the trip
        # news of the session as well
        return not patterns.planned.search(group["aux"] or "") and not _WENT_TO_ATTEND.search(match.group())
    if rule.id == "event.dated":
        # what took place beside it is the news
        return bool(
            sentence.is_title
            or _ASIDE_OF.search(sentence.code[: match.start("event")])
            or not found.events[int(group["event"][1:])].organization
        )
    event = group.get("event")
    if event is not None and found.events[int(event[1:])].role == ENVOYS:
        # a standing council is named for what it wants or decides, too
        sits = _SITS.search(found.events[int(event[1:])].name) or _MEETS.search(match.group())
        return not sits or (rule.id == "event.within" and not _THERE.match(match.group()))
    if rule.id in ("event.within", "event.gathered"):
        # of meetings named by those who meet, the mere mention in the story is news
        return not found.events[int(group["event"][1:])].role
    return False
