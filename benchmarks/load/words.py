"""Texts without a sentence that anybody wrote: invented words, as often as words are in a language (Zipf)."""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate

WORDS = 30_000
COMMON = 150
"""So many words are in every sentence, like articles and prepositions; they have one syllable."""
_STARTS = (
    "b",
    "br",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CLOSES = ("", "", "n", "r", "l", "s", "t", "m", "nd", "st")


@cache
def vocabulary() -> tuple[tuple[str, ...], list[float]]:
    """The words, the most frequent and shortest first, and their weights summed up."""
    chance = random.Random(1949)  # noqa: S311 - the same words each time
    found: dict[str, None] = {}
    while len(found) < WORDS:
        syllables = 1 + (len(found) > COMMON) + (len(found) > 6000) * chance.randint(0, 2)
        found[
            "".join(
                chance.choice(_STARTS) + chance.choice(_VOWELS) + chance.choice(_CLOSES) for _ in range(syllables)
            )
        ] = None
    return tuple(found), list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))


def some(chance: random.Random, count: int) -> str:
    """So many words in a row."""
    words, weights = vocabulary()
    return " ".join(chance.choices(words, cum_weights=weights, k=count))


class Text:
    """A text that grows and knows where each thing in it stands, in characters."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0

    def add(self, part: str) -> list[list[int]]:
        """Put `part` at the end; its evidence: the one span [start, end) where it stands."""
        start = self.length
        self._parts.append(part)
        self.length += len(part)
        return [[start, self.length]]

    def __str__(self) -> str:
        return "".join(self._parts)
