"""The stories of `families.txt` (look-alikes) and `lifecycles.txt` (one contact in many reports)."""

from __future__ import annotations

from pathlib import Path

from tests.extractors.resolve.told import Line


def stories(name: str) -> dict[str, list[Line]]:
    """The stories of a file by their title: each line the event that is meant and what `told` reads.

    A title comes after '# ', a remark after '; '.
    """
    found: dict[str, list[Line]] = {}
    for line in Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            lines = found.setdefault(line[2:], [])
        elif line.strip() and not line.startswith("; "):
            event, _, told = line.partition(" = ")
            lines.append((event, told))
    return found


FAMILIES = stories("families")
LIFECYCLES = stories("lifecycles")
