"""The labelled stories beside the checkout, where they are at hand: no change may bring them under a goal."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import events
from benchmarks.accuracy.sets import SHARED
from extractors.article import Article
from extractors.summit import reader

needs_stories = pytest.mark.skipif(
    not Path(SHARED, "dev", "stories.conflicts.jsonl").is_file(), reason="no stories beside the checkout"
)


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, events.Resolved]]:
    def read(article: Article) -> list[events.Record]:
        return [dict(record) for record in reader(article.language).read(article)]

    return events.measure(SHARED, read)


@needs_stories
@pytest.mark.parametrize("goal", events.GOALS, ids=lambda goal: f"{goal[1]} of {goal[0]}")
def test_goals(measured: dict[str, dict[str, events.Resolved]], goal: tuple[str, str, float]) -> None:
    of, name, bound = goal
    assert measured[of]["ours"].value(name) >= bound


@needs_stories
def test_every_conflict_that_the_records_carry_comes_out(
    measured: dict[str, dict[str, events.Resolved]],
) -> None:
    for of in (events.END_TO_END, events.LABELS, events.LABELS_EN):
        found, carried, _ = measured[of]["ours"].conflicts
        assert found == carried > 0, measured[of]["ours"].missed


@needs_stories
def test_ours_beats_the_floors_also_with_gaps(measured: dict[str, dict[str, events.Resolved]]) -> None:
    for by in measured.values():
        ours = by["ours"]
        for resolver, floor in by.items():
            if resolver != "ours":
                assert ours.value("conll") > floor.value("conll") + 0.1
    assert measured[events.LOSSY]["ours"].figures["b3"]["p"] > 0.9


@needs_stories
def test_the_report_lists_what_is_wrong_by_key(measured: dict[str, dict[str, events.Resolved]]) -> None:
    text = "\n".join(events.section(measured))
    for error in measured[events.END_TO_END]["ours"].errors:
        if error["error"] == "wrong split":
            assert f"`{error['event_key']}`" in text
    assert "| apart |" in text
