"""To which declared source does a captured page belong?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from communique.backfill.archive import AMBIGUOUS
from communique.sources import Source
from communique.warehouse.address import site

_LANGUAGE = re.compile(rb"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2})", re.I)


class Owners:
    """Finds the source of an address by its host, then by the path of the source's home, then by the page's language.

    Sources that are switched off count too: their captures are at hand, and nobody is asked for them.
    """

    def __init__(self, known: Iterable[Source]) -> None:
        self._by_host: dict[str, list[tuple[str, Source]]] = {}
        for source in known:
            try:
                home = urlsplit(source.home)
                host = home.hostname
                named = site(host or "") if home.port is None else f"{site(host or '')}:{home.port}"
            except ValueError:
                continue
            if host and "$" not in source.home:
                self._by_host.setdefault(named, []).append((home.path.rstrip("/"), source))

    def of(self, url: str, head: bytes) -> tuple[str | None, str]:
        """The key of the source that `url` belongs to; None with the reason where it belongs to none, or where only
        `head`, the beginning of the page, could tell to which of several."""
        try:
            parts = urlsplit(url)
            host = site(parts.hostname or "")
            candidates = self._by_host.get(host if parts.port is None else f"{host}:{parts.port}", [])
        except ValueError:
            return None, "no web page"
        if not candidates:
            return None, "no declared source"
        if len(candidates) > 1:
            inside = [(path, one) for path, one in candidates if f"{parts.path}/".startswith(f"{path}/")]
            longest = max((len(path) for path, _ in inside), default=0)
            candidates = [(path, one) for path, one in inside if len(path) == longest] or candidates
        if len(candidates) > 1:
            named = _LANGUAGE.search(head)
            language = named[1].decode("ascii").lower() if named else ""
            candidates = [(path, one) for path, one in candidates if language in one.languages]
        return (candidates[0][1].key, "") if len(candidates) == 1 else (None, AMBIGUOUS)
