"""`python -m extractors`, as another program would call it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from extractors import cli
from extractors.record import problems

TEXT = "President of Palau Surangel Whipps met with President of Nauru David Adeang in Ngerulmud on Monday."
MORE = (
    "The two islands have much in common: small fleets, large seas and the worry about both.",
    "The presidents went over the budget of the fishing agreement that their ministers drew up in spring.",
    "A ferry between the ports is to be tried out next year, with a call at one more island on the way.",
    "In the evening the guest was shown the new school, whose roof was paid for by the neighbours.",
)
PAGE = (
    "<html><head><title>Palau and Nauru talk about the sea</title></head><body><article><h1>Palau and Nauru talk about "
    "the "
    f"sea</h1><p>{TEXT}</p>{''.join(f'<p>{line}</p>' for line in MORE)}</article></body></html>"
)
GOOD = {"id": "a-1", "text": TEXT, "published_at": "2025-09-18", "language": "en", "title": None}


def extract(lines: Sequence[str | bytes]) -> tuple[list[dict[str, object]], list[str], int]:
    out, err = io.StringIO(), io.StringIO()
    data = [line if isinstance(line, bytes) else line.encode("utf-8") for line in lines]
    status = cli.extract(data, out, err)
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue().splitlines(), status


def test_article_lines_to_record_lines() -> None:
    records, errors, status = extract([json.dumps(GOOD), "", json.dumps({**GOOD, "id": "a-2"})])
    assert (errors, status) == ([], 0)
    assert [record["article"]["id"] for record in records] == ["a-1", "a-2"]  # type: ignore[index]
    assert all(problems(record) == [] for record in records)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{bad", ["line 2", "not a JSON object"]),
        (b"\xff\xfe", ["line 2", "UTF-8"]),
        ("[]", ["line 2", "list"]),
        (json.dumps({"id": "a-9"}), ["a-9", "no 'text'"]),
        (json.dumps({"id": "a-9", "text": "x", "title": 7}), ["a-9", "'title'"]),
        (json.dumps({**GOOD, "id": "a-9", "language": "xx"}), ["a-9", "'xx'", "supported: en"]),
        (
            json.dumps({"id": "a-9", "html": "<html><body></body></html>", "url": "https://e.org/"}),
            ["a-9", "no article"],
        ),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_read(line: str | bytes, words: list[str]) -> None:
    records, errors, status = extract([json.dumps(GOOD), line, json.dumps({**GOOD, "id": "a-3"})])
    assert status == 1
    assert len(errors) == 1
    assert all(word in errors[0] for word in words), errors
    assert [record["article"]["id"] for record in records] == ["a-1", "a-3"]  # type: ignore[index]


def test_html_is_cleaned_first() -> None:
    records, errors, status = extract(
        [
            json.dumps(
                {
                    "id": "h-1",
                    "html": PAGE,
                    "url": "https://news.example.org/1",
                    "published_at": "2025-09-18",
                    "language": "en",
                }
            )
        ]
    )
    assert (errors, status) == ([], 0)
    assert records[0]["article"]["id"] == "h-1"  # type: ignore[index]


def test_output_is_the_same_bytes_every_time() -> None:
    lines = "\n".join(json.dumps({**GOOD, "id": f"a-{i}"}) for i in range(3)).encode()
    outputs = set()
    for seed in ("0", "1", "4242"):
        run = subprocess.run(
            [sys.executable, "-m", "extractors", "extract"],
            input=lines,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") == 3


def test_lone_surrogates_are_written_as_escapes() -> None:
    records, errors, status = extract([json.dumps({**GOOD, "text": TEXT + " \ud800"})])
    assert (errors, status) == ([], 0)
    assert len(records) == 1


def test_read_prints_an_article_or_says_that_there_is_none() -> None:
    out, err = io.StringIO(), io.StringIO()
    assert cli.read(io.BytesIO(PAGE.encode()), "https://news.example.org/1", None, out, err) == 0
    assert TEXT in json.loads(out.getvalue())["text"]
    assert cli.read(io.BytesIO(b"<html></html>"), "https://news.example.org/2", None, out, err) == 1
    assert "https://news.example.org/2" in err.getvalue()


def test_explain_shows_value_rule_and_words(tmp_path: Path) -> None:
    path = tmp_path / "article.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    assert cli.explain(str(path), out, err, colour=False) == 0
    shown = out.getvalue()
    for words in ("bilateral_meeting", "meet.with", "Ngerulmud, PW", "2025-09-15", "Surangel Whipps"):
        assert words in shown
    assert "\x1b[" not in shown
    assert cli.explain(str(path), out, err, colour=True) == 0
    assert "\x1b[" in out.getvalue()
    assert cli.explain(str(tmp_path / "none.json"), out, err, colour=False) == 1
