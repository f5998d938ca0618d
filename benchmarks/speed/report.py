"""The timings as Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.speed.runs import LENGTHS, WARM_UP, Child, Pass

SLOW_SECONDS = 2.0
AIMS = {"mixed": 100.0, "relevant": 30.0, "start": 1.5, "memory": 500.0}
"""Articles a second on one relevant in ten and on relevant ones alone, seconds to start, MiB at most."""


@dataclass(frozen=True)
class Timings:
    """Everything measured, in seconds, MiB and articles a second."""

    whole: Pass
    characters: int
    gated: int
    parts: dict[str, float]
    parts_of: int
    growth: dict[str, float]
    mixed: tuple[int, float]
    relevant: tuple[int, float]
    labelled: tuple[int, float] | None
    lengths: list[tuple[str, list[float]]]
    variations: list[list[str]]
    child: Child
    child_same: bool
    starts: list[float]
    bare_start: float

    @property
    def slow(self) -> list[str]:
        """Ids of the articles over SLOW_SECONDS."""
        return [key for key, seconds in self.whole.seconds.items() if seconds > SLOW_SECONDS]


def markdown(timed: Timings, machine: str) -> str:
    """The report."""
    parts = [_rates(timed), _pass(timed), _pipes(timed), _lengths(timed), _sound(timed), [machine, ""]]
    return "\n".join(line for part in parts for line in part)


def said(timed: Timings) -> str:
    """The figures in one line."""
    ms = _ms(timed.whole.seconds.values())
    start = statistics.median(timed.starts)
    return (f"{timed.mixed[1]:.0f} articles/s on one relevant in ten, {timed.relevant[1]:.0f} on relevant ones, "
            f"p50 {ms['p50']} ms, p95 {ms['p95']} ms, max {ms['max']} ms, start {start:.2f} s, "
            f"{timed.child.mebibytes:.0f} MiB")


def _rates(timed: Timings) -> list[str]:
    start = statistics.median(timed.starts)
    rows = [
        ["stream with one relevant article in ten", f"{timed.mixed[1]:.0f} articles/s", f"{timed.mixed[0]} articles",
         f"≥ {AIMS['mixed']:g}", _met(timed.mixed[1] >= AIMS["mixed"])],
        ["relevant articles alone", f"{timed.relevant[1]:.0f} articles/s", f"{timed.relevant[0]} articles",
         f"≥ {AIMS['relevant']:g}", _met(timed.relevant[1] >= AIMS["relevant"])],
        ["start-up, `python -m extractors extract` with one article", f"{start:.2f} s",
         f"median of {len(timed.starts)}; Python with spaCy imported {timed.bare_start:.2f} s",
         f"≤ {AIMS['start']:g}", _met(start <= AIMS["start"])],
        ["peak memory over the whole set", f"{timed.child.mebibytes:.0f} MiB", "in a process of its own",
         f"≤ {AIMS['memory']:g}", _met(timed.child.mebibytes <= AIMS["memory"])],
    ]
    if timed.labelled:
        rows.insert(2, ["relevant by their labels alone (wire and written)", f"{timed.labelled[1]:.0f} articles/s",
                        f"{timed.labelled[0]} articles", "", ""])
    return [
        "# Speed: summit records out of English articles", "",
        f"{len(timed.whole.seconds):,} unlabelled English articles ({timed.characters / 1e6:.1f} million characters),",
        f"one process on one core, article by article, after a warm-up of {WARM_UP}. *Relevant* are here the articles",
        "that yield a record. Repeat it with `.venv/bin/python -m benchmarks.speed`.", "",
        *_table(["", "reached", "", "aim", "met"], rows), "",
    ]


def _pass(timed: Timings) -> list[str]:
    whole = timed.whole
    yielding = [key for key, records in whole.records.items() if records]
    groups = {
        "all": whole.seconds,
        "with a record": {key: whole.seconds[key] for key in yielding},
        "without a record": {key: s for key, s in whole.seconds.items() if not whole.records[key]},
        "spaCy's bare tokenizer, all": whole.tokenizer,
    }
    rows = []
    for name, seconds in groups.items():
        if seconds:
            ms = _ms(seconds.values())
            rows.append([name, str(len(seconds)), f"{len(seconds) / sum(seconds.values()):.0f}", *ms.values()])
    ratio = sum(whole.seconds.values()) / sum(whole.tokenizer.values())
    return [
        "## One article", "",
        *_table(["articles", "count", "articles/s", "p50 ms", "p95 ms", "max ms"], rows), "",
        f"The reader takes {ratio:.1f} times as long as the bare tokenizer (`spacy.blank(\"en\").tokenizer`) over the",
        f"same texts in the same run; {whole.cpu_share:.0%} of its wall time was its own processor time. The gate lets",
        f"{timed.gated / len(whole.seconds):.1%} of the articles through to the pipes. The command line, with JSON,",
        f"read all in {timed.child.seconds:.1f} s.", "",
    ]


def _pipes(timed: Timings) -> list[str]:
    whole = sum(timed.parts.values())
    rows = [[name, f"{1000 * seconds / timed.parts_of:.2f}", f"{seconds / whole:.1%}",
             f"{timed.growth[name]:.1f}" if name in timed.growth else ""] for name, seconds in timed.parts.items()]
    return ["## Each pipe", "",
            f"Mean over {timed.parts_of} articles of the set, every third; *rest* is evening titles and building",
            f"records. Growth is that of its time from {LENGTHS[1]:,} to {LENGTHS[-1]:,} characters over that of the",
            "length: 1 is linear; empty where it is too quick to tell.", "",
            *_table(["part", "ms an article", "share", "growth"], rows), ""]


def _lengths(timed: Timings) -> list[str]:
    rows = []
    for name, seconds in timed.lengths:
        rows.append([name, *(f"{1000 * one:.1f} ms ({1e6 * one / size:.2f})"
                             for one, size in zip(seconds, LENGTHS, strict=True)),
                     f"{seconds[-1] / seconds[1] / (LENGTHS[-1] / LENGTHS[1]):.2f}"])
    return ["## Length", "",
            "Best of three; in brackets ms per 1,000 characters. The last column is the growth from 10,000 to 200,000",
            "characters over that of the length: 1 is linear.", "",
            *_table(["text", *(f"{size:,} characters" for size in LENGTHS), "growth"], rows), ""]


def _sound(timed: Timings) -> list[str]:
    whole = timed.whole
    records = sum(map(len, whole.records.values()))
    rows = [
        ["articles that raise an exception", _count(list(whole.raised))],
        [f"articles with a record that breaks the contract ({records:,} records)", _count(list(whole.broken))],
        [f"articles over {SLOW_SECONDS:g} s", _count(timed.slow)],
        ["output of another process with other hashes the same, byte for byte", "yes" if timed.child_same else "no"],
    ]
    return ["## Soundness", "", *_table(["", ""], rows), "",
            "The same records, byte for byte, over the whole set:", "",
            *_table(["read", "same", "articles/s"], timed.variations), ""]


def _count(keys: Sequence[str]) -> str:
    return f"{len(keys)}: {ids(keys)}" if keys else "none"


def ids(keys: Sequence[str], shown: int = 5) -> str:
    """Up to `shown` ids, and how many more there are."""
    more = f" and {len(keys) - shown} more" if len(keys) > shown else ""
    return ", ".join(f"`{key}`" for key in keys[:shown]) + more


def _ms(seconds: Iterable[float]) -> dict[str, str]:
    ranked = sorted(seconds)
    p95 = statistics.quantiles(ranked, n=20, method="inclusive")[18] if len(ranked) > 1 else ranked[0]
    p50 = statistics.median(ranked)
    return {"p50": f"{1000 * p50:.2f}", "p95": f"{1000 * p95:.2f}", "max": f"{1000 * ranked[-1]:.1f}"}


def _met(yes: bool) -> str:
    return "yes" if yes else "no"


def _table(header: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield f"| {' | '.join(row)} |"
