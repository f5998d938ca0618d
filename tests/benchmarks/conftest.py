"""The contract's scorer, where it lies beside the checkout."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.accuracy.sets import SHARED, MaterialMissing
from benchmarks.accuracy.sets import scorer as contract_scorer


@pytest.fixture(scope="session")
def scorer() -> Any:
    """The contract's scorer; tests that need it are skipped where it is absent."""
    try:
        return contract_scorer(SHARED)
    except MaterialMissing as missing:
        pytest.skip(str(missing))
