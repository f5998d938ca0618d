"""Every value of a record is claimed once, with the words it stands on and the rule that read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from extractors.article import Article
from extractors.claims import FIELDS, Claim, claims
from extractors.record import problems, schema
from extractors.summit import reader
from tests.extractors.records_made import RECORDS

NOT_READ = {"event.date_precision", "event.codes.cameo", "event.codes.plover"}
"""What follows from other values."""
NO_VALUES = {"evidence", "title_evidence", "field_evidence", "rules", "rule", "further"}
PARTS = ("event", "participants", "topics", "outcomes", "figures", "statements")

TEXT = ("President of Palau Surangel Whipps met with President of Nauru David Adeang. "
        "They discussed trade. The talks took place in Ngerulmud on Monday.")
ARTICLE = Article(text=TEXT, published_at="2025-09-18", id="t-1")


@pytest.fixture(scope="module")
def read() -> dict[str, Any]:
    [record] = reader("en").read(ARTICLE)
    return dict(record)


def by_path(record: dict[str, Any]) -> dict[str, Claim]:
    found = list(claims(record))
    assert len({claim.path for claim in found}) == len(found)
    return {claim.path: claim for claim in found}


def at(record: Any, path: str) -> Any:
    """What a record's JSON holds at a path."""
    for key, number in re.findall(r"(\w+)|\[(\d+)\]", path):
        record = record[key] if key else record[int(number)]
    return record


def values(record: dict[str, Any]) -> Iterator[str]:
    """The path of every value that the record states, found without asking what the fields are."""
    def within(value: Any, path: str) -> Iterator[str]:
        if isinstance(value, dict):
            for key, kept in value.items():
                if key not in NO_VALUES:
                    yield from within(kept, f"{path}.{key}")
        elif value is not None and value != [] and path not in NOT_READ:
            yield path

    yield from within(record["event"], "event")
    for part in PARTS[1:]:
        for position, item in enumerate(record[part]):
            yield from within(item, f"{part}[{position}]")


def words(claim: Claim) -> list[str]:
    return [TEXT[start:end] for start, end in claim.evidence]


def test_the_fields_are_those_of_the_contract() -> None:
    def leaves(given: dict[str, Any], path: str) -> Iterator[str]:
        for name, kept in given.get("items", given)["properties"].items():
            if "properties" in kept:
                yield from leaves(kept, f"{path}.{name}")
            elif name not in NO_VALUES:
                yield f"{path}.{name}"

    asked = {field for part in PARTS for field in leaves(schema()["properties"][part], part)}
    assert set(FIELDS) == asked - NOT_READ
    assert len(set(FIELDS)) == len(FIELDS)


def test_a_value_stands_on_its_own_words_and_its_own_rule(read: dict[str, Any]) -> None:
    found = by_path(read)
    assert {path: (claim.value, claim.rule_id) for path, claim in found.items() if path.startswith("event")} == {
        "event.type": ("bilateral_meeting", "meet.with"), "event.status": ("held", "status.past"),
        "event.is_main": (True, "main.lead"), "event.start_date": ("2025-09-15", "date.follow"),
        "event.place.city": ("Ngerulmud", "place.follow"), "event.place.country": ("PW", "place.follow"),
        "event.place.geoname_id": (found["event.place.geoname_id"].value, "place.follow"),
        "event.place.latitude": (found["event.place.latitude"].value, "place.follow"),
        "event.place.longitude": (found["event.place.longitude"].value, "place.follow"),
    }
    assert words(found["event.start_date"]) == ["Monday"]
    assert words(found["event.place.city"]) == ["Ngerulmud"]
    assert "met with" in words(found["event.type"])[0]
    names = {claim.value: words(claim) for claim in found.values() if claim.field == "participants.name"}
    assert list(names) == ["Surangel Whipps", "David Adeang"]
    assert all(any(name in told for told in where) for name, where in names.items())


def test_the_day_and_the_place_stand_on_a_part_of_the_contacts_evidence(read: dict[str, Any]) -> None:
    own = read["event"]["field_evidence"]
    assert set(own) == {"date", "place"}
    for spans in own.values():
        assert all(span in read["event"]["evidence"] for span in spans)


def test_a_title_alone_is_the_evidence_of_what_only_it_tells(read: dict[str, Any]) -> None:
    told = {"metric": "other", "value": 3, "unit": "count", "evidence": [], "title_evidence": [[0, 5]], "rule": "f.x"}
    found = by_path({**read, "figures": [told]})
    claim = found["figures[0].value"]
    assert (claim.value, claim.evidence, claim.title_evidence, claim.rule_id) == (3, [], [[0, 5]], "f.x")


def test_a_record_that_names_no_rule_has_claims_without_one(read: dict[str, Any]) -> None:
    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(kept) for key, kept in value.items()
                    if key not in ("rule", "rules", "field_evidence", "title_evidence")}
        return [bare(kept) for kept in value] if isinstance(value, list) else value

    outside = bare(read)
    assert problems(outside) == []
    found = by_path(outside)
    assert set(found) == set(by_path(read))
    assert {claim.rule_id for claim in found.values()} == {None}
    assert found["event.place.city"].evidence == read["event"]["evidence"]


def test_what_is_no_name_of_a_rule_is_none(read: dict[str, Any]) -> None:
    for named in ("", "x" * 101, None, 7, ["place.in"]):
        event = {**read["event"], "rules": {"contact": "meet.with", "place": named}}
        assert by_path({**read, "event": event})["event.place.city"].rule_id == "meet.with"
        topic = {**read["topics"][0], "rule": named}
        assert by_path({**read, "topics": [topic]})["topics[0].code"].rule_id is None


def test_a_value_without_a_claim_would_be_noticed(read: dict[str, Any]) -> None:
    stated = set(values({**read, "event": {**read["event"], "mood": "warm"}}))
    assert stated - set(by_path(read)) == {"event.mood"}


@given(RECORDS)
def test_every_value_is_claimed_once_as_it_stands_in_the_record(record: dict[str, Any]) -> None:
    assert problems(record) == []
    found = by_path(record)
    assert set(found) == set(values(record))
    for path, claim in found.items():
        assert claim.field in FIELDS
        assert claim.value == at(record, path)
        part = record["event"] if path.startswith("event.") else at(record, path.rsplit(".", 1)[0])
        own = part.get("field_evidence", {}).values() if path.startswith("event.") else ()
        assert claim.evidence in [part.get("evidence", []), *own]
        assert claim.title_evidence in ([], part.get("title_evidence", []))
        kept = part.get("rules") if path.startswith("event.") else {"": part.get("rule")}
        assert claim.rule_id is None or claim.rule_id in kept.values()
