"""The floors read what they are said to read, and nothing else, as records that keep the contract."""

from __future__ import annotations

import pytest

from benchmarks.accuracy.floors import every_pair, keyword
from extractors.article import Article
from extractors.record import problems


def article(text: str, title: str | None = None) -> Article:
    return Article(text=text, title=title, published_at="2024-07-04", id="t-1")


def named(record: dict[str, object]) -> list[object]:
    participants = record["participants"]
    assert isinstance(participants, list)
    return [one["name"] or one["country"] for one in participants]


def test_every_pair_in_a_sentence_has_met_once() -> None:
    found = every_pair(article(
        "President Vladimir Putin wrote of Xi Jinping and of Kassym-Jomart Tokayev. Later Putin praised Xi Jinping. "
        "Emmanuel Macron was elsewhere.",
    ))
    assert [named(record) for record in found] == [
        ["Vladimir Putin", "Xi Jinping"], ["Vladimir Putin", "Kassym-Jomart Tokayev"],
        ["Xi Jinping", "Kassym-Jomart Tokayev"]]
    assert all(problems(record) == [] for record in found)
    assert {record["event"]["start_date"] for record in found} == {"2024-07-04"}
    assert [one["country"] for one in found[1]["participants"]] == ["RU", "KZ"]


def test_only_the_lead_is_main() -> None:
    plain = "The weather was fine. " * 3
    found = every_pair(article(f"Vladimir Putin met Xi Jinping. {plain}Emmanuel Macron called Olaf Scholz."))
    assert [record["event"]["is_main"] for record in found] == [True, False]


@pytest.mark.parametrize(
    ("title", "text", "kind", "parties"),
    [
        ("Putin, Macron meet", "They smiled.", "bilateral_meeting", ["Vladimir Putin", "Emmanuel Macron"]),
        (None, "Vladimir Putin spoke by phone with Xi Jinping.", "phone_call", ["Vladimir Putin", "Xi Jinping"]),
        (None, "Kazakh and Uzbek ministers held talks.", "bilateral_meeting", ["KZ", "UZ"]),
        (None, "Vladimir Putin will travel: a visit to China is near.", "visit", ["Vladimir Putin", "CN"]),
    ],
)
def test_a_keyword_in_the_lead_makes_one_contact_of_the_first_two(
    title: str | None, text: str, kind: str, parties: list[str]
) -> None:
    [record] = keyword(article(text, title))
    assert record["event"]["type"] == kind
    assert named(record) == parties
    assert problems(record) == []


@pytest.mark.parametrize("text", ["", "Wheat prices rose in Kazakhstan and in Russia.", "The board met on Monday.",
                                  "One. Two. Three. The Kazakh and Uzbek ministers held talks."])
def test_no_keyword_or_no_parties_in_the_lead_make_no_contact(text: str) -> None:
    assert keyword(article(text)) == []
    assert every_pair(article(text)) == []
