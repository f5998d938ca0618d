"""Whose report an article says it is."""

from __future__ import annotations

import pytest

from extractors.page.origin import origin_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks took place, Kazinform News Agency reports citing Akorda.", "Akorda"),
        ("The talks took place, Trend learnt from the Akorda press service.", "Akorda"),
        ("The talks took place, Trend reports with reference to the Ministry of Foreign Affairs.",
         "Ministry of Foreign Affairs"),
        ("The talks took place in Astana, Kazinform News Agency reports.", "Kazinform News Agency"),
        ("Встреча прошла в Астане, передает корреспондент МИА «Казинформ».", "Казинформ"),
        ("Мемлекет басшысы келді, деп хабарлайды Kazinform агенттігі Ақордаға сілтеме жасап.", "Ақорда"),
        ("Мемлекет басшысы келді, деп хабарлайды Ақорданың баспасөз қызметі.", "Ақорданың баспасөз қызметі"),
        ("SEOUL, Aug. 20 (Yonhap) -- The two leaders met.", "Yonhap"),
        ("МОСКВА, 29 июня. /ТАСС/. Встреча прошла.", "ТАСС"),
        ("ASTANA. KAZINFORM – The two leaders met.", "KAZINFORM"),
        ("The two leaders met in Astana (Kazakhstan) and/or in Almaty.", None),
        ("The two leaders met in Astana.", None),
        ("", None),
    ],
)
def test_the_source_named_in_the_first_paragraphs(text: str, expected: str | None) -> None:
    assert origin_of(text) == expected
