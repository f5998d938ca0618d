"""People: who is named, in what office of which country or body, and which later words mean them.

Named mentions become entities, fullest names first, so that a surname in the title finds the full name in the text;
then offices without a name ("the Kazakh leader", "his counterpart") are resolved against them in reading order. The
units of a mention are replaced by one unit P, those of a state's delegation by C.

Rules: `person.titled`, `person.apposed`, `person.of`, `person.register`, `person.shape`, `person.office`,
`person.group`, `person.party`, `delegation`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.languages import part
from extractors.summit.people import patterns
from extractors.summit.people.entities import Cast
from extractors.summit.people.offices import OfficeReferences
from extractors.summit.people.owners import owner
from extractors.summit.people.roles import default_owner, settled, stacked
from extractors.summit.people.runs import closes, listed
from extractors.summit.reading import Reading, Sentence, Unit, reading

_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]?\.?|Sr\.?|Jr\.?|Lt\.?|Gen\.?|Maj\.?|Col\.?")
_SYMBOL = re.compile(r"([A-Z])(\d+)")
_MOST = 500
"""Different names that are read: more than any article has, fewer than noise of 200,000 characters does."""
_BODY_OF = re.compile(r"\^[a-z-]+ of (?:the )?([CO]\d+)")
"""Whose institution it is at the end of a long title: 'Head of a Department of the Administration of C'."""
_SHORT = re.compile(r"\( ([CO]\d+) \)")
"""The abbreviation of a body, in parentheses after a name of it that no list holds."""
_LEAD = 240
_TWO_OFFICES = re.compile(r"(?P<a>T\d+) and (?:the )?(?P<b>T\d+)")
_INNER = re.compile(r"T\d+ of the (A\d+) \^")
"""Whose body a person heads: 'Secretary of the Armenian Security Council'."""
_LED = re.compile(
    r"([ACO]\d+)(?: 's)? (?:\^?[a-z-]+ ){0,2}(?:\^?(?:delegation|side|team))(?: ,)?(?: (?:was|is|were|will be|being))?"
    r" (?:led|headed|represented|chaired) by (?:the )?(?:\^?[a-z-]+ ){0,2}$"
)
"""Before a person: the delegation of a state that he or she leads."""


_NEXT = re.compile(r"(?:(?! and |[,;]| \.).){0,80}? N\d")
"""After a title behind a name: the title is the next person's, 'Secretary N, Kosovo President N'."""
_SERVES = re.compile(r"((?:[ACO]\d+(?: 's)? T\d+|T\d+ of (?:the )?[CO]\d+)(?: N\d+)?) 's $")
"""Before a person: the holder of an office whom he or she serves: 'the Chadian President's envoy N'."""


@dataclass(slots=True)
class Mention:
    """A named person in a sentence: units [first, last), and what the words around the name say."""

    sentence: Sentence
    first: int
    last: int
    name: str
    start: int
    end: int
    rule: str
    role: str | None = None
    title: str | None = None
    country: str | None = None
    organization: str | None = None
    former: bool = False
    counterpart: bool = False
    assumed: bool = False


class People:
    """Fills `reading.entities` and rewrites the sentences' units."""

    def __init__(self, language: str) -> None:
        self.titles = part(language, "titles")

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        mentions: list[Mention] = []
        for sentence in found.sentences:
            if " N" in f" {sentence.code}":
                mentions += self.mentions(found, found.text, sentence)
        few = set(list(dict.fromkeys(mention.name for mention in mentions))[:_MOST])
        mentions = [mention for mention in mentions if mention.name in few]
        cast = Cast(found, self.titles)
        keys = cast.enter(mentions)
        by_sentence: dict[int, list[tuple[Mention, int]]] = {}
        for mention, key in zip(mentions, keys, strict=True):
            if key is not None:
                by_sentence.setdefault(mention.sentence.index, []).append((mention, key))
        for sentence in found.sentences:
            self._rewrite(sentence, by_sentence.get(sentence.index, []))
        OfficeReferences(found, cast, self.titles).resolve()
        for sentence in found.sentences:
            self._delegations(found, sentence)
        doc.spans["people"] = [
            span
            for entity in found.entities
            for start, end in entity.mentions
            if (span := _span(doc, start, end, entity.role)) is not None
        ]
        return doc

    def mentions(self, found: Reading, text: str, sentence: Sentence) -> list[Mention]:
        """The named mentions of a sentence, in order and without overlap."""
        code, taken, out = sentence.code, [False] * len(sentence.units), []

        def take(match: re.Match[str], rule: str, groups: dict[str, str | None]) -> None:
            first, last = sentence.unit_at(match.start()), sentence.unit_at(match.end() - 1) + 1
            if any(taken[first:last]):
                return
            other = _TWO_OFFICES.fullmatch(groups.get("title") or "")
            if other and _two_people(found, other):
                # "the President and Prime Minister N": only the second is N
                first = sentence.unit_at(match.start("title") + other.start("b"))
                groups = {**groups, "title": other["b"], "own": None}
            made = self._mention(found, text, sentence, groups, rule, first, last)
            if made is not None:
                taken[first:last] = [True] * (last - first)
                out.append(made)

        for match in patterns.GROUP_NAMED.finditer(code):
            self._group(found, text, sentence, match, taken, out)
        if "creden" in code:
            # "letters were presented by N (C), N (C)"
            for match in patterns.NAME_IN.finditer(code):
                before = len(out)
                take(match, "person.of", {**match.groupdict(), "title": None})
                for made in out[before:]:
                    made.role = "ambassador"
        titles = [sentence.offsets[i] for i, unit in enumerate(sentence.units) if unit.kind == "T"]
        for series in patterns.APPOSED_SERIES.finditer(code) if len(titles) > 1 else ():
            for match in patterns.APPOSED.finditer(code, series.start(), series.end()):
                take(match, "person.apposed", match.groupdict())
        for pattern, rule, needed in (
            (patterns.PARTY, "person.party", 1),
            (patterns.APPOSED_PARTY, "person.apposed", 2),
            (patterns.PARTY_AND_OFFICE, "person.titled", 2),
            (patterns.HELD_BY, "person.rank", 2),
            (patterns.ELECTED, "person.apposed", 1),
            (patterns.PARTING, "person.apposed", 1),
            (patterns.APPOSED_LONG, "person.apposed", 1),
            (patterns.TITLED, "person.titled", 1),
            (patterns.APPOSED_NAME, "person.apposed", 1),
            (patterns.APPOSED, "person.apposed", 1),
            (patterns.NAME_OF, "person.of", 0),
            (patterns.OWN, "person.register", 0),
            (patterns.NAMES, "person.register", 0),
        ):
            if len(titles) < needed:
                continue
            # what introduces a title is short: nothing to be looked for long before the first
            at = max(0, code.rfind(" ", 0, max(0, titles[0] - _LEAD)) + 1) if needed else 0
            if pattern in (patterns.APPOSED_PARTY, patterns.PARTY_AND_OFFICE) and "part" not in code:
                continue
            for match in pattern.finditer(code, at):
                take(match, rule, match.groupdict())
        return sorted(out, key=lambda mention: mention.first)

    def _mention(
        self,
        found: Reading,
        text: str,
        sentence: Sentence,
        groups: dict[str, str | None],
        rule: str,
        first: int,
        last: int,
    ) -> Mention | None:
        ref = int((groups["name"] or "N0")[1:])
        start, end = found.names[ref]
        name = _clean(text[start:end], self.titles.HONORIFICS)
        if not name or _INITIALS.fullmatch(name):
            # "an Executive Order (E.O.)", "Deputy Minister Sr. Lt. Gen. N"
            return None
        made = Mention(sentence, first, last, name, start, end, rule)
        if rule == "person.rank":
            longer, rank = (found.titles[int((groups[part_] or "T0")[1:])] for part_ in ("title", "second"))
            if rank.text.lower() not in self.titles.RANKS or longer.role not in ("other", "io_official"):
                return None
        codes = _SYMBOL.findall(groups.get("title") or "")
        if codes:
            held = [found.titles[int(number)] for kind, number in codes if kind == "T"]
            title = stacked(held)
            made.title, made.role, made.former = title.text, title.role, all(t.former for t in held)
        if rule == "person.party":
            made.role = "other"
        before = sentence.units[first - 1].symbol.lstrip("^") if first else ""
        made.former = made.former or before in self.titles.QUALIFIERS_FORMER
        if before in self.titles.LAWMAKERS and made.title is None:
            made.title, made.role, made.country = before, "other", self.titles.LAWMAKERS[before]
            return made
        self._owner(found, sentence, made, groups)
        return made

    def _owner(self, found: Reading, sentence: Sentence, made: Mention, groups: dict[str, str | None]) -> None:
        end = sentence.offsets[made.last - 1] + len(sentence.units[made.last - 1].symbol)
        for name in ("own", "title", "of", "late", "to"):
            country, body = owner(found, groups.get(name) or "")
            if country or body:
                made.country, made.organization = country, body
                break
        if not made.country and not made.organization:
            for kind, number in _SYMBOL.findall(groups.get("to") or ""):
                if kind == "T":
                    # "Head of Cabinet of the President of the European Council"
                    made.country, made.organization = default_owner(found.titles[int(number)].text, self.titles)
        if not made.country and not made.organization:
            inner = _INNER.search(sentence.code, sentence.offsets[made.first], sentence.offsets[made.last - 1] + 8)
            if inner:
                made.country, made.organization = owner(found, inner[1])
        if not made.country and not made.organization:
            led = _LED.search(sentence.code, 0, sentence.offsets[made.first])
            if led:
                made.country, made.organization = owner(found, led[1])
        if not made.country and not made.organization:
            after = patterns.AFTER.match(sentence.code, end)
            if after and not _NEXT.match(sentence.code, after.end()):
                made.country, made.organization = owner(found, f"{after['own'] or ''} {after['of'] or ''}")
        if made.title and not made.country and not made.organization:
            serves = _SERVES.search(sentence.code, 0, sentence.offsets[made.first])
            if serves:
                made.country, made.organization = owner(found, serves[1])
        if made.title and not made.country and not made.organization:
            # "Secretary General of the Organization for … (O) N"
            short = _SHORT.findall(sentence.code, sentence.offsets[made.first], end)
            if short:
                made.country, made.organization = owner(found, short[-1])
        if made.title and not made.country and not made.organization:
            bodies = _BODY_OF.findall(sentence.code, sentence.offsets[made.first], end)
            if bodies:
                made.country, made.organization = owner(found, bodies[-1])
        if made.title and not made.country and not made.organization:
            made.country, made.organization = default_owner(made.title, self.titles)
            made.assumed = made.organization is not None
            made.assumed = made.organization is not None
        if made.role == "counterpart":
            # the register says which office a named counterpart holds
            made.role = made.title = None
            made.counterpart = True
        if made.role:
            made.role = settled(made.role, made.country, made.organization)
            if made.role in ("io_head", "io_official") and not made.organization:
                made.organization = default_owner(made.title or "", self.titles)[1]
                made.assumed = made.organization is not None
        if made.organization and made.country:
            made.organization = None

    def _group(
        self,
        found: Reading,
        text: str,
        sentence: Sentence,
        match: re.Match[str],
        taken: list[bool],
        out: list[Mention],
    ) -> None:
        """Several names under one plural title; countries listed before them go to the names in turn."""
        role = found.group_roles[int(match["title"][1:])]
        listed = [number for kind, number in _SYMBOL.findall(match["own"] + match["of"]) if kind in "AC"]
        named = list(re.finditer(r"N(\d+)(?: of (?:the )?C(\d+))?", match["names"]))
        base = match.start("names")
        head = sentence.unit_at(match.start())
        for i, item in enumerate(named):
            first = head if i == 0 else sentence.unit_at(base + item.start())
            last = sentence.unit_at(base + item.end() - 1) + 1
            if any(taken[first:last]):
                continue
            start, end = found.names[int(item[1])]
            name = _clean(text[start:end], self.titles.HONORIFICS)
            if not name:
                continue
            made = Mention(sentence, first, last, name, start, end, "person.group", role)
            if item[2]:
                made.country = found.countries[int(item[2])]
            elif len(listed) == len(named):
                made.country = found.countries[int(listed[i])]
            elif len(listed) == 1:
                made.country = found.countries[int(listed[0])]
            titled = text[
                sentence.units[sentence.unit_at(match.start("title"))].start : sentence.units[
                    sentence.unit_at(match.start("title"))
                ].end
            ]
            made.title = titled
            taken[first:last] = [True] * (last - first)
            out.append(made)

    @staticmethod
    def _rewrite(sentence: Sentence, mentions: list[tuple[Mention, int]]) -> None:
        units, at = [], 0
        for mention, key in mentions:
            units += sentence.units[at : mention.first]
            held = sentence.units[mention.first : mention.last]
            units.append(Unit(f"P{key}", held[0].start, held[-1].end, "P", key))
            at = mention.last
            if at + 1 < len(sentence.units) and closes(held, sentence.units[at : at + 4]):
                # "N, president of C, hosted": the comma is the apposition's
                at += 1
        units += sentence.units[at:]
        for unit in units:
            if unit.kind == "N":
                unit.symbol, unit.kind = "x", ""
        sentence.units = units
        sentence.encode()

    def _delegations(self, found: Reading, sentence: Sentence) -> None:
        """'the Russian side', 'Chinese officials': the state itself; and no carets from here on."""
        units: list[Unit] = []
        for unit in sentence.units:
            word = unit.symbol.lstrip("^")
            previous = units[-1] if units else None
            if unit.kind == "" and word in self.titles.DELEGATION_WORDS and previous is not None:
                if (
                    previous.symbol in self.titles.DELEGATION_KINDS
                    and len(units) > 1
                    and units[-2].kind in ("A", "C")
                    and word in self.titles.BARE_DELEGATIONS
                ):
                    units.pop()
                    previous = units[-1]
                if word in self.titles.OFFICIALS:
                    previous = self._field(units)
                before = units[-2] if len(units) > 1 else None
                if previous.symbol == "'s" and before is not None and before.kind in ("C", "O"):
                    units.pop()
                    previous = before
                if previous.kind in ("A", "O") or (previous.kind == "C" and word in self.titles.BARE_DELEGATIONS):
                    if previous.kind == "A" and word in self.titles.BARE_DELEGATIONS:
                        listed(units)
                    previous.kind = "C" if previous.kind == "A" else previous.kind
                    previous.symbol = f"{previous.kind}{previous.ref}"
                    previous.end = unit.end
                    continue
            if unit.kind == "":
                unit.symbol = word or "_"
            elif unit.kind in "TS":
                unit.symbol = unit.kind.lower()
                if unit.kind == "S":
                    unit.symbol = f"G{unit.ref}"
                    plural = found.group_roles[unit.ref]
                    if previous is not None and (
                        previous.kind == "A" or (previous.kind == "O" and plural == "counterpart")
                    ):
                        # "South African ministers": nobody by name, hence their state or body
                        previous.kind = "C" if previous.kind == "A" else "O"
                        previous.symbol = f"{previous.kind}{previous.ref}"
                        previous.end = unit.end
                        continue
            units.append(unit)
        sentence.units = self._institutions(units)
        sentence.encode()

    def _field(self, units: list[Unit]) -> Unit:
        """Drops the field of 'Japanese trade officials', so that the state stands before them; the last unit left."""
        fields: frozenset[str] = self.titles.PORTFOLIOS | self.titles.DELEGATION_KINDS
        held = len(units)
        while held and len(units) - held < 3 and units[held - 1].kind == "" and units[held - 1].symbol in fields:
            held -= 1
        if 0 < held < len(units) and units[held - 1].kind in ("A", "O"):
            del units[held:]
        return units[-1]

    def _institutions(self, units: list[Unit]) -> list[Unit]:
        """'Italy's justice ministry': the state itself."""
        named: frozenset[str] = self.titles.INSTITUTIONS
        if not any(unit.symbol in named for unit in units):
            return units
        fields: frozenset[str] = self.titles.PORTFOLIOS | {"t", "and", "foreign", "central"}
        kept: list[Unit] = []
        for unit, after in zip(units, [*units[1:], None], strict=True):
            if unit.symbol in named and (after is None or after.symbol != "of"):
                held = len(kept)
                while held and len(kept) - held < 3 and kept[held - 1].symbol in fields:
                    held -= 1
                owned = held > 1 and kept[held - 1].symbol == "'s" and kept[held - 2].kind == "C"
                if owned or (held and kept[held - 1].kind == "A"):
                    held -= 1 if owned else 0
                    state = kept[held - 1]
                    state.kind, state.symbol, state.end = "C", f"C{state.ref}", unit.end
                    del kept[held:]
                    continue
            kept.append(unit)
        return kept


def _two_people(found: Reading, offices: re.Match[str]) -> bool:
    """Whether two offices joined by "and" are never one person's: a president is no prime minister."""
    first, second = (found.titles[int(offices[group][1:])].role for group in ("a", "b"))
    return first == "head_of_state" and second in (
        "head_of_government",
        "foreign_minister",
        "deputy_head",
        "minister",
        "security_official",
    )


def _clean(name: str, honorifics: frozenset[str]) -> str:
    words = name.replace("#", "").split()
    if not words:
        return ""
    while len(words) > 1 and words[0].lower() in honorifics:
        words.pop(0)
    return " ".join(words).strip(" .,-'’") if len(words[-1]) > 3 else " ".join(words).strip(" ,-'’")


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="expand")


@Language.factory("communique_people", assigns=["doc._.reading", "doc.spans"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> People:
    """The people pipe for `language`."""
    return People(language)
