"""Where a speaker stands beside a passage of speech, over units after the people pipe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """`after` and `before` look at the units beside a marked passage; the others at passages without marks.

    `aside` finds a verb of saying after a passage, whoever its subject. Over text: `asked`, `answered`, `polite` and
    `caps` head turns of a transcript, `nobody`, `official`, `honorific`, `offices_before`, `bare_office` and `offices`
    say of a head in capitals whose it is, `closing` matches a paragraph that ends a turn, `lone` one that is marked as
    speech without a name, `points` a line after which points of a speech are listed. `heading` (over units) names whose
    words follow it, `spoken` (over text) the title of a page that prints such words under a byline.
    """

    after: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]
    reporting: re.Pattern[str]
    aside: re.Pattern[str]
    unmarked: tuple[re.Pattern[str], ...]
    opened: re.Pattern[str]
    reported: re.Pattern[str]
    narrative: re.Pattern[str]
    label: re.Pattern[str]
    asked: re.Pattern[str]
    answered: re.Pattern[str]
    polite: re.Pattern[str]
    caps: re.Pattern[str]
    nobody: re.Pattern[str]
    official: re.Pattern[str]
    honorific: re.Pattern[str]
    offices_before: re.Pattern[str]
    bare_office: re.Pattern[str]
    offices: dict[str, str]
    closing: re.Pattern[str]
    lone: re.Pattern[str]
    points: re.Pattern[str]
    heading: tuple[re.Pattern[str], ...]
    spoken: re.Pattern[str]
    first_person: re.Pattern[str]
    pronoun: re.Pattern[str]
    oblique: re.Pattern[str]
    unnamed: re.Pattern[str]
    media: frozenset[str]
    private: re.Pattern[str]
    in_office: re.Pattern[str]
    apposition: re.Pattern[str]


@cache
def patterns(language: str) -> Patterns:
    """The attribution patterns of a language."""
    words, layout = part(language, "quotes"), part(language, "layout")
    body = rf"(?P<body>[VO]\d+|@)(?: {words.OF_INSTITUTION})?"
    named = rf"(?<!\S)(?:(?:{words.MISTER}\.? )?(?P<who>P\d+(?! {words.OF_HIS}\b)|{words.PRONOUN})|{body})(?!\S)"
    mister = rf"(?:{words.MISTER}\.? )?"
    who = rf"(?<!\S)(?:the |his |her |its )?{mister}(?:(?P<who>P\d+|{words.PRONOUN}|{words.LOOSE})|{body})(?!\S)"
    aside = r"(?: ,[^,]{1,120}? ,| \([^)]*\))?"
    # 'the agency quoted N as saying'
    quoted = rf"(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)) (?:\S+ ){{0,3}}?{named}(?: [^.]{{0,80}})? {words.AS_SAYING}"
    say, closing = words.SAY, rf"(?:{words.SAY}|{words.SAY_AFTER})"
    # between a verb of saying and a name: a title, words of a name that nobody knows, an initial
    lead = r"(?:(?:t|x|the|[b-hj-z][a-z]? ?\.?) ){0,3}"
    return Patterns(
        after=(
            re.compile(rf"^(?:[,.–—-] )?{who}{aside}(?: \w+)?(?: also| then| further| later)* {closing}\b"),
            re.compile(rf"^(?:[,.–—-] )?{who}{aside} {words.QUOTED}\b"),
            re.compile(rf"^(?:[,.–—-] )?(?:\S+ ){{1,6}}?{quoted}\b"),
            re.compile(
                rf"^(?:[,.–—-] )?(?:as )?{say} P\d+ (?:'s|’s|’|') (?:[^\s,]+ ){{0,5}}(?:, )?(?P<who>P\d+)(?!\S)"
            ),
            re.compile(rf"^(?:[,.–—-] )?(?:as )?{closing} {lead}(?P<who>P\d+)(?! (?:'s|’s|’|') |\S)"),
            re.compile(rf"^(?:[,.–—-] )?according to {who}"),
            re.compile(rf"^(?:[,.–—-] )?(?:as )?{say} {who}"),
            re.compile(rf"^(?:[,.–—-] )?(?:the |this )?{words.LETTER} (?:of|by|from) {named} {words.READS}\b"),
            re.compile(rf"^(?:[,.–—-] )?{named} 's {words.LETTER} {words.READS}\b"),
            re.compile(rf"^(?:[,.–—-] )?(?:\S+ ){{0,3}}?{say} (?:of |by )?{who}"),
        ),
        before=(
            re.compile(rf"{quoted}(?: [^.;]{{0,60}})?(?: [,:])?$"),
            re.compile(rf"^(?:.* )?{named}{aside}(?: \S+){{0,4}}? {say}(?: [^.;]{{0,90}})?(?: [,:–—-])?$"),
            re.compile(rf"{who}{aside}(?: \S+){{0,4}}? {say}(?: [^.;]{{0,90}})?(?: [,:–—-])?$"),
            re.compile(rf"{who}[^.]{{0,160}}?[ ,]{words.SAYING}(?: that)?(?: [,:])?$"),
            re.compile(rf"(?:according to|in the words of) {who}(?: ,| :)?$"),
            re.compile(rf"\bas {who} (?:put|puts|has put|described|describes) (?:it|this|that)(?: ,| :)?$"),
            re.compile(rf"{who}{aside}(?: \w+ly| also| then| has| had)* {words.CALL}\b(?: [^.;,]{{0,90}})?$"),
            re.compile(rf"{who}(?: \([^)]*\))? :$"),
            re.compile(rf"{who} [^.]{{0,120}}:$"),
        ),
        reporting=re.compile(rf"^P\d+(?: also| then| later)? {words.SAY}(?: that)? (?:he|she|P\d+)\b(?![^,]*,)"),
        aside=re.compile(rf"^(?:, )?(?:(?!P\d|he |she )\S+ ){{1,12}}?{say}\b|^(?:, )?{say} (?!P\d|he\b|she\b)"),
        unmarked=(
            re.compile(
                rf"^(?P<words>.*[^ ])(?: ,| –| -) (?:as )?{words.UNMARKED} (?:the )?(?P<who>P\d+|{words.PRONOUN})(?!\S)"
                rf"(?P<rest>[^.]{{0,120}}) ?\.?$"
            ),
            re.compile(
                rf"^(?P<words>.*[^ ])(?: ,| –| -) (?:the )?(?P<who>P\d+|{words.PRONOUN}) {words.UNMARKED}"
                rf"(?P<rest>(?: {words.REST}[^.]{{0,120}})?) ?\.?$"
            ),
            re.compile(rf"^(?P<words>.*[^ ]) , as {named} (?:put|puts|has put) it ?\.?$"),
        ),
        opened=re.compile(rf"^(?:[^:.]{{0,120}} )?{named}{aside}(?: [^\s:.]+){{0,12}}? {say}(?: [^:.]{{0,60}})? : "),
        reported=re.compile(rf"^(?:.{{0,160}}[ ,])?{named}{aside}(?: \w+){{0,3}}? {say}\b"),
        narrative=re.compile(
            rf"(?:P\d+|G\d+|\bhe|\bshe|C\d+|\bsides|\binterlocutors|\bparties)(?: 's)?(?: ,[^,]*,)?"
            rf"(?: \w+ly| also| then| in turn)? {words.NARRATIVE}\b|^{words.IN_TURN}"
        ),
        label=re.compile(r"^[^\w(]{0,12}(?:the )?(?P<who>P\d+)(?: ?\( ?[^)]{1,40}\))? ?: "),
        asked=re.compile(words.ASKED),
        answered=re.compile(words.ANSWERED),
        polite=re.compile(
            rf"[^\w(\n]{{0,6}}(?P<head>(?:{words.POLITE})\.? [A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){{0,3}})"
            r"(?: ?\([^()\n]{1,60}\))? ?:(?=\s)"
        ),
        caps=re.compile(
            r"[^\w(\n]{0,12}(?P<head>[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*(?:,? [A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*){0,8})"
            r"(?: ?\([^()\n]{1,60}\))? ?:(?=\s)"
        ),
        nobody=re.compile(rf"\b(?:{words.NOBODY})\b"),
        official=re.compile(rf"\b(?:{words.OFFICIAL})\b"),
        honorific=re.compile(rf"^(?:{words.HONORIFIC})\.? "),
        offices_before=re.compile(
            rf"^(?:(?:THE|HIS|HER|YOUR|ROYAL|PRIME|VICE|FOREIGN|DEFEN[CS]E|SECURITY|ASSISTANT|UNDER|ACTING|RANKING|STATE|"
            rf"EXTERNAL|AFFAIRS|CROWN|{words.OFFICIAL})(?:[,/] ?|\.? ))+(?=[A-ZÀ-Þ])(?!(?:ONE|TWO|THREE|FOUR)\b)"
        ),
        bare_office=re.compile(rf"(?:THE )?(?P<office>{'|'.join(words.OFFICES)})"),
        offices=words.OFFICES,
        closing=re.compile(words.CLOSING),
        lone=re.compile(words.LONE),
        points=re.compile(words.POINTS, re.IGNORECASE),
        heading=tuple(re.compile(pattern) for pattern in words.HEADING),
        spoken=re.compile(words.SPOKEN, re.IGNORECASE),
        first_person=re.compile(layout.FIRST_PERSON),
        pronoun=re.compile(words.PRONOUN),
        oblique=re.compile(words.OBLIQUE),
        unnamed=re.compile(words.UNNAMED),
        media=words.MEDIA,
        private=re.compile(words.PRIVATE),
        in_office=re.compile(words.IN_OFFICE, re.IGNORECASE),
        apposition=re.compile(words.APPOSITION),
    )
