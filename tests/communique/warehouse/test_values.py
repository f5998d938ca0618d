"""The database's own functions and closed lists: dates, spans, sentences, and the contract's values."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args, get_type_hints

import psycopg
import pytest
from communique.warehouse.connection import Connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors import record

BODY = "Berg arrived.\nShe met Haddad of Jordan. “It went well,” he said! They will meet\nagain."


@pytest.fixture(scope="module")
def template(postgres: Any, warehouse_template: str) -> Iterator[Connection]:
    """A connection to the migrated template itself, for questions that change nothing."""
    with psycopg.connect(postgres.dsn(warehouse_template), autocommit=True) as connection:
        yield connection
    # The template can only be copied while nobody is connected to it: closed with this module.


def ask(conn: Connection, question: Any, *values: Any) -> Any:
    row = conn.execute(question, values).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize(("period", "form", "first", "last"), [
    ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-Q4", "season", date(2024, 10, 1), date(2024, 12, 31)),
    ("2024-Q1", "season", date(2024, 1, 1), date(2024, 3, 31)),
    ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
    ("2024-02-29", "day", date(2024, 2, 29), date(2024, 2, 29)),
    ("2023-02-29", "malformed", None, None),
    ("2024-13", "malformed", None, None),
    ("2024-Q5", "malformed", None, None),
    ("0000-01-01", "malformed", None, None),
    ("2024-7-3", "malformed", None, None),
    ("3 July 2024", "malformed", None, None),
    ("", "malformed", None, None),
    (None, None, None, None),
])
def test_a_contract_date_says_its_form_and_its_days(
    template: Connection, period: str | None, form: str | None, first: date | None, last: date | None
) -> None:
    row = template.execute(
        "SELECT core.period_form(%(p)s), core.period_first_day(%(p)s), core.period_last_day(%(p)s)", {"p": period}
    ).fetchone()
    assert row == (form, first, last)


@given(st.integers(1000, 9999), st.integers(0, 14), st.integers(0, 33))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_a_day_is_one_exactly_when_the_calendar_has_it(template: Connection, year: int, month: int, day: int) -> None:
    found = ask(template, "SELECT core.period_first_day(%s)", f"{year:04}-{month:02}-{day:02}")
    real = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    assert found == (date(year, month, day) if real else None)


@given(st.text(max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_no_text_makes_the_date_functions_fail(template: Connection, period: str) -> None:
    if "\x00" not in period and not any("\ud800" <= letter <= "\udfff" for letter in period):
        form = ask(template, "SELECT core.period_form(%s)", period)
        first = ask(template, "SELECT core.period_first_day(%s)", period)
        assert (first is None) == (form == "malformed")


@pytest.mark.parametrize(("words", "sentence"), [
    (["Haddad"], "She met Haddad of Jordan."),
    (["Berg arrived."], "Berg arrived."),
    (["She met Haddad of Jordan."], "She met Haddad of Jordan."),
    (["went well"], "“It went well,” he said!"),
    (["They"], "They will meet"),
    (["again"], "again."),
    (["arrived", "They"], "Berg arrived. … They will meet"),
    (["Haddad", "Jordan"], "She met Haddad of Jordan."),
])
def test_evidence_leads_to_the_sentence_and_its_words(
    template: Connection, words: list[str], sentence: str
) -> None:
    spans = psycopg.types.json.Jsonb([[BODY.index(w), BODY.index(w) + len(w)] for w in words])
    assert ask(template, "SELECT core.evidence_sentence(%s, core.spans(%s))", BODY, spans) == sentence
    assert ask(template, "SELECT core.evidence_words(%s, core.spans(%s))", BODY, spans) == " … ".join(words)


@pytest.mark.parametrize("evidence", [[], None])
def test_no_evidence_is_an_empty_multirange(template: Connection, evidence: Any) -> None:
    assert ask(template, "SELECT core.spans(%s) = '{}'", psycopg.types.json.Jsonb(evidence)) is True
    assert ask(template, "SELECT core.evidence_sentence('text', core.spans(%s))",
               psycopg.types.json.Jsonb(evidence)) is None


def enum(*path: str) -> list[str]:
    """The values that the contract's schema allows at `path`."""
    node: Any = record.schema()["properties"]
    for step in path:
        node = node[step]
    return [value for value in node["enum"] if value is not None]


def items(field: str, name: str) -> list[str]:
    return enum(field, "items", "properties", name)


CLOSED_LISTS = {
    "event_type": lambda: enum("event", "properties", "type"),
    "contact_status": lambda: enum("event", "properties", "status"),
    "visit_kind": lambda: enum("event", "properties", "visit_kind"),
    "date_precision": lambda: enum("event", "properties", "date_precision"),
    "role_class": lambda: items("participants", "role_class"),
    "capacity": lambda: items("participants", "capacity"),
    "topic_code": lambda: items("topics", "code"),
    "outcome_type": lambda: items("outcomes", "type"),
    "metric": lambda: items("figures", "metric"),
    "qualifier": lambda: items("figures", "qualifier"),
    "figure_status": lambda: items("figures", "status"),
    "statement_kind": lambda: items("statements", "kind"),
}


@pytest.mark.parametrize("domain", CLOSED_LISTS)
def test_a_domain_takes_the_contracts_values_and_no_other(template: Connection, domain: str) -> None:
    cast = psycopg.sql.SQL("SELECT %s::core.{}").format(psycopg.sql.Identifier(domain))
    values = CLOSED_LISTS[domain]()
    assert values
    for value in values:
        assert ask(template, cast, value) == value
    with pytest.raises(psycopg.errors.CheckViolation):
        ask(template, cast, "unheard of")
    definition = ask(
        template,
        "SELECT pg_get_constraintdef(c.oid) FROM pg_constraint AS c JOIN pg_type AS t ON t.oid = c.contypid "
        "WHERE t.typname = %s AND t.typnamespace = 'core'::regnamespace", domain)
    assert definition.count("'") // 2 == len(values)


def test_the_record_types_name_the_same_values() -> None:
    assert list(get_args(get_type_hints(record.Event)["type"])) == enum("event", "properties", "type")
