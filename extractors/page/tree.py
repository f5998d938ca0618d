"""Text to tree: the page parsed, within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import cast

from lxml import etree
from lxml.etree import _Element

MAX_CHARACTERS = 10 * 1024 * 1024
MAX_ATTRIBUTES = 300  # libxml2 compares each with each: 40,000 on one element take it six seconds

_AT_ONCE = 50  # pieces of text that are looked at before their length is

# lxml stops at U+0000 and refuses other control characters and lone surrogates
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Possessive throughout, so that no input makes it go back: linear on any page
_TAG = re.compile(r"""<([a-zA-Z][^\s/>=]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+)>?""")
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")


def parse(html: str) -> _Element | None:
    """The root element of a page, or None where there is none.

    Text beyond MAX_CHARACTERS is cut off. libxml2's limits stay on (no `huge_tree`): what is nested more than
    255 deep is dropped, which costs a few hostile or broken pages their tail and bounds time and memory on all.
    """
    text = clean(html)
    if "<" not in text:
        return None
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):
        return None


def clean(html: str) -> str:
    """A page's source cut to MAX_CHARACTERS, without the characters that XML forbids and without the attributes of
    elements that have more than MAX_ATTRIBUTES."""
    return _TAG.sub(_few_attributes, printable(html[:MAX_CHARACTERS]))


def printable(text: str) -> str:
    """A text without the characters that neither XML nor PostgreSQL can hold: U+0000, controls, lone surrogates."""
    return _FORBIDDEN.sub("", text)


def text_of(element: _Element) -> str:
    """All text below an element, white space collapsed."""
    return " ".join(raw_text(element).split())


def text_up_to(element: _Element, longest: int) -> str | None:
    """As `text_of`, or None where it is longer than `longest` characters: boxes around half the page cost nothing."""
    pieces = iter(cast(Iterable[str], element.itertext()))
    text = ""
    while some := list(islice(pieces, _AT_ONCE)):
        text += "".join(some)
        if len(text) > longest:
            # One piece may be megabytes long, in each of 255 elements around it: its start tells
            if len(" ".join(text[: 4 * longest].split())) > longest:
                return None
            text = " ".join(text.split()) + " " * text[-1].isspace()
            if len(text) > longest + 1:
                return None
    text = " ".join(text.split())
    return text if len(text) <= longest else None


def raw_text(element: _Element) -> str:
    """All text below an element, as it stands."""
    return "".join(cast(Iterable[str], element.itertext()))


def drop(element: _Element) -> None:
    """Take an element out of its tree and leave the text that follows it.

    Character references (`&#1;`) bring control characters in past `clean`; lxml refuses to be given them.
    """
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = printable((previous.tail or "") + element.tail)
        else:
            parent.text = printable((parent.text or "") + element.tail)
    parent.remove(element)


def _few_attributes(tag: re.Match[str]) -> str:
    if len(tag[2]) <= 2 * MAX_ATTRIBUTES or len(_QUOTED.sub(" ", tag[2]).split()) <= MAX_ATTRIBUTES:
        return tag[0]
    return f"<{tag[1]}>"
