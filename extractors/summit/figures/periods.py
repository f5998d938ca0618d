"""Of when a figure is: the year, quarter or run of months named beside it."""

from __future__ import annotations

import re

from extractors.summit.figures.patterns import Patterns
from extractors.summit.reading import Reading, Sentence

_YEARLY = frozenset({"year", "period", "month"})
_OTHER = 60
"""What it costs a period that another amount stands between."""
_HALF = 6
_QUARTER = 3
_LAST_MONTH = 12


def period(found: Reading, sentence: Sentence, start: int, end: int, use: Patterns) -> str | None:
    """The period that stands nearest to the amount at [start, end) in its sentence, those after it first: `2024`,
    `2024-05`, `2024-Q1`, `2024-01/2024-08`; None where none is named or the article has no date to count from."""
    named: list[tuple[int, str]] = []
    spans: list[tuple[int, int]] = []
    for match in use.run.finditer(found.text, sentence.start, sentence.end):
        value = _run(found, match, use)
        if value is not None:
            named.append((_distance(found.text, match.start(), match.end(), start, end, use), value))
            spans.append(match.span())
    for mention in found.dates:
        if not sentence.start <= mention.start < sentence.end or mention.kind not in _YEARLY:
            continue
        if any(s <= mention.start < e for s, e in spans):
            continue
        if use.open.search(found.text[max(sentence.start, mention.start - 12) : mention.start]):
            continue
        when = mention.when(found.today, future=False)
        if when is not None and when.precision in ("year", "month"):
            named.append((_distance(found.text, mention.start, mention.end, start, end, use), when.first))
    if sentence.start <= start and found.today is not None:
        # the first word of a sentence has a capital that hides it from the dates pipe
        first = use.first_year.match(found.text, sentence.start, start)
        if first is not None:
            year = int(first["year"]) if first["year"] else found.today.year - 1
            named.append((_distance(found.text, first.start(), first.end(), start, end, use), str(year)))
    return min(named)[1] if named else None


def _distance(text: str, first: int, last: int, start: int, end: int, use: Patterns) -> int:
    # English names the period after the amount; before it stands more often that of another amount
    if first >= end:
        return first - end + _OTHER * bool(use.amount.search(text, end, first))
    return (start - last) * 2 + _OTHER * bool(use.amount.search(text, last, start))


def _run(found: Reading, match: re.Match[str], use: Patterns) -> str | None:
    if match["year"] and match["year"].isdigit():
        year = int(match["year"])
    elif found.today is None:
        return None
    else:
        year = found.today.year
    first, last = 1, _LAST_MONTH
    if match["quarter"]:
        quarter = use.words.ORDINALS[match["quarter"].lower()]
        first, last = quarter * _QUARTER - 2, quarter * _QUARTER
    elif match["half"]:
        first, last = (1, _HALF) if match["half"].lower() == "first" else (_HALF + 1, _LAST_MONTH)
    elif match["months"]:
        word = match["months"].lower()
        last = int(word) if word.isdigit() else int(use.words.NUMBERS.get(word, 0))
    else:
        first, last = use.months[match["from"].lower()], use.months[match["to"].lower()]
    if not 1 <= first <= last <= _LAST_MONTH:
        return None
    if not (match["year"] or "").isdigit() and found.today is not None:
        # months that are not over yet are those of the year before
        year -= 1 if (match["year"] or "").lower().startswith("last") or last > found.today.month else 0
    if match["quarter"]:
        return f"{year}-Q{last // _QUARTER}"
    return f"{year}-{first:02d}/{year}-{last:02d}"
