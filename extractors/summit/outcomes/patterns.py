"""The outcome rules of a language, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from extractors.languages import part


@dataclass(frozen=True)
class Rule:
    """One way in which an outcome is told; a sentence must hold one of `needs` where there are any."""

    id: str
    type: str
    source: str
    needs: tuple[str, ...] = ()

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The rule compiled, on first use: most articles need few of them."""
        return re.compile(self.source)


@dataclass(frozen=True)
class Patterns:
    """`rules` look at a sentence's code, `said` at the words of a speech."""

    rules: tuple[Rule, ...]
    said: tuple[Rule, ...]
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
        tuple(Rule(id_, type_, source, words.NEEDS.get(id_, ())) for id_, type_, source in words.RULES),
        tuple(Rule(id_, type_, source) for id_, type_, source in words.SAID),
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
