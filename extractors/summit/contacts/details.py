"""How a contact stands: its type, status, day, place and the larger event around it, from the sentence that reports
it."""

from __future__ import annotations

import re

from extractors.summit.contacts.days import Days
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.contacts.sessions import council_session
from extractors.summit.contacts.status import set_status
from extractors.summit.places.whereabouts import REMOTE, Whereabouts
from extractors.summit.reading import Contact, NamedEvent, Reading, Sentence
from extractors.summit.sidelines.patterns import patterns as event_patterns

_SYMBOL = re.compile(r"([A-Z])(\d+)")
_OWN_DAY = re.compile(r"(?: (?:in|at) (?:the )?[LCV]\d+(?: , [LC]\d+)?)?(?: ,)? (?:on|from|taking place|scheduled for|"
                      r"to be held|held|which (?:will )?takes? place)(?: on| from)? D\d")
_OWN_PLACE = re.compile(
    r"(?: ,)?(?: which| that)?(?: (?:is|was|will be|to be))?"
    r"(?: (?:taking place|being held|held|hosted|convened|scheduled))? (?:in|at) (?:the )?[LCV]\d"
)
_INTO = re.compile(r" (?:to|at|into) (?:the )?V(\d+)\b")
_OF_SEVERAL = re.compile(r"\b(?:ministerial|meeting|session|conference|summit|forum|round ?table)(?: meeting)?"
                         r" of (?:the )?G\d+|\bministerial(?: meeting| conference| session)?|E\d+$")
_AT_SESSION = re.compile(r"(?: (?!P\d|,)[^\s.;]+){0,4}? (?:at|during|in) (?:the )?(?:[CO]\d+ [-–] )?E(?P<event>\d+)")
_BY_PHONE = re.compile(
    r"\b(?:tele)?phone (?:conversation|call|talks)\b|\b(?:spoke|talked|speaking|discussion|conversation)(?: \S+){0,3} "
    r"(?:by|over|on)(?: the)? (?:tele)?phone\b"
)
_TOLD_BY_PHONE = re.compile(
    r"(?: [^\s.;]+){0,3}? (?:(?:by|over|on)(?: the)? (?:tele)?phone\b|(?:in|during)(?: (?:a|the|their))? "
    r"(?:\w+ )?(?:tele)?(?:phone )?(?:call|conversation)\b)"
)


class Details:
    """Fills in a contact from the sentence of its rule."""

    def __init__(self, found: Reading, patterns: Patterns, text: str) -> None:
        self.found, self.patterns, self.text = found, patterns, text
        self.events = event_patterns(found.language)
        self.whereabouts = Whereabouts(found, text)
        self.days = Days(found, patterns, text)

    def fill(self, contact: Contact, sentence: Sentence, match: re.Match[str], x: list[int], y: list[int]) -> bool:
        """Sets type, roles, status, day, place and parent event. False where the sentence denies the contact."""
        group = match.groupdict()
        self._type(contact, group, sentence, match)
        if not set_status(self.patterns, contact, sentence, match, group.get("aux") or ""):
            return False
        contact.apart = bool(
            re.search(
                r"\b(?:also|separately) (?:met|held|spoke)\b|\bmet separately\b|\bseparate "
                r"meeting",
                match.group(),
            )
        )
        if contact.type == "signing" and re.search(r"\bat (?:a|an|the) (?:\S+ ){0,2}summit\b", sentence.code):
            contact.type = "summit"
        self._roles(contact, sentence, match, x, y)
        self.day(contact, sentence, match)
        self.place(contact, sentence, match)
        self.parent(contact, sentence, match)
        council_session(self.found, contact, sentence, match)
        if contact.rule == "visit.stops" and not contact.first_day and sentence.index:
            self.days.departing(contact, self.found.sentences[sentence.index - 1], sentence)
        if not sentence.is_title:
            self.days.told(contact)
        return True

    def _type(self, contact: Contact, group: dict[str, str | None], sentence: Sentence, match: re.Match[str]) -> None:
        # what is said of the actor in passing tells nothing of the contact
        noun = f"{match.string[match.start('aux') : match.end()] if group.get('aux') is not None else match.group()} "
        noun = re.sub(r"\bcall(?:s|ed|ing)? (?:for|on) ", "", noun)
        session = _AT_SESSION.match(sentence.code, match.end()) if contact.rule == "speak.with" else None
        if session is not None:
            # "spoke with the ministers of O at E": took part in it
            contact.event, contact.type = self.found.events[int(session["event"])], "event"
        if contact.rule in ("told.with", "told.at") and _TOLD_BY_PHONE.match(sentence.code, match.end()):
            contact.type = "phone_call"
        if contact.rule in ("joint.each", "discuss.with") and _BY_PHONE.search(sentence.code):
            contact.type = "phone_call"
        elif contact.type in ("meeting", "phone_call"):
            tail = sentence.code[match.end() : match.end() + 60]
            if self.patterns.video.search(noun) or re.match(
                r"(?: \S+){0,6} (?:via|by|over)(?: a)? (?:video|link)", tail
            ):
                contact.type = "video_conference"
            elif (
                contact.type == "phone_call"
                and re.search(r"\b(?:talked|talks|talk|speaks at|chatted) ", noun)
                and not (self.patterns.remote.search(sentence.code))
            ):
                contact.type = "meeting"
            elif (
                contact.type == "phone_call"
                or self.patterns.remote.search(noun)
                or re.match(r"(?: \S+){0,8} (?:by|over|on)(?: the)? (?:tele)?phone", tail)
            ):
                contact.type = "phone_call"

    def _roles(
        self, contact: Contact, sentence: Sentence, match: re.Match[str], x: list[int], y: list[int]
    ) -> None:
        group = match.groupdict()
        if contact.rule in ("receive.host", "received.by", "gather.host", "host.talks", "credentials.host",
            "credentials.guest"):
            contact.hosts, contact.guests = list(x), list(y)
            if (group.get("x") or "").startswith("V") and x:
                contact.country = self.found.entities[x[0]].country
            elif contact.rule == "receive.host" and x and (
                house := _INTO.match(sentence.code, sentence.code.find(group["y"] or "") + len(group["y"] or ""))
            ):
                # "welcoming P to the V"
                site = self.found.sites[int(house[1])]
                if site.country == self.found.entities[x[0]].country:
                    contact.city, contact.country, contact.venue = site.city, site.country, site.venue
        elif contact.rule == "title.body":
            contact.hosts = list(y)
            if contact.event is not None and contact.event.organization:
                contact.hosts = [self.found.delegation(None, contact.event.organization)]
                contact.parties += contact.hosts
        elif contact.rule in ("cohost.join", "chair.each", "cohost") and (held := _OF_SEVERAL.search(match.group())):
            self._convened(contact, held, [*x, *y], sentence)
        elif contact.rule == "call.on":
            # who calls on somebody is the guest
            contact.hosts, contact.guests = list(y), list(x)
        elif contact.rule.startswith("event.hosted"):
            self._destination(contact, group.get("c"))
        elif contact.rule == "event.attend" and re.search(
            r"\b(?:chair\w*|co-chair\w*|presided over|opened|opens)\b",
            " ".join(sentence.code[sentence.code.find(" ") :].split()[:14]),
        ):
            contact.chairs = list(x)
        elif contact.rule in ("event.attend", "event.and") and (host := self.patterns.hosting.search(sentence.code)):
            kind, number = host["p"][0], int(host["p"][1:])
            key = number if kind == "P" else self.found.delegation(self.found.countries[number])
            if self.found.entities[key].side not in {self.found.entities[k].side for k in x}:
                contact.hosts.append(key)
                contact.parties.append(key)
        elif contact.rule.startswith("invite"):
            contact.hosts, contact.guests = list(x), list(y)
            self._destination(contact, group.get("c"))
            if contact.country is None and x:
                contact.country = self.found.entities[x[0]].country
        elif contact.type == "visit":
            contact.guests = [key for key in x if self.found.entities[key].role != "delegation"] or list(x)
            contact.parties = list(contact.guests)
            self._destination(contact, group.get("c"))
            if contact.rule in ("visit.here", "visit.go.here"):
                contact.city, contact.country = self.found.dateline_city, self.found.dateline_country
                contact.rules["place"] = "place.here"
            named = contact.country is not None or contact.hosts
            if contact.rule in ("visit.of", "visit.previewed") and sentence.is_title and not named:
                self._to_us(contact)
            host = self.patterns.hosting.search(sentence.code)
            if host:
                kind, number = host["p"][0], int(host["p"][1:])
                key = number if kind == "P" else self.found.delegation(self.found.countries[number])
                if (
                    key not in contact.guests
                    and self.found.entities[key].side != self.found.entities[contact.guests[0]].side
                    if contact.guests
                    else False
                ):
                    contact.hosts.append(key)
                    contact.parties.append(key)
                    contact.country = contact.country or self.found.entities[key].country
            kinds = [
                kind
                for word, kind in self.patterns.visit_kinds.items()
                if re.search(rf"\b{word}(?: \w+)? (?:visit|trip)", sentence.code)
            ]
            contact.visit_kind = kinds[0] if kinds else None

    def _convened(self, contact: Contact, held: re.Match[str], hosts: list[int], sentence: Sentence) -> None:
        """What two convene for others: 'co-hosted a ministerial meeting', 'a meeting of the foreign ministers of'."""
        event = re.search(r"E(\d+)$", held.group())
        if event is not None:
            contact.event = self.found.events[int(event[1])]
        else:
            start, end = sentence.chars(held.start(), held.end())
            contact.event = NamedEvent(self.text[start:end], None, "multilateral_meeting", contact.start, contact.end)
        contact.type = "event"
        if "host" in held.string or "conven" in held.string:
            contact.hosts = list(hosts)
        else:
            contact.chairs = list(hosts)

    def _to_us(self, contact: Contact) -> None:
        """'Previewing the visit of N' on a government's page: a visit to it, still to come."""
        home = self.found.home
        own = {self.found.entities[key].country for key in contact.guests}
        if home is not None and home not in own and None not in own:
            contact.country = home
            if contact.status == "held":
                contact.status, contact.rules["status"] = "planned", "status.announced"

    def _destination(self, contact: Contact, code: str | None) -> None:
        places = [self.whereabouts.site(f"{kind}{number}") for kind,
            number in _SYMBOL.findall(code or "") if kind in "CLV"]
        states = list(dict.fromkeys(place.country for place in places if place.country))
        if len(states) > 1:
            # a tour: no one place, the states as hosts
            for state in states:
                key = self.found.delegation(state)
                contact.hosts.append(key)
                contact.parties.append(key)
            return
        bodies = [self.found.organizations[int(number)] for kind, number in _SYMBOL.findall(code or "") if kind == "O"]
        own = {self.found.entities[key].organization for key in contact.guests}
        if not places and bodies and own.isdisjoint(bodies):
            # "will visit the European Parliament": the body receives
            key = self.found.delegation(None, bodies[0])
            contact.hosts.append(key)
            contact.parties.append(key)
            return
        if not places and (abroad := self._the_country(contact)) is not None:
            contact.country = abroad
        for place in places:
            contact.city, contact.country = place.city or contact.city, place.country
            contact.venue = place.venue
        if len({place.city for place in places if place.city}) > 1:
            # several cities of one state: none is the place
            contact.city = contact.venue = None
        contact.place_span = (contact.start, contact.end) if places else None

    def _the_country(self, contact: Contact) -> str | None:
        """The state that "barred N from visiting the country" means: the first that the sentence names; and the one
        where a story on both is written, for 'during a visit by N'."""
        sentence = self.found.sentences[contact.sentence]
        states = [self.found.countries[unit.ref] for unit in sentence.units if unit.kind == "C"]
        own = {self.found.entities[key].country for key in contact.guests}
        if contact.rule == "visit.barred":
            return next((state for state in states if state not in own), None)
        if re.match(r"\s*(?:on \w+ )?(?:to|in)\b", self.text[contact.end : contact.end + 16]):
            # "a visit by N to the remote valley"
            return None
        if contact.rule in ("visit.of", "visit.to.by") and self.found.dateline_country in states:
            return self.found.dateline_country if self.found.dateline_country not in own else None
        return None

    def day(self, contact: Contact, sentence: Sentence, match: re.Match[str]) -> None:
        """Sets the day of `contact` from the date nearest to what `match` found in `sentence`."""
        self.days.set(contact, sentence, match, _verb_position(match))

    def place(self, contact: Contact, sentence: Sentence, match: re.Match[str]) -> None:
        """Sets city, country and venue from the place nearest to what `match` found in `sentence`."""
        if contact.type in REMOTE or (contact.type == "visit" and (contact.country or contact.hosts)):
            return
        event = match.groupdict().get("event")
        after = event is not None and _OWN_PLACE.match(sentence.code, match.end("event"))
        self.whereabouts.near(contact, sentence, match, match.end("event") if after else _verb_position(match))
        if contact.rule == "joint.each" and contact.city is None and contact.rules.get("place") == "place.near":
            # "agreed to invest in C": no place of their meeting
            contact.country = contact.place_span = None
            del contact.rules["place"]

    def venue(self, contact: Contact, sentence: Sentence) -> None:
        """Sets the building, where `sentence` names one."""
        self.whereabouts.venue(contact, sentence)

    def parent(self, contact: Contact, sentence: Sentence, match: re.Match[str]) -> None:
        """Sets the larger event that `sentence` puts the contact beside."""
        if contact.rule == "event.listed.and":
            # "to attend E and E": neither is beside the other
            return
        if contact.event is None and re.search(r"\bon the sidelines(?! of)", sentence.code):
            before = [e for e in self.found.events if e.end <= sentence.start and e.start >= self.found.offset]
            if before:
                contact.parent, contact.rules["parent"] = before[0], "parent.sidelines"
                return
        for parent in self.events.parent.finditer(sentence.code):
            event = self.found.events[int(parent["event"][1:])]
            if event is contact.event:
                continue
            if parent["how"] in self.events.not_parent and not (
                contact.rule.startswith("invite") and parent["how"] == "in view of"
            ):
                continue
            if parent["how"] == "for" and not re.search(
                r"\b(?:arriv\w+|came|come|travel\w*|fl[ey]w?|is in|visit\w*|"
                r"L\d+|C\d+) (?:\S+ ){0,3}$",
                sentence.code[max(0, parent.start() - 40) : parent.start()],
            ):
                continue
            verb = match.end("aux") if match.groupdict().get("aux") is not None else match.start()
            if self.days.words.had_been.search(sentence.code, verb, parent.start()):
                # "came from L, where he had attended E"
                continue
            if abs(parent.start() - match.start()) > 160 and abs(parent.start() - match.end()) > 90:
                continue
            contact.parent = event
            contact.rules["parent"] = "parent.phrase"
            return


def _verb_position(match: re.Match[str]) -> int:
    group = match.groupdict()
    if group.get("event") is not None and _OWN_DAY.match(match.string, match.end("event")):
        # "will travel to C from D to attend E on D": the session's own day
        return match.end("event")
    if group.get("np") is not None and group.get("aux") == "":
        # "X … their meeting in L": the noun, not the verb of the sentence
        return match.end("np")
    if group.get("aux") is not None:
        return match.end("aux")
    return match.start()
