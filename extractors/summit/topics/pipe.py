"""Topics: what the parties discussed, by the words of the sentences that tell of it.

Rules: `topic.agenda`, `topic.relations` (talks that name no subject). A word counts in a sentence that says something
was discussed, agreed or stressed, a weak word for less; background does not count.
"""

from __future__ import annotations

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from extractors.summit.reading import Contact, Reading, Sentence, TopicFound, reading
from extractors.summit.topics.patterns import patterns

_MOST = 7
_REACH = 24
_WEAK = 0.6
_LEAST = 0.45
_DECAY = 0.03
"""What a sentence loses with its distance from the contact; with the weights above fitted on the development sets."""
_BETWEEN_TWO = frozenset({"bilateral_meeting", "phone_call", "video_conference"})


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
        if contact.type == "visit" and any(c.type != "visit" for c in main):
            # what was discussed belongs to the talks, not to the trip
            return
        later = [
            c.sentence
            for c in main
            if c is not contact
            and c.sentence > contact.sentence
            and found.sentences[c.sentence].paragraph > found.sentences[contact.sentence].paragraph
        ]
        stop = min([*later, contact.sentence + _REACH])
        weights: dict[str, float] = defaultdict(float)
        first: dict[str, TopicFound] = {}
        for topic in found.topics:
            sentence = found.sentences[topic.sentence]
            if sentence.is_title or not contact.sentence <= sentence.index < stop or not self._told(text, sentence):
                continue
            word = text[topic.start : topic.end].lower()
            weight = _WEAK if word in self.patterns.weak else 1.0
            weights[topic.code] += weight * (1 - _DECAY * (sentence.index - contact.sentence))
            first.setdefault(topic.code, topic)
        ranked = sorted(weights, key=lambda code: (-weights[code], first[code].start))[:_MOST]
        ranked = [code for code in ranked if weights[code] >= _LEAST]
        contact.topics = [first[code] for code in sorted(ranked, key=lambda code: first[code].start)]
        if not contact.topics and contact.status == "held" and contact.type in _BETWEEN_TWO:
            self._relations(found, text, contact)

    def _told(self, text: str, sentence: Sentence) -> bool:
        if self.patterns.background.search(sentence.code):
            return False
        return bool(self.patterns.cues.search(text[sentence.start : sentence.end].lower()))

    def _relations(self, found: Reading, text: str, contact: Contact) -> None:
        """Two parties who talked, of nothing that has a code of its own, talked about each other."""
        told = [
            s
            for s in found.sentences
            if not s.is_title and contact.sentence < s.index < contact.sentence + 8 and self._told(text, s)
        ]
        if len(told) > 1:
            contact.topics = [TopicFound("bilateral_relations", told[0].start, told[0].end, told[0].index)]


@Language.factory("communique_topics", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Topics:
    """The topics pipe for `language`."""
    return Topics(nlp, language)
