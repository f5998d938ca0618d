"""Contacts: which sentences report that representatives met, called, visited, signed or convened.

Every rule of the language is tried on every sentence outside direct speech; what it finds becomes a `Contact` with its
parties, and `settle` (merge.py) makes one contact of the sentences that report the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.contacts.details import Details
from extractors.summit.contacts.merge import settle
from extractors.summit.contacts.parties import Parties
from extractors.summit.contacts.patterns import Patterns, Rule, patterns
from extractors.summit.reading import Contact, Reading, Sentence, reading

_ASIDE = re.compile(r"\b(?:when|where|that|as|since|because) $")
_SAYS = re.compile(r" (?:said|told|says|added|noted)\b")
_FIRST = re.compile(r"\b(?:first|second|third|only|last)(?: \w+)? $")
_WHERE = re.compile(r"\b(?:in|at|from|near|of)(?: the)? $")
_STATE_FIRST = re.compile(r"(?:the )?C\d+ , (?:the )?P\d")
_OF_TWO = frozenset({"talks.their", "title.both", "title.remarks"})
_INSIDE = re.compile(r"\b(?:in|at|from)(?: the)? $")
_EVENT = re.compile(r"E(\d+)")


@dataclass(slots=True)
class Story:
    """Where the reading has come to: the contact last told of, for 'the two presidents' and 'the talks'."""

    pair: list[int]
    subject: int | None = None


class Contacts:
    """Fills `reading.contacts`."""

    def __init__(self, language: str) -> None:
        self.patterns: Patterns = patterns(language)

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        parties, details = Parties(found), Details(found, self.patterns, found.text)
        raw: list[Contact] = []
        story = Story([])
        parties.begin()
        for sentence in found.sentences:
            new = self._sentence(found, sentence, parties, details, story)
            raw += new
            for contact in new:
                if contact.type != "visit" and len(contact.parties) > 1:
                    story.pair = contact.parties
            for unit in sentence.units:
                if unit.kind == "P":
                    story.subject = unit.ref
                    break
            parties.story(story.pair, story.subject)
        found.contacts = settle(found, raw, self.patterns, found.text)
        return doc

    def _sentence(
        self, found: Reading, sentence: Sentence, parties: Parties, details: Details, story: Story
    ) -> list[Contact]:
        made: list[Contact] = []
        taken: list[tuple[int, int, str]] = []
        actors: list[int] | None = None
        for rule in self.patterns.rules:
            if not any(word in sentence.code for word in rule.needs):
                continue
            at = 0
            if (rule.id == "talks.in" or rule.id.startswith("title.")) and not sentence.is_title:
                continue
            while at < len(sentence.code):
                if rule.from_actor:
                    if actors is None:
                        actors = [found_.start() for found_ in self.patterns.actor.finditer(sentence.code)]
                    match = _first(rule, sentence.code, actors, at)
                else:
                    match = rule.expression.search(sentence.code, at)
                if match is None:
                    break
                at = max(match.start() + 1, match.end() - 12)
                if any(
                    start < match.end() and match.start() < end and family == _family(rule)
                    for start, end, family in taken
                ):
                    continue
                contacts = self._contacts(found, sentence, rule, match, parties, details)
                if contacts:
                    taken.append((match.start(), match.end(), _family(rule)))
                    made += contacts
        return made

    def _contacts(
        self, found: Reading, sentence: Sentence, rule: Rule, match: re.Match[str], parties: Parties, details: Details
    ) -> list[Contact]:
        """The contact of a match, or several where one actor had several separate talks."""
        contact = self._contact(found, sentence, rule, match, parties, details)
        if contact is None:
            return []
        group = match.groupdict()
        others = parties.keys(group.get("y"), sentence, match.start())
        sides = list(dict.fromkeys(found.entities[key].side for key in others))
        several = contact.type == "phone_call" or self.patterns.several.search(match.group())
        if (
            not others
            or len(sides) < 2
            or not several
            or self.patterns.joint.search(sentence.code)
            or rule.type == "visit"
        ):
            return [contact]
        own = [key for key in contact.parties if key not in others]
        made = []
        for side in sides:
            with_side = [key for key in others if found.entities[key].side == side]
            made.append(
                replace(
                    contact,
                    parties=[*own, *with_side],
                    evidence=list(contact.evidence),
                    hosts=[key for key in contact.hosts if key in own or key in with_side],
                    guests=[key for key in contact.guests if key in own or key in with_side],
                    chairs=[],
                    rules=dict(contact.rules),
                    topics=[],
                    outcomes=[],
                    figures=[],
                )
            )
        return made

    def _contact(
        self, found: Reading, sentence: Sentence, rule: Rule, match: re.Match[str], parties: Parties, details: Details
    ) -> Contact | None:
        group = match.groupdict()
        if rule.id == "event.happen" and group.get("x") is None:
            x: list[int] = []
        else:
            x = parties.keys(group.get("x"), sentence, match.start("x") if group.get("x") else match.start())
        if rule.id == "visit.during":
            x = [
                unit.ref
                for i, unit in enumerate(sentence.units)
                if unit.kind == "P" and sentence.units[min(i + 1, len(sentence.units) - 1)].symbol != "'s"
            ][:1]
        elif "x" not in group and rule.id.endswith(".and"):
            # the subject of the verb before
            x = [unit.ref for unit in sentence.units[: sentence.unit_at(match.start())] if unit.kind == "P"][:1]
        elif "x" not in group and contact_needs_subject(rule):
            x = parties.lead()
        if rule.id == "joint.each" and (
            sentence.index > 1 or sum(found.entities[key].name is not None for key in x) < 2
        ):
            return None
        y = parties.keys(group.get("y"), sentence, match.start("y") if group.get("y") else match.start())
        if len(x) > 1 and _STATE_FIRST.match(group.get("x") or "") and _INSIDE.search(sentence.code[: match.start()]):
            # "In Norway, the minister will meet …": the state is a place
            x = x[1:]
        y = parties.represented([key for key in y if key not in x])
        if group.get("x") in ("they", "he", "she") and _ASIDE.search(
            sentence.code[max(0, match.start() - 12) : match.start()]
        ):
            return None
        if (
            rule.id == "meet.with"
            and y
            and " with " not in match.group()
            and all(found.entities[key].role == "delegation" and found.entities[key].organization for key in y)
        ):
            # "met on the sidelines of the APEC gathering" is no meeting with APEC
            return None
        if (group.get("y") or "").lstrip("the ")[:1] in ("C", "O") and _WHERE.search(sentence.code[: match.start("y")]):
            # "met in Kazakhstan" is a place
            return None
        if _carried(sentence, match, group):
            return None
        if _FIRST.search(sentence.code[max(0, match.start() - 14) : match.start()]):
            return None
        if len(y) > 1 and _SAYS.match(sentence.code, match.end()):
            # "met Y, and Z said": the last of the list speaks, in a clause of its own
            y = y[:-1]
        if rule.id in _OF_TWO and len({found.entities[key].side for key in x}) < 2:
            return None
        if y or rule.type not in ("meeting", "phone_call", "signing"):
            parties.share(x)
        else:
            parties.oppose(x)
        parties.share(y)
        if rule.type in ("meeting", "phone_call"):
            parties.settle_guest(y, x, sentence, match.start("y") if group.get("y") else 0)
        contact = Contact(
            rule.type, "held", [*x, *y], sentence.index, *sentence.chars(match.start(), match.end()), rule=rule.id
        )
        contact.evidence = [(contact.start, contact.end)]
        event = _EVENT.fullmatch(group.get("event") or "")
        if event:
            contact.event = found.events[int(event[1])]
        if not details.fill(contact, sentence, match, x, y):
            return None
        return contact if parties.sound(contact) else None


def _first(rule: Rule, code: str, actors: list[int], at: int) -> re.Match[str] | None:
    """The leftmost match of a rule that begins with who acts, from `at` on."""
    for start in actors:
        if start >= at and (match := rule.expression.match(code, start)) is not None:
            return match
    return None


def _carried(sentence: Sentence, match: re.Match[str], group: dict[str, str | None]) -> bool:
    """Whether the verb after a bare comma belongs to somebody before: 'A receives B, invites C'."""
    if not group.get("x") or group.get("aux") is None or "and" in (group["x"] or ""):
        return False
    between = sentence.code[match.end("x") : match.start("aux")]
    return between == " ," and any(unit.kind == "P" for unit in sentence.units[: sentence.unit_at(match.start("x"))])


def contact_needs_subject(rule: Rule) -> bool:
    """Whether the rule names only the other side, so that the article's subject is the one who meets."""
    return rule.id in ("talks.bare", "talks.title", "meet.due", "call.noun", "wish")


def _family(rule: Rule) -> str:
    return {"meeting": "talks", "phone_call": "talks"}.get(rule.type, rule.type)


@Language.factory("communique_contacts", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Contacts:
    """The contacts pipe for `language`."""
    return Contacts(language)
