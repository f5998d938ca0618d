"""A sample agency's articles and what stands around them, as they lie in its folder under sources/."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml


class SampleError(Exception):
    """An article or setting of a sample agency that cannot be read; names the file and what is missing."""


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One article of a sample agency.

    `published_at` carries an offset. `charset` is the one that the page is encoded in and declares. `markup` is
    "whole", or "broken" for a page cut off and badly nested as publishers' pages sometimes are. `same_as` names the
    slug whose text this address repeats: one of the same agency, or `AGENCY/SLUG` of another.
    """

    slug: str
    title: str
    published_at: datetime
    section: str
    paragraphs: tuple[str, ...]
    caption: str = ""
    charset: str = "utf-8"
    markup: str = "whole"
    same_as: str | None = None

    @property
    def path(self) -> str:
        """The path of the article's page on its agency's site."""
        return f"/news/{self.slug}"

    @property
    def text(self) -> str:
        """The article's text as a page reader should hand it over: paragraphs joined by a newline."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Site:
    """What stands around an agency's articles.

    `path` is where the site stands on the server ("" for its root), `layout` the name of the template of its pages,
    `author` who signs them, `withdrawn` an address that the feed announces and the site does not have.
    """

    name: str
    short_name: str
    notice: str
    teasers: tuple[str, ...]
    author: str
    layout: str = "article"
    path: str = ""
    withdrawn: SampleArticle | None = None


def load(directory: Path) -> list[SampleArticle]:
    """The articles under `directory`/articles, oldest first. Raises SampleError, naming the file."""
    files = sorted((directory / "articles").glob("*.md"))
    if not files:
        raise SampleError(f"{directory / 'articles'} holds no articles (*.md)")
    found = {file.stem: _article(file) for file in files}
    resolved = [_repeated(article, found, directory) if article.same_as else article for article in found.values()]
    return sorted(resolved, key=lambda article: article.published_at)


def site(directory: Path) -> Site:
    """The site's frame, from `directory`/site.yml. Raises SampleError, naming the file."""
    file = directory / "site.yml"
    try:
        values: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        gone = values.pop("withdrawn", None)
        withdrawn = gone and SampleArticle(
            slug=gone["slug"], title=gone["title"], published_at=datetime.fromisoformat(gone["published_at"]),
            section="Economy", paragraphs=(),
        )
        return Site(**{**values, "teasers": tuple(values["teasers"])}, withdrawn=withdrawn)
    except (OSError, AttributeError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:
        raise SampleError(f"{file}: {type(error).__name__}: {error}") from error


def _repeated(article: SampleArticle, own: dict[str, SampleArticle], directory: Path) -> SampleArticle:
    """The article with the title and text of the one that it repeats."""
    agency, _, slug = (article.same_as or "").rpartition("/")
    file = (directory.parent / agency if agency else directory) / "articles" / f"{slug}.md"
    original = _article(file) if agency else own.get(slug)
    if original is None or original.same_as:
        raise SampleError(f"{directory / 'articles' / article.slug}.md: same_as: {file} is no article with a text")
    return replace(original, slug=article.slug, published_at=article.published_at, section=article.section,
                   same_as=article.same_as)


def _article(file: Path) -> SampleArticle:
    try:
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        values: dict[str, Any] = yaml.safe_load(head)
        published_at = datetime.fromisoformat(values.pop("published_at"))
        paragraphs = tuple(" ".join(block.split()) for block in body.split("\n\n") if block.strip())
        if published_at.tzinfo is None:
            raise ValueError("published_at has no offset")
        if not paragraphs and "same_as" not in values:
            raise ValueError("no paragraphs")
        values.setdefault("title", "")
        return SampleArticle(slug=file.stem, published_at=published_at, paragraphs=paragraphs, **values)
    except (OSError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:
        raise SampleError(f"{file}: {type(error).__name__}: {error}") from error
