"""The report: one table with all readers, the goals, the halves, and how it was measured."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.accuracy.tables import table
from benchmarks.pages.measured import ROUNDS, Measured, Result
from benchmarks.pages.readers import Reader
from benchmarks.pages.scores import Estimate, summary

GOALS = (
    ("dates", "day right", 0.92, True),
    ("no_body", "*no article* said where the body is cut out", 0.95, True),
    ("lost", "real articles lost", 0.01, False),
    ("cpu_ms", "CPU ms a page", 20.0, False),
)
"""Name, wording, bound, whether it is a least one."""

_INTRODUCTION = """\
# Pages: articles read off HTML, beside the well-known readers

{pages} news pages of {publishers} publishers, which lie beside the checkout (they belong to their publishers: nothing
of them is printed here). The reviewed texts come from another project's parsers, so a paragraph that they left out
counts against every reader alike. All readers saw the same pages in one run, each in a process of its own; the rules
that ours has for single publishers were off. In brackets the 95 % interval by bootstrap over publishers (1,000
resamples, fixed seed).
Repeat it with `.venv/bin/python -m benchmarks.pages`; readers that are not installed are left out.

{machine}
"""
_MEASURES = """\
- **F1, P, R**: shares of the runs of four words (4-token shingles) of a page, averaged over pages.
- **day, title**: the day of publication is the reviewed one; the title has the reviewed one's letters and digits, no
  fewer and no more. **title words**: the F1 of its words. Publishers print a headline in up to four wordings (heading,
  JSON-LD, social networks, browser); which of them the reviewed data holds differs from publisher to publisher, so that
  one wording in seven counts as wrong that is on the page as a headline.
- **no article, body out**: the reader says that there is no article on a page from which the container of the article
  was taken, with whatever else of its text stands elsewhere. **text out**: only the text's own blocks were taken, and
  captions, boxes, further articles and everything else within the container left, which on some pages is a text
  still.
- **lost**: it says so of a whole page.
- **exceptions**: pages on which the reader raised one, which counts as no text. newspaper4k raises on pages in
  Japanese, Korean, Arabic and others where its optional tokenizers are missing; `newspaper4k[all]` brings them.
- **CPU**: process time of the fastest of {rounds} readings of each page, mean (median) over pages. **memory**: resident
  set of the process at most, and before the first page, with the reader imported."""


def markdown(measured: Measured, absent: list[Reader], machine: str) -> str:
    """The report as Markdown."""
    publishers = len({page.publisher for page in measured.pages})
    introduction = _INTRODUCTION.format(pages=len(measured.pages), publishers=publishers, machine=machine)
    lines = [introduction, *_readers(measured)]
    if absent:
        lines += ["", "Not installed and left out: " + ", ".join(reader.name for reader in absent) + "."]
    lines += ["", _MEASURES.format(rounds=ROUNDS), "", "## Goals", "", *_goals(measured)]
    lines += ["", "## Halves", "", "Rules were made on the publishers of half A; half B was looked at when a class of"
              " errors was finished.", "", *_halves(measured.ours), ""]
    return "\n".join(lines)


def missed(measured: Measured) -> list[str]:
    """The goals that are missed, a line each."""
    lines = []
    for name, wording, bound, least in GOALS:
        value = _value(measured.ours, name)
        if value < bound if least else value > bound:
            lines.append(f"missed: {wording} is {value:.3f}, goal {'at least' if least else 'at most'} {bound:g}")
    return lines + [f"behind {name} on F1 by {-by.value:.3f}" for name, by in measured.ahead.items() if by.value <= 0]


def _readers(measured: Measured) -> Iterator[str]:
    rows = []
    for result in measured.results:
        gives, figures = result.reader.gives, result.figures
        text = "text" in gives
        rows.append([
            f"**{result.reader.name}**" if result is measured.ours else
            f"{result.reader.name} {result.reader.version}".strip(),
            *(_figure(figures[name]) if text else "" for name in ("f1", "precision", "recall")),
            _figure(figures["dates"]) if "date" in gives else "",
            _figure(figures["titles"]) if "title" in gives else "",
            f"{figures['title_words'].value:.3f}" if "title" in gives else "",
            *(_figure(figures[name]) if text else "" for name in ("no_body", "no_text")),
            f"{figures['lost'].value:.3f}" if text else "",
            f"{result.cpu_ms:.1f} ({result.cpu_ms_median:.1f})",
            f"{result.peak_mb:.0f} ({result.start_mb:.0f})",
            str(result.failed),
        ])
    yield from table(
        ["reader", "F1", "P", "R", "day", "title", "title words", "no article: body out", "text out", "lost",
         "CPU ms", "memory MB", "exceptions"], rows)


def _goals(measured: Measured) -> Iterator[str]:
    rows = [
        [f"F1 ahead of {name}", "> 0", f"{by.value:+.3f} ({by.low:+.3f} to {by.high:+.3f})", _met(by.value > 0)]
        for name, by in measured.ahead.items()
    ]
    for name, wording, bound, least in GOALS:
        value = _value(measured.ours, name)
        rows.append([wording, f"{'≥' if least else '≤'} {bound:g}", f"{value:.3f}",
                     _met(value >= bound if least else value <= bound)])
    yield from table(["figure", "goal", "reached", "met"], rows)


def _halves(ours: Result) -> Iterator[str]:
    rows = []
    for half, scores in ours.by_half().items():
        figures = summary(scores)
        rows.append([half, str(len(scores)), *(_figure(figures[name]) for name in
                                               ("f1", "dates", "titles", "no_body", "no_text")),
                     f"{figures['lost'].value:.3f}"])
    yield from table(["half", "pages", "F1", "day", "title", "no article: body out", "text out", "lost"], rows)


def _value(result: Result, name: str) -> float:
    return result.cpu_ms if name == "cpu_ms" else result.figures[name].value


def _figure(estimate: Estimate) -> str:
    return f"{estimate.value:.3f} ({estimate.low:.2f}-{estimate.high:.2f})"


def _met(met: bool) -> str:
    return "yes" if met else "no"
