"""The codes that a record carries: kept in `extractors.codes`, where the warehouse reads them too."""

from __future__ import annotations

from extractors.codes import codes

__all__ = ["codes"]
