"""What on a page is never the article: told by element, by attribute and by the names that publishers give."""

from __future__ import annotations

import re
from typing import Final

from lxml.etree import _Element

from extractors.page.tree import drop, text_of

_NEVER: Final = (
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "audio", "video", "button",
    "select", "textarea", "input", "label", "figcaption", "picture", "head", "link", "amp-ad", "amp-sidebar",
    "amp-consent",
)
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
    r"menu|navbar|navigation|pagination|pager|print|popup|modal|login|register|search-?(?:form|box|bar)|feedback|"
    r"rating|vote|poll|sr-only|screen-reader-text|visually-?hidden|skip-?link|next-?article|prev-?next|"
    r"jp-relatedposts|addtoany\w*|frame-news-article|teaser-?list"
    r")(?:$|[\s_-])",
)
# Names that publishers give to layouts and states too: "has-sidebar", "article-tools", "paywalled"
_WEAK: Final = re.compile(
    r"(?:^|[\s_-])(?:"
    r"gallery|slideshow|carousel|swiper|slider|sidebar|side-bar|widgets?|nav|footer|banner\w*|paywall\w*|piano|toolbar|tools|overlay|infobox|hidden|player|videos?|"
    r"embed\w*|tags?|keywords|legende|post-?meta|entry-?meta|article-?meta"
    r")(?:$|[\s_-])",
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ROLES: Final = frozenset({"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu", "alert"})
_SENTENCE_PARENTS: Final = frozenset({"p", "span", "em", "strong", "b", "i", "h1", "h2", "h3", "li", "blockquote"})
_INLINE: Final = frozenset({"a", "b", "em", "i", "mark", "span", "strong", "u", "time", "abbr", "font"})

# A container that is named like noise but holds this share of the page's paragraphs is the article after all
_MAJORITY_STRONG: Final = 0.5
_MAJORITY_WEAK: Final = 0.2
_RUNNING: Final = 80  # characters from which a paragraph is taken for running text
_RUN: Final = 4  # such paragraphs in one container that a weak name does not speak against


def prune(root: _Element) -> list[_Element]:
    """Take everything that is no article out of a parsed page, in place, and give what was taken out."""
    dropped = list(root.iter(*_NEVER))
    for element in dropped:
        drop(element)
    weights = {element: len(text_of(element)) for element in root.iter("p")}
    total = sum(weights.values())
    for element in list(root.iter()):
        if element.tag in ("html", "body", "article", "main", "p"):
            continue
        limit = noise_limit(element)
        # A linked name within a sentence may carry any class
        if limit is None or (element.tag in _INLINE and _within_sentence(element)):
            continue
        if next(element.iter("h1"), None) is not None:
            continue
        inside = [weights.get(p, 0) for p in element.iter("p")]
        running = sum(1 for weight in inside if weight >= _RUNNING)
        if limit == _MAJORITY_WEAK and running >= _RUN:
            continue
        if sum(inside) <= total * limit or total < 200:
            drop(element)
            dropped.append(element)
    return dropped


def noise_limit(element: _Element) -> float | None:
    """None where nothing says that the element is not part of the article, else the share of the page's paragraphs
    that it would have to hold to be the article nevertheless."""
    if element.tag in _FRAME or element.get("role") in _ROLES:
        return _MAJORITY_STRONG
    marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-component') or ''}"
    named = _CAMEL.sub("-", marks).lower()
    if _STRONG.search(named):
        return _MAJORITY_STRONG
    if _WEAK.search(named) or element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return _MAJORITY_WEAK
    return None


def _within_sentence(element: _Element) -> bool:
    parent = element.getparent()
    if parent is None or parent.tag not in _SENTENCE_PARENTS:
        return False
    around = (parent.text or "") + "".join(sibling.tail or "" for sibling in parent)
    return len(around.strip()) > 15
