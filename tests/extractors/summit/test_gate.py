"""The gate: what may report a contact passes, what cannot costs no more than the look."""

from __future__ import annotations

import pytest

from extractors.languages import UnsupportedLanguage
from extractors.summit.gate import SHORT, may_report

FILL = "The harbour was rebuilt after the storm and the ferries now run every hour on weekdays. " * 6


@pytest.mark.parametrize(
    "sentence",
    [
        "The president of Palau met the foreign minister of Nauru.",
        "PRESIDENT OF PALAU MEETS FOREIGN MINISTER OF NAURU",
        "Envoys of Palau and Fiji opened talks in Suva.",
        "Officials said the U.S. and Fiji would sign a fishing treaty.",
        "I wish the people of Fiji a joyous day of independence.",
        "The Kiribati-Fiji consultations on fish were held in Suva.",
        "The prime minister of Fiji’s neighbour arrived in Tonga.",
        "Leaders of Tonga, Fiji and Samoa gathered on the island.",
    ],
)
def test_contact_passes(sentence: str) -> None:
    assert len(FILL) > SHORT
    assert may_report(None, f"{FILL}{sentence} {FILL}")
    assert may_report(sentence, FILL)


@pytest.mark.parametrize(
    "sentence",
    [
        "The goalkeeper met his old team in the second half.",
        "The company signed a lease for its shop in Suva.",
        "The court received a letter from the tenant.",
        "The president of the club was pleased.",
        "Fiji exports sugar to Tonga.",
        "The conference of dentists was called off.",
    ],
)
def test_what_names_no_contact_or_no_parties_does_not(sentence: str) -> None:
    assert not may_report(sentence, f"{FILL}{sentence} {FILL}")


def test_parties_of_another_sentence_do_not_count() -> None:
    assert not may_report(None, f"{FILL}The dentists met on the pier. The president of Palau and Fiji watch. {FILL}")


def test_short_text_passes_with_a_word_of_a_contact() -> None:
    assert may_report(None, "Surangel Whipps arrived. They met.")
    assert not may_report(None, "Surangel Whipps sings.")


def test_empty_and_unsupported() -> None:
    assert not may_report(None, "")
    with pytest.raises(UnsupportedLanguage):
        may_report(None, "text", "xx")
