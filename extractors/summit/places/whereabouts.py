"""Where did a contact take place?

The rules recorded: `place.near` (the place nearest to the words that report the contact), `place.where` ('Geneva,
where they met'), `place.hosted` ('Geneva hosted talks'), `place.here` (the dateline's city), `place.titled` (only the
title names it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.languages import part
from extractors.lexicon import world
from extractors.summit.reading import Contact, Reading, Sentence, SiteMention

REMOTE = frozenset({"phone_call", "video_conference", "correspondence"})
_SYMBOL = re.compile(r"([A-Z])(\d+)")
_APART = re.compile(r" [.;] ")
_TOO_FAR = 24.0


@dataclass(frozen=True)
class Patterns:
    """The words of `languages/<language>/places.py`, compiled."""

    at: re.Pattern[str]
    capital: re.Pattern[str]
    capital_after: re.Pattern[str]
    where: re.Pattern[str]
    hosting: re.Pattern[str]
    no_scene: re.Pattern[str]
    no_scene_city: re.Pattern[str]
    aside: re.Pattern[str]
    travelling: re.Pattern[str]
    elsewhere: re.Pattern[str]
    titled: re.Pattern[str]
    titled_trip: re.Pattern[str]
    venue: re.Pattern[str]
    inside: re.Pattern[str]
    namesake: re.Pattern[str]
    here: re.Pattern[str]
    agreed: re.Pattern[str]
    clause: re.Pattern[str]
    saying: re.Pattern[str]


@cache
def patterns(language: str) -> Patterns:
    """The place patterns of a language."""
    words = part(language, "places")
    return Patterns(
        **{
            name: re.compile(getattr(words, name.upper()))
            for name in Patterns.__dataclass_fields__
            if name != "saying"
        },
        saying=re.compile(part(language, "contacts").SAYING),
    )


@dataclass(frozen=True)
class _Candidate:
    cost: float
    rule: str
    match: re.Match[str]


class Whereabouts:
    """Fills in city, country and venue of contacts of one reading."""

    def __init__(self, found: Reading, text: str) -> None:
        self.found, self.text = found, text
        self.patterns = patterns(found.language)

    def near(self, contact: Contact, sentence: Sentence, match: re.Match[str], verb: int) -> None:
        """Sets the place nearest to `verb`, the offset in `sentence.code` of the word that reports the contact which
        `match` found."""
        here = self.patterns.here.search(sentence.code, verb, match.end() + 60) if self.found.dateline_country else None
        if here is not None and here.start() < match.end() + 12:
            contact.city, contact.country = self.found.dateline_city, self.found.dateline_country
            contact.rules["place"] = "place.here"
        else:
            best = min(self._candidates(contact, sentence, match, verb), key=lambda one: one.cost, default=None)
            if best is not None and best.cost <= _TOO_FAR:
                self._settle(contact, sentence, best)
            elif best is None and self.found.dateline_country and self.patterns.here.search(sentence.code):
                # "C and C closed here the session of their commission, chaired by N"
                contact.city, contact.country = self.found.dateline_city, self.found.dateline_country
                contact.rules["place"] = "place.here"
        self.venue(contact, sentence)

    def venue(self, contact: Contact, sentence: Sentence) -> None:
        """Sets the building, where `sentence` names one."""
        for i, unit in enumerate(sentence.units):
            if unit.kind == "V" and contact.venue is None:
                site = self.found.sites[unit.ref]
                before = sentence.code[: sentence.offsets[i]]
                city = self._city_after(sentence, i)
                if city is not None and city.country != site.country and contact.country in (None, city.country):
                    # "at the Palace of Independence in Minsk": another state has one of that name
                    contact.venue, contact.city, contact.country = site.venue, city.city, city.country
                    contact.place_span = contact.place_span or (unit.start, unit.end)
                    continue
                if self.patterns.inside.search(before) and contact.country in (None, site.country):
                    contact.venue, contact.city = site.venue, contact.city or site.city
                    contact.country = contact.country or site.country
                    contact.place_span = contact.place_span or (unit.start, unit.end)
        if contact.venue is None:
            named = self.patterns.venue.search(self.text, sentence.start, sentence.end)
            if named:
                contact.venue = named["v"].strip()

    def _city_after(self, sentence: Sentence, i: int) -> SiteMention | None:
        """The city in which the text puts the building of unit `i`."""
        after = [unit for unit in sentence.units[i + 1 : i + 4] if unit.symbol not in ("in", ",")]
        return self.found.sites[after[0].ref] if after and after[0].kind == "L" else None

    def titled(self, contact: Contact) -> None:
        """Sets the city that only the title names."""
        if contact.city is None and contact.is_main and contact.type not in REMOTE:
            # "on Beijing trip": the city of a country that the text names
            heading = next((sentence.code for sentence in self.found.sentences if sentence.is_title), "")
            trip = self.patterns.titled_trip.search(heading)
            site = self.site(trip["site"]) if trip is not None else None
            hosts = {self.found.entities[key].country for key in contact.hosts}
            if site is not None and (
                site.country == contact.country or (contact.country is None and site.country in hosts)
            ):
                contact.city, contact.country = site.city, site.country
        if contact.city is not None or contact.type == "visit" or contact.type in REMOTE or not contact.is_main:
            return
        title = next((sentence for sentence in self.found.sentences if sentence.is_title), None)
        match = self.patterns.titled.search(title.code) if title else None
        if title is None or match is None or not self._ours(contact, title):
            return
        site = self.site(match["site"])
        if contact.country in (None, site.country):
            contact.city, contact.country = site.city, site.country
            contact.venue = contact.venue or site.venue
            contact.place_span = title.chars(match.start("site"), match.end("site"))
            contact.rules["place"] = "place.titled"

    def site(self, symbol: str, capital: bool = False) -> SiteMention:
        """What a place symbol means; with `capital` a country's symbol means its capital."""
        kind, ref = symbol[0], int(symbol[1:])
        if kind in "LV":
            return self.found.sites[ref]
        code = self.found.countries[ref]
        return SiteMention(world.countries()[code].capital if capital else None, code, None)

    def _candidates(
        self, contact: Contact, sentence: Sentence, match: re.Match[str], verb: int
    ) -> Iterator[_Candidate]:
        code, words = sentence.code, self.patterns
        for place in words.at.finditer(code):
            at = place.start("site")
            cost = abs(at - verb) / 10
            between = code[min(at, verb) : max(at, verb)]
            if _APART.search(between) or words.saying.search(between):
                cost += 12
            if words.elsewhere.search(code[verb : place.start()]) or words.aside.search(code[verb : place.start()]):
                continue
            country = place["site"][0] == "C"
            if (words.no_scene if country else words.no_scene_city).search(code[max(0, at - 30) : at]):
                continue
            if contact.rule == "joint.each" and words.agreed.search(code, match.end() - 1, place.start() + 1):
                # "agreed to raise investment in C": what they agreed on is there
                continue
            if country and contact.type != "visit" and verb < at and words.clause.search(code, verb, place.start() + 1):
                # "met P and urged him to send troops to help in C"
                continue
            cost += 6 if country else 0
            before = code[max(0, place.start() - 60) : place.start() + 2]
            if place["how"] == "to" and contact.type != "visit" and (
                country or not words.travelling.search(before)
            ):
                continue
            yield _Candidate(cost, "place.near", place)
        for place in words.where.finditer(code):
            if place.end() <= verb + 8 and not _APART.search(code[place.end() : verb]):
                yield _Candidate((verb - place.end()) / 10 - 2, "place.where", place)
        for place in words.hosting.finditer(code):
            if place.end() - 12 <= match.start() <= place.end() + 40 or match.start() <= place.start() < match.end():
                yield _Candidate(1, "place.hosted", place)

    def _settle(self, contact: Contact, sentence: Sentence, best: _Candidate) -> None:
        place, code = best.match, sentence.code
        at, end = place.start("site"), place.end("site")
        for group in ("more", "site"):
            symbols = place[group]
            if symbols:
                capital = "capital" in symbols or bool(
                    group == "site"
                    and (self.patterns.capital.search(code[:at]) or self.patterns.capital_after.match(code, end))
                )
                kind, number = _SYMBOL.findall(symbols)[0]
                site = self.site(f"{kind}{number}", capital)
                if group == "site" and kind == "V" and contact.country not in (None, site.country) and place["more"]:
                    # "at the Palace of Independence in Minsk": another state has one of that name
                    continue
                elsewhere = contact.country not in (None, site.country)
                if group == "site" and symbols[0] == "C" and elsewhere and (place["more"] or "").startswith("L"):
                    # "at the embassy of C in L"
                    continue
                contact.city = site.city or contact.city
                # "Tripoli, Lebanon" is a namesake of the city in the tables
                namesake = group == "site" and kind == "L" and (place["more"] or "").startswith("C")
                namesake = namesake and bool(self.patterns.namesake.match(code, place.end()))
                contact.country = (contact.country if namesake else site.country) or contact.country
                contact.venue = site.venue or contact.venue
        contact.place_span = sentence.chars(at, place.end())
        contact.rules["place"] = best.rule

    def _ours(self, contact: Contact, title: Sentence) -> bool:
        """Whether the title names somebody or some state of the contact, or nobody else than 'leaders'."""
        sides = {self.found.entities[key].side for key in contact.parties}
        named: set[str | None] = set()
        for unit in title.units:
            if unit.kind == "P":
                if unit.ref in contact.parties:
                    return True
                named.add(self.found.entities[unit.ref].side)
            elif unit.kind in ("A", "C"):
                named.add(self.found.countries[unit.ref])
        return not named or bool(named & sides)
