"""Figures: numbers about the relation or the event, with what they measure, in which unit, of when, reached or aimed
at.

Rules: `figure.money`, `figure.percent`, `figure.count`.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.figures.patterns import Patterns, patterns
from extractors.summit.reading import Contact, FigureFound, Reading, Sentence, reading

_NEAR = 110
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
            if (
                not sentence.is_title
                and any(
                    character.isdigit() or character in "$€£" for character in found.text[sentence.start : sentence.end]
                )
            ) or re.search(
                r"\b(?:billion|million|documents|agreements|dollars)\b", found.text[sentence.start : sentence.end]
            ):
                found.figures += self._sentence(found, found.text, sentence)
        seen: set[tuple[str, float, str]] = set()
        for figure in found.figures:
            key = (figure.metric, figure.value, figure.unit)
            if key in seen:
                continue
            seen.add(key)
            _owner(main, figure).figures.append(figure)
        return doc

    def _sentence(self, found: Reading, text: str, sentence: Sentence) -> list[FigureFound]:
        made = []
        for match in self.patterns.money.finditer(text, sentence.start, sentence.end):
            figure = self._money(found, text, sentence, match)
            if figure is not None:
                made.append(figure)
        for match in self.patterns.percent.finditer(text, sentence.start, sentence.end):
            around = text[max(sentence.start, match.start() - 80) : min(sentence.end, match.end() + 60)]
            if self.patterns.growth.search(around) and re.search(
                r"\btrade\b|turnover|\bcargo\b|\btraffic\b|\bexports?\b|\bimports?\b|\binvestments?\b",
                around,
                re.IGNORECASE,
            ):
                made.append(
                    self._made(
                        "growth",
                        _number(match["p"]),
                        "percent",
                        match,
                        sentence,
                        "actual",
                        "figure.percent",
                        self._period(found, sentence),
                    )
                )
        for match in self.patterns.counted.finditer(text, sentence.start, sentence.end):
            what = match["what"].lower()
            metric = _COUNT_METRIC.get(what, "documents_signed")
            around = text[max(sentence.start, match.start() - _NEAR) : min(sentence.end, match.end() + _NEAR)]
            if metric == "documents_signed" and not self.patterns.signed.search(around):
                continue
            if re.search(r"\bpercent\b", match.group()):
                continue
            word = match["n"].lower()
            value = float(self.patterns.words.NUMBERS[word]) if word in self.patterns.words.NUMBERS else _number(word)
            if 1900 <= value <= 2100:
                continue
            made.append(self._made(metric, value, "count", match, sentence, "actual", "figure.count", None))
        return made

    def _money(self, found: Reading, text: str, sentence: Sentence, match: re.Match[str]) -> FigureFound | None:
        words = self.patterns.words
        amount, multiplier = (match["a"], match["am"]) if match["sign"] else (match["b"], match["bm"])
        unit = (match["sign"] or match["unit"]).lower()
        code = words.CURRENCIES.get(unit) or words.MEASURES.get(unit) or ("USD" if "dollar" in unit else None)
        if code is None:
            return None
        low = amount.lower()
        base = float(words.NUMBERS[low]) if low in words.NUMBERS else _number(low)
        value = base * (words.MULTIPLIERS[multiplier.lower()] if multiplier else 1)
        if value < 10000 and code not in ("doses",) and code in words.CURRENCIES.values():
            return None
        before = text[max(sentence.start, match.start() - _NEAR) : match.start()]
        after = text[match.end() : min(sentence.end, match.end() + _NEAR)]
        metric = self._metric(before, after)
        if metric is None:
            whole = text[max(found.body_start, sentence.start - 120) : sentence.end]
            metric = (
                "trade_turnover"
                if re.search(r"\b(?:trade(?! embargo| gap| surplus| deficit| war)|turnover)\b", whole, re.IGNORECASE)
                else None
            )
        if metric is None:
            return None
        money = code in words.CURRENCIES.values()
        if money and metric in ("projects", "joint_ventures"):
            metric = "investment"
        if (metric == "energy_volume") is money and metric != "loan_or_aid" and code != "doses":
            return None
        status = (
            "target"
            if self.patterns.target.search(before)
            and not re.search(
                r"\b(?:reached|reaching|exceeded|amounted|came to|stood at|totall?ed|was)\b", before[-40:]
            )
            else "actual"
        )
        return self._made(metric, value, code, match, sentence, status, "figure.money", self._period(found, sentence))

    def _metric(self, before: str, after: str) -> str | None:
        best: tuple[int, str] | None = None
        for metric, expression in self.patterns.metrics:
            for m in expression.finditer(before):
                distance = len(before) - m.end()
                if best is None or distance < best[0]:
                    best = (distance, metric)
            m2 = expression.search(after)
            if m2 is not None and (best is None or m2.start() + 4 < best[0]):
                best = (m2.start() + 4, metric)
        return best[1] if best else None

    def _period(self, found: Reading, sentence: Sentence) -> str | None:
        for unit in sentence.units:
            if unit.kind != "D":
                continue
            mention = found.dates[unit.ref]
            if mention.kind in ("year", "period", "month"):
                when = mention.when(found.today, future=False)
                if when is not None and when.precision in ("year", "month"):
                    return when.first
        return None

    def _made(
        self,
        metric: str,
        value: float,
        unit: str,
        match: re.Match[str],
        sentence: Sentence,
        status: str,
        rule: str,
        period: str | None,
    ) -> FigureFound:
        qualifier = self.patterns.words.QUALIFIERS.get((match["q"] or "").lower())
        return FigureFound(
            metric, value, unit, qualifier, period, status, match.start(), match.end(), sentence.index, rule
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
