"""Batches of articles read by several processes, each with a reader of its own, and given back in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING

from extractors.article import Article
from extractors.record import SummitRecord

if TYPE_CHECKING:
    from extractors.summit.reader import SummitReader

Read = tuple[Article, list[SummitRecord]]
_AHEAD = 2
"""Batches under way for each process: one that it reads and one that waits, so that none stands idle."""
_readers: list[SummitReader] = []
"""In a process that reads: its reader."""


def in_batches(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    """`articles` in lists of `size`, the last one shorter."""
    rest = iter(articles)
    while batch := list(islice(rest, size)):
        yield batch


def in_processes(reader: SummitReader, batches: Iterable[list[Article]], processes: int) -> Iterator[Read]:
    """The articles of `batches` with their records, in order. No more batches than `_AHEAD` for each process are taken
    from the iterable before their records are asked for, so that it may be of any length."""
    under_way: deque[tuple[list[Article], Future[list[list[SummitRecord]]]]] = deque()
    # where processes are forked they share the reader as it is; elsewhere each makes its own (SummitReader.__reduce__)
    with ProcessPoolExecutor(processes, initializer=_readers.append, initargs=(reader,)) as pool:
        try:
            for batch in batches:
                under_way.append((batch, pool.submit(_read, batch)))
                if len(under_way) == _AHEAD * processes:
                    articles, records = under_way.popleft()
                    yield from zip(articles, records.result(), strict=True)
            while under_way:
                articles, records = under_way.popleft()
                yield from zip(articles, records.result(), strict=True)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _read(batch: list[Article]) -> list[list[SummitRecord]]:
    return _readers[-1].batch(batch)
