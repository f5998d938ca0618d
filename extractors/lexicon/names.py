"""When two spellings are one name."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ə": "a",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "ß": "ss",
        "-": " ",
        "–": " ",
        "'": "",
        "’": "",
        "‘": "",
        "ʻ": "",
        "ʿ": "",
        "`": "",
        "ь": "",
        "ъ": "",
    }
)
_NOISE = re.compile(r"[^\w ]+")
_SPACE = re.compile(r"\s+")
_RATIO = 0.75
PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "von",
        "van",
        "der",
        "de",
        "da",
        "dos",
        "di",
        "del",
        "la",
        "ben",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sheikh",
        "king",
        "prince",
        "emir",
        "sultan",
        "jr",
        "sr",
        "ii",
        "iii",
        "haji",
        "datuk",
        "seri",
        "tun",
        "tan",
        "sri",
        "dato",
        "h",
        "e",
        "sir",
        "the",
        "of",
    }
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` in lower case without accents, apostrophes and hyphens; words parted by one space."""
    if text.isascii():
        plain = text
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _SPACE.sub(" ", _NOISE.sub(" ", plain.lower().translate(_LETTERS))).strip()


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """The parts of a name that tell persons apart, folded: no titles and no particles."""
    parts = fold(name).split()
    kept = tuple(part for part in parts if part not in PARTICLES)
    return kept or tuple(parts)


@lru_cache(maxsize=65536)
def close(a: str, b: str) -> bool:
    """Whether two folded parts may be one: equal, an initial, or a transliteration (Zhaparov, Japarov)."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if min(len(a), len(b)) < 3:
        return False
    shared = set(a) & set(b)
    if 2 * len(shared) < len(set(a)) or 2 * len(shared) < len(set(b)):
        # too few letters in common for the ratio below, which is dear
        return False
    if 2 * sum(min(a.count(letter), b.count(letter)) for letter in shared) < _RATIO * (len(a) + len(b)):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _RATIO


def within(short: tuple[str, ...], full: tuple[str, ...], exact: bool = False) -> bool:
    """Whether every part of `short` has its own counterpart in `full` (equal, or `close` unless `exact`)."""
    left = list(full)
    for part in short:
        hit = next((other for other in left if part == other), None)
        if hit is None and not exact:
            hit = next((other for other in left if close(part, other)), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


def same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names with all their parts are one person's: two parts agree, or the surname and an initial."""
    if len(a) > len(b):
        a, b = b, a
    left, agreed = list(b), 0
    for part in a:
        hit = next((other for other in left if close(part, other)), None)
        if hit is not None:
            left.remove(hit)
            agreed += 1
    if len(a) <= 1:
        return agreed == len(a) == 1 and len(a[0]) > 1
    return agreed >= 2 or (close(a[-1], b[-1]) and a[0][0] == b[0][0])
