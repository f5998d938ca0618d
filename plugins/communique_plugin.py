"""What Communiqué registers with Airflow; everything else under plugins/ is the package `communique`."""

from __future__ import annotations

from airflow.plugins_manager import AirflowPlugin


class CommuniquePlugin(AirflowPlugin):
    """Names the project in Airflow's list of plugins; pages of its own come here."""

    name = "communique"
