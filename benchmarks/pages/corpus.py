"""The news pages with their texts, which lie beside the checkout and are no part of the project."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PAGES = "bench/pages.jsonl.gz"
_SECOND_LEVELS = frozenset({"co", "com", "org", "net", "gov", "edu", "ac"})
_REGISTERED = 2  # labels of a registered name, one more below a second level such as co.uk


class MaterialMissing(Exception):
    """A file of the shared material is not where it is looked for."""


@dataclass(frozen=True, slots=True)
class NewsPage:
    """A page as it was fetched, with the text, title and day (ISO 8601) that a person reviewed."""

    id: str
    url: str
    html: str
    text: str
    title: str
    date: str

    @property
    def publisher(self) -> str:
        """The registered name in the address: bbc.co.uk of news.bbc.co.uk."""
        labels = (urlsplit(self.url).hostname or "").split(".")
        kept = _REGISTERED + (len(labels) > _REGISTERED and labels[-_REGISTERED] in _SECOND_LEVELS)
        return ".".join(labels[-kept:])

    @property
    def half(self) -> str:
        """A or B by publisher: rules are made on A, so that a gap between the two shows what was fitted to pages
        that were seen."""
        return "AB"[hashlib.sha256(self.publisher.encode()).digest()[0] % 2]


def pages(shared: Path, half: str | None = None) -> list[NewsPage]:
    """The pages below `shared`, those of a half (A or B) where one is named; raises MaterialMissing."""
    return [page for page in _lines(shared / PAGES) if half is None or page.half == half]


def words(text: str) -> list[str]:
    """Runs of letters and digits, lower case; each sign is a word in scripts that put no space between words."""
    return _WORD.findall(text.lower())


_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


def _lines(path: Path) -> Iterator[NewsPage]:
    if not path.exists():
        raise MaterialMissing(f"{path} is missing; say with --shared where the folder with the pages lies")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield NewsPage(**json.loads(line))
