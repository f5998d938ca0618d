"""What PostgreSQL cannot hold, made storable without moving a single offset."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, overload

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@overload
def storable(text: str) -> str: ...
@overload
def storable(text: None) -> None: ...
def storable(text: str | None) -> str | None:
    """`text` with NUL and lone surrogates, which PostgreSQL refuses, each replaced by one U+FFFD."""
    return None if text is None else _UNSTORABLE.sub("�", text)


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
