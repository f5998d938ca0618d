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
_WENT = re.compile(r"\b(?:visit(?:s|ed|ing)?|went to|goes to|go to|travel\w* to|flew to|fly to|flies to) (?:the "
                   r")?[CL]\d+ (?:on )?$")
_RESPECTIVELY = re.compile(r"(?: (?:in|at) [LV]\d+)?(?: ,)? (?:respectively|separately|individually|in turn)\b")
_THEN_AND_THERE = re.compile(r"\bin L\d+ (?:(?:on|in|last|this|earlier|during) ){0,2}D\d+|\bD\d+ in L\d+")
_FIRST = re.compile(r"\b(?:first|second|third|only|last)(?: \w+)? $")
_ASIDE_OF = re.compile(
    r"\b(?:sidelines|margins|fringes|framework|eve|part|results|outcomes|decisions) of(?: \S+){0,3} $"
)
_WHERE = re.compile(r"\b(?:in|at|from|near|of)(?: the)? $")
_GOES_ON = re.compile(r"(?:his|her)\b|[^PG]{0,60}?\b(?:he|she)\b[^PG]*P\d")
"""A sentence that goes on about the same person: whom it names besides is another."""
_STATE_FIRST = re.compile(r"(?:the )?C\d+ , (?:the )?P\d")
_OF_TWO = frozenset({"talks.their", "title.both", "title.both.bare", "title.remarks", "title.press"})
_INSIDE = re.compile(r"\b(?:in|at|from)(?: the)? $")
_OBJECT = re.compile(r"\b(?:of|with|to|against|from|by|on|about|over|for|against)(?: the)? $")
_ADJOINED = re.compile(r" , (?:after|following|before|ahead of|during) ")
_BARE = re.compile(r"(?:the )?[CO]\d+$")
_AFTER_PREPOSITION = re.compile(r"\b(?:visit|visits|visited|visiting|toured|left|by|of|in|from|with|against|to|for|on|"
                                r"at|over|into|near|between)(?: the)? $")
_TALKS = re.compile(r"\b(?:talks|meeting|summit|negotiations)\b")
_JOINTLY = re.compile(r"\bjoint\b.*\b(?:statement|declaration|communiqu|vision|release)")
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
        taken: list[tuple[int, int, str]] = []
        actors: list[int] | None = None
        told = {word for word in self.patterns.needs if word in sentence.code}
        for rule in self.patterns.rules:
            if told.isdisjoint(rule.needs):
                continue
            at = 0
            titled = rule.id == "visit.title" or rule.id.startswith("title.")
            if not sentence.is_title and (rule.id == "talks.in" or (titled and not _heads(found, sentence))):
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
        beside = sentence.index > _OPENING and _SIDELINES.search(sentence.code) is not None
        several = contact.type == "phone_call" or beside or self.patterns.several.search(
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
            or _one_call(found)
            or rule.type == "visit"
        ):
            return [contact]
        made = []
        for side in sides:
            with_side = [key for key in others if found.entities[key].side == side]
            made.append(_part(contact, [*own, *with_side]))
        return made

    def _contact(
        self, found: Reading, sentence: Sentence, rule: Rule, match: re.Match[str], parties: Parties, details: Details
    ) -> Contact | None:
        group = match.groupdict()
        if rule.id == "chaired.by" and "attended by" in match.group() and (parties.pair or parties.session):
            # who else was at a meeting that the article has told of: see `attend`
            return None
        if rule.id == "visit.then" and not _WENT.search(sentence.code[: match.start()]):
            return None
        if rule.id == "event.travel" and not self.patterns.planned.search(group["aux"] or ""):
            # who came for a session is on a visit; only of one to come the trip is news of the session as well
            return None
        if rule.id == "event.dated" and (
            sentence.is_title
            or _ASIDE_OF.search(sentence.code[: match.start("event")])
            or not found.events[int(group["event"][1:])].organization
        ):
            # what took place beside it is the news
            return None
        if rule.id in ("event.within", "event.gathered") and not found.events[int(group["event"][1:])].role:
            # of meetings named by those who meet, the mere mention in the story is news
            return None
        if rule.id in ("event.happen", "event.title", "event.within", "event.gathered") and group.get("x") is None:
            x: list[int] = []
        else:
            x = parties.keys(group.get("x"), sentence, match.start("x") if group.get("x") else match.start())
        if rule.id == "talks.loose" and (
            _OBJECT.search(sentence.code[: match.start()]) or _ADJOINED.search(match.group())
        ):
            # "urged the government of A … after a meeting with B": who urged met B
            x = parties.subject_of(sentence, match.start()) or x
        if rule.id == "visit.during" or (rule.id == "visit.here" and group["x"] is None):
            x = [
                unit.ref
                for i, unit in enumerate(sentence.units)
                if unit.kind == "P" and sentence.units[min(i + 1, len(sentence.units) - 1)].symbol != "'s"
            ][:1]
        elif "x" not in group and rule.id.endswith(".and"):
            # the subject of the verb before
            x = [unit.ref for unit in sentence.units[: sentence.unit_at(match.start())] if unit.kind == "P"][:1]
            if _GOES_ON.match(sentence.code) and parties.subject is not None:
                # "he was received by A and held talks with B"
                x = [parties.subject]
        elif rule.id == "talks.again":
            x = [] if parties.session else parties.same_sides()
        elif rule.id == "title.byline":
            x = _byline(found)
        elif rule.id == "wish":
            x = _writer(found) or parties.lead()
        elif group.get("x") is None and contact_needs_subject(rule):
            x = parties.subject_of(sentence, match.start()) or ([] if rule.id == "told.at" else parties.lead())
        if rule.id == "joint.each":
            late = sentence.index > (2 if " told " in match.group() else 1)
            if late and not _THEN_AND_THERE.search(sentence.code, match.end()):
                return None
            if not _speak_for_themselves(found, x, sentence):
                return None
        if group.get("y") in ("him", "her", "them"):
            y = parties.met_by(x, sentence, match.start())
        else:
            y = parties.keys(group.get("y"), sentence, match.start("y") if group.get("y") else match.start())
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
            and rule.type != "visit"
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
        bare = (group.get("y") or "").lstrip("the ")[:1] in ("C", "O")
        if bare and rule.type != "correspondence" and _WHERE.search(sentence.code[: match.start("y")]):
            # "met in Kazakhstan" is a place
            return None
        if _BARE.match(group.get("x") or "") and _AFTER_PREPOSITION.search(sentence.code[: match.start()]):
            # "people abducted by C met P": the state does not meet
            return None
        if _carried(sentence, match, group):
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


def _speak_for_themselves(found: Reading, keys: list[int], sentence: Sentence) -> bool:
    """Whether two or more named persons did it, or two unnamed officials in a sentence that tells of talks."""
    if sum(found.entities[key].name is not None for key in keys) > 1:
        return True
    officials = sum(found.entities[key].role != "delegation" for key in keys)
    if officials > 1 and found.sentences[0].is_title and _JOINTLY.search(found.sentences[0].code):
        return True
    return officials > 1 and (bool(_TALKS.search(sentence.code)) or "failed" in sentence.code)


def _first(rule: Rule, code: str, actors: list[int], at: int) -> re.Match[str] | None:
    """The leftmost match of a rule that begins with who acts, from `at` on."""
    for start in actors:
        if start >= at and (match := rule.expression.match(code, start)) is not None:
            return match
    return None


def _heads(found: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is a heading printed again over the text: the whole first paragraph, without a full stop."""
    first = next((s for s in found.sentences if not s.is_title), None)
    if first is not sentence or sentence.code.endswith((" .", " !", " ?")):
        return False
    following = sentence.index + 1
    return following >= len(found.sentences) or found.sentences[following].paragraph != sentence.paragraph


def _byline(found: Reading) -> list[int]:
    """Who stands alone on a line above the text."""
    for sentence in [s for s in found.sentences if not s.is_title][:3]:
        if re.fullmatch(r"P\d+", sentence.code):
            return [sentence.units[0].ref]
    return []


def _carried(sentence: Sentence, match: re.Match[str], group: dict[str, str | None]) -> bool:
    """Whether the verb after a bare comma belongs to somebody before: 'A receives B, invites C'."""
    if not group.get("x") or group.get("aux") is None or "and" in (group["x"] or ""):
        return False
    between = sentence.code[match.end("x") : match.start("aux")]
    return between == " ," and any(unit.kind == "P" for unit in sentence.units[: sentence.unit_at(match.start("x"))])


def _writer(found: Reading) -> list[int]:
    """Who says "I" in a message: the first of the publisher's own side whom its head names."""
    for sentence in found.sentences[:4]:
        for unit in sentence.units:
            if unit.kind == "P" and found.entities[unit.ref].name and found.entities[unit.ref].side == found.home:
                return [unit.ref]
    return []


def contact_needs_subject(rule: Rule) -> bool:
    """Whether the rule names only the other side, so that the article's subject is the one who meets."""
    return rule.id in ("talks.bare", "talks.title", "meet.due", "call.noun", "wish", "told.at", "after.meet",
        "visit.stops", "visit.then", "press.opening", "visit.owned")


def _one_call(found: Reading) -> bool:
    """Whether the title tells of one call, however many were on the line."""
    title = next((sentence.code for sentence in found.sentences if sentence.is_title), "")
    return re.search(r"\bcall\b", title) is not None and re.search(r"\bcalls\b", title) is None


def _family(rule: Rule) -> str:
    return {"meeting": "talks", "phone_call": "talks"}.get(rule.type, rule.type)


@Language.factory("communique_contacts", assigns=["doc._.reading"], default_config={"language": "en", "parser": ""})
def make(nlp: Language, name: str, language: str, parser: str) -> Contacts:
    """The contacts pipe for `language`; `parser` names a spaCy model whose parser is asked where no rule fits."""
    return Contacts(language, parser)
