"""The load benchmark, whole, at a few hundred records; and its parts whose answers are known."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.load import loading
from benchmarks.load.__main__ import PROGRESS, measured
from benchmarks.load.made import stream, truth
from benchmarks.load.marts import QUESTIONS
from benchmarks.load.quality import scored
from benchmarks.load.report import Run, markdown, tenths
from benchmarks.load.server import server
from extractors.record import problems

RECORDS = 200


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """A run that was interrupted after half of its records, and taken up again."""
    folder = tmp_path_factory.mktemp("load")
    with server(folder) as running:
        loading.run(running, folder / PROGRESS, RECORDS // 2, size=40)
    return folder, measured(folder, RECORDS, batch=40, turns=2, rounds=1)


def test_all_is_loaded_resolved_and_asked(run: tuple[Path, Run]) -> None:
    folder, found = run
    assert RECORDS <= found.records < RECORDS + 80
    lines = (folder / PROGRESS).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["number"] for line in lines] == list(range(len(lines)))
    assert found.quality.records == found.records, "every record is in an event, once"
    assert found.quality.precision > 0.9
    assert found.quality.recall > 0.8
    assert {one.name for one in found.marts} == set(QUESTIONS)
    assert sum(one.most_rows > 0 for one in found.marts) > len(QUESTIONS) * 0.7
    assert len(found.cookbook) >= 25
    assert {"core.record", "core.event"} <= {one.name for one in found.disk.tables}
    assert found.staging.ratio > 0


def test_the_page_tells_it_all(run: tuple[Path, Run]) -> None:
    page = markdown([run[1]])
    for head in (
        "# The warehouse at size",
        "## Staging beside a bare COPY",
        "## Loading and resolution",
        "## Events against the truth",
        "## Questions to the marts",
        "## The cookbook",
        "## Disk",
    ):
        assert page.count(f"\n{head}" if head.startswith("##") else head) == 1, head
    assert "Not run: 20,000 and 1,000,000 records." in page
    tables = [line for line in page.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in tables)
    assert len(tenths(run[1].batches)) == min(10, len(run[1].batches))


def test_the_stream_is_the_same_each_time_and_by_the_contract() -> None:
    made = list(islice(stream(), 60))
    assert list(islice(stream(skip=20), 40)) == made[20:]
    assert [problems(record) for one in made for record in one.records if problems(record)] == []
    for one in made:
        for record in one.records:
            for part in ("participants", "outcomes", "statements"):
                for item in record[part]:
                    [[start, end]] = item["evidence"]
                    said = item.get("text") or item.get("name")
                    assert said is None or one.article.text[start:end] == said
    assert [len(one.records) for one in made] == [len(told) for told in islice(truth(), 60)]


def test_most_contacts_are_told_by_three_to_five_sources() -> None:
    by_contact: dict[int, set[str | None]] = {}
    for one, told in zip(islice(stream(), 3000), truth(), strict=False):
        for number in told:
            by_contact.setdefault(number, set()).add(one.article.source)
    count = Counter(map(len, by_contact.values()))
    assert sum(count[n] for n in count if n > 5) < 0.05 * count.total(), "only where others recall it"
    assert count[3] + count[4] + count[5] > 0.5 * count.total()


def test_b_cubed_of_known_groups() -> None:
    whole = scored([(1, "a"), (1, "a"), (2, "b")])
    assert (whole.precision, whole.recall, whole.f1, whole.whole) == (1, 1, 1, 2)
    merged = scored([(1, "a"), (2, "a")])
    assert (merged.precision, merged.recall, merged.whole) == (0.5, 1, 0)
    parted = scored([(1, "a"), (1, "b")])
    assert (parted.precision, parted.recall, parted.contacts, parted.events) == (1, 0.5, 1, 2)
    with pytest.raises(ValueError, match="nothing was published"):
        scored([])
