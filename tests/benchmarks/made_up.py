"""Made-up labels and records in the contract's form."""

from __future__ import annotations

from typing import Any

from benchmarks.accuracy.sets import Sample
from extractors.article import Article


def person(name: str | None, country: str | None, capacity: str = "participant", role: str = "head_of_state",
           organization: str | None = None) -> dict[str, Any]:
    """A participant."""
    return {"name": name, "title": None, "role_class": role if name else "delegation", "country": country,
            "organization": organization, "capacity": capacity, "evidence": []}


def event(*participants: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """A labelled contact: a main bilateral meeting in Astana on 3 March 2025, but for what is given."""
    return {"type": "bilateral_meeting", "visit_kind": None, "status": "held", "is_main": True,
            "start_date": "2025-03-03", "end_date": None,
            "place": {"city": "Astana", "country": "KZ", "venue": None}, "parent_event": None,
            "participants": list(participants), "topics": [], "outcomes": [], "figures": [], **changed}


def record(labelled: dict[str, Any], id_: str = "t-1", confidence: float = 0.9,
           statements: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """The record that says what a labelled contact says."""
    lists = {name: labelled[name] for name in ("participants", "outcomes", "figures")}
    rest = {name: value for name, value in labelled.items() if name not in (*lists, "topics")}
    return {"article": {"id": id_}, "event": rest, **lists, "topics": [{"code": code} for code in labelled["topics"]],
            "statements": statements or [], "confidence": confidence}


def sample(events: list[dict[str, Any]], records: list[dict[str, Any]], id_: str = "t-1", text: str = "He said so.",
           statements: list[dict[str, Any]] | None = None, set_: str = "wire.en") -> Sample:
    """An article with its label and the records read out of it."""
    label = {"id": id_, "events": events, "statements": statements or []}
    return Sample(set_, Article(text=text, id=id_, published_at="2025-03-04"), label, records)
