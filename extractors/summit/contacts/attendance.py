"""Who else takes part in an event of several: lists of leaders, chairs, guests of the chair."""

from __future__ import annotations

import re

from extractors.summit.contacts.patterns import Patterns
from extractors.summit.reading import Contact, Reading, Sentence

_MANY = frozenset({"summit", "multilateral_meeting", "forum"})
_CEREMONY = re.compile(r"\b(?:ceremony|signing)\b")
_SYMBOL = re.compile(r"([PCGO])(\d+)")
_HIGH = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "io_head",
        "io_official",
        "foreign_minister",
        "deputy_head",
        "minister",
        "speaker_of_parliament",
    }
)


def attend(found: Reading, contacts: list[Contact], patterns: Patterns) -> None:
    """Adds to the first main event of several parties everyone whom its sentences list as present, and its chair."""
    events = [c for c in contacts if c.is_main and c.type in _MANY]
    if not events:
        return
    event = events[0]
    others = {
        key for c in contacts if c is not event and c.type in ("bilateral_meeting", "phone_call") for key in c.parties
    }
    for sentence in found.sentences:
        if sentence.is_title or sentence.index > event.sentence + 12:
            continue
        _chair(found, event, sentence, patterns)
        if patterns.absent.search(sentence.code):
            continue
        keys = [
            unit.ref
            for unit in sentence.units
            if unit.kind == "P" and found.entities[unit.ref].name is not None and found.entities[unit.ref].role in _HIGH
        ]
        near = sentence.index <= event.sentence + 1
        if patterns.attending.search(sentence.code) and (
            len(keys) > 1 or near or patterns.guests.search(sentence.code)
        ):
            guests = patterns.guests.search(sentence.code)
            for key in keys:
                if key in event.parties or (key in others and not near and len(keys) < 3):
                    continue
                event.parties.append(key)
                if guests and event.chairs:
                    event.guests.append(key)
    named = {found.entities[key].side for key in event.parties if found.entities[key].name is not None}
    event.parties = [
        key for key in event.parties if found.entities[key].name is not None or found.entities[key].side not in named
    ]


def sides_of(found: Reading, contact: Contact) -> set[str | None]:
    """Whom the parties of `contact` stand for."""
    return {found.entities[key].side for key in contact.parties}


def accompany(found: Reading, contacts: list[Contact], patterns: Patterns) -> None:
    """Adds to main talks of two parties whoever a later sentence seats on one side of the table."""
    mains = [c for c in contacts if c.is_main and c.type in ("bilateral_meeting", "video_conference")]
    if len(mains) != 1:
        return
    talks = mains[0]
    for sentence in found.sentences[talks.sentence :]:
        for member in patterns.member.finditer(sentence.code):
            entity = found.entities[int(member["p"])]
            if entity.name is not None and entity.key not in talks.parties and entity.side in sides_of(found, talks):
                talks.parties.append(entity.key)
    for sentence in found.sentences:
        if sentence.is_title or sentence.index < talks.sentence or not patterns.accompanying.search(sentence.code):
            continue
        states = {found.entities[key].side for key in talks.parties}
        led = patterns.led.search(sentence.code)
        side = re.search(r"(?:on|from|for) the (?:C|A)(\d+)", sentence.code)
        spoken = found.countries[int(side[1])] if side else None
        for i, unit in enumerate(sentence.units):
            if unit.kind != "P":
                continue
            entity = found.entities[unit.ref]
            if entity.side is None and (spoken in states or led):
                entity.country = spoken if spoken in states else _delegation_of(found, sentence, i)
            if (
                unit.ref in talks.parties
                or entity.name is None
                or entity.side not in states
                or entity.role == "spokesperson"
            ):
                continue
            talks.parties.append(unit.ref)
    named = {found.entities[key].side for key in talks.parties if found.entities[key].name is not None}
    talks.parties = [
        key for key in talks.parties if found.entities[key].name is not None or found.entities[key].side not in named
    ]


def travel_along(found: Reading, contacts: list[Contact], patterns: Patterns) -> None:
    """Adds to the one main visit who goes along: 'accompanied by N', 'N and N will join the delegation'."""
    mains = [c for c in contacts if c.is_main and c.type == "visit" and c.guests]
    if len(mains) != 1:
        return
    trip = mains[0]
    own = {found.entities[key].side for key in trip.guests}
    for sentence in found.sentences[trip.sentence : trip.sentence + 5]:
        match = patterns.alongside.search(sentence.code)
        if match is None:
            continue
        for unit, at in zip(sentence.units, sentence.offsets, strict=True):
            if unit.kind != "P" or unit.ref in trip.parties or (at < match.start()) == bool(match["after"]):
                continue
            entity = found.entities[unit.ref]
            if not entity.name or not entity.title or entity.role == "spokesperson":
                continue
            if entity.side not in (None, *own) or len(own) > 1:
                continue
            if sentence.code[at : at + 12].startswith(f"{unit.symbol} 's"):
                continue
            if entity.side is None:
                lead = found.entities[trip.guests[0]]
                entity.country, entity.organization = lead.country, lead.organization
            trip.parties.append(unit.ref)
            trip.guests.append(unit.ref)
            trip.evidence.append((sentence.start, sentence.end))


def witness(found: Reading, contacts: list[Contact], patterns: Patterns) -> None:
    """Adds to a signing who stood by: in its own sentence, or where the next ones tell of the ceremony."""
    for signing in contacts:
        if signing.type != "signing":
            continue
        for sentence in found.sentences[signing.sentence : signing.sentence + (4 if signing.is_main else 1)]:
            if sentence.index != signing.sentence and not _CEREMONY.search(sentence.code):
                continue
            for match in patterns.witnessed.finditer(sentence.code):
                for number in re.findall(r"P(\d+)", match["p"] or match["q"] or match["r"] or ""):
                    key = int(number)
                    entity = found.entities[key]
                    if key not in signing.parties and entity.name is not None and entity.side is not None:
                        signing.parties.append(key)


def _delegation_of(found: Reading, sentence: Sentence, until: int) -> str | None:
    for unit in reversed(sentence.units[:until]):
        if unit.kind == "C":
            return found.countries[unit.ref]
    return None


def _chair(found: Reading, event: Contact, sentence: Sentence, patterns: Patterns) -> None:
    for match in patterns.chairing.finditer(sentence.code):
        named = match["p"] or match["q"] or match["r"] or match["s"] or ""
        for number in re.findall(r"P(\d+)", named):
            key = int(number)
            if key not in event.parties:
                event.parties.append(key)
            if key not in event.chairs:
                event.chairs.append(key)
