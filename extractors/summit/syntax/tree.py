"""From a verb of meeting or a word of travel to its parties: the argument subtrees of a parsed sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType

from spacy.tokens import Doc, Token

from extractors.summit.reading import Sentence
from extractors.summit.syntax import patterns as p
from extractors.summit.syntax.shown import Shown


@dataclass(slots=True)
class Suggestion:
    """A contact that the tree of a sentence suggests, in numbers of the sentence's units.

    `x` acts, `y` is whom x meets, `to` where a trip goes; `x_word` and `y_word` stand for x and y where these are
    pronouns. The verb's group begins at `aux`.
    """

    rule: str
    type: str
    trigger: int
    verb: int
    aux: int
    x: list[int] = field(default_factory=list)
    y: list[int] = field(default_factory=list)
    to: list[int] = field(default_factory=list)
    x_word: str = ""
    y_word: str = ""


class Tree:
    """A sentence parsed as `Shown`, read with the words of a language (`languages.*.syntax`)."""

    def __init__(self, doc: Doc, shown: Shown, sentence: Sentence, words: ModuleType) -> None:
        self.doc, self.sentence, self.words = doc, sentence, words
        self.unit = [max(0, bisect_right(shown.starts, token.idx) - 1) for token in doc]

    def suggestions(self) -> Iterator[Suggestion]:
        """What the sentence may report, in the order of its words."""
        w = self.words
        for token in self.doc:
            word = token.lower_
            if self._kind(token) in p.CLOSED or self._negated(token):
                continue
            if is_verb(token):
                if word in w.MEET:
                    yield self._met(token)
                elif word in w.VISIT:
                    yield from self._went(token, self._object_places(token))
                elif word in w.GO or word in w.LEAVE:
                    yield from self._went(token, self._places([token], w.FOR if word in w.LEAVE else w.INTO))
            elif word in w.TRIP:
                yield from self._trip(token)

    def _met(self, verb: Token) -> Suggestion:
        made = self._begun("syntax.meet", "meeting", verb, verb, self._subject(verb))
        if any(child.dep_ in p.PASSIVE for child in verb.children):
            made.y = self._hanging([verb], self.words.BY)
            return made
        for held in self._objects(verb):
            made.y += self._parties(held)
            made.y_word = made.y_word or self._pronoun(held)
        made.y += self._hanging([verb], self.words.WITH)
        if not made.y and not made.y_word:
            # "met in Geneva with N": parsers like to hang N on the city
            made.y = self._hanging(self._nouns_after(verb), self.words.WITH)
        if not made.y and not made.y_word:
            held_by = (self._pronoun(held) for word, held in prepositional(verb) if word in self.words.WITH)
            made.y_word = next((word for word in held_by if word), "")
        if made.y and not made.x and not made.x_word:
            made.x = self._person_before(verb)
        return made

    def _went(self, verb: Token, to: list[int]) -> Iterator[Suggestion]:
        if to:
            made = self._begun("syntax.go", "visit", verb, verb, self._subject(verb))
            made.to = to
            yield made

    def _trip(self, noun: Token) -> Iterator[Suggestion]:
        w = self.words
        above = self._verb_above(noun)
        paid = above if above is not None and above.lower_ in w.PAY and noun.dep_ in p.NOUN_IN_CLAUSE else None
        to = self._places([noun] if paid is None else [noun, paid], w.OF_TRIP)
        if not to:
            return
        owner = next((child for child in noun.children if child.dep_ in p.OWNER), None)
        subject = self._subject(above) if above is not None else None
        if subject is not None and subject.i == noun.i:
            subject = None
        by = [unit for unit in self._hanging([noun], w.BY_TRIP) if self.sentence.units[unit].kind == "P"]
        rule = "syntax.trip.kill" if paid is not None and paid.lower_ in w.OFF else "syntax.trip"
        if owner is not None and owner.lower_ not in w.WHOSE:
            made = self._begun(rule, "visit", noun, paid, owner)
        elif by:
            made = self._begun(rule, "visit", noun, paid, None)
            made.x = by
        else:
            made = self._begun(rule, "visit", noun, paid, subject)
            if owner is not None and not made.x:
                made.x_word = w.WHOSE[owner.lower_]
        made.to = to
        yield made

    def _begun(self, rule: str, type_: str, trigger: Token, verb: Token | None, x: Token | None) -> Suggestion:
        head = verb if verb is not None else trigger
        aux = self._group_start(verb) if verb is not None else self.unit[trigger.i]
        made = Suggestion(rule, type_, self.unit[trigger.i], self.unit[head.i], aux)
        if x is not None:
            made.x = self._parties(x)
            made.x_word = "" if made.x else self._pronoun(x)
        return made

    def _parties(self, head: Token, depth: int = 0) -> list[int]:
        """Units of the persons, states and bodies that an argument names: its head, who is listed, apposed or along,
        and whose delegation it is."""
        kind = self._kind(head)
        own = kind in p.PARTIES
        out = [self.unit[head.i]] if own else []
        if depth > p.DEEPEST:
            return out
        delegates = kind == "G" or head.lower_ in self.words.DELEGATES
        for child in head.children:
            inner = self._kind(child)
            listed = child.dep_ in p.LISTED and not is_verb(child)
            if listed or (not own and child.dep_ in p.NAME_PART and inner == "P"):
                out += self._parties(child, depth + 1)
            elif delegates and (child.dep_ in p.NAME_PART or child.dep_ in p.OWNER) and inner in p.STATES:
                out.append(self.unit[child.i])
        for word, held in prepositional(head):
            if word in self.words.ALONG or (delegates and not own and word in self.words.OWNED):
                out += self._parties(held, depth + 1)
        return list(dict.fromkeys(out))

    def _subject(self, verb: Token, depth: int = 0) -> Token | None:
        """Who does what `verb` says, through relative clauses, infinitives and coordination."""
        for child in verb.children:
            if child.dep_ in p.SUBJECT:
                return verb.head if child.lower_ in self.words.WHO and self._modifies(verb) else child
        if depth > p.DEEPEST or verb.head is verb:
            return None
        if self._modifies(verb):
            return self._subject(verb.head, depth + 1) if is_verb(verb.head) else verb.head
        if verb.dep_ in p.RAISED:
            return self._subject(verb.head, depth + 1)
        return None

    def _objects(self, verb: Token) -> list[Token]:
        found = [child for child in verb.children if child.dep_ in p.OBJECT]
        return found or ([verb.head] if verb.dep_ in p.RELATIVE and not self._subject_is_relative(verb) else [])

    def _subject_is_relative(self, verb: Token) -> bool:
        return any(child.dep_ in p.SUBJECT and child.lower_ in self.words.WHO for child in verb.children)

    @staticmethod
    def _modifies(verb: Token) -> bool:
        return verb.dep_ in p.RELATIVE or verb.dep_ in p.PARTICIPLE

    def _hanging(self, heads: list[Token], words: frozenset[str]) -> list[int]:
        """Parties that hang on `heads` by one of the prepositions `words`."""
        held = (party for head in heads for word, party in prepositional(head) if word in words)
        return list(dict.fromkeys(unit for party in held for unit in self._parties(party)))

    def _places(self, heads: list[Token], words: frozenset[str]) -> list[int]:
        held = (place for head in heads for word, place in prepositional(head) if word in words)
        return list(dict.fromkeys(unit for place in held for unit in self._place(place)))

    def _object_places(self, verb: Token) -> list[int]:
        return list(dict.fromkeys(unit for held in self._objects(verb) for unit in self._place(held)))

    def _place(self, head: Token, depth: int = 0) -> list[int]:
        out = [self.unit[head.i]] if self._kind(head) in p.PLACES else []
        for child in head.children:
            if child.dep_ in p.LISTED and depth < p.DEEPEST:
                out += self._place(child, depth + 1)
        return out

    def _nouns_after(self, verb: Token) -> list[Token]:
        """The nouns below a verb and after it, those of clauses within left out."""
        out: list[Token] = []
        waiting = [child for child in verb.children if child.i > verb.i]
        while waiting:
            token = waiting.pop(0)
            if not is_verb(token):
                out.append(token)
                waiting += token.children
        return out

    def _person_before(self, verb: Token) -> list[int]:
        """The person named last before a verb whose subject the tree doesn't show."""
        units = self.sentence.units
        for i in range(self.unit[verb.i] - 1, -1, -1):
            if units[i].kind == "P" and units[i + 1].symbol != "'s":
                return [i]
        return []

    def _verb_above(self, token: Token) -> Token | None:
        return next((above for above in token.ancestors if is_verb(above)), None)

    def _group_start(self, verb: Token) -> int:
        """The unit with which a verb's group begins: 'is' of 'is expected to meet'."""
        first, at = verb.i, verb
        while True:
            for child in at.children:
                negates = child.dep_ == "advmod" and child.lower_ in self.words.NEGATIVE
                if child.dep_ in p.AUXILIARY or negates:
                    first = min(first, child.i)
            if at.dep_ != "xcomp" or at.head.i >= at.i:
                return self.unit[first]
            at = at.head
            first = min(first, at.i)

    def _negated(self, token: Token) -> bool:
        return any(child.lower_ in self.words.NEGATIVE for child in token.children)

    def _pronoun(self, token: Token) -> str:
        return token.lower_ if token.lower_ in self.words.PRONOUNS else ""

    def _kind(self, token: Token) -> str:
        return self.sentence.units[self.unit[token.i]].kind


def is_verb(token: Token) -> bool:
    """Whether a token is a verb, by its tag or, of a parser without tags, its part of speech."""
    return token.tag_ in p.VERB_TAGS or (not token.tag_ and token.pos_ in p.VERB_POS)


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """The prepositions that hang on a token, each with what it governs."""
    for child in token.children:
        if child.dep_ in p.OBLIQUE:
            case = [word.lower_ for word in child.children if word.dep_ in p.CASE]
            if case:
                yield case[-1], child
        elif child.dep_ in p.PREPOSITION:
            for held in child.children:
                if held.dep_ in p.PREPOSITION_OBJECT:
                    yield child.lower_, held
                elif held.dep_ in p.PREPOSITION:
                    for inner in held.children:
                        if inner.dep_ in p.PREPOSITION_OBJECT:
                            yield held.lower_, inner
