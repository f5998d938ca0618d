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

from extractors.summit.contacts.capacity import sides
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
_UNSAID = 0.5
"""What a word weighs for talks to come where the sentence says neither that nor why it will be on the table."""
_SAID = 2
_SIGNED = 0.4
"""What a word weighs in a list of documents signed where `_SAID` or more subjects are said to have been discussed: what
the documents are about tells the subjects where nothing else does."""
_NEAR = 12
_OTHERS = 3
"""How many sentences of its paragraph another contact takes."""
_RELATIONS = "bilateral_relations"
_REGION = "regional_cooperation"
_BEGUN = frozenset({"held", "ongoing"})
_NEVER = frozenset({"cancelled", "postponed"})
_CAPITAL_AFTER = re.compile(r"[ -](?:(?:of|and|for|the) ){0,2}[A-Z]")
_LISTED = re.compile(r"[a-z] (?:for|of) (?:[A-Z][\w’'-]+,? (?:and )?(?:the )?){1,5}$")
"""What stands before one of the fields of an office: 'Under Secretary for Growth, Energy and the Environment'."""
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'.-]*(?: (?:of|and|for|the)){0,2}[ -]$")
_FIELDS = {
    "IAEA": "nuclear",
    "IMF": "trade_economy",
    "WB": "trade_economy",
    "WTO": "trade_economy",
    "EBRD": "trade_economy",
    "ADB": "trade_economy",
    "WHO": "health",
    "FAO": "agriculture_food",
    "WFP": "humanitarian_aid",
    "UNHCR": "migration",
    "UNESCO": "culture_education",
    "OPEC": "energy",
    "NATO": "security_defence",
    "CSTO": "security_defence",
}
"""What a body of one field talks about."""
_LEADERS = frozenset({"head_of_state", "head_of_government"})
_SEVERAL = 3
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
        if any(unit.kind in ("P", "T") and unit.start <= start < unit.end for unit in sentence.units):
            # 'deputy prime minister for economic affairs': an office
            return False
        word = text[start:end].lower()
        if word in ("border", "borders") and self.patterns.massing.search(text[sentence.start : sentence.end].lower()):
            # "the build-up of forces on the borders" is of no line between states
            return False
        if word not in self.patterns.proper:
            return not _in_name(text, sentence, start, end)
        if word not in self.patterns.places:
            return True
        return bool(
            self.patterns.conflict.search(text[sentence.start : sentence.end].lower())
            or self.patterns.subject.search(text[sentence.start : start].lower())
        )

    def _attach(self, found: Reading, text: str, contact: Contact, main: list[Contact]) -> None:
        if contact.status in _NEVER or (
            contact.type == "visit" and any(c.type != "visit" and not _announced_with(c, contact) for c in main)
        ):
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
        elsewhere = _elsewhere(found, contact)
        told: dict[int, str] = {}
        """The sentences that count, in lower case."""
        for sentence in found.sentences[contact.sentence : stop]:
            if sentence.is_title or sentence.index in elsewhere:
                continue
            if self._told(text, sentence, contact) or sentence.index in spoken:
                told[sentence.index] = text[sentence.start : sentence.end].lower()
        agenda = {index for index, words in told.items() if self.patterns.agenda.search(words)}
        signed = {index for index, words in told.items() if self.patterns.documents.search(words)}
        discussed = {topic.code for topic in found.topics if topic.sentence in agenda - signed}
        weights: dict[str, float] = defaultdict(float)
        first: dict[str, TopicFound] = {}
        self._field(found, contact, weights, first)
        for topic in found.topics:
            if topic.sentence not in told:
                continue
            weight = _WEAK if text[topic.start : topic.end].lower() in self.patterns.weak else 1.0
            if topic.sentence in signed and len(discussed) >= _SAID:
                weight *= _SIGNED
            elif topic.sentence not in agenda and contact.status not in _BEGUN:
                weight *= 1.0 if self.patterns.aims.search(told[topic.sentence]) else _UNSAID
            decay = _DECAY_NAMED if topic.sentence in agenda else _DECAY
            weights[topic.code] += weight * max(0.0, 1 - decay * (topic.sentence - contact.sentence))
            first.setdefault(topic.code, topic)
        if contact.type in _OF_MANY:
            weights.pop(_RELATIONS, None)
        self._region(found, contact, weights, first)
        least = _LEAST if contact.status in _BEGUN else _LEAST_AHEAD
        ranked = sorted(weights, key=lambda code: (-weights[code], first[code].start))[:_MOST]
        ranked = [code for code in ranked if weights[code] >= least]
        contact.topics = [first[code] for code in sorted(ranked, key=lambda code: first[code].start)]
        if contact.status in _BEGUN and contact.type in _BETWEEN_TWO:
            self._relations(found, text, contact, elsewhere)

    def _told(self, text: str, sentence: Sentence, contact: Contact) -> bool:
        """Whether a sentence tells of what was, or of a trip to come will be, discussed."""
        if self.patterns.background.search(sentence.code):
            return False
        words = text[sentence.start : sentence.end].lower()
        if contact.type == "visit" and contact.status not in _BEGUN:
            return self.patterns.agenda.search(words) is not None or self.patterns.aims.search(words) is not None
        if self.patterns.agenda.search(words) is not None:
            return True
        named = {unit.ref for unit in sentence.units if unit.kind == "P"}
        if named.intersection(contact.parties):
            return self.patterns.cues.search(words) is not None or self.patterns.said.search(words) is not None
        # where others are named and no party, they speak or are spoken of
        return (not named or sentence.index == contact.sentence) and self.patterns.cues.search(words) is not None

    def _region(
        self, found: Reading, contact: Contact, weights: dict[str, float], first: dict[str, TopicFound]
    ) -> None:
        """The summit of a region's own body and talks of the leaders of three or more states are about the region."""
        event = contact.event
        if contact.status not in _BEGUN or _REGION in weights:
            return
        if contact.type == "summit":
            regional = event is not None and event.organization not in self.patterns.worldwide
        else:
            regional = contact.type == "multilateral_meeting" and _leaders_only(found, contact)
        if regional:
            weights[_REGION] = 1.0
            told = found.sentences[contact.sentence]
            if told.is_title and len(found.sentences) > told.index + 1:
                # what stands in the title is no evidence: the lead tells it again
                told = found.sentences[told.index + 1]
            first[_REGION] = TopicFound(_REGION, told.start, told.end, told.index)

    def _field(self, found: Reading, contact: Contact, weights: dict[str, float], first: dict[str, TopicFound]) -> None:
        """Talks with a body that has one field are about it."""
        if contact.type not in _BETWEEN_TWO:
            return
        for side in sides(found, contact.parties):
            code = _FIELDS.get(side)
            told = found.sentences[contact.sentence]
            if code is not None and not told.is_title:
                weights[code] = 1.0
                first[code] = TopicFound(code, told.start, told.end, told.index)

    def _relations(self, found: Reading, text: str, contact: Contact, elsewhere: set[int]) -> None:
        """Two parties who talked and who are said to have relations, contacts, ties talked about these too."""
        contact.topics = [topic for topic in contact.topics if topic.code != _RELATIONS]
        for sentence in found.sentences[contact.sentence : contact.sentence + _NEAR]:
            if sentence.is_title or sentence.index in elsewhere or self.patterns.denied.search(sentence.code):
                continue
            match = self.patterns.relations.search(text[sentence.start : sentence.end].lower())
            if match is not None:
                start = sentence.start + match.start()
                contact.topics.append(TopicFound(_RELATIONS, start, sentence.start + match.end(), sentence.index))
                return


def _announced_with(session: Contact, trip: Contact) -> bool:
    """Whether one sentence announces the trip and the session that it is for: both are about the same."""
    return session.event is not None and session.status == trip.status == "planned" and (
        session.sentence == trip.sentence
    )


def _spoken(found: Reading, contact: Contact) -> set[int]:
    """The sentences in which a party of the contact speaks: what it speaks of is on the table."""
    said = [s for s in found.speeches if s.speaker in contact.parties]
    return {q.index for q in found.sentences if any(s.start < q.end and q.start < s.end for s in said)}


def _leaders_only(found: Reading, contact: Contact) -> bool:
    """Whether leaders of three or more states, and nobody else, are the parties."""
    entities = [found.entities[key] for key in contact.parties]
    if any(entity.organization or entity.role not in _LEADERS for entity in entities):
        return False
    return len({entity.country for entity in entities}) >= _SEVERAL


def _surnames(found: Reading, contact: Contact) -> set[str | None]:
    """The parties' last names; the side of whom no name is given."""
    entities = [found.entities[key] for key in contact.parties]
    return {entity.name.split()[-1] if entity.name else entity.side for entity in entities}


def _elsewhere(found: Reading, contact: Contact) -> set[int]:
    """The sentences that tell of another contact: the one that reports it and what follows in its paragraph, until a
    party of this one is named again."""
    mine, people = set(contact.parties), _surnames(found, contact)
    told: set[int] = set()
    for other in found.contacts:
        theirs = set(other.parties)
        if other.sentence <= contact.sentence:
            continue
        if other.type == contact.type and _surnames(found, other) == people:
            # told of twice
            continue
        first = found.sentences[other.sentence]
        # a session without anybody's name is mentioned in passing
        reach = _OTHERS if any(found.entities[key].name for key in theirs) else 1
        for sentence in found.sentences[first.index : first.index + reach]:
            named = {unit.ref for unit in sentence.units if unit.kind == "P"}
            if sentence.paragraph != first.paragraph or (sentence is not first and named & (mine - theirs)):
                break
            told.add(sentence.index)
        if contact.type in _OF_MANY and other.type in _BETWEEN_TWO and reach > 1:
            # two of the many: 'The two discussed …' in the paragraph after
            told.update(
                sentence.index
                for sentence in found.sentences[first.index + 1 : first.index + _OTHERS + 1]
                if sentence.code.startswith(("the two ", "the sides ", "the parties "))
            )
    return told


def _in_name(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a capitalized word is a part of a longer name: the Security Council, the Ministry of Energy."""
    if not text[start].isupper() or text[start:end].split()[-1][0].islower():
        # 'Security Council reform' goes beyond the name
        return False
    if _CAPITAL_AFTER.match(text, end, sentence.end) or _LISTED.search(text, sentence.start, start):
        return True
    return start > sentence.start and _CAPITAL_BEFORE.search(text[max(sentence.start, start - 40) : start]) is not None


@Language.factory("communique_topics", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Topics:
    """The topics pipe for `language`."""
    return Topics(nlp, language)
