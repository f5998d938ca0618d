"""The sample agencies: what they serve is what lies in their folders, and the line's own readers read it back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from communique import sample, settings, sources
from communique.sample import articles
from communique.sample.articles import SampleArticle
from communique.sample.series import Series

from extractors import feed, page
from extractors.article import Article

AGENCIES = sample.agencies()
SITES = sample.sites()
PRINTED = {key: articles.load(sample.content_dir(key)) for key in AGENCIES}
ARTICLES = PRINTED[sample.PUBLISHING]
DATE_RULES = {"sample": "json-ld", "sample_khazar": "meta"}
"""Where each agency's pages say when they were published."""
BY_SLUG = {article.slug: article for article in ARTICLES}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    with sample.serving(tmp_path) as url:
        yield url


def get(url: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=10)
    try:
        connection.request(method, parts.path or "/", headers={k.replace("_", "-"): v for k, v in headers.items()})
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def read(url: str) -> Article | None:
    response, body = get(url)
    return page.read(body, url, charset=response.headers.get_content_charset())


def test_the_agencies_are_those_that_are_declared_as_sources_of_this_host(site: str) -> None:
    declared = sources.load(settings.get().sources_dir, environment={
        "COMMUNIQUE_SAMPLE_URL": site, "COMMUNIQUE_SAMPLE_HOST": urlsplit(site).netloc})
    assert len(AGENCIES) > 1
    assert {key for key, source in declared.items() if source.enabled} == set(AGENCIES)
    for key in AGENCIES:
        assert declared[key].home == f"{site}{SITES[key].path}/"
        assert [one.url for one in declared[key].feeds] == [f"{site}{SITES[key].path}/rss.xml"]


@pytest.mark.parametrize(("key", "article"), [(key, article) for key in AGENCIES for article in PRINTED[key]],
                         ids=lambda one: one if isinstance(one, str) else one.slug)
def test_each_page_is_read_back_to_exactly_its_article(key: str, article: SampleArticle, site: str) -> None:
    address = site + SITES[key].path + article.path
    found = read(address)
    assert found is not None
    assert found.text == article.text
    assert found.title == article.title
    assert found.published_at == article.published_at.isoformat()
    assert found.published_rule == DATE_RULES[key]
    assert found.section == article.section
    assert found.language == "en"
    assert found.canonical_url == address


def test_the_articles_hold_what_the_line_must_cope_with() -> None:
    assert len(ARTICLES) >= 28
    assert [article.slug for article in ARTICLES if article.markup == "broken"]
    assert [article.slug for article in ARTICLES if article.charset == "windows-1251"]
    (copy,) = [article for article in ARTICLES if article.same_as]
    assert copy.text == BY_SLUG[copy.same_as or ""].text
    assert copy.slug != copy.same_as
    days = {article.published_at.date() for article in ARTICLES}
    assert days == {date(2025, 10, 6) + timedelta(days=n) for n in range(7)}


def test_one_agency_prints_a_text_of_the_other_word_for_word() -> None:
    (reprint,) = [article for article in PRINTED["sample_khazar"] if article.same_as]
    agency, _, slug = (reprint.same_as or "").partition("/")
    (original,) = [article for article in PRINTED[agency] if article.slug == slug]
    assert (reprint.title, reprint.text) == (original.title, original.text)
    assert reprint.published_at > original.published_at


def test_the_windows_1251_page_declares_itself_in_its_meta_element_only(site: str) -> None:
    (article,) = [article for article in ARTICLES if article.charset == "windows-1251"]
    response, body = get(site + article.path)
    assert response.headers.get_content_charset() is None
    assert "№ 3".encode("cp1251") in body
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


def test_the_broken_page_is_cut_off(site: str) -> None:
    (article,) = [article for article in ARTICLES if article.markup == "broken"]
    _, body = get(site + article.path)
    assert b"</html>" not in body
    assert body.count(b"<body") == 2


@pytest.mark.parametrize(("key", "withdrawn"), [("sample", 1), ("sample_khazar", 0)])
def test_a_feed_announces_every_article_and_what_is_gone(key: str, withdrawn: int, site: str) -> None:
    home = site + SITES[key].path
    _, body = get(home + "/rss.xml")
    announced = {entry.url: entry for entry in feed.entries(body, home + "/rss.xml")}
    gone = set(announced) - {home + article.path for article in PRINTED[key]}
    assert len(announced) == len(PRINTED[key]) + withdrawn
    assert len({entry.guid for entry in announced.values()}) == len(announced)
    for article in PRINTED[key]:
        entry = announced[home + article.path]
        assert (entry.title, entry.summary) == (article.title, article.paragraphs[0])
        assert entry.published_at == article.published_at
    assert len(gone) == withdrawn
    for address in gone:
        response, body = get(address)
        assert response.status == 404
        assert page.read(body, address) is None


def test_an_agency_does_not_serve_the_other_ones_articles(site: str) -> None:
    theirs = {article.slug for article in PRINTED["sample_khazar"]}
    assert [get(site + article.path)[0].status for article in PRINTED["sample_khazar"]] == [404] * len(theirs)
    assert get(f"{site}/khazar{ARTICLES[0].path}")[0].status == 404
    assert get(f"{site}/khazarian{PRINTED['sample_khazar'][0].path}")[0].status == 404


HOMES = ["/", "/khazar", "/khazar/"]


@pytest.mark.parametrize(
    "path", [*HOMES, "/nothing-here", "/khazar/nothing-here", "/../site.yml", "/news/../../etc/passwd"])
def test_pages_without_an_article_are_read_as_none(path: str, site: str) -> None:
    response, body = get(site + path)
    assert response.status == (200 if path in HOMES else 404)
    assert page.read(body, site + path) is None


def test_robots_may_fetch_everything(site: str) -> None:
    response, body = get(site + "/robots.txt")
    assert response.status == 200
    assert b"Allow: /" in body


@pytest.mark.parametrize("path", ["/rss.xml", "/", ARTICLES[0].path])
def test_conditional_requests_are_answered_by_304_until_something_changes(path: str, site: str, tmp_path: Path) -> None:
    response, body = get(site + path)
    tag, modified = response.headers["ETag"], response.headers["Last-Modified"]
    assert body
    for headers in ({"If_None_Match": tag}, {"If_None_Match": f'W/{tag}, "other"'}, {"If_Modified_Since": modified}):
        response, body = get(site + path, **headers)
        assert (response.status, body) == (304, b"")
        assert response.headers["ETag"] == tag
    assert get(site + path, If_None_Match='"other"', If_Modified_Since=modified)[0].status == 200
    earlier = format_datetime(datetime(2025, 1, 1, tzinfo=UTC), usegmt=True)
    assert get(site + path, If_Modified_Since=earlier)[0].status == 200
    assert get(site + path, If_Modified_Since="nonsense")[0].status == 200
    sample.publish(tmp_path)
    expected = 304 if path == ARTICLES[0].path else 200
    assert get(site + path, If_None_Match=tag)[0].status == expected
    assert get(site + path, If_Modified_Since=modified)[0].status == expected


def test_head_gives_the_headers_alone(site: str) -> None:
    response, body = get(site + "/rss.xml", method="HEAD")
    assert response.status == 200
    assert int(response.headers["Content-Length"]) > 1000
    assert body == b""


def test_a_published_article_is_in_the_feed_of_the_running_site_and_reads_back(site: str, tmp_path: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    published = sample.publish(tmp_path)
    entry = next(feed.entries(get(site + "/rss.xml")[1], site + "/rss.xml"))
    assert (entry.url, entry.title) == (site + published.url_path, published.title)
    assert entry.published_at is not None
    assert before <= entry.published_at <= datetime.now(UTC)
    found = read(entry.url)
    assert found is not None
    assert found.title == published.title
    assert found.text.startswith("ASTANA. SARYARQA – ")


def test_another_process_serves_what_this_one_publishes(tmp_path: Path) -> None:
    with sample.serving(tmp_path / "port") as unused:
        port = urlsplit(unused).port
    command = [sys.executable, "-m", "communique.sample", "--port", str(port), "--state", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as server:
        try:
            site = f"http://127.0.0.1:{port}"
            for _ in range(200):
                try:
                    get(site + "/robots.txt")
                    break
                except OSError:
                    assert server.poll() is None
                    with pytest.raises(subprocess.TimeoutExpired):
                        server.wait(0.05)
            published = sample.publish(tmp_path)
            assert read(site + published.url_path) is not None
            second = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
            assert second.returncode == 1
            assert f"cannot listen on 127.0.0.1:{port}" in second.stderr
        finally:
            server.terminate()
        assert server.wait(10) == 0


def test_publishing_at_once_from_many_threads_loses_nothing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        published = list(pool.map(lambda _: sample.publish(tmp_path), range(40)))
    assert len({one.url_path for one in published}) == 40
    with sample.serving(tmp_path) as site:
        announced = {entry.url for entry in feed.entries(get(site + "/rss.xml")[1], site)}
    assert {site + one.url_path for one in published} <= announced


def test_the_series_is_deterministic_distinct_and_endless() -> None:
    series = Series.load(sample.content_dir())
    now = datetime(2025, 10, 31, 20, 30, tzinfo=UTC)
    found = [series.article(number, now) for number in range(1000)]
    assert found[:50] == [series.article(number, now) for number in range(50)]
    assert len({article.slug for article in found}) == len({article.text for article in found}) == 1000
    contacts = [tuple(leader.name for leader in series.contact(number)[1:]) for number in range(250)]
    assert len(set(contacts)) == 250
    assert all(host != guest for host, guest in contacts)
    assert "on November 1," in found[0].text, "dated in the agency's own zone"
    assert all("{" not in article.title + article.text for article in found)
    assert all(article.path.isascii() for article in found)


@pytest.mark.parametrize(("key", "irrelevant"), [("sample", 6), ("sample_khazar", 1)])
def test_every_article_is_labelled_and_every_label_has_an_article(key: str, irrelevant: int) -> None:
    texts = {article.slug: article.text for article in PRINTED[key]}
    labels: dict[str, Any] = yaml.safe_load((sample.content_dir(key) / "expected.yml").read_text(encoding="utf-8"))
    assert set(labels) == set(texts)
    for slug, label in labels.items():
        assert label["relevant"] == bool(label.get("events")), slug
        for event in label.get("events", []):
            for participant in event["participants"]:
                assert participant.get("country") or participant.get("organization"), slug
                assert participant["name"] is None or participant["name"] in texts[slug], slug
        for speaker in label.get("speakers", []):
            assert speaker in texts[slug], slug
    assert sum(not label["relevant"] for label in labels.values()) == irrelevant


@pytest.mark.parametrize(
    ("head", "reason"),
    [("title: x", "published_at"), ('title: x\npublished_at: "2025-10-06T10:00:00"', "no offset"),
     ("title: [", "while parsing"), ('title: x\npublished_at: "2025-10-06T10:00:00+05:00"\ncolour: red', "colour")],
)
def test_an_article_that_cannot_be_read_is_named(head: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bad.md").write_text(f"---\n{head}\n---\n\nText.\n")
    with pytest.raises(sample.SampleError, match=reason) as caught:
        articles.load(tmp_path)
    assert "bad.md" in str(caught.value)


@pytest.mark.parametrize(("same_as", "named"), [
    ("none-of-ours", r"copy\.md: same_as: .*none-of-ours\.md"),
    ("other/none-of-theirs", r"other/articles/none-of-theirs\.md"),
    ("repeats-itself", r"copy\.md: same_as: .*repeats-itself\.md")])
def test_a_repetition_of_what_is_no_article_is_named(same_as: str, named: str, tmp_path: Path) -> None:
    for agency, slug, head in (("mine", "copy", f"same_as: {same_as}"), ("mine", "repeats-itself", "same_as: copy")):
        (tmp_path / agency / "articles").mkdir(parents=True, exist_ok=True)
        (tmp_path / agency / "articles" / f"{slug}.md").write_text(
            f'---\n{head}\npublished_at: "2025-10-06T10:00:00+05:00"\nsection: World\n---\n')
    with pytest.raises(sample.SampleError, match=named):
        articles.load(tmp_path / "mine")


@pytest.mark.parametrize(
    ("text", "reason"), [("name: [", "while parsing"), ("just words", "AttributeError"),
                         ("teasers: []\nname: x", "missing"), ("teasers: []\ncolour: red", "colour")])
def test_a_site_that_cannot_be_read_is_named(text: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_text(text)
    with pytest.raises(sample.SampleError, match=reason) as caught:
        articles.site(tmp_path)
    assert "site.yml" in str(caught.value)
