"""The fixtures whose bytes are flipped: the sample agencies', kept ones, and real ones where they lie near."""

from __future__ import annotations

import gzip
import json
import random
import tarfile
from functools import cache
from itertools import islice
from pathlib import Path

from communique.sample import articles, content_dir, pages, sites

TESTS = Path(__file__).resolve().parents[1]
BENCH = TESTS.parents[1] / "shared" / "bench"
BASE = "http://agency.test"


def flipped(data: bytes, seed: int, share: float = 0.01) -> bytes:
    """`data` with `share` of its bytes, one at least, each changed in one to eight bits; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - chance, not a secret
    changed = bytearray(data)
    for place in chance.sample(range(len(changed)), max(1, int(len(changed) * share))):
        changed[place] ^= chance.randrange(1, 256)
    return bytes(changed)


@cache
def page_fixtures() -> dict[str, bytes]:
    """Pages by name: all of the sample agencies', all kept in the tests' data folders, and twenty of the real ones."""
    found: dict[str, bytes] = {}
    for key, site in sites().items():
        listed = articles.load(content_dir(key))
        found |= {f"{key}/{one.slug}": pages.article_page(one, site, BASE) for one in listed}
        found |= {f"{key}/listing": pages.listing_page(listed, site, BASE), f"{key}/missing": pages.missing_page(site)}
    for path in sorted(TESTS.glob("**/data/**/*.html.gz")):
        found[path.relative_to(TESTS).as_posix()] = gzip.decompress(path.read_bytes())
    if (BENCH / "pages.jsonl.gz").exists():
        with gzip.open(BENCH / "pages.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in islice(lines, 0, 400, 20):
                page = json.loads(line)
                found[f"bench/{page['url']}"] = page["html"].encode()
    return found


@cache
def feed_fixtures() -> dict[str, bytes]:
    """Feeds by name: the sample agencies', all kept ones, and forty of the real ones."""
    found = {f"{key}/rss": pages.feed(articles.load(content_dir(key)), site, BASE) for key, site in sites().items()}
    for path in sorted([*TESTS.glob("**/data/**/*.xml.gz"), *TESTS.glob("**/data/**/*.rss.gz")]):
        found[path.relative_to(TESTS).as_posix()] = gzip.decompress(path.read_bytes())
    if (BENCH / "feeds.tar.gz").exists():
        with tarfile.open(BENCH / "feeds.tar.gz") as archive:
            members = (member for member in archive if member.isfile() and 0 < member.size < 200_000)
            for member in islice(members, 0, 2000, 50):
                file = archive.extractfile(member)
                if file is not None:
                    found[f"bench/{member.name}"] = file.read()
    return found
