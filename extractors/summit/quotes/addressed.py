"""Speeches printed whole without a head: the heading or the byline above them names the speaker."""

from __future__ import annotations

import re

from extractors.summit.quotes.patterns import Patterns
from extractors.summit.quotes.turns import Heads, closes
from extractors.summit.reading import Reading, Sentence, Speech

_LONGEST_HEADING = 420
_BYLINE = re.compile(r"P(\d+)(?: , (?:t|x|P\1)(?: \S+){0,8})?")
_MOST = 120
_SHORT = 80


def heading(found: Reading, paragraph: list[Sentence], use: Patterns) -> int | None:
    """Whose words the heading `paragraph` announces: a short paragraph that is no sentence."""
    start, end = paragraph[0].start, paragraph[-1].end
    if end - start > _LONGEST_HEADING or (found.text[end - 1] in ".!?" and not found.text[:end].endswith("...")):
        return None
    return announced(paragraph[0].code, use)


def announced(code: str, use: Patterns) -> int | None:
    """Whose words a heading with this code announces."""
    for pattern in use.heading:
        match = pattern.search(code)
        if match is not None:
            return int(match["who"][1:])
    return None


def unheaded(
    found: Reading, paragraphs: list[list[Sentence]], at: int, who: int | None, heads: Heads, use: Patterns
) -> tuple[Speech, int] | None:
    """The speech that begins with paragraph `at` under a heading of `who`, and the number of the paragraph after it.

    It begins with the mark of speech, with the first of the points announced by the paragraph before, or right under
    a heading that bears the mark or ends in a colon.
    """
    if who is None:
        return None
    text, first = found.text, paragraphs[at]
    mark = use.lone.match(text, first[0].start, first[-1].end)
    if mark is not None and heading(found, first, use) is None:
        start = mark.end()
    elif at and (_listed(text, paragraphs[at - 1], use) or _opened(found, paragraphs[at - 1], first, use)):
        start = first[0].start
    else:
        return None
    return _running(found, paragraphs, at, Speech(start, first[-1].end, who, rule="quote.heading"), heads, use)


def bylined(
    found: Reading, paragraphs: list[list[Sentence]], heads: Heads, use: Patterns
) -> tuple[Speech, int, int] | None:
    """A speech under a byline, where the title says that it is one and nobody else speaks: with the numbers of its
    first paragraph and of the one after it."""
    title = next((s for s in found.sentences if s.is_title), None)
    if title is None or not use.spoken.search(found.text, title.start, title.end):
        return None
    if any(heads(paragraph) is not None for paragraph in paragraphs):
        return None
    who: int | None = None
    for at, paragraph in enumerate(paragraphs[:8]):
        line = _BYLINE.fullmatch(paragraph[0].code) if len(paragraph) == 1 else None
        if line is not None:
            who = who if who is not None else int(line[1])
        elif paragraph[-1].end - paragraph[0].start > _SHORT:
            who = who if who is not None else announced(title.code, use)
            if who is None or not use.first_person.search(found.text, paragraph[0].start, paragraph[-1].end):
                return None
            speech = Speech(paragraph[0].start, paragraph[-1].end, who, rule="quote.heading")
            whole, after = _running(found, paragraphs, at, speech, heads, use)
            return whole, at, after
    return None


def _listed(text: str, before: list[Sentence], use: Patterns) -> bool:
    return use.points.fullmatch(text, before[0].start, before[-1].end) is not None


def _opened(found: Reading, before: list[Sentence], first: list[Sentence], use: Patterns) -> bool:
    start, end = before[0].start, before[-1].end
    marked = use.lone.match(found.text, start, end) is not None or found.text[end - 1] == ":"
    return (
        marked
        and heading(found, before, use) is not None
        and use.first_person.search(found.text, first[0].start, first[-1].end) is not None
    )


def _running(
    found: Reading, paragraphs: list[list[Sentence]], at: int, speech: Speech, heads: Heads, use: Patterns
) -> tuple[Speech, int]:
    """`speech` with the paragraphs after `at` that belong to it."""
    after = at + 1
    while after < len(paragraphs) and after - at < _MOST:
        paragraph = paragraphs[after]
        if heads(paragraph) is not None or closes(found, paragraph, speech.end, use):
            break
        speech.end = paragraph[-1].end
        after += 1
    return speech, after
