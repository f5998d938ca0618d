"""Which names have a part in common, or nearly: so that a mention is compared with these and not with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from extractors.lexicon.names import close

_SHORT = 5
_LEAST = 0.6
"""How short one of two parts may be beside the other if `close` is to hold: from its ratio of 0.75."""


class Alike:
    """The names entered, by their parts. All parts that will be asked for are given at the start."""

    def __init__(self, names: Iterable[tuple[str, ...]]) -> None:
        self._sharing: defaultdict[str, list[str]] = defaultdict(list)
        self._near: dict[str, list[str]] = {}
        self._keys: defaultdict[str, list[int]] = defaultdict(list)
        for part in dict.fromkeys(part for name in names for part in name):
            for sign in _signs(part):
                self._sharing[sign].append(part)

    def add(self, key: int, name: tuple[str, ...]) -> None:
        """Enter a name under a key."""
        for part in name:
            self._keys[part].append(key)

    def keys(self, name: tuple[str, ...]) -> list[int]:
        """The keys, rising, of all names that have a part `close` to one of `name`; of all where `name` has none."""
        if not name:
            return sorted({key for keys in self._keys.values() for key in keys})
        return sorted({key for part in name for other in self.near(part) for key in self._keys.get(other, ())})

    def near(self, part: str) -> list[str]:
        """The parts given at the start to which `part` is `close`."""
        if part not in self._near:
            sharing = dict.fromkeys(other for sign in _asked(part) for other in self._sharing.get(sign, ()))
            least, most = (1.0, 1e9) if len(part) == 1 else (_LEAST * len(part), len(part) / _LEAST)
            self._near[part] = [
                other for other in sharing if (least <= len(other) <= most or len(other) == 1) and close(part, other)
            ]
        return self._near[part]


def _signs(part: str) -> Iterator[str]:
    """What two parts have in common if they are close: two letters in a row, a letter where both are short (longer
    ones with a ratio of 0.75 cannot do without two in a row), the first letter where one is an initial."""
    yield f"^{part[0]}"
    if len(part) == 1:
        yield f"={part}"
    if len(part) <= _SHORT:
        yield from dict.fromkeys(f"~{letter}" for letter in part)
    yield from dict.fromkeys(part[i : i + 2] for i in range(len(part) - 1))


def _asked(part: str) -> Iterator[str]:
    """The signs under which whatever is close to `part` is found."""
    if len(part) == 1:
        yield f"^{part}"
        return
    yield f"={part[0]}"
    yield from (sign for sign in _signs(part) if sign[0] != "^")
