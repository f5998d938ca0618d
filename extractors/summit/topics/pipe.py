"""Topics: what the parties discussed, by the words of the sentences that tell of it.

A word counts in a sentence that says something was discussed, agreed or stressed, or that a party speaks, a weak word
for less. What is a part of a name (the Security Council) or background does not count. Two parties who talked are taken
to have talked about each other where relations, contacts or ties are named.
"""

from __future__ import annotations

import re
from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from extractors.summit.reading import Contact, Reading, Sentence, TopicFound, reading
from extractors.summit.topics.patterns import patterns

_MOST = 7
_REACH = 32
_WEAK = 0.6
_LEAST = 0.45
_LEAST_AHEAD = 0.6
"""How much must be said of a subject before it counts, for talks that were held and for those to come."""
_DECAY = 0.03
_DECAY_NAMED = 0.015
"""What a sentence loses with its distance from the contact, and one that names the subjects of the talks; with the
weights above chosen on the development sets."""
_NEAR = 12
_RELATIONS = "bilateral_relations"
_REGION = "regional_cooperation"
_BEGUN = frozenset({"held", "ongoing"})
_NEVER = frozenset({"cancelled", "postponed"})
_CAPITAL_AFTER = re.compile(r"[ -](?:(?:of|and|for|the) ){0,2}[A-Z]")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'.-]*(?: (?:of|and|for|the)){0,2}[ -]$")
_OF_MANY = frozenset({"summit", "multilateral_meeting", "forum"})
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
            if not self._counts(found.text, sentence, span.start_char, span.end_char):
                continue
            for code in self.patterns.codes.get(found.text[span.start_char : span.end_char].lower(), ()):
                found.topics.append(TopicFound(code, span.start_char, span.end_char, sentence.index))
        for contact in main:
            self._attach(found, found.text, contact, main)
        return doc

    def _counts(self, text: str, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a word names a subject where it stands: not as a part of a name, a place not only as a place."""
        word = text[start:end].lower()
        if word not in self.patterns.proper:
            return not _in_name(text, sentence, start, end)
        if word not in self.patterns.places:
            return True
        return bool(
            self.patterns.conflict.search(text[sentence.start : sentence.end].lower())
            or self.patterns.subject.search(text[sentence.start : start].lower())
        )

    def _attach(self, found: Reading, text: str, contact: Contact, main: list[Contact]) -> None:
        if contact.status in _NEVER or (contact.type == "visit" and any(c.type != "visit" for c in main)):
            # what did not take place had no subject; what was discussed belongs to the talks, not to the trip
            return
        later = [
            c.sentence
            for c in main
            if c is not contact
            and c.sentence > contact.sentence
            and found.sentences[c.sentence].paragraph > found.sentences[contact.sentence].paragraph
        ]
        stop = min([*later, contact.sentence + _REACH])
        spoken = _spoken(found, contact)
        weights: dict[str, float] = defaultdict(float)
        first: dict[str, TopicFound] = {}
        for topic in found.topics:
            sentence = found.sentences[topic.sentence]
            if sentence.is_title or not contact.sentence <= sentence.index < stop:
                continue
            if not (self._told(text, sentence, contact) or topic.sentence in spoken):
                continue
            word = text[topic.start : topic.end].lower()
            weight = _WEAK if word in self.patterns.weak else 1.0
            named = self.patterns.agenda.search(text[sentence.start : sentence.end].lower()) is not None
            decay = _DECAY_NAMED if named else _DECAY
            weights[topic.code] += weight * (1 - decay * (sentence.index - contact.sentence))
            first.setdefault(topic.code, topic)
        if contact.type in _OF_MANY:
            weights.pop(_RELATIONS, None)
        self._region(found, contact, weights, first)
        least = _LEAST if contact.status in _BEGUN else _LEAST_AHEAD
        ranked = sorted(weights, key=lambda code: (-weights[code], first[code].start))[:_MOST]
        ranked = [code for code in ranked if weights[code] >= least]
        contact.topics = [first[code] for code in sorted(ranked, key=lambda code: first[code].start)]
        if contact.status == "held" and contact.type in _BETWEEN_TWO:
            self._relations(found, text, contact)

    def _told(self, text: str, sentence: Sentence, contact: Contact) -> bool:
        """Whether a sentence tells of what was, or of a trip to come will be, discussed."""
        if self.patterns.background.search(sentence.code):
            return False
        words = text[sentence.start : sentence.end].lower()
        if contact.type == "visit" and contact.status not in _BEGUN:
            return self.patterns.agenda.search(words) is not None
        return self.patterns.cues.search(words) is not None

    def _region(
        self, found: Reading, contact: Contact, weights: dict[str, float], first: dict[str, TopicFound]
    ) -> None:
        """The summit of a region's own body is about the region."""
        event = contact.event
        if contact.type != "summit" or contact.status not in _BEGUN or event is None or _REGION in weights:
            return
        if event.organization not in self.patterns.worldwide:
            weights[_REGION] = 1.0
            told = found.sentences[contact.sentence]
            if told.is_title and len(found.sentences) > told.index + 1:
                # what stands in the title is no evidence: the lead tells it again
                told = found.sentences[told.index + 1]
            first[_REGION] = TopicFound(_REGION, told.start, told.end, told.index)

    def _relations(self, found: Reading, text: str, contact: Contact) -> None:
        """Two parties who talked and who are said to have relations, contacts, ties talked about these too."""
        contact.topics = [topic for topic in contact.topics if topic.code != _RELATIONS]
        for sentence in found.sentences[contact.sentence : contact.sentence + _NEAR]:
            match = (
                None
                if sentence.is_title
                else self.patterns.relations.search(text[sentence.start : sentence.end].lower())
            )
            if match is not None:
                start = sentence.start + match.start()
                contact.topics.append(TopicFound(_RELATIONS, start, sentence.start + match.end(), sentence.index))
                return


def _spoken(found: Reading, contact: Contact) -> set[int]:
    """The sentences in which a party of the contact speaks: what it speaks of is on the table."""
    said = [s for s in found.speeches if s.speaker in contact.parties]
    return {q.index for q in found.sentences if any(s.start < q.end and q.start < s.end for s in said)}


def _in_name(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a capitalized word is a part of a longer name: the Security Council, the Ministry of Energy."""
    if not text[start].isupper():
        return False
    if _CAPITAL_AFTER.match(text, end, sentence.end):
        return True
    return start > sentence.start and _CAPITAL_BEFORE.search(text[max(sentence.start, start - 40) : start]) is not None


@Language.factory("communique_topics", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Topics:
    """The topics pipe for `language`."""
    return Topics(nlp, language)
