"""The section of the report on confidence: reliability tables, and what a threshold would hold back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from benchmarks.accuracy.confidence import (
    BINS,
    Judged,
    bins,
    calibration_error,
    error_by_chance,
    separation,
    squared_error,
)
from benchmarks.accuracy.tables import number, table

THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Ways = Mapping[str, Sequence[Judged]]
"""The same records by how their confidence came about."""


def section(ways: Ways) -> Iterator[str]:
    """The lines of the section; the last of `ways` is the one that the threshold table is about."""
    last = list(ways)[-1]
    yield from (
        "## Confidence", "",
        "Records of all English sets, main and background; right are those whose type, participants, country and start",
        "date are all those of the labelled contact (main or background) that the scorer matches them to.",
        "*Set by hand* are the weights that a person guessed at first. *Fitted, cross-validated* is the method of",
        "`benchmarks.calibrate`, with weights and curve fitted to nine tenths of the stories and asked about the rest,",
        "ten times over. *As shipped* is what records carry: fitted to all of these articles, hence flattering.",
        "Two things flatter the middle one as well: the signs it weighs were chosen on these articles, and so were the",
        "reader's rules, which will be right less often on articles that nobody has seen.", "",
    )  # fmt: skip
    yield from _reliability(ways)
    yield from (
        "",
        "Calibration error is the mean gap of confidence and share right over bins of a tenth; *by chance* is what it",
        "would be for confidences true to the last digit, with so few records. Squared error is Brier's score.",
        "Separation is the chance that a right record has more confidence than a wrong one (0.5 were blind).", "",
    )  # fmt: skip
    rows = [
        [name, str(len(records)), *map(number, (calibration_error(records), error_by_chance(records),
                                                squared_error(records), separation(records)))]
        for name, records in ways.items()
    ]  # fmt: skip
    yield from table(["confidence", "records", "calibration error", "by chance", "squared error", "separation"], rows)
    yield from ("", f"By set, {last}:", "")
    yield from _by_set(ways[last])
    yield from ("", f"What a threshold would hold back for review, {last}:", "")
    yield from _thresholds(ways[last])
    yield ""


def _reliability(ways: Ways) -> Iterator[str]:
    """Records, share right and mean confidence in each bin, the ways side by side."""
    found = {name: {round(b.low, 6): b for b in bins(records)} for name, records in ways.items()}
    rows = []
    for low, high in pairwise([i / BINS for i in range(BINS + 1)]):
        row = [f"{low:.1f}-{high:.1f}"]
        for of in found.values():
            b = of.get(round(low, 6))
            row += ["", "", ""] if b is None else [f"{b.right} of {b.records}", f"{b.share:.2f}", f"{b.mean:.2f}"]
        if any(row[1:]):
            rows.append(row)
    header = [f"{name}: {what}" for name in ways for what in ("right", "share", "mean")]
    yield from table(["confidence", *header], rows)


def _by_set(records: Sequence[Judged]) -> Iterator[str]:
    rows = []
    for name in dict.fromkeys(r.set for r in records):
        for is_main in (True, False):
            own = [r for r in records if r.set == name and r.is_main == is_main]
            if own:
                rows.append([
                    name, "main" if is_main else "background", f"{sum(r.right for r in own)} of {len(own)}",
                    f"{sum(r.right for r in own) / len(own):.2f}", f"{sum(r.confidence for r in own) / len(own):.2f}",
                    number(calibration_error(own)), number(error_by_chance(own)), number(separation(own)),
                ])  # fmt: skip
    yield from table(
        ["set", "records", "right", "share", "mean confidence", "calibration error", "by chance", "separation"], rows
    )


def _thresholds(records: Sequence[Judged]) -> Iterator[str]:
    rows = []
    for threshold in THRESHOLDS:
        held = [r for r in records if r.confidence < threshold]
        counts = [
            f"{sum(r.is_main == is_main for r in one)}"
            for is_main in (True, False)
            for one in ([r for r in held if r.right], [r for r in held if not r.right])
        ]
        rest = [r for r in records if r.confidence >= threshold]
        shown = f"{sum(r.right for r in rest) / len(rest):.2f}" if rest else ""
        rows.append([f"{threshold:g}", *counts, shown])
    yield from table(
        ["under", "main, right", "main, wrong", "background, right", "background, wrong", "right among the rest"], rows
    )
