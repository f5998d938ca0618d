"""What a source's YAML may say about its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageRules:
    """CSS selectors and conventions of one publisher; whatever is unset is left to the generic reader.

    `body` may match several elements, whose text is joined in the page's order. `published` is read from the
    element's `datetime` or `content` attribute, else from its text. `time_zone` is an IANA name, given to
    times that are printed without an offset. `date_order` ("DMY" or "MDY") settles all-numeric dates.
    """

    body: str | None = None
    title: str | None = None
    published: str | None = None
    remove: tuple[str, ...] = ()
    time_zone: str | None = None
    language: str | None = None
    date_order: str | None = None
