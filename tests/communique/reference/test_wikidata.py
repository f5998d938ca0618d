"""The query about a state, and what is read out of the service's answer."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from communique.reference import wikidata
from communique.reference.wikidata import AnswerError, Holder
from communique.settings import Settings

from tests.communique.reference.conftest import recorded


def terms(*dates: tuple[str, str | None], name: str | None = "Anu Tamm", unknown: bool = False) -> list[Holder]:
    """The holders read from an answer with one person's terms of one office."""
    rows = []
    for start, end in dates:
        row = {"class": {"value": "head_of_state"}, "person": {"value": "http://www.wikidata.org/entity/Q7"},
               "endUnknown": {"value": str(unknown).lower()}} | moment("start", start)
        if end is not None:
            row |= moment("end", end)
        if name is not None:
            row["name"] = {"value": name}
        rows.append(row)
    return wikidata.read("EE", {"results": {"bindings": rows}})


def moment(key: str, text: str) -> dict[str, dict[str, str]]:
    whole = text + {10: "", 7: "-01", 4: "-01-01"}[len(text)]
    precision = {10: "11", 7: "10", 4: "9"}[len(text)]
    return {key: {"value": f"{whole}T00:00:00Z"}, f"{key}Precision": {"value": precision}}


def test_an_answer_is_read_office_by_office() -> None:
    found = wikidata.read("EE", recorded("EE"))
    assert [one.office_class for one in found] == (
        ["head_of_state"] * 3 + ["head_of_government"] * 4 + ["foreign_minister"] * 3)
    assert found[0] == Holder("head_of_state", "Q57289", "Toomas Hendrik Ilves", "President of Estonia", "2006", "2016")
    assert found[-1] == Holder("foreign_minister", "Q11716283", "Margus Tsahkna", "Minister of Foreign Affairs",
                               "2023-04-17", None)


def test_terms_that_follow_each_other_are_one_tenure() -> None:
    ansip, = [one for one in wikidata.read("EE", recorded("EE")) if one.person_id == "Q57640"]
    assert (ansip.start, ansip.end) == ("2005-04-13", "2014-03-26")


@pytest.mark.parametrize(("given", "read"), [
    ([("2000-01-01", "2004-01-01"), ("2004-01-02", None)], [("2000-01-01", None, True)]),
    ([("2000-01-01", "2004-01-01"), ("2008-01-01", None)], [("2000-01-01", "2004-01-01", True),
                                                            ("2008-01-01", None, True)]),
    ([("2000-01-01", None), ("2008-01-01", None)], [("2000-01-01", None, False), ("2008-01-01", None, True)]),
    ([("2000-01-01", None), ("2000-01-01", "2004-01-01")], [("2000-01-01", "2004-01-01", True)]),
    ([("2000", "2010"), ("2000-05-02", "2004-01-01")], [("2000-05-02", "2010", True)]),
    ([("2000-01-01", "2010-01-01"), ("2003-01-01", "2004-01-01")], [("2000-01-01", "2010-01-01", True)]),
])
def test_what_is_one_tenure(given: list[tuple[str, str | None]], read: list[tuple[str, str | None, bool]]) -> None:
    assert [(one.start, one.end, one.is_end_known) for one in terms(*given)] == read


def test_an_end_that_nobody_knows_is_no_end_to_come() -> None:
    assert [(one.end, one.is_end_known) for one in terms(("2001-01-01", None), unknown=True)] == [(None, False)]


def test_a_person_without_an_english_name_is_kept_for_the_checks() -> None:
    assert [one.name for one in terms(("2001-01-01", None), name=None)] == [None]


@pytest.mark.parametrize("change", [
    {"start": {"value": "t12345"}}, {"startPrecision": {"value": "8"}}, {"class": {"value": "mayor"}},
    {"person": {"value": "http://www.wikidata.org/.well-known/genid/1"}}, {"start": {"value": "2001-02-30T00:00:00Z"}},
])
def test_a_row_that_says_too_little_is_left_out(change: dict[str, Any]) -> None:
    answer = copy.deepcopy(recorded("EE"))
    answer["results"]["bindings"][0] |= change
    assert len(wikidata.read("EE", answer)) == len(wikidata.read("EE", recorded("EE"))) - 1


@pytest.mark.parametrize("answer", [None, [], {}, {"results": {}}, {"results": {"bindings": [{}]}},
                                    {"results": {"bindings": [{"person": "Q1"}]}}])
def test_what_is_no_answer_is_said_with_the_country(answer: Any) -> None:
    with pytest.raises(AnswerError, match="about EE"):
        wikidata.read("EE", answer)


def test_the_query_is_about_one_state() -> None:
    text = wikidata.query("Q191")
    assert text.count("wd:Q191") == 3
    assert "wd:STATE" not in text
    with pytest.raises(ValueError, match="no id"):
        wikidata.query("Q191 } DROP")


def test_the_service_is_asked_one_query_at_a_time_and_never_on_a_private_address() -> None:
    source = wikidata.endpoint(Settings())
    assert source.politeness.concurrency == 1
    assert source.politeness.delay_seconds >= 1
    assert not source.allow_private
    assert source.feeds[0].url == "https://query.wikidata.org/sparql"
