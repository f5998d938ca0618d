"""Which rules a sentence can meet at all: each needs one of some strings in it.

Every sentence is asked for four hundred strings before any rule is tried. One word looks much like any other, so what a
word holds is looked up once and kept; strings of several words are looked for only where their first one stands.
"""

from __future__ import annotations

from extractors.summit.contacts.patterns import Rule

_MOST = 50_000
"""Words kept at most: a text of nothing but new words may not fill the memory."""


class Needed:
    """What rules need, and the rules by what they need."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._by_need: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for need in rule.needs:
                self._by_need.setdefault(need, []).append(number)
        self._several: dict[str, list[str]] = {}
        for need in self._by_need:
            if " " in need.strip():
                self._several.setdefault(need.split()[0], []).append(need)
        single = {need for need in self._by_need if " " not in need.strip()}
        self._asked = single | self._several.keys()
        self._held: dict[str, frozenset[str]] = {}

    def rules(self, code: str) -> list[Rule]:
        """The rules, in their order, of whose `needs` one stands in `code`, a sentence's symbols joined by spaces."""
        words = code.split(" ")
        # the outer words have no space before or after them
        one = len(words) == 1
        told = {*self._within(words[0] if one else f"{words[0]} "), *(() if one else self._within(f" {words[-1]}"))}
        for word in words[1:-1]:
            told |= self._within(f" {word} ")
        for first in told & self._several.keys():
            told.update(need for need in self._several[first] if need in code)
        numbers = {number for need in told for number in self._by_need.get(need, ())}
        return [self._rules[number] for number in sorted(numbers)]

    def _within(self, word: str) -> frozenset[str]:
        held = self._held.get(word)
        if held is None:
            held = frozenset(filter(word.__contains__, self._asked))
            if len(self._held) < _MOST:
                self._held[word] = held
        return held
