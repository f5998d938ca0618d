"""All readers over all pages, and over the same pages without their articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from benchmarks.pages.corpus import NewsPage
from benchmarks.pages.cutout import without_article, without_body
from benchmarks.pages.readers import OURS, Found, Reader
from benchmarks.pages.scores import Estimate, Score, ahead, score, summary
from benchmarks.pages.worker import run

ROUNDS = 2
"""Readings of each whole page, of which the fastest counts: other work on the machine only ever adds."""


@dataclass(frozen=True)
class Result:
    """One reader's figures: by name in scores.NAMES, CPU milliseconds a page, resident megabytes, exceptions."""

    reader: Reader
    scores: list[Score]
    halves: list[str]
    figures: dict[str, Estimate]
    cpu_ms: float
    cpu_ms_median: float
    start_mb: float
    peak_mb: float
    failed: int

    def by_half(self) -> dict[str, list[Score]]:
        """The pages' scores by the half of the publishers that each belongs to."""
        return {
            half: [one for one, its in zip(self.scores, self.halves, strict=True) if its == half]
            for half in sorted(set(self.halves))
        }

    def to_json(self) -> dict[str, Any]:
        """Everything but the single pages."""
        return {
            "reader": self.reader.name, "version": self.reader.version,
            "figures": {name: asdict(figure) for name, figure in self.figures.items()},
            "cpu_ms": self.cpu_ms, "cpu_ms_median": self.cpu_ms_median, "start_mb": self.start_mb,
            "peak_mb": self.peak_mb, "failed": self.failed,
        }


@dataclass(frozen=True)
class Measured:
    """A run: the pages, each reader's result, and how far ours is ahead of each other one on F1 (paired)."""

    pages: list[NewsPage]
    results: list[Result]
    ahead: dict[str, Estimate]

    @property
    def ours(self) -> Result:
        """Our own reader's result."""
        return next(result for result in self.results if result.reader.name == OURS)


def measure(pages: Sequence[NewsPage], readers: Sequence[Reader], said: Callable[[str], None]) -> Measured:
    """Run every reader, each in processes of its own; `said` is told what goes on. Raises WorkerFailed."""
    said(f"cutting the articles out of {len(pages)} pages")
    whole = [(page.id, page.url, page.html) for page in pages]
    no_text = [(page.id, page.url, without_article(page.html, page.text)) for page in pages]
    no_body = [(page.id, page.url, without_body(page.html, page.text)) for page in pages]
    results = []
    for reader in readers:
        said(reader.name)
        on_whole = run(reader, whole, ROUNDS)
        text: dict[str, Found] = {}
        body: dict[str, Found] = {}
        if "text" in reader.gives:  # else there is nothing to refuse
            text, body = run(reader, no_text).found, run(reader, no_body).found
        nothing = Found()
        scores = [
            score(page, on_whole.found[page.id], text.get(page.id, nothing), body.get(page.id, nothing))
            for page in pages
        ]
        cpu = list(on_whole.cpu_ms.values())
        results.append(Result(
            reader, scores, [page.half for page in pages], summary(scores), sum(cpu) / len(cpu), median(cpu),
            on_whole.start_mb, on_whole.peak_mb, len(on_whole.failed)))
    ours = next(result.scores for result in results if result.reader.name == OURS)
    return Measured(list(pages), results, {
        result.reader.name: ahead(ours, result.scores) for result in results
        if result.reader.name != OURS and "text" in result.reader.gives
    })
