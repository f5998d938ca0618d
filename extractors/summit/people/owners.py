"""Whose office a title is."""

from __future__ import annotations

import re

from extractors.summit.reading import Reading

_SYMBOL = re.compile(r"([A-Z])(\d+)")
_ELSEWHERE = re.compile(
    r"\b(?:(?:to|at|for) (?:the )?(?:\S+ of (?:the )?)?[ACOLV]\d+|"
    r"in (?:the )?(?:\S+ of (?:the )?)?[ACLV]\d+)(?: (?:and|,) [CO]\d+)*"
)


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
