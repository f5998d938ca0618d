"""Summit records of every shape that the contract allows, for hypothesis."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from extractors import record

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda at: [at[0], at[0] + at[1]]), max_size=4)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=32)
RULES = st.one_of(WORDS, st.sampled_from(["meet.with", "x" * 101, None, 7, ["place.in"]]))
SIDES = st.lists(st.sampled_from(["KZ", "RU", "UN"]), max_size=3)
DATES = st.sampled_from(["2024-07-03", "2024-07", "2024-Q3", "2024", None])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


def item(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """An item of a list, with its evidence; what the contract does not ask for may be missing."""
    return st.fixed_dictionaries({**required, "evidence": SPANS},
                                 optional={**optional, "title_evidence": SPANS, "rule": RULES, "further": WORDS})


PLACES = st.fixed_dictionaries(
    {"city": maybe(WORDS), "country": st.sampled_from(["KZ", None])},
    optional={"venue": maybe(WORDS), "geoname_id": maybe(st.integers(0, 10**9)),
              "latitude": maybe(st.floats(-90, 90)), "longitude": maybe(st.floats(-180, 180))})
EVENTS = st.fixed_dictionaries(
    {"type": one_of(record.EventType), "status": one_of(record.Status), "is_main": st.booleans(), "start_date": DATES,
     "end_date": DATES, "date_precision": maybe(one_of(record.DatePrecision)), "place": maybe(PLACES),
     "parent_event": maybe(st.fixed_dictionaries({"name": WORDS, "organization": maybe(WORDS)}))},
    optional={"visit_kind": maybe(one_of(record.VisitKind)), "name": maybe(WORDS), "evidence": SPANS,
              "codes": st.just({"cameo": "043", "plover": "CONSULT"}), "title_evidence": SPANS, "further": WORDS,
              "rules": st.dictionaries(st.sampled_from(["contact", "date", "place", "status", "title"]), RULES)
              | st.sampled_from([None, "meet.with", []]),
              "field_evidence": st.dictionaries(st.sampled_from(["date", "place", "status"]), SPANS)})
LISTS = {
    "participants": item({"name": maybe(WORDS), "role_class": one_of(record.RoleClass), "country": st.just("KZ"),
                          "capacity": one_of(record.Capacity)},
                         {"person_id": maybe(WORDS), "title": maybe(WORDS), "organization": maybe(WORDS)}),
    "topics": item({"code": st.sampled_from(["energy", "water"])}, {}),
    "outcomes": item({"type": one_of(record.OutcomeType), "text": WORDS},
                     {"parties": SIDES, "due_date": DATES, "count": maybe(st.integers(0, 99))}),
    "figures": item({"metric": st.sampled_from(["growth", "other"]), "value": NUMBERS, "unit": WORDS},
                    {"qualifier": st.sampled_from(["about", None]), "period": DATES, "parties": SIDES,
                     "status": st.sampled_from(["actual", None])}),
    "statements": item({"speaker": maybe(WORDS), "kind": st.sampled_from(["direct", "indirect"]), "text": WORDS},
                       {"person_id": maybe(WORDS)}),
}

RECORDS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({
    "schema_version": st.just("1.0"),
    "record_id": st.just("r0123456789"),
    "article": st.just({"id": "a", "url": None, "source": "herald", "title": "Talks", "published_at": None,
                        "language": "en", "text_sha256": "0" * 64}),
    "event": EVENTS,
    **{name: st.lists(one, max_size=2) for name, one in LISTS.items()},
    "confidence": st.just(0.5),
})
