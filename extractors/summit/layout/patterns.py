"""Sentence ends, datelines, quotation marks, emoji: compiled from a language's layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """What the layout pipe looks for."""

    sentence_end: re.Pattern[str]
    dateline: re.Pattern[str]
    boilerplate: re.Pattern[str]
    quotation: re.Pattern[str]
    abbreviations: frozenset[str]
    after_abbreviation: dict[str, re.Pattern[str]]
    hour: re.Pattern[str]
    zones: dict[str, float]
    remote_line: re.Pattern[str]
    regions: dict[str, frozenset[str]]
    rooms: dict[str, tuple[str, frozenset[str]]]


@cache
def patterns(language: str) -> Patterns:
    """The layout patterns of a language."""
    layout, names = part(language, "layout"), part(language, "names")
    return Patterns(
        sentence_end=re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[—–-]?\s?[A-ZÀ-ÞЀ-Я0-9])"),
        dateline=re.compile(layout.DATELINE),
        boilerplate=re.compile(rf"(?:{'|'.join(layout.BOILERPLATE)})\s*", re.IGNORECASE),
        # pairs of marks; a quotation may run over sentences but not over a blank line or 3,000 characters
        quotation=re.compile(
            r"“[^“”\n]{2,3000}(?:”|(?=\n|$))|«[^«»\n]{2,3000}(?:»|(?=\n|$))"
            r"|\"(?:[^\"\n]|\n(?!\n)){2,3000}\""
        ),
        abbreviations=names.ABBREVIATIONS,
        after_abbreviation={word: re.compile(rf"\s+{words}") for word, words in layout.AFTER_ABBREVIATION.items()},
        hour=re.compile(layout.HOUR),
        zones=layout.ZONES,
        remote_line=re.compile(layout.REMOTE_LINE, re.IGNORECASE),
        regions=layout.HOME_REGIONS,
        rooms=layout.ROOMS,
    )
