"""Figures: numbers about the relation or the event, with what they measure, in which unit, of when, reached or aimed
at.

Rules: `figure.money`, `figure.percent`, `figure.count`.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.figures.patterns import Patterns, patterns
from extractors.summit.figures.periods import period
from extractors.summit.reading import Contact, FigureFound, Reading, Sentence, reading

_NEAR = 110
_BESIDE = 25
_CLAUSE = 40
"""What it costs a word to stand in the clause before."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_COUNT_METRIC = {"joint ventures": "joint_ventures", "joint enterprises": "joint_ventures", "projects": "projects"}


class Figures:
    """Fills `reading.figures` and the `figures` of the main contact told of before them."""

    def __init__(self, language: str) -> None:
        self.patterns: Patterns = patterns(language)

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        main = [contact for contact in found.contacts if contact.is_main]
        if not main:
            return doc
        for sentence in found.sentences:
            # what stands in the title alone has no evidence in the text
            if not sentence.is_title and self._holds_amount(found.text, sentence):
                found.figures += self._sentence(found, found.text, sentence)
        seen: set[tuple[str, float, str]] = set()
        for figure in found.figures:
            key = (figure.metric, figure.value, figure.unit)
            if key in seen:
                continue
            seen.add(key)
            _owner(main, figure).figures.append(figure)
        return doc

    def _holds_amount(self, text: str, sentence: Sentence) -> bool:
        words = text[sentence.start : sentence.end]
        return any(c.isdigit() or c in "$€£" for c in words) or self.patterns.worded.search(words) is not None

    def _sentence(self, found: Reading, text: str, sentence: Sentence) -> list[FigureFound]:
        made: list[FigureFound] = []
        for match in self.patterns.money.finditer(text, sentence.start, sentence.end):
            figure = self._money(found, text, sentence, match)
            if figure is not None:
                made.append(figure)
        for match in self.patterns.bare.finditer(text, sentence.start, sentence.end):
            before = [f for f in made if f.end <= match.start() and f.unit in self.patterns.words.CURRENCIES.values()]
            if before and not any(f.start < match.end() and match.start() < f.end for f in made):
                made.append(self._bare(found, text, sentence, match, before[-1]))
        for match in self.patterns.percent.finditer(text, sentence.start, sentence.end):
            around = text[max(sentence.start, match.start() - 80) : min(sentence.end, match.end() + 60)]
            if self.patterns.growth.search(around) and self.patterns.traded.search(text, sentence.start, sentence.end):
                made.append(self._made(found, "growth", _number(match["p"]), "percent", match, sentence, "actual"))
        for match in self.patterns.counted.finditer(text, sentence.start, sentence.end):
            figure = self._counted(found, text, sentence, match)
            if figure is not None:
                made.append(figure)
        return made

    def _counted(self, found: Reading, text: str, sentence: Sentence, match: re.Match[str]) -> FigureFound | None:
        what = match["what"].lower()
        metric = _COUNT_METRIC.get(what, "joint_ventures" if " with " in what else "documents_signed")
        around = text[max(sentence.start, match.start() - _NEAR) : min(sentence.end, match.end() + _NEAR)]
        if metric == "documents_signed":
            if not self.patterns.signed.search(around) or self.patterns.unsigned.search(around):
                return None
            if what == "decisions" and not self.patterns.signed.search(text, match.start() - _BESIDE, match.start()):
                return None
        word = match["n"].lower()
        value = float(self.patterns.words.NUMBERS[word]) if word in self.patterns.words.NUMBERS else _number(word)
        if _FIRST_YEAR <= value <= _LAST_YEAR:
            return None
        return self._made(found, metric, value, "count", match, sentence, "actual")

    def _bare(
        self, found: Reading, text: str, sentence: Sentence, match: re.Match[str], before: FigureFound
    ) -> FigureFound:
        """'… stood at $27 billion and can be brought to 30 billion': the second amount has the unit of the first."""
        value = self._value(match["b"], match["bm"])
        status = self._status(text[before.end : match.start()])
        return self._made(found, before.metric, value, before.unit, match, sentence, status, "figure.money")

    def _value(self, amount: str, multiplier: str | None) -> float:
        low = amount.lower()
        base = float(self.patterns.words.NUMBERS[low]) if low in self.patterns.words.NUMBERS else _number(low)
        return round(base * (self.patterns.words.MULTIPLIERS[multiplier.lower()] if multiplier else 1), 2)

    def _status(self, before: str) -> str:
        aimed = self.patterns.target.search(before) and not self.patterns.reached.search(before[-40:])
        return "target" if aimed else "actual"

    def _money(self, found: Reading, text: str, sentence: Sentence, match: re.Match[str]) -> FigureFound | None:
        words = self.patterns.words
        amount, multiplier = (match["a"], match["am"]) if match["sign"] else (match["b"], match["bm"])
        unit = (match["sign"] or match["unit"]).lower()
        code = words.CURRENCIES.get(unit) or words.MEASURES.get(unit) or ("USD" if "dollar" in unit else None)
        if code is None:
            return None
        value = self._value(amount, multiplier)
        if value < 10000 and code not in ("doses",) and code in words.CURRENCIES.values():
            return None
        before = text[max(sentence.start, match.start() - _NEAR) : match.start()]
        after = text[match.end() : min(sentence.end, match.end() + _NEAR)]
        metric = self._metric(before, after)
        if metric is None:
            metric = (
                "trade_turnover"
                if self.patterns.trade.search(text, max(found.body_start, sentence.start - 120), sentence.end)
                else None
            )
        if metric is None:
            return None
        money = code in words.CURRENCIES.values()
        if money and metric in ("projects", "joint_ventures"):
            metric = "investment"
        if (metric == "energy_volume") is money and metric != "loan_or_aid" and code != "doses":
            return None
        return self._made(found, metric, value, code, match, sentence, self._status(before), "figure.money")

    def _metric(self, before: str, after: str) -> str | None:
        best: tuple[int, str] | None = None
        for metric, expression in self.patterns.metrics:
            for m in expression.finditer(before):
                distance = len(before) - m.end() + _CLAUSE * before.count(", and", m.end())
                if best is None or distance < best[0]:
                    best = (distance, metric)
            m2 = expression.search(after)
            if m2 is not None and (best is None or m2.start() + 4 < best[0]):
                best = (m2.start() + 4, metric)
        return best[1] if best else None

    def _made(
        self,
        found: Reading,
        metric: str,
        value: float,
        unit: str,
        match: re.Match[str],
        sentence: Sentence,
        status: str,
        rule: str | None = None,
    ) -> FigureFound:
        qualifier = self.patterns.words.QUALIFIERS.get((match["q"] or "").lower())
        when = None if unit == "count" else period(found, sentence, match.start(), match.end(), self.patterns)
        rule = rule or ("figure.percent" if unit == "percent" else "figure.count")
        return FigureFound(
            metric, value, unit, qualifier, when, status, match.start(), match.end(), sentence.index, rule
        )


def _number(text: str) -> float:
    if "," in text and len(text.rsplit(",", 1)[1]) != 3:
        return float(text.replace(",", "."))
    return float(text.replace(",", ""))


def _owner(main: list[Contact], figure: FigureFound) -> Contact:
    before = [contact for contact in main if contact.sentence <= figure.sentence]
    talks = [contact for contact in before if contact.type != "visit"]
    return max(talks or before or main, key=lambda contact: contact.sentence)


@Language.factory("communique_figures", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Figures:
    """The figures pipe for `language`."""
    return Figures(language)
