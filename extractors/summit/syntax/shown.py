"""What the parser is shown of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.summit.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence as the parser gets it. Unit i of the sentence stands at [starts[i], ends[i])."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def shown(found: Reading, sentence: Sentence, name: str, quotation: str) -> Shown:
    """The sentence with `name` for every named person with his titles and `quotation` for every quotation.

    Stacked titles ("Minister of State for Europe and North America N") and names that it never saw lead a parser
    astray, and neither says anything of the sentence's build.
    """
    text, starts, ends = "", [], []
    last = sentence.start
    for unit in sentence.units:
        if text and unit.start > last:
            text += " "
        last = unit.end
        starts.append(len(text))
        if unit.kind == "P" and found.entities[unit.ref].name:
            text += name
        elif unit.symbol == "q":
            text += quotation
        else:
            text += " ".join(found.text[unit.start : unit.end].split()) or unit.symbol
        ends.append(len(text))
    return Shown(text, tuple(starts), tuple(ends))
