"""The measurements as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.load.contacts import BEGIN
from benchmarks.load.disk import Disk
from benchmarks.load.loading import BATCH, Batch
from benchmarks.load.marts import Timed
from benchmarks.load.quality import Quality
from benchmarks.load.staging import Staging

GOAL_MS = 100
STAGING_GOAL = 0.5
SIZES = (20_000, 1_000_000)
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that was measured of one size: `asked` is that of the command, `machine` says where and when."""

    asked: int
    batches: list[Batch]
    staging: Staging
    marts: list[Timed]
    cookbook: list[Timed]
    disk: Disk
    quality: Quality
    machine: str

    @property
    def records(self) -> int:
        """How many were loaded."""
        return sum(one.records for one in self.batches)


@dataclass(frozen=True, slots=True)
class Tenth:
    """A tenth of a run's batches: records a second by the clock, and milliseconds a record."""

    rate: float
    load: float
    publish: float
    worker: float
    server: float


def tenths(batches: Sequence[Batch]) -> list[Tenth]:
    """The run in ten parts of as many batches; fewer where there are fewer batches."""
    parts = min(10, len(batches))
    cut = [batches[len(batches) * n // parts : len(batches) * (n + 1) // parts] for n in range(parts)]
    return [_tenth(part) for part in cut]


def _tenth(batches: Sequence[Batch]) -> Tenth:
    records = sum(one.records for one in batches)
    ms = 1000 / records
    return Tenth(
        records / sum(one.wall for one in batches),
        ms * sum(one.load for one in batches),
        ms * sum(one.publish for one in batches),
        ms * sum(one.worker for one in batches),
        ms * sum(one.server for one in batches),
    )


def markdown(runs: Sequence[Run]) -> str:
    """The report over the runs, smallest first; the largest in detail."""
    largest, sizes = runs[-1], " ".join(str(run.asked) for run in runs)
    lines = [
        "# The warehouse at size: loading, events, questions, disk",
        "",
        "Made-up records, as many to a day as a busy world's news (`benchmarks/load/made.py`): contacts of states and "
        "organizations",
        f"from {BEGIN.year} on, each told by one to five sources with gaps, slips and other spellings, "
        f"announced, put off "
        "and called off;",
        "no sentence in them is real. Taken in by the code of an ingest from staging on "
        f"({BATCH:,} articles a batch, one worker), into a",
        "PostgreSQL of its own with the local stack's settings and its durability on. Pages, the reader and Great "
        "Expectations are",
        f"not part of it. Repeat it with `.venv/bin/python -m benchmarks.load {sizes}`.",
        "",
        *_staging(largest.staging),
        "## Loading and resolution",
        "",
        "From staging to what analysts see. Another process makes and stages the next batches meanwhile, so "
        "that both cores are "
        "in use;",
        "the server's processor time is of both.",
        "",
        *_table(
            [
                "records",
                "articles",
                "load and publish, records/s",
                "staging, ms a record",
                "worker, ms",
                "server, ms",
                "peak memory, worker",
                "server",
            ],
            [_sized(run) for run in runs],
        ),
        "",
    ]
    for run in runs:
        lines += _flat(run)
    lines += [*_quality(runs), *_marts(largest), *_cookbook(largest), *_disk(largest)]
    missing = [f"{size:,}" for size in SIZES if not any(run.records >= size for run in runs)]
    if missing:
        lines += [f"Not run: {' and '.join(missing)} records.", ""]
    return "\n".join([*lines, f"{largest.machine}", ""])


def _staging(found: Staging) -> list[str]:
    def rate(seconds: float) -> str:
        return f"{found.bytes / _MIB / seconds:.1f} MiB/s, {found.records / seconds:,.0f} records/s"

    verdict = "held" if found.ratio >= STAGING_GOAL else "missed"
    return [
        "## Staging beside a bare COPY",
        "",
        f"A batch of {found.articles:,} articles with {found.records:,} records ({found.bytes / _MIB:.1f} "
        f"MiB as COPY sends "
        "it), each way in turn, medians:",
        "",
        *_table(
            ["way", "speed"],
            [
                ["staging: articles and records made rows, contract and evidence checked, COPY", rate(found.whole)],
                ["psycopg COPY of the same rows, value by value, into tables without anything", rate(found.rows)],
                ["psycopg COPY of the same bytes from a buffer", rate(found.bare)],
            ],
        ),
        "",
        f"Staging reaches {found.ratio:.0%} of the bare COPY of the same rows (goal {STAGING_GOAL:.0%}: {verdict}), "
        f"{found.bare_ratio:.0%} of that from a buffer.",
        "",
    ]


def _sized(run: Run) -> list[str]:
    whole = _tenth(run.batches)
    return [
        f"{run.records:,}",
        f"{sum(one.articles for one in run.batches):,}",
        f"{whole.rate:,.0f}",
        f"{1000 * sum(one.stage for one in run.batches) / run.records:.2f}",
        f"{whole.worker:.2f}",
        f"{whole.server:.2f}",
        f"{max(one.worker_memory for one in run.batches):.0f} MiB",
        f"{max(one.server_memory for one in run.batches):.0f} MiB",
    ]


def _flat(run: Run) -> list[str]:
    found = tenths(run.batches)
    rows = [
        [
            str(n),
            f"{one.rate:,.0f}",
            f"{one.load:.2f}",
            f"{one.publish:.2f}",
            f"{one.worker:.2f}",
            f"{one.server:.2f}",
        ]
        for n, one in enumerate(found, 1)
    ]
    return [
        f"Tenth by tenth over {run.records:,} records, milliseconds a record:",
        "",
        *_table(
            ["tenth", "records/s", "load, clock", "publish, clock", "worker's processor", "server's processor"], rows
        ),
        "",
        f"From the first to the last tenth the rate changes by {found[-1].rate / found[0].rate - 1:+.0%}.",
        "",
    ]


def _quality(runs: Sequence[Run]) -> list[str]:
    rows = [
        [
            f"{one.records:,}",
            f"{one.contacts:,}",
            f"{one.events:,}",
            f"{one.whole / one.contacts:.1%}",
            f"{one.precision:.3f}",
            f"{one.recall:.3f}",
            f"{one.f1:.3f}",
        ]
        for one in (run.quality for run in runs)
    ]
    return [
        "## Events against the truth",
        "",
        "The generator knows what really took place. It writes as agencies do, but no real article: how "
        "well real ones are "
        "resolved",
        "is in [accuracy.md](accuracy.md).",
        "",
        *_table(
            ["records", "real contacts", "events", "contacts whole and alone", "B-cubed precision", "recall", "F1"],
            rows,
        ),
        "",
    ]


def _marts(run: Run) -> list[str]:
    slow = [one.name for one in run.marts if one.p95 > GOAL_MS]
    verdict = f"Above {GOAL_MS} ms at p95: {', '.join(slow)}." if slow else f"All are under {GOAL_MS} ms at p95."
    return [
        f"## Questions to the marts at {run.records:,} records",
        "",
        "As the analyst, from the question to the last row at the client, in milliseconds; half of the "
        "parameters are the "
        "busiest",
        "pairs, persons and events, half are drawn at random. *Cold* is the first question of a session.",
        "",
        *_table(
            ["question", "cold", "p50", "p95", "worst", "rows p50", "rows most"], [_timed(one) for one in run.marts]
        ),
        "",
        verdict,
        "",
    ]


def _cookbook(run: Run) -> list[str]:
    return [
        "## The cookbook",
        "",
        "The questions of `sql/cookbook` as they stand there. Those that count through everything that ever "
        "took place read "
        "all of",
        "it; milliseconds.",
        "",
        *_table(
            ["question", "cold", "p50", "rows"],
            [[one.name, f"{one.cold:,.0f}", f"{one.p50:,.0f}", f"{one.most_rows:,}"] for one in run.cookbook],
        ),
        "",
    ]


def _timed(one: Timed) -> list[str]:
    return [
        one.name,
        *(f"{value:.1f}" for value in (one.cold, one.p50, one.p95, one.worst)),
        f"{one.rows:,}",
        f"{one.most_rows:,}",
    ]


def _disk(run: Run) -> list[str]:
    records = run.records
    rows = [
        [
            one.name,
            f"{one.rows:,}",
            f"{one.heap / _MIB:,.0f} MiB",
            f"{one.indexes / _MIB:,.0f} MiB",
            f"{(one.heap + one.indexes) / records:,.0f}",
        ]
        for one in run.disk.tables
    ]
    return [
        "## Disk",
        "",
        f"{run.disk.total / records:,.0f} bytes a record, {run.disk.total / _MIB:,.0f} MiB in all, after "
        f"VACUUM; captures and "
        "feed entries are not part of it.",
        "",
        *_table(["table", "rows", "rows and long values", "indexes", "bytes a record"], rows),
        "",
        "Largest indexes: "
        + ", ".join(f"`{name}` {size / records:,.0f} bytes a record" for name, size in run.disk.indexes)
        + ".",
        "",
    ]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads), *(f"| {' | '.join(row)} |" for row in rows)]
