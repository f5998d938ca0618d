"""Texts that are one are told from texts that only treat the same."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.similar import ALIKE, BANDS, MIN_RUNS, PLACES, bands, likeness, signature

WORDS = [f"word{n}" for n in range(4000)]


def text(seed: int, length: int = 300) -> list[str]:
    chosen = random.Random(seed)  # noqa: S311 - made up texts
    return [chosen.choice(WORDS) for _ in range(length)]


def sign(words: list[str]) -> tuple[int, ...]:
    found = signature(" ".join(words))
    assert found is not None
    return found


def true_likeness(one: list[str], other: list[str]) -> float:
    runs = [{tuple(words[n:n + 3]) for n in range(len(words) - 2)} for words in (one, other)]
    return len(runs[0] & runs[1]) / len(runs[0] | runs[1])


def test_case_punctuation_and_line_breaks_do_not_count() -> None:
    words = text(1)
    assert signature(" ".join(words)) == signature(",\n".join(word.upper() for word in words))


def test_another_lead_leaves_the_text_the_same_one() -> None:
    words = text(1)
    edited = text(2, 20) + words[15:]
    assert likeness(sign(words), sign(edited)) >= ALIKE
    assert set(bands(sign(words))) & set(bands(sign(edited)))


def test_two_texts_of_the_same_words_are_not_one() -> None:
    words = text(1)
    shuffled = random.Random(3).sample(words, len(words))  # noqa: S311
    assert likeness(sign(words), sign(shuffled)) < 0.1
    assert not set(bands(sign(words))) & set(bands(sign(shuffled)))


@pytest.mark.parametrize("changed", [5, 15, 40, 100])
def test_the_estimate_is_within_its_error(changed: int) -> None:
    words = text(7)
    other = [f"new{n}" if n < changed else word for n, word in enumerate(words)]
    assert likeness(sign(words), sign(other)) == pytest.approx(true_likeness(words, other), abs=0.13)


def test_a_short_text_has_no_signature() -> None:
    assert signature(" ".join(text(1, MIN_RUNS + 1))) is None
    assert signature("") is None
    assert signature(" ".join(text(1, MIN_RUNS + 2))) is not None


def test_the_numbers_that_the_warehouse_keeps_never_change() -> None:
    found = sign(text(11, 60))
    assert (found[0], found[59], found[119]) == PINNED
    assert bands(found)[0] == PINNED_BAND


@given(st.text(max_size=3000))
@settings(deadline=None)
def test_any_text_has_numbers_that_a_column_holds(given_text: str) -> None:
    found = signature(given_text)
    if found is not None:
        assert len(found) == PLACES
        assert all(0 <= place < 2**31 for place in found)
        assert len(bands(found)) == BANDS
        assert all(-2**63 <= band < 2**63 for band in bands(found))


PINNED = (24170499, 11344511, 82482116)
PINNED_BAND = -1039160521288558456
