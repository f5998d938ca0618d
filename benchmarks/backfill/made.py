"""WARC files of any length in the layout of the Common Crawl news archive, of invented articles, no two texts the same.

One article in four reports a contact (the sample agency's series); the others are regional news put together from the
sentences below. Around the text stands what stands around texts: menus, teasers, scripts. Deterministic.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from communique.sample import content_dir, pages
from communique.sample.articles import SampleArticle, site
from communique.sample.series import Series
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HOME = "http://saryarqa.example"
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
CONTACTS = 4
"""Every so-many-th article reports a contact."""

_TOWNS = ("Kokshetau", "Taraz", "Aktobe", "Semey", "Oral", "Atyrau", "Zhezkazgan", "Ekibastuz", "Rudny", "Balkhash")
_THINGS = (
    "The repair of the road between {town} and {other} takes {n} days and costs {m} million tenge.",
    "Farmers near {town} have brought in {n} thousand tonnes of wheat from {m} hectares.",
    "A school for {n} pupils opens in {town} next autumn, the district's office said.",
    "Forecasters expect {n} centimetres of snow around {town} and strong wind in {other}.",
    "The library of {town} received {n} books, {m} of them for children.",
    "Firefighters in {other} put out a fire on {n} hectares of steppe.",
    "The heating plant of {town} has burnt {n} thousand tonnes of coal since October.",
    "Some {n} runners from {m} towns took part in the marathon of {other}.",
    "The museum in {town} shows {n} finds from a burial mound beside the river.",
    "A new bus line with {n} stops joins {town} with {other} from Monday.",
    "Veterinarians examined {n} horses and {m} sheep in the villages around {town}.",
    "The hospital of {other} has taken on {n} nurses since the beginning of the year.",
    "Water in the reservoir near {town} stands {n} centimetres higher than a year ago.",
    "Volunteers planted {n} saplings along the road to {other}.",
    "The theatre of {town} opens its season number {n} with a comedy.",
    "The factory in {other} makes {n} wagons a month and employs {m} people.",
)
_SCRIPT = "<script>window.dataLayer=window.dataLayer||[];function t(){dataLayer.push(arguments)}t('js',new Date());" \
          + "var slots=[" + ",".join(f"{{id:'slot-{n}',sizes:[[300,250],[728,90]],lazy:true}}" for n in range(60)) \
          + "];</script>"


def write(path: Path, count: int, *, first: int = 0) -> int:
    """Write `count` captures, from the article with the number `first` on, as a new WARC file; its size in bytes."""
    frame, series = site(content_dir()), Series.load(content_dir())
    menu = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(120))
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.0")
        about = {"software": "made up", "format": "WARC File Format 1.0"}
        writer.write_record(writer.create_warcinfo_record(path.name, about))
        for number in range(first, first + count):
            moment = BEGIN + timedelta(minutes=7 * number)
            article = _article(series, number, moment)
            page = pages.article_page(article, frame, HOME).decode(article.charset)
            page = page.replace("</head>", f"{_SCRIPT}</head>", 1)
            page = re.sub("<body[^>]*>", lambda tag: f"{tag[0]}<nav><ul>{menu}</ul></nav>", page, count=1)
            capture(writer, f"{HOME}/news/{article.slug}", page.encode(), moment + timedelta(hours=1))
    return path.stat().st_size


def capture(writer: WARCWriter, url: str, body: bytes, fetched_at: datetime, *, status: str = "200 OK",
            content_type: str = "text/html; charset=utf-8") -> None:
    """The request and the response of one capture, as the Common Crawl news archive has them."""
    about = {"WARC-Date": fetched_at.strftime("%Y-%m-%dT%H:%M:%SZ")}
    asked = StatusAndHeaders("GET / HTTP/1.1", [("User-Agent", "CCBot/2.0")], is_http_request=True)
    writer.write_record(writer.create_warc_record(url, "request", http_headers=asked, warc_headers_dict=about))
    headers = [("Content-Type", content_type), ("X-Crawl-Content-Encoding", "gzip"), ("Content-Length", str(len(body)))]
    writer.write_record(writer.create_warc_record(
        url, "response", payload=io.BytesIO(body), length=len(body), warc_headers_dict=about,
        http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1")))


def _article(series: Series, number: int, moment: datetime) -> SampleArticle:
    if number % CONTACTS == 0:
        return series.article(number // CONTACTS, moment)
    chance = random.Random(number)  # noqa: S311 - made-up articles, and each time the same
    words = list(_sentences(chance))
    return SampleArticle(
        slug=f"news-{number}", title=words[0].rstrip("."), published_at=moment, section="Regions",
        paragraphs=tuple(" ".join(words[start:start + 3]) for start in range(0, len(words), 3)))


def _sentences(chance: random.Random) -> Iterator[str]:
    for thing in chance.sample(_THINGS, 13):
        town, other = chance.sample(_TOWNS, 2)
        yield thing.format(town=town, other=other, n=chance.randint(11, 9_999), m=chance.randint(11, 9_999))
