"""Direct speech and its speakers: with marks, without marks (as agencies print it), and in transcripts.

Rules: `quote.after` ('"…", N said'), `quote.before` ('N said: "…"'), `quote.continued` (a second passage of the same
paragraph, or a paragraph that is all speech after one), `quote.signed` (a line with a name under the passage),
`quote.unmarked` (first person, closed by "said N"), `quote.transcript` ('N: …').

Passages are masked in `sentence.code` (symbol q), so that what somebody says does not count as reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.quotes.attribution import Said, attributed, code_of
from extractors.summit.quotes.patterns import Patterns, patterns
from extractors.summit.quotes.turns import turn
from extractors.summit.reading import Chars, Reading, Sentence, Speech, Unit, reading

_WORDS = re.compile(r"\w+(?:[-'’]\w+)*")
_FEWEST = 4
_SHORT = 6
_BESIDE = 60


class Quotes:
    """Fills `reading.speeches`."""

    def __init__(self, language: str) -> None:
        self.patterns: Patterns = patterns(language)

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        grouped: dict[int, list[Sentence]] = {}
        for sentence in found.sentences:
            if not sentence.is_title:
                grouped.setdefault(sentence.paragraph, []).append(sentence)
        paragraphs = [grouped[number] for number in sorted(grouped)]
        last: int | None = None
        spoken: Speech | None = None
        at = 0
        while at < len(paragraphs):
            sentences = paragraphs[at]
            begun = turn(found, paragraphs, at, self.patterns)
            if begun is not None:
                speech, at = begun
                speech.start, speech.end = _trim(found.text, speech.start, speech.end)
                found.speeches.append(speech)
                last, spoken = speech.speaker, None
                continue
            start, end = sentences[0].start, sentences[-1].end
            marked = [span for span in found.marked if start <= span[0] < end]
            made = (
                self._marked(found, found.text, sentences, marked, last)
                if marked
                else self._unmarked(found.text, sentences, last)
            )
            for speech in made:
                if speech.speaker is None and speech.rule == "" and at + 1 < len(paragraphs):
                    self._signed(paragraphs[at + 1], speech)
                if speech.speaker is not None:
                    last = speech.speaker
            if spoken is not None and len(made) == 1 and made[0].rule == "" and _whole(found.text, sentences, made[0]):
                made[0].speaker, made[0].label, made[0].rule = spoken.speaker, spoken.label, "quote.continued"
            spoken = made[-1] if made and made[-1].rule not in ("", "quote.unnamed") else None
            found.speeches += made
            last = self._subject(sentences, last)
            at += 1
        found.speeches = [speech for speech in found.speeches if not self._title_in_marks(found.text, speech)]
        found.speeches = [
            speech for speech in found.speeches if len(_WORDS.findall(found.text, speech.start, speech.end)) >= _FEWEST
        ]
        doc.spans["speech"] = [
            span for s in found.speeches if (span := doc.char_span(s.start, s.end, alignment_mode="expand")) is not None
        ]
        self._mask(found)
        return doc

    def _subject(self, sentences: list[Sentence], last: int | None) -> int | None:
        """Whom 'he' means next: the first person of the last sentence that names one."""
        for sentence in reversed(sentences):
            for unit in sentence.units:
                if unit.kind == "P":
                    return unit.ref
        return last

    def _marked(
        self, found: Reading, text: str, sentences: list[Sentence], marked: list[Chars], last: int | None
    ) -> list[Speech]:
        units = [unit for sentence in sentences for unit in sentence.units]
        starts = [unit.start for unit in units]
        made: list[Speech] = []
        previous: Said | None = None
        for i, (start, end) in enumerate(marked):
            inner = _trim(text, start + 1, end - 1 if text[end - 1] in '”»"' else end)
            speech = Speech(*inner)
            stop = marked[i + 1][0] if i + 1 < len(marked) else sentences[-1].end
            begin = marked[i - 1][1] if i else sentences[0].start
            at = bisect_left(starts, end)
            behind = [unit for unit in units[at : at + _BESIDE] if unit.start < stop]
            after = code_of(behind, text)
            at = bisect_left(starts, start)
            ahead = [unit for unit in units[max(0, at - _BESIDE) : at] if begin <= unit.start]
            # a full stop parts what stands before from what belongs to the quotation before it
            full = max((n for n, unit in enumerate(ahead[:-1]) if unit.symbol == "."), default=-1)
            ahead = ahead[full + 1 :]
            pronoun = self._told_of(sentences, start, previous.key if previous is not None else last)
            # a full stop inside the marks ends the sentence: what follows is no attribution
            closed = text[inner[1] - 1] == "."
            said = None if closed else attributed(self.patterns.after, after, behind, text, pronoun, self.patterns)
            rule = "quote.after"
            if said is None:
                said = attributed(self.patterns.before, code_of(ahead, text), ahead, text, pronoun, self.patterns)
                rule = "quote.before"
            if said is None and not closed and self.patterns.aside.search(after):
                said = Said()
            if said is None and previous is not None:
                said, rule = previous, "quote.continued"
            if said is not None:
                named = said.key is not None or said.label is not None
                speech.speaker, speech.label, speech.rule = said.key, said.label, rule if named else "quote.unnamed"
                previous = said
            made.append(speech)
        return made

    @staticmethod
    def _told_of(sentences: list[Sentence], start: int, fallback: int | None) -> int | None:
        """Whom 'he' beside a passage means: the first person of the last sentence before it in its paragraph."""
        for sentence in reversed(sentences):
            if sentence.start >= start:
                continue
            for unit in sentence.units:
                if unit.kind == "P" and unit.end <= start:
                    return unit.ref
        return fallback

    def _unmarked(self, text: str, sentences: list[Sentence], last: int | None) -> list[Speech]:
        closing = sentences[-1]
        for pattern in self.patterns.unmarked:
            match = pattern.match(closing.code)
            if match is None:
                continue
            who = match["who"]
            speaker = (
                int(who[1:])
                if who[0] == "P"
                else self._told_of(sentences, closing.start, last)
                if self.patterns.pronoun.fullmatch(who)
                else None
            )
            if speaker is None:
                return []
            first = len(sentences) - 1
            while first > 0 and not self.patterns.narrative.search(sentences[first - 1].code):
                first -= 1
            end = closing.units[closing.unit_at(match.end("words") - 1)].end
            if (
                self.patterns.narrative.search(match["words"])
                and first == len(sentences) - 1
                and not self.patterns.first_person.search(text, closing.start, end)
            ):
                return []
            start = sentences[first].start
            whole = len(sentences) - first > 1 and first == 0
            if not whole and not self.patterns.first_person.search(text, start, end):
                # in a paragraph of its own that somebody closes, every sentence is his; a single one may be a report
                return []
            return [Speech(*_trim(text, start, end), speaker, rule="quote.unmarked")]
        return []

    @staticmethod
    def _title_in_marks(text: str, speech: Speech) -> bool:
        """A short name in marks that no verb of saying stands beside: 'the "Plan of Action No. 3"'."""
        said = speech.rule not in ("", "quote.continued")
        words = text[speech.start : speech.end]
        return not said and len(words.split()) <= _SHORT and words[-1] not in ".!?"

    @staticmethod
    def _signed(following: list[Sentence], speech: Speech) -> None:
        units = following[0].units
        if len(following) == 1 and units and units[0].kind == "P" and len(units) <= 3:
            speech.speaker, speech.rule = units[0].ref, "quote.signed"

    @staticmethod
    def _mask(found: Reading) -> None:
        for sentence in found.sentences:
            inside = [s for s in found.speeches if s.start < sentence.end and s.end > sentence.start]
            if not inside or sentence.is_title:
                continue
            units: list[Unit] = []
            for unit in sentence.units:
                if any(s.start <= unit.start < s.end for s in inside):
                    if not units or units[-1].symbol != "q":
                        units.append(Unit("q", unit.start, unit.end))
                    else:
                        units[-1].end = unit.end
                else:
                    units.append(unit)
            sentence.units = units
            sentence.encode()


def _whole(text: str, sentences: list[Sentence], speech: Speech) -> bool:
    """Whether a passage is all that its paragraph holds."""
    return speech.start - sentences[0].start <= 2 and sentences[-1].end - speech.end <= 3


def _trim(text: str, start: int, end: int) -> Chars:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return start, max(end, start + 1)


@Language.factory("communique_quotes", assigns=["doc._.reading", "doc.spans"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Quotes:
    """The quotes pipe for `language`."""
    return Quotes(language)
