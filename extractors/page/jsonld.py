"""What a page says of itself in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

from extractors.page.tree import printable

ARTICLE_TYPES = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle",
    "opinionnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "blogposting", "liveblogposting",
    "socialmediaposting", "report", "advertisercontentarticle", "satiricalarticle", "scholarlyarticle", "webpage",
})
_NESTING = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
_MAX_OBJECTS = 500
_LOOSE_COMMA = re.compile(r",\s*([}\]])")
_WRAPPING = re.compile(r"^(?://)?(?:<!--|<!\[CDATA\[)|(?:-->|\]\]>);?$")


def articles(root: _Element) -> list[dict[str, Any]]:
    """The page's JSON-LD objects of an article's type, articles proper before web pages.

    Objects are found at any depth of `@graph`, lists and `mainEntity`. Script content that is no JSON even after
    trailing commas and comment marks are taken off is passed over.
    """
    scripts = [script for script in root.iter("script") if "ld+json" in (script.get("type") or "")]
    found = [item for script in scripts for item in _objects(script.text)]
    typed = [(types, item) for item in found if (types := _types(item) & ARTICLE_TYPES)]
    return [item for _, item in sorted(typed, key=lambda pair: pair[0] == {"webpage"})]


def _objects(source: str | None) -> Iterator[dict[str, Any]]:
    if not source:
        return
    source = _WRAPPING.sub("", source.strip())
    for attempt in (source, _LOOSE_COMMA.sub(r"\1", source)):
        try:
            pending = [json.loads(attempt, strict=False)]
            break
        except (ValueError, RecursionError):
            continue
    else:
        return
    for _ in range(_MAX_OBJECTS):
        if not pending:
            return
        item = pending.pop(0)
        if isinstance(item, list):
            pending[:0] = item[:_MAX_OBJECTS]
        elif isinstance(item, dict):
            yield item
            pending += [item[key] for key in _NESTING if key in item]


def _types(item: dict[str, Any]) -> set[str]:
    value = item.get("@type")
    return {str(name).lower().rsplit("/", 1)[-1] for name in (value if isinstance(value, list) else [value])}


def text(value: Any) -> str | None:
    """The words of a JSON-LD value: a string, the `name`, `url` or `@value` of an object, the first of a list."""
    for _ in range(4):
        if isinstance(value, str):
            return " ".join(printable(value).split()) or None
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, dict):
            value = value.get("name") or value.get("url") or value.get("@value") or value.get("@id")
        else:
            return None
    return None


def texts(value: Any) -> list[str]:
    """As `text`, for each of a list."""
    return [found for item in (value if isinstance(value, list) else [value]) if (found := text(item))]
