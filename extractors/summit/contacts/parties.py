"""Whom the symbols of a rule's groups mean, and whether they make a diplomatic contact."""

from __future__ import annotations

import re

from extractors.summit.reading import Contact, Reading, Sentence

_SYMBOL = re.compile(r"\b([PCOGAV])(\d+)\b")
_PRONOUN = re.compile(r"^(?:he|she|him|her)$")
_JOINT = re.compile(
    r"\bjoint (?:\w+ ){0,3}(?:statement|declaration|communiqu|readout)|^following is the (?:text|full text)"
)
_OFFICE_ABROAD = re.compile(r"\b(?:minister|ambassador|general staff)", re.IGNORECASE)
_WE = re.compile(r"(?:we|our)\b")
_MANY = re.compile(r"\b(?:they|both|two|three|sides|parties|interlocutors|pair|delegations|countries)\b|G\d+")
_LEADERS = frozenset({"head_of_state", "head_of_government", "io_head"})
_SISTERS: frozenset[str | None] = frozenset({"IMF", "WB"})
"""The two institutions that hold their meetings together: between themselves no contact of states."""
SILENT = frozenset({"spokesperson"})


class Parties:
    """Resolves symbols to keys of entities, given what was told before."""

    def __init__(self, found: Reading) -> None:
        self.found = found
        self.pair: list[int] = []
        self.joint: list[int] = []
        self.subject: int | None = None
        self.leading: int | None = None

    def begin(self) -> None:
        """Finds whom the article is about: the first person of the title, else of the text, else the host of the
        page."""
        self._joint()
        for sentence in self.found.sentences:
            for unit in sentence.units:
                if unit.kind == "P":
                    self.leading = unit.ref
                    return

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

    def story(self, pair: list[int], subject: int | None) -> None:
        """Sets whom 'they' and 'he' mean from here on."""
        self.pair = pair
        if subject is not None:
            self.subject = subject

    def keys(self, code: str | None, sentence: Sentence, at: int) -> list[int]:
        """The entities that `code` (a group of a rule's match) names, in order and once each."""
        if not code:
            return []
        code = code.strip()
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
            elif kind == "V":
                out.append(self.found.delegation(self.found.sites[ref].country))
            elif kind == "O":
                out.append(self.found.delegation(None, self.found.organizations[ref]))
            else:
                out += self._group(ref, sentence, at)
        if not out and _WE.match(code):
            out += self.joint
        elif not out and _MANY.search(code):
            out += self.pair
        return [key for key in dict.fromkeys(out) if self.found.entities[key].role not in SILENT]

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
        if contact.event is not None:
            return bool(sides) or contact.rule in ("event.happen", "event.hosted")
        if contact.type == "visit":
            return bool(sides) and self._visit(contact)
        return len(sides) > 1 and not sides <= _SISTERS

    def _visit(self, contact: Contact) -> bool:
        visitors = [self.found.entities[key] for key in contact.guests]
        if all(v.role == "delegation" for v in visitors) and (
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
