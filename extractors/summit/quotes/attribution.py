"""Who is named as the speaker beside a passage of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.summit.quotes.patterns import Patterns
from extractors.summit.reading import Unit

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_ACRONYM = re.compile(r"[A-Z]{3,}")


@dataclass(frozen=True, slots=True)
class Said:
    """What an attribution names: a person (`key`), an institution (`label`), or somebody without a name."""

    key: int | None = None
    label: str | None = None


def code_of(units: Sequence[Unit], text: str) -> str:
    """The symbols of `units` as attribution patterns read them: an acronym that nobody knows is '@'."""
    return " ".join(
        "@" if not unit.kind and _ACRONYM.fullmatch(text, unit.start, unit.end) else unit.symbol.strip(_INVISIBLE)
        for unit in units
    )


def attributed(
    tried: tuple[re.Pattern[str], ...], code: str, units: Sequence[Unit], text: str, pronoun: int | None, use: Patterns
) -> Said | None:
    """What the first fitting pattern names in `code`, which is `units` encoded; None where none fits."""
    for pattern in tried:
        match = pattern.search(code)
        if match is None:
            continue
        groups = match.groupdict()
        if groups.get("body"):
            unit = units[code.count(" ", 0, match.start("body"))]
            return Said(label=text[unit.start : unit.end])
        who = match["who"]
        if who[0] == "P" and who[1:].isdigit():
            return Said(key=int(who[1:]))
        return Said(key=pronoun if use.pronoun.fullmatch(who) else None)
    return None
