"""What is timed and tried: one pass over the articles, each pipe, streams, lengths, variations, the command line."""

from __future__ import annotations

import inspect
import json
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
from rich.progress import track

from extractors.article import Article
from extractors.record import problems
from extractors.summit import SummitReader
from extractors.summit.gate import may_report

ROOT = Path(__file__).resolve().parents[2]
WARM_UP = 30
"""Articles read before the clock starts: the registers are indexed on first use."""
LENGTHS = (1_000, 10_000, 100_000, 200_000)
"""Characters."""
STARTS = 5
_WATCHED = """
import re, sys
from extractors.__main__ import main
code = main(["extract"])
status = open("/proc/self/status").read()
print(re.search(r"VmHWM:\\s+(\\d+) kB", status).group(1), file=sys.stderr)
sys.exit(code)
"""
"""Extracts as the command line does and says its peak memory; the parent's own peak would stand in ru_maxrss."""


@dataclass
class Pass:
    """One pass over the articles: seconds by article, records by article, and what went wrong."""

    seconds: dict[str, float] = field(default_factory=dict)
    tokenizer: dict[str, float] = field(default_factory=dict)
    records: dict[str, list[Any]] = field(default_factory=dict)
    raised: dict[str, str] = field(default_factory=dict)
    broken: dict[str, list[str]] = field(default_factory=dict)
    cpu_share: float = 1.0


@dataclass(frozen=True)
class Child:
    """A run of the command line: wall seconds, peak memory in MiB, what it printed."""

    seconds: float
    mebibytes: float
    out: bytes


def timed_pass(reader: SummitReader, articles: Sequence[Article]) -> Pass:
    """Read every article once, the bare tokenizer beside it; records are checked off the clock."""
    found, bare = Pass(), spacy.blank("en").tokenizer
    for article in articles[:WARM_UP]:
        reader.read(article)
        bare(article.text)
    wall = cpu = 0.0
    for article in track(articles, description="reading"):
        begun, used = time.perf_counter(), time.process_time()
        try:
            records = reader.read(article)
        except Exception as error:  # noqa: BLE001 - which articles break the reader is what is asked
            found.raised[article.key], records = f"{type(error).__name__}: {error}", []
        took = time.perf_counter() - begun
        wall, cpu = wall + took, cpu + time.process_time() - used
        found.seconds[article.key] = took
        begun = time.perf_counter()
        bare(article.text)
        found.tokenizer[article.key] = time.perf_counter() - begun
        found.records[article.key] = list(records)
        bad = [problem for record in records for problem in problems(record)]
        if bad:
            found.broken[article.key] = bad
    found.cpu_share = cpu / wall
    return found


def by_pipe(reader: SummitReader, articles: Sequence[Article]) -> dict[str, float]:
    """Seconds of processor time in each part over the articles; `rest` is what no part accounts for."""
    spent: defaultdict[str, float] = defaultdict(float)
    nlp: Any = reader.nlp

    def clocked(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            begun = time.process_time()
            try:
                return call(*given, **named)
            finally:
                spent[name] += time.process_time() - begun

        return run

    kinds: dict[Any, str] = {type(pipe): name for name, pipe in nlp.pipeline}
    calls = {kind: kind.__call__ for kind in kinds}
    make_doc = nlp.make_doc
    for kind, name in kinds.items():
        kind.__call__ = clocked(name, calls[kind])
    nlp.make_doc = clocked("tokenizer", make_doc)
    begun = time.process_time()
    try:
        for article in articles:
            reader.read(article)
    finally:
        whole = time.process_time() - begun
        nlp.make_doc = make_doc
        for kind, call in calls.items():
            kind.__call__ = call
    begun = time.process_time()
    for article in articles:
        may_report(article.title, article.text)
    spent["gate"] = time.process_time() - begun
    order = ["gate", "tokenizer", *(name for name, _ in nlp.pipeline)]
    parts = {name: spent[name] for name in order}
    return {**parts, "rest": max(0.0, whole - sum(parts.values()))}


def stream_rate(reader: SummitReader, articles: Sequence[Article]) -> float:
    """Articles a second over a stream."""
    begun = time.perf_counter()
    for article in articles:
        reader.read(article)
    return len(articles) / (time.perf_counter() - begun)


def one_in_ten(relevant: Sequence[Article], irrelevant: Sequence[Article], seed: int = 7) -> list[Article]:
    """As long a stream as the articles allow with one relevant in ten, in an order that is the same each time."""
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    size = min(len(relevant), len(irrelevant) // 9)
    drawn = [*chance.sample(list(relevant), size), *chance.sample(list(irrelevant), 9 * size)]
    chance.shuffle(drawn)
    return drawn


def lengths(reader: SummitReader, texts: dict[str, str]) -> list[tuple[str, list[float]]]:
    """Seconds (the best of three) for the first so many characters of each text."""
    return [(name, [min(_once(reader, _of_length(text, size)) for _ in range(3)) for size in LENGTHS])
            for name, text in texts.items()]


def growth_by_part(reader: SummitReader, text: str) -> dict[str, float]:
    """How each part's time grows from the second to the last of LENGTHS, over the growth in length: 1 is linear.

    Parts too quick to tell are left out.
    """
    short, long = LENGTHS[1], LENGTHS[-1]
    before = by_pipe(reader, [_of_length(text, short)] * 3)
    after = by_pipe(reader, [_of_length(text, long)])
    return {name: 3 * after[name] / seconds / (long / short) for name, seconds in before.items() if seconds > 0.001}


def _of_length(text: str, size: int) -> Article:
    # the title takes any text past the gate
    return Article(text=text[:size], title="President arrives for talks in Astana", published_at="2025-03-03")


def _once(reader: SummitReader, article: Article) -> float:
    begun = time.perf_counter()
    reader.read(article)
    return time.perf_counter() - begun


def variations(reader: SummitReader, articles: Sequence[Article], expected: dict[str, list[Any]]) -> list[list[str]]:
    """Whether the records stay the same, byte for byte, in another order and, where `read_many` offers it, in other
    batch sizes and process counts."""
    named = inspect.signature(reader.read_many).parameters
    batch = next((name for name in ("batch_size", "batch") if name in named), None)
    processes = next((name for name in ("n_process", "processes", "process_count") if name in named), None)
    ways: list[tuple[str, list[Article], dict[str, int]]] = [("in reverse order", list(reversed(articles)), {})]
    if batch:
        ways += [(f"batches of {size}", list(articles), {batch: size}) for size in (1, 7, 256)]
    if processes:
        ways += [(f"{count} processes", list(articles), {processes: count}) for count in (1, 2)]
    rows = []
    for name, of, options in ways:
        begun = time.perf_counter()
        read = {article.key: list(records) for article, records in reader.read_many(of, **options)}
        rate = len(of) / (time.perf_counter() - begun)
        changed = [key for key, records in read.items() if dumped(records) != dumped(expected[key])]
        rows.append([name, _agreed(len(read), len(of), changed), f"{rate:.0f}"])
    if not batch:
        rows.append(["other batch sizes", "not offered by `read_many`", ""])
    if not processes:
        rows.append(["other process counts", "not offered by `read_many`", ""])
    return rows


def _agreed(read: int, wanted: int, changed: Sequence[str]) -> str:
    if changed:
        return f"no: {len(changed)} articles, {', '.join(changed[:5])}"
    return "yes" if read == wanted else f"no: {read} of {wanted} articles came back"


def dumped(records: Iterable[Any]) -> str:
    """Records as the command line prints them, a line each."""
    return "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)


def article_lines(articles: Iterable[Article]) -> bytes:
    """Articles as lines of input for the command line."""
    return b"".join(json.dumps(article.to_json()).encode() + b"\n" for article in articles)


def starts(line: bytes) -> list[float]:
    """Wall seconds of `python -m extractors extract` over one article line, several times."""
    return [_extract(line, "-m", "extractors", "extract")[0] for _ in range(STARTS)]


def bare_start() -> float:
    """Wall seconds of the interpreter with spaCy imported and nothing done: the floor under every start."""
    return min(_extract(b"", "-c", "import spacy")[0] for _ in range(STARTS))


def command_line(given: bytes) -> Child:
    """The command line over all articles, in a process of its own with other hashes than this one's."""
    seconds, out, err = _extract(given, "-c", _WATCHED)
    return Child(seconds, int(err.split()[-1]) / 1024, out)


def _extract(given: bytes, *arguments: str) -> tuple[float, bytes, bytes]:
    begun = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, *arguments], input=given, capture_output=True, cwd=ROOT, check=True,
        env=os.environ | {"PYTHONHASHSEED": "random"},
    )
    return time.perf_counter() - begun, done.stdout, done.stderr
