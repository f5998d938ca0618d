"""The day of a contact: which of the dates in a sentence is its own, which are days of saying so or of other things.

Rules: those of the dates pipe; `date.nth` (counted from 'the second day of'), `date.length` (a last day reckoned from
'three-day'), `date.return` (only the end of a trip is known).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from extractors.languages import part
from extractors.summit.contacts.patterns import Patterns
from extractors.summit.dates.pipe import DateMention, When
from extractors.summit.reading import Contact, Reading, Sentence, Unit

FUTURE = frozenset({"planned", "proposed", "postponed", "cancelled"})
_LONG = frozenset({"visit", "summit", "forum", "multilateral_meeting", "event"})
_DATED = frozenset({"day", "weekday", "relative", "period", "ago", "month", "span", "story"})
_TOO_FAR = 30.0
_SURE = 12.0
_AGES_AGO = 200
_PRECISION = {"day": 0, "month": 3, "season": 3, "year": 8}


@dataclass(frozen=True)
class Words:
    """The expressions of a language that tell whose day a date is."""

    coming: re.Pattern[str]
    others: re.Pattern[str]
    other_event: re.Pattern[str]
    other_deed: re.Pattern[str]
    clause: re.Pattern[str]
    had_been: re.Pattern[str]
    closes: re.Pattern[str]
    who_came: re.Pattern[str]
    run_up: re.Pattern[str]
    ahead_of: re.Pattern[str]
    since: re.Pattern[str]
    present: re.Pattern[str]
    after: re.Pattern[str]
    said_on: re.Pattern[str]
    then_met: re.Pattern[str]
    upon: re.Pattern[str]
    told: re.Pattern[str]
    aside: re.Pattern[str]
    nearer: re.Pattern[str]
    due: re.Pattern[str]
    set_out: re.Pattern[str]
    then_to: re.Pattern[str]
    where_once: re.Pattern[str]
    hours_before: re.Pattern[str]
    length: re.Pattern[str]
    nth: re.Pattern[str]
    ending: re.Pattern[str]
    leaving: re.Pattern[str]
    later: re.Pattern[str]
    ordinals: dict[str, int]
    numbers: dict[str, int]


@cache
def words(language: str) -> Words:
    """The words around dates of a language."""
    days = part(language, "days")
    names = [name for name in Words.__annotations__ if name not in ("ordinals", "numbers")]
    return Words(
        **{name: re.compile(getattr(days, name.upper())) for name in names},
        ordinals=days.ORDINALS,
        numbers=part(language, "calendar").NUMBERS,
    )


_DEPARTS = re.compile(r"\b(?:depart|leave|left|travel|set (?:off|out)|embark|begin|start|fl(?:y|ies|ew)|head)\w*\b")
_OWN_NOUN = re.compile(
    r"(?: [^\s,.;]+){0,4}? (?:meetings?|talks|visit|trip|call|conversation|summit|session|dialogue|consultations|"
    r"negotiations|conference|E\d+)\b|$"
)
"""Nouns of contacts after a date that somebody owns: "C's May 5 meeting with Y"."""


class Days:
    """Finds the day of a contact in the sentence that reports it."""

    def __init__(self, found: Reading, patterns: Patterns, text: str) -> None:
        self.found, self.patterns, self.text = found, patterns, text
        self.words = words(found.language)
        self.story_day: date | None = None

    def told(self, contact: Contact) -> None:
        """Remembers the day of the event just told of, from which 'a day later' counts."""
        if contact.first_day and contact.precision == "day":
            self.story_day = date.fromisoformat(contact.first_day)

    def set(self, contact: Contact, sentence: Sentence, match: re.Match[str], verb: int) -> None:
        """Sets the day of `contact` from the date nearest to what `match` found in `sentence`."""
        if contact.rule == "visit.back":
            # "said on Monday on his return": the day of saying so
            return
        future = contact.status in FUTURE
        # "leaves on Tuesday"
        start = match.end("aux") + 1 if match.groupdict().get("aux") is not None else verb
        fixed = not future and not sentence.is_title and self._presently(contact, sentence.code, match, start)
        best: tuple[float, When, Unit] | None = None
        for i, unit in enumerate(sentence.units):
            if unit.kind != "D":
                continue
            mention = self.found.dates[unit.ref]
            ahead = future or (fixed and mention.kind in ("weekday", "period") and mention.shift in ("", "this"))
            when = mention.when(self.found.today, ahead, self._base(mention, sentence))
            if when is None or self._far(mention, when, contact):
                continue
            if self._senseless(contact, when, ahead):
                continue
            cost = self._cost(contact, sentence, match, verb, sentence.offsets[i], unit, when)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, when, unit)
        if best is not None and best[0] < _TOO_FAR:
            self._take(contact, sentence, match, best[1], best[2], best[0])
            unit_of_time = self.found.dates[best[2].ref].unit
            if fixed and contact.status == "held" and unit_of_time in ("week", "weekend", "month"):
                contact.status, contact.rules["status"] = "planned", "status.date"

    def _presently(self, contact: Contact, code: str, match: re.Match[str], start: int) -> bool:
        """Whether the verb is in the present: "leaves on Tuesday", "leaves on his visit on Tuesday"."""
        if contact.rule == "visit.during":
            before = code[: match.start()].rstrip().rsplit(" ", 1)[-1]
            return self.words.present.fullmatch(before) is not None
        if re.search(r"\b(?:was|were) (?:\S+ ){1,6}to $", code[:start]):
            # "was in L on Tuesday to meet N"
            return False
        return self.words.present.match(code, start) is not None

    def _base(self, mention: DateMention, sentence: Sentence) -> date | None:
        """The day that a date told in the story's own terms counts from."""
        if mention.kind != "story" or mention.number or mention.unit:
            return self.story_day
        # "in the morning" is of the day named last
        before = [d for d in self.found.dates if self.found.body_start <= d.start < mention.start and d.kind != "story"]
        for other in reversed(before[-3:]):
            if other.kind not in ("day", "weekday", "relative"):
                continue
            near = self.found.sentence_at(other.start)
            if near is None or sentence.index - near.index > 2:
                break
            when = other.when(self.found.today, future=False)
            if when is not None and when.precision == "day":
                return date.fromisoformat(when.first)
        return self.story_day

    def _cost(
        self, contact: Contact, sentence: Sentence, match: re.Match[str], verb: int, at: int, unit: Unit, when: When
    ) -> float | None:
        """How little the date at `at` seems to be that of the contact; None where it is another's."""
        code, use, end = sentence.code, self.words, at + len(unit.symbol)
        inside = match.start() <= at < match.end()
        if when.precision == "year" and code.startswith(" 's", end) and not inside:
            # "this year's prices"
            return None
        if at >= verb and code[:at].endswith(" 's ") and not inside and not _OWN_NOUN.match(code, end):
            # "discussed the D's May 5 launch"
            return None
        if contact.rule == "visit.takes.also" and at < match.start():
            # "arrived on Tuesday on a tour that will also take him to C": the day of the first stop
            return None
        if use.others.match(code, end) and not inside:
            # "September's national election" is the day of the election
            return None
        before, between = code[max(0, at - 64) : at], code[min(at, verb) : max(at, verb)]
        cost = abs(at - verb) / 10 + _PRECISION[when.precision]
        # "said after meeting N on Tuesday": what was said before the contact does not take its day
        told_of = before[-28:] if at < match.end() else code[max(0, at - 28, match.start()) : at]
        said = bool(self.patterns.saying.search(told_of)) and (not inside or bool(use.said_on.search(before)))
        said = said or (not inside and use.told.search(before) is not None)
        if said and contact.rule != "told.with":
            # the day of saying so is the day of what goes on at that hour, and of what it follows on
            if contact.status == "ongoing":
                cost = min(cost, 6) + 12
            elif contact.status == "held" and (use.then_met.match(code, end) or use.upon.search(code, end, verb)):
                cost += 4
            else:
                cost += 30
        if use.aside.search(before):
            cost += 8
        if at > match.end() and use.nearer.search(code, match.end(), at):
            # "came from L, where he held talks with Y on Monday": the day of the talks
            cost += 12
        if not said and re.fullmatch(r"(?:on )?", code[:at]) and not self.patterns.saying.search(between):
            # at the head of a sentence it is that of the whole
            cost = min(cost, 4 + _PRECISION[when.precision])
        if use.due.search(before):
            cost -= 4
        noun = max(verb, match.end("np")) if match.groupdict().get("np") is not None else verb
        if contact.status in FUTURE and at < noun and use.ahead_of.search(code, at, noun):
            # "on Monday ahead of their meeting": what was done before it
            cost += 30
        if when.precision == "year" and not inside and self.found.today and int(when.first) < self.found.today.year:
            cost += 8
        if ".kill" in contact.rule and at < verb and not use.hours_before.search(code, match.end()):
            # the day of the decision, not of the trip
            cost += 30
        if ".kill" in contact.rule and verb <= at < match.end("np") and not code.startswith(" 's", end):
            # "scrapped on Thursday a meeting with N planned for the weekend"
            cost += 30
        if self.patterns.saying.search(between):
            # what comes before "said" is of the report or is the day of saying so
            cost += 8 if at >= verb or use.upon.search(code, at, verb) else 22
        elif " . " in between or " ; " in between:
            # "N meets N; talks with N tomorrow": a clause of its own
            cost += 20 if " ; " in between and sentence.is_title else 8
        elif at < verb and " , " in f"{between} " and use.who_came.search(code, 0, at):
            cost += 14
        if at >= verb:
            cost -= 2
            if use.clause.search(between):
                cost += 8
            if use.had_been.search(between) and not use.had_been.search(code, 0, verb):
                cost += 30
        if contact.status in FUTURE and at < verb and use.set_out.search(code[:at], max(0, at - 40)) and (
            use.then_to.search(between)
        ):
            # "left on Monday for C, where he is to meet N": the day of setting out
            cost += 30
        elif at < verb and contact.status == "held" and use.where_once.search(between):
            # "played golf on Sunday at the club where he hosted N"
            cost += 14
        if use.other_event.search(before):
            cost += 8
        if use.other_deed.search(before):
            cost += 8 if inside else 30
        if use.since.search(before) and contact.type != "visit":
            cost += 30
        if re.search(r"\b(?:since|until|by|of|in) $", before) and when.precision in ("month", "year", "season"):
            cost += 6
        if not inside:
            after = use.after.search(before) and not re.search(r"\bD\d+ after $", code[: match.start()])
            if after or use.run_up.search(before):
                cost += 6
        return cost

    def _take(
        self, contact: Contact, sentence: Sentence, match: re.Match[str], when: When, unit: Unit, cost: float
    ) -> None:
        contact.first_day, contact.last_day, contact.precision = when.first, when.last, when.precision
        contact.date_span, contact.rules["date"] = (unit.start, unit.end), when.rule
        contact.date_rank = 2 if cost < _SURE else 1
        before = sentence.code[: sentence.offsets[sentence.units.index(unit)]]
        if contact.type == "visit" and contact.rule != "visit.stops" and when.precision == "day" and not when.last and (
            self.words.closes.search(before)
        ):
            # "on a trip through C and C, ending on D"
            contact.first_day, contact.last_day, contact.precision = None, when.first, None
            contact.rules["date"] = "date.ending"
            return
        self.lasting(contact, sentence)
        today = self.found.today
        if today is None or when.precision != "day":
            day = None
            if "arrival" in contact.rules and self.found.dates[unit.ref].unit == "weekend":
                contact.status, contact.rules["status"] = "ongoing", "status.arrival"
            mention = self.found.dates[unit.ref]
            if contact.rule in ("visit.noun", "visit.owned") and contact.status == "held" and (
                mention.kind == "period" and mention.unit == "week" and mention.shift == "this"
            ):
                # "N's trip to C this week": the week isn't over
                contact.status, contact.rules["status"] = "ongoing", "status.present"
        else:
            day = date.fromisoformat(when.first)
            if "arrival" in contact.rules and (today - day).days <= 1:
                contact.status, contact.rules["status"] = "ongoing", "status.arrival"
            if contact.type == "visit" and contact.rules.get("status") == "status.present" and day > today:
                # "is traveling to C" on days to come
                contact.status, contact.rules["status"] = "planned", "status.date"
        if contact.status == "held" and contact.type != "correspondence":
            coming = self.words.coming.search(self.text[max(0, unit.start - 8) : unit.end].lower())
            if coming or (day is not None and today is not None and day > today):
                contact.status, contact.rules["status"] = "planned", "status.date"

    def lasting(self, contact: Contact, sentence: Sentence) -> None:
        """First and last day where the sentence counts them: 'the second day of', 'a four-day trip', 'returned'."""
        if contact.last_day or contact.precision != "day" or not contact.first_day:
            return
        day = date.fromisoformat(contact.first_day)
        length = self.words.length.search(sentence.code)
        number = self._number(length["n"] or length["m"]) if length else 0
        nth = self.words.nth.search(sentence.code)
        if contact.rule in ("visit.return", "visit.depart"):
            # who is back has ended the trip that day
            contact.last_day = contact.first_day
            contact.first_day = (day - timedelta(days=number - 1)).isoformat() if number > 1 else None
            contact.precision = "day" if contact.first_day else None
            contact.rules["date"] = "date.return"
            return
        if nth is not None and self._own(contact, nth["what"]):
            gone = 0 if nth["first"] else self.words.ordinals.get(nth["nth"] or "", number) - 1
            first = day - timedelta(days=max(gone, 0))
            contact.first_day, contact.rules["date"] = first.isoformat(), "date.nth"
            if number > 1:
                contact.last_day = (first + timedelta(days=number - 1)).isoformat()
            elif gone > 0 and contact.status == "held":
                contact.last_day = day.isoformat()
        elif number > 1 and length is not None and self._own(contact, length["noun"]):
            if contact.status != "held":
                contact.last_day = (day + timedelta(days=number - 1)).isoformat()
            elif self.words.ending.search(sentence.code, 0, length.end()):
                contact.first_day, contact.last_day = (day - timedelta(days=number - 1)).isoformat(), day.isoformat()
                contact.rules["date"] = "date.length"

    def departing(self, contact: Contact, before: Sentence, sentence: Sentence) -> None:
        """The days of a trip whose stops are listed in `sentence`: it began on the day of `before` that it tells of."""
        if not _DEPARTS.search(before.code):
            return
        for unit in before.units:
            when = self.found.dates[unit.ref].when(self.found.today, True) if unit.kind == "D" else None
            if when is not None and when.precision == "day" and not self._senseless(contact, when, True):
                contact.first_day, contact.last_day, contact.precision = when.first, when.last, when.precision
                contact.date_span, contact.rules["date"] = (unit.start, unit.end), when.rule
                contact.date_rank = 1
                self.lasting(contact, sentence)
                return

    def closing(self, contact: Contact, sentence: Sentence) -> None:
        """First day of what has just been told to have ended, where `sentence` goes on 'the two-day talks'."""
        length = self.words.length.search(sentence.code)
        number = self._number(length["n"] or length["m"]) if length else 0
        if length is None or number < 2 or not contact.first_day or not sentence.code.startswith(("the ", "for ")):
            return
        if length.start() <= len("the ") and self._own(contact, length["noun"]):
            day = date.fromisoformat(contact.first_day)
            contact.first_day, contact.last_day = (day - timedelta(days=number - 1)).isoformat(), day.isoformat()
            contact.rules["date"] = "date.length"

    @staticmethod
    def _own(contact: Contact, noun: str | None) -> bool:
        """Whether what lasts so long is the contact: a trip of days is not the talks on one of them."""
        trip = bool(re.search(r"\b(?:visit|trip|tour|mission|stay)$", noun or ""))
        if noun is None:
            return contact.type != "phone_call"
        return trip == (contact.type == "visit") or (contact.type in _LONG and not trip)

    def _number(self, word: str) -> int:
        return int(word) if word.isdigit() else self.words.numbers.get(word, 0)

    def _senseless(self, contact: Contact, when: When, ahead: bool) -> bool:
        """What is planned doesn't lie behind, nor what is over in a year to come."""
        today = self.found.today
        if today is None:
            return False
        if when.precision == "year":
            return int(when.first) < today.year if ahead else int(when.first) > today.year
        if contact.status not in ("planned", "proposed") or contact.rules.get("past") or when.precision != "day":
            return False
        return date.fromisoformat(when.last or when.first) < today - timedelta(days=1 if when.last else 0)

    def dated(self, sentence: Sentence) -> bool:
        """Whether the sentence names a day or month at all that isn't that of some other deed."""
        return any(
            unit.kind == "D"
            and self.found.dates[unit.ref].kind in _DATED
            and not self.words.other_deed.search(sentence.code[max(0, at - 64) : at])
            for unit, at in zip(sentence.units, sentence.offsets, strict=True)
        )

    def _far(self, mention: DateMention, when: When, contact: Contact) -> bool:
        """A day without a year that could only be meant if it lay most of a year back."""
        if contact.status != "held" or mention.kind != "day" or mention.year is not None or mention.unit:
            return False
        return self.found.today is not None and (self.found.today - date.fromisoformat(when.first)).days > _AGES_AGO
