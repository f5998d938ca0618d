"""What holds of an event, and on what its reports disagree."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.resolve import Conflict, Report, by_source, conflicts, consensus, report
from tests.extractors.resolve.told import record

PAIR = "Kassym-Jomart Tokayev/hos/KZ/h; Vladimir Putin/hos/RU/g"


def at(
    article: str, published: str, what: str, place: str = "Astana,KZ", who: str = PAIR, **event: Any
) -> Report:
    made = record(f"{article} | {published} | {what} | {place} | {who}")
    figures = event.pop("figures", [])
    made["event"] |= event
    made["figures"] = [
        {
            "metric": "trade_turnover",
            "unit": "USD",
            "qualifier": None,
            "period": None,
            "status": None,
            "parties": [],
            **figure,
        }
        for figure in figures
    ]
    return report(made)


def fields(found: tuple[Conflict, ...]) -> dict[str, tuple[str, list[Any]]]:
    return {one.field: (one.kind, [claim.value for claim in one.claims]) for one in found}


def test_status_goes_its_way_and_is_no_conflict() -> None:
    reports = [
        at("a-1", "2024-06-01T10:00:00Z", "visit may"),
        at("b-1", "2024-07-01T10:00:00Z", "visit will 2024-07-20"),
        at("c-1", "2024-07-20T20:00:00Z", "visit was 2024-07-20"),
        at("d-1", "2024-07-20T21:00:00Z", "bg visit will 2024-07-20"),
    ]
    made = consensus(reports)
    assert made.status == "held"
    assert [step.status for step in made.history] == ["proposed", "planned", "held"]
    assert conflicts(reports) == ()


def test_a_postponement_is_an_update_of_status_and_date() -> None:
    reports = [
        at("a-1", "2024-07-01T10:00:00Z", "visit will 2024-07-20"),
        at("b-1", "2024-07-18T10:00:00Z", "visit later 2024-07-20"),
        at("c-1", "2024-09-01T10:00:00Z", "visit will 2024-09-05"),
    ]
    made = consensus(reports)
    assert (made.status, made.fields["start_date"].value) == ("planned", "2024-09-05")
    assert [step.status for step in made.history] == ["planned", "postponed", "planned"]
    assert fields(conflicts(reports)) == {
        "status": ("update", ["planned", "postponed"]),
        "start_date": ("update", ["2024-07-20", "2024-09-05"]),
    }
    held = consensus([*reports, at("d-1", "2024-09-05T20:00:00Z", "visit was 2024-09-05")])
    assert held.status == "held"


def test_a_coarser_date_speaks_for_the_day_and_is_no_conflict() -> None:
    reports = [
        at("a-1", "2024-09-30T10:00:00Z", "talks was 2024-09-12"),
        at("b-1", "2024-11-30T10:00:00Z", "bg talks was 2024-09"),
        at("c-1", "2024-12-30T10:00:00Z", "bg talks was 2024"),
    ]
    value = consensus(reports).fields["start_date"]
    assert (value.value, len(value.reports)) == ("2024-09-12", 3)
    assert conflicts(reports) == ()


def test_the_day_in_two_time_zones_is_no_dispute() -> None:
    both = "Donald Trump/hos/US/h; Shavkat Mirziyoyev/hos/UZ/g"
    west = at("a-1", "2025-11-06T22:00:00-05:00", "talks was 2025-11-06", "Washington,US", both)
    east = at("b-1", "2025-11-07T08:00:00+05:00", "talks was 2025-11-07", "Washington,US", both)
    assert fields(conflicts([west, east])) == {"start_date": ("basis", ["2025-11-06", "2025-11-07"])}


def test_most_and_weightiest_reports_decide_and_reprints_count_once() -> None:
    right = [at("a-1", "2024-07-03T10:00:00Z", "talks was 2024-07-03", "Astana,KZ")]
    wrong = [
        at("b-1", "2024-07-03T11:00:00Z", "talks was 2024-07-03", "Almaty,KZ"),
        at("b-2", "2024-07-03T12:00:00Z", "talks was 2024-07-03", "Almaty,KZ"),
    ]
    more = at("c-1", "2024-07-03T10:30:00Z", "talks was 2024-07-03", "Astana,KZ")
    made = consensus([*right, *wrong, more])
    assert made.fields["city"].value == "Astana"
    assert consensus([*right, *wrong, more], by_source({"b": 5.0})).fields["city"].value == "Almaty"
    assert fields(conflicts([*right, *wrong]))["city"] == ("dispute", ["Astana", "Almaty"])


def test_a_reprint_is_no_second_voice() -> None:
    said = [
        at("a-1", "2024-07-03T10:00:00Z", "talks was 2024-07-03", "Astana,KZ"),
        at("b-1", "2024-07-03T11:00:00Z", "talks was 2024-07-03", "Astana,KZ"),
        at("c-1", "2024-07-03T12:00:00Z", "talks was 2024-07-03", "Almaty,KZ"),
        at("d-1", "2024-07-03T13:00:00Z", "talks was 2024-07-03", "Almaty,KZ"),
        at("e-1", "2024-07-03T14:00:00Z", "talks was 2024-07-03", "Almaty,KZ"),
    ]
    assert consensus(said).fields["city"].value == "Almaty"
    for copy in said[2:]:
        copy.record["article"]["text_sha256"] = "0" * 64  # type: ignore[index]
    city = consensus(said).fields["city"]
    assert (city.value, city.support) == ("Astana", 1.6)


def test_participants_are_listed_once_in_their_fullest_form() -> None:
    who = (
        "-/del/KZ/h; Владимир Путин/hos/RU/g",
        "Касым-Жомарт Токаев/hos/KZ/h; Vladimir Putin/hos/RU/g",
        "Kassym-Jomart Tokayev/hos/KZ/h; -/del/RU/g",
    )
    published = "2024-07-03T10:00:00Z"
    reports = [at(f"{n}-1", published, "talks was 2024-07-03", who=one) for n, one in enumerate(who)]
    made = consensus(reports).participants
    assert [value.value["country"] for value in made] == ["KZ", "RU"]
    assert [len(value.reports) for value in made] == [2, 2]
    assert all(value.value["name"] and "evidence" not in value.value for value in made)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ({"value": 28.5e9, "period": "2023"}, {"value": 27e9, "period": "2023"}, "dispute"),
        ({"value": 28.5e9, "period": "2023"}, {"value": 27e9}, "dispute"),
        ({"value": 28.5e9, "period": "2023"}, {"value": 27e9, "period": "2022"}, None),
        ({"value": 28.5e9, "status": "actual"}, {"value": 40e9, "status": "target"}, None),
        ({"value": 30e9, "qualifier": "about"}, {"value": 28.5e9}, None),
        ({"value": 28.5e9}, {"value": 28.5e9, "period": "2023"}, None),
        ({"value": 28.5e9}, {"value": 27e9, "unit": "EUR"}, None),
        (
            {"metric": "documents_signed", "unit": "count", "value": 19, "status": "target"},
            {"metric": "documents_signed", "unit": "count", "value": 15, "status": "actual"},
            "update",
        ),
        (
            {"metric": "documents_signed", "unit": "count", "value": 20},
            {"metric": "documents_signed", "unit": "count", "value": 19},
            "dispute",
        ),
        (
            {"metric": "growth", "unit": "percent", "value": 10},
            {"metric": "growth", "unit": "percent", "value": 20},
            None,
        ),
    ],
)
def test_figures(one: dict[str, Any], other: dict[str, Any], kind: str | None) -> None:
    reports = [
        at("a-1", "2024-07-03T10:00:00Z", "talks was 2024-07-03", figures=[one]),
        at("b-1", "2024-07-03T11:00:00Z", "talks was 2024-07-03", figures=[other]),
    ]
    found = fields(conflicts(reports))
    name = f"figures.{one.get('metric', 'trade_turnover')}"
    assert {field: one[0] for field, one in found.items()} == ({name: kind} if kind else {})


def test_two_counts_of_documents_within_one_article() -> None:
    figures = [{"metric": "documents_signed", "unit": "count", "value": value} for value in (37, 18)]
    reports = [at("a-1", "2024-07-03T10:00:00Z", "talks was 2024-07-03", figures=figures)]
    (found,) = conflicts(reports)
    assert [claim.value["value"] for claim in found.claims] == [37, 18]


def test_visit_kinds() -> None:
    reports = [
        at("a-1", "2024-07-03T10:00:00Z", "visit is 2024-07-03", visit_kind="state"),
        at("b-1", "2024-07-03T11:00:00Z", "visit is 2024-07-03", visit_kind="official"),
        at("c-1", "2024-07-03T12:00:00Z", "visit is 2024-07-03", visit_kind="state"),
    ]
    assert consensus(reports).fields["visit_kind"].value == "state"
    assert fields(conflicts(reports)) == {"visit_kind": ("dispute", ["state", "official"])}


def test_no_report_no_values() -> None:
    with pytest.raises(ValueError, match="without a report"):
        consensus([])
    assert conflicts([]) == ()
