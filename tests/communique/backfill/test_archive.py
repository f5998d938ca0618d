"""WARC files of others: every page of them is found where it lies, and damage costs what is damaged only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from communique.acquire.errors import CaptureError
from communique.acquire.landing import CaptureRef
from communique.backfill import archive as archives
from communique.backfill.archive import Piece, Store
from warcio.archiveiterator import ArchiveIterator

from benchmarks.backfill import made


def everyone(url: str, head: bytes) -> tuple[str | None, str]:
    return "sample", ""


def looked(path: Path, start: int = 0) -> list[Piece]:
    return list(archives.look(f"file://{path}", start, everyone))


def test_each_page_is_found_where_it_lies(archive: Path, tmp_path: Path) -> None:
    pieces = looked(archive)
    found = [one for piece in pieces for one in piece.taken]
    assert (len(found), pieces[-1].done, pieces[-1].reached, pieces[-1].seen) == (12, True, archive.stat().st_size, 12)
    with archive.open("rb") as file:
        bodies = {record.rec_headers.get_header("WARC-Target-URI"): record.content_stream().read()
                  for record in ArchiveIterator(file) if record.rec_type == "response"}
    store = Store(tmp_path / "landing")
    for one in found:
        kept = store.open(CaptureRef(one.path, one.offset, one.length, ""))
        assert (kept.url, kept.status, kept.body) == (one.url, 200, bodies[one.url])
        assert kept.fetched_at == one.fetched_at


def test_what_is_no_page_is_left_out_with_the_reason(written: Callable[..., Path]) -> None:
    path = written([
        (f"{made.HOME}/a", b"<html>", {}), (f"{made.HOME}/b", b"<html>", {"status": "404 Not Found"}),
        (f"{made.HOME}/c.png", b"\x89PNG", {"content_type": "image/png"}), ("dns:saryarqa.example", b"", {}),
        (f"{made.HOME}/d", b"x" * (archives.MAX_RECORD + 1), {}),
    ])
    piece, = looked(path)
    assert [one.url for one in piece.taken] == [f"{made.HOME}/a"]
    assert dict(piece.left_out) == {"another status": 1, "no web page": 2, "too large": 1}
    assert piece.problem is None


def test_a_damaged_record_costs_no_other(archive: Path) -> None:
    whole = [one for piece in looked(archive) for one in piece.taken]
    hurt = whole[5]
    data = bytearray(archive.read_bytes())
    data[hurt.offset + 40:hurt.offset + hurt.length - 40] = b"\xff" * (hurt.length - 80)
    archive.write_bytes(data)
    pieces = looked(archive)
    assert [one.url for piece in pieces for one in piece.taken] == [one.url for one in whole if one != hurt]
    assert pieces[-1].done
    problems = [piece.problem for piece in pieces if piece.problem]
    assert len(problems) == 1
    assert f"{archive}: damaged at byte" in problems[0]


def test_a_file_that_breaks_off_loses_its_last_page_only(archive: Path) -> None:
    whole = [one for piece in looked(archive) for one in piece.taken]
    archive.write_bytes(archive.read_bytes()[:whole[-1].offset + whole[-1].length // 2])
    pieces = looked(archive)
    assert [one.url for piece in pieces for one in piece.taken] == [one.url for one in whole[:-1]]
    assert sum(piece.left_out["torn"] + piece.left_out["damaged"] for piece in pieces) == 1


@pytest.mark.parametrize("data", [b"", b"no archive at all\n" * 100, b"\x1f\x8b\x08" * 1000, bytes(5000)])
def test_what_is_no_archive_is_told_and_raises_nothing(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "odd.warc.gz"
    path.write_bytes(data)
    pieces = looked(path)
    assert (len(pieces), pieces[0].taken, pieces[0].done) == (1, [], True)
    assert bool(pieces[0].problem) == bool(data)


def test_a_look_goes_on_at_the_byte_that_was_noted(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "PIECE", 5)
    pieces = looked(archive)
    assert [len(piece.taken) for piece in pieces] == [5, 5, 2]
    assert looked(archive, pieces[0].reached) == pieces[1:]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match=r"gone\.warc\.gz: can't be read"):
        looked(tmp_path / "gone.warc.gz")
