"""What PostgreSQL cannot hold, made storable without moving a single offset."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any, overload

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

_WRITE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""Looking for circles takes half of the time; what has one is refused all the same, as nested too deeply."""

_SUSPECT = ("\\u0000", "NaN", "Infinity")
"""How NUL and what is no number of JSON are written in it; they may stand in a text, too."""


@overload
def storable(text: str) -> str: ...
@overload
def storable(text: None) -> None: ...
def storable(text: str | None) -> str | None:
    """`text` with NUL and lone surrogates, which PostgreSQL refuses, each replaced by one U+FFFD."""
    return text if text is None or _is_storable(text) else _UNSTORABLE.sub("�", text)


def _is_storable(text: str) -> bool:
    """As `_UNSTORABLE` has it, at the speed of looking for one character and of encoding."""
    if "\x00" in text:
        return False
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def json_text(record: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """A JSON object as text that PostgreSQL holds, and the object itself made storable (see `storable_json`).

    Nearly every record is storable as it is, which its text tells at a glance; only the rest is gone through.
    Raises TypeError for what is no JSON, RecursionError for what holds itself.
    """
    if isinstance(record, dict):
        text = _WRITE(record)
        if _is_storable(text) and not any(map(text.__contains__, _SUSPECT)):
            return text, record
    made = storable_json(record)
    return json.dumps(made, ensure_ascii=False), made


def storable_json(value: Any) -> Any:
    """`value`, any JSON, with every string in it (keys too) made storable; NaN and the infinities become null."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {storable(str(key)): storable_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable_json(item) for item in value]
    return value
