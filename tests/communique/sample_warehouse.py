"""A warehouse that holds what the sample agency has told, through the whole line: for tests that only read it."""

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
from communique.sample import serving
from communique.watch import Memory, look
from psycopg import sql

from tests.conftest import Warehouse

NAME = "sample_warehouse"


@pytest.fixture(scope="session")
def sample_warehouse(
        postgres: Cluster, warehouse_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The sample agency's feed, fetched, read, validated, loaded and published, once a session."""
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
            with Fetcher(configuration) as fetcher:
                look(sources.load(configuration.sources_dir)["sample"], Memory(), fetcher, warehouse.loader)
            Pipeline(configuration, warehouse.loader).run("sample")
        settings.get.cache_clear()
        yield warehouse
        superuser.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(NAME)))
