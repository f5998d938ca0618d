"""What a publisher's rules are: a class a publisher, and in it a class for each layout that its pages had."""

from __future__ import annotations

from datetime import date
from typing import ClassVar


class Layout:
    """One layout of a publisher's pages. What it leaves unset is read by the generic rules.

    `body` and the other places are XPath expressions over the page's tree; `body` may match several elements, whose
    text is joined in the page's order, so a standfirst in its own box is one more alternative of it. A layout that
    says where the headline stands fits only pages that have one there, which keeps listings out. `published` and
    `modified` are tried in turn until one names a day, in the element's `datetime` or `content`, else in its text.
    `remove` are CSS selectors of what is taken out of the body. `valid_until` is the last day on which the layout was
    found on the publisher's pages where another has followed it, and None for the one that stands: that one is expected
    to fit, and its not fitting is reported. An older one is tried all the same, since archives keep their pages.
    """

    body: ClassVar[str]
    title: ClassVar[str | None] = None
    published: ClassVar[tuple[str, ...]] = ()
    modified: ClassVar[tuple[str, ...]] = ()
    authors: ClassVar[str | None] = None
    section: ClassVar[str | None] = None
    remove: ClassVar[tuple[str, ...]] = ()
    valid_until: ClassVar[date | None] = None


class Publisher:
    """A publisher whose pages are known. `hosts` are the names that its addresses end in, `time_zone` (IANA) and
    `date_order` those of the times that it prints, `layouts` the newest first."""

    hosts: ClassVar[tuple[str, ...]]
    time_zone: ClassVar[str | None] = None
    date_order: ClassVar[str] = "DMY"
    layouts: ClassVar[tuple[type[Layout], ...]]


def of_class(name: str) -> str:
    """The XPath condition that an element has a class."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
