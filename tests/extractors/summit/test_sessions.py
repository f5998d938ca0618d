"""Events of several parties: who attends, who chairs, what took place beside them, and trips of several stops."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Read = Callable[..., list[SummitRecord]]
Main = Callable[..., SummitRecord]


def names(record: SummitRecord) -> set[str]:
    return {person["name"] or person["organization"] or person["country"] for person in record["participants"]}


ATTENDING: dict[str, tuple[str, set[str]]] = {
    "hosted and attended": (
        "The third India – Nordic Summit was held in Oslo on Tuesday. The meeting was hosted by Norwegian Prime "
        "Minister Jonas Gahr Støre. It was attended by Prime Minister of India Narendra Modi and Icelandic Foreign "
        "Minister Katrin Jonsdottir, among others.",
        {"Jonas Gahr Støre", "Narendra Modi", "Katrin Jonsdottir"},
    ),
    "envoys, deputies and observers": (
        "Delegations of Malta, Cyprus and Iceland held the ninth meeting on the islands' ferries in Riga on September "
        "12. The talks were attended by Maltese presidential envoy Karmenu Borg and Cypriot Deputy Foreign Minister "
        "Andreas Petrou. Iceland was represented by Assistant Minister Jon Helgason. Diplomats from Jordan and "
        "Lebanon took part as observers.",
        {"Karmenu Borg", "Andreas Petrou", "Jon Helgason", "JO", "LB"},
    ),
    "around the table": (
        "ASEAN foreign ministers ended a retreat in Vientiane on Monday. Around the table were Indonesia's Retno "
        "Marsudi and Singapore's Vivian Balakrishnan. Timor-Leste's Bendito Freitas came as an observer.",
        {"Retno Marsudi", "Vivian Balakrishnan", "Bendito Freitas"},
    ),
    "in the chair and beside": (
        "The heads of government of the SCO member states gathered in Islamabad on Wednesday. In the chair was Prime "
        "Minister of Pakistan Shehbaz Sharif. Beside him were Chinese Premier Li Qiang and Russian Prime Minister "
        "Mikhail Mishustin.",
        {"Shehbaz Sharif", "Li Qiang", "Mikhail Mishustin"},
    ),
    "received after the session": (
        "An informal meeting of the leaders of the CIS countries has ended in Minsk. President of Belarus Alexander "
        "Lukashenko received President of Tajikistan Emomali Rahmon and President of Kazakhstan Kassym-Jomart Tokayev.",
        {"Alexander Lukashenko", "Emomali Rahmon", "Kassym-Jomart Tokayev"},
    ),
    "credentials": (
        "President of Botswana Duma Boko yesterday received letters of credence from three newly accredited heads of "
        "mission. They are Ms Anna Virtanen, Ambassador of Finland; Mr Kofi Annor, High Commissioner of Ghana; and Mr "
        "Joseph Borg, Ambassador of Malta. Foreign Minister of Botswana Phenyo Butale attended the ceremony.",
        {"Duma Boko", "Anna Virtanen", "Kofi Annor", "Joseph Borg", "Phenyo Butale"},
    ),
    "delegations led by": (
        "Talks on the island ferries closed in Riga on Monday. Malta's delegation was led by Transport Minister "
        "Karmenu "
        "Borg and that of Cyprus by Transport Minister Andreas Petrou.",
        {"Karmenu Borg", "Andreas Petrou"},
    ),
    "attended by": (
        "A meeting on ferries in Riga on Monday failed to make progress. The meeting was attended by Transport "
        "Minister of "
        "Malta Karmenu Borg and by Transport Minister of Cyprus Andreas Petrou.",
        {"Karmenu Borg", "Andreas Petrou"},
    ),
    "co-chaired by": (
        "Malta and Cyprus closed here on Monday the fourth session of their ferry commission, co-chaired by Deputy "
        "Prime "
        "Minister Karmenu Borg, who leads the Maltese team, and his Cypriot counterpart Andreas Petrou.",
        {"Karmenu Borg", "Andreas Petrou"},
    ),
}


@pytest.mark.parametrize(("text", "there"), ATTENDING.values(), ids=ATTENDING)
def test_who_attends(main: Main, text: str, there: set[str]) -> None:
    assert names(main(text)) == there


def test_ministers_of_leaders_format_hold_no_summit(main: Main) -> None:
    record = main("A C5+1 ministerial was held in Riga on Monday, co-chaired by US Secretary of State Marco Rubio.")
    assert record["event"]["type"] == "multilateral_meeting"
    assert [p["capacity"] for p in record["participants"]] == ["chair"]


def test_session_told_of_in_passing_is_the_bodys_own(read: Read) -> None:
    text = (
        "President of Latvia Edgars Rinkevics met Maltese President Myriam Spiteri Debono in Riga on Monday. They "
        "spoke "
        "of the NATO summit, which took place in Ankara on July 7."
    )
    told = [r for r in read(text) if not r["event"]["is_main"]]
    assert [(r["event"]["type"], r["event"]["start_date"], names(r)) for r in told] == [
        ("summit", "2025-07-07", {"NATO"})
    ]


def test_body_alone_is_no_main_event_of_a_story(read: Read) -> None:
    text = "Taiwan accused China of spoiling the annual meeting of the Asian Development Bank, which opened on Monday."
    assert not any(r["event"]["is_main"] for r in read(text))


def test_session_put_off(main: Main) -> None:
    text = (
        "The NATO summit, which was to run from Wednesday to Friday in Ankara, has been postponed on account of the "
        "storm, President of Türkiye Recep Tayyip Erdogan told its leaders."
    )
    record = main(text, "NATO summit in Ankara postponed")
    assert record["event"]["status"] == "postponed"


def test_stops_of_a_tour_are_visits(read: Read) -> None:
    text = (
        "President of Latvia Edgars Rinkevics will start a tour on Monday. His first stop is Valletta, where President "
        "Myriam Spiteri Debono will receive him on Tuesday. On Wednesday he flies to Nicosia."
    )
    found = read(text, "Rinkevics sets off for Malta and Cyprus")
    visits = [r["event"] for r in found if r["event"]["type"] == "visit"]
    assert [(v["place"]["country"], v["start_date"]) for v in visits] == [("MT", "2025-09-23"), ("CY", "2025-09-24")]
    assert all(r["event"]["status"] == "planned" for r in found)


def test_trip_with_a_day_for_every_stop_is_one_visit_a_state(read: Read) -> None:
    text = (
        "Deputy Foreign Minister of Latvia Andris Pelss will travel to Malta and Cyprus from October 2 to 7. He will "
        "travel to Valletta on October 2 and then travel to Nicosia on October 5."
    )
    told = read(text, "Deputy Foreign Minister Pelss to Malta and Cyprus")
    found = [r for r in told if r["event"]["type"] == "visit"]
    assert [(r["event"]["start_date"], r["event"]["end_date"]) for r in found] == [
        ("2025-10-02", None),
        ("2025-10-05", None),
    ]


def test_congratulations_by_telegram_stand_beside_a_call(read: Read) -> None:
    text = (
        "King of Malaysia Sultan Ibrahim sent a congratulatory message to Thai Prime Minister Anutin Charnvirakul. The "
        "King also had a telephone conversation with the Prime Minister of Thailand on Monday."
    )
    found = read(text, "King of Malaysia congratulates Thai Prime Minister")
    kinds = [(r["event"]["type"], r["event"]["is_main"]) for r in found]
    assert kinds == [("correspondence", True), ("phone_call", False)]


def test_several_met_on_the_sidelines_are_several_meetings(read: Read) -> None:
    text = (
        "President of Latvia Edgars Rinkevics opened the NATO summit in Riga on Monday. The leaders spoke of the "
        "sea. A "
        "declaration was adopted. On the sidelines, President of Malta Myriam Spiteri Debono met President of Iceland "
        "Halla Tomasdottir and President of Cyprus Nikos Christodoulides."
    )
    met = [names(r) for r in read(text) if r["event"]["type"] == "bilateral_meeting"]
    assert met == [
        {"Myriam Spiteri Debono", "Halla Tomasdottir"},
        {"Myriam Spiteri Debono", "Nikos Christodoulides"},
    ]


def test_who_met_respectively_met_apart(read: Read) -> None:
    text = (
        "Prime Minister of Latvia Evika Silina and Foreign Minister Baiba Braze met with President of Malta Myriam "
        "Spiteri Debono, respectively."
    )
    assert [names(r) for r in read(text)] == [
        {"Evika Silina", "Myriam Spiteri Debono"},
        {"Baiba Braze", "Myriam Spiteri Debono"},
    ]


def test_he_goes_on_as_he_began(read: Read) -> None:
    text = (
        "Foreign Minister of Latvia Baiba Braze visited Cyprus on Monday. In Nicosia she was received by President "
        "Nikos "
        "Christodoulides and held talks with Foreign Minister Constantinos Kombos. She later met Speaker of the "
        "House of "
        "Representatives of Cyprus Annita Demetriou."
    )
    met = [names(r) for r in read(text) if r["event"]["type"] == "bilateral_meeting"]
    assert met == [
        {"Baiba Braze", "Nikos Christodoulides"},
        {"Baiba Braze", "Constantinos Kombos"},
        {"Baiba Braze", "Annita Demetriou"},
    ]


def test_next_meeting_of_the_same(read: Read) -> None:
    text = (
        "The foreign ministers of Latvia, Malta and Cyprus, Baiba Braze, Ian Borg and Constantinos Kombos, held a "
        "meeting in Riga on Monday. The three will meet again in Valletta in November."
    )
    held, later = read(text)
    assert (held["event"]["status"], later["event"]["status"]) == ("held", "planned")
    assert (later["event"]["start_date"], names(later)) == ("2025-11", {"LV", "MT", "CY"})


def test_days_of_what_has_just_ended(main: Main) -> None:
    record = main(
        "Delegations of Malta, Cyprus and Iceland wrapped up the ninth meeting on ferries in Riga on September 12. The "
        "two-day talks were attended by Maltese presidential envoy Karmenu Borg."
    )
    assert (record["event"]["start_date"], record["event"]["end_date"]) == ("2025-09-11", "2025-09-12")


def test_meeting_chaired_by_two_is_that_of_the_first_sentence(main: Main) -> None:
    record = main(
        "Work on the ferry line between Malta and Cyprus was completed in Riga on Monday. The meeting was co-chaired "
        "by "
        "Deputy Prime Minister of Malta Karmenu Borg and his Cypriot counterpart Andreas Petrou."
    )
    assert record["event"]["start_date"] == "2025-09-15"


def test_who_sat_at_another_table_did_not_attend(read: Read) -> None:
    text = (
        "President of Latvia Edgars Rinkevics opened the NATO summit in Riga on Monday. The leaders spoke of the "
        "sea. A "
        "declaration was adopted. Foreign Minister of Latvia Baiba Braze chaired a session of a contact group, which "
        "was "
        "attended by Foreign Minister of Malta Ian Borg and Foreign Minister of Cyprus Constantinos Kombos."
    )
    summit = next(r for r in read(text) if r["event"]["type"] == "summit")
    assert names(summit) == {"Edgars Rinkevics"}


def test_session_and_state_visit_announced_together_are_both_main(read: Read) -> None:
    text = (
        "President of Latvia Edgars Rinkevics will travel to Ankara for the NATO summit and pay a state visit to "
        "Malta on "
        "October 7, his office said."
    )
    main = [r["event"]["type"] for r in read(text, "Rinkevics to attend NATO summit") if r["event"]["is_main"]]
    assert sorted(main) == ["summit", "visit"]
