"""How fast are summit records read, at what cost in memory, and does any article break the reader?

    .venv/bin/python -m benchmarks.speed

Reads the unlabelled English articles of the folder `shared` beside the checkout (`--shared PATH`) on one core, article
by article, beside spaCy's bare tokenizer in the same run, and writes the figures to benchmarks/speed.md.
"""

from __future__ import annotations

import argparse
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psutil

from benchmarks.accuracy.sets import SHARED, MaterialMissing, lines, samples
from benchmarks.speed import runs
from benchmarks.speed.report import Timings, markdown, said
from extractors.article import Article
from extractors.summit import EXTRACTOR_VERSION, reader
from extractors.summit.gate import may_report

SENTENCE = "The presidents of Kazakhstan and Türkiye held talks in Astana on Monday and discussed trade. "
EVERY = 3
"""Pipes are timed on every third article: their shares need no more."""


def main() -> None:
    """Time everything and write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help=f"the shared material (default {SHARED})")
    parser.add_argument("--articles", type=int, help="only the first so many")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "speed.md", help="the report")
    arguments = parser.parse_args()
    path = arguments.shared / "dev" / "unlabelled.en.jsonl"
    try:
        articles = [Article.from_json(line) for line in lines(path)][: arguments.articles]
        labelled = [one.article for name in ("wire.en", "written.en") for one in samples(arguments.shared, name)
                    if one.label["events"]]
    except MaterialMissing as error:
        raise SystemExit(str(error)) from error
    starts = runs.starts(runs.article_lines(labelled[:1]))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    timed = measure(articles, labelled, starts)
    arguments.out.write_text(markdown(timed, _machine()), encoding="utf-8")
    print(f"{said(timed)}: {arguments.out}")


def measure(articles: list[Article], labelled: list[Article], starts: list[float]) -> Timings:
    """All timings over the articles; one that raises in the first pass is named and left out of the others."""
    english = reader("en")
    whole = runs.timed_pass(english, articles)
    articles = [article for article in articles if article.key not in whole.raised]
    relevant = [article for article in articles if whole.records[article.key]]
    irrelevant = [article for article in articles if not whole.records[article.key]]
    mixed = runs.one_in_ten(relevant, irrelevant)
    child = runs.command_line(runs.article_lines(articles))
    thirds = articles[::EVERY]
    joined = "\n".join(article.text for article in relevant)
    texts = {
        "articles with a contact, joined": joined,
        "the same in one paragraph": joined.replace("\n", " "),
        "one sentence again and again": SENTENCE * (runs.LENGTHS[-1] // len(SENTENCE) + 1),
        "no space at all": "x" * runs.LENGTHS[-1],
    }
    return Timings(
        whole=whole,
        characters=sum(len(article.text) for article in articles),
        gated=sum(may_report(article.title, article.text) for article in articles),
        parts=runs.by_pipe(english, thirds),
        parts_of=len(thirds),
        growth=runs.growth_by_part(english, joined),
        mixed=(len(mixed), runs.stream_rate(english, mixed)),
        relevant=(len(relevant), runs.stream_rate(english, relevant)),
        labelled=(len(labelled), runs.stream_rate(english, labelled)) if labelled else None,
        lengths=runs.lengths(english, texts),
        variations=runs.variations(english, articles, whole.records),
        child=child,
        child_same=child.out.decode("utf-8") == runs.dumped(
            record for article in articles for record in whole.records[article.key]),
        starts=starts,
        bare_start=runs.bare_start(),
    )


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return (f"{datetime.now(UTC):%Y-%m-%d}, one of {os.cpu_count()} cores, {memory:.0f} GiB, "
            f"Python {platform.python_version()}, spaCy {version('spacy')}, extractor {EXTRACTOR_VERSION}.")


if __name__ == "__main__":
    main()
