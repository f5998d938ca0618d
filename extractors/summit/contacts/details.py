"""How a contact stands: its type, status, day, place and the larger event around it, from the sentence that reports
it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.lexicon import world
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.contacts.status import set_status
from extractors.summit.dates.pipe import DateMention, When
from extractors.summit.reading import Contact, Reading, Sentence, SiteMention
from extractors.summit.sidelines.patterns import patterns as event_patterns

_SYMBOL = re.compile(r"([A-Z])(\d+)")
_PLACE = re.compile(
    r"\b(?:in|at|to|visited|visiting|arrived in|near|outside|inside)(?: (?:the|his|her|their|a|"
    r"downtown|city|of|ancient|neighbouring|"
    r"western|eastern|northern|southern|A\d+|C\d+|x|capital|resort|presidential|official|neighboring|"
    r"sea|black|red|"
    r"swiss|central|historic|royal|\w+ern|port|town))* (?P<site>[LVC]\d+|A\d+ capital|capital of "
    r"(?:the )?C\d+)(?: ,? ?(?:in|,) (?:the )?(?:A\d+ )?(?:\w+ )?(?P<more>[LC]\d+))?"
)
_DAYS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_OTHERS_DAY = re.compile(
    r" 's (?!(?:\S+ "
    r"){0,3}(?:meetings?|talks|visit|summit|call|conversation|negotiations|session|trip)\b)"
)
_COMING = re.compile(r"\b(?:next|coming|later this) (?:week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)")
_BY_PHONE = re.compile(r"\b(?:tele)?phone (?:conversation|call|talks)\b")
_SAID_ON = re.compile(r"\b(?:said|says|announced|confirmed)(?: on)? $")
_APART = re.compile(r" [.;] ")
_VENUE = re.compile(
    r"\bat (?:the |his |her )?(?P<v>(?:[A-ZÀ-Þ][\w’'\-]+ |of |the |and |de |al-|el-|José |presidential "
    r"|official )*?"
    r"(?:Palace|Hall|Center|Centre|Residence|residence|Hotel|House|Ordo|Guesthouse|Complex|complex|"
    r"Castle|Theatre|"
    r"Theater|Pavilion|Villa|Headquarters|headquarters|Manor|Lodge|Club|Museum|Mansion|Ministry|"
    r"Chancellery|"
    r"airport|Airport|State Guesthouse|of the People|Flores))\b"
)


class Details:
    """Fills in a contact from the sentence of its rule."""

    def __init__(self, found: Reading, patterns: Patterns, text: str) -> None:
        self.found, self.patterns, self.text = found, patterns, text
        self.events = event_patterns(found.language)
        self.story_day: date | None = None

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
        self._roles(contact, sentence, group, x, y)
        self.day(contact, sentence, match)
        self.place(contact, sentence, match)
        self.parent(contact, sentence, match)
        if contact.first_day and contact.precision == "day" and not sentence.is_title:
            self.story_day = date.fromisoformat(contact.first_day)
        return True

    def _type(self, contact: Contact, group: dict[str, str | None], sentence: Sentence, match: re.Match[str]) -> None:
        # what is said of the actor in passing tells nothing of the contact
        noun = f"{match.string[match.start('aux') : match.end()] if group.get('aux') is not None else match.group()} "
        noun = re.sub(r"\bcall(?:s|ed|ing)? (?:for|on) ", "", noun)
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
        self, contact: Contact, sentence: Sentence, group: dict[str, str | None], x: list[int], y: list[int]
    ) -> None:
        if contact.rule in ("receive.host", "received.by"):
            contact.hosts, contact.guests = list(x), list(y)
            if (group.get("x") or "").startswith("V") and x:
                contact.country = self.found.entities[x[0]].country
        elif contact.rule == "event.hosted":
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

    def _destination(self, contact: Contact, code: str | None) -> None:
        places = [self._site(kind, int(number)) for kind, number in _SYMBOL.findall(code or "") if kind in "CLV"]
        states = list(dict.fromkeys(place.country for place in places if place.country))
        if len(states) > 1:
            # a tour: no one place, the states as hosts
            for state in states:
                key = self.found.delegation(state)
                contact.hosts.append(key)
                contact.parties.append(key)
            return
        for place in places:
            contact.city, contact.country = place.city or contact.city, place.country
            contact.venue = place.venue
        contact.place_span = (contact.start, contact.end) if places else None

    def _site(self, kind: str, ref: int) -> SiteMention:
        if kind == "C":
            return SiteMention(None, self.found.countries[ref], None)
        if kind == "A":
            country = world.countries()[self.found.countries[ref]]
            return SiteMention(country.capital, country.code, None)
        return self.found.sites[ref]

    def day(self, contact: Contact, sentence: Sentence, match: re.Match[str]) -> None:
        """Sets the day of `contact` from the date nearest to what `match` found in `sentence`."""
        future = contact.status in ("planned", "proposed", "postponed", "cancelled")
        best: tuple[float, When, int, int] | None = None
        verb = _verb_position(match)
        for i, unit in enumerate(sentence.units):
            if unit.kind != "D":
                continue
            at = sentence.offsets[i]
            mention = self.found.dates[unit.ref]
            when = mention.when(self.found.today, future, self.story_day)
            if when is None or self._far(mention, when, contact):
                continue
            if _OTHERS_DAY.match(sentence.code, at + len(unit.symbol)) and not match.start() <= at < match.end():
                # "September's national election" is the day of the election
                continue
            before = sentence.code[max(0, at - 48) : at]
            cost = abs(at - verb) / 10
            between = sentence.code[min(at, verb) : max(at, verb)]
            said = bool(self.patterns.saying.search(before[-28:])) and (
                not match.start() <= at < match.end() or bool(_SAID_ON.search(before))
            )
            if said and contact.rule != "told.with":
                # the day of saying so is the day of what goes on at that hour, and of what it follows on
                if contact.status == "ongoing":
                    cost = min(cost, 6) + 12
                elif re.match(
                    r" (?:just |shortly )?after$", sentence.code[at + len(unit.symbol) : match.start()].rstrip()
                ):
                    cost += 4
                else:
                    cost += 30
            if re.search(
                r"\b(?:start|begin|due|set|scheduled|planned|slated)(?: (?:to|for|on|start|begin))* $", before
            ):
                cost -= 4
            if ".kill" in contact.rule and at < verb:
                cost += 5
            if self.patterns.saying.search(between) or " . " in between or " ; " in between:
                cost += 8
            if at >= verb:
                cost -= 2
            if re.search(r"\b(?:when|where) (?:\S+ ){0,8}$", between):
                cost += 8
            if re.search(r"\b(?:since|until|by|of|in) $", before) and when.precision in ("month", "year", "season"):
                cost += 6
            if (
                re.search(r"(?:after|since|following|before|ahead of|from) (?:\S+ ){0,6}$", before)
                and not match.start() <= at < match.end()
                and not re.search(r"\bD\d+ after $", sentence.code[: match.start()])
            ):
                cost += 6
            cost += {"day": 0, "month": 3, "season": 3, "year": 8}[when.precision]
            if best is None or cost < best[0]:
                best = (cost, when, unit.start, unit.end)
        if best is not None and best[0] < 30:
            when = best[1]
            contact.first_day, contact.last_day, contact.precision = when.first, when.last, when.precision
            contact.date_span, contact.rules["date"] = (best[2], best[3]), when.rule
            contact.date_rank = 2 if best[0] < 12 else 1
            self._lasting(contact, sentence)
            today = self.found.today
            if (
                "arrival" in contact.rules
                and when.precision == "day"
                and today
                and (today - date.fromisoformat(when.first)).days <= 1
            ):
                contact.status, contact.rules["status"] = "ongoing", "status.arrival"
            if (
                contact.status == "held"
                and contact.type != "correspondence"
                and _COMING.search(self.text[max(0, best[2] - 8) : best[3]].lower())
            ):
                contact.status, contact.rules["status"] = "planned", "status.date"
            if (
                contact.status == "held"
                and contact.type != "correspondence"
                and when.precision == "day"
                and today
                and when.first > today.isoformat()
            ):
                contact.status, contact.rules["status"] = "planned", "status.date"

    @staticmethod
    def _lasting(contact: Contact, sentence: Sentence) -> None:
        """The last day of a 'four-day trip' that begins on a known day."""
        if contact.last_day or contact.precision != "day" or not contact.first_day or contact.status == "held":
            return
        days = re.search(
            r"\b(two|three|four|five|six|seven|\d{1,2})-day (?:\w+ ){0,2}(?:visit|trip|tour|summit|forum|"
            r"conference)\b",
            sentence.code,
        )
        if days:
            number = _DAYS.get(days[1]) or int(days[1])
            contact.last_day = (date.fromisoformat(contact.first_day) + timedelta(days=number - 1)).isoformat()

    def _far(self, mention: DateMention, when: When, contact: Contact) -> bool:
        """A day without a year that could only be meant if it lay most of a year back."""
        if contact.status != "held" or mention.kind != "day" or mention.year is not None or self.found.today is None:
            return False
        return (self.found.today - date.fromisoformat(when.first)).days > 200

    def place(self, contact: Contact, sentence: Sentence, match: re.Match[str]) -> None:
        """Sets city, country and venue from the place nearest to what `match` found in `sentence`."""
        if contact.type in ("phone_call", "video_conference", "correspondence"):
            return
        if contact.type == "visit" and (contact.country or contact.hosts):
            return
        verb = _verb_position(match)
        tail = sentence.code[verb : match.end() + 16]
        if self.found.dateline_city and re.search(r"\bhere\b", tail):
            contact.city, contact.country = self.found.dateline_city, self.found.dateline_country
            contact.rules["place"] = "place.here"
            self.venue(contact, sentence)
            return
        best: tuple[float, re.Match[str]] | None = None
        for place in _PLACE.finditer(sentence.code):
            at = place.start("site")
            cost = abs(at - verb) / 10
            between = sentence.code[min(at, verb) : max(at, verb)]
            if _APART.search(between) or self.patterns.saying.search(between):
                cost += 12
            if place["site"][0] == "C":
                cost += 6
                before = sentence.code[max(0, at - 30) : at]
                if re.search(
                    r"(?:war|conflict|situation|crisis|interests?|peace|settlement|involvement|investments?|"
                    r"troops|forces|ambassador|embassy) "
                    r"(?:in|to|at) (?:the )?$",
                    before,
                ):
                    continue
                if re.match(r"(?:to)\b", place.group()) and contact.type != "visit":
                    continue
            elif (
                re.match(r"to\b", place.group())
                and contact.type not in ("visit",)
                and not re.search(
                    r"(?:visit|trip|travel\w*|came|arriv\w+|invited|flew) to", sentence.code[max(0, at - 12) : at]
                )
            ):
                cost += 8
            if best is None or cost < best[0]:
                best = (cost, place)
        if best is None or best[0] > 24:
            self.venue(contact, sentence)
            return
        place = best[1]
        for code in (place["more"], place["site"]):
            if code:
                kind, number = _SYMBOL.findall(code)[0]
                site = self._site("A" if "capital" in code else kind, int(number))
                contact.city = site.city or contact.city
                contact.country = site.country or contact.country
                contact.venue = site.venue or contact.venue
        contact.place_span = sentence.chars(place.start("site"), place.end())
        contact.rules["place"] = "place.near"
        self.venue(contact, sentence)

    def venue(self, contact: Contact, sentence: Sentence) -> None:
        """Sets the building, where `sentence` names one."""
        for unit in sentence.units:
            if unit.kind == "V" and contact.venue is None:
                site = self.found.sites[unit.ref]
                before = sentence.code[: sentence.offsets[sentence.units.index(unit)]]
                if re.search(r"\b(?:at|in|to|inside) (?:the )?$", before) and (contact.country in (None, site.country)):
                    contact.venue, contact.city = site.venue, contact.city or site.city
                    contact.country = contact.country or site.country
                    contact.place_span = contact.place_span or (unit.start, unit.end)
        if contact.venue is None:
            named = _VENUE.search(self.text, sentence.start, sentence.end)
            if named:
                contact.venue = named["v"].strip()

    def parent(self, contact: Contact, sentence: Sentence, match: re.Match[str]) -> None:
        """Sets the larger event that `sentence` puts the contact beside."""
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
            if abs(parent.start() - match.start()) > 160 and abs(parent.start() - match.end()) > 90:
                continue
            contact.parent = event
            contact.rules["parent"] = "parent.phrase"
            return


def _verb_position(match: re.Match[str]) -> int:
    group = match.groupdict()
    if group.get("np") is not None and group.get("aux") == "":
        # "X … their meeting in L": the noun, not the verb of the sentence
        return match.end("np")
    if group.get("aux") is not None:
        return match.end("aux")
    return match.start()
