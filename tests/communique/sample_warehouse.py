"""A warehouse that holds what the sample agencies have told, through the whole line: for tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg
import pytest
from communique import settings, sources
from communique.acquire.client import Fetcher
from communique.local import databases
from communique.local.postgres import Cluster
from communique.pipeline import Pipeline
from communique.sample import agencies, serving
from communique.settings import Settings
from communique.watch import Memory, look
from psycopg import sql

from tests.conftest import Warehouse

NAME = "sample_warehouse"


def watch_samples(configuration: Settings, dsn: str) -> int:
    """Look once at the feeds of every sample agency; returns how many entries are queued."""
    declared = sources.load(configuration.sources_dir)
    with Fetcher(configuration) as fetcher:
        return sum(look(declared[key], Memory(), fetcher, dsn).new for key in agencies())


@pytest.fixture(scope="session")
def sample_warehouse(
        postgres: Cluster, warehouse_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The sample agencies' feeds, fetched, read, validated, loaded and published, once a session."""
    folder = tmp_path_factory.mktemp("sample")
    with psycopg.connect(postgres.dsn(), autocommit=True) as superuser:
        superuser.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
            sql.Identifier(NAME), sql.Identifier(databases.OWNER), sql.Identifier(warehouse_template)))
        databases.admit(superuser, NAME)
        warehouse = Warehouse(postgres, NAME)
        with serving(folder / "sample") as url, pytest.MonkeyPatch.context() as patch:
            patch.setenv("COMMUNIQUE_STATE_DIR", str(folder))
            patch.setenv("COMMUNIQUE_SAMPLE_URL", url)
            patch.setenv("COMMUNIQUE_SAMPLE_HOST", urlsplit(url).netloc)
            settings.get.cache_clear()
            configuration = settings.get()
            watch_samples(configuration, warehouse.loader)
            Pipeline(configuration, warehouse.loader).run("sample")
        settings.get.cache_clear()
        yield warehouse
        superuser.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(NAME)))
