"""How much of two texts is the same? Signatures by which reprints of one text find each other.

MinHash (Broder 1997) over runs of three words: the share of equal places in two signatures estimates the share of runs
that the texts have in common, with a standard error of 0.04. Texts that share a band are worth comparing (Leskovec,
Rajaraman & Ullman, Mining of Massive Datasets, 3.4). The numbers are kept in the warehouse, so neither they nor their
order may change: hence this small code and not a library, whose next version may count otherwise.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

BANDS: Final = 20
ROWS: Final = 6
"""Of two texts that share 0.8 of their runs, 99.8 in 100 share a band; of two that share 0.4, 8 in 100."""

PLACES: Final = BANDS * ROWS
ALIKE: Final = 0.8
"""Likeness from which two texts are the same one, edited: a wire story with another lead, a corrected figure."""

MIN_RUNS: Final = 25
"""Runs of words below which a text is too short to tell: congratulations differ from each other in a name."""

_RUN = 3
_MAX_WORDS = 20_000
_WORD = re.compile(r"\w+")


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8"), digest_size=8).digest(), "big")


_FACTORS: Final[NDArray[np.uint64]] = np.array([_number(f"factor {n}") | 1 for n in range(PLACES)], dtype=np.uint64)
_SHIFTS: Final[NDArray[np.uint64]] = np.array([_number(f"shift {n}") for n in range(PLACES)], dtype=np.uint64)


def signature(text: str) -> tuple[int, ...] | None:
    """PLACES numbers of 31 bits that stand for a text; None for one of fewer than MIN_RUNS runs of words.

    Case, punctuation and line breaks do not count. Words beyond the first 20,000 are not looked at.
    """
    words = _WORD.findall(text.casefold())[:_MAX_WORDS]
    runs = {" ".join(words[n:n + _RUN]) for n in range(len(words) - _RUN + 1)}
    if len(runs) < MIN_RUNS:
        return None
    digests = b"".join(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest() for run in runs)
    hashed = np.frombuffer(digests, dtype=">u8").astype(np.uint64)
    # Multiply-add-shift: a universal family over 64-bit numbers, whose overflow is meant
    least = ((hashed[:, None] * _FACTORS + _SHIFTS) >> np.uint64(33)).min(axis=0)
    return tuple(int(place) for place in least)


def bands(of: tuple[int, ...]) -> tuple[int, ...]:
    """The BANDS keys of a signature, signed 64-bit numbers; like texts most likely have one in common."""
    keys = []
    for band in range(BANDS):
        row = ",".join(map(str, of[band * ROWS:(band + 1) * ROWS]))
        keys.append(int.from_bytes(blake2b(f"{band}:{row}".encode(), digest_size=8).digest(), "big", signed=True))
    return tuple(keys)


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of runs of words that two texts have in common, from 0 to 1, as their signatures estimate it."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / PLACES

