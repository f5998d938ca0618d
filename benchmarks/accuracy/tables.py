"""Tables and figures in Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator


def table(header: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """The lines of a table; every row has a cell for each of `header`."""
    yield f"| {' | '.join(header)} |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield f"| {' | '.join(row)} |"


def number(value: float) -> str:
    """A figure to three places, nothing for NaN."""
    return "" if math.isnan(value) else f"{value:.3f}"
