"""Bins of confidence, the calibration error, and what counts as a right record."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from benchmarks.accuracy.confidence import (
    Judged,
    bins,
    calibration_error,
    error_by_chance,
    judged,
    separation,
    squared_error,
)
from benchmarks.accuracy.reliability import section
from tests.benchmarks.made_up import event, person, record, sample

A, B = person("Anna Alder", "KZ"), person("Boris Birch", "RU")
RECORDS = some.lists(some.builds(Judged, some.floats(0, 1), some.booleans()))


def test_bins_hold_their_lower_edge_and_the_last_its_upper() -> None:
    found = bins([Judged(0.2, True), Judged(0.29, False), Judged(0.3, True), Judged(1.0, True)])
    counted = [(b.low, b.high, b.records, b.right) for b in found]
    assert counted == [(0.2, 0.3, 2, 1), (0.3, 0.4, 1, 1), (0.9, 1.0, 1, 1)]
    assert found[0].mean == pytest.approx(0.245)
    assert found[0].share == 0.5


@given(RECORDS)
def test_every_record_is_in_one_bin(records: list[Judged]) -> None:
    found = bins(records)
    assert sum(b.records for b in found) == len(records)
    assert sum(b.right for b in found) == sum(r.right for r in records)


def test_calibration_error_is_nought_for_confidence_that_means_what_it_says() -> None:
    honest = [Judged(0.75, i % 4 != 0) for i in range(40)]
    boastful = [Judged(0.95, i % 4 != 0) for i in range(40)]
    assert calibration_error(honest) == pytest.approx(0)
    assert calibration_error(boastful) == pytest.approx(0.2)
    assert calibration_error([*honest, *boastful]) == pytest.approx(0.1)
    assert math.isnan(calibration_error([]))


def test_separation_is_the_chance_that_right_outranks_wrong() -> None:
    assert separation([Judged(0.9, True), Judged(0.5, False), Judged(0.4, True)]) == 0.5
    assert separation([Judged(0.9, True), Judged(0.9, False)]) == 0.5
    assert separation([Judged(0.9, True), Judged(0.1, False)]) == 1
    assert math.isnan(separation([Judged(0.9, True)]))


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        ({}, True),
        ({"status": "planned"}, True),
        ({"type": "visit"}, False),
        ({"start_date": None}, False),
        ({"place": {"city": "Astana", "country": None}}, False),
        ({"participants": [A, B, person(None, "CN")]}, False),
    ],
)
def test_right_is_type_participants_country_and_date(scorer: Any, changed: dict[str, Any], right: bool) -> None:
    read = record({**event(A, B), **changed}, confidence=0.7)
    assert judged(scorer, sample([event(A, B)], [read])) == [Judged(0.7, right, True, "wire.en")]


def test_background_records_are_judged_as_well_and_main_or_background_makes_none_wrong(scorer: Any) -> None:
    background = record(event(A, B, is_main=False), confidence=0.4)
    assert judged(scorer, sample([event(A, B)], [background])) == [Judged(0.4, True, False, "wire.en")]
    assert judged(scorer, sample([event(A, B, is_main=False)], [background])) == [Judged(0.4, True, False, "wire.en")]


def test_a_record_that_no_label_matches_is_wrong(scorer: Any) -> None:
    assert [one.right for one in judged(scorer, sample([], [record(event(A, B), confidence=0.6)]))] == [False]


def test_the_error_by_chance_shrinks_with_the_number_of_records() -> None:
    few, many = ([Judged(0.3 + i % 5 / 10, True) for i in range(n)] for n in (40, 4000))
    assert error_by_chance(few) == error_by_chance(few)
    assert 0.08 < error_by_chance(few) < 0.2
    assert error_by_chance(many) == pytest.approx(error_by_chance(few) / 10, rel=0.1)
    assert error_by_chance([Judged(1.0, True), Judged(0.0, False)]) == 0
    assert math.isnan(error_by_chance([]))


def test_squared_error() -> None:
    assert squared_error([Judged(1.0, True), Judged(0.5, False)]) == 0.125
    assert math.isnan(squared_error([]))


def test_the_section_sets_the_ways_side_by_side_and_counts_what_a_threshold_holds_back() -> None:
    outcomes = [(0.15, False, True), (0.22, True, False), (0.28, False, False), (0.95, True, True)]
    fitted = [Judged(confidence, right, is_main, "wire.en") for confidence, right, is_main in outcomes]
    guessed = [Judged(0.55, one.right, one.is_main, one.set) for one in fitted]
    lines = list(section({"guessed": guessed, "fitted": fitted}))
    assert "| 0.2-0.3 |  |  |  | 1 of 2 | 0.50 | 0.25 |" in lines
    assert "| 0.5-0.6 | 2 of 4 | 0.50 | 0.55 |  |  |  |" in lines
    assert "| 0.25 | 0 | 1 | 1 | 0 | 0.50 |" in lines
    assert "| 0.3 | 0 | 1 | 1 | 1 | 1.00 |" in lines
    assert any(line.startswith("| wire.en | background | 1 of 2 | 0.50 | 0.25 |") for line in lines)
