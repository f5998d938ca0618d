"""The newsroom's fixtures, for the tests of the warehouse."""

from __future__ import annotations

from typing import Any

import pytest
from communique.warehouse.connection import Connection

from tests.communique.newsroom import cleared, conn, members, newsroom, shared
from tests.communique.warehouse.desk import Desk

__all__ = ["cleared", "conn", "desk", "members", "newsroom", "shared"]


@pytest.fixture
def desk(conn: Connection, newsroom: Any) -> Desk:
    """A desk over a warehouse without a row."""
    return Desk(conn, newsroom)
