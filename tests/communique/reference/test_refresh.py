"""A refresh from a query service on loopback into a real warehouse: asked politely, resumed, compared, applied."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from communique import settings
from communique.reference import ledger, register
from communique.reference.refresh import Refresh, RefreshError
from communique.settings import Settings
from communique.warehouse import reference
from communique.warehouse.connection import Connection, connect

from tests.communique.newsroom import Cleared
from tests.communique.reference.conftest import Service
from tests.communique.test_cli import communique

FOLDER = settings.PROJECT / "sql" / "reference"
MEANWHILE = "2026-10-15"
"""When a holder left by a register that changes while a refresh is under way."""


@pytest.fixture
def register_as_shipped(shared: Cleared) -> Iterator[Cleared]:
    """The module's warehouse, whose register is brought back to what was shipped after the test: a tenth of the time
    that a warehouse of the test's own takes."""
    with psycopg.connect(shared.superuser, autocommit=True) as conn:
        last = conn.execute("SELECT max(tenure_id) FROM reference.tenure").fetchone()
        yield shared
        with conn.transaction():
            conn.execute("TRUNCATE reference.refresh, reference.refresh_answer, reference.proposed_change")
            conn.execute("DELETE FROM reference.tenure WHERE tenure_id > %s", last)
            conn.execute("DELETE FROM reference.person WHERE person_id LIKE 'Q90000000_'")
            conn.execute("UPDATE reference.tenure SET valid_to = NULL WHERE valid_to IS NOT NULL")
            conn.execute("UPDATE reference.tenure SET end_date = NULL WHERE end_date = %s", [MEANWHILE])


@pytest.fixture
def owner(register_as_shipped: Cleared) -> Iterator[Connection]:
    with closing(connect(register_as_shipped.owner)) as connection:
        yield connection


@pytest.fixture
def refresh(configuration: Settings, register_as_shipped: Cleared) -> Refresh:
    return Refresh(configuration, register_as_shipped.loader, "november", delay_seconds=0)


def prime_ministers(conn: Connection, country: str = "EE") -> list[tuple[Any, ...]]:
    """The two latest."""
    return conn.execute(
        "SELECT name, start_date, end_date, status FROM mart.offices WHERE country = %s "
        "AND office_class = 'head_of_government' ORDER BY start_date DESC LIMIT 2", [country]).fetchall()


def versions(conn: Connection) -> dict[int, str]:
    return dict(conn.execute("SELECT tenure_id, xmin::text FROM reference.tenure").fetchall())


BEFORE = [("Kristen Michal", "2024-07-23", None, "multi-source"),
          ("Kaja Kallas", "2021-01-26", "2024-07-23", "multi-source")]
AFTER = [("Anu Tamm", "2026-11-02", None, "wikidata-only"),
         ("Kristen Michal", "2024-07-23", "2026-11-02", "multi-source")]


def test_each_country_is_asked_once_by_an_agent_that_says_who_it_is(
        refresh: Refresh, service: Service, owner: Connection) -> None:
    said: list[str] = []
    assert refresh.ask(["kz", "EE"], said.append) == 2
    assert refresh.ask(["EE", "KZ"]) == 0
    assert service.asked == ["EE", "KZ"]
    assert said == ["EE (1 of 2): 10 tenures", "KZ (2 of 2): 10 tenures"]
    agent, = service.agents
    assert agent.startswith("Communique/")
    assert "+https://" in agent
    assert owner.execute("SELECT country, answer #>> '{head,vars,0}' FROM reference.refresh_answer ORDER BY 1"
                         ).fetchall() == [("EE", "class"), ("KZ", "class")]


def test_what_is_only_compared_changes_nothing(refresh: Refresh, owner: Connection) -> None:
    before = versions(owner)
    refresh.ask(["EE"])
    assert [str(one)[0] for one in refresh.compare()] == ["-", "+"]
    assert versions(owner) == before
    assert prime_ministers(owner) == BEFORE
    assert owner.execute(
        "SELECT change_kind, name, old_end_date, end_date, problem, applied_tenure_id FROM reference.proposed_change "
        "ORDER BY start_date").fetchall() == [
            ("ended", "Kristen Michal", None, "2026-11-02", None, None),
            ("added", "Anu Tamm", None, None, None, None)]


def test_what_is_applied_closes_the_old_row_and_opens_the_new(refresh: Refresh, owner: Connection) -> None:
    before = versions(owner)
    refresh.ask(["EE"])
    refresh.compare()
    assert refresh.apply() == 2
    assert prime_ministers(owner) == AFTER
    after = versions(owner)
    changed = [key for key in before if after[key] != before[key]]
    assert len(changed) == 1
    assert len(after) == len(before) + 2
    assert owner.execute(
        "SELECT t.valid_to = n.valid_from, n.replaces_tenure_id, n.source LIKE %s, n.origin FROM reference.tenure AS t "
        "JOIN reference.tenure AS n ON n.replaces_tenure_id = t.tenure_id WHERE t.tenure_id = %s",
        ["cia-factbook%; Wikidata, asked 2%", changed[0]]).fetchall() == [(True, changed[0], True, "wikidata")]
    assert owner.execute("SELECT count(applied_tenure_id) FROM reference.proposed_change").fetchone() == (2,)
    assert refresh.apply() == 0
    assert refresh.compare() == []
    assert versions(owner) == after


def test_a_second_refresh_finds_nothing_new(
        refresh: Refresh, configuration: Settings, register_as_shipped: Cleared, owner: Connection) -> None:
    refresh.ask(["EE"])
    refresh.compare()
    refresh.apply()
    again = Refresh(configuration, register_as_shipped.loader, "december", delay_seconds=0)
    again.ask(["EE"])
    assert again.compare() == []
    assert again.apply() == 0


def test_what_is_held_back_stays_while_the_rest_is_applied(refresh: Refresh, owner: Connection) -> None:
    held_before = prime_ministers(owner, "KZ")
    refresh.ask(["EE", "KZ"])
    held_back = [one for one in refresh.compare() if one.problem]
    assert [(one.country, one.name, one.problem) for one in held_back] == [
        ("KZ", "Serik Omarov", "it would overlap Oljas Bektenov")]
    assert refresh.apply() == 4
    assert prime_ministers(owner, "KZ") == held_before
    assert prime_ministers(owner) == AFTER
    assert owner.execute("SELECT person_id, name FROM mart.offices WHERE country = 'KZ' AND office_class = "
                         "'foreign_minister' AND is_current").fetchall() == [("Q900000003", "Yermek Kosherbayev")]


def test_a_country_that_fails_is_asked_again_and_the_others_are_not(refresh: Refresh, service: Service) -> None:
    service.fails["EE"] = (400, b"no")
    with pytest.raises(RefreshError, match=r"1 of 2 countries.*EE: .*status 400"):
        refresh.ask(["EE", "KZ"])
    with pytest.raises(RefreshError, match="not answered about EE"):
        refresh.compare()
    service.fails.clear()
    assert refresh.ask(["EE", "KZ"]) == 1
    assert service.asked == ["EE", "KZ", "EE"]


@pytest.mark.parametrize("body", [
    b'{"head": {}, "results": {"bindings": [{"class"\njava.util.concurrent.TimeoutException', b"<html>", b"[]", b""])
def test_an_answer_that_is_cut_off_is_not_kept(
        refresh: Refresh, service: Service, register_as_shipped: Cleared, body: bytes) -> None:
    service.fails["EE"] = (200, body)
    with pytest.raises(RefreshError, match="the answer about EE"):
        refresh.ask(["EE"])
    with connect(register_as_shipped.loader) as conn:
        assert ledger.answers(conn, "november") == []


def test_a_refresh_goes_on_under_its_name_only_with_the_same_countries(refresh: Refresh, service: Service) -> None:
    refresh.ask(["EE"])
    with pytest.raises(RefreshError, match="asks about EE; give another name"):
        refresh.ask(["KZ"])
    with pytest.raises(RefreshError, match=r"XX: no state"):
        refresh.ask(["XX"])
    assert service.asked == ["EE"]


def test_too_many_changes_are_all_refused(refresh: Refresh, owner: Connection) -> None:
    owner.execute("UPDATE reference.tenure SET valid_to = now() WHERE valid_to IS NULL AND office_id IN "
                  "(SELECT office_id FROM reference.office WHERE country = 'EE')")
    before = versions(owner)
    refresh.ask(["EE"])
    assert len(refresh.compare()) == 10
    assert "10 changes to 0 tenures" in (refresh.refusal() or "")
    with pytest.raises(RefreshError, match="not applied: 10 changes"):
        refresh.apply()
    assert versions(owner) == before


def test_a_row_that_changed_since_the_comparison_is_left_alone(refresh: Refresh, owner: Connection) -> None:
    refresh.ask(["KZ"])
    refresh.compare()
    tenure_id, = owner.execute("SELECT tenure_id FROM reference.proposed_change WHERE name = 'Yermek Kosherbayev'"
                               ).fetchone() or ()
    owner.execute("UPDATE reference.tenure SET valid_to = now() WHERE tenure_id = %s", [tenure_id])
    assert refresh.apply() == 1
    assert owner.execute("SELECT problem FROM reference.proposed_change WHERE tenure_id = %s", [tenure_id]
                         ).fetchone() == ("the register has changed since they were compared; refresh again",)


def test_changes_that_contradict_the_register_leave_nothing_behind(refresh: Refresh, owner: Connection) -> None:
    refresh.ask(["EE"])
    refresh.compare()
    with owner.transaction():
        owner.execute("UPDATE reference.tenure SET end_date = %s WHERE valid_to IS NULL "
                      "AND person_id = 'Q1789192' AND role_class = 'head_of_government'", [MEANWHILE])
        owner.execute(
            "INSERT INTO reference.tenure (office_id, person_id, title, role_class, start_date, is_end_known, status, "
            "source, origin) SELECT office_id, 'Q57640', title, 'head_of_government', %s, true, "
            "'own-knowledge', 'a test', 'register' FROM reference.office "
            "WHERE country = 'EE' AND office_class = 'head_of_government'", [MEANWHILE])
    before = versions(owner)
    with pytest.raises(psycopg.errors.ExclusionViolation):
        refresh.apply()
    assert versions(owner) == before
    assert owner.execute("SELECT count(*) FROM reference.person WHERE person_id = 'Q900000001'").fetchone() == (0,)


def test_a_register_that_says_what_it_said_does_not_undo_a_refresh(refresh: Refresh, owner: Connection) -> None:
    refresh.ask(["EE"])
    refresh.compare()
    refresh.apply()
    before = versions(owner)
    assert reference.load(owner)["tenure"] == 0
    assert versions(owner) == before
    assert prime_ministers(owner) == AFTER


def newer_register(**michal: str | None) -> dict[str, list[register.Row]]:
    """The register, saying something else about Kristen Michal as head of government."""
    given = {name: list(register.table(name, FOLDER)) for name in register.TABLES}
    given["tenure"] = [
        (*row[:8], michal["end"], *row[9:13], michal["source"], row[14])
        if row[0] == "EE" and row[4] == "Q1789192" and row[2] == "head_of_government" else row
        for row in given["tenure"]]
    return given


def test_a_register_that_says_something_new_has_the_word_again(refresh: Refresh, owner: Connection) -> None:
    refresh.ask(["EE"])
    refresh.compare()
    refresh.apply()
    newer = newer_register(end="2026-11-01", source="a newer register")
    newer["person"].append(("Q900000001", "Anu Tamm", ["Ану Тамм"], "a newer register"))
    newer["tenure"].append((
        "EE", None, "head_of_government", None, "Q900000001", "Prime Minister", "head_of_government", "2026-11-01",
        None, True, None, None, "multi-source", "a newer register", None))
    reference.load(owner, newer)
    assert prime_ministers(owner) == [("Anu Tamm", "2026-11-01", None, "multi-source"),
                                      ("Kristen Michal", "2024-07-23", "2026-11-01", "multi-source")]
    assert owner.execute("SELECT count(*) FROM reference.tenure WHERE origin = 'wikidata' AND valid_to IS NULL"
                         ).fetchone() == (0,)
    assert owner.execute("SELECT origin, names FROM reference.person WHERE person_id = 'Q900000001'"
                         ).fetchone() == ("register", ["Ану Тамм"])


def test_a_register_that_does_not_know_the_new_holder_yet_waits(refresh: Refresh, owner: Connection) -> None:
    refresh.ask(["EE"])
    refresh.compare()
    refresh.apply()
    reference.load(owner, newer_register(end=None, source="a newer register"))
    assert prime_ministers(owner) == AFTER


def test_a_load_and_a_refresh_at_once_wait_for_each_other(
        refresh: Refresh, register_as_shipped: Cleared, owner: Connection) -> None:
    refresh.ask(["EE"])
    refresh.compare()
    with closing(connect(register_as_shipped.owner)) as second, ThreadPoolExecutor(3) as pool:
        done = [pool.submit(reference.load, owner), pool.submit(refresh.apply), pool.submit(reference.load, second)]
        assert [one.result() if isinstance(one.result(), int) else one.result()["tenure"] for one in done] == [0, 2, 0]
    assert prime_ministers(owner) == AFTER


def test_the_command_shows_the_changes_and_applies_them(
        service: Service, register_as_shipped: Cleared, owner: Connection, tmp_path: Path) -> None:
    environment = {"COMMUNIQUE_WIKIDATA_URL": service.url,
                   "AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE": register_as_shipped.loader,
                   "COMMUNIQUE_STATE_DIR": str(tmp_path)}
    shown = communique("reference", "refresh", "EE", **environment)
    assert shown.returncode == 0, shown.stderr
    assert "- EE head_of_government: Kristen Michal 2024-07-23 to 2026-11-02" in shown.stdout
    assert "2 changes, 0 of them held back" in shown.stdout
    assert prime_ministers(owner) == BEFORE
    done = communique("reference", "refresh", "--apply", "ee", **environment)
    assert done.stdout.splitlines()[-1] == "2 applied"
    assert service.asked == ["EE"]
    assert prime_ministers(owner) == AFTER
