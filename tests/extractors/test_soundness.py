"""The quick check says yes only where the full validator finds nothing, and says it of what the reader makes."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from extractors import record
from extractors.article import Article
from extractors.soundness import compiled
from extractors.summit import reader

TALKS = Article(
    text=(
        "President Vladimir Putin received Kazakh President Kassym-Jomart Tokayev in Moscow on Thursday. Trade "
        "turnover reached "
        "2.5 billion dollars in 2023. “We open a new page,” Tokayev said. The two signed five documents on energy."
    ),
    title="Putin and Tokayev hold talks in Moscow",
    id="t-1",
    published_at="2024-07-05T10:00:00+03:00",
)
SOUND = compiled(record.schema())
VALIDATOR = Draft202012Validator(record.schema())
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        1,
        -1,
        1.0,
        0.5,
        2.5,
        "",
        "x",
        "KZ",
        "held",
        "day",
        [],
        {},
        [[]],
        [[0, 1]],
        [[1, 0]],
        [[0, 1, 2]],
        [[0.0, 1]],
        [[True, 1]],
        [None],
        ["KZ"],
        [1],
        {"city": None, "country": None},
        {"city": 1, "country": "kz"},
        {"name": "x", "organization": None},
    ]
)


def made() -> dict[str, Any]:
    [found] = [one for one in reader("en").read(TALKS) if one["event"]["is_main"]]
    return dict(found)


MADE = made()


def test_a_record_of_the_reader_is_seen_to_be_sound_at_once() -> None:
    assert all((MADE["statements"], MADE["figures"], MADE["event"]["place"]))
    assert SOUND(MADE)
    assert list(VALIDATOR.iter_errors(MADE)) == []


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where anything stands in a value, the whole left out."""
    inner: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, item in inner for found in ((*path, key), *places(item, (*path, key)))]


@given(
    st.lists(st.tuples(st.sampled_from(places(MADE)), st.none() | ODD.map(lambda odd: [odd])), min_size=1, max_size=3)
)
@settings(max_examples=400, deadline=None)
def test_what_is_called_sound_is(changes: list[tuple[tuple[Any, ...], list[Any] | None]]) -> None:
    changed = copy.deepcopy(MADE)
    for path, odd in changes:
        holder: Any = changed
        try:
            for step in path[:-1]:
                holder = holder[step]
            if odd is None:
                del holder[path[-1]]
            else:
                holder[path[-1]] = odd[0]
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took it away
    if SOUND(changed):
        assert list(VALIDATOR.iter_errors(changed)) == []


@pytest.mark.parametrize("value", [None, [], "x", 1, {}, {"schema_version": "1.0"}])
def test_what_is_no_record_is_not(value: Any) -> None:
    assert not SOUND(value)
    assert record.problems(value)


def test_a_keyword_that_it_does_not_know_is_refused() -> None:
    with pytest.raises(NotImplementedError, match="uniqueItems"):
        compiled({"type": "array", "uniqueItems": True})
