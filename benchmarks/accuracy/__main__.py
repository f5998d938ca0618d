"""How well are summit records read out of English articles, field by field?

    .venv/bin/python -m benchmarks.accuracy                    writes benchmarks/accuracy.md
    .venv/bin/python -m benchmarks.accuracy --check            only says which goals are missed

Reads the labelled sets in the folder `shared` beside the checkout (`--shared PATH`), scores them with the contract's
own scorer, runs two floors over the same articles, sorts what is wrong into classes, and asks whether a confidence
fitted to other articles means what it says. Then which records tell of one event.
"""

from __future__ import annotations

import argparse
import json
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

from benchmarks.accuracy import events, heldout
from benchmarks.accuracy.goals import ALL, GOALS
from benchmarks.accuracy.measured import Measured, measure
from benchmarks.accuracy.report import markdown
from benchmarks.accuracy.sets import SETS, SHARED, MaterialMissing, samples, scorer
from benchmarks.calibrate.cases import cases
from benchmarks.calibrate.validate import validated
from extractors.article import Article
from extractors.summit import EXTRACTOR_VERSION, reader


def main() -> None:
    """Measure, then write the report and, where asked, the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help=f"the shared material (default {SHARED})")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "accuracy.md", help="the report")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures for other tools, too")
    parser.add_argument("--check", action="store_true", help="print the goals that are missed, write no report")
    arguments = parser.parse_args()
    try:
        contract = scorer(arguments.shared)
        material = {name: samples(arguments.shared, name) for name in SETS}
    except MaterialMissing as error:
        raise SystemExit(str(error)) from error
    judged = validated(cases(contract, [one for of in material.values() for one in of]))
    measured = measure(contract, material, _read, judged)
    if arguments.json:
        arguments.json.write_text(json.dumps(measured.to_json(), indent=1) + "\n", encoding="utf-8")
    if arguments.check:
        print(check(measured))
        return
    unread = heldout.section(contract, arguments.shared, _read)
    resolution = events.section(events.measure(arguments.shared, _read))
    arguments.out.write_text(markdown(measured, _machine(), unread, resolution), encoding="utf-8")
    print(f"{_said(measured)}: {arguments.out}")


def check(measured: Measured) -> str:
    """The goals that are missed, a line each, and the sets whose halves lie too far apart."""
    missed = measured.missed()
    lines = [_said(measured), f"{len(GOALS) - len(missed)} of {len(GOALS)} goals met"]
    lines += [
        f"missed: {goal.name} on {goal.set} is {value:.3f}, goal {'under' if goal.below else 'at least'} "
        f"{goal.bound:g}, short by {goal.missing(value):.3f}"
        for goal, value in missed
    ]
    lines += [f"halves apart: record_f1 on {name}, B less A {gap:+.3f}" for name, gap in measured.apart().items()]
    return "\n".join(lines)


def _said(measured: Measured) -> str:
    return ", ".join(
        f"{name} record_f1 {whole.f1('record_f1'):.3f} core_exact {whole.f1('core_exact'):.3f}"
        for name, whole in measured.sets.items() if name not in (ALL, "seed.en")
    )


def _machine() -> str:
    return (f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, spaCy {version('spacy')}, "
            f"extractor {EXTRACTOR_VERSION}.")


def _read(article: Article) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", reader(article.language).read(article))


if __name__ == "__main__":
    main()
