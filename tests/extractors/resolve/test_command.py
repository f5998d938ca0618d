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
