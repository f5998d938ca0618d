"""The marts that count contacts, not articles: pairs, travel, summits, figures, promises, coverage, search."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
from communique.warehouse.connection import Connection

from tests.communique.warehouse.desk import Desk

HERALD, COURIER = "herald", "courier"
MINISTER = {"name": "Leila Nasser", "person_id": "Q2", "title": "Foreign Minister", "role_class": "foreign_minister",
            "country": "JO", "organization": None}
HOME = {"city": "Amman", "country": "JO", "venue": None, "geoname_id": 250441, "latitude": 31.95, "longitude": 35.93}


def visit(desk: Desk, number: int, day: str, **given: Any) -> Any:
    """President Berg with the host in Amman on `day`, reported that evening."""
    return desk.story(number, published_at=f"{day}T20:00:00+01:00", start_date=day, place=HOME,
                      parties=[{"capacity": "host"}, {"capacity": "guest"}], **given)


def stamps(conn: Connection, table: str) -> list[Any]:
    return conn.execute(f"SELECT xmin::text, t.* FROM {table} AS t ORDER BY 2, 3, 4".encode()).fetchall()


def test_a_pair_is_counted_once_an_event_whoever_reports_it(desk: Desk) -> None:
    desk.publish("b1", desk.story(1))
    desk.publish("b2", desk.story(2, COURIER, "2026-03-04T19:00:00+01:00"), visit(desk, 3, "2026-03-20"))
    [met] = desk.rows("meeting_pairs")
    assert (met["month"], met["one_country"], met["other_country_name"], met["event_type"], met["level"], met["status"],
            met["event_count"], len(met["event_ids"])) == (
        date(2026, 3, 1), "JO", "Norway", "bilateral_meeting", "heads", "held", 2, 2)
    [edge] = desk.rows("person_pairs")
    assert (edge["one_person"], edge["other_person"], edge["other_name"], edge["event_count"]) == (
        "Omar Haddad", "Q1", "Anna Berg", 2)


def test_pairs_follow_what_becomes_of_an_event(desk: Desk) -> None:
    desk.publish("b1", desk.story(1, status="planned", start_date="2026-04-02", parties=[MINISTER]))
    [planned] = desk.rows("meeting_pairs")
    assert (planned["month"], planned["level"], planned["status"]) == (date(2026, 4, 1), "ministers", "planned")
    desk.publish("b2", desk.story(2, COURIER, "2026-03-20T09:00:00+01:00", status="postponed", start_date="2026-05-02",
                                  parties=[MINISTER]))
    stand = {row["event_id"] for row in desk.rows("events")}
    pairs = desk.rows("meeting_pairs")
    assert {event_id for row in pairs for event_id in row["event_ids"]} == stand
    assert [row["month"] for row in pairs] == [
        date(row["start_day_earliest"].year, row["start_day_earliest"].month, 1) for row in desk.rows("events")]
    days = desk.conn.execute("SELECT k.start_day_earliest, e.start_day_earliest FROM core.country_pair AS k "
                             "JOIN core.event AS e USING (event_id)").fetchall()
    assert all(one == other for one, other in days)


def test_a_second_publication_changes_no_pair(desk: Desk, conn: Connection) -> None:
    from communique.warehouse.events import resolve_all

    desk.publish("b1", desk.story(1), desk.story(2, COURIER), visit(desk, 3, "2026-03-20"))
    before = stamps(conn, "core.country_pair"), stamps(conn, "core.person_pair")
    assert len(before[0]) == 2
    resolve_all(conn, again=True)
    assert (stamps(conn, "core.country_pair"), stamps(conn, "core.person_pair")) == before


def test_a_pair_that_met_in_no_event_any_more_is_gone(desk: Desk, conn: Connection) -> None:
    desk.publish("b1", desk.story(1))
    desk.publish("b2", desk.story(1, text=None, version="test-2", parties=[{"country": "SE"}]), version="test-2")
    assert [(row["one_country"], row["other_country"]) for row in desk.rows("meeting_pairs")] == [("NO", "SE")]


def test_days_that_touch_are_one_trip(desk: Desk) -> None:
    desk.publish("b1", visit(desk, 1, "2026-03-04"),
                 visit(desk, 2, "2026-03-05", type="visit", visit_kind="state"),
                 visit(desk, 3, "2026-03-09"), visit(desk, 4, "2026-03-25", type="visit", status="cancelled"))
    trips = [row for row in desk.rows("leader_trips", "arrival_day") if row["person"] == "Q1"]
    assert [(row["country"], row["arrival_day"], row["last_day"], row["days_abroad"], row["visit_kind"],
             row["event_count"]) for row in trips] == [
        ("JO", date(2026, 3, 4), date(2026, 3, 5), 2, "state", 2),
        ("JO", date(2026, 3, 9), date(2026, 3, 9), 1, None, 1)]
    travel = [row for row in desk.rows("leader_travel", "start_day_earliest") if row["person"] == "Q1"]
    assert [row["status"] for row in travel] == ["held", "held", "held", "cancelled"]
    assert {tuple(row["hosted_by"]) for row in travel} == {("Omar Haddad",)}


def test_who_stays_at_home_or_calls_does_not_travel(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, type="phone_call", place=None, start_date="2026-03-10",
                                                 published_at="2026-03-10T20:00:00+01:00"))
    assert [(row["name"], row["country"]) for row in desk.rows("leader_travel")] == [("Omar Haddad", "NO")]


def test_members_that_nobody_names_are_absent(desk: Desk, newsroom: Any) -> None:
    article, [record] = desk.story(
        1, type="summit", name="summit of the Organization of Turkic States", start_date="2026-03-04",
        place={**HOME, "city": "Baku", "country": "AZ"})
    guest = record["participants"][0]
    record["participants"] = [
        {**guest, "name": f"Leader of {country}", "country": country, "role_class": "head_of_state",
         "capacity": "participant"} for country in ("AZ", "KZ", "TR", "UZ", "HU")]
    desk.publish("b1", (article, [record]))
    [summit] = desk.rows("summits")
    assert (summit["organization"], summit["absent_countries"], summit["guest_countries"]) == ("OTS", ["KG"], ["HU"])
    came = {row["country"]: (row["is_member"], row["is_attending"], row["represented_by"]) for row in
            desk.rows("summit_attendance")}
    assert came["KG"] == (True, False, None)
    assert came["HU"] == (False, True, "Leader of HU")
    assert came["KZ"] == (True, True, "Leader of KZ")


def test_a_figure_that_several_repeat_is_one_row_and_a_reprint_no_witness(desk: Desk, newsroom: Any) -> None:
    own = newsroom.text + "\n" + " ".join(f"word{n}" for n in range(200))
    other = newsroom.text + "\n" + " ".join(f"other{n}" for n in range(200))
    desk.publish("b1", desk.story(1), desk.story(2, COURIER, figures=[{"parties": ["NO", "JO"]}], text=own),
                 desk.story(3, "reprinter", "2026-03-04T20:00:00+01:00", text=own + " indeed"),
                 desk.story(4, "gazette", figures=[{"value": 3e9}], text=other))
    figures = [(row["one_party"], row["other_party"], float(row["value"]), row["sources"], row["source_count"],
                row["period_first_day"], row["period_last_day"]) for row in desk.rows("pair_figures", "value")]
    year = (date(2025, 1, 1), date(2025, 12, 31))
    assert figures == [("JO", "NO", 2.5e9, ["courier", "herald"], 2, *year), ("JO", "NO", 3e9, ["gazette"], 1, *year)]


def promised(desk: Desk, number: int = 1, source: str = HERALD, due: str | None = "2026-Q2") -> Any:
    article, [record] = desk.story(number, source)
    record["outcomes"][0]["due_date"] = due
    return article, [record]


@pytest.mark.parametrize(("day", "changed", "kept"), [
    ("2026-05-02", {}, (date(2026, 5, 2), True)),
    ("2026-09-02", {}, (date(2026, 9, 2), False)),
    ("2026-03-20", {}, (None, None)),  # before the quarter that it was for
    ("2026-05-02", {"status": "planned"}, (None, None)),
    ("2026-05-02", {"type": "phone_call", "place": None}, (None, None)),
    ("2026-05-02", {"place": {**HOME, "city": "Tunis", "country": "TN"}}, (None, None)),
])
def test_an_invitation_is_kept_by_a_later_contact(
        desk: Desk, day: str, changed: dict[str, Any], kept: tuple[Any, Any]) -> None:
    desk.publish("b1", promised(desk), promised(desk, 2, COURIER))
    article, records = desk.story(3, published_at=f"{day}T20:00:00+01:00", **(
        {"start_date": day, "place": HOME} | changed))
    records[0]["outcomes"] = []
    desk.publish("b2", (article, records))
    [row] = desk.rows("commitments")
    assert (row["commitment_type"], row["made_day"], row["due_day_earliest"], row["due_day_latest"],
            row["source_count"], row["is_checkable"]) == (
        "invitation", date(2026, 3, 4), date(2026, 4, 1), date(2026, 6, 30), 2, True)
    assert (row["kept_day"], row["is_in_time"]) == kept


def test_strangers_of_the_same_states_keep_no_promise(desk: Desk) -> None:
    desk.publish("b1", promised(desk))
    article, records = desk.story(
        2, published_at="2026-05-02T20:00:00+01:00", start_date="2026-05-02", place=HOME,
        parties=[MINISTER, {"name": "Per Dahl", "person_id": "Q3", "role_class": "minister"}])
    records[0]["outcomes"] = []
    desk.publish("b2", (article, records))
    assert [row["kept_day"] for row in desk.rows("commitments")] == [None]


def test_a_promise_to_meet_again_is_not_two(desk: Desk) -> None:
    article, [record] = promised(desk)
    again = record["outcomes"][0] | {"type": "next_meeting"}
    record["outcomes"] = [again | {"type": "commitment"}, again, again | {"type": "decision"}]
    desk.publish("b1", (article, [record]))
    assert [row["commitment_type"] for row in desk.rows("commitments")] == ["next_meeting"]


def test_the_calendar_tells_what_was_known_on_a_day(desk: Desk, conn: Connection) -> None:
    def calendar(day: str, days: int = 56) -> list[tuple[Any, ...]]:
        return conn.execute("SELECT status, start_date, announced_on FROM mart.planned_calendar_on(%s, days => %s)",
                            [day, days]).fetchall()

    ahead = {"start_date": "2026-03-24", "place": HOME, "type": "visit"}
    desk.publish("b1", desk.story(1, published_at="2026-03-02T10:00:00+01:00", status="planned", **ahead))
    desk.publish("b2", desk.story(2, COURIER, "2026-03-12T10:00:00+01:00", status="cancelled", **ahead))
    told = [("planned", "2026-03-24", date(2026, 3, 2))]
    assert calendar("2026-03-01") == []
    assert calendar("2026-03-02") == told
    assert calendar("2026-03-11") == told
    assert calendar("2026-03-02", days=21) == []
    assert calendar("2026-03-12") == []
    assert len(desk.rows("events")) == 1


def test_a_month_counts_as_ahead_while_a_day_of_it_is(desk: Desk, conn: Connection) -> None:
    desk.publish("b1", desk.story(1, published_at="2026-03-02T10:00:00+01:00", status="planned", start_date="2026-05",
                                  date_precision="month"))
    found = {day: len(conn.execute("SELECT FROM mart.planned_calendar_on(%s, days => 30)", [day]).fetchall())
             for day in ("2026-03-15", "2026-04-01", "2026-05-31", "2026-06-01")}
    assert found == {"2026-03-15": 0, "2026-04-01": 1, "2026-05-31": 1, "2026-06-01": 0}


def test_coverage_says_who_was_first_and_how_late_the_others_were(desk: Desk) -> None:
    desk.publish("b1", desk.story(1), desk.story(2, COURIER, "2026-03-04T18:45:00+01:00"),
                 desk.story(3, COURIER, "2026-03-04T19:00:00+01:00"))
    rows = [(row["source"], row["delay_minutes"], row["is_first"], row["report_count"], row["source_count"])
            for row in desk.rows("media_coverage", "source")]
    assert rows == [("courier", 45, False, 2, 2), ("herald", 0, True, 1, 2)]


@pytest.mark.parametrize(("query", "found"), [
    ("pages", True), ("opened page", True), ("opened door", False), ("page open", True), ('"new page"', True),
    ('"page new"', False), ("page -today", False), ("bridge or page", True), ("", False),
    ("'; DROP TABLE core.event; --", False),
])
def test_statements_are_found_by_their_words(desk: Desk, conn: Connection, query: str, found: bool) -> None:
    desk.publish("b1", desk.story(1))
    rows = conn.execute("SELECT speaker, words FROM mart.search_statements(%s)", [query]).fetchall()
    assert rows == ([("Anna Berg", "We open a new page today")] if found else [])


def test_russian_words_are_found_in_any_case(desk: Desk, conn: Connection) -> None:
    article, [record] = desk.story(1)
    record["statements"][0]["text"] = "Мы построим новую железную дорогу"
    desk.publish("b1", (article, [record]))
    assert len(conn.execute("SELECT FROM mart.search_statements('железные дороги')").fetchall()) == 1


def test_a_speaker_has_the_office_of_that_day(desk: Desk) -> None:
    stories = []
    for number, day in enumerate(("2005-03-05", "2026-03-05", "1960-03-05"), start=1):
        article, [record] = desk.story(number, published_at=f"{day}T10:00:00+05:00", start_date=day)
        record["statements"] = [record["statements"][0] | {"speaker": "Kassym-Jomart Tokayev", "person_id": "Q200881"}]
        stories.append((article, copy.deepcopy([record])))
    desk.publish("b1", *stories)
    offices = [(row["article_published_on"].year, row["office_class"], row["office_country"])
               for row in desk.rows("statements", "article_published_on")]
    assert offices == [(1960, None, None), (2005, "foreign_minister", "KZ"), (2026, "head_of_state", "KZ")]
