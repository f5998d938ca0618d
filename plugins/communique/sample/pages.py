"""How the sample agencies' sites look: articles, listing, error page and feed, in the manner of real agencies.

`base` is the address of the agency's own site, without a slash at the end.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from email.utils import format_datetime
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from xml.sax.saxutils import escape as xml_escape

from communique.sample.articles import SampleArticle, Site

FEED_LENGTH = 100  # entries, newest first: as many as a busy agency's feed holds


def article_page(article: SampleArticle, site: Site, base: str) -> bytes:
    """The article's page in its own charset; characters outside of that are written as references."""
    page = _template(site.layout).substitute(
        site=escape(site.name), notice=escape(site.notice), base=escape(base), path=escape(article.path),
        root=escape(site.path), author=escape(site.author),
        slug=escape(article.slug), charset=article.charset,
        title=escape(article.title), section=escape(article.section),
        description=escape(article.paragraphs[0]), caption=escape(article.caption), json=_json_ld(article, site, base),
        published=article.published_at.isoformat(),
        printed=f"{article.published_at:%H:%M, %d %B %Y} | GMT {_hours(article)}",
        body=_body(article, site), latest=_links(site.teasers, site), related=_cards(site.teasers[:3], site),
    )
    if article.markup == "broken":
        page = _broken(page)
    return page.encode(article.charset, "xmlcharrefreplace")


def listing_page(articles: Sequence[SampleArticle], site: Site, base: str, heading: str = "All news") -> bytes:
    """The home page: a card for each article, newest first."""
    cards = "\n".join(
        f'<div class="card"><a href="{escape(site.path + article.path)}"><h2>{escape(article.title)}</h2></a>'
        f'<span class="card__date">{article.published_at:%H:%M, %d %B %Y}</span>'
        f'<p>{escape(article.paragraphs[0][:160])}…</p></div>'
        for article in articles
    )
    page = _template("listing").substitute(
        site=escape(site.name), notice=escape(site.notice), base=escape(base), root=escape(site.path),
        heading=escape(heading), cards=cards,
    )
    return page.encode()


def missing_page(site: Site) -> bytes:
    """The page that goes with status 404."""
    return _template("missing").substitute(site=escape(site.name), notice=escape(site.notice)).encode()


def feed(articles: Sequence[SampleArticle], site: Site, base: str) -> bytes:
    """RSS 2.0 of the newest articles and of the withdrawn one, if any. `articles` are newest first."""
    withdrawn = [site.withdrawn] if site.withdrawn else []
    announced = sorted([*articles, *withdrawn], key=lambda article: article.published_at, reverse=True)
    items = "\n".join(
        "<item>"
        f"<title>{xml_escape(article.title)}</title>"
        f"<link>{xml_escape(base + article.path)}</link>"
        f'<guid isPermaLink="false">{xml_escape(site.short_name.lower())}-{xml_escape(article.slug)}</guid>'
        f"<pubDate>{format_datetime(article.published_at)}</pubDate>"
        f"<category>{xml_escape(article.section)}</category>"
        f"<description>{xml_escape(escape(article.paragraphs[0])) if article.paragraphs else ''}</description>"
        "</item>"
        for article in announced[:FEED_LENGTH]
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{xml_escape(site.name)}</title><link>{xml_escape(base)}/</link><language>en</language>"
        f"<description>{xml_escape(site.notice)}</description>\n{items}\n</channel></rss>\n"
    ).encode()


def _body(article: SampleArticle, site: Site) -> str:
    """The paragraphs, with a "read also" box after the second, as agencies put it."""
    blocks = [f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in article.paragraphs]
    box = f'<div class="read-also"><span>Read also</span> {_links(site.teasers[-2:], site)}</div>'
    more = f'<p><a href="{escape(site.path)}/">More news on {escape(site.short_name)}</a></p>'
    return "\n".join([*blocks[:2], box, *blocks[2:], more])


def _links(titles: Sequence[str], site: Site) -> str:
    return "\n".join(f'<li><a href="{escape(site.path)}/teaser/{number}">{escape(title)}</a></li>'
                     for number, title in enumerate(titles))


def _cards(titles: Sequence[str], site: Site) -> str:
    return "\n".join(
        f'<div class="card"><a href="{escape(site.path)}/teaser/{number}"><h4>{escape(title)}</h4></a>'
        f"<p>{escape(title)}, {escape(site.name)} reports. The details are in our material.</p></div>"
        for number, title in enumerate(titles)
    )


def _json_ld(article: SampleArticle, site: Site, base: str) -> str:
    value = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title,
        "datePublished": article.published_at.isoformat(), "dateModified": article.published_at.isoformat(),
        "author": {"@type": "Person", "name": site.author}, "articleSection": article.section,
        "publisher": {"@type": "Organization", "name": site.name}, "mainEntityOfPage": f"{base}{article.path}",
    }
    return json.dumps(value).replace("<", "\\u003c")


def _hours(article: SampleArticle) -> str:
    """The offset of the article's time from Greenwich in hours, as agencies print it: "+5"."""
    offset = article.published_at.utcoffset() or timedelta()
    return f"{offset / timedelta(hours=1):+g}"


def _broken(page: str) -> str:
    """Paragraphs left open, tags crossed, bare ampersands, attributes unquoted, a second body, the end missing."""
    for sound, damaged in (
        ("</p>\n<p>", "\n<p>"), ("&amp;", "&"), ('class="article__body-text"', "class=article__body-text"),
        ("<h1 class", "<b><i><h1 class"), ("</h1>", "</b></h1></i>"), ("<main", "</div><body><main"),
    ):
        page = page.replace(sound, damaged)
    return page[: page.index("written for the agency")]


@cache
def _template(name: str) -> Template:
    return Template((files("communique.sample") / "templates" / f"{name}.html").read_text(encoding="utf-8"))
