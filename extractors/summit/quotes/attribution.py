"""Who is named as the speaker beside a passage of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.summit.quotes.patterns import Patterns
from extractors.summit.reading import Chars, Sentence, Unit

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: (?:al|bin|ben|van|von|de|da|del|der|el)| [A-ZÀ-Þ][\w.'’-]*){1,4}")
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


def subject(units: Sequence[Unit], use: Patterns) -> tuple[int | None, bool]:
    """Whom 'he' after the sentence of `units` means, and whether an earlier sentence must tell.

    That is the first person who depends on no preposition and owns nothing ('his talks with N', 'the aide of N'), else
    the first of all. A sentence whose own subject is a pronoun, or that names nobody, leaves it to one before it.
    """
    first: int | None = None
    for n, unit in enumerate(units):
        if unit.kind != "P":
            if use.pronoun.fullmatch(unit.symbol):
                # "N's talks were short, and he …" takes up N
                return first, first is None
            if use.unnamed.fullmatch(unit.symbol) and not (n + 1 < len(units) and units[n + 1].kind == "P"):
                # 'the spokeswoman of N', "N's aide": 'she' is nobody that has a name
                return None, False
            continue
        first = unit.ref if first is None else first
        owns = n + 1 < len(units) and units[n + 1].symbol in ("'s", "’s", "'", "’")
        if not owns and not (n and use.oblique.fullmatch(units[n - 1].symbol)):
            return unit.ref, False
    return first, first is None


def told_of(
    sentences: Sequence[Sentence], start: int, fallback: int | None, use: Patterns, marked: Sequence[Chars] = ()
) -> int | None:
    """Whom 'he' at `start` means: the subject of the last sentence before it in its paragraph, leaving out what others
    say there within marks; `fallback` where none names anybody."""
    for sentence in reversed(sentences):
        if sentence.start >= start:
            continue
        within = [(first, last) for first, last in marked if first < sentence.end and last > sentence.start]
        told = [
            unit
            for unit in sentence.units
            if unit.end <= start and not any(first < unit.start < last for first, last in within)
        ]
        key, earlier = subject(told, use)
        if not earlier:
            return key
    return fallback


def trimmed(text: str, start: int, end: int) -> Chars:
    """The bounds without spaces around them and without a comma at the end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return start, max(end, start + 1)


def attributed(
    tried: tuple[re.Pattern[str], ...], code: str, units: Sequence[Unit], text: str, he: Said, use: Patterns
) -> Said | None:
    """What the first fitting pattern names in `code`, which is `units` encoded, or `he` where that is a pronoun; None
    where none fits."""
    for pattern in tried:
        match = pattern.search(code)
        if match is None:
            continue
        groups = match.groupdict()
        if groups.get("body"):
            unit = units[code.count(" ", 0, match.start("body"))]
            name = text[unit.start : unit.end]
            return Said(label=None if name in use.media else name)
        who = match["who"]
        if who[0] == "P" and who[1:].isdigit():
            return Said(key=int(who[1:]))
        if use.pronoun.fullmatch(who):
            return he
        return Said(label=_stranger(text, units, code.count(" ", 0, match.start("who")), use) if who == "x" else None)
    return None


def reported(sentence: Sentence, text: str, he: Said, use: Patterns) -> Said | None:
    """Who is reported to have said something in a sentence without marks; a passage right after it is his as well."""
    return attributed((use.reported,), code_of(sentence.units, text), sentence.units, text, he, use)


def _stranger(text: str, units: Sequence[Unit], at: int, use: Patterns) -> str | None:
    """The name of somebody whom only the words after it show to be in office: 'N, speaker of the lower house'."""
    unit, following = units[at], units[at + 1 : at + 14]
    name = text[unit.start : unit.end]
    if not following or not _NAME.fullmatch(name):
        return None
    words = text[following[0].start : following[-1].end]
    return name if use.in_office.search(words) and not use.private.search(words) else None
