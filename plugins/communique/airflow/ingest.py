"""The pipeline as Airflow's tasks get it: the warehouse from the Airflow connection, the rest from the settings."""

from __future__ import annotations

from communique import settings
from communique.airflow.connections import warehouse_dsn
from communique.pipeline import Pipeline


def pipeline() -> Pipeline:
    """The stages over the warehouse of the connection `communique_warehouse`."""
    return Pipeline(settings.get(), warehouse_dsn())
