"""Whom the symbols of a rule's groups mean, and whether they make a diplomatic contact."""

from __future__ import annotations

import re
from functools import cache

from extractors.languages import part
from extractors.lexicon import world
from extractors.summit.reading import Contact, NamedEvent, Reading, Sentence

_SYMBOL = re.compile(r"\b([PCOGAVL])(\d+)\b")
_OWNED = re.compile(r"\bP\d+ 's (?=P\d)")
_THEIR_LEADERS = re.compile(r"\b(C\d+) 's (?:[a-z-]+ ){0,4}G\d+")
_PRONOUN = re.compile(r"^(?:he|she|him|her)$")
_JOINT = re.compile(
    r"\bjoint (?:\w+ ){0,3}(?:statement|declaration|communiqu|readout)|^following is the (?:text|full text)"
)
_OFFICE_ABROAD = re.compile(r"\b(?:minister|ambassador|general staff)", re.IGNORECASE)
_OPENING = re.compile(r"(?:ahead of|before|after|during|following|in|at|prior to|on the eve of|speaking|appearing|"
                      r"talking)\b")
_WE = re.compile(r"(?:we|our)\b")
_SENT = re.compile(r"\b(?:delegations?|officials|negotiators|envoys|team)\b")
_HEADED = re.compile(
    r"\bC(\d+)(?: 's)?(?: [a-z]+){0,2}(?: (?:was|is|were|are|will be|represented|led|headed)){0,3} by (?:the "
    r")?(?:[a-z]+ )?P(\d+)"
)
_HEADS = re.compile(r"\bP(\d+) ,(?: who)? (?:leads?|led|heads?|headed|leading|heading) (?:the )?C(\d+)")
_HEAD = re.compile(r" by (?:the )?(?:[a-z]+ )?P\d|P\d+ ,(?: who)? (?:le|he)a?d")
_WITHOUT_NAMES = frozenset(
    f"event.{name}" for name in ("happen", "title", "hosted", "hosted.that", "within", "gathered", "dated")
)
"""Rules of a body's session that need nobody named beside it."""
_DELEGATION = re.compile(r"(?:the|this) (?:[a-z-]+ )?delegation$")
_MANY = re.compile(r"\b(?:they|both|two|three|sides|parties|interlocutors|pair|delegations|countries)\b|G\d+")
_LEADERS = frozenset({"head_of_state", "head_of_government", "io_head"})
_SISTERS: frozenset[str | None] = frozenset({"IMF", "WB"})
"""The two institutions that hold their meetings together: between themselves no contact of states."""
SILENT = frozenset({"spokesperson"})


@cache
def _private(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(part(language, 'titles').PRIVATE))})$")


class Parties:
    """Resolves symbols to keys of entities, given what was told before."""

    def __init__(self, found: Reading) -> None:
        self.found = found
        self.private: re.Pattern[str] = _private(found.language)
        self.pair: list[int] = []
        self.joint: list[int] = []
        self.travellers: list[int] = []
        """Whom 'the delegation' means: those whose visit was told of last."""
        self.subject: int | None = None
        self.session: NamedEvent | None = None
        """The session of a body that the article tells of first."""
        self.leading: int | None = None

    def begin(self) -> None:
        """Finds whom the article is about: the first person of the title, else of the text, else the host of the
        page."""
        self._joint()
        self._at_the_head()
        for sentence in self.found.sentences:
            for unit in sentence.units:
                if unit.kind == "P":
                    self.leading = unit.ref
                    return

    def _at_the_head(self) -> None:
        """'C was represented by P', 'C's delegation was led by P and that of C by P': P is of that state."""
        for sentence in self.found.sentences:
            if not _HEAD.search(sentence.code):
                continue
            pairs = [*_HEADED.findall(sentence.code), *((state, who) for who, state in _HEADS.findall(sentence.code))]
            for state, person in pairs:
                entity = self.found.entities[int(person)]
                if entity.side is None or (entity.assumed and not entity.organization):
                    entity.country, entity.assumed = self.found.countries[int(state)], False

    def _joint(self) -> None:
        """Whom 'we' means in a joint statement: the parties that its title or first line names."""
        for sentence in self.found.sentences[:3]:
            if not _JOINT.search(sentence.code):
                continue
            keys = self.keys(" ".join(u.symbol for u in sentence.units if u.kind in ("P", "C", "A", "O")), sentence, 0)
            states = [key for key in keys if self.found.entities[key].country]
            if len({self.found.entities[key].side for key in states}) > 1:
                keys = states
            if len({self.found.entities[key].side for key in keys}) > 1:
                self.pair = self.joint = keys
                return

    def lead(self) -> list[int]:
        """The person the article is about, nobody where it names none."""
        return [self.leading] if self.leading is not None else []

    def subject_of(self, sentence: Sentence, at: int) -> list[int]:
        """Who does what the sentence tells of before `at`: its first person, unless it owns something there."""
        opening = sentence.code.find(" , ")
        if at < opening and _OPENING.match(sentence.code):
            # "Ahead of his meeting with B in L, A played down …"
            after_comma = sentence.units[sentence.unit_at(opening + 1) :]
            return next(([unit.ref] for unit in after_comma[:8] if unit.kind == "P"), [])
        state: list[int] = []
        for unit, after in zip(sentence.units, [*sentence.units[1:], None], strict=True):
            if unit.start >= sentence.units[sentence.unit_at(at)].start:
                break
            if unit.kind == "P":
                return [] if after is not None and after.symbol == "'s" else [unit.ref]
            if unit.kind == "O" and not state and after is not None and after.kind in ("G", "S"):
                # "EU leaders urged …": the body itself
                state = [self.found.delegation(None, self.found.organizations[unit.ref])]
            if unit.kind == "C" and not state and after is not None and after.symbol == "'s":
                # "China's top banking regulator": an official of that state
                state = [self.found.delegation(self.found.countries[unit.ref])]
        return state

    def met_by(self, own: list[int], sentence: Sentence, at: int) -> list[int]:
        """Whom 'him' or 'them' means, said of those who meet `own`: the other person named before, never `own`."""
        upto = sentence.unit_at(at)
        sides = {self.found.entities[key].side for key in own}
        named = [unit.ref for unit in sentence.units[:upto] if unit.kind == "P" and unit.ref not in own]
        for key in [*named, *([self.subject] if self.subject is not None else []), *self.lead()]:
            if key not in own and self.found.entities[key].side not in sides:
                return [key]
        return []

    def story(self, pair: list[int], subject: int | None) -> None:
        """Sets whom 'they' and 'he' mean from here on."""
        self.pair = pair
        if subject is not None:
            self.subject = subject

    def keys(self, code: str | None, sentence: Sentence, at: int) -> list[int]:
        """The entities that `code` (a group of a rule's match) names, in order and once each."""
        if not code:
            return []
        # "the President's envoy": the envoy
        code = _THEIR_LEADERS.sub(r"\1", _OWNED.sub("", code.strip()))
        if _PRONOUN.match(code):
            upto = sentence.unit_at(at)
            before = [
                unit.ref
                for i, unit in enumerate(sentence.units[:upto])
                if unit.kind == "P" and sentence.units[i + 1].symbol != "'s"
            ]
            subject = before[0] if before else self.subject
            return [subject] if subject is not None else []
        out: list[int] = []
        for kind, number in _SYMBOL.findall(code):
            ref = int(number)
            if kind == "P":
                out.append(ref)
            elif kind in "CA":
                out.append(self.found.delegation(self.found.countries[ref]))
            elif kind == "V" or (kind == "L" and self._capital(ref)):
                # "Pyongyang wants talks": the state
                out.append(self.found.delegation(self.found.sites[ref].country))
            elif kind == "O":
                out.append(self.found.delegation(None, self.found.organizations[ref]))
            elif kind == "G":
                out += self._group(ref, sentence, at)
        if not out and _WE.match(code):
            out += self.joint
        elif not out and _DELEGATION.match(code):
            out += self.travellers
        elif not out and _MANY.search(code):
            out += self.pair
        return [key for key in dict.fromkeys(out) if self.found.entities[key].role not in SILENT]

    def _capital(self, ref: int) -> bool:
        """Whether a city stands for the government that sits in it."""
        site = self.found.sites[ref]
        if site.country is None or site.city is None:
            return False
        return world.countries()[site.country].capital == site.city

    def ambassadors(self, hosts: list[int]) -> list[int]:
        """The ambassadors of other states whom the article names: those who come to `hosts` with their credentials."""
        entities = self.found.entities
        own = {entities[key].side for key in hosts}
        return [
            entity.key
            for entity in entities
            if (entity.role == "ambassador" or "high commissioner" in (entity.title or "").lower())
            and entity.name
            and entity.side not in (None, *own)
        ]

    def at_home(self, place: str, own: list[int], sentence: Sentence) -> list[int]:
        """The delegation of the state in which somebody 'opens talks in L', where the story names that state: else it
        is only where they meet."""
        match = _SYMBOL.search(place)
        country = self._state(match[1], int(match[2])) if match else None
        if match and match[1] in "LV":
            country = self.found.sites[int(match[2])].country
        if country is None or not own or any(self.found.entities[key].country in (None, country) for key in own):
            return []
        near = [s for s in self.found.sentences if s.is_title or 0 <= s.index - sentence.index <= 1]
        for unit in (unit for one in near for unit in one.units):
            if (unit.kind in "AC" and unit.kind and self.found.countries[unit.ref] == country) or (
                unit.kind == "P" and self.found.entities[unit.ref].country == country
            ):
                return [self.found.delegation(country)]
        return []

    def same_sides(self) -> list[int]:
        """The states and bodies of the contact last told of, as 'the previous round' means them."""
        sides = [self.found.entities[key] for key in self.pair]
        keys = [self.found.delegation(None if e.organization else e.country, e.organization) for e in sides if e.side]
        return list(dict.fromkeys(keys))

    def represented(self, keys: list[int]) -> list[int]:
        """`keys` without the bare delegation of a state that a person among them represents."""
        entities = self.found.entities
        named = {entities[key].side for key in keys if entities[key].name is not None}
        return [key for key in keys if entities[key].role != "delegation" or entities[key].side not in named]

    def share(self, keys: list[int]) -> None:
        """Who is listed with a compatriot and has no country of his own is taken for one of the same delegation."""
        sides = {(e.country, e.organization) for key in keys if (e := self.found.entities[key]).side is not None}
        if len(sides) != 1:
            return
        country, organization = next(iter(sides))
        for key in keys:
            entity = self.found.entities[key]
            if entity.side is None and entity.name is not None:
                entity.country, entity.organization = country, organization

    def delegate(self, keys: list[int], own: list[int]) -> None:
        """Of those met, who is listed with officials of another state, and whose own is only assumed, is of that state.

        `own` are those who met them.
        """
        entities = self.found.entities
        mine = {entities[key].side for key in own}
        guests = {entities[key].side for key in keys if not entities[key].assumed} - {None}
        if len(guests) != 1 or guests & mine:
            return
        for key in keys:
            entity = entities[key]
            if entity.assumed and entity.side in mine:
                entity.country, entity.organization, entity.assumed = None, None, False

    def oppose(self, keys: list[int]) -> None:
        """Of two who met each other one has no state: it is the other of the two states that the article opens with."""
        entities = self.found.entities
        sides = {entities[key].side for key in keys} - {None}
        others = self._opening_states() - sides
        if len(sides) == 1 and len(others) == 1:
            for key in keys:
                if entities[key].side is None and entities[key].name is not None:
                    entities[key].country = next(iter(others))

    def settle_guest(self, keys: list[int], own: list[int], sentence: Sentence, at: int) -> None:
        """The state left out of a minister who is met: the one named last before, else the other of the title."""
        entities = self.found.entities
        mine = {entities[key].side for key in own}
        if None in mine or not mine:
            return
        for key in keys:
            entity = entities[key]
            if entity.side is not None or not _OFFICE_ABROAD.search(entity.title or ""):
                continue
            named = [
                code
                for unit, offset in zip(sentence.units, sentence.offsets, strict=True)
                if offset < at
                and unit.kind in ("C", "L")
                and not sentence.code[:offset].endswith((" from ", " of "))
                and (code := self._state(unit.kind, unit.ref)) not in mine
            ]
            if not named:
                others = self._opening_states() - mine
                named = list(others) if len(others) == 1 else []
            if named:
                entity.country = named[-1]

    def _state(self, kind: str, ref: int) -> str | None:
        return self.found.countries[ref] if kind in ("A", "C") else self.found.sites[ref].country

    def _opening_states(self) -> set[str | None]:
        """The states that the title names, else the first sentence."""
        for sentence in self.found.sentences[:2]:
            states = {self._state(u.kind, u.ref) for u in sentence.units if u.kind in ("A", "C")}
            if states:
                return states
        return set()

    def _group(self, ref: int, sentence: Sentence, at: int) -> list[int]:
        role = self.found.group_roles[ref]
        if not self.pair:
            return self._of_two(role, sentence, at)
        held = {self.found.entities[key].role for key in self.pair}
        if role in ("leader", "head_of_state", "head_of_government", "minister") or role in held:
            return list(self.pair)
        return []

    def _of_two(self, role: str, sentence: Sentence, at: int) -> list[int]:
        """'the prime ministers of the two countries', said of the two states that the sentence has just named."""
        if not re.search(r"\b(?:two|both) (?:countries|nations|states|sides|neighbou?rs)\b", sentence.code[at:]):
            return []
        states = list(
            dict.fromkeys(
                self._state(unit.kind, unit.ref)
                for unit, offset in zip(sentence.units, sentence.offsets, strict=True)
                if unit.kind in ("A", "C") and offset < at
            )
        )
        if len(states) != 2:
            return []
        out = []
        for state in states:
            holder = next(
                (e.key for e in self.found.entities if e.country == state and e.role == role and not e.organization),
                None,
            )
            out.append(holder if holder is not None else self.found.delegation(state))
        return out

    def sound(self, contact: Contact) -> bool:
        """Whether the parties make a contact of states or bodies; drops parties that stand for nobody."""
        entities = self.found.entities
        contact.parties = [key for key in contact.parties if entities[key].side is not None]
        for roles in (contact.hosts, contact.guests, contact.chairs):
            roles[:] = [key for key in roles if key in contact.parties]
        sides = {entities[key].side for key in contact.parties}
        if contact.event is None and any(
            all(self._private(key) for key in contact.parties if entities[key].side == side) for side in sides
        ):
            return False
        if contact.event is not None:
            return bool(sides) or contact.rule in _WITHOUT_NAMES
        if contact.type == "visit":
            return bool(sides) and self._visit(contact)
        if contact.rule == "call.group":
            # "spoke with European leaders": who they were stands later or nowhere
            return any(entities[key].role != "other" for key in contact.parties)
        return len(sides) > 1 and not sides <= _SISTERS

    def _private(self, key: int) -> bool:
        """Whether somebody stands for no state: a lawyer, a businessman, in no register of offices."""
        entity = self.found.entities[key]
        if entity.role != "other" or entity.name is None:
            return False
        return self.private.search((entity.title or "").lower()) is not None

    def _visit(self, contact: Contact) -> bool:
        visitors = [self.found.entities[key] for key in contact.guests]
        named = _SENT.search(self.found.text[contact.start : min(contact.end, contact.start + 120)])
        if all(v.role == "delegation" for v in visitors) and not named and (
            not contact.rule.startswith("visit.kill")
            and (not contact.rule.startswith("visit.paid") or any(v.organization for v in visitors))
        ):
            return False
        if not visitors or (contact.country is None and not contact.hosts):
            return False
        return all(v.country != contact.country or v.organization for v in visitors)

    def leaders(self, keys: list[int]) -> bool:
        """Whether all of `keys` lead a state or a body."""
        return all(self.found.entities[key].role in _LEADERS for key in keys)
