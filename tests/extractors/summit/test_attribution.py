"""Who said it: attribution after, before and around a passage, and who is no official."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Main = Callable[..., SummitRecord]
TITLE = "Estonian, Ghanaian presidents hold talks"
LEAD = (
    "President of Estonia Alar Karis met President of Ghana John Mahama in Accra on Tuesday, with Estonian Foreign "
    "Minister Margus Tsahkna present.\n"
)
SPEAKERS = [
    ("“We agree that the ferry will carry our grain,” Karis said.", ["Alar Karis"]),
    ("“We agree that the ferry will carry our grain,” said Karis.", ["Alar Karis"]),
    ("“We agree that the ferry will carry our grain,” Mr. Karis told reporters.", ["Alar Karis"]),
    (
        (
            "“We agree that the ferry will carry our grain,” the Estonian president told a news conference "
            "after the talks."
        ),
        ["Alar Karis"],
    ),
    ("“We agree that the ferry will carry our grain,” said the president of Ghana.", ["John Mahama"]),
    (
        (
            "“We agree that the ferry will carry our grain,” Mahama, who took office in January, was quoted "
            "as saying by the state agency."
        ),
        ["John Mahama"],
    ),
    (
        ("“We agree that the ferry will carry our grain,” Mahama said on Tuesday. “It is a good day for us all.”"),
        ["John Mahama", "John Mahama"],
    ),
    (
        "“We agree that the ferry will carry our grain,” Mahama said, “and it is a good day for us all.”",
        ["John Mahama", "John Mahama"],
    ),
    ("“We agree,” Mahama said, adding that “the ferry will carry our grain at last”.", ["John Mahama"]),
    (
        "Karis, who is to lead talks on a new Mahama government, said: “We agree that the ferry will carry our grain.”",
        ["Alar Karis"],
    ),
    (
        "Karis said he did not grasp “the many statements on the ferry made in Accra”, Foreign Minister Tsahkna added.",
        ["Alar Karis"],
    ),
    ("Karis said: “We agree that the ferry will carry our grain.”", ["Alar Karis"]),
    ("Karis said, “We agree that the ferry will carry our grain.”", ["Alar Karis"]),
    ("Karis told reporters after the talks: “We agree that the ferry will carry our grain.”", ["Alar Karis"]),
    ("Karis added that “the ferry will carry our grain”.", ["Alar Karis"]),
    ("Speaking to reporters, Tsahkna said it was clear that “the ferry will carry our grain”.", ["Margus Tsahkna"]),
    ("Mahama thanked his guest. “We agree that the ferry will carry our grain,” he said.", ["John Mahama"]),
    ("Mahama thanked Karis for the visit. “We agree that the ferry will carry our grain,” he said.", ["John Mahama"]),
    (
        (
            "Mahama thanked his guest. He walked with him to the gate. “We agree that the ferry will carry "
            "our grain,” he added."
        ),
        ["John Mahama"],
    ),
    (
        (
            "After a walk with Karis, Mahama was in good spirits. “We agree that the ferry will carry our "
            "grain,” he said."
        ),
        ["John Mahama"],
    ),
    ("“We agree that the ferry will carry our grain,” said Foreign Ministry spokesman Kofi Asare.", ["Kofi Asare"]),
    (
        ("“We agree that the ferry will carry our grain,” Kofi Asare, a spokesman for the Ghanaian president, said."),
        ["Kofi Asare"],
    ),
    ("“We agree that the ferry will carry our grain,” said Kofi Asare, a spokesman for Mahama.", ["Kofi Asare"]),
    ("“We agree that the ferry will carry our grain,” a senior Ghanaian official said.", []),
    (("“We agree that the ferry will carry our grain,” said one diplomat who was in the room with Karis."), []),
    ("“We agree that the ferry will carry our grain,” an official close to Mahama said.", []),
    ("“We agree that the ferry will carry our grain,” said a spokesman for Mahama.", []),
    (("“We agree that the ferry will carry our grain,” the Ghanaian foreign ministry said in a statement."), []),
    ("“We agree that the ferry will carry our grain,” the Kremlin said in a statement.", ["Kremlin"]),
    ("“We agree that the ferry will carry our grain,” according to Karis.", ["Alar Karis"]),
    ("“We agree that the ferry will carry our grain,” Karis was cited by the agency as saying.", ["Alar Karis"]),
    ("According to Karis, “the ferry will carry our grain”.", ["Alar Karis"]),
    ("In the words of Karis, “the ferry will carry our grain”.", ["Alar Karis"]),
    ("As Karis put it, “the ferry will carry our grain”.", ["Alar Karis"]),
    ("“We agree that the ferry will carry our grain,” Karis wrote on his page.", ["Alar Karis"]),
    (
        ("“We agree that the ferry will carry our grain,” Estonian government office head Peep Tamm told reporters."),
        ["Peep Tamm"],
    ),
    ("“We agree that the ferry will carry our grain,” agreed the Estonian leader.", ["Alar Karis"]),
    ("Asked about the price, Mahama replied: “We agree that the ferry will carry our grain.”", ["John Mahama"]),
    ("“We agree that the ferry will carry our grain,” Mahama said when asked about Karis.", ["John Mahama"]),
    ("“We agree,” Karis said. Mahama called it “the ferry will carry our grain”.", ["John Mahama"]),
    (
        (
            "“We agree that the ferry will carry our grain,” said Karis. Mahama was less sure. “It is a long "
            "road from here to there,” he said."
        ),
        ["Alar Karis", "John Mahama"],
    ),
    (
        (
            "“We agree that the ferry will carry our grain,” said Karis. “It is a long road from here to "
            "there,” Mahama said."
        ),
        ["Alar Karis", "John Mahama"],
    ),
    (
        (
            "“We agree that the ferry will carry our grain,” said Karis. The ministers then left for the "
            "port. The harbour, which the town calls “the mouth of the old river”, was full."
        ),
        ["Alar Karis"],
    ),
    ("“We agree that the ferry will carry our grain,” said Mary Ofori, an analyst at a bank.", []),
    ("“We agree that the ferry will carry our grain,” said shopkeeper Mary Ofori.", []),
    (("“We agree that the ferry will carry our grain,” Ama Boateng, chief executive of Volta Lines, said."), []),
    ("“We agree that the ferry will carry our grain,” Mahama told Karis.", ["John Mahama"]),
    ("“We agree that the ferry will carry our grain,” Karis told his Ghanaian counterpart.", ["Alar Karis"]),
    ("“We agree that the ferry will carry our grain,” Karis went on to say.", ["Alar Karis"]),
    ("“We agree that the ferry will carry our grain,” Karis is reported to have said.", ["Alar Karis"]),
    ("“We agree that the ferry will carry our grain,” Karis’s office said.", []),
    ("“We agree that the ferry will carry our grain,” said Karis’s spokeswoman, Liis Kask.", ["Liis Kask"]),
    ("“We agree that the ferry will carry our grain,” Karis stressed in his opening remarks.", ["Alar Karis"]),
    ("“We agree that the ferry will carry our grain,” read a joint statement.", []),
    ("For his part, Karis noted: “We agree that the ferry will carry our grain.”", ["Alar Karis"]),
    ("Welcoming the guest, Mahama recalled old ties, saying “the ferry will carry our grain”.", ["John Mahama"]),
    ("Mahama said his guest was right to hope, “because the ferry will carry our grain”.", ["John Mahama"]),
    ("“We agree that the ferry will carry our grain,” Karis said of Mahama.", ["Alar Karis"]),
    ("“We agree that the ferry will carry our grain,” Ghana’s Mahama said.", ["John Mahama"]),
    ("“We agree that the ferry will carry our grain,” said Ghana’s Mahama.", ["John Mahama"]),
    ("“We agree that the ferry will carry our grain,” both presidents said.", []),
    ("Mahama said that the port would open in May.\n“We agree that the ferry will carry our grain.”", ["John Mahama"]),
    ("Mahama said that the port would open in May. “We agree that the ferry will carry our grain.”", ["John Mahama"]),
    (
        (
            "Mahama thanked his guest.\nHe said the port would open in May.\n“We agree that the ferry will "
            "carry our grain.”"
        ),
        ["John Mahama"],
    ),
    (
        (
            "“We agree that the ferry will carry our grain,” Karis said. Mahama noted that the port was "
            "small. “It is a long road from here to there.”"
        ),
        ["Alar Karis", "John Mahama"],
    ),
    ("The port would open in May, an official said.\n“We agree that the ferry will carry our grain.”", []),
    ("The port is old.\n“We agree that the ferry will carry our grain.”", []),
    ("We know that the port is old, Mahama said he had been told.", []),
]
UNMARKED = [
    ("We agree that the ferry will carry our grain, said the President of Ghana.", ["John Mahama"]),
    ("We agree that the ferry will carry our grain, Mahama said.", ["John Mahama"]),
    ("I am glad to see you in Accra. Our people remember your help, Mahama said welcoming the guest.", ["John Mahama"]),
    (
        (
            "The presidents walked to the port. I am glad to see you in Accra. Our people remember your "
            "help, Mahama said welcoming the guest. Then they signed a pact on fish."
        ),
        ["John Mahama"],
    ),
    (
        (
            "Mahama thanked the guest for coming. We set great store by our ties with Tallinn and shall open "
            "an embassy there, he said. Karis promised to help."
        ),
        ["John Mahama"],
    ),
    ("I am sure that this visit will give a push to our ties, – Karis noted.", ["Alar Karis"]),
    ("I am sure that this visit will give a push to our ties, emphasized Alar Karis in his turn.", ["Alar Karis"]),
    (
        (
            "I thank you for the warm welcome. Ghana is our first partner in West Africa. Trade grew by a "
            "third, but it can grow further, the Estonian President stressed."
        ),
        ["Alar Karis"],
    ),
    ("In turn, Mahama said: I thank you for coming. We are ready to work on all of it.", ["John Mahama"]),
    ("In turn, Mahama said that Ghana was ready to work on all of it, and that trade would grow.", []),
    ("The port will be ready in May, Mahama said.", []),
    ("Trade rose by 14 percent last year, the Estonian president noted.", []),
    (
        (
            "Both of our countries know what the sea means, and that is why we shall build the pier "
            "together, said Margus Tsahkna after the talks."
        ),
        ["Margus Tsahkna"],
    ),
    ("We would like to thank our hosts, said the spokesman of the Estonian president.", []),
    ("You have done a great deal for the friendship of our peoples, Karis told Mahama.", ["Alar Karis"]),
    ("Let me thank you for the good work, Mahama said.", ["John Mahama"]),
    ("Ghana is a reliable friend and we value this, as Alar Karis put it.", ["Alar Karis"]),
]


def speakers(record: SummitRecord) -> list[str | None]:
    return [statement["speaker"] for statement in record["statements"]]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speaker(main: Main, text: str, expected: list[str]) -> None:
    assert speakers(main(LEAD + text, TITLE, published_at="2025-03-05")) == expected


@pytest.mark.parametrize(("text", "expected"), UNMARKED)
def test_speaker_without_marks(main: Main, text: str, expected: list[str]) -> None:
    assert speakers(main(LEAD + text, TITLE, published_at="2025-03-05")) == expected


def test_somebody_known_by_his_office_alone(main: Main) -> None:
    text = (
        "“It will be a long road for us,” said Kwabena Osei Adomako, speaker of the lower house. “But we know it,” "
        "he said."
    )
    assert speakers(main(LEAD + text, TITLE)) == ["Kwabena Osei Adomako", "Kwabena Osei Adomako"]


def test_what_is_said_far_below_is_about_something_else(main: Main) -> None:
    filler = "The harbour was built long ago. " * 25
    assert speakers(main(f"{LEAD}{filler}“We shall mend the roof of the town hall,” Karis said.", TITLE)) == []
