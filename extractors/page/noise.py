"""What on a page is never the article: told by element, by attribute and by the names that publishers give."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from lxml.etree import _Element

from extractors.page.tree import drop, text_of, text_up_to

_NEVER: Final = (
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "audio", "video", "button",
    "select", "textarea", "input", "label", "figcaption", "picture", "head", "link", "amp-ad", "amp-sidebar",
    "amp-consent",
)
_KEPT: Final = frozenset({"html", "body", "article", "main", "p"})
_FRAME: Final = frozenset({"nav", "aside", "footer", "figure", "dialog", "menu"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Names that are never the article's own
_STRONG: Final = re.compile(
    r"(?:^|[\s_-])(?:"
    r"related|relate|read-?(?:also|more|next)|more-(?:on|news|stories|articles|from)|see-?also|recommend\w*|recirc\w*|"
    r"you-may|also-like|suggest\w*|popular|trending|most-(?:read|viewed)|latest|teasers?|promo\w*|sponsor\w*|outbrain|"
    r"taboola|ads?|advert\w*|share|sharing|sharebar|socials?|soc|follow-?us|newsletter\w*|subscri\w*|signup|sign-up|"
    r"cookies?|consent|gdpr|comments?|disqus|breadcrumbs?|crumbs|tag-?list|topics?-?list|captions?|credits?|"
    r"copyright|onetrust\w*|ot-sdk\w*|author-?(?:bio|box|info|card|profile)|about-?(?:the-?)?author|byline|"
    r"menu|navbar|navigation|pagination|pager|print-?(?:button|btn|link|icon|only)|popup|modal|login|register|search-?(?:form|box|bar)|feedback|"
    r"rating|vote|poll|sr-only|screen-reader-text|visually-?hidden|skip-?link|next-?article|prev-?next|"
    r"jp-relatedposts|addtoany\w*|frame-news-article|teaser-?list|more-topics?|(?:article|news|story|post)-?_?(?:cards?|links?)|"
    r"(?:ext|whatsapp|telegram)-channel|singlepostmeta|"
    # embeds
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|telegram-post|bluesky-embed|reddit-embed\w*|fb-(?:post|video)|"
    # what stands under a picture
    r"(?:img|image|photo|picture|pic|foto|bild|media-block|media)[\s_-]+(?:description|desc|caption|credits?|legend|copyright|source)"
    r")(?:$|[\s_-])",
)
# Whole class names of which no layout is called: comments can be longer than the article
_ALWAYS: Final = frozenset({
    "comment", "comments", "comment-body", "comment-content", "comment-text", "comment-list", "commentlist",
    "comments-area", "comments-list", "twitter-tweet", "instagram-media", "related-posts", "related-articles",
    "related-news",
})
# Names that publishers give to layouts and states too: "has-sidebar", "article-tools", "paywalled"
_WEAK: Final = re.compile(
    r"(?:^|[\s_-])(?:"
    r"gallery|slideshow|carousel|swiper|slider|sidebar|side-bar|widgets?|nav|footer|banner\w*|paywall|piano|toolbar|tools|overlay|infobox|hidden|player|videos?|"
    r"embed\w*|tags?|keywords|legende|post-?meta|entry-?meta|article-?meta"
    r")(?:$|[\s_-])",
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ROLES: Final = frozenset({"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu", "alert"})
_SENTENCE_PARENTS: Final = frozenset({"p", "span", "em", "strong", "b", "i", "h1", "h2", "h3", "li", "blockquote"})
_INLINE: Final = frozenset({"a", "b", "em", "i", "mark", "span", "strong", "u", "time", "abbr", "font"})

Limits = dict[tuple[str | None, str | None, str | None], float | None]
"""What names (class, id, component) were found to say."""
# A container that is named like noise but holds this share of the page's paragraphs is the article after all
_MAJORITY_STRONG: Final = 0.5
_MAJORITY_WEAK: Final = 0.2
_RUNNING: Final = 80  # characters from which a paragraph is taken for running text
_FEW: Final = 200  # characters in paragraphs, below which a page does not use them and all its text is weighed
_SIGN_UP: Final = 500  # characters that the box of a newsletter may have
_LEVELS: Final = 6  # how far out from its field the box is looked for
_FIELDS: Final = 8  # fields of a page that are looked at
_RUN: Final = 4  # such paragraphs in one container that a weak name does not speak against


def prune(root: _Element) -> list[_Element]:
    """Take everything that is no article out of a parsed page, in place, and give what was taken out."""
    dropped = [box for box in map(_sign_up, islice(root.iter("input"), _FIELDS)) if box is not None]
    for box in dropped:
        drop(box)
    dropped += root.iter(*_NEVER)
    for element in dropped:
        drop(element)
    weights = {element: len(text_of(element)) for element in root.iter("p")}
    total = sum(weights.values())
    shown = len(text_of(root)) if total < _FEW else 0
    limits: Limits = {}  # pages repeat the same few names
    gone: set[_Element] = set()  # with all that is below them
    for element in list(root.iter()):
        if element.getparent() in gone:
            gone.add(element)
            continue
        if element.tag in _KEPT:
            continue
        limit = noise_limit(element, limits)
        # A linked name within a sentence may carry any class
        if limit is None or (element.tag in _INLINE and _within_sentence(element)):
            continue
        if next(element.iter("h1"), None) is not None:
            continue
        inside = [weights.get(p, 0) for p in element.iter("p")]
        running = sum(1 for weight in inside if weight >= _RUNNING)
        if limit == _MAJORITY_WEAK and running >= _RUN:
            continue
        if sum(inside) <= total * limit if total >= _FEW else len(text_of(element)) <= shown * max(limit, 0.5):
            drop(element)
            dropped.append(element)
            gone.add(element)
    return dropped


def _sign_up(field: _Element) -> _Element | None:
    """The box around a field that asks for an address of e-mail: the largest without running text of its own."""
    if field.get("type") != "email":
        return None
    box: _Element | None = None
    for ancestor in islice(field.iterancestors(), _LEVELS):
        if ancestor.tag in ("body", "html", "article", "main") or text_up_to(ancestor, _SIGN_UP) is None:
            break
        box = ancestor
    return box


def noise_limit(element: _Element, named: Limits) -> float | None:
    """None where nothing says that the element is not part of the article, else the share of the page's paragraphs
    that it would have to hold to be the article nevertheless. `named` remembers what names were found to say."""
    if element.tag in _FRAME or element.get("role") in _ROLES:
        return _MAJORITY_STRONG
    marks = element.get("class"), element.get("id"), element.get("data-component")
    if marks not in named:
        named[marks] = _name_limit(*marks)
    limit = named[marks]
    if limit is None and (element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")):
        return _MAJORITY_WEAK
    return limit


def _name_limit(classes: str | None, identifier: str | None, component: str | None) -> float | None:
    if not _ALWAYS.isdisjoint((classes or "").lower().split()):
        return 1.0
    spread = _CAMEL.sub("-", f"{classes or ''} {identifier or ''} {component or ''}").lower()
    return _MAJORITY_STRONG if _STRONG.search(spread) else _MAJORITY_WEAK if _WEAK.search(spread) else None


def _within_sentence(element: _Element) -> bool:
    parent = element.getparent()
    if parent is None or parent.tag not in _SENTENCE_PARENTS:
        return False
    around = (parent.text or "") + "".join(sibling.tail or "" for sibling in parent)
    return len(around.strip()) > 15
