"""Every story comes out as it is told: what is one contact together, what only looks like it apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.resolve import Report, cluster, likeness, reasons
from tests.extractors.resolve.stories import FAMILIES, LIFECYCLES
from tests.extractors.resolve.told import Line, told

STORIES = {**FAMILIES, **LIFECYCLES}


def read(lines: list[Line]) -> tuple[list[Report], set[frozenset[str]]]:
    """The reports of a story, and the groups that they should come out in."""
    reports = [told(line) for _, line in lines]
    wanted: dict[str, set[str]] = {}
    for report, (event, _) in zip(reports, lines, strict=True):
        wanted.setdefault(event, set()).add(report.key)
    return reports, {frozenset(group) for group in wanted.values()}


def grouped(reports: list[Report]) -> set[frozenset[str]]:
    return {frozenset(group) for group in cluster(reports).groups}


def why(reports: list[Report]) -> str:
    return "\n".join(
        f"{a.article} {a.facts.type} - {b.article} {b.facts.type}: {reasons(likeness(a, b))}"
        for n, a in enumerate(reports)
        for b in reports[:n]
        if a.article != b.article
    )


@pytest.mark.parametrize("name", STORIES)
def test_story(name: str) -> None:
    reports, wanted = read(STORIES[name])
    assert grouped(reports) == wanted, why(reports)


def test_there_are_enough_stories_and_both_kinds() -> None:
    assert len(STORIES) >= 30
    assert all(len({event for event, _ in lines}) > 1 for lines in FAMILIES.values())
    joined = [name for name, lines in LIFECYCLES.items() if len(lines) > len({event for event, _ in lines})]
    assert joined == list(LIFECYCLES)


def test_stories_do_not_run_into_each_other() -> None:
    every, wanted = [], set()
    for name, lines in STORIES.items():
        # Articles of two stories may go by one id
        renamed = [(event, f"{name} {line}") for event, line in lines]
        reports, groups = read(renamed)
        every += reports
        wanted |= groups
    got = grouped(every)
    assert got - wanted == set(), sorted(map(sorted, got - wanted))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_order_does_not_matter(data: st.DataObject) -> None:
    reports, _ = read(STORIES[data.draw(st.sampled_from(sorted(STORIES)))])
    turned = data.draw(st.permutations(reports))
    assert cluster(turned).groups == cluster(reports).groups
