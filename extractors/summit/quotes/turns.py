"""Transcripts: turns of speech under the names of their speakers, one paragraph long or many."""

from __future__ import annotations

import re

from extractors.summit.quotes.patterns import Patterns
from extractors.summit.reading import Reading, Sentence, Speech

_HASHTAGS = re.compile(r"(?:#\w+\s*)+")
_LETTER = re.compile(r"[^\W\d_]")
_MOST = 80


def turn(found: Reading, paragraphs: list[list[Sentence]], at: int, use: Patterns) -> tuple[Speech, int] | None:
    """The turn that paragraph `at` begins and the number of the paragraph after it; None where it begins none.

    A turn runs on until the next label, a line without letters, a line of hashtags, or a paragraph that tells of
    persons rather than speaks as one: what follows a break in a transcript is narrative again.
    """
    match = use.label.match(paragraphs[at][0].code + " ")
    if match is None:
        return None
    first = paragraphs[at][0]
    unit = first.units[first.unit_at(match.end() - 2)]
    start, end, after = unit.end, paragraphs[at][-1].end, at + 1
    while after < len(paragraphs) and after - at < _MOST and not _closes(found, paragraphs[after], end, use):
        end = paragraphs[after][-1].end
        after += 1
    return Speech(start, end, int(match["who"][1:]), rule="quote.transcript"), after


def _closes(found: Reading, paragraph: list[Sentence], end: int, use: Patterns) -> bool:
    text, start, stop = found.text, paragraph[0].start, paragraph[-1].end
    if not _LETTER.search(text, start, stop) or _HASHTAGS.fullmatch(text, start, stop):
        return True
    # a line that layout left out (photo, link) stands between
    if _LETTER.search(text, end, start):
        return True
    if use.label.match(paragraph[0].code + " ") or use.turn.match(text, start, stop):
        return True
    return not use.first_person.search(text, start, stop) and bool(use.narrative.search(paragraph[0].code))
