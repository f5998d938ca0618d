"""What must hold for a record to enter core: the one place where the expectations are declared.

Each looks at columns of the view staging.record_to_check, one row a record of the batch, so that each can name
the rows that fail it; what no single row shows (an id given twice) is a column of that view as well. The
`reason` of an expectation is what a reviewer reads.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, get_args

from extractors.record import DatePrecision, EventType, Status

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

SUITE_NAME = "staged summit records"

MAX_YEARS_FROM_ARTICLE = 3.0
"""How far a main contact may lie from its article's day; summits are announced two years ahead at most."""

EARLIEST_YEAR = 1900
"""Contacts recalled as background go back to the beginnings of modern summitry."""


def expectations(review_confidence: float) -> Sequence[Expectation]:
    """The expectations of a staged batch; records less sure than `review_confidence` (0 to 1) go to review."""
    periods = ("none", *get_args(DatePrecision))
    return (
        _absent("contract_problems", "the record breaks its JSON contract"),
        _one_of("article_text", ["staged"], "the record was not read from the text that is staged for its article"),
        _between("records_of_this_id", 1, 1, "another record of the same article has the same id"),
        _present("event_type", "the contact has no type"),
        _one_of("event_type", get_args(EventType), "unknown type of contact"),
        _present("event_status", "the contact has no status"),
        _one_of("event_status", get_args(Status), "unknown status"),
        _absent("unknown_capacities", "a participant takes part in an unknown capacity"),
        _at_least("side_count", "sides_needed", "fewer sides take part than such a contact has"),
        _between("blank_name_count", 0, 0, "a participant's name is empty; an unknown name is null"),
        _one_of("start_date_form", periods, "the start date is no date of the contract's forms"),
        _one_of("end_date_form", periods, "the end date is no date of the contract's forms"),
        _equal("start_date_form", "date_precision", "the start date is not of the precision that the record names"),
        _at_least("end_day_latest", "start_day_earliest", "the contact ends before it starts"),
        _between("years_after_article", -MAX_YEARS_FROM_ARTICLE, MAX_YEARS_FROM_ARTICLE,
                 "the main contact lies too far from the article's day"),
        _between("start_year", EARLIEST_YEAR, None, "the contact lies too far back"),
        _absent("unknown_countries", "a country code that is none"),
        _between("smallest_figure", 0, None, "a figure below zero; only growth may be negative"),
        _absent("evidence_problems", "a value's evidence is missing or outside the text"),
        _absent("range_problems", "a value beyond all measure"),
        _present("confidence", "the record has no confidence"),
        _between("confidence", 0, 1, "the confidence is not in 0 to 1"),
        _between("confidence", review_confidence, None, "not sure enough to be shown unreviewed"),
    )


def _absent(column: str, reason: str) -> Expectation:
    return _make("ExpectColumnValuesToBeNull", reason, column=column)


def _present(column: str, reason: str) -> Expectation:
    return _make("ExpectColumnValuesToNotBeNull", reason, column=column)


def _one_of(column: str, values: Sequence[str], reason: str) -> Expectation:
    return _make("ExpectColumnValuesToBeInSet", reason, column=column, value_set=list(values))


def _between(column: str, least: float | None, most: float | None, reason: str) -> Expectation:
    return _make("ExpectColumnValuesToBeBetween", reason, column=column, min_value=least, max_value=most)


def _at_least(column: str, other: str, reason: str) -> Expectation:
    return _make("ExpectColumnPairValuesAToBeGreaterThanB", reason, column_A=column, column_B=other, or_equal=True)


def _equal(column: str, other: str, reason: str) -> Expectation:
    return _make("ExpectColumnPairValuesToBeEqual", reason, column_A=column, column_B=other)


def _make(name: str, reason: str, **settings: Any) -> Expectation:
    # Imported here since it takes seconds and only who validates should pay; by name, since it exports nothing to mypy.
    made: Expectation = getattr(importlib.import_module("great_expectations.expectations"), name)(
        **settings, meta={"reason": reason})
    return made
