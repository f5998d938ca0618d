"""The pages benchmark on made-up pages: cutting out, scoring, a whole run with our reader, report, absent material."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.pages.corpus import NewsPage, pages, words
from benchmarks.pages.cutout import left, without_article, without_body
from benchmarks.pages.measured import Measured, measure
from benchmarks.pages.readers import OURS, READERS, Found, Reader, installed
from benchmarks.pages.report import markdown, missed
from benchmarks.pages.scores import ahead, same_title, score, shingles, summary
from benchmarks.pages.worker import WorkerFailed, run

ROOT = Path(__file__).resolve().parents[2]
TITLE = "Ministers agree on a second crossing"
TEXT = [
    "The two ministers met in the capital on Monday and spoke about trade and a second crossing of the border river.",
    "They agreed to open the crossing before the end of the year, the ministry of the host country said afterwards.",
    "The next round of talks will take place in the spring, and the guests invited their hosts to a forum on energy.",
]
NOT_REVIEWED = "A paragraph of the article that the reviewed text lacks, as happens now and then in the material."
BOX = "The agency was founded long ago and tells the news of the region to readers in all of its countries."


def html(number: int = 0) -> str:
    body = "".join(f"<p>{text}</p>" for text in (*TEXT, NOT_REVIEWED))
    data = json.dumps({
        "@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-10-06", "articleBody": " ".join(TEXT)})
    return (f'<html><head><title>{TITLE}</title><script type="application/ld+json">{data}</script></head><body>'
            f"<div class=about><p>{BOX}</p></div><article><h1>{TITLE}</h1><div class=text>{body}</div></article>"
            f"<i>{number}</i></body></html>")


def page(number: int, host: str = "agency.example") -> NewsPage:
    url = f"https://{host}/news/{number}"
    return NewsPage(f"made/{number}", url, html(number), "\n".join(TEXT), TITLE, "2025-10-06")


PAGES = [page(0), page(1, "one.example"), page(2, "news.two.co.uk"), page(3, "three.example")]


def test_a_publisher_is_a_registered_name_and_keeps_its_half() -> None:
    assert [one.publisher for one in PAGES] == ["agency.example", "one.example", "two.co.uk", "three.example"]
    assert page(9, "www.two.co.uk").half == PAGES[2].half


def test_the_article_is_cut_out_and_the_rest_stays() -> None:
    cut = without_article(html(), "\n".join(TEXT))
    assert not any(text in cut for text in (*TEXT, NOT_REVIEWED))
    assert BOX in cut
    assert f"<h1>{TITLE}</h1>" in cut
    assert "NewsArticle" in cut
    assert left(html(), "\n".join(TEXT)) > 0.9
    assert left(cut, "\n".join(TEXT)) == 0


def test_the_body_is_cut_out_with_its_container() -> None:
    cut = without_body(html(), "\n".join(TEXT))
    assert not any(text in cut for text in (*TEXT, NOT_REVIEWED))
    assert BOX in cut
    assert "NewsArticle" in cut


def test_lines_between_breaks_are_cut_out() -> None:
    lines = "<br>".join((*TEXT, NOT_REVIEWED))
    cut = without_article(f"<div><b>{TITLE}</b><br>{lines}</div><p>{BOX}</p>", "\n".join(TEXT))
    assert not any(text in cut for text in (*TEXT, NOT_REVIEWED))
    assert BOX in cut


def test_words_and_shingles() -> None:
    assert words("Trade, and 2 talks: 新华社!") == ["trade", "and", "2", "talks", "新", "华", "社"]
    assert shingles("a b c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}
    assert (shingles("a b").total(), shingles("").total()) == (1, 0)


@pytest.mark.parametrize(
    ("found", "same"),
    [
        ("Talks “held” – again", True), ("TALKS 'HELD' - AGAIN", True), ("Talks held again | Agency", False),
        ("Talks", False), (None, False),
    ],
)
def test_a_title_is_right_by_its_letters(found: str | None, same: bool) -> None:
    assert same_title(found, 'Talks "held" - again') is same


def test_a_score_counts_what_is_common_right_and_refused() -> None:
    half = "\n".join(TEXT[:1])
    one = score(PAGES[0], Found(half, TITLE, "2025-10-06T10:00"), Found(), Found("still a text"))
    assert one.precision == 1.0
    assert one.recall == pytest.approx(shingles(half).total() / shingles(PAGES[0].text).total())
    assert one.f1 == pytest.approx(2 * one.recall / (1 + one.recall))
    assert (one.dates, one.titles, one.title_words, one.lost, one.no_text, one.no_body) == (1, 1, 1, 0, 1, 0)
    lost = score(PAGES[0], Found(), Found(), Found())
    assert (lost.f1, lost.dates, lost.titles, lost.lost) == (0, 0, 0, 1)


def test_intervals_draw_publishers_and_differences_are_paired() -> None:
    good = [score(one, Found(one.text, TITLE, one.date), Found(), Found()) for one in PAGES]
    bad = [score(one, Found() if one is PAGES[0] else Found(one.text), Found(), Found()) for one in PAGES]
    figures = summary(bad)
    assert figures["f1"].value == 0.75
    assert figures["f1"].low < 0.75 < figures["f1"].high
    assert summary(good)["f1"].low == 1.0
    assert ahead(good, bad).value == 0.25
    with pytest.raises(ValueError, match="no pages"):
        summary([])


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(PAGES, [reader for reader in installed() if reader.name == OURS], lambda what: None)


def test_our_reader_in_a_process_of_its_own(measured: Measured) -> None:
    figures = {name: figure.value for name, figure in measured.ours.figures.items()}
    assert 0.85 < figures["f1"] < 1, "the paragraph that was not reviewed is read"
    assert [figures[name] for name in ("dates", "titles", "no_body", "no_text", "lost")] == [1, 1, 1, 1, 0]
    assert measured.ours.cpu_ms > 0
    assert 1 < measured.ours.start_mb <= measured.ours.peak_mb
    assert measured.ours.failed == 0


def test_the_report_has_every_part_and_no_text(measured: Measured) -> None:
    absent = Reader("another one", "no-such-package", READERS[0].make)
    assert absent.version is None
    report = markdown(measured, [absent], "a machine")
    assert "4 news pages of 4 publishers" in report
    assert "left out: another one." in report
    assert all(text not in report for text in TEXT)
    assert not [line for line in missed(measured) if "lost" in line or "day" in line]


def test_a_reader_that_ends_badly_is_an_error() -> None:
    with pytest.raises(WorkerFailed, match="nobody ended with 1"):
        run(Reader("nobody", None, READERS[0].make), [("1", "https://agency.example/1", "")])


def test_the_command_reads_the_shared_folder(tmp_path: Path) -> None:
    (tmp_path / "bench").mkdir()
    with gzip.open(tmp_path / "bench" / "pages.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({name: getattr(one, name) for name in NewsPage.__slots__}) + "\n" for one in PAGES)
    assert pages(tmp_path) == PAGES
    figures = tmp_path / "figures.json"
    ended = command("--shared", str(tmp_path), "--only", OURS, "--json", str(figures), "--check")
    assert ended.returncode == 0, ended.stderr
    assert "communique: f1 0." in ended.stdout
    assert json.loads(figures.read_text())[0]["figures"]["lost"]["value"] == 0


def test_absent_material_is_said(tmp_path: Path) -> None:
    ended = command("--shared", str(tmp_path))
    assert ended.returncode != 0
    assert "pages.jsonl.gz is missing; say with --shared" in ended.stderr


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "benchmarks.pages", *arguments], cwd=ROOT, capture_output=True,
                          text=True, check=False, env=os.environ, timeout=120)
