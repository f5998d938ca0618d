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
    """Any of `words`, with a small or capital first letter. That letter is looked at first: a date is looked for at
    every word of a text, and trying thirty names at each is dear."""
    both = [form for word in words for form in dict.fromkeys((word, word[0].upper() + word[1:]))]
    letters = "".join(sorted({form[0] for form in both}))
    return f"(?=[{letters}])(?:{'|'.join(re.escape(word) for word in sorted(both, key=len, reverse=True))})"


@cache
def patterns(language: str) -> Patterns:
    """The date patterns of a language."""
    calendar = part(language, "calendar")
    # months as running text prints them, so that "may" and "march" stay verbs
    month = _words([form for name in calendar.MONTHS for form in (name.capitalize(), name.upper())])
    weekday = _words([name.capitalize() for name in calendar.WEEKDAYS])
    short = "|".join(sorted(calendar.SHORT_WEEKDAYS, key=len, reverse=True))
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d,.]\d|%)"
    dash = r"\s?(?:-|–|—|&|to|and|through|until|till)\s?"
    # "June 1, 2 and 3"
    more = rf"(?:,\s{day}){{0,5}},?"
    after_month = r"(?:\s|(?<=\.))"
    year = r"(?:19|20)\d\d"
    some_year = rf"{year}|last\syear|next\syear|this\syear"
    part_of_day = r"(?:\s(?:morning|afternoon|evening|night))?"
    few = rf"(?:\d{{1,2}}|{_words([word for word, n in calendar.NUMBERS.items() if n])})"
    seasons, occasion = _words(list(calendar.SEASONS)), calendar.OCCASIONS
    by_date = "|".join(
        [
            rf"(?P<mda>{month}){after_month}(?P<mdb>{day})(?:{more}{dash}(?:(?P<mdc>{month}){after_month})?(?:the\s)?"
            rf"(?P<mdd>{day}))?(?:,?\s(?P<mdy>{year}))?\b",
            rf"(?P<dma>{day})(?:\s(?P<dme>{month}))?{more}{dash}(?:the\s)?(?P<dmb>{day})\s(?:of\s)?(?P<dmc>{month})"
            rf"(?:,?\s(?P<dmd>{year}))?\b",
            rf"(?P<dsa>{day})\s(?:of\s)?(?P<dsb>{month})(?:,?\s(?P<dsc>{year}))?\b",
        ]
    )
    alternatives = [
        rf"(?P<iso>{year}-\d\d-\d\d)\b",
        rf"(?P<num>\d{{1,2}}[./]\d{{1,2}}[./]{year})\b",
        # "Monday, May 5", "Monday (5 May)": the weekday is part of the date; "the week of May 5" is that week
        rf"(?:(?P<dow>{weekday}|(?:{short})\.?(?=[,\s]))(?:,?\s(?P<par>\()?(?:the\s)?)"
        rf"|(?P<wof>[Ww]eek\s(?:of|starting|beginning|commencing)(?:\son)?\s))?(?:{by_date})(?(par)\))",
        rf"(?:(?P<wkm>[Nn]ext|[Ll]ast|[Tt]his|[Cc]oming|[Pp]ast)\s)?(?P<wka>{weekday}){part_of_day}"
        rf"(?:(?:,\s(?:{weekday})){{0,3}},?{dash}(?P<wkb>{weekday}){part_of_day})?\b",
        rf"(?P<rel>{_words(list(calendar.RELATIVE_DAYS))}){part_of_day}\b",
        rf"(?P<story>{_words(list(calendar.STORY_DAYS))})\b",
        rf"(?P<sto>{few})\s(?P<stu>days?|weeks?)\s(?P<std>{_words(list(calendar.STORY_STEPS))})\b",
        r"(?P<ago>\w+)\s(?P<agou>days?|weeks?|months?|years?)\sago\b",
        rf"(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)\sthe\s(?P<span>(?:past|last)\s(?P<spn>{few})\sdays)\b",
        rf"in\s(?P<ahead>(?P<ahn>{few})\s(?P<ahu>days|weeks))(?:['’]\stime)?\b(?!\s(?:of|since|after|before)\b)",
        rf"(?P<mym>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast)\s(?P<mya>{month})\b",
        rf"(?P<moa>{month})(?:,?\s(?:of\s)?(?P<mob>{some_year}|the\ssame\syear))\b",
        rf"(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Oo]f|[Ff]or|[Dd]uring|[Tt]hroughout|[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd)"
        rf"[\s-]?(?P<mon>{month})\b(?!\.?,?\s(?:of\s)?(?:{some_year})|\.?\s\d)",
        rf"(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]heir|planned)\s(?P<moc>{month})(?=\s(?:[a-z]+\s)?{occasion}\b)",
        rf"(?P<sem>this|last|next|coming|past|the(?!\sfall\sof\s(?!{some_year}))|in|of|early|"
        rf"late)\s(?P<sea>{seasons})\b"
        rf"(?:\s(?:of\s)?(?P<seb>{some_year}))?",
        rf"(?P<sey>{seasons})\s(?:of\s)?(?P<sez>{some_year})\b",
        rf"(?P<qun>first|second|third|fourth)\squarter\sof\s(?P<quy>{some_year})\b",
        r"(?P<pem>this|last|next|coming|past|the\scoming|the\spast)\s(?P<pea>week|weekend|month|year)\b",
        r"(?:(?:earlier|later)\sin|(?:end|middle|start|beginning)\sof)\sthe\s(?P<peb>week|month)\b",
        rf"(?:(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n|[Ff]or)\sthe\s(?P<wke>weekend)\b"
        rf"|(?:[Tt]he|[Aa]|[Tt]heir|[Ff]ollowing)\s(?P<wkf>weekend)(?=\s{occasion}\b))",
        rf"(?P<half>(?:first|second)\shalf)\sof\s(?P<halfy>{year})\b",
        rf"(?:in|since|by|until|of|for|during|early|late|mid-)\s?(?P<yr>{year})\b(?!-)",
    ]
    # only at the beginning of a word can a date begin
    return Patterns(re.compile(rf"\b(?=\w)(?:{'|'.join(alternatives)})"), calendar)
