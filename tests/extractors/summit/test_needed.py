"""Rules are picked by the strings that they need: exactly those that looking for every string would pick."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.summit.contacts.needed import Needed
from extractors.summit.contacts.patterns import Rule, patterns

RULES = patterns("en").rules
NEEDS = sorted({need for rule in RULES for need in rule.needs})
PICKED = Needed(RULES)


def plainly(code: str) -> list[Rule]:
    return [rule for rule in RULES if any(need in code for need in rule.needs)]


@given(st.lists(st.one_of(st.sampled_from(NEEDS), st.sampled_from(["P1", "the", "C2", ",", ""]), st.text(max_size=6))))
def test_rules_are_those_whose_strings_stand_in_the_sentence(parts: list[str]) -> None:
    # the parts with and without a space between them, so that strings stand at and across the edges of words
    for code in (" ".join(parts), "".join(parts)):
        assert PICKED.rules(code) == plainly(code)


def test_what_needs_a_space_after_it_is_not_met_at_the_end() -> None:
    assert "received.by" not in {rule.id for rule in PICKED.rules("P0 was received")}
    assert "received.by" in {rule.id for rule in PICKED.rules("P0 was received by P1")}
