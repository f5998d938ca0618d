"""Direct speech: its bounds, word for word, and its speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

LEAD = (
    "Prime Minister of Thailand Anutin Charnvirakul met with Prime Minister of Laos Sonexay Siphandone in Vientiane on "
    "Tuesday.\n"
)
CASES = [
    # after, with marks
    (
        '"The bridge will be open before the rains begin," Anutin said.',
        [("Anutin", "The bridge will be open before the rains begin")],
    ),
    # curly marks, verb first
    (
        "“We have waited for this road for ten years,” said Sonexay.",
        [("Sonexay", "We have waited for this road for ten years")],
    ),
    # before the passage
    ('Sonexay said: "There is nothing left to argue about."', [("Sonexay", "There is nothing left to argue about.")]),
    # split by the attribution
    (
        '"The first train left today," Anutin said. "The second one leaves tomorrow morning."',
        [("Anutin", "The first train left today"), ("Anutin", "The second one leaves tomorrow morning.")],
    ),
    # "he" is who was told of last
    (
        'Sonexay thanked his guest. "Our farmers will remember this visit," he said.',
        [("Sonexay", "Our farmers will remember this visit")],
    ),
    # without marks, closed by the speaker
    (
        "Our two peoples share one river. I am sure that we shall also share its power, said Sonexay Siphandone.",
        [("Sonexay", "Our two peoples share one river. I am sure that we shall also share its power")],
    ),
    # without marks after a narrative sentence
    (
        "Sonexay thanked the guest for the aid. I shall never forget the boats that you sent us, he said.",
        [("Sonexay", "I shall never forget the boats that you sent us")],
    ),
    # a transcript
    (
        "Prime Minister of Thailand Anutin Charnvirakul: Thank you for the warm welcome. I bring you good news.",
        [("Anutin", "Thank you for the warm welcome. I bring you good news.")],
    ),
    # indirect speech is none
    ("Anutin said that the bridge would be open before the rains begin.", []),
    # an institution speaks
    (
        '"The gates of the dam will stay shut until the autumn," the UN said in a statement.',
        [("UN", "The gates of the dam will stay shut until the autumn")],
    ),
    # a clause with a title that nobody knows stands between the verb and the name
    (
        '"The harvest has never been so good on either bank," said Sonexay, who wore a straw hat.',
        [("Sonexay", "The harvest has never been so good on either bank")],
    ),
    # who is asked about the words of others is not their speaker
    (
        'Asked what the bank had said about the debt, Anutin said, "We shall pay every coin of it by May."',
        [("Anutin", "We shall pay every coin of it by May.")],
    ),
    # a source without a name does not speak for the person quoted before
    (
        '"The first train left today," Anutin said. "Nobody was on board the first train," a railway source in the '
        "capital told reporters.",
        [("Anutin", "The first train left today")],
    ),
    # a letter reads
    (
        '"I share the sorrow of the families of the fishermen," the telegram of Anutin Charnvirakul reads.',
        [("Anutin", "I share the sorrow of the families of the fishermen")],
    ),
    # marks that cannot be seen cling to words
    (
        '"The bridge will be open before the rains begin," Anutin \u200csaid.',
        [("Anutin", "The bridge will be open before the rains begin")],
    ),
    # a paragraph that is all speech goes on from the paragraph before
    (
        '"The first train left today," Anutin said.\n"Nothing but rice will be on board the second one."',
        [("Anutin", "The first train left today"), ("Anutin", "Nothing but rice will be on board the second one.")],
    ),
    # a turn of a transcript runs over paragraphs up to the next label
    (
        "\U0001f4ac Anutin Charnvirakul: Thank you for the warm welcome.\n\nI bring you good news.\n\n"
        "Sonexay Siphandone (retranslated): We have waited for it.\n\n***\n\nThe ministers of both countries attended.",
        [
            ("Anutin", "Thank you for the warm welcome.\n\nI bring you good news."),
            ("Sonexay", "We have waited for it."),
        ],
    ),
    # a name in marks is none
    ('The sides spoke of the "Green Corridor Plan" as well.', []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_statements(main: Callable[..., SummitRecord], text: str, expected: list[tuple[str, str]]) -> None:
    found = main(LEAD + text)["statements"]
    assert [s["text"] for s in found] == [words for _, words in expected]
    for statement, (surname, _) in zip(found, expected, strict=True):
        assert surname in str(statement["speaker"])


def test_evidence_is_the_passage_itself(main: Callable[..., SummitRecord]) -> None:
    text = LEAD + '"The bridge will be open before the rains begin," Anutin said.'
    for statement in main(text, title="Thai, Lao prime ministers meet")["statements"]:
        start, end = statement["evidence"][0]
        assert text[start:end] == statement["text"]


def test_what_is_said_is_not_reported(read: Callable[..., list[SummitRecord]]) -> None:
    records = read(
        LEAD + '"I told you that the King of Norway will visit Sweden and meet the King of Sweden," Anutin said.'
    )
    assert {side for r in records for side in (p["country"] for p in r["participants"])} == {"TH", "LA"}
