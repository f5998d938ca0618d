"""Names with a like part are found as comparing each with each would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.lexicon.names import close
from extractors.summit.people.alike import Alike

PARTS = st.text(alphabet="abcd", min_size=1, max_size=9)


@given(st.lists(st.tuples(PARTS, PARTS), max_size=12), PARTS)
def test_as_comparing_each_with_each(names: list[tuple[str, ...]], part: str) -> None:
    alike = Alike([*names, (part,)])
    for key, name in enumerate(names):
        alike.add(key, name)
    assert alike.keys((part,)) == [k for k, name in enumerate(names) if any(close(part, other) for other in name)]


def test_transliterations_and_initials() -> None:
    names = [("sooronbay", "zhaparov"), ("j", "oak"), ("emomali", "rahmon")]
    alike = Alike([*names, ("japarov",), ("jan",)])
    for key, name in enumerate(names):
        alike.add(key, name)
    assert alike.keys(("japarov",)) == [0, 1]
    assert alike.keys(("jan",)) == [1]
