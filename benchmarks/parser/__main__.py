"""What does a dependency parser add to the rules on labelled articles?

    .venv/bin/python -m benchmarks.parser                               the parser trained here
    .venv/bin/python -m benchmarks.parser en_core_web_sm a/folder       other models
    .venv/bin/python -m benchmarks.parser --also ARTICLES LABELS        on labelled articles of yours, too
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.accuracy import sets
from benchmarks.accuracy.tables import table
from benchmarks.parser.measure import HEAD, labelled, rows

TRAINED = Path(__file__).parent / "training" / "en_syntax"


def main() -> None:
    """Prints a table, a line a set and reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="*", help="installed spaCy models or folders of them")
    parser.add_argument("--shared", type=Path, default=sets.SHARED, help="the shared material (default %(default)s)")
    parser.add_argument("--also", nargs=2, type=Path, action="append", default=[], metavar=("ARTICLES", "LABELS"))
    given = parser.parse_args()
    samples = {name: sets.samples(given.shared, name) for name in sets.SETS[:3]}
    samples["these together"] = [one for of in samples.values() for one in of]
    for articles, labels in given.also:
        samples[articles.stem] = labelled(articles, labels)
    found = rows(sets.scorer(given.shared), samples, ["", *(given.models or [str(TRAINED)])])
    for line in table(HEAD, (row.cells() for row in found)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
