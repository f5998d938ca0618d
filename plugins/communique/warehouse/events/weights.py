"""What does a source's word weigh where reports of one event disagree? What its declaration says, else 1."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from communique import settings
from extractors.resolve import Weight, by_source


def registered() -> Weight:
    """The weight of a report by the registry of sources, as this process first read it.

    A weight that is changed holds for events that are written from then on; `communique event resolve --again` writes
    them all. Raises SourceError where the declarations cannot be used.
    """
    return _of(settings.get().sources_dir)


@lru_cache(maxsize=4)
def _of(directory: Path) -> Weight:
    from communique import sources  # not before an event is written: it brings pydantic's models and YAML with it

    return by_source({key: source.weight for key, source in sources.load(directory, selectors=False).items()})
