"""What is to be read again, by which extractor, and under which name that is known when it is asked for again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from communique.settings import Settings
from communique.sources import Source
from communique.warehouse.connection import WarehouseError
from extractors.article import Article

PART_SIZE = 500
"""Articles of a part: what one batch of an ingest takes."""
MAX_PART_SIZE = 5000


class ReprocessError(WarehouseError):
    """A re-reading cannot be done as it is asked for; the message names the run and what to do."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads: its version, and the function from an article to its records.

    `read` raises UnsupportedLanguage for an article in a language that it does not read.
    """

    version: str
    read: Callable[[Article], Sequence[Mapping[str, Any]]]

    @classmethod
    def present(cls, settings: Settings) -> Reader:
        """The extractor as it is installed here, with the model that the settings name."""
        from extractors.summit import reader, version

        model = settings.spacy_model
        return cls(version(model), lambda article: reader(article.language, model).read(article))


@dataclass(frozen=True, slots=True)
class Asked:
    """One run: the articles of `source_keys` (empty: of all) published from `first_day` to `last_day` (both included,
    as printed; None: without bound) that are shown as another version read them, read by `extractor_version`.

    An article whose page gives no day is found only without days. With `is_from_page` the kept page is read again, too.
    `part_size` is how many articles a part has at most.
    """

    reprocess_id: str
    extractor_version: str
    source_keys: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    is_from_page: bool = False
    part_size: int = PART_SIZE

    @classmethod
    def of(cls, extractor_version: str, source_keys: Sequence[str] = (), first_day: date | None = None,
           last_day: date | None = None, *, everything: bool = False, is_from_page: bool = False,
           name: str | None = None, part_size: int | None = None) -> Asked:
        """A run, under `name` or one made of what is asked for.

        Raises ReprocessError where neither sources nor days nor `everything` is given, or they contradict each other.
        """
        sources = tuple(sorted(set(source_keys)))
        if everything and (sources or first_day or last_day):
            raise ReprocessError("give either sources and days, or everything")
        if not (everything or sources or first_day or last_day):
            raise ReprocessError("give sources, days, or everything")
        if first_day and last_day and last_day < first_day:
            raise ReprocessError(f"the last day ({last_day}) is before the first ({first_day})")
        size = part_size or PART_SIZE
        if not 1 <= size <= MAX_PART_SIZE:
            raise ReprocessError(f"a part of {size} articles: from 1 to {MAX_PART_SIZE} are possible")
        return cls(name or _name(extractor_version, sources, first_day, last_day, is_from_page), extractor_version,
                   sources, first_day, last_day, is_from_page, size)

    def checked(self, known: Mapping[str, Source]) -> Asked:
        """Itself. Raises ReprocessError where a source is not declared."""
        for key in self.source_keys:
            if key not in known:
                raise ReprocessError(f"there is no source {key!r}; `communique source list` shows the declared")
        return self


def day(text: str | None) -> date | None:
    """A day as people write it, ISO 8601; None for nothing. Raises ReprocessError."""
    if not text:
        return None
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise ReprocessError(f"{text!r} is no day such as 2025-10-31") from None


def _name(version: str, sources: tuple[str, ...], first: date | None, last: date | None, is_from_page: bool) -> str:
    whose = ",".join(sources)
    if len(whose) > 60:
        whose = f"{len(sources)}-sources-{hashlib.sha256(whose.encode()).hexdigest()[:10]}"
    days = f"{first or ''}..{last or ''}" if first or last else ""
    parts = (version, whose or ("" if days else "everything"), days, "page" if is_from_page else "")
    return "-".join(part for part in parts if part)
