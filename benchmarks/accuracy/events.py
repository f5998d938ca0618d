"""How well are records of one contact recognized as one event? Scored by the contract's `score_events.py`.

Twice over the stories, in which several agencies tell of the same contacts: end to end, from what our reader
makes of the English articles, and from the labels as if they were records, which leaves out what the reader
gets wrong.
"""

from __future__ import annotations

import copy
import importlib.util
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy.sets import MaterialMissing, Read, lines
from benchmarks.accuracy.tables import number, table
from extractors.article import Article
from extractors.lexicon import names
from extractors.resolve import Report, conflicts, report, resolve

Record = dict[str, Any]
Label = dict[str, Any]
Resolver = Callable[[Sequence[Record]], list[Record]]
_SET = "stories"
_MEASURES = ("b3", "muc", "ceafe", "pairwise")
_SHOWN = 6
END_TO_END, LABELS, LABELS_EN = "our records, English", "labels, three languages", "labels, English"
LOSSY = "labels, a fifth of the values lost"
LOST = 0.2
_SEED = 20240703
GOALS: tuple[tuple[str, str, float], ...] = (
    (END_TO_END, "conll", 0.85),
    (END_TO_END, "b3", 0.90),
    (END_TO_END, "matched_main", 0.90),
    (LABELS, "conll", 0.95),
    (LABELS, "b3", 0.95),
    (LABELS_EN, "conll", 0.95),
    (LABELS_EN, "b3", 0.95),
)


@dataclass(frozen=True)
class Resolved:
    """One way from records to events: the scorer's figures and errors, and the disagreements that came
    out."""

    figures: dict[str, Any]
    errors: list[dict[str, Any]]
    conflicts: tuple[int, int, int]
    """How many of the labelled conflicts came out, how many our records carry, how many are labelled."""
    missed: tuple[str, ...]

    def value(self, name: str) -> float:
        """A figure by the name that goals go by."""
        found = self.figures[name]
        return float(
            found["f1"] if name in _MEASURES else found["share"] if name == "matched_main" else found
        )


def measure(shared: Path, read: Read) -> dict[str, dict[str, Resolved]]:
    """By what the records are, by resolver (ours first, then the floors). Raises MaterialMissing."""
    scorer = _scorer(shared)
    articles = {one["id"]: one for one in lines(shared / "dev" / f"{_SET}.jsonl")}
    labels = lines(shared / "dev" / f"{_SET}.labels.jsonl")
    disputed = lines(shared / "dev" / f"{_SET}.conflicts.jsonl")
    english = [label for label in labels if articles[label["id"]]["language"] == "en"]
    ours = [record for label in english for record in read(Article.from_json(articles[label["id"]]))]
    sets = {
        END_TO_END: (english, ours),
        LABELS: (labels, as_records(labels, articles)),
        LABELS_EN: (english, as_records(english, articles)),
        LOSSY: (labels, _with_gaps(as_records(labels, articles))),
    }
    return {
        name: {resolver: _resolved(scorer, of, by(records), disputed) for resolver, by in RESOLVERS.items()}
        for name, (of, records) in sets.items()
    }


def as_records(labels: Iterable[Label], articles: Mapping[str, Mapping[str, Any]]) -> list[Record]:
    """The labelled events as if a reader had found just them: what the labels lack (names of events) stays
    away."""
    fields = ("type", "visit_kind", "status", "is_main", "start_date", "end_date", "place", "parent_event")
    about = ("id", "url", "source", "title", "published_at", "language")
    return [
        {
            "record_id": f"{label['id']}-{n}",
            "article": {name: articles[label["id"]].get(name) for name in about},
            "event": {name: event.get(name) for name in fields},
            **{name: event.get(name) or [] for name in ("participants", "topics", "outcomes", "figures")},
            "statements": [],
            "confidence": 1.0,
        }
        for label in labels
        for n, event in enumerate(label["events"])
    ]


def _with_gaps(records: list[Record]) -> list[Record]:
    """The same records, with each date, place, larger event and participant gone with a chance of LOST: what
    rules that were made with whole records in view do with others. A record keeps one participant at
    least."""
    chance = random.Random(_SEED)  # noqa: S311 - the same gaps in every run
    found = copy.deepcopy(records)
    for record in found:
        event = record["event"]
        for name in ("start_date", "end_date", "place", "parent_event"):
            if chance.random() < LOST:
                event[name] = None
        kept = [one for one in record["participants"] if chance.random() >= LOST]
        record["participants"] = kept or record["participants"][:1]
    return found


def _ours(records: Sequence[Record]) -> list[Record]:
    reports = [report(record) for record in records]
    ids = resolve(reports).id_of()
    return [{**record, "event_id": ids[one.key]} for record, one in zip(records, reports, strict=True)]


def _apart(records: Sequence[Record]) -> list[Record]:
    return [{**record, "event_id": n} for n, record in enumerate(records)]


def _same_cells(records: Sequence[Record]) -> list[Record]:
    """One event where type, day and parties are the same to the letter."""
    return [
        {
            **record,
            "event_id": repr((record["event"]["type"], record["event"]["start_date"], _parties(record))),
        }
        for record in records
    ]


def _same_company(records: Sequence[Record]) -> list[Record]:
    """One event where type, month and everybody's last name, else state, are the same."""
    return [
        {
            **record,
            "event_id": repr(
                (record["event"]["type"], (record["event"]["start_date"] or "")[:7], _parties(record))
            ),
        }
        for record in records
    ]


def _parties(record: Record) -> list[str]:
    return sorted(
        (names.tokens(one["name"]) or ("",))[-1]
        if one.get("name")
        else str(one.get("organization") or one.get("country"))
        for one in record["participants"]
    )


RESOLVERS: dict[str, Resolver] = {
    "ours": _ours,
    "apart": _apart,
    "same type, day and parties": _same_cells,
    "same type, month and parties": _same_company,
}


def _resolved(
    scorer: Any, labels: list[Label], records: list[Record], disputed: list[dict[str, Any]]
) -> Resolved:
    figures, errors = scorer.score(labels, records)
    found, carried, missed = _conflicts(scorer, labels, records, disputed)
    return Resolved(figures, errors, (found, carried, len(disputed)), missed)


def _conflicts(
    scorer: Any, labels: list[Label], records: list[Record], disputed: list[dict[str, Any]]
) -> tuple[int, int, tuple[str, ...]]:
    """How many labelled conflicts our records carry, with two values at least, and how many of those come
    out."""
    key_of = _keys(scorer, labels, records)
    by_event: dict[Any, list[Report]] = {}
    for n, record in enumerate(records):
        by_event.setdefault(record["event_id"], []).append(report(record, str(n)))
    found, missed = 0, []
    for one in disputed:
        field, wanted = (
            one["field"],
            {
                _shown(value["value"])
                for value in one["values"]
                if any(
                    article in value["article_ids"] and _states(records[n], one["field"], value["value"])
                    for n, (article, key) in key_of.items()
                    if key == one["event_key"]
                )
            },
        )
        if len(wanted) < 2:
            continue
        events = {records[n]["event_id"] for n, (_, key) in key_of.items() if key == one["event_key"]}
        shown = {
            _shown(claim.value)
            for event in events
            for conflict in conflicts(by_event[event])
            if conflict.field == field
            for claim in conflict.claims
        }
        if wanted <= shown:
            found += 1
        else:
            missed.append(f"`{one['event_key']}` {field}")
    return found, found + len(missed), tuple(missed)


def _keys(scorer: Any, labels: list[Label], records: list[Record]) -> dict[int, tuple[str, str]]:
    """For each record that a labelled event was matched with, by its place: the article and the event's
    key."""
    marked = [{**record, "event_id": n} for n, record in enumerate(records)]
    items, _ = scorer.match(labels, marked)
    return {int(item.given): (item.article, item.key) for item in items}


def _states(record: Record, field: str, value: Any) -> bool:
    if field.startswith("figures."):
        return any(
            figure["metric"] == field.removeprefix("figures.") and _shown(figure) == _shown(value)
            for figure in record["figures"]
        )
    return bool(record["event"].get(field) == value)


def _shown(value: Any) -> str:
    """A value as it is compared: of figures the number and its unit."""
    return f"{float(value['value']):g} {value.get('unit')}" if isinstance(value, dict) else str(value)


def section(measured: Mapping[str, Mapping[str, Resolved]]) -> list[str]:
    """The figures as Markdown, with every wrong merge and split by its key."""
    rows = [
        [
            of if resolver == "ours" else "",
            resolver,
            _share(one, "matched"),
            _share(one, "matched_main"),
            *(number(one.figures[name]["f1"]) for name in _MEASURES),
            number(one.figures["conll"]),
            str(one.figures["wrong_merges"]),
            str(one.figures["wrong_splits"]),
            *(_links(one, name) for name in ("links_across_languages", "links_across_states")),
        ]
        for of, by in measured.items()
        for resolver, one in by.items()
    ]
    goals = [
        [
            name,
            of,
            f"at least {bound:g}",
            number(value := measured[of]["ours"].value(name)),
            "yes" if value >= bound else f"no, by {bound - value:.3f}",
        ]
        for of, name, bound in GOALS
    ]
    parts = [
        "## Events",
        "",
        "Which records of different articles tell of one contact, over the stories, by the contract's",
        "`score_events.py`. The figures are taken over the labelled contacts that found a record. The floors",
        "do no more than they say. The rules were made with these stories in view, so that others will come",
        "out worse than the whole labels do; how much hangs on single values shows where a fifth is gone.",
        "",
        *table(["figure", "records", "goal", "reached", "met"], goals),
        "",
        *table(
            [
                "records",
                "resolver",
                "matched",
                "main matched",
                "B-cubed",
                "MUC",
                "CEAF-e",
                "pairwise",
                "CoNLL",
                "wrong merges",
                "wrong splits",
                "links across languages",
                "links across states",
            ],
            rows,
        ),
        "",
    ]
    for of in (END_TO_END, LABELS, LABELS_EN):
        parts += _details(of, measured[of]["ours"])
    return parts


def _details(of: str, one: Resolved) -> list[str]:
    found, carried, labelled = one.conflicts
    lines = [
        f"Conflicts, {of}: of {labelled} that are labelled the records carry {carried}, {found} come out"
        + (f"; missing: {', '.join(one.missed)}." if one.missed else "."),
        "",
    ]
    rows = []
    for error in one.errors:
        if error["error"] == "no record":
            continue
        merged = error["error"] == "wrong merge"
        of_keys = error["event_keys"] if merged else error["event_ids"]
        rows.append(
            [
                error["error"],
                ", ".join(f"`{key}`" for key in of_keys) if merged else f"`{error['event_key']}`",
                "; ".join(
                    ", ".join(f"`{article}`" for article in articles[:_SHOWN])
                    for articles in of_keys.values()
                ),
            ]
        )
    if not rows:
        return [*lines, f"No wrong merge and no wrong split ({of}).", ""]
    return [
        f"Wrong merges and splits, {of}:",
        "",
        *table(["error", "keys", "articles"], sorted(rows)),
        "",
        *lines,
    ]


def _share(one: Resolved, name: str) -> str:
    found = one.figures[name]
    return f"{found['events']} of {found['labelled']}"


def _links(one: Resolved, name: str) -> str:
    found = one.figures[name]
    return f"{found['joined']} of {found['links']}" if found["links"] else ""


def _scorer(shared: Path) -> Any:
    """The contract's scorer of events as a module; raises MaterialMissing."""
    path = shared / "contract" / "score_events.py"
    spec = importlib.util.spec_from_file_location("contract_score_events", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        raise MaterialMissing(f"{path} is not there, or cannot be loaded as a Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
