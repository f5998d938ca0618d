"""Who else takes part in an event of several: lists of leaders, chairs, guests of the chair."""

from __future__ import annotations

import re

from extractors.summit.contacts.patterns import Patterns
from extractors.summit.reading import Contact, Entity, Reading, Sentence

_MANY = frozenset({"summit", "multilateral_meeting", "forum"})
_CEREMONY = re.compile(r"\b(?:ceremony|signing|signatures?)\b")
_SIGNATURES = re.compile(r"\bsignatures? of\b")
_SYMBOL = re.compile(r"([PCGO])(\d+)")
_LEADING = frozenset({"head_of_state", "head_of_government"})
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
    events = [c for c in contacts if c.is_main and (c.type in _MANY or c.rule == "call.group")]
    if not events:
        return
    event = events[0]
    others = {
        key
        for c in contacts
        if c is not event and c.type in ("bilateral_meeting", "phone_call", "multilateral_meeting")
        for key in c.parties
        if c.type != "multilateral_meeting" or key not in event.parties
    }
    for sentence in found.sentences:
        if sentence.is_title or sentence.index > event.sentence + 12:
            continue
        told_by_office = event.event is not None and event.event.role
        if sentence.index > event.sentence + 1 and not told_by_office and patterns.apart.search(sentence.code):
            continue
        _chair(found, event, sentence, patterns)
        if patterns.absent.search(sentence.code):
            continue
        listing = patterns.listing.search(sentence.code) is not None
        keys = [
            unit.ref
            for unit, after in zip(sentence.units, [*sentence.units[1:], None], strict=True)
            if unit.kind == "P"
            and _may_attend(found.entities[unit.ref], listing)
            and (after is None or after.symbol != "'s")
        ]
        near = sentence.index <= event.sentence + 1
        guests = patterns.guests.search(sentence.code)
        if not patterns.attending.search(sentence.code) or not (len(keys) > 1 or near or guests or listing):
            continue
        for key in keys:
            if key in event.parties or (key in others and not near and len(keys) < 3):
                continue
            if key in others and any(
                found.entities[k].side == found.entities[key].side and found.entities[k].name for k in event.parties
            ):
                # the ministers met by themselves, and their state's leader is here already
                continue
            event.parties.append(key)
            if guests and event.chairs:
                event.guests.append(key)
        if listing:
            event.parties += [key for key in _sent(found, sentence, patterns) if key not in event.parties]
    named = {found.entities[key].side for key in event.parties if found.entities[key].name is not None}
    body = event.event.organization if event.event is not None and len(named) > 1 else None
    event.parties = [
        key
        for key in event.parties
        if (entity := found.entities[key]).name is not None
        or (entity.side not in named and (body is None or entity.organization != body))
    ]


def _may_attend(entity: Entity, listing: bool) -> bool:
    """Whether a person named beside an event may be taken for a participant: leaders and ministers, or whoever a
    sentence lists as present (`listing`): envoys, deputies, ambassadors."""
    if entity.name is None:
        return False
    return entity.role in _HIGH or (listing and entity.side is not None and entity.role not in ("", "spokesperson"))


def _sent(found: Reading, sentence: Sentence, patterns: Patterns) -> list[int]:
    """The states and bodies whose people are present without being named: 'diplomats from C and C took part'."""
    keys = []
    for match in patterns.sent.finditer(sentence.code):
        for kind, number in _SYMBOL.findall(match["c"]):
            if kind == "C":
                keys.append(found.delegation(found.countries[int(number)]))
            elif kind == "O":
                keys.append(found.delegation(None, found.organizations[int(number)]))
    return keys


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
                talks.seated.append(entity.key)
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
                or (entity.role in _LEADING and _led_already(found, talks, entity))
            ):
                continue
            talks.parties.append(unit.ref)
            talks.seated.append(unit.ref)
    named = {found.entities[key].side for key in talks.parties if found.entities[key].name is not None}
    talks.parties = [
        key for key in talks.parties if found.entities[key].name is not None or found.entities[key].side not in named
    ]


def _led_already(found: Reading, talks: Contact, leader: Entity) -> bool:
    """Whether others speak for a leader's side: leaders don't go along with their ministers."""
    return any(found.entities[k].side == leader.side and found.entities[k].name for k in talks.parties)


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
            if _SIGNATURES.search(sentence.code):
                # "it bears the signatures of N, N and N": all who are named
                signing.parties += [
                    unit.ref
                    for unit in sentence.units
                    if unit.kind == "P"
                    and unit.ref not in signing.parties
                    and found.entities[unit.ref].name is not None
                    and found.entities[unit.ref].side is not None
                ]
                signing.parties = _in_person(found, signing.parties)
                continue
            for match in patterns.witnessed.finditer(sentence.code):
                for number in re.findall(r"P(\d+)", match["p"] or match["q"] or match["r"] or ""):
                    key = int(number)
                    entity = found.entities[key]
                    if key not in signing.parties and entity.name is not None and entity.side is not None:
                        signing.parties.append(key)


def _in_person(found: Reading, keys: list[int]) -> list[int]:
    """`keys` without the bare delegations of whom persons among them stand for; of a body several leaders do."""
    entities = found.entities
    named = {entities[key].side for key in keys if entities[key].name is not None}
    return [
        key
        for key in keys
        if entities[key].name is not None
        or (entities[key].side not in named and not (entities[key].organization and len(named) > 2))
    ]


def _delegation_of(found: Reading, sentence: Sentence, until: int) -> str | None:
    for unit in reversed(sentence.units[:until]):
        if unit.kind == "C":
            return found.countries[unit.ref]
    return None


def _chair(found: Reading, event: Contact, sentence: Sentence, patterns: Patterns) -> None:
    found_ = list(patterns.chairing.finditer(sentence.code))
    if event.event is not None and event.event.role:
        found_ += patterns.chairman.finditer(sentence.code)
    for match in found_:
        group = match.groupdict()
        named = group["p"] or group["q"] or group.get("r") or group.get("s") or ""
        for number in re.findall(r"P(\d+)", named):
            key = int(number)
            if key not in event.parties:
                event.parties.append(key)
            if key not in event.chairs:
                event.chairs.append(key)
