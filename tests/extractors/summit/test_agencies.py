"""How agencies and ministries tell of contacts: who was there, letters to several, credentials, invitations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import SummitRecord

Read = Callable[..., list[SummitRecord]]
Told = tuple[str, str, str | None, set[str]]


def told(records: list[SummitRecord]) -> list[Told]:
    """Type, status, country and parties of the main contacts."""
    return [
        (
            r["event"]["type"],
            r["event"]["status"],
            (r["event"]["place"] or {}).get("country"),
            {f"{p['name']}/{p['country'] or p['organization']}" for p in r["participants"]},
        )
        for r in records
        if r["event"]["is_main"]
    ]


CASES: dict[str, tuple[str, str, list[Told]]] = {
    "attending were": (
        "Leaders of CIS states meet in Minsk",
        "A summit of the CIS was held in Minsk on Friday. President of Belarus Alexander Lukashenko chaired the "
        "meeting. Attending were Tajik President Emomali Rahmon and Armenian Prime Minister Nikol Pashinyan.",
        [("summit", "held", "BY", {"Alexander Lukashenko/BY", "Emomali Rahmon/TJ", "Nikol Pashinyan/AM"})],
    ),
    "took part": (
        "Balkan leaders meet in Tirana",
        "The leaders of the region gathered in Tirana on Monday for their regular meeting. The President of Serbia, "
        "Aleksandar Vucic, and the Prime Minister of Albania, Edi Rama, took part.",
        [("bilateral_meeting", "held", "AL", {"Aleksandar Vucic/RS", "Edi Rama/AL"})],
    ),
    "brought together": (
        "Ferry talks in Riga",
        "The third meeting on the ferry took place in Riga on Monday. The meeting brought together Latvian President "
        "Edgars Rinkevics, Maltese President Myriam Spiteri Debono and Finnish President Alexander Stubb.",
        [
            (
                "multilateral_meeting",
                "held",
                "LV",
                {"Edgars Rinkevics/LV", "Myriam Spiteri Debono/MT", "Alexander Stubb/FI"},
            )
        ],
    ),
    "letters to two": (
        "",
        "Latvian President Edgars Rinkevics sent messages of condolences to Maltese President Myriam Spiteri Debono "
        "and Finnish President Alexander Stubb on Monday.",
        [
            ("correspondence", "held", None, {"Edgars Rinkevics/LV", "Myriam Spiteri Debono/MT"}),
            ("correspondence", "held", None, {"Edgars Rinkevics/LV", "Alexander Stubb/FI"}),
        ],
    ),
    "received while on a visit": (
        "",
        "Maltese President Myriam Spiteri Debono, who is on an official visit to Latvia, was received by President "
        "Edgars Rinkevics in Riga on Monday.",
        [("bilateral_meeting", "held", "LV", {"Edgars Rinkevics/LV", "Myriam Spiteri Debono/MT"})],
    ),
    "credentials": (
        "",
        "President Edgars Rinkevics of Latvia received letters of credence from 12 newly appointed foreign "
        "ambassadors. Letters of credence were presented by Anna Salt (Malta) and Waldo Pepper (Republic of Ghana).",
        [("multilateral_meeting", "held", "LV", {"Edgars Rinkevics/LV", "Anna Salt/MT", "Waldo Pepper/GH"})],
    ),
    "called on": (
        "",
        "Maltese Foreign Minister Ian Borg called on Latvian President Edgars Rinkevics on Monday.",
        [("bilateral_meeting", "held", "LV", {"Ian Borg/MT", "Edgars Rinkevics/LV"})],
    ),
    "invited for talks": (
        "",
        "Latvian President Edgars Rinkevics invited Maltese President Myriam Spiteri Debono for talks on fish.",
        [("bilateral_meeting", "proposed", "LV", {"Edgars Rinkevics/LV", "Myriam Spiteri Debono/MT"})],
    ),
    "arrives for talks": (
        "Borg arrives in Riga for talks with Rinkevics",
        "Maltese Foreign Minister Ian Borg has arrived in Riga. Latvian President Edgars Rinkevics waits.",
        [
            ("bilateral_meeting", "planned", "LV", {"Ian Borg/MT", "Edgars Rinkevics/LV"}),
            ("visit", "ongoing", "LV", {"Ian Borg/MT", "None/LV"}),
        ],
    ),
    "one by one": (
        "Rinkevics meets Debono, Stubb in Oslo",
        "Latvian President Edgars Rinkevics held bilateral meetings with Maltese President Myriam Spiteri Debono and "
        "Finnish President Alexander Stubb in Oslo on Monday.",
        [
            ("bilateral_meeting", "held", "NO", {"Edgars Rinkevics/LV", "Myriam Spiteri Debono/MT"}),
            ("bilateral_meeting", "held", "NO", {"Edgars Rinkevics/LV", "Alexander Stubb/FI"}),
        ],
    ),
    "invited by": (
        "",
        "Latvian President Edgars Rinkevics has postponed a trip to Malta that was to begin on Friday. He had been "
        "invited by President Myriam Spiteri Debono.",
        [("visit", "postponed", "MT", {"Edgars Rinkevics/LV", "Myriam Spiteri Debono/MT"})],
    ),
}


@pytest.mark.parametrize(("title", "text", "expected"), CASES.values(), ids=CASES)
def test_agency_manner(read: Read, title: str, text: str, expected: list[Told]) -> None:
    found = told(read(text, title))
    assert sorted(found, key=str) == sorted(expected, key=str)
