"""Languages told apart by a sentence or two."""

# ruff: noqa: E501 (the examples are text and markup, easier to read unbroken)

from __future__ import annotations

import pytest

from extractors.page.language import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The President received the delegation in Astana and spoke about trade with the guests."),
        ("ru", "Президент принял делегацию в Астане, и стороны обсудили торговлю. Встреча прошла в Акорде."),
        ("kk", "Мемлекет басшысы Астанада Өзбекстан делегациясын қабылдап, екіжақты сауда мәселелерін талқылады."),
        ("ky", "Президент Бишкекте өкүлдөрдү кабыл алып, эки өлкөнүн ортосундагы сооданы талкуулады. Жаңы келишим түзүлдү."),
        ("ky", "Президент Казакстандын тышкы иштер министрин кабыл алды, эки өлкөнүн соода кызматташтыгы талкууланды."),
        ("mn", "Ерөнхийлөгч Казахстаны Гадаад хэргийн сайдыг хүлээн авч, хоёр орны худалдааны харилцааг хэлэлцэв."),
        ("ru", "Президент Кыргызстана Садыр Жапаров принял министра, стороны обсудили торговлю и транзит."),
        ("kk", "Қырғыз Республикасының Президенті Астанаға ресми сапармен келді, келіссөздер өтті."),
        ("tg", "Президенти Ҷумҳурии Тоҷикистон бо ҳайати Қазоқистон мулоқот анҷом дод ва дар бораи ҳамкорӣ суҳбат кард."),
        ("uk", "Президент зустрівся з делегацією у Києві, сторони обговорили торгівлю та її розвиток."),
        ("tr", "Cumhurbaşkanı heyeti kabul etti ve iki ülke arasında ticaret için yeni bir anlaşma imzalandı, daha sonra basına konuştu."),
        ("de", "Der Präsident hat die Delegation in Astana empfangen und mit ihr über den Handel gesprochen."),
        ("fr", "Le président a reçu la délégation dans la capitale et les parties ont parlé du commerce avec les invités."),
        ("zh", "国家主席在北京会见了代表团，双方就贸易和能源合作交换了意见，并签署了文件。"),
        ("ar", "استقبل الرئيس الوفد في العاصمة وتحدث عن التجارة والتعاون بين البلدين"),
    ],
)
def test_the_language_is_told(language: str, text: str) -> None:
    assert detect(text) == language


def test_a_kazakh_name_in_a_russian_text_does_not_make_it_kazakh() -> None:
    assert detect("Театр «Қазақконцерт» показал в Москве новую постановку, и зрители долго не отпускали актёров.") == "ru"


@pytest.mark.parametrize("text", ["", "OK", "1234567890 12:30", "xyzzy plugh qwerty foobar bazqux"])
def test_too_little_tells_nothing(text: str) -> None:
    assert detect(text) is None
