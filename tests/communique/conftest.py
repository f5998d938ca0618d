"""What tests of the whole line share: the sample agencies on loopback, and the settings that lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from communique import settings
from communique.sample import publish, serving
from communique.settings import Settings

from tests.communique.sample_warehouse import sample_warehouse, watch_samples

__all__ = ["Agency", "agency", "sample_warehouse"]


@dataclass(frozen=True)
class Agency:
    """The first sample agency, served for one test, and the others beside it."""

    url: str
    state_dir: Path
    settings: Settings

    def publish(self) -> str:
        """Publish one more article; returns its address."""
        return self.url + publish(self.state_dir / "sample").url_path

    def watch_all(self, dsn: str) -> int:
        """Look once at the feeds of every sample agency, as the watcher does; returns how many entries are queued."""
        return watch_samples(self.settings, dsn)


@pytest.fixture
def agency(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Agency]:
    """The sample agencies on an ephemeral port, watched by nobody yet."""
    with serving(tmp_path / "sample") as url:
        monkeypatch.setenv("COMMUNIQUE_STATE_DIR", str(tmp_path))
        monkeypatch.setenv("COMMUNIQUE_SAMPLE_URL", url)
        monkeypatch.setenv("COMMUNIQUE_SAMPLE_HOST", urlsplit(url).netloc)
        settings.get.cache_clear()
        yield Agency(url, tmp_path, settings.get())
        settings.get.cache_clear()
