"""The sample agencies: fictional news sites that the project serves to itself.

Every folder under sources/ that holds a site.yml is one; the folder's name is the key of the source, which is declared
beside it (sources/KEY.yml). The run serves all of them on one loopback port, each below its own path, and publishing
an article from another process is what a newcomer does to watch the line work.
"""

from __future__ import annotations

import signal
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from communique import settings
from communique.sample import articles, server, state
from communique.sample.articles import SampleArticle, SampleError, Site
from communique.sample.series import Series

__all__ = [
    "PUBLISHING", "Published", "SampleArticle", "SampleError", "Site", "agencies", "content_dir", "publish", "serve",
    "serving", "sites",
]

PUBLISHING = "sample"
"""The key of the agency that brings out further articles while somebody watches."""


@dataclass(frozen=True, slots=True)
class Published:
    """An article that has just appeared on a sample agency: its path on the server, and its title."""

    url_path: str
    title: str


def agencies() -> tuple[str, ...]:
    """The keys of the sample agencies, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in settings.get().sources_dir.glob("*/site.yml")))


def content_dir(key: str = PUBLISHING) -> Path:
    """Where a sample agency's articles lie."""
    return settings.get().sources_dir / key


def sites() -> dict[str, Site]:
    """By the key of each sample agency, what stands around its articles and where it stands on the server.

    Raises SampleError where a site.yml cannot be read.
    """
    return {key: articles.site(content_dir(key)) for key in agencies()}


def publish(state_dir: Path) -> Published:
    """Publish the next article of the series, now. It is in the feed from the next request on.

    Works while the site is served by another process from the same `state_dir`. Never runs out. Raises SampleError
    where the series or the site cannot be read.
    """
    series = Series.load(content_dir())
    path = articles.site(content_dir()).path
    now = datetime.now(UTC)
    article = series.article(state.publish_next(state_dir, now), now)
    return Published(path + article.path, article.title)


def serve(host: str, port: int, state_dir: Path) -> None:
    """Serve the sites until SIGTERM or SIGINT. Raises OSError where the port is in use."""
    opened = server.open_server(host, port, state_dir, _contents())

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
    """Serve the sites in a thread while the context lasts; the context's value is the server's address, without a
    slash."""
    return server.serving(state_dir, _contents(), host, port)


def _contents() -> list[Path]:
    return [content_dir(key) for key in agencies()]
