"""Keeps every exchange: as a record in the landing store and as a row in its index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.acquire.encoding import charset
from communique.acquire.exchange import Exchange, field
from communique.acquire.landing import CaptureRef, Landing
from communique.acquire.warc import Unchanged

if TYPE_CHECKING:
    from communique.acquire.index import CaptureIndex, Kind, Original


@dataclass(frozen=True, slots=True)
class Kept:
    """One exchange as it was kept: `ref` is its own record, `original` the earlier response that it repeats."""

    exchange: Exchange
    kind: Kind
    source_key: str
    ref: CaptureRef
    original: Original | None

    @property
    def revisit(self) -> bool:
        return self.exchange.status == 304 or self.original is not None

    @property
    def content(self) -> CaptureRef | None:
        """Where the body stands; None for a 304 of which nothing earlier is known."""
        if self.original is not None:
            return self.original.ref
        return None if self.revisit else self.ref


class Keeper:
    """Keeps the exchanges of one fetcher; safe for many threads.

    Without an index, content that has not changed is kept again, since nobody knows where it lies.
    """

    def __init__(self, landing: Landing, name: str, index: CaptureIndex | None) -> None:
        self._landing = landing
        self._writer = landing.writer(name)
        self._index = index

    def keep(self, exchange: Exchange, kind: Kind, source_key: str) -> Kept:
        """Writes the record of an exchange. Raises LandingError."""
        original = self._original(exchange)
        unchanged = None if original is None else Unchanged(exchange.url, original.fetched_at)
        return Kept(exchange, kind, source_key, self._writer.write(exchange, unchanged), original)

    def note(self, kept: Kept, error: str | None = None) -> None:
        """Enters what was kept in the index, where there is one; `error` is what was wrong with it.

        Not for the answer to a queue entry, which the queue enters with its entry. Raises LandingError.
        """
        if self._index is not None:
            self._index.note(
                kept.exchange, kept.ref, kind=kept.kind, source_key=kept.source_key,
                charset=charset(field(kept.exchange.headers, "content-type")), revisit=kept.revisit,
                revisit_of=None if kept.original is None else kept.original.capture_id, error=error)

    def flush(self) -> None:
        """Makes what was kept so far last. Raises LandingError."""
        self._writer.flush()

    def close(self) -> None:
        """Makes all that was kept last. Raises LandingError."""
        self._writer.close()

    def _original(self, exchange: Exchange) -> Original | None:
        """The earlier response whose body this one repeats to the byte, if it is still there to be read."""
        if self._index is None or exchange.fault is not None:
            return None
        if exchange.status == 304:
            return self._index.latest(exchange.url)
        if exchange.status != 200 or not exchange.raw:
            return None
        original = self._index.latest(exchange.url)
        if original is None or original.ref.payload_sha256 != exchange.payload_sha256:
            return None
        return original if self._landing.holds(original.ref, exchange) else None
