"""What an answer changes in the register, and what is held back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from communique.reference.diff import ALWAYS_ALLOWED, Change, Known, compare, refusal
from communique.reference.wikidata import Holder

TODAY = date(2026, 11, 24)


def known(number: int, person: str, start: str, end: str | None, **given: Any) -> Known:
    return Known(**{
        "tenure_id": number, "country": "EE", "office_class": "head_of_government", "office_title": "Prime Minister",
        "is_shared": False, "person_id": person, "name": f"Name {person}", "names": [], "start_date": start,
        "end_date": end, "is_end_known": True, "status": "wikidata-only", "overlap": None} | given)


def holder(person: str, start: str, end: str | None = None, name: str | None = "", known: bool = True) -> Holder:
    return Holder("head_of_government", person, f"Name {person}" if name == "" else name, "Prime Minister of Estonia",
                  start, end, known)


def told(*changes: Change) -> list[tuple[str, str, str, str | None, str | None]]:
    return [(one.kind, one.person_id, one.start, one.end, one.problem) for one in changes]


REGISTER = [known(1, "Q1", "2014-03-26", "2016-11-23"), known(2, "Q2", "2016-11-23", None)]


def test_what_agrees_changes_nothing() -> None:
    assert compare("EE", REGISTER, [holder("Q1", "2014-03-26", "2016-11-23"), holder("Q2", "2016-11-23")], TODAY) == []


@pytest.mark.parametrize("answer", [
    holder("Q1", "2014", "2016"),  # vaguer
    holder("Q1", "2014-03-30", "2016-11-20"),  # some days of difference
    holder("Q1", "2014-03-26"),  # no end
    holder("Q2", "2016-11-23", known=False),
    holder("Q2", "2018-05-01"),  # a term within
])
def test_what_is_no_news(answer: Holder) -> None:
    found = [answer, holder("Q2", "2016-11-23")] if answer.person_id == "Q2" else [answer]
    assert compare("EE", REGISTER, found, TODAY) == []


def test_who_is_missing_there_stays() -> None:
    assert compare("EE", REGISTER, [], TODAY) == []


def test_a_change_of_government_is_an_end_and_a_beginning() -> None:
    found = compare("EE", REGISTER, [holder("Q2", "2016-11-23", "2026-11-02"), holder("Q3", "2026-11-02")], TODAY)
    assert told(*found) == [
        ("ended", "Q2", "2016-11-23", "2026-11-02", None), ("added", "Q3", "2026-11-02", None, None)]
    assert found[0].old == REGISTER[1]
    assert found[1].title == "Prime Minister"
    assert str(found[0]) == ("- EE head_of_government: Name Q2 2016-11-23 to 2026-11-02, "
                             "was Name Q2 2016-11-23 to now")


def test_an_office_is_changed_whole_or_not_at_all() -> None:
    found = compare("EE", REGISTER, [holder("Q3", "2026-11-02"), holder("Q1", "2013-01-05", "2016-11-23")], TODAY)
    assert told(*found) == [("added", "Q3", "2026-11-02", None, "it would overlap Name Q2"),
                            ("changed", "Q1", "2013-01-05", "2016-11-23", "waits for the other changes of this office")]


@pytest.mark.parametrize(("answer", "problem"), [
    (holder("Q3", "2027-03-01"), "ahead"), (holder("Q2", "2016-11-23", "2027-01-01"), "ahead"),
    (holder("Q3", "2014-01-01", "2013-01-01"), "end before it begins"),
    (holder("Q3", "1900-01-01", "2001-01-01"), "more than 72 years"),
    (holder("Q3", "2010-01-01", "2011-01-01", name=None), "no English name"),
    (holder("Q3", "2015-01-01", "2015-06-01"), "would overlap Name Q1"),
])
def test_what_cannot_be_is_held_back(answer: Holder, problem: str) -> None:
    found, = compare("EE", REGISTER, [answer], TODAY)
    assert problem in (found.problem or "")


def test_a_handover_on_one_day_or_within_a_year_named_twice_is_no_overlap() -> None:
    register = [known(1, "Q1", "2010", "2014")]
    found = compare("EE", register, [holder("Q2", "2014", "2016-01-02"), holder("Q3", "2016-01-02")], TODAY)
    assert [one.problem for one in found] == [None, None]


def test_what_is_marked_may_overlap() -> None:
    register = [known(1, "Q1", "2014-03-26", None, overlap="disputed")]
    assert [one.problem for one in compare("EE", register, [holder("Q2", "2016-01-01")], TODAY)] == [None]
    shared = [known(1, "Q1", "2014-03-26", None, is_shared=True)]
    assert [one.problem for one in compare("EE", shared, [holder("Q2", "2016-01-01")], TODAY)] == [None]


def test_other_dates_do_not_win_over_several_sources() -> None:
    register = [known(1, "Q1", "2014-03-26", "2016-11-23", status="multi-source")]
    found, = compare("EE", register, [holder("Q1", "2014-03-26", "2018-01-01")], TODAY)
    assert (found.kind, found.problem) == ("changed", "several sources give the register's dates")


def test_an_end_that_the_register_does_not_know_is_filled_in() -> None:
    register = [known(1, "Q1", "2004-03-26", None, is_end_known=False, status="end-unknown")]
    found = compare("EE", register, [holder("Q1", "2004-03-26", "2008-01-01")], TODAY)
    assert told(*found) == [("changed", "Q1", "2004-03-26", "2008-01-01", None)]
    assert found[0].is_end_known


def test_who_is_known_by_name_only_gets_an_id() -> None:
    register = [known(1, "n-0123456789abcdef", "2025-09-26", None, name="Yermek Kosherbayev",
                      names=["Ермек Көшербаев"])]
    answer = holder("Q5", "2025-09-26", name="Ermek Kosherbayev")
    assert told(*compare("EE", register, [answer], TODAY)) == [("changed", "Q5", "2025-09-26", None, None)]


def test_another_tenure_of_a_known_person_is_new() -> None:
    found = compare("EE", REGISTER, [holder("Q1", "2005-01-01", "2007-01-01")], TODAY)
    assert told(*found) == [("added", "Q1", "2005-01-01", "2007-01-01", None)]


def test_an_office_that_the_register_lacks_begins_with_its_first_holder() -> None:
    found, = compare("EE", [], [holder("Q1", "2005-01-01")], TODAY)
    assert (found.kind, found.title) == ("added", "Prime Minister of Estonia")


def test_too_many_changes_are_refused() -> None:
    many = compare("EE", [], [holder(f"Q{n}", f"{1999 + n}-01-01", f"{2000 + n}-01-01") for n in range(1, 21)], TODAY)
    assert len(many) == 20
    assert refusal(many[:ALWAYS_ALLOWED], 0) is None
    assert refusal(many, 200) is None
    assert "20 changes to 199 tenures are more than 10%" in (refusal(many, 199) or "")
