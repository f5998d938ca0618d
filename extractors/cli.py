"""What the subcommands of `python -m extractors` do, over any streams."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TextIO

from extractors.article import Article
from extractors.languages import LANGUAGES, UnsupportedLanguage

if TYPE_CHECKING:
    from extractors.resolve import Report


class Unreadable(ValueError):
    """An input line that holds no article; the message says why."""


def extract(lines: Iterable[bytes], out: TextIO, err: TextIO, processes: int = 1) -> int:
    """Reads article lines, writes record lines; returns 1 if any article could not be read, else 0.

    A line is a JSON object with `text`, or with `html` and, where known, `url`, which is cleaned first. The output is
    the same whatever the number of `processes`.
    """
    with _loading():
        from extractors.summit import read_many, reader

        for language in LANGUAGES:
            reader(language)
    failed: list[str] = []
    for _, records in read_many(_articles(lines, err, failed), processes=processes):
        out.writelines(_line(record) + "\n" for record in records)
    out.flush()
    return 1 if failed else 0


def _articles(lines: Iterable[bytes], err: TextIO, failed: list[str]) -> Iterator[Article]:
    """The articles of the lines; what cannot be read is told on `err` and entered in `failed`."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            article = _article(line, number)
            if article.language not in LANGUAGES:
                raise Unreadable(f"article {article.key}: {UnsupportedLanguage(article.language)}")
        except Unreadable as error:
            print(error, file=err)
            failed.append(str(error))
            continue
        yield article


@contextmanager
def _loading() -> Iterator[None]:
    """No garbage is collected meanwhile, nor afterwards among what was made: modules and tables stay as long as the
    process does, and going through them again and again takes a fifth of the start."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def _line(value: Any) -> str:
    # a lone surrogate cannot be written as UTF-8: such a line falls back to escapes
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return line


def _article(line: bytes, number: int) -> Article:
    try:
        value = json.loads(line.decode("utf-8"))
    except (UnicodeDecodeError, ValueError) as error:
        raise Unreadable(f"line {number}: not a JSON object in UTF-8 ({error})") from error
    if not isinstance(value, dict):
        raise Unreadable(f"line {number}: a JSON object is wanted, this is a {type(value).__name__}")
    name = value.get("id") or value.get("url") or f"on line {number}"
    if value.get("text") is None and value.get("html") is not None:
        return _cleaned(value, name)
    try:
        return Article.from_json(value)
    except ValueError as error:
        raise Unreadable(f"article {name} (line {number}): {error}") from error


def _cleaned(value: dict[str, Any], name: object) -> Article:
    """The article of a line with `html`; what the line itself says of it outdoes the page."""
    from extractors.page import read as read_page

    html, url = value["html"], value.get("url") or ""
    if not isinstance(html, str) or not isinstance(url, str):
        raise Unreadable(f"article {name}: 'html' and 'url' must be strings")
    page = read_page(html, url)
    if page is None:
        raise Unreadable(f"article {name}: no article found in its html")
    given = {
        key: value[key]
        for key in ("id", "source", "title", "language", "published_at", "section")
        if isinstance(value.get(key), str)
    }
    return replace(page, url=page.url or url or None, **given)


def read(page: IO[bytes], url: str, charset: str | None, out: TextIO, err: TextIO) -> int:
    """Prints the article of a page as JSON; returns 1 where the page has none."""
    from extractors.page import read as read_page

    article = read_page(page.read(), url, charset=charset)
    if article is None:
        print(f"{url}: no article found on this page", file=err)
        return 1
    out.write(json.dumps(article.to_json(), ensure_ascii=False, indent=2) + "\n")
    return 0


def resolve(
    lines: Iterable[bytes], out: TextIO, err: TextIO, *, events: bool = False,
    weights: Mapping[str, float] | None = None,
) -> int:
    """Reads record lines, writes them with `event_id` in the order they came; returns 1 if any could not be read.

    With `events` writes instead what holds of each event, and what its reports disagree on; `weights` says what a
    source's word weighs there (by the article's `source`; 1 where it says nothing). Which records are one event does
    not hang on it. All records are read before the first is written: which event one belongs to, any of the others may
    say. The same records in another order get the same ids. A record line that comes twice is one report.
    """
    from extractors.resolve import report
    from extractors.resolve import resolve as resolved

    failed = False
    records: list[tuple[dict[str, Any], Report]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            records.append((record, report(record)))
        except KeyError as error:
            print(f"line {number}: not a summit record, it has no {error}", file=err)
            failed = True
        except (ValueError, TypeError, AttributeError) as error:
            print(f"line {number}: not a summit record: {error}", file=err)
            failed = True
    by_key = {of.key: of for _, of in records}
    found = resolved(by_key.values())
    if events:
        out.writelines(_line(_event(event.id, [by_key[key] for key in event.members], weights)) + "\n"
                       for event in found.events)
    else:
        ids = found.id_of()
        out.writelines(_line({**record, "event_id": ids[of.key]}) + "\n" for record, of in records)
    out.flush()
    return 1 if failed else 0


def _event(event_id: str, reports: Sequence[Report], weights: Mapping[str, float] | None) -> dict[str, Any]:
    """What holds of an event: each value with what speaks for it in sum and the records that say so."""
    from extractors.resolve import by_source, conflicts, consensus

    agreed = consensus(reports, by_source(weights))
    return {
        "event_id": event_id,
        "status": agreed.status,
        "values": {name: asdict(value) for name, value in agreed.fields.items()},
        "participants": [asdict(value) for value in agreed.participants],
        "history": [asdict(step) for step in agreed.history],
        "conflicts": [asdict(conflict) for conflict in conflicts(reports)],
        "reports": [one.key for one in reports],
    }


def explain(path: str, out: TextIO, err: TextIO, colour: bool) -> int:
    """Prints an article's records field by field with the words and the rule behind each; 1 where it cannot be read."""
    from extractors.explain import explained
    from extractors.summit import reader

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        article = _article(data, 1)
        records = reader(article.language).read(article)
    except (OSError, Unreadable, UnsupportedLanguage) as error:
        print(f"{path}: {error} (languages: {', '.join(LANGUAGES)})", file=err)
        return 1
    out.write(explained(article, records, colour))
    return 0
