"""The index of the landing store: which response of which address lies where (`landing.capture`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from communique.acquire import sessions
from communique.acquire.errors import LandingError
from communique.acquire.exchange import Exchange
from communique.acquire.landing import CaptureRef
from communique.acquire.sessions import Connection
from communique.warehouse.connection import sql
from communique.warehouse.storable import storable, storable_json

Kind = Literal["page", "feed", "robots"]


@dataclass(frozen=True, slots=True)
class Original:
    """The newest whole answer of an address that is kept: its row, its place and when it was fetched (UTC)."""

    capture_id: int
    ref: CaptureRef
    fetched_at: datetime


class CaptureIndex:
    """Reads and writes `landing.capture` of one warehouse; safe for many threads.

    Every method raises LandingError when the warehouse does not answer: what is kept and not indexed is lost to all
    but a person.
    """

    def __init__(self, dsn: str, batch_id: str) -> None:
        self._dsn = dsn
        self._batch_id = batch_id

    def latest(self, url: str) -> Original | None:
        """The newest answer 200 of `url` that was kept whole; None where there is none."""
        with self._connection() as connection, connection.cursor(row_factory=dict_row) as cursor:
            row = cursor.execute(sql("captures/latest"), {"final_url": storable(url)}).fetchone()
        if row is None:
            return None
        ref = CaptureRef(row["warc_path"], row["warc_offset"], row["warc_length"], row["payload_sha256"])
        return Original(row["capture_id"], ref, row["fetched_at"])

    def note(
        self, exchange: Exchange, ref: CaptureRef, *, kind: Kind, source_key: str, charset: str | None,
        revisit_of: int | None, revisit: bool, error: str | None,
    ) -> int:
        """Enters a kept response that belongs to no queue entry; returns its row's id.

        `revisit` says that its record holds no body, `revisit_of` which capture does, `error` what was wrong with it.
        """
        given = {
            "batch_id": self._batch_id, "kind": kind, "source_key": source_key,
            "record_type": "revisit" if revisit else "response", "revisit_of": revisit_of,
            "url": storable(exchange.url), "final_url": storable(exchange.url), "http_status": exchange.status,
            "headers": Jsonb(storable_json(dict(exchange.headers))), "charset": charset,
            "fetched_at": exchange.started_at, "warc_path": ref.path, "warc_offset": ref.offset,
            "warc_length": ref.length, "payload_sha256": ref.payload_sha256, "error": storable(error),
        }
        with self._connection() as connection:
            row = connection.execute(sql("captures/note"), given).fetchone()
        if row is None:
            raise LandingError(f"{exchange.url}: is kept at {ref.path} and was not entered in landing.capture")
        return int(row[0])

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        try:
            with sessions.session(self._dsn) as connection:
                yield connection
        except (sessions.Away, psycopg.Error) as error:
            raise LandingError(f"the index of the landing store, landing.capture: {error}; is the warehouse up?"
                               ) from error
