"""Where a speaker stands beside a passage of speech, over units after the people pipe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """`after` and `before` look at the units beside a marked passage; the others at passages without marks.

    `aside` finds a verb of saying after a passage, whoever its subject. `turn` (over text) heads a turn of a
    transcript.
    """

    after: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]
    aside: re.Pattern[str]
    unmarked: tuple[re.Pattern[str], ...]
    narrative: re.Pattern[str]
    label: re.Pattern[str]
    turn: re.Pattern[str]
    first_person: re.Pattern[str]
    pronoun: re.Pattern[str]


@cache
def patterns(language: str) -> Patterns:
    """The attribution patterns of a language."""
    words, layout = part(language, "quotes"), part(language, "layout")
    body = rf"(?P<body>[VO]\d+|@)(?: {words.OF_INSTITUTION})?"
    named = rf"(?<!\S)(?:(?P<who>P\d+|{words.PRONOUN})|{body})(?!\S)"
    who = rf"(?<!\S)(?:the |his |her |its )?(?:(?P<who>P\d+|{words.PRONOUN}|{words.LOOSE})|{body})(?!\S)"
    aside = r"(?: ,[^,]{1,120}? ,| \([^)]*\))?"
    say = words.SAY
    # between a verb of saying and a name: a title, words of a name that nobody knows, an initial
    lead = r"(?:(?:t|x|the|[b-hj-z][a-z]? ?\.?) ){0,3}"
    return Patterns(
        after=(
            re.compile(rf"^(?:[,.–—-] )?{who}{aside}(?: \w+)?(?: also| then| further| later)* {say}\b"),
            re.compile(rf"^(?:[,.–—-] )?(?:as )?{say} {lead}(?P<who>P\d+)(?!\S)"),
            re.compile(rf"^(?:[,.–—-] )?(?:as )?{say} {who}"),
            re.compile(rf"^(?:[,.–—-] )?(?:the |this )?{words.LETTER} (?:of|by|from) {named} {words.READS}\b"),
            re.compile(rf"^(?:[,.–—-] )?{named} 's {words.LETTER} {words.READS}\b"),
            re.compile(rf"^(?:[,.–—-] )?(?:\S+ ){{0,3}}?{say} (?:of |by )?{who}"),
        ),
        before=(
            re.compile(rf"^(?:.* )?{named}{aside}(?: \S+){{0,4}}? {say}(?: [^.;]{{0,90}})?(?: [,:–—-])?$"),
            re.compile(rf"{who}{aside}(?: \S+){{0,4}}? {say}(?: [^.;]{{0,90}})?(?: [,:–—-])?$"),
            re.compile(rf"{who}[^.]{{0,160}}?[ ,]{words.SAYING}(?: that)?(?: [,:])?$"),
            re.compile(rf"according to {who}(?: ,| :)?$"),
            re.compile(rf"{who}(?: \([^)]*\))? :$"),
            re.compile(rf"{who} [^.]{{0,120}}:$"),
        ),
        aside=re.compile(rf"^(?:, )?(?:(?!P\d|he |she )\S+ ){{1,12}}?{say}\b|^(?:, )?{say} (?!P\d|he\b|she\b)"),
        unmarked=(
            re.compile(
                rf"^(?P<words>.*[^ ])(?: ,| –| -) (?:as )?{words.UNMARKED} (?:the )?(?P<who>P\d+|{words.PRONOUN})(?!\S)"
                rf"(?P<rest>[^.]{{0,120}}) ?\.?$"
            ),
            re.compile(
                rf"^(?P<words>.*[^ ])(?: ,| –| -) (?:the )?(?P<who>P\d+|{words.PRONOUN}) {words.UNMARKED}"
                rf"(?P<rest>[^.]{{0,120}}) ?\.?$"
            ),
        ),
        narrative=re.compile(
            rf"(?:P\d+|G\d+|\bhe|\bshe|C\d+|\bsides|\binterlocutors|\bparties)(?: 's)?(?: ,[^,]*,)?"
            rf"(?: \w+ly| also| then| in turn)? {words.NARRATIVE}\b|^{words.IN_TURN}"
        ),
        label=re.compile(r"^[^\w(]{0,12}(?:the )?(?P<who>P\d+)(?: ?\( ?[^)]{1,40}\))? ?: "),
        turn=re.compile(rf"[^\w(]{{0,6}}{words.TURN}"),
        first_person=re.compile(layout.FIRST_PERSON),
        pronoun=re.compile(words.PRONOUN),
    )
