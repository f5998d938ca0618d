"""Transcripts: turns of speech under the names of their speakers, one paragraph long or many.

A turn that puts a question or runs the meeting ('Q', 'MODERATOR:') is speech of nobody: it hides what is asked from
the rules of contacts and is no statement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.lexicon import names, world
from extractors.summit.people.registry import Register
from extractors.summit.quotes.patterns import Patterns
from extractors.summit.reading import Reading, Sentence, Speech

_HASHTAGS = re.compile(r"(?:#\w+\s*)+")
_LETTER = re.compile(r"[^\W\d_]")
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\W*")
"""A paragraph of nothing but a stage direction."""
_BARRED = re.compile(r"[^\w\s(“\"‘'«]")
_LEFT_OUT = re.compile(r"[\s<>\[\](){}.…]+")
"""A paragraph that says only that words were left out."""
_MOST = 120


@dataclass(slots=True)
class Head:
    """What a paragraph says before its colon: who speaks from character `start` on, and whether it is a statement.

    `sure` heads (in capitals, after a mark, a question) begin turns that run to the next head; the others stand in
    prose and end where it tells of persons again.
    """

    start: int
    speaker: int | None = None
    label: str | None = None
    counts: bool = True
    sure: bool = True


class Heads:
    """Finds the heads of turns in one article. `orator` is who answers where a head says only 'Answer:'."""

    def __init__(self, found: Reading, paragraphs: list[list[Sentence]], use: Patterns) -> None:
        self.found, self.use = found, use
        self.orator: int | None = None
        self.several = (
            sum(
                use.caps.match(found.text, paragraph[0].start) is not None or self._named(paragraph[0]) is not None
                for paragraph in paragraphs
            )
            > 1
        )

    def __call__(self, paragraph: list[Sentence]) -> Head | None:
        """The head of `paragraph`, None where it has none."""
        first, use, text = paragraph[0], self.use, self.found.text
        asked = use.asked.match(text, first.start)
        if asked is not None:
            return Head(asked.end(), counts=False)
        answered = use.answered.match(text, first.start)
        if answered is not None and self.orator is not None:
            return Head(answered.end(), self.orator)
        polite = use.polite.match(text, first.start)
        if polite is not None and (key := self._bearer(polite["head"].upper())) is not None:
            return Head(polite.end(), key)
        caps = use.caps.match(text, first.start)
        if caps is not None:
            return self._shouted(first, caps)
        named = self._named(first)
        if named is None:
            return None
        unit = first.units[first.unit_at(named.end() - 2)]
        marked = _BARRED.match(text, first.start) is not None
        return Head(unit.end, int(named["who"][1:]), sure=marked or self.several)

    def _named(self, first: Sentence) -> re.Match[str] | None:
        return self.use.label.match(first.code + " ")

    def _shouted(self, first: Sentence, caps: re.Match[str]) -> Head | None:
        """'PRESIDENT RAMOS:', 'MR. OKEKE:', 'THE PRESIDENT:'."""
        use, words = self.use, caps["head"]
        if use.nobody.search(words):
            return Head(caps.end(), counts=False)
        key = self._bearer(words)
        if key is not None:
            return Head(caps.end(), key)
        bare = use.bare_office.fullmatch(words)
        if bare is not None:
            return self._holder(use.offices[bare["office"]], caps.end())
        named = self._named(first)
        if named is not None:
            return Head(caps.end(), int(named["who"][1:]))
        if world.cities().get(words.title()) is not None:
            # "NEW DELHI: ..." is a dateline
            return None
        if use.official.search(words) or (self.several and " " in words):
            return Head(caps.end(), label=self._called(words))
        return None

    def _called(self, words: str) -> str:
        """How to name who is known by a head alone: the register's name for the surname, else the surname."""
        surname = self.use.honorific.sub("", self.use.offices_before.sub("", words)).strip(" ,") or words
        if surname != words:
            near = frozenset([*self.found.countries, *self.found.organizations, self.found.home or ""])
            who = Register(self.found.today).identify(names.tokens(surname), None, None, near)
            if who is not None:
                return who.person.name
        return surname.title()

    def _bearer(self, words: str) -> int | None:
        """The person whose name ends the head: most parts in common, then the fullest name, then the first named."""
        parts = names.tokens(self.use.honorific.sub("", words))
        best: tuple[int, int, int] | None = None
        for entity in self.found.entities:
            if entity.name is None or not entity.parts or entity.name.isupper():
                continue
            shared = 0
            for part in reversed(parts):
                if part not in entity.parts:
                    break
                shared += 1
            if shared and (best is None or (shared, len(entity.parts)) > best[:2]):
                best = (shared, len(entity.parts), entity.key)
        return best[2] if best is not None else None

    def _holder(self, role: str, start: int) -> Head:
        """'THE PRESIDENT:' on a government's own page is its own."""
        home = self.found.home
        named = [e for e in self.found.entities if e.name is not None and e.role == role and e.country == home]
        if named:
            return Head(start, min(named, key=lambda e: min(e.mentions, default=(10**9, 0))).key)
        held = Register(self.found.today).holder(home, role) if home else None
        return Head(start, label=held.person.name, counts=True) if held else Head(start, counts=False)


def turn(
    found: Reading, paragraphs: list[list[Sentence]], at: int, heads: Heads, use: Patterns
) -> tuple[Speech, int] | None:
    """The turn that paragraph `at` begins and the number of the paragraph after it; None where it begins none.

    A turn runs on until the next head, an hour, a line without letters, a line of hashtags, or a paragraph that tells
    of persons rather than speaks as one.
    """
    head = heads(paragraphs[at])
    if head is None or (head.start >= paragraphs[at][-1].end and not _goes_on(found, paragraphs, at, heads, use)):
        return None
    end, after = paragraphs[at][-1].end, at + 1
    seen = end
    while after < len(paragraphs) and after - at < _MOST:
        paragraph = paragraphs[after]
        if heads(paragraph) is not None or closes(found, paragraph, seen, use):
            break
        if end < seen and _cut(found, paragraphs[after - 1], paragraph, use):
            break
        if _tells(found, paragraph, head, use):
            break
        start, seen = paragraph[0].start, paragraph[-1].end
        if not (_ASIDE.fullmatch(found.text, start, seen) or _LEFT_OUT.fullmatch(found.text, start, seen)):
            end = seen
        after += 1
    rule = "quote.transcript" if head.counts else "quote.asked"
    speech = Speech(min(head.start, end - 1), end, head.speaker, head.label, rule)
    return speech, after


def _goes_on(found: Reading, paragraphs: list[list[Sentence]], at: int, heads: Heads, use: Patterns) -> bool:
    """Whether a head that stands alone has words under it."""
    if at + 1 >= len(paragraphs):
        return False
    following = paragraphs[at + 1]
    return heads(following) is None and not closes(found, following, paragraphs[at][-1].end, use)


def closes(found: Reading, paragraph: list[Sentence], end: int, use: Patterns) -> bool:
    """Whether `paragraph` is no speech, whoever spoke before it up to `end`."""
    text, start, stop = found.text, paragraph[0].start, paragraph[-1].end
    if _LEFT_OUT.fullmatch(text, start, stop):
        return False
    if not _LETTER.search(text, start, stop) or _HASHTAGS.fullmatch(text, start, stop):
        return True
    # a line that layout left out (photo, link) stands between
    if _LETTER.search(text, end, start):
        return True
    return use.closing.match(text, start, stop) is not None


def _cut(found: Reading, before: list[Sentence], paragraph: list[Sentence], use: Patterns) -> bool:
    """Whether words were left out and what follows does not speak: '<…>' may end a transcript or shorten it."""
    text = found.text
    return (
        _LEFT_OUT.fullmatch(text, before[0].start, before[-1].end) is not None
        and use.first_person.search(text, paragraph[0].start, paragraph[-1].end) is None
    )


def _tells(found: Reading, paragraph: list[Sentence], head: Head, use: Patterns) -> bool:
    """Whether `paragraph` is the narrator's again: of persons in general, or of the speaker under a sure head."""
    start, stop = paragraph[0].start, paragraph[-1].end
    if use.first_person.search(found.text, start, stop):
        return False
    code = paragraph[0].code
    if not head.sure:
        return use.narrative.search(code) is not None
    return head.speaker is not None and re.match(rf"[^\w(]*(?:the )?P{head.speaker} ", code) is not None
