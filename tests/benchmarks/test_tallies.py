"""Counts add up to what the scorer says, and intervals behave as intervals do."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from benchmarks.accuracy.tallies import FIELDS, NAMES, Counts, agree, rates, record_f1, resampled, summary, tally
from tests.benchmarks.made_up import event, person, record, sample

A, B, C = person("Anna Alder", "KZ"), person("Boris Birch", "RU"), person("Clara Cedar", "CN")


def counts(**rows: tuple[int, int, int]) -> Counts:
    made = np.zeros((len(NAMES), 3), dtype=np.int64)
    for name, row in rows.items():
        made[NAMES.index(name)] = row
    return made


def test_an_article_read_right_counts_right_in_every_row(scorer: Any) -> None:
    gold = event(A, B, topics=["energy", "water"])
    said = [{"speaker": "Anna Alder", "text": "We agreed on four steps today", "kind": "direct"}]
    read = [record(gold, statements=said)]
    found = tally(scorer, sample([gold], read, statements=said, text='"We agreed," she said'))
    assert found[NAMES.index("participants")].tolist() == [2, 2, 2]
    assert found[NAMES.index("topics")].tolist() == [2, 2, 2]
    assert found[NAMES.index("statements_marked")].tolist() == [1, 1, 1]
    assert found[NAMES.index("statements_unmarked")].tolist() == [0, 0, 0]
    assert found[NAMES.index("core_exact")].tolist() == [1, 1, 1]
    assert found[NAMES.index("false_alarms")].tolist() == [0, 0, 0]


@pytest.mark.parametrize(("records", "alarms"), [([], 0), ([record(event(A, B))], 1)])
def test_an_irrelevant_article_is_a_false_alarm_if_it_has_a_record(
    scorer: Any, records: list[dict[str, Any]], alarms: int
) -> None:
    found = tally(scorer, sample([], records))
    assert found[NAMES.index("false_alarms")].tolist() == [alarms, 1, 1]


def test_sums_over_articles_are_what_the_scorer_gives_for_all_at_once(scorer: Any) -> None:
    gold = event(A, B, topics=["energy"])
    samples = [
        sample([gold], [record(event(A, C, topics=["water"]), "t-1")], "t-1"),
        sample([gold, event(A, C, is_main=False)], [record(gold, "t-2")], "t-2"),
        sample([], [record(gold, "t-3")], "t-3"),
        sample([gold], [], "t-4"),
    ]
    whole = summary([tally(scorer, one) for one in samples])
    agree(scorer, samples, whole)
    assert whole.counts["participants"] == (3, 6, 6)
    assert whole.f1("participants") == pytest.approx(0.5)


def test_sums_that_differ_from_the_scorer_are_refused(scorer: Any) -> None:
    gold = event(A, B)
    right = sample([gold], [record(gold)])
    with pytest.raises(AssertionError, match=r"score\.py has changed"):
        agree(scorer, [sample([gold], [])], summary([tally(scorer, right)]))


def test_rates_where_nothing_stands_are_undefined_and_where_all_is_wrong_zero() -> None:
    found = rates(counts(type=(0, 0, 0), status=(0, 3, 0), city=(2, 4, 8)))
    assert math.isnan(found[NAMES.index("type"), 2])
    assert found[NAMES.index("status")].tolist() == [0, 0, 0]
    assert found[NAMES.index("city")] == pytest.approx([0.5, 0.25, 1 / 3])


def test_record_f1_is_the_mean_over_labelled_fields_only() -> None:
    made = counts(type=(1, 1, 1), status=(0, 1, 1), figures=(0, 5, 0), relevance=(0, 9, 9))
    assert record_f1(made) == pytest.approx(0.5)


def test_the_same_seed_draws_the_same_articles_as_often_as_there_are_articles() -> None:
    stacked = np.stack([counts(type=(1, 1, 1)), counts(type=(0, 1, 1)), counts(type=(0, 1, 1))])
    first, again = resampled(stacked, 200), resampled(stacked, 200)
    assert (first == again).all()
    assert (first != resampled(stacked, 200, seed=1)).any()
    assert set(first[:, NAMES.index("type"), 1].tolist()) == {3}
    assert set(first[:, NAMES.index("type"), 0].tolist()) == {0, 1, 2, 3}


def test_intervals_hold_the_figure_and_narrow_with_more_articles() -> None:
    half = [counts(**dict.fromkeys(FIELDS, (i % 2, 1, 1))) for i in range(20)]
    few, many = summary(half).rates["type"][2], summary(half * 20).rates["type"][2]
    assert few.low < few.value == 0.5 < few.high
    assert many.high - many.low < (few.high - few.low) / 3
    # a share of 20 draws at one half has a standard deviation of .112
    assert few.high - few.low == pytest.approx(2 * 1.96 * 0.112, abs=0.06)


def test_no_articles_are_refused() -> None:
    with pytest.raises(ValueError, match="no articles"):
        summary([])
