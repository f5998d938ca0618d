"""Pages in, articles out: each example holds one difficulty that publishers put in a reader's way."""

# ruff: noqa: E501 (the examples are text and markup, easier to read unbroken)

from __future__ import annotations

import json

import pytest

from extractors.page import PageRules, read

URL = "https://agency.example/en/news/1"
TITLE = "Tokayev receives Prime Minister of Hungary in Astana"
BODY = [
    "ASTANA. AGENCY – President Kassym-Jomart Tokayev received Prime Minister of Hungary Viktor Orbán, Agency reports.",
    "The sides discussed trade, transport & energy, and the growth of traffic along the Middle Corridor in recent years.",
    "We are glad to see you in Astana, said the Kazakh President, who also spoke about the work of the joint fund.",
    "Viktor Orbán thanked the Head of State for the warm welcome and invited him to visit Budapest next spring.",
]


def paragraphs(texts: list[str] = BODY) -> str:
    return "".join(f"<p>{text.replace('&', '&amp;')}</p>" for text in texts)


def page(body: str, head: str = "", title: str = TITLE) -> str:
    return f"<html lang=en><head><title>{title} | Agency</title>{head}</head><body>{body}</body></html>"


def text_of(html: str, rules: PageRules | None = None) -> list[str]:
    article = read(html, URL, rules=rules)
    assert article is not None
    return article.text.split("\n")


HEADLINE = f"<h1>{TITLE}</h1>"
BODIES = {
    "paragraphs in an article": f"<article>{HEADLINE}{paragraphs()}</article>",
    "paragraphs beside the headline": f"{HEADLINE}<div class=text>{paragraphs()}</div>",
    "line breaks only": f"{HEADLINE}<div id=story>{'<br><br>'.join(BODY).replace('&', '&amp;')}</div>",
    "a block for each paragraph": HEADLINE + "<main>" + "".join(
        f"<div class=block><div><span>{text.replace('&', '&amp;')}</span></div></div>" for text in BODY) + "</main>",
    "two sibling containers": f"<article>{HEADLINE}<div>{paragraphs(BODY[:2])}</div><div>{paragraphs(BODY[2:])}</div></article>",
    "the lead in its own box": f"{HEADLINE}<div class='article__lead'>{BODY[0]}</div><div>{paragraphs(BODY[1:])}</div>",
    "the headline within the body": f"<article><div class=body>{HEADLINE}{paragraphs()}</div></article>",
    "a form around the page": f"<form id=aspnet>{HEADLINE}<div>{paragraphs()}</div></form>",
    "an unfortunate class": f"{HEADLINE}<div class='paywalled has-sidebar'>{paragraphs()}</div>",
    "linked names with any class": HEADLINE + paragraphs().replace(
        "Viktor Orbán", "<a class='tag-link' href='/tag/1'>Viktor Orbán</a>"),
    "unclosed paragraphs": f"{HEADLINE}<div>{paragraphs().replace('</p>', '')}",
    "navigation and footer": f"<nav><a href=/>Home</a></nav>{HEADLINE}<div>{paragraphs()}</div><footer><p>All about our "
    "agency, its editors and the rules of using its materials on other sites.</p></footer>",
    "read also in the middle": f"{HEADLINE}<div>{paragraphs(BODY[:2])}<div class=read-also><a href=/2>Talks held in "
    f"Ankara on Monday</a></div><p>Read also: <a href=/3>Another one</a></p>{paragraphs(BODY[2:])}</div>",
    "a list of related news": f"{HEADLINE}<div>{paragraphs()}<ul><li><a href=/2>Talks held in Ankara on Monday this week"
    "</a></li><li><a href=/3>President signs law on protection of glaciers</a></li></ul></div>",
    "captions and credits": f"{HEADLINE}<div><figure><img src=x><figcaption>The two leaders in Astana.</figcaption></figure>"
    f"{paragraphs()}<p>Photo credit: Akorda</p></div>",
    "newsletter and share boxes": f"{HEADLINE}<div class=share>Share Facebook Telegram</div><div>{paragraphs(BODY[:3])}"
    f"<div class='newsletter-box'><p>Subscribe to our newsletter and get the news of the day in your inbox.</p></div>"
    f"{paragraphs(BODY[3:])}<p>Subscribe to our Telegram channel</p></div>",
    "scripts and styles": f"{HEADLINE}<div>{paragraphs(BODY[:1])}<script>var a = '<p>no</p>'</script><style>p {{}}</style>"
    f"{paragraphs(BODY[1:])}</div>",
    "byline and date before the text": f"{HEADLINE}<div><p>By Aidana Seitova</p><p>Updated 6 October 2025, 14:05</p>"
    f"{paragraphs()}</div>",
    "comments": f"{HEADLINE}<div>{paragraphs()}</div><div id=comments><p>What a wonderful meeting, I am very glad to read "
    "about it!</p><p>I do not agree with you at all, as I have said many times before.</p></div>",
    "the next article appended": f"<article>{HEADLINE}{paragraphs()}</article><article><h1>Quite another story of the day"
    f"</h1>{paragraphs(['This is the other story, and it is much longer than the first one of the page. ' * 3] * 3)}</article>",
    "a post of another network": f"{HEADLINE}<div>{paragraphs(BODY[:2])}<blockquote class=twitter-tweet><p>We met today and "
    f"spoke at length about everything.</p>&mdash; Somebody (@some) <a href=x>October 6</a></blockquote>{paragraphs(BODY[2:])}</div>",
    "a box that asks for an address": f"{HEADLINE}<div>{paragraphs(BODY[:2])}<section class=x1><h3>The week in the region</h3><p>What "
    f"mattered, in five minutes, every Friday.</p><input type=email></section>{paragraphs(BODY[2:])}</div>",
    "cards under links": f"{HEADLINE}<div>{paragraphs()}<div><a href=/2><h3>Talks held in Ankara on Monday</h3><p>The ministers of the "
    "two states met in the capital and spoke about much, as they often do when they meet; the talks went on until late at "
    "night, and nothing was said afterwards about what had come of them.</p></a></div></div>",
    "more articles in a list": f"{HEADLINE}<div>{paragraphs(BODY[:3])}<ul><li><b>Trade:</b> <a href=/2>Exports grow for the third "
    f"year</a></li></ul>{paragraphs(BODY[3:])}</div>",
    "a standfirst of two paragraphs": f"{HEADLINE}<header><p class='a_lead_1'>{BODY[0]}</p><p class='a_lead_1'>"
    f"{BODY[1].replace('&', '&amp;')}</p></header><div class=text>{paragraphs(BODY[2:] * 1)}<p>{BODY[2]}</p></div>",
    "the headline in another wording": f"<article>{HEADLINE}<h2>Tokayev receives the Prime Minister of Hungary in Astana today</h2>"
    f"{paragraphs()}</article>",
    "who wrote it": f"{HEADLINE}<div>{paragraphs()}<p>Aidana Seitova is the agency's correspondent in Budapest. She has covered the "
    "region since 2016.</p></div><a rel=author>Aidana Seitova</a>",
    "who worked on it": f"{HEADLINE}<div>{paragraphs()}<p>(Reporting by A. Seitova; editing by B. Omarov)</p><p>AS/BO</p></div>",
    "comments longer than the article": f"{HEADLINE}<div>{paragraphs()}</div><div class=comments>" + "<p>I have read this with great "
    "interest and must say that I do not agree with any of it at all, as I have said before.</p>" * 12 + "</div>",
    "a class that says print": f"<div class=PrintThis>{HEADLINE}<div>{'<br><br>'.join(BODY).replace('&', '&amp;')}</div></div>",
    "an author's box": f"{HEADLINE}<div>{paragraphs()}</div><div class=author-bio><p>Aidana has written for the agency "
    "since 2016 and covers foreign policy.</p></div>",
}


@pytest.mark.parametrize("name", BODIES)
def test_exactly_the_articles_paragraphs_are_read(name: str) -> None:
    assert text_of(page(BODIES[name])) == BODY


def test_the_text_built_by_script_is_read_from_the_declaration() -> None:
    declared = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(BODY)})
    html = page(f"{HEADLINE}<div id=app></div>", f'<script type="application/ld+json">{declared}</script>')
    article = read(html, URL)
    assert article is not None
    assert (article.text, article.text_rule) == ("\n".join(BODY), "json-ld")


@pytest.mark.parametrize(
    ("head", "headline", "expected"),
    [
        ("", HEADLINE, TITLE),
        (f'<meta property="og:title" content="{TITLE} - Agency">', "<h1>Agency</h1><h1 class=t>" + TITLE + "</h1>", TITLE),
        (f'<meta property="og:title" content="{TITLE}">', "", TITLE),
        ('<meta property="og:title" content="Trump &amp;amp; Xi talk trade">', "", "Trump & Xi talk trade"),
        ("", "", TITLE),
    ],
)
def test_the_title_is_the_headline_without_the_sites_name(head: str, headline: str, expected: str) -> None:
    article = read(page(f"{headline}<div>{paragraphs()}</div>", head), URL)
    assert article is not None
    assert article.title == expected


def declared(headline: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": headline})}</script>'


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        (TITLE, TITLE),
        (f"Visit to Astana: {TITLE}", f"Visit to Astana: {TITLE}"),  # the publisher's own wording
        (TITLE[:30], TITLE),  # cut off
        ("Harvest festival opens", TITLE),  # another article's
        ("Tokayev and Orbán meet in Astana", "Tokayev and Orbán meet in Astana"),
    ],
)
def test_a_declared_headline_comes_first_if_it_is_this_articles(headline: str, expected: str) -> None:
    article = read(page(f"{HEADLINE}<div>{paragraphs()}</div>", declared(headline)), URL)
    assert article is not None
    assert article.title == expected


NEWS_OF_CHANNELS = [
    "President Tokayev wrote on his Telegram channel that we join our partners in the call for peace in the region.",
    "The ministry said on Facebook that it would follow the talks and support our people who live in the two countries.",
    "«Подписка на рассылку» is the name of the new channel of the ministry, which our correspondent saw on Monday.",
    "Orbán thanked Instagram users of the two countries, and said: get ready for a new page in the history of our ties.",
]


def test_news_that_speaks_of_channels_is_no_promotion() -> None:
    assert text_of(page(f"{HEADLINE}<div>{paragraphs(NEWS_OF_CHANNELS)}{paragraphs()}</div>")) == [*NEWS_OF_CHANNELS, *BODY]


JSON_LD = '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "datePublished": "%s", }]}</script>'
PUBLISHED = "2025-10-06T10:00:00+05:00"


@pytest.mark.parametrize(
    ("head", "before", "published", "rule"),
    [
        (JSON_LD % PUBLISHED, "", PUBLISHED, "json-ld"),
        (f'<meta property="article:published_time" content="{PUBLISHED}">', "", PUBLISHED, "meta"),
        ("", f'<time datetime="{PUBLISHED}">Monday</time>', PUBLISHED, "time"),
        ("", '<div class="art_date">10:00, 06 October 2025</div>', "2025-10-06T10:00:00", "visible"),
        ("", '<aside><time datetime="2020-01-01">old</time></aside><p class=date>6 October 2025</p>', "2025-10-06", "visible"),
        ("", "", None, None),
    ],
)
def test_the_publication_time_names_its_rule(head: str, before: str, published: str | None, rule: str | None) -> None:
    article = read(page(f"{HEADLINE}{before}<div>{paragraphs()}</div>", head), URL)
    assert article is not None
    assert (article.published_at, article.published_rule) == (published, rule)


@pytest.mark.parametrize(
    ("head", "before", "modified", "rule"),
    [
        ('<script type="application/ld+json">{"@type": "Article", "dateModified": "2025-10-07T09:00:00Z"}</script>', "",
         "2025-10-07T09:00:00+00:00", "json-ld"),
        ('<meta property="article:modified_time" content="2025-10-07 09:00">', "", "2025-10-07T09:00:00+05:00", "meta"),
        ("", "<time itemprop=dateModified datetime='2025-10-07T09:00'>an hour ago</time>", "2025-10-07T09:00:00+05:00", "time"),
        ("", "<span class=last-updated>Updated: 7 October 2025, 9:00</span>", "2025-10-07T09:00:00+05:00", "time"),
        ("", "<aside><span class=last-updated>7 October 2025</span></aside>", None, None),
        ("", "<time datetime='2025-10-06'>today</time>", None, None),
    ],
)
def test_the_last_change_names_its_rule(head: str, before: str, modified: str | None, rule: str | None) -> None:
    html = page(f"{HEADLINE}{before}<div>{paragraphs()}</div>", head)
    article = read(html, URL, rules=PageRules(time_zone="Asia/Almaty"))
    assert article is not None
    assert (article.modified_at, article.modified_rule) == (modified, rule)


def test_a_whole_date_in_the_address_is_the_last_resort() -> None:
    article = read(page(HEADLINE + paragraphs()), "https://agency.example/2025/10/06/talks")
    assert article is not None
    assert (article.published_at, article.published_rule) == ("2025-10-06", "address")


def test_the_sources_zone_and_order_are_used() -> None:
    html = page(f'{HEADLINE}<div class=date>10/06/2025 10:00</div><div>{paragraphs()}</div>')
    article = read(html, URL, rules=PageRules(time_zone="Asia/Almaty", date_order="MDY"))
    assert article is not None
    assert article.published_at == "2025-10-06T10:00:00+05:00"


def test_everything_else_that_a_page_declares_is_read() -> None:
    head = """<link rel=canonical href="/en/news/canonical"><meta property="og:image" content="/i.jpg">
        <meta property="article:section" content="Politics"><meta property="article:modified_time" content="2025-10-07">
        <meta name="author" content="By Aidana Seitova">"""
    article = read(page(HEADLINE + paragraphs([BODY[0].replace("Agency reports", "Agency reports citing Akorda"), *BODY[1:]]), head), URL)
    assert article is not None
    assert article.canonical_url == "https://agency.example/en/news/canonical"
    assert article.lead_image == "https://agency.example/i.jpg"
    assert article.section == "Politics"
    assert article.modified_at == "2025-10-07"
    assert article.authors == ("Aidana Seitova",)
    assert article.origin == "Akorda"
    assert article.language == "en"
    assert article.url == URL


def test_selectors_of_the_source_come_first() -> None:
    html = page(
        f"<h1>Agency</h1><h3 class=t>Selected title</h3><b class=d>06.10.2025</b><div class=a>{paragraphs(BODY[:2])}"
        f"<p class=ad>Buy one of our tractors today, they are cheap.</p></div><div>{paragraphs(['Noise. ' * 60] * 5)}</div>"
        f"<div class=a>{paragraphs(BODY[2:])}</div>"
    )
    rules = PageRules(body=".a", title=".t", published=".d", remove=(".ad",))
    article = read(html, URL, rules=rules)
    assert article is not None
    assert article.text.split("\n") == BODY
    assert (article.title, article.published_at, article.text_rule) == ("Selected title", "2025-10-06", "publisher")
    assert article.published_rule == "publisher"


def test_a_selector_that_finds_nothing_gives_way_to_the_generic_reader() -> None:
    html = page(f"{HEADLINE}<div>{paragraphs()}<p class=ad>Buy one of our tractors today, they are cheap.</p></div>")
    article = read(html, URL, rules=PageRules(body=".gone", remove=(".ad",)))
    assert article is not None
    assert (article.text.split("\n"), article.text_rule) == (BODY, "generic")


CARDS = "".join(
    f"<div class=card><a href=/{n}><h2>Minister number {n} opens a school</h2></a><p>The minister opened a school in the "
    f"north of the country on Monday, and many came to see it, number {n}.</p></div>" for n in range(30)
)
NO_ARTICLE = {
    "empty": "",
    "white space": " \n ",
    "no markup": "just words " * 100,
    "an empty body": page(""),
    "a headline alone": page(HEADLINE),
    "an error": page("<h1>Page not found</h1><p>The page that you are looking for does not exist or has been moved to "
                     "another place. Please go to the home page and try to find it there by means of the search.</p>",
                     title="404"),
    "a consent wall": page("<h1>Before you continue</h1><p>We and our partners store cookies on your device to show you ads "
                           "and content that suit you. You may give your consent or refuse it at any time you like.</p><p>"
                           "Your personal data will be processed by our partners as the policy of privacy says.</p>"),
    "a standfirst alone, in a heading": page(f"<article>{HEADLINE}<h2>The two leaders spoke about trade, transport and energy, and "
                                            "about the growth of traffic along the corridor that they have built.</h2></article>"),
    "a standfirst alone, named so": page(f"<article>{HEADLINE}<div class=articleSummary>The two leaders spoke about trade, transport "
                                         "and energy in Astana, and about traffic along the corridor that they have built, the "
                                         "Prime Minister of Hungary said.</div></article>"),
    "a standfirst that calls itself the body": page(
        HEADLINE, f'<meta name=description content="{BODY[0]}"><script type="application/ld+json">'
        + json.dumps({"@type": "NewsArticle", "articleBody": BODY[0]}) + "</script>"),
    "a policy": page(f"{HEADLINE}<div>" + "<p>You may opt out of the sale of your personal information to third parties at any time, as "
                     "Tokayev and Hungary know.</p>" * 1 + "".join(f"<p>Third parties number {n} of Hungary may get your personal "
                     "information in Astana.</p>" for n in range(20)) + "</div>"),
    "a listing": page(f"<h1>All news</h1><div class=cards>{CARDS}</div>", title="All news"),
    "a paywall's remains": page(f"{HEADLINE}<div>{paragraphs(['The author has worked for our paper since 2004 and likes dogs.'] * 1)}"
                                "<p>This text is for our readers who pay for it. Please consider it, it is not expensive.</p></div>"),
}


@pytest.mark.parametrize("name", NO_ARTICLE)
def test_a_page_without_an_article_is_none(name: str) -> None:
    assert read(NO_ARTICLE[name], "https://agency.example/somewhere") is None


def test_a_home_page_is_none_even_with_a_long_text() -> None:
    html = page(HEADLINE + paragraphs())
    assert read(html, "https://agency.example/") is None
    assert read(html, "https://agency.example/?id=5") is not None


def test_declared_values_hold_nothing_that_a_database_refuses() -> None:
    declared = r'{"@type": "Article", "headline": "A \ud800 title \u0000 of it", "author": "Ai\u0000da", "image": "/\udfff.jpg"}'
    article = read(page(paragraphs(), f'<script type="application/ld+json">{declared}</script>'), URL)
    assert article is not None
    assert (article.authors, article.lead_image) == (("Aida",), "https://agency.example/.jpg")
    assert article.title is not None
    assert "\0" not in article.title.encode("utf-8").decode()
