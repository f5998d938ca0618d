"""What the expectations look at: a record's columns in staging, taken out of its JSON once.

A record may break the contract in any way, since telling so is what these columns are for: nothing here raises.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

MAX_PROBLEMS_LENGTH = 2000
MAX_NAME_LENGTH = 300
"""Characters of a name; what is longer is a sentence, and would not fit an index either."""
MAX_COUNT = 1_000_000_000
"""Of documents and of ids in GeoNames, which has some 13 million."""

RECORD_COLUMNS = (
    "event_type", "event_status", "is_main", "start_date", "end_date", "date_precision", "city", "country",
    "countries", "capacities", "participant_count", "named_participant_count", "blank_name_count", "side_count",
    "smallest_figure", "confidence", "evidence_problems", "range_problems",
)

_NEEDS_EVIDENCE = ("participants", "topics", "outcomes", "figures", "statements")


def record_columns(record: Mapping[str, Any], text_length: int | None) -> dict[str, Any]:
    """The columns RECORD_COLUMNS of one record; null where the record has nothing of the right kind.

    `text_length` is that of the article's text in characters, None where the article is not staged.
    """
    event = _object(record.get("event"))
    place = _object(event.get("place"))
    participants = _objects(record.get("participants"))
    names = [person.get("name") for person in participants]
    return {
        "event_type": _text(event.get("type")),
        "event_status": _text(event.get("status")),
        "is_main": event.get("is_main") if isinstance(event.get("is_main"), bool) else None,
        "start_date": _text(event.get("start_date")),
        "end_date": _text(event.get("end_date")),
        "date_precision": _text(event.get("date_precision")),
        "city": _text(place.get("city")),
        "country": _text(place.get("country")),
        "countries": sorted(set(_countries(place, participants))),
        "capacities": sorted({str(person.get("capacity")) for person in participants}),
        "participant_count": len(participants),
        "named_participant_count": sum(1 for name in names if isinstance(name, str) and name.strip()),
        "blank_name_count": sum(1 for name in names if isinstance(name, str) and not name.strip()),
        "side_count": _sides(participants),
        "smallest_figure": min(_figures(record), default=None),
        "confidence": _number(record.get("confidence")),
        "evidence_problems": _joined(_evidence_problems(record, text_length)),
        "range_problems": _joined(_range_problems(record)),
    }


def _joined(problems: Iterator[str]) -> str | None:
    return "; ".join(problems)[:MAX_PROBLEMS_LENGTH] or None


def _countries(place: Mapping[str, Any], participants: list[Mapping[str, Any]]) -> Iterator[str]:
    for holder in (place, *participants):
        country = holder.get("country")
        if isinstance(country, str):
            yield country


def _sides(participants: list[Mapping[str, Any]]) -> int:
    """States and organizations taking part; who represents neither by name stands for a side of their own."""
    named = [_text(person.get("country")) or _text(person.get("organization")) or None for person in participants]
    return len(set(named) - {None}) + named.count(None)


def _figures(record: Mapping[str, Any]) -> Iterator[float]:
    """Values that cannot be below zero: all but growth, which can be a fall."""
    for figure in _objects(record.get("figures")):
        value = _number(figure.get("value"))
        if value is not None and figure.get("metric") != "growth":
            yield value


def _evidence_problems(record: Mapping[str, Any], text_length: int | None) -> Iterator[str]:
    title = _object(record.get("article")).get("title")
    title_length = len(title) if isinstance(title, str) else 0
    event = _object(record.get("event"))
    if "evidence" in event:
        yield from _span_problems("event", event["evidence"], text_length)
    if event.get("title_evidence"):
        yield from _span_problems("event in the title", event["title_evidence"], title_length)
    for name, spans in _object(event.get("field_evidence")).items():
        yield from _span_problems(f"event.field_evidence.{name}", spans, text_length)
    for field in _NEEDS_EVIDENCE:
        for position, item in enumerate(_objects(record.get(field))):
            spans, title_spans = item.get("evidence"), item.get("title_evidence")
            if spans and not title_spans and _sound(spans, text_length):
                continue
            where = f"{field}[{position}]"
            if not spans and not title_spans:
                yield f"{where} has no evidence"
            if spans:
                yield from _span_problems(where, spans, text_length)
            if title_spans:
                yield from _span_problems(f"{where} in the title", title_spans, title_length)


def _sound(spans: Any, text_length: int | None) -> bool:
    """Whether nothing is wrong with spans, which is so with nearly all: said before any words are made."""
    return type(spans) is list and all(
        type(span) is list and len(span) == 2 and type(span[0]) is int and type(span[1]) is int
        and 0 <= span[0] < span[1] and (text_length is None or span[1] <= text_length)
        for span in spans)


def _span_problems(where: str, spans: Any, text_length: int | None) -> Iterator[str]:
    if not isinstance(spans, list):
        yield f"{where}: evidence is not a list of spans"
        return
    for span in spans:
        if not (isinstance(span, list) and len(span) == 2 and all(type(offset) is int for offset in span)):
            yield f"{where}: {str(span)[:40]} is not [start, end)"
        elif not 0 <= span[0] < span[1]:
            yield f"{where}: [{span[0]}, {span[1]}) is empty or turned round"
        elif text_length is not None and span[1] > text_length:
            yield f"{where}: [{span[0]}, {span[1]}) runs past the text's {text_length} characters"


def _range_problems(record: Mapping[str, Any]) -> Iterator[str]:
    """What the contract's types let through and the tables of core do not."""
    place = _object(_object(record.get("event")).get("place"))
    yield from _out_of_range("latitude", place.get("latitude"), -90, 90)
    yield from _out_of_range("longitude", place.get("longitude"), -180, 180)
    yield from _out_of_range("geoname_id", place.get("geoname_id"), 0, MAX_COUNT)
    for position, outcome in enumerate(_objects(record.get("outcomes"))):
        if outcome.get("count") is None:
            continue
        yield from _out_of_range(f"outcomes[{position}].count", outcome.get("count"), 0, MAX_COUNT)
    for field, names in (("participants", ("name", "person_id")), ("statements", ("speaker", "person_id"))):
        for position, item in enumerate(_objects(record.get(field))):
            for name in names:
                value = item.get(name)
                if isinstance(value, str) and len(value) > MAX_NAME_LENGTH:
                    yield f"{field}[{position}].{name} has {len(value)} characters"


def _out_of_range(where: str, value: Any, least: float, most: float) -> Iterator[str]:
    number = _number(value)
    if number is not None and not least <= number <= most:
        yield f"{where} is {number:g}"


def _object(value: Any) -> Mapping[str, Any]:
    # the very type first: asking an abstract class takes four times as long, and a record asks forty times
    return value if type(value) is dict or isinstance(value, Mapping) else {}


def _objects(value: Any) -> list[Mapping[str, Any]]:
    if not isinstance(value, list):
        return []
    return [item for item in value if type(item) is dict or isinstance(item, Mapping)]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:  # a JSON integer may have any number of digits
        return math.inf if value > 0 else -math.inf
