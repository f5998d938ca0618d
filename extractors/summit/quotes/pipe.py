"""Direct speech and its speakers: with marks, without marks (as agencies print it), and in transcripts.

Rules: `quote.after` ('"…", N said'), `quote.before` ('N said: "…"'), `quote.continued` (a second passage of the same
paragraph, or a paragraph that is all speech after one), `quote.told` (a sentence of speech after one that tells what N
said), `quote.signed` (a line with a name under the passage), `quote.unmarked` (first person, closed by "said N" or
opened by "N said:"), `quote.transcript` ('N: …'), `quote.heading` (a speech printed whole under a heading or byline of
its speaker); no statements are `quote.asked` (a question) and `quote.private` (said by no official).

Passages are masked in `sentence.code` (symbol q), so that what somebody says does not count as reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.quotes.addressed import announced, bylined, heading, unheaded
from extractors.summit.quotes.attribution import Said, attributed, code_of, reported, told_of, trimmed
from extractors.summit.quotes.patterns import Patterns, patterns
from extractors.summit.quotes.standing import private
from extractors.summit.quotes.turns import Heads, turn
from extractors.summit.quotes.unmarked import unmarked
from extractors.summit.reading import Chars, Reading, Sentence, Speech, Unit, reading

_WORDS = re.compile(r"\w+(?:[-'’]\w+)*")
_FEWEST = 4
_SHORT = 6
_BESIDE = 60
_NEXT = 2


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
        heads = Heads(found, paragraphs, self.patterns)
        title = next((s for s in found.sentences if s.is_title), None)
        orator = announced(title.code, self.patterns) if title is not None else None
        byline = bylined(found, paragraphs, heads, self.patterns)
        while at < len(paragraphs):
            sentences = paragraphs[at]
            named = heading(found, sentences, self.patterns)
            orator = orator if named is None else named
            heads.orator = orator if orator is not None else last
            begun = (
                (byline[0], byline[2])
                if byline is not None and byline[1] == at
                else turn(found, paragraphs, at, heads, self.patterns)
                or unheaded(found, paragraphs, at, orator, heads, self.patterns)
            )
            if begun is not None:
                speech, at = begun
                speech.start, speech.end = trimmed(found.text, speech.start, speech.end)
                found.speeches.append(speech)
                last, spoken = speech.speaker, None
                continue
            start, end = sentences[0].start, sentences[-1].end
            marked = [span for span in found.marked if start <= span[0] < end]
            earlier = paragraphs[at - 1][-1] if at else None
            made = (
                self._marked(found, found.text, sentences, marked, last, earlier)
                if marked
                else unmarked(found.text, sentences, last, self.patterns)
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
        for speech in found.speeches:
            if speech.speaker is not None and private(found, found.entities[speech.speaker], self.patterns):
                speech.speaker, speech.label, speech.rule = None, None, "quote.private"
        doc.spans["speech"] = [
            span for s in found.speeches if (span := doc.char_span(s.start, s.end, alignment_mode="expand")) is not None
        ]
        self._mask(found)
        return doc

    def _subject(self, sentences: list[Sentence], last: int | None) -> int | None:
        """Whom 'he' means in the next paragraph: the subject of the last sentence that names one."""
        return told_of(sentences, sentences[-1].end, last, self.patterns)

    def _marked(
        self,
        found: Reading,
        text: str,
        sentences: list[Sentence],
        marked: list[Chars],
        last: int | None,
        earlier: Sentence | None,
    ) -> list[Speech]:
        units = [unit for sentence in sentences for unit in sentence.units]
        starts = [unit.start for unit in units]
        made: list[Speech] = []
        previous: Said | None = None
        for i, (start, end) in enumerate(marked):
            inner = trimmed(text, start + 1, end - 1 if text[end - 1] in '”»"' else end)
            speech = Speech(*inner)
            stop = marked[i + 1][0] if i + 1 < len(marked) else sentences[-1].end
            begin = marked[i - 1][1] if i else sentences[0].start
            at = bisect_left(starts, end)
            behind = [unit for unit in units[at : at + _BESIDE] if unit.start < stop]
            after = code_of(behind, text)
            at = bisect_left(starts, start)
            ahead = [unit for unit in units[max(0, at - _BESIDE) : at] if begin <= unit.start]
            # a full stop parts what stands before from what belongs to the quotation before it
            breaks = sum(unit.symbol == "." for unit in ahead) + (bool(ahead) and ahead[-1].symbol not in ".!?")
            full = max((n for n, unit in enumerate(ahead[:-1]) if unit.symbol == "."), default=-1)
            ahead = ahead[full + 1 :]
            before = previous.key if previous is not None else last
            pronoun = told_of(sentences, start, before, self.patterns, marked)
            # somebody who has no key, and who has just spoken, is still speaking
            nameless = previous is not None and previous.key is None and breaks <= _NEXT
            he = previous if nameless and previous is not None else Said(key=pronoun)
            # a full stop inside the marks ends the sentence: what follows is no attribution
            closed = text[inner[1] - 1] == "."
            said = None if closed else attributed(self.patterns.after, after, behind, text, he, self.patterns)
            rule = "quote.after"
            if said is None:
                said = attributed(self.patterns.before, code_of(ahead, text), ahead, text, he, self.patterns)
                rule = "quote.before"
            elif self.patterns.reporting.search(code_of(ahead, text)):
                # 'N said he didn't grasp "…", his spokesman added': N's words
                inner_said = attributed(self.patterns.before[1:2], code_of(ahead, text), ahead, text, he, self.patterns)
                if inner_said is not None and inner_said.key is not None and inner_said.key != said.key:
                    said, rule = inner_said, "quote.before"
            if said is None and not closed and self.patterns.aside.search(after):
                said = Said()
            if said is None and closed and (not ahead or ahead[-1].symbol in ".!?"):
                # a whole sentence in marks after one that tells what somebody said
                told = max((s for s in sentences if s.end <= start), key=lambda s: s.end, default=earlier)
                if told is not None and not any(told.start <= span[0] < told.end for span in found.marked):
                    said, rule = reported(told, text, Said(key=last), self.patterns), "quote.told"
            if said is None and previous is not None and (breaks <= 1 or pronoun == previous.key):
                # nothing but an attribution between two passages, or sentences of which the same person is the subject
                said, rule = previous, "quote.continued"
            if said is not None:
                named = said.key is not None or said.label is not None
                speech.speaker, speech.label, speech.rule = said.key, said.label, rule if named else "quote.unnamed"
                previous = said
            made.append(speech)
        return made

    @staticmethod
    def _title_in_marks(text: str, speech: Speech) -> bool:
        """A short name in marks that no verb of saying stands beside: 'the "Plan of Action No. 3"'."""
        said = speech.rule not in ("", "quote.continued", "quote.asked")
        words = text[speech.start : speech.end]
        return not said and len(words.split()) <= _SHORT and words[-1] not in ".!?"

    @staticmethod
    def _signed(following: list[Sentence], speech: Speech) -> None:
        units = following[0].units
        if len(following) == 1 and units and units[0].kind == "P" and len(units) <= 3:
            speech.speaker, speech.rule = units[0].ref, "quote.signed"

    @staticmethod
    def _mask(found: Reading) -> None:
        spoken = sorted(found.speeches, key=lambda s: s.start)
        starts = [speech.start for speech in spoken]
        # speeches do not overlap but by a quotation within one: two before the first that begins here are enough
        for sentence in found.sentences:
            first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            inside = [s for s in spoken[max(0, first - 2) : last] if s.end > sentence.start]
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


@Language.factory("communique_quotes", assigns=["doc._.reading", "doc.spans"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Quotes:
    """The quotes pipe for `language`."""
    return Quotes(language)
