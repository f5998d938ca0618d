"""The summit record: the JSON contract between the extractor and everything that reads its output."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict

from extractors.soundness import Check, compiled

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

SCHEMA_VERSION = "1.0"

EventType = Literal[
    "summit",
    "bilateral_meeting",
    "multilateral_meeting",
    "phone_call",
    "video_conference",
    "visit",
    "signing",
    "forum",
    "correspondence",
]
VisitKind = Literal["state", "official", "working", "private"]
Status = Literal["held", "ongoing", "planned", "proposed", "postponed", "cancelled"]
DatePrecision = Literal["day", "month", "season", "year"]
RoleClass = Literal[
    "head_of_state",
    "head_of_government",
    "deputy_head",
    "foreign_minister",
    "minister",
    "speaker_of_parliament",
    "security_official",
    "ambassador",
    "io_head",
    "io_official",
    "delegation",
    "other",
]
Capacity = Literal["host", "guest", "chair", "participant"]
OutcomeType = Literal[
    "agreement_signed", "declaration_adopted", "decision", "commitment", "invitation", "next_meeting", "no_agreement"
]
Span = list[int]
"""[start, end): character offsets into the article's text."""


class ArticleRef(TypedDict):
    """The article a record was read from."""

    id: str
    url: str | None
    source: str | None
    title: str | None
    published_at: str | None
    language: str
    text_sha256: str


class Place(TypedDict):
    """Where a contact takes place; `country` is ISO 3166-1 alpha-2."""

    city: str | None
    country: str | None
    venue: str | None
    geoname_id: int | None
    latitude: float | None
    longitude: float | None


class ParentEvent(TypedDict):
    """The larger event on whose sidelines, or as part of which, a contact takes place."""

    name: str
    organization: str | None


class Codes(TypedDict):
    """The contact in the event ontologies CAMEO and PLOVER."""

    cameo: str
    plover: str


class Event(TypedDict):
    """The contact itself. Dates are ISO 8601 of the precision given: 2024-07-03, 2024-07, 2024-Q4, 2024."""

    type: EventType
    visit_kind: VisitKind | None
    status: Status
    is_main: bool
    name: str | None
    start_date: str | None
    end_date: str | None
    date_precision: DatePrecision | None
    place: Place | None
    parent_event: ParentEvent | None
    codes: Codes
    evidence: list[Span]
    title_evidence: NotRequired[list[Span]]
    rules: NotRequired[dict[str, str]]
    field_evidence: NotRequired[dict[str, list[Span]]]


class Participant(TypedDict):
    """A person, or a bare delegation, that takes part in the contact."""

    name: str | None
    person_id: str | None
    title: str | None
    role_class: RoleClass
    country: str | None
    organization: str | None
    capacity: Capacity
    evidence: list[Span]
    title_evidence: NotRequired[list[Span]]
    rule: NotRequired[str]


class Topic(TypedDict):
    """A subject that the parties discussed, by its code in the contract."""

    code: str
    evidence: list[Span]
    title_evidence: NotRequired[list[Span]]
    rule: NotRequired[str]


class Outcome(TypedDict):
    """What the contact led to, in the article's words."""

    type: OutcomeType
    text: str
    parties: list[str]
    due_date: str | None
    count: int | None
    evidence: list[Span]
    title_evidence: NotRequired[list[Span]]
    rule: NotRequired[str]


class Figure(TypedDict):
    """A number about the relation or the event; `value` in `unit`, multipliers applied."""

    metric: str
    value: float
    unit: str
    qualifier: str | None
    period: str | None
    status: str | None
    parties: list[str]
    evidence: list[Span]
    title_evidence: NotRequired[list[Span]]
    rule: NotRequired[str]


class Statement(TypedDict):
    """Direct speech, with its speaker resolved to a name."""

    speaker: str | None
    person_id: str | None
    kind: Literal["direct", "indirect"]
    text: str
    evidence: list[Span]
    rule: NotRequired[str]


class SummitRecord(TypedDict):
    """One diplomatic contact as one article reports it."""

    schema_version: str
    record_id: str
    extractor_version: str
    article: ArticleRef
    event: Event
    participants: list[Participant]
    topics: list[Topic]
    outcomes: list[Outcome]
    figures: list[Figure]
    statements: list[Statement]
    confidence: float


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a summit record, as shipped with the package."""
    text = resources.files("extractors").joinpath("data/summit_record.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _validator() -> Validator:
    # jsonschema takes a quarter of a second to import, and reading articles needs it not at all
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema())


@cache
def _sound() -> Check:
    return compiled(schema())


def problems(record: Any) -> list[str]:
    """What keeps `record` from being a summit record, one line a problem with its path; empty when it is one.

    Beside the schema it checks what a schema cannot say: that every evidence span ends after it starts.
    """
    found: list[str] = []
    if not _sound()(record):
        found = [f"{error.json_path}: {error.message}" for error in _validator().iter_errors(record)]
    if found:
        return sorted(found)
    for path, spans in _evidence(record):
        found += [f"{path}: span {span} ends before it starts" for span in spans if span[1] <= span[0]]
    return found


def _evidence(record: Any) -> list[tuple[str, list[Span]]]:
    spans = [("$.event.evidence", record["event"].get("evidence") or [])]
    for field in ("participants", "topics", "outcomes", "figures", "statements"):
        spans += [(f"$.{field}[{i}].evidence", item["evidence"]) for i, item in enumerate(record[field])]
    return spans
