"""Direct speech that is printed without marks: first-person sentences closed by 'said N' or opened by 'N said:'."""

from __future__ import annotations

import re

from extractors.summit.quotes.attribution import told_of, trimmed
from extractors.summit.quotes.patterns import Patterns
from extractors.summit.reading import Sentence, Speech


def unmarked(text: str, sentences: list[Sentence], last: int | None, use: Patterns) -> list[Speech]:
    """The passages of speech in a paragraph without marks; `last` is whom 'he' means at its start."""
    made: list[Speech] = []
    free = 0
    for number in range(len(sentences)):
        if number < free:
            continue
        speech = _closed(text, sentences, number, free, last, use)
        if speech is not None:
            made.append(speech)
            free = number + 1
            continue
        opened = _opened(text, sentences, number, last, use)
        if opened is not None:
            speech, free = opened
            made.append(speech)
    return made


def _closed(
    text: str, sentences: list[Sentence], number: int, free: int, last: int | None, use: Patterns
) -> Speech | None:
    """The passage that the attribution at the end of sentence `number` closes; `free` is where it may begin first."""
    closing = sentences[number]
    for pattern in use.unmarked:
        match = pattern.match(closing.code)
        if match is None:
            continue
        speaker = _speaker(match["who"], sentences, closing, last, use)
        if speaker is None:
            return None
        run = number
        while run > free and not _told(text, sentences[run - 1], use):
            run -= 1
        end = closing.units[closing.unit_at(match.end("words") - 1)].end
        if run == 0 and 0 < number == len(sentences) - 1:
            # in a paragraph of its own that somebody closes, every sentence is his; a single one may be a report
            return Speech(*trimmed(text, sentences[0].start, end), speaker, rule="quote.unmarked")
        start = sentences[run].start
        if not use.first_person.search(text, start, end):
            return None
        return Speech(*trimmed(text, start, end), speaker, rule="quote.unmarked")
    return None


def _opened(
    text: str, sentences: list[Sentence], number: int, last: int | None, use: Patterns
) -> tuple[Speech, int] | None:
    """The passage that 'N said:' in sentence `number` opens, and the number of the sentence after it."""
    head = sentences[number]
    match = use.opened.match(head.code)
    if match is None or match.end() >= len(head.code):
        return None
    speaker = _speaker(match["who"], sentences, head, last, use)
    start = head.units[head.unit_at(match.end())].start
    if speaker is None or not use.first_person.search(text, start, head.end):
        return None
    after = number + 1
    while after < len(sentences) and use.first_person.search(text, sentences[after].start, sentences[after].end):
        after += 1
    return Speech(*trimmed(text, start, sentences[after - 1].end), speaker, rule="quote.unmarked"), after


def _told(text: str, sentence: Sentence, use: Patterns) -> bool:
    """Whether a sentence reports what persons did rather than speaks as one of them."""
    if use.first_person.search(text, sentence.start, sentence.end):
        return False
    return any(unit.kind in ("P", "G") for unit in sentence.units) or bool(use.narrative.search(sentence.code))


def _speaker(
    who: str | None, sentences: list[Sentence], closing: Sentence, last: int | None, use: Patterns
) -> int | None:
    if who is None:
        # an institution
        return None
    if re.fullmatch(r"P\d+", who):
        return int(who[1:])
    return told_of(sentences, closing.start, last, use) if use.pronoun.fullmatch(who) else None
