"""Validation by the real Great Expectations on a real warehouse: who fails, why, and what becomes of them."""

from __future__ import annotations

import copy
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from communique.quality import QualityError, run, validate
from communique.warehouse.connection import Connection
from communique.warehouse.load import load, publish

Record = dict[str, Any]


def event(**fields: Any) -> Callable[[Record], None]:
    return lambda record: record["event"].update(fields)


def place(**fields: Any) -> Callable[[Record], None]:
    return lambda record: record["event"]["place"].update(fields)


def person(**fields: Any) -> Callable[[Record], None]:
    return lambda record: record["participants"][0].update(fields)


def put(**fields: Any) -> Callable[[Record], None]:
    return lambda record: record.update(fields)


def figure(**fields: Any) -> Callable[[Record], None]:
    return lambda record: record["figures"][0].update(fields)


CONTRACT = "the record breaks its JSON contract"
SIDES = "fewer sides take part than such a contact has"
TEXT = "the record was not read from the text that is staged for its article"
EVIDENCE = "a value's evidence is missing or outside the text"
PRECISION = "the start date is not of the precision that the record names"
ORDER = "the contact ends before it starts"
FAR = "the main contact lies too far from the article's day"

BROKEN: dict[str, tuple[Callable[[Record], None], set[str]]] = {
    "type": (event(type="tea_party"), {CONTRACT, "unknown type of contact"}),
    "no type": (event(type=None), {CONTRACT, "the contact has no type"}),
    "status": (event(status="rumoured"), {CONTRACT, "unknown status"}),
    "no status": (event(status=None), {CONTRACT, "the contact has no status"}),
    "capacity": (person(capacity="waiter"), {CONTRACT, "a participant takes part in an unknown capacity"}),
    "missing field": (lambda record: record.pop("topics"), {CONTRACT}),
    "no participants": (put(participants=[]), {SIDES}),
    "one side": (person(country="NO"), {SIDES}),
    "blank name": (person(name="  "), {"a participant's name is empty; an unknown name is null"}),
    "end before start": (event(end_date="2026-03-03"), {ORDER}),
    "end month before": (event(end_date="2026-02"), {ORDER}),
    "precision": (event(date_precision="month"), {PRECISION}),
    "no precision": (event(date_precision=None), {PRECISION}),
    "precision of no date": (event(start_date=None), {PRECISION}),
    "no such day": (event(start_date="2026-02-30"),
                    {"the start date is no date of the contract's forms", PRECISION}),
    "words for a date": (event(end_date="next week"), {"the end date is no date of the contract's forms"}),
    "far past": (event(start_date="2020-03-04"), {FAR}),
    "far future": (event(start_date="2030-03-04"), {FAR}),
    "antiquity": (event(start_date="0987-03-04", is_main=False),
                  {"the start date is no date of the contract's forms", PRECISION}),
    "long ago": (event(start_date="1814-09-18", is_main=False), {"the contact lies too far back"}),
    "place's country": (place(country="ZZ"), {"a country code that is none"}),
    "participant's country": (person(country="UK"), {"a country code that is none"}),
    "negative figure": (figure(value=-1), {"a figure below zero; only growth may be negative"}),
    "evidence past the end": (figure(evidence=[[0, 100_000]]), {EVIDENCE}),
    "no evidence": (person(evidence=[]), {EVIDENCE}),
    "evidence past the title": (figure(evidence=[], title_evidence=[[0, 500]]), {EVIDENCE}),
    "empty evidence": (event(evidence=[[4, 4]]), {EVIDENCE, CONTRACT}),
    "off the globe": (place(latitude=91.0), {"a value beyond all measure"}),
    "a sentence for a name": (person(name="x" * 4000), {"a value beyond all measure"}),
    "confidence over 1": (put(confidence=1.5), {CONTRACT, "the confidence is not in 0 to 1"}),
    "no confidence": (put(confidence=None), {CONTRACT, "the record has no confidence"}),
    "unsure": (put(confidence=0.29), {"not sure enough to be shown unreviewed"}),
    "other text": (lambda record: record["article"].update(text_sha256="0" * 64), {TEXT}),
    "unknown article": (lambda record: record["article"].update(id="nowhere"), {TEXT}),
}

SOUND: dict[str, Callable[[Record], None]] = {
    "as it is": put(),
    "a figure in the title alone": figure(evidence=[], title_evidence=[[0, 5]]),
    "no date": event(start_date=None, date_precision=None),
    "a season": event(start_date="2026-Q1", date_precision="season"),
    "ends in the month it starts in": event(end_date="2026-03"),
    "a single day": event(end_date="2026-03-04"),
    "two years ahead": event(start_date="2028", date_precision="year", status="planned"),
    "history as background": event(start_date="1972-02-21", is_main=False),
    "a call without a place": event(type="phone_call", place=None),
    "an unnamed delegation": person(name=None, role_class="delegation"),
    "an organization's side": person(country=None, organization="UN"),
    "a summit of which one side is named": lambda r: (r["event"].update(type="summit"), r["participants"].pop()),
    "an invitation with one side": lambda r: (r["event"].update(status="proposed"), r["participants"].pop()),
    "a fall": figure(metric="growth", value=-3.2, unit="percent"),
    "Kosovo and Hong Kong": lambda r: (r["event"]["place"].update(country="HK"),
                                       r["participants"][0].update(country="XK")),
    "on the threshold": put(confidence=0.3),
    "certain": put(confidence=1),
}


def made(newsroom: Any, change: Callable[[Record], Any], number: int) -> tuple[Any, Record]:
    article = newsroom.article(number)
    record = copy.deepcopy(newsroom.record(article))
    change(record)
    return article, record


def reasons(conn: Connection) -> dict[str, set[str]]:
    """What is held, by record id."""
    return {row[0]: {reason["message"] for reason in row[1]} for row in conn.execute(
        "SELECT record_id, reasons FROM quarantine.record WHERE status = 'held'").fetchall()}


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """psycopg connects in C; whatever else opens a socket is refused and remembered."""
    tried: list[Any] = []

    def refuse(self: socket.socket, address: Any) -> None:
        tried.append(address)
        raise OSError(f"no network in this test: {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: refuse(socket.socket(), a))
    yield tried
    assert tried == []


def test_each_broken_record_is_held_for_its_own_reasons_and_the_sound_ones_pass(
    cleared: Any, conn: Connection, newsroom: Any, no_network: list[Any]
) -> None:
    names = [*BROKEN, *SOUND]
    pairs = [made(newsroom, BROKEN[n][0] if n in BROKEN else SOUND[n], i) for i, n in enumerate(names)]
    newsroom.stage(conn, "b1", [article for article, _ in pairs], [record for _, record in pairs])
    verdict = validate(cleared.loader, "b1", review_confidence=0.3)
    assert (verdict.checked, verdict.passed, verdict.held_back) == (len(names), len(SOUND), len(BROKEN))

    held = reasons(conn)
    found = {name: held.get(record["record_id"], set()) for name, (_, record) in zip(names, pairs, strict=True)}
    assert found == {name: BROKEN[name][1] if name in BROKEN else set() for name in names}
    expected = [reason for _, wanted in BROKEN.values() for reason in wanted]
    assert verdict.failures == {reason: expected.count(reason) for reason in expected}

    written = load(conn, "b1")
    assert written["article"] == len(names)
    assert written["record"] == publish(conn, "b1") == len(SOUND)
    assert conn.execute("SELECT count(*) FROM mart.meetings").fetchone() == (len(SOUND),)


def test_a_reason_tells_expectation_column_value_and_meaning(
    cleared: Any, conn: Connection, newsroom: Any
) -> None:
    pairs = [made(newsroom, event(end_date="2026-03-01"), 1), made(newsroom, put(confidence=0.1), 2)]
    newsroom.stage(conn, "b1", [a for a, _ in pairs], [r for _, r in pairs])
    validate(cleared.loader, "b1", review_confidence=0.5)
    rows = conn.execute("SELECT batch_id, article_id, record, extractor_version, text_sha256, reasons "
                        "FROM quarantine.record ORDER BY (record ->> 'confidence')::float DESC").fetchall()
    (article, record), (_, unsure) = pairs
    assert rows[0] == ("b1", article.key, record, newsroom.version, article.text_sha256, [{
        "expectation": "expect_column_pair_values_a_to_be_greater_than_b",
        "column": "end_day_latest, start_day_earliest", "value": ["2026-03-01", "2026-03-04"], "message": ORDER}])
    assert rows[1][2] == unsure
    assert rows[1][5] == [{"expectation": "expect_column_values_to_be_between", "column": "confidence", "value": 0.1,
                           "message": "not sure enough to be shown unreviewed"}]


def test_none_of_many_failing_rows_is_forgotten(cleared: Any, conn: Connection, newsroom: Any) -> None:
    pairs = [made(newsroom, event(end_date="2026-03-01"), n) for n in range(150)]
    pairs += [made(newsroom, put(), n) for n in range(150, 160)]
    newsroom.stage(conn, "b1", [a for a, _ in pairs], [r for _, r in pairs])
    verdict = validate(cleared.loader, "b1")
    assert (verdict.passed, verdict.held_back, verdict.failures) == (10, 150, {ORDER: 150})
    assert conn.execute("SELECT count(*) FROM quarantine.record").fetchone() == (150,)


def test_records_of_one_id_are_all_held_but_copies_of_an_article_are_not(
    cleared: Any, conn: Connection, newsroom: Any
) -> None:
    one, copied = newsroom.article(1), newsroom.article(2, text=newsroom.article(1).text)
    doubled = newsroom.article(3)
    records = [newsroom.record(one), newsroom.record(copied), newsroom.record(doubled), newsroom.record(doubled)]
    assert records[0]["record_id"] == records[1]["record_id"]
    records[3]["confidence"] = 0.8
    newsroom.stage(conn, "b1", [one, copied, doubled], records)
    verdict = validate(cleared.loader, "b1")
    assert verdict.failures == {"another record of the same article has the same id": 2}
    assert (verdict.checked, verdict.passed) == (4, 2)


@pytest.mark.parametrize("batch_id", [
    "scheduled__2026-03-05T00:00:00+00:00", "a b\\c", "'; DROP TABLE staging.record; --", "%s :name ${HOME} é",
])
def test_only_the_batch_itself_is_judged_whatever_its_name(
    cleared: Any, conn: Connection, newsroom: Any, batch_id: str
) -> None:
    for batch, number in ((batch_id, 1), ("other", 2)):
        article, record = made(newsroom, event(end_date="2026-03-01"), number)
        newsroom.stage(conn, batch, [article], [record])
    assert validate(cleared.loader, batch_id).held_back == 1
    assert conn.execute("SELECT batch_id FROM quarantine.record").fetchall() == [(batch_id,)]
    assert conn.execute("SELECT held_back FROM staging.record WHERE batch_id = 'other'").fetchone() == (None,)


def test_a_second_validation_comes_to_the_same_and_writes_no_second_row(
    cleared: Any, conn: Connection, newsroom: Any
) -> None:
    pairs = [made(newsroom, event(end_date="2026-03-01"), 1), made(newsroom, put(), 2)]
    newsroom.stage(conn, "b1", [a for a, _ in pairs], [r for _, r in pairs])
    first = validate(cleared.loader, "b1")
    before = conn.execute("SELECT xmin::text, quarantine_id FROM quarantine.record").fetchall()
    second = validate(cleared.loader, "b1")
    assert (first.checked, first.held_back, first.failures) == (second.checked, second.held_back, second.failures)
    assert conn.execute("SELECT xmin::text, quarantine_id FROM quarantine.record").fetchall() == before
    load(conn, "b1")
    assert validate(cleared.loader, "b1").held_back == 1


def test_the_score_of_each_batch_is_kept_by_expectation(cleared: Any, conn: Connection, newsroom: Any) -> None:
    pairs = [made(newsroom, event(end_date="2026-03-01"), n) for n in range(3)] + [made(newsroom, put(), 9)]
    newsroom.stage(conn, "b1", [a for a, _ in pairs], [r for _, r in pairs])
    validate(cleared.loader, "b1")
    assert conn.execute(
        "SELECT checked, passed, held_back, duration_seconds > 0 FROM quarantine.validation").fetchone() == (
        4, 1, 3, True)
    results = dict(conn.execute("SELECT message, failed FROM quarantine.validation_result").fetchall())
    assert len(results) > 20
    assert {message: failed for message, failed in results.items() if failed} == {ORDER: 3}


def test_what_a_newer_reading_cures_or_drops_is_superseded(cleared: Any, conn: Connection, newsroom: Any) -> None:
    cured, bad = made(newsroom, event(end_date="2026-03-01"), 1)
    dropped, worse = made(newsroom, put(participants=[]), 2)
    kept, still = made(newsroom, put(participants=[]), 3)
    articles = [cured, dropped, kept]
    newsroom.stage(conn, "b1", articles, [bad, worse, still])
    assert validate(cleared.loader, "b1").held_back == 3
    newsroom.stage(conn, "b2", articles, [newsroom.record(cured), still])
    assert validate(cleared.loader, "b2").held_back == 1
    assert dict(conn.execute("SELECT article_id, status FROM quarantine.record").fetchall()) == {
        cured.key: "superseded", dropped.key: "superseded", kept.key: "held"}
    newsroom.stage(conn, "b3", articles, [bad])
    assert validate(cleared.loader, "b3").held_back == 1
    assert conn.execute("SELECT status, decided_at FROM quarantine.record WHERE article_id = %s",
                        [cured.key]).fetchone() == ("held", None)


def test_what_a_reviewer_decided_stays_decided(cleared: Any, conn: Connection, newsroom: Any) -> None:
    article, record = made(newsroom, event(end_date="2026-03-01"), 1)
    newsroom.stage(conn, "b1", [article], [record])
    validate(cleared.loader, "b1")
    conn.execute("UPDATE quarantine.record SET status = 'rejected', decided_by = 'a reviewer'")
    validate(cleared.loader, "b1")
    assert conn.execute("SELECT status, decided_by FROM quarantine.record").fetchall() == [("rejected", "a reviewer")]


def test_an_expectation_that_cannot_be_computed_stops_the_batch_and_passes_nothing(
    cleared: Any, conn: Connection, newsroom: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import great_expectations.expectations as gxe

    article, record = made(newsroom, put(), 1)
    newsroom.stage(conn, "b1", [article], [record])
    wrong = gxe.ExpectColumnValuesToBeNull(column="no_such_column", meta={"reason": "x"})
    monkeypatch.setattr(run, "expectations", lambda threshold: [wrong])
    with pytest.raises(QualityError, match=r"batch b1: .*no_such_column\) could not be computed"):
        validate(cleared.loader, "b1")
    assert conn.execute("SELECT held_back FROM staging.record").fetchone() == (None,)


def test_an_expectation_that_names_no_rows_is_refused(
    cleared: Any, conn: Connection, newsroom: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import great_expectations.expectations as gxe

    article, record = made(newsroom, put(), 1)
    newsroom.stage(conn, "b1", [article], [record])
    monkeypatch.setattr(run, "expectations", lambda threshold: [
        gxe.ExpectTableRowCountToEqual(value=7, meta={"reason": "x"})])
    with pytest.raises(QualityError, match="batch b1"):
        validate(cleared.loader, "b1")


def test_a_password_may_hold_any_character(postgres: Any, cleared: Any, conn: Connection, newsroom: Any) -> None:
    password = "p$HOME ${HOME} %s@:/'\\é"
    with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
        superuser.execute(psycopg.sql.SQL("CREATE ROLE odd_loader LOGIN IN ROLE loader PASSWORD {}").format(
            psycopg.sql.Literal(password)))
    try:
        article, record = made(newsroom, put(), 1)
        newsroom.stage(conn, "b1", [article], [record])
        dsn = psycopg.conninfo.make_conninfo(cleared.loader, user="odd_loader", password=password)
        assert validate(dsn, "b1").passed == 1
    finally:
        with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
            superuser.execute("DROP ROLE odd_loader")


def test_a_batch_without_records_costs_no_import(cleared: Any, conn: Connection, newsroom: Any) -> None:
    newsroom.stage(conn, "b1", [newsroom.article(1)], [])
    program = (
        "import sys; from communique.quality import validate; v = validate(sys.argv[1], 'b1'); "
        "assert v.checked == v.held_back == 0; "
        "assert not any(name.startswith('great_expectations') for name in sys.modules); print('light')"
    )
    done = subprocess.run([sys.executable, "-c", program, cleared.loader],
                          capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == "light\n", done.stderr
    assert load(conn, "b1")["article"] == 1


def test_no_connection_is_left_open(cleared: Any, conn: Connection, newsroom: Any) -> None:
    article, record = made(newsroom, put(), 1)
    newsroom.stage(conn, "b1", [article], [record])
    validate(cleared.loader, "b1")
    ours = ("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'communique validate' "
            "AND datname = current_database()")
    deadline = time.monotonic() + 5  # a server process takes its moment to end after its client has gone
    while conn.execute(ours).fetchone() != (0,) and time.monotonic() < deadline:
        conn.execute("SELECT pg_stat_clear_snapshot()")
    assert conn.execute(ours).fetchone() == (0,)


def test_the_view_that_is_judged_names_no_batch_of_its_own(conn: Connection) -> None:
    with pytest.raises(psycopg.errors.UndefinedObject):
        conn.execute("SELECT * FROM staging.record_to_check")
