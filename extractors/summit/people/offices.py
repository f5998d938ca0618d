"""Offices without a name: 'the Kazakh leader', 'his counterpart', 'the Secretary', 'the foreign ministers of X and
Y'."""

from __future__ import annotations

import re
from types import ModuleType

from extractors.summit.people import patterns
from extractors.summit.people.entities import Cast
from extractors.summit.people.owners import owner
from extractors.summit.people.roles import default_owner, settled, stacked
from extractors.summit.reading import Entity, Reading, Sentence, Unit

_SYMBOL = re.compile(r"([A-Z])(\d+)")
_HEADS = ("head_of_state", "head_of_government")
_REFERABLE = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "deputy_head",
        "foreign_minister",
        "minister",
        "ambassador",
        "speaker_of_parliament",
        "security_official",
        "io_head",
        "io_official",
        "leader",
    }
)
_REIGNS = re.compile(r"\b(?:king|queen|emir|amir|sultan|pope|emperor|grand duke|prince)\b")
"""Titles of heads of state whom 'the President' never means."""
_LESSER = re.compile(r"\b(?:assistant|deputy|under|press|permanent|parliamentary)\b", re.IGNORECASE)
"""Words before "secretary" of those whom 'the Secretary' does not mean."""
_LEAD = 240
_SINGLE = frozenset({"minister", "ambassador", "deputy_head"})
"""Offices of which a state has several: "a Saudi minister"."""
_OPEN_WORDS = frozenset({"colleague"})


class OfficeReferences:
    """Replaces nameless offices by the person they mean, in reading order."""

    def __init__(self, found: Reading, cast: Cast, titles: ModuleType) -> None:
        self.found, self.cast, self.titles = found, cast, titles
        self.recent: list[int] = []

    def resolve(self) -> None:
        """Rewrites the units of every sentence that holds a title without a name."""
        for sentence in self.found.sentences:
            if "T" in sentence.code or "S" in sentence.code:
                self._sentence(sentence)
            self._remember(sentence, len(sentence.units))

    def _remember(self, sentence: Sentence, until: int) -> None:
        for unit in sentence.units[:until]:
            if unit.kind == "P":
                self._touch(unit.ref)

    def _touch(self, key: int) -> None:
        if key in self.recent:
            self.recent.remove(key)
        self.recent.append(key)

    def _sentence(self, sentence: Sentence) -> None:
        changes: list[tuple[int, int, list[int]]] = []
        taken = [False] * len(sentence.units)
        for match in patterns.GROUP_OF.finditer(sentence.code):
            keys = self._plural(match, sentence)
            if keys:
                first, last = sentence.unit_at(match.start()), sentence.unit_at(match.end() - 1) + 1
                taken[first:last] = [True] * (last - first)
                changes.append((first, last, keys))
        titles = [offset for unit, offset in zip(sentence.units, sentence.offsets, strict=True) if unit.kind == "T"]
        # what introduces a title is short: nothing to be looked for long before the first
        at = max(0, sentence.code.rfind(" ", 0, max(0, titles[0] - _LEAD)) + 1) if titles else len(sentence.code)
        for match in patterns.OFFICE.finditer(sentence.code, at):
            first, last = sentence.unit_at(match.start()), sentence.unit_at(self._end(match) - 1) + 1
            if any(taken[first:last]) or any(unit.kind in "NP" and unit.kind for unit in sentence.units[first:last]):
                continue
            before = [unit.ref for unit in sentence.units[:first] if unit.kind == "P"]
            before += [keys[0] for _, end, keys in changes if end <= first and len(keys) == 1]
            key = self._single(match, before, sentence)
            if key is not None:
                changes.append((first, last, [key]))
        for first, last, keys in sorted(changes, reverse=True):
            held = sentence.units[first:last]
            start, end = held[0].start, held[-1].end
            units: list[Unit] = []
            for i, key in enumerate(keys):
                if i:
                    units.append(Unit("and", start, end))
                units.append(Unit(f"P{key}", start, end, "P", key))
                self.found.entities[key].mentions.append((start, end))
            sentence.units[first:last] = units
        if changes:
            sentence.encode()

    def _end(self, match: re.Match[str]) -> int:
        """Where the office ends: what follows "to" is where a leader goes, but part of an ambassador's title."""
        if match["of"].startswith((" to ", " in ", " at ", " for ")):
            held = [self.found.titles[int(n)].role for kind, n in _SYMBOL.findall(match["title"]) if kind == "T"]
            if "ambassador" not in held:
                return match.start("of")
        return match.end()

    def _plural(self, match: re.Match[str], sentence: Sentence) -> list[int]:
        title = match["title"] or match["title2"]
        role = self.found.group_roles[int(title[1:])]
        codes = [
            self.found.countries[int(number)]
            for kind, number in _SYMBOL.findall(match["own"] or match["of"])
            if kind in "AC"
        ]
        codes = list(dict.fromkeys(codes))
        if role == "counterpart":
            # "his Iraqi and Omani counterparts": the office of whoever was named before
            first = sentence.unit_at(match.start())
            order = [*[u.ref for u in sentence.units[:first] if u.kind == "P"][::-1], *reversed(self.recent)]
            model = next((e for key in order if (e := self.found.entities[key]).country not in codes), None)
            if model is None or not codes:
                return []
            role = model.role
        elif len(codes) < 2:
            return []
        return [self._office(code, None, role, title=None) for code in codes]

    def _office(self, country: str | None, body: str | None, role: str, title: str | None) -> int:
        """The entity in that office, else a new one without a name."""
        if role == "leader" and country:
            held = self._find(country, body, _HEADS)
            if held is not None:
                return held
            role = self.cast.register.leading_role(country)
        held = self._find(country, body, (role,))
        if held is not None:
            return held
        key = len(self.found.entities)
        self.found.entities.append(Entity(key, None, role, title, country, body, rule="person.office"))
        return key

    def _find(self, country: str | None, body: str | None, roles: tuple[str, ...]) -> int | None:
        fits = [
            entity
            for entity in self.found.entities
            if entity.role in roles
            and (entity.organization == body if body else entity.country == country and not entity.organization)
        ]
        if not fits:
            return None
        fits.sort(
            key=lambda entity: (
                entity.name is None,
                -self.recent.index(entity.key) if entity.key in self.recent else 1,
                # of two not yet told of, whom the register knows: not a president of old
                entity.person_id is None,
            )
        )
        return fits[0].key

    def _single(self, match: re.Match[str], before: list[int], sentence: Sentence) -> int | None:
        found = self.found
        held = [found.titles[int(number)] for kind, number in _SYMBOL.findall(match["title"]) if kind == "T"]
        title = stacked(held)
        if title.former:
            return None
        country, body = self._owner(match)
        if not country and not body:
            country, body = default_owner(title.text, self.titles)
            if country and self._determined(match) and not self._names(country):
                country = None
        role = settled(title.role, country, body) if title.role != "counterpart" else "counterpart"
        if title.role == "chief" and country:
            following = sentence.code[match.end() : match.end() + 14].lstrip(" ^")
            role = (
                "head_of_government"
                if following.startswith("government")
                else ("head_of_state" if following.startswith("state") else role)
            )
        if role == "counterpart":
            return self._counterpart(title.text, country, before)
        if country or body:
            lesser = role == "other" and any(word in title.text.lower() for word in self.titles.UNNAMED)
            if (role not in _REFERABLE and not lesser) or ((match["det"] or "").strip("^ ") in ("a",
                "an") and not lesser and role not in _SINGLE):
                return None
            if role == "leader" and body:
                role = "io_head"
            return self._office(country, body, role, title.text)
        return self._known_office(title.text.lower(), role, match, before)

    def _names(self, country: str) -> bool:
        return any(entity.country == country for entity in self.found.entities) or country == self.found.home

    @staticmethod
    def _determined(match: re.Match[str]) -> bool:
        return bool(match["det"])

    def _owner(self, match: re.Match[str]) -> tuple[str | None, str | None]:
        for code in (match["own"] or "", match["of"] or ""):
            country, body = owner(self.found, code)
            if country or body:
                return country, body
        return None, None

    def _counterpart(self, word: str, country: str | None, before: list[int]) -> int | None:
        if word.lower() in _OPEN_WORDS and not country:
            return None
        order = [*reversed(before), *reversed(self.recent)]
        model = next((self.found.entities[key] for key in order if self.found.entities[key].country != country), None)
        if model is None or country is None:
            return None
        if model.role in _HEADS:
            held = self._find(country, None, _HEADS)
            if held is not None:
                return held
        return self._office(country, None, model.role, word)

    def _at_home(self, role: str, match: re.Match[str]) -> int | None:
        """'The President', said by a government's own page of nobody named there: the publisher's own."""
        codes = _SYMBOL.findall(match["title"])
        titles = [self.found.titles[int(number)].text for kind, number in codes if kind == "T"]
        if self.found.home is None or role not in ("head_of_state", "deputy_head") or not titles[0][:1].isupper():
            return None
        holder = self.cast.register.holder(self.found.home, role)
        if holder is None or holder.office is None or holder.office.title.lower() != titles[0].lower():
            return None
        return self._office(self.found.home, None, role, titles[0])

    def _known_office(self, title: str, role: str, match: re.Match[str], before: list[int]) -> int | None:
        """'the President', 'the Secretary': someone already named, the publisher's own head of state first."""
        det = (match["det"] or "").strip("^ ")
        if det not in ("the", "his", "her") or det in ("his", "her"):
            return None
        words = title.split()
        fits = []
        for entity in self.found.entities:
            if entity.role == "delegation":
                continue
            held = (entity.title or "").lower()
            if title == "president" and held and _REIGNS.search(held):
                continue
            if (entity.role == role and role not in ("other", "minister")) or (
                held and (held.endswith(title) or all(word in held for word in words)) and role != "leader"
            ):
                fits.append(entity)
        if role == "leader":
            fits = [entity for entity in self.found.entities if entity.role in _HEADS]
            if len(fits) > 1:
                return None
        later = self.titles.LATER_NAMES.get(title)
        if later is not None and fits:
            exact = [entity for entity in fits if entity.role == later or (entity.title or "").lower() == title]
            if exact:
                fits = exact
            elif all(_LESSER.search(entity.title or "") for entity in fits) and self._find(
                self.found.home, None, (later,)
            ):
                # "Assistant Secretary N on the Secretary's travel": not N's own
                return self._office(self.found.home, None, later, None)
        if not fits:
            return self._at_home(role, match)
        order = [*self.recent, *before]
        if title == "head of state":
            own = [entity for entity in fits if entity.country == self.found.home and entity.role == "head_of_state"]
            if own:
                return own[0].key
        ranked = sorted(
            fits, key=lambda e: (e.name is None, -max((i for i, key in enumerate(order) if key == e.key), default=-1))
        )
        return ranked[0].key
