"""A refresh of the register of office holders: ask Wikidata, compare, and apply what nothing speaks against."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from communique.reference import diff, ledger, wikidata
from communique.reference.ledger import RefreshError
from communique.warehouse.connection import Connection, connect, sql

if TYPE_CHECKING:
    from communique.settings import Settings

__all__ = ["Refresh", "RefreshError"]

log = logging.getLogger(__name__)

Told = Callable[[str], None]

PATIENCE = 3
"""Countries in a row about which the service gives no answer, after which it is left alone."""


class Refresh:
    """One refresh by its name, in three steps, each of which can be run again: `ask`, `compare`, `apply`.

    `dsn` is the loader's. `delay_seconds` lie between two queries at least.
    """

    def __init__(self, settings: Settings, dsn: str, name: str, *,
                 delay_seconds: float = wikidata.DELAY_SECONDS) -> None:
        self.name = name
        self._settings = settings.model_copy(update={"fetch_deadline_seconds": wikidata.DEADLINE_SECONDS})
        self._dsn = dsn
        self._delay = delay_seconds

    def ask(self, countries: Sequence[str] = (), told: Told = log.info) -> int:
        """Ask about each of the countries (ISO 3166-1 codes; none: all) that has not been answered yet; how many
        were answered now.

        Every answer is kept as it comes: interrupted, the next call goes on. A country whose answer fails does not
        stop the others. Raises RefreshError at the end where answers are missing, or at once where a country is not
        in the register.
        """
        from communique.acquire.client import Fetcher
        from communique.acquire.errors import FetchError

        failed: list[str] = []
        in_row = answered = 0
        with closing(connect(self._dsn, application="communique reference refresh")) as conn:
            self._begin(conn, countries)
            left = ledger.unanswered(conn, self.name)
            with Fetcher(self._settings, name="reference", dsn=self._dsn) as fetcher:
                source = wikidata.endpoint(self._settings, self._delay)
                for number, (country, item) in enumerate(left, 1):
                    try:
                        answer = wikidata.ask(fetcher, source, country, item)
                    except (FetchError, wikidata.AnswerError) as error:
                        failed.append(f"{country}: {error}")
                        in_row += 1
                        told(f"{country} ({number} of {len(left)}): {error}")
                        if in_row == PATIENCE:
                            break
                        continue
                    ledger.keep(conn, self.name, country, datetime.now(UTC), answer)
                    in_row = 0
                    answered += 1
                    told(f"{country} ({number} of {len(left)}): {len(wikidata.read(country, answer))} tenures")
        if failed:
            raise RefreshError(
                f"refresh {self.name!r}: {len(left) - answered} of {len(left)} countries were not answered "
                f"({'; '.join(failed[:3])}); run it again under this name, and only they are asked about")
        return answered

    def compare(self) -> list[diff.Change]:
        """Compare the answers with the register and keep what they would change (reference.proposed_change).

        Once applied, a refresh is not compared again: what it proposed stays as it was, and nothing is returned.
        Raises RefreshError where there is no such refresh, or an answer is missing.
        """
        with closing(connect(self._dsn, application="communique reference refresh")) as conn, conn.transaction():
            conn.execute(sql("refresh/lock"))
            one = ledger.find(conn, self.name)
            if one.applied_at is not None:
                return []
            missing = [country for country, _ in ledger.unanswered(conn, self.name)]
            if missing:
                raise RefreshError(f"refresh {self.name!r}: not answered about {' '.join(missing)}; ask again")
            known = ledger.known(conn, one.countries)
            today = datetime.now(UTC).date()
            changes = [change for country, _, answer in ledger.answers(conn, self.name)
                       for change in diff.compare(country, known, wikidata.read(country, answer), today)]
            ledger.propose(conn, self.name, changes, len(known), diff.refusal(changes, len(known)))
        return changes

    def apply(self) -> int:
        """Apply what nothing speaks against; how many changes that made. See `ledger.apply`."""
        with closing(connect(self._dsn, application="communique reference refresh")) as conn:
            return ledger.apply(conn, self.name)

    def refusal(self) -> str | None:
        """Why nothing of it may be applied, as of the last comparison; None where that is not so."""
        with closing(connect(self._dsn, application="communique reference refresh")) as conn:
            return ledger.find(conn, self.name).refusal

    def _begin(self, conn: Connection, countries: Sequence[str]) -> None:
        states = ledger.states(conn)
        asked = sorted({country.upper() for country in countries}) or sorted(states)
        unknown = [country for country in asked if country not in states]
        if unknown:
            raise RefreshError(f"{' '.join(unknown)}: no state of the register; give ISO 3166-1 codes such as KZ")
        ledger.begin(conn, self.name, asked)
