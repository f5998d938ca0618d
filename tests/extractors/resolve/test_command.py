"""`python -m extractors resolve`, as another program would call it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import Any

from extractors import cli
from tests.extractors.resolve.stories import LIFECYCLES
from tests.extractors.resolve.told import record

RECORDS = [record(line) for lines in LIFECYCLES.values() for _, line in lines[:3]][:20]


def resolved(lines: list[bytes]) -> tuple[list[dict[str, Any]], list[str], int]:
    out, err = io.StringIO(), io.StringIO()
    status = cli.resolve(lines, out, err)
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue().splitlines(), status


def lines(records: list[dict[str, Any]]) -> list[bytes]:
    return [json.dumps(one).encode() for one in records]


def test_every_record_gets_an_id_and_keeps_everything_else() -> None:
    found, errors, status = resolved([*lines(RECORDS), b"\n"])
    assert (errors, status) == ([], 0)
    ids = [one.pop("event_id") for one in found]
    assert found == RECORDS
    assert len(set(ids)) < len(ids)


def heard(city: str, source: str, confidence: float = 0.9) -> dict[str, Any]:
    """One of the records, as another source has it."""
    one = RECORDS[0]
    return {**one, "record_id": f"r-{source}", "confidence": confidence,
            "article": {**one["article"], "id": f"a-{source}", "source": source, "text_sha256": source},
            "event": {**one["event"], "place": {"city": city, "country": "KZ", "venue": None}}}


def test_events_say_what_holds_by_the_weight_of_who_says_it_and_who_disagrees() -> None:
    told = [heard("Almaty", "akorda"), heard("Astana", "herald"), heard("Astana", "gazette")]
    for weights, city in ((None, "Astana"), ({"akorda": 3.0}, "Almaty"), ({"akorda": 1.5}, "Astana")):
        out = io.StringIO()
        assert cli.resolve(lines(told), out, io.StringIO(), events=True, weights=weights) == 0
        [event] = [json.loads(line) for line in out.getvalue().splitlines()]
        assert event["values"]["city"]["value"] == city
        [conflict] = [one for one in event["conflicts"] if one["field"] == "city"]
        assert {claim["value"] for claim in conflict["claims"]} == {"Almaty", "Astana"}
        assert len(event["reports"]) == 3


def test_a_weight_is_given_by_source() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extractors", "resolve", "--events", "--weight", "akorda=3"],
        input=b"\n".join(lines([heard("Almaty", "akorda"), heard("Astana", "herald")])),
        capture_output=True, check=True)
    assert json.loads(done.stdout)["values"]["city"]["value"] == "Almaty"
    refused = subprocess.run([sys.executable, "-m", "extractors", "resolve", "--weight", "akorda=0"], input=b"",
                             capture_output=True, check=False)
    assert refused.returncode == 2


def test_order_and_repetition_do_not_matter() -> None:
    turned = RECORDS[::3] + RECORDS[2::3] + RECORDS[1::3]
    by_record = [
        {one["record_id"]: one["event_id"] for one in resolved(lines(of))[0]}
        for of in (RECORDS, turned, [*RECORDS, *RECORDS[:4]])
    ]
    assert by_record[0] == by_record[1] == by_record[2]


def test_a_resolved_file_can_be_resolved_again() -> None:
    once = resolved(lines(RECORDS))[0]
    assert resolved(lines(once))[0] == once


def test_what_is_no_record_is_named_and_the_rest_is_resolved() -> None:
    bad = [
        b"{",
        b"[]",
        b"\xff",
        b"{}",
        json.dumps({**RECORDS[0], "event": {"type": "party", "status": "held"}}).encode(),
    ]
    found, errors, status = resolved([*bad, *lines(RECORDS[:2])])
    assert status == 1
    assert len(found) == 2
    assert [error.split(":")[0] for error in errors] == [f"line {n}" for n in range(1, 6)]
    assert "'article'" in errors[3]
    assert "party" in errors[4]


def test_as_a_process() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "extractors", "resolve"],
        input=b"\n".join(lines(RECORDS)),
        capture_output=True,
        check=True,
    )
    assert [json.loads(line) for line in run.stdout.splitlines()] == resolved(lines(RECORDS))[0]
