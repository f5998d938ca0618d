"""Where a speaker stands beside a passage of speech, over units after the people pipe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """`after` and `before` look at the units beside a marked passage; the others at passages without marks."""

    after: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]
    unmarked: tuple[re.Pattern[str], ...]
    narrative: re.Pattern[str]
    label: re.Pattern[str]
    first_person: re.Pattern[str]


@cache
def patterns(language: str) -> Patterns:
    """The attribution patterns of a language."""
    words, layout = part(language, "quotes"), part(language, "layout")
    who = rf"(?:the |his |her |its )?(?P<who>P\d+|{words.PRONOUN}|{words.LOOSE})"
    aside = r"(?: ,[^,]{1,120}? ,| \([^)]*\))?"
    say = words.SAY
    return Patterns(
        after=(
            re.compile(rf"^(?:[,.–—-] )?{who}{aside}(?: \w+)?(?: also| then| further| later)* {say}\b"),
            re.compile(rf"^(?:[,.–—-] )?(?:as )?{say} {who}"),
            re.compile(rf"^(?:[,.–—-] )?(?:\S+ ){{0,3}}?{say} (?:of |by )?{who}"),
        ),
        before=(
            re.compile(rf"{who}{aside}(?: \S+){{0,4}}? {say}(?: [^.;]{{0,90}})?(?: [,:–—-])?$"),
            re.compile(rf"{who}[^.]{{0,160}}?[ ,]{words.SAYING}(?: that)?(?: [,:])?$"),
            re.compile(rf"according to {who}(?: ,| :)?$"),
            re.compile(rf"{who}(?: \([^)]*\))? :$"),
            re.compile(rf"{who} [^.]{{0,120}}:$"),
        ),
        unmarked=(
            re.compile(
                rf"^(?P<words>.*[^ ])(?: ,| –| -) (?:as )?{words.UNMARKED} {who}(?P<rest>[^.]{{0,120}}) "
                rf"?\.?$"
            ),
            re.compile(rf"^(?P<words>.*[^ ])(?: ,| –| -) {who} {words.UNMARKED}(?P<rest>[^.]{{0,120}}) ?\.?$"),
        ),
        narrative=re.compile(
            rf"(?:P\d+|G\d+|\bhe|\bshe|C\d+|\bsides|\binterlocutors|\bparties)(?: 's)?(?: ,[^,]*,)?"
            rf"(?: \w+ly| also| then| in turn)? {words.NARRATIVE}\b|^{words.IN_TURN}"
        ),
        label=re.compile(r"^(?:the )?(?P<who>P\d+)(?: \( [^)]{1,40} \))? : "),
        first_person=re.compile(layout.FIRST_PERSON),
    )
