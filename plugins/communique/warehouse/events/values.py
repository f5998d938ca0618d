"""What holds of an event, as rows of the tables that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from communique.warehouse.events.neighbours import Told
from communique.warehouse.events.weights import registered
from extractors.resolve import Consensus, Value, Weight, conflicts, consensus

FIELDS: Final[Mapping[str, str]] = {
    "type": "event_type", "visit_kind": "visit_kind", "name": "event_name", "status": "event_status",
    "start_date": "start_date", "end_date": "end_date", "city": "city", "country": "country", "venue": "venue",
    "parent_name": "parent_event_name", "parent_organization": "parent_event_organization",
}
"""The columns of core.event by the names that resolution has for them."""
TABLES: Final = ("event_value", "event_participant", "event_topic", "event_status", "event_conflict")
_PARTICIPANT: Final = ("name", "person_id", "title", "role_class", "country", "organization", "capacity")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one event: that of core.event, and those of TABLES."""

    event: Row
    parts: Mapping[str, list[Row]] = field(default_factory=dict)


def rows(event_id: str, founder: int, told: Sequence[Told], weigh: Weight | None = None) -> Rows:
    """What holds of the event with this id, opened for the record `founder`, by all the records that tell of it.

    `weigh` gives a report's weight (default: by the weights of the registry of sources; see `weights`).
    Raises ValueError where there is no record.
    """
    reports = [one.report for one in told]
    record_key = {one.report.key: one.record_key for one in told}
    moments = [one.published_at for one in told if one.published_at is not None]
    agreed = consensus(reports, weigh or registered())
    disagreed = conflicts(reports)
    taking_part = [value.value for value in agreed.participants]
    values = {name: value.value for name, value in agreed.fields.items()}
    event = {
        **{column: values.get(name) for name, column in FIELDS.items()},
        "event_id": event_id,
        "event_status": agreed.status,
        "is_main": any(one.facts.when.is_main for one in reports),
        "sides": sorted({one["country"] for one in taking_part if one.get("country")}),
        "organizations": sorted({one["organization"] for one in taking_part if one.get("organization")}),
        "sources": sorted({one.source for one in told}),
        "report_count": len(told),
        "conflict_count": len(disagreed),
        "first_reported_at": min(moments).isoformat() if moments else None,
        "last_reported_at": max(moments).isoformat() if moments else None,
        "founder_record_key": founder,
        **_where_exactly(agreed, told),
        **_codes(agreed, told),
    }
    return Rows(event, {
        "event_value": [{"event_id": event_id, "field": FIELDS[name], "value": str(value.value),
                         **_supported(value, record_key)} for name, value in agreed.fields.items()],
        "event_participant": [
            {"event_id": event_id, "position": n, **{name: value.value.get(name) for name in _PARTICIPANT},
             **_supported(value, record_key)} for n, value in enumerate(agreed.participants)],
        "event_topic": _topics(event_id, told),
        "event_status": _history(event_id, agreed, told),
        "event_conflict": [
            {"event_id": event_id, "field": FIELDS.get(one.field, one.field), "conflict_kind": one.kind, "position": n,
             "record_key": record_key[key], "value": claim.value}
            for one in disagreed for n, claim in enumerate(one.claims) for key in claim.reports],
    })


def _supported(value: Value, record_key: Mapping[str, int]) -> Row:
    return {"support": value.support, "record_keys": [record_key[key] for key in value.reports]}


def _where_exactly(agreed: Consensus, told: Sequence[Told]) -> Row:
    """The city's place on the globe, as those have it who name the city and the country that hold."""
    names = [agreed.fields[name].value if name in agreed.fields else None for name in ("city", "country")]
    fields = ("geoname_id", "latitude", "longitude")
    for one in _oldest_first(told):
        place = one.report.record["event"].get("place") or {}
        if [place.get("city"), place.get("country")] == names and place.get("latitude") is not None:
            return {name: place.get(name) for name in fields}
    return dict.fromkeys(fields)


def _codes(agreed: Consensus, told: Sequence[Told]) -> Row:
    """The codes of the newest report of the type and status that hold, else of the newest of that type."""
    kind = agreed.fields["type"].value
    of_type = [one for one in _oldest_first(told) if one.report.record["event"]["type"] == kind]
    of_both = [one for one in of_type if one.report.facts.when.status == agreed.status]
    codes = (of_both or of_type)[-1].report.record["event"].get("codes") or {}
    return {"cameo_code": codes.get("cameo"), "plover_code": codes.get("plover")}


def _topics(event_id: str, told: Sequence[Told]) -> list[Row]:
    by_topic: dict[str, list[Told]] = {}
    for one in _oldest_first(told):
        for code in dict.fromkeys(topic["code"] for topic in one.report.record.get("topics") or []):
            by_topic.setdefault(code, []).append(one)
    return [{"event_id": event_id, "topic": code, "source_count": len({one.source for one in by_topic[code]}),
             "record_keys": [one.record_key for one in by_topic[code]]} for code in sorted(by_topic)]


def _history(event_id: str, agreed: Consensus, told: Sequence[Told]) -> list[Row]:
    by_key = {one.report.key: one for one in told}
    return [{"event_id": event_id, "position": n, "event_status": step.status,
             "reported_at": moment.isoformat() if (moment := by_key[step.key].published_at) else None,
             "record_key": by_key[step.key].record_key} for n, step in enumerate(reversed(agreed.history))]


def _oldest_first(told: Sequence[Told]) -> list[Told]:
    return sorted(told, key=lambda one: one.report.order)
