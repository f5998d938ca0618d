"""Who acts, where a rule names only the other side, and which sentences stand over the text as its heading."""

from __future__ import annotations

import re

from extractors.summit.contacts.patterns import Rule
from extractors.summit.reading import Reading, Sentence

_TALKS = re.compile(r"\b(?:talks|meeting|summit|negotiations)\b")
_JOINTLY = re.compile(r"\bjoint\b.*\b(?:statement|declaration|communiqu|vision|release)")


def speak_for_themselves(found: Reading, keys: list[int], sentence: Sentence) -> bool:
    """Whether two or more named persons did it, or two unnamed officials in a sentence that tells of talks."""
    if sum(found.entities[key].name is not None for key in keys) > 1:
        return True
    officials = sum(found.entities[key].role != "delegation" for key in keys)
    if officials > 1 and found.sentences[0].is_title and _JOINTLY.search(found.sentences[0].code):
        return True
    return officials > 1 and (bool(_TALKS.search(sentence.code)) or "failed" in sentence.code)


def heads(found: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is a heading printed again over the text: the whole first paragraph, without a full stop."""
    first = next((s for s in found.sentences if not s.is_title), None)
    if first is not sentence or sentence.code.endswith((" .", " !", " ?")):
        return False
    following = sentence.index + 1
    return following >= len(found.sentences) or found.sentences[following].paragraph != sentence.paragraph


def byline(found: Reading) -> list[int]:
    """Who stands alone on a line above the text."""
    for sentence in [s for s in found.sentences if not s.is_title][:3]:
        if re.fullmatch(r"P\d+", sentence.code):
            return [sentence.units[0].ref]
    return []


def writer(found: Reading) -> list[int]:
    """Who says "I" in a message: the first of the publisher's own side whom its head names."""
    for sentence in found.sentences[:4]:
        for unit in sentence.units:
            if unit.kind == "P" and found.entities[unit.ref].name and found.entities[unit.ref].side == found.home:
                return [unit.ref]
    return []


def land(found: Reading, code: str | None) -> str | None:
    """The state of the first place in `code`."""
    place = re.search(r"([CLV])(\d+)", code or "")
    if place is None:
        return None
    return found.countries[int(place[2])] if place[1] == "C" else found.sites[int(place[2])].country


def traveller(found: Reading, sentence: Sentence, match: re.Match[str]) -> list[int]:
    """Who is on the trip of 'A fetes B on first day of L trip', 'A joins B on C trip': the last named from abroad."""
    place = land(found, match["c"])
    before = [unit.ref for unit in sentence.units[: sentence.unit_at(match.start())] if unit.kind == "P"]
    return [key for key in before if found.entities[key].country not in (None, place)][-1:] if len(before) > 1 else []


def contact_needs_subject(rule: Rule) -> bool:
    """Whether the rule names only the other side, so that the article's subject is the one who meets."""
    return rule.id in ("talks.bare", "talks.title", "meet.due", "call.noun", "wish", "told.at", "after.meet",
        "visit.stops", "press.opening", "visit.owned")


def one_call(found: Reading) -> bool:
    """Whether the title tells of one call, however many were on the line."""
    title = next((sentence.code for sentence in found.sentences if sentence.is_title), "")
    return re.search(r"\bcall\b", title) is not None and re.search(r"\bcalls\b", title) is None
