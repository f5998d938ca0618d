"""Whether an article can report a diplomatic contact at all: one cheap look before the pipes."""

from __future__ import annotations

import re

_TRIGGER = re.compile(
    r"\b(?:met|meets?|meeting|talks?|talked|negotiat|summit|visit|call(?:ed)? |phone|spoke|speak|received?|host|welcom|"
    r"conversation|conference|forum|session|sign|treaty|trip|travel|arriv|letter|telegram|congratulat|condolence|"
    r"convers|told|tells|chair|agree|pledg|vow|telephon|inform|be in|wish|exchang|reaffirm|gather|conven|"
    r"consult|dialogue|delegation|attend|invit|discuss|assembly|ceremony|confer|trilateral|bilateral)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:president|minister|premier|chancellor|secretary|king|queen|emir|ambassador|envoy|leaders?|head of|heads of|"
    r"speaker|"
    r"delegat\w+|representative|official|sultan|prince|pope|commissioner|diplomat|foreign|government|UN|EU|NATO|"
    r"advis[eo]r|security|council|union|counsel|coordinator|commission|putin|trump|biden|xi|kremlin|white house|"
    r"countries|states|ministry|joint statement|nations|counterpart|chief|chairman|governor)",
    re.IGNORECASE,
)


def may_report(title: str | None, text: str) -> bool:
    """False only where no contact can be found: no word of a contact, or none of an office or state."""
    head = f"{title or ''}\n{text}"
    return _TRIGGER.search(head) is not None and _OFFICE.search(head) is not None
