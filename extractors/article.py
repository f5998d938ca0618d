"""The cleaned article: what a page reader hands over and a summit reader takes in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its publisher printed it, cleaned of everything that is not the article.

    `text` is paragraphs joined by a newline; every evidence span of a record is a pair of character offsets
    into it. `published_at` and `modified_at` are ISO 8601: a date alone where the page gives no time, an offset
    only where the page or the source's time zone gives one. `language` is ISO 639-1. `home` is the publisher's
    country (ISO 3166-1) where the source is registered; without it readers guess. The `*_rule` fields name the
    reading rule that gave a value; `rule_warning` says why a publisher's rule may be out of date, where it and the
    generic reader disagree strongly.
    """

    text: str
    title: str | None = None
    language: str = "en"
    published_at: str | None = None
    id: str | None = None
    url: str | None = None
    source: str | None = None
    modified_at: str | None = None
    published_rule: str | None = None
    text_rule: str | None = None
    authors: tuple[str, ...] = field(default=())
    section: str | None = None
    lead_image: str | None = None
    canonical_url: str | None = None
    origin: str | None = None
    modified_rule: str | None = None
    rule_warning: str | None = None
    home: str | None = None

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text as UTF-8, 64 lower-case hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def key(self) -> str:
        """The article's id: as given, else derived from its canonical address, else from its text."""
        if self.id:
            return self.id
        address = self.canonical_url or self.url
        seed = address or self.text_sha256
        return "a" + hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:23]

    def to_json(self) -> dict[str, Any]:
        """The article as a JSON object, with the derived `id` and `text_sha256` filled in."""
        return {**asdict(self), "id": self.key, "authors": list(self.authors), "text_sha256": self.text_sha256}

    @classmethod
    def from_json(cls, line: Mapping[str, Any]) -> Article:
        """An article from a JSON object such as a line of articles.jsonl; unknown keys are ignored.

        Raises ValueError when `text` is missing or a field is of the wrong kind.
        """
        text = line.get("text")
        if not isinstance(text, str):
            raise ValueError("the article has no 'text' (a string); give one, or 'html' to be cleaned")
        values: dict[str, Any] = {"text": text, "language": line.get("language") or "en"}
        for name in ("title", "published_at", "id", "url", "source", "modified_at", "published_rule",
                     "text_rule", "section", "lead_image", "canonical_url", "origin", "modified_rule",
                     "rule_warning", "home", "language"):
            value = line.get(name)
            if value is None:
                continue
            if not isinstance(value, str):
                raise ValueError(f"the article's {name!r} is a {type(value).__name__}, not a string")
            values[name] = value
        values["authors"] = tuple(str(author) for author in line.get("authors") or ())
        return cls(**values)
