"""Which runs of characters are dates: compiled from a language's calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """The one expression that finds dates, and the calendar that reads its groups."""

    date: re.Pattern[str]
    calendar: ModuleType


def _words(words: list[str]) -> str:
    both = [form for word in words for form in dict.fromkeys((word, word[0].upper() + word[1:]))]
    return "|".join(re.escape(word) for word in sorted(both, key=len, reverse=True))


@cache
def patterns(language: str) -> Patterns:
    """The date patterns of a language."""
    calendar = part(language, "calendar")
    # months as running text prints them, so that "may" and "march" stay verbs
    month = _words([form for name in calendar.MONTHS for form in (name.capitalize(), name.upper())])
    weekday = _words([name.capitalize() for name in calendar.WEEKDAYS])
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d,.]\d|%)"
    dash = r"\s?(?:-|–|—|to|and|through|until|till)\s?"
    year = r"(?:19|20)\d\d"
    part_of_day = r"(?:\s(?:morning|afternoon|evening|night))?"
    alternatives = [
        rf"(?P<iso>\b{year}-\d\d-\d\d)\b",
        rf"\b(?P<num>\d{{1,2}}[./]\d{{1,2}}[./]{year})\b",
        rf"\b(?P<mda>{month})\s(?P<mdb>{day})(?:{dash}(?:(?P<mdc>{month})\s)?(?P<mdd>{day}))?(?:,?\s(?P<mdy>{year}))?\b",
        rf"\b(?P<dma>{day})(?:\s(?P<dme>{month}))?{dash}(?P<dmb>{day})\s(?:of\s)?(?P<dmc>{month})"
        rf"(?:,?\s(?P<dmd>{year}))?\b",
        rf"\b(?P<dsa>{day})\s(?:of\s)?(?P<dsb>{month})(?:,?\s(?P<dsc>{year}))?\b",
        rf"\b(?:(?P<wkm>[Nn]ext|[Ll]ast|[Tt]his|[Cc]oming|[Pp]ast)\s)?(?P<wka>{weekday}){part_of_day}"
        rf"(?:{dash}(?P<wkb>{weekday}))?\b",
        rf"\b(?P<rel>{_words(list(calendar.RELATIVE_DAYS))})\b",
        rf"\b(?P<story>{_words(list(calendar.STORY_DAYS))})\b",
        r"\b(?P<ago>\w+)\s(?P<agou>days?|weeks?|months?|years?)\sago\b",
        rf"\b(?P<mym>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast)\s(?P<mya>{month})\b",
        rf"\b(?P<moa>{month})(?:,?\s(?:of\s)?(?P<mob>{year}|last\syear|next\syear|this\syear|the\ssame\syear))\b",
        rf"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Oo]f|[Ff]or|[Ee]arly|[Ll]ate|[Mm]id-?)\s?(?P<mon>{month})\b"
        rf"(?!,?\s(?:of\s)?(?:{year}|last\syear|next\syear|this\syear)|\s\d)",
        rf"\b(?P<sem>this|last|next|coming|past|the|in|of|early|late)\s(?P<sea>{_words(list(calendar.SEASONS))})\b"
        rf"(?:\s(?:of\s)?(?P<seb>{year}|last\syear|next\syear|this\syear))?",
        r"\b(?P<pem>this|last|next|coming|past|the\scoming|the\spast)\s(?P<pea>week|weekend|month|year)\b",
        rf"\b(?P<half>(?:first|second)\shalf)\sof\s(?P<halfy>{year})\b",
        rf"\b(?:in|since|by|until|of|for|during)\s(?P<yr>{year})\b(?!-)",
    ]
    return Patterns(re.compile("|".join(alternatives)), calendar)
