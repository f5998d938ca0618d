"""Every difference lands in the class that says what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.accuracy.errors import classes, core_blockers, date_error, of_article
from tests.benchmarks.made_up import event, person, record, sample

A, B, C = person("Anna Alder", "KZ"), person("Boris Birch", "RU"), person("Clara Cedar", "CN")
RUSSIA = person(None, "RU")
SAID = {"speaker": "Anna Alder", "text": "We have agreed on four steps that both sides will take", "kind": "direct"}


@pytest.mark.parametrize(
    ("wanted", "given", "error"),
    [
        ("2025-03-03", "2025-03-03", None),
        (None, None, None),
        ("2025-03-03", None, "none where one is labelled"),
        (None, "2025-03-03", "given where none is labelled"),
        (None, "2025-03-09", "given where none is labelled, the day of publication"),
        ("2025-03-03", "2025-03", "coarser than labelled"),
        ("2025-Q1", "2025-03", "finer than labelled"),
        ("2025", "2025-Q1", "finer than labelled"),
        ("2025-03-03", "2025-03-02", "a day off"),
        ("2025-03-03", "2025-03-10", "whole weeks off"),
        ("2025-03-03", "2024-03-03", "another year"),
        ("2025-03-03", "2025-03-07", "another day"),
        ("2025-03-03", "2025-03-09", "another day, the day of publication"),
        ("2025-03", "2025-04", "another month, season or year"),
    ],
)
def test_dates_differ_in_a_way_that_has_a_name(wanted: str | None, given: str | None, error: str | None) -> None:
    assert date_error(wanted, given, "2025-03-09") == error


def test_a_right_record_has_no_errors(scorer: Any) -> None:
    gold = event(A, B, topics=["energy"])
    assert of_article(scorer, sample([gold], [record(gold)])) == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"type": "visit"}, ("type", "bilateral_meeting read as visit")),
        ({"status": "planned"}, ("status", "held read as planned")),
        ({"place": {"city": None, "country": "KZ"}}, ("city", "none where one is labelled")),
        ({"place": {"city": "Astana", "country": "RU"}}, ("country", "another one")),
        ({"parent_event": {"name": "SCO", "organization": "SCO"}}, ("parent event", "given where none is labelled")),
        ({"end_date": "2025-03-04"}, ("end date", "a day off")),
        ({"topics": ["energy"]}, ("topic", "extra: energy")),
        ({"outcomes": [{"type": "decision", "text": "x"}]}, ("outcome", "extra: decision")),
        ({"figures": [{"metric": "growth", "value": 3, "unit": "percent"}]}, ("figure", "extra: growth")),
        ({"is_main": False}, ("main or background", "main read as background")),
    ],
)
def test_one_field_wrong_is_one_error(scorer: Any, changed: dict[str, Any], kind: tuple[str, str]) -> None:
    assert of_article(scorer, sample([event(A, B)], [record(event(A, B, **changed))])) == [kind]


def test_an_end_date_wrong_with_the_start_is_said_to_be_so(scorer: Any) -> None:
    found = of_article(scorer, sample([event(A, B)], [record(event(A, B, start_date="2025-03-02"))]))
    assert found == [("start date", "a day off"), ("end date", "wrong with the start date")]


@pytest.mark.parametrize(
    ("labelled", "read", "kind"),
    [
        ([A, B], [A, RUSSIA], "person read as delegation"),
        ([A, RUSSIA], [A, B], "delegation read as person"),
        ([A, B], [A, person("Dora Dogwood", "RU")], "person read as another person"),
        ([A, B, C], [A, B], "missing: person"),
        ([A, B], [A, B, person(None, "CN")], "extra: delegation"),
        ([A, B], [A, B, C], "extra: person"),
    ],
)
def test_participants_are_missing_extra_or_taken_for_others(
    scorer: Any, labelled: list[dict[str, Any]], read: list[dict[str, Any]], kind: str
) -> None:
    assert of_article(scorer, sample([event(*labelled)], [record(event(*read))])) == [("participant", kind)]


def test_a_person_who_stands_in_another_record_is_told_apart(scorer: Any) -> None:
    call = event(A, C, type="phone_call", is_main=False, place=None, start_date=None)
    found = of_article(scorer, sample([event(A, B, C), call], [record(event(A, B)), record(call)]))
    assert found == [("participant", "missing: person, stands in another record of the article")]


def test_roles_sides_and_capacities_of_the_right_person(scorer: Any) -> None:
    changed = {**B, "role_class": "other", "capacity": "host", "country": "BY"}
    assert of_article(scorer, sample([event(A, B)], [record(event(A, changed))])) == [
        ("role", "head_of_state read as other"),
        ("side", "another country or organization"),
        ("capacity", "participant read as host"),
    ]


def test_figures_of_the_right_value_are_not_missed(scorer: Any) -> None:
    gold = event(A, B, figures=[{"metric": "exports", "value": 3e9, "unit": "USD"},
                                {"metric": "growth", "value": 7.0, "unit": "percent"}])
    read = event(A, B, figures=[{"metric": "imports", "value": 3e9, "unit": "USD"},
                                {"metric": "growth", "value": 7.0, "unit": "count"}])
    assert of_article(scorer, sample([gold], [record(read)])) == [
        ("figure", "exports read as imports"), ("figure", "right value, another unit")]


def test_contacts_missed_and_invented(scorer: Any) -> None:
    visit = event(C, person("Ewa Elm", "PL"), type="visit", start_date="2025-01-01", place=None)
    assert of_article(scorer, sample([event(A, B)], [])) == [
        ("event missed", "bilateral_meeting, no record of the article")]
    assert of_article(scorer, sample([event(A, B)], [record(visit)])) == [
        ("event missed", "bilateral_meeting, beside other records"), ("event invented", "visit, relevant article")]
    assert of_article(scorer, sample([], [record({**visit, "is_main": False})])) == [
        ("background event invented", "visit, irrelevant article")]


@pytest.mark.parametrize(
    ("read", "text", "kinds"),
    [
        ([SAID], '"We"', []),
        ([], '"We"', ["missing, with marks"]),
        ([], "We", ["missing, without marks"]),
        ([{**SAID, "speaker": None}], '"We"', ["no speaker, with marks"]),
        ([{**SAID, "speaker": "Boris Birch"}], '"We"', ["another speaker, with marks"]),
        ([{**SAID, "text": "We have agreed on four steps"}], '"We"', ["begins or ends elsewhere, with marks"]),
        ([SAID, {**SAID, "text": "Nobody ever uttered words like these"}], '"We"', ["extra, with marks"]),
    ],
)
def test_statements(scorer: Any, read: list[dict[str, Any]], text: str, kinds: list[str]) -> None:
    gold = event(A, B)
    made = sample([gold], [record(gold, statements=read)], statements=[SAID], text=text)
    assert of_article(scorer, made) == [("statement", kind) for kind in kinds]


def test_what_keeps_a_contact_from_being_exact(scorer: Any) -> None:
    gold = [event(A, B), event(A, C, type="phone_call", place=None), event(A, B, is_main=False, start_date="2020")]
    read = [record(event(A, B, start_date=None, status="planned"))]
    assert core_blockers(scorer, sample(gold, read)) == [("status", "start_date"), ("missed",)]
    assert core_blockers(scorer, sample(gold[:1], [record(gold[0])])) == [()]


def test_classes_count_by_set_and_name_articles_once_those_of_half_a_first(scorer: Any) -> None:
    gold, wrong = event(A, B), event(A, B, topics=["energy", "water"], status="planned")
    samples = [sample([gold], [record(wrong, f"t-{i}")], f"t-{i}", set_=f"set{i % 2}") for i in range(12)]
    found = classes(scorer, samples)
    assert {one.kind for one in found} == {("status", "held read as planned"), ("topic", "extra: energy"),
                                           ("topic", "extra: water")}
    assert all(one.count == 12 and one.by_set == {"set0": 6, "set1": 6} for one in found)
    halves = {one.id: one.half for one in samples}
    ordered = [halves[id_] for id_ in found[0].ids]
    assert ordered == sorted(ordered)
    assert set(ordered) == {"A", "B"}
    assert len(found[0].ids) == len(set(found[0].ids)) == 12
