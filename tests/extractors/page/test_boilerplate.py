"""What is the publisher speaking and what is the article: paragraph by paragraph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.page.boilerplate import is_about, is_boilerplate, is_preliminary

ARTICLES = Path(__file__).resolve().parents[4] / "shared" / "dev"

BOILERPLATE = [
    "Subscribe to our Telegram channel",
    "Follow us on WhatsApp and read the news first.",
    "Get the news of the day from your region in our app.",
    "Abonnieren Sie unseren WhatsApp-Kanal.",
    "Подписывайтесь на наш канал в Telegram",
    "Телеграм-каналымызға жазылыңыз! Біздің Telegram арнамыз.",
    "Reporting by A. Writer in Astana; Editing by B. Reader",
    "The Associated Press contributed to this report.",
    "This article was first published in another paper.",
    "This is a breaking news story and will be updated.",
    "desk@agency.example",
    "（编辑：某某）",
    "Photo: Akorda",
    "Читайте также: другая новость дня",
    "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
]
NEWS = [
    "The President said on his Telegram channel that we will join our partners, and thanked you all for your support.",
    "The ministry reported from Astana that our delegation had arrived.",
    "Reporting by the two committees to the heads of state will go on. " * 6,
    "«Подписка на наш канал обязательна», сказал министр, и гости с ним согласились.",
    "Көрмеге арналған жиын өтті, біздің ел туралы айтылды деп хабарлайды Telegram.",
    "Photographs of the meeting were shown at the forum.",
    "Read out at the opening, the message of the Secretary-General was met with applause.",
    "Follow-up talks are due in the spring.",
]


@pytest.mark.parametrize("text", BOILERPLATE)
def test_the_publisher_speaking(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize("text", NEWS)
def test_the_article_speaking(text: str) -> None:
    assert not is_boilerplate(text)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Aidana Seitova is the agency's correspondent in Brussels.", True),
        ("The agency's correspondent Aidana Seitova, who lives in Brussels, has covered the Union since 2016.", True),
        ("Aidana Seitova spoke to the minister in Brussels.", False),
        ("Kazinform is the oldest agency of the country.", False),  # a single word may be an agency that news are about
        ("Aidana Seitova is " + "a writer " * 60, False),
    ],
)
def test_a_portrait_of_an_author(text: str, about: bool) -> None:
    assert is_about(text, ["Aidana Seitova", "Kazinform"]) is about


@pytest.mark.parametrize(
    ("text", "preliminary"),
    [
        ("Updated 6 October 2025, 14:05.", True), ("Обновлено: 06.10.2025", True), ("By Aidana Seitova", True),
        ("Updated rules come into force in spring.", False), ("On 6 October 2025 the two met in Astana.", False),
    ],
)
def test_a_date_line_or_byline(text: str, preliminary: bool) -> None:
    assert is_preliminary(text) is preliminary


@pytest.mark.skipif(not ARTICLES.exists(), reason="the articles are not beside the checkout")
def test_hardly_a_paragraph_of_real_diplomatic_news_is_taken_for_boilerplate() -> None:
    taken = number = 0
    for path in ARTICLES.glob("*.jsonl"):
        if path.name.endswith("labels.jsonl"):
            continue
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                for paragraph in filter(None, map(str.strip, json.loads(line).get("text", "").split("\n"))):
                    number += 1
                    taken += is_boilerplate(paragraph)
    assert number > 1000
    assert taken / number < 0.002
