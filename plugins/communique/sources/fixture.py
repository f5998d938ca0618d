"""Pages kept with the article that was read off them, so that a change of the reader cannot change it unseen.

A fixture is two files in a folder of its source: `<name>.html.gz`, the page's bytes, and `<name>.json`, where it came
from and the expected article. The tests read every one of them again.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from communique.acquire.client import Fetcher
from communique.reading import page_rules
from communique.sources.model import Source
from extractors.article import Article
from extractors.page import read as read_page

FOLDER = Path("tests") / "data"
"""Where fixtures lie below the checkout."""


class NoArticle(ValueError):
    """A page that was to be kept holds no article."""


@dataclass(frozen=True, slots=True)
class Fixture:
    """A kept page: its source's key, where it came from, its bytes, and the article expected of it."""

    source_key: str
    url: str
    charset: str | None
    captured_at: str
    body: bytes
    expected: dict[str, Any]
    path: Path

    def read_again(self, source: Source | None) -> dict[str, Any] | None:
        """The article that the page reader makes of the page now, by the source's rules; None for no article."""
        article = read_page(self.body, self.url, charset=self.charset, rules=page_rules(source))
        return None if article is None else expected_of(article)


def capture(source: Source, url: str, fetcher: Fetcher, folder: Path) -> Path:
    """Fetch a page of `source` and keep it below `folder` with the article that is read off it now.

    Returns the path of the article's file, which a person should look through before it is believed. A page that was
    kept before is replaced. Raises FetchError, and NoArticle where none is found.
    """
    response = fetcher.get(url, source, kind="page")
    article = read_page(response.body, response.final_url, charset=response.charset, rules=page_rules(source))
    if article is None:
        raise NoArticle(f"{source.key}: {response.final_url}: no article was found on that page, so nothing is kept")
    place = folder / source.key
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{_name(response.final_url)}.json"
    # The time is left out of the gzip header: a page that is kept again and has not changed gives the same file.
    path.with_suffix(".html.gz").write_bytes(gzip.compress(response.body, mtime=0))
    kept = {"url": response.final_url, "charset": response.charset,
            "captured_at": response.fetched_at.isoformat(timespec="seconds"), "article": expected_of(article)}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def fixtures(folder: Path) -> Iterator[Fixture]:
    """Every fixture below `folder`, by source and name."""
    for path in sorted(folder.glob("*/*.json")):
        page = path.with_suffix(".html.gz")
        if page.exists():
            kept = json.loads(path.read_text(encoding="utf-8"))
            yield Fixture(path.parent.name, kept["url"], kept["charset"], kept["captured_at"],
                          gzip.decompress(page.read_bytes()), kept["article"], path)


def expected_of(article: Article) -> dict[str, Any]:
    """An article as a fixture has it: its text by paragraphs, so that a person and a diff can read it."""
    given = {name: value for name, value in asdict(article).items() if name not in ("id", "source", "text")}
    return {**given, "authors": list(article.authors), "text": article.text.split("\n")}


def _name(url: str) -> str:
    """A file name that a person knows the page by and no other page has."""
    slug = re.sub(r"[^a-z0-9]+", "-", urlsplit(url).path.lower()).strip("-")[-60:].strip("-") or "page"
    return f"{slug}-{hashlib.sha256(url.encode()).hexdigest()[:6]}"
