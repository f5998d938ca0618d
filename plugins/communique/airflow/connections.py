"""The warehouse's Airflow connection as a libpq connection string."""

from __future__ import annotations

from airflow.sdk import Connection
from psycopg.conninfo import make_conninfo

WAREHOUSE = "communique_warehouse"


def warehouse_dsn() -> str:
    """The DSN of the connection `communique_warehouse`. Raises AirflowNotFoundException where it is not set."""
    return _dsn(Connection.get(WAREHOUSE))


async def warehouse_dsn_async() -> str:
    """The same for code that runs in the triggerer's event loop."""
    return _dsn(await Connection.async_get(WAREHOUSE))


def _dsn(connection: Connection) -> str:
    options = {key: str(value) for key, value in connection.extra_dejson.items() if key.startswith("ssl")}
    return make_conninfo(host=connection.host, port=connection.port or 5432, user=connection.login,
                         password=connection.password, dbname=connection.schema, **options)
