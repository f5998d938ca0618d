"""What is wrong with the records, sorted into classes that a rule could mend.

A difference counts once, in the class of its field; the field values of a missed or invented contact are not listed
again. Which values belong together is decided by the contract's scorer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any

from benchmarks.accuracy.sets import Record, Sample

Event = dict[str, Any]
Kind = tuple[str, str]
"""An error's class and what exactly is wrong."""
CORE = ("type", "status", "country", "start_date")
SPEECH_OVERLAP = 0.7
"""The share of common words at which the scorer takes two passages of speech for one."""
MANY = 5
"""Participants from which a contact's list is long."""
_GRAIN = {4: 0, 7: 1, 10: 3}


@dataclass
class ErrorClass:
    """How often something is wrong, by set, and in which articles (those of half A first)."""

    kind: Kind
    by_set: Counter[str] = field(default_factory=Counter)
    ids: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Differences of this class in all sets."""
        return sum(self.by_set.values())


def classes(scorer: Any, samples: Iterable[Sample]) -> list[ErrorClass]:
    """The error classes of all samples, the most frequent first."""
    found: dict[Kind, ErrorClass] = {}
    for sample in sorted(samples, key=lambda one: one.half):
        for kind in of_article(scorer, sample):
            known = found.setdefault(kind, ErrorClass(kind))
            known.by_set[sample.set] += 1
            if sample.id not in known.ids:
                known.ids.append(sample.id)
    return sorted(found.values(), key=lambda one: (-one.count, one.kind))


def of_article(scorer: Any, sample: Sample) -> list[Kind]:
    """Everything that is wrong with the records of one article."""
    gold: list[Event] = sample.label["events"]
    read: list[Event] = [scorer.flatten(record) for record in sample.records]
    pairs: list[tuple[Event, Event]] = scorer.match_events(gold, read)
    found = list(_events(gold, read, pairs))
    published = (sample.article.published_at or "")[:10]
    names = [p["name"] for event in read for p in event["participants"] if p.get("name")]
    for wanted, given in pairs:
        if wanted.get("is_main"):
            found += _fields(scorer, wanted, given, published)
            found += _people(scorer, wanted, given, names)
            found += _lists(scorer, wanted, given)
    return [*found, *statements(scorer, sample)]


def core_blockers(scorer: Any, sample: Sample) -> list[tuple[str, ...]]:
    """For every main labelled contact of an article: what keeps it from being exact in its core, () where nothing."""
    read = [scorer.flatten(record) for record in sample.records]
    pairs = scorer.match_events(sample.label["events"], read)
    found: list[tuple[str, ...]] = []
    for gold in sample.label["events"]:
        if not gold.get("is_main"):
            continue
        given = next((event for wanted, event in pairs if wanted is gold), None)
        if given is None:
            found.append(("missed",))
            continue
        a, b = scorer.values(gold), scorer.values(given)
        wrong = [name for name in CORE if a[name] != b[name]]
        people = scorer.pair_up(a["participants"], b["participants"], scorer.same_participant)
        if not len(people) == len(a["participants"]) == len(b["participants"]):
            wrong.append("participants")
        found.append(tuple(wrong))
    return found


def date_error(wanted: str | None, given: str | None, published: str = "") -> str | None:
    """How a date differs from the labelled one, None where it doesn't. Dates as the contract has them."""
    if wanted == given:
        return None
    taken = ", the day of publication" if given and given == published else ""
    if given is None:
        return "none where one is labelled"
    if wanted is None:
        return f"given where none is labelled{taken}"
    grains = _grain(wanted), _grain(given)
    if grains[0] != grains[1]:
        return f"coarser than labelled{taken}" if grains[1] < grains[0] else f"finer than labelled{taken}"
    if grains[0] < _GRAIN[10]:
        return "another month, season or year"
    try:
        apart = abs((date.fromisoformat(given) - date.fromisoformat(wanted)).days)
    except ValueError:
        return "no day of the calendar"
    if wanted[4:] == given[4:]:
        return f"another year{taken}"
    if apart == 1:
        return f"a day off{taken}"
    return f"whole weeks off{taken}" if apart % 7 == 0 else f"another day{taken}"


def _grain(day: str) -> int:
    """Year 0, season 1, month 2, day 3."""
    return 2 if len(day) == 7 and "Q" not in day else _GRAIN.get(len(day), 0)


def _events(gold: list[Event], read: list[Event], pairs: list[tuple[Event, Event]]) -> Iterator[Kind]:
    for event in gold:
        given = next((p for g, p in pairs if g is event), None)
        if given is None:
            where = "beside other records" if read else "no record of the article"
            yield ("event missed" if event.get("is_main") else "background event missed"), f"{event['type']}, {where}"
        elif bool(event.get("is_main")) != bool(given.get("is_main")):
            yield "main or background", (
                "main read as background" if event.get("is_main") else "background read as main"
            )
    for event in read:
        if not any(p is event for _, p in pairs):
            where = "relevant" if gold else "irrelevant"
            yield ("event invented" if event.get("is_main") else "background event invented"), (
                f"{event['type']}, {where} article"
            )


def _fields(scorer: Any, gold: Event, given: Event, published: str) -> Iterator[Kind]:
    for name in ("type", "status"):
        if gold[name] != given[name]:
            yield name, f"{gold[name]} read as {given[name]}"
    a, b = scorer.values(gold), scorer.values(given)
    started = date_error(gold.get("start_date"), given.get("start_date"), published)
    if started:
        yield "start date", started
    last, said = ((event.get("end_date") or event.get("start_date")) for event in (gold, given))
    ended = date_error(last, said)
    if ended:
        yield "end date", "wrong with the start date" if started else ended
    for name, shown in (("country", "country"), ("city", "city"), ("parent_event", "parent event")):
        if a[name] != b[name]:
            yield shown, ("none where one is labelled" if not b[name]
                          else "given where none is labelled" if not a[name] else "another one")


def _people(scorer: Any, gold: Event, given: Event, names: list[str]) -> Iterator[Kind]:
    wanted, read = gold.get("participants") or [], given.get("participants") or []
    pairs = scorer.pair_up(wanted, read, scorer.same_participant)
    for a, b in pairs:
        if a.get("role_class") != b.get("role_class"):
            yield "role", f"{a.get('role_class')} read as {b.get('role_class')}"
        if scorer.side(a) != scorer.side(b):
            yield "side", ("none" if not scorer.side(b) else "another country or organization")
        if a.get("capacity") != b.get("capacity"):
            yield "capacity", f"{a.get('capacity')} read as {b.get('capacity')}"
    missing = [a for a in wanted if not any(a is x for x, _ in pairs)]
    extra = [b for b in read if not any(b is y for _, y in pairs)]
    for a in missing:
        other = next((b for b in extra if scorer.side(a) == scorer.side(b)), None)
        if other is not None:
            extra = [b for b in extra if b is not other]
            yield "participant", f"{_sort(a)} read as {'another ' if _sort(a) == _sort(other) else ''}{_sort(other)}"
        elif a.get("name") and any(scorer.same_name(a["name"], name) for name in names):
            yield "participant", "missing: person, stands in another record of the article"
        else:
            yield "participant", f"missing: {_sort(a)}{', one of many' if len(wanted) >= MANY else ''}"
    for b in extra:
        yield "participant", f"extra: {_sort(b)}"


def _sort(participant: dict[str, Any]) -> str:
    if participant.get("name"):
        return "person"
    return "delegation" if participant.get("role_class") == "delegation" else "unnamed office"


def _lists(scorer: Any, gold: Event, given: Event) -> Iterator[Kind]:
    topics = set(gold.get("topics") or []), set(given.get("topics") or [])
    yield from (("topic", f"missing: {code}") for code in sorted(topics[0] - topics[1]))
    yield from (("topic", f"extra: {code}") for code in sorted(topics[1] - topics[0]))
    kinds = [Counter(outcome["type"] for outcome in event.get("outcomes") or []) for event in (gold, given)]
    yield from (("outcome", f"missing: {kind}") for kind in sorted((kinds[0] - kinds[1]).elements()))
    yield from (("outcome", f"extra: {kind}") for kind in sorted((kinds[1] - kinds[0]).elements()))
    wanted, read = gold.get("figures") or [], given.get("figures") or []
    pairs = scorer.pair_up(wanted, read, scorer.same_figure)
    extra = [b for b in read if not any(b is y for _, y in pairs)]
    for a in (a for a in wanted if not any(a is x for x, _ in pairs)):
        other = next((b for b in extra if b["value"] == a["value"]), None)
        if other is None:
            yield "figure", f"missing: {a['metric']}"
            continue
        extra = [b for b in extra if b is not other]
        yield "figure", (f"{a['metric']} read as {other['metric']}" if a["metric"] != other["metric"]
                         else "right value, another unit")
    yield from (("figure", f"extra: {b['metric']}") for b in extra)


def statements(scorer: Any, sample: Sample) -> Iterator[Kind]:
    """What is wrong with an article's direct speech."""
    where = "with marks" if sample.marked else "without marks"
    wanted, read = sample.label.get("statements") or [], _said(sample.records)
    pairs = scorer.pair_up(wanted, read, scorer.same_statement)
    extra = [b for b in read if not any(b is y for _, y in pairs)]
    for a in (a for a in wanted if not any(a is x for x, _ in pairs)):
        near = max(extra, key=lambda b: _overlap(scorer, a, b), default=None)
        common = 0.0 if near is None else _overlap(scorer, a, near)
        if near is None or common < 0.3:
            yield "statement", f"missing, {where}"
            continue
        extra = [b for b in extra if b is not near]
        if common < SPEECH_OVERLAP:
            yield "statement", f"begins or ends elsewhere, {where}"
        else:
            yield "statement", f"{'no' if not near.get('speaker') else 'another'} speaker, {where}"
    yield from (("statement", f"extra, {where}") for _ in extra)


def _said(records: list[Record]) -> list[dict[str, Any]]:
    direct = (one for one in chain.from_iterable(r.get("statements") or [] for r in records) if one["kind"] == "direct")
    return list({(one.get("speaker"), one["text"]): one for one in direct}.values())


def _overlap(scorer: Any, a: dict[str, Any], b: dict[str, Any]) -> float:
    left, right = scorer.fold(a["text"]).split(), scorer.fold(b["text"]).split()
    return sum((Counter(left) & Counter(right)).values()) / max(len(left), len(right), 1)
