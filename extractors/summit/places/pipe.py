"""Gazetteer pass: turns every sentence into units, with countries, bodies, cities, venues, titles and dates found.

The one pipe that looks at single tokens; all later ones see `sentence.code`. Capitalized words that may be names are
gathered into runs (symbol N); other capitalized words inside a sentence keep a caret (^affairs) for the people pipe.
"""

from __future__ import annotations

from spacy.attrs import IDX, ORTH
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractors.languages import part
from extractors.lexicon import world
from extractors.summit.places.names import SMALL_STARTS, NameRuns
from extractors.summit.places.patterns import Entry, gazetteer
from extractors.summit.reading import Reading, Sentence, SiteMention, TitleMention, Unit, reading
from extractors.summit.sidelines.pipe import listed_event

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_CLIPPED = {"s": "'s", "’s": "'s", "'s": "'s", "’": "'", "´s": "'s"}


class Places:
    """Writes `sentence.units` and `sentence.code` for every sentence."""

    def __init__(self, nlp: Language, language: str) -> None:
        self.cased, self.uncased, self.exact, self.lower = gazetteer(nlp, language)
        words = part(language, "names")
        self.titles = part(language, "titles")
        self.particles: frozenset[str] = words.PARTICLES
        self.never: frozenset[str] = words.NEVER_NAMES | self.titles.PORTFOLIOS
        self.suffixes: frozenset[str] = words.SUFFIXES
        self.given: frozenset[str] = words.GIVEN_WORDS
        self.doubtful: frozenset[str] = words.PLACE_LIKE
        self.abbreviations: frozenset[str] = words.ABBREVIATIONS
        self.compounds: dict[str, str] = words.COMPOUNDS
        self.small = frozenset({*self.compounds, *SMALL_STARTS, *_CLIPPED})
        self.honorifics: frozenset[str] = self.titles.HONORIFICS

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        phrases = self._phrases(doc)
        doc.spans["gazetteer"] = [span for span, _ in phrases.values()]
        dates = {mention.start: i for i, mention in enumerate(found.dates)}
        # arrays, for a Token made for every word is dear
        strings = doc.vocab.strings
        texts = [strings[number] for number in doc.to_array(ORTH).tolist()]
        starts: list[int] = doc.to_array(IDX).tolist()
        seen_low = {text for text in texts if text.islower()}
        at, total = 0, len(texts)
        for sentence in found.sentences:
            while at < total and starts[at] < sentence.start:
                at += 1
            first = at
            while at < total and starts[at] < sentence.end:
                at += 1
            run = _Run(self, found, sentence, found.text, texts, starts, phrases, dates, seen_low)
            sentence.units = run.units(first, at)
            sentence.encode()
        return doc

    def _phrases(self, doc: Doc) -> dict[int, tuple[Span, Entry]]:
        text = reading(doc).text
        kept: dict[int, tuple[Span, Entry]] = {}
        for span in filter_spans(self.cased(doc, as_spans=True) + self.uncased(doc, as_spans=True)):
            words = text[span.start_char : span.end_char]
            entry = self.exact.get(words) or self.lower.get(words.lower())
            if entry is not None:
                kept[span.start] = (span, entry)
        return kept


class _Run(NameRuns):
    """The pass over one sentence."""

    def __init__(
        self,
        pipe: Places,
        found: Reading,
        sentence: Sentence,
        text: str,
        texts: list[str],
        starts: list[int],
        phrases: dict[int, tuple[Span, Entry]],
        dates: dict[int, int],
        seen_low: set[str],
    ) -> None:
        self.pipe, self.found, self.sentence = pipe, found, sentence
        self.texts, self.starts, self.phrases, self.dates = texts, starts, phrases, dates
        self.seen_low, self.text = seen_low, text
        self.out: list[Unit] = []
        self._glues = False

    def units(self, first: int, last: int) -> list[Unit]:
        i = first
        while i < last:
            text, start = self.texts[i], self.starts[i]
            if text.islower() and text.isalpha() and text not in self.pipe.small and self._plain(i):
                # most words by far: no name, no date, no phrase
                self.out.append(Unit(text, start, start + len(text)))
                i += 1
                continue
            if text.isspace() or (text == "#" and i + 1 < last and self.starts[i + 1] == start + 1):
                i += 1
                continue
            if start in self.dates:
                i = self._date(i, last)
                continue
            if text in self.pipe.compounds and i + 2 < last and self.texts[i + 1] == "-":
                other = self.phrases.get(i + 2)
                if other is not None and other[1].kind in "AC":
                    # "Franco-German": two states
                    self._push("A", len(self.found.countries), start, self._end(i))
                    self.found.countries.append(self.pipe.compounds[text])
                    i += 1
                    continue
            entry = self.phrases.get(i)
            if entry is not None and entry[1].kind == "C" and i > first and self._other_land(self.texts[i - 1], text):
                # "New Mexico", "Latin America" are no foreign countries
                entry = None
            if text == "Amir" and self._nameable(i + 1 if i + 1 < last else i) and not self._the_amir(i, first, last):
                # a given name, where it is no title
                entry = None
            if entry is not None and not (entry[1].kind in "LC" and self._part_of_name(i, entry[0].end, last)):
                i = self._phrase(i, entry[0], entry[1], last)
                continue
            end = self._name(i, first, last, forced=entry is not None or (text == "Amir" and i in self.phrases))
            if end > i and entry is None and self._field(i, end, last):
                # "Spanish Health Minister": what the ministry is for, and no name
                for j in range(i, end):
                    self._word(self.texts[j], self.starts[j], opening=False)
                i = end
                continue
            if end > i:
                self._push("N", len(self.found.names), start, self._end(end - 1))
                self.found.names.append((start, self._end(end - 1)))
                i = end
                continue
            self._glues = i + 1 < last and self.starts[i + 1] == start + len(text) and i + 1 not in self.phrases
            self._word(text, start, i == first)
            i += 1
        return self.out

    def _plain(self, i: int) -> bool:
        """Whether a word in small letters stands for itself and goes on no word before it."""
        if i in self.phrases or self.starts[i] in self.dates:
            return False
        before = self.out[-1] if self.out else None
        return before is None or bool(before.kind) or before.end != self.starts[i] or before.symbol[-1] != "-"

    @staticmethod
    def _other_land(before: str, name: str) -> bool:
        return before == "New" or (name == "America" and before in ("Latin", "South", "North", "Central"))

    def _push(self, kind: str, ref: int, start: int, end: int) -> None:
        self.out.append(Unit(f"{kind}{ref}", start, end, kind, ref))

    def _word(self, text: str, start: int, opening: bool) -> None:
        low = text.lower().translate(_INVISIBLE)
        if not low:
            return
        if self.out and low in _CLIPPED and self.out[-1].end >= start - 1 and self.out[-1].kind:
            low = "'s"
        if (
            self.out
            and not self.out[-1].kind
            and self.out[-1].end == start
            and self.out[-1].symbol[-1:].isalpha()
            and (low == "-")
            and self._glues
        ):
            # one word of several: "co-chaired", "face-to-face"
            self.out[-1].symbol += "-"
            self.out[-1].end = start + len(text)
            return
        if (
            self.out
            and not self.out[-1].kind
            and self.out[-1].symbol.endswith("-")
            and self.out[-1].end == start
            and len(self.out[-1].symbol) > 1
        ):
            self.out[-1].symbol += low
            self.out[-1].end = start + len(text)
            return
        symbol = low.replace(" ", "") or "_"
        if text[:1].isupper() and not opening:
            symbol = "^" + symbol
        self.out.append(Unit(symbol, start, start + len(text)))

    def _date(self, i: int, last: int) -> int:
        ref = self.dates[self.starts[i]]
        mention = self.found.dates[ref]
        self._push("D", ref, mention.start, mention.end)
        i += 1
        while i < last and self.starts[i] < mention.end:
            i += 1
        return i

    def _phrase(self, i: int, span: Span, entry: Entry, last: int) -> int:
        start, end, found = self.starts[i], span.end, self.found
        if entry.kind in "AC":
            self._push(entry.kind, len(found.countries), start, self._end(end - 1))
            found.countries.append(entry.value)
        elif entry.kind == "O":
            self._push("O", len(found.organizations), start, self._end(end - 1))
            found.organizations.append(entry.value)
        elif entry.kind == "L":
            city = world.cities()[entry.value]
            self._push("L", len(found.sites), start, self._end(end - 1))
            found.sites.append(SiteMention(city.city, city.country, None))
        elif entry.kind == "V":
            site = self._venue(entry.value)
            if site is None:
                for j in range(i, end):
                    self._word(self.texts[j], self.starts[j], opening=False)
                return end
            self._push("V", len(found.sites), start, self._end(end - 1))
            found.sites.append(SiteMention(site.city, site.country, site.name))
        elif entry.kind == "E":
            self._push("E", len(found.events), start, self._end(end - 1))
            found.events.append(listed_event(entry.value, start, self._end(end - 1)))
        elif entry.kind == "S":
            self._push("S", len(found.group_roles), start, self._end(end - 1))
            found.group_roles.append(entry.value)
        else:
            return self._title(i, end, entry.value, last)
        return end

    def _venue(self, name: str) -> world.Site | None:
        """The building of that name which is meant; None where the name is shared and nothing tells.

        A shared name means the one of the dateline's city, of the publisher's country, or of the only such country
        named, unless the text names the country of a better known one.
        """
        known, named = world.venues().get(name), None
        for site in world.shared_venues().get(name, ()):
            named = self._countries() if named is None else named
            if known is not None and known.country in named:
                return known
            if site.city == self.found.dateline_city or site.country == self.found.home:
                return site
            if known is None and {other.country for other in world.shared_venues()[name]} & named == {site.country}:
                return site
        return known

    def _countries(self) -> set[str]:
        """The countries that the whole text names, by themselves or by a city."""
        values = [entry for _, entry in self.phrases.values()]
        return {entry.value for entry in values if entry.kind in "AC"} | {
            world.cities()[entry.value].country for entry in values if entry.kind == "L"
        }

    def _title(self, i: int, end: int, role: str, last: int) -> int:
        """A title with the portfolio and the qualifiers around it."""
        titles, texts = self.pipe.titles, self.texts
        start, head = self.starts[i], texts[end - 1].lower()
        if end == i + 1 and texts[i] in titles.VERBS and self.out and self.out[-1].symbol in titles.VERB_SIGNS:
            self._word(texts[i], start, opening=False)
            return end
        if head in ("minister", "secretary", "ministry") and end < last and texts[end].lower() in ("of", "for"):
            j, size = end + 1, 0
            while j < last and (
                texts[j].lower() in titles.PORTFOLIOS
                or (
                    texts[j].lower() in ("and", ",", "&", "the")
                    and j + 1 < last
                    and texts[j + 1].lower() in titles.PORTFOLIOS
                )
            ):
                j += 1
                size += 1
            if head == "secretary" and j < last and texts[j][:1].isupper() and texts[j].lower() in self.pipe.never:
                # "Assistant Secretary for International Narcotics": the field goes on with words of other ministries
                size = 0
            if size:
                end = j
                if (
                    head == "minister"
                    and role == "minister"
                    and texts[end - 1].lower() == "affairs"
                    and any(text.lower() == "foreign" for text in texts[i:end])
                ):
                    role = "foreign_minister"
        if "minister" in [word.lower() for word in texts[i:end]] and texts[end - 1].lower() in titles.PORTFOLIOS:
            end = self._more_fields(end, last)
        lowered = former = False
        while self.out:
            unit = self.out[-1]
            word = unit.symbol.lstrip("^")
            if (
                unit.kind == ""
                and head in ("minister", "secretary", "ministers")
                and (word in titles.PORTFOLIOS or (unit.symbol[0] == "^" and head != "secretary"))
                and word not in titles.QUALIFIERS
            ) or (
                unit.kind == ""
                and word in ("and", "&", ",", "-")
                and len(self.out) > 1
                and self.out[-2].symbol.lstrip("^") in titles.PORTFOLIOS
                and (
                    (head == "minister" and start != self.starts[i])
                    or (head in ("minister", "secretary") and end - i > 1 and role in ("minister", "foreign_minister"))
                )
            ):
                start = unit.start
                self.out.pop()
            elif unit.kind == "" and word in titles.QUALIFIERS:
                if word in titles.QUALIFIERS_FORMER:
                    former = True
                if word in titles.QUALIFIERS_LOWER:
                    lowered = True
                    start = unit.start
                self.out.pop()
            elif unit.kind == "" and word == "-" and len(self.out) > 1 and self.out[-2].symbol.lstrip("^") == "ex":
                former = True
                self.out.pop()
                self.out.pop()
            else:
                break
        if lowered and role in ("minister", "foreign_minister", "chief", "leader"):
            role = "other"
        text = " ".join(self.text[start : self._end(end - 1)].split())
        self._push("T", len(self.found.titles), start, self._end(end - 1))
        self.found.titles.append(TitleMention("other" if former else role, text, lowered, former))
        return end

    def _more_fields(self, end: int, last: int) -> int:
        """Where a title ends that goes on: 'Minister of Foreign Affairs, Emigration and Egyptian Expatriates'."""
        j = end
        while j < last and self.texts[j].lower() in (",", "and", "&"):
            j += 1
        if j == end or j >= last:
            return end
        entry = self.phrases.get(j)
        if (entry is not None and entry[1].kind == "A") or self.texts[j] in ("African", "Arab", "European"):
            j += 1
        first = j
        while j < last and self.texts[j][:1].isupper() and self.texts[j].lower() in self.pipe.titles.PORTFOLIOS:
            j += 1
        return self._more_fields(j, last) if j > first else end


@Language.factory("communique_places", assigns=["doc._.reading", "doc.spans"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Places:
    """The gazetteer pipe for `language`."""
    return Places(nlp, language)
