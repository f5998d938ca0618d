"""Publishers whose pages are known: each layout on a page made like it, and what happens when a layout is gone."""

# ruff: noqa: E501 (the examples are text and markup, easier to read unbroken)

from __future__ import annotations

from datetime import date

import pytest

from extractors.page import PageRules, read
from extractors.page.publishers import PUBLISHERS, of_address
from extractors.page.selected import agreement

BODY = [
    "The two ministers met in the capital on Monday and spoke about trade, transit and the water of the shared rivers.",
    "They agreed to open a second crossing at the border before the end of the year, the ministry said in a statement.",
    "The next round of talks will take place in the spring, and the guests invited their hosts to a forum on energy.",
]
P = "".join(f"<p>{text}</p>" for text in BODY)
TITLE = "Ministers agree on a second crossing at the border"
OTHER = "".join(f"<p>Quite another text, number {n}, which tells of the harvest, of apples and of the weather in the hills.</p>" for n in range(9))


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}<div class=more>{OTHER}</div></body></html>"


PAGES = {
    "Kazinform.V2020": (
        "https://www.inform.kz/ru/talks_a1",
        f"<div class=article_news_block><div class=article_news_head><div class=date_public_art>1 Декабря 2020 14:02</div></div><div class=article_title><h1>{TITLE}</h1></div><div class='article_news_body x'>{P}<div class=lenta_news_block><p>Another piece of news of this very day.</p></div></div></div>",
        "2020-12-01T14:02:00+06:00",
    ),
    "Tass.V2020": (
        "https://tass.ru/politika/1",
        f"<div class=news><div class=news-header><h1 class=news-header__title>{TITLE}</h1><div class=news-header__lead>{BODY[0]}</div></div><div class=text-content><div class=text-block>{''.join(f'<p>{text}</p>' for text in BODY[1:])}</div></div></div>",
        None,
    ),
    "Anadolu.V2026": (
        "https://www.aa.com.tr/en/world/talks/1",
        f"<div><h1 class='caustenBlack x'>{TITLE}</h1><span class='lora y'>{BODY[0]}</span></div><div class='embed-responsive prose'>{''.join(f'<p>{text}</p>' for text in BODY[1:])}</div>",
        None,
    ),
    "Anadolu.V2025": (
        "https://www.aa.com.tr/en/world/talks/2",
        f"<div class=detay-spot-category><h1>{TITLE}</h1><h4>{BODY[0]}</h4><div class=row><span class=tarih>05.04.2025 - Update : 06.04.2025</span></div></div><div class=detay-icerik><div>{''.join(f'<p>{text}</p>' for text in BODY[1:])}</div></div>",
        "2025-04-05",
    ),
    "Xinhua.V2023": (
        "https://www.news.cn/20231117/c.html",
        f"<div class='mheader domMobile'><h1>{TITLE}</h1><div class=info>2023-11-17 20:52:15 Source</div></div><div class=head-line><h1>{TITLE}</h1></div><div id=detail>{P}<div class=editor>Editor: somebody of the agency's desk for foreign news.</div></div>",
        "2023-11-17T20:52:15+08:00",
    ),
    "Xinhua.V2020": (
        "http://www.xinhuanet.com/world/c_1.htm",
        f"<div class=h-news><div class=h-title>{TITLE}</div><div class=h-info><span class=h-time> 2020-02-19 20:29:58</span></div></div><div id=p-detail>{P}</div>",
        "2020-02-19T20:29:58+08:00",
    ),
    "MfaBelarus.V2021": (
        "https://mfa.gov.by/en/press/news_mfa/a1.html",
        f"<section class=content-page><h1>{TITLE} (May 15, 2020)</h1>{P}</section>",
        "2020-05-15",
    ),
    "MfaMalaysia.V2022": (
        "https://www.kln.gov.my/web/guest/-/talks",
        f"<title>{TITLE} - Press Releases - Portal</title><div class=journal-content-article>{P}<p><strong>25 JANUARY 2022</strong></p></div>",
        "2022-01-25",
    ),
    "Yonhap.V2019": (
        "https://en.yna.co.kr/view/AEN1",
        f"<article class=view><header class=title-article01><h1>{TITLE}</h1></header><article class=story-news>{P}<p>desk@yna.co.kr</p></article></article>",
        None,
    ),
    "TehranTimes.V2023": (
        "https://www.tehrantimes.com/news/1/talks",
        f"<article class=item><h2 class=item-title><a href=/news/1>{TITLE}</a></h2><div class=item-body><div class=item-text>{P}<p>MA/PA</p></div></div></article>",
        None,
    ),
    "Ukrinform.V2020": (
        "https://www.ukrinform.ru/rubric-kyiv/1.html",
        f"<article class=news><h1 class=newsTitle>{TITLE}</h1><div class=newsDate><time datetime='2020-09-20T23:32:00+03:00'>20.09.2020</time></div><div class=newsText><div class=newsHeading>{BODY[0]}</div><div>{''.join(f'<p>{text}</p>' for text in BODY[1:])}</div><aside><p>Current affairs of the day and of the night before it.</p></aside></div></article>",
        "2020-09-20T23:32:00+03:00",
    ),
}


@pytest.mark.parametrize("rule", PAGES)
def test_a_known_layout_is_read_by_its_own_rules(rule: str) -> None:
    url, body, published_at = PAGES[rule]
    article = read(page(body), url)
    assert article is not None
    paragraphs = article.text.split("\n")
    assert paragraphs[:3] == BODY
    assert len(paragraphs) == 3 or rule == "MfaMalaysia.V2022", "place and day end a press release"
    assert article.title is not None
    assert article.title.startswith(TITLE)
    assert article.text_rule == rule
    assert (article.published_at, article.published_rule) == (published_at, rule if published_at else None)


def test_every_layout_has_a_page_here() -> None:
    names = {f"{publisher.__name__}.{layout.__name__}" for publisher in PUBLISHERS for layout in publisher.layouts}
    assert names == set(PAGES)


@pytest.mark.parametrize("publisher", PUBLISHERS)
def test_layouts_stand_newest_first(publisher: type) -> None:
    ends = [layout.valid_until or date.max for layout in publisher.layouts]  # type: ignore[attr-defined]
    assert ends == sorted(ends, reverse=True)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://tass.ru/x", "Tass"), ("https://www.tass.com/x", "Tass"), ("https://nottass.ru/x", None),
        ("https://tass.ru.evil.example/x", None), ("https://[x", None), ("", None),
    ],
)
def test_a_publisher_is_told_by_the_end_of_the_host(url: str, name: str | None) -> None:
    publisher = of_address(url)
    assert (publisher.__name__ if publisher else None) == name


GENERIC = page(f"<h1>{TITLE}</h1><article>{P}{P.replace('Monday', 'Tuesday')}</article>").replace(OTHER, "")


def test_a_page_that_no_standing_layout_fits_carries_a_warning() -> None:
    article = read(GENERIC, "https://www.aa.com.tr/en/world/talks/3")
    assert article is not None
    assert article.text_rule == "generic"
    assert article.rule_warning == "Anadolu found no text, the generic reader did"


@pytest.mark.parametrize(
    ("url", "on", "warned"),
    [
        ("https://tass.ru/x/1", None, False),  # no layout of theirs stands any more: nothing is expected
        ("https://tass.ru/x/1", date(2020, 5, 1), True),
        ("https://tass.ru/x/1", date(2026, 5, 1), False),
        ("https://agency.example/x/1", None, False),
    ],
)
def test_a_layout_is_expected_until_its_last_day(url: str, on: date | None, warned: bool) -> None:
    article = read(GENERIC, url, on=on)
    assert article is not None
    assert (article.rule_warning is not None) is warned


def test_a_rule_that_takes_another_text_than_the_generic_reader_carries_a_warning() -> None:
    html = f"<h1>{TITLE}</h1><article>{P}{P.replace('Monday', 'Tuesday').replace('spring', 'autumn')}</article><aside class=old>{OTHER}</aside>"
    article = read(html, "https://agency.example/x/1", rules=PageRules(body=".old"))
    assert article is not None
    assert article.text_rule == "publisher"
    assert article.rule_warning is not None
    assert article.rule_warning.startswith("publisher and the generic reader agree in 0.")


def test_a_rule_that_agrees_carries_none() -> None:
    article = read(f"<h1>{TITLE}</h1><div class=new>{P}</div>", "https://agency.example/x/1", rules=PageRules(body=".new"))
    assert article is not None
    assert (article.text_rule, article.rule_warning) == ("publisher", None)


def test_a_selector_that_finds_nothing_carries_a_warning() -> None:
    article = read(GENERIC, "https://agency.example/x/1", rules=PageRules(body=".gone"))
    assert article is not None
    assert article.rule_warning == "publisher found no text, the generic reader did"


def test_selectors_of_a_source_come_before_the_known_layouts() -> None:
    url, body, _ = PAGES["Tass.V2020"]
    article = read(page(body), url, rules=PageRules(body=".text-block"))
    assert article is not None
    assert (article.text.split("\n"), article.text_rule) == (BODY[1:], "publisher")


def test_a_list_of_press_releases_is_no_article() -> None:
    rows = "".join(f"<p><a href=/{n}>PRESS RELEASE {n}: VISIT OF THE MINISTER OF FOREIGN AFFAIRS TO THE NEIGHBOURS</a></p>" for n in range(20))
    html = f"<title>Press Releases - Portal</title><div class=journal-content-article>{rows}<p>Showing all of the releases of this year and of the last.</p></div>"
    assert read(html, "https://www.kln.gov.my/web/guest/press-releases") is None


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [(["a b c"], ["a b c"], 1.0), (["a b"], ["a", "c"], 0.5), (["a"], ["b"], 0.0), ([], [], 0.0)],
)
def test_agreement_is_the_words_in_common(one: list[str], other: list[str], share: float) -> None:
    assert agreement(one, other) == share
