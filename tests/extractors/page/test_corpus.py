"""Real pages beside the checkout, every fourth: the reader must not fall behind what it has reached."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from extractors.page import read

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "bench" / "pages.jsonl.gz"


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[place : place + 4]) for place in range(max(1, len(words) - 3)))


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real pages is not beside the checkout")
def test_texts_dates_and_titles_of_real_pages() -> None:
    scores: list[float] = []
    dates = titles = 0
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in list(lines)[::4]:
            page = json.loads(line)
            article = read(page["html"], page["url"])
            if article is None:
                scores.append(0.0)
                continue
            wanted, found = shingles(page["text"]), shingles(article.text)
            common = sum((wanted & found).values())
            scores.append(2 * common / (wanted.total() + found.total()))
            dates += (article.published_at or "")[:10] == page["date"]
            titles += article.title == page["title"]
    assert sum(scores) / len(scores) > 0.955
    assert dates / len(scores) > 0.94
    assert titles / len(scores) > 0.75
