"""What is kept is whole, is found by its reference, and is readable by other tools, whatever happens to the writer."""

from __future__ import annotations

import base64
import errno
import gzip
import hashlib
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fsspec
import pytest
import zstandard
from communique.acquire import CaptureError, CaptureRef, Landing, LandingError, LandingFull
from communique.acquire.errors import Fault, Reason
from communique.acquire.exchange import Exchange
from fsspec.implementations.memory import MemoryFileSystem
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

PAGE = "<html><p>Президент принял посла.</p></html>".encode()


def exchange(body: bytes = PAGE, raw: bytes | None = None, **changes: Any) -> Exchange:
    raw = body if raw is None else raw
    given: dict[str, Any] = {
        "url": "http://agency.test/a?b=1", "request_target": "/a?b=1",
        "request_headers": (("Host", "agency.test"), ("User-Agent", "Communique/1")), "status": 200, "reason": "OK",
        "headers": (("Content-Type", "text/html"), ("Content-Length", str(len(raw)))), "raw": raw, "body": body,
        "started_at": datetime(2026, 11, 3, 10, 0, 0, 123456, UTC), "address": "93.184.216.34",
        "protocol": "http/1.1"}
    return Exchange(**given | changes)


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "landing").rglob("*.warc.gz"))


def records(path: Path) -> list[Any]:
    """(type, WARC headers, HTTP headers, decoded content) of each record, as warcio reads them."""
    with path.open("rb") as file:
        return [(r.rec_type, r.rec_headers, r.http_headers, r.content_stream().read()) for r in ArchiveIterator(file)]


def check(path: Path) -> None:
    """Has warcio's own checker verify every digest of the file, and its indexer find every record."""
    tool = str(Path(sys.executable).with_name("warcio"))
    done = subprocess.run([tool, "check", "-v", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "digest pass" in done.stdout
    index = subprocess.run([tool, "index", str(path)], capture_output=True, text=True, check=False)
    assert index.returncode == 0, index.stderr
    assert len(index.stdout.splitlines()) == len(records(path))


def test_a_response_and_its_request_are_kept(landing: Landing, tmp_path: Path) -> None:
    with landing.writer("manual__2026-11-03T10:00:00+00:00") as writer:
        ref = writer.write(exchange())
    (path,) = files(tmp_path)
    assert path.relative_to(tmp_path / "landing").as_posix() == ref.path == writer.path
    assert path.name.startswith("manual__2026-11-03T10_00_00_00_00-")
    check(path)
    info, response, request = records(path)
    assert b"conformsTo: http://iipc.github.io/warc-specifications" in info[3]
    assert (info[0], response[0], request[0]) == ("warcinfo", "response", "request")
    assert info[1].protocol == response[1].protocol == "WARC/1.1"
    headers = dict(response[1].headers)
    assert headers["WARC-Target-URI"] == "http://agency.test/a?b=1"
    assert headers["WARC-Date"] == "2026-11-03T10:00:00.123456Z"
    assert headers["WARC-IP-Address"] == "93.184.216.34"
    assert headers["WARC-Payload-Digest"] == "sha1:" + base64.b32encode(hashlib.sha1(PAGE).digest()).decode()  # noqa: S324
    assert response[3] == PAGE
    assert dict(request[1].headers)["WARC-Concurrent-To"] == headers["WARC-Record-ID"]
    assert request[2].protocol == "GET"
    assert request[2].get_header("User-Agent") == "Communique/1"
    assert ref.payload_sha256 == hashlib.sha256(PAGE).hexdigest()


def test_reading_back_is_one_ranged_read(landing: Landing, monkeypatch: pytest.MonkeyPatch) -> None:
    with landing.writer("batch") as writer:
        refs = [writer.write(exchange(f"page {number}".encode() * 100)) for number in range(5)]
    reads: list[tuple[int, int]] = []
    whole = type(landing._fs).cat_file
    monkeypatch.setattr(type(landing._fs), "cat_file",
                        lambda fs, path, start, end: reads.append((start, end)) or whole(fs, path, start, end))
    stored = landing.open(refs[3])
    assert stored.body == b"page 3" * 100
    assert (stored.status, stored.url, stored.intact) == (200, "http://agency.test/a?b=1", True)
    assert stored.fetched_at == datetime(2026, 11, 3, 10, 0, 0, 123456, UTC)
    assert reads == [(refs[3].offset, refs[3].offset + refs[3].length)]


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("zstd", zstandard.compress)])
def test_an_encoded_body_is_kept_as_it_came(landing: Landing, tmp_path: Path, coding: str, pack: Any) -> None:
    raw = pack(PAGE)
    came = (("content-encoding", coding), ("transfer-encoding", "chunked"), ("content-length", "5"))
    with landing.writer("batch") as writer:
        ref = writer.write(exchange(raw=raw, headers=came))
    check(files(tmp_path)[0])
    stored = landing.open(ref)
    assert stored.body == PAGE
    kept = {name.lower(): value for name, value in stored.headers}
    assert kept == {"content-encoding": coding, "x-crawl-transfer-encoding": "chunked", "x-crawl-content-length": "5",
                    "content-length": str(len(raw))}
    if coding == "gzip":
        assert records(files(tmp_path)[0])[1][3] == PAGE


def test_errors_and_torn_bodies_are_kept_and_marked(landing: Landing, tmp_path: Path) -> None:
    with landing.writer("batch") as writer:
        error = writer.write(exchange(b"", status=404, reason="Not Found"))
        torn = writer.write(exchange(b"half", truncated="disconnect", fault=Fault(Reason.RESET, "gone")))
        lying = writer.write(exchange(b"plain", headers=(("content-encoding", "gzip"),),
                                      fault=Fault(Reason.DECODE, "broken")))
        odd = writer.write(exchange(b"", status=799, reason="", headers=(("X-Title", "Ð\x90Ñ\x81 = ; \"é\""),)))
    check(files(tmp_path)[0])
    assert (landing.open(error).status, landing.open(error).intact) == (404, True)
    assert (landing.open(torn).body, landing.open(torn).intact) == (b"half", False)
    assert (landing.open(lying).body, landing.open(lying).intact) == (b"plain", False)
    assert landing.open(odd).status == 799
    assert ("X-Title", '%D0%90%D1%81 = ; "%E9"') in landing.open(odd).headers
    types = [(kind, about.get_header("WARC-Truncated")) for kind, about, _, _ in records(files(tmp_path)[0])]
    assert types.count(("response", "disconnect")) == 1


def test_a_record_is_readable_before_the_writer_closes(landing: Landing) -> None:
    with landing.writer("batch") as writer:
        assert landing.open(writer.write(exchange())).body == PAGE


def test_no_file_without_a_record(landing: Landing, tmp_path: Path) -> None:
    with landing.writer("batch"):
        pass
    assert files(tmp_path) == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "...", "a/b\\c\0d", "п" * 300])
def test_no_name_leads_out_of_the_store(landing: Landing, tmp_path: Path, name: str) -> None:
    with landing.writer(name) as writer:
        writer.write(exchange())
    assert len(files(tmp_path)) == 1
    assert ".." not in files(tmp_path)[0].relative_to(tmp_path).as_posix()


def test_many_threads_write_one_file(landing: Landing, tmp_path: Path) -> None:
    refs: dict[int, CaptureRef] = {}
    with landing.writer("batch") as writer:
        threads = [threading.Thread(target=lambda n=n: refs.update({n: writer.write(exchange(b"%d" % n * 500))}))
                   for n in range(30)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    check(files(tmp_path)[0])
    assert all(landing.open(refs[n]).body == b"%d" % n * 500 for n in range(30))


def test_writers_of_one_name_never_share_a_file(landing: Landing, tmp_path: Path) -> None:
    for _ in range(2):
        with landing.writer("batch") as writer:
            writer.write(exchange())
    assert len(files(tmp_path)) == 2


def test_a_crash_in_mid_write_leaves_what_was_there(landing: Landing, tmp_path: Path) -> None:
    with landing.writer("batch") as writer:
        refs = [writer.write(exchange(os.urandom(3000))) for _ in range(3)]
    (path,) = files(tmp_path)
    whole = path.read_bytes()
    for torn_at in (refs[2].offset + 1, refs[2].offset + refs[2].length // 2, refs[2].offset + refs[2].length - 1):
        path.write_bytes(whole[:torn_at])
        assert landing.open(refs[0]).intact
        assert landing.open(refs[1]).intact
        with pytest.raises(CaptureError, match="torn"):
            landing.open(refs[2])
        with path.open("rb") as file:
            iterator = ArchiveIterator(file)
            assert [next(iterator).rec_type for _ in range(5)] == ["warcinfo", *["response", "request"] * 2]


KILLED = """
import sys, os, signal
sys.path.insert(0, sys.argv[2])
from test_landing import exchange
from communique.acquire import Landing
writer = Landing(sys.argv[1]).writer("batch")
for number in range(3):
    ref = writer.write(exchange(b"kept before the kill" * 50))
    print(ref.path, ref.offset, ref.length, ref.payload_sha256, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_writer_leaves_every_record_it_handed_out(landing: Landing, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "landing"), str(Path(__file__).parent)],
                          capture_output=True, text=True, check=False)
    assert done.returncode == -9, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    assert len(lines) == 3
    for path, offset, length, sha in lines:
        assert landing.open(CaptureRef(path, int(offset), int(length), sha)).body == b"kept before the kill" * 50
    check(files(tmp_path)[0])


@pytest.mark.parametrize("damage", ["missing", "shifted", "flipped", "other hash", "a request", "beyond the end"])
def test_a_damaged_capture_is_named(landing: Landing, tmp_path: Path, damage: str) -> None:
    with landing.writer("batch") as writer:
        ref = writer.write(exchange())
    (path,) = files(tmp_path)
    data = bytearray(path.read_bytes())
    match damage:
        case "missing":
            path.unlink()
        case "shifted":
            ref = CaptureRef(ref.path, ref.offset + 7, ref.length, ref.payload_sha256)
        case "flipped":
            data[ref.offset + ref.length // 2] ^= 0xFF
            path.write_bytes(data)
        case "other hash":
            ref = CaptureRef(ref.path, ref.offset, ref.length, "0" * 64)
        case "a request":
            ref = CaptureRef(ref.path, ref.offset + ref.length, len(data) - ref.offset - ref.length, "")
        case "beyond the end":
            ref = CaptureRef(ref.path, len(data) + 5, 100, "")
    with pytest.raises(CaptureError, match=r"warc\.gz at byte"):
        landing.open(ref)


LIMITED = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from test_landing import exchange
from communique.acquire import Landing, LandingFull
import os
landing = Landing(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (21_500, 21_500))
refs = []
with landing.writer("batch") as writer:
    try:
        while True:
            refs.append(writer.write(exchange(os.urandom(3000))))
    except LandingFull as error:
        print(len(refs), error)
    small = writer.write(exchange(b"small"))
assert landing.open(small).body == b"small"
assert all(landing.open(ref).intact for ref in refs)
"""


def test_a_full_disk_is_named_and_leaves_the_file_whole(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(tmp_path / "landing"), str(Path(__file__).parent)],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("5 ")
    assert "no room left" in done.stdout
    check(files(tmp_path)[0])


class FullFileSystem(MemoryFileSystem):  # type: ignore[misc]
    """An object store that takes no byte."""

    protocol = "full"

    def _open(self, *args: Any, **kwargs: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_other_stores_work_too(tmp_path: Path) -> None:
    landing = Landing("memory://landing-test")
    with landing.writer("batch") as writer:
        refs = [writer.write(exchange(b"%d" % n)) for n in range(3)]
    assert [landing.open(ref).body for ref in refs] == [b"0", b"1", b"2"]
    fsspec.register_implementation("full", FullFileSystem, clobber=True)
    with pytest.raises(LandingFull, match="no room left"), Landing("full://x").writer("batch") as writer:
        writer.write(exchange())


def test_a_place_that_can_not_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "landing").write_text("a file where the folder should be")
    with pytest.raises(LandingError, match="can't be written"), Landing(tmp_path / "landing").writer("b") as writer:
        writer.write(exchange())


def test_a_closed_writer_takes_nothing(landing: Landing) -> None:
    with landing.writer("batch") as writer:
        pass
    with pytest.raises(LandingError, match="closed"):
        writer.write(exchange())


@given(body=st.binary(max_size=2000),
       headers=st.lists(st.tuples(st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,20}", fullmatch=True).filter(
           lambda name: name.lower() not in ("content-encoding", "transfer-encoding")),
           st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), max_size=40)),
           max_size=5))
def test_any_body_and_headers_come_back(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, headers: list[tuple[str, str]]
) -> None:
    landing = Landing(tmp_path_factory.getbasetemp() / "any")
    with landing.writer("batch") as writer:
        ref = writer.write(exchange(body, headers=tuple(headers)))
    stored = landing.open(ref)
    assert stored.body == body
    assert len(stored.headers) >= len(headers)


def test_an_archive_that_swells_is_refused(landing: Landing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.acquire.warc.MAX_RECORD", 1_000_000)
    with landing.writer("batch") as writer:
        bomb = writer.write(exchange(bytes(30_000_000)))
        inside = writer.write(exchange(bytes(30_000_000), gzip.compress(bytes(30_000_000)),
                                       headers=(("content-encoding", "gzip"),), fault=Fault(Reason.TOO_LARGE, "big")))
    with pytest.raises(CaptureError, match="more than 1,000,000 bytes"):
        landing.open(bomb)
    assert not landing.open(inside).intact


def test_a_kind_of_store_that_is_not_installed_is_named() -> None:
    with pytest.raises(LandingError, match="COMMUNIQUE_LANDING"):
        Landing("nosuchstore://bucket/warc")
