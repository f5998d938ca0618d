"""Articles of a feed that has lost its quotation marks and apostrophes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord
from extractors.summit.layout.lost_marks import with_marks

RESTORED = [
    # after the passage, before it, over the attribution
    (
        "Malta s president didn t wait.  We shall sail at dawn,  Abela said.  The sea is calm.  The crew slept.",
        "Malta’s president didn’t wait. “We shall sail at dawn,” Abela said. “The sea is calm.” The crew slept.",
    ),
    (
        "The minister s aide added:  We shall sail at dawn.  Nobody asked why.",
        "The minister’s aide added: “We shall sail at dawn.” Nobody asked why.",
    ),
    # a fragment, closed before a full stop or a comma, or within the sentence
    (
        "He doesn t like it, saying  the sea is too rough for us . The others left.",
        "He doesn’t like it, saying “the sea is too rough for us”. The others left.",
    ),
    (
        "Malta s  long winter  is over, the minister said.",
        "Malta’s “long winter” is over, the minister said.",
    ),
    # a plural's apostrophe, a dash, a space too many
    (
        "The ministers  talks in Malta s capital were short.",
        "The ministers’ talks in Malta’s capital were short.",
    ),
    (
        "Malta s fleet   old as it is   sailed.",
        "Malta’s fleet   old as it is   sailed.",
    ),
    (
        "Malta s fleet sailed at the  first light. The crew slept.",
        "Malta’s fleet sailed at the  first light. The crew slept.",
    ),
    # two that follow each other, the agency that quotes
    (
        "Malta s minister spoke.  We shall sail,  Abela said.  We shall win,  Borg said.",
        "Malta’s minister spoke. “We shall sail,” Abela said. “We shall win,” Borg said.",
    ),
    (
        "It s late.  We shall sail at dawn,  the news agency quoted Abela as saying.",
        "It’s late. “We shall sail at dawn,” the news agency quoted Abela as saying.",
    ),
    # the end of the text closes too
    (
        "It s late, Abela said.  I can t say when we shall sail.",
        "It’s late, Abela said. “I can’t say when we shall sail.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RESTORED)
def test_marks_are_put_back(text: str, expected: str) -> None:
    assert with_marks(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        # a text with marks has lost none
        "Malta s president said:  “We shall sail.”  The crew slept.",
        "Malta's  president sailed.  He was late.",
        # nothing shows that there were any
        "The president sailed.  He was late.  The crew slept.",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert with_marks(text, "en") == text


def test_records_show_the_words_as_printed(main: Callable[..., SummitRecord]) -> None:
    text = (
        "VALLETTA (Reuters) - Malta s Prime Minister Robert Abela met Icelandic Prime Minister Kristrun Frostadottir "
        "in Valletta on Tuesday.  We don t need more words about fish but more fish,  Abela told reporters.  I m sure "
        "that we shall find it.  They agreed to share Malta s old harbour."
    )
    record = main(text, "Malta, Iceland agree to share harbour", published_at="2025-03-05", source="reuters")
    assert {p["name"] for p in record["participants"]} == {"Robert Abela", "Kristrun Frostadottir"}
    assert [(s["speaker"], s["text"]) for s in record["statements"]] == [
        ("Robert Abela", "We don t need more words about fish but more fish"),
        ("Robert Abela", "I m sure that we shall find it."),
    ]
    for statement in record["statements"]:
        start, end = statement["evidence"][0]
        assert text[start:end] == statement["text"]
    assert [o["text"] for o in record["outcomes"]] == ["They agreed to share Malta s old harbour"]
