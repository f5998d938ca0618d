"""The contract's check says what is wrong with a record, by path."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from extractors.article import Article
from extractors.record import SCHEMA_VERSION, problems, schema
from extractors.summit import reader

ARTICLE = Article(
    text="President of Palau Surangel Whipps met with President of Nauru David Adeang in Ngerulmud on Monday.",
    published_at="2025-09-18",
    id="t-1",
)


@pytest.fixture
def record() -> dict[str, Any]:
    return copy.deepcopy(dict(reader("en").read(ARTICLE)[0]))


def test_a_record_has_no_problems(record: dict[str, Any]) -> None:
    assert problems(record) == []


def test_schema_is_the_version_we_write() -> None:
    assert schema()["properties"]["schema_version"]["const"] == SCHEMA_VERSION


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("event", "type"), "party", "$.event.type"),
        (("event", "status"), None, "$.event.status"),
        (("confidence",), 1.5, "$.confidence"),
        (("participants", 0, "country"), "Palau", "$.participants[0].country"),
        (("participants", 0, "evidence"), [[5]], "$.participants[0].evidence[0]"),
        (("participants", 0, "evidence"), [[9, 4]], "$.participants[0].evidence"),
        (("article", "text_sha256"), "0", "$.article.text_sha256"),
    ],
)
def test_what_is_wrong_is_named(
    record: dict[str, Any], path: tuple[str | int, ...], value: object, expected: str
) -> None:
    inner: Any = record
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    found = problems(record)
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_no_record_at_all() -> None:
    assert problems({}) != []
    assert problems([]) != []
