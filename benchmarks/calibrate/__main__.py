"""Fit the reader's confidence to the labelled English articles.

    .venv/bin/python -m benchmarks.calibrate                   writes extractors/summit/confidence/calibration.json
    .venv/bin/python -m benchmarks.calibrate --check           writes nothing; fails where a fit would differ

Reads the labelled sets in the folder `shared` beside the checkout (`--shared PATH`). A record counts as right when its
type, participants, country and start date are all those of the labelled contact that the contract's scorer matches it
to, background contacts included. To be run again whenever the reader's rules have changed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy.confidence import Judged, calibration_error, error_by_chance, separation, squared_error
from benchmarks.accuracy.sets import SETS, SHARED, MaterialMissing, samples, scorer
from benchmarks.calibrate.cases import Case, cases
from benchmarks.calibrate.fit import FOLDS, LEAST, RIDGE, fit
from benchmarks.calibrate.validate import FITTED, validated
from extractors.summit.confidence.calibration import Calibration

OUT = Path(__file__).parents[2] / "extractors" / "summit" / "confidence" / "calibration.json"


def main() -> None:
    """Fit, say what it is worth, and write it unless only asked to check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help=f"the shared material (default {SHARED})")
    parser.add_argument("--out", type=Path, default=OUT, help="the calibration")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the calibration would differ")
    arguments = parser.parse_args()
    try:
        contract = scorer(arguments.shared)
        material = [one for name in SETS for one in samples(arguments.shared, name)]
    except MaterialMissing as error:
        raise SystemExit(str(error)) from error
    found = cases(contract, material)
    try:
        calibration, worth = fit(found), validated(found)
    except ValueError as error:
        raise SystemExit(str(error)) from error
    written = text(calibration, found, worth[FITTED])
    print("\n".join(f"{name:24}{said(records)}" for name, records in worth.items()))
    print("\n".join(f"  {sign:12}{weight:.2f}" for sign, weight in calibration.weights.items()))
    if arguments.check:
        same = arguments.out.is_file() and arguments.out.read_text(encoding="utf-8") == written
        print(f"{arguments.out} {'is up to date' if same else 'would differ'}")
        raise SystemExit(0 if same else 1)
    arguments.out.write_text(written, encoding="utf-8")
    print(arguments.out)


def text(calibration: Calibration, found: Sequence[Case], worth: Sequence[Judged]) -> str:
    """calibration.json: what the pipe reads, and what it was fitted to; the same for the same cases."""
    data: dict[str, Any] = {
        "source": "Fitted by benchmarks.calibrate to the labelled English articles of the contract "
                  "(no text of theirs is in here).",
        "method": f"Logistic regression (ridge {RIDGE:g}, no weight below 0), then isotonic regression over stretches "
                  f"of at least {LEAST} records on scores from {FOLDS} folds by story.",
        "records": dict(sorted(Counter(case.set for case in found).items())),
        "right": dict(sorted(Counter(case.set for case in found if case.right).items())),
        "cross_validated": {"calibration_error": round(calibration_error(worth), 3),
                            "squared_error": round(squared_error(worth), 3),
                            "separation": round(separation(worth), 3)},
        **calibration.to_json(),
    }
    return json.dumps(data, indent=1) + "\n"


def said(records: Sequence[Judged]) -> str:
    """What confidences are worth, in a line."""
    return (f"calibration error {calibration_error(records):.3f} (by chance {error_by_chance(records):.3f}), "
            f"squared error {squared_error(records):.3f}, separation {separation(records):.3f}, "
            f"{len(records)} records, {sum(r.right for r in records)} right")


if __name__ == "__main__":
    main()
