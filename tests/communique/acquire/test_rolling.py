"""Files are full at a size or at midnight, and unchanged content is kept once: as any WARC reader sees it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from communique.acquire import CaptureError, CaptureRef, Landing
from communique.acquire.warc import Unchanged
from warcio.archiveiterator import ArchiveIterator

from tests.communique.acquire.test_landing import PAGE, check, exchange, files

EARLIER = datetime(2026, 11, 2, 9, 30, 0, 654321, UTC)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 23, 59, 59, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def test_a_full_file_is_followed_by_the_next(tmp_path: Path) -> None:
    landing = Landing(tmp_path / "landing", roll_bytes=20_000)
    with landing.writer("batch") as writer:
        refs = [writer.write(exchange(os.urandom(6000))) for _ in range(10)]
    found = files(tmp_path)
    assert len(found) == 4, "three records fill a file"
    assert {ref.path for ref in refs} == {path.relative_to(tmp_path / "landing").as_posix() for path in found}
    assert all(landing.open(ref).intact for ref in refs)
    for path in found:
        check(path)
        assert path.stat().st_size < 20_000 + 7_500


def test_a_file_ends_with_its_day(tmp_path: Path) -> None:
    clock = Clock()
    landing = Landing(tmp_path / "landing", clock=clock)
    with landing.writer("batch") as writer:
        first = writer.write(exchange())
        clock.now += timedelta(seconds=2)
        second = writer.write(exchange())
        third = writer.write(exchange())
    assert first.path.startswith("2026/11/03/batch-235959-")
    assert second.path.startswith("2026/11/04/batch-000001-")
    assert third.path == second.path
    assert 0 < second.offset < third.offset, "each file begins with its own warcinfo"
    assert [landing.open(ref).body for ref in (first, second, third)] == [PAGE] * 3


def test_many_threads_roll_one_writer(tmp_path: Path) -> None:
    landing, refs = Landing(tmp_path / "landing", roll_bytes=3_000), dict[int, CaptureRef]()
    with landing.writer("batch") as writer:
        threads = [threading.Thread(target=lambda n=n: refs.update({n: writer.write(exchange(b"%d" % n * 500))}))
                   for n in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(files(tmp_path)) > 3
    assert all(landing.open(refs[n]).body == b"%d" % n * 500 for n in range(40))


def test_on_an_object_store_a_flush_makes_records_readable() -> None:
    landing = Landing("memory://rolling-test")
    with landing.writer("feeds") as writer:
        first = writer.write(exchange(b"first"))
        writer.flush()
        assert landing.open(first).body == b"first"
        second = writer.write(exchange(b"second"))
        writer.flush()
        writer.flush()
    assert second.path != first.path
    assert landing.open(second).body == b"second"


def revisits(path: Path) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "revisit":
                assert record.content_stream().read() == b""
                yield dict(record.rec_headers.headers), dict(record.http_headers.headers)


def test_an_unchanged_body_is_a_revisit(landing: Landing, tmp_path: Path) -> None:
    with landing.writer("batch") as writer:
        writer.write(exchange(started_at=EARLIER))
        again = writer.write(exchange(), Unchanged("http://agency.test/a?b=1", EARLIER))
    check(files(tmp_path)[0])
    ((about, http),) = revisits(files(tmp_path)[0])
    assert about["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    assert about["WARC-Refers-To-Target-URI"] == "http://agency.test/a?b=1"
    assert about["WARC-Refers-To-Date"] == "2026-11-02T09:30:00.654321Z"
    with files(tmp_path)[0].open("rb") as file:
        first = next(record for record in ArchiveIterator(file) if record.rec_type == "response")
    assert about["WARC-Payload-Digest"] == first.rec_headers.get_header("WARC-Payload-Digest")
    assert http["Content-Length"] == str(len(PAGE)), "the headers are those of the answer that came"
    with pytest.raises(CaptureError, match="'revisit'"):
        landing.open(again)


def test_not_modified_is_a_revisit_too(landing: Landing, tmp_path: Path) -> None:
    not_modified: dict[str, Any] = {"status": 304, "reason": "Not Modified", "headers": (("ETag", '"1"'),)}
    with landing.writer("batch") as writer:
        writer.write(exchange(b"", **not_modified))
        writer.write(exchange(b"", **not_modified), Unchanged("http://agency.test/a?b=1", EARLIER))
    check(files(tmp_path)[0])
    (unknown, _), (known, http) = revisits(files(tmp_path)[0])
    assert unknown["WARC-Profile"] == known["WARC-Profile"] == (
        "http://netpreserve.org/warc/1.1/revisit/server-not-modified")
    assert "WARC-Refers-To-Date" not in unknown
    assert known["WARC-Refers-To-Date"] == "2026-11-02T09:30:00.654321Z"
    assert http["ETag"] == '"1"'


def test_the_same_body_is_known_and_another_is_not(landing: Landing, tmp_path: Path) -> None:
    with landing.writer("batch") as writer:
        ref = writer.write(exchange())
        torn = writer.write(exchange(truncated="disconnect"))
    assert landing.holds(ref, exchange())
    assert not landing.holds(ref, exchange(PAGE + b"!"))
    assert not landing.holds(ref, exchange(headers=(("content-encoding", "gzip"),)))
    assert not landing.holds(torn, exchange())
    files(tmp_path)[0].unlink()
    assert not landing.holds(ref, exchange())


def test_another_reader_reads_it_too(landing: Landing, tmp_path: Path) -> None:
    fastwarc = pytest.importorskip("fastwarc")
    with landing.writer("batch") as writer:
        for number in range(3):
            writer.write(exchange(PAGE * (number + 1), url=f"http://agency.test/{number}"))
        writer.write(exchange(), Unchanged("http://agency.test/0", EARLIER))
        writer.write(exchange(b"", status=404, reason="Not Found"))
    with files(tmp_path)[0].open("rb") as file:
        assert all(record.verify_block_digest() for record in fastwarc.ArchiveIterator(file, parse_http=False))
    with files(tmp_path)[0].open("rb") as file:
        found = [(str(record.record_type), record.headers.get("WARC-Target-URI"),
                  record.http_headers.status_code if record.http_headers else None, record.reader.read())
                 for record in fastwarc.ArchiveIterator(file, parse_http=True)]
    kinds = [kind for kind, *_ in found]
    assert kinds == ["warcinfo", *["response", "request"] * 3, "revisit", "request", "response", "request"]
    pages = [(url, body) for kind, url, status, body in found if kind == "response" and status == 200]
    assert pages == [(f"http://agency.test/{n}", PAGE * (n + 1)) for n in range(3)]
    assert found[-2][2] == 404
