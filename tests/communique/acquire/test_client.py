"""What the client asks for, what it hands back, and where it refuses to go."""

from __future__ import annotations

import gzip
import itertools
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from communique.acquire import Fetcher, FetchError, Landing, Reason, Validators
from communique.sources import Source


def failure(fetcher: Fetcher, url: str, source: Source) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.get(url, source)
    assert str(caught.value).startswith(f"{source.key}: {url[:50]}")
    return caught.value


def test_a_page_comes_back_decoded_and_is_kept(server: Any, fetcher: Fetcher, source: Source, landing: Landing) -> None:
    page = "<html><p>Астана".encode("windows-1251")
    server.routes["/a"] = lambda c: c.answer(
        gzip.compress(page), content_encoding="gzip", content_type="text/html; charset=Windows-1251", etag='"1"')
    before = datetime.now(UTC)
    response = fetcher.get(server.url("/a#top"), source)
    assert (response.status, response.body, response.charset) == (200, page, "windows-1251")
    assert response.final_url == server.url("/a")
    assert before <= response.fetched_at <= datetime.now(UTC)
    assert response.validators == Validators(etag='"1"')
    assert response.capture is not None
    kept = landing.open(response.capture)
    assert (kept.url, kept.status, kept.body, kept.intact) == (server.url("/a"), 200, page, True)
    assert kept.fetched_at == response.fetched_at


def test_says_who_asks_and_what_for(server: Any, fetcher: Fetcher, declare: Callable[..., Source]) -> None:
    server.routes["/rss"] = lambda c: c.answer(b"<rss/>")
    fetcher.get(server.url("/rss"), declare(server, languages=["kk", "en"]), kind="feed")
    headers = server.requests[0][1]
    assert headers["user-agent"].startswith("Communique/")
    assert headers["user-agent"].endswith("(+https://communique.test/about)")
    assert headers["accept"].startswith("application/rss+xml")
    assert headers["accept-language"].startswith("kk;q=1.0, en;")
    assert headers["host"] == server.authority


def test_asks_only_for_what_changed(server: Any, fetcher: Fetcher, source: Source) -> None:
    def route(connection: Any) -> None:
        if connection.headers.get("if-none-match") == '"v1"':
            connection.answer(status="304 Not Modified")
        else:
            connection.answer(b"first", etag='"v1"', last_modified="Tue, 03 Nov 2026 10:00:00 GMT")

    server.routes["/rss"] = route
    first = fetcher.get(server.url("/rss"), source, kind="feed")
    again = fetcher.get(server.url("/rss"), source, validators=first.validators, kind="feed")
    assert again.not_modified
    assert (again.status, again.body, again.capture) == (304, b"", None)
    assert again.validators == first.validators == Validators('"v1"', "Tue, 03 Nov 2026 10:00:00 GMT")
    assert server.requests[1][1]["if-modified-since"] == "Tue, 03 Nov 2026 10:00:00 GMT"


def test_follows_redirects_one_by_one_and_keeps_each(
    server: Any, fetcher: Fetcher, source: Source, landing: Landing
) -> None:
    server.routes["/old"] = lambda c: c.answer(b"moved", "301 Moved Permanently", location="/n%C3%A9w?a=1#x")
    server.routes["/n%C3%A9w"] = lambda c: c.answer(b"here")
    response = fetcher.get(server.url("/old"), source)
    assert (response.url, response.final_url) == (server.url("/old"), server.url("/n%C3%A9w?a=1"))
    assert response.body == b"here"
    assert response.capture is not None
    assert response.capture.offset > 600  # the redirect's own records stand before it


@pytest.mark.parametrize(
    ("status", "reason", "retryable", "asked"),
    [("404 Not Found", Reason.STATUS_4XX, False, 1), ("410 Gone", Reason.STATUS_4XX, False, 1),
     ("503 Busy", Reason.STATUS_5XX, True, 3), ("501 No", Reason.STATUS_5XX, False, 1),
     ("304 Not Modified", Reason.STATUS_3XX, False, 1), ("302 Found", Reason.STATUS_3XX, False, 1)],
)
def test_a_bad_status_is_named_and_its_page_kept(
    server: Any, fetcher: Fetcher, source: Source, landing: Landing,
    status: str, reason: Reason, retryable: bool, asked: int,
) -> None:
    server.routes["/x"] = lambda c: c.answer(b"sorry", status)
    error = failure(fetcher, server.url("/x"), source)
    assert (error.reason, error.retryable, error.status) == (reason, retryable, int(status[:3]))
    assert len(server.requests) == asked
    if error.capture is not None:
        assert landing.open(error.capture).body == b"sorry"
    else:
        assert error.status == 304


def test_tries_again_after_a_passing_failure(server: Any, fetcher: Fetcher, source: Source) -> None:
    answers = [("503 Busy", b""), ("429 Slow down", b""), ("200 OK", b"at last")]

    def route(connection: Any) -> None:
        status, body = answers.pop(0)
        connection.answer(body, status, retry_after="0")

    server.routes["/x"] = route
    assert fetcher.get(server.url("/x"), source).body == b"at last"


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_long_retry_after_is_handed_on_and_holds_the_host(
    server: Any, fetcher: Fetcher, source: Source, form: str
) -> None:
    moment = datetime.now(UTC) + timedelta(hours=1)
    value = "3600" if form == "seconds" else format_datetime(moment, usegmt=True)
    server.routes["/x"] = lambda c: c.answer(b"", "429 Too Many", retry_after=value)
    error = failure(fetcher, server.url("/x"), source)
    assert error.retryable
    assert error.retry_after == pytest.approx(3600, abs=5)
    busy = failure(fetcher, server.url("/other"), source)
    assert (busy.reason, busy.retryable) == (Reason.BUSY, True)
    assert busy.retry_after == pytest.approx(3600, abs=5)
    assert server.paths() == ["/x"]


@pytest.mark.parametrize("value", ["soon", "9" * 400, "-5", "Tue, 99 Foo 2026", ""])
def test_a_senseless_retry_after_is_no_obstacle(server: Any, client: Any, source: Source, value: str) -> None:
    server.routes["/x"] = lambda c: c.answer(b"", "503 Busy", retry_after=value)
    error = failure(client(fetch_deadline_seconds=0.3), server.url("/x"), source)
    assert error.reason is Reason.STATUS_5XX
    assert error.retry_after is None or 0 <= error.retry_after <= 86400


@pytest.mark.parametrize(
    "url", ["ftp://agency.test/", "file:///etc/passwd", "http://", "agency.test/a", "http://a b/", "http://[::1/",
            "http://user:secret@agency.test/", "http://agency.test:99999/", "http://agency.test/" + "a" * 9000,
            "http://xn--/", "http://agency.test/\x00", "", "gopher://agency.test:70/_x", "http://agency.test:0/"])
def test_what_is_no_web_address_is_not_asked_for(fetcher: Fetcher, source: Source, network: Any, url: str) -> None:
    error = failure(fetcher, url, source)
    assert (error.reason, error.retryable) == (Reason.BAD_URL, False)
    assert network.looked_up == []


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://10.1.2.3/", "http://0.0.0.0/",
            "http://169.254.169.254/latest/meta-data/", "http://192.168.0.1/", "http://100.100.100.200/",
            "http://[fe80::1]/", "http://[fd00:ec2::254]/", "http://224.0.0.1/", "http://inside.test/"])
def test_private_addresses_are_refused(fetcher: Fetcher, declare: Any, network: Any, url: str) -> None:
    network.name("inside.test", ["93.184.216.34", "10.0.0.7"])
    error = failure(fetcher, url, declare())
    assert (error.reason, error.retryable) == (Reason.FORBIDDEN_ADDRESS, False)
    assert "allow_private" in str(error)


def test_an_allowed_host_is_allowed_on_its_port_only(serve: Any, fetcher: Fetcher, declare: Any) -> None:
    allowed, other = serve(), serve()
    allowed.routes["/a"] = other.routes["/a"] = lambda c: c.answer(b"in")
    assert fetcher.get(allowed.url("/a"), declare(allowed)).body == b"in"
    assert failure(fetcher, other.url("/a"), declare(allowed)).reason is Reason.FORBIDDEN_ADDRESS
    assert fetcher.get(other.url("/a"), declare(allow_private=["127.0.0.1"])).body == b"in"
    assert other.paths() == ["/a"]


def test_a_connection_that_one_source_may_use_serves_no_other(server: Any, fetcher: Fetcher, declare: Any) -> None:
    server.routes["/a"] = lambda c: (c.answer(b"in", connection="keep-alive"), c.stopping.wait(5))
    assert fetcher.get(server.url("/a"), declare(server)).body == b"in"
    assert failure(fetcher, server.url("/a"), declare()).reason is Reason.FORBIDDEN_ADDRESS


@pytest.mark.parametrize(
    "location", ["http://169.254.169.254/latest/meta-data/", "http://[::1]:1/", "//127.0.0.1:1/", "http://10.0.0.1/",
                 "http://inside.test/"])
def test_a_redirect_into_the_network_is_refused(
    server: Any, fetcher: Fetcher, source: Source, network: Any, location: str
) -> None:
    network.name("inside.test", ["192.168.1.1"])
    server.routes["/x"] = lambda c: c.answer(b"", "302 Found", location=location)
    error = failure(fetcher, server.url("/x"), source)
    assert error.reason is Reason.FORBIDDEN_ADDRESS
    assert "redirected to" in str(error)


def test_a_redirect_to_another_scheme_is_refused(server: Any, fetcher: Fetcher, source: Source) -> None:
    server.routes["/x"] = lambda c: c.answer(b"", "302 Found", location="file:///etc/passwd")
    assert failure(fetcher, server.url("/x"), source).reason is Reason.BAD_URL


def test_connects_to_the_address_that_was_checked(fetcher: Fetcher, declare: Any, network: Any) -> None:
    network.name("rebind.test", ["93.184.216.34"], ["127.0.0.1"])
    error = failure(fetcher, "http://rebind.test/", declare())
    assert error.reason is Reason.UNREACHABLE
    assert network.looked_up == ["rebind.test"]
    assert network.attempts == ["93.184.216.34"]
    network.attempts.clear()


def test_an_unreachable_network_is_said_shortly(fetcher: Fetcher, declare: Any, serve: Any) -> None:
    gone = serve()
    gone.close()
    refused = failure(fetcher, gone.url("/a"), declare(gone))
    assert (refused.reason, refused.retryable) == (Reason.REFUSED, True)
    assert str(refused) == f"test_agency: {gone.url('/a')}: {gone.authority} refuses the connection"
    nameless = failure(fetcher, "http://nowhere.test/", declare())
    assert (nameless.reason, nameless.retryable) == (Reason.DNS, True)
    assert "nowhere.test can't be looked up" in str(nameless)


def test_a_resolver_that_hangs_is_left_behind(
    client: Any, declare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def hang(*_: Any, **__: Any) -> list[Any]:
        over.wait(30)
        return []

    monkeypatch.setattr("socket.getaddrinfo", hang)
    began = time.monotonic()
    assert failure(client(fetch_deadline_seconds=0.3), "http://slow.test/", declare()).reason is Reason.TIMEOUT
    assert time.monotonic() - began < 3
    over.set()


def test_robots_are_asked_once_and_obeyed(server: Any, fetcher: Fetcher, declare: Any) -> None:
    server.routes["/robots.txt"] = lambda c: c.answer(b"User-agent: *\nDisallow: /private\n")
    server.routes["/a"] = server.routes["/private/b"] = lambda c: c.answer(b"text")
    polite = declare(server, politeness={"robots": True})
    assert fetcher.get(server.url("/a"), polite).body == b"text"
    error = failure(fetcher, server.url("/private/b"), polite)
    assert (error.reason, error.retryable) == (Reason.ROBOTS, False)
    assert server.paths() == ["/robots.txt", "/a"]
    assert fetcher.get(server.url("/private/b"), declare(server)).body == b"text"


def test_robots_of_the_host_redirected_to_count(serve: Any, fetcher: Fetcher, declare: Any) -> None:
    first, second = serve(), serve()
    first.routes["/a"] = lambda c: c.answer(b"", "302 Found", location=second.url("/closed"))
    second.routes["/robots.txt"] = lambda c: c.answer(b"User-agent: communique\nDisallow: /closed")
    polite = declare(first, second, politeness={"robots": True})
    assert failure(fetcher, first.url("/a"), polite).reason is Reason.ROBOTS
    assert second.paths() == ["/robots.txt"]


@pytest.mark.parametrize("robots", ["missing", "forbidden", "in circles", "huge"])
def test_no_usable_robots_forbids_nothing(server: Any, fetcher: Fetcher, declare: Any, robots: str) -> None:
    server.routes["/robots.txt"] = {
        "missing": lambda c: c.answer(b"", "404 Not Found"),
        "forbidden": lambda c: c.answer(b"", "403 Forbidden"),
        "in circles": lambda c: c.answer(b"", "302 Found", location="/robots.txt"),
        "huge": lambda c: c.flood(b"HTTP/1.1 200 OK\r\n\r\n# nothing\n" * 1000),
    }[robots]
    server.routes["/a"] = lambda c: c.answer(b"text")
    assert fetcher.get(server.url("/a"), declare(server, politeness={"robots": True})).body == b"text"


def test_a_host_whose_robots_fail_is_left_alone_for_now(server: Any, fetcher: Fetcher, declare: Any) -> None:
    server.routes["/robots.txt"] = lambda c: c.answer(b"", "500 Oops")
    polite = declare(server, politeness={"robots": True})
    for _ in range(2):
        error = failure(fetcher, server.url("/a"), polite)
        assert (error.reason, error.retryable) == (Reason.ROBOTS_UNREACHABLE, True)
        assert error.retry_after is not None
        assert 0 < error.retry_after <= 60
    assert server.paths() == ["/robots.txt"]


def test_robots_that_lead_into_the_network_are_not_followed(server: Any, fetcher: Fetcher, declare: Any) -> None:
    server.routes["/robots.txt"] = lambda c: c.answer(b"", "302 Found", location="http://169.254.169.254/")
    error = failure(fetcher, server.url("/a"), declare(server, politeness={"robots": True}))
    assert error.reason is Reason.FORBIDDEN_ADDRESS
    assert server.paths() == ["/robots.txt"]


def test_keeps_the_distance_that_robots_or_the_source_ask_for(server: Any, client: Any, declare: Any) -> None:
    moments: list[float] = []
    server.routes["/robots.txt"] = lambda c: c.answer(b"User-agent: *\nCrawl-delay: 0.3")
    server.routes["/a"] = lambda c: (moments.append(time.monotonic()), c.answer(b"text"))
    fetcher, polite = client(), declare(server, politeness={"robots": True, "delay_seconds": 0.1})
    threads = [threading.Thread(target=fetcher.get, args=(server.url("/a"), polite)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    distances = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert len(distances) == 2
    assert all(0.25 < distance < 1.0 for distance in distances)


def test_a_contact_that_can_stand_in_no_header_is_refused(client: Any) -> None:
    with pytest.raises(ValueError, match="COMMUNIQUE_CONTACT"):
        client(contact="evil\r\nX-Header: 1")


def test_works_without_a_landing_store(server: Any, client: Any, source: Source) -> None:
    server.routes["/a"] = lambda c: c.answer(b"text")
    assert client(keep=False).get(server.url("/a"), source).capture is None


def test_importing_the_client_is_cheap() -> None:
    code = ("import time; began = time.process_time(); import communique.acquire; "
            "print(time.process_time() - began)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.5
