"""One session at a time."""

from __future__ import annotations

import pytest
from communique.warehouse.connection import Connection, connect
from communique.warehouse.locks import held

from tests.communique.newsroom import Cleared


def test_another_session_waits_for_no_name_that_is_held(conn: Connection, shared: Cleared) -> None:
    with connect(shared.loader) as other:
        with held(conn, "part 1") as mine:
            assert mine
            with held(other, "part 1") as also, held(other, "part 2") as another:
                assert (also, another) == (False, True)
        with held(other, "part 1") as now:
            assert now


def test_it_is_given_back_when_the_block_breaks(conn: Connection, shared: Cleared) -> None:
    with pytest.raises(ValueError, match="broken"), held(conn, "part 1"):
        raise ValueError("broken")
    with connect(shared.loader) as other, held(other, "part 1") as mine:
        assert mine
