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
from extractors.summit.contacts.needed import Needed
from extractors.summit.contacts.parties import Parties
from extractors.summit.contacts.patterns import Patterns, Rule, patterns
from extractors.summit.contacts.sessions import only_named
from extractors.summit.contacts.stops import by_days, one_by_one
from extractors.summit.contacts.subject import (
    byline,
    contact_needs_subject,
    heads,
    land,
    one_call,
    speak_for_themselves,
    traveller,
    writer,
)
from extractors.summit.contacts.windows import windows
from extractors.summit.reading import Contact, Reading, Sentence, reading
from extractors.summit.syntax.pipe import SecondOpinion, Told, loaded

_ASIDE = re.compile(r"\b(?:when|where|that|as|since|because) $")
_SAYS = re.compile(r" (?:said|told|says|added|noted)\b")
_AFTERWARDS = 24
"""How far behind what a rule finds 'separately' may stand."""
_OPENING = 2
"""Sentences in which who met several 'on the sidelines' may have met them together."""
_SIDELINES = re.compile(r"\bon (?:the|its) (?:sidelines|margins|fringes)\b")
_INVITED = re.compile(
    r"\b(?:(?:invitation|request|behest|initiative) of|invited by|hosted by|on behalf of|according to)"
    r"(?: (?:the|his|her|its))? $"
)
_RESPECTIVELY = re.compile(r"(?: (?:in|at) [LV]\d+)?(?: ,)? (?:respectively|separately|individually|in turn)\b")
_THEN_AND_THERE = re.compile(r"\bin L\d+ (?:(?:on|in|last|this|earlier|during) ){0,2}D\d+|\bD\d+ in L\d+")
_TO_COME = re.compile(r"\b(?:that|to|will|would|next)\b")
_FIRST = re.compile(r"\b(?:first|second|third|only|last)(?: \w+)? $")
_SINCE_LAST = re.compile(
    r"\bsince (?:their|the|his|her|its) (?:first|last|previous|latest|earlier|inaugural|most recent)(?: \S+){1,3}$"
)
"""What ends in this recalls an earlier contact."""
_WHERE = re.compile(r"\b(?:in|at|from|near|of)(?: the)? $")
_GOES_ON = re.compile(r"(?:his|her)\b|[^PG]{0,60}?\b(?:he|she)\b[^PG]*P\d")
"""A sentence that goes on about the same person: whom it names besides is another."""
_STATE_FIRST = re.compile(r"(?:the )?C\d+ , (?:the )?P\d")
_OF_TWO = frozenset({"talks.their", "title.both", "title.both.bare", "title.remarks", "title.press"})
_INSIDE = re.compile(r"\b(?:in|at|from)(?: the)? $")
_OBJECT = re.compile(r"\b(?:of|with|to|against|from|by|on|about|over|for|against)(?: the)? $")
_ADJOINED = re.compile(r" , (?:after|following|before|ahead of|during) ")
_BARE = re.compile(r"(?:the )?[CO]\d+$")
_ON_ARRIVAL = re.compile(
    r"\b(?:welcom|greet)\w+ .*\b(?:at the airport|\w+ [Aa]irport|the foot of the (?:plane|aircraft|gangway))\b"
    r"|\b[Aa]irport\b.*\b(?:welcom|greet)(?:ed|s|ing)\b"
)
_CITY_BEFORE = re.compile(r"\bL\d+ , $")
_AFTER_PREPOSITION = re.compile(r"\b(?:visit|visits|visited|visiting|toured|left|by|of|in|from|with|against|to|for|on|"
                                r"at|over|into|near|between)(?: the)? $")
_GATHERING = re.compile(
    r"\b(?:meeting|summit|talks|session|conference|gathering|sitting|negotiations|consultations|gathered|convened|E\d+)\b"
)
_EVENT = re.compile(r"E(\d+)")


@dataclass(slots=True)
class Story:
    """Where the reading has come to: the contact last told of, for 'the two presidents' and 'the talks'."""

    pair: list[int]
    subject: int | None = None


class Contacts:
    """Fills `reading.contacts`."""

    def __init__(self, language: str, parser: str = "") -> None:
        self.patterns: Patterns = patterns(language)
        self.needed = Needed(self.patterns.rules)
        self.opinion = SecondOpinion(language, loaded(parser)) if parser else None

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        parties, details = Parties(found), Details(found, self.patterns, found.text)
        raw = self._read(found, parties, details)
        found.contacts = settle(found, raw, self.patterns, found.text)
        if not any(contact.is_main for contact in found.contacts):
            seen = windows(found, parties, details, self.patterns)
            if seen:
                # told in sentences of their own, hence read anew: settling has joined what it was given
                raw = [*seen, *self._read(found, Parties(found), Details(found, self.patterns, found.text))]
                found.contacts = settle(found, raw, self.patterns, found.text)
        found.contacts = by_days(found, found.contacts)
        return doc

    def _read(self, found: Reading, parties: Parties, details: Details) -> list[Contact]:
        """What the rules find, sentence by sentence."""
        raw: list[Contact] = []
        told: list[Told] = []
        story = Story([])
        parties.begin()
        for sentence in found.sentences:
            pair, subject, day = parties.pair, parties.subject, details.days.story_day
            new = self._sentence(found, sentence, parties, details, story)
            raw += new
            told.append(Told(sentence, new, pair, subject, day))
            for contact in new:
                if contact.event is not None and contact.event.organization and parties.session is None:
                    parties.session = contact.event
                if contact.type != "visit" and len(contact.parties) > 1:
                    story.pair = contact.parties
                elif contact.type == "visit" and contact.guests:
                    parties.travellers = contact.guests
            if not _GOES_ON.match(sentence.code):
                for unit in sentence.units:
                    if unit.kind == "P":
                        story.subject = unit.ref
                        break
            parties.story(story.pair, story.subject)
        if self.opinion is not None:
            raw += self.opinion(found, told, parties, details)
            raw.sort(key=lambda contact: contact.sentence)
        return raw

    def _sentence(
        self, found: Reading, sentence: Sentence, parties: Parties, details: Details, story: Story
    ) -> list[Contact]:
        made: list[Contact] = []
        taken: list[tuple[int, int, int, str]] = []
        actors: list[int] | None = None
        for rule in self.needed.rules(sentence.code):
            at = 0
            titled = rule.id == "visit.title" or rule.id.startswith("title.")
            if not sentence.is_title and (rule.id == "talks.in" or (titled and not heads(found, sentence))):
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
                # what follows the verb of a trip may tell of its other stops
                further = rule.id == "visit.takes.also"
                if any(
                    start < match.end() and match.start() < (verb if further else end) and family == _family(rule)
                    for start, verb, end, family in taken
                ):
                    continue
                contacts = self._contacts(found, sentence, rule, match, parties, details)
                if contacts:
                    verb = match.start("tail") if "tail" in match.groupdict() else match.end()
                    taken.append((match.start(), verb, match.end(), _family(rule)))
                    made += contacts
        return made

    def _contacts(
        self, found: Reading, sentence: Sentence, rule: Rule, match: re.Match[str], parties: Parties, details: Details
    ) -> list[Contact]:
        """The contact of a match, or several where one actor had several separate talks."""
        contact = self._contact(found, sentence, rule, match, parties, details)
        if contact is None:
            return []
        if rule.type == "visit" and len(stops := one_by_one(found, contact, sentence, match)) > 1:
            return stops
        group = match.groupdict()
        others = parties.keys(group.get("y"), sentence, match.start())
        sides = list(dict.fromkeys(found.entities[key].side for key in others))
        beside = sentence.index > _OPENING and _SIDELINES.search(sentence.code) is not None
        several = contact.type in ("phone_call", "correspondence") or beside or self.patterns.several.search(
            sentence.code, 0 if rule.id == "meet.with" else match.start(), match.end() + _AFTERWARDS
        )
        own = [key for key in contact.parties if key not in others]
        if len(own) > 1 and len(others) == 1 and _RESPECTIVELY.match(sentence.code, match.end()):
            # "A and B met with C, respectively"
            return [_part(contact, [key, *others]) for key in own]
        if (
            not others
            or len(sides) < 2
            or not several
            or self.patterns.joint.search(sentence.code)
            or one_call(found)
            or rule.type == "visit"
        ):
            return [contact]
        made = []
        for side in sides:
            with_side = [key for key in others if found.entities[key].side == side]
            made.append(_part(contact, [*own, *with_side]))
        return made

    @staticmethod
    def _gathering(found: Reading, sentence: Sentence) -> bool:
        """Whether this sentence or one of the two before tells of a meeting in which somebody 'took part'."""
        near = found.sentences[max(0, sentence.index - 2) : sentence.index + 1]
        return any(_GATHERING.search(other.code) for other in near)

    def _contact(
        self, found: Reading, sentence: Sentence, rule: Rule, match: re.Match[str], parties: Parties, details: Details
    ) -> Contact | None:
        group = match.groupdict()
        if rule.id == "chaired.by" and "attended by" in match.group() and (parties.pair or parties.session):
            # who else was at a meeting that the article has told of: see `attend`
            return None
        led = _EVENT.fullmatch(group.get("np") or "") if rule.id == "chaired.by" else None
        if led is not None and found.events[int(led[1])].organization:
            # who presides over a body's session is not all who are there
            return None
        if rule.id == "part.each" and (parties.session is not None or not self._gathering(found, sentence)):
            # who was at a body's session: see `attend`
            return None
        if only_named(found, self.patterns, rule, sentence, match):
            return None
        if rule.id in ("event.happen", "event.title", "event.within", "event.gathered") and group.get("x") is None:
            x: list[int] = []
        else:
            x = parties.keys(group.get("x"), sentence, match.start("x") if group.get("x") else match.start())
        if group.get("x") and " , " in group["x"] and _INVITED.search(sentence.code[: match.start("x")]):
            # "At the invitation of A, B traveled to L": A only invited
            x = parties.keys(group["x"].rpartition(" , ")[2], sentence, match.start("x")) or x
        if rule.id == "talks.loose" and (
            _OBJECT.search(sentence.code[: match.start()]) or _ADJOINED.search(match.group())
        ):
            # "urged the government of A … after a meeting with B": who urged met B
            x = parties.subject_of(sentence, match.start()) or x
        if rule.id in ("visit.during", "visit.back") or (rule.id == "visit.here" and group["x"] is None):
            x = [
                unit.ref
                for i, unit in enumerate(sentence.units)
                if unit.kind == "P" and sentence.units[min(i + 1, len(sentence.units) - 1)].symbol != "'s"
            ]
            # "P of C was polite to Q during her trip to C": the guest is from abroad
            x = ([key for key in x if found.entities[key].country != land(found, group.get("c"))] or x)[:1]
        elif "x" not in group and rule.id.endswith(".and"):
            # the subject of the verb before
            x = [unit.ref for unit in sentence.units[: sentence.unit_at(match.start())] if unit.kind == "P"][:1]
            if _GOES_ON.match(sentence.code) and parties.subject is not None:
                # "he was received by A and held talks with B"
                x = [parties.subject]
        elif rule.id == "talks.again":
            x = [] if parties.session else parties.same_sides()
        elif rule.id == "title.byline":
            x = byline(found)
        elif rule.id == "wish":
            x = writer(found) or parties.lead()
        elif rule.id == "visit.owned" and group.get("x") is None and (guest := traveller(found, sentence, match)):
            x = guest
        elif rule.id == "visit.takes.also":
            told = [parties.subject] if parties.subject is not None else parties.lead()
            x = parties.subject_of(sentence, match.start()) or told
        elif group.get("x") is None and contact_needs_subject(rule):
            x = parties.subject_of(sentence, match.start()) or ([] if rule.id == "told.at" else parties.lead())
        if rule.id == "part.each" and parties.pair and (
            {found.entities[key].side for key in x} <= {found.entities[key].side for key in parties.pair}
        ):
            # "the ministers of economy took part in the talks" of their leaders
            return None
        if rule.id == "joint.each":
            late = sentence.index > (2 if " told " in match.group() else 1)
            there = _THEN_AND_THERE.search(sentence.code, match.end())
            if late and (there is None or _TO_COME.search(sentence.code, match.end(), there.start())):
                return None
            if not speak_for_themselves(found, x, sentence):
                return None
        if group.get("y") in ("him", "her", "them"):
            y = parties.met_by(x, sentence, match.start())
        else:
            y = parties.keys(group.get("y"), sentence, match.start("y") if group.get("y") else match.start())
        if rule.id in ("receive.host", "received.by") and _ON_ARRIVAL.search(sentence.code):
            # "was welcomed by P at the airport": a ceremony of the visit
            return None
        if rule.id == "talks.place":
            y = parties.at_home(group["c"] or "", x, sentence)
            if not y:
                return None
        if rule.id == "led.each":
            for more in (group["z"], group["w"]):
                y += parties.keys(more, sentence, match.start())
        elif rule.id == "received.by" and "G" in (group.get("y") or ""):
            # "the ministers were received by P": those of the other side
            host = {found.entities[key].side for key in x}
            y = [key for key in y if found.entities[key].side not in host]
        elif rule.id.startswith("credentials."):
            y = list(dict.fromkeys([*y, *parties.ambassadors(x)]))
        if len(x) > 1 and _STATE_FIRST.match(group.get("x") or "") and _INSIDE.search(sentence.code[: match.start()]):
            # "In Norway, the minister will meet …": the state is a place
            x = x[1:]
        y = parties.represented([key for key in y if key not in x])
        if (
            group.get("x") in ("they", "he", "she")
            and not y
            and rule.type not in ("visit", "event")
            and _ASIDE.search(sentence.code[max(0, match.start() - 12) : match.start()])
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
        bare = (group.get("y") or "").lstrip("the ")[:1] in ("C", "O") and rule.id != "title.body"
        if bare and rule.type != "correspondence" and _WHERE.search(sentence.code[: match.start("y")]):
            # "met in Kazakhstan" is a place
            return None
        if _BARE.match(group.get("x") or "") and _AFTER_PREPOSITION.search(sentence.code[: match.start()]):
            # "people abducted by C met P": the state does not meet
            return None
        if _BARE.match(group.get("x") or "") and _CITY_BEFORE.search(sentence.code[: match.start()]):
            # "traveled to L, C to attend E": the state is where the city is
            return None
        if _carried(sentence, match, group):
            return None
        if _SINCE_LAST.search(match.group()):
            return None
        if not rule.id.startswith("event.") and _FIRST.search(sentence.code[max(0,
            match.start() - 14) : match.start()]):
            return None
        if _SAYS.match(sentence.code, match.end()):
            # "met Y, and Z said": the last of the list speaks, in a clause of its own
            if len(y) > 1:
                y = y[:-1]
            elif rule.id == "chaired.by":
                x = x[:-1]
        if rule.id in _OF_TWO and len({found.entities[key].side for key in x}) < 2:
            return None
        if rule.id == "title.body" and any(found.entities[key].role != "ambassador" for key in x):
            # an envoy speaks there for the state; others may speak anywhere on a body's affairs
            return None
        if rule.id.startswith("title.") and all(found.entities[key].name is None for key in x):
            # "joint statement of two states on their trade" is no meeting
            return None
        if y or rule.type not in ("meeting", "phone_call", "signing"):
            parties.share(x)
            if rule.id == "chaired.by":
                parties.oppose([*x, *y])
        else:
            parties.oppose(x)
        parties.delegate(y, x)
        parties.share(y)
        if rule.type in ("meeting", "phone_call"):
            parties.settle_guest(y, x, sentence, match.start("y") if group.get("y") else 0)
        contact = Contact(
            rule.type, "held", parties.represented([*x, *y]), sentence.index, *sentence.chars(match.start(),
                match.end()), rule=rule.id
        )
        contact.evidence = [(contact.start, contact.end)]
        event = _EVENT.fullmatch(group.get("event") or "")
        if event:
            contact.event = found.events[int(event[1])]
        elif rule.id == "talks.again" and parties.session is not None:
            contact.event, contact.type = parties.session, "event"
            if not parties.session.role:
                contact.parties = [found.delegation(None, parties.session.organization)]
        if not details.fill(contact, sentence, match, x, y):
            return None
        if rule.id == "talks.again" and contact.event is not None and not contact.first_day:
            # nothing tells it from the session of the article
            return None
        if rule.id == "wish":
            # "I would like to congratulate" does so
            contact.status = "held"
        return contact if parties.sound(contact) else None


def _part(contact: Contact, parties: list[int]) -> Contact:
    """One of several contacts that one sentence tells of at once: that of `parties`."""
    return replace(
        contact,
        parties=parties,
        evidence=list(contact.evidence),
        hosts=[key for key in contact.hosts if key in parties],
        guests=[key for key in contact.guests if key in parties],
        chairs=[],
        rules=dict(contact.rules),
        topics=[],
        outcomes=[],
        figures=[],
    )


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


def _family(rule: Rule) -> str:
    return {"meeting": "talks", "phone_call": "talks"}.get(rule.type, rule.type)


@Language.factory("communique_contacts", assigns=["doc._.reading"], default_config={"language": "en", "parser": ""})
def make(nlp: Language, name: str, language: str, parser: str) -> Contacts:
    """The contacts pipe for `language`; `parser` names a spaCy model whose parser is asked where no rule fits."""
    return Contacts(language, parser)
