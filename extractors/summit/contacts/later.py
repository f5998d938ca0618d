"""The day of a contact from other sentences: when the traveller sets out, the day within 'next week', the same day as
what was told before.

Rules: `date.trip` (a sentence on the traveller), `date.within` (a day of the week named), `date.place` (the sentence
before: that city, that day), `date.then` ('after the talks'), `date.due` ('the two are due to meet on …').
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.summit.contacts.days import FUTURE, Days, Words, words
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.dates.pipe import DateMention, When
from extractors.summit.reading import Contact, Reading, Sentence, Unit

_REACH = 8
_NEAR = 5
_OF_DAYS = ("multilateral_meeting", "summit", "forum")
_GOES = re.compile(r"\b(?:leav\w+|left|depart\w*)$")
_CONVENES = re.compile(
    r"\b(?:meets?|met|talks?|hold|held|holds|begins?|starts?|opens?|visits?|arrives?|travels?|takes? place)\b"
)
_DUE = re.compile(
    r"\b(?:will|scheduled to|due to|set to|expected to|to) (?:meet|hold talks|hold their (?:\S+ )?(?:meeting|talks))\b"
    r"|\b(?:meeting|talks|summit) (?:is|are) (?:scheduled|set|due|planned|expected)\b"
)
_CLOSE = 50
CLOSED = re.compile(r"\b(?:wrap(?:s|ped) up|wound up|conclud(?:ed|es)|end(?:ed|s)|clos(?:ed|es)|complet(?:ed|es))\b")
_ABROAD = re.compile(r"\b(?:to|in|for|visit|visits|visiting) (?:the )?([LC])(\d+)")


def later_day(found: Reading, contact: Contact, contacts: list[Contact], patterns: Patterns, days: Days) -> None:
    """Fills or narrows the day of a main contact."""
    use = words(found.language)
    if contact.type == "visit" and contact.precision != "day" and contact.rules.get("date") != "date.return":
        _trip(found, contact, use, patterns)
    if contact.precision in ("month", "year") and contact.status in FUTURE:
        _within(found, contact, contacts, patterns)
    if not contact.first_day and contact.status == "planned" and contact.type == "bilateral_meeting":
        _scheduled(found, contact, contacts, patterns)
    if contact.precision == "day" and not contact.last_day and contact.status == "held":
        if contact.type in _OF_DAYS:
            _long(found, contact, use, days)
        elif contact.type == "bilateral_meeting" and CLOSED.search(found.sentences[contact.sentence].code):
            for sentence in found.sentences[contact.sentence + 1 : contact.sentence + 2]:
                days.closing(contact, sentence)
    if contact.city and not contact.first_day and contact.status in ("held", "ongoing"):
        _there(found, contact)


def _long(found: Reading, contact: Contact, use: Words, days: Days) -> None:
    """'after a two-day meeting', said of the one just told of."""
    if CLOSED.search(found.sentences[contact.sentence].code):
        for sentence in found.sentences[contact.sentence + 1 : contact.sentence + 2]:
            days.closing(contact, sentence)
    for sentence in found.sentences[contact.sentence + 1 : contact.sentence + 4]:
        length = use.length.search(sentence.code)
        if length and use.ending.search(sentence.code, 0, length.start()) and "D" not in sentence.code[: length.end()]:
            days.lasting(contact, sentence)
            return


def then(found: Reading, contacts: list[Contact], patterns: Patterns) -> None:
    """Who meets 'after the talks' or 'later', or 'also' meets, does so on the day of what was told of before."""
    use = words(found.language)
    for i, contact in enumerate(contacts):
        code = found.sentences[contact.sentence].code
        also = patterns.besides.search(code)
        if contact.first_day or contact.status != "held" or not (also or use.later.search(code)):
            continue
        for other in reversed(contacts[:i]):
            if contact.sentence - other.sentence > _NEAR:
                break
            if also and not set(other.parties) & set(contact.parties):
                continue
            if other.status == "held" and other.precision == "day" and not other.last_day and other.date_rank > 1:
                contact.first_day, contact.precision, contact.date_span = other.first_day, "day", other.date_span
                contact.rules["date"] = "date.then"
                break


def _days(found: Reading, sentence: Sentence, future: bool) -> list[tuple[int, Unit, DateMention, When]]:
    """The days that `sentence` names, with where they stand in its code."""
    named = []
    for unit, at in zip(sentence.units, sentence.offsets, strict=True):
        if unit.kind == "D":
            mention = found.dates[unit.ref]
            when = mention.when(found.today, future)
            if when is not None and when.precision == "day" and mention.kind != "story":
                named.append((at, unit, mention, when))
    return named


def _trip(found: Reading, contact: Contact, use: Words, patterns: Patterns) -> None:
    """'He leaves on Wednesday', 'was to hold talks in L on Sunday': when the trip begins."""
    guests = "|".join(rf"P{key}" for key in contact.guests)
    if not guests:
        return
    subject = re.compile(rf"\b(?:{guests}|he|she|they|the (?:\S+ ){{0,2}}?(?:delegation|visit|trip|tour))\b(?! 's)")
    ranked: list[tuple[int, When, Unit]] = []
    for sentence in found.sentences[contact.sentence : contact.sentence + _REACH]:
        if sentence.is_title:
            continue
        code = sentence.code
        for at, unit, _, when in _days(found, sentence, contact.status in FUTURE):
            verbs = list(use.leaving.finditer(code, max(0, at - 90), at))
            who = subject.search(code, 0, verbs[-1].start()) if verbs else None
            if (
                who is None
                or patterns.saying.search(code, verbs[-1].end(), at)
                or (sentence.index == contact.sentence and ".kill" in contact.rule and at < code.find(" to "))
            ):
                continue
            if contact.first_day and not when.first.startswith(contact.first_day):
                continue
            places = [_land(found, kind, int(number)) for kind, number in _ABROAD.findall(code, verbs[-1].start(), at)]
            if any(place not in (None, contact.country) for place in places) and contact.country is not None:
                continue
            if _GOES.search(verbs[-1].group()) and re.match(r" (?:the )?([LC])(\d+) on\b", code[verbs[-1].end() :]):
                kind, number = re.findall(r"([LC])(\d+)", code[verbs[-1].end() :])[0]
                if _land(found, kind, int(number)) == contact.country:
                    continue
            ranked.append((0 if contact.country in places else 1, when, unit))
    if ranked:
        _, when, unit = min(ranked, key=lambda found_: found_[0])
        contact.first_day, contact.last_day, contact.precision = when.first, when.last, "day"
        contact.date_span, contact.rules["date"] = (unit.start, unit.end), "date.trip"


def _land(found: Reading, kind: str, ref: int) -> str | None:
    return found.countries[ref] if kind == "C" else found.sites[ref].country


def _within(found: Reading, contact: Contact, contacts: list[Contact], patterns: Patterns) -> None:
    """'next week', and further on 'will meet on Monday': the day within what was named."""
    if contact.date_span is None or found.today is None:
        return
    vague = next((d for d in found.dates if d.start == contact.date_span[0]), None)
    if vague is None or vague.kind != "period" or vague.unit not in ("week", "weekend"):
        return
    monday = found.today - timedelta(days=found.today.weekday())
    monday += timedelta(weeks=1 if vague.shift in ("next", "coming") else 0)
    last = (monday + timedelta(days=6)).isoformat()
    if vague.unit == "weekend":
        monday += timedelta(days=5)
    sides = {found.entities[key].side for key in contact.parties}
    for sentence in found.sentences[contact.sentence + 1 : contact.sentence + _REACH]:
        others = any(c.sentence == sentence.index and c is not contact for c in contacts)
        if others or not _CONVENES.search(sentence.code):
            continue
        named = {found.entities[u.ref].side for u in sentence.units if u.kind == "P"} - {None}
        for at, unit, _, when in _days(found, sentence, future=True):
            said = patterns.saying.search(sentence.code, max(0, at - 20), at)
            if named <= sides and not said and monday.isoformat() <= when.first <= last:
                contact.first_day, contact.last_day, contact.precision = when.first, when.last, "day"
                contact.date_span, contact.rules["date"] = (unit.start, unit.end), "date.within"
                return


def _scheduled(found: Reading, contact: Contact, contacts: list[Contact], patterns: Patterns) -> None:
    """'The two are due to meet on Monday', of a meeting told of without its day."""
    sides = {found.entities[key].side for key in contact.parties}
    for sentence in found.sentences[contact.sentence + 1 : contact.sentence + _REACH + 2]:
        if any(c.sentence == sentence.index and c is not contact for c in contacts):
            continue
        due = _DUE.search(sentence.code)
        named = {found.entities[u.ref].side for u in sentence.units if u.kind == "P"} - {None}
        if due is None or not named <= sides:
            continue
        for at, unit, _, when in _days(found, sentence, future=True):
            ahead = found.today is None or found.today.isoformat() <= when.first
            near = due.end() <= at <= due.end() + _CLOSE
            if ahead and near and not patterns.saying.search(sentence.code, due.end(), at):
                contact.first_day, contact.last_day, contact.precision = when.first, when.last, "day"
                contact.date_span, contact.rules["date"] = (unit.start, unit.end), "date.due"
                return


def _there(found: Reading, contact: Contact) -> None:
    """'… was launched in L on D. N and N met in L': the same place, hence the same day."""
    if contact.sentence == 0:
        return
    before = found.sentences[contact.sentence - 1]
    if before.is_title:
        return
    for at, unit, _, when in _days(found, before, future=False):
        if found.today is not None and date.fromisoformat(when.first) > found.today:
            continue
        for site in re.finditer(r"\bin L(\d+)", before.code):
            apart = before.code[min(site.end(), at) : max(site.start(), at)]
            if found.sites[int(site[1])].city == contact.city and len(apart.split()) <= _NEAR:
                contact.first_day, contact.last_day, contact.precision = when.first, when.last, "day"
                contact.date_span, contact.rules["date"] = (unit.start, unit.end), "date.place"
                return
