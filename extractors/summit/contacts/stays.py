"""Where a contact was, from where those who met were at that time, or from the larger event beside it.

Rules recorded: `place.arrived` ('N, on a visit to C', 'when he visits L'), `place.visiting` ('the visiting N'),
`place.event` (the seat of the event on whose sidelines they met: told elsewhere, or a part of its name).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.languages import part
from extractors.lexicon import world
from extractors.summit.contacts.capacity import REMOTE
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.places.whereabouts import Whereabouts
from extractors.summit.reading import Contact, NamedEvent, Reading, Sentence, SiteMention

_PRESENT = frozenset({"held", "ongoing"})
_COMING = frozenset({"planned", "proposed", "postponed"})
_BEFORE, _AFTER = 1, 3
"""How many sentences before and after that of a contact may say where those who meet are."""


@dataclass(frozen=True)
class Words:
    """The words of `languages/<language>/stays.py`, compiled."""

    here: tuple[re.Pattern[str], ...]
    then: tuple[re.Pattern[str], ...]
    seat: re.Pattern[str]
    named_seat: re.Pattern[str]
    gathering: re.Pattern[str]


@cache
def words(language: str) -> Words:
    """The words on stays of a language."""
    lists = part(language, "stays")
    return Words(
        here=tuple(re.compile(rf"(?:^|(?<= )){one}") for one in lists.HERE),
        then=tuple(re.compile(rf"(?:^|(?<= )){one}") for one in lists.THEN),
        seat=re.compile(lists.SEAT),
        named_seat=re.compile(lists.NAMED_SEAT),
        gathering=re.compile(lists.GATHERING),
    )


def visiting(found: Reading, contact: Contact, patterns: Patterns, whereabouts: Whereabouts) -> None:
    """The state in which two met, where the text says only that one of them was there."""
    if contact.country is not None or contact.type != "bilateral_meeting":
        return
    sides = {found.entities[key].country for key in contact.parties}
    for sentence, match, site in _stays(found, contact, whereabouts):
        if site.country not in sides or not _travels(found, contact, match, site.country):
            continue
        contact.city, contact.country = site.city, site.country
        if site.city is None and contact.status in _PRESENT and found.dateline_country == site.country:
            # told from a city of that state while the guest is there
            contact.city = found.dateline_city
        contact.place_span = sentence.chars(match.start("site"), match.end("site"))
        contact.rules["place"] = "place.arrived"
        return
    if contact.status not in _PRESENT or len(sides) != 2 or None in sides:
        return
    if any(found.entities[key].organization for key in contact.parties):
        return
    for sentence in found.sentences[contact.sentence : contact.sentence + 2]:
        for match in patterns.visiting.finditer(sentence.code):
            key = next(int(number) for number in match.groups() if number)
            visitor = found.entities[key].country
            if key in contact.parties or (found.entities[key].name is None and visitor in sides):
                contact.country = next(iter(sides - {visitor}))
                contact.place_span = sentence.chars(match.start(), match.end())
                contact.rules["place"] = "place.visiting"
                return


def _stays(
    found: Reading, contact: Contact, whereabouts: Whereabouts
) -> Iterator[tuple[Sentence, re.Match[str], SiteMention]]:
    """What the sentences around that of `contact` say of where somebody is, its own first."""
    use = words(found.language)
    rules = use.here if contact.status in _PRESENT else (*use.then, *use.here)
    own = contact.sentence
    near = [own, *range(own + 1, own + 1 + _AFTER), *range(own - 1, own - 1 - _BEFORE, -1)]
    for index in near:
        if not 0 <= index < len(found.sentences):
            continue
        sentence = found.sentences[index]
        for rule in rules:
            for match in rule.finditer(sentence.code):
                symbol = match["site"]
                yield sentence, match, whereabouts.site(symbol.split()[0], capital="capital" in symbol)


def _travels(found: Reading, contact: Contact, match: re.Match[str], country: str | None) -> bool:
    """Whether the traveller is one of those who meet, and at home elsewhere."""
    who = match.groupdict().get("who")
    if who is not None:
        return int(who) in contact.parties and found.entities[int(who)].country != country
    return any(found.entities[key].country != country for key in contact.parties)


def at_event(found: Reading, contacts: list[Contact], whereabouts: Whereabouts) -> None:
    """Gives contacts on the sidelines of a larger event, and sessions, the place where that is held."""
    for contact in contacts:
        event = contact.parent or contact.event
        if event is None or contact.country is not None or contact.type in (*REMOTE, "correspondence", "visit"):
            continue
        site = _seat(found, contact, event, whereabouts)
        if site is not None:
            contact.city, contact.country = site.city, site.country
            contact.place_span, contact.rules["place"] = (event.start, event.end), "place.event"


def _seat(found: Reading, contact: Contact, event: NamedEvent, whereabouts: Whereabouts) -> SiteMention | None:
    use = words(found.language)
    told: list[SiteMention] = []
    for sentence in found.sentences:
        for match in use.seat.finditer(sentence.code) if "E" in sentence.code else ():
            mentioned = found.events[int(match["event"][1:])]
            if _alike(event, mentioned) and not _of_then(found, contact, sentence, match):
                site = whereabouts.site(match["site"])
                if site.city is None and match["more"]:
                    more = whereabouts.site(match["more"])
                    site = more if more.country == site.country else site
                told.append(site)
    if told:
        return told[0] if len({site.country for site in told}) == 1 else None
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", event.name)
    named = use.named_seat.search(spaced.lower())
    if named is None:
        return None
    cities = world.cities()
    capitals = spaced[: named.start()].split()
    for size in (3, 2, 1):
        for i in range(len(capitals) - size + 1):
            known = cities.get(" ".join(capitals[i : i + size]))
            if known is not None:
                return SiteMention(known.city, known.country, None)
    return None


def _of_then(found: Reading, contact: Contact, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the day named with the place is another than that of the contact: 'the summit in L in 2019'."""
    day = re.compile(r"(?: ,)?(?: (?:in|on|last|earlier|of|late|early))* D(\d+)").match(sentence.code, match.end())
    if day is None:
        return False
    when = found.dates[int(day[1])].when(found.today, contact.status in _COMING)
    if when is None or contact.first_day is None:
        return when is not None and when.precision != "day"
    return not (contact.first_day.startswith(when.first) or when.first.startswith(contact.first_day[:7]))


_COUNTED = re.compile(
    r"\b(\d+)(?:st|nd|rd|th)\b|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
)


def _alike(one: NamedEvent, other: NamedEvent) -> bool:
    """Whether two mentions are of one event."""
    if one is other or one.name.casefold() == other.name.casefold():
        return True
    counted = [_COUNTED.search(event.name.casefold()) for event in (one, other)]
    if all(counted) and len({match.group() for match in counted if match}) > 1:
        return False
    return one.organization is not None and one.organization == other.organization and one.kind == other.kind
