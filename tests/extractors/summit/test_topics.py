"""What the parties talked about, and what only stands near."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Main = Callable[..., SummitRecord]
Read = Callable[..., list[SummitRecord]]
LEAD = "President of Croatia Zoran Milanovic met with President of Ghana John Mahama in Accra on Tuesday.\n"


def _codes(record: SummitRecord) -> set[str]:
    return {topic["code"] for topic in record["topics"]}


SUBJECTS = [
    (
        "They touched upon fisheries, the shipbuilding industry and vocational training.",
        {"agriculture_food", "culture_education"},
    ),
    ("The talks covered power lines, gas pipelines and renewable energy.", {"energy"}),
    ("The presidents dwelt on direct flights, seaports and a transport corridor.", {"transport_logistics"}),
    ("Views were exchanged on cybersecurity and artificial intelligence.", {"digital"}),
    ("Milanovic stressed the need to fight organized crime and smuggling of weapons.", {"security_defence"}),
    ("They set out their positions on a ceasefire in Sudan.", {"conflict_peace"}),
    ("Mahama urged the lifting of the arms embargo.", {"sanctions"}),
    ("The agenda included labour migration and visa liberalisation.", {"migration"}),
    ("They reviewed the response to malaria and the supply of vaccines.", {"health"}),
    ("The two leaders discussed desalination and the use of the Volta River's water resources.", {"water"}),
    ("They raised press freedom and the rule of law.", {"human_rights"}),
    (
        "Mahama spoke in favour of United Nations Security Council reform and discussed it with his guest.",
        {"institutional_reform"},
    ),
    ("They compared notes on deforestation and climate finance.", {"environment_climate"}),
    ("Outer space and satellites were in focus too.", {"space"}),
    ("Cooperation at the UN and other multilateral platforms was discussed.", {"regional_cooperation"}),
    ("They considered the Lobito Corridor and its extension.", {"transport_logistics"}),
    ("The presidents discussed cooperation in the humanitarian sphere.", {"culture_education"}),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_subject(main: Main, text: str, expected: set[str]) -> None:
    assert expected <= _codes(main(LEAD + text))


NO_SUBJECTS = [
    (
        "The energy minister and the trade ministry's officials were thanked for their work.",
        {"energy", "trade_economy"},
    ),
    ("They were received with military honours and praised the orchestra.", {"security_defence"}),
    ("Ties remain strong in a changing international environment, they stressed.", {"environment_climate"}),
    ("They wished each other good health.", {"health"}),
    ("They praised the Council for Growth, Energy, and the Environment.", {"energy", "environment_climate"}),
    ("They spoke about the forces massed at the borders of Mali.", {"border_territory"}),
    ("The memories of the cold war were recalled.", {"conflict_peace"}),
    ("Economists said that inflation had slowed, the broadcaster's Ivan Horvat said.", {"trade_economy"}),
]


@pytest.mark.parametrize(("text", "codes"), NO_SUBJECTS)
def test_no_subject(main: Main, text: str, codes: set[str]) -> None:
    assert not codes & _codes(main(LEAD + text))


def test_list_of_documents_adds_nothing_to_what_was_discussed(main: Main) -> None:
    said = "They discussed coal and tourism.\n"
    signed = "Eleven documents were signed, among them memorandums on health and space exploration."
    assert _codes(main(LEAD + said + signed)) == {"energy", "tourism"}
    assert {"health"} <= _codes(main(LEAD + signed))


def test_subjects_of_another_meeting_stay_there(main: Main) -> None:
    record = main(
        LEAD
        + "They discussed tourism.\n"
        + "Later Milanovic met with Vice-President of Ghana Jane Opoku-Agyemang. The two discussed malaria."
    )
    assert _codes(record) == {"tourism"}


def test_subjects_of_talks_to_come(main: Main) -> None:
    lead = "President of Croatia Zoran Milanovic will meet with President of Ghana John Mahama in Accra on Friday.\n"
    assert _codes(main(lead + "They will discuss fisheries.")) == {"agriculture_food"}
    assert _codes(main(lead + "Ghana said earlier that its cocoa farmers needed rice.")) == set()


def test_two_of_the_many_talk_about_their_own_affairs(main: Main) -> None:
    record = main(
        "BAKU. KAZINFORM – The 14th OTS summit was held in Baku on September 16.\nThe meeting was chaired by President "
        "of Azerbaijan Ilham Aliyev. It was attended by President of Uzbekistan Shavkat Mirziyoyev and President of "
        "Türkiye Recep Tayyip Erdoğan. The participants discussed tourism.\n"
        "On the sidelines, Ilham Aliyev met with Prime Minister of Hungary Viktor Orban.\n"
        "The two discussed vaccines."
    )
    assert "tourism" in _codes(record)
    assert "health" not in _codes(record)


def test_talks_with_a_body_are_about_its_field(main: Main) -> None:
    record = main("President of Ghana John Mahama met with IAEA Director General Rafael Grossi in Accra on Tuesday.")
    assert _codes(record) == {"nuclear"}


def test_three_leaders_talk_about_their_region(main: Main) -> None:
    record = main(
        "President of Croatia Zoran Milanovic, President of Slovenia Natasa Pirc Musar and President of Austria "
        "Alexander Van der Bellen held trilateral talks in Zagreb on Tuesday.\nThey discussed tourism."
    )
    assert _codes(record) == {"regional_cooperation", "tourism"}


RELATED = [
    "Ghana is a reliable partner of ours, Milanovic noted.",
    "Mahama noted the support for the Ghanaian people.",
    "They agreed to stay in contact.",
    "The leaders confirmed that they were neighbours in spirit.",
]


@pytest.mark.parametrize("text", RELATED)
def test_words_about_each_other(main: Main, text: str) -> None:
    assert "bilateral_relations" in _codes(main(LEAD + text))


UNRELATED = [
    "They spoke about a bilateral trade agreement.",
    "Croatia's trading partners in the European Union were mentioned.",
    "They did not talk about the partnership.",
]


@pytest.mark.parametrize("text", UNRELATED)
def test_words_about_something_else(main: Main, text: str) -> None:
    assert "bilateral_relations" not in _codes(main(LEAD + text))
