"""The assets: one doorbell a watched source, and the mart that a run brings up to date."""

from __future__ import annotations

from airflow.sdk import Asset, AssetWatcher

from communique import settings, sources
from communique.airflow.watcher import FeedTrigger

MART = Asset(name="mart", uri="communique://warehouse/mart")


def feed_asset(source: sources.Source) -> Asset:
    """The doorbell of one source, watched by a trigger of its own."""
    poll_seconds = settings.get().poll_seconds or source.poll_seconds
    trigger = FeedTrigger(source_key=source.key, poll_seconds=poll_seconds)
    return Asset(name=f"feed_{source.key}", uri=f"communique://feed/{source.key}",
                 watchers=[AssetWatcher(name=f"watch_{source.key}", trigger=trigger)])


def feed_assets() -> list[Asset]:
    """The doorbells of all enabled sources, in the order of their keys."""
    configuration = settings.get()
    known = sources.load(configuration.sources_dir, configuration.sources, selectors=False)
    return [feed_asset(source) for _, source in sorted(known.items()) if source.enabled]
