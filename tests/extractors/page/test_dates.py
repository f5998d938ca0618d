"""Printed dates, as publishers print them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.page.dates import Moment, parse_date, parse_moment


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2025-10-06T10:00:00+0500", "2025-10-06T10:00:00+05:00"),
        ("2025-10-06T10:00:00.123Z", "2025-10-06T10:00:00+00:00"),
        ("Mon, 06 Oct 2025 10:00:00 GMT", "2025-10-06T10:00:00+00:00"),
        ("2025-10-06", "2025-10-06"),
        ("20251006", "2025-10-06"),
        ("6 October 2025, 14:05", "2025-10-06T14:05:00"),
        ("October 6th, 2025 2:05 pm", "2025-10-06T14:05:00"),
        ("Oct. 6, 2025, 12:05 a.m.", "2025-10-06T00:05:00"),
        ("14:31, 06 October 2025 | GMT +5", "2025-10-06T14:31:00"),
        ("Published 6 Oct 2025 at 10:00 (GMT+5)", "2025-10-06T10:00:00+05:00"),
        ("06.10.2025 14:05", "2025-10-06T14:05:00"),
        ("10/25/2025", "2025-10-25"),
        ("1 Декабря 2020 14:02", "2020-12-01T14:02:00"),
        ("6 октября 2025 г., 18:20 МСК", "2025-10-06T18:20:00+03:00"),
        ("2025 жылғы 6 қазан 12:00", "2025-10-06T12:00:00"),
        ("6 жовтня 2025", "2025-10-06"),
        ("6 Ekim 2025", "2025-10-06"),
        ("6 oktyabr 2025", "2025-10-06"),
        ("1. August 2024 um 14.05 Uhr", "2024-08-01T14:05:00"),
        ("le 3 août 2024 à 12h30", "2024-08-03T12:30:00"),
        ("12 de octubre de 2025", "2025-10-12"),
        ("6 października 2025", "2025-10-06"),
        ("2025年10月6日 12:30", "2025-10-06T12:30:00"),
    ],
)
def test_a_printed_date_is_read(printed: str, expected: str) -> None:
    moment = parse_moment(printed)
    assert moment is not None
    assert moment.iso() == expected


@pytest.mark.parametrize("printed", ["", "Monday", "6 October", "31.06.2025", "12:30", "1066-10-14", "Room 12 of 2025"])
def test_what_is_no_whole_date_is_none(printed: str) -> None:
    assert parse_moment(printed) is None


@pytest.mark.parametrize(("order", "expected"), [("DMY", date(2025, 10, 6)), ("MDY", date(2025, 6, 10))])
def test_the_order_settles_what_can_be_read_both_ways(order: str, expected: date) -> None:
    assert parse_moment("06/10/2025", order) == Moment(expected)


def test_a_zone_is_supplied_only_to_a_time_without_one() -> None:
    almaty = ZoneInfo("Asia/Almaty")
    cases = {"6 Oct 2025 10:00": "2025-10-06T10:00:00+05:00", "6 Oct 2025 10:00 GMT": "2025-10-06T10:00:00+00:00",
             "6 Oct 2025": "2025-10-06"}
    for printed, expected in cases.items():
        moment = parse_moment(printed)
        assert moment is not None
        assert moment.iso(almaty) == expected


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.times())
def test_every_iso_moment_is_read_back(day: date, at: time) -> None:
    moment = datetime.combine(day, at, tzinfo=UTC).replace(microsecond=0)
    assert parse_date(moment.isoformat()) == moment


@given(st.text(max_size=600))
def test_no_text_raises(text: str) -> None:
    parse_moment(text)
