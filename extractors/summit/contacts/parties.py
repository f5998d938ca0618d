"""Whom the symbols of a rule's groups mean, and whether they make a diplomatic contact."""

from __future__ import annotations

import re

from extractors.summit.reading import Contact, Reading, Sentence

_SYMBOL = re.compile(r"\b([PCOGAV])(\d+)\b")
_PRONOUN = re.compile(r"^(?:he|she|him|her)$")
_MANY = re.compile(r"\b(?:they|both|two|three|sides|parties|interlocutors|pair|delegations|countries)\b|G\d+")
_LEADERS = frozenset({"head_of_state", "head_of_government", "io_head"})
SILENT = frozenset({"spokesperson"})


class Parties:
    """Resolves symbols to keys of entities, given what was told before."""

    def __init__(self, found: Reading) -> None:
        self.found = found
        self.pair: list[int] = []
        self.subject: int | None = None
        self.leading: int | None = None

    def begin(self) -> None:
        """Finds whom the article is about: the first person of the title, else of the text, else the host of the
        page."""
        for sentence in self.found.sentences:
            for unit in sentence.units:
                if unit.kind == "P":
                    self.leading = unit.ref
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
                out += self._group(ref)
        if not out and _MANY.search(code):
            out += self.pair
        return [key for key in dict.fromkeys(out) if self.found.entities[key].role not in SILENT]

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

    def _group(self, ref: int) -> list[int]:
        role = self.found.group_roles[ref]
        if not self.pair:
            return []
        held = {self.found.entities[key].role for key in self.pair}
        if role in ("leader", "head_of_state", "head_of_government", "minister") or role in held:
            return list(self.pair)
        return []

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
        return len(sides) > 1

    def _visit(self, contact: Contact) -> bool:
        visitors = [self.found.entities[key] for key in contact.guests]
        if all(v.role == "delegation" for v in visitors) and (
            not contact.rule.startswith("visit.paid") or any(v.organization for v in visitors)
        ):
            return False
        if not visitors or (contact.country is None and not contact.hosts):
            return False
        return all(v.country != contact.country or v.organization for v in visitors)

    def leaders(self, keys: list[int]) -> bool:
        """Whether all of `keys` lead a state or a body."""
        return all(self.found.entities[key].role in _LEADERS for key in keys)
