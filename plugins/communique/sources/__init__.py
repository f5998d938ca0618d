"""The registry of sources: one YAML file a publisher, read strictly."""

from __future__ import annotations

from communique.sources.model import Feed, ListingSelectors, PageSelectors, Politeness, Range, Source, Yields
from communique.sources.registry import SourceError, load

__all__ = [
    "Feed", "ListingSelectors", "PageSelectors", "Politeness", "Range", "Source", "SourceError", "Yields", "load",
]
