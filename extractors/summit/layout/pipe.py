"""Layout: title, dateline, paragraphs, sentences and quotation marks.

Sets `reading.sentences` (bounds only), `reading.marked`, and from the dateline `dateline_city`, `dateline_country`,
`dateline_day` and `today`; `scene` from the lines above a transcript or the parentheses of a heading (heading.py).
"""

from __future__ import annotations

import re
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from extractors.lexicon import world
from extractors.summit.dates.patterns import patterns as date_patterns
from extractors.summit.dates.pipe import read
from extractors.summit.layout.heading import place, scene
from extractors.summit.layout.patterns import Patterns, patterns
from extractors.summit.reading import Reading, Sentence, reading

_INITIAL = re.compile(r"(?:^|[\s(“\"‘])(?:[A-ZÀ-Þ]\.-?){0,2}[A-ZÀ-Þ]\.$")
_LONGEST = 1500
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


class Layout:
    """Parts the Doc into title, paragraphs and sentences."""

    def __init__(self, language: str) -> None:
        self.patterns: Patterns = patterns(language)
        self.dates = date_patterns(language)

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        text = found.text
        found.body_start = found.offset
        found.marked = [match.span() for match in self.patterns.quotation.finditer(text, found.offset)]
        if found.offset:
            self._add(found, text, 0, found.offset - 2, -1, is_title=True)
        number, first = 0, True
        bounds = paragraphs(text, found.offset)
        found.scene = scene(found, bounds, self.patterns, self.dates)
        for start, end in bounds:
            if self.patterns.boilerplate.fullmatch(text, start, end):
                continue
            if first:
                start = self._dateline(found, text, start, end)
                found.body_start, first = start, False
            if (
                end - start < 25
                and number
                and found.dateline_day is None
                and self.dates.date.fullmatch(text, start, end)
            ):
                self._day(found, text[start:end])
                continue
            self._sentences(found, text, start, end, number)
            number += 1
        return doc

    def _sentences(self, found: Reading, text: str, start: int, end: int, number: int) -> None:
        at = start
        for match in self.patterns.sentence_end.finditer(text, start, end):
            head = text[max(at, match.start() - 12) : match.start() + 1]
            word = head.split()[-1].lower().lstrip("(\"“‘'") if head.split() else ""
            if match.group()[0] == "." and (word in self.patterns.abbreviations or _INITIAL.search(head)):
                # several initials with points are a name's or a body's, as "U.S." is a state's
                initials = word.count(".") > 1 and word not in self.patterns.abbreviations
                after = self.patterns.after_abbreviation.get("u.s." if initials else word)
                if after is None or not after.match(text, match.end()):
                    continue
            self._add(found, text, at, match.end(), number)
            at = match.end()
        self._add(found, text, at, end, number)

    @staticmethod
    def _add(found: Reading, text: str, start: int, end: int, number: int, is_title: bool = False) -> None:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        while end - start > _LONGEST:
            # no sentence of news is so long: what has no full stop is cut, so that rules stay linear in the text
            cut = text.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > 0 else start + _LONGEST
            found.sentences.append(Sentence(len(found.sentences), start, cut, number, is_title))
            start = cut
            while start < end and text[start].isspace():
                start += 1
        if end > start:
            found.sentences.append(Sentence(len(found.sentences), start, end, number, is_title))

    def _dateline(self, found: Reading, text: str, start: int, end: int) -> int:
        """Reads the dateline at `start` and returns where the story begins."""
        match = self.patterns.dateline.match(text, start, min(end, start + 160))
        if match is None:
            short = text[start:end]
            # a dateline may be a paragraph of its own: "ANKARA", "LVIV, Ukraine"
            if len(short) < 40 and short.split(",")[0].isupper() and self._place(found, short.split(",")[0]):
                return end
            return start
        strong = match["day"] or match["agency"] or match["dash"] in ("-", "--", "---", "–", "—")
        if not strong or not self._place(found, match["city"].split("/")[0]):
            return start
        if found.dateline_city is None:
            self._lesser(found, match["city"].split("/")[0], match["region"])
        if match["day"]:
            self._day(found, match["day"])
        return match.end()

    @staticmethod
    def _place(found: Reading, name: str) -> bool:
        site = world.cities().get(name) or _upper_cities().get(name.upper())
        if site is None:
            return name.isupper() and len(name) > 3
        found.dateline_city, found.dateline_country = site.city, site.country
        return True

    def _lesser(self, found: Reading, name: str, region: str | None) -> None:
        """A dateline that the table of cities lacks: a town with its state ('TAUPO, New Zealand'), a state itself."""
        around = region.title() if region and region.isupper() else region
        known = place(f"{name.title()}, {around}", self.patterns) if around else None
        if known is not None:
            found.dateline_city, found.dateline_country = known
        else:
            found.dateline_country = world.country_names().get(name.title()) or world.country_names().get(name)

    def _day(self, found: Reading, words: str) -> None:
        match = self.dates.date.search(words)
        mention = read(match, self.dates.calendar) if match else None
        when = mention.when(found.today, future=False) if mention else None
        if when is not None and when.precision == "day":
            day = date.fromisoformat(when.first)
            if found.today is None or abs((found.today - day).days) <= 3:
                found.dateline_day = found.today = day


def paragraphs(text: str, offset: int) -> list[tuple[int, int]]:
    """Bounds of the paragraphs from `offset` on. In text with hard-wrapped lines only a blank line parts them."""
    mark = re.compile(r"\n\s*\n") if hard_wrapped(text[offset:]) else _PARAGRAPH
    bounds, at = [], offset
    for match in mark.finditer(text, offset):
        bounds.append((at, match.start()))
        at = match.end()
    bounds.append((at, len(text)))
    return [(start, end) for start, end in bounds if text[start:end].strip()]


def hard_wrapped(body: str) -> bool:
    """Whether the lines of `body` are cut at a width, so that only a blank line parts paragraphs."""
    if "\n\n" not in body and "\n \n" not in body:
        return False
    widths = [len(line) for line in body.split("\n") if line.strip()]
    return any(width >= 45 for width in widths) and max(widths) <= 90


def _upper_cities() -> dict[str, world.Site]:
    if not _UPPER:
        for name, site in world.cities().items():
            _UPPER.setdefault(name.upper(), site)
    return _UPPER


_UPPER: dict[str, world.Site] = {}


@Language.factory("communique_layout", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Layout:
    """The layout pipe for `language`."""
    return Layout(language)
