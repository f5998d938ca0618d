"""Articles that nobody has read an error in: scored as a whole, never listed. Whoever looks at one of their errors says
so and labels others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.accuracy.sets import Read, read_by, samples
from benchmarks.accuracy.tables import table

HELD_OUT = ("wire3.en", "wire5.en", "heldout.en", "heldout2.en")
"""Wire articles of the unlabelled set, and articles written for this project in the manner of agencies."""
_SHOWN = ("relevance", "events_main", "type", "status", "country", "start_date", "participants", "roles", "topics")


def section(contract: Any, shared: Path, read: Read) -> list[str]:
    """The figures on the held-out sets as Markdown, by the contract's scorer. Raises MaterialMissing."""
    rows = []
    for name in HELD_OUT:
        of = read_by(read, samples(shared, name))
        result, _ = contract.score([one.label for one in of], [record for one in of for record in one.records])
        alarms = sum(bool(one.records) for one in of if not one.label["events"])
        irrelevant = sum(not one.label["events"] for one in of)
        rows.append([
            name, str(len(of)), f"{result['record_f1']:.3f}", f"{result['core_exact']:.3f}",
            f"{alarms} of {irrelevant}",
            *(f"{result[field]['f1']:.3f}" for field in _SHOWN),
        ])
    return [
        "## Held out", "",
        "Articles that were labelled for this purpose and in which nobody has read an error: this is what to expect of",
        "articles that the reader was not made on. `wire3.en` are 30 wire articles, `wire5.en` 48 richer in contacts,",
        "`heldout.en` 24 and `heldout2.en` 22 in the manner of agencies (`tests/extractors/articles`).",
        "Fields without a label count nothing, one with a single label counts as much as any.", "",
        *table(["set", "articles", "record_f1", "core exact", "false alarms",
                *(name.replace("_", " ") for name in _SHOWN)], rows), "",
    ]
