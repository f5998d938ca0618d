"""One announced article, and how the fields of any kind of feed become its values."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from extractors.page.dates import parse_date

MAX_LISTED = 10_000
"""Entries that are read of one feed; feeds put the newest first, so that what is left out is the oldest."""

_AHEAD = timedelta(hours=26)  # a time printed in the easternmost zone and taken for UTC is 14 hours ahead

_BREAK = re.compile(r"<(?:/?(?:p|div|li|tr|td|h[1-6])|br)\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MAX_TEXT = 100_000  # characters of a title or a summary that are looked at
_ISO_639_2 = {"eng": "en", "rus": "ru", "kaz": "kk", "kir": "ky", "uzb": "uz", "tgk": "tg", "tur": "tr", "aze": "az"}


class FeedError(Exception):
    """The bytes are no feed, or none that can be read; the message names the address and the reason."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a feed announces it.

    `url` is absolute, http or https. `guid` is the feed's own identifier, or the address where it gives none.
    `title` and `summary` are plain text. `published_at` and `updated_at` (when the publisher last changed it, as far
    as the feed says) are aware and in UTC; a date that the feed gives without a zone is taken for UTC, and one that
    lies in the future is left out. `language` is ISO 639-1.
    """

    url: str
    guid: str
    title: str | None = None
    summary: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    updated_at: datetime | None = None


def made(
    feed_url: str, *, address: object, guid: object = None, title: object = None, summary: object = None,
    published: datetime | None = None, updated: datetime | None = None, language: object = None,
) -> Entry | None:
    """An entry of what a feed of any kind says, or None where that names no web address."""
    absolute = absolute_address(address, feed_url)
    if absolute is None:
        return None
    updated = _past(updated)
    return Entry(
        url=absolute,
        guid=plain(guid) or absolute,
        title=plain(title),
        summary=plain(summary),
        published_at=_past(published) or updated,
        language=language_code(language),
        updated_at=updated,
    )


def absolute_address(address: object, base: str) -> str | None:
    """`address` resolved against `base`, or None where that is no http or https address."""
    if not isinstance(address, str) or not address.strip():
        return None
    try:
        absolute = urljoin(base, address.strip())
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if parts.scheme in ("http", "https") and parts.netloc else None


def plain(text: object) -> str | None:
    """Text without markup, character references and superfluous white space; None where nothing is left."""
    if not isinstance(text, str):
        return None
    # U+0000 has no place in a PostgreSQL text, nor a lone surrogate in UTF-8
    bare = html.unescape(_TAG.sub("", _BREAK.sub(" ", _without_comments(text[:_MAX_TEXT]))))
    return " ".join(bare.replace("\0", "").encode("utf-8", "replace").decode("utf-8").split()) or None


def _without_comments(text: str) -> str:
    # No pattern with ".*?": it takes quadratic time over comments that are never closed
    first, *others = text.split("<!--")
    kept = [first]
    for part in others:
        _, closed, after = part.partition("-->")
        kept.append(after if closed else f"<!--{part}")
    return "".join(kept)


def read_date(text: object, order: str = "DMY") -> datetime | None:
    """The moment that a printed date names, in UTC, or None; `order` as in extractors.page.dates."""
    if not isinstance(text, str):
        return None
    found = parse_date(text, order)
    if found is None:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def language_code(tag: object) -> str | None:
    """ISO 639-1 of a language tag such as `en-GB` or `kaz`, or None."""
    if not isinstance(tag, str):
        return None
    primary = re.split(r"[-_]", tag.strip().lower())[0]
    primary = _ISO_639_2.get(primary, primary)
    return primary if re.fullmatch(r"[a-z]{2}", primary) else None


def _past(moment: datetime | None) -> datetime | None:
    """A date of publication that has not come yet is a mistake of the publisher's, and no date at all."""
    return moment if moment is not None and moment <= datetime.now(UTC) + _AHEAD else None
