"""From mentions to persons: which names in an article are one person's, and who that is."""

from __future__ import annotations

import re
from types import ModuleType
from typing import TYPE_CHECKING

from extractors.languages import part
from extractors.lexicon import names
from extractors.lexicon.offices import offices
from extractors.summit.people.alike import Alike
from extractors.summit.people.owners import set_side, told_for
from extractors.summit.people.registry import Identity, Register
from extractors.summit.reading import Entity, Reading

if TYPE_CHECKING:
    from extractors.summit.people.pipe import Mention

_GOVERNMENT = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "deputy_head",
        "foreign_minister",
        "minister",
        "speaker_of_parliament",
        "security_official",
    }
)


_MOST_PARTS = 3
"""Parts of a name of the shape 'given, family' that a bare surname may be short for."""
_PAST = 3
"""Years after which who is still called by a title held it in the past, the register's ends being what they are."""
_OFFICIAL = re.compile(
    r"\b(?:minister|secretary|ambassador|envoy|representative|director general|commissioner)\b", re.IGNORECASE
)
"""Lesser titles that nobody but an official bears, so that one unknown word after them is a surname."""


class Cast:
    """The persons of one article."""

    def __init__(self, found: Reading, titles: ModuleType) -> None:
        self.found, self.titles = found, titles
        self.register = Register(found.today)
        self.never: frozenset[str] = part(found.language, "names").NEVER_NAMES
        self.clipped: dict[str, str] = part(found.language, "names").SHORT_FORMS
        self.alone: frozenset[str] = frozenset()
        self.alike = Alike(())
        self.fuller: dict[str, list[tuple[str, ...]]] = {}
        """The longer names of the article by their first and last parts."""
        self.near = frozenset([*found.countries, *found.organizations, found.home or ""])

    def enter(self, mentions: list[Mention]) -> list[int | None]:
        """The key of each mention's entity, None for a name that names nobody known or titled."""
        keys: list[int | None] = [None] * len(mentions)
        parts = [names.tokens(mention.name) for mention in mentions]
        self.alone = frozenset(p[0] for p in parts if len(p) == 1)
        self.alike = Alike(parts)
        self.fuller = {}
        for p in parts:
            if 2 <= len(p) <= _MOST_PARTS:
                for end in {p[0], p[-1]}:
                    self.fuller.setdefault(end, []).append(p)
        # fullest names first; of equal ones the titled, then the earlier
        order = sorted(range(len(mentions)), key=lambda i: (-len(parts[i]), mentions[i].title is None, i))
        for i in order:
            keys[i] = self._entity(mentions[i], parts[i])
        for mention, key in zip(mentions, keys, strict=True):
            if key is not None:
                self.found.entities[key].mentions.append((mention.start, mention.end))
        self._counterparts(mentions, keys)
        self._serving(mentions, keys)
        for entity in self.found.entities:
            self._settle(entity)
        return keys

    def _counterparts(self, mentions: list[Mention], keys: list[int | None]) -> None:
        """A counterpart in no register holds the office of the one named before in the same sentence."""
        for i, mention in enumerate(mentions):
            key = keys[i]
            if not mention.counterpart or key is None or self.found.entities[key].role:
                continue
            for other, before in zip(reversed(keys[:i]), reversed(mentions[:i]), strict=True):
                if before.sentence is mention.sentence and other not in (None, key):
                    self.found.entities[key].role = self.found.entities[other or 0].role
                    break

    def _serving(self, mentions: list[Mention], keys: list[int | None]) -> None:
        """'President N's envoy N' serves the president's state, where nothing else says whom."""
        for before, mention, owner, key in zip(mentions, mentions[1:], keys, keys[1:], strict=False):
            if owner is None or key is None or before.sentence is not mention.sentence:
                continue
            entity, master = self.found.entities[key], self.found.entities[owner]
            between = [unit.symbol for unit in mention.sentence.units[before.last : mention.first]]
            if between in (["'s"], ["’s"]) and entity.side is None and master.side is not None and entity.title:
                entity.country, entity.organization = master.country, master.organization

    def _unassume(self, mention: Mention, parts: tuple[str, ...]) -> None:
        """Drops the body that a bare title was taken for where the register knows the name in the same office of
        another: a Secretary General who is not the UN's."""
        if not mention.assumed or len(parts) < 2:
            return
        who = self.register.identify(parts, None, mention.role, self.near)
        if who is not None and who.office is not None and who.office.role == mention.role:
            mention.country = mention.organization = None

    def _entity(self, mention: Mention, parts: tuple[str, ...]) -> int | None:
        known = self._known(mention, parts)
        if known is not None:
            self._enrich(known, mention)
            return known.key
        self._unassume(mention, parts)
        own = mention.country or mention.organization or self._served(mention)
        who = self.register.identify(parts, own, mention.role, self.near)
        if who is not None and len(parts) == 1 and mention.title is None and self._another(mention, parts[0], who):
            return None
        if mention.title is None and who is None:
            if mention.country and mention.rule == "person.register" and len(parts) > 1:
                # "a delegation of that state led by N"
                return self._shaped(mention, parts)
            if (
                mention.counterpart
                or mention.rule == "person.group"
                or (mention.rule == "person.of" and len(parts) > 1)
            ):
                return self._shaped(mention, parts)
            return self._shaped(mention, parts) if self._looks_like_person(mention, parts) else None
        if (
            mention.title is not None
            and mention.role in ("other", None)
            and len(parts) < 2
            and who is None
            and not mention.country
            and not mention.organization
            and own is None
            and not _OFFICIAL.search(mention.title)
            and not offices().known(parts[-1])
        ):
            # "General Electric", "Judge Judy": a title of no office and one unknown word
            return None
        entity = Entity(
            len(self.found.entities),
            mention.name,
            mention.role or "",
            mention.title,
            mention.country,
            mention.organization,
            rule=mention.rule,
            parts=parts,
        )
        self._enlist(entity)
        if mention.former:
            entity.role = "other"
        if who is not None:
            self._identified(entity, who, mention)
        return entity.key

    def _another(self, mention: Mention, part: str, who: Identity) -> bool:
        """Whether the bare surname is that of somebody whom the text has named in full: no holder of an office."""
        fuller = [p for p in self.fuller.get(part, ()) if not any(word in self.never for word in p)]
        return bool(fuller) and not any(who.person.spelled(p, exact=False) for p in fuller)

    def _served(self, mention: Mention) -> str | None:
        """The publisher's own state, whose lesser officers are named without it: 'Deputy Secretary N'."""
        title = (mention.title or "").lower()
        if mention.role != "other" or not any(word in title for word in self.titles.CIVIL_SERVICE):
            return None
        foreign = self.titles.UNKNOWN_AT.get(self.found.home or "", ())
        return None if any(word in title for word in foreign) else self.found.home

    def _looks_like_person(self, mention: Mention, parts: tuple[str, ...]) -> bool:
        """Two or three words, the last of which comes again alone, or which speak or are explained."""
        if not 2 <= len(parts) <= 4 or any(part in self.never for part in parts):
            return False
        if parts[-1] in self.alone:
            return True
        following = mention.sentence.code[
            mention.sentence.offsets[mention.last - 1] + len(mention.sentence.units[mention.last - 1].symbol) :
        ]
        return following.startswith((" , the ", " , who", " said", " told", " , a ", " , an "))

    def _shaped(self, mention: Mention, parts: tuple[str, ...]) -> int:
        """A person whom nothing introduces but the shape of the name."""
        entity = Entity(
            len(self.found.entities),
            mention.name,
            mention.role or "",
            None,
            mention.country,
            mention.organization,
            rule="person.shape" if mention.rule == "person.register" else mention.rule,
            parts=parts,
        )
        self._enlist(entity)
        return entity.key

    def _enlist(self, entity: Entity) -> None:
        self.found.entities.append(entity)
        self.alike.add(entity.key, entity.parts)

    def _identified(self, entity: Entity, who: Identity, mention: Mention) -> None:
        entity.person_id, entity.canonical = who.person.wikidata_id or None, who.person.name
        if not names.same(entity.parts, names.tokens(who.person.name)):
            # a name borne before or after: the article's is the one its readers know
            entity.canonical = None
        if "pope" in (mention.title or "").lower():
            # the register spells popes in another language: Francis, Francisco
            entity.canonical = None
        if len(who.person.name.split()) < len(mention.name.split()) and len(entity.parts) > 1:
            entity.canonical = None
        office = who.office
        if office is None:
            if mention.title is None or self._left(who, mention):
                entity.role = entity.role if mention.title is None and entity.role else "other"
            # an office still to come says nothing of whose minister somebody is now
            held = [t for t in who.person.tenures if not t.start or t.start <= self.register.day]
            if not entity.country and not entity.organization and (held or mention.role not in _GOVERNMENT):
                set_side(entity, (held or who.person.tenures)[-1])
            return
        if not entity.country and not entity.organization:
            set_side(entity, office)
        if not entity.role or entity.role in ("leader", "chief"):
            entity.role = office.role
            if not entity.title and mention.rule in ("person.register", "person.of"):
                entity.title = None
        elif entity.role == "head_of_government" and office.role == "head_of_state" and entity.title is None:
            entity.role = office.role

    def _left(self, who: Identity, mention: Mention) -> bool:
        """Whether the office that the title names ended years ago, and never came back: a president of the past."""
        held = [t for t in who.person.tenures if t.role == mention.role]
        year = self.register.day[:4]
        return bool(held) and all(t.end and int(year) - int(t.end[:4]) > _PAST for t in held)

    def _known(self, mention: Mention, parts: tuple[str, ...]) -> Entity | None:
        fits = []
        namesake = self._titled_surname(mention, parts)
        for entity in map(self.found.entities.__getitem__, self.alike.keys(parts)):
            if entity.name is None or not self._compatible(entity, mention):
                continue
            if namesake is not None and len(entity.parts) > 1 and not (
                names.same(entity.parts, namesake)
                and (entity.role == mention.role or _one_given(entity.parts, namesake))
            ):
                continue
            if len(parts) < len(entity.parts) or len(parts) == 1:
                alike = (
                    names.within(parts, entity.parts)
                    or (len(parts) > 1 and names.within(self._unclipped(parts), entity.parts, exact=True))
                ) and (len(parts) > 1 or len(parts[0]) > 1)
            else:
                alike = names.same(parts, entity.parts)
            if alike:
                exact = names.within(parts, entity.parts, exact=True)
                side = (mention.country or mention.organization) == entity.side and entity.side is not None
                fits.append((not exact, not side, self._distance(entity, mention), entity.key))
        if not fits:
            return None
        return self.found.entities[min(fits)[3]]

    def _unclipped(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """`parts` with a short form of a given name in full: Joe for Joseph."""
        return tuple(self.clipped.get(part, part) for part in parts)

    def _titled_surname(self, mention: Mention, parts: tuple[str, ...]) -> tuple[str, ...] | None:
        """The full name of the holder whom 'President N' means: not another bearer of the surname."""
        if len(parts) != 1 or mention.role not in _GOVERNMENT:
            return None
        who = self.register.identify(parts, mention.country or mention.organization, mention.role, self.near)
        if who is None or who.office is None or who.office.role != mention.role:
            return None
        full = names.tokens(who.person.name)
        return full if full[-1] == parts[0] else None

    @staticmethod
    def _distance(entity: Entity, mention: Mention) -> int:
        return min((abs(start - mention.start) for start, _ in entity.mentions), default=0)

    @staticmethod
    def _compatible(entity: Entity, mention: Mention) -> bool:
        if mention.country and entity.country and mention.country != entity.country:
            return False
        if mention.assumed:
            return True
        if mention.organization and entity.organization and mention.organization != entity.organization:
            return False
        return not (mention.country and entity.organization and not entity.country)

    def _enrich(self, entity: Entity, mention: Mention) -> None:
        if mention.title and not entity.title:
            entity.title = mention.title
            if mention.role and mention.role not in ("leader", "chief", "other") and not entity.person_id:
                entity.role = mention.role
            elif not entity.role:
                entity.role = mention.role or ""
        if (
            mention.title
            and not mention.former
            and mention.role
            and entity.role in ("", "other", "leader", "chief")
            and mention.role not in ("leader", "chief", "other")
            and (entity.title == mention.title or self._shorter(entity.title, mention.title))
        ):
            entity.role, entity.title = mention.role, mention.title
        if not entity.country and not entity.organization:
            entity.country, entity.organization = mention.country, mention.organization

    @staticmethod
    def _shorter(one: str | None, other: str) -> bool:
        """Whether title `one` is `other` cut short: 'Secretary' for 'Secretary of State'."""
        return one is not None and len(one) < len(other) and other.lower().startswith(f"{one.lower()} ")

    def _settle(self, entity: Entity) -> None:
        if entity.role == "counterpart":
            entity.role = ""
        if entity.role == "leader":
            entity.role = self.register.leading_role(entity.country) if entity.country else "other"
        if not entity.country and not entity.organization and entity.role in _GOVERNMENT and entity.title:
            who = self.register.identify(entity.parts, None, entity.role, self.near)
            if who is not None and who.office is not None:
                set_side(entity, who.office)
            elif self._at_home(entity):
                entity.country, entity.assumed = self.found.home, True
            else:
                entity.country = self._where_written(entity)
                entity.assumed = entity.country is not None
        elif (
            entity.role == "other"
            and not entity.country
            and not entity.organization
            and any(word in (entity.title or "").lower() for word in self.titles.CIVIL_SERVICE)
        ):
            entity.country = self.found.home if self._at_home(entity) else self._where_written(entity)
            entity.assumed = entity.country is not None
        elif entity.role == "other" and entity.side is None and "minister" in (entity.title or "").lower():
            # a deputy minister
            entity.country = self._where_written(entity)
            entity.assumed = entity.country is not None
        if entity.organization and not entity.country and entity.role in ("head_of_state", "head_of_government"):
            # "the Commission was represented by its President, N"
            entity.role = "io_head"
        self._generic(entity)
        if entity.role in ("", "chief") or (
            entity.role == "foreign_minister"
            and entity.country not in self.titles.FOREIGN_SECRETARIES
            and (entity.title or "").lower() == "foreign secretary"
        ):
            entity.role = "other"

    def _at_home(self, entity: Entity) -> bool:
        """Whether who has no state in the text serves the publisher's: never in an office unknown there."""
        title = (entity.title or "").lower()
        foreign = self.titles.UNKNOWN_AT.get(self.found.home or "", ())
        return self.found.home is not None and not any(word in title for word in foreign)

    def _where_written(self, entity: Entity) -> str | None:
        """The state in which an agency's report, at home nowhere, is written: it names that of officers of any other.

        Cabinet secretaries are those of the few states that have such.
        """
        if (speaks_for := told_for(self.found, entity)) is not None:
            return speaks_for
        state = self.found.dateline_country
        if self.found.home is not None or state is None:
            return None
        title = (entity.title or "").lower()
        if title.endswith(" secretary") and state not in self.titles.CABINET_SECRETARIES:
            return self.titles.CABINET_SECRETARIES[0] if self.titles.CABINET_SECRETARIES[0] in self.near else None
        if any(word in title for word in self.titles.UNKNOWN_AT.get(state, ())):
            return None
        # of two presidents the one of the place is told of first
        taken = any(
            other is not entity
            and other.name
            and other.role == entity.role != "minister"
            and (other.country == state or (other.side is None and min(other.mentions) < min(entity.mentions)))
            for other in self.found.entities
            if other.mentions
        )
        return None if taken or not entity.mentions else state

    def _generic(self, entity: Entity) -> None:
        """'Secretary N': the office that the register knows N to hold that day."""
        if entity.role == "other" and (entity.title or "").lower() in self.titles.GENERIC and entity.parts:
            who = self.register.identify(entity.parts, entity.country or entity.organization, None, self.near)
            if who is not None and who.office is not None:
                entity.role = who.office.role


def _one_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the given names of two bearers of a surname may be one: not 'Jill' and 'Joe'."""
    given, also = [part for part in one[:-1] if len(part) > 1], [part for part in other[:-1] if len(part) > 1]
    return not given or not also or any(names.close(a, b) or a[:2] == b[:2] for a in given for b in also)
