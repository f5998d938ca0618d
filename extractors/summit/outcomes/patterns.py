"""The outcome rules of a language, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """`rules`: (id, outcome type, expression over a sentence's code); `said`: the same over the words of a speech.
    `needs`: words of which a rule's sentence holds one."""

    rules: tuple[tuple[str, str, re.Pattern[str]], ...]
    said: tuple[tuple[str, str, re.Pattern[str]], ...]
    needs: dict[str, tuple[str, ...]]
    negated: re.Pattern[str]
    not_yet: re.Pattern[str]
    count: re.Pattern[str]
    past: re.Pattern[str]
    restated: re.Pattern[str]
    remembered: re.Pattern[str]
    dated: re.Pattern[str]
    joint: re.Pattern[str]
    mutual: re.Pattern[str]
    elsewhen: re.Pattern[str]
    numbers: dict[str, int]


@cache
def patterns(language: str) -> Patterns:
    """The outcome patterns of a language."""
    words = part(language, "outcomes")
    return Patterns(
        tuple((id_, type_, re.compile(expression)) for id_, type_, expression in words.RULES),
        tuple((id_, type_, re.compile(expression)) for id_, type_, expression in words.SAID),
        words.NEEDS,
        re.compile(words.NEGATED),
        re.compile(words.NOT_YET),
        re.compile(words.COUNT),
        re.compile(words.PAST),
        re.compile(words.RESTATED),
        re.compile(words.REMEMBERED),
        re.compile(words.DATED),
        re.compile(words.JOINT, re.IGNORECASE),
        re.compile(words.MUTUAL),
        re.compile(words.ELSEWHEN),
        {word: int(number) for word, number in part(language, "figures").NUMBERS.items()},
    )
