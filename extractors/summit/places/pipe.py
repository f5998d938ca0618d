"""Gazetteer pass: turns every sentence into units, with countries, bodies, cities, venues, titles and dates found.

The one pipe that looks at single tokens; all later ones see `sentence.code`. Capitalized words that may be names are
gathered into runs (symbol N); other capitalized words inside a sentence keep a caret (^affairs) for the people pipe.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractors.languages import part
from extractors.lexicon import names, world
from extractors.lexicon.offices import offices
from extractors.summit.places.patterns import Entry, gazetteer
from extractors.summit.reading import Reading, Sentence, SiteMention, TitleMention, Unit, reading
from extractors.summit.sidelines.pipe import listed_event

_WORD = re.compile(r"[^\W\d_]")
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.?(?:[A-Z]\.)*")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_CLIPPED = {"s": "'s", "’s": "'s", "'s": "'s", "’": "'", "´s": "'s"}


class Places:
    """Writes `sentence.units` and `sentence.code` for every sentence."""

    def __init__(self, nlp: Language, language: str) -> None:
        self.cased, self.uncased, self.exact, self.lower = gazetteer(nlp, language)
        words = part(language, "names")
        self.titles = part(language, "titles")
        self.particles: frozenset[str] = words.PARTICLES
        self.never: frozenset[str] = words.NEVER_NAMES
        self.suffixes: frozenset[str] = words.SUFFIXES
        self.doubtful: frozenset[str] = words.PLACE_LIKE
        self.abbreviations: frozenset[str] = words.ABBREVIATIONS
        self.honorifics: frozenset[str] = self.titles.HONORIFICS

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        phrases = self._phrases(doc)
        doc.spans["gazetteer"] = [span for span, _ in phrases.values()]
        dates = {mention.start: i for i, mention in enumerate(found.dates)}
        texts = [token.text for token in doc]
        starts = [token.idx for token in doc]
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


class _Run:
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
            if text.isspace() or (text == "#" and i + 1 < last and self.starts[i + 1] == start + 1):
                i += 1
                continue
            if start in self.dates:
                i = self._date(i, last)
                continue
            entry = self.phrases.get(i)
            if entry is not None and entry[1].kind == "C" and i > first and self.texts[i - 1] == "New":
                # "New Mexico" is no foreign country
                entry = None
            if entry is not None and not (entry[1].kind in "LC" and self._part_of_name(i, entry[0].end, last)):
                i = self._phrase(i, entry[0], entry[1], last)
                continue
            end = self._name(i, first, last, forced=entry is not None)
            if end > i:
                self._push("N", len(self.found.names), start, self._end(end - 1))
                self.found.names.append((start, self._end(end - 1)))
                i = end
                continue
            self._glues = i + 1 < last and self.starts[i + 1] == start + len(text) and i + 1 not in self.phrases
            self._word(text, start, i == first)
            i += 1
        return self.out

    def _end(self, i: int) -> int:
        return self.starts[i] + len(self.texts[i])

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
            site = world.cities()[entry.value]
            self._push("L", len(found.sites), start, self._end(end - 1))
            found.sites.append(SiteMention(site.city, site.country, None))
        elif entry.kind == "V":
            site = world.venues()[entry.value]
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
            if (unit.kind == "" and head in ("minister", "secretary", "ministers") and word in titles.PORTFOLIOS) or (
                unit.kind == ""
                and word in ("and", "&", ",", "-")
                and len(self.out) > 1
                and self.out[-2].symbol.lstrip("^") in titles.PORTFOLIOS
                and head == "minister"
                and start != self.starts[i]
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

    def _name(self, i: int, first: int, last: int, forced: bool = False) -> int:
        """The end of the run of name-like tokens from `i` on; `i` itself where none begins."""
        pipe, texts = self.pipe, self.texts
        if (
            not forced
            and not self._nameable(i, opening=True)
            and not (texts[i].lower() in ("al", "el") and self._glued(i, last))
            and not self._small_start(i, last)
        ):
            return i
        if (
            i == first
            and not self._register(texts[i])
            and (
                texts[i].lower() in self.seen_low
                or (texts[i].endswith("ing") and i + 1 < last and texts[i + 1][:1].islower())
            )
        ):
            # a sentence may open with a verb: "Taking part in …"
            return i
        j, end = i + 1, i + 1
        while j < last:
            text = texts[j]
            if self.starts[j] in self.dates or "\n" in self._gap(j):
                break
            if text == "#" and j + 1 < last and self._nameable(j + 1):
                j += 1
                continue
            phrase = self.phrases.get(j)
            if phrase is not None and not self._joins(i, j, phrase):
                break
            if self._nameable(j) or text == "May" or (phrase is not None and self._joins(i, j, phrase)):
                j += 1
                end = j
            elif (
                text in ("-", "‑", "'", "’")
                and j + 1 < last
                and self._gap(j) == ""
                and self._gap(j + 1) == ""
                and (_WORD.match(texts[j + 1]))
            ) or (text == "," and j + 1 < last and texts[j + 1].lower() in pipe.suffixes):
                j += 2
                end = j
            elif (
                text.lower() in pipe.particles
                and j + 1 < last
                and (self._nameable(j + 1) or texts[j + 1] == "-" or texts[j + 1].lower() in pipe.particles)
            ):
                if text.lower() in ("y", "e", "o", "as", "an", "la", "le", "den") and not self._nameable(j + 1):
                    break
                j += 1
            else:
                break
        return end

    def _small_start(self, i: int, last: int) -> bool:
        """Whether a name opens with small words: 'von der Leyen', 'de Mistura'."""
        if self.texts[i] not in ("von", "van", "de", "bin", "da", "dos"):
            return False
        j = i + 1
        while j < last and self.texts[j] in self.pipe.particles:
            j += 1
        return j < last and self._nameable(j) and self._register(self.texts[j])

    def _glued(self, i: int, last: int) -> bool:
        return i + 2 < last and self.texts[i + 1] == "-" and self.texts[i + 2][:1].isupper()

    def _gap(self, j: int) -> str:
        between = self.starts[j] - self._end(j - 1)
        return "" if between <= 0 else " "

    def _nameable(self, i: int, opening: bool = False) -> bool:
        text = self.texts[i]
        if not text[:1].isupper() or not _WORD.match(text):
            return False
        low = text.lower()
        if low in self.pipe.never or (low in self.pipe.abbreviations and low not in self.pipe.suffixes):
            return False
        if opening and low in self.pipe.honorifics and low not in ("sheikh", "haji", "datuk"):
            return False
        if i in self.phrases and opening:
            return False
        if len(text) > 3 and text.isupper() and not self.sentence.is_title:
            return self._register(text)
        if text.isupper() and 1 < len(text) <= 3 and text.isalpha():
            return False
        return bool(_INITIAL.fullmatch(text)) or len(text) > 1

    def _register(self, text: str) -> bool:
        return offices().known(names.fold(text))

    def _joins(self, i: int, j: int, phrase: tuple[Span, Entry]) -> bool:
        """Whether a gazetteer phrase inside a run of capitals belongs to the name ('Chelsea Clinton', 'Bardella
        Jordan')."""
        span, entry = phrase
        if entry.kind == "T":
            return False
        text = self.text[span.start_char : span.end_char]
        if text not in self.pipe.doubtful and entry.kind != "L":
            return False
        whole = names.tokens(" ".join([*self.texts[i:j], text]))
        return len(whole) > 1 and bool(offices().named(whole))

    def _part_of_name(self, i: int, end: int, last: int) -> bool:
        """Whether a place name opens a person's name ('Jordan Bardella', 'Israel Katz')."""
        if end >= last or not self._nameable(end, opening=True):
            return False
        if (
            self.out
            and self.out[-1].kind == "T"
            and (self.phrases[i][1].kind == "L" or self.texts[i] in self.pipe.doubtful)
        ):
            # "Under Secretary Victoria Nuland": a first name that is also a city
            return True
        if self.texts[i] not in self.pipe.doubtful:
            return False
        if self.out and self.out[-1].symbol == "^affairs":
            # the field of a title ends: "Under Secretary for Political Affairs Victoria Nuland"
            return True
        return bool(offices().named(names.tokens(" ".join(self.texts[i : end + 1]))))


@Language.factory("communique_places", assigns=["doc._.reading", "doc.spans"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Places:
    """The gazetteer pipe for `language`."""
    return Places(nlp, language)
