"""The contact rules of a language, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from extractors.languages import part


@dataclass(frozen=True)
class Rule:
    """One way in which a sentence reports a contact; `needs` are strings one of which the sentence must hold;
    `from_actor` says that a match begins with who acts."""

    id: str
    type: str
    needs: tuple[str, ...]
    source: str
    from_actor: bool = False

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The rule compiled, on first use: most articles need few of them, and all take a fifth of a second."""
        return re.compile(self.source)


@dataclass(frozen=True)
class Patterns:
    """The rules, and the words that tell how a contact stands."""

    rules: tuple[Rule, ...]
    actor: re.Pattern[str]
    cancelled: re.Pattern[str]
    postponed: re.Pattern[str]
    planned: re.Pattern[str]
    proposed: re.Pattern[str]
    ongoing: re.Pattern[str]
    negated: re.Pattern[str]
    remote: re.Pattern[str]
    video: re.Pattern[str]
    hosting: re.Pattern[str]
    chairing: re.Pattern[str]
    chairman: re.Pattern[str]
    attending: re.Pattern[str]
    listing: re.Pattern[str]
    apart: re.Pattern[str]
    sent: re.Pattern[str]
    guests: re.Pattern[str]
    accompanying: re.Pattern[str]
    alongside: re.Pattern[str]
    led: re.Pattern[str]
    besides: re.Pattern[str]
    witnessed: re.Pattern[str]
    absent: re.Pattern[str]
    member: re.Pattern[str]
    definite: re.Pattern[str]
    saying: re.Pattern[str]
    background: re.Pattern[str]
    series: re.Pattern[str]
    happening: re.Pattern[str]
    several: re.Pattern[str]
    joint: re.Pattern[str]
    visiting: re.Pattern[str]
    window: re.Pattern[str]
    hostile: re.Pattern[str]
    visit_kinds: dict[str, str]


@cache
def patterns(language: str) -> Patterns:
    """The contact patterns of a language."""
    words = part(language, "contacts")
    parts: dict[str, str] = {**words.PARTS, "LIST": words.LIST, "SIDE": words.SIDE}

    def expand(expression: str) -> str:
        for _ in range(2):
            for name, value in parts.items():
                expression = expression.replace("{" + name + "}", value)
        return expression

    rules = tuple(
        Rule(id_, type_, needs, rf"(?:(?<=^)|(?<= )){expand(expression)}(?= |$)", expression.startswith("{X}"))
        for id_, type_, needs, expression in words.RULES
    )
    return Patterns(
        rules=rules,
        # where a match that begins with who acts can begin at all: looked up once for all such rules
        actor=re.compile(rf"(?:(?<=^)|(?<= ))(?={expand(words.ACTOR)})"),
        cancelled=re.compile(words.CANCELLED),
        postponed=re.compile(words.POSTPONED),
        planned=re.compile(words.PLANNED),
        proposed=re.compile(words.PROPOSED),
        ongoing=re.compile(words.ONGOING),
        negated=re.compile(words.NEGATED),
        remote=re.compile(words.REMOTE),
        video=re.compile(words.VIDEO),
        hosting=re.compile(words.HOSTING),
        chairing=re.compile(words.CHAIRING),
        chairman=re.compile(words.CHAIRMAN),
        attending=re.compile(words.ATTENDING),
        listing=re.compile(words.LISTING),
        apart=re.compile(words.APART),
        sent=re.compile(words.SENT),
        guests=re.compile(words.GUESTS),
        accompanying=re.compile(words.ACCOMPANYING),
        alongside=re.compile(words.ALONGSIDE),
        led=re.compile(words.LED),
        besides=re.compile(words.BESIDES),
        witnessed=re.compile(expand(words.WITNESSED)),
        absent=re.compile(words.ABSENT),
        member=re.compile(words.MEMBER),
        definite=re.compile(words.DEFINITE),
        saying=re.compile(words.SAYING),
        background=re.compile(words.BACKGROUND),
        series=re.compile(words.SERIES),
        happening=re.compile(words.HAPPENING),
        several=re.compile(words.SEVERAL),
        joint=re.compile(words.JOINT),
        visiting=re.compile(words.VISITING),
        window=re.compile(words.WINDOW),
        hostile=re.compile(words.HOSTILE),
        visit_kinds=words.VISIT_KINDS,
    )
