"""Which signs a contact shows, and what the calibration makes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from extractors.record import SummitRecord
from extractors.summit.confidence.calibration import CEILING, FLOOR, Calibration, CalibrationError, shipped
from extractors.summit.confidence.patterns import SHORT, SIGNS
from extractors.summit.confidence.pipe import Confidence
from extractors.summit.confidence.signs import signs
from extractors.summit.reading import Contact, Entity, Reading, Sentence, Unit

EVEN = Calibration(0.0, dict.fromkeys(SIGNS, 1.0), ((0.0, 0.1), (8.0, 0.9)))
ALL, NONE = dict.fromkeys(SIGNS, True), dict.fromkeys(SIGNS, False)
SOME = some.fixed_dictionaries(dict.fromkeys(SIGNS, some.booleans()))


def sentence(index: int, words: int) -> Sentence:
    return Sentence(index, 0, 0, 0, units=[Unit("word", 0, 4)] * words)


READING = Reading(
    "en",
    sentences=[sentence(0, SHORT - 1), sentence(1, SHORT)],
    entities=[
        Entity(0, "Ana Hill", "head_of_state", country="HR"),
        Entity(1, "Ben Lake", "head_of_government", country="KZ"),
        Entity(2, None, "delegation", country="KZ"),
        Entity(3, "Cy Marsh", "foreign_minister", country="UZ"),
        Entity(4, "Di North", "head_of_state", country="UZ"),
    ],
)
FULL = Contact(
    "bilateral_meeting",
    "held",
    [0, 1],
    0,
    0,
    9,
    "meet.with",
    first_day="2025-03-03",
    country="KZ",
    is_main=True,
    evidence=[(0, 9), (20, 29)],
)


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, set()),
        ({"is_main": False}, {"main"}),
        ({"parties": [0, 2]}, {"named"}),
        ({"parties": [0, 2], "type": "visit"}, set()),
        ({"parties": [2], "type": "visit"}, {"named", "peers"}),
        ({"first_day": None}, {"dated"}),
        ({"first_day": None, "status": "ongoing"}, {"dated"}),
        ({"first_day": None, "status": "planned"}, set()),
        ({"country": None}, {"placed"}),
        ({"country": None, "type": "phone_call"}, set()),
        ({"country": None, "type": "visit"}, {"placed"}),
        ({"parties": [0, 1, 4]}, {"pair"}),
        ({"parties": [0, 3]}, {"peers"}),
        ({"evidence": [(0, 9)]}, {"repeated"}),
        ({"sentence": 1}, {"short"}),
    ],
)
def test_each_sign_is_missed_where_it_is_not(changed: dict[str, Any], missing: set[str]) -> None:
    shown = signs(READING, replace(FULL, **changed))
    assert shown.keys() == SIGNS.keys()
    assert {sign for sign, holds in shown.items() if not holds} == missing


@given(SOME, some.sampled_from(sorted(SIGNS)))
def test_no_sign_speaks_against_a_record(shown: dict[str, bool], sign: str) -> None:
    less, more = ({**shown, sign: holds} for holds in (False, True))
    assert FLOOR <= shipped().confidence(less) <= shipped().confidence(more) <= CEILING


def test_what_ships_tells_full_records_from_bare_ones() -> None:
    assert shipped().confidence(ALL) > 0.8
    assert shipped().confidence(NONE) < 0.3


def test_the_curve_is_straight_between_its_points_and_level_beyond() -> None:
    assert EVEN.confidence(NONE) == 0.1
    assert EVEN.confidence(ALL) == 0.9
    assert EVEN.confidence({**NONE, "main": True, "dated": True}) == pytest.approx(0.3)
    narrow = Calibration(0.0, dict.fromkeys(SIGNS, 1.0), ((3.0, 0.2), (5.0, 0.6)))
    assert (narrow.confidence(NONE), narrow.confidence(ALL)) == (0.2, 0.6)
    assert Calibration(0.0, dict.fromkeys(SIGNS, 1.0), ((3.0, 0.4),)).confidence(ALL) == 0.4


def test_confidence_stays_within_floor_and_ceiling() -> None:
    steep = Calibration(0.0, dict.fromkeys(SIGNS, 1.0), ((0.0, 0.0), (8.0, 1.0)))
    assert (steep.confidence(NONE), steep.confidence(ALL)) == (FLOOR, CEILING)


def test_a_calibration_is_what_its_json_says() -> None:
    assert Calibration.from_json(EVEN.to_json()) == EVEN


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"weights": {"main": 1.0}}, "looks for"),
        ({"weights": {**dict.fromkeys(SIGNS, 1.0), "moon": 1.0}}, "moon"),
        ({"weights": {**dict.fromkeys(SIGNS, 1.0), "main": -0.1}}, "below 0"),
        ({"curve": []}, "empty"),
        ({"curve": [[0, 0.5], [1, 0.4]]}, "rise"),
        ({"curve": [[1, 0.4], [1, 0.5]]}, "rise"),
        ({"curve": [[1, 0.4, 3]]}, "intercept, weights and curve"),
        ({"intercept": "much"}, "intercept, weights and curve"),
        ({"weights": None}, "intercept, weights and curve"),
    ],
)
def test_a_calibration_that_does_not_fit_is_refused(changed: dict[str, Any], why: str) -> None:
    with pytest.raises(CalibrationError, match=why):
        Calibration.from_json({**EVEN.to_json(), **changed})


def test_the_pipe_weighs_every_contact_by_the_calibration_it_is_given(english: Any) -> None:
    doc = english.nlp.make_doc("")
    doc._.reading = replace(READING, text=" ", contacts=[replace(FULL), replace(FULL, is_main=False)])
    Confidence(EVEN)(doc)
    first, second = doc._.reading.contacts
    assert (first.confidence, second.confidence) == (pytest.approx(0.9), pytest.approx(0.8))


def test_a_full_report_is_surer_than_a_passing_mention(read: Callable[..., list[SummitRecord]]) -> None:
    found = read(
        "President of Kazakhstan Kassym-Jomart Tokayev met with President of Croatia Zoran Milanovic in Zagreb on "
        "Tuesday.\n\nThe talks were held behind closed doors.\n\nEarlier Tokayev had held talks with the Prime "
        "Minister of Slovenia Robert Golob.",
        title="Tokayev meets Croatian President in Zagreb",
    )
    by_confidence = sorted(found, key=lambda one: -one["confidence"])
    assert [one["event"]["is_main"] for one in by_confidence] == [True, False]
    assert by_confidence[0]["confidence"] > 0.7 > 0.5 > by_confidence[1]["confidence"]


def test_the_shipped_curve_spans_what_the_reader_meets() -> None:
    curve = shipped().curve
    assert len(curve) >= 4
    assert all(right - left > 0 for (left, _), (right, _) in pairwise(curve))
