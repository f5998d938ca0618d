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


REMARKS = "Remarks by President Mulino and Prime Minister Briceño of Belize Before Bilateral Meeting"
TRANSCRIPT = """Palacio de las Garzas
Panama City, Panama

3:05 P.M. EST

PRESIDENT MULINO: (As interpreted.) Welcome to our house, Prime Minister. The canal is wide enough for both of us.

We have waited for the rain.

(Laughter.)

Q Mr. President, will the tolls be lowered this year for Belize?

PRESIDENT MULINO: I shall tell you after the lunch.

Q Thank you.

PRIME MINISTER BRICEÑO: Thank you for the welcome. We bring you sugar and good wishes.

AIDE: Thank you, press. Let us go, please.

MR. ORTEGA: The press will leave by the southern door.

3:11 P.M. EST
"""


def test_turns_of_a_transcript(main: Callable[..., SummitRecord]) -> None:
    """Heads in capitals; questions, aides and the hour are nobody's words."""
    record = main(TRANSCRIPT, REMARKS, published_at="2025-02-11T22:40:00+00:00", source="pa-presidencia")
    assert [(str(s["speaker"]).split()[-1], s["text"].split()[0]) for s in record["statements"]] == [
        ("Mulino", "(As"),
        ("Mulino", "I"),
        ("Briceño", "Thank"),
        ("Ortega", "The"),
    ]
    assert record["statements"][0]["text"].endswith("for the rain.")
    assert record["statements"][1]["text"] == "I shall tell you after the lunch."
    assert [p["name"] for p in record["participants"]] == ["José Raúl Mulino", "Johnny Briceño"]
    event = record["event"]
    assert event["place"] is not None
    assert (event["place"]["city"], event["place"]["country"], event["start_date"]) == (
        "Panama City",
        "PA",
        "2025-02-11",
    )


HEADING = "Foreign Minister Mateusz Nowak's opening remarks during talks with Foreign Minister of Chad Idriss Saleh"
SPEECHES = [
    # without a name under the mark of speech
    (
        f"🎙 {HEADING} (Warsaw, June 3, 2025)\n\n💬 We are glad to see you here.\n\nThe wells of Abéché are "
        "deep.\n\n<...>\n\nWe shall come back to this after lunch.\n\n#PolandChad",
        "We are glad to see you here.\n\nThe wells of Abéché are deep.\n\n<...>\n\nWe shall come back to this after "
        "lunch.",
    ),
    # points of a speech
    (
        f"{HEADING} (June 3, 2025, Warsaw)\n\nKey points:\n\n• We agreed on the wells.\n\n• Our experts go to Abéché "
        "in May.\n\nRead in full",
        "• We agreed on the wells.\n\n• Our experts go to Abéché in May.",
    ),
    # right under a heading with a colon
    (
        "On June 3, Foreign Minister of Poland Mateusz Nowak held talks with Foreign Minister of Chad Idriss Saleh in "
        "Warsaw.\n\n***\n\n💬 Mateusz Nowak’s opening remarks during his talks with Idriss Saleh:\n\nYesterday we "
        "saw the wells of our own south.\n\nMuch is left to do.",
        "Yesterday we saw the wells of our own south.\n\nMuch is left to do.",
    ),
    # the name in a tag
    (
        f"{HEADING} (Warsaw, June 3, 2025)\n\n💬 Mateusz #Nowak: The wells are deep.\n\nPresident Déby knows them "
        "all.\n\n📸 Photos: the ministry",
        "The wells are deep.\n\nPresident Déby knows them all.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEECHES)
def test_speech_under_a_heading(main: Callable[..., SummitRecord], text: str, expected: str) -> None:
    record = main(text, text.split("\n")[0].lstrip("🎙 "), published_at="2025-06-04T09:00:00+00:00", source="pl-msz")
    assert [(s["speaker"], s["text"]) for s in record["statements"]] == [("Mateusz Nowak", expected)]
    event = record["event"]
    assert event["place"] is not None
    assert (event["place"]["city"], event["place"]["country"], event["start_date"]) == ("Warsaw", "PL", "2025-06-03")
    assert {(p["name"], p["capacity"]) for p in record["participants"]} == {
        ("Mateusz Nowak", "host"),
        ("Idriss Saleh", "guest"),
    }


HEADS = [
    ("Mateusz Nowak: The wells are deep.\n\nIdriss Saleh (retranslated): We shall dig on.", ["Nowak", "Saleh"]),
    ("Mr Nowak: The wells are deep.\n\nMs. Saleh: We shall dig on.", ["Nowak", "Saleh"]),
    ("NOWAK: The wells are deep.\n\nSALEH: We shall dig on.", ["Nowak", "Saleh"]),
    ("FOREIGN MINISTER NOWAK: The wells are deep.\n\nFOREIGN MINISTER SALEH: We shall dig on.", ["Nowak", "Saleh"]),
    ("Question: Will there be more wells?\n\nAnswer: The wells are deep.", ["Nowak"]),
    ("Q: Will there be more wells?\n\nA: The wells are deep.", ["Nowak"]),
    ("❓ Will there be more wells?\n\n💬 Nowak: The wells are deep.", ["Nowak"]),
    ("SENIOR OFFICIAL: The wells are deep.\n\nOPERATOR: The next question, please.", ["Senior Official"]),
    # a dateline is no head
    ("ADDIS ABABA: The wells are deep and cold.", []),
]


@pytest.mark.parametrize(("text", "speakers"), HEADS)
def test_heads_of_turns(main: Callable[..., SummitRecord], text: str, speakers: list[str]) -> None:
    heading = f"{HEADING} (Warsaw, June 3, 2025)"
    record = main(f"{heading}\n\n{text}", heading, published_at="2025-06-04T09:00:00+00:00", source="pl-msz")
    assert [
        str(s["speaker"]).removeprefix("Mateusz ").removeprefix("Idriss ") for s in record["statements"]
    ] == speakers


def test_speech_under_a_byline(main: Callable[..., SummitRecord]) -> None:
    words = (
        "Good evening. I have just had a long talk with the President about the harbour, and we both believe that it "
        "can be dredged before the winter.\n\nThank you."
    )
    record = main(
        f"Ana Brnabić, Speaker of the National Assembly of Serbia\n\nNicosia, Cyprus\n\n{words}",
        "Press Statement Following a Meeting with Cypriot President Christodoulides",
    )
    assert [(s["speaker"], s["text"]) for s in record["statements"]] == [("Ana Brnabić", words)]
    assert {p["country"]: p["capacity"] for p in record["participants"]} == {"CY": "host", "RS": "guest"}
