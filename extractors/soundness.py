"""Does a value surely hold to a JSON Schema? A quick yes, so that only the rest has to be asked what is wrong with it.

Naming every problem of a summit record takes a full validator half a millisecond; that there is none takes a fiftieth.
`compiled` turns a schema into a function that says True only where a validator finds nothing. It may say False of a
value that is right, such as 1.0 for an integer, never True of one that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

Check = Callable[[Any], bool]

_SAYS_NOTHING: Final = frozenset({"$schema", "$id", "$defs", "title", "description"})
_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "object": (dict,), "array": (list,), "string": (str,), "boolean": (bool,), "null": (type(None),),
    "integer": (int,), "number": (int, float),
}


def compiled(schema: Mapping[str, Any]) -> Check:
    """The check of a whole schema. Raises NotImplementedError for a keyword that it does not know."""
    checks: dict[str, Check] = {}

    def of(part: Mapping[str, Any]) -> Check:
        made = (_made(keyword, value, part, of, referred) for keyword, value in part.items())
        return _all([check for check in made if check is not None])

    def referred(path: str) -> Check:
        if not path.startswith("#/"):
            raise NotImplementedError(f"$ref {path!r}")
        if path not in checks:
            target: Any = schema
            for step in path[2:].split("/"):
                target = target[step]
            checks[path] = lambda value: checks[path](value)  # for a schema that refers to itself
            checks[path] = of(target)
        return checks[path]

    return of(schema)


def _all(checks: Sequence[Check]) -> Check:
    if len(checks) == 1:
        return checks[0]

    def check(value: Any) -> bool:
        for one in checks:  # noqa: SIM110 - a generator for each value costs more than all the checks
            if not one(value):
                return False
        return True
    return check


def _made(keyword: str, wanted: Any, part: Mapping[str, Any], of: Callable[[Mapping[str, Any]], Check],
          referred: Callable[[str], Check]) -> Check | None:
    """The check of one keyword; None where it says nothing, or where another keyword's check sees to it."""
    match keyword:
        case "type":
            names = [wanted] if isinstance(wanted, str) else wanted
            # The very types: True is no number, and a subclass may be anything
            types = frozenset(one for name in names for one in _TYPES[name])
            return lambda value: type(value) in types
        case "enum" | "const":
            values = [wanted] if keyword == "const" else wanted
            if any(type(one) not in (str, type(None)) for one in values):
                raise NotImplementedError(f"{keyword} {wanted!r}")
            listed = frozenset(values)
            return lambda value: (type(value) is str or value is None) and value in listed
        case "required":
            keys = frozenset(wanted)
            return lambda value: value is None or (type(value) is dict and value.keys() >= keys)
        case "properties":
            return _properties({name: of(one) for name, one in wanted.items()})
        case "items":
            one = of(wanted)
            if "prefixItems" in part:
                raise NotImplementedError("items beside prefixItems")
            return lambda value: type(value) is list and all(map(one, value))
        case "prefixItems":
            return _in_turn([of(one) for one in wanted])
        case "minItems":
            return lambda value: type(value) is list and len(value) >= wanted
        case "maxItems":
            return lambda value: type(value) is list and len(value) <= wanted
        case "minLength":
            return lambda value: type(value) is str and len(value) >= wanted
        case "minimum":
            return lambda value: type(value) in (int, float) and value >= wanted
        case "maximum":
            return lambda value: type(value) in (int, float) and value <= wanted
        case "pattern":
            shape = re.compile(wanted)
            # A null stands beside a pattern where the type allows it; what else there may be is for the validator
            return lambda value: value is None or (type(value) is str and shape.search(value) is not None)
        case "anyOf":
            ways = [of(one) for one in wanted]
            return lambda value: any(way(value) for way in ways)
        case "$ref":
            return referred(wanted)
    if keyword in _SAYS_NOTHING:
        return None
    raise NotImplementedError(f"no quick check for the keyword {keyword!r}")


def _in_turn(checks: Sequence[Check]) -> Check:
    def check(value: Any) -> bool:
        if type(value) is not list:
            return False
        for one, item in zip(checks, value, strict=False):  # noqa: SIM110 - as above
            if not one(item):
                return False
        return True
    return check


def _properties(checks: Mapping[str, Check]) -> Check:
    items = tuple(checks.items())

    def check(value: Any) -> bool:
        if type(value) is not dict:
            # Of null, too, `properties` says nothing; its type is told beside it
            return value is None
        for name, one in items:  # noqa: SIM110 - as above
            if name in value and not one(value[name]):
                return False
        return True
    return check
