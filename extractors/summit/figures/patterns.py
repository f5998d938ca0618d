"""Amounts, compiled from a language's words for numbers, money and measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from extractors.languages import part


@dataclass(frozen=True)
class Patterns:
    """`money`, `percent`, `counted` find amounts, `bare` one that leaves its unit to the amount before it, `run` a run
    of months; `metrics` are tried in order on the words around an amount. The others are words that its sense hangs on.
    """

    money: re.Pattern[str]
    percent: re.Pattern[str]
    counted: re.Pattern[str]
    metrics: tuple[tuple[str, re.Pattern[str]], ...]
    target: re.Pattern[str]
    growth: re.Pattern[str]
    signed: re.Pattern[str]
    unsigned: re.Pattern[str]
    traded: re.Pattern[str]
    reached: re.Pattern[str]
    trade: re.Pattern[str]
    worded: re.Pattern[str]
    bare: re.Pattern[str]
    run: re.Pattern[str]
    open: re.Pattern[str]
    others: re.Pattern[str]
    parting: re.Pattern[str]
    falling: re.Pattern[str]
    amount: re.Pattern[str]
    first_year: re.Pattern[str]
    built: re.Pattern[str]
    moved: re.Pattern[str]
    duty: re.Pattern[str]
    brought: re.Pattern[str]
    agreed: re.Pattern[str]
    months: dict[str, int]
    words: ModuleType


_SHORT = 3


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def patterns(language: str) -> Patterns:
    """The figure patterns of a language."""
    words, months = part(language, "figures"), part(language, "calendar").MONTHS
    number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
    spelled = _any(list(words.NUMBERS))
    multiplier = _any([m for m in words.MULTIPLIERS if len(m) > 1])
    currency = _any([c for c in words.CURRENCIES if c[-1].isalpha() and c not in ("usd", "eur")])
    sign = r"US\$|\$|€|£|¥|USD|EUR|GBP|RMB|CNY|KZT"
    qualifier = rf"(?:(?P<q>{_any(list(words.QUALIFIERS))})\s+)?"
    # no amount begins within a word: said first, this keeps the expressions from being tried at every letter
    outside = r"(?<![^\W\d_])"
    measure = _any(list(words.MEASURES))
    return Patterns(
        money=re.compile(
            rf"{outside}{qualifier}(?:(?P<sign>{sign})\s?(?P<a>{number})(?:[\s-]?(?P<am>{multiplier}|bn|b|m|k)\b)?"
            rf"|\b(?P<b>{number}|{spelled})(?:[\s-]?(?P<bm>{multiplier}|bn))?[\s-](?P<unit>(?:U\.S\.|US|"
            rf"American) dollars|"
            rf"{currency}|USD|EUR|{measure})\b)",
            re.IGNORECASE,
        ),
        percent=re.compile(rf"{outside}{qualifier}\b(?P<p>{number})\s?(?:%|percent\b|per cent\b|pct\b)", re.IGNORECASE),
        counted=re.compile(rf"{outside}{qualifier}\b{words.COUNTED}", re.IGNORECASE),
        metrics=tuple((metric, re.compile(expression, re.IGNORECASE)) for metric, expression in words.METRICS),
        target=re.compile(words.TARGET, re.IGNORECASE),
        growth=re.compile(words.GROWTH, re.IGNORECASE),
        signed=re.compile(words.SIGNED, re.IGNORECASE),
        unsigned=re.compile(words.UNSIGNED, re.IGNORECASE),
        traded=re.compile(words.TRADED, re.IGNORECASE),
        reached=re.compile(words.REACHED, re.IGNORECASE),
        trade=re.compile(words.TRADE_BESIDE, re.IGNORECASE),
        worded=re.compile(words.WORDED),
        bare=re.compile(
            rf"(?:(?<=\bto )|(?<=\bfrom )|(?<=\bwith )|(?<=\band )|(?<=[.!?] )){qualifier}(?P<b>{number}|"
            rf"{spelled})[\s-](?P<bm>{multiplier}|bn)\b(?!-)",
            re.IGNORECASE,
        ),
        run=re.compile(
            words.RUN.replace("MONTH", _any([m for m in months if len(m) > _SHORT or m == "may"])), re.IGNORECASE
        ),
        open=re.compile(words.OPEN, re.IGNORECASE),
        others=re.compile(words.OTHERS, re.IGNORECASE),
        parting=re.compile(words.PARTING),
        falling=re.compile(words.FALLING, re.IGNORECASE),
        first_year=re.compile(words.FIRST_YEAR),
        built=re.compile(words.BUILT, re.IGNORECASE),
        moved=re.compile(
            outside
            + qualifier
            + words.MOVED.replace("AMOUNT", rf"{number}|{spelled}").replace("MULTIPLIER", multiplier),
            re.IGNORECASE,
        ),
        duty=re.compile(words.DUTY, re.IGNORECASE),
        brought=re.compile(words.BROUGHT, re.IGNORECASE),
        agreed=re.compile(words.AGREED, re.IGNORECASE),
        amount=re.compile(rf"\d\s?(?:{multiplier}|%|percent)|[$€£]\s?\d", re.IGNORECASE),
        months=months,
        words=words,
    )
