"""Names of larger events, over `sentence.code` after the people pipe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """`named`: 'the 47th O1 summit'; `of`: 'the 80th session of the O1'; `group`: 'O1 foreign ministers met';
    `heads` maps a head noun to a contact type."""

    named: re.Pattern[str]
    of: re.Pattern[str]
    group: re.Pattern[str]
    heads: dict[str, str]
    parent: re.Pattern[str]
    not_parent: frozenset[str]


@cache
def patterns(language: str) -> Patterns:
    """The event patterns of a language."""
    events = part(language, "events")
    heads = "|".join(re.escape(head) for head in sorted(events.HEADS, key=len, reverse=True))
    subject = rf"(?:[OCAEG]\d+(?: 's)?|\( [OE]\d+ \)|'|'s|x|-|–|—|\+|\+1|&|and|{events.NAMING})"
    return Patterns(
        named=re.compile(
            rf"(?:the )?(?:(?P<ord>{events.ORDINAL}) )?(?P<body>(?:{subject} ){{1,7}}?)"
            rf"(?P<head>{heads})(?: of (?:the )?(?:{events.BODY} )*(?P<of>[OE]\d+)"
            rf"|(?: of (?:the )?(?:{subject} ){{1,5}}(?:forum|partnership|conference|summit)))?(?= |$)"
        ),
        of=re.compile(
            rf"(?:the )?(?:(?P<ord>{events.ORDINAL}) )?(?:(?:{events.NAMING}|x) )*(?P<head>{heads}) of "
            rf"(?:the )?"
            rf"(?P<body>(?:(?:{events.BODY}|x|G\d+) ){{0,9}}?(?P<of>[OE]\d+)(?: \( [OE]\d+ \))?(?: council "
            rf"of (?:the )?G\d+(?: of \w+)?)?"
            rf"|council of (?:the )?(?:heads|G\d+) of \w+|(?:the )?G\d+ of (?:the )?central asian?(?: states| "
            rf"countries)?)"
        ),
        group=re.compile(
            rf"(?:the )?(?P<body>O\d+ G\d+|(?:council of (?:the )?)?G\d+(?: of government)? of (?:the "
            rf")?O\d+(?: \( O\d+ \))?)(?P<head>)"
            rf"(?= (?:\S+ ){{0,2}}(?:{events.CONVENE})\b)"
        ),
        heads=events.HEADS,
        parent=re.compile(
            rf"(?P<how>{events.PARENT}) (?:(?:the|a|an|this|next|upcoming|forthcoming|recent|annual) )*"
            r"(?P<event>E\d+)"
        ),
        not_parent=events.NOT_PARENT,
    )
