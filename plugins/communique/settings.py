"""What can be set from outside: one place, read alike by Airflow's tasks, the CLI and the tests.

Every setting is an environment variable. Secrets come only through Airflow's connection variables
(`AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE`), so that Airflow and a plain shell read the very same ones.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parents[2]


class Settings(BaseSettings):
    """`COMMUNIQUE_<NAME>` in the environment, each with a default that suits the embedded stack."""

    model_config = SettingsConfigDict(env_prefix="COMMUNIQUE_", extra="ignore", frozen=True)

    home: Path = Field(PROJECT, description="The checkout: sources/, sql/, dags/ stand below it")
    state_dir: Path = Field(PROJECT / ".communique", description="Everything that a run leaves on disk")
    landing: str | None = Field(None, description="fsspec path for WARC files; default: <state_dir>/landing")
    contact: str = Field("https://example.org/communique",
                         description="Whom a publisher may write to; part of the user agent")
    sources: str = Field("", description="Comma-separated source keys to enable beside those enabled in YAML")
    poll_seconds: float | None = Field(None, gt=0, description="Overrides every source's poll interval")
    fetch_deadline_seconds: float = Field(15.0, gt=0)
    fetch_max_bytes: int = Field(10 * 1024 * 1024, gt=0)
    fetch_max_redirects: int = Field(10, ge=0)
    breaker_failures: int = Field(5, gt=0, description="Failures in a row after which a host is left alone")
    breaker_seconds: float = Field(60.0, gt=0, description="For how long at first; doubled up to a quarter of an hour")
    landing_roll_bytes: int = Field(256 * 1024 * 1024, gt=0, description="Size at which a WARC file is full")
    batch_limit: int = Field(500, gt=0, description="Entries that one ingest run takes from the queue")
    max_attempts: int = Field(5, gt=0, description="Tries before an entry ends in the dead letters")
    review_confidence: float = Field(0.3, ge=0, le=1, description="Records less sure go to review, not to the marts")
    spacy_model: str = Field("", description="spaCy model, installed or a folder, whose parser gives the reader a "
                                             "second opinion; empty for none")
    wikidata_url: str = Field("https://query.wikidata.org/sparql",
                              description="SPARQL endpoint that the register of office holders is refreshed from")
    warehouse_dsn: str | None = Field(None, validation_alias="AIRFLOW_CONN_COMMUNIQUE_WAREHOUSE")

    @property
    def landing_path(self) -> str:
        """The fsspec path under which responses are kept."""
        return self.landing or str(self.state_dir / "landing")

    @property
    def sources_dir(self) -> Path:
        return self.home / "sources"

    @property
    def sql_dir(self) -> Path:
        return self.home / "sql"


@lru_cache(maxsize=1)
def get() -> Settings:
    """The settings of this process, read from the environment once."""
    return Settings()
