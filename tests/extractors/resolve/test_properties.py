"""What holds of every batch, whatever is in it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.resolve import Pin, Report, candidates, cluster, conflicts, consensus, likeness, resolve
from extractors.resolve.likeness import beside
from tests.extractors.resolve.made import Store, batches

FEW = settings(max_examples=150, deadline=None)


def groups(reports: list[Report], pins: list[Pin] | None = None) -> set[frozenset[str]]:
    return {frozenset(group) for group in cluster(reports, pins or []).groups}


@given(batches(), st.randoms(use_true_random=False))
@FEW
def test_order_does_not_matter(batch: list[Report], chance: object) -> None:
    turned = list(batch)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert cluster(turned) == cluster(batch)
    assert resolve(turned) == resolve(batch)


@given(batches())
@FEW
def test_each_report_is_in_one_group_and_no_group_holds_what_can_never_be_one(batch: list[Report]) -> None:
    made = cluster(batch).groups
    assert sorted(key for group in made for key in group) == sorted(one.key for one in batch)
    by_key = {one.key: one for one in batch}
    for group in made:
        for n, a in enumerate(group):
            assert all(likeness(by_key[a], by_key[b]).forbidden is None for b in group[:n])


@given(batches())
@FEW
def test_likeness_is_symmetric(batch: list[Report]) -> None:
    for a in batch:
        for b in batch:
            assert likeness(a, b) == likeness(b, a)


@given(batches())
@FEW
def test_pairs_that_are_no_candidates_never_link(batch: list[Report]) -> None:
    every = {(a.key, b.key): likeness(a, b) for a in batch for b in batch if a.key < b.key}
    found = {(a.key, b.key) for a, b in candidates(batch)}
    told_beside = beside(every, {one.key: one.article for one in batch})
    assert [pair for pair, one in told_beside.items() if one.links and pair not in found] == []


@given(batches(), st.data())
@FEW
def test_batch_after_batch_gives_what_one_batch_gives(batch: list[Report], data: st.DataObject) -> None:
    articles = sorted({one.article for one in batch})
    cut = data.draw(st.lists(st.integers(0, 2), min_size=len(articles), max_size=len(articles)))
    store = Store()
    for turn in range(3):
        part = [one for one in batch if cut[articles.index(one.article)] == turn]
        if part:
            store.load(part)
    assert store.groups() == groups(batch)


@given(batches(), st.data())
@FEW
def test_ids_are_never_keyed_again(batch: list[Report], data: st.DataObject) -> None:
    articles = data.draw(st.permutations(sorted({one.article for one in batch})))
    store = Store()
    given_to: dict[str, str] = {}
    for article in articles:
        store.load([one for one in batch if one.article == article])
        for event in store.events.values():
            founder = given_to.setdefault(event.id, event.founder)
            assert founder == event.founder
        for old in given_to:
            assert store.follow(old) in store.events
        assert not store.aliases.keys() & store.events.keys()


@given(batches())
@FEW
def test_the_same_batch_again_changes_nothing(batch: list[Report]) -> None:
    store = Store()
    store.load(batch)
    before, aliases = dict(store.events), dict(store.aliases)
    again = store.load(batch)
    assert (store.events, store.aliases) == (before, aliases)
    assert again.aliases == {}
    assert again.splits == ()
    assert not any(event.is_new for event in again.events)


@given(batches(), st.data())
@FEW
def test_pins_outdo_everything_and_outlive_every_run(batch: list[Report], data: st.DataObject) -> None:
    keys = [one.key for one in batch]
    if len(keys) < 3:
        return
    a, b, c = data.draw(st.permutations(keys))[:3]
    pins = [Pin(a, b, together=True), Pin(a, c, together=False)]
    store = Store(pins)
    for one in data.draw(st.permutations(sorted({one.article for one in batch}))):
        store.load([report for report in batch if report.article == one])
    store.load(batch)
    event_of = {key: event.id for event in store.events.values() for key in event.members}
    assert event_of[a] == event_of[b] != event_of[c]
    assert store.groups() == groups(batch, pins)


@given(batches())
@FEW
def test_every_value_of_an_event_comes_from_its_reports(batch: list[Report]) -> None:
    for group in cluster(batch).groups:
        members = [one for one in batch if one.key in group]
        made = consensus(members)
        assert made.status in {one.facts.when.status for one in members}
        assert made.history
        assert made.history[-1].status == made.status
        for value in [*made.fields.values(), *made.participants]:
            assert value.reports
            assert set(value.reports) <= set(group)
            assert value.support > 0
        for conflict in conflicts(members):
            assert conflict.claims
            assert {key for claim in conflict.claims for key in claim.reports} <= set(group)
            assert len({repr(claim.value) for claim in conflict.claims}) == len(conflict.claims) > 1
