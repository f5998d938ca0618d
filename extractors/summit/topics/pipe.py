"""Topics: what the parties discussed, by the words of the sentences that tell of it.

Rule: `topic.agenda`. A word counts in a sentence that says something was discussed, agreed or stressed; weak words
count there only; background does not count.
"""

from __future__ import annotations

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from extractors.summit.reading import Contact, Reading, TopicFound, reading
from extractors.summit.topics.patterns import patterns

_MOST = 7
_REACH = 14


class Topics:
    """Fills `reading.topics` and the `topics` of main contacts."""

    def __init__(self, nlp: Language, language: str) -> None:
        self.patterns = patterns(nlp, language)

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        main = [contact for contact in found.contacts if contact.is_main]
        if not main:
            return doc
        for span in filter_spans(self.patterns.matcher(doc, as_spans=True)):
            sentence = found.sentence_at(span.start_char)
            if sentence is None or span.start_char >= sentence.end:
                continue
            for code in self.patterns.codes.get(found.text[span.start_char : span.end_char].lower(), ()):
                found.topics.append(TopicFound(code, span.start_char, span.end_char, sentence.index))
        for contact in main:
            self._attach(found, found.text, contact, main)
        return doc

    def _attach(self, found: Reading, text: str, contact: Contact, main: list[Contact]) -> None:
        weights: dict[str, float] = defaultdict(float)
        first: dict[str, TopicFound] = {}
        stop = (
            next(
                (
                    c.sentence
                    for c in main
                    if c is not contact
                    and c.sentence > contact.sentence
                    and found.sentences[c.sentence].paragraph > found.sentences[contact.sentence].paragraph
                ),
                len(found.sentences),
            )
            if len(main) > 1
            else len(found.sentences)
        )
        for topic in found.topics:
            sentence = found.sentences[topic.sentence]
            if sentence.is_title or not contact.sentence <= sentence.index < min(stop, contact.sentence + _REACH):
                continue
            if self.patterns.background.search(sentence.code):
                continue
            cue = bool(self.patterns.cues.search(text[sentence.start : sentence.end].lower()))
            word = text[topic.start : topic.end].lower()
            if not cue:
                continue
            weights[topic.code] += 0.6 if word in self.patterns.weak else 1.0
            first.setdefault(topic.code, topic)
        ranked = sorted(weights, key=lambda code: (-weights[code], first[code].start))[:_MOST]
        contact.topics = [first[code] for code in sorted(ranked, key=lambda code: first[code].start)]


@Language.factory("communique_topics", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Topics:
    """The topics pipe for `language`."""
    return Topics(nlp, language)
