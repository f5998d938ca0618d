"""Larger events named in the text (symbol E): what a contact may stand on the sidelines of, or be.

Rules: `event.named` ('the 47th ASEAN Summit'), `event.session` ('80th session of the UN General Assembly'),
`event.listed` (a name of the table of recurring events), `event.assembly` (the UN General Assembly itself).
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.lexicon import world
from extractors.summit.reading import NamedEvent, Reading, Sentence, Unit, reading
from extractors.summit.sidelines.capitals import capitalized, prolonged
from extractors.summit.sidelines.councils import bodies_in_session, councils
from extractors.summit.sidelines.patterns import Patterns, patterns

_SYMBOL = re.compile(r"([A-Z])(\d+)")
_REGION = re.compile(
    r"\b(?:africa|african|europe|asia|caucasus|balkans?|gulf|arab|caribbean|latin|nordic|baltic|pacific|america|americas|mediterranean|black)\b"
)
_SPAN = re.compile(
    r"\b(?:regional|international|global|multilateral|worldwide|world|asian?|european|africa|african|arab|gulf|pacific|"
    r"asia-pacific|caribbean|latin|balkans?|nordic|baltic|islamic|caspian|southeast|mediterranean|americas)\b"
)
"""Whose leaders or ministers come together, where no body is named."""
_WORLDWIDE = re.compile(r"\b(?:international|global|regional|world|interregional)\b")
_HEADS = "Forum|Summit|Conference|Congress|Dialogue|Assembly"
_TAG_HEAD = re.compile(rf"[A-Za-z](?:{_HEADS})")
_TAGGED = re.compile(rf"(?:[A-Z][a-z]+|[A-Z]{{2,5}}){{1,4}}(?P<head>{_HEADS})\d{{0,4}}")
"""A hashtag that is an event's name: '#AntalyaDiplomacyForum'."""
_LEADING = frozenset({"head_of_state", "head_of_government", "leader"})
_OF_OFFICERS = frozenset({"meeting", "conference", "council", "summit", "forum"})
_WIDE = frozenset(
    {
        "UN",
        "SCO",
        "CSTO",
        "CIS",
        "EAEU",
        "OTS",
        "BRICS",
        "G7",
        "G20",
        "APEC",
        "ASEAN",
        "NATO",
        "AU",
        "LAS",
        "OIC",
        "GCC",
        "OSCE",
        "CICA",
        "ECO",
        "C5",
        "EPC",
        "EAS",
        "Quad",
    }
)


class Sidelines:
    """Replaces the units of an event's name by one unit E."""

    def __init__(self, language: str) -> None:
        self.patterns: Patterns = patterns(language)

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        for sentence in found.sentences:
            self._sentence(found, found.text, sentence)
        return doc

    def _sentence(self, found: Reading, text: str, sentence: Sentence) -> None:
        changes: list[tuple[int, int, NamedEvent]] = []
        taken = [False] * len(sentence.units)
        for first, last, sitting in (
            *councils(found, sentence, self.patterns.council, self.patterns.councils),
            *bodies_in_session(found, sentence, self.patterns.sitting),
        ):
            if not any(taken[first:last]):
                taken[first:last] = [True] * (last - first)
                changes.append((first, last, sitting))
        for pattern in (self.patterns.assembled, self.patterns.group, self.patterns.of, self.patterns.named):
            if pattern is self.patterns.assembled and not ("G" in sentence.code and "O" in sentence.code):
                continue
            if pattern in (self.patterns.of, self.patterns.named) and not any(
                map(sentence.code.__contains__, self.patterns.heads)
            ):
                break
            for match in pattern.finditer(sentence.code):
                first, last = sentence.unit_at(match.start()), sentence.unit_at(match.end() - 1) + 1
                event = self._event(found, text, sentence, match, first, last)
                if event is not None and match["head"]:
                    last = prolonged(text, sentence, event, last)
                if event is not None and not any(taken[first:last]):
                    taken[first:last] = [True] * (last - first)
                    changes.append((first, last, event))
        for i, unit in enumerate(sentence.units):
            if unit.kind == "O" and not taken[i] and text[unit.start : unit.end].endswith("General Assembly"):
                changes.append((i, i + 1, NamedEvent(text[unit.start : unit.end], "UN", "forum", unit.start, unit.end)))
        if any(map(sentence.code.__contains__, self.patterns.gatherings)):
            for first, last, event in capitalized(text, sentence, self.patterns.gatherings):
                last = prolonged(text, sentence, event, last)
                if not any(taken[first:last]):
                    taken[first:last] = [True] * (last - first)
                    changes.append((first, last, event))
        tagged = _TAG_HEAD.search(text, sentence.start, sentence.end) is not None
        for i, unit in enumerate(sentence.units if tagged else ()):
            tag = None if unit.kind or taken[i] else _TAGGED.fullmatch(text, unit.start, unit.end)
            if tag is not None:
                kind = self.patterns.heads[tag["head"].lower()]
                changes.append((i, i + 1, NamedEvent(tag.group(), None, kind, unit.start, unit.end)))
        for first, last, event in sorted(changes, key=lambda change: -change[0]):
            ref = len(found.events)
            found.events.append(event)
            sentence.units[first:last] = [Unit(f"E{ref}", event.start, event.end, "E", ref)]
        if changes:
            sentence.encode()

    def _event(
        self, found: Reading, text: str, sentence: Sentence, match: re.Match[str], first: int, last: int
    ) -> NamedEvent | None:
        while first < last and sentence.units[first].symbol in ("the", "and", "-", "–", ",", "a"):
            first += 1
        symbols = _SYMBOL.findall(match.group())
        bodies = [found.organizations[int(n)] for kind, n in symbols if kind == "O"]
        listed = [found.events[int(n)] for kind, n in symbols if kind == "E"]
        states = [found.countries[int(n)] for kind, n in symbols if kind in "AC"]
        head = match["head"]
        body = match["body"]
        roles = [found.group_roles[int(n)] for kind, n in symbols if kind == "G"]
        if not head:
            start, end = sentence.units[first].start, sentence.units[last - 1].end
            kind = "summit" if any(role in _LEADING for role in roles) else "multilateral_meeting"
            role = ""
            if match.re is self.patterns.assembled and kind != "summit":
                role = "other" if "deputy " in body else roles[0]
            return NamedEvent(_named(text[start:end]), bodies[0], kind, start, end, role=role)
        if (
            not bodies
            and not listed
            and not (len(states) > 1 or " x " in f" {match.group()} " or "asia" in body or "heads" in body)
            and not (head in ("forum", "conference", "congress") and _WORLDWIDE.search(body))
            and not (head == "summit" and states and _REGION.search(body))
            and not (head == "summit" and _SPAN.search(body))
            and not (roles and head in _OF_OFFICERS and _SPAN.search(body))
        ):
            return None
        if head in ("meeting", "week", "council", "dialogue", "consultations") and not (
            bodies or listed or "asia" in body or (head == "dialogue" and states) or (roles and _SPAN.search(body))
        ):
            return None
        if head == "council" and not any(word in body for word in ("supreme", "heads", "collective", "security")):
            return None
        start, end = sentence.units[first].start, sentence.units[last - 1].end
        organization = next((b for b in bodies if b in _WIDE), bodies[0] if bodies else None)
        if organization is None and listed:
            organization = listed[0].organization
        kind = self.patterns.heads[head]
        together = head in ("meeting", "council", "session", "retreat", "consultative meeting")
        if roles and (together or (not bodies and not listed)):
            kind = "summit" if any(role in _LEADING for role in roles) else "multilateral_meeting"
        if head == "session" and "parliamentary" in match.group():
            kind = "multilateral_meeting"
        if head == "meeting" and ("heads" in body or "supreme" in match.group()):
            kind = "summit"
        if listed and head not in ("meeting", "ministerial", "foreign ministers ' meeting"):
            kind = listed[0].kind if listed[0].kind != "forum" or head == "forum" else kind
        parties = tuple(dict.fromkeys([*states, *[b for b in bodies if b not in _WIDE or states]]))
        return NamedEvent(_named(text[start:end]), organization, kind, start, end, parties if len(parties) > 1 else ())


def _named(words: str) -> str:
    """An event's name on one line, without hashtags, and with plain hyphens between states."""
    words = re.sub(r"#(\w+)", lambda tag: re.sub(r"(?<=[a-z])(?=[A-Z])", "-", tag[1]), words)
    plain = " ".join(words.split())
    return re.sub(r"(?<=\w)\s?[–—]\s?(?=\w)", "-", plain)


def listed_event(name: str, start: int, end: int) -> NamedEvent:
    """The event that a name of the table of recurring events stands for."""
    kind = "summit" if any(word in name.lower() for word in ("summit", "c5+1", "council", "consultative")) else "forum"
    return NamedEvent(name, world.event_organizers().get(name), kind, start, end)


@Language.factory("communique_sidelines", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Sidelines:
    """The sidelines pipe for `language`."""
    return Sidelines(language)
