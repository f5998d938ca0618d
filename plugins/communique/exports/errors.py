"""Why an export cannot be made."""

from __future__ import annotations

from communique.warehouse.connection import WarehouseError


class ExportError(WarehouseError):
    """An export cannot be made as asked; the message says what helps."""
