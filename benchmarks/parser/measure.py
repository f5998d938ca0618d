"""What the second opinion adds to the rules on labelled articles, and what it costs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy import sets
from benchmarks.accuracy.sets import Sample
from extractors.article import Article
from extractors.summit import SummitReader

FIGURES = ("events_main", "events_all", "participants")


@dataclass(frozen=True)
class Row:
    """The figures of one reader on one set; `milliseconds` is processor time an article."""

    set: str
    reader: str
    articles: int
    scores: dict[str, Any]
    milliseconds: float

    def cells(self) -> list[str]:
        """The row of the report's table."""
        every = self.scores["events_all"]
        return [
            self.set,
            self.reader,
            str(self.articles),
            *(f"{self.scores[name]:.3f}" for name in ("record_f1", "core_exact")),
            *(f"{self.scores[name]['f1']:.3f}" for name in FIGURES),
            f"{every['p']:.3f}",
            f"{every['r']:.3f}",
            f"{self.milliseconds:.1f}",
        ]


HEAD = ["set", "reader", "articles", "record_f1", "core exact", "main events", "all events", "participants",
        "all events P", "all events R", "ms an article"]


def labelled(articles: Path, labels: Path) -> list[Sample]:
    """The articles of a JSON-lines file that have a label in the other."""
    known = {label["id"]: label for label in sets.lines(labels)}
    read = [Article.from_json(line) for line in sets.lines(articles)]
    return [Sample(articles.stem, article, known[article.key]) for article in read if article.key in known]


def rows(scorer: Any, samples: dict[str, list[Sample]], models: Sequence[str]) -> Iterable[Row]:
    """Each set read with each model ("" is the rules alone)."""
    readers = {Path(model).name or "rules alone": SummitReader("en", model=model) for model in models}
    for name, of in samples.items():
        for shown, reader in readers.items():
            # registers, rules and the model are loaded on first use
            for sample in of[:20]:
                reader.read(sample.article)
            begun = time.process_time()
            records = [record for sample in of for record in reader.read(sample.article)]
            took = time.process_time() - begun
            scores, _ = scorer.score([sample.label for sample in of], records)
            yield Row(name, shown, len(of), scores, 1000 * took / len(of))
