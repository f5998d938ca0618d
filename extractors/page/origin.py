"""Whose report is it? The agency or office that an article names as its source."""

from __future__ import annotations

import re

_WORD = r"[A-ZА-ЯЁӘҒҚҢӨҰҮІ«\"“][\w’'.&«»\"“”-]*"
_NAME = rf"((?:the )?{_WORD}(?: (?:of|the|for|and|{_WORD})){{0,7}})"
_PATTERNS = (
    re.compile(rf"(?:citing|with reference to|with a reference to|referring to) {_NAME}"),
    re.compile(rf"(?:learn(?:ed|t)|reports?|cites?) from {_NAME}"),
    re.compile(rf"[,–—-] {_NAME} (?:correspondent )?(?:reports|reported|informs|informed|cites)\b"),
    re.compile(rf"\b(?:reports|informs) {_NAME}"),
    re.compile(
        rf"(?:передает|передаёт|сообщает|сообщил[аи]?|информирует)(?: корреспондент)?(?: агентства| МИА)? {_NAME}"
    ),
    re.compile(rf"со ссылкой на {_NAME}"),
    # Kazakh puts the source into the dative ("Ақордаға сілтеме жасап") and the agency after the verb
    re.compile(r"([A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w«»-]*?)(?:[ -]?(?:ға|ге|қа|ке|на|не)) сілтеме жаса"),
    re.compile(rf"деп (?:хабарлайды|жазады|мәлімдейді) {_NAME[:-1]}(?: (?:агенттігі|баспасөз қызметі))?)"),
    # datelines: "SEOUL, Aug. 20 (Yonhap) --", "МОСКВА, 29 июня. /ТАСС/.", "ASTANA. KAZINFORM –"
    re.compile(r"^[^\n]{0,60}?\(([A-Z][A-Za-z]{1,20}(?: [A-Z][A-Za-z]{1,20})?)\)\s?(?:--|[-–—])"),
    re.compile(r"^[^\n]{0,60}?/([A-ZА-ЯЁ][\w-]{2,20})/"),
    re.compile(r"^[A-ZА-ЯЁӘҒҚҢӨҰҮІ -]{3,30}\. ([A-ZА-ЯЁӘҒҚҢӨҰҮІ]{3,20})(?=[ .]?\s?[-–—])"),
)
_TAIL = re.compile(r"\s+(?:of|the|for|and)$")
_FIRST_PARAGRAPHS = 3
_WINDOW = 3000  # characters


def origin_of(text: str) -> str | None:
    """The source named in the first paragraphs ("Kazinform reports citing Akorda" → "Akorda"), or None.

    `text` is the article's paragraphs joined by newlines. The source cited by the reporting agency stands before the
    agency itself, and what an agency reports "from" before who reports.
    """
    start = "\n".join(text[:_WINDOW].split("\n", _FIRST_PARAGRAPHS)[:_FIRST_PARAGRAPHS])
    for pattern in _PATTERNS:
        found = pattern.search(start)
        if found:
            name = _TAIL.sub("", found[1]).strip(" .,«»\"“”")
            return name.removeprefix("the ") or None
    return None
