"""What breaks one part is told with it; what breaks all is raised."""

from __future__ import annotations

import psycopg
import pytest
from communique.parts import attempted
from communique.warehouse.connection import WarehouseError


def fails(error: Exception) -> dict[str, int]:
    raise error


def test_what_came_of_a_part_is_returned() -> None:
    noted: list[str] = []
    assert attempted("r", 3, lambda: {"articles": 2}, noted.append) == ({"articles": 2}, None)
    assert attempted("r", 3, lambda: None, noted.append) == (None, None)
    assert noted == []


def test_what_breaks_a_part_is_noted_and_returned(caplog: pytest.LogCaptureFixture) -> None:
    noted: list[str] = []
    assert attempted("r", 3, lambda: fails(KeyError("venue")), noted.append) == (None, "part 3: KeyError: 'venue'")
    assert noted == ["part 3: KeyError: 'venue'"]
    assert "r: part 3" in caplog.text
    assert "Traceback" in caplog.text


@pytest.mark.parametrize("error", [WarehouseError("gone"), psycopg.OperationalError("gone")])
def test_without_a_warehouse_nothing_is_noted(error: Exception) -> None:
    noted: list[str] = []
    with pytest.raises(type(error)):
        attempted("r", 3, lambda: fails(error), noted.append)
    assert noted == []
