"""To which source does a captured page belong?"""

from __future__ import annotations

from typing import Any

import pytest
from communique.backfill.archive import AMBIGUOUS
from communique.backfill.whose import Owners
from communique.sources import Source


def source(key: str, home: str, language: str = "en") -> Source:
    given: dict[str, Any] = {
        "key": key, "name": key, "country": "KZ", "languages": [language], "home": home, "time_zone": "UTC",
        "confidence": "low", "evidence": "made up", "feeds": [{"url": home, "format": "rss", "language": language}]}
    return Source(**given)


OWNERS = Owners([
    source("wire_ru", "https://www.wire.kz/", "ru"), source("wire_kk", "https://www.wire.kz/", "kk"),
    source("post_en", "https://post.tj/eng/"), source("post_tg", "https://post.tj/", "tg"),
    source("single", "https://single.gov/news/"), source("unset", "${COMMUNIQUE_SAMPLE_URL}/"),
])


@pytest.mark.parametrize(("url", "head", "key", "reason"), [
    ("https://single.gov/statements/1", b"", "single", ""),
    ("http://m.single.gov/news/1?utm_source=x", b"", "single", ""),
    ("https://post.tj/eng/2025/1", b"", "post_en", ""),
    ("https://post.tj/2025/1", b"", "post_tg", ""),
    ("https://post.tj/english-club", b"", "post_tg", ""),
    ("https://www.wire.kz/a", b"<!doctype html><HTML dir=ltr lang='ru-RU'>", "wire_ru", ""),
    ("https://wire.kz/a", b'<html lang="kk">', "wire_kk", ""),
    ("https://wire.kz/a", b'<html lang="de">', None, AMBIGUOUS),
    ("https://wire.kz/a", b"", None, AMBIGUOUS),
    ("https://other.kz/a", b"", None, "no declared source"),
    ("https://wire.kz:8443/a", b"", None, "no declared source"),
    ("https://[::1", b"", None, "no web page"),
])
def test_an_address_leads_to_its_source(url: str, head: bytes, key: str | None, reason: str) -> None:
    assert OWNERS.of(url, head) == (key, reason)
