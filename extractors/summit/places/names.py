"""Runs of capitalized words that name a person, and what only looks like one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Span

from extractors.lexicon import names
from extractors.lexicon.offices import offices
from extractors.summit.places.patterns import Entry
from extractors.summit.reading import Sentence, Unit

if TYPE_CHECKING:
    from extractors.summit.places.pipe import Places

_PATRONYMS = frozenset({"uulu", "kyzy", "oglu", "ogly", "oghlu", "qizi", "uly", "gizi"})
"""Words in small letters that end a Turkic name."""
_WORD = re.compile(r"[^\W\d_]")
_NICKNAMED = frozenset("“”\"")
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.?(?:[A-Z]\.)*")
_ARTICLES = frozenset({"al", "el"})
_SMALL = frozenset({"von", "van", "de", "bin", "da", "dos"})
SMALL_STARTS = _ARTICLES | _SMALL
"""The words in small letters with which a name may begin."""


class NameRuns:
    """Where in a run of tokens a name begins and ends; the tokens and what is known of them come from who inherits."""

    pipe: Places
    texts: list[str]
    starts: list[int]
    phrases: dict[int, tuple[Span, Entry]]
    dates: dict[int, int]
    sentence: Sentence
    seen_low: set[str]
    text: str
    out: list[Unit]

    def _end(self, i: int) -> int:
        return self.starts[i] + len(self.texts[i])

    def _name(self, i: int, first: int, last: int, forced: bool = False) -> int:
        """The end of the run of name-like tokens from `i` on; `i` itself where none begins."""
        pipe, texts = self.pipe, self.texts
        if (
            not forced
            and not self._nameable(i, opening=True)
            and not (texts[i].lower() in _ARTICLES and self._glued(i, last))
            and not self._small_start(i, last)
            and not self._word_like(i, last)
        ):
            return i
        if (
            i == first
            and not self._register(texts[i])
            and (
                texts[i].lower() in self.seen_low
                or (
                    texts[i].endswith("ing")
                    and i + 1 < last
                    and texts[i + 1][:1].islower()
                    and not self._within(texts[i])
                )
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
            if (
                self._nameable(j)
                or text == "May"
                or text in _PATRONYMS
                or (text.isupper() and text.lower() in pipe.suffixes)
                or (phrase is not None and self._joins(i, j, phrase))
            ):
                j += 1
                end = j
            elif (
                text in _NICKNAMED
                and j + 3 < last
                and texts[j + 2] in _NICKNAMED
                and self._nameable(j + 1)
                and self._nameable(j + 3)
            ):
                # 'Benjamin “Benny” Gantz'
                j += 4
                end = j
            elif (
                text in ("-", "‑", "'", "’")
                and j + 1 < last
                and self._gap(j) == ""
                and self._gap(j + 1) == ""
                and (_WORD.match(texts[j + 1]))
            ) or (text == "," and j + 1 < last and texts[j + 1].lower().rstrip(".") in ("jr", "sr")):
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

    def _field(self, first: int, end: int, last: int) -> bool:
        """Whether the capitalized words [first, end) name a ministry's field: they stand before 'Minister' or
        'Ministry' and are no known person's name."""
        if end >= last or end - first > 3 or any(self._register(text) for text in self.texts[first:end]):
            return False
        head = self.texts[end].lower()
        if head in ("and", "&", ",") and end + 1 < last and self.texts[first].lower() in self.pipe.titles.PORTFOLIOS:
            return (
                self._field(end + 1, self._name(end + 1, first, last), last)
                or self.texts[end + 1].lower() in self.pipe.titles.HEADS
                or self._office(end + 1)
            )
        return head in self.pipe.titles.HEADS

    def _office(self, i: int) -> bool:
        """Whether a minister's office of its own stands at `i`: 'Trade Secretary' after 'Business and'."""
        phrase = self.phrases.get(i)
        return phrase is not None and phrase[1].kind == "T" and phrase[1].value in ("minister", "foreign_minister")

    def _within(self, word: str) -> bool:
        """Whether `word` stands capitalized inside a sentence too, as a name does."""
        return re.search(rf"[a-z,] {re.escape(word)}\b", self.text) is not None or (
            re.search(rf"[A-Z][a-z]+ {re.escape(word)}\b", self.text) is not None
        )

    def _the_amir(self, i: int, first: int, last: int) -> bool:
        before = self.texts[i - 1].lower() if i > first else ""
        return before in ("the", "highness", "hh") or self.texts[i + 1] in ("Sheikh", "Shaikh")

    def _word_like(self, i: int, last: int) -> bool:
        """Whether a surname that is also a word follows a title: 'Vice Premier He Lifeng'."""
        if i > 0 and self.texts[i] == "To" and self.texts[i - 1].islower() and i + 1 < last and self._nameable(i + 1):
            # "held talks with To Lam": within a sentence the small word is no preposition
            return True
        return (
            bool(self.out)
            and self.out[-1].kind == "T"
            and self.texts[i] in ("He", "To", "So", "An", "Do", "Will", "May", "Can")
            and i + 1 < last
            and self._nameable(i + 1)
        )

    def _small_start(self, i: int, last: int) -> bool:
        """Whether a name opens with small words: 'von der Leyen', 'de Mistura'."""
        if self.texts[i] not in _SMALL:
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
        if low in self.pipe.never and (opening or not self._hyphenated(i)) and not self._given(i, low):
            return False
        initial = len(text) == 2 and text[0].isupper()
        if low in self.pipe.abbreviations and low not in self.pipe.suffixes and not initial:
            return False
        if opening and low in self.pipe.honorifics and low not in ("sheikh", "haji", "datuk"):
            return False
        if i in self.phrases and opening:
            return False
        if len(text) > 3 and text.isupper() and "." not in text and not self.sentence.is_title:
            return self._register(text)
        if text.isupper() and 1 < len(text) <= 3 and text.isalpha():
            return False
        return bool(_INITIAL.fullmatch(text)) or len(text) > 1

    def _given(self, i: int, low: str) -> bool:
        """Whether a word is the given name before a surname: 'Christian Lindner', 'Bill Richardson'."""
        if low not in self.pipe.given or i + 1 >= len(self.texts):
            return False
        return self.texts[i + 1].lower() not in self.pipe.never and self._nameable(i + 1) and not self.sentence.is_title

    def _hyphenated(self, i: int) -> bool:
        """Whether a small word opens a given name of two parts: 'Lee In-young'."""
        return (
            i + 2 < len(self.texts)
            and self.texts[i + 1] in ("-", "‑")
            and self._gap(i + 1) == ""
            and self._gap(i + 2) == ""
            and self.texts[i + 2].islower()
            and len(self.texts[i]) < 4
        )

    def _register(self, text: str) -> bool:
        return offices().known(names.fold(text))

    def _joins(self, i: int, j: int, phrase: tuple[Span, Entry]) -> bool:
        """Whether a gazetteer phrase inside a run of capitals belongs to the name ('Chelsea Clinton', 'Bardella
        Jordan')."""
        span, entry = phrase
        if entry.kind == "T":
            return False
        if entry.kind == "L" and span.text in self.pipe.doubtful and self.out and self.out[-1].kind == "T":
            # "Secretary of Defense Lloyd Austin": after a title and a given name it is a surname
            return True
        text = self.text[span.start_char : span.end_char]
        if (
            entry.kind == "L"
            and len(span) == 1
            and (j == i + 1 or (j == i + 2 and len(self.texts[i + 1].rstrip(".")) == 1))
            and self.out
            and (self.out[-1].kind == "T" or self.out[-1].symbol == "^affairs")
            and not self.sentence.is_title
            and self.seen_low.isdisjoint({self.texts[i].lower()})
        ):
            # "Assistant Secretary Monica Medina": a given name and a surname that is also a city
            return True
        if text not in self.pipe.doubtful and entry.kind != "L":
            return False
        titled = bool(self.out) and self.out[-1].kind == "T"
        if titled and entry.kind == "L" and j == i + 1 == span.end - 1 and not self._register(self.texts[i]):
            # "Consul Ottavia Ferrara": after a title a name that no register knows is a first name
            return True
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
