"""Texts that a page carries within its scripts, as markup in strings, and shows only once the scripts run."""

from __future__ import annotations

import json
import re
from typing import Final

from lxml.etree import _Element

MAX_MARKUP: Final = 2 * 1024 * 1024  # characters
_PARAGRAPHS: Final = 3  # in a string, from which it is taken for a text

# Possessive, so that no input makes it go back
_STRING = re.compile(r'"((?:[^"\\\n]++|\\.)*+)"')
_PARAGRAPH = re.compile(r"(?:<|\\u003[cC])p[\s>\\]")


def markup(root: _Element) -> str | None:
    """The markup in the strings of a page's scripts (Next.js and the like push their pages so), joined in the page's
    order, or None where there is none. `root` is a page that has not been pruned. At most MAX_MARKUP characters."""
    found: list[str] = []
    left = MAX_MARKUP
    for script in root.iter("script"):
        source = script.text or ""
        if left <= 0 or "ld+json" in (script.get("type") or "") or not _PARAGRAPH.search(source):
            continue
        for string in _STRING.finditer(source[:left]):
            if len(_PARAGRAPH.findall(string[1])) >= _PARAGRAPHS and (text := _decoded(string[0])):
                found.append(text)
                left -= len(text)
    return "".join(found) or None


def _decoded(string: str) -> str | None:
    try:
        value = json.loads(string, strict=False)
    except ValueError:
        return None
    return value if isinstance(value, str) else None
