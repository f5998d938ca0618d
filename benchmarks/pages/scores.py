"""Found against reviewed: shingles of the text, the title, the day, and whether there is an article at all."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.pages.corpus import NewsPage, words
from benchmarks.pages.readers import Found

SIZE = 4  # words of a shingle
NAMES = ("f1", "precision", "recall", "dates", "titles", "title_words", "no_body", "no_text", "lost")
RESAMPLES = 1_000
SEED = 20_251_006


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Score:
    """One page's figures: shares of its text and of its title's words, and 1 or 0 for the rest. `no_body` and `no_text`
    are that "no article" was said of the page without its article (see cutout), `lost` that it was said of the whole
    page."""

    publisher: str
    precision: float
    recall: float
    f1: float
    dates: float
    titles: float
    title_words: float
    lost: float
    no_text: float
    no_body: float


def score(page: NewsPage, found: Found, no_text: Found, no_body: Found) -> Score:
    """Compare what was found on a page, and what was found on it without its text and without the text's container."""
    wanted, got = shingles(page.text), shingles(found.text or "")
    common = (wanted & got).total()
    precision, recall = common / max(got.total(), 1), common / max(wanted.total(), 1)
    f1 = 2 * common / (wanted.total() + got.total())
    return Score(
        page.publisher, precision, recall, f1,
        dates=float((found.date or "")[:10] == page.date),
        titles=float(same_title(found.title, page.title)),
        title_words=_likeness(found.title or "", page.title),
        lost=float(not (found.text or "").strip()),
        no_text=float(not (no_text.text or "").strip()),
        no_body=float(not (no_body.text or "").strip()),
    )


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of SIZE words in a text with how often each comes; a shorter text is one run, an empty one none."""
    found = words(text)
    return Counter(tuple(found[place : place + SIZE]) for place in range(max(1, len(found) - SIZE + 1)) if found)


def same_title(one: str | None, other: str) -> bool:
    """Do two titles have the same letters and digits in the same order? Quotes, dashes and spaces are a matter of
    taste; a site's name or a kicker is not."""
    return one is not None and _letters(one) == _letters(other)


def _likeness(one: str, other: str) -> float:
    left, right = Counter(words(one)), Counter(words(other))
    return 2 * (left & right).total() / max((left + right).total(), 1)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def summary(scores: Sequence[Score]) -> dict[str, Estimate]:
    """The means of NAMES with 95 % intervals: percentile bootstrap that draws whole publishers, since two pages of one
    are alike. Raises ValueError for no scores."""
    if not scores:
        raise ValueError("no pages to sum up")
    publishers = sorted({one.publisher for one in scores})
    weights = np.random.default_rng(SEED).multinomial(
        len(publishers), np.full(len(publishers), 1 / len(publishers)), size=RESAMPLES)
    member: NDArray[np.int64] = np.array([publishers.index(one.publisher) for one in scores])
    result = {}
    for name in NAMES:
        values = np.array([getattr(one, name) for one in scores], dtype=np.float64)
        sums = np.bincount(member, weights=values, minlength=len(publishers))
        counts = np.bincount(member, minlength=len(publishers))
        low, high = np.percentile((weights @ sums) / (weights @ counts), [2.5, 97.5])
        result[name] = Estimate(float(values.mean()), float(low), float(high))
    return result


def ahead(ours: Sequence[Score], theirs: Sequence[Score]) -> Estimate:
    """Our mean F1 less theirs over the same pages in the same order, paired, with the interval of the difference."""
    pairs = [replace(one, f1=one.f1 - other.f1) for one, other in zip(ours, theirs, strict=True)]
    return summary(pairs)["f1"]
