"""Whose office a title is."""

from __future__ import annotations

import re

from extractors.languages import part
from extractors.lexicon.offices import Tenure
from extractors.summit.reading import Entity, Reading

_SYMBOL = re.compile(r"([A-Z])(\d+)")
_ELSEWHERE = re.compile(
    r"\b(?:(?:to|at|for) (?:the )?(?:\S+ of (?:the )?)?[ACOLV]\d+|"
    r"in (?:the )?(?:\S+ of (?:the )?)?[ACLV]\d+)(?: (?:and|,) [CO]\d+)*"
)
_CLAUSE = 4
"""Units that a clause about a state has at least."""


def owner(found: Reading, code: str) -> tuple[str | None, str | None]:
    """Country and body of the first symbol in `code` that says whose office it is ('to Kazakhstan' does not)."""
    code = _ELSEWHERE.sub("", code)
    for kind, number in _SYMBOL.findall(code):
        if kind in "AC":
            return found.countries[int(number)], None
        if kind == "O":
            return None, found.organizations[int(number)]
        if kind in "LV" and found.sites[int(number)].country:
            return found.sites[int(number)].country, None
    return None, None


def told_for(found: Reading, entity: Entity) -> str | None:
    """The state of which a minister is the voice: that which alone has such an office; in a report at home nowhere, 'C
    will send more soldiers, Defence Minister N said'."""
    only: dict[str, str] = part(found.language, "titles").ONLY_AT
    for word, state in only.items():
        if word in (entity.title or "").lower():
            return state
    if found.home is not None or not entity.mentions:
        return None
    start = min(entity.mentions)[0]
    sentence = found.sentence_at(start)
    if sentence is None or sentence.is_title:
        return None
    before = [unit for unit in sentence.units if unit.end <= start]
    while before and (before[-1].kind == "T" or before[-1].symbol in ("its", "the", "new")):
        before.pop()
    opening = [unit for unit in before if unit.symbol not in ("the", '"', "“")][:2]
    if len(before) < _CLAUSE or opening[0].kind != "C" or before[-1].symbol != ",":
        return None
    if opening[1].symbol in ("and", ",", "'s", "’s", "&", "-", "–"):
        return None
    return found.countries[opening[0].ref]


def set_side(entity: Entity, office: Tenure) -> None:
    """Makes `entity` stand for the state or body whose office it is."""
    # AU is Australia, unless the office is that of the African Union
    body = office.role == "io_head" if office.holder_of == "AU" else office.holder_of in ("UN", "EU", "WB")
    if len(office.holder_of) == 2 and not body:
        entity.country = office.holder_of
    else:
        entity.organization = office.holder_of
