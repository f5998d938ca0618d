"""The sample agency: a fictional news site that the project serves to itself.

Its articles lie in sources/sample/, its declaration as a source is sources/sample.yml. The run serves it on loopback,
and publishing an article from another process is what a newcomer does to watch the line work.
"""

from __future__ import annotations

import signal
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from communique import settings
from communique.sample import server, state
from communique.sample.articles import SampleArticle, SampleError
from communique.sample.series import Series

__all__ = ["Published", "SampleArticle", "SampleError", "content_dir", "publish", "serve", "serving"]


@dataclass(frozen=True, slots=True)
class Published:
    """An article that has just appeared on the sample agency: its path on the site, and its title."""

    url_path: str
    title: str


def content_dir() -> Path:
    """Where the sample agency's articles lie."""
    return settings.get().sources_dir / "sample"


def publish(state_dir: Path) -> Published:
    """Publish the next article of the series, now. It is in the feed from the next request on.

    Works while the site is served by another process from the same `state_dir`. Never runs out. Raises SampleError
    where the series cannot be read.
    """
    series = Series.load(content_dir())
    now = datetime.now(UTC)
    article = series.article(state.publish_next(state_dir, now), now)
    return Published(article.path, article.title)


def serve(host: str, port: int, state_dir: Path) -> None:
    """Serve the site until SIGTERM or SIGINT. Raises OSError where the port is in use."""
    opened = server.open_server(host, port, state_dir, content_dir())

    def stop(*_: object) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    try:
        opened.serve_forever(poll_interval=0.1)
    except KeyboardInterrupt:
        return
    finally:
        opened.server_close()


def serving(state_dir: Path, host: str = "127.0.0.1", port: int = 0) -> AbstractContextManager[str]:
    """Serve the site in a thread while the context lasts; the context's value is its address, without a slash."""
    return server.serving(state_dir, content_dir(), host, port)
