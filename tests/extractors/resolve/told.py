"""Records made from one line each, for the stories of `stories.py`."""

from __future__ import annotations

import hashlib
from typing import Any

from extractors.resolve import Report, report

_ROLES = {
    "hos": "head_of_state",
    "hog": "head_of_government",
    "fm": "foreign_minister",
    "min": "minister",
    "dep": "deputy_head",
    "io": "io_head",
    "ioo": "io_official",
    "spk": "speaker_of_parliament",
    "sec": "security_official",
    "amb": "ambassador",
    "del": "delegation",
    "oth": "other",
}
_KINDS = {
    "talks": "bilateral_meeting",
    "several": "multilateral_meeting",
    "summit": "summit",
    "call": "phone_call",
    "video": "video_conference",
    "visit": "visit",
    "signing": "signing",
    "forum": "forum",
    "letter": "correspondence",
}
_STATES = {
    "was": "held",
    "is": "ongoing",
    "will": "planned",
    "may": "proposed",
    "later": "postponed",
    "off": "cancelled",
}
Line = tuple[str, str]
"""The event that is meant, and `article | published | [bg] kind state [start[..end]] | place | who; who |
name | parent | language`. Who is `Name/role/side/capacity` with the capacity's first letter; name '-' for a
delegation."""


def record(line: str) -> dict[str, Any]:
    """The record of a line; the last fields may be missing."""
    cells = [cell.strip() for cell in line.split("|")]
    article, published, what, place, who, name, parent, language = cells + [""] * (8 - len(cells))
    words = what.split()
    is_main = words[0] != "bg"
    kind, state, *dates = words if is_main else words[1:]
    start, _, end = (dates[0] if dates else "").partition("..")
    city, _, country = place.rpartition(",")
    digest = hashlib.sha256(line.encode()).hexdigest()
    return {
        "schema_version": "1.0",
        "record_id": digest[:16],
        "extractor_version": "made",
        "article": {
            "id": article,
            "url": None,
            "source": article.split("-")[0],
            "title": None,
            "published_at": published or None,
            "language": language or "en",
            "text_sha256": hashlib.sha256(article.encode()).hexdigest(),
        },
        "event": {
            "type": _KINDS[kind],
            "visit_kind": None,
            "status": _STATES[state],
            "is_main": is_main,
            "name": name or None,
            "start_date": start or None,
            "end_date": end or None,
            "date_precision": None,
            "place": {"city": city or None, "country": country or None, "venue": None} if place else None,
            "parent_event": {"name": parent, "organization": parent.split()[0]} if parent else None,
            "evidence": [],
        },
        "participants": [_participant(one.strip()) for one in who.split(";") if one.strip()],
        "topics": [],
        "outcomes": [],
        "figures": [],
        "statements": [],
        "confidence": 0.8,
    }


def told(line: str) -> Report:
    """The report of a line."""
    return report(record(line))


def _participant(text: str) -> dict[str, Any]:
    name, role, side, *capacity = text.split("/")
    organization = len(side) > 2 or side in ("UN", "EU")
    letter = capacity[0] if capacity else "p"
    return {
        "name": None if name == "-" else name,
        "person_id": None,
        "title": None,
        "role_class": _ROLES[role],
        "country": None if organization else side,
        "organization": side if organization else None,
        "capacity": {"h": "host", "g": "guest", "c": "chair", "p": "participant"}[letter],
        "evidence": [],
    }
