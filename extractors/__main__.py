"""The readers on the command line, without Airflow, a database or a network.

    python -m extractors extract < articles.jsonl > records.jsonl
    python -m extractors read --url URL < page.html
    python -m extractors explain ARTICLE.json
    python -m extractors resolve < records.jsonl > resolved.jsonl

`extract` prints a record a line. An article that cannot be read gets a line on standard error with its id and the
reason, the others are read all the same, and the exit status is 1 at the end. `resolve` adds to each record the id of
the event that it tells of, the same id for all records of one contact, and keeps to the same rule.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from extractors import cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a subcommand; returns the exit status: 0, or 1 where something could not be read, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m extractors", description="Reads articles and summit records.")
    commands = parser.add_subparsers(dest="command", required=True)
    extract = commands.add_parser("extract", help="article lines on standard input to record lines on standard output")
    extract.add_argument("--processes", type=_count, default=1, metavar="N", help="how many read at a time (default 1)")
    read = commands.add_parser("read", help="a page on standard input to an article")
    read.add_argument("--url", required=True, help="the page's address")
    read.add_argument("--charset", help="charset from the Content-Type header, where known")
    explain = commands.add_parser("explain", help="an article's records with the sentence and rule behind every value")
    explain.add_argument("article", help="file with one article as JSON, or - for standard input")
    explain.add_argument("--no-colour", action="store_true", help="plain text even on a terminal")
    resolve = commands.add_parser(
        "resolve", help="record lines to record lines with an event_id, one for each real contact")
    resolve.add_argument("--events", action="store_true",
                         help="an event a line instead: what holds of it, and what its reports disagree on")
    resolve.add_argument("--weight", type=_weight, action="append", default=[], metavar="SOURCE=NUMBER",
                         help="with --events: what the word of a source weighs (default 1); may be given several times")
    chosen = parser.parse_args(arguments)
    if chosen.command == "extract":
        return cli.extract(sys.stdin.buffer, sys.stdout, sys.stderr, chosen.processes)
    if chosen.command == "resolve":
        return cli.resolve(sys.stdin.buffer, sys.stdout, sys.stderr, events=chosen.events, weights=dict(chosen.weight))
    if chosen.command == "read":
        return cli.read(sys.stdin.buffer, chosen.url, chosen.charset, sys.stdout, sys.stderr)
    return cli.explain(chosen.article, sys.stdout, sys.stderr, colour=not chosen.no_colour and sys.stdout.isatty())


def _weight(text: str) -> tuple[str, float]:
    source, _, number = text.partition("=")
    weight = float(number)
    if not source or not 0 < weight < float("inf"):
        raise ValueError(f"{text} is not SOURCE=NUMBER with a number above 0")
    return source, weight


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(f"{text} is below 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
