"""Names of larger events, over `sentence.code` after the people pipe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """`named`: 'the 47th O1 summit'; `of`: 'the 80th session of the O1'; `group`: 'O1 foreign ministers met';
    `council`: 'an emergency meeting of the UN Security Council'; `heads` maps a head noun to a contact type."""

    named: re.Pattern[str]
    of: re.Pattern[str]
    group: re.Pattern[str]
    assembled: re.Pattern[str]
    council: re.Pattern[str]
    councils: tuple[str, ...]
    sitting: re.Pattern[str]
    heads: dict[str, str]
    parent: re.Pattern[str]
    not_parent: frozenset[str]
    gatherings: frozenset[str]


@cache
def patterns(language: str) -> Patterns:
    """The event patterns of a language."""
    events = part(language, "events")
    heads = "|".join(re.escape(head) for head in sorted(events.HEADS, key=len, reverse=True))
    # "ministerial conference" ends in the noun that comes last
    nouns = "conference|meeting|meetings|council|summit|forum|session|dialogue|assembly|week"
    subject = rf"(?:[OCAEG]\d+(?: 's)?|\( [OE]\d+ \)|'|'s|x|-|–|—|\+|\+1|&|and|{events.NAMING})"
    body = r"(?:\S+-(?:nation|member|state|country) |\d+ - (?:nation|member|state|country) )?O\d+(?: \( [OE]\d+ \))?"
    ministers = (
        rf"(?:{body}(?: 's)?(?: member)? (?:{events.FIELD} ){{0,4}}G\d+(?: and (?:\w+ ){{0,2}}(?:governors|bankers))?"
        rf"|(?:{events.FIELD} ){{0,4}}G\d+(?: and (?:\w+ ){{0,3}}(?:governors|bankers))? (?:of|from) (?:the )?{body}"
        r"(?: (?:states|countries|nations|members))?)"
    )
    return Patterns(
        assembled=re.compile(
            rf"(?:the )?(?P<body>(?:(?:joint|regular|special|informal|emergency|monthly) )?(?:\S+-(?:day|hour) )?"
            rf"{events.ASSEMBLY} (?:(?:here|in [CL]\d+|D\d+) )?(?:of|by|between|among) (?:the )?{ministers}"
            rf"|{ministers} (?:' )?{events.ASSEMBLY}(?= )|{ministers}(?= (?:\S+ ){{0,2}}?(?:{events.IN_SESSION})\b)"
            rf"|{ministers}(?=(?: [^\s.;]+){{1,24}}? at (?:a|an|the|their|this) (?:\S+ "
            rf"){{0,3}}?{events.ASSEMBLY}\b))(?P<head>)"
        ),
        council=re.compile(events.COUNCIL),
        councils=events.COUNCILS,
        sitting=re.compile(events.SITTING_BODY),
        named=re.compile(
            rf"(?:the )?(?:(?P<ord>{events.ORDINAL}) )?(?:L\d+ (?=international |world |global "
            rf"))?(?P<body>(?:{subject} ){{1,7}}?)"
            rf"(?P<head>{heads})(?! (?:{nouns})\b)(?: of (?:the )?(?:{events.BODY} )*(?P<of>[OE]\d+)"
            rf"|(?: of (?:the )?(?:{subject} ){{1,5}}(?:forum|partnership|conference|summit)))?(?= |$)"
        ),
        of=re.compile(
            rf"(?:the )?(?:(?P<ord>{events.ORDINAL}) )?(?:(?:{events.NAMING}|x|G\d+(?: 's?)?) "
            rf"){{0,6}}(?P<head>{heads}) of "
            rf"(?:the )?"
            rf"(?P<body>(?:(?:{events.BODY}|x|G\d+) ){{0,9}}?(?P<of>[OE]\d+)(?: \( [OE]\d+ \))?(?: council "
            rf"of (?:the )?G\d+(?: of \w+)?)?"
            rf"|council of (?:the )?(?:heads|G\d+) of \w+|(?:the )?G\d+ of (?:the )?central asian?(?: states| "
            rf"countries)?)"
        ),
        group=re.compile(
            rf"(?:the )?(?P<body>O\d+ (?:council of (?:the )?)?G\d+|(?:council of (?:the )?)?G\d+(?: of government)? "
            rf"of (?:the "
            rf")?O\d+(?: \( O\d+ \))?)(?P<head>)"
            rf"(?= (?:\S+ ){{0,2}}(?:{events.CONVENE})\b)"
        ),
        heads=events.HEADS,
        parent=re.compile(
            rf"(?P<how>{events.PARENT}) (?:(?:the|a|an|this|next|last|upcoming|forthcoming|"
            rf"recent|annual|plenary|ongoing|current|regular|informal|virtual|'s|D\d+|{events.ORDINAL}) ){{0,5}}"
            r"(?P<event>E\d+)"
        ),
        not_parent=events.NOT_PARENT,
        gatherings=events.GATHERINGS,
    )
