"""Analysts' questions: each is answered, as the analyst, on what the sample agencies have told, by what they say.

The answers lie beside this file, in cookbook/, as COPY writes them, each checked by eye against the agencies' articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique import settings
from communique.warehouse.connection import sql
from psycopg import sql as compose

from tests.conftest import Warehouse

ANSWERS = Path(__file__).parent / "cookbook"
QUESTIONS = sorted(path.stem for path in (settings.get().sql_dir / "cookbook").glob("*.sql"))


@pytest.fixture(scope="module")
def analyst(sample_warehouse: Warehouse) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(sample_warehouse.analyst) as connection:
        connection.read_only = True
        yield connection


def answer(connection: psycopg.Connection[Any], question: str) -> str:
    """The rows as CSV with a header, as `\\copy` would give them to the analyst."""
    copy = compose.SQL("COPY ({}) TO STDOUT (FORMAT csv, HEADER)").format(
        compose.SQL(sql(f"cookbook/{question}").rstrip().removesuffix(";")))
    with connection.transaction(), connection.cursor() as cursor, cursor.copy(copy) as rows:
        return b"".join(bytes(block) for block in rows).decode()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_as_the_articles_say(analyst: psycopg.Connection[Any], question: str) -> None:
    found = answer(analyst, question)
    assert found.splitlines() == (ANSWERS / f"{question}.csv").read_text(encoding="utf-8").splitlines(), found


def test_there_are_enough_questions_and_each_is_put_in_words() -> None:
    assert len(QUESTIONS) >= 25
    assert sorted(path.stem for path in ANSWERS.glob("*.csv")) == QUESTIONS
    for question in QUESTIONS:
        assert re.match(r"-- [A-Z].*\?", sql(f"cookbook/{question}")), question


def test_questions_are_put_to_the_marts_and_the_reference_alone() -> None:
    for question in QUESTIONS:
        asked = set(re.findall(r"\b(?:FROM|JOIN)\s+(?:LATERAL\s+)?(\w+)\.", sql(f"cookbook/{question}")))
        assert asked <= {"mart", "reference"} | set("hkpqv"), question


def test_answers_do_not_hang_on_the_order_in_which_rows_lie(analyst: psycopg.Connection[Any]) -> None:
    with analyst.transaction():
        before = {question: answer(analyst, question) for question in QUESTIONS}
        for name in ("enable_hashjoin", "enable_mergejoin", "enable_hashagg", "enable_indexscan", "enable_bitmapscan"):
            analyst.execute(compose.SQL("SET LOCAL {} = off").format(compose.Identifier(name)))
        assert {question: answer(analyst, question) for question in QUESTIONS} == before
