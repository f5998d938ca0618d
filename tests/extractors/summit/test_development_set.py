"""The labelled articles beside the checkout, where they are at hand: the seed article in full, floors on the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractors.article import Article
from extractors.lexicon import names
from extractors.record import SummitRecord, problems
from extractors.summit import SummitReader
from extractors.summit.gate import may_report

DEV = Path(__file__).parents[4] / "shared" / "dev"
needs_dev = pytest.mark.skipif(not DEV.is_dir(), reason="no development set beside the checkout")
SETS = ("seed.en", "wire.en", "written.en", "stories")


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DEV / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def labelled(name: str) -> list[tuple[Article, dict[str, Any]]]:
    labels = {label["id"]: label for label in lines(f"{name}.labels")}
    articles = lines(name)
    return [(Article.from_json(line), labels[line["id"]]) for line in articles if line["language"] == "en"]


@needs_dev
def test_seed_article(english: SummitReader) -> None:
    article, label = labelled("seed.en")[0]
    record = next(r for r in english.read(article) if r["event"]["is_main"])
    wanted = next(event for event in label["events"] if event["is_main"])
    event = record["event"]
    assert (event["type"], event["status"], event["start_date"]) == (
        wanted["type"],
        wanted["status"],
        wanted["start_date"],
    )
    assert event["place"] is not None
    assert (event["place"]["city"], event["place"]["country"]) == (wanted["place"]["city"], wanted["place"]["country"])
    assert event["parent_event"] is not None
    assert event["parent_event"]["organization"] == wanted["parent_event"]["organization"]
    people = {(p["country"], p["role_class"], p["capacity"]): str(p["name"]) for p in record["participants"]}
    for who in wanted["participants"]:
        found = people.pop((who["country"], who["role_class"], who["capacity"]))
        assert names.same(names.tokens(found), names.tokens(who["name"]))
    assert people == {}
    assert [(f["metric"], f["value"], f["unit"], f["status"]) for f in record["figures"]] == [
        (f["metric"], f["value"], f["unit"], f["status"]) for f in wanted["figures"]
    ]
    assert "invitation" in [outcome["type"] for outcome in record["outcomes"]]
    assert [s["text"] for s in record["statements"]] == [s["text"] for s in label["statements"]]
    for said, by in zip(record["statements"], label["statements"], strict=True):
        assert names.same(names.tokens(str(said["speaker"])), names.tokens(by["speaker"]))


@needs_dev
@pytest.mark.parametrize("name", SETS)
def test_gate_lets_every_contact_through(name: str) -> None:
    shut = [
        article.id
        for article, label in labelled(name)
        if label["events"] and not may_report(article.title, article.text)
    ]
    assert shut == []


@needs_dev
@pytest.mark.parametrize(("name", "recall"), [("wire.en", 0.85), ("written.en", 0.98), ("stories", 0.95)])
def test_relevance_does_not_fall_back(english: SummitReader, name: str, recall: float) -> None:
    hits = false = relevant = 0
    for article, label in labelled(name):
        records = english.read(article)
        relevant += bool(label["events"])
        hits += bool(label["events"] and records)
        false += bool(records and not label["events"])
    assert hits / relevant >= recall
    assert false <= 1


@needs_dev
def test_unlabelled_articles_keep_the_contract(english: SummitReader) -> None:
    records: list[SummitRecord] = []
    for line in lines("unlabelled.en")[::25]:
        records += english.read(Article.from_json(line))
    assert records
    assert [problem for record in records for problem in problems(record)] == []
