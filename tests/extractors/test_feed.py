"""Feeds as publishers send them, well-formed and not."""

from __future__ import annotations

import contextlib
import gzip
import json
import resource
import socket
import tarfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.feed import MAX_BYTES, MAX_LISTED, Entry, FeedError, Listing, entries, sitemaps

URL = "https://agency.example/en/rss.xml"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "bench" / "feeds.tar.gz"


def rss(*items: str, channel: str = "<language>en-us</language>") -> bytes:
    return f"<?xml version='1.0'?><rss version='2.0'><channel>{channel}{''.join(items)}</channel></rss>".encode()


def read(data: bytes) -> list[Entry]:
    return list(entries(data, URL))


def test_an_rss_item_gives_every_field() -> None:
    item = """<item><title>Talks &lt;b&gt;held&lt;/b&gt; in&#160;Astana &amp;amp; Almaty</title>
        <link>https://agency.example/news/1</link><guid isPermaLink="false">agency-1</guid>
        <description>&lt;p&gt;Two lines&lt;/p&gt;&lt;p&gt;of text&lt;/p&gt;</description>
        <pubDate>Mon, 06 Oct 2025 15:30:00 +0500</pubDate></item>"""
    assert read(rss(item)) == [
        Entry(
            url="https://agency.example/news/1",
            guid="agency-1",
            title="Talks held in Astana & Almaty",
            summary="Two lines of text",
            published_at=datetime(2025, 10, 6, 10, 30, tzinfo=UTC),
            language="en",
        )
    ]


def test_an_atom_entry_takes_the_alternate_link_and_its_own_language() -> None:
    feed = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>x</title><entry>
        <id>tag:agency.example,2025:7</id><title xml:lang="kk">\xd0\xa1\xd3\x99\xd1\x83\xd1\x96\xd1\x80</title>
        <link rel="enclosure" href="https://agency.example/7.mp3"/><link href="/news/7"/>
        <updated>2025-10-06T10:30:00Z</updated></entry></feed>"""
    (entry,) = read(feed)
    assert entry.url == "https://agency.example/news/7"
    assert entry.guid == "tag:agency.example,2025:7"
    assert entry.language == "kk"
    assert entry.published_at == datetime(2025, 10, 6, 10, 30, tzinfo=UTC)


def test_an_rdf_feed_is_read() -> None:
    feed = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://agency.example/"><title>A</title></channel>
        <item rdf:about="https://agency.example/1"><title>T</title><link>https://agency.example/1</link>
        <dc:date>2025-10-06T10:30:00+05:00</dc:date></item></rdf:RDF>"""
    (entry,) = read(feed)
    assert entry.published_at == datetime(2025, 10, 6, 5, 30, tzinfo=UTC)
    (without_link,) = read(feed.replace(b"<link>https://agency.example/1</link>", b""))
    assert without_link.url == "https://agency.example/1"


def test_a_json_feed_is_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "language": "en-GB",
        "items": [{"id": 7, "url": "news/7", "title": "T", "content_html": "<p>S</p>",
                   "date_published": "2025-10-06T10:30:00+05:00"}, "noise", {"id": "no-address"}],
    }
    entry, second = read(json.dumps(feed).encode())
    assert entry == Entry("https://agency.example/en/news/7", "7", "T", "S",
                          datetime(2025, 10, 6, 5, 30, tzinfo=UTC), "en")
    assert second.url == "https://agency.example/en/no-address"


def test_a_news_sitemap_is_read() -> None:
    feed = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://agency.example/7 </loc>
        <news:news><news:publication><news:name>A</news:name><news:language>kaz</news:language></news:publication>
        <news:publication_date>2025-10-06</news:publication_date><news:title>T</news:title></news:news></url></urlset>"""
    url = "https://agency.example/7"
    assert read(feed) == [Entry(url, url, "T", None, datetime(2025, 10, 6, tzinfo=UTC), "kk")]


@pytest.mark.parametrize(
    ("item", "url", "guid"),
    [
        ("<link>/news/1</link>", "https://agency.example/news/1", "https://agency.example/news/1"),
        ("<link>../1?a=1&amp;b=2</link>", "https://agency.example/1?a=1&b=2", "https://agency.example/1?a=1&b=2"),
        ("<guid>https://agency.example/g/1</guid>", "https://agency.example/g/1", "https://agency.example/g/1"),
        ("<link>//cdn.example/1</link>", "https://cdn.example/1", "https://cdn.example/1"),
    ],
)
def test_addresses_are_made_absolute_and_a_missing_guid_is_the_address(item: str, url: str, guid: str) -> None:
    (entry,) = read(rss(f"<item><title>t</title>{item}</item>"))
    assert (entry.url, entry.guid) == (url, guid)


@pytest.mark.parametrize(
    "item", ["<title>only a title</title>", "<link>javascript:alert(1)</link>", "<link>mailto:a@b.example</link>",
             '<guid isPermaLink="false">https://agency.example/9</guid>', "<link>http://[broken</link>"],
)
def test_an_entry_without_an_address_is_left_out_and_counted(item: str, caplog: pytest.LogCaptureFixture) -> None:
    assert [entry.url for entry in read(rss(f"<item>{item}</item>", "<item><link>/2</link></item>"))] == [
        "https://agency.example/2"
    ]
    assert "1 of 2 entries have no address" in caplog.text
    assert URL in caplog.text


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Mon, 06 Oct 2025 10:30:00 GMT", datetime(2025, 10, 6, 10, 30, tzinfo=UTC)),
        ("2025-10-06 10:30:00", datetime(2025, 10, 6, 10, 30, tzinfo=UTC)),
        ("06 октября 2025, 15:30 +0500", datetime(2025, 10, 6, 10, 30, tzinfo=UTC)),
        ("6 Ekim 2025", datetime(2025, 10, 6, tzinfo=UTC)),
        ("31 June 2025", None),
        ("soon", None),
    ],
)
def test_dates_are_aware_and_in_utc(printed: str, expected: datetime | None) -> None:
    (entry,) = read(rss(f"<item><link>/1</link><pubDate>{printed}</pubDate></item>"))
    assert entry.published_at == expected


@pytest.mark.parametrize(
    "data",
    [
        rss("<item><link>/1</link><title>a & b &nbsp; c</title></item>"),
        rss("<item><link>/1</link><title>&#99999999; &#xD800; x</title><b></item>"),
        rss("<item><link>/1</link>")[:-10],
        b"\xef\xbb\xbf" + rss("<item><link>/1</link></item>"),
        rss("<item><link>/1</link><title>\u2014 caf\xe9</title></item>").decode().encode("utf-16"),
    ],
    ids=["entities", "impossible characters", "cut off", "byte order mark", "UTF-16"],
)
def test_an_ill_formed_feed_that_yields_entries_is_read(data: bytes) -> None:
    assert [entry.url for entry in read(data)] == ["https://agency.example/1"]


def test_windows_1251_is_decoded_as_declared() -> None:
    data = "<?xml version='1.0' encoding='windows-1251'?><rss version='2.0'><channel><item><link>/1</link>" \
           "<title>Встреча в Астане</title></item></channel></rss>"
    assert read(data.encode("cp1251"))[0].title == "Встреча в Астане"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"<!DOCTYPE html><html><head><title>x</title></head></html>", "HTML page"),
        (b"<?xml version='1.0'?>\n<!-- x --><html xmlns='http://www.w3.org/1999/xhtml'></html>", "HTML page"),
        (bytes(range(256)) * 4, "neither RSS"),
        (b"just words", "neither RSS"),
        (b'{"items": []}', "not a JSON Feed"),
        (b"{nonsense", "begins like JSON"),
        (b"[" * 100_000, "begins like JSON"),
        (b"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", "index of sitemaps"),
        (b"<rss>" + b" " * MAX_BYTES, "more than"),
        (b"<rss>" + b"<a>" * 400_000, "tags"),
        (b"<rss><channel><title>" + b"&" * 5_000_000, "references"),
        (b"<rss><channel><item " + b"x " * 100_000, "64 kB"),
        (b"\x1f\x8bno gzip", "gzip"),
        (gzip.compress(b" " * (MAX_BYTES + 1)), "unpacked"),
    ],
)
def test_what_is_no_feed_is_refused_at_the_call_with_address_and_reason(data: bytes, reason: str) -> None:
    with pytest.raises(FeedError, match=reason) as caught:
        entries(data, URL)
    assert URL in str(caught.value)


def test_a_feed_without_entries_is_a_feed() -> None:
    assert read(rss()) == []


def test_external_and_exploding_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    bomb = f'<!ENTITY a "aaaaaaaaaa"><!ENTITY b "{"&a;" * 1000}"><!ENTITY x "{"&b;" * 1000}">'
    for entities in (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', bomb):
        head = f"<!DOCTYPE r [{entities}]>"
        for body in ("<rss version='2.0'><channel><item><link>/1</link><title>&x;</title></item></channel></rss>",
                     "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>/1</loc></url>&x;</urlset>"):
            (entry,) = read((head + body).encode())
            assert "SECRET" not in str(entry)
            assert len(entry.title or "") < 1000


@given(st.binary(max_size=2000) | st.builds(lambda a, b: rss()[:a] + b, st.integers(0, 90), st.binary(max_size=200)))
@settings(max_examples=150, deadline=None)
def test_no_bytes_raise_anything_but_feed_error(data: bytes) -> None:
    try:
        found = read(data)
    except FeedError:
        return
    assert all(entry.url.startswith("http") for entry in found)


ADDRESSES = b"".join(b"<item><link>/%d</link></item>" % n for n in range(100_000))


@pytest.mark.parametrize(
    "data",
    [
        b"<rss version='2.0'><channel><item><link>/1</link>" + b"<a>" * 400_000,
        b"<rss version='2.0'><channel>" + b"<item>" * 400_000,
        b"<rss version='2.0'><channel>" + b"<items>" * 400_000,
        b"<rss version='2.0'><channel>" + b"<!--" * 1_000_000,
        b"<rss version='2.0'><channel>" + b"<![CDATA[" * 500_000,
        b"<rss version='2.0'><channel><item><link>/1</link><title>" + b"&lt;!--" * 500_000,
        b"<rss version='2.0'><channel>" + ADDRESSES,
        b"<urlset>" + b"<url>" * 500_000,
        b"<!---->" * 290 + b"x",
    ],
    ids=["tags", "empty entries", "contents", "comments", "CDATA", "comments in titles", "many", "sitemap", "page"],
)
def test_a_hostile_feed_is_over_soon(data: bytes) -> None:
    started = time.process_time()
    with contextlib.suppress(FeedError):
        assert len(read(data)) <= MAX_LISTED
    assert time.process_time() - started < 6, "on a free machine a third of that"


def test_ten_thousand_entries_are_read_in_bounded_memory() -> None:
    items = (f"<item><link>/{n}</link><title>Talks &amp; more {n}</title><description>Words {n}</description></item>"
             for n in range(10_000))
    data = rss(*items)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    numbers = [int(entry.url.rsplit("/", 1)[1]) for entry in entries(data, URL)]
    assert numbers == list(range(10_000))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 48 * 1024, "feedparser alone takes 100 MB"


def test_a_long_rdf_and_a_long_atom_feed_lose_nothing_at_the_joints() -> None:
    rdf = ["<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
           "<channel rdf:about='/'><items><rdf:Seq>", *(f"<rdf:li resource='/{n}'/>" for n in range(501)),
           "</rdf:Seq></items></channel>",
           *(f"<item rdf:about='/{n}'><title>T {n}</title></item>" for n in range(501)), "</rdf:RDF>"]
    atom = ["<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='kk'>",
            *(f"<entry><id>t{n}</id><link href='/{n}'/><title>T {n}</title></entry>" for n in range(501)), "</feed>"]
    for feed in (rdf, atom):
        found = read("".join(feed).encode())
        assert [entry.title for entry in found] == [f"T {n}" for n in range(501)]
    assert {entry.language for entry in found} == {"kk"}


@pytest.mark.parametrize("ahead", [timedelta(days=3), timedelta(days=400)])
def test_a_date_in_the_future_is_no_date(ahead: timedelta) -> None:
    then = (datetime.now(UTC) + ahead).strftime("%a, %d %b %Y %H:%M:%S GMT")
    (entry,) = read(rss(f"<item><link>/1</link><pubDate>{then}</pubDate></item>"))
    assert entry.published_at is None


def test_a_clock_that_is_fast_by_a_time_zone_keeps_its_date() -> None:
    then = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=12)
    (entry,) = read(rss(f"<item><link>/1</link><pubDate>{then.isoformat()}</pubDate></item>"))
    assert entry.published_at == then


def test_when_an_entry_was_changed_is_told_apart_from_when_it_appeared() -> None:
    feed = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/1"/>
        <published>2025-10-06T10:30:00Z</published><updated>2025-10-07T08:00:00Z</updated></entry></feed>"""
    (entry,) = read(feed)
    assert (entry.published_at, entry.updated_at) == (
        datetime(2025, 10, 6, 10, 30, tzinfo=UTC), datetime(2025, 10, 7, 8, 0, tzinfo=UTC))


def test_an_index_of_sitemaps_names_the_current_ones_first() -> None:
    index = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>/2024.xml</loc></sitemap><sitemap><loc>/2025.xml</loc></sitemap>
        <sitemap><loc>https://agency.example/old.xml</loc><lastmod>2025-01-01</lastmod></sitemap>
        <sitemap><loc>javascript:1</loc></sitemap>
        <sitemap><loc>/news.xml</loc><lastmod>2025-10-06T10:00:00Z</lastmod></sitemap></sitemapindex>"""
    named = sitemaps(gzip.compress(index), URL)
    assert named is not None
    assert [one.url.rsplit("/", 1)[1] for one in named] == ["news.xml", "old.xml", "2025.xml", "2024.xml"]
    assert sitemaps(b"<urlset/>", URL) is None


def test_a_sitemap_that_breaks_off_gives_what_came_before() -> None:
    data = b"<urlset><url><loc>https://agency.example/1</loc></url><url><loc>https://agency.example/2</l"
    assert [entry.url for entry in read(data)] == ["https://agency.example/1"]


LISTING = """<html><body><nav><a href="/">Home</a></nav>
    <div class="card"><h3><a href="/en/meeting-1">The President received&nbsp;an envoy</a></h3>
        <span class="day">07.10.2025</span></div>
    <div class="card"><a href="/en/meeting-2"><img src="x.png"></a><h3>A second talk</h3>
        <time datetime="2025-10-06T09:00:00+05:00">yesterday</time></div>
    <div class="card"><h3><a href="/en/meeting-1">again</a></h3></div><div class="card">no link</div></body></html>"""


def test_a_listing_is_read_by_its_selectors(caplog: pytest.LogCaptureFixture) -> None:
    found = list(entries(LISTING.encode(), URL, of=Listing(items=".card", title="h3", date=".day, time")))
    assert [(entry.url, entry.title, entry.published_at) for entry in found] == [
        ("https://agency.example/en/meeting-1", "The President received an envoy", datetime(2025, 10, 7, tzinfo=UTC)),
        ("https://agency.example/en/meeting-2", "A second talk", datetime(2025, 10, 6, 4, 0, tzinfo=UTC)),
    ]
    assert "have no address" in caplog.text
    assert [entry.title for entry in entries(LISTING.encode(), URL, of=Listing(items=".card h3 a"))] == [
        "The President received an envoy"]


@pytest.mark.parametrize(
    ("items", "reason"), [(".gone", "nothing matches"), ("..", "selectors"), ("a:::b", "selectors")])
def test_a_listing_whose_layout_has_changed_says_so(items: str, reason: str) -> None:
    with pytest.raises(FeedError, match=reason):
        entries(LISTING.encode(), URL, of=Listing(items=items))


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "October 6, 2025 10:30 GMT"), ("de", "6. Oktober 2025, 10:30 UTC"), ("fr", "6 octobre 2025 10:30 GMT"),
        ("es", "6 de octubre de 2025 10:30 UTC"), ("ru", "6 октября 2025 г., 13:30 МСК"),
        ("kk", "2025 жылғы 6 қазан, 15:30 +05:00"), ("ky", "6-октябрь 2025 16:30 +0600"),
        ("uz", "6 oktyabr 2025 15:30 +05:00"), ("tr", "6 Ekim 2025 13:30 +0300"), ("az", "6 oktyabr 2025, 14:30 +0400"),
        ("uk", "6 жовтня 2025 13:30 +0300"), ("zh", "2025年10月6日 18:30 +08:00"),
        ("ko", "2025-10-06 19:30:00 KST"), ("it", "6 ottobre 2025 12:30 CEST"),
    ],
)
def test_dates_of_many_languages_are_read(language: str, printed: str) -> None:
    (entry,) = read(rss(f"<item><link>/1</link><pubDate>{printed}</pubDate></item>"))
    assert entry.published_at == datetime(2025, 10, 6, 10, 30, tzinfo=UTC)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real feeds is not beside the checkout")
def test_all_real_feeds_are_read_or_refused_quickly_and_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a feed reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    seen = with_entries = 0
    refused: dict[str, str] = {}
    with tarfile.open(CORPUS) as corpus:
        for member in corpus:
            stream = corpus.extractfile(member)
            if stream is None or member.name.endswith(".tsv"):
                continue
            data = stream.read()
            started = time.process_time()
            try:
                with_entries += bool(list(entries(data, URL)))
            except FeedError as error:
                refused[member.name] = str(error).removeprefix(URL)
            assert time.process_time() - started < 2, member.name
            seen += 1
    assert seen == 2589
    assert with_entries >= 425
    assert len(refused) <= 90
    assert all(len(reason) > 10 for reason in refused.values())
