"""Ask Wikidata's query service who has held a state's highest offices, and read its answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from communique.reference.dates import first_day, last_day
from communique.warehouse.connection import WarehouseError

if TYPE_CHECKING:
    from communique.acquire.client import Fetcher
    from communique.settings import Settings
    from communique.sources import Source

CLASSES = ("head_of_state", "head_of_government", "foreign_minister")
"""The offices that are asked about, by the register's word for them."""

DEADLINE_SECONDS = 70.0
"""The service gives a query 60 s."""

DELAY_SECONDS = 2.0
"""Between two queries. The service asks for one query at a time, an agent that names whom to write to, and heed of
Retry-After; a client has 60 s of query time a minute."""

_QID = re.compile(r"Q[1-9][0-9]*")
_TIME = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)T")
_PRECISIONS = {"11": 10, "10": 7, "9": 4}
"""Wikidata's number for day, month and year, and how many characters of a date then hold."""


class AnswerError(WarehouseError):
    """What the query service sent is no answer to what it was asked; the message names the country."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One tenure as Wikidata has it. `start` and `end` are YYYY-MM-DD, YYYY-MM or YYYY; an `end` of None means that it
    goes on, or, where `is_end_known` is False, that nobody has entered when it ended."""

    office_class: str
    person_id: str
    name: str | None
    title: str | None
    start: str
    end: str | None
    is_end_known: bool = True


def endpoint(settings: Settings, delay_seconds: float = DELAY_SECONDS) -> Source:
    """The query service as a publisher that the Fetcher can ask.

    Robots.txt is not asked: it speaks to crawlers of pages, while this address is made for programs and has rules of
    its own, which are kept (see DELAY_SECONDS). Whoever sets another address may mean a private one.
    """
    from communique.sources import Source

    parts = urlsplit(settings.wikidata_url)
    return Source.model_validate({
        "key": "wikidata", "name": "Wikidata Query Service", "country": "US", "languages": ["en"],
        "home": f"{parts.scheme}://{parts.netloc}/", "time_zone": "UTC", "confidence": "high",
        "evidence": "https://www.wikidata.org/wiki/Wikidata:SPARQL_query_service",
        "feeds": [{"url": settings.wikidata_url, "format": "json", "language": "en"}],
        "allow_private": [parts.netloc] if parts.hostname != "query.wikidata.org" else [],
        "politeness": {"delay_seconds": delay_seconds, "concurrency": 1, "robots": False}})


def query(item: str) -> str:
    """The query about the state with the item `item`, such as Q232. Raises ValueError for what is no item's id."""
    if not _QID.fullmatch(item):
        raise ValueError(f"{item!r} is no id of a Wikidata item")
    text = resources.files("communique.reference").joinpath("holders.sparql").read_text(encoding="utf-8")
    return re.sub(r"(?<=wd:)STATE\b", item, text)


def ask(fetcher: Fetcher, source: Source, country: str, item: str) -> dict[str, Any]:
    """The service's answer about a state, as it came. Raises FetchError, and AnswerError where it is none."""
    url = source.feeds[0].url + "?" + urlencode({"format": "json", "query": query(item)})
    body = fetcher.get(url, source).body
    try:
        answer = json.loads(body)
        read(country, answer)
    except ValueError as error:
        # A query that runs out of time is cut off with status 200, in the middle of the JSON.
        raise AnswerError(f"wikidata: the answer about {country} is no JSON ({error}); it was probably cut off, "
                          "ask again") from None
    found: dict[str, Any] = answer
    return found


def read(country: str, answer: Any) -> list[Holder]:
    """The tenures in an answer, terms of one person that follow upon each other joined, by office and start.

    Raises AnswerError for what is not SPARQL 1.1 Query Results JSON with the query's variables.
    """
    try:
        rows = answer["results"]["bindings"]
        found = [holder for row in rows if (holder := _holder(row)) is not None]
    except (KeyError, TypeError, AttributeError) as error:
        raise AnswerError(f"wikidata: the answer about {country} is not of the form asked for ({error!r})") from None
    return sorted(_joined(found), key=lambda one: (CLASSES.index(one.office_class), one.start, one.person_id))


def _holder(row: dict[str, dict[str, str]]) -> Holder | None:
    """A row as a tenure; None for one whose dates are vaguer than a year, or whose holder is no item."""
    person = row["person"]["value"].rpartition("/")[2]
    start = _date(row["start"]["value"], row["startPrecision"]["value"])
    end = _date(row["end"]["value"], row["endPrecision"]["value"]) if "end" in row else None
    unknown = row.get("endUnknown", {}).get("value") == "true" or ("end" in row and end is None)
    if row["class"]["value"] not in CLASSES or not _QID.fullmatch(person) or start is None:
        return None
    return Holder(row["class"]["value"], person, _text(row, "name"), _text(row, "title"), start, end, not unknown)


def _text(row: dict[str, dict[str, str]], key: str) -> str | None:
    return " ".join(row[key]["value"].split()) or None if key in row else None


def _date(value: str, precision: str) -> str | None:
    found = _TIME.match(value)
    if found is None or precision not in _PRECISIONS:
        return None
    text = value[:_PRECISIONS[precision]]
    try:
        first_day(text)
    except ValueError:
        return None
    return text


def _joined(found: list[Holder]) -> Iterator[Holder]:
    """Each person's terms of an office, joined where the next begins by the day after the last ended: the register has
    one row for a president re-elected, Wikidata one a term."""
    by_holder: dict[tuple[str, str], list[Holder]] = {}
    for one in found:
        by_holder.setdefault((one.office_class, one.person_id), []).append(one)
    for terms in by_holder.values():
        terms.sort(key=lambda one: (first_day(one.start), -len(one.start)))
        last = terms[0]
        for one in terms[1:]:
            again = first_day(one.start) <= last_day(last.start)
            if again or _follows(last, one):
                start = one.start if again and len(one.start) > len(last.start) else last.start
                last = replace(max(last, one, key=_told), start=start, name=last.name or one.name)
            else:
                # Who came back must have left, though nobody has entered when.
                yield last if last.end else replace(last, is_end_known=False)
                last = one
        yield last


def _follows(last: Holder, one: Holder) -> bool:
    return last.end is not None and (first_day(one.start) - last_day(last.end)).days <= 1


def _told(term: Holder) -> tuple[date, bool]:
    """What of two statements about one stretch of time tells how it ended: the one that begins later, unless the
    earlier ends later; an end before none where both begin together."""
    return last_day(term.end) if term.end else first_day(term.start), term.end is not None
