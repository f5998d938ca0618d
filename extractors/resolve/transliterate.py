"""How would a name in Cyrillic be written in Latin letters, so that it can be laid beside one that already
is?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extractors.lexicon import names

_LETTERS: Final = {
    "а": "a",
    "ә": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "ғ": "g",
    "д": "d",
    "е": "e",
    "ё": "io",
    "ж": "j",
    "з": "z",
    "и": "i",
    "й": "i",
    "і": "i",
    "ї": "i",
    "є": "e",
    "к": "k",
    "қ": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "ң": "n",
    "о": "o",
    "ө": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ұ": "u",
    "ү": "u",
    "ў": "u",
    "ф": "f",
    "х": "h",
    "һ": "h",
    "ҳ": "h",
    "ц": "c",
    "ч": "ch",
    "ҷ": "j",
    "ш": "sh",
    "щ": "sh",
    "ъ": "",
    "ы": "i",
    "ь": "",
    "э": "e",
    "ю": "iu",
    "я": "ia",
    "ґ": "g",
    "ҕ": "g",
    "ӣ": "i",
    "ӯ": "u",
}
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_ALIKE: Final = (
    # what the romanizations in use (BGN, ISO 9, agencies' own, the Kazakh Latin scripts) write differently
    ("dzh", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("tz", "c"),
    ("ts", "c"),
    ("ph", "f"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("ie", "e"),
    ("ii", "i"),
    ("ou", "u"),
)
_PATRONYMIC: Final = re.compile(
    r"(?:[^\W\d_]{2,}(?:ovich|evich|ovna|evna|uli|uly|ulu|kizi|kyzy|kizy|ogli|oglu|ogly|zoda)|ogli|oglu|uli|kizi)\Z"
)


@lru_cache(maxsize=65536)
def latin(text: str) -> str:
    """`text` folded (lower case, no accents) with every Cyrillic letter of Russian, Kazakh and their
    neighbours as Latin ones; what is Latin already stays as it is."""
    if not _CYRILLIC.search(text):
        return names.fold(text)
    # Letters first: folding would take the breve off й and the descender's letters apart from their sounds
    return names.fold("".join(_LETTERS.get(letter, letter) for letter in text.lower()))


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The parts of a name that tell persons apart, in one romanization whatever it was written in.

    Titles, particles, single initials and, where two other parts are left, patronymics are dropped: agencies
    print them or not as they please. 'Касым-Жомарт Кемелевич Токаев' and 'Kassym-Jomart Tokayev' come out
    nearly alike.
    """
    every = names.tokens(latin(name))
    full = tuple(part for part in every if len(part) > 1) or every
    without = tuple(part for part in full if not _PATRONYMIC.match(part))
    kept = without if len(without) > 1 else full
    return tuple(_one_way(part) for part in kept)


def _one_way(part: str) -> str:
    for spelled, instead in _ALIKE:
        part = part.replace(spelled, instead)
    return re.sub(r"(.)\1", r"\1", part)
