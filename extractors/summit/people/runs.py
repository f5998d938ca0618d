"""What stands around persons and states in a sentence: the commas of appositions, lists of adjectives."""

from __future__ import annotations

from extractors.summit.people import patterns
from extractors.summit.reading import Unit


def closes(held: list[Unit], after: list[Unit]) -> bool:
    """Whether the comma that comes first `after` a person closes an apposition opened within it, so that the verb
    follows, perhaps after its day."""
    if after[0].symbol != "," or not any(unit.symbol == "," for unit in held):
        return False
    verb = after[3] if len(after) > 3 and after[1].symbol == "on" and after[2].kind == "D" else after[1]
    return verb.kind == "" and patterns.GOES_ON.fullmatch(verb.symbol) is not None


def listed(units: list[Unit]) -> None:
    """'French, German, and Italian officials': every adjective of the list stands for a delegation."""
    at = len(units) - 2
    while at > 0 and units[at].symbol in (",", "and", "&"):
        while at > 0 and units[at].symbol in (",", "and", "&"):
            at -= 1
        if units[at].kind != "A":
            return
        units[at].kind, units[at].symbol = "C", f"C{units[at].ref}"
        at -= 1
