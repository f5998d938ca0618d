"""The pictures of the documents: drawn from a warehouse, they show what it holds."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from tests.conftest import Warehouse

DRAW = Path(__file__).parents[2] / "docs" / "pictures" / "draw.py"


@pytest.fixture(scope="module")
def draw() -> ModuleType:
    spec = importlib.util.spec_from_file_location("draw", DRAW)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(path: Path) -> list[str]:
    """What stands in a picture, as text."""
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - ours
    return [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_three_pictures_show_the_week(draw: ModuleType, sample_warehouse: Warehouse, tmp_path: Path) -> None:
    draw.main(["--dsn", sample_warehouse.analyst, "--to", str(tmp_path)])
    assert words(tmp_path / "timeline.svg").count("KZ · RU") == 2
    assert "Kyrgyzstan (called off)" in words(tmp_path / "timeline.svg")
    assert words(tmp_path / "network.svg").count("Vladimir Putin") == 2, "its halo, and itself"
    assert {"Samarkand", "Ulaanbaatar", "Brussels"} <= set(words(tmp_path / "map.svg"))


def test_days_without_an_event_are_drawn_too(draw: ModuleType, sample_warehouse: Warehouse, tmp_path: Path) -> None:
    draw.main(["--dsn", sample_warehouse.analyst, "--to", str(tmp_path),
               "--from", "2001-01-01", "--until", "2001-01-02"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.svg", "network.svg", "timeline.svg"]


def test_labels_keep_off_each_other(draw: ModuleType) -> None:
    circles = [(100.0, 100.0, 5.0), (110.0, 104.0, 5.0), (104.0, 112.0, 5.0)]
    places = draw.beside(circles, ["Tashkent", "Samarkand", "Turkistan"])
    boxes = [(x - 28, y - 7, x + 28, y + 7) for x, y in places]
    assert all(draw.shared(one, other) == 0 for n, one in enumerate(boxes) for other in boxes[:n])


def test_people_lie_where_they_lay_before(draw: ModuleType) -> None:
    links = [(0, 1, 1), (1, 2, 2)]
    assert (draw.laid_out(4, links) == draw.laid_out(4, links)).all()
