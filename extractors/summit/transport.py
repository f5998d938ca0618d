"""Readings on their way to another process: so that `nlp.pipe(docs, n_process=2)` reads as one process does.

spaCy sends Docs as msgpack. What a reading starts from goes along; what the pipes found stays in the process that found
it, save the records in `doc._.records`, which are plain values.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import srsly  # type: ignore[import-untyped]

from extractors.summit.reading import Reading

_KEY = "communique_reading"


@srsly.msgpack_encoders(_KEY)  # type: ignore[untyped-decorator]
def encoded(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """A reading as plain values; anything else as the next encoder of the chain has it."""
    if isinstance(value, Reading):
        today = value.today.isoformat() if value.today else None
        moment = value.written_at.isoformat() if value.written_at else None
        return {_KEY: [value.language, value.printed, value.offset, today, value.home, moment]}
    return value if chain is None else chain(value)


@srsly.msgpack_decoders(_KEY)  # type: ignore[untyped-decorator]
def decoded(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """The reading that `encoded` made plain values of."""
    if isinstance(value, dict) and _KEY in value:
        language, printed, offset, today, home, moment = value[_KEY]
        return Reading(
            language,
            printed=printed,
            offset=offset,
            today=date.fromisoformat(today) if today else None,
            home=home,
            written_at=datetime.fromisoformat(moment) if moment else None,
        )
    return value if chain is None else chain(value)
