"""The landing store on S3: kept, rolled and read back by ranged reads against a server on loopback."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest
from communique.acquire import CaptureError, CaptureRef, Landing, LandingError

from tests.communique.acquire.test_landing import exchange

pytest.importorskip("s3fs", reason="the extra for object stores is not installed")
moto_server = pytest.importorskip("moto.server", reason="the extra for object stores is not installed")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty bucket; where it is and how to get in comes from the environment, as in production."""
    import s3fs

    server = moto_server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "key",
                        "AWS_SECRET_ACCESS_KEY": "made up", "AWS_DEFAULT_REGION": "us-east-1"}.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    name = f"landing-{secrets.token_hex(4)}"  # the server forgets nothing from test to test
    s3fs.S3FileSystem().mkdir(name)
    yield f"s3://{name}/warc"
    server.stop()
    s3fs.S3FileSystem.clear_instance_cache()


def test_records_are_read_back_from_s3(bucket: str) -> None:
    landing = Landing(bucket, roll_bytes=3000)
    with landing.writer("batch") as writer:
        refs = [writer.write(exchange(b"%d" % n * 400)) for n in range(9)]
        writer.flush()
        assert landing.open(refs[-1]).body == b"8" * 400
    assert len({ref.path for ref in refs}) > 1
    assert [landing.open(ref).body for ref in refs] == [b"%d" % n * 400 for n in range(9)]
    assert landing.holds(refs[0], exchange(b"0" * 400))


def test_what_is_not_there_is_named(bucket: str) -> None:
    landing = Landing(bucket)
    with pytest.raises(CaptureError, match="can't be read"):
        landing.open(CaptureRef("2026/11/03/none.warc.gz", 0, 100, ""))
    with (pytest.raises(LandingError, match="can't be written"),
          Landing("s3://no-such-bucket/warc").writer("batch") as writer):
        writer.write(exchange())
