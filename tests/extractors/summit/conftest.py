"""Shared helpers: the English reader, and records of a text written for one test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.article import Article
from extractors.record import SummitRecord, problems
from extractors.summit import SummitReader, reader

Read = Callable[..., list[SummitRecord]]


@pytest.fixture(scope="session")
def english() -> SummitReader:
    return reader("en")


@pytest.fixture(scope="session")
def read(english: SummitReader) -> Read:
    """Reads a text and checks every record against the contract."""

    def records(
        text: str,
        title: str | None = None,
        published_at: str = "2025-09-18",
        source: str = "kazinform",
    ) -> list[SummitRecord]:
        found = english.read(Article(text=text, title=title, published_at=published_at, source=source, id="t-1"))
        for record in found:
            assert problems(record) == []
        return found

    return records


@pytest.fixture(scope="session")
def main(read: Read) -> Callable[..., SummitRecord]:
    """The one main record of a text."""

    def record(text: str, title: str | None = None, **more: str) -> SummitRecord:
        found = [r for r in read(text, title, **more) if r["event"]["is_main"]]
        assert len(found) == 1, [(r["event"]["type"], r["event"]["rules"]) for r in found]
        return found[0]

    return record
