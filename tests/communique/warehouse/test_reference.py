"""The register in the warehouse: loaded whole, changed by closing and opening rows, and held to its constraints."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import psycopg
import pytest
from communique import settings
from communique.reference import register
from communique.warehouse import reference
from communique.warehouse.connection import Connection, connect

from extractors import codes
from extractors.lexicon import tables
from extractors.lexicon.offices import Tenure, offices, role_of
from extractors.record import EventType, Status
from tests.communique.newsroom import Cleared
from tests.conftest import Warehouse

FOLDER = settings.PROJECT / "sql" / "reference"
VERSIONED = (*register.TABLES, "former")


@pytest.fixture
def owner(warehouse: Warehouse) -> Iterator[Connection]:
    """The owner's connection to a warehouse of the test's own."""
    with closing(connect(warehouse.owner)) as connection:
        yield connection


@pytest.fixture(scope="module")
def template(shared: Cleared) -> Iterator[Connection]:
    """The owner's connection to a warehouse that this module's tests leave as it is."""
    with closing(connect(shared.owner)) as connection:
        yield connection


@pytest.fixture
def undone(template: Connection) -> Iterator[Connection]:
    """The same connection, in a transaction that is undone."""
    with template.transaction(force_rollback=True):
        yield template


def shipped() -> dict[str, list[register.Row]]:
    """The register's tables, for a test to change."""
    return {name: list(rows) for name, rows in _shipped().items()}


@cache
def _shipped() -> dict[str, list[register.Row]]:
    return {name: register.table(name, FOLDER) for name in register.TABLES}


def versions(conn: Connection) -> dict[str, dict[str, str]]:
    """Of every row of the reference tables, the transaction that wrote it."""
    return {name: dict(conn.execute(psycopg.sql.SQL("SELECT ctid::text, xmin::text FROM reference.{}").format(
        psycopg.sql.Identifier(name))).fetchall()) for name in VERSIONED}


class TestWhatIsLoaded:
    """What the migration has loaded, which nothing changes here."""

    def test_every_row_of_the_register_is_there(self, template: Connection) -> None:
        for name, rows in shipped().items():
            count = template.execute(psycopg.sql.SQL("SELECT count(*) FROM reference.{} WHERE valid_to IS NULL").format(
                psycopg.sql.Identifier(name))).fetchone()
            assert count == (len(rows),), name

    def test_every_tenure_has_its_source_status_and_dates(self, template: Connection) -> None:
        held = template.execute(
            "SELECT coalesce(country, organization), office_class, title, person_id, start_date, "
            "coalesce(end_date, ''), source, status, role_class FROM mart.offices").fetchall()
        given = [(row["holder_of"], row["office_class"], row["office_title"], register.person_id(row), row["start"],
                  row["end"], row["source"], row["status"], role_of(row["office_class"], row["office_title"]))
                 for row in tables.rows("offices")]
        assert sorted(held) == sorted(given)

    def test_the_person_ids_that_the_reader_gives_join_the_persons(self, template: Connection) -> None:
        held = dict(template.execute("SELECT person_id, name FROM reference.person").fetchall())
        given = {one.wikidata_id: one.name for one in offices().persons if one.wikidata_id}
        assert len(given) > 4000
        assert {key: held.get(key) for key in given} == given

    @pytest.mark.parametrize("day", ["1999-12-31", "2001-01-01", "2004-07-15", "2009-02-28", "2014-12-31", "2020-01-01",
                                     "2024-07-03", "2026-11-24"])
    def test_who_held_an_office_on_a_day_is_who_the_reader_takes_for_it(self, template: Connection, day: str) -> None:
        held = template.execute(
            "SELECT person_id, start_date, coalesce(end_date, ''), title FROM mart.offices WHERE held_during @> %s",
            [date.fromisoformat(day)]).fetchall()
        given = [(register.person_id(row), row["start"], row["end"], row["office_title"])
                 for row in tables.rows("offices")
                 if Tenure("", "", "", row["start"], row["end"], row["status"]).covers(day)]
        assert sorted(held) == sorted(given)

    def test_one_sits_on_each_seat_unless_it_is_marked(self, template: Connection) -> None:
        several = template.execute(
            "SELECT country, office_class, count(*) FROM mart.offices WHERE is_current AND overlap IS NULL "
            "GROUP BY office_id, country, office_class HAVING count(*) > 1").fetchall()
        assert several == []
        assert template.execute("SELECT name FROM mart.offices WHERE country = 'KZ' AND is_current "
                                "AND office_class = 'head_of_state'").fetchall() == [("Kassym-Jomart Tokayev",)]

    def test_the_note_counts_the_overlaps_as_they_are(self, template: Connection) -> None:
        counts = template.execute(
            "SELECT overlap, overlap_reason IS NOT NULL, count(*)::int FROM mart.offices WHERE overlap IS NOT NULL "
            "GROUP BY 1, 2").fetchall()
        note = (settings.PROJECT / "docs" / "reference-data.md").read_text(encoding="utf-8")
        written = [(mark, int(count.replace(",", "")))
                   for mark, count in re.findall(r"^\| (shared|acting|disputed) \| ([\d,]+) \|", note, re.MULTILINE)]
        assert sorted(written) == sorted((mark, count) for mark, _, count in counts)
        total, of_offices = template.execute("SELECT count(*)::int, count(DISTINCT office_id)::int FROM mart.offices"
                                             ).fetchone() or ()
        assert f"Of {total:,} tenures of {of_offices} offices" in note

    @pytest.mark.parametrize(("organization", "day", "others"), [
        ("SCO", "2016-01-01", {"CN", "KG", "KZ", "RU", "TJ", "UZ"}),
        ("SCO", "2025-01-01", {"CN", "KG", "KZ", "RU", "TJ", "UZ", "IN", "PK", "IR", "BY"}),
        ("EAEU", "2015-01-01", {"BY", "KZ", "RU"}), ("C5", "2024-01-01", {"KG", "KZ", "TJ", "TM", "UZ"}),
        ("UNSC", "2017-06-01", {"CN", "FR", "GB", "RU", "US", "BO", "ET", "KZ", "SE", "IT"}),
    ])
    def test_members_on_a_day(self, template: Connection, organization: str, day: str, others: set[str]) -> None:
        found = template.execute("SELECT country FROM mart.organization_members WHERE organization = %s "
                                 "AND member_during @> %s", [organization, date.fromisoformat(day)]).fetchall()
        assert {row[0] for row in found} == others

    def test_an_organization_may_be_a_member_and_is_not_a_state_of_its_letters(self, template: Connection) -> None:
        found = template.execute("SELECT country, member_organization, member_name, start_date "
                                 "FROM mart.organization_members WHERE organization = 'G20' "
                                 "AND 'AU' IN (country, member_organization) ORDER BY 1").fetchall()
        assert found == [("AU", None, "Australia", None), (None, "AU", "African Union", "2023-09-09")]

    def test_the_security_council_has_fifteen_members(self, template: Connection) -> None:
        for year in range(2019, 2028):
            assert template.execute(
                "SELECT count(*) FROM mart.organization_members WHERE organization = 'UNSC' AND member_during @> %s",
                [date(year, 6, 1)]).fetchone() == ((15,) if year < 2027 else (10,)), year

    def test_places_venues_and_editions_hang_together(self, template: Connection) -> None:
        assert template.execute(
            "SELECT p.name, p.geoname_id, p.is_capital FROM reference.venue AS v JOIN reference.place AS p "
            "USING (place_id) WHERE v.name = 'Casa Rosada'").fetchone() == ("Buenos Aires", 3435910, True)
        assert template.execute(
            "SELECT e.year, p.name, e.country FROM reference.event_edition AS e JOIN reference.recurring_event AS r "
            "USING (recurring_event_id) JOIN reference.place AS p USING (place_id) "
            "WHERE r.abbreviation = 'SCO CHS' AND e.year = 2024").fetchall() == [(2024, "Astana", "KZ")]
        assert template.execute("SELECT count(*) FROM reference.venue AS v JOIN reference.place AS p USING (place_id) "
                                "WHERE v.country <> p.country").fetchone() == (0,)


class TestCodes:
    """CAMEO and PLOVER: one truth in the extractor, the table and the document."""

    def test_the_table_is_the_mapping_by_which_records_get_their_codes(self, template: Connection) -> None:
        held = template.execute("SELECT event_type, status, cameo_code, plover_code, cameo_name FROM mart.event_codes"
                                ).fetchall()
        given = []
        for event_type in get_args(EventType):
            for status in get_args(Status):
                code = codes.codes(event_type, status)
                given.append((event_type, status, code["cameo"], code["plover"], codes.CAMEO_NAMES[code["cameo"]]))
        assert sorted(held) == sorted(given)

    def test_the_document_says_the_same(self, template: Connection) -> None:
        text = (settings.PROJECT / "docs" / "codes.md").read_text(encoding="utf-8")
        lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
        statuses = [cell.split(", ") for cell in lines[0][1:]]
        assert sorted(status for cell in statuses for status in cell) == sorted(get_args(Status))
        written = {(line[0], status, *cell.split()) for line in lines if line[0] in get_args(EventType)
                   for cell, named in zip(line[1:], statuses, strict=True) for status in named}
        held = template.execute("SELECT event_type, status, cameo_code, plover_code FROM mart.event_codes").fetchall()
        assert written == set(held)
        names = {line[0]: line[1] for line in lines if re.fullmatch(r"\d{3}", line[0])}
        assert names == codes.CAMEO_NAMES


def test_the_same_register_twice_changes_no_row(undone: Connection) -> None:
    before = versions(undone)
    assert set(reference.load(undone).values()) == {0}
    assert versions(undone) == before


def test_a_newer_register_closes_and_opens_only_what_it_changes(owner: Connection) -> None:
    before = versions(owner)
    newer = shipped()
    tokayev = next(n for n, row in enumerate(newer["tenure"]) if row[0] == "KZ" and row[2] == "head_of_state"
                   and row[8] is None)
    newer["tenure"][tokayev] = (*newer["tenure"][tokayev][:-1], "a remark")
    gone = newer["membership"].pop(0)
    newer["organization"] = [
        (row[0], "Renamed", *row[2:]) if row[0] == "CICA" else row for row in newer["organization"]]
    newer["venue"] = [row for row in newer["venue"] if row[0] != "Casa Rosada"]

    assert reference.load(owner, newer) == dict.fromkeys(register.TABLES, 0) | {
        "tenure": 2, "membership": 1, "organization": 1, "venue": 1}

    assert owner.execute(
        "SELECT note, valid_to IS NULL, valid_to = max(valid_from) OVER () FROM reference.tenure "
        "WHERE person_id = 'Q200881' AND role_class = 'head_of_state' ORDER BY valid_from").fetchall() == [
            (None, False, True), ("a remark", True, None)]
    assert owner.execute("SELECT note FROM mart.offices WHERE person_id = 'Q200881' AND is_current").fetchall() == [
        ("a remark",)]
    assert owner.execute("SELECT count(*) FROM mart.organization_members WHERE organization = %s AND country = %s",
                         gone[:2]).fetchone() == (0,)
    assert owner.execute(
        "SELECT o.name, f.contents ->> 'name', f.valid_to = o.valid_from FROM reference.organization AS o "
        "JOIN reference.former AS f ON f.relation = 'organization' AND f.row_id = o.organization").fetchall() == [
            ("Renamed", "Conference on Interaction and Confidence-Building Measures in Asia", True)]
    assert owner.execute("SELECT valid_to IS NOT NULL FROM reference.venue WHERE name = 'Casa Rosada'").fetchone() == (
        True,)
    after = versions(owner)
    assert {name: sum(after[name].get(row) != version for row, version in before[name].items()) for name in before} == (
        dict.fromkeys(VERSIONED, 0) | {"tenure": 1, "membership": 1, "organization": 1, "venue": 1})

    reference.load(owner)
    assert owner.execute("SELECT count(*) FROM reference.tenure WHERE person_id = 'Q200881' "
                         "AND role_class = 'head_of_state'").fetchone() == (3,)
    assert owner.execute("SELECT count(*) FROM reference.former").fetchone() == (3,)
    assert owner.execute("SELECT valid_to FROM reference.venue WHERE name = 'Casa Rosada'").fetchone() == (None,)


def test_a_load_that_fails_leaves_everything(undone: Connection) -> None:
    before = versions(undone)
    broken = shipped()
    broken["organization"][0] = (*broken["organization"][0][:1], "Renamed", *broken["organization"][0][2:])
    broken["event_type_code"][0] = ("summit", "held", "not a code", "x", "CONSULT", "a test")
    with pytest.raises(psycopg.errors.CheckViolation):
        reference.load(undone, broken)
    assert versions(undone) == before


def test_holders_who_overlap_are_named(undone: Connection) -> None:
    wrong = shipped()
    wrong["tenure"].append(("KZ", None, "head_of_state", None, "Q57394", "President", "head_of_state", "2022-01-05",
                            None, True, None, None, "unverified", "a test", None))
    with pytest.raises(reference.RegisterOverlap, match=(
            r"1 pairs.*KZ head_of_state: Kassym-Jomart Tokayev \(2019-03-20 to now\) and Nursultan Nazarbayev "
            r"\(2022-01-05 to now\).*overlap\.csv")):
        reference.load(undone, wrong)
    wrong["tenure"][-1] = (*wrong["tenure"][-1][:10], "disputed", "with Kassym-Jomart Tokayev: a test",
                           *wrong["tenure"][-1][12:])
    assert reference.load(undone, wrong)["tenure"] == 1


def test_an_empty_table_does_not_close_everything(undone: Connection) -> None:
    with pytest.raises(register.RegisterError, match="person is empty"):
        reference.load(undone, shipped() | {"person": []})


ENTER = """
INSERT INTO reference.tenure (office_id, person_id, title, role_class, start_date, end_date, is_end_known, overlap,
    status, source, origin)
SELECT office_id, %s, title, 'head_of_state', %s, %s, true, %s, 'own-knowledge', 'a test', 'register'
FROM reference.office WHERE country = %s AND office_class = 'head_of_state'
"""


@pytest.mark.parametrize(("entered", "refused"), [
    (("Q57394", "2020-01-01", "2020-02-01", None, "KZ"), "tenure_one_holder"),
    (("Q57394", "2019-03-19", "2019-03-21", None, "KZ"), "tenure_one_holder"),
    (("Q57394", "2020-01-01", "2020-02-01", "disputed", "KZ"), None),
    (("Q57394", "1991-01-01", "1991-12-16", None, "KZ"), None),  # on the day of the handover
    (("Q57394", "1990", "1991", None, "KZ"), None),  # within the year of it
    (("Q200881", "2019-03", "2019-03", "disputed", "KZ"), "tenure_begins_once"),
    (("Q57394", "2020-01-01", "2021-01-01", "shared", "SM"), None),
])
def test_what_the_constraints_on_tenures_say(
        undone: Connection, entered: tuple[Any, ...], refused: str | None) -> None:
    if refused is None:
        assert undone.execute(ENTER, entered).rowcount == 1
    else:
        with pytest.raises(psycopg.errors.ExclusionViolation, match=refused):
            undone.execute(ENTER, entered)


@pytest.mark.parametrize(("statement", "error"), [
    ("UPDATE reference.tenure SET end_date = '1999' WHERE person_id = 'Q200881' AND end_date IS NULL",
     psycopg.errors.DataException),
    ("UPDATE reference.tenure SET start_date = '2019-02-30' WHERE person_id = 'Q200881'",
     psycopg.errors.CheckViolation),
    ("INSERT INTO reference.membership (organization, country, start_date, status, source) "
     "VALUES ('SCO', 'KZ', '2010', 'x', 'x')", psycopg.errors.ExclusionViolation),
    ("INSERT INTO reference.membership (organization, country, member_organization, status, source) "
     "VALUES ('SCO', 'FR', 'EU', 'x', 'x')", psycopg.errors.CheckViolation),
    ("INSERT INTO reference.person (person_id, name, origin, source) VALUES ('Tokayev', 'x', 'register', 'x')",
     psycopg.errors.CheckViolation),
    ("DELETE FROM reference.person WHERE person_id = 'Q200881'", psycopg.errors.ForeignKeyViolation),
    ("INSERT INTO reference.event_edition (recurring_event_id, year, ordinal, start_date, is_virtual, status, source) "
     "SELECT recurring_event_id, 2024, 1, '2024', false, 'x', 'x' FROM reference.recurring_event "
     "WHERE abbreviation = 'SCO CHS'", psycopg.errors.ExclusionViolation),
])
def test_what_cannot_be_is_refused(undone: Connection, statement: Any, error: type[psycopg.Error]) -> None:
    with pytest.raises(error):
        undone.execute(statement)


def test_the_loader_may_refresh_tenures_and_nothing_else(warehouse: Warehouse) -> None:
    with connect(warehouse.loader) as conn:
        assert conn.execute("UPDATE reference.tenure SET note = 'x' WHERE person_id = 'Q200881'").rowcount > 0
        for statement in ("UPDATE reference.organization SET name = 'x'", "DELETE FROM reference.tenure",
                          "UPDATE reference.membership SET note = 'x'", "UPDATE reference.former SET contents = '{}'",
                          "DELETE FROM reference.refresh_answer"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                conn.execute(statement)
    with connect(warehouse.analyst) as conn:
        assert conn.execute("SELECT count(*) > 0 FROM mart.offices WHERE is_current").fetchone() == (True,)


def test_a_mark_on_a_row_that_is_not_there_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "reference"
    shutil.copytree(FOLDER, folder)
    with (folder / "overlap.csv").open("a", encoding="utf-8") as file:
        file.write("KZ,head_of_state,Nobody,2001,disputed,a test\n")
    with pytest.raises(register.RegisterError, match=r"overlap\.csv: no row of offices\.csv has KZ, head_of_state, No"):
        register.table("tenure", folder)
