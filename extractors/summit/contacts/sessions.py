"""Which mentions of a larger event tell that somebody goes to it, and which only name it."""

from __future__ import annotations

import re

from extractors.summit.contacts.patterns import Patterns, Rule
from extractors.summit.reading import Reading, Sentence

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


def only_named(found: Reading, patterns: Patterns, rule: Rule, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the event of `match` is named in passing, though the rule fits."""
    group = match.groupdict()
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
    if rule.id in ("event.within", "event.gathered"):
        # of meetings named by those who meet, the mere mention in the story is news
        return not found.events[int(group["event"][1:])].role
    return False
