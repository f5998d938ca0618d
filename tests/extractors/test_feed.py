"""Feeds as publishers send them, well-formed and not."""

from __future__ import annotations

import contextlib
import json
import socket
import tarfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.feed import MAX_BYTES, MAX_TAGS, Entry, FeedError, entries

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
        (b"<rss>" + b"<a>" * (MAX_TAGS + 1), "tags"),
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


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real feeds is not beside the checkout")
def test_real_feeds_are_read_or_refused_quickly_and_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a feed reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    read_or_refused = with_entries = 0
    with tarfile.open(CORPUS) as corpus:
        for number, member in enumerate(corpus):
            stream = corpus.extractfile(member)
            if number % 9 or stream is None or member.name.endswith(".tsv"):
                continue
            started = time.process_time()
            with contextlib.suppress(FeedError):
                with_entries += bool(list(entries(stream.read(), URL)))
            assert time.process_time() - started < 2, member.name
            read_or_refused += 1
    assert read_or_refused > 200
    assert with_entries > 20
