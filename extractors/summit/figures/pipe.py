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
_FALL = 30
_CLAUSE = 40
"""What it costs a word to stand in the clause before."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_DONE = frozenset({"documents_signed", "investment", "loan_or_aid"})
_MANY = 1000
_DIGIT = re.compile(r"[\d$€£]")
_FIRMS = re.compile(r"(?:companies|enterprises|firms|businesses|ventures) ")
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
        told = {contact.sentence for contact in main}
        other = {contact.sentence for contact in found.contacts if contact.earlier or _of_then(contact, main)} - told
        for figure in found.figures:
            if figure.sentence in other or (figure.metric in _DONE and _opens_then(found, figure, main)):
                # signed or granted when they met before
                continue
            key = (figure.metric, figure.value, figure.unit)
            if key in seen:
                continue
            seen.add(key)
            _owner(main, figure).figures.append(figure)
        return doc

    def _holds_amount(self, text: str, sentence: Sentence) -> bool:
        words = text[sentence.start : sentence.end]
        return _DIGIT.search(words) is not None or self.patterns.worded.search(words) is not None

    def _sentence(self, found: Reading, text: str, sentence: Sentence) -> list[FigureFound]:
        made: list[FigureFound] = []
        for match in self.patterns.money.finditer(text, sentence.start, sentence.end):
            figure = self._money(found, text, sentence, match)
            if figure is not None:
                made.append(figure)
        # an amount without a unit has that of one before it, in the sentence or in the one before
        beside = made or [f for f in found.figures[-1:] if f.sentence == sentence.index - 1]
        for match in self.patterns.bare.finditer(text, sentence.start, sentence.end) if beside else ():
            before = [f for f in made if f.end <= match.start() and f.unit in self.patterns.words.CURRENCIES.values()]
            if not before and match.start() == sentence.start and found.figures:
                # 'Seven billion dollars is too little. Thirty billion is within reach.'
                before = [f for f in found.figures[-1:] if f.sentence == sentence.index - 1 and f.unit != "count"]
            if before and not any(f.start < match.end() and match.start() < f.end for f in made):
                made.append(self._bare(found, text, sentence, match, before[-1]))
        for match in self.patterns.percent.finditer(text, sentence.start, sentence.end):
            around = text[max(sentence.start, match.start() - 80) : min(sentence.end, match.end() + 60)]
            if self.patterns.growth.search(around) and self.patterns.traded.search(text, sentence.start, sentence.end):
                sign = -1 if self.patterns.falling.search(text, match.start() - _FALL, match.end() + _FALL) else 1
                value = sign * _number(match["p"])
                made.append(self._made(found, "growth", value, "percent", match, sentence, "actual"))
            elif self._duty(text, sentence, match):
                made.append(self._made(found, "other", _number(match["p"]), "percent", match, sentence, None))
        made += self._people(found, text, sentence)
        for match in self.patterns.counted.finditer(text, sentence.start, sentence.end):
            figure = self._counted(found, text, sentence, match)
            if figure is not None:
                made.append(figure)
        return made

    def _duty(self, text: str, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether a percentage is what the two agreed to bring their duties to."""
        return bool(
            self.patterns.duty.search(text, sentence.start, match.start())
            and self.patterns.brought.search(text[sentence.start : match.start()])
            and self.patterns.agreed.search(text, sentence.start, match.start())
        )

    def _people(self, found: Reading, text: str, sentence: Sentence) -> list[FigureFound]:
        """How many people are to go over, where that is agreed or aimed at."""
        if not self.patterns.agreed.search(text, sentence.start, sentence.end):
            return []
        made = []
        for match in self.patterns.moved.finditer(text, sentence.start, sentence.end):
            value = self._value(match["n"] or match["n2"], match["m"] or match["m2"])
            if value >= _MANY:
                made.append(self._made(found, "other", value, "count", match, sentence, "target"))
        return made

    def _counted(self, found: Reading, text: str, sentence: Sentence, match: re.Match[str]) -> FigureFound | None:
        what = match["what"].lower()
        metric = _COUNT_METRIC.get(what, "joint_ventures" if _FIRMS.match(what) else "documents_signed")
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
        if self.patterns.others.search(before[-_BESIDE:] + " # " + after[:_BESIDE]):
            return None
        money = code in words.CURRENCIES.values()
        metric = self._metric(before, after)
        if money and (self.patterns.built.search(after[:_BESIDE]) or self.patterns.built.search(before)):
            metric = "projects"
        elif money and metric in ("projects", "joint_ventures"):
            metric = "investment"
        elif metric is None:
            if not self.patterns.trade.search(text, max(found.body_start, sentence.start - 120), sentence.end):
                return None
            metric = "trade_turnover"
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
            if m2 is None:
                continue
            beyond = m2.start() + 4 + _CLAUSE * bool(self.patterns.parting.search(after, 0, m2.start()))
            if best is None or beyond < best[0]:
                best = (beyond, metric)
        return best[1] if best else None

    def _made(
        self,
        found: Reading,
        metric: str,
        value: float,
        unit: str,
        match: re.Match[str],
        sentence: Sentence,
        status: str | None,
        rule: str | None = None,
    ) -> FigureFound:
        qualifier = self.patterns.words.QUALIFIERS.get((match["q"] or "").lower())
        when = None if unit == "count" else period(found, sentence, match.start(), match.end(), self.patterns)
        rule = rule or ("figure.percent" if unit == "percent" else "figure.count")
        return FigureFound(
            metric,
            value,
            unit,
            qualifier,
            when,
            status,
            match.start(),
            match.end(),
            sentence.index,
            rule,
            found.sides(sentence),
        )


def _number(text: str) -> float:
    if "," in text and len(text.rsplit(",", 1)[1]) != 3:
        return float(text.replace(",", "."))
    return float(text.replace(",", ""))


def _of_then(contact: Contact, main: list[Contact]) -> bool:
    """Whether a contact told of in passing took place before the ones that the article is about."""
    if contact.is_main or contact.status != "held" or not contact.first_day:
        return False
    days = [other.first_day for other in main if other.first_day]
    return bool(days) and contact.first_day < min(days)[: len(contact.first_day)]


def _opens_then(found: Reading, figure: FigureFound, main: list[Contact]) -> bool:
    """Whether a sentence opens with a month before that of the contacts: 'In August 2024, … 35 agreements were
    signed'."""
    if found.today is None:
        return False
    days = [contact.first_day or found.today.isoformat() for contact in main]
    for unit in found.sentences[figure.sentence].units[:3]:
        if unit.kind == "D":
            when = found.dates[unit.ref].when(found.today, future=False)
            return when is not None and when.precision != "year" and when.first[:7] < min(days)[:7]
    return False


def _owner(main: list[Contact], figure: FigureFound) -> Contact:
    before = [contact for contact in main if contact.sentence <= figure.sentence]
    talks = [contact for contact in before if contact.type != "visit"]
    return max(talks or before or main, key=lambda contact: contact.sentence)


@Language.factory("communique_figures", assigns=["doc._.reading"], default_config={"language": "en"})
def make(nlp: Language, name: str, language: str) -> Figures:
    """The figures pipe for `language`."""
    return Figures(language)
