"""A publisher that attacks with everything at once: each entry gets its name, and the honest pages go through."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from typing import Any

from tests.attack.bounded import bounded
from tests.attack.conftest import Line, article, feed

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n"

Answer = Callable[[Any], Any]

ATTACKS: dict[str, tuple[Answer, str | None]] = {
    # What the server does, and what must stand in the entry's last_error; None where the entry may be read.
    "drips its body": (lambda c: (c.send(HEAD + b"\r\n"), c.drip(b"<p>" * 10_000, 0.05)), "not whole after"),
    "drips its head": (lambda c: c.drip(HEAD + b"x: " + b"x" * 10_000, 0.05), "not whole after"),
    "never ends": (lambda c: (c.send(HEAD + b"\r\n"), c.flood(b"<p>word" * 10_000)), "more than 2,000,000 bytes"),
    "never ends its headers": (lambda c: (c.send(HEAD), c.flood(b"x-header: " + b"a" * 1000 + b"\r\n")), "proper HTTP"),
    "is a gzip bomb": (lambda c: c.answer(gzip.compress(bytes(50_000_000)), content_encoding="gzip"), "gzip"),
    "redirects in a circle": (lambda c: c.answer(b"", "302 Found", location=c.target), "circle"),
    "redirects for ever": (
        lambda c: c.answer(b"", "302 Found", location=f"/?{time.monotonic_ns()}"), "more than 10 redirects"),
    "redirects to the cloud's metadata": (
        lambda c: c.answer(b"", "302 Found", location="http://169.254.169.254/latest/meta-data/"), "169.254.169.254"),
    "redirects to loopback": (lambda c: c.answer(b"", "302 Found", location="http://[::1]:1/"), "[::1]"),
    "redirects to a file": (lambda c: c.answer(b"", "302 Found", location="file:///etc/passwd"), "not a web address"),
    "redirects with a header in it": (
        lambda c: c.send(b"HTTP/1.1 302 Found\r\nlocation: /x\rset-cookie: a=1\r\n\r\n"), "illegal header line"),
    "resets in mid-body": (
        lambda c: (c.send(HEAD + b"content-length: 5000\r\n\r\n<p>half"), c.reset()), "breaks the connection off"),
    "claims more than it sends": (
        lambda c: c.send(HEAD + b"content-length: 5000\r\n\r\n<p>half"), "closes the connection in mid-body"),
    "claims a senseless length": (lambda c: c.send(HEAD + b"content-length: 5, 7\r\n\r\nbody"), "proper HTTP"),
    "claims a coding that it doesn't have": (lambda c: c.answer(b"<p>plain", content_encoding="br"), "br"),
    "speaks no HTTP": (lambda c: c.send(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), "proper HTTP"),
    "says that a picture is HTML": (
        lambda c: c.answer(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 300, content_type="text/html"), "no article"),
    "is one line of two million bytes": (lambda c: c.answer(b"<p>" + b"word " * 399_000), "no article"),
    "is ten thousand tags deep": (lambda c: c.answer(b"<div>" * 10_000 + b"deep"), "no article"),
    "is full of nulls": (lambda c: c.answer(b"\0" * 100_000), "no article"),
    "has nulls between its letters": (lambda c: c.answer(article().replace(b" ", b"\0 ")), None),
    "lies about its charset": (
        lambda c: c.answer(article(), content_type="text/html; charset=utf-16; charset=\"x"), None),
}


def test_each_attack_is_named_and_the_rest_goes_through(line: Callable[..., Line], serve: Callable[..., Any]) -> None:
    honest = serve()
    attackers = {attack: serve() for attack in ATTACKS}  # a host of its own each, so that none shields another
    for attack, (answer, _) in ATTACKS.items():
        attackers[attack].routes["/"] = answer
    honest.routes |= {f"/news/{n}": lambda c: c.answer(article(c.target), content_type="text/html") for n in range(8)}
    wanted = {attackers[attack].url("/"): (attack, error) for attack, (_, error) in ATTACKS.items()}
    hostile = list(wanted)
    good = [honest.url(f"/news/{n}") for n in range(8)]
    honest.routes["/rss"] = lambda c: c.answer(feed([*hostile[:11], *good[:4], *hostile[11:], *good[4:]]))
    attacked = line(honest.url("/rss"), honest, *attackers.values())

    assert attacked.look().new == len(ATTACKS) + 8
    with bounded(seconds=30, megabytes=250):
        entries = attacked.ingest()

    assert {url: entries[url]["last_error"] for url in good if entries[url]["status"] != "fetched"} == {}
    for url, (attack, error) in wanted.items():
        entry = entries[url]
        if error is None:
            assert entry["status"] in ("fetched", "no_article"), attack
            continue
        assert entry["status"] in ("waiting", "dead", "no_article"), f"{attack}: {entry['status']}"
        assert error in entry["last_error"], f"{attack}: {entry['last_error']}"
        assert url in entry["last_error"], attack
        assert "test_agency" in entry["last_error"], attack
    assert attacked.staged() >= len(good)


def test_a_hostile_feed_leaves_the_other_feeds_alone(line: Callable[..., Line], serve: Callable[..., Any]) -> None:
    honest, hostile = serve(), serve()
    honest.routes["/rss"] = lambda c: c.answer(feed([honest.url("/news/1")]))
    answers: dict[str, Answer] = {
        "/drip": lambda c: (c.send(HEAD + b"\r\n"), c.drip(b"<rss>" * 1000, 0.05)),
        "/bomb": lambda c: c.answer(gzip.compress(b"<rss>" + bytes(50_000_000)), content_encoding="gzip"),
        "/html": lambda c: c.answer(article(), content_type="application/rss+xml"),
        "/inside": lambda c: c.answer(b"", "302 Found", location="http://10.0.0.1/rss"),
        "/reset": lambda c: (c.send(HEAD + b"content-length: 100\r\n\r\n<rss>"), c.reset()),
    }
    hostile.routes |= answers
    hostile.routes["/laughs"] = lambda c: c.answer(LAUGHS)  # a feed without entries: none of its entities is expanded
    attacked = line(honest.url("/rss"), honest, hostile)
    feeds = [{"url": hostile.url(path), "format": "rss", "language": "en"} for path in [*answers, "/laughs"]]
    attacked.source = attacked.source.model_validate(
        attacked.source.model_dump() | {"feeds": [*feeds, attacked.source.feeds[0].model_dump()]})
    with bounded(seconds=20, megabytes=150):
        found = attacked.look()
    assert found.new == 1
    assert len(found.problems) == len(answers)
    for path in answers:
        assert [problem for problem in found.problems if hostile.url(path) in problem], path


def test_what_a_feed_announces_is_data(line: Callable[..., Line], serve: Callable[..., Any], network: Any) -> None:
    """Addresses that are no web addresses, lead inside, or carry a header: none is asked for, none stops the rest."""
    honest = serve()
    honest.routes["/news/1"] = lambda c: c.answer(article())
    bad = ["file:///etc/passwd", "gopher://127.0.0.1:70/_GET", "javascript:alert(1)", "http://169.254.169.254/",
           "http://[::1]:80/", "http://127.0.0.1:1/", "http://2130706433/", "http://0x7f.1/", "http://localhost/",
           "http://a.test/\r\nHost: evil", "http://user:secret@agency.test/", "http://agency.test:99999/",
           "http://agency.test/" + "a" * 20_000, "http://\u202egnp.test/", "http://[fe80::1%25eth0]/",
           "http://a.test/'; DROP TABLE landing.entry; --", "http://a.test/%00\x00"]
    honest.routes["/rss"] = lambda c: c.answer(feed([*bad, honest.url("/news/1")]))
    attacked = line(honest.url("/rss"), honest)
    attacked.look()
    entries = attacked.ingest()
    assert entries[honest.url("/news/1")]["status"] == "fetched"
    assert [path for path in honest.paths() if path != "/rss"] == ["/news/1"]
    assert network.attempts == []
    for url, entry in entries.items():
        if url != honest.url("/news/1"):
            assert entry["status"] in ("waiting", "dead"), url
            assert 0 < len(entry["last_error"]) < 1000, url[:100]


LAUGHS = (b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY l0 'lol'>"
          + b"".join(b"<!ENTITY l%d '%s'>" % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
          + b"]><rss version='2.0'><channel><title>&l9;</title></channel></rss>")
