"""Standing councils of the United Nations as events: the envoys of the members sit there all year, below their leaders.

Rule: `event.council` ('an emergency meeting of the U.N. Security Council', 'the 15-member Security Council').
"""

from __future__ import annotations

import re

from extractors.summit.reading import NamedEvent, Reading, Sentence

ENVOYS = "delegation"
"""The role of an event that is such a council: the body itself is there, whoever speaks for it."""
_COUNCIL = ("Council",)
_OF_LEADERS = frozenset({"G7", "G20", "BRICS", "EPC", "EAS", "C5"})
_OF_STATES = _OF_LEADERS | frozenset(
    {
        *("NATO", "AU", "LAS", "OIC", "GCC", "OSCE", "SCO", "CSTO", "CIS", "EAEU", "OTS", "ASEAN", "APEC", "OPEC"),
        *("OPEC+", "OAS", "ECOWAS", "SADC", "IGAD", "CARICOM", "Mercosur", "CELAC", "SAARC", "PIF", "CICA", "ECO"),
        *("G77", "NAM", "OPCW"),
    }
)
"""Bodies that meet only in sessions of their members: of others (the European Commission) the staff may meet."""
_BELOW = re.compile(r"\b(?:officials|representatives|ministers|deputies|diplomats|envoys|sherpas|ambassadors)\b")
_UNITED_NATIONS = re.compile(r"United Nations|\bU\.?N\b")


def councils(
    found: Reading, sentence: Sentence, pattern: re.Pattern[str], names: tuple[str, ...]
) -> list[tuple[int, int, NamedEvent]]:
    """The councils that `sentence` names, each with the units that it takes."""
    text = found.text
    if not any(name in text[sentence.start : sentence.end] for name in names):
        return []
    told: list[tuple[int, int, NamedEvent]] = []
    for match in pattern.finditer(sentence.code):
        first, last = sentence.unit_at(match.start()), sentence.unit_at(match.end() - 1) + 1
        while first < last and sentence.units[first].symbol == "the":
            first += 1
        named = text[sentence.units[sentence.unit_at(match.start("body"))].start : sentence.units[last - 1].end]
        body = "UN"
        if "peace and" in match["body"]:
            body = "AU"
        elif not any(name in named for name in names) or not _universal(found, sentence, match):
            continue
        start, end = sentence.units[first].start, sentence.units[last - 1].end
        name = " ".join(text[start:end].split())
        told.append((first, last, NamedEvent(name, body, "multilateral_meeting", start, end, role=ENVOYS)))
    return told


def bodies_in_session(
    found: Reading, sentence: Sentence, pattern: re.Pattern[str]
) -> list[tuple[int, int, NamedEvent]]:
    """The bodies of states that `sentence` says to meet, each with its unit."""
    if "O" not in sentence.code:
        return []
    told = []
    for match in pattern.finditer(sentence.code):
        at = sentence.unit_at(match.start("body"))
        unit = sentence.units[at]
        body = found.organizations[unit.ref]
        if body not in _OF_STATES or any(name in found.text[unit.start : unit.end] for name in _COUNCIL):
            continue
        told_of = found.text[sentence.start : sentence.end]
        leaders = " summit" in sentence.code or (body in _OF_LEADERS and not _BELOW.search(told_of))
        kind = "summit" if leaders else "multilateral_meeting"
        name = found.text[unit.start : unit.end]
        told.append((at, at + 1, NamedEvent(name, body, kind, unit.start, unit.end, role=ENVOYS)))
    return told


def _universal(found: Reading, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the council is that of the United Nations, not a state's own."""
    owner = re.match(r"O(\d+)", match["body"])
    if owner is not None:
        return found.organizations[int(owner[1])] in ("UN", "UNSC", "UNHRC")
    before = sentence.code[: match.start()]
    if re.search(r"(?:[ACP]\d+(?: 's)?|national|supreme|collective|[a-z]+ian|homeland)(?: national)? $", before):
        return False
    return _UNITED_NATIONS.search(found.text) is not None
