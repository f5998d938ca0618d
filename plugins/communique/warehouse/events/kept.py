"""Reports of records that this process has read before, so that a batch does not read its neighbours anew each time.

Whoever loads batch after batch meets the same neighbours in one after the other: contacts of the same weeks. A record
never changes under its key in one version of its row, which `xmin` names; where it was read is part of the name, too.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from communique.warehouse.connection import Connection
from extractors.resolve import Report

MOST: Final = 8_192
"""Reports kept, some 10 KiB each; the neighbourhood of a thousand articles holds five to seven thousand."""


class Kept:
    """Reports by warehouse and key, each with the version of the row that it was read from; the one that was asked for
    longest ago goes first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._reports: OrderedDict[tuple[str, int, str, int], tuple[str, Report]] = OrderedDict()

    def versions(self, conn: Connection, record_keys: Iterable[int]) -> dict[int, str]:
        """Of these records the ones that are kept, with the version of each."""
        of = conn.info.host, conn.info.port, conn.info.dbname
        return {key: found[0] for key in record_keys if (found := self._reports.get((*of, key)))}

    def get(self, conn: Connection, record_key: int) -> Report:
        """A report that is kept. Raises KeyError for one that is not."""
        name = (conn.info.host, conn.info.port, conn.info.dbname, record_key)
        self._reports.move_to_end(name)
        return self._reports[name][1]

    def put(self, conn: Connection, record_key: int, version: str, report: Report) -> None:
        """Keep a report."""
        name = (conn.info.host, conn.info.port, conn.info.dbname, record_key)
        self._reports[name] = version, report
        self._reports.move_to_end(name)

    def trim(self) -> None:
        """Let those go that are too many."""
        while len(self._reports) > self._most:
            self._reports.popitem(last=False)


KEPT: Final = Kept()
"""Those of this process."""
