"""The trigger that watches a source's feeds in Airflow's triggerer and rings when there may be work."""

from __future__ import annotations

import asyncio
import importlib
import logging
from collections.abc import AsyncIterator
from typing import Any

from airflow.triggers.base import BaseEventTrigger, TriggerEvent

from communique.airflow.connections import warehouse_dsn_async

log = logging.getLogger(__name__)

_MEMORY = "feeds"
# How long to leave the warehouse alone after it did not answer; the queue loses nothing meanwhile.
_WAREHOUSE_AWAY_SECONDS = 5.0


class FeedTrigger(BaseEventTrigger):
    """Polls the feeds of one source for ever; at most one event a poll, and only when there is work.

    Validators (ETag, Last-Modified) and the ids of the entries seen are kept in the asset state store of the
    source's asset. New entries are in `landing.entry` before the event is sent, and a poll that finds entries
    left lying there rings again, so an event that is lost delays work and loses none.
    """

    def __init__(self, source_key: str, poll_seconds: float) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.source_key = source_key
        self.poll_seconds = poll_seconds

    def serialize(self) -> tuple[str, dict[str, Any]]:
        """The class and its arguments, from which Airflow makes it again in the triggerer."""
        return (f"{type(self).__module__}.{type(self).__qualname__}",
                {"source_key": self.source_key, "poll_seconds": self.poll_seconds})

    async def run(self) -> AsyncIterator[TriggerEvent]:
        """Yield an event whenever a look at the feeds finds work."""
        # Imported here and beside the event loop: every parse of a DAG file imports this module, only the
        # triggerer polls, and its other triggers must not wait meanwhile.
        watch = await asyncio.to_thread(importlib.import_module, "communique.watch")
        dsn = await warehouse_dsn_async()
        watcher = await asyncio.to_thread(watch.Watcher.of, self.source_key, dsn)
        memory = watch.Memory.from_json(await self._recall())
        kept = memory.to_json()
        told: tuple[str, ...] = ()
        with watcher:
            while True:
                pause = self.poll_seconds
                try:
                    found = await asyncio.to_thread(watcher.look, memory, dsn)
                except watch.WAREHOUSE_AWAY as error:
                    log.error("%s: the warehouse is away, trying again: %s", self.source_key, error)
                    pause = max(pause, _WAREHOUSE_AWAY_SECONDS)
                else:
                    if found.problems != told:
                        for problem in found.problems or (f"{self.source_key}: readable again",):
                            log.warning("%s", problem)
                        told = found.problems
                    if found.ring:
                        yield TriggerEvent(  # type: ignore[no-untyped-call]
                            {"source": self.source_key, "new": found.new, "waiting": found.waiting})
                    if memory.to_json() != kept:
                        kept = memory.to_json()
                        await self._keep(kept)
                await asyncio.sleep(pause)

    async def _recall(self) -> object:
        if self.asset_state_store is None:
            return None
        return await self.asset_state_store.aget(_MEMORY)

    async def _keep(self, memory: dict[str, Any]) -> None:
        if self.asset_state_store is not None:
            await self.asset_state_store.aset(_MEMORY, memory)
