"""Meetings of many states for which no body is named: 'oil ministers from six Gulf states', 'a meeting of eight
cocoa producers'.

Rule: `event.states`.
"""

from __future__ import annotations

import re

from extractors.summit.reading import NamedEvent, Reading, Sentence

_LEADING = frozenset({"head_of_state", "head_of_government", "leader"})
_STATES = (
    "states",
    "nations",
    "countries",
    "powers",
    "economies",
    "producers",
    "exporters",
    "consumers",
    "governors",
    "bankers",
    "neighbors",
    "neighbours",
)
_FEW = 2
"""Countries by name from which on the other rules read who met."""
_HOME = re.compile(r"\b(?:federal|provincial|party|opposition|union|company|traders?|private|association)\b")
_BEGINS = re.compile(r"(?:^|, |[”\"] |\b(?:that|said|as|while|when|and) )$")
_NUMBER = re.compile(r"G(\d+)")


def many_states(
    found: Reading, sentence: Sentence, pattern: re.Pattern[str], meet: re.Pattern[str]
) -> list[tuple[int, int, NamedEvent]]:
    """The meetings of many states that `sentence` tells of, each with the units that it takes."""
    code = sentence.code
    if not any(map(code.__contains__, _STATES)) or _HOME.search(code):
        return []
    told = []
    for match in pattern.finditer(code):
        sitting = match["sitting"]
        if len(re.findall(r"[CAO]\d", match.group())) >= _FEW or "O" in match.group():
            continue
        if not sitting and not meet.match(code, match.end()):
            continue
        if not match["who"] and not sitting and not _BEGINS.search(code[: match.start()]):
            # "students from nine countries": they are not states that meet
            continue
        group = _NUMBER.search(match.group())
        leaders = group is not None and found.group_roles[int(group[1])] in _LEADING
        first, last = sentence.unit_at(match.start()), sentence.unit_at(match.end() - 1) + 1
        while sentence.units[first].symbol in ("the", "a", "an"):
            first += 1
        start, end = sentence.units[first].start, sentence.units[last - 1].end
        name = " ".join(found.text[start:end].split())
        kind = "summit" if leaders else "multilateral_meeting"
        told.append((first, last, NamedEvent(name, None, kind, start, end, many=True)))
    return told
