"""A record shown field by field, each value with the words it was read from and the rule that read it."""

from __future__ import annotations

from typing import Any

from extractors.article import Article
from extractors.record import Span, SummitRecord

_DIM, _BOLD, _MARK, _OFF = "\x1b[2m", "\x1b[1m", "\x1b[33m", "\x1b[0m"
_AROUND = 60


def explained(article: Article, records: list[SummitRecord], colour: bool) -> str:
    """The records of an article as text for a terminal, with ANSI colours where `colour`."""
    lines = [_paint(article.title or article.key, _BOLD, colour)]
    if not records:
        lines.append("no contact found")
    for number, record in enumerate(records, 1):
        event = record["event"]
        main = "main" if event["is_main"] else "background"
        lines.append("")
        lines.append(
            _paint(f"{number}. {event['type']} ({event['status']}, {main})", _BOLD, colour)
            + f"  confidence {record['confidence']:.2f}  {record['record_id']}"
        )
        rules, own = event.get("rules", {}), event.get("field_evidence", {})
        lines += _field("contact", event["type"], event["evidence"][:1], rules.get("contact"), article.text, colour)
        place = event["place"]
        if place:
            where = ", ".join(str(value) for value in (place["venue"], place["city"], place["country"]) if value)
            lines += _field("place", where, own.get("place", []), rules.get("place"), article.text, colour)
        if event["start_date"]:
            lines += _field(
                "date",
                " to ".join(d for d in (event["start_date"], event["end_date"]) if d),
                own.get("date", []),
                rules.get("date"),
                article.text,
                colour,
            )
        if event["parent_event"]:
            lines += _field("part of", event["parent_event"]["name"], [], rules.get("parent"), article.text, colour)
        for who in record["participants"]:
            side = who["organization"] or who["country"]
            shown = f"{who['name'] or '(not named)'}, {who['role_class']}, {side}, {who['capacity']}"
            lines += _field("participant", shown, who["evidence"][:1], who.get("rule"), article.text, colour)
        lines += _items("topic", [(t["code"], t) for t in record["topics"]], article.text, colour)
        lines += _items("outcome", [(o["type"], o) for o in record["outcomes"]], article.text, colour)
        lines += _items(
            "figure",
            [(f"{f['metric']} {f['value']:g} {f['unit']}", f) for f in record["figures"]],
            article.text,
            colour,
        )
        lines += _items("statement", [(str(s["speaker"]), s) for s in record["statements"]], article.text, colour)
    return "\n".join(lines) + "\n"


def _items(label: str, items: list[tuple[str, Any]], text: str, colour: bool) -> list[str]:
    return [
        line
        for shown, item in items
        for line in _field(label, shown, item["evidence"][:1], item.get("rule"), text, colour)
    ]


def _field(label: str, value: str, spans: list[Span], rule: str | None, text: str, colour: bool) -> list[str]:
    lines = [f"   {label:12s} {value}" + (_paint(f"  [{rule}]", _DIM, colour) if rule else "")]
    for start, end in spans:
        left, right = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        words = _paint(" ".join(text[start:end].split())[:240], _MARK, colour)
        lines.append(
            _paint(f"{'':16s}… {' '.join(left.split())} ", _DIM, colour)
            + words
            + _paint(f" {' '.join(right.split())} …", _DIM, colour)
        )
    return lines


def _paint(text: str, code: str, colour: bool) -> str:
    return f"{code}{text}{_OFF}" if colour else text
